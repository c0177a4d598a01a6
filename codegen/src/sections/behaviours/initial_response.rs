//! How the members of an output are read that come before its events.

use quote::quote;

use super::Parts;
use crate::codecs::{self, Codec};
use crate::ir::{Operation, RequestId};
use crate::sections::built::{result, Missing};
use crate::words::{self, ident};

pub(super) fn render(operation: &Operation, codec: &Codec, request_ids: &[RequestId]) -> Parts {
    let output = &operation.output;
    let Some(events) = output.events() else { return Parts::default() };
    let (name, builder, field) = (ident(&output.name), words::builder(&output.path), ident(&events.field));
    let body = codec.event_body(codecs::body_members(output));
    let result = result(output, true, Missing::Fails);
    let ids = request_ids.iter().map(|id| ident(id.field()));
    let allow = words::allow_deprecated(output.touches_deprecated());
    let items = quote! {
        fn initial_response(output: rt::op::Output) -> rt::op::Finished {
            rt::event_stream::initial_response(output, |output: &mut #name| &mut output.#field, read_initial_response)
        }
        #allow
        fn read_initial_response(output: #name, event: &rt::event_stream::Event<'_>) -> rt::Built<#name> {
            let mut b = #builder::default();
            #body
            b.#field = Some(output.#field);
            #(b.#ids = output.#ids;)*
            #result
        }
    };
    Parts { on_operation: quote!(.finish(initial_response)), items: vec![items], ..Parts::default() }
}
