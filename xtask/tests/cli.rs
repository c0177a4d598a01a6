//! In: bad models and bad arguments. Out: what the program says, and the code it exits
//! with. Why: a message is part of the interface. This stands beside the program, and not
//! with the other tests, because cargo builds it for the tests of its own package only.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

type Checked = Result<(), Box<dyn std::error::Error>>;

/// A folder of its own for one test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> std::io::Result<Self> {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path)?;
        Ok(Self(path))
    }

    fn write(&self, name: &str, text: &str) -> std::io::Result<()> {
        let path = self.0.join(name);
        std::fs::create_dir_all(path.parent().unwrap_or(&self.0))?;
        std::fs::write(path, text)
    }

    fn read(&self, name: &str) -> std::io::Result<String> {
        std::fs::read_to_string(self.0.join(name))
    }

    /// Runs a program in the folder. Paths in its arguments are relative, so no message
    /// depends on the machine.
    fn run(&self, program: &str, arguments: &[&str]) -> std::io::Result<Output> {
        Command::new(program).args(arguments).current_dir(&self.0).env("NO_COLOR", "1").output()
    }

    /// `whitesmith codegen` of model.smithy into `out`.
    fn codegen(&self, more: &[&str]) -> std::io::Result<Output> {
        let arguments = ["codegen", "--model", "model.smithy", "--out", "out", "--package", "sample"];
        self.run(env!("CARGO_BIN_EXE_whitesmith"), &[&arguments, more].concat())
    }

    fn names(&self) -> std::io::Result<Vec<String>> {
        let mut names: Vec<String> =
            std::fs::read_dir(&self.0)?.flatten().map(|entry| entry.file_name().to_string_lossy().into()).collect();
        names.sort();
        Ok(names)
    }
}

/// Exit code and standard error, as one text.
fn shown(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr).replace('\\', "/").replace(".exe", "");
    format!("exit {}\n{said}", output.status.code().map_or_else(|| "none".to_owned(), |code| code.to_string()))
}

/// A model that cannot be used: its message, and nothing written.
#[track_caller]
fn check(name: &str, model: &str, more: &[&str]) -> std::io::Result<String> {
    let folder = Folder::new(name)?;
    folder.write("model.smithy", model)?;
    let output = folder.codegen(more)?;
    assert_eq!(folder.names()?, ["model.smithy"], "something was written");
    Ok(shown(&output))
}

/// Messages that are too long to stand in a test stand in a file.
#[track_caller]
fn assert_message(name: &str, message: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("cli");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, message));
}

const GOOD: &str = r#"$version: "2.0"
namespace example

@aws.protocols#restJson1
service Shop { version: "1", operations: [GetOrder, ListOrders] }

@readonly
@http(method: "GET", uri: "/orders/{id}")
operation GetOrder { input := { @required @httpLabel id: String } }

@readonly
@http(method: "GET", uri: "/orders")
operation ListOrders {}
"#;

#[test]
fn syntax_errors_are_shown_where_they_are() -> Checked {
    let model = "$version: \"2.0\"\nnamespace example\n\nstructure Sample {\n    name String\n}\n\n\
                 list Names {\n    member = String\n}\n\n@http(method \"GET\")\noperation Get {}\n";
    assert_message("syntax_errors", &check("syntax_errors", model, &[])?);
    Ok(())
}

#[test]
fn all_mistakes_of_a_model_are_told_at_once() -> Checked {
    let model = r#"$version: "2.0"
namespace example

@aws.protocols#restJson1
service Shop { version: "1", operations: [GetOrder, GetLine] }

@readonly
@http(method: "GET", uri: "/orders/{id}")
operation GetOrder {
    input := {
        @required @httpLabel id: String
        @required @httpLabel line: String
        note: Strng
    }
}

@readonly
@http(method: "GET", uri: "/lines/{id}")
operation GetLine { input := { choice: Choice } }

union Choice {}

structure Thing { one: String }
structure Thing { other: String }
"#;
    assert_message("all_mistakes", &check("all_mistakes", model, &[])?);
    Ok(())
}

