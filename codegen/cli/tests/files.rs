//! In: runs that are killed, run at once, or have no room. Out: a failure where one of them
//! leaves something else than a crate that builds and the files of others as they were.
//! Why: what happens between two steps of a run shows from outside only. That every step
//! is right, whatever ends a run there, is tested in codegen/src/driver/disk/crashes.rs.
//! `cargo xtask conformance files` does the same more often, and builds what is left.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant, SystemTime};

type Checked = Result<(), Box<dyn std::error::Error>>;
type Files = BTreeMap<PathBuf, Vec<u8>>;

/// Ten files of somebody who uses the crate's folder too.
const FOREIGN: [&str; 10] = [
    ".gitignore",
    "README.md",
    "src/mine.rs",
    "src/Notes.txt",
    "src/bin/tool.rs",
    "src/shapes/notes.txt",
    "src/operation/mine.rs",
    "src/deep/er/mine.rs",
    "tests/mine.rs",
    "Cargo.toml.new",
];

/// A folder of its own for one test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> io::Result<Self> {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("files").join(name);
        if path.exists() {
            fs::remove_dir_all(&path)?;
        }
        fs::create_dir_all(&path)?;
        let folder = Self(path);
        for number in 0..2 {
            fs::write(folder.0.join(format!("{number}.smithy")), model(number))?;
        }
        Ok(folder)
    }

    fn out(&self) -> PathBuf {
        self.0.join("out")
    }

    fn add_foreign(&self) -> io::Result<()> {
        for path in FOREIGN {
            let path = self.out().join(path);
            fs::create_dir_all(path.parent().unwrap_or(&path))?;
            fs::write(path, "Mine.\n")?;
        }
        Ok(())
    }

    fn command(&self, model: usize) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_whitesmith"));
        command.args(arguments(model)).current_dir(&self.0).stdout(Stdio::null()).stderr(Stdio::piped());
        command
    }

    /// A run that has to do its work.
    fn run(&self, model: usize) -> Checked {
        succeeded(&self.command(model).output()?)
    }

    /// What each of the two models gives.
    fn crates(&self) -> Result<[Files; 2], Box<dyn std::error::Error>> {
        self.run(1)?;
        let one = built(&self.out())?;
        self.run(0)?;
        Ok([built(&self.out())?, one])
    }

    /// Whether the folder has one of the crates, and everything that is not ours.
    fn check(&self, crates: &[Files]) -> Result<(), String> {
        let found = built(&self.out()).map_err(|error| error.to_string())?;
        if !crates.contains(&found) {
            return Err(format!("this is none of the crates: {:?}", found.keys()));
        }
        let is_kept = |path: &&str| fs::read(self.out().join(path)).is_ok_and(|text| text == b"Mine.\n");
        FOREIGN.iter().find(|path| !is_kept(path)).map_or(Ok(()), |path| Err(format!("{path} is lost")))
    }

    /// What runs have beside the files of the crate.
    fn staged(&self) -> io::Result<usize> {
        let is_staged = |name: &str| name.starts_with(".whitesmith-");
        Ok(fs::read_dir(self.out())?.flatten().filter(|entry| is_staged(&entry.file_name().to_string_lossy())).count())
    }
}

fn arguments(model: usize) -> Vec<String> {
    let model = format!("{model}.smithy");
    ["codegen", "--model", &model, "--out", "out", "--package", "sample", "--protocol-tests"].map(str::to_owned).into()
}

/// Two models whose crates differ in nearly every file, in which files there are, and in what
/// they need of the runtime.
fn model(number: usize) -> String {
    let (protocol, uri, member) =
        [("restXml", "@xmlNamespace(uri: \"http://example.com\")", "first"), ("awsJson1_0", "", "second")][number];
    let shapes: String = (0..4)
        .map(|index| format!("structure Thing{number}{index} {{ {member}: String }}\nstructure Same{index} {{ text: String, {member}: String }}\n"))
        .collect();
    let members: String =
        (0..4).map(|index| format!("a{index}: Thing{number}{index}\nb{index}: Same{index}\n")).collect();
    format!(
        "$version: \"2.0\"\nnamespace example\n\n@aws.protocols#{protocol}\n{uri}\n\
         service Shop {{ version: \"1\", operations: [Put] }}\n\n@http(method: \"POST\", uri: \"/put\")\n\
         operation Put {{ input := {{ {members} }} }}\n\n{shapes}"
    )
}

