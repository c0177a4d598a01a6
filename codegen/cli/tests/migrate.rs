//! In: projects in tests/migrate, each in a folder that says what it shows, and models beside
//! them. Out: what `migrate` prints, what it writes, and that the written manifest generates.
//! Why: each project is one that people have, and must compile after it.
//!
//! A case without models of its own is read with those in tests/migrate/models.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

type Checked = Result<(), Box<dyn std::error::Error>>;

/// A copy of a case, with a folder that passes for the runtime.
struct Case {
    name: &'static str,
    folder: PathBuf,
}

impl Case {
    fn new(name: &'static str) -> io::Result<Self> {
        // Tests that share a case run at the same time.
        static COPIES: AtomicUsize = AtomicUsize::new(0);
        let copy_name = format!("{name}-{}", COPIES.fetch_add(1, Ordering::Relaxed));
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("migrate").join(copy_name);
        let _ = fs::remove_dir_all(&folder);
        let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/migrate");
        copy(&cases.join("models"), &folder.join("models"))?;
        copy(&cases.join(name), &folder)?;
        fs::create_dir_all(folder.join("runtime"))?;
        fs::write(folder.join("runtime/Cargo.toml"), "[package]\nname = \"whitesmith-runtime\"\n")?;
        Ok(Self { name, folder })
    }

    /// Runs `whitesmith` in a folder: the exit code and all that it prints.
    fn run(&self, folder: &str, arguments: &[&str]) -> io::Result<String> {
        let mut command = Command::new(env!("CARGO_BIN_EXE_whitesmith"));
        let output = command.args(arguments).current_dir(self.folder.join(folder)).env("NO_COLOR", "1").output()?;
        let [printed, said] =
            [&output.stdout, &output.stderr].map(|text| String::from_utf8_lossy(text).replace('\\', "/"));
        let said = said.replace(&*env!("CARGO_BIN_EXE_whitesmith").replace('\\', "/"), "whitesmith");
        let code = output.status.code().map_or_else(|| "none".to_owned(), |code| code.to_string());
        Ok(format!("exit {code}\n{printed}{said}"))
    }

    fn migrate(&self, more: &[&str]) -> io::Result<String> {
        self.run("", &[&["migrate", "project", "--models", "models", "--runtime-path", "runtime"], more].concat())
    }

    /// The texts of all files of the project that differ from those of the case.
    fn changes(&self) -> io::Result<String> {
        let before = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/migrate").join(self.name).join("project");
        let mut text = String::new();
        for path in files(&self.folder.join("project"))? {
            let name = path.strip_prefix(self.folder.join("project")).unwrap_or(&path).to_path_buf();
            let new = fs::read_to_string(&path)?;
            let is_copy = name.extension().is_some_and(|extension| extension == "json" || extension == "smithy");
            match fs::read_to_string(before.join(&name)) {
                Ok(old) if old == new => {}
                _ if is_copy => text.push_str(&format!("--- {}, a copy\n", name.display())),
                _ => text.push_str(&format!("--- {}\n{new}", name.display())),
            }
        }
        Ok(text.replace('\\', "/"))
    }

    #[track_caller]
    fn assert(&self, snapshot: &str, text: &str) {
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(Path::new("migrate").join(self.name));
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!(snapshot, text));
    }
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    for path in files(from)? {
        let target = to.join(path.strip_prefix(from).unwrap_or(&path));
        fs::create_dir_all(target.parent().unwrap_or(to))?;
        fs::copy(&path, target)?;
    }
    Ok(())
}

/// All files below a folder but the snapshots, sorted.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut pending = vec![folder.to_path_buf()];
    while let Some(folder) = pending.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            match path.is_dir() {
                true => pending.push(path),
                false if path.extension().is_some_and(|extension| extension == "snap" || extension == "new") => {}
                false => found.push(path),
            }
        }
    }
    found.sort();
    Ok(found)
}

