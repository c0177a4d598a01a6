//! How an operation asks for a checksum of its response.

use quote::quote;

use super::Parts;
use crate::ir::{MemberIndex, Operation};
use crate::text::Text;
use crate::words::ident;

pub(super) fn render(operation: &Operation, mode: MemberIndex, algorithms: &[Text]) -> Parts {
    let (input, field) = (ident(&operation.input.name), ident(&operation.input.member(mode).field));
    let item = quote! {
        fn checksum_mode(input: &mut rt::op::Input, is_asked: bool) -> bool {
            let Some(input) = input.downcast_mut::<#input>() else { return false };
            if is_asked {
                input.#field.get_or_insert_with(|| "ENABLED".into());
            }
            input.#field.as_ref().is_some_and(|mode| mode.as_str() == "ENABLED")
        }
    };
    Parts { items: vec![item], ..Parts::named(quote!(ResponseChecksum(checksum_mode, &[#(#algorithms),*]))) }
}
