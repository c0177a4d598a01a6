//! In: what the two readers recognise. Out: the statements of one text, with
//! names as they are written. Exists so that IDL and JSON AST differ only in
//! how they are read.

use std::borrow::Cow;

use crate::diagnostics::Span;
use crate::model::Node;

/// The statements of one text, in source order.
#[derive(Debug, Default)]
pub(crate) struct Document<'s> {
    /// The version of the language.
    pub(crate) version: Version,
    /// The namespace of relative names; empty in a JSON AST, which has none.
    pub(crate) namespace: &'s str,
    /// Ids that `use` brings in.
    pub(crate) uses: Vec<Reference<'s>>,
    /// Metadata entries; a key may come up more than once.
    pub(crate) metadata: Vec<(String, Node)>,
    /// Shape definitions.
    pub(crate) shapes: Vec<Shape<'s>>,
    /// Traits applied from outside of their shape.
    pub(crate) applies: Vec<Apply<'s>>,
    /// First bytes of the strings in node values that are shape ids without
    /// quotes, ascending: the IDL resolves these, and no others.
    pub(crate) bare_ids: Vec<u32>,
    /// The statements of which a syntax error took something away, ascending.
    pub(crate) broken: Vec<Span>,
}

/// The version of the language that a document is written in.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Version {
    /// 1.0, also what a text without a version is.
    #[default]
    V1,
    /// 2.0.
    V2,
}

/// A shape id as it is written: relative or absolute, perhaps with a member.
#[derive(Debug, Clone)]
pub(crate) struct Reference<'s> {
    pub(crate) text: Cow<'s, str>,
    pub(crate) span: Span,
}

/// A name that a document gives, not a reference to one.
pub(crate) type Name<'s> = Reference<'s>;

/// One shape definition.
#[derive(Debug)]
pub(crate) struct Shape<'s> {
    /// Relative to the document's namespace in the IDL, absolute in JSON.
    pub(crate) name: Name<'s>,
    pub(crate) ty: Type,
    pub(crate) traits: Vec<Trait<'s>>,
    pub(crate) members: Vec<Member<'s>>,
    pub(crate) mixins: Vec<Reference<'s>>,
    /// The resource after `for`.
    pub(crate) resource: Option<Reference<'s>>,
    pub(crate) body: Body<'s>,
}

/// The word that opens a shape definition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Type {
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
    Set,
    Map,
    Structure,
    Union,
    Service,
    Operation,
    Resource,
}

impl Type {
    /// Every type by its keyword.
    const KEYWORDS: [(&'static str, Self); 23] = [
        ("blob", Self::Blob),
        ("boolean", Self::Boolean),
        ("string", Self::String),
        ("enum", Self::Enum),
        ("byte", Self::Byte),
        ("short", Self::Short),
        ("integer", Self::Integer),
        ("intEnum", Self::IntEnum),
        ("long", Self::Long),
        ("float", Self::Float),
        ("double", Self::Double),
        ("bigInteger", Self::BigInteger),
        ("bigDecimal", Self::BigDecimal),
        ("timestamp", Self::Timestamp),
        ("document", Self::Document),
        ("list", Self::List),
        ("set", Self::Set),
        ("map", Self::Map),
        ("structure", Self::Structure),
        ("union", Self::Union),
        ("service", Self::Service),
        ("operation", Self::Operation),
        ("resource", Self::Resource),
    ];

    /// The type that a keyword stands for.
    pub(crate) fn from_keyword(keyword: &str) -> Option<Self> {
        Self::KEYWORDS.iter().find(|(word, _)| *word == keyword).map(|(_, ty)| *ty)
    }

    /// The keyword of the type.
    pub(crate) fn keyword(self) -> &'static str {
        Self::KEYWORDS.iter().find(|(_, ty)| *ty == self).map_or("shape", |(word, _)| word)
    }

