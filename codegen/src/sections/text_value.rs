//! In: a member that goes into a text: a label, a header, a query, a prefix of a host. Out: the
//! expression for it, or for each item of it.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Member, TextFunction, TextKind};
use crate::rt;
use crate::words::{self, ident};

/// A member without parts as `Option<impl AsRef<str>>`.
pub(super) fn text_value(member: &Member) -> TokenStream {
    let field = ident(&member.field);
    let place = quote!(input.#field);
    match member.ty.text_kind() {
        TextKind::String => quote!(#place.as_deref()),
        TextKind::Enum(named) => {
            let ty = words::named(named);
            quote!(#place.as_ref().map(#ty::as_str))
        }
        TextKind::BigNumber => quote!(#place.as_ref().map(AsRef::as_ref)),
        TextKind::Made(function) => {
            let text = rt::text(function);
            match function {
                TextFunction::Blob => quote!(#place.as_ref().map(#text)),
                TextFunction::Boolean | TextFunction::Integer | TextFunction::Float | TextFunction::Double => {
                    quote!(#place.map(#text))
                }
            }
        }
        // Times have calls of their own; the others are in no text.
        TextKind::Timestamp(_) | TextKind::None => place,
    }
}

/// A list as an `Option` of what iterates over `impl AsRef<str>`.
pub(super) fn text_list(member: &Member, element: TextKind<'_>) -> TokenStream {
    let list = list(member);
    match element {
        TextKind::String | TextKind::Enum(_) | TextKind::BigNumber => list,
        TextKind::Made(function) => {
            let text = rt::text(function);
            match function {
                TextFunction::Blob => quote!(#list.map(|list| list.iter().map(#text))),
                TextFunction::Boolean | TextFunction::Integer | TextFunction::Float | TextFunction::Double => {
                    quote!(#list.map(|list| list.iter().copied().map(#text)))
                }
            }
        }
        // Times have calls of their own; the others are in no text.
        TextKind::Timestamp(_) | TextKind::None => list,
    }
}

/// A list as an `Option` of a slice.
pub(super) fn list(member: &Member) -> TokenStream {
    let field = ident(&member.field);
    if member.presence.is_optional() {
        quote!(input.#field.as_deref())
    } else {
        quote!(Some(input.#field.as_slice()))
    }
}
