//! In: a model. Out: its JSON AST, version 2.0, as text (Smithy 2.0, "JSON
//! AST"). Exists so that other tools can read what was loaded here, and so that
//! a model can be compared with itself, read again.
//!
//! Where the specification leaves a choice, the text is what the official
//! serializer makes: shapes and traits sorted by id, members in model order, a
//! shape with mixins without what they bring, and `apply` statements for traits
//! that it adds to their members.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    ids, Definition, Kind, Member, Model, Node, Operation, Resource, Service, Shape, ShapeId, Traits, Value,
};

/// The order in which lifecycle operations are written.
const LIFECYCLE: [&str; 6] = ["put", "create", "read", "update", "delete", "list"];
const INDENT: &str = "    ";

/// How a JSON AST is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct AstOptions {
    /// Leave out the mixins, and give the shapes that have them what they bring.
    pub flatten_mixins: bool,
}

impl Model {
    /// The model as a JSON AST 2.0 that ends with a line break, without the
    /// built-in definitions. The same model gives the same text, however and in
    /// whatever order of files it was written.
    pub fn to_json_ast(&self, options: &AstOptions) -> String {
        let mut writer = Writer::default();
        writer.object(|writer| {
            writer.key("smithy");
            writer.string("2.0");
            if !self.metadata.is_empty() {
                writer.key("metadata");
                let sorted: BTreeMap<&str, &Node> = self.metadata().collect();
                writer.object(|writer| {
                    for (key, node) in sorted {
                        writer.key(key);
                        writer.sorted_node(node);
                    }
                });
            }
            writer.key("shapes");
            writer.object(|writer| {
                for (id, entry) in entries(self, options) {
                    writer.key(&id);
                    entry.write(writer);
                }
            });
        });
        writer.text.push('\n');
        writer.text
    }
}

/// One value of `shapes`.
enum Entry<'m> {
    /// A shape with everything that it has.
    Whole(&'m Shape),
    /// A shape as its source has it, without what its mixins bring.
    Defined(&'m Shape, &'m Definition),
    /// Traits that a shape adds to a member of its mixins.
    Apply(&'m Traits),
}

/// All values of `shapes` by their keys.
fn entries<'m>(model: &'m Model, options: &AstOptions) -> BTreeMap<String, Entry<'m>> {
    let mut entries = BTreeMap::new();
    for shape in model.shapes().filter(|shape| !shape.is_builtin()) {
        let id = shape.id.as_str().to_owned();
        match shape.definition.as_deref() {
            _ if options.flatten_mixins && shape.has_trait(ids::MIXIN) => {}
            Some(definition) if !options.flatten_mixins || shape.mixins.is_empty() => {
                for (member, traits) in &definition.applied {
                    let id = shape.id.with_member(member);
                    entries.insert(id.as_str().to_owned(), Entry::Apply(traits));
                }
                entries.insert(id, Entry::Defined(shape, definition));
            }
            _ => {
                entries.insert(id, Entry::Whole(shape));
            }
        }
    }
    entries
}

impl Entry<'_> {
    fn write(&self, writer: &mut Writer) {
        writer.object(|writer| match self {
            Self::Whole(shape) => write_shape(writer, &shape.kind, &[], &shape.members, &shape.traits),
            Self::Defined(shape, definition) => {
                // Not those of the definition: a value that an enum leaves
                // unsaid is on the members of the shape only.
                let own: BTreeSet<&str> = definition.members.iter().map(|member| member.name.as_str()).collect();
                let members = shape.members.iter().filter(|member| own.contains(member.name.as_str()));
                write_shape(writer, &definition.kind, &shape.mixins, members, &definition.traits);
            }
            Self::Apply(traits) => {
                writer.key("type");
                writer.string("apply");
                write_traits(writer, traits);
            }
        });
    }
}

fn write_shape<'m>(
    writer: &mut Writer,
    kind: &Kind,
    mixins: &[ShapeId],
    members: impl IntoIterator<Item = &'m Member>,
    traits: &Traits,
) {
    writer.key("type");
    writer.string(kind.keyword());
    if !mixins.is_empty() {
        writer.key("mixins");
        writer.array(mixins, Writer::reference);
    }
    match kind {
        Kind::List | Kind::Map => members.into_iter().for_each(|member| write_member(writer, member)),
        Kind::Structure | Kind::Union | Kind::Enum | Kind::IntEnum => {
            writer.key("members");
            writer.object(|writer| members.into_iter().for_each(|member| write_member(writer, member)));
        }
        Kind::Service(service) => write_service(writer, service),
        Kind::Operation(operation) => write_operation(writer, operation),
        Kind::Resource(resource) => write_resource(writer, resource),
        _ => {}
    }
    write_traits(writer, traits);
}

