//! In: JMESPath expressions. Out: what of Rust they become, and what is said of the others.
//! What they answer when they run is tested in tests/tests/wire/queries.rs.

use std::path::{Path, PathBuf};

use super::Wanted;
use crate::diagnostics::{Severity, Sources};
use crate::load::{load_unchecked, LoadOptions};
use crate::lower::questions::{ask, Of, Question};
use crate::model::{ids, Model, Node, Shape};
use crate::output::{self, File};
use crate::sections::queries::render;

fn model(name: &str, text: String) -> Model {
    let mut sources = Sources::new();
    sources.add(name, text);
    load_unchecked(&sources, &LoadOptions { unresolved_traits: Severity::Warning }).0
}

/// What expressions become, or what is said of them.
fn lowered(of: Of, wanted: Wanted<'static>, paths: &[&'static str]) -> Vec<String> {
    let question = |path: &&'static str| Question { operation: "Look", of, path, wanted: wanted.clone() };
    let questions: Vec<Question<'_>> = paths.iter().map(question).collect();
    let mut model = model("model.smithy", include_str!("model.smithy").to_owned());
    let answers = ask(&mut model, &questions).expect("the model has a client");
    answers.into_iter().map(|answer| answer.map_or_else(|message| message, |answer| shown(&answer))).collect()
}

