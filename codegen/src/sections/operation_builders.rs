//! The `builders` module of an operation: the builder of the output, and one builder of the
//! input with two names: the fluent builder that `Client` hands out, and that of the input alone.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::behaviours::Parts;
use super::links;
use super::setters::{self, Place};
use super::structure::{self, Hidden};
use crate::codecs::Codec;
use crate::ir::{Operation, RequestId};
use crate::text::{self, Docs};
use crate::words::{self, ident};

/// The client's method, and `pub mod builders`.
pub(super) fn render(
    operation: &Operation,
    behaviours: &[Parts],
    codec: &Codec,
    request_ids: &'static [RequestId],
) -> TokenStream {
    let module = words::path(&operation.input.path.module);
    let fluent = fluent_name(operation);
    let method = ident(&operation.method);
    let attrs = words::attrs(&operation.attrs);
    let builder = builder(operation);
    let methods = methods(operation, behaviours, codec);
    let output = structure::builder(&operation.output, Hidden::RequestIds(request_ids), codec);
    let input_type = words::named(&operation.input.path);
    let (output_type, error_type) = (words::named(&operation.output.path), ident(&format!("{}Error", operation.name)));
    quote! {
        impl crate::Client {
            #attrs
            #[inline] // With those of the builder: callers compile what they call.
            pub fn #method(&self) -> #module::builders::#fluent {
                #module::builders::#fluent::with_handle(self.handle.clone())
            }
        }
        #[doc = " Builders."]
        pub mod builders {
            // Signatures stay on one line by these, and the macro below knows them.
            type Input = #input_type;
            type Output = #output_type;
            type Error = #module::#error_type;
            type Client = crate::Client;
            type ConfigBuilder = crate::config::Builder;
            type ResponseFuture = rt::op::ResponseFuture<Output, Error>;
            #builder
            #methods
            #(#output)*
        }
    }
}

/// The struct that has what a builder of the input was given.
const MEMBERS: &str = "Members";

/// The builder of the input, its two names, and what it keeps under each of them.
fn builder(operation: &Operation) -> TokenStream {
    let input = &operation.input;
    let (fluent, alone) = (fluent_name(operation), ident(&input.builder_name()));
    let doc = text::doc("Builder for {}.", &[&links::structure_from_builder(input)]);
    let link = text::name(operation.method.trim_start_matches("r#"));
    let fluent_doc = text::doc("Fluent builder for [`Client::{}`](crate::Client::{}).", &[&link, &link]);
    let is_copied = !input.has_stream();
    let (derive, call_derive) = if is_copied {
        (quote!(Clone, PartialEq, Default), quote!(Clone, Debug))
    } else {
        (quote!(Default), quote!(Debug))
    };
    let members = structure::set_so_far(input, MEMBERS, Hidden::None);
    let debug = structure::set_so_far_debug(input, MEMBERS, Hidden::None);
    quote! {
        #doc
        pub type #alone = #fluent<Members>;
        #fluent_doc
        #[derive(#derive)]
        pub struct #fluent<S = Call> {
            state: S,
        }
        #[doc(hidden)]
        #[derive(#call_derive)]
        pub struct Call {
            handle: rt::Handle,
            input: #alone,
        }
        #[doc(hidden)]
        #members
        #debug
    }
}

/// The methods of the builder: the setters that it has under each name, and what one of the
/// two has alone.
fn methods(operation: &Operation, behaviours: &[Parts], codec: &Codec) -> TokenStream {
    let input = &operation.input;
    let module = words::path(&input.path.module);
    let (fluent, alone) = (fluent_name(operation), ident(&input.builder_name()));
    let allow = words::allow_deprecated(input.touches_deprecated());
    let setters = (!input.members.is_empty()).then(|| {
        let setters = setters::render(input, Place::State);
        quote!(#allow impl<S: rt::builder::Holds<Members>> #fluent<S> { #setters })
    });
    let build = structure::build(input, Place::State, Hidden::None, codec);
    let send_doc = send_docs(operation);
    let on_fluent_builder = behaviours.iter().map(|parts| &parts.on_fluent_builder);
    let items = behaviours.iter().filter_map(|parts| parts.in_builders.as_ref());
    quote! {
        #setters
        #allow
        impl #alone {
            #build
        }
        impl #fluent {
            #send_doc
            #[inline]
            pub fn send(self) -> ResponseFuture {
                self.state.handle.send(&#module::OPERATION, self.state.input.build(), None)
            }
            #(#on_fluent_builder)*
        }
        rt::operation_builder!(#fluent, #alone);
        #(#items)*
    }
}

fn fluent_name(operation: &Operation) -> Ident {
    ident(&format!("{}FluentBuilder", operation.name))
}

fn send_docs(operation: &Operation) -> Docs {
    let (name, output) = (text::name(&operation.name), text::name(&operation.output.name));
    let mut docs = text::doc("Sends the request.", &[]);
    docs.push(text::sentence(
        "Returns [`{}`](super::{}) or, on failure, [`SdkError<{}Error>`](super::{}Error).",
        &[&output, &output, &name, &name],
    ));
    docs
}