fn write_member(writer: &mut Writer, member: &Member) {
    writer.key(&member.name);
    writer.object(|writer| {
        writer.key("target");
        writer.string(member.target.as_str());
        write_traits(writer, &member.traits);
    });
}

fn write_traits(writer: &mut Writer, traits: &Traits) {
    let sorted: BTreeMap<&ShapeId, &Node> = traits.iter().filter(|(id, _)| id.as_str() != ids::BOX).collect();
    if sorted.is_empty() {
        return;
    }
    writer.key("traits");
    writer.object(|writer| {
        for (id, node) in sorted {
            writer.key(id.as_str());
            writer.node(node);
        }
    });
}

fn write_service(writer: &mut Writer, service: &Service) {
    if !service.version.trim().is_empty() {
        writer.key("version");
        writer.string(&service.version);
    }
    write_ids(writer, "operations", &service.operations);
    write_ids(writer, "resources", &service.resources);
    write_ids(writer, "errors", &service.errors);
    if !service.rename.is_empty() {
        writer.key("rename");
        writer.object(|writer| {
            for (id, name) in &service.rename {
                writer.key(id.as_str());
                writer.string(name);
            }
        });
    }
}

fn write_operation(writer: &mut Writer, operation: &Operation) {
    writer.key("input");
    writer.reference(&operation.input);
    writer.key("output");
    writer.reference(&operation.output);
    write_ids(writer, "errors", &operation.errors);
}

fn write_resource(writer: &mut Writer, resource: &Resource) {
    for (key, targets) in [("identifiers", &resource.identifiers), ("properties", &resource.properties)] {
        if !targets.is_empty() {
            writer.key(key);
            writer.object(|writer| {
                for (name, id) in targets {
                    writer.key(name);
                    writer.reference(id);
                }
            });
        }
    }
    for key in LIFECYCLE {
        if let Some((_, id)) = resource.lifecycle.iter().find(|(name, _)| name == key) {
            writer.key(key);
            writer.reference(id);
        }
    }
    write_ids(writer, "operations", &resource.operations);
    write_ids(writer, "collectionOperations", &resource.collection_operations);
    write_ids(writer, "resources", &resource.resources);
}

/// Ids whose order means nothing, in the official order: upper and lower case
/// are alike unless nothing else differs.
fn write_ids(writer: &mut Writer, key: &str, ids: &[ShapeId]) {
    if ids.is_empty() {
        return;
    }
    let mut sorted: Vec<&ShapeId> = ids.iter().collect();
    sorted.sort_by_cached_key(|id| (id.as_str().to_ascii_lowercase(), id.as_str()));
    writer.key(key);
    writer.array(sorted, Writer::reference);
}

/// JSON, indented. It recurses as deep as the values of the model, and these no
/// reader lets be deeper than `syntax::MAX_DEPTH`.
#[derive(Default)]
struct Writer {
    text: String,
    depth: usize,
    /// Whether the object or array that is being written has something in it.
    has_content: bool,
}

impl Writer {
    fn object(&mut self, content: impl FnOnce(&mut Self)) {
        self.nested('{', content, '}');
    }

    fn array<T>(&mut self, elements: impl IntoIterator<Item = T>, mut write: impl FnMut(&mut Self, T)) {
        let content = |writer: &mut Self| {
            for element in elements {
                writer.begin_line();
                write(writer, element);
            }
        };
        self.nested('[', content, ']');
    }

    fn nested(&mut self, open: char, content: impl FnOnce(&mut Self), close: char) {
        self.text.push(open);
        self.depth += 1;
        self.has_content = false;
        content(self);
        self.depth -= 1;
        if self.has_content {
            self.text.push('\n');
            self.indent();
        }
        self.text.push(close);
        self.has_content = true;
    }

    /// Goes to the line of the next key or element.
    fn begin_line(&mut self) {
        self.text.push_str(if self.has_content { ",\n" } else { "\n" });
        self.indent();
        self.has_content = true;
    }

    fn indent(&mut self) {
        self.text.extend(std::iter::repeat_n(INDENT, self.depth));
    }

