//! In: the documents, and where syntax errors broke off their statements. Out:
//! which later events are only consequences of that. Exists so that one missing
//! bracket is one error, while every other mistake is still reported at once.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::{About, Diagnostic, Sources, Span};

use super::ast::{self, Body};

/// What syntax errors took away from the documents.
pub(crate) struct Damage<'s> {
    sources: &'s Sources,
    /// The statements that could not be read to their end, by source.
    broken: BTreeMap<u32, Vec<Span>>,
    /// Every word in them, with how often it comes up: any may be the name of
    /// a shape that nothing defines now.
    words: BTreeMap<&'s str, usize>,
    /// The ids of shapes and members that are incomplete, or that mention an
    /// incomplete shape.
    doubtful: BTreeSet<String>,
}

impl<'s> Damage<'s> {
    /// None if every statement could be read.
    pub(crate) fn of(documents: &[ast::Document<'_>], sources: &'s Sources) -> Option<Self> {
        let mut damage = Self { sources, broken: BTreeMap::new(), words: BTreeMap::new(), doubtful: BTreeSet::new() };
        for span in documents.iter().flat_map(|document| &document.broken) {
            damage.broken.entry(span.source).or_default().push(*span);
            for word in words_of(damage.text(*span)) {
                *damage.words.entry(word).or_default() += 1;
            }
        }
        if damage.broken.is_empty() {
            return None;
        }
        let incomplete: BTreeSet<&str> = documents
            .iter()
            .flat_map(|document| &document.shapes)
            .filter(|shape| damage.is_broken(shape.name.span))
            .map(|shape| name_of(&shape.name.text))
            .collect();
        let mut doubtful = BTreeSet::new();
        for document in documents {
            for shape in &document.shapes {
                let id = match document.namespace {
                    "" => shape.name.text.to_string(),
                    namespace => format!("{namespace}#{}", shape.name.text),
                };
                add_doubtful(&id, shape, &incomplete, &mut doubtful);
            }
        }
        damage.doubtful = doubtful;
        Some(damage)
    }

    /// Whether the event may be nothing but a consequence of a syntax error.
    pub(crate) fn explains(&self, event: &Diagnostic) -> bool {
        let is_broken = self.is_broken(event.span);
        let finds_no_member = event.is_about(About::UnknownMember);
        if event.is_about(About::UnknownName) {
            let name = name_of(self.text(event.span));
            return self.words.get(name).copied().unwrap_or(0) > usize::from(is_broken);
        }
        let Some(id) = event.shape.as_deref() else { return is_broken };
        let shape = id.split('$').next().unwrap_or(id);
        is_broken || self.doubtful.contains(id) || (finds_no_member && self.doubtful.contains(shape))
    }

    fn text(&self, span: Span) -> &'s str {
        let text = self.sources.of(span).and_then(|source| source.text.get(span.start as usize..span.end as usize));
        text.unwrap_or_default()
    }

    fn is_broken(&self, span: Span) -> bool {
        let Some(spans) = self.broken.get(&span.source) else { return false };
        // They are ascending, since statements are read in their order.
        let next = spans.partition_point(|broken| broken.start <= span.start);
        next.checked_sub(1).is_some_and(|index| span.start < spans[index].end)
    }
}

/// Notes the shape, or those of its members, that mention incomplete shapes.
fn add_doubtful(id: &str, shape: &ast::Shape<'_>, incomplete: &BTreeSet<&str>, doubtful: &mut BTreeSet<String>) {
    let is_incomplete = |reference: &ast::Reference<'_>| incomplete.contains(name_of(&reference.text));
    let is_whole = incomplete.contains(name_of(id)) || shape.mixins.iter().chain(&shape.resource).any(is_incomplete);
    let mut is_doubtful = is_whole || references_of(&shape.body).into_iter().any(is_incomplete);
    for member in &shape.members {
        if is_whole || member.target.as_ref().is_some_and(is_incomplete) {
            is_doubtful = true;
            doubtful.insert(format!("{id}${}", member.name.text));
        }
    }
    if is_doubtful {
        doubtful.insert(id.to_owned());
    }
}

fn references_of<'b, 's>(body: &'b Body<'s>) -> Vec<&'b ast::Reference<'s>> {
    match body {
        Body::Members => Vec::new(),
        Body::Service(service) => service.operations.iter().chain(&service.resources).chain(&service.errors).collect(),
        Body::Operation(operation) => {
            operation.input.iter().chain(&operation.output).chain(&operation.errors).collect()
        }
        Body::Resource(resource) => (resource.identifiers.iter().chain(&resource.properties))
            .map(|(_, reference)| reference)
            .chain(resource.lifecycle.iter().map(|(_, reference)| reference))
            .chain(&resource.operations)
            .chain(&resource.collection_operations)
            .chain(&resource.resources)
            .collect(),
    }
}

/// The name in an id, relative or absolute, of a shape or a member.
fn name_of(id: &str) -> &str {
    let name = id.rsplit('#').next().unwrap_or(id);
    name.split('$').next().unwrap_or(name)
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c != '_' && !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty())
}
