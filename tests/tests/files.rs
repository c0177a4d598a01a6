//! In: crates in folders that are other people's too. Out: a failure for each file of
//! theirs that is not as it was, and for each thing in the way that is not an error before
//! anything changes. Why: whoever generates a crate must not lose anything by it.
//! Runs that are killed, or that run at once, are tested beside the program, in codegen/cli/tests.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use whitesmith_codegen::driver::{self, CrateSpec, Error, Mode, Report};

type Checked = Result<(), Box<dyn std::error::Error>>;

/// A folder of its own for one test.
fn folder(name: &str) -> io::Result<PathBuf> {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("files").join(name);
    if path.exists() {
        fs::remove_dir_all(&path)?;
    }
    fs::create_dir_all(&path)?;
    Ok(path)
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    fs::create_dir_all(path.parent().unwrap_or(path))?;
    fs::write(path, text)
}

/// A service whose crate has many files that differ with the name of a member.
fn model(member: &str) -> String {
    let shapes: String = (0..8).map(|index| format!("structure Thing{index} {{ {member}: String }}\n")).collect();
    let members: String = (0..8).map(|index| format!("thing{index}: Thing{index}\n")).collect();
    format!(
        "$version: \"2.0\"\nnamespace example\n\n@aws.protocols#restJson1\nservice Shop {{ version: \"1\", operations: [Put] }}\n\n\
         @http(method: \"POST\", uri: \"/put\")\noperation Put {{ input := {{ {members} }} }}\n\n{shapes}"
    )
}

fn spec(folder: &Path, out: impl AsRef<Path>) -> CrateSpec {
    CrateSpec {
        models: vec![folder.join("model/shop.smithy")],
        out: folder.join(out),
        package: "sample".to_owned(),
        ..CrateSpec::default()
    }
}

/// A folder with a crate in `out`, and a model that it is no longer the crate of.
fn outdated(name: &str) -> Result<PathBuf, Box<dyn std::error::Error>> {
    let folder = folder(name)?;
    write(&folder.join("model/shop.smithy"), &model("first"))?;
    driver::run_one(&spec(&folder, "out"), Mode::Write)?;
    write(&folder.join("model/shop.smithy"), &model("second"))?;
    Ok(folder)
}

