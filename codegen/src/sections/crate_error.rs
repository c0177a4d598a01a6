//! `error.rs`: the enum of all errors of the service, and the types of errors
//! that are not its own.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Client, ErrorVariant, RequestId};
use crate::output::{File, Home};
use crate::text;
use crate::words::{self, ident};

pub(super) fn render(client: &Client) -> File {
    let errors: BTreeMap<&str, &ErrorVariant> = client
        .operations
        .iter()
        .flat_map(|operation| &operation.errors)
        .chain(client.event_streams().flat_map(|stream| &stream.errors))
        .map(|error| (error.variant.as_str(), error))
        .collect();
    let has_deprecated = errors.values().any(|error| error.is_deprecated());
    let mut items = reexports();
    items.push(definition(client, &errors, has_deprecated));
    items.push(inner(&errors));
    items.extend(told());
    items.extend(client.service.request_ids.iter().map(request_id));
    items.extend(conversions());
    items.extend(errors.values().map(|error| from_shape(error)));
    let home = Home::module("crate::error");
    File { docs: text::doc("Errors of the client and of the service.", &[]), attributes: &[], items, home }
}

fn reexports() -> Vec<TokenStream> {
    let names = [
        "BoxError",
        "BuildError",
        "ConnectorError",
        "DisplayErrorContext",
        "ErrorMetadata",
        "InvalidConfig",
        "MissingInput",
        "ProvideErrorMetadata",
        "UnknownVariantError",
    ];
    let mut items: Vec<TokenStream> = names
        .iter()
        .map(|name| {
            let name = ident(name);
            quote!(pub use whitesmith_runtime::sdk::error::#name;)
        })
        .collect();
    items.push(quote! {
        #[doc = " The error of a call."]
        pub type SdkError<E, R = crate::config::http::HttpResponse> = whitesmith_runtime::sdk::error::SdkError<E, R>;
    });
    items
}

fn definition(client: &Client, errors: &BTreeMap<&str, &ErrorVariant>, has_deprecated: bool) -> TokenStream {
    let variants = errors.values().map(|ErrorVariant { variant, attrs, shape, .. }| {
        let (attrs, variant, shape) = (words::attrs(attrs), ident(variant), words::named(shape));
        quote!(#attrs #variant(#shape),)
    });
    let doc = text::doc("All errors of {}.", &[&client.service.title]);
    let allow = words::allow_deprecated(has_deprecated);
    let allow_large = words::allow_large_variant(client.service.has_large_error);
    quote! {
        #doc
        #allow
        #allow_large
        #[non_exhaustive]
        #[derive(Debug)]
        pub enum Error {
            #(#variants)*
            #[doc = " An error that is not in the model; see its `code()` and `message()`."]
            #[deprecated(note = "match a binding and compare `code()` instead")]
            Unhandled(rt::Unhandled),
        }
    }
}

fn inner(errors: &BTreeMap<&str, &ErrorVariant>) -> TokenStream {
    let arms = errors.values().map(|ErrorVariant { variant, .. }| {
        let variant = ident(variant);
        quote!(Self::#variant(error) => error,)
    });
    quote! {
        #[allow(deprecated)]
        impl Error {
            fn inner(&self) -> &dyn rt::Modeled {
                match self {
                    #(#arms)*
                    Self::Unhandled(error) => error,
                }
            }
        }
    }
}

/// What the error says of itself.
fn told() -> Vec<TokenStream> {
    vec![
        quote! {
            impl std::error::Error for Error {
                fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
                    self.inner().source()
                }
            }
        },
        quote! {
            impl std::fmt::Display for Error {
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    std::fmt::Display::fmt(self.inner(), f)
                }
            }
        },
        quote! {
            impl ProvideErrorMetadata for Error {
                fn meta(&self) -> &ErrorMetadata {
                    self.inner().meta()
                }
            }
        },
    ]
}

fn request_id(id: &RequestId) -> TokenStream {
    let (name, method) = (ident(id.name()), ident(id.method()));
    quote! {
        impl crate::operation::#name for Error {
            fn #method(&self) -> Option<&str> {
                self.inner().meta().#method()
            }
        }
    }
}

/// The errors that are not of the model.
fn conversions() -> Vec<TokenStream> {
    vec![
        quote! {
            #[allow(deprecated)]
            impl From<BuildError> for Error {
                fn from(error: BuildError) -> Self {
                    Self::Unhandled(rt::Unhandled::new(error.into(), None))
                }
            }
        },
        quote! {
            #[allow(deprecated)]
            impl<E, R> From<SdkError<E, R>> for Error
            where
                E: rt::OperationError,
                R: std::fmt::Debug + Send + Sync + 'static,
                Self: From<E>,
            {
                fn from(error: SdkError<E, R>) -> Self {
                    match error {
                        SdkError::ServiceError(context) => Self::from(context.into_err()),
                        error => Self::Unhandled(rt::Unhandled::from_sdk_error(error)),
                    }
                }
            }
        },
    ]
}

/// Each error becomes the crate's by itself, so that operations' errors can say
/// `error.into()`.
fn from_shape(error: &ErrorVariant) -> TokenStream {
    let (variant, shape) = (ident(&error.variant), words::named(&error.shape));
    let allow = words::allow_deprecated(error.is_deprecated());
    quote! {
        #allow
        impl From<#shape> for Error {
            fn from(error: #shape) -> Self {
                Self::#variant(error)
            }
        }
    }
}
