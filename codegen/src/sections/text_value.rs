//! In: a member that goes into a text: a label, a header, a prefix of a host. Out: the
//! expression for it.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Member, Type};
use crate::rt;
use crate::words::{self, ident};

/// A member without parts as `Option<impl AsRef<str>>`.
pub(super) fn text_value(member: &Member) -> TokenStream {
    let field = ident(&member.field);
    let place = quote!(input.#field);
    match &member.ty {
        Type::String => quote!(#place.as_deref()),
        Type::Blob => quote!(#place.as_ref().map(rt::text::blob)),
        Type::Enum(named) => {
            let ty = words::named(named);
            quote!(#place.as_ref().map(#ty::as_str))
        }
        Type::BigInteger | Type::BigDecimal => quote!(#place.as_ref().map(AsRef::as_ref)),
        ty => {
            let text = rt::text(ty);
            quote!(#place.map(#text))
        }
    }
}
