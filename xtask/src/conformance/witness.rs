//! In: the calls of tests/witness, and botocore. Out: how many of our requests are equal to
//! those of botocore; an error for each that differs, unless the difference is known. Why: the
//! owner of the services wrote botocore, and its requests are what the services get every day.
//!
//! The request that botocore sends for a call becomes a protocol test that is applied to the
//! operation, and runs like the tests of a model. So the comparison is that of protocol tests:
//! method, path, query and the headers of members, and JSON, XML, forms and CBOR by their
//! meaning and not by their bytes. The content type is compared without its parameters, and
//! only if botocore sends one: to services of XML it does not.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{json, Map, Value};
use whitesmith_codegen::driver::Runtime;

use super::{python, read, Corpora};
use whitesmith_cli::protocol_tests::{Test, Wanted};
use whitesmith_cli::terminal::{to_stderr, to_stdout};

/// The host of the endpoint. A name and not an address, before which the names of buckets go.
const HOST: &str = "witness.example.com";

/// A service of the table.
struct Service {
    /// Botocore's name for it.
    name: String,
    model: String,
    id: String,
    protocol: String,
    calls: Vec<Call>,
}

/// A call, and what is compared of it.
struct Call {
    operation: String,
    input: Value,
    /// Why the requests are not the same.
    differs: Option<String>,
}

pub(super) fn run(corpora: &Corpora) -> Result<String, String> {
    let folder = corpora.root.join("tests/witness");
    let services = services(&folder.join("calls.toml"))?;
    let python = match python::find(corpora)? {
        Ok(python) => python,
        Err(reason) => return Ok(format!("skipped: {reason}")),
    };
    let mut requests = ask(&python, &folder.join("requests.py"), &services)?.into_iter();
    let (mut same, mut different, mut wrong) = (0, 0, Vec::new());
    for service in &services {
        let requests: Vec<Value> = requests.by_ref().take(service.calls.len()).collect();
        let tests = test(corpora, service, &requests)?;
        for (number, call) in service.calls.iter().enumerate() {
            let what = format!("{} {} {}", service.name, call.operation, call.input);
            let Some(test) = tests.iter().find(|test| is_test_of(test, call, number)) else {
                wrong.push(format!("{what}: the test was not run"));
                continue;
            };
            match (&test.failure, &call.differs) {
                (None, None) => same += 1,
                (None, Some(_)) => wrong.push(format!("{what}: is listed with `differs`, but does not differ")),
                (Some(_), Some(reason)) => {
                    to_stdout(&format!("    {what}: differs: {reason}\n"));
                    different += 1;
                }
                (Some(failure), None) => wrong.push(format!("{what}:\n{failure}")),
            }
            if corpora.is_verbose && test.is_passed() {
                to_stdout(&format!("    {what}\n"));
            }
        }
    }
    if wrong.is_empty() {
        Ok(format!("{same} requests are those of botocore, {different} differ with a reason"))
    } else {
        Err(wrong.join("\n"))
    }
}

/// Reads the table.
fn services(path: &Path) -> Result<Vec<Service>, String> {
    let table: toml::Table = read(path)?.parse().map_err(|error| format!("{}: {error}", path.display()))?;
    let services = entries(&table, "service").map(|entry| {
        let calls = entries(entry, "call").map(|call| {
            let input = text(call, "input")?;
            Ok(Call {
                operation: text(call, "operation")?,
                input: serde_json::from_str(&input).map_err(|error| format!("{error} in {input}"))?,
                differs: call.get("differs").and_then(toml::Value::as_str).map(str::to_owned),
            })
        });
        Ok(Service {
            name: text(entry, "name")?,
            model: text(entry, "model")?,
            id: text(entry, "id")?,
            protocol: text(entry, "protocol")?,
            calls: calls.collect::<Result<_, String>>()?,
        })
    });
    services.collect::<Result<_, String>>().map_err(|error| format!("{}: {error}", path.display()))
}

fn entries<'t>(table: &'t toml::Table, name: &str) -> impl Iterator<Item = &'t toml::Table> {
    table.get(name).and_then(toml::Value::as_array).into_iter().flatten().filter_map(toml::Value::as_table)
}

fn text(entry: &toml::Table, name: &str) -> Result<String, String> {
    entry.get(name).and_then(toml::Value::as_str).map(str::to_owned).ok_or_else(|| format!("an entry lacks `{name}`"))
}

/// What botocore makes of the calls, in their order.
fn ask(python: &Path, script: &Path, services: &[Service]) -> Result<Vec<Value>, String> {
    let calls: Vec<Value> = services
        .iter()
        .flat_map(|service| service.calls.iter().map(move |call| (service, call)))
        .map(|(service, call)| {
            json!({
                "service": service.name,
                "protocol": service.protocol,
                "operation": call.operation,
                "input": call.input,
            })
        })
        .collect();
    let shown = format!("{} {}", python.display(), script.display());
    to_stderr(&format!("$ {shown}\n"));
    let fails = |error: std::io::Error| format!("cannot run `{shown}`: {error}");
    let mut process =
        Command::new(python).arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().map_err(fails)?;
    // The script reads all before it writes anything, so neither waits for the other.
    if let Some(mut input) = process.stdin.take() {
        input.write_all(Value::from(calls).to_string().as_bytes()).map_err(fails)?;
    }
    let output = process.wait_with_output().map_err(fails)?;
    if !output.status.success() {
        return Err(format!("`{shown}` fails"));
    }
    serde_json::from_slice(&output.stdout).map_err(|error| format!("`{shown}` prints no list: {error}"))
}

