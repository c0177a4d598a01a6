//! Values that the model gives, as expressions: every setter by its `set_` form,
//! which takes what it is given for every kind of member.

use proc_macro2::{Literal as Token, TokenStream};
use quote::quote;

use crate::ir::{Document, Field, Item, Literal, ScalarKind, StructureLiteral};
use crate::text::Number;
use crate::words::{self, ident};

/// `.set_field(Some(value))`.
pub(super) fn setter(field: &Field) -> TokenStream {
    let (call, value) = (ident(&format!("set_{}", field.snake)), boxed(value(&field.value), field.is_boxed));
    quote!(.#call(Some(#value)))
}

/// A structure, with a call more before it is built.
pub(super) fn structure(structure: &StructureLiteral, more: TokenStream) -> TokenStream {
    let ty = words::named(&structure.named);
    let setters = structure.fields.iter().map(setter);
    let expect = structure.is_build_fallible.then(|| quote!(.expect("what is required is set")));
    quote!(#ty::builder() #(#setters)* #more .build() #expect)
}

/// A value.
pub(super) fn value(literal: &Literal) -> TokenStream {
    match literal {
        Literal::Boolean(value) => quote!(#value),
        Literal::Scalar(kind, value) => number(*kind, value),
        Literal::BigInteger(digits) => {
            quote!(#digits.parse::<crate::primitives::BigInteger>().expect("digits"))
        }
        Literal::BigDecimal(digits) => {
            quote!(#digits.parse::<crate::primitives::BigDecimal>().expect("digits"))
        }
        Literal::String(text) => quote!(#text.to_owned()),
        Literal::Enum(named, text) => {
            let ty = words::named(named);
            quote!(#ty::from(#text))
        }
        Literal::Blob(bytes) => {
            let bytes = Token::byte_string(bytes);
            quote!(crate::primitives::Blob::new(#bytes))
        }
        Literal::ByteStream(bytes) => {
            let bytes = Token::byte_string(bytes);
            quote!(crate::primitives::ByteStream::from_static(#bytes))
        }
        Literal::Timestamp(seconds, 0) => {
            let seconds = Token::i64_unsuffixed(*seconds);
            quote!(crate::primitives::DateTime::from_secs(#seconds))
        }
        Literal::Timestamp(seconds, nanos) => {
            let (seconds, nanos) = (Token::i64_unsuffixed(*seconds), Token::u32_unsuffixed(*nanos));
            quote!(crate::primitives::DateTime::from_secs_and_nanos(#seconds, #nanos))
        }
        Literal::Document(value) => document(value),
        Literal::List(items) => {
            let items = items.iter().map(item);
            quote!(vec![#(#items),*])
        }
        Literal::Map(entries) if entries.is_empty() => quote!(Default::default()),
        Literal::Map(entries) => {
            let entries = entries.iter().map(|(key, entry)| {
                let (key, entry) = (value(key), item(entry));
                quote!((#key, #entry))
            });
            quote!([#(#entries),*].into())
        }
        Literal::Structure(literal) => structure(literal, quote!()),
        Literal::Union { named, variant, value: content, is_boxed } => {
            let (ty, variant) = (words::named(named), ident(variant));
            match content {
                Some(content) => {
                    let content = boxed(value(content), *is_boxed);
                    quote!(#ty::#variant(#content))
                }
                None => quote!(#ty::#variant),
            }
        }
    }
}

fn item(item: &Item) -> TokenStream {
    match item {
        Item::Dense(literal) => value(literal),
        Item::Sparse(Some(literal)) => {
            let value = value(literal);
            quote!(Some(#value))
        }
        Item::Sparse(None) => quote!(None),
    }
}

fn boxed(value: TokenStream, is_boxed: bool) -> TokenStream {
    if is_boxed {
        quote!(Box::new(#value))
    } else {
        value
    }
}

/// A number with its type, so that `1` can be a float.
pub(super) fn number(kind: ScalarKind, value: &Number) -> TokenStream {
    let ty = ident(kind.name());
    match value.constant().map(ident) {
        Some(constant) => quote!(#ty::#constant),
        None => value.suffixed(kind.name(), kind.is_float()),
    }
}

/// A value of a document. A number is the one that a reader makes of the same text.
pub(super) fn document(value: &Document) -> TokenStream {
    match value {
        Document::Null => quote!(crate::primitives::Document::Null),
        Document::Boolean(value) => quote!(crate::primitives::Document::Bool(#value)),
        Document::Natural(value) => quote!(crate::primitives::Document::from(#value)),
        Document::Integer(value) => quote!(crate::primitives::Document::from(#value)),
        Document::Float(value) => {
            let value = number(ScalarKind::F64, value);
            quote!(crate::primitives::Document::from(#value))
        }
        Document::String(text) => quote!(crate::primitives::Document::from(#text)),
        Document::Array(items) => {
            let items = items.iter().map(document);
            quote!(crate::primitives::Document::Array(vec![#(#items),*]))
        }
        Document::Object(members) if members.is_empty() => {
            quote!(crate::primitives::Document::Object(Default::default()))
        }
        Document::Object(members) => {
            let members = members.iter().map(|(name, value)| {
                let value = document(value);
                quote!((#name.to_owned(), #value))
            });
            quote!(crate::primitives::Document::Object([#(#members),*].into()))
        }
    }
}
