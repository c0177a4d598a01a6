//! In: bad models and bad arguments. Out: what the program says, and the code it exits
//! with. Why: a message is part of the interface. This is beside the program, and not with the
//! other tests, because cargo builds a program for the tests of its own package only.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

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

    /// Runs `whitesmith` with this standard input: exit code and everything that it prints.
    fn piped(&self, arguments: &[&str], input: &str) -> std::io::Result<String> {
        let mut child = Command::new(env!("CARGO_BIN_EXE_whitesmith"))
            .args(arguments)
            .current_dir(&self.0)
            .env("NO_COLOR", "1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        if let Some(mut stdin) = child.stdin.take() {
            stdin.write_all(input.as_bytes())?;
        }
        child.wait_with_output().map(|output| all_of(&output))
    }

    /// `whitesmith codegen` of model.smithy into `out`.
    fn codegen(&self, more: &[&str]) -> std::io::Result<Output> {
        let arguments = ["codegen", "--model", "model.smithy", "--out", "out", "--package", "sample"];
        self.run(env!("CARGO_BIN_EXE_whitesmith"), &[&arguments, more].concat())
    }

    /// `whitesmith` with these arguments: exit code and everything that it prints.
    fn whitesmith(&self, arguments: &[&str]) -> std::io::Result<String> {
        self.run(env!("CARGO_BIN_EXE_whitesmith"), arguments).map(|output| all_of(&output))
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

/// Exit code, standard output and standard error, as one text.
fn all_of(output: &Output) -> String {
    let printed = String::from_utf8_lossy(&output.stdout);
    let said = shown(output);
    let (code, said) = said.split_once('\n').unwrap_or((&said, ""));
    format!("{code}\n{printed}{said}")
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

/// Messages that are too long for a test are in a file.
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
operation GetLine { input := { choice: Choice, thing: Thing } }

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
fn services_of_one_name_are_told_apart_by_their_ids() -> Checked {
    let folder = Folder::new("two_services")?;
    folder.write("model.smithy", GOOD)?;
    folder.write("other.smithy", "$version: \"2.0\"\nnamespace other\n\nservice Shop { version: \"1\" }\n")?;
    let shown_for = |more: &[&str]| folder.codegen(&[&["--model", "other.smithy"], more].concat());
    assert_message("two_services", &shown(&shown_for(&[])?));
    assert_message("two_services_of_one_name", &shown(&shown_for(&["--service", "Shop"])?));
    assert_eq!(folder.names()?, ["model.smithy", "other.smithy"], "something was written");
    assert!(shown_for(&["--service", "example#Shop"])?.status.success());
    Ok(())
}

/// Of a choice in a manifest, the message shows the line, and one that can be pasted.
#[test]
fn a_wrong_choice_is_shown_in_the_manifest() -> Checked {
    let folder = Folder::new("manifest_choices")?;
    folder.write("shop.smithy", GOOD)?;
    folder.write("other.smithy", "$version: \"2.0\"\nnamespace other\n\nservice Shop { version: \"1\" }\n")?;
    let mut said = String::new();
    for (models, choice) in [
        ("shop", "service = \"Shoop\""),
        ("other", ""),
        ("other", "service = \"Shop\""),
        ("shop", "operations = [\n    \"GetOrder\",\n    \" GetOrders\",\n]"),
        ("shop", "protocol = \"awsQuery\""),
        ("shop", "protocol = \"soap\""),
        ("shop", "request-id-header = \"x trace\""),
        ("shop", "presign = [\"GetOrder\", \"GetOrders\"]"),
        ("shop", "operations = [\" \"]"),
        ("shop", "version = \"1\""),
        ("none", ""),
    ] {
        let list =
            if models == "other" { "\"shop.smithy\", \"other.smithy\"" } else { &format!("\"{models}.smithy\"") };
        let entry = format!("[[crate]]\nmodels = [{list}]\nout = \"out\"\npackage = \"sample\"\n{choice}\n");
        folder.write("whitesmith.toml", &entry)?;
        said += &shown(&folder.run(env!("CARGO_BIN_EXE_whitesmith"), &["codegen", "--manifest", "whitesmith.toml"])?);
        said += "\n";
    }
    assert_eq!(folder.names()?, ["other.smithy", "shop.smithy", "whitesmith.toml"], "something was written");
    assert_message("manifest_choices", &said);
    Ok(())
}

/// A protocol that this model defines itself, and nobody else knows.
fn with_own_protocol(others: &str) -> String {
    let own = format!("{others}\n@carrierPigeon");
    GOOD.replace("@aws.protocols#restJson1", own.trim_start())
        + "\n@trait(selector: \"service\")\n@protocolDefinition\nstructure carrierPigeon {}\n"
}

#[test]
fn a_protocol_that_is_not_built_yet_is_named() -> Checked {
    assert_message("unsupported_protocol", &check("unsupported_protocol", &with_own_protocol(""), &[])?);
    Ok(())
}

#[test]
fn a_protocol_that_cannot_be_had_shows_those_that_can() -> Checked {
    let model = with_own_protocol("@aws.protocols#restJson1\n@aws.protocols#restXml");
    for (name, wanted) in [
        ("protocol_not_built", "carrierPigeon"),
        ("protocol_not_declared", "awsQuery"),
        ("protocol_not_known", "smithy.example#restXml"),
    ] {
        assert_message(name, &check(name, &model, &["--protocol", wanted])?);
    }
    Ok(())
}

#[test]
fn a_protocol_is_chosen_by_name_or_id() -> Checked {
    let folder = Folder::new("protocol")?;
    folder.write("model.smithy", &with_own_protocol("@aws.protocols#restJson1\n@aws.protocols#restXml"))?;
    for wanted in ["restXml", "aws.protocols#restXml"] {
        let output = folder.codegen(&["--protocol", wanted])?;
        let said = all_of(&output);
        assert!(said.starts_with("exit 0\nsample: restXml, "), "{said}");
    }
    Ok(())
}

#[test]
fn the_header_of_request_ids_is_one_and_not_of_aws() -> Checked {
    assert_message("request_id_header", &check("request_id_header", GOOD, &["--request-id-header", "x trace"])?);
    let aws = GOOD.replace("service Shop", "@aws.api#service(sdkId: \"Shop\")\nservice Shop");
    assert_message("request_id_of_aws", &check("request_id_of_aws", &aws, &["--request-id-header", "x-trace-id"])?);
    let folder = Folder::new("request_id")?;
    folder.write("model.smithy", GOOD)?;
    assert!(shown(&folder.codegen(&["--request-id-header", "X-Trace-Id"])?).starts_with("exit 0\n"));
    let meta = folder.read("out/src/meta.rs")?;
    assert!(meta.contains(".request_id_headers(") && meta.contains("\"x-trace-id\""), "{meta}");
    Ok(())
}

/// A crate with it would not compile.
#[test]
fn a_sparse_list_cannot_be_in_a_header() -> Checked {
    let members =
        "id: String, @httpQuery(\"names\") names: Names }, output := { @httpHeader(\"x-names\") names: Names }";
    let model = GOOD.replace("id: String }", members) + "\n@sparse\nlist Names { member: String }\n";
    assert_message("sparse_list_in_header", &check("sparse_list_in_header", &model, &[])?);
    Ok(())
}

#[test]
fn requests_that_cannot_be_presigned_say_why() -> Checked {
    let signed = GOOD.replace("service Shop", "@aws.auth#sigv4(name: \"shop\")\nservice Shop");
    let body = signed
        .replace("@readonly\n@http(method: \"GET\", uri: \"/orders/{id}\")", "@http(method: \"POST\", uri: \"/{id}\")");
    let body = body.replace("id: String }", "id: String, note: String }");
    assert_message("presign_body", &check("presign_body", &body, &["--presign", "GetOrder,ListOrder"])?);
    Ok(())
}

#[test]
fn an_operation_that_cannot_be_had_leaves_those_that_can() -> Checked {
    let model = GOOD
        .replace("service Shop", "@aws.auth#sigv4(name: \"shop\")\n@httpDigestAuth\nservice Shop")
        .replace("operation ListOrders", "@auth([httpDigestAuth])\noperation ListOrders");
    assert_message("one_operation_refused", &check("one_operation_refused", &model, &[])?);
    let folder = Folder::new("other_operation")?;
    folder.write("model.smithy", &model)?;
    assert!(folder.codegen(&["--operations", "GetOrder"])?.status.success());
    Ok(())
}

/// The carets are under the trait, and not under what is in its parentheses.
#[test]
fn a_trait_is_marked_as_a_whole() -> Checked {
    let model = GOOD.replace("@aws.protocols#restJson1", "@carrierPigeon(name: \"Gustav\")")
        + "\n@trait(selector: \"service\")\n@protocolDefinition\nstructure carrierPigeon { name: String }\n";
    let said = check("marked_trait", &model, &[])?;
    let marked = "4 | @carrierPigeon(name: \"Gustav\")\n  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n";
    assert!(said.contains(marked), "{said}");
    Ok(())
}

/// What a trait means that no text defines is one thing for a model and another for a client.
#[test]
fn an_unknown_trait_says_why_it_is_judged_twice() -> Checked {
    let folder = Folder::new("unknown_trait")?;
    folder.write("model.smithy", &GOOD.replace("service Shop", "@other.place#shiny\nservice Shop"))?;
    let said = folder.whitesmith(&["validate", "model.smithy"])?;
    assert!(said.starts_with("exit 1\nerror[Model.UnresolvedTrait]") && said.contains("codegen only warns"), "{said}");
    let said = shown(&folder.codegen(&[])?);
    assert!(
        said.starts_with("exit 0\nwarning[Model.UnresolvedTrait]") && said.contains("an ERROR in validate"),
        "{said}"
    );
    Ok(())
}

#[test]
fn what_no_operation_can_do_without_is_refused_once() -> Checked {
    let model = GOOD.replace("service Shop", "@httpDigestAuth\nservice Shop");
    assert_message("digest_auth", &check("digest_auth", &model, &[])?);
    Ok(())
}

#[test]
fn of_many_operations_those_that_cannot_be_had_are_named() -> Checked {
    let names: Vec<String> = (10..30).map(|number| format!("Get{number}")).collect();
    let operations: String = names
        .iter()
        .map(|name| format!("@readonly @http(method: \"GET\", uri: \"/{name}\") operation {name} {{}}\n"))
        .collect();
    let model = GOOD
        .replace("ListOrders]", &format!("ListOrders, {}]", names.join(", ")))
        .replace("service Shop", "@aws.auth#sigv4(name: \"shop\")\n@httpDigestAuth\nservice Shop")
        .replace("operation ListOrders", "@auth([httpDigestAuth])\noperation ListOrders")
        + &operations;
    let said = check("many_operations", &model, &[])?;
    let end =
        "   = help: generate only some of the 21 supported operations, with --operations: all but `ListOrders`\n\n\
               error: nothing was written\n";
    assert!(said.ends_with(end), "{said}");
    Ok(())
}

#[test]
fn a_document_is_refused_where_the_protocol_has_none() -> Checked {
    let model = r#"$version: "2.0"
namespace example

@smithy.protocols#rpcv2Cbor
@aws.protocols#awsJson1_0
service Shop { version: "1", operations: [Put, Get] }

operation Put { input := { note: Note } }
operation Get {}

structure Note { text: String, more: Document }
"#;
    assert_message("document_in_cbor", &check("document_in_cbor", model, &[])?);
    let folder = Folder::new("document_in_json")?;
    folder.write("model.smithy", model)?;
    assert!(folder.codegen(&["--protocol", "awsJson1_0"])?.status.success());
    Ok(())
}

#[test]
fn a_stream_of_bytes_is_the_whole_body() -> Checked {
    let model = GOOD.replace("@aws.protocols#restJson1", "@aws.protocols#awsJson1_1").replace(
        "operation ListOrders {}",
        "operation ListOrders { output := { @required image: Image, name: String } }",
    ) + "\n@streaming\nblob Image\n";
    assert_message("misplaced_stream", &check("misplaced_stream", &model, &[])?);
    Ok(())
}

#[test]
fn a_stream_of_events_needs_a_protocol_that_has_them() -> Checked {
    let model = r#"$version: "2.0"
namespace example
@xmlNamespace(uri: "http://example.com")
@aws.protocols#awsQuery
service Shop { version: "1", operations: [Follow] }
operation Follow { output := { feed: Feed } }
@streaming
union Feed { chunk: Chunk }
structure Chunk { text: String }
"#;
    assert_message("misplaced_events", &check("misplaced_events", model, &[])?);
    Ok(())
}

#[test]
fn the_errors_of_a_stream_need_a_name_of_their_own() -> Checked {
    let model = r#"$version: "2.0"
namespace example
@aws.protocols#awsJson1_1
service Shop { version: "1", operations: [Follow] }
operation Follow { output := { feed: Feed } errors: [FeedError] }
@streaming
union Feed { chunk: Chunk }
structure Chunk { text: String }
@error("server")
structure FeedError {}
"#;
    assert_message("stream_error_name", &check("stream_error_name", model, &[])?);
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
        &["ast"],
        &["validate", "model.smithy", "--format", "xml"],
        &["validate", "model.smithy", "--severity", "bad"],
        &["validate"],
        &["validate", ""],
        &["completions", "cmd"],
        &["codegen", "--model"],
        &["codegen", "--model", "model.smithy", "--out", "", "--package", "sample"],
        &["codegen", "--model", "model.smithy", "--out", "out", "--package", ""],
        &["codegen", "--model", "model.smithy", "--out", "out", "--package", "sample", "--crate-version", ""],
        &["codegen", "--model", "model.smithy", "--out", "out", "--package", "sample", "--operations", ","],
        &["codegen", "--model", "model.smithy", "--out", "out", "--package", "sample", "--manifest", "x.toml"],
        &["codegen", "--out", "out"],
        &["codegen", "model.smithy"],
        &["codegen", "--manifest", "."],
        &[],
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
        assert!(said.starts_with("sample: restJson1, 2 operations, 0 shapes, ") && said.contains(files), "{said}");
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
    let output = folder.codegen(&["--check"])?;
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stdout).replace('\\', "/");
    for line in ["missing out/src/types.rs", "stale out/src/meta.rs", "extra out/src/shapes/left_over.rs"] {
        assert!(said.lines().any(|said| said == line), "`{line}` is not in\n{said}");
    }
    assert!(!said.contains("mine.rs"), "{said}");
    assert!(!folder.0.join("out/src/types.rs").exists(), "--check wrote a file");
    Ok(())
}

/// What differs is shown as hunks, not as all that is between the first change and the last.
#[test]
fn check_prints_unified_hunks_up_to_a_limit() -> Checked {
    let folder = Folder::new("hunks")?;
    let member = |more: &str| GOOD.replace("@httpLabel id: String", &format!("@httpLabel id: String, {more}"));
    folder.write("model.smithy", &member("@httpQuery(\"a\") first: String"))?;
    assert!(folder.codegen(&[])?.status.success());
    let old = folder.read("out/src/operation/get_order.rs")?;
    let more = member("@httpQuery(\"a\") first: String, @httpQuery(\"b\") second: String");
    folder.write("model.smithy", &more)?;
    let check = |more: &[&str]| folder.codegen(&[&["--check"], more].concat()).map(|output| all_of(&output));
    let said = check(&[])?;
    let head = "stale out/src/operation/get_order.rs\n--- a/out/src/operation/get_order.rs\n\
                +++ b/out/src/operation/get_order.rs\n@@ -";
    assert!(said.starts_with(&format!("exit 1\n{head}")), "{said}");
    let removed = said.lines().filter(|line| line.starts_with('-') && !line.starts_with("---")).count();
    let hunks = said.lines().filter(|line| line.starts_with("@@ -")).count();
    assert!(hunks > 1 && removed == 0, "a new member is additions only: {said}");
    // One file that is all different is cut, and -v shows the whole of it.
    let header = old.lines().next().unwrap_or_default();
    folder.write("out/src/operation/get_order.rs", &format!("{header}\n{}", "// x\n".repeat(300)))?;
    let cut = check(&[])?;
    assert!(cut.lines().filter(|line| *line == "-// x").count() < 200, "{cut}");
    assert!(cut.lines().any(|line| line.starts_with("… ") && line.ends_with(" more lines")), "{cut}");
    let whole = check(&["-v"])?;
    assert_eq!(whole.lines().filter(|line| *line == "-// x").count(), 300, "{whole}");
    Ok(())
}

/// The help of a failed check is the command that was run, and a shell takes it.
#[test]
#[cfg(unix)]
fn check_repeats_the_command_for_a_shell() -> Checked {
    let folder = Folder::new("repeated")?;
    folder.write("my models/it's.smithy", GOOD)?;
    let arguments = ["codegen", "--model", "my models/it's.smithy", "--check", "--out", "o ut", "--package", "sample"];
    let whitesmith = env!("CARGO_BIN_EXE_whitesmith");
    let output = folder.run(whitesmith, &arguments)?;
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr)?;
    let command = said.lines().find_map(|line| line.strip_prefix("help: run ")).unwrap_or_default();
    assert_eq!(
        command,
        format!(r"{whitesmith} codegen --model 'my models/it'\''s.smithy' --out 'o ut' --package sample")
    );
    assert!(folder.run("sh", &["-c", command])?.status.success());
    assert!(folder.whitesmith(&arguments)?.starts_with("exit 0\nsample: up to date, "));
    assert!(folder.read("o ut/src/lib.rs")?.starts_with("// @generated by whitesmith; do not edit.\n"));
    // The same for a manifest.
    folder
        .write("model/whitesmith.toml", "[[crate]]\nmodels = [\"../my models\"]\nout = \"o\"\npackage = \"shop\"\n")?;
    let said = shown(&folder.run(whitesmith, &["codegen", "--check"])?);
    let end = format!("error: generated files are out of date\nhelp: run {whitesmith} codegen\n");
    assert!(said.ends_with(&end), "{said}");
    Ok(())
}