#[test]
fn members_that_become_one_name_are_an_error() -> Checked {
    let model = r#"$version: "2.0"
namespace example

@aws.protocols#restJson1
service Shop { version: "1", operations: [Put] }

@http(method: "POST", uri: "/put")
operation Put { input := { thing: Thing, color: Color, choice: Choice } }

structure Thing {
    fooBar: String
    foo_bar: String
    other: String
}

enum Color {
    LIGHT_RED = "1"
    LightRed = "2"
}

union Choice {
    someText: String
    some_text: String
}
"#;
    assert_message("one_name", &check("one_name", model, &[])?);
    Ok(())
}

#[test]
fn an_unknown_operation_shows_the_nearest_names() -> Checked {
    assert_message("unknown_operation", &check("unknown_operation", GOOD, &["--operations", "GetOrders,Nonsense"])?);
    Ok(())
}

#[test]
fn an_unknown_service_shows_those_there_are() -> Checked {
    assert_message("unknown_service", &check("unknown_service", GOOD, &["--service", "Shoop"])?);
    Ok(())
}

#[test]
fn a_protocol_that_is_not_built_yet_is_named() -> Checked {
    let model = GOOD.replace("@aws.protocols#restJson1", "@aws.protocols#restXml");
    assert_message("unsupported_protocol", &check("unsupported_protocol", &model, &[])?);
    Ok(())
}

#[test]
fn an_event_stream_is_named_with_its_trait() -> Checked {
    let model = GOOD
        .replace("operation ListOrders {}", "operation ListOrders { output := { @httpPayload events: Events } }")
        + "\n@streaming\nunion Events { order: Order }\nstructure Order { id: String }\n";
    assert_message("event_stream", &check("event_stream", &model, &[])?);
    Ok(())
}

#[test]
fn a_file_in_the_way_stops_everything() -> Checked {
    let folder = Folder::new("in_the_way")?;
    folder.write("model.smithy", GOOD)?;
    folder.write("out/src/client.rs", "// Mine.\n")?;
    assert_message("in_the_way", &shown(&folder.codegen(&[])?));
    assert_eq!(folder.read("out/src/client.rs")?, "// Mine.\n");
    assert!(!folder.0.join("out/Cargo.toml").exists() && !folder.0.join("out/src/lib.rs").exists());
    Ok(())
}

#[test]
fn a_missing_model_is_wrong_usage() -> Checked {
    let folder = Folder::new("missing_model")?;
    let output = folder.codegen(&[])?;
    assert_eq!(output.status.code(), Some(2));
    let said = shown(&output);
    assert!(said.starts_with("exit 2\nerror: cannot read `model.smithy`: "), "{said}");
    assert!(folder.names()?.is_empty());
    Ok(())
}

#[test]
fn arguments_that_make_no_sense_are_wrong_usage() -> Checked {
    let folder = Folder::new("usage")?;
    folder.write("model.smithy", GOOD)?;
    let whitesmith = env!("CARGO_BIN_EXE_whitesmith");
    for arguments in [
        &["codegen", "--model", "model.smithy"][..],
        &["codegen", "--model", "model.smithy", "--out", "out", "--package", "../evil"],
        &["codegen", "--manifest", "none.toml"],
        &["codegen", "--manifets"],
        &["generate"],
    ] {
        let output = folder.run(whitesmith, arguments)?;
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", shown(&output));
        assert_eq!(folder.names()?, ["model.smithy"], "{arguments:?} wrote something");
    }
    Ok(())
}

