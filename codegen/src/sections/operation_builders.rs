//! The `builders` module of an operation: builders of input and output, and the
//! fluent builder that `Client` hands out.

use proc_macro2::TokenStream;
use quote::quote;

use super::structure;
use super::words::{self, ident};
use super::setters;
use crate::ir::Operation;

/// The client's method, and `pub mod builders`.
pub(super) fn render(operation: &Operation) -> TokenStream {
    let module = words::path(&operation.input.path.module);
    let fluent = ident(&format!("{}FluentBuilder", operation.name));
    let method = ident(&operation.method);
    let attrs = words::attrs(&operation.attrs);
    let input = structure::builder(&operation.input, &[]);
    let output = structure::builder(&operation.output, &["_request_id"]);
    let send_with = send_with(operation);
    let fluent_builder = fluent_builder(operation);
    quote! {
        impl crate::client::Client {
            #attrs
            pub fn #method(&self) -> #module::builders::#fluent {
                #module::builders::#fluent::new(self.handle.clone())
            }
        }
        #[doc = " Builders."]
        pub mod builders {
            #(#input)*
            #send_with
            #(#output)*
            #fluent_builder
        }
    }
}

fn send_with(operation: &Operation) -> TokenStream {
    let module = words::path(&operation.input.path.module);
    let (input, output) = (words::builder(&operation.input.path), words::named(&operation.output.path));
    let error = ident(&format!("{}Error", operation.name));
    quote! {
        impl #input {
            #[doc = " Sends a request with this input."]
            pub fn send_with(self, client: &crate::client::Client) -> crate::operation::ResponseFuture<#output, #module::#error> {
                client.handle.send(&#module::OPERATION, self.build(), None)
            }
        }
    }
}

fn fluent_builder(operation: &Operation) -> TokenStream {
    let module = words::path(&operation.input.path.module);
    let name = ident(&format!("{}FluentBuilder", operation.name));
    let (input, output) = (words::builder(&operation.input.path), words::named(&operation.output.path));
    let error = ident(&format!("{}Error", operation.name));
    let link = operation.method.trim_start_matches("r#");
    let doc = words::doc(&format!("A call of [`Client::{link}`](crate::Client::{link}) in the making."));
    let setters = setters::render(&operation.input, setters::Place::Inner);
    let allow = words::allow_deprecated(operation.input.touches_deprecated());
    let paginator = operation.paginator.as_ref().map(|_| {
        let paginator = ident(&format!("{}Paginator", operation.name));
        quote! {
            #[doc = " Calls the operation for one page after another."]
            pub fn into_paginator(self) -> #module::paginator::#paginator {
                #module::paginator::#paginator::new(self.handle, self.inner)
            }
        }
    });
    quote! {
        #doc
        #[derive(Clone, Debug)]
        pub struct #name {
            handle: rt::Handle,
            inner: #input,
        }
        #allow
        impl #name {
            pub(crate) fn new(handle: rt::Handle) -> Self {
                let inner = #input::default();
                Self { handle, inner }
            }
            #[doc = " The input as it is set so far."]
            pub fn as_input(&self) -> &#input {
                &self.inner
            }
            #[doc = " Sends the request."]
            pub fn send(self) -> crate::operation::ResponseFuture<#output, #module::#error> {
                self.handle.send(&#module::OPERATION, self.inner.build(), None)
            }
            #paginator
            #[doc = " Customizes this call before it is sent."]
            pub fn customize(self) -> crate::client::customize::CustomizableOperation<#output, #module::#error, Self> {
                crate::client::customize::CustomizableOperation::new(self)
            }
            #setters
        }
        impl rt::customize::Customizable<#output, #module::#error> for #name {
            type Config = crate::config::Builder;
            fn send_with(self, config: rt::config::SettingsBuilder) -> crate::operation::ResponseFuture<#output, #module::#error> {
                self.handle.send(&#module::OPERATION, self.inner.build(), Some(config))
            }
        }
    }
}
