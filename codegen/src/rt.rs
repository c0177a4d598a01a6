//! In: what lowering decided: a format, a type, a correction. Out: what the runtime has for
//! it. Exists so that a name of the runtime is either a path in a `quote!`, written out, or
//! computed here, and whoever renames one finds each place.

#![deny(clippy::wildcard_enum_match_arm)]

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::ir::{Correction, ErrorEnvelope, Format, ScalarKind, TextFunction, TimestampFormat, Type};
use crate::words::ident;

/// The module of a format.
pub(crate) fn module(format: Format) -> Ident {
    ident(match format {
        Format::Json | Format::RpcJson => "json",
        Format::Cbor => "cbor",
        Format::Xml => "xml",
        Format::Query | Format::Ec2Query => "query",
    })
}

/// The cargo feature that a format needs; None for what is always there.
pub(crate) fn feature(format: Format) -> Option<&'static str> {
    match format {
        Format::Json | Format::RpcJson => None,
        Format::Cbor => Some("cbor"),
        Format::Xml => Some("xml"),
        Format::Query | Format::Ec2Query => Some("query"),
    }
}

/// How the errors of responses look.
pub(crate) fn errors(envelope: ErrorEnvelope) -> TokenStream {
    match envelope {
        ErrorEnvelope::Json => quote!(rt::JSON),
        ErrorEnvelope::RpcJson => quote!(rt::RPC_JSON),
        ErrorEnvelope::Cbor => quote!(rt::CBOR),
        ErrorEnvelope::Xml => quote!(rt::XML),
        ErrorEnvelope::BareXml => quote!(rt::BARE_XML),
        ErrorEnvelope::Ec2 => quote!(rt::EC2),
    }
}

/// How errors look that are events.
pub(crate) fn event_errors(envelope: ErrorEnvelope) -> TokenStream {
    match envelope {
        // Each is a document of its own.
        ErrorEnvelope::Xml | ErrorEnvelope::BareXml | ErrorEnvelope::Ec2 => quote!(rt::XML_EVENT),
        ErrorEnvelope::Json | ErrorEnvelope::RpcJson | ErrorEnvelope::Cbor => errors(envelope),
    }
}

/// The function that makes the text of a value.
pub(crate) fn text(function: TextFunction) -> TokenStream {
    match function {
        TextFunction::Boolean => quote!(rt::text::boolean),
        TextFunction::Integer => quote!(rt::text::int),
        TextFunction::Float => quote!(rt::text::float),
        TextFunction::Double => quote!(rt::text::double),
        TextFunction::Blob => quote!(rt::text::blob),
    }
}

/// The format of a time in the URI and in headers.
pub(crate) fn timestamp_format(format: TimestampFormat) -> TokenStream {
    match format {
        TimestampFormat::EpochSeconds => quote!(crate::primitives::DateTimeFormat::EpochSeconds),
        TimestampFormat::DateTime => quote!(crate::primitives::DateTimeFormat::DateTime),
        TimestampFormat::HttpDate => quote!(crate::primitives::DateTimeFormat::HttpDate),
    }
}

/// The method of `Required` for a member that is not an option.
pub(crate) fn required(correction: Correction) -> Ident {
    ident(match correction {
        Correction::UnknownEnum => "or_unknown",
        Correction::Epoch => "or_epoch",
        Correction::Default | Correction::UnknownUnion | Correction::EmptyBlob | Correction::BuilderDefault => {
            "or_default"
        }
    })
}

/// The method of a writer for a member of this type, where it has no parts.
pub(crate) fn write_member(format: Format, ty: &Type) -> Ident {
    ident(Words::of(format, ty).member)
}

/// The method of a writer for a value of this type, where it has no parts.
pub(crate) fn put(format: Format, ty: &Type) -> Ident {
    ident(&format!("put_{}", Words::of(format, ty).put))
}