#[test]
fn a_crate_that_cargo_would_not_take_is_not_written() -> Checked {
    let folder = Folder::new("refused_by_cargo")?;
    folder.write("model.smithy", GOOD)?;
    folder.write("empty/README", "")?;
    folder.write("other/Cargo.toml", "[package]\nname = \"other\"\n")?;
    folder.write("broken/Cargo.toml", "[package\n")?;
    folder.write("whitesmith/Cargo.toml", "[package]\nname = \"whitesmith-runtime\"\n")?;
    let before = folder.names()?;
    for (option, value, expected) in [
        ("--crate-version", "01.2.3", "`01.2.3` is not a version: invalid leading zero"),
        ("--crate-version", "1.2.3+\"x", "`1.2.3+\"x` is not a version: empty identifier segment in build metadata"),
        ("--crate-version", "1.2", "`1.2` is not a version: unexpected end"),
        ("--crate-version", "18446744073709551616.0.0", "`18446744073709551616.0.0` is not a version: value of"),
        ("--crate-version", "1.2.3-01", "`1.2.3-01` is not a version: invalid leading zero"),
        ("--runtime-path", "nowhere", "cannot find `whitesmith-runtime`: the folder `nowhere` does not exist"),
        ("--runtime-path", "empty", "cannot find `whitesmith-runtime`: `empty` has no Cargo.toml"),
        ("--runtime-path", "other", "cannot find `whitesmith-runtime`: `other` is the package `other`"),
        ("--runtime-path", "broken", "cannot find `whitesmith-runtime`: `broken/Cargo.toml` is not the manifest"),
    ] {
        let said = shown(&folder.codegen(&[option, value])?);
        assert!(said.starts_with(&format!("exit 2\nerror: {expected}")) && said.contains("\nhelp: "), "{said}");
    }
    for package in ["test", "con", "fn", "1st", "_x", "whitesmith-runtime", "a b", &"a".repeat(65)] {
        let arguments = ["codegen", "--model", "model.smithy", "--out", "out", "--package", package];
        let said = folder.whitesmith(&arguments)?;
        assert!(said.starts_with(&format!("exit 2\nerror: `{package}` is not a package name: ")), "{said}");
    }
    assert_eq!(folder.names()?, before, "something was written");
    let said = shown(&folder.codegen(&["--runtime-path", "whitesmith", "--crate-version", "1.2.3-beta.1+5"])?);
    assert_eq!(said, "exit 0\n");
    Ok(())
}

