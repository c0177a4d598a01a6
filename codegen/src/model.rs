//! In: what `resolve` found in the documents. Out: read-only queries for
//! everything to its right. Exists so that nothing after loading knows whether
//! a model was written in the IDL or in JSON.
//!
//! Invariant: this module knows nothing of Rust the language, of tokens, or of
//! what a trait means. Shapes are plain data; a trait is an id and a node.

mod checked;
pub(crate) mod ids;
mod kind_words;
mod node;
pub(crate) mod nullability;
mod shape_id;

pub(crate) use checked::{Checked, OperationShapes};
pub(crate) use kind_words::article;
pub use node::{Node, Number, Value};
pub use nullability::Nullability;
pub use shape_id::ShapeId;
pub(crate) use shape_id::{is_absolute_id, is_identifier};

use std::collections::BTreeMap;

use indexmap::IndexMap;

use crate::diagnostics::Span;

/// A complete model: every shape that the sources define, the prelude's
/// included, after `use`, `apply`, mixins and the 1.0 upgrade are done.
#[derive(Debug, Clone, Default)]
pub struct Model {
    /// Shapes in the order of the sources; the prelude's come first.
    pub(crate) shapes: IndexMap<ShapeId, Shape>,
    /// The merged `metadata` of all sources, by key.
    pub(crate) metadata: IndexMap<String, Node>,
}

impl Model {
    /// The shape with this id. For the id of a member, use its container.
    pub fn shape(&self, id: &ShapeId) -> Option<&Shape> {
        self.shapes.get(id)
    }

    /// All shapes, in the order of the sources.
    pub fn shapes(&self) -> impl Iterator<Item = &Shape> {
        self.shapes.values()
    }

    /// The merged metadata, by key.
    pub fn metadata(&self) -> impl Iterator<Item = (&str, &Node)> {
        self.metadata.iter().map(|(key, node)| (key.as_str(), node))
    }

    /// The shape that a member targets.
    pub fn target(&self, member: &Member) -> Option<&Shape> {
        self.shape(&member.target)
    }

    /// A trait on the member itself, else on its target: the lookup that most
    /// serialization traits ask for (Smithy 2.0, section "Trait application").
    pub fn member_trait<'m>(&'m self, member: &'m Member, trait_id: &str) -> Option<&'m Node> {
        member.traits.get(trait_id).or_else(|| self.target(member)?.traits.get(trait_id))
    }

    /// Every operation that the service reaches: its own, and those bound to
    /// its resources at any depth (lifecycle and collection operations too),
    /// each once, sorted by id.
    pub fn operations_of(&self, service: &Shape) -> Vec<&Shape> {
        let mut found = std::collections::BTreeSet::new();
        let mut seen = std::collections::BTreeSet::new();
        let mut pending: Vec<&ShapeId> = Vec::new();
        if let Kind::Service(service) = &service.kind {
            found.extend(&service.operations);
            pending.extend(&service.resources);
        }
        while let Some(id) = pending.pop() {
            if !seen.insert(id) {
                continue;
            }
            if let Some(Kind::Resource(resource)) = self.shape(id).map(|shape| &shape.kind) {
                found.extend(resource.lifecycle.iter().map(|(_, id)| id));
                found.extend(&resource.operations);
                found.extend(&resource.collection_operations);
                pending.extend(&resource.resources);
            }
        }
        found.into_iter().filter_map(|id| self.shape(id)).collect()
    }
}

