//! In: the text of a JSON AST, 1.0 or 2.0. Out: the document that the same
//! model in the IDL gives (Smithy 2.0, "JSON AST").

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::diagnostics::{Diagnostics, Severity, Span};
use crate::model::Node;
use crate::model::{article, ids};
use crate::plural;
use crate::suggest;

use super::ast::{self, Type, Version};
use super::json::{Problem, Read, Reader};
use super::properties::sort_lifecycle;

/// Reads a JSON AST. An error in the JSON ends the reading of this text.
pub(super) fn parse_json_ast<'s>(source: u32, text: &'s str, diagnostics: &mut Diagnostics) -> ast::Document<'s> {
    let mut reader = Reader::new(source, text);
    let mut document = ast::Document { version: Version::V2, ..Default::default() };
    let outcome = parse_document(&mut reader, &mut document).and_then(|()| reader.expect_end());
    if let Err(problem) = &outcome {
        // Unless the shape that it is in is there already, with all the rest.
        let is_known = document.broken.last().is_some_and(|span| span.end as usize == text.len());
        if !is_known {
            document.broken.push(Span { end: text.len() as u32, ..problem.span });
        }
    }
    let mut problems = std::mem::take(&mut reader.problems);
    problems.extend(outcome.err());
    for Problem { severity, span, message, shape, help } in problems {
        let event = match severity {
            Severity::Error => diagnostics.error("Model", span, message),
            _ => diagnostics.advice("Model", span, message),
        };
        event.shape = shape;
        event.help = help;
    }
    document
}

/// Whether the text is an object with the version or the shapes of a model. None if it is not
/// JSON as far as it was read.
#[cfg(feature = "driver")]
pub(super) fn is_model(text: &str) -> Option<bool> {
    let mut reader = Reader::new(0, text);
    let mut is_found = false;
    let outcome = reader.object(|reader, key, _| {
        if key == "smithy" || key == "shapes" {
            is_found = true;
            // Models are large, and this is their first key.
            return reader.stop();
        }
        reader.node(0).map(drop)
    });
    let is_json = outcome.and_then(|()| reader.expect_end()).is_ok();
    (is_found || is_json).then_some(is_found)
}

fn parse_document<'s>(reader: &mut Reader<'s>, document: &mut ast::Document<'s>) -> Read<()> {
    let start = reader.here();
    let mut has_version = false;
    let mut has_shapes = false;
    let mut unknown = Vec::new();
    let problems = reader.problems.len();
    reader.object(|reader, key, span| match &*key {
        "smithy" => {
            has_version = true;
            parse_version(reader, document)
        }
        "metadata" => reader.object(|reader, key, _| {
            document.metadata.push((key.into_owned(), reader.node(0)?));
            Ok(())
        }),
        "shapes" => {
            has_shapes = true;
            parse_shapes(reader, document)
        }
        _ => {
            unknown.push((key, span));
            reader.node(0).map(drop)
        }
    })?;
    if has_version || has_shapes {
        warn_of_unknown(reader, "a model", &unknown, &["smithy", "metadata", "shapes"]);
    }
    if has_shapes && !has_version {
        let message = "a model requires a member `smithy` with its version";
        reader.error(start, message).help = Some("\"smithy\": \"2.0\",".to_owned());
    } else if !has_version && reader.problems.len() == problems {
        // A folder of models may hold JSON of other kinds.
        reader.warning(start, "this file is not a Smithy model and is ignored: it has no member `smithy`");
    }
    Ok(())
}

fn parse_shapes<'s>(reader: &mut Reader<'s>, document: &mut ast::Document<'s>) -> Read<()> {
    let mut seen = std::collections::BTreeSet::new();
    reader.object(|reader, id, span| {
        if !seen.insert(id.clone()) {
            reader.error(span, format!("duplicate shape `{id}`")).shape = Some(id.clone().into_owned());
        }
        reader.shape = Some(id.clone());
        parse_shape(reader, ast::Reference { text: id, span }, document)?;
        reader.shape = None;
        Ok(())
    })
}