/// There is no release of the runtime that a crate could ask for.
#[test]
fn a_crate_without_a_path_to_the_runtime_is_warned_of() -> Checked {
    let folder = Folder::new("released")?;
    folder.write("model.smithy", GOOD)?;
    assert_message("runtime_not_released", &shown(&folder.codegen(&[])?));
    let manifest = "[[crate]]\nmodels = [\"model.smithy\"]\nout = \"out\"\npackage = \"sample\"\n";
    folder.write("whitesmith.toml", manifest)?;
    let arguments = ["codegen", "--manifest", "whitesmith.toml"];
    assert!(folder.whitesmith(&arguments)?.contains("warning[Whitesmith.RuntimeNotReleased]"));
    // Whoever names a version knows.
    folder.write("whitesmith.toml", &format!("{manifest}runtime = {{ version = \"0.1\" }}\n"))?;
    assert!(!folder.whitesmith(&arguments)?.contains("warning"));
    folder.write("whitesmith.toml", &format!("{manifest}runtime = {{ version = \"garbage\" }}\n"))?;
    let said = folder.whitesmith(&arguments)?;
    assert!(
        said.starts_with(
            "exit 2\nerror: whitesmith.toml:5: `garbage` is not a version requirement for `whitesmith-runtime`: "
        ),
        "{said}"
    );
    Ok(())
}