/// One shape of the model with its traits and members.
#[derive(Debug, Clone)]
pub struct Shape {
    /// The absolute id, `namespace#Name`.
    pub id: ShapeId,
    /// What kind of shape it is, with the facts that only this kind has.
    pub kind: Kind,
    /// Traits in source order, with those of the shape's mixins.
    pub traits: Traits,
    /// Members in model order, those of mixins first (Smithy 2.0, "Mixins").
    /// Lists have `member`, maps `key` and `value`, enums one per value.
    pub members: Vec<Member>,
    /// Mixins that were applied, already flattened into `members` and `traits`.
    pub mixins: Vec<ShapeId>,
    /// What the source says, where mixins say the rest or where it is a string
    /// with the `@enum` trait of 1.0.
    pub(crate) definition: Option<Box<Definition>>,
    /// Where the shape names others in its properties and mixins.
    pub(crate) places: Vec<(ShapeId, Span)>,
    /// Whether the source says `set`, which 1.0 knows and 2.0 writes as a list
    /// with `@uniqueItems`.
    pub(crate) is_set: bool,
    /// Where the shape is defined.
    pub span: Span,
}

impl Shape {
    /// A shape of no source, without members and traits.
    pub(crate) fn simple(id: ShapeId, kind: Kind) -> Self {
        Self {
            id,
            kind,
            traits: Traits::default(),
            members: Vec::new(),
            mixins: Vec::new(),
            definition: None,
            places: Vec::new(),
            is_set: false,
            span: Span::default(),
        }
    }

    /// Whether a document in Smithy 1.0 defines the shape as a `set`.
    pub fn is_set(&self) -> bool {
        self.is_set
    }

    /// The member of this name.
    pub fn member(&self, name: &str) -> Option<&Member> {
        self.members.iter().find(|member| member.name == name)
    }

    /// Whether the shape is one of the built-in definitions, not of a source.
    pub fn is_builtin(&self) -> bool {
        self.span.source == Span::default().source
    }

    /// Whether the trait is on this shape.
    pub fn has_trait(&self, trait_id: &str) -> bool {
        self.traits.get(trait_id).is_some()
    }

    /// Where the shape names another one as an operation, error, identifier or
    /// mixin; where it is defined, if it does not.
    pub(crate) fn place_of(&self, id: &ShapeId) -> Span {
        self.places.iter().find(|(named, _)| named == id).map_or(self.span, |(_, span)| *span)
    }
}

/// A shape as its source has it.
#[derive(Debug, Clone)]
pub(crate) struct Definition {
    /// Traits that the shape itself applies.
    pub(crate) traits: Traits,
    /// Members that no mixin has.
    pub(crate) members: Vec<Member>,
    /// Traits that the shape applies to members of its mixins, by their names.
    pub(crate) applied: IndexMap<String, Traits>,
    /// Properties without those of mixins.
    pub(crate) kind: Kind,
}

/// A member of a shape.
#[derive(Debug, Clone)]
pub struct Member {
    /// The name as the model writes it.
    pub name: String,
    /// The shape that the member targets. For enum members `smithy.api#Unit`.
    pub target: ShapeId,
    /// Traits on the member itself, in source order.
    pub traits: Traits,
    /// Where the member is defined.
    pub span: Span,
    /// Where its target is written.
    pub target_span: Span,
}

impl Member {
    /// Whether the trait is on the member itself.
    pub fn has_trait(&self, trait_id: &str) -> bool {
        self.traits.get(trait_id).is_some()
    }
}

/// The kinds of shapes (Smithy 2.0, section "Shapes").
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)] // The variants are the specification's words.
pub enum Kind {
    Blob,
    Boolean,
    String,
    Enum,
    Byte,
    Short,
    Integer,
    IntEnum,
    Long,
    Float,
    Double,
    BigInteger,
    BigDecimal,
    Timestamp,
    Document,
    List,
    Map,
    Structure,
    Union,
    Service(Box<Service>),
    Operation(Box<Operation>),
    Resource(Box<Resource>),
}

