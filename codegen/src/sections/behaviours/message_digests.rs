//! Which messages a call has whose digests the service says: a function for the input, and one
//! for the output.

use proc_macro2::TokenStream;
use quote::quote;

use super::Parts;
use crate::ir::{MessageDigests, MessagePart, Messages, Operation};
use crate::words::{self, ident};

pub(super) fn render(operation: &Operation, digests: &MessageDigests) -> Parts {
    let allow = words::allow_deprecated(operation.touches_deprecated());
    let returned = function("returned_messages", "Output", &operation.output.name, &digests.returned);
    let sent = digests.sent.as_ref().map(|sent| function("sent_messages", "Input", &operation.input.name, sent));
    let named = match sent {
        Some(_) => quote!(MessageDigests(Some(sent_messages), returned_messages)),
        None => quote!(MessageDigests(None, returned_messages)),
    };
    let items = sent.into_iter().chain([returned]).map(|function| quote!(#allow #function));
    Parts { items: items.collect(), ..Parts::named(named) }
}

/// What finds the messages in a message of the protocol.
fn function(name: &str, erased: &str, ty: &str, found: &Messages) -> TokenStream {
    let (name, erased, ty) = (ident(name), ident(erased), ident(ty));
    let parts = found.parts.iter().map(part);
    let of_id = match (&found.id, &found.list) {
        (Some(id), _) => {
            let id = ident(id);
            quote!(message(message.#id()))
        }
        (None, Some(_)) => quote!(next()),
        (None, None) => quote!(message("")),
    };
    let add = quote!(messages.#of_id #(#parts)*;);
    let (all, add) = match &found.list {
        Some(list) => {
            let list = ident(list);
            (quote!(all), quote!(for message in all.#list() { #add }))
        }
        None => (quote!(message), add),
    };
    quote! {
        fn #name(all: &rt::op::#erased, messages: &mut rt::behaviour::Messages) {
            if let Some(#all) = all.downcast_ref::<#ty>() {
                #add
            }
        }
    }
}

fn part((part, accessor): &(MessagePart, String)) -> TokenStream {
    let accessor = ident(accessor);
    let attributes = |[ty, text, blob]: &[String; 3]| {
        let (ty, text, blob) = (ident(ty), ident(text), ident(blob));
        quote!(message.#accessor(), |it| (it.#ty(), it.#text(), it.#blob()))
    };
    match part {
        MessagePart::Body => quote!(.body(message.#accessor())),
        MessagePart::Attributes(parts) => {
            let arguments = attributes(parts);
            quote!(.attributes(#arguments))
        }
        MessagePart::SystemAttributes(parts) => {
            let arguments = attributes(parts);
            quote!(.system_attributes(#arguments))
        }
        MessagePart::Md5OfBody => quote!(.md5_of_body(message.#accessor())),
        MessagePart::Md5OfAttributes => quote!(.md5_of_attributes(message.#accessor())),
        MessagePart::Md5OfSystemAttributes => quote!(.md5_of_system_attributes(message.#accessor())),
    }
}