/// The expression as files have it, with a space where they have a line break.
fn shown(query: &crate::ir::query::Query) -> String {
    let expression = render(query);
    let file = output::render(
        File { items: vec![quote::quote!(const X: X = #expression;)], ..File::default() },
        output::Contract::V1,
    );
    let text = file.split_once("const X: X = ").map_or("", |(_, text)| text);
    let text = text.trim_end().trim_end_matches(';').split_whitespace().collect::<Vec<_>>().join(" ");
    [(" .", "."), ("( ", "("), (", )", ")"), (" )", ")"), ("[ ", "["), (", ]", "]")]
        .iter()
        .fold(text, |text, (from, to)| text.replace(from, to))
}

/// Compares expressions, each with what it becomes.
#[track_caller]
fn check(of: Of, wanted: Wanted<'static>, table: &[(&'static str, &str)]) {
    let paths: Vec<&str> = table.iter().map(|(path, _)| *path).collect();
    let lowered = lowered(of, wanted, &paths);
    for ((path, expected), lowered) in table.iter().zip(lowered) {
        assert_eq!(lowered, *expected, "{path}");
    }
}

#[test]
fn endpoint_parameters_are_texts_of_the_input() {
    check(
        Of::Input,
        Wanted::Text,
        &[
            ("first.name", "input.first().map(|it| it.name())"),
            (
                "first.parent.state",
                "input.first().and_then(|it| it.parent()).and_then(|it| it.state()).map(|it| it.as_str())",
            ),
            ("name", "input.name()"),
        ],
    );
    check(Of::Input, Wanted::Flag, &[("isOpen", "input.is_open()")]);
    let texts = &[
        ("names", "input.names.as_deref().map(|it| it.iter().map(String::as_str).map(str::to_owned).collect::<Vec<_>>())"),
        ("keys(labels)", "input.labels().map(|it| rt::jmespath::keys(it).into_iter().map(str::to_owned).collect::<Vec<_>>())"),
        ("steps[*].put.table", "input.steps.as_deref().map(|it| { it.iter().filter_map(|it| it.put().map(|it| it.table())).map(str::to_owned).collect::<Vec<_>>() })"),
        ("steps[*].[check.table, put.table, delete.table, update.table][]", "input.steps.as_deref().map(|it| { it.iter().flat_map(|it| [it.check().map(|it| it.table()), it.put().map(|it| it.table()), it.delete().map(|it| it.table()), it.update().map(|it| it.table())]).flatten().map(str::to_owned).collect::<Vec<_>>() })"),
        ("groups[].parent.state", "input.groups.as_deref().map(|it| { it.iter().filter_map(|it| it.parent()?.state()).map(|it| it.as_str()).map(str::to_owned).collect::<Vec<_>>() })"),
        ("groupsByName.*.name", "input.groups_by_name().map(|it| { rt::jmespath::values(it).map(|it| it.name()).map(str::to_owned).collect::<Vec<_>>() })"),
        ("keys(choice)", r#"input.choice().map(|it| { [it.is_group().then_some("group"), it.is_names().then_some("names"), it.is_nothing().then_some("nothing"), it.is_text().then_some("text"), it.unknown_tag()].into_iter().flatten().map(str::to_owned).collect::<Vec<_>>() })"#),
    ];
    check(Of::Input, Wanted::Texts, texts);
}

#[test]
fn waiters_compare_the_output() {
    let paths = &[
        (
            "groups[].members[].state",
            r#"rt::jmespath::all_texts(output.groups().iter().flat_map(|it| it.members()).filter_map(|it| it.state()), &["READY"])"#,
        ),
        (
            "groups[].parent.members[].state",
            r#"rt::jmespath::all_texts(output.groups().iter().flat_map(|it| { it.parent().and_then(|it| it.members.as_deref()).into_iter().flatten() }).filter_map(|it| it.state()), &["READY"])"#,
        ),
        (
            "sparseNames",
            r#"rt::jmespath::all_some_texts(output.sparse_names().iter().map(Option::as_deref), &["READY"])"#,
        ),
    ];
    check(Of::Output, Wanted::AllAre(vec!["READY"]), paths);
    check(
        Of::Output,
        Wanted::AnyIs(vec!["READY"]),
        &[
            (
                "groups[].members[].state",
                r#"rt::jmespath::any_text(output.groups().iter().flat_map(|it| it.members()).filter_map(|it| it.state()), &["READY"])"#,
            ),
            (
                "sparseNames",
                r#"rt::jmespath::any_text(output.sparse_names().iter().flatten().map(String::as_str), &["READY"])"#,
            ),
        ],
    );
    let flags = &[
        ("length(groups) == `0`", "output.groups.as_deref().map(rt::jmespath::length) == Some(0)"),
        ("length(groups[].name) > `0`", "output.groups.as_deref().map(|it| rt::jmespath::length(it.iter().map(|it| it.name()))).is_some_and(|left| left > 0)"),
        ("isOpen && first.isOpen", "output.is_open() == Some(true) && output.first().and_then(|it| it.is_open()) == Some(true)"),
        ("contains(names, name)", "output.names.as_deref().map(|it| it.iter().map(String::as_str).map(Some)).is_some_and(|list| rt::jmespath::contains(list, output.name()))"),
        ("length(groups[?!(length(members) == `1` && size == minSize)]) == `0`", "output.groups.as_deref().map(|it| rt::jmespath::length(it.iter().filter(|&it| { it.members.as_deref().map(rt::jmespath::length) != Some(1) || Some(it.size()) != it.min_size() }))) == Some(0)"),
    ];
    check(Of::Output, Wanted::IsFlag(true), flags);
    let path = "contains(groups[].[length(members[?state=='READY']) >= minSize][], `false`)";
    check(
        Of::Output,
        Wanted::IsFlag(false),
        &[
            (
                "isOpen && first.isOpen",
                "rt::jmespath::and(output.is_open(), output.first().and_then(|it| it.is_open())) == Some(false)",
            ),
            (
                path,
                r#"output.groups.as_deref().map(|it| { it.iter().flat_map(|it| [it.members.as_deref().map(|it| rt::jmespath::length(it.iter().filter(|&it| { it.state().map(|it| it.as_str()) == Some("READY") }))).zip(it.min_size().map(i64::from)).map(|(left, right)| left >= right)]).flatten() }).map(|list| rt::jmespath::contains(list, false)) == Some(false)"#,
            ),
        ],
    );
    check(Of::Both, Wanted::IsFlag(true), &[("input.name == output.name", "input.name() == output.name()")]);
}

#[test]
fn waiters_compare_texts() {
    check(
        Of::Output,
        Wanted::IsText(vec!["OPEN"]),
        &[
            ("state", r#"output.state().map(|it| it.as_str()) == Some("OPEN")"#),
            ("name", r#"output.name() == Some("OPEN")"#),
            ("first.name", r#"output.first().map(|it| it.name()) == Some("OPEN")"#),
        ],
    );
    check(
        Of::Output,
        Wanted::IsText(vec!["OPEN", "READY"]),
        &[
            ("state", r#"rt::jmespath::contains([Some("OPEN"), Some("READY")], output.state().map(|it| it.as_str()))"#),
            ("name", r#"rt::jmespath::contains([Some("OPEN"), Some("READY")], output.name())"#),
        ],
    );
    check(
        Of::Output,
        Wanted::AllAre(vec!["OPEN", "READY"]),
        &[("names", r#"rt::jmespath::all_texts(output.names().iter().map(String::as_str), &["OPEN", "READY"])"#)],
    );
}

#[test]
fn operators_have_the_form_that_clippy_expects() {
    let flags = &[
        ("!isOpen && !name && !groups && !first", "Some(output.is_open() != Some(true) && output.name().is_none_or(|it| it.is_empty()) && output.groups().is_empty() && output.first().is_none())"),
        ("!(isOpen || name == 'x' || count > wanted)", r#"Some(output.is_open() != Some(true) && output.name() != Some("x") && output.count().map(i64::from).zip(output.wanted()).is_none_or(|(left, right)| left <= right))"#),
        ("length(groups[?isOpen && (size > `3` || !name)]) > ratio", "output.groups.as_deref().map(|it| rt::jmespath::length(it.iter().filter(|&it| { it.is_open() == Some(true) && (it.size() > 3 || it.name().is_empty()) }))).map(rt::jmespath::float).zip(output.ratio()).map(|(left, right)| left > right)"),
        ("'a' == 'a' || isOpen == `true`", "Some(true)"),
        ("first.isOpen == isOpen", "Some(output.first().and_then(|it| it.is_open()) == output.is_open())"),
        ("share == `1`", "Some(output.share() == Some(1.0_f32))"),
        ("count == `3000000000`", "Some(output.count().map(i64::from) == Some(3000000000))"),
        ("name | @ == 'x'", r#"Some({ let it = output.name(); it == Some("x") })"#),
        ("groups[*].members[*].id | [?length(@) > `1`] | length(@) > `0`", "output.groups.as_deref().map(|it| { it.iter().filter_map(|it| { it.members.as_deref().map(|it| it.iter().filter_map(|it| it.id())) }) }).map(|it| it.filter(|it| rt::jmespath::length(it.clone()) > 1)).map(|it| rt::jmespath::length(it) > 0)"),
    ];
    check(Of::Output, Wanted::Flag, flags);
    check(
        Of::Output,
        Wanted::Text,
        &[
            ("first.name || name", "output.first().map(|it| it.name()).filter(|it| !it.is_empty()).or(output.name())"),
            ("isOpen && name", "if output.is_open() == Some(true) { output.name() } else { None }"),
        ],
    );
}

#[test]
fn what_is_not_supported_is_reported() {
    let texts = &[
        ("groups[0].name", "`[0]`, one item of a list, is not supported"),
        ("names[1:]", "`[a:b]`, a slice, is not supported"),
        ("{a: name}", "`{a: b}`, an object, is not supported"),
        ("sort_by(groups, &size)", "`&a`, an expression as an argument, is not supported"),
        ("max(sizes)", "`max()` is not supported, but `contains`, `ends_with`, `keys`, `length` or `starts_with`"),
        ("length(name, name)", "`length()` does not take 2 arguments"),
        ("length(count)", "`length()` is asked of a number"),
        ("keys(names)", "`keys()` is asked of a list"),
        ("namess", "`namess` is not a member, did you mean `names` or `name`?"),
        ("first.nmae.x", "`nmae` is not a member"),
        ("name.x", "a string has no members"),
        ("name[]", "`[]` is asked of a string, not of a list"),
        ("choice.nothing", "`nothing` is a member without a value"),
        ("byState.OPEN", "`OPEN` is looked up in a map with an enum as its keys, which is not supported"),
        ("first.*", "`*` of a structure, whose members are of several types, is not supported"),
        ("[name, count]", "a list of several types, a string and a number, is not supported"),
        ("[`null`]", "a list of null is not supported"),
        ("`[1]`", "a literal that is a list is not supported"),
        ("contains(sizes, name)", "`contains()` looks for a string in a list of which each item is a number"),
        ("name == count", "`==` is asked of a string and a number, which are of several types"),
        ("groups == groups", "`==` compares strings, numbers and booleans, and this is a list"),
        ("name < name", "a string and a string are compared, and only numbers have an order"),
        ("groups[].size", "a number is not a string"),
        ("name", "a list of strings is asked of a string, not of a list"),
        ("steps[].*.table", "a list is not a string"),
    ];
    check(Of::Output, Wanted::Texts, texts);
    check(
        Of::Output,
        Wanted::Text,
        &[("created", "a timestamp is not a string"), ("first", "a structure is not a string")],
    );
    check(Of::Output, Wanted::IsFlag(true), &[("length(name)", "a number is not a boolean")]);
    check(
        Of::Output,
        Wanted::AnyIs(vec!["x"]),
        &[("name", "a list of strings is asked of a string, not of a list"), ("sizes", "a number is not a string")],
    );
    check(
        Of::Both,
        Wanted::Text,
        &[("name", "`name` is neither `input` nor `output`"), ("input", "a message is not a string")],
    );
}

#[test]
fn long_expressions_take_no_time() {
    let check = |path: String, expected: &str| {
        let lowered = lowered(Of::Output, Wanted::Flag, &[path.leak()]);
        let start: String = lowered[0].chars().take(200).collect();
        assert!(lowered[0].contains(expected) && lowered[0].len() < 60_000, "{} {start}", lowered[0].len());
    };
    check(vec!["isOpen"; 100].join(" && "), "rt::jmespath::and");
    check(vec!["isOpen"; 300].join(" && "), "the expression is too long for a client");
    check(format!("groups{} | length(@) > `0`", " | [?isOpen]".repeat(50)), ".filter");
    check(format!("{}isOpen{}", "contains([".repeat(40), "], `true`)".repeat(40)), "rt::jmespath::contains");
    check(
        format!(
            "{} | @ == 'a'",
            ["name | [@, @] | contains(@, 'a') | [@, @] | contains(@, `true`) && name"; 8].join(" | ")
        ),
        "a",
    );
}

/// All that AWS asks, in the models that are on this machine.
#[test]
#[allow(clippy::print_stdout)] // How many they are, for whoever asks with `--nocapture`.
fn what_aws_asks_is_supported() {
    let Some(corpora) = std::env::var_os("WHITESMITH_CORPORA").map(PathBuf::from) else { return };
    let (mut count, mut wrong) = (0, Vec::new());
    for folder in ["aws-models", "aws-models/newer", "aws-models-2025-09", "endpoint-rules/bdd/aws-2026-08"] {
        let mut paths: Vec<PathBuf> =
            std::fs::read_dir(corpora.join(folder)).expect("a folder").flatten().map(|entry| entry.path()).collect();
        paths.sort();
        paths.iter().for_each(|path| ask_all(path, &mut count, &mut wrong));
    }
    println!("{count} questions");
    assert!(wrong.is_empty() && count > 100, "{count} questions\n{}", wrong.join("\n"));
}

/// Asks what the traits of a model ask.
fn ask_all(path: &Path, count: &mut usize, wrong: &mut Vec<String>) {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    if !text.contains(ids::WAITABLE) && !text.contains(ids::OPERATION_CONTEXT_PARAMS) {
        return;
    }
    let mut model = model("model.json", text);
    // The passes change the operations, and what they ask must be read before.
    let operations: Vec<Shape> = model.shapes().cloned().collect();
    let questions: Vec<Question<'_>> = operations.iter().flat_map(questions_of).collect();
    *count += questions.len();
    for (question, answer) in questions.iter().zip(ask(&mut model, &questions).expect("a client")) {
        if let Err(message) = answer {
            wrong.push(format!("{}: {}: {}: {message}", path.display(), question.operation, question.path));
        }
    }
}

fn questions_of(operation: &Shape) -> Vec<Question<'_>> {
    let entries = |id| operation.traits.get(id).and_then(Node::as_object).unwrap_or_default();
    let question = |of, path, wanted| Question { operation: operation.id.name(), of, path, wanted };
    let mut questions = Vec::new();
    for (_, parameter) in entries(ids::OPERATION_CONTEXT_PARAMS) {
        let path = text(parameter, "path");
        let wanted = if path.contains(['*', '(']) { Wanted::Texts } else { Wanted::Text };
        questions.push(question(Of::Input, path, wanted));
    }
    for (_, waiter) in entries(ids::WAITABLE) {
        for acceptor in waiter.get("acceptors").and_then(Node::as_array).unwrap_or_default() {
            let Some(matcher) = acceptor.get("matcher").and_then(|matcher| matcher.get("output")) else { continue };
            let expected = text(matcher, "expected");
            let wanted = match text(matcher, "comparator") {
                "stringEquals" => Wanted::IsText(vec![expected]),
                "booleanEquals" => Wanted::IsFlag(expected == "true"),
                "allStringEquals" => Wanted::AllAre(vec![expected]),
                _ => Wanted::AnyIs(vec![expected]),
            };
            questions.push(question(Of::Output, text(matcher, "path"), wanted));
        }
    }
    questions
}

fn text<'n>(node: &'n Node, key: &str) -> &'n str {
    node.get(key).and_then(Node::as_str).unwrap_or_default()
}
