//! How an operation tells the endpoint of its service: what the runtime cannot know of its input
//! and output.

use quote::quote;

use super::Parts;
use crate::ir::{MemberIndex, Operation};
use crate::words::{self, ident};

pub(super) fn render(operation: &Operation, endpoints: MemberIndex, host: &str, minutes: &str) -> Parts {
    let (input, output) = (ident(&operation.input.name), ident(&operation.output.name));
    let endpoints = ident(&operation.output.member(endpoints).field);
    let (host, minutes) = (ident(host), ident(minutes));
    let allow = words::allow_deprecated(operation.touches_deprecated());
    let item = quote! {
        #allow
        pub(crate) static DISCOVERY: rt::Discovery = rt::Discovery {
            operation: &OPERATION,
            input: || Ok(rt::op::Input::erase(#input::builder().build()?)),
            endpoint: |output| {
                let endpoint = output.downcast_ref::<#output>()?.#endpoints().first()?;
                Some((endpoint.#host(), endpoint.#minutes()))
            },
        };
    };
    Parts { items: vec![item], ..Parts::default() }
}
