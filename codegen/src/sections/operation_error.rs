//! An operation's error enum: one variant a modelled error, and one match that
//! every trait goes through.

use proc_macro2::TokenStream;
use quote::quote;

use super::words::{self, ident};
use crate::ir::{ErrorVariant, Operation};

pub(super) fn render(operation: &Operation) -> Vec<TokenStream> {
    let name = ident(&format!("{}Error", operation.name));
    let has_deprecated = operation.errors.iter().any(|error| error.is_deprecated);
    vec![
        definition(operation, &name, has_deprecated),
        methods(operation, &name),
        inner(operation, &name),
        delegates(&name),
    ]
}

fn definition(operation: &Operation, name: &proc_macro2::Ident, has_deprecated: bool) -> TokenStream {
    let variants = operation.errors.iter().map(|ErrorVariant { variant, shape, .. }| {
        let doc = words::doc(&format!("The service answered with `{variant}`."));
        let (variant, shape) = (ident(variant), words::named(shape));
        quote!(#doc #variant(#shape),)
    });
    let doc = words::doc(&format!("What [`Client::{0}`](crate::Client::{0}) can fail with.", operation.method.trim_start_matches("r#")));
    let allow = words::allow_deprecated(has_deprecated);
    quote! {
        #doc
        #allow
        #[non_exhaustive]
        #[derive(Debug)]
        pub enum #name {
            #(#variants)*
            #[doc = " An error that the model does not know; ask for its `code()` and `message()`."]
            #[deprecated(note = "match with a binding and compare `code()` instead: a newer version may know the error")]
            Unhandled(rt::Unhandled),
        }
    }
}

fn methods(operation: &Operation, name: &proc_macro2::Ident) -> TokenStream {
    let predicates = operation.errors.iter().map(|ErrorVariant { variant, predicate, .. }| {
        let doc = words::doc(&format!("Whether this is `{variant}`."));
        let (variant, predicate) = (ident(variant), ident(predicate));
        quote! {
            #doc
            pub fn #predicate(&self) -> bool {
                matches!(self, Self::#variant(_))
            }
        }
    });
    quote! {
        #[allow(deprecated)]
        impl #name {
            #[doc = " Wraps an error that is none of the service's."]
            pub fn unhandled(err: impl Into<crate::error::BoxError>) -> Self {
                Self::Unhandled(rt::Unhandled::new(err.into(), None))
            }
            #[doc = " Makes an error of which only the metadata is known."]
            pub fn generic(err: crate::error::ErrorMetadata) -> Self {
                Self::Unhandled(rt::Unhandled::generic(err))
            }
            #[doc = " What is known of the error: code, message, request id."]
            pub fn meta(&self) -> &crate::error::ErrorMetadata {
                rt::OperationError::inner(self).meta()
            }
            #(#predicates)*
        }
    }
}

fn inner(operation: &Operation, name: &proc_macro2::Ident) -> TokenStream {
    let arms = operation.errors.iter().map(|ErrorVariant { variant, .. }| {
        let variant = ident(variant);
        quote!(Self::#variant(error) => error,)
    });
    quote! {
        #[allow(deprecated)]
        impl rt::OperationError for #name {
            fn inner(&self) -> &dyn rt::Modeled {
                match self {
                    #(#arms)*
                    Self::Unhandled(error) => error,
                }
            }
        }
    }
}

fn delegates(name: &proc_macro2::Ident) -> TokenStream {
    quote! {
        impl std::error::Error for #name {
            fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
                rt::modeled::source(rt::OperationError::inner(self))
            }
        }
        impl std::fmt::Display for #name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(rt::OperationError::inner(self), f)
            }
        }
        impl crate::error::ProvideErrorMetadata for #name {
            fn meta(&self) -> &crate::error::ErrorMetadata {
                rt::OperationError::inner(self).meta()
            }
        }
        impl rt::ProvideErrorKind for #name {
            fn retryable_error_kind(&self) -> Option<rt::ErrorKind> {
                rt::OperationError::inner(self).retryable_error_kind()
            }
            fn code(&self) -> Option<&str> {
                crate::error::ProvideErrorMetadata::code(self)
            }
        }
        impl crate::operation::RequestId for #name {
            fn request_id(&self) -> Option<&str> {
                self.meta().request_id()
            }
        }
        #[allow(deprecated)]
        impl rt::CreateUnhandledError for #name {
            fn create_unhandled_error(source: crate::error::BoxError, meta: Option<crate::error::ErrorMetadata>) -> Self {
                Self::Unhandled(rt::Unhandled::new(source, meta))
            }
        }
    }
}