/// What a caller may look for and not find is one line, of what the slice uses, here and in
/// the docs of the crate.
#[test]
fn what_a_crate_does_not_have_is_one_note() -> Checked {
    let folder = Folder::new("note")?;
    let waiter = "@smithy.waiters#waitable(OrderReady: { acceptors: [{ state: \"success\", matcher: { output: { \
                  path: \"orders[0].state\", comparator: \"stringEquals\", expected: \"READY\" } } }] })";
    let model = GOOD
        .replace("service Shop", "@aws.auth#sigv4(name: \"shop\")\n@httpDigestAuth\n@auth([sigv4])\nservice Shop")
        .replace("operation ListOrders", &format!("{waiter}\noperation ListOrders"))
        .replace("namespace example\n", "namespace example\nuse aws.auth#sigv4\n");
    folder.write("model.smithy", &model)?;
    let notes = |output: &Output| -> Vec<String> {
        let said = shown(output);
        said.lines().filter(|line| line.starts_with("note: ")).map(str::to_owned).collect()
    };
    let note = "note: unsupported in `sample`: HTTP digest authentication and the waiter OrderReady";
    assert_eq!(notes(&folder.codegen(&[])?), [note]);
    let docs = folder.read("out/src/lib.rs")?;
    let origin = "//! Generated from the model of `example#Shop`, version 1, with all 2 operations.\n//!\n\
                  //! Not in this crate: HTTP digest authentication, the waiter OrderReady.\n";
    assert!(docs.contains(origin), "{docs}");
    let output = folder.codegen(&["--operations", "GetOrder"])?;
    assert_eq!(notes(&output), ["note: unsupported in `sample`: HTTP digest authentication"]);
    let docs = folder.read("out/src/lib.rs")?;
    assert!(docs.contains("`example#Shop`, version 1, with the operation `GetOrder`.\n"), "{docs}");
    folder.write("model.smithy", GOOD)?;
    assert_eq!(notes(&folder.codegen(&[])?), [""; 0]);
    assert!(!folder.read("out/src/lib.rs")?.contains("Not in this crate"));
    Ok(())
}