/// What is printed, what is written, and that another run and `codegen` agree with it.
#[track_caller]
fn check(name: &'static str, more: &[&str]) -> Checked {
    let case = Case::new(name)?;
    case.assert("printed", &case.migrate(&[more, &["-v"]].concat())?);
    assert_eq!(case.changes()?, "", "something was written");
    let written = case.migrate(&[more, &["--write"]].concat())?;
    case.assert("written", &format!("{written}{}", case.changes()?));
    let generated = case.run("project", &["codegen"])?;
    assert!(generated.starts_with("exit 0\n"), "{generated}");
    let again = case.migrate(&[more, &["--write"]].concat())?;
    assert!(again.contains("\nnothing to change\n"), "{again}");
    Ok(())
}

/// What is wrong, and that nothing was written.
#[track_caller]
fn check_mistake(name: &'static str) -> Checked {
    let case = Case::new(name)?;
    case.assert("message", &case.migrate(&["--write"])?);
    assert_eq!(case.changes()?, "", "something was written");
    Ok(())
}

#[test]
fn every_use_counts() -> Checked {
    check("every_use_counts", &[])
}

#[test]
fn types_bring_an_operation() -> Checked {
    check("types_bring_an_operation", &[])
}

#[test]
fn workspaces_share_a_client() -> Checked {
    check("workspace", &[])
}

#[test]
fn entries_get_more_operations() -> Checked {
    check("entries_get_more_operations", &[])
}

#[test]
fn aws_config_is_patched() -> Checked {
    check("aws_config_is_patched", &["--aws-config"])
}

#[test]
fn only_the_client_is_named() -> Checked {
    check("only_the_client_is_named", &[])
}

/// The new model must not become a part of the old one.
#[test]
fn an_entry_that_takes_a_folder_of_models_keeps_it() -> Checked {
    check("models_of_a_folder", &[])
}

#[test]
fn mistakes_of_the_project_are_named() -> Checked {
    check_mistake("nothing_to_replace")?;
    check_mistake("mistake_not_rust")
}

#[test]
fn what_models_lack_is_named() -> Checked {
    check_mistake("mistake_no_model")?;
    check_mistake("mistake_unknown_names")?;
    check_mistake("mistake_refused")
}

/// Members of a workspace use what it says, so that one of them cannot be migrated alone.
#[test]
fn a_member_is_not_a_project() -> Checked {
    let case = Case::new("workspace")?;
    let message = case.run("", &["migrate", "project/crates/api", "--models", "models"])?;
    insta::assert_snapshot!(message, @r"
    exit 2
    error: project/crates/api/Cargo.toml: `aws-sdk-store` is a dependency of the workspace in `project`, whose packages share one client
    help: name that folder instead
    ");
    let message = case.run("project/crates", &["migrate", ".", "--models", "../../models"])?;
    insta::assert_snapshot!(message, @r"
    exit 2
    error: `.` has no Cargo.toml
    help: name the folder of a package or of a workspace
    ");
    Ok(())
}

/// Without a model, a client can stay.
#[test]
fn a_client_is_kept() -> Checked {
    let case = Case::new("mistake_no_model")?;
    let message = case.migrate(&["--keep", "aws-sdk-warehouse", "--write"])?;
    assert!(message.starts_with("exit 0\n"), "{message}");
    let manifest = fs::read_to_string(case.folder.join("project/Cargo.toml"))?;
    assert!(manifest.contains("aws-sdk-warehouse = \"1\""), "{manifest}");
    Ok(())
}

/// What is not a file of the project is neither read nor replaced.
#[cfg(unix)]
#[test]
fn links_are_not_replaced() -> Checked {
    let case = Case::new("only_the_client_is_named")?;
    let project = case.folder.join("project");
    fs::rename(project.join("Cargo.toml"), case.folder.join("Cargo.toml"))?;
    std::os::unix::fs::symlink("../Cargo.toml", project.join("Cargo.toml"))?;
    std::os::unix::fs::symlink("..", project.join("src/above"))?;
    let before = fs::read_to_string(case.folder.join("Cargo.toml"))?;
    let message = case.migrate(&["--write"])?;
    insta::assert_snapshot!(message, @r"
    exit 1
    note: no code names `aws-sdk-queue`; remove the dependency, or leave it as it is
    error: cannot write `project/Cargo.toml`: it is a link, or something else that is not a file
    help: move it, or replace it by a file
    ");
    assert_eq!(fs::read_to_string(case.folder.join("Cargo.toml"))?, before);
    assert!(!project.join("model").exists(), "something was written");
    Ok(())
}
