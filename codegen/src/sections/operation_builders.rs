//! The `builders` module of an operation: builders of input and output, and the
//! fluent builder that `Client` hands out.

use proc_macro2::TokenStream;
use quote::quote;

use super::behaviours::Parts;
use super::setters;
use super::structure::{self, Hidden};
use crate::codecs::Codec;
use crate::ir::Operation;
use crate::text::{self, Docs};
use crate::words::{self, ident};

/// The client's method, and `pub mod builders`.
pub(super) fn render(operation: &Operation, behaviours: &[Parts], codec: &Codec) -> TokenStream {
    let module = words::path(&operation.input.path.module);
    let fluent = ident(&format!("{}FluentBuilder", operation.name));
    let method = ident(&operation.method);
    let attrs = words::attrs(&operation.attrs);
    let input = structure::builder(&operation.input, Hidden::None, codec);
    let output = structure::builder(&operation.output, Hidden::RequestId, codec);
    let send_with = send_with(operation);
    let fluent_builder = fluent_builder(operation, behaviours);
    let input_type = words::named(&operation.input.path);
    let (output_type, error_type) = (words::named(&operation.output.path), ident(&format!("{}Error", operation.name)));
    quote! {
        impl crate::Client {
            #attrs
            pub fn #method(&self) -> #module::builders::#fluent {
                #module::builders::#fluent::with_handle(self.handle.clone())
            }
        }
        #[doc = " Builders."]
        pub mod builders {
            // Signatures stay on one line by these.
            type Input = #input_type;
            type Output = #output_type;
            type Error = #module::#error_type;
            type ResponseFuture = rt::op::ResponseFuture<Output, Error>;
            #(#input)*
            #send_with
            #(#output)*
            #fluent_builder
        }
    }
}

fn send_with(operation: &Operation) -> TokenStream {
    let module = words::path(&operation.input.path.module);
    let input = words::builder(&operation.input.path);
    quote! {
        impl #input {
            #[doc = " Sends a request with this input."]
            pub fn send_with(self, client: &crate::Client) -> ResponseFuture {
                client.handle.send(&#module::OPERATION, self.build(), None)
            }
        }
    }
}

fn send_docs(operation: &Operation) -> Docs {
    let name = text::name(&operation.name);
    let mut docs = text::doc("Sends the request.", &[]);
    docs.push(text::sentence(
        "Returns [`{}Output`](super::{}Output) or, on failure, [`SdkError<{}Error>`](super::{}Error).",
        &[&name, &name, &name, &name],
    ));
    docs
}

fn fluent_builder(operation: &Operation, behaviours: &[Parts]) -> TokenStream {
    let module = words::path(&operation.input.path.module);
    let name = ident(&format!("{}FluentBuilder", operation.name));
    let input = words::builder(&operation.input.path);
    let link = text::name(operation.method.trim_start_matches("r#"));
    let doc = text::doc("Fluent builder for [`Client::{}`](crate::Client::{}).", &[&link, &link]);
    let setters = setters::render(&operation.input, setters::Place::Inner);
    let send_doc = send_docs(operation);
    let allow = words::allow_deprecated(operation.input.touches_deprecated());
    let copies = (!operation.input.has_stream()).then(|| quote!(Clone,));
    let on_fluent_builder = behaviours.iter().map(|parts| &parts.on_fluent_builder);
    quote! {
        #doc
        #[derive(#copies Debug)]
        pub struct #name {
            handle: rt::Handle,
            inner: #input,
        }
        #allow
        impl #name {
            pub(super) fn with_handle(handle: rt::Handle) -> Self {
                Self { handle, inner: Default::default() }
            }
            #[doc = " Returns the input as it is set so far."]
            pub fn as_input(&self) -> &#input {
                &self.inner
            }
            #send_doc
            pub fn send(self) -> ResponseFuture {
                self.handle.send(&#module::OPERATION, self.inner.build(), None)
            }
            #(#on_fluent_builder)*
            #[doc = " Customizes this call before it is sent."]
            pub fn customize(self) -> rt::CustomizableOperation<Output, Error, Self> {
                rt::CustomizableOperation::new(self)
            }
            #setters
        }
        impl rt::Customizable<Output, Error> for #name {
            type Config = crate::config::Builder;
            fn send_with(self, config: rt::config::SettingsBuilder) -> ResponseFuture {
                self.handle.send(&#module::OPERATION, self.inner.build(), Some(config))
            }
        }
    }
}
