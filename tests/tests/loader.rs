//! In: small models, each written twice. Out: a failure where the two do not
//! load as the same model. Why: IDL and JSON AST, mixins and their flat form,
//! Smithy 1.0 and 2.0 are different ways to write one model.

#![allow(clippy::too_many_lines)] // The models are written out.

use whitesmith_codegen::{load, Kind, LoadOptions, Model, Node, Nullability, Severity, Sources, Traits, Value};

#[track_caller]
fn model_of(name: &str, text: &str) -> Model {
    let mut sources = Sources::new();
    sources.add(name, text);
    let (model, diagnostics) = load(&sources, &LoadOptions::default());
    assert!(!diagnostics.has_errors(), "{}", diagnostics.render_text(&sources, false));
    model
}

/// The shapes of the namespace `a`, one line a shape or member.
fn dump(model: &Model) -> String {
    let mut shapes: Vec<String> = model
        .shapes()
        .filter(|shape| shape.id.namespace() == "a" && !shape.has_trait("smithy.api#mixin"))
        .map(|shape| {
            let details = match &shape.kind {
                kind @ (Kind::Service(_) | Kind::Operation(_) | Kind::Resource(_)) => format!(" {kind:?}"),
                _ => String::new(),
            };
            let mut text = format!("{} {}{}{details}\n", shape.kind.keyword(), shape.id, dump_traits(&shape.traits));
            for member in &shape.members {
                let traits = dump_traits(&member.traits);
                text.push_str(&format!("    {}: {}{traits}\n", member.name, member.target));
            }
            text
        })
        .collect();
    shapes.sort();
    let metadata = model.metadata().map(|(key, node)| format!("{key} = {}\n", dump_node(node)));
    shapes.into_iter().chain(metadata).collect()
}

fn dump_traits(traits: &Traits) -> String {
    let mut traits: Vec<String> = traits.iter().map(|(id, node)| format!(" @{id}({})", dump_node(node))).collect();
    traits.sort();
    traits.concat()
}

fn dump_node(node: &Node) -> String {
    match &node.value {
        Value::Null => "null".to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Number(number) => number.0.clone(),
        Value::String(text) => format!("{text:?}"),
        Value::Array(elements) => {
            format!("[{}]", elements.iter().map(dump_node).collect::<Vec<_>>().join(", "))
        }
        Value::Object(members) => {
            let members = members.iter().map(|(key, node)| format!("{key}: {}", dump_node(node)));
            format!("{{{}}}", members.collect::<Vec<_>>().join(", "))
        }
    }
}

#[track_caller]
fn check_same(left: (&str, &str), right: (&str, &str)) {
    let left = dump(&model_of(left.0, left.1));
    assert!(!left.is_empty());
    assert_eq!(left, dump(&model_of(right.0, right.1)));
}

