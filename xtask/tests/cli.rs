//! In: arguments of `cargo xtask`. Out: what it prints where it differs from `whitesmith`:
//! its name, its runtime, and the commands that only it has. Why: all else is tested in
//! codegen/cli/tests, with the other program.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

type Checked = Result<(), Box<dyn std::error::Error>>;

/// A folder for one test with the manifest of a crate.
fn folder(name: &str) -> std::io::Result<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("xtask").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(folder.join("model"))?;
    let model = "$version: \"2.0\"\nnamespace example\n@aws.protocols#awsJson1_0\nservice Shop {}\n";
    std::fs::write(folder.join("model/shop.smithy"), model)?;
    std::fs::write(
        folder.join("model/whitesmith.toml"),
        "[[crate]]\nmodels = [\"shop.smithy\"]\nout = \"../shop\"\npackage = \"shop\"\n",
    )?;
    Ok(folder)
}

fn xtask(folder: &Path, arguments: &[&str]) -> std::io::Result<Output> {
    Command::new(env!("CARGO_BIN_EXE_xtask")).args(arguments).current_dir(folder).env("NO_COLOR", "1").output()
}

/// The help of a failed check is the command that cargo has an alias for.
#[test]
fn check_repeats_the_command() -> Checked {
    let output = xtask(&folder("check")?, &["codegen", "--check"])?;
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr)?;
    assert!(said.ends_with("error: generated files are out of date\nhelp: run cargo xtask codegen\n"), "{said}");
    Ok(())
}

/// Nobody has to name the runtime in the repository that it is in.
#[test]
fn a_crate_depends_on_the_runtime_of_this_repository() -> Checked {
    let folder = folder("runtime")?;
    let arguments = ["codegen", "--model", "model/shop.smithy", "--out", "shop", "--package", "shop"];
    let output = xtask(&folder, &arguments)?;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let manifest = std::fs::read_to_string(folder.join("shop/Cargo.toml"))?;
    let dependency = manifest.lines().find(|line| line.contains("whitesmith-runtime")).unwrap_or_default();
    assert!(manifest.contains("/runtime\""), "{dependency}");
    Ok(())
}

#[test]
fn each_command_has_an_example_of_its_own() -> Checked {
    for command in
        ["codegen", "migrate", "validate", "ast", "protocol-tests", "compat", "bench", "conformance", "readme", "ci"]
    {
        let output = xtask(Path::new("."), &[command, "--help"])?;
        let said = String::from_utf8(output.stdout)?;
        let (_, examples) = said.split_once("\nExamples:\n").unwrap_or_default();
        assert!(examples.contains(&format!("  cargo xtask {command}")), "{said}");
    }
    Ok(())
}
