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
            let input = input.downcast_mut::<#input>();
            input.is_some_and(|input| rt::behaviour::ask_for_checksum(&mut input.#field, is_asked))
        }
    };
    Parts { items: vec![item], ..Parts::named(quote!(ResponseChecksum(checksum_mode, &[#(#algorithms),*]))) }
}