#[test]
fn idl_and_json_ast_give_one_model() {
    check_same(
        (
            "a.smithy",
            r#"
$version: "2.0"

metadata people = ["one", {two: 2}]

namespace a

use smithy.api#String

/// Sells things.
///   With care.
@title("Shop")
service Shop {
    version: "1"
    operations: [Buy]
    resources: [Thing]
    errors: [Broken]
}

@idempotent
operation Buy {
    input := {
        /// What to buy.
        @required
        name: String
        count: Integer = 1
    }
    errors: [Broken]
}

resource Thing {
    identifiers: { id: String }
    properties: { color: Color }
    read: ReadThing
}

@readonly
operation ReadThing {
    input := for Thing {
        @required
        $id
    }
    output := for Thing {
        $color
    }
}

@error("client")
@tags(["a", "b",])
structure Broken { message: String }

enum Color {
    RED
    BLUE = "blue"
}

intEnum Level {
    LOW = 1
}

@sparse
list Names { member: String }

map Ages { key: String, value: Integer }

union Choice { nothing: Unit, name: String }

@documentation("""
    Two
      lines.""")
@deprecated
string Text

apply Text @sensitive
apply Choice$name @jsonName("n")
"#,
        ),
        (
            "a.json",
            r##"{
"smithy": "2.0",
"metadata": { "people": ["one", {"two": 2}] },
"shapes": {
  "a#Shop": { "type": "service", "version": "1",
    "operations": [{"target": "a#Buy"}], "resources": [{"target": "a#Thing"}], "errors": [{"target": "a#Broken"}],
    "traits": { "smithy.api#title": "Shop", "smithy.api#documentation": "Sells things.\n  With care." } },
  "a#Buy": { "type": "operation", "input": {"target": "a#BuyInput"}, "output": {"target": "smithy.api#Unit"},
    "errors": [{"target": "a#Broken"}], "traits": { "smithy.api#idempotent": {} } },
  "a#BuyInput": { "type": "structure", "traits": { "smithy.api#input": {} }, "members": {
    "name": { "target": "smithy.api#String", "traits": { "smithy.api#documentation": "What to buy.", "smithy.api#required": {} } },
    "count": { "target": "smithy.api#Integer", "traits": { "smithy.api#default": 1 } } } },
  "a#Thing": { "type": "resource", "identifiers": { "id": {"target": "smithy.api#String"} },
    "properties": { "color": {"target": "a#Color"} }, "read": {"target": "a#ReadThing"} },
  "a#ReadThing": { "type": "operation", "input": {"target": "a#ReadThingInput"}, "output": {"target": "a#ReadThingOutput"},
    "traits": { "smithy.api#readonly": {} } },
  "a#ReadThingInput": { "type": "structure", "traits": { "smithy.api#input": {} },
    "members": { "id": { "target": "smithy.api#String", "traits": { "smithy.api#required": {} } } } },
  "a#ReadThingOutput": { "type": "structure", "traits": { "smithy.api#output": {} },
    "members": { "color": { "target": "a#Color" } } },
  "a#Broken": { "type": "structure", "members": { "message": { "target": "smithy.api#String" } },
    "traits": { "smithy.api#error": "client", "smithy.api#tags": ["a", "b"] } },
  "a#Color": { "type": "enum", "members": {
    "RED": { "target": "smithy.api#Unit" },
    "BLUE": { "target": "smithy.api#Unit", "traits": { "smithy.api#enumValue": "blue" } } } },
  "a#Level": { "type": "intEnum", "members": { "LOW": { "target": "smithy.api#Unit", "traits": { "smithy.api#enumValue": 1 } } } },
  "a#Names": { "type": "list", "member": { "target": "smithy.api#String" }, "traits": { "smithy.api#sparse": {} } },
  "a#Ages": { "type": "map", "key": { "target": "smithy.api#String" }, "value": { "target": "smithy.api#Integer" } },
  "a#Choice": { "type": "union", "members": { "nothing": { "target": "smithy.api#Unit" }, "name": { "target": "smithy.api#String" } } },
  "a#Text": { "type": "string", "traits": { "smithy.api#documentation": "Two\n  lines.", "smithy.api#deprecated": {}, "smithy.api#sensitive": {} } },
  "a#Choice$name": { "type": "apply", "traits": { "smithy.api#jsonName": "n" } }
}}"##,
        ),
    );
}

#[test]
fn mixins_are_flattened_in_order_and_overridden() {
    check_same(
        (
            "a.smithy",
            r#"
$version: "2.0"
namespace a

@mixin(localTraits: [title])
@title("not inherited")
@tags(["inherited"])
structure HasId {
    /// From the mixin.
    @required
    id: String
}

@mixin
structure HasBoth with [HasId] {
    name: String
}

structure Order with [HasBoth] {
    count: Integer
    /// Its own.
    $id
}

apply Order$name @jsonName("n")

@mixin
operation CanFail { errors: [Failed] }
operation Buy with [CanFail] { errors: [Broken] }
@error("client")
structure Failed {}
@error("client")
structure Broken {}

@mixin
enum Some { A }
enum All with [Some] { B }
"#,
        ),
        (
            "a.smithy",
            r#"
$version: "2.0"
namespace a

@tags(["inherited"])
structure Order {
    /// Its own.
    @required
    id: String
    @jsonName("n")
    name: String
    count: Integer
}

operation Buy { errors: [Failed, Broken] }
@error("client")
structure Failed {}
@error("client")
structure Broken {}
enum All { A, B }
"#,
        ),
    );
}

