//! What is before the host that requests go to.

use quote::quote;

use super::Parts;
use crate::ir::{Operation, PathPart};
use crate::sections::text_value::text_value;

pub(super) fn render(operation: &Operation, parts: &[PathPart]) -> Parts {
    let parts = parts.iter().map(|part| match part {
        PathPart::Literal(text) => quote!(host.literal(#text);),
        PathPart::Label { member, .. } => {
            let member = operation.input.member(*member);
            let (name, value) = (&member.model_name, text_value(member));
            quote!(host.label(#name, #value);)
        }
    });
    let before_request = quote! {
        let mut host = rt::behaviour::HostPrefix::new();
        #(#parts)*
        host.store(cfg)?;
    };
    Parts { before_request, uses_config: true, ..Parts::default() }
}
