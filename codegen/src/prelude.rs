//! In: which namespaces the user's documents name. Out: the documents of the
//! built-in definitions in these namespaces. Exists so that a model of AWS
//! loads by itself, and one without such traits does not pay for them.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::Diagnostics;
use crate::model::{ids, Node, Value};
use crate::syntax::{self, ast};

/// The namespaces with the texts of their definitions, written by us.
const ALL: &[(&str, &str)] = &[
    ("smithy.api", include_str!("../prelude/smithy.api.smithy")),
    ("smithy.contracts", include_str!("../prelude/smithy.contracts.smithy")),
    ("smithy.framework", include_str!("../prelude/smithy.framework.smithy")),
    ("smithy.mqtt", include_str!("../prelude/smithy.mqtt.smithy")),
    ("smithy.openapi", include_str!("../prelude/smithy.openapi.smithy")),
    ("smithy.protocols", include_str!("../prelude/smithy.protocols.smithy")),
    ("smithy.rules", include_str!("../prelude/smithy.rules.smithy")),
    ("smithy.test", include_str!("../prelude/smithy.test.smithy")),
    ("smithy.waiters", include_str!("../prelude/smithy.waiters.smithy")),
    ("aws.api", include_str!("../prelude/aws.api.smithy")),
    ("aws.apigateway", include_str!("../prelude/aws.apigateway.smithy")),
    ("aws.auth", include_str!("../prelude/aws.auth.smithy")),
    ("aws.cloudformation", include_str!("../prelude/aws.cloudformation.smithy")),
    ("aws.customizations", include_str!("../prelude/aws.customizations.smithy")),
    ("aws.endpoints", include_str!("../prelude/aws.endpoints.smithy")),
    ("aws.iam", include_str!("../prelude/aws.iam.smithy")),
    ("aws.protocols", include_str!("../prelude/aws.protocols.smithy")),
    ("aws.test", include_str!("../prelude/aws.test.smithy")),
];

/// Parses `smithy.api`, and of the others what the documents need.
pub(crate) fn documents_for(
    documents: &[ast::Document<'_>],
    diagnostics: &mut Diagnostics,
) -> Vec<ast::Document<'static>> {
    let mut wanted = BTreeSet::from(["smithy.api"]);
    for document in documents {
        add_namespaces(document, &mut wanted);
    }
    // Definitions use some of other namespaces, which are then wanted too.
    let mut parsed: BTreeMap<&str, ast::Document<'static>> = BTreeMap::new();
    loop {
        let missing = |(namespace, _): &&(&str, &str)| wanted.contains(namespace) && !parsed.contains_key(namespace);
        let Some((namespace, text)) = ALL.iter().find(missing) else { break };
        let document = syntax::parse_builtin(text, diagnostics);
        add_namespaces(&document, &mut wanted);
        parsed.insert(namespace, document);
    }
    ALL.iter().filter_map(|(namespace, _)| parsed.remove(namespace)).collect()
}

/// The built-in namespace beside `smithy.api` that defines a shape of this
/// name: what `use` is missing.
pub(crate) fn namespace_of(name: &str) -> Option<&'static str> {
    let defines = |text: &str| {
        // A definition starts its line: the type, a space, the name.
        text.lines()
            .any(|line| line.split(' ').nth(1) == Some(name) && line.starts_with(|c: char| c.is_ascii_lowercase()))
    };
    ALL.iter().skip(1).find(|(_, text)| defines(text)).map(|(namespace, _)| *namespace)
}

/// The built-in namespace of an absolute id, loaded or not.
pub(crate) fn builtin_namespace(id: &str) -> Option<&'static str> {
    let (namespace, _) = id.split_once('#')?;
    ALL.iter().map(|(known, _)| *known).find(|known| *known == namespace)
}

/// Adds the built-in namespaces that the document names.
fn add_namespaces(document: &ast::Document<'_>, wanted: &mut BTreeSet<&'static str>) {
    document.uses.iter().for_each(|used| add_namespace(&used.text, wanted));
    for apply in &document.applies {
        add_namespace(&apply.target.text, wanted);
        add_traits(&apply.traits, wanted);
    }
    for shape in &document.shapes {
        add_traits(&shape.traits, wanted);
        for member in &shape.members {
            add_traits(&member.traits, wanted);
            member.target.iter().for_each(|target| add_namespace(&target.text, wanted));
        }
        let references = shape.mixins.iter().chain(&shape.resource).chain(shape.body.references());
        references.for_each(|reference| add_namespace(&reference.text, wanted));
    }
}

fn add_traits(traits: &[ast::Trait<'_>], wanted: &mut BTreeSet<&'static str>) {
    for applied in traits {
        add_namespace(&applied.id.text, wanted);
        // Long, and without ids.
        let is_document = ["smithy.rules#", ids::DOCUMENTATION].iter().any(|id| applied.id.text.starts_with(id));
        if is_document {
            continue;
        }
        applied.value.iter().for_each(|value| add_node(value, wanted));
    }
}

/// Adds what a value refers to, `@auth([..])` for one. Whether a string is an
/// id is not known here; one that only looks like it costs time, nothing else.
/// Readers bound the depth of nodes.
fn add_node(node: &Node, wanted: &mut BTreeSet<&'static str>) {
    match &node.value {
        Value::String(text) => add_namespace(text, wanted),
        Value::Array(elements) => elements.iter().for_each(|element| add_node(element, wanted)),
        Value::Object(members) => {
            for (key, value) in members {
                add_namespace(key, wanted);
                add_node(value, wanted);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn add_namespace(id: &str, wanted: &mut BTreeSet<&'static str>) {
    // Most of what is asked is prose.
    let may_be_one = match id.as_bytes().first() {
        Some(b'a') => id.starts_with("aws."),
        Some(b's') => id.starts_with("smithy."),
        _ => false,
    };
    if !may_be_one {
        return;
    }
    let namespace = id.split_once('#').map_or("", |(namespace, _)| namespace);
    wanted.extend(ALL.iter().map(|(known, _)| *known).find(|known| *known == namespace));
}

#[cfg(test)]
mod tests {
    use crate::{load, LoadOptions, Sources};

    /// Loaded as if they were the user's, the definitions meet every check.
    #[test]
    fn the_definitions_are_a_valid_model() {
        let mut sources = Sources::new();
        for (namespace, text) in super::ALL {
            sources.add(format!("{namespace}.smithy"), *text);
        }
        let (_, diagnostics) = load(&sources, &LoadOptions::default());
        assert!(!diagnostics.has_errors(), "{}", diagnostics.render_text(&sources, false));
    }

    /// Whether it is an error, a scheme in `@auth` or a member, of whatever text.
    #[test]
    fn what_is_named_anywhere_is_loaded() {
        let mut sources = Sources::new();
        let ast = r#"{"smithy": "2.0", "shapes": {
            "a#S": {"type": "service", "errors": [{"target": "smithy.framework#ValidationException"}],
                "traits": {"smithy.api#auth": ["aws.auth#sigv4"]}}}}"#;
        sources.add("a.json", ast);
        let (model, _) = load(&sources, &LoadOptions::default());
        for id in ["smithy.framework#ValidationException", "aws.auth#sigv4"] {
            assert!(model.shapes().any(|shape| shape.id.as_str() == id), "{id}");
        }
    }

    #[test]
    fn a_name_finds_its_namespace() {
        assert_eq!(super::namespace_of("restJson1"), Some("aws.protocols"));
        assert_eq!(super::namespace_of("rpcv2Cbor"), Some("smithy.protocols"));
        assert_eq!(super::namespace_of("nothing"), None);
    }
}