/// Everything below a folder that somebody can notice: kind, rights, time, content.
fn state(root: &Path) -> io::Result<Vec<String>> {
    let mut found = Vec::new();
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            found.push(format!("{:?} {}", path.strip_prefix(root).unwrap_or(&path), describe(&path)?));
            if fs::symlink_metadata(&path)?.is_dir() {
                folders.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

fn describe(path: &Path) -> io::Result<String> {
    let there = fs::symlink_metadata(path)?;
    let content = match there.file_type() {
        kind if kind.is_symlink() => format!("{:?}", fs::read_link(path)?),
        kind if kind.is_file() => format!("{:?}", fs::read(path)?),
        _ => String::new(),
    };
    Ok(format!("{:?} {} {:?} {content}", there.file_type(), identity(&there), there.modified()?))
}

#[cfg(unix)]
fn identity(there: &fs::Metadata) -> String {
    use std::os::unix::fs::MetadataExt;
    format!("{} {:o} {} {}", there.ino(), there.mode(), there.uid(), there.gid())
}

#[cfg(not(unix))]
fn identity(_: &fs::Metadata) -> String {
    String::new()
}

/// A run that has to fail, with these words, and to leave everything as it was.
#[track_caller]
fn check_refused(folder: &Path, spec: &CrateSpec, expected: &str) {
    for mode in [Mode::Check, Mode::Write] {
        let before = state(folder).expect("it can be read");
        let message = match driver::run_one(spec, mode) {
            Ok(report) => panic!("{mode:?}: {} changes were made", report.changes.len()),
            Err(error) => error.to_string(),
        };
        assert!(message.contains(expected), "{mode:?}: {message}");
        assert_eq!(state(folder).expect("it can be read"), before, "{mode:?}: {message}");
    }
}

/// Writes the crate in `out` and holds that the named things there are what they were.
fn check_kept(folder: &Path, foreign: &[PathBuf]) -> Result<Report, Box<dyn std::error::Error>> {
    let out = folder.join("out");
    let states = || foreign.iter().map(|path| describe(&out.join(path))).collect::<io::Result<Vec<String>>>();
    let before = states()?;
    let report = driver::run_one(&spec(folder, "out"), Mode::Write)?;
    assert!(!report.changes.is_empty(), "nothing changed");
    for (path, (before, after)) in foreign.iter().zip(before.iter().zip(states()?)) {
        assert_eq!(*before, after, "{}", path.display());
    }
    assert_eq!(driver::run_one(&spec(folder, "out"), Mode::Check)?.changes, []);
    Ok(report)
}

// ---- What is not ours stays

#[test]
fn a_file_of_another_generator_is_not_ours() -> Checked {
    let folder = outdated("other_generator")?;
    let headers = [
        "// @generated automatically by Diesel CLI.\n\ndiesel::table! {}\n",
        "// @generated\n",
        "// @generated by protoc\n",
        "// @generated by whitesmith; do not edit. Really.\n",
    ];
    let paths: Vec<PathBuf> = (0..headers.len()).map(|index| format!("src/schema{index}.rs").into()).collect();
    for (path, header) in paths.iter().zip(headers) {
        write(&folder.join("out").join(path), header)?;
    }
    check_kept(&folder, &paths)?;
    for header in headers {
        let folder = outdated("other_generator_in_the_way")?;
        write(&folder.join("out/src/lib.rs"), header)?;
        check_refused(&folder, &spec(&folder, "out"), "lib.rs` is in the way: it does not begin with the header");
    }
    Ok(())
}

#[test]
fn another_package_below_src_is_not_a_part_of_the_crate() -> Checked {
    let folder = outdated("package_below")?;
    let below = CrateSpec { package: "below".to_owned(), ..spec(&folder, "out/src/below") };
    driver::run_one(&below, Mode::Write)?;
    check_kept(&folder, &["src/below/Cargo.toml".into(), "src/below/src/lib.rs".into()])?;
    Ok(())
}

#[test]
fn names_that_an_older_version_used_are_anybodys() -> Checked {
    let folder = outdated("old_names")?;
    let paths: Vec<PathBuf> = [
        ".src.whitesmith/notes.txt",
        ".src.whitesmith.old/notes.txt",
        ".whitesmith-notes/notes.txt",
        ".whitesmith-0123456789abcdef01234567/notes.txt",
        "Cargo.toml.new",
        "rustfmt.toml.new",
    ]
    .map(PathBuf::from)
    .into();
    for path in &paths {
        write(&folder.join("out").join(path), "Mine.\n")?;
    }
    check_kept(&folder, &paths)?;
    Ok(())
}

#[test]
fn a_check_writes_nothing() -> Checked {
    let folder = outdated("check")?;
    let before = state(&folder)?;
    assert!(!driver::run_one(&spec(&folder, "out"), Mode::Check)?.changes.is_empty());
    assert!(!driver::run_one(&spec(&folder, "other/out"), Mode::Check)?.changes.is_empty());
    assert_eq!(state(&folder)?, before);
    Ok(())
}

#[test]
fn a_run_with_nothing_to_do_writes_nothing() -> Checked {
    let folder = outdated("nothing")?;
    driver::run_one(&spec(&folder, "out"), Mode::Write)?;
    let before = state(&folder)?;
    assert_eq!(driver::run_one(&spec(&folder, "out"), Mode::Write)?.changes, []);
    assert_eq!(state(&folder)?, before);
    Ok(())
}

// ---- Places that are not for crates

#[test]
fn a_folder_of_somebody_is_not_a_place_for_a_crate() -> Checked {
    for (name, files, expected) in [
        ("project", &["Cargo.toml", "src/main.rs"][..], "Whitesmith did not generate the Cargo.toml in it"),
        ("smithy", &["shop.smithy"], "it contains the model `shop.smithy`"),
        ("ast", &["a.txt", "shop.json"], "it contains the model `shop.json`"),
        (
            "repository",
            &[".git/HEAD", "README.md"],
            "it is a repository that contains `README.md`, which Whitesmith did not generate",
        ),
        ("worktree", &[".git", "notes/a.txt"], "it is a repository that contains `"),
    ] {
        let folder = folder(&format!("place_{name}"))?;
        write(&folder.join("model/shop.smithy"), &model("first"))?;
        for file in files {
            let text = if file.ends_with(".json") { "{ \"smithy\": \"2.0\" }" } else { "Mine.\n" };
            write(&folder.join("out").join(file), text)?;
        }
        check_refused(&folder, &spec(&folder, "out"), expected);
        // The same place by other names.
        fs::create_dir_all(folder.join("out/deep"))?;
        check_refused(&folder, &spec(&folder, "out/deep/.."), expected);
        check_refused(&folder, &spec(&folder, "none/../out/none/.."), expected);
        link(&folder.join("out"), &folder.join("link"))?;
        check_refused(&folder, &spec(&folder, "link"), expected);
        assert!(matches!(driver::run_one(&spec(&folder, "link"), Mode::Check), Err(Error::Usage(_))));
        // With our header in it, it is a crate of ours.
        write(&folder.join("out/Cargo.toml"), "# @generated by `cargo xtask codegen`; do not edit.\n")?;
        driver::run_one(&spec(&folder, "out"), Mode::Write)?;
    }
    Ok(())
}

#[test]
fn a_folder_around_the_model_is_not_a_place_for_a_crate() -> Checked {
    let folder = folder("around")?;
    write(&folder.join("model/shop.smithy"), &model("first"))?;
    let expected = "`\nhelp: use a folder for this crate only, as in --out client";
    for out in ["model", ".", "model/..", "model/none/.."] {
        check_refused(&folder, &spec(&folder, out), expected);
    }
    let whole = CrateSpec { models: vec![folder.join("model")], ..spec(&folder, "model") };
    check_refused(&folder, &whole, expected);
    Ok(())
}

/// Only looked at: if this fails, nothing is lost.
#[test]
fn the_root_is_not_a_place_for_a_crate() -> Checked {
    let folder = folder("root")?;
    write(&folder.join("model/shop.smithy"), &model("first"))?;
    for out in ["/", "/..", "/none/.."] {
        let spec = CrateSpec { out: PathBuf::from(out), ..spec(&folder, "out") };
        let error = driver::run_one(&spec, Mode::Check).err().ok_or("it was taken")?;
        let is_right = |message: &str| {
            message.ends_with(
                "`: it is the root of the file system\nhelp: use a folder for this crate only, as in --out client",
            )
        };
        assert!(matches!(&error, Error::Usage(message) if is_right(message)), "{out}: {error}");
    }
    Ok(())
}

/// Only looked at, as the root is.
#[cfg(unix)]
#[test]
fn a_folder_of_the_system_is_not_a_place_for_a_crate() -> Checked {
    let folder = folder("system")?;
    write(&folder.join("model/shop.smithy"), &model("first"))?;
    for out in ["/usr", "/usr/bin/.."] {
        let spec = CrateSpec { out: PathBuf::from(out), ..spec(&folder, "out") };
        let error = driver::run_one(&spec, Mode::Check).err().ok_or("it was taken")?;
        let is_right = |message: &str| message.contains("it is directly below the root and contains `");
        assert!(matches!(&error, Error::Usage(message) if is_right(message)), "{out}: {error}");
    }
    Ok(())
}

/// Hooks, among others, are run.
#[test]
fn what_git_keeps_is_not_a_place_for_a_crate() -> Checked {
    let folder = folder("inside_git")?;
    write(&folder.join("model/shop.smithy"), &model("first"))?;
    write(&folder.join("work/.git/HEAD"), "ref: refs/heads/main\n")?;
    fs::create_dir_all(folder.join("work/.git/hooks"))?;
    for out in ["work/.git", "work/.git/hooks", "work/.git/none/client", "work/none/../.git"] {
        check_refused(&folder, &spec(&folder, out), "it is inside of a `.git`, which only git writes to");
    }
    driver::run_one(&spec(&folder, "work/client"), Mode::Write)?;
    Ok(())
}

#[test]
fn an_empty_repository_is_a_place_for_a_crate() -> Checked {
    for name in ["empty", "repository"] {
        let folder = folder(&format!("new_{name}"))?;
        write(&folder.join("model/shop.smithy"), &model("first"))?;
        fs::create_dir_all(folder.join("client"))?;
        if name == "repository" {
            write(&folder.join("client/.git/HEAD"), "ref: refs/heads/main\n")?;
        }
        driver::run_one(&spec(&folder, "client"), Mode::Write)?;
        // What is added later does not make it somebody else's.
        write(&folder.join("client/README.md"), "Mine.\n")?;
        assert_eq!(driver::run_one(&spec(&folder, "client"), Mode::Write)?.changes, []);
    }
    Ok(())
}

#[test]
fn a_path_through_nothing_makes_no_folder() -> Checked {
    let folder = folder("through_nothing")?;
    write(&folder.join("model/shop.smithy"), &model("first"))?;
    driver::run_one(&spec(&folder, "none/../out"), Mode::Write)?;
    assert!(folder.join("out/Cargo.toml").exists() && !folder.join("none").exists());
    Ok(())
}

#[test]
fn two_crates_of_a_manifest_are_apart() -> Checked {
    let link_name = if cfg!(unix) { "link" } else { "a" };
    for (one, other, expected) in [
        ("a", "a", "is the same as"),
        ("a", "./x/../a", "is the same as"),
        ("a", "b/../a/.", "is the same as"),
        ("a", link_name, "is the same as"),
        ("a", "a/src", "is inside"),
        ("a/b/c", "a", "contains"),
        ("a", "A", "is the same as, on systems that ignore case, the folder"),
        ("a", "A/b", "is inside, on systems that ignore case, the folder"),
    ] {
        let folder = folder("apart")?;
        write(&folder.join("model/shop.smithy"), &model("first"))?;
        fs::create_dir_all(folder.join("a"))?;
        link(&folder.join("a"), &folder.join("link"))?;
        let entry =
            |name: &str, out: &str| format!("[[crate]]\nmodels = [\"model\"]\nout = \"{out}\"\npackage = \"{name}\"\n");
        write(&folder.join("whitesmith.toml"), &(entry("one", one) + &entry("other", other)))?;
        let before = state(&folder)?;
        for mode in [Mode::Check, Mode::Write] {
            let error = driver::run(&folder.join("whitesmith.toml"), mode).err().ok_or("it was written")?;
            let is_right = |message: &str| {
                let places =
                    message.contains("whitesmith.toml:7: the folder `") && message.contains("whitesmith.toml:3)");
                message.contains(expected) && places
            };
            assert!(matches!(&error, Error::Usage(message) if is_right(message)), "{one}, {other}: {error}");
        }
        assert_eq!(state(&folder)?, before);
        let apart = entry("one", "a") + &entry("other", "ab");
        write(&folder.join("whitesmith.toml"), &apart)?;
        driver::run(&folder.join("whitesmith.toml"), Mode::Write)?;
        let again = driver::run(&folder.join("whitesmith.toml"), Mode::Check)?;
        assert!(again.len() == 2 && again.iter().all(|report| report.changes.is_empty()));
    }
    Ok(())
}

#[cfg(unix)]
fn link(to: &Path, at: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(to, at)
}

/// Where making a link needs rights, the link is the thing itself.
#[cfg(not(unix))]
fn link(to: &Path, at: &Path) -> io::Result<()> {
    fs::rename(to, at).and_then(|()| fs::create_dir_all(to))
}

#[test]
fn the_sources_of_another_package_are_not_a_place_for_a_crate() -> Checked {
    let folder = folder("inside_package")?;
    write(&folder.join("model/shop.smithy"), &model("first"))?;
    write(&folder.join("p/Cargo.toml"), "[package]\nname = \"mine\"\n")?;
    write(&folder.join("root/Cargo.toml"), "[workspace]\n[package]\nname = \"mine\"\n")?;
    write(&folder.join("virtual/Cargo.toml"), "[workspace]\n")?;
    for out in
        ["p/src", "p/src/client", "p/tests", "p/tests/a/b", "p/examples/client", "p/benches/client", "root/src/client"]
    {
        let part = out.split('/').nth(1).unwrap_or_default();
        let expected = format!("it is in the folder `{part}` of the package `mine`");
        check_refused(&folder, &spec(&folder, out), &expected);
    }
    for out in ["p/client", "p/clients/src", "root/examples/client", "virtual/src/client", "virtual/tests/client"] {
        driver::run_one(&spec(&folder, out), Mode::Write)?;
    }
    Ok(())
}

// ---- What only some systems have

#[cfg(unix)]
mod unix {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::{symlink, PermissionsExt};
    use std::os::unix::net::UnixListener;
    use std::process::Command;
    use std::time::{Duration, SystemTime};

    use super::*;

    fn pipe(path: &Path) -> Checked {
        fs::create_dir_all(path.parent().unwrap_or(path))?;
        let status = Command::new("mkfifo").arg(path).status()?;
        status.success().then_some(()).ok_or_else(|| "there is no mkfifo".into())
    }

    /// A socket: it stays when nobody listens any more. Its path has to be short.
    fn socket(path: &Path) -> Checked {
        let short = std::env::temp_dir().join(format!("whitesmith-socket-{}", std::process::id()));
        drop(UnixListener::bind(&short)?);
        if fs::hard_link(&short, path).is_err() {
            pipe(path)?;
        }
        Ok(fs::remove_file(&short)?)
    }

    fn set_mode(path: &Path, mode: u32) -> io::Result<()> {
        fs::set_permissions(path, fs::Permissions::from_mode(mode))
    }

    #[test]
    fn what_somebody_has_there_is_left_alone_whatever_it_is() -> Checked {
        let folder = outdated("kinds")?;
        let out = folder.join("out");
        let strange = |name: &[u8]| PathBuf::from(OsStr::from_bytes(name));
        let mut foreign = Vec::new();
        for (path, mode) in [
            (strange(b"src/\xff\xfe/mine.rs"), 0o640),
            (strange(b"src/shapes/m\xffne.rs"), 0o400),
            ("src/mine.rs".into(), 0o000),
            ("src/line\nbreak.rs".into(), 0o777),
            ("src/bin/tool.rs".into(), 0o755),
            ("notes/src/mine.rs".into(), 0o600),
        ] {
            write(&out.join(&path), "// Mine.\n")?;
            set_mode(&out.join(&path), mode)?;
            foreign.push(path);
        }
        for (path, mode) in
            [(strange(b"src/em\xffpty"), 0o755), ("src/empty".into(), 0o700), ("src/shut/deep".into(), 0o000)]
        {
            fs::create_dir_all(out.join(&path))?;
            set_mode(&out.join(&path), mode)?;
            foreign.push(path);
        }
        for (path, to) in [("src/out.rs", "/etc/passwd"), ("src/none.rs", "nowhere"), ("src/up", "..")] {
            symlink(to, out.join(path))?;
            foreign.push(path.into());
        }
        pipe(&out.join("src/pipe.rs"))?;
        socket(&out.join("src/shapes/socket.rs"))?;
        foreign.extend(["src/pipe.rs".into(), "src/shapes/socket.rs".into()]);
        // A link to a file of ours is somebody's all the same.
        symlink("lib.rs", out.join("src/again.rs"))?;
        foreign.push("src/again.rs".into());
        let past = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
        for path in ["src/bin", "src/empty"] {
            fs::File::open(out.join(path))?.set_modified(past)?;
            foreign.push(path.into());
        }
        check_kept(&folder, &foreign)?;
        set_mode(&out.join("src/shut/deep"), 0o700)?;
        Ok(())
    }

    #[test]
    fn a_link_in_the_place_of_a_file_is_in_the_way() -> Checked {
        for (path, expected) in [
            ("Cargo.toml", "Cargo.toml` is in the way: it is a link, not a file"),
            ("src/lib.rs", "src/lib.rs` is in the way: it is a link, not a file"),
            ("src", "src` is in the way: it is a link, not a folder"),
            ("src/shapes", "src/shapes` is in the way: it is a link, not a folder"),
        ] {
            let folder = outdated("links")?;
            // The same crate, elsewhere.
            fs::rename(folder.join("out").join(path), folder.join("elsewhere"))?;
            symlink(folder.join("elsewhere"), folder.join("out").join(path))?;
            check_refused(&folder, &spec(&folder, "out"), expected);
        }
        Ok(())
    }

    #[test]
    fn a_link_under_a_name_for_a_while_is_not_followed() -> Checked {
        let folder = outdated("staged_link")?;
        write(&folder.join("elsewhere"), "Mine.\n")?;
        symlink(folder.join("elsewhere"), folder.join("out/Cargo.toml.new"))?;
        symlink(folder.join("none"), folder.join("out/.src.whitesmith"))?;
        check_kept(&folder, &["Cargo.toml.new".into(), ".src.whitesmith".into()])?;
        assert_eq!(fs::read_to_string(folder.join("elsewhere"))?, "Mine.\n");
        assert!(!folder.join("none").exists());
        Ok(())
    }

    #[test]
    fn the_folder_itself_may_be_a_link() -> Checked {
        let folder = outdated("out_link")?;
        fs::rename(folder.join("out"), folder.join("elsewhere"))?;
        symlink("elsewhere", folder.join("out"))?;
        check_kept(&folder, &[])?;
        symlink("nowhere", folder.join("dangling"))?;
        check_refused(&folder, &spec(&folder, "dangling"), "is in the way: it is a broken link");
        Ok(())
    }

    #[test]
    fn nothing_that_is_not_a_file_is_opened() -> Checked {
        for (path, expected) in [
            ("Cargo.toml", "Cargo.toml` is in the way: it is a pipe, not a file"),
            ("rustfmt.toml", "rustfmt.toml` is in the way: it is a pipe, not a file"),
            ("src/shapes/thing1.rs", "thing1.rs` is in the way: it is a pipe, not a file"),
        ] {
            let folder = outdated("pipes")?;
            fs::remove_file(folder.join("out").join(path))?;
            pipe(&folder.join("out").join(path))?;
            check_refused(&folder, &spec(&folder, "out"), expected);
        }
        let folder = outdated("pipe_folder")?;
        pipe(&folder.join("pipe"))?;
        check_refused(&folder, &spec(&folder, "pipe"), "is in the way: it is a pipe, not a folder");
        Ok(())
    }

    #[test]
    fn a_model_is_a_file() -> Checked {
        let folder = outdated("models")?;
        pipe(&folder.join("pipe.smithy"))?;
        socket(&folder.join("socket.json"))?;
        for (model, expected) in [
            (folder.join("pipe.smithy"), "pipe.smithy`: it is a pipe, not a file"),
            (folder.join("socket.json"), "socket.json`: it is a "),
            ("/dev/zero".into(), "cannot read `/dev/zero`: it is a device, not a file"),
        ] {
            let spec = CrateSpec { models: vec![model], ..spec(&folder, "out") };
            check_refused(&folder, &spec, expected);
            assert!(driver::load_paths(&spec.models).is_err_and(|error| error.to_string().contains(expected)));
        }
        // Its length is all that there is of it.
        let large = folder.join("large.smithy");
        fs::File::create_new(&large)?.set_len(3 << 30)?;
        let error = driver::load_paths(std::slice::from_ref(&large)).err().ok_or("it was read")?;
        assert!(error.to_string().contains("large.smithy`: it is larger than 1 GiB"), "{error}");
        fs::remove_file(large)?;
        pipe(&folder.join("whitesmith.toml"))?;
        let error = driver::run(&folder.join("whitesmith.toml"), Mode::Check).err().ok_or("it was read")?;
        assert!(error.to_string().contains("it is a pipe, not a file"), "{error}");
        // A link to a model is as good as the model.
        symlink("model/shop.smithy", folder.join("link.smithy"))?;
        let spec = CrateSpec { models: vec![folder.join("link.smithy")], ..spec(&folder, "out") };
        driver::run_one(&spec, Mode::Write)?;
        Ok(())
    }

    /// Rights do not hold for everybody: who may do everything is not refused.
    #[test]
    fn a_folder_that_cannot_be_written_to_stops_before_anything_is_touched() -> Checked {
        let folder = outdated("read_only")?;
        set_mode(&folder.join("out/src/shapes"), 0o555)?;
        if fs::write(folder.join("out/src/shapes/probe"), "").is_err() {
            check_refused_to_write(&folder)?;
        }
        set_mode(&folder.join("out/src/shapes"), 0o755)?;
        Ok(())
    }

    fn check_refused_to_write(folder: &Path) -> Checked {
        let before = state(folder)?;
        let error = driver::run_one(&spec(folder, "out"), Mode::Write).err().ok_or("it was written")?;
        assert!(error.to_string().contains("cannot write into"), "{error}");
        assert_eq!(state(folder)?, before);
        Ok(())
    }
}