#[test]
fn a_crate_is_written_once_and_then_left_alone() -> Checked {
    let folder = Folder::new("written")?;
    folder.write("model.smithy", GOOD)?;
    for files in ["files written, 0 unchanged", "0 files written"] {
        let output = folder.codegen(&[])?;
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "{}", shown(&output));
        assert!(said.starts_with("sample: 2 operations, 0 shapes, ") && said.contains(files), "{said}");
    }
    Ok(())
}

#[test]
fn check_tells_what_is_out_of_date() -> Checked {
    let folder = Folder::new("check")?;
    folder.write("model.smithy", GOOD)?;
    assert!(folder.codegen(&[])?.status.success());
    assert!(folder.codegen(&["--check"])?.status.success());
    let meta = folder.read("out/src/meta.rs")?;
    folder.write("out/src/meta.rs", &meta.replacen("use ", "use  ", 1))?;
    std::fs::remove_file(folder.0.join("out/src/types.rs"))?;
    let header = meta.lines().next().unwrap_or_default();
    folder.write("out/src/shapes/left_over.rs", &format!("{header}\n"))?;
    folder.write("out/src/mine.rs", "// Mine.\n")?;
    let output = folder.run(
        env!("CARGO_BIN_EXE_xtask"),
        &["codegen", "--check", "--model", "model.smithy", "--out", "out", "--package", "sample"],
    )?;
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stdout).replace('\\', "/");
    for line in ["missing out/src/types.rs", "stale out/src/meta.rs", "extra out/src/shapes/left_over.rs"] {
        assert!(said.lines().any(|said| said == line), "`{line}` is not in\n{said}");
    }
    assert!(!said.contains("mine.rs"), "{said}");
    assert!(!folder.0.join("out/src/types.rs").exists(), "--check wrote a file");
    Ok(())
}

/// A run that is killed at any moment leaves the old crate or the new one.
#[test]
fn a_killed_run_leaves_a_whole_crate() -> Checked {
    const RUNS: u32 = 40;
    let folder = Folder::new("killed")?;
    let member = |name: &str| {
        GOOD.replace("@required @httpLabel id: String", &format!("@required @httpLabel id: String, {name}: String"))
    };
    let models = [member("first"), member("second") + "\nlist Unused { member: String }\n"];
    let mut whole = Vec::new();
    for model in &models {
        folder.write("model.smithy", model)?;
        assert!(folder.codegen(&[])?.status.success());
        whole.push(sources(&folder.0.join("out/src"))?);
    }
    assert_ne!(whole[0], whole[1]);
    let whitesmith = env!("CARGO_BIN_EXE_whitesmith");
    // How long a whole run takes here sets the moments: spread over it, not chosen.
    let start = std::time::Instant::now();
    assert!(folder.codegen(&[])?.status.success());
    let step = start.elapsed() / (RUNS - 1);
    for run in 0..RUNS {
        folder.write("model.smithy", &models[run as usize % 2])?;
        let mut child = Command::new(whitesmith)
            .args(["codegen", "--model", "model.smithy", "--out", "out", "--package", "sample"])
            .current_dir(&folder.0)
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()?;
        std::thread::sleep(step * run);
        // It may have ended: then there is nothing to kill.
        let _ = child.kill();
        child.wait()?;
        let found = sources(&folder.0.join("out/src"))?;
        assert!(whole.contains(&found), "run {run} left neither the old crate nor the new one");
    }
    // What an interrupted run left beside the sources is gone after the next whole one.
    assert!(folder.codegen(&[])?.status.success());
    let mut names: Vec<String> = std::fs::read_dir(folder.0.join("out"))?
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert_eq!(names, ["Cargo.toml", "rustfmt.toml", "src"]);
    Ok(())
}

/// Path and text of all files below a folder, sorted.
fn sources(root: &Path) -> std::io::Result<Vec<(PathBuf, String)>> {
    let mut files = Vec::new();
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let text = std::fs::read_to_string(&path)?;
                files.push((path, text));
            }
        }
    }
    files.sort();
    Ok(files)
}