/// The method of a writer for a list, or a value that is one. Sparse ones have methods of
/// their own in formats of objects; elsewhere nothing is written for a null.
pub(crate) fn write_list(is_sparse: bool) -> (Ident, Ident) {
    match is_sparse {
        true => (ident("sparse_list"), ident("put_sparse_list")),
        false => (ident("list"), ident("put_list")),
    }
}

/// As [`write_list`], for a map.
pub(crate) fn write_map(is_sparse: bool) -> (Ident, Ident) {
    match is_sparse {
        true => (ident("sparse_map"), ident("put_sparse_map")),
        false => (ident("map"), ident("put_map")),
    }
}

/// The method of a reader for a value of this type, where it has no parts.
pub(crate) fn read(format: Format, ty: &Type) -> Ident {
    ident(Words::of(format, ty).read)
}

/// How a reader collects items or entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Collect {
    List,
    SparseList,
    Map,
    SparseMap,
    FlatList,
    FlatMap,
    /// One item of a list that is flattened.
    Push,
    /// One entry of a map that is flattened.
    Insert,
}

/// The method of a reader for a list or a map. Recursive shapes are read into boxes, which
/// a method of its own takes its items from.
pub(crate) fn collect(how: Collect, is_boxed: bool) -> Ident {
    let name = match how {
        Collect::List => "list",
        Collect::SparseList => "sparse_list",
        Collect::Map => "map",
        Collect::SparseMap => "sparse_map",
        Collect::FlatList => "flat_list",
        Collect::FlatMap => "flat_map",
        Collect::Push => "push",
        Collect::Insert => "insert",
    };
    match is_boxed {
        true => ident(&format!("boxed_{name}")),
        false => ident(name),
    }
}

/// The words for a type in the names of methods.
struct Words {
    /// A writer's, for a member.
    member: &'static str,
    /// A writer's, for a value, after `put_`.
    put: &'static str,
    /// A reader's.
    read: &'static str,
}

impl Words {
    fn of(format: Format, ty: &Type) -> Self {
        match ty {
            Type::Structure(_) | Type::Union(_) => Self::same("shape"),
            Type::Enum(_) => Self { member: "text", put: "string", read: "string_as" },
            Type::Boolean => Self::same("boolean"),
            Type::Scalar(kind) => {
                let written = scalar(*kind);
                Self { member: written, put: written, read: kind.name() }
            }
            Type::Timestamp(time) => Self::same(timestamp(format, *time)),
            Type::BigInteger if format == Format::RpcJson => Self::same("big_integer_text"),
            Type::BigDecimal if format == Format::RpcJson => Self::same("big_decimal_text"),
            Type::BigInteger => Self::same("big_integer"),
            Type::BigDecimal => Self::same("big_decimal"),
            Type::Blob | Type::ByteStream => Self::same("blob"),
            Type::Document => Self::same("document"),
            Type::String => Self::same("string"),
            // Nobody asks: the parts of these have calls, and events are not a value.
            Type::List { .. } | Type::Map { .. } | Type::EventStream { .. } => Self::same("string"),
        }
    }

    fn same(word: &'static str) -> Self {
        Self { member: word, put: word, read: word }
    }
}

/// The word of writers for a number.
fn scalar(kind: ScalarKind) -> &'static str {
    match kind {
        ScalarKind::I8 | ScalarKind::I16 | ScalarKind::I32 | ScalarKind::I64 => "int",
        ScalarKind::F32 => "float",
        ScalarKind::F64 => "double",
    }
}

fn timestamp(format: Format, time: TimestampFormat) -> &'static str {
    match (format, time) {
        // There is one way only to write a time.
        (Format::Cbor, _) => "timestamp",
        (Format::RpcJson, _) => "epoch_seconds",
        (_, TimestampFormat::EpochSeconds) => "epoch_seconds",
        (_, TimestampFormat::DateTime) => "date_time",
        (_, TimestampFormat::HttpDate) => "http_date",
    }
}