/// Runs the calls of a service as protocol tests that expect these requests.
fn test(corpora: &Corpora, service: &Service, requests: &[Value]) -> Result<Vec<Test>, String> {
    let out = corpora.scratch.join("witness");
    let tests = out.join("tests.json");
    std::fs::create_dir_all(&out)
        .and_then(|()| std::fs::write(&tests, model(service, requests).to_string()))
        .map_err(|error| format!("{}: {error}", tests.display()))?;
    let models: [PathBuf; 2] = [corpora.model(&service.model), tests];
    let mut operations: Vec<String> = service.calls.iter().map(|call| call.operation.clone()).collect();
    operations.sort();
    operations.dedup();
    let wanted = Wanted {
        models: &models,
        service: Some(&service.id),
        protocol: Some(&service.protocol),
        operations: Some(&operations),
        out: &out,
        runtime: Runtime::Path(corpora.root.join("runtime")),
        lock: Some(corpora.root.join("Cargo.lock")),
    };
    wanted.run().map_err(|failure| format!("{}: {}", service.name, String::from(failure)))
}

/// A model that has only the tests, for the operations of another.
fn model(service: &Service, requests: &[Value]) -> Value {
    let namespace = service.id.split('#').next().unwrap_or_default();
    let mut operations: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
    for (number, (call, request)) in service.calls.iter().zip(requests).enumerate() {
        operations.entry(&call.operation).or_default().push(case(service, call, number, request));
    }
    let shapes: Map<String, Value> = operations
        .into_iter()
        .map(|(operation, cases)| {
            let traits = json!({ "smithy.test#httpRequestTests": cases });
            (format!("{namespace}#{operation}"), json!({ "type": "apply", "traits": traits }))
        })
        .collect();
    json!({ "smithy": "2.0", "shapes": shapes })
}

fn case(service: &Service, call: &Call, number: usize, request: &Value) -> Value {
    let is_cbor = service.protocol.ends_with("rpcv2Cbor");
    let media_type = match service.protocol.rsplit('#').next().unwrap_or_default() {
        "restXml" => "application/xml",
        "awsQuery" | "ec2Query" => "application/x-www-form-urlencoded",
        "rpcv2Cbor" => "application/cbor",
        _ => "application/json",
    };
    let mut headers = request["headers"].as_object().cloned().unwrap_or_default();
    if let Some(content_type) = request["contentType"].as_str() {
        let content_type = content_type.split(';').next().unwrap_or_default();
        headers.insert("content-type".to_owned(), content_type.into());
    }
    json!({
        "id": id(call, number),
        "protocol": service.protocol,
        "host": HOST,
        "resolvedHost": request["host"],
        "method": request["method"],
        "uri": request["path"],
        "queryParams": request["query"],
        "forbidQueryParams": request["absentQuery"],
        "headers": headers,
        "forbidHeaders": request["absentHeaders"],
        "body": request[if is_cbor { "body" } else { "text" }],
        "bodyMediaType": media_type,
        "params": call.input,
    })
}

fn id(call: &Call, number: usize) -> String {
    format!("{}Call{number}", call.operation)
}

/// Whether it is the test of the call; its name is the id in the form of Rust's.
fn is_test_of(test: &Test, call: &Call, number: usize) -> bool {
    let function = test.name.rsplit("::").next().and_then(|function| function.strip_prefix("request_"));
    function.is_some_and(|function| function.replace('_', "") == id(call, number).to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn call() -> Call {
        Call { operation: "PutItem".to_owned(), input: json!({}), differs: None }
    }

    #[test]
    fn a_test_is_found_by_its_name() {
        let test =
            |name: &str| Test { service: String::new(), protocol: String::new(), name: name.to_owned(), failure: None };
        assert!(is_test_of(&test("put_item::request_put_item_call12"), &call(), 12));
        assert!(!is_test_of(&test("put_item::request_put_item_call1"), &call(), 12));
    }

    #[test]
    fn a_request_becomes_a_test_of_its_operation() {
        let service = Service {
            name: "store".to_owned(),
            model: String::new(),
            id: "example#Store".to_owned(),
            protocol: "aws.protocols#awsQuery".to_owned(),
            calls: vec![call()],
        };
        let request = json!({ "contentType": "a/b; charset=utf-8", "headers": { "x": "1" }, "text": "A=B" });
        let model = model(&service, &[request]);
        let case = &model["shapes"]["example#PutItem"]["traits"]["smithy.test#httpRequestTests"][0];
        assert_eq!(case["headers"], json!({ "x": "1", "content-type": "a/b" }));
        assert_eq!((&case["body"], &case["id"]), (&json!("A=B"), &json!("PutItemCall0")));
    }
}
