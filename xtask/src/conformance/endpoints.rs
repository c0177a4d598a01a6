//! In: models with `smithy.rules#endpointTests`, those of the corpora or the files and folders
//! that are named. Out: how many of their cases hold, and a line for each that does not. Why:
//! where a request goes is the one thing that a caller cannot see in the code.
//!
//! The cases are tried by a package of its own, tests/endpoints, which has the interpreter. The
//! calls that the corpora have beside them are made by clients that are emitted for it.

use std::path::PathBuf;
use std::process::Command;

use whitesmith_codegen::driver::Runtime;

use super::Corpora;
use whitesmith_cli::protocol_tests::{Test, Wanted};
use whitesmith_cli::terminal::to_stdout;

/// The models whose cases are calls, too, and the operations that they call.
const CALLS: [(&str, &[&str]); 3] = [
    ("dynamodb", &["BatchGetItem", "DescribeTable", "ListTables"]),
    (
        "s3",
        &["CreateBucket", "GetObject", "ListBuckets", "ListDirectoryBuckets", "ListObjects", "WriteGetObjectResponse"],
    ),
    ("sts", &["GetCallerIdentity"]),
];

/// The models of the corpora whose cases are there.
const MODELS: [&str; 4] =
    ["endpoint-rules/rules-engine-tests", "endpoint-rules/bdd/aws-2026-08", "aws-models", "aws-models-2025-09"];

pub(super) fn run(corpora: &Corpora) -> Result<String, String> {
    let mut paths = corpora.paths.clone();
    if !paths.is_empty() {
        return cases(corpora, &paths);
    }
    paths.extend(MODELS.map(|model| corpora.corpora.join(model)));
    Ok(format!("{}; {}", cases(corpora, &paths)?, calls(corpora)?))
}

/// The cases of the rules.
fn cases(corpora: &Corpora, paths: &[PathBuf]) -> Result<String, String> {
    let output = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["run", "--quiet", "--package", "endpoints", "--manifest-path"])
        .arg(corpora.root.join("Cargo.toml"))
        .arg("--")
        .args(paths.iter().map(absolute))
        .stderr(std::process::Stdio::inherit())
        .output()
        .map_err(|error| format!("cannot start the package `endpoints`: {error}"))?;
    let said = String::from_utf8_lossy(&output.stdout);
    let (lines, counts) = said.trim_end().rsplit_once('\n').unwrap_or(("", said.trim_end()));
    if !lines.is_empty() {
        to_stdout(&format!("{lines}\n"));
    }
    if output.status.success() {
        Ok(counts.to_owned())
    } else {
        Err(counts.to_owned())
    }
}

/// The calls that have to lead to the same endpoints.
fn calls(corpora: &Corpora) -> Result<String, String> {
    let (mut passed, mut wrong) = (0, Vec::new());
    for (model, operations) in CALLS {
        let operations: Vec<String> = operations.iter().copied().map(str::to_owned).collect();
        let wanted = Wanted {
            models: &[corpora.corpora.join(format!("endpoint-rules/bdd/aws-2026-08/{model}.json"))],
            service: None,
            protocol: None,
            operations: Some(&operations),
            out: &corpora.scratch.join("protocols"),
            runtime: Runtime::Path(corpora.root.join("runtime")),
            lock: Some(corpora.root.join("Cargo.lock")),
        };
        let tests = wanted.run().map_err(|failure| format!("{model}: {}", String::from(failure)))?;
        let (good, bad): (Vec<&Test>, Vec<&Test>) =
            tests.iter().filter(|test| test.name.contains("_call_")).partition(|test| test.is_passed());
        passed += good.len();
        wrong
            .extend(bad.iter().map(|test| format!("{model} {}: {}", test.name, test.failure.as_deref().unwrap_or(""))));
    }
    let counts = format!("{passed} calls passed, {} failed", wrong.len());
    if wrong.is_empty() {
        Ok(counts)
    } else {
        Err(format!("{}\n{counts}", wrong.join("\n")))
    }
}

fn absolute(path: &PathBuf) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.clone())
}