impl Kind {
    /// The word that the IDL uses for the kind.
    pub fn keyword(&self) -> &'static str {
        match self {
            Self::Blob => "blob",
            Self::Boolean => "boolean",
            Self::String => "string",
            Self::Enum => "enum",
            Self::Byte => "byte",
            Self::Short => "short",
            Self::Integer => "integer",
            Self::IntEnum => "intEnum",
            Self::Long => "long",
            Self::Float => "float",
            Self::Double => "double",
            Self::BigInteger => "bigInteger",
            Self::BigDecimal => "bigDecimal",
            Self::Timestamp => "timestamp",
            Self::Document => "document",
            Self::List => "list",
            Self::Map => "map",
            Self::Structure => "structure",
            Self::Union => "union",
            Self::Service(_) => "service",
            Self::Operation(_) => "operation",
            Self::Resource(_) => "resource",
        }
    }
}

/// What only a service has.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Service {
    /// The API version, free text.
    pub version: String,
    /// Operations bound to the service itself.
    pub operations: Vec<ShapeId>,
    /// Resources bound to the service.
    pub resources: Vec<ShapeId>,
    /// Errors that every operation can return.
    pub errors: Vec<ShapeId>,
    /// Names that a shape of the closure takes in this service.
    pub rename: IndexMap<ShapeId, String>,
}

/// What only an operation has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operation {
    /// The input structure; `smithy.api#Unit` where the model gives none.
    pub input: ShapeId,
    /// The output structure; `smithy.api#Unit` where the model gives none.
    pub output: ShapeId,
    /// Modelled errors of the operation itself.
    pub errors: Vec<ShapeId>,
}

/// What only a resource has.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Resource {
    /// Identifier name to the string shape that it targets.
    pub identifiers: IndexMap<String, ShapeId>,
    /// Property name to the shape that it targets.
    pub properties: IndexMap<String, ShapeId>,
    /// Lifecycle operations (`create`, `put`, `read`, `update`, `delete`,
    /// `list`) with the operation of each, in that order.
    pub lifecycle: Vec<(String, ShapeId)>,
    /// Instance operations.
    pub operations: Vec<ShapeId>,
    /// Collection operations.
    pub collection_operations: Vec<ShapeId>,
    /// Child resources.
    pub resources: Vec<ShapeId>,
}

/// The traits of a shape or member: every one that the model applies, known or
/// not, in source order. Values are untyped and parsed by those who need them.
#[derive(Debug, Clone, Default)]
pub struct Traits {
    entries: Vec<Entry>,
    /// Where each of them is, if they are many.
    #[allow(clippy::box_collection)] // Eight bytes where there is none, which is nearly everywhere.
    index: Option<Box<BTreeMap<ShapeId, usize>>>,
}

/// One trait of a shape or member.
#[derive(Debug, Clone)]
struct Entry {
    id: ShapeId,
    node: Node,
    /// First byte of the trait itself, its `@` or its key in JSON; the rest of
    /// its place is that of the value.
    start: u32,
}

impl Entry {
    fn new(id: ShapeId, node: Node, span: Span) -> Self {
        let start = if span.source == node.span.source { span.start } else { node.span.start };
        Self { id, node, start }
    }

    fn place(&self) -> Span {
        let span = self.node.span;
        Span { start: self.start, end: span.end.max(self.start), ..span }
    }
}

/// More traits than this on one shape are mischief, or generated: looking at
/// each of them for each would take hours where there are 100,000.
const MANY_TRAITS: usize = 64;

impl Traits {
    /// No traits, with room for so many.
    pub(crate) fn with_capacity(capacity: usize) -> Self {
        Self { entries: Vec::with_capacity(capacity), index: None }
    }

    /// The value of a trait by its absolute id.
    pub fn get(&self, trait_id: &str) -> Option<&Node> {
        self.entry(trait_id).map(|entry| &entry.node)
    }

    fn entry(&self, trait_id: &str) -> Option<&Entry> {
        self.position(trait_id).map(|index| &self.entries[index])
    }

    fn position(&self, trait_id: &str) -> Option<usize> {
        match &self.index {
            Some(index) => index.get(trait_id).copied(),
            None => self.entries.iter().position(|entry| entry.id.as_str() == trait_id),
        }
    }

