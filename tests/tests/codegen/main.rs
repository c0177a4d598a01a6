//! In: tests/codegen/<area>/<case>/model.smithy. Out: one test a folder, which compares
//! the items that the model asks for with the snapshots beside it, and one test that
//! builds what all of them emit. Why: a fixture is a folder, and a new behaviour is a new
//! folder, named after it. `WHITESMITH_FIXTURES` in the environment makes the last test
//! run clippy and rustdoc too, as `cargo xtask ci` does.

mod build;
mod case;
mod select;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use libtest_mimic::{Arguments, Failed, Trial};

use case::Case;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let cases = match Case::all(&Path::new(env!("CARGO_MANIFEST_DIR")).join("codegen")) {
        Ok(cases) => cases,
        Err(error) => return fail(&error),
    };
    let mut trials: Vec<Trial> = cases
        .iter()
        .cloned()
        .map(|case| Trial::test(case.name(), move || check(&case).map_err(Failed::from)))
        .collect();
    let scratch = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("fixtures");
    trials.push(Trial::test("what_is_emitted_builds_without_a_warning", move || {
        build::check(&cases, &scratch).map_err(Failed::from)
    }));
    libtest_mimic::run(&arguments, trials).exit_code()
}

#[allow(clippy::print_stderr)] // There is no test yet that could fail instead.
fn fail(error: &str) -> ExitCode {
    eprintln!("{error}");
    ExitCode::FAILURE
}

/// Compares what a fixture emits with its snapshots.
fn check(case: &Case) -> Result<(), String> {
    let emitted = case.generate()?;
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(&case.folder);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    for snapshot in &case.snapshots {
        let text = match snapshot.path.as_str() {
            "diagnostics" => emitted.diagnostics.clone(),
            path => {
                let file = emitted.tree.get(path).ok_or_else(|| {
                    let paths: Vec<&str> = emitted.tree.keys().map(String::as_str).collect();
                    format!("no file `{path}` is emitted, but {}", paths.join(", "))
                })?;
                select::items(file, &snapshot.selectors, snapshot.has_docs)?
            }
        };
        settings.bind(|| insta::assert_snapshot!(snapshot.name.as_str(), text));
    }
    case.check_no_snapshot_is_left_over()
}
