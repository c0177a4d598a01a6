//! What is signed instead of the body.

use quote::quote;

use super::Parts;
use crate::ir::{Operation, Payload};
use crate::words;

pub(super) fn render(operation: &Operation, payload: Payload) -> Parts {
    match payload {
        Payload::Unsigned => Parts::named(quote!(Payload::Unsigned)),
        Payload::Events => Parts::named(quote!(Payload::Events)),
        Payload::AsAsked => {
            let output = words::named(&operation.output.path);
            Parts { items: vec![quote!(impl rt::customize::MayBeUnsigned for #output {})], ..Parts::default() }
        }
    }
}
