//! In: a structure whose builder `b` has what was read. Out: the expression that makes the
//! structure of it.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::Structure;

/// What happens where a response lacks a required member.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Missing {
    Fails,
    IsCorrected,
}

/// The expression that builds what `b` and, if there was a body, `reader` have.
pub(super) fn result(structure: &Structure, has_body: bool, missing: Missing) -> TokenStream {
    let built = match missing {
        Missing::IsCorrected if structure.is_corrected => quote!(b.finish_build(rt::Required::Corrected)),
        Missing::IsCorrected | Missing::Fails => quote!(b.build()),
    };
    match (has_body, structure.is_build_fallible) {
        (true, true) => quote!(reader.finish_built(#built)),
        (true, false) => quote!(reader.finish(#built)),
        (false, true) => quote!(#built.map_err(rt::DeserializeError::from)),
        (false, false) => quote!(Ok(#built)),
    }
}