fn parse_version(reader: &mut Reader<'_>, document: &mut ast::Document<'_>) -> Read<()> {
    let Some((version, span)) = reader.string()? else { return Ok(()) };
    match &*version {
        "1" | "1.0" => document.version = Version::V1,
        "2" | "2.0" => document.version = Version::V2,
        other => {
            let problem = reader.error(span, format!("unsupported Smithy version `{other}`"));
            problem.help = Some("\"smithy\": \"2.0\",".to_owned());
        }
    }
    Ok(())
}

/// Properties that mean nothing here; one event for all of an object.
fn warn_of_unknown<'r>(
    reader: &'r mut Reader<'_>,
    owner: &str,
    unknown: &[(Cow<'_, str>, Span)],
    known: &[&'static str],
) -> Option<&'r mut Problem> {
    let (first, span) = unknown.first()?;
    let near = suggest::list(&suggest::nearest_word(first, known.iter().copied()));
    let names: Vec<String> = unknown.iter().map(|(key, _)| format!("`{key}`")).collect();
    let word = plural::of(names.len(), "property");
    let problem = reader.warning(*span, format!("unknown {word} {} of {owner}", names.join(", ")));
    problem.help = Some(match near {
        Some(near) => format!("did you mean {near}?"),
        None => format!("it can have {}", known.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ")),
    });
    Some(problem)
}

/// The properties of a shape of the type.
fn known_properties(ty: Type) -> &'static [&'static str] {
    match ty {
        Type::List | Type::Set => &["type", "member", "mixins", "traits"],
        Type::Map => &["type", "key", "value", "mixins", "traits"],
        Type::Structure | Type::Union | Type::Enum | Type::IntEnum => &["type", "members", "mixins", "traits"],
        Type::Service => &["type", "version", "operations", "resources", "errors", "rename", "mixins", "traits"],
        Type::Operation => &["type", "input", "output", "errors", "mixins", "traits"],
        Type::Resource => &[
            "type",
            "identifiers",
            "properties",
            "create",
            "put",
            "read",
            "update",
            "delete",
            "list",
            "operations",
            "collectionOperations",
            "resources",
            "mixins",
            "traits",
        ],
        _ => &["type", "mixins", "traits"],
    }
}

/// Everything that a shape of any type can have; which of it counts is known
/// once its type is, and that may come last.
#[derive(Default)]
struct Properties<'s> {
    /// Every key, to be compared with what the type knows.
    keys: Vec<(Cow<'s, str>, Span)>,
    ty: Option<(Cow<'s, str>, Span)>,
    traits: Vec<ast::Trait<'s>>,
    /// The content of `members`.
    members: Vec<ast::Member<'s>>,
    /// The content of `member`, `key` and `value`.
    fixed_members: Vec<ast::Member<'s>>,
    mixins: Vec<ast::Reference<'s>>,
    version: Option<String>,
    operations: Vec<ast::Reference<'s>>,
    resources: Vec<ast::Reference<'s>>,
    errors: Vec<ast::Reference<'s>>,
    rename: Vec<(ast::Reference<'s>, String)>,
    input: Option<ast::Reference<'s>>,
    output: Option<ast::Reference<'s>>,
    identifiers: Vec<(String, ast::Reference<'s>)>,
    properties: Vec<(String, ast::Reference<'s>)>,
    has_properties: bool,
    lifecycle: Vec<(&'static str, ast::Reference<'s>)>,
    collection_operations: Vec<ast::Reference<'s>>,
}

fn parse_shape<'s>(reader: &mut Reader<'s>, name: ast::Name<'s>, document: &mut ast::Document<'s>) -> Read<()> {
    let mut found = Properties::default();
    let problems = reader.problems.len();
    let outcome = reader.object(|reader, key, span| parse_property(reader, key, span, &mut found));
    let is_broken = reader.problems.iter().skip(problems).any(|problem| problem.severity == Severity::Error);
    if outcome.is_err() {
        document.broken.push(Span { end: reader.end(), ..name.span });
    } else if is_broken {
        document.broken.push(Span { end: reader.here().start, ..name.span });
    }
    outcome?;
    let Some((keyword, keyword_span)) = found.ty.take() else {
        if !is_broken {
            let message = format!("shape `{}` has no `type`", name.text);
            reader.error(name.span, message).help = Some("\"type\": \"structure\",".to_owned());
        }
        document.broken.push(name.span);
        return Ok(());
    };
    let ty = Type::from_keyword(&keyword);
    let known = match ty {
        None if keyword == "apply" => &["type", "traits"],
        None => &[][..],
        Some(ty) => known_properties(ty),
    };
    found.keys.retain(|(key, _)| !known.contains(&&**key));
    if !known.is_empty() {
        warn_of_unknown(reader, &article(&keyword), &found.keys, known);
    }
    if keyword == "apply" {
        document.applies.push(ast::Apply { target: name, traits: found.traits });
        return Ok(());
    }
    let Some(ty) = ty else {
        let near = suggest::list(&suggest::nearest_word(&keyword, Type::keywords()));
        let problem = reader.error(keyword_span, format!("unknown shape type `{keyword}`"));
        problem.help = near.map(|near| format!("did you mean {near}?"));
        document.broken.push(name.span);
        return Ok(());
    };
    document.shapes.push(shape_of(name, ty, found));
    Ok(())
}

fn shape_of<'s>(name: ast::Name<'s>, ty: Type, mut found: Properties<'s>) -> ast::Shape<'s> {
    sort_lifecycle(&mut found.lifecycle);
    let body = match ty {
        Type::Service => ast::Body::Service(Box::new(ast::Service {
            version: found.version,
            operations: found.operations,
            resources: found.resources,
            errors: found.errors,
            rename: found.rename,
        })),
        Type::Operation => ast::Body::Operation(Box::new(ast::Operation {
            input: found.input,
            output: found.output,
            errors: found.errors,
        })),
        Type::Resource => ast::Body::Resource(Box::new(ast::Resource {
            identifiers: found.identifiers,
            has_properties: found.has_properties,
            properties: found.properties,
            lifecycle: found.lifecycle,
            operations: found.operations,
            collection_operations: found.collection_operations,
            resources: found.resources,
        })),
        _ => ast::Body::Members,
    };
    let Properties { traits, members, fixed_members, mixins, .. } = found;
    let members = match ty {
        Type::List | Type::Set | Type::Map => fixed_members,
        Type::Structure | Type::Union | Type::Enum | Type::IntEnum => members,
        _ => Vec::new(),
    };
    ast::Shape { name, ty, traits, members, mixins, resource: None, body }
}

fn parse_property<'s>(reader: &mut Reader<'s>, key: Cow<'s, str>, span: Span, found: &mut Properties<'s>) -> Read<()> {
    match &*key {
        "type" => found.ty = reader.string()?,
        "traits" => found.traits = parse_traits(reader)?,
        "members" => reader.object(|reader, name, span| {
            let name = ast::Reference { text: name, span };
            found.members.push(parse_member(reader, name)?);
            Ok(())
        })?,
        "member" | "key" | "value" => {
            let name = ast::Reference { text: key.clone(), span };
            found.fixed_members.push(parse_member(reader, name)?);
        }
        "mixins" => found.mixins = parse_references(reader)?,
        "version" => found.version = reader.string()?.map(|(version, _)| version.into_owned()),
        "operations" => found.operations = parse_references(reader)?,
        "collectionOperations" => found.collection_operations = parse_references(reader)?,
        "resources" => found.resources = parse_references(reader)?,
        "errors" => found.errors = parse_references(reader)?,
        "input" => found.input = parse_reference(reader)?,
        "output" => found.output = parse_reference(reader)?,
        "identifiers" => found.identifiers = parse_named_references(reader)?,
        "properties" => {
            found.has_properties = true;
            found.properties = parse_named_references(reader)?;
        }
        "rename" => reader.object(|reader, id, span| {
            let name = reader.string()?;
            found.rename.extend(name.map(|(name, _)| (ast::Reference { text: id, span }, name.into_owned())));
            Ok(())
        })?,
        name => match ast::LIFECYCLES.iter().find(|lifecycle| **lifecycle == name) {
            Some(lifecycle) => found.lifecycle.extend(parse_reference(reader)?.map(|id| (*lifecycle, id))),
            None => reader.node(0).map(drop)?,
        },
    }
    found.keys.push((key, span));
    Ok(())
}

/// More traits than a shape has but for mischief.
const MANY_TRAITS: usize = 32;

fn parse_traits<'s>(reader: &mut Reader<'s>) -> Read<Vec<ast::Trait<'s>>> {
    let mut traits: Vec<ast::Trait<'s>> = Vec::new();
    // Made where looking at each of the others begins to be slow.
    let mut seen: BTreeSet<Cow<'s, str>> = BTreeSet::new();
    reader.object(|reader, id, span| {
        if traits.len() == MANY_TRAITS {
            seen.extend(traits.iter().map(|other| other.id.text.clone()));
        }
        let is_duplicate = match traits.len() {
            0..MANY_TRAITS => traits.iter().any(|other| other.id.text == id),
            _ => !seen.insert(id.clone()),
        };
        if is_duplicate {
            reader.error(span, format!("duplicate trait `{id}`"));
        }
        let value: Node = reader.node(0)?;
        let whole = Span { end: value.span.end, ..span };
        traits.push(ast::Trait { id: ast::Reference { text: id, span }, value: Some(value), span: whole });
        Ok(())
    })?;
    // A vector that grows has room for four; most members have one trait.
    traits.shrink_to_fit();
    Ok(traits)
}

fn parse_member<'s>(reader: &mut Reader<'s>, name: ast::Name<'s>) -> Read<ast::Member<'s>> {
    let mut target = None;
    let mut traits = Vec::new();
    let mut unknown = Vec::new();
    let problems = reader.problems.len();
    reader.object(|reader, key, span| {
        match &*key {
            "target" => target = reader.string()?.map(|(text, span)| ast::Reference { text, span }),
            "traits" => traits = parse_traits(reader)?,
            _ => {
                unknown.push((key, span));
                reader.node(0)?;
            }
        }
        Ok(())
    })?;
    let is_reported = reader.problems.len() > problems;
    if let Some(problem) = warn_of_unknown(reader, "a member", &unknown, &["target", "traits"]) {
        problem.shape = problem.shape.take().map(|shape| format!("{shape}${}", name.text));
    }
    if target.is_none() {
        if !is_reported {
            let message = format!("member `{}` has no `target`", name.text);
            reader.error(name.span, message).help = Some("\"target\": \"smithy.api#String\"".to_owned());
        }
        let text = Cow::Borrowed(ids::UNIT);
        target = Some(ast::Reference { text, span: name.span });
    }
    Ok(ast::Member { name, target, traits })
}

/// `{"target": id}`
fn parse_reference<'s>(reader: &mut Reader<'s>) -> Read<Option<ast::Reference<'s>>> {
    let start = reader.here();
    let mut target = None;
    let mut unknown = Vec::new();
    let problems = reader.problems.len();
    reader.object(|reader, key, span| {
        match &*key {
            "target" => target = reader.string()?.map(|(text, span)| ast::Reference { text, span }),
            _ => {
                unknown.push((key, span));
                reader.node(0)?;
            }
        }
        Ok(())
    })?;
    if let Some(problem) = reader.problems.get_mut(problems) {
        problem.help = Some("a shape is named as {\"target\": \"namespace#Name\"}".to_owned());
    } else if target.is_none() {
        reader.error(start, "expected an object with a `target`");
    }
    warn_of_unknown(reader, "a reference", &unknown, &["target"]);
    Ok(target)
}

fn parse_references<'s>(reader: &mut Reader<'s>) -> Read<Vec<ast::Reference<'s>>> {
    let mut references = Vec::new();
    reader.array(|reader| {
        references.extend(parse_reference(reader)?);
        Ok(())
    })?;
    Ok(references)
}

fn parse_named_references<'s>(reader: &mut Reader<'s>) -> Read<Vec<(String, ast::Reference<'s>)>> {
    let mut references = Vec::new();
    reader.object(|reader, name, _| {
        references.extend(parse_reference(reader)?.map(|id| (name.into_owned(), id)));
        Ok(())
    })?;
    Ok(references)
}
