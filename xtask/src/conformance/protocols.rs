//! In: the official protocol tests. Out: how many of them our clients pass, a line for each
//! set; an error if one fails that is not a known deviation, or if one was not run.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::Value;
use whitesmith_codegen::driver::Runtime;

use super::{read, Corpora};
use whitesmith_cli::protocol_tests::{Test, Wanted};
use whitesmith_cli::terminal::to_stdout;

/// A set of cases: its folder or files, and what else belongs to its model.
struct Set {
    name: &'static str,
    /// What the cases are in.
    cases: &'static [&'static str],
    /// What they refer to.
    shared: &'static [&'static str],
}

const AWS: &[&str] = &["aws/shared-types.smithy", "aws/aws-config.smithy"];

const SETS: &[Set] = &[
    Set { name: "restJson1", cases: &["aws/restJson1"], shared: AWS },
    Set { name: "awsJson1_0", cases: &["aws/awsJson1_0"], shared: AWS },
    Set { name: "restXml", cases: &["aws/restXml"], shared: AWS },
    Set { name: "awsQuery", cases: &["aws/awsQuery"], shared: AWS },
    Set { name: "rpcv2Cbor", cases: &["smithy/rpcv2Cbor"], shared: &["smithy/shared-types.smithy"] },
    Set { name: "rpcv2Cbor of AWS", cases: &["aws/rpcv2Cbor"], shared: AWS },
    // Each file of the extras is a model of its own.
    Set { name: "extras: numbers", cases: &["smithy-rs-extras/big-numbers.smithy"], shared: &[] },
    Set { name: "extras: misc", cases: &["smithy-rs-extras/misc.smithy"], shared: &[] },
    Set {
        name: "extras: weather",
        cases: &["smithy-rs-extras/main.smithy"],
        shared: &["smithy-rs-extras/nested.smithy", "smithy-rs-extras/more-nesting.smithy"],
    },
    Set { name: "extras: names", cases: &["smithy-rs-extras/naming-obstacle-course-ops.smithy"], shared: &[] },
    Set { name: "extras: enums", cases: &["smithy-rs-extras/basic-enums.smithy"], shared: AWS },
];

/// The one set whose cases are about an operation that is not in the corpora.
const ENUMS: (&str, &str) = ("extras: enums", "xtask/src/conformance/json_enums.smithy");

/// Cases that are wrong, with the reason.
const DEVIATIONS: &str = include_str!("protocol_deviations.toml");

/// Runs all sets.
pub(super) fn run(corpora: &Corpora) -> Result<String, String> {
    let folder = corpora.corpora.join("protocol-tests");
    let known: toml::Table = DEVIATIONS.parse().map_err(|error: toml::de::Error| error.to_string())?;
    let (mut passed, mut wrong, mut unused) = (0, Vec::new(), known.clone());
    for set in SETS {
        let mut models: Vec<PathBuf> = set.shared.iter().chain(set.cases).map(|path| folder.join(path)).collect();
        if set.name == ENUMS.0 {
            models.push(corpora.root.join(ENUMS.1));
        }
        let wanted = Wanted {
            models: &models,
            service: None,
            protocol: None,
            operations: None,
            out: &corpora.scratch.join("protocols"),
            runtime: Runtime::Path(corpora.root.join("runtime")),
            lock: Some(corpora.root.join("Cargo.lock")),
        };
        let tests = match wanted.run() {
            Ok(tests) => tests,
            Err(failure) => {
                wrong.push(format!("{}: {}", set.name, String::from(failure)));
                continue;
            }
        };
        let counts = counts(set, &folder, &tests)?;
        let failed: Vec<&Test> = tests.iter().filter(|test| !test.is_passed()).collect();
        passed += tests.len() - failed.len();
        to_stdout(&format!("  {}: {counts}, {} failed\n", set.name, failed.len()));
        for test in failed {
            let name = format!("{} {}", test.service, test.name);
            match known.get(&name).and_then(toml::Value::as_str) {
                Some(reason) => {
                    unused.remove(&name);
                    to_stdout(&format!("    {name} is wrong: {reason}\n"));
                }
                None => wrong.push(format!("{name}\n{}", test.failure.as_deref().unwrap_or_default())),
            }
        }
    }
    wrong.extend(unused.keys().map(|name| format!("{name} is a known deviation that does not deviate")));
    if wrong.is_empty() {
        Ok(format!("{passed} passed, {} known to be wrong", known.len()))
    } else {
        Err(wrong.join("\n"))
    }
}

/// How many tests of each kind ran; all that are for clients have to.
fn counts(set: &Set, folder: &std::path::Path, tests: &[Test]) -> Result<String, String> {
    let cases: Value = serde_json::from_str(&read(&folder.join("cases.json"))?).map_err(|error| error.to_string())?;
    let mut expected: BTreeMap<&str, usize> = BTreeMap::new();
    for case in cases.as_array().into_iter().flatten() {
        let text = |key| case.get(key).and_then(Value::as_str).unwrap_or_default();
        let is_of_set = set
            .cases
            .iter()
            .any(|path| text("file").strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')));
        let kind = match text("kind") {
            "httpRequestTests" => "requests",
            "httpResponseTests" => "responses",
            "eventStreamTests" => "events",
            _ => continue,
        };
        if is_of_set && text("appliesTo") != "server" {
            *expected.entry(kind).or_default() += 1;
        }
    }
    let mut counts = Vec::new();
    for (kind, expected) in expected {
        let run = tests.iter().filter(|test| test.kind() == kind).count();
        if run != expected {
            return Err(format!("{}: {run} of {expected} {kind} were run", set.name));
        }
        counts.push(format!("{run} {kind}"));
    }
    Ok(counts.join(", "))
}