#[test]
fn smithy_1_0_is_upgraded() {
    check_same(
        (
            "a.smithy",
            r#"
$version: "1.0"
namespace a

structure Order {
    unboxed: Count,
    @box
    boxed: Count,
    boxedTarget: Boxed,
    prelude: Integer,
    primitive: PrimitiveBoolean,
}

integer Count

@box
integer Boxed

set Names { member: String }

@enum([{name: "RED", value: "red", documentation: "Like a rose."}, {name: "BLUE", value: "blue", deprecated: true}])
string Color
"#,
        ),
        (
            "a.smithy",
            r#"
$version: "2.0"
namespace a

structure Order {
    unboxed: Count = 0
    boxed: Count = null
    boxedTarget: Boxed
    prelude: Integer
    primitive: PrimitiveBoolean = false
}

@default(0)
integer Count

integer Boxed

@uniqueItems
list Names { member: String }

enum Color {
    /// Like a rose.
    RED = "red"
    @deprecated
    BLUE = "blue"
}
"#,
        ),
    );
}

#[test]
fn operations_without_input_have_unit() {
    let model = model_of("a.smithy", "$version: \"2.0\"\nnamespace a\noperation Ping {}\n");
    let ping = model.shapes().find(|shape| shape.id.as_str() == "a#Ping");
    let Some(Kind::Operation(operation)) = ping.map(|shape| &shape.kind) else { panic!("`a#Ping` is an operation") };
    assert_eq!(operation.input.as_str(), "smithy.api#Unit");
    assert_eq!(operation.output.as_str(), "smithy.api#Unit");
}

#[test]
fn shapes_after_a_syntax_error_are_loaded() {
    let mut sources = Sources::new();
    sources.add(
        "a.smithy",
        "$version: \"2.0\"\nnamespace a\nstring 1\nstructure S {\n  x String\n  y: String\n}\nstring Later\n",
    );
    let (model, diagnostics) = load(&sources, &LoadOptions::default());
    assert_eq!(diagnostics.iter().count(), 2);
    assert_eq!(dump(&model), "string a#Later\nstructure a#S\n    y: smithy.api#String\n");
}

