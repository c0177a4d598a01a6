//! In: the sliced model. Out: what the crate was generated from, and what callers may look
//! for in it and do not find, both in words. Exists so that the docs of the crate and the note at
//! the end of a run say the same, without a look at the model.

use std::collections::BTreeSet;

use crate::ir;
use crate::model::{ids, Checked, Kind, Member, Model, Node, OperationShapes, Shape, ShapeId};
use crate::traits::{self, http_checksum};

/// Traits that change nothing in a client, but that callers know from others: the id, and
/// what is not there. A trait with an effect leaves this list.
const ABSENT: &[(&str, &str)] = &[
    (ids::CLIENT_DISCOVERED_ENDPOINT, ENDPOINT_DISCOVERY),
    (ids::CLIENT_ENDPOINT_DISCOVERY, ENDPOINT_DISCOVERY),
    (ids::HTTP_DIGEST_AUTH, "HTTP digest authentication"),
    (ids::PUBLISH, "MQTT"),
    (ids::SUBSCRIBE, "MQTT"),
];

/// What some clients have all the same.
pub(super) const ENDPOINT_DISCOVERY: &str = "endpoint discovery";

/// Algorithms of checksums that models name and the runtime does not have.
const NO_ALGORITHMS: &[&str] = &["SHA512", "XXHASH128", "XXHASH3", "XXHASH64"];

/// More names than this are a number.
const MOST_NAMES: usize = 12;

/// What the crate does not have, sorted, each thing once. `of_behaviours` is what behaviours
/// found that a client cannot do.
pub(super) fn absent(model: &Checked<'_>, of_behaviours: Vec<String>) -> Vec<String> {
    let mut found: BTreeSet<String> = of_behaviours.into_iter().collect();
    for shape in model.shapes() {
        let of_members = shape.members.iter().map(|member| &member.traits);
        let ids = std::iter::once(&shape.traits).chain(of_members).flat_map(|traits| traits.iter()).map(|(id, _)| id);
        found.extend(ids.filter_map(|id| word_of(model, id)));
    }
    for operation in &model.operations {
        found.extend(checksums(model, operation));
    }
    found.into_iter().collect()
}

/// The word for a trait that has no effect, among them schemes of authentication that the
/// model defines itself.
fn word_of(model: &Model, id: &ShapeId) -> Option<String> {
    if let Some((_, word)) = ABSENT.iter().find(|(absent, _)| *absent == id.as_str()) {
        return Some((*word).to_owned());
    }
    let is_scheme = model.shape(id).is_some_and(|shape| shape.has_trait(ids::AUTH_DEFINITION));
    (is_scheme && !traits::USED.contains(&id.as_str())).then(|| format!("credentials of `{id}`"))
}

fn checksums(model: &Checked<'_>, operation: &OperationShapes<'_>) -> Vec<String> {
    let mut found = Vec::new();
    let (members, operation) = (&operation.input.members, operation.shape);
    let is_streamed = members.iter().any(|member| model.member_trait(member, ids::STREAMING).is_some());
    let checksum = http_checksum::RequestChecksum::of(&operation.traits);
    if is_streamed && checksum == Some(http_checksum::RequestChecksum::ContentMd5) {
        found.push("checksums of streamed bodies".to_owned());
    }
    if is_streamed && operation.has_trait(ids::REQUEST_COMPRESSION) {
        found.push("compression of streamed bodies".to_owned());
    }
    if let Some(http_checksum::RequestChecksum::Flexible { algorithm_member: Some(name), .. }) = checksum {
        let chosen = members.iter().find(|member| member.name == name).map(|member| model.target(member));
        let values: Vec<&str> = chosen.into_iter().flat_map(|chosen| &chosen.members).filter_map(value).collect();
        let algorithms: Vec<&str> = NO_ALGORITHMS.iter().copied().filter(|name| values.contains(name)).collect();
        found.extend(join(&algorithms).map(|algorithms| format!("checksums by {algorithms}")));
    }
    found
}

fn value(member: &Member) -> Option<&str> {
    member.traits.get(ids::ENUM_VALUE).and_then(Node::as_str)
}

/// From which service and operations the crate was generated, as a sentence. `is_whole` says that
/// nobody chose operations. It changes with the model alone.
pub(super) fn sentence(service: &Shape, operations: &[ir::Operation], is_whole: bool) -> String {
    let Kind::Service(facts) = &service.kind else { return String::new() };
    // Any text may be a version; one that is none of the usual ones says little.
    let is_plain = |c: char| c.is_ascii_alphanumeric() || ".-_".contains(c);
    let version = Some(&facts.version).filter(|version| !version.is_empty() && version.chars().all(is_plain));
    let version = version.map(|version| format!(", version {version}")).unwrap_or_default();
    let names: Vec<String> = operations.iter().map(|operation| format!("`{}`", operation.wire_name)).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let with = match names.len() {
        0 => "no operation".to_owned(),
        1 if is_whole => format!("its one operation {}", names[0]),
        1 => format!("the operation {}", names[0]),
        count if is_whole => format!("all {count} operations"),
        count if count > MOST_NAMES => format!("{count} of its operations"),
        _ => format!("the operations {}", join(&names).unwrap_or_default()),
    };
    format!("Generated from the model of `{}`{version}, with {with}.", service.id)
}

/// "A", "A and B", "A, B and C"; None for none.
pub(crate) fn join(words: &[&str]) -> Option<String> {
    match words.split_last()? {
        (last, []) => Some((*last).to_owned()),
        (last, rest) => Some(format!("{} and {last}", rest.join(", "))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{load, LoadOptions, Sources};

    /// A misspelled id would never be found.
    #[test]
    fn every_trait_is_defined_and_has_no_effect() {
        let uses: String = ABSENT.iter().map(|(id, _)| format!("use {id}\n")).collect();
        let mut sources = Sources::new();
        sources.add("uses.smithy", format!("$version: \"2.0\"\nnamespace example\n{uses}"));
        let (model, _) = load(&sources, &LoadOptions::default());
        let is_wrong = |id: &&str| {
            let shape = model.shapes().find(|shape| shape.id.as_str() == *id);
            traits::USED.contains(id) || !shape.is_some_and(|shape| shape.has_trait("smithy.api#trait"))
        };
        let wrong: Vec<&str> = ABSENT.iter().map(|(id, _)| *id).filter(is_wrong).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn words_are_joined() {
        assert_eq!(join(&[]), None);
        assert_eq!(join(&["a"]).as_deref(), Some("a"));
        assert_eq!(join(&["a", "b", "c"]).as_deref(), Some("a, b and c"));
    }
}
