//! The words that sections and codecs share: identifiers, types and
//! attributes as tokens. Paths are written in full; the output shortens them.

#![deny(clippy::wildcard_enum_match_arm)]

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::ir::{Attrs, Deprecated, Member, Named, Type};

/// An identifier; raw ones come as `r#name`.
pub(crate) fn ident(name: &str) -> Ident {
    match name.strip_prefix("r#") {
        Some(name) => Ident::new_raw(name, Span::call_site()),
        None => Ident::new(name, Span::call_site()),
    }
}

/// A path of segments.
pub(crate) fn path<S: AsRef<str>>(segments: &[S]) -> TokenStream {
    let segments = segments.iter().map(|segment| ident(segment.as_ref()));
    quote!(#(#segments)::*)
}

/// The full path of an emitted type.
pub(crate) fn named(named: &Named) -> TokenStream {
    let module = path(&named.module);
    let name = ident(&named.name);
    quote!(#module::#name)
}

/// The full path of the builder of an emitted structure.
pub(crate) fn builder(named: &Named) -> TokenStream {
    let module = path(&named.module);
    let name = ident(&format!("{}Builder", named.name));
    quote!(#module::builders::#name)
}

/// The Rust type of a value.
pub(crate) fn ty(ty: &Type) -> TokenStream {
    match ty {
        Type::String => quote!(String),
        Type::Boolean => quote!(bool),
        Type::Scalar(kind) => {
            let name = ident(kind.name());
            quote!(#name)
        }
        Type::BigInteger => quote!(crate::primitives::BigInteger),
        Type::BigDecimal => quote!(crate::primitives::BigDecimal),
        Type::Blob => quote!(crate::primitives::Blob),
        Type::ByteStream => quote!(crate::primitives::ByteStream),
        Type::EventStream { event, error, is_sent } => {
            let name = ident(if *is_sent { "EventStreamSender" } else { "EventReceiver" });
            let (event, error) = (named(event), named(error));
            quote!(crate::primitives::event_stream::#name<#event, #error>)
        }
        Type::Timestamp(_) => quote!(crate::primitives::DateTime),
        Type::Document => quote!(crate::primitives::Document),
        Type::Enum(name) | Type::Structure(name) | Type::Union(name) => named(name),
        Type::List { element, is_sparse, .. } => {
            let element = maybe_option(element, *is_sparse);
            quote!(Vec<#element>)
        }
        Type::Map { key, value, is_sparse, .. } => {
            let key = self::ty(key);
            let value = maybe_option(value, *is_sparse);
            quote!(std::collections::HashMap<#key, #value>)
        }
    }
}

/// The type of an element of a list or a value of a map.
pub(crate) fn maybe_option(ty: &Type, is_option: bool) -> TokenStream {
    let ty = self::ty(ty);
    if is_option {
        quote!(Option<#ty>)
    } else {
        ty
    }
}

/// The type of a field without its `Option`.
pub(crate) fn inner_type(member: &Member) -> TokenStream {
    let ty = ty(&member.ty);
    if member.is_boxed {
        quote!(Box<#ty>)
    } else {
        ty
    }
}

/// The type of a field.
pub(crate) fn field_type(member: &Member) -> TokenStream {
    let ty = inner_type(member);
    if member.presence.is_optional() {
        quote!(Option<#ty>)
    } else {
        ty
    }
}

/// The type of the argument of a setter and how it becomes the value.
pub(crate) fn argument(ty: &Type) -> (TokenStream, TokenStream) {
    if let Type::String = ty {
        (quote!(impl Into<String>), quote!(.into()))
    } else {
        (self::ty(ty), quote!())
    }
}

/// `#[deprecated]`.
pub(crate) fn deprecated(deprecated: Option<&Deprecated>) -> TokenStream {
    let Some(Deprecated { note, since }) = deprecated else { return quote!() };
    match (note, since) {
        (None, None) => quote!(#[deprecated]),
        (Some(note), None) => quote!(#[deprecated(note = #note)]),
        (None, Some(since)) => quote!(#[deprecated(since = #since)]),
        (Some(note), Some(since)) => quote!(#[deprecated(since = #since, note = #note)]),
    }
}

/// Docs and deprecation.
pub(crate) fn attrs(attrs: &Attrs) -> TokenStream {
    let docs = &attrs.docs;
    let deprecated = deprecated(attrs.deprecated.as_ref());
    quote!(#docs #deprecated)
}

/// `#[allow(deprecated)]`, where it is needed.
pub(crate) fn allow_deprecated(is_needed: bool) -> TokenStream {
    if is_needed {
        quote!(#[allow(deprecated)])
    } else {
        quote!()
    }
}

/// What clippy would rather box stays as the public API has it.
pub(crate) fn allow_large_variant(is_needed: bool) -> Option<TokenStream> {
    is_needed.then(|| quote!(#[allow(clippy::large_enum_variant)]))
}
