//! The members that a user may ask telemetry to record.

use quote::quote;

use super::Parts;
use crate::ir::{MemberIndex, Operation};
use crate::words::{self, ident};

pub(super) fn render(operation: &Operation, members: &[MemberIndex]) -> Parts {
    let input = ident(&operation.input.name);
    let lines = members.iter().map(|index| {
        let member = operation.input.member(*index);
        let (name, field) = (&member.model_name, ident(&member.field));
        quote!(telemetry.member(#name, input.#field.as_deref());)
    });
    let allow = words::allow_deprecated(operation.input.touches_deprecated());
    let item = quote! {
        #allow
        fn capture_input(input: &rt::op::Input, telemetry: &mut rt::behaviour::Recorder<'_>) {
            if let Some(input) = input.downcast_ref::<#input>() {
                #(#lines)*
            }
        }
    };
    Parts { items: vec![item], ..Parts::named(quote!(Telemetry(capture_input))) }
}