/// An operation that nobody asked for is in the output with the reason.
#[test]
fn what_a_slice_brings_along_is_a_note() -> Checked {
    let folder = Folder::new("brought")?;
    folder.write("model.smithy", SESSIONS)?;
    let note = "note: `sample` also has `CreateSession`, since calls with directory buckets (S3 Express) are signed \
                with the credentials of a session";
    let output = folder.codegen(&["--operations", "GetObject"])?;
    assert!(shown(&output).lines().any(|line| line == note), "{}", shown(&output));
    for operations in ["GetObject,CreateSession", "ListBuckets", "CreateSession"] {
        let output = folder.codegen(&["--operations", operations])?;
        assert!(!shown(&output).contains("also has"), "{}", shown(&output));
    }
    Ok(())
}

const SESSIONS: &str = "\
$version: \"2.0\"
namespace example

@aws.api#service(sdkId: \"S3\")
@aws.auth#sigv4(name: \"s3\")
@aws.protocols#restXml
service Sessions { version: \"1\", operations: [CreateSession, GetObject, ListBuckets] }

@http(method: \"POST\", uri: \"/session\")
operation CreateSession { input := { @smithy.rules#contextParam(name: \"Bucket\") Bucket: String } }

@http(method: \"POST\", uri: \"/object\")
operation GetObject { input := { @smithy.rules#contextParam(name: \"Bucket\") Bucket: String } }

@http(method: \"POST\", uri: \"/buckets\")
operation ListBuckets {}
";

#[test]
fn a_model_comes_from_standard_input() -> Checked {
    let folder = Folder::new("stdin")?;
    assert_eq!(folder.piped(&["validate", "-"], GOOD)?, "exit 0\nnothing to report in 1 file\n");
    let wrong = folder.piped(&["validate", "-", "--severity", "error"], WRONG)?;
    assert!(wrong.starts_with("exit 1\n") && wrong.contains("--> <stdin>:"), "{wrong}");
    let json = folder.piped(&["ast", "-"], GOOD)?;
    let json = json.strip_prefix("exit 0\n").unwrap_or_default();
    // Twice is once, and JSON is known by what it is.
    assert_eq!(folder.piped(&["ast", "-", "-"], json)?, format!("exit 0\n{json}"));
    let arguments = ["codegen", "--model", "-", "--out", "out", "--package", "sample"];
    assert!(folder.piped(&arguments, json)?.contains("sample: restJson1, 2 operations, 0 shapes, "));
    assert!(folder.piped(&[&arguments[..], &["--check"]].concat(), GOOD)?.contains("sample: up to date, "));
    // It is one text of several, and no file of that name.
    folder.write("more.smithy", "$version: \"2.0\"\nnamespace example\nlist Orders { member: Order }\n")?;
    folder.write("-", "$version: \"2.0\"\nnamespace example\nstructure Order {}\n")?;
    let order = folder.read("-")?;
    assert!(folder.piped(&["validate", "more.smithy", "-"], &order)?.starts_with("exit 0\n"));
    assert!(folder.piped(&["validate", "more.smithy", "./-"], "")?.starts_with("exit 0\n"));
    assert_eq!(folder.piped(&["validate", "-"], "\n")?, "exit 2\nerror: cannot read standard input: it is empty\n");
    assert!(folder.piped(&["validate", "-"], "{}")?.starts_with("exit 2\nerror: standard input is not a model: "));
    Ok(())
}

#[test]
fn folders_of_builds_and_hidden_ones_are_not_searched() -> Checked {
    let folder = Folder::new("skipped")?;
    let broken = "structure {";
    for path in ["target/debug/copy.smithy", ".git/copy.smithy", "model/.cache/copy.smithy", "model/deep/target/x.json"]
    {
        folder.write(path, broken)?;
    }
    folder.write("model/model.smithy", GOOD)?;
    for path in [".", "model"] {
        assert_eq!(folder.whitesmith(&["validate", path])?, "exit 0\nnothing to report in 1 file\n", "{path}");
    }
    for path in ["target", "target/debug", ".git", "model/.cache/copy.smithy"] {
        assert!(folder.whitesmith(&["validate", path])?.starts_with("exit 1\nerror[Model]"), "{path}");
    }
    folder.write("only/target/a.smithy", GOOD)?;
    let said = folder.whitesmith(&["validate", "only"])?;
    assert!(said.contains("; hidden folders and folders named `target` are not searched\n"), "{said}");
    Ok(())
}

#[test]
fn the_manifest_is_searched_upwards() -> Checked {
    let folder = Folder::new("upwards")?;
    folder.write("model/shop.smithy", GOOD)?;
    let manifest = "[[crate]]\nmodels = [\"shop.smithy\"]\nout = \"../out\"\npackage = \"sample\"\n";
    folder.write("model/whitesmith.toml", manifest)?;
    folder.write("a/b/c/README", "")?;
    for place in [".", "model", "a", "a/b/c"] {
        let inner = Folder(folder.0.join(place));
        let said = inner.whitesmith(&["codegen"])?;
        assert!(said.contains("sample: restJson1, 2 operations, 0 shapes, "), "{place}: {said}");
        assert!(inner.whitesmith(&["codegen", "--check"])?.starts_with("exit 0\nsample: up to date, "), "{place}");
    }
    assert_eq!(folder.names()?, ["a", "model", "out"]);
    Ok(())
}

#[test]
fn a_manifest_that_is_nowhere_says_where_it_was_searched() -> Checked {
    // Outside of this repository, which has one.
    let outside = Folder(std::env::temp_dir().join(format!("whitesmith-nowhere-{}", std::process::id())));
    std::fs::create_dir_all(&outside.0)?;
    let said = outside.whitesmith(&["codegen"]);
    std::fs::remove_dir_all(&outside.0)?;
    let said = said?;
    assert!(said.starts_with("exit 2\nerror: there is no `model/whitesmith.toml` in `"), "{said}");
    assert!(said.contains("` or in a folder above it\nhelp: name a manifest: --manifest FILE, or a model: "), "{said}");
    Ok(())
}

#[test]
fn one_is_not_many() -> Checked {
    let folder = Folder::new("plural")?;
    let model = r#"$version: "2.0"
namespace example

@aws.protocols#restJson1
service Shop { operations: [Put] }

@http(method: "POST", uri: "/")
operation Put { input := { thing: Thing } }

structure Thing { text: String }
"#;
    folder.write("model.smithy", model)?;
    assert!(folder.codegen(&[])?.status.success());
    std::fs::remove_file(folder.0.join("out/src/types.rs"))?;
    let said = all_of(&folder.codegen(&[])?);
    assert!(said.contains("sample: restJson1, 1 operation, 1 shape, 1 file written, "), "{said}");
    Ok(())
}

/// As clap has it: the option, then NO_COLOR, CLICOLOR_FORCE, and what the stream is.
#[test]
fn colors_are_a_choice() -> Checked {
    let folder = Folder::new("colors")?;
    folder.write("model.smithy", WRONG)?;
    let is_colored = |arguments: &[&str], variable: (&str, &str)| -> std::io::Result<bool> {
        let mut command = Command::new(env!("CARGO_BIN_EXE_whitesmith"));
        command.args(arguments).current_dir(&folder.0);
        for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
            command.env_remove(name);
        }
        let output = command.env(variable.0, variable.1).output()?;
        Ok([output.stdout, output.stderr].concat().contains(&0x1b))
    };
    // Of the model, and of a command line that is wrong.
    for rest in [&["validate", "model.smithy"][..], &["nonsense"]] {
        for (color, variable, expected) in [
            (None, ("TERM", "xterm"), false),
            (None, ("CLICOLOR_FORCE", "1"), true),
            (None, ("NO_COLOR", "1"), false),
            (Some("always"), ("NO_COLOR", "1"), true),
            (Some("always"), ("TERM", "dumb"), true),
            (Some("never"), ("CLICOLOR_FORCE", "1"), false),
            (Some("auto"), ("CLICOLOR_FORCE", "1"), true),
        ] {
            let option: Vec<&str> = color.into_iter().flat_map(|color| ["--color", color]).collect();
            let arguments = [&option[..], rest].concat();
            assert_eq!(is_colored(&arguments, variable)?, expected, "{arguments:?} {variable:?}");
        }
    }
    assert!(folder.whitesmith(&["validate", "model.smithy", "--color", "red"])?.starts_with("exit 2\n"));
    Ok(())
}

#[test]
fn each_command_has_an_example_of_its_own() -> Checked {
    let folder = Folder::new("help")?;
    for command in ["codegen", "validate", "ast", "protocol-tests", "completions"] {
        let said = folder.whitesmith(&[command, "--help"])?;
        let (_, examples) = said.split_once("\nExamples:\n").unwrap_or_default();
        assert!(examples.contains(&format!("  whitesmith {command}")), "{said}");
    }
    let said = folder.whitesmith(&["codegen", "--help"])?;
    assert!(said.contains("Without it, generates\nall crates that a manifest lists"), "{said}");
    Ok(())
}

#[test]
fn shells_complete_the_commands() -> Checked {
    let folder = Folder::new("completions")?;
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = folder.whitesmith(&["completions", shell])?;
        for word in ["whitesmith", "protocol-tests", "runtime-path", "flatten-mixins", "never"] {
            assert!(script.starts_with("exit 0\n") && script.contains(word), "{shell}: no {word}");
        }
    }
    Ok(())
}

/// A reader that closes the pipe is neither an error nor a panic.
#[test]
fn a_closed_pipe_is_no_mistake() -> Checked {
    let folder = Folder::new("closed_pipe")?;
    folder.write("model.smithy", GOOD)?;
    let many: String = (0..20_000).map(|number| format!("structure S{number} {{}}\n")).collect();
    folder.write("many.smithy", &format!("$version: \"2.0\"\nnamespace many\n{many}"))?;
    for arguments in [
        &["ast", "many.smithy"][..],
        &["validate", "many.smithy", "--format", "json"],
        &["codegen", "--model", "model.smithy", "--out", "out", "--package", "sample", "-v"],
        &["codegen", "--help"],
        &["completions", "zsh"],
    ] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_whitesmith"))
            .args(arguments)
            .current_dir(&folder.0)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        drop(child.stdout.take());
        let output = child.wait_with_output()?;
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && !said.contains("panicked"), "{arguments:?}: {} {said}", output.status);
    }
    Ok(())
}

/// Names that are not text are valid, and an error where they must be text.
#[test]
#[cfg(target_os = "linux")]
fn a_path_need_not_be_utf_8() -> Checked {
    use std::os::unix::ffi::OsStrExt;
    let folder = Folder::new("bytes")?;
    let name = std::ffi::OsStr::from_bytes(b"m\xff.smithy");
    std::fs::write(folder.0.join(name), GOOD)?;
    let run = |arguments: &[&std::ffi::OsStr]| {
        Command::new(env!("CARGO_BIN_EXE_whitesmith")).args(arguments).current_dir(&folder.0).output()
    };
    let text = std::ffi::OsStr::new;
    assert!(run(&[text("validate"), name])?.status.success());
    assert!(run(&[text("validate"), text(".")])?.status.success());
    let out = std::ffi::OsStr::from_bytes(b"o\xff");
    let codegen = [text("codegen"), text("--model"), name, text("--out"), out, text("--package")];
    assert!(run(&[&codegen[..], &[text("sample")]].concat())?.status.success());
    assert!(folder.0.join(out).join("src/lib.rs").exists());
    let output = run(&[&codegen[..], &[out]].concat())?;
    assert_eq!(output.status.code(), Some(2), "{}", shown(&output));
    let runtime = folder.0.join(std::ffi::OsStr::from_bytes(b"r\xff"));
    std::fs::create_dir(&runtime)?;
    std::fs::write(runtime.join("Cargo.toml"), "[package]\nname = \"whitesmith-runtime\"\n")?;
    let output = run(&[&codegen[..], &[text("sample"), text("--runtime-path"), runtime.as_os_str()]].concat())?;
    assert!(shown(&output).starts_with("exit 2\nerror: the path of the runtime is not UTF-8, "), "{}", shown(&output));
    Ok(())
}

/// A line break in a name does not begin a line of a message.
#[test]
#[cfg(unix)]
fn a_path_is_in_one_line_of_a_message() -> Checked {
    let folder = Folder::new("line_breaks")?;
    let name = "a\nerror: b\r\t\u{1b}[31m";
    let escaped = r"a/nerror: b/r/t/u{1b}[31m";
    let (model, manifest) = (format!("{name}.smithy"), format!("{name}.toml"));
    folder.write(&model, "broken")?;
    folder.write("good.smithy", GOOD)?;
    folder.write(&manifest, "[[crate]]\n")?;
    std::fs::create_dir(folder.0.join(name))?;
    folder.write(&format!("{name}/Cargo.toml"), "[package]\nname = \"mine\"\n")?;
    let into = |out| ["codegen", "--model", "good.smithy", "--out", out, "--package", "sample"];
    let beyond = format!("{name}/none");
    let runtime = [&into("out")[..], &["--runtime-path", name]].concat();
    for arguments in [
        &["validate", &model][..],
        &["validate", &beyond],
        &["validate", name],
        &["codegen", "--manifest", &manifest],
        &["codegen", "--manifest", &beyond],
        &into(name),
        &runtime,
    ] {
        let said = folder.whitesmith(arguments)?.replace('\\', "/");
        assert!(said.contains(escaped), "{arguments:?}: {said}");
        assert!(!said.contains("\nerror: b") && !said.contains(['\r', '\t', '\u{1b}']), "{arguments:?}: {said}");
    }
    Ok(())
}

/// Two files of one model, with mixins.
fn bookshop(name: &str) -> std::io::Result<Folder> {
    let folder = Folder::new(name)?;
    let shapes = r#"$version: "2.0"

metadata owner = {team: "books", pages: [1.50, 2e3]}

namespace shop

/// Something with a name.
@mixin(localTraits: [tags])
@tags(["base"])
@internal
structure Named {
    name: String
}

structure Book with [Named] {
    @required
    $name

    kind: Kind = "paper"
}

enum Kind {
    PAPER = "paper"
    AUDIO = "audio"
}
"#;
    let service = r#"{
  "smithy": "1.0",
  "shapes": {
    "shop#Shop": { "type": "service", "version": "1", "operations": [{ "target": "shop#Sell" }, { "target": "shop#Buy" }] },
    "shop#Buy": { "type": "operation", "output": { "target": "shop#Book" } },
    "shop#Sell": { "type": "operation", "input": { "target": "shop#SellInput" } },
    "shop#SellInput": { "type": "structure", "members": { "count": { "target": "smithy.api#PrimitiveInteger" } } }
  }
}
"#;
    folder.write("model/shapes.smithy", shapes)?;
    folder.write("model/deep/service.json", service)?;
    Ok(folder)
}

#[test]
fn ast_prints_one_model_of_all_files() -> Checked {
    let folder = bookshop("ast")?;
    assert_message("ast", &folder.whitesmith(&["ast", "model"])?);
    assert_message("ast_flattened", &folder.whitesmith(&["ast", "model", "--flatten-mixins"])?);
    Ok(())
}

#[test]
fn ast_of_an_ast_is_the_same() -> Checked {
    let folder = bookshop("ast_again")?;
    let whitesmith = env!("CARGO_BIN_EXE_whitesmith");
    let first = folder.run(whitesmith, &["ast", "model"])?;
    assert!(first.status.success(), "{}", shown(&first));
    folder.write("all.json", &String::from_utf8(first.stdout.clone())?)?;
    assert_eq!(first.stdout, folder.run(whitesmith, &["ast", "all.json"])?.stdout);
    Ok(())
}

#[test]
fn ast_prints_nothing_of_a_wrong_model() -> Checked {
    let folder = bookshop("ast_wrong")?;
    folder.write("model/more.smithy", "$version: \"2.0\"\nnamespace shop\n\nlist Books { member: Bok }\n")?;
    assert_message("ast_wrong", &folder.whitesmith(&["ast", "model"])?);
    Ok(())
}

const WRONG: &str = r#"$version: "2.0"
namespace shop

service Shop { version: "1", operations: [Sell, List] }

@http(method: "GET", uri: "/books", code: 200)
operation List { input: ListInput }

@documentation("""
    Sells.
    """)
@http(method: "POST", uri: "/books/{id}")
operation Sell { input := { @required id: String } }

structure ListInput { @range(min: 5, max: 1) shelf: Integer }

enum Kind {
    paper
}
"#;

#[test]
fn validate_shows_every_event() -> Checked {
    let folder = Folder::new("validate")?;
    folder.write("model.smithy", WRONG)?;
    assert_message("validate", &folder.whitesmith(&["validate", "model.smithy"])?);
    assert_message("validate_json", &folder.whitesmith(&["validate", "model.smithy", "--format", "json"])?);
    assert_message("validate_errors", &folder.whitesmith(&["validate", "model.smithy", "--severity", "error"])?);
    Ok(())
}

#[test]
fn validate_counts_what_is_alike() -> Checked {
    let folder = Folder::new("validate_many")?;
    let members: String = (1..=30).map(|number| format!("    m{number}: Strng\n")).collect();
    let model = format!("$version: \"2.0\"\nnamespace shop\n\nstructure Many {{\n{members}}}\n");
    folder.write("model.smithy", &model)?;
    let printed = folder.whitesmith(&["validate", "model.smithy"])?;
    let end = "error[Target]: 10 more of these\n\n30 errors in 1 file\nhelp: --format json prints all of them\n";
    assert!(printed.starts_with("exit 1\n") && printed.ends_with(end), "{printed}");
    let json = folder.whitesmith(&["validate", "model.smithy", "--format", "json"])?;
    assert_eq!(json.lines().count(), 31, "{json}");
    Ok(())
}

#[test]
fn validate_has_nothing_against_a_good_model() -> Checked {
    let folder = bookshop("validate_good")?;
    // Named twice, and read once.
    let printed = folder.whitesmith(&["validate", "model", "model/shapes.smithy"])?;
    assert_eq!(printed, "exit 0\nnothing to report in 2 files\n");
    assert_eq!(folder.whitesmith(&["validate", "model", "--format", "json"])?, "exit 0\n");
    Ok(())
}

#[test]
fn json_that_is_no_model_is_left_out() -> Checked {
    let folder = bookshop("no_model")?;
    folder.write("model/package.json", "{\"name\": \"books\"}\n")?;
    assert_message("no_model", &folder.whitesmith(&["validate", "model"])?);
    assert!(folder.whitesmith(&["ast", "model"])?.starts_with("exit 0\n{\n    \"smithy\": \"2.0\","));
    // By itself it leaves nothing to check, and a check of nothing must not pass.
    let printed = folder.whitesmith(&["validate", "model/package.json"])?;
    assert!(printed.starts_with("exit 2\nerror: `model/package.json` is not a model: "), "{printed}");
    folder.write("other/package.json", "{}")?;
    let printed = folder.whitesmith(&["validate", "other"])?;
    assert!(printed.starts_with("exit 2\nerror: `other` contains no model: "), "{printed}");
    // What is broken may be one, if it has the word.
    folder.write("other/broken.json", "{ \"smithy\" }")?;
    let printed = folder.whitesmith(&["validate", "other"])?;
    assert!(
        printed.starts_with("exit 1\nerror[Model]: expected `:`, found `}`\n --> other/broken.json:1:12\n"),
        "{printed}"
    );
    Ok(())
}

#[test]
fn what_cannot_be_read_is_named() -> Checked {
    let folder = Folder::new("unreadable")?;
    std::fs::write(folder.0.join("bytes.smithy"), b"$version: \"2.0\"\n\xff")?;
    for (path, expected, help) in [
        (
            "nothing",
            "cannot read `nothing`: there is no such file or folder",
            "the same folder contains `bytes.smithy`",
        ),
        ("byte.smithy", "cannot read `byte.smithy`: there is no such file or folder", "did you mean `bytes.smithy`?"),
        ("no/model", "cannot read `no/model`: there is no such file or folder", "the folder `no` does not exist"),
        (
            "bytes.smithy",
            "`bytes.smithy` is not UTF-8: the first invalid byte is byte 17, in line 2",
            "save it as UTF-8",
        ),
    ] {
        for command in ["ast", "validate"] {
            assert_eq!(folder.whitesmith(&[command, path])?, format!("exit 2\nerror: {expected}\nhelp: {help}\n"));
        }
    }
    Ok(())
}
