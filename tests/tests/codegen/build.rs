//! In: all fixtures. Out: an error with what the compiler says of the crates that they
//! emit. Why: the emitted text has to build without a warning, with `missing_docs` on.
//!
//! They are packages of one workspace in the target folder, with the lock file and the
//! profile of this one. What has not changed is not written, and so not built again.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::case::Case;

/// Runs cargo over the crates of all fixtures.
pub(crate) fn check(cases: &[Case], scratch: &Path) -> Result<(), String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("the tests stand in the repository")?;
    emit(cases, scratch, root).map_err(|error| format!("{}: {error}", scratch.display()))?;
    cargo(scratch, &["check"])?;
    if std::env::var_os("WHITESMITH_FIXTURES").is_some() {
        cargo(scratch, &["clippy"])?;
        cargo(scratch, &["doc", "--no-deps"])?;
    }
    Ok(())
}

fn emit(cases: &[Case], scratch: &Path, root: &Path) -> std::io::Result<()> {
    fs::create_dir_all(scratch)?;
    fs::copy(root.join("Cargo.lock"), scratch.join("Cargo.lock"))?;
    let runtime = root.join("runtime").display().to_string().replace('\\', "/");
    let mut members = Vec::new();
    for case in cases {
        let package = case.package();
        let emitted = case.generate().map_err(std::io::Error::other)?;
        let stale = files(&scratch.join(&package))?.into_iter().filter(|path| {
            let path = path.strip_prefix(scratch.join(&package)).map(|path| path.display().to_string());
            path.is_ok_and(|path| !emitted.tree.contains_key(&path.replace('\\', "/")))
        });
        for path in stale {
            fs::remove_file(path)?;
        }
        for (path, text) in &emitted.tree {
            let text = text.replace("\"../runtime\"", &format!("{runtime:?}"));
            write(&scratch.join(&package).join(path), &text)?;
        }
        members.push(package);
    }
    // The lock file has to be this workspace's, so what is debugged never matters: no
    // debug information, which is most of what a check writes.
    let manifest = format!(
        "[workspace]\nresolver = \"2\"\nmembers = {members:?}\n\n[profile.dev]\ndebug = false\nincremental = false\n"
    );
    write(&scratch.join("Cargo.toml"), &manifest)
}

/// Leaves a file that is as it should be: cargo looks at its time.
fn write(path: &Path, text: &str) -> std::io::Result<()> {
    if fs::read(path).is_ok_and(|bytes| bytes == text.as_bytes()) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text)
}

fn files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        if !folder.exists() {
            continue;
        }
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    Ok(files)
}

/// Fails with all that the compiler says: it has nothing to say of a good crate.
fn cargo(scratch: &Path, arguments: &[&str]) -> Result<(), String> {
    let mut command = Command::new(env!("CARGO"));
    command.args(arguments).args(["--workspace", "--offline", "--quiet", "--keep-going", "--message-format=short"]);
    // The target folder and flags of the cargo that runs this test are not for these crates.
    command.env("CARGO_TARGET_DIR", scratch.join("target")).env_remove("RUSTFLAGS").env_remove("RUSTDOCFLAGS");
    let output = command.current_dir(scratch).output().map_err(|error| format!("cannot run cargo: {error}"))?;
    let said = String::from_utf8_lossy(&output.stderr);
    if output.status.success() && said.trim().is_empty() {
        return Ok(());
    }
    Err(format!("cargo {} says:\n{said}", arguments.join(" ")))
}