    fn key(&mut self, key: &str) {
        self.begin_line();
        self.string(key);
        self.text.push_str(": ");
    }

    fn string(&mut self, text: &str) {
        self.text.push_str(&serde_json::Value::from(text).to_string());
    }

    fn reference(&mut self, id: &ShapeId) {
        self.object(|writer| {
            writer.key("target");
            writer.string(id.as_str());
        });
    }

    /// A value, its objects in the order of the source.
    fn node(&mut self, node: &Node) {
        match &node.value {
            Value::Array(elements) => self.array(elements, Self::node),
            Value::Object(members) => self.object(|writer| {
                for (key, node) in members {
                    writer.key(key);
                    writer.node(node);
                }
            }),
            scalar => self.scalar(scalar),
        }
    }

    /// A value, its objects sorted by key.
    fn sorted_node(&mut self, node: &Node) {
        match &node.value {
            Value::Array(elements) => self.array(elements, Self::sorted_node),
            Value::Object(members) => self.object(|writer| {
                let sorted: BTreeMap<&String, &Node> = members.iter().map(|(key, node)| (key, node)).collect();
                for (key, node) in sorted {
                    writer.key(key);
                    writer.sorted_node(node);
                }
            }),
            scalar => self.scalar(scalar),
        }
    }

    fn scalar(&mut self, value: &Value) {
        match value {
            Value::Bool(value) => self.text.push_str(if *value { "true" } else { "false" }),
            Value::Number(number) => self.text.push_str(&number.0),
            Value::String(text) => self.string(text),
            Value::Null | Value::Array(_) | Value::Object(_) => self.text.push_str("null"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{load, LoadOptions, Sources};

    #[track_caller]
    fn model_of(name: &str, text: &str) -> Model {
        let mut sources = Sources::new();
        sources.add(name, text);
        let (model, diagnostics) = load(&sources, &LoadOptions::default());
        assert!(!diagnostics.has_errors(), "{}", diagnostics.render_text(&sources, false));
        model
    }

    /// The shapes of a model in the namespace `a`, without indentation; and
    /// read again, the text is the text of the same model.
    #[track_caller]
    fn check(body: &str, flatten_mixins: bool, expected: &[&str]) {
        let options = AstOptions { flatten_mixins };
        let text = model_of("a.smithy", &format!("$version: \"2.0\"\nnamespace a\n{body}")).to_json_ast(&options);
        let again = model_of("a.json", &text).to_json_ast(&options);
        assert_eq!(text, again);
        let compact: String = text.lines().map(str::trim_start).collect::<Vec<_>>().join(" ");
        let shapes =
            compact.strip_prefix("{ \"smithy\": \"2.0\", \"shapes\": { ").and_then(|text| text.strip_suffix(" } }"));
        assert_eq!(shapes.unwrap_or(&compact), expected.join(", "));
    }

    const ORDERS: &str =
        "@mixin(localTraits: [smithy.api#tags])\n@tags([\"x\"])\n@internal\nstructure Base { id: String }\n\
                          structure Order with [Base] {\n    @required\n    $id\n    note: String\n}\n";

    #[test]
    fn a_shape_with_mixins_says_what_it_adds() {
        check(
            ORDERS,
            false,
            &[
                concat!(
                    r#""a#Base": { "type": "structure", "members": { "id": { "target": "smithy.api#String" } }, "#,
                    r#""traits": { "smithy.api#internal": {}, "smithy.api#mixin": { "localTraits": [ "smithy.api#tags" ] }, "#,
                    r#""smithy.api#tags": [ "x" ] } }"#
                ),
                concat!(
                    r#""a#Order": { "type": "structure", "mixins": [ { "target": "a#Base" } ], "#,
                    r#""members": { "note": { "target": "smithy.api#String" } } }"#
                ),
                r#""a#Order$id": { "type": "apply", "traits": { "smithy.api#required": {} } }"#,
            ],
        );
    }

    #[test]
    fn flattened_mixins_are_gone() {
        check(
            ORDERS,
            true,
            &[concat!(
                r#""a#Order": { "type": "structure", "members": { "#,
                r#""id": { "target": "smithy.api#String", "traits": { "smithy.api#required": {} } }, "#,
                r#""note": { "target": "smithy.api#String" } }, "traits": { "smithy.api#internal": {} } }"#
            )],
        );
    }

    #[test]
    fn enums_have_their_values_and_old_ones_stay_strings() {
        check(
            "enum Color with [Base] { BLUE }\n@mixin\nenum Base {\n    RED = \"r\"\n}\n@enum([{ value: \"s\", name: \"S\" }])\nstring Size\n",
            false,
            &[
                concat!(
                    r#""a#Base": { "type": "enum", "members": { "RED": { "target": "smithy.api#Unit", "#,
                    r#""traits": { "smithy.api#enumValue": "r" } } }, "traits": { "smithy.api#mixin": {} } }"#
                ),
                concat!(
                    r#""a#Color": { "type": "enum", "mixins": [ { "target": "a#Base" } ], "members": { "BLUE": { "#,
                    r#""target": "smithy.api#Unit", "traits": { "smithy.api#enumValue": "BLUE" } } } }"#
                ),
                concat!(
                    r#""a#Size": { "type": "string", "traits": { "smithy.api#enum": [ { "value": "s", "#,
                    r#""name": "S" } ] } }"#
                ),
            ],
        );
    }

    #[test]
    fn numbers_and_strings_are_what_was_written() {
        check(
            "@documentation(\"\\\"\u{7f}ä\\u0001\")\n@range(min: -1.50, max: 1e400)\nfloat Share\n",
            false,
            &[concat!(
                r#""a#Share": { "type": "float", "traits": { "smithy.api#documentation": "\""#,
                "\u{7f}ä",
                r#"\u0001", "smithy.api#range": { "min": -1.50, "max": 1e400 } } }"#
            )],
        );
    }

    #[test]
    fn services_operations_and_resources() {
        check(
            "service Shop { version: \"1\", operations: [b, D, a], rename: { \"a#T\": \"Tea\" } }\n\
             operation a { output: T }\noperation D {}\noperation b {}\nstructure T {}\n\
             resource Thing { identifiers: { id: String }, create: C, list: L, operations: [O] }\n\
             operation C {}\n@readonly operation L {}\noperation O { input := { @required id: String } }\n",
            false,
            &[
                r#""a#C": { "type": "operation", "input": { "target": "smithy.api#Unit" }, "output": { "target": "smithy.api#Unit" } }"#,
                r#""a#D": { "type": "operation", "input": { "target": "smithy.api#Unit" }, "output": { "target": "smithy.api#Unit" } }"#,
                concat!(
                    r#""a#L": { "type": "operation", "input": { "target": "smithy.api#Unit" }, "output": { "target": "#,
                    r#""smithy.api#Unit" }, "traits": { "smithy.api#readonly": {} } }"#
                ),
                r#""a#O": { "type": "operation", "input": { "target": "a#OInput" }, "output": { "target": "smithy.api#Unit" } }"#,
                concat!(
                    r#""a#OInput": { "type": "structure", "members": { "id": { "target": "smithy.api#String", "#,
                    r#""traits": { "smithy.api#required": {} } } }, "traits": { "smithy.api#input": {} } }"#
                ),
                concat!(
                    r#""a#Shop": { "type": "service", "version": "1", "operations": [ { "target": "a#a" }, "#,
                    r#"{ "target": "a#b" }, { "target": "a#D" } ], "rename": { "a#T": "Tea" } }"#
                ),
                r#""a#T": { "type": "structure", "members": {} }"#,
                concat!(
                    r#""a#Thing": { "type": "resource", "identifiers": { "id": { "target": "smithy.api#String" } }, "#,
                    r#""create": { "target": "a#C" }, "list": { "target": "a#L" }, "operations": [ { "target": "a#O" } ] }"#
                ),
                r#""a#a": { "type": "operation", "input": { "target": "smithy.api#Unit" }, "output": { "target": "a#T" } }"#,
                r#""a#b": { "type": "operation", "input": { "target": "smithy.api#Unit" }, "output": { "target": "smithy.api#Unit" } }"#,
            ],
        );
    }

    #[test]
    fn values_as_deep_as_a_reader_takes_them_come_back() {
        let deep = format!("{}{}", "[".repeat(200), "]".repeat(200));
        let text = model_of("a.json", &format!("{{\"smithy\": \"2.0\", \"metadata\": {{\"b\": {deep}, \"a\": 1}}}}"));
        let text = text.to_json_ast(&AstOptions::default());
        assert!(
            text.starts_with("{\n    \"smithy\": \"2.0\",\n    \"metadata\": {\n        \"a\": 1,\n        \"b\": [\n")
        );
        assert_eq!(model_of("a.json", &text).to_json_ast(&AstOptions::default()), text);
    }
}