#[test]
fn several_texts_make_one_model() {
    let mut sources = Sources::new();
    sources.add("one.smithy", "$version: \"2.0\"\nnamespace a\nstructure S { t: T }\n");
    sources.add("two.json", r#"{"smithy": "2.0", "shapes": {"a#T": {"type": "string"}}}"#);
    sources.add("three.smithy", "$version: \"2.0\"\nnamespace b\nuse a#S\napply S @sensitive\n");
    let (model, diagnostics) = load(&sources, &LoadOptions::default());
    assert!(diagnostics.is_empty(), "{}", diagnostics.render_text(&sources, false));
    assert_eq!(dump(&model), "string a#T\nstructure a#S @smithy.api#sensitive({})\n    t: a#T\n");
}

#[test]
fn hostile_texts_are_errors_and_not_crashes() {
    let deep = format!("$version: \"2.0\"\nmetadata x = {}\n", "[".repeat(100_000));
    let texts = [
        deep.as_str(),
        "$version: \"2.0\"\nnamespace a\n@a(b: {c: [\"",
        "$version: \"2.0\"\nnamespace a\nstructure A with [A] {}\n",
        "$version: \"2.0\"\nnamespace a\nstructure \u{1f600} {}\n",
        "$version: \"2.0\"\nnamespace a\nresource R { resources: [R], read: 1 }\n",
        "namespace a\nlist L { member: L }\nunion U { u: U }\n",
        "\"\"\"",
        "\\",
        "$",
    ];
    for text in texts {
        let mut sources = Sources::new();
        sources.add("a.smithy", text);
        let (_, diagnostics) = load(&sources, &LoadOptions::default());
        assert!(diagnostics.has_errors(), "{text:.80}");
        assert!(!diagnostics.render_text(&sources, true).is_empty());
        assert!(!diagnostics.render_json(&sources).is_empty());
    }
}

/// The events of a model, one line each.
fn events_of(texts: &[(&str, &str)]) -> Vec<String> {
    let mut sources = Sources::new();
    for (name, text) in texts {
        sources.add(*name, *text);
    }
    let (_, diagnostics) = load(&sources, &LoadOptions::default());
    diagnostics.iter().map(|event| format!("{}: {}", event.id, event.message)).collect()
}

fn nested_lists(count: usize) -> String {
    let lists: String = (0..count).map(|level| format!("list L{level} {{ member: L{} }}\n", level + 1)).collect();
    format!("$version: \"2.0\"\nnamespace a\n{lists}string L{count}\n")
}

#[test]
fn lists_in_lists_have_an_end() {
    assert!(events_of(&[("a.smithy", &nested_lists(64))]).is_empty());
    let found = events_of(&[("a.smithy", &nested_lists(20_000))]);
    assert_eq!(found, ["Whitesmith.Nesting: lists and maps nest deeper than 64 levels in `a#L19935`"]);
}

#[test]
fn a_syntax_error_is_told_without_what_follows_from_it() {
    let broken = "$version: \"2.0\"\nnamespace a\n\nstrcture Lost {}\n\nenum Color {\n    RED : 1\n}\n\n\
                  list Names {\n    member = String\n}\n\nstructure Other {\n    wrong: Strng\n}\n\n\
                  @documentation(\"x)\nstructure Swallowed {}\n";
    let user =
        "$version: \"2.0\"\nnamespace b\nuse a#Lost\nuse a#Swallowed\nuse a#Color\n\nstructure S {\n    lost: Lost\n\
                \n    swallowed: Swallowed\n    color: Color = \"RED\"\n    wrong: Integr\n}\n\nunion U {}\n";
    let found = events_of(&[("b.smithy", user), ("a.smithy", broken)]);
    let expected = [
        "Model: unknown shape type `strcture`",
        "Model: expected `=`, found `:`",
        "Model: expected `:`, found `=`",
        "Model: the string that opens in line 18 is never closed",
        "Target: cannot find shape `Integr`",
        "Union: union `b#U` needs at least one member",
        "Target: cannot find shape `Strng`",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_broken_json_ast_explains_what_it_lacks() {
    let broken =
        r#"{"smithy": "2.0", "shapes": {"a#One": {"type": "string"}, "a#Two": {"type" "string"}, "a#Three": {}}}"#;
    let user = "$version: \"2.0\"\nnamespace b\nstructure S { one: a#One, two: a#Two, three: a#Three, four: a#Four }\n";
    let found = events_of(&[("b.smithy", user), ("a.json", broken)]);
    assert_eq!(found, ["Model: expected `:`, found `\"`", "Target: cannot find shape `a#Four`"]);
}

/// A chain in which each mixin has one member and the one before as its mixin.
fn mixin_chain(length: usize) -> String {
    let links: String = (1..length)
        .map(|link| format!("@mixin\nstructure M{link} with [M{}] {{ m{link}: String }}\n", link - 1))
        .collect();
    format!("$version: \"2.0\"\nnamespace a\n@mixin\nstructure M0 {{ m0: String }}\n{links}")
}

#[test]
fn long_chains_of_mixins_are_fine() {
    let mut sources = Sources::new();
    sources.add("a.smithy", mixin_chain(500));
    let (model, diagnostics) = load(&sources, &LoadOptions::default());
    assert!(!diagnostics.has_errors(), "{}", diagnostics.render_text(&sources, false));
    assert_eq!(model.shapes().find(|shape| shape.id.as_str() == "a#M499").map(|shape| shape.members.len()), Some(500));
}

#[test]
fn many_mixins_of_one_shape_are_fine() {
    let mixins: String =
        (0..2_000).map(|index| format!("@mixin\nstructure M{index} {{ m{index}: String }}\n")).collect();
    let names: String = (0..2_000).map(|index| format!("M{index} ")).collect();
    let text = format!("$version: \"2.0\"\nnamespace a\n{mixins}structure S with [{names}] {{}}\n");
    assert_eq!(events_of(&[("a.smithy", &text)]), [""; 0]);
}

#[test]
fn shapes_that_are_defined_twice_are_equal_but_for_traits() {
    let one = "$version: \"2.0\"\nnamespace a\nuse b#Same\n@tags([\"one\"])\nstructure S {\n    /// Documented here.\n    x: String\n}\n";
    let two = r#"{"smithy": "2.0", "shapes": {
        "a#S": {"type": "structure", "traits": {"smithy.api#tags": ["two"]}, "members": {"x": {"target": "smithy.api#String"}}},
        "b#Same": {"type": "string"}}}"#;
    let three = "$version: \"2.0\"\nnamespace a\nstructure S { x: Integer }\n";
    let mut sources = Sources::new();
    sources.add("one.smithy", one);
    sources.add("two.json", two);
    let (model, diagnostics) = load(&sources, &LoadOptions::default());
    let found: Vec<_> = diagnostics.iter().map(|event| (event.severity, event.id.as_ref())).collect();
    assert_eq!(found, [(Severity::Note, "Model.IgnoredDuplicateDefinition")]);
    let expected = "structure a#S @smithy.api#tags([\"one\", \"two\"])\n    x: smithy.api#String @smithy.api#documentation(\"Documented here.\")\n";
    assert_eq!(dump(&model), expected);
    let found = events_of(&[("one.smithy", one), ("two.json", two), ("three.smithy", three)]);
    assert!(found.contains(&"Model: conflicting definitions of `a#S`".to_owned()), "{found:?}");
}

#[test]
fn metadata_of_several_texts_is_merged() {
    let one = "$version: \"2.0\"\nmetadata list = [1]\nmetadata same = {a: 1}\nmetadata other = true\nmetadata id = required\n";
    let two = r#"{"smithy": "2.0", "metadata": {"list": [2], "same": {"a": 1}, "other": false}}"#;
    let mut sources = Sources::new();
    sources.add("one.smithy", one);
    sources.add("two.json", two);
    let (model, diagnostics) = load(&sources, &LoadOptions::default());
    let found: Vec<_> = diagnostics.iter().map(|event| event.message.as_str()).collect();
    assert_eq!(found, ["metadata `other` has two different values"]);
    let expected = "list = [1, 2]\nsame = {\"a\": 1}\nother = true\nid = \"smithy.api#required\"\n";
    assert_eq!(dump(&model).replace("{a:", "{\"a\":"), expected);
}

#[test]
fn traits_know_where_they_are_applied() {
    let text = "$version: \"2.0\"\nnamespace a\n/// Docs.\n@tags([\n  \"x\"\n])\n@deprecated\n@since(\"1\")\nstring S\n\napply S @title(\"T\")\n";
    let model = model_of("a.smithy", text);
    let shape = model.shapes().find(|shape| shape.id.as_str() == "a#S").map(|shape| shape.traits.clone());
    let place = |id: &str| {
        let span = shape.as_ref().map(|traits| traits.place_of(id)).unwrap_or_default();
        text.get(span.start as usize..span.end as usize).unwrap_or_default()
    };
    assert_eq!(place("smithy.api#documentation"), "/// Docs.\n");
    assert_eq!(place("smithy.api#tags"), "@tags([\n  \"x\"\n]");
    assert_eq!(place("smithy.api#deprecated"), "@deprecated");
    assert_eq!(place("smithy.api#since"), "@since(\"1\"");
    assert_eq!(place("smithy.api#title"), "@title(\"T\"");
    assert_eq!(place("smithy.api#pattern"), "");
}

/// Boxed in 1.0, absent for a client of 1.0, absent for a client of 2.0.
#[track_caller]
fn check_nullability(version: &str, member: &str, expected: (bool, bool, bool)) {
    let text = format!(
        "$version: \"{version}\"\nnamespace a\nstructure S {{\n    {member}\n}}\ninteger Count\n{}",
        if version == "1.0" { "@box\ninteger Boxed\n" } else { "integer Boxed\n" }
    );
    let model = model_of("a.smithy", &text);
    let Some(shape) = model.shapes().find(|shape| shape.id.as_str() == "a#S") else { panic!("`a#S` is there") };
    let found = (
        model.is_boxed_in_v1(shape, &shape.members[0]),
        model.is_nullable(shape, &shape.members[0], Nullability::ClientZeroValueV1),
        model.is_nullable(shape, &shape.members[0], Nullability::Client),
    );
    assert_eq!(found, expected, "{text}");
}

#[test]
fn nullability_is_that_of_either_version() {
    check_nullability("1.0", "x: Count", (false, false, false));
    check_nullability("1.0", "@box x: Count", (true, true, true));
    check_nullability("1.0", "x: Boxed", (true, true, true));
    check_nullability("1.0", "@required x: Boxed", (true, true, false));
    check_nullability("1.0", "@required x: PrimitiveLong", (false, false, false));
    check_nullability("1.0", "x: String", (false, true, true));
    check_nullability("2.0", "x: Count", (true, true, true));
    check_nullability("2.0", "x: Count = 0", (true, false, false));
    check_nullability("2.0", "x: Count = 5", (true, true, false));
    check_nullability("2.0", "x: PrimitiveInteger = null", (true, true, true));
    check_nullability("2.0", "@clientOptional x: Count = 0", (true, true, true));
    check_nullability("2.0", "@addedDefault x: PrimitiveInteger = 0", (false, true, false));
    check_nullability("2.0", "@required x: Count", (true, true, false));
}

#[test]
fn a_set_is_remembered() {
    let model =
        model_of("a.smithy", "$version: \"1.0\"\nnamespace a\nset S { member: String }\nlist L { member: String }\n");
    let sets: Vec<&str> = model.shapes().filter(|shape| shape.is_set()).map(|shape| shape.id.as_str()).collect();
    assert_eq!(sets, ["a#S"]);
}

#[test]
fn an_error_in_a_mixin_is_shown_once() {
    let mut sources = Sources::new();
    let users: String = (0..5).map(|user| format!("structure S{user} with [M] {{}}\n")).collect();
    sources.add(
        "a.smithy",
        format!("$version: \"2.0\"\nnamespace a\n@mixin\nstructure M {{ @range(min: \"1\") x: Integer }}\n{users}"),
    );
    let (_, diagnostics) = load(&sources, &LoadOptions::default());
    assert_eq!(diagnostics.iter().filter(|event| event.severity == Severity::Error).count(), 6);
    let text = diagnostics.render_text(&sources, false);
    assert_eq!(text.matches("error[").count(), 1, "{text}");
}

#[test]
fn a_member_where_a_shape_belongs_is_named_by_the_event() {
    let mut sources = Sources::new();
    sources.add("a.json", r#"{"smithy": "2.0", "shapes": {"a#B$c": {"type": "string"}, "a#": {"type": "string"}}}"#);
    let (_, diagnostics) = load(&sources, &LoadOptions::default());
    let shapes: Vec<Option<&str>> = diagnostics.iter().map(|event| event.shape.as_deref()).collect();
    assert_eq!(shapes, [Some("a#B$c"), None]);
}
