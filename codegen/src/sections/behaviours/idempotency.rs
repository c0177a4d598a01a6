//! The member that a token is filled into.

use quote::quote;

use super::Parts;
use crate::ir::{MemberIndex, Operation};
use crate::words::ident;

pub(super) fn render(operation: &Operation, member: MemberIndex) -> Parts {
    let (input, field) = (ident(&operation.input.name), ident(&operation.input.member(member).field));
    let item = quote! {
        fn idempotency_token(input: &mut rt::op::Input) -> Option<&mut Option<String>> {
            let input: &mut #input = input.downcast_mut()?;
            Some(&mut input.#field)
        }
    };
    Parts { items: vec![item], ..Parts::named(quote!(Idempotency(idempotency_token))) }
}
