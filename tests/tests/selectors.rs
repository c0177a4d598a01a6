//! In: tests/selectors/*.smithy, models that say in `metadata selectorTests` what
//! selectors select of them. Out: a failure where one selects something else.
//! Why: it is the form of the specification's compliance tests.

use std::path::Path;

use whitesmith_codegen::{load, select, LoadOptions, Model, Node, Sources, Value};

#[test]
fn every_selector_selects_what_its_model_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("selectors");
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).expect("the folder is part of the repository").flatten().collect();
    paths.sort_by_key(|entry| entry.path());
    for entry in paths {
        let name = entry.file_name().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(entry.path()).expect("fixtures are readable");
        check_cases(&name, &model_of(&name, &text));
    }
}

#[test]
fn a_selector_that_cannot_be_read_is_a_value() {
    let error = select(&Model::default(), "structure > membr").expect_err("there is no such type");
    assert_eq!(error.to_string(), "`membr` is not a type of shapes at offset 12");
    assert_eq!(error.help.as_deref(), Some("did you mean `member`?"));
}

fn model_of(name: &str, text: &str) -> Model {
    let mut sources = Sources::new();
    sources.add(name, text);
    let (model, diagnostics) = load(&sources, &LoadOptions::default());
    assert!(!diagnostics.has_errors(), "{}", diagnostics.render_text(&sources, false));
    model
}

fn check_cases(name: &str, model: &Model) {
    let cases = model.metadata().find(|(key, _)| *key == "selectorTests").and_then(|(_, node)| node.as_array());
    for case in cases.expect("a fixture holds its cases") {
        let selector = case.get("selector").and_then(Node::as_str).expect("a case has a selector");
        let skips_prelude = case.get("skipPreludeShapes").is_some_and(|node| matches!(node.value, Value::Bool(true)));
        let matches = case.get("matches").and_then(Node::as_array).expect("a case says what is selected");
        let mut expected: Vec<&str> = matches.iter().filter_map(Node::as_str).collect();
        expected.sort_unstable();
        let selected = select(model, selector).expect("selectors of fixtures can be read");
        let mut actual: Vec<&str> = selected.iter().map(|id| id.as_str()).collect();
        actual.retain(|id| !(skips_prelude && id.starts_with("smithy.api#")));
        actual.sort_unstable();
        assert_eq!(actual, expected, "{name}: {selector}");
    }
}