/// What cargo builds: the manifest but for the root that it names, and all below that root.
fn built(out: &Path) -> io::Result<Files> {
    let manifest = fs::read_to_string(out.join("Cargo.toml")).unwrap_or_default();
    let mut manifest: toml::Table = manifest.parse().map_err(io::Error::other)?;
    let root = manifest.remove("lib").and_then(|lib| Some(lib.get("path")?.as_str()?.to_owned()));
    let root = root.map_or_else(|| "src".to_owned(), |root| root.trim_end_matches("/lib.rs").to_owned());
    let mut files = Files::new();
    collect(&out.join(&root), Path::new(""), &mut files)?;
    files.retain(|path, _| !FOREIGN.iter().any(|foreign| Path::new("src").join(path) == Path::new(foreign)));
    files.insert("Cargo.toml".into(), manifest.to_string().into_bytes());
    Ok(files)
}

fn collect(folder: &Path, name: &Path, files: &mut Files) -> io::Result<()> {
    if !folder.exists() {
        return Ok(());
    }
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let (path, name) = (entry.path(), name.join(entry.file_name()));
        if entry.file_type()?.is_dir() {
            collect(&path, &name, files)?;
        } else {
            files.insert(name, fs::read(path)?);
        }
    }
    Ok(())
}

fn succeeded(output: &Output) -> Checked {
    if output.status.success() {
        return Ok(());
    }
    Err(format!("{}: {}", output.status, String::from_utf8_lossy(&output.stderr)).into())
}

/// Numbers that differ from run to run; the seed is a part of every failure.
struct Random(u64);

impl Random {
    fn new() -> Self {
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        Self(now.as_nanos() as u64 | 1)
    }

    fn below(&mut self, limit: Duration) -> Duration {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        Duration::from_nanos(self.0 % (limit.as_nanos() as u64).max(1))
    }
}

#[test]
fn a_killed_run_leaves_a_whole_crate() -> Checked {
    const RUNS: usize = 20;
    let folder = Folder::new("killed")?;
    let crates = folder.crates()?;
    assert_ne!(crates[0], crates[1]);
    folder.add_foreign()?;
    let start = Instant::now();
    folder.run(1)?;
    let whole = start.elapsed();
    let mut random = Random::new();
    for run in 0..RUNS {
        let seed = random.0;
        let mut child = folder.command(run % 2).spawn()?;
        // Any moment of a run; and of every other one a moment in which it writes.
        if run % 2 == 0 {
            std::thread::sleep(random.below(whole));
        } else {
            wait_until_it_writes(&folder, &mut child)?;
            std::thread::sleep(random.below(Duration::from_millis(4)));
        }
        // It may have ended: then there is nothing to kill.
        let _ = child.kill();
        child.wait()?;
        folder.check(&crates).map_err(|problem| format!("run {run}, random number {seed}: {problem}"))?;
    }
    folder.run(0)?;
    folder.check(&crates[..1])?;
    assert_eq!(folder.staged()?, 0, "something is left");
    Ok(())
}

fn wait_until_it_writes(folder: &Folder, child: &mut Child) -> io::Result<()> {
    let before = folder.staged()?;
    while child.try_wait()?.is_none() && folder.staged()? <= before {}
    Ok(())
}

#[test]
fn two_runs_at_once_leave_one_crate() -> Checked {
    let folder = Folder::new("at_once")?;
    let crates = folder.crates()?;
    folder.add_foreign()?;
    for round in 0..25 {
        // The same one twice, and now and then each another one.
        let models = if round % 5 == 4 { [0, 1] } else { [round % 2, round % 2] };
        let children = [folder.command(models[0]).spawn()?, folder.command(models[1]).spawn()?];
        for child in children {
            succeeded(&child.wait_with_output()?)?;
        }
        let allowed = if models[0] == models[1] { &crates[models[0]..=models[0]] } else { &crates[..] };
        folder.check(allowed).map_err(|problem| format!("round {round}: {problem}"))?;
        assert_eq!(folder.staged()?, 0, "round {round}: something is left");
    }
    for _ in 0..5 {
        fs::remove_dir_all(folder.out())?;
        let children = [folder.command(0).spawn()?, folder.command(0).spawn()?];
        for child in children {
            succeeded(&child.wait_with_output()?)?;
        }
        assert_eq!(built(&folder.out())?, crates[0]);
    }
    Ok(())
}

#[cfg(unix)]
#[test]
fn who_waits_says_so() -> Checked {
    let folder = Folder::new("waits")?;
    folder.run(0)?;
    let held = fs::File::open(folder.out())?;
    held.lock()?;
    let mut child = folder.command(1).spawn()?;
    let mut said = String::new();
    let mut stderr = BufReader::new(child.stderr.take().ok_or("it has one")?);
    stderr.read_line(&mut said)?;
    assert_eq!(said, "waiting for another run that has locked `out`\n");
    held.unlock()?;
    assert!(child.wait()?.success());
    Ok(())
}