    /// Where a trait is applied, from its `@` (its key in JSON) to the end of
    /// its value; of a documentation comment, the comment. A default span if
    /// the trait is not there.
    pub fn place_of(&self, trait_id: &str) -> Span {
        self.entry(trait_id).map_or_else(Span::default, Entry::place)
    }

    /// Whether there is no trait.
    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// How many traits there are.
    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    /// All traits in source order.
    pub fn iter(&self) -> impl Iterator<Item = (&ShapeId, &Node)> {
        self.entries.iter().map(|entry| (&entry.id, &entry.node))
    }

    /// The value of a trait, to be changed.
    pub(crate) fn get_mut(&mut self, trait_id: &str) -> Option<&mut Node> {
        self.position(trait_id).map(|index| &mut self.entries[index].node)
    }

    /// Adds a trait that is known not to be there.
    pub(crate) fn push(&mut self, trait_id: ShapeId, node: Node) {
        let span = node.span;
        self.push_at(trait_id, node, span);
    }

    /// Adds a trait that is known not to be there, with its place.
    pub(crate) fn push_at(&mut self, trait_id: ShapeId, node: Node, span: Span) {
        self.push_entry(Entry::new(trait_id, node, span));
    }

    fn push_entry(&mut self, entry: Entry) {
        let last = self.entries.len();
        if let Some(index) = &mut self.index {
            index.insert(entry.id.clone(), last);
        }
        self.entries.push(entry);
        if last == MANY_TRAITS {
            self.index = Some(Box::new(self.entries.iter().map(|entry| entry.id.clone()).zip(0..).collect()));
        }
    }

    /// All traits in source order, by value, each with its place.
    pub(crate) fn into_entries(self) -> impl Iterator<Item = (ShapeId, Node, Span)> {
        self.entries.into_iter().map(|entry| {
            let place = entry.place();
            (entry.id, entry.node, place)
        })
    }

    /// Sets a trait, replacing the value of one that is there.
    pub(crate) fn insert(&mut self, trait_id: ShapeId, node: Node) {
        let span = node.span;
        self.insert_entry(Entry::new(trait_id, node, span));
    }

    /// Sets every trait of the others, replacing the values of those that are
    /// there.
    pub(crate) fn replace_with(&mut self, others: &Self) {
        others.entries.iter().for_each(|entry| self.insert_entry(entry.clone()));
    }

    fn insert_entry(&mut self, entry: Entry) {
        match self.position(entry.id.as_str()) {
            Some(index) => self.entries[index] = entry,
            None => self.push_entry(entry),
        }
    }

    /// Removes a trait and returns its value.
    pub(crate) fn remove(&mut self, trait_id: &str) -> Option<Node> {
        let position = self.position(trait_id)?;
        let node = self.entries.remove(position).node;
        if let Some(index) = &mut self.index {
            index.remove(trait_id);
            index.values_mut().filter(|place| **place > position).for_each(|place| *place -= 1);
        }
        Some(node)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_traits_are_found_as_few_are() {
        let mut traits = Traits::default();
        let node = |value| Node { value: Value::Bool(value), span: Span::default() };
        for index in 0..200 {
            traits.insert(ShapeId::new(format!("a#t{index}")), node(false));
        }
        traits.insert(ShapeId::new("a#t150"), node(true));
        assert!(traits.remove("a#t10").is_some() && traits.remove("a#t10").is_none());
        assert_eq!(traits.iter().count(), 199);
        for (index, (id, value)) in traits.clone().iter().enumerate() {
            let expected = if index < 10 { index } else { index + 1 };
            assert_eq!(id.as_str(), format!("a#t{expected}"));
            assert_eq!(value.as_bool(), Some(expected == 150));
            assert_eq!(traits.get(id.as_str()).and_then(Node::as_bool), Some(expected == 150));
        }
    }
}
