//! An operation's input and output types, and the unit type that stands for the
//! operation itself. Their builders are in the `builders` module of the file.

use proc_macro2::TokenStream;
use quote::quote;

use super::structure::{self, Hidden};
use crate::ir::{Operation, RequestId, Structure};
use crate::text;
use crate::words::ident;

/// The unit type of the operation.
pub(super) fn operation(operation: &Operation) -> Vec<TokenStream> {
    let name = ident(&operation.name);
    let link = text::name(operation.method.trim_start_matches("r#"));
    let doc = text::doc(
        "Operation `{}`; call it with [`Client::{}`](crate::Client::{}).",
        &[&text::name(&operation.wire_name), &link, &link],
    );
    let allow = operation.is_named_new.then(|| quote!(#[allow(clippy::self_named_constructors)]));
    let new_doc = text::doc("Creates the operation's unit value.", &[]);
    vec![
        quote! {
            #doc
            #[non_exhaustive]
            #[derive(Clone, Default, Debug)]
            pub struct #name;
        },
        quote! {
            impl #name {
                #new_doc
                #allow
                pub fn new() -> Self {
                    Self
                }
            }
        },
    ]
}

/// The input's type.
pub(super) fn input(input: &Structure) -> Vec<TokenStream> {
    vec![structure::definition(input, Hidden::None), structure::methods(input)]
}

/// The output's type, which knows the ids of the request.
pub(super) fn output(output: &Structure, request_ids: &'static [RequestId]) -> Vec<TokenStream> {
    let name = ident(&output.name);
    let ids = quote!(rt::request_ids!(#name););
    let hidden = Hidden::RequestIds(request_ids);
    vec![structure::definition(output, hidden), structure::methods(output), ids]
}