    /// Whether a shape of the type has something in braces.
    pub(crate) fn has_body(self) -> bool {
        let has_members = [Self::Enum, Self::IntEnum, Self::List, Self::Set, Self::Map, Self::Structure, Self::Union];
        has_members.contains(&self) || matches!(self, Self::Service | Self::Operation | Self::Resource)
    }

    /// Every keyword, for suggestions.
    pub(crate) fn keywords() -> impl Iterator<Item = &'static str> {
        Self::KEYWORDS.iter().map(|(word, _)| *word)
    }
}

/// What service, operation and resource shapes have in place of members.
#[derive(Debug, Default)]
pub(crate) enum Body<'s> {
    #[default]
    Members,
    Service(Box<Service<'s>>),
    Operation(Box<Operation<'s>>),
    Resource(Box<Resource<'s>>),
}

impl<'s> Body<'s> {
    /// Every shape that the properties name.
    pub(crate) fn references(&self) -> Vec<&Reference<'s>> {
        match self {
            Self::Members => Vec::new(),
            Self::Service(service) => {
                let renamed = service.rename.iter().map(|(id, _)| id);
                service.operations.iter().chain(&service.resources).chain(&service.errors).chain(renamed).collect()
            }
            Self::Operation(operation) => {
                operation.input.iter().chain(&operation.output).chain(&operation.errors).collect()
            }
            Self::Resource(resource) => {
                let named = resource.identifiers.iter().chain(&resource.properties).map(|(_, id)| id);
                let lifecycle = resource.lifecycle.iter().map(|(_, id)| id);
                let operations = resource.operations.iter().chain(&resource.collection_operations);
                named.chain(lifecycle).chain(operations).chain(&resource.resources).collect()
            }
        }
    }
}

/// Properties of a service.
#[derive(Debug, Default)]
pub(crate) struct Service<'s> {
    /// Absent when a mixin is to give it.
    pub(crate) version: Option<String>,
    pub(crate) operations: Vec<Reference<'s>>,
    pub(crate) resources: Vec<Reference<'s>>,
    pub(crate) errors: Vec<Reference<'s>>,
    pub(crate) rename: Vec<(Reference<'s>, String)>,
}

/// Properties of an operation.
#[derive(Debug, Default)]
pub(crate) struct Operation<'s> {
    pub(crate) input: Option<Reference<'s>>,
    pub(crate) output: Option<Reference<'s>>,
    pub(crate) errors: Vec<Reference<'s>>,
}

/// Properties of a resource.
#[derive(Debug, Default)]
pub(crate) struct Resource<'s> {
    pub(crate) identifiers: Vec<(String, Reference<'s>)>,
    pub(crate) properties: Vec<(String, Reference<'s>)>,
    /// Whether there is such a property, be it empty: 1.0 knows none.
    pub(crate) has_properties: bool,
    /// In the order of [`LIFECYCLES`].
    pub(crate) lifecycle: Vec<(&'static str, Reference<'s>)>,
    pub(crate) operations: Vec<Reference<'s>>,
    pub(crate) collection_operations: Vec<Reference<'s>>,
    pub(crate) resources: Vec<Reference<'s>>,
}

/// The lifecycle operations of a resource, in the order of the specification.
pub(crate) const LIFECYCLES: [&str; 6] = ["create", "put", "read", "update", "delete", "list"];

/// A member of a shape.
#[derive(Debug)]
pub(crate) struct Member<'s> {
    pub(crate) name: Name<'s>,
    /// Absent for an elided member, `$name`.
    pub(crate) target: Option<Reference<'s>>,
    pub(crate) traits: Vec<Trait<'s>>,
}

/// One application of a trait.
#[derive(Debug)]
pub(crate) struct Trait<'s> {
    pub(crate) id: Reference<'s>,
    /// Absent for an annotation, `@name` or `@name()`.
    pub(crate) value: Option<Node>,
    /// From the `@` to the closing parenthesis.
    pub(crate) span: Span,
}

/// One apply statement.
#[derive(Debug)]
pub(crate) struct Apply<'s> {
    pub(crate) target: Reference<'s>,
    pub(crate) traits: Vec<Trait<'s>>,
}