#[test]
fn the_home_folder_is_not_a_place_for_a_crate() -> Checked {
    let folder = Folder::new("home")?;
    fs::create_dir_all(folder.0.join("people/me"))?;
    for out in ["people/me", "people", "people/me/../me/."] {
        let output = Command::new(env!("CARGO_BIN_EXE_whitesmith"))
            .args(["codegen", "--model", "0.smithy", "--package", "sample", "--out", out])
            .current_dir(&folder.0)
            .env("HOME", folder.0.join("people/me"))
            .output()?;
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{out}: {said}");
        let expected = format!("cannot generate a crate into `{out}`: it is or contains the home folder");
        assert!(said.contains(&expected), "{out}: {said}");
        assert_eq!(fs::read_dir(folder.0.join("people/me"))?.count(), 0);
    }
    Ok(())
}

/// Runs a script as one who may mount, where the system lets us be one. Where it does not,
/// the injected errors of the unit tests have to do.
#[cfg(target_os = "linux")]
fn with_mounts(folder: &Folder, script: &str) -> io::Result<Option<String>> {
    let run = |flag: &str, script: &str| {
        let program = env!("CARGO_BIN_EXE_whitesmith");
        let quoted = arguments(1).join(" ");
        let head = format!("set -e; codegen() {{ '{program}' {quoted}; }}; ");
        Command::new("unshare").args([flag, "sh", "-c", &(head + script)]).current_dir(&folder.0).output()
    };
    for flag in ["-m", "-rm"] {
        if run(flag, "mount -t tmpfs none .").is_ok_and(|output| output.status.success()) {
            let output = run(flag, script)?;
            let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
            return Ok(Some(format!("{}\n{said}", output.status.code().unwrap_or(-1))));
        }
    }
    Ok(None)
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_the_old_crate() -> Checked {
    let folder = Folder::new("full")?;
    let crates = folder.crates()?;
    folder.add_foreign()?;
    // As much as the old crate needs, and then some of what the new one would.
    for free in [0, 4, 12, 24, 40] {
        let script = format!(
            "cp -a out saved; rm -rf left; mkdir -p small left; mount -t tmpfs -o size=8m none small; \
             cp -a saved small/out; cp *.smithy small; cd small; \
             cat /dev/zero > filler 2>/dev/null || true; truncate -s -{free}K filler; \
             if codegen; then echo whole; fi; cd ..; cp -a small/out left; rm -rf saved"
        );
        let Some(said) = with_mounts(&folder, &script)? else { return Ok(()) };
        let there = Folder(folder.0.join("left"));
        assert!(said.contains("No space left on device"), "{free} KiB are free: {said}");
        there.check(&crates[..1]).map_err(|problem| format!("{free} KiB are free: {problem}: {said}"))?;
        assert_eq!(there.staged()?, 0, "{free} KiB are free: something is left");
    }
    Ok(())
}

#[cfg(target_os = "linux")]
#[test]
fn what_is_mounted_there_stays() -> Checked {
    let folder = Folder::new("mounted")?;
    let crates = folder.crates()?;
    folder.add_foreign()?;
    let script = "mkdir out/src/other out/src/bound; mount -t tmpfs none out/src/other; \
                  mount --bind out/tests out/src/bound; echo Mine. > out/src/other/mine.rs; \
                  codegen; cat out/src/other/mine.rs out/src/bound/mine.rs; \
                  umount out/src/other out/src/bound; rmdir out/src/other out/src/bound";
    let Some(said) = with_mounts(&folder, script)? else { return Ok(()) };
    assert!(said.starts_with("0\n") && said.contains("\nMine.\nMine.\n"), "{said}");
    folder.check(&crates[1..])?;

    for path in ["out/src", "out/src/shapes", "out/src/operation/put.rs", "out/Cargo.toml"] {
        folder.run(0)?;
        let said = with_mounts(&folder, &format!("mount --bind {path} {path}; codegen"))?.unwrap_or_default();
        let expected = format!("1\nerror: `{path}` is in the way: it is a mount point");
        assert!(said.starts_with(&expected), "{path}: {said}");
        folder.check(&crates[..1]).map_err(|problem| format!("{path}: {problem}"))?;
        assert_eq!(folder.staged()?, 0, "{path}: something is left");
    }
    Ok(())
}
