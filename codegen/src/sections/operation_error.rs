//! An operation's error enum: one variant a modelled error, and one match that
//! every trait goes through. The traits themselves are the runtime's, for their
//! text is the same for each operation.

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
        quote!(rt::operation_error!(#name);),
        into_error(operation, &name),
    ]
}

fn definition(operation: &Operation, name: &proc_macro2::Ident, has_deprecated: bool) -> TokenStream {
    let variants = operation.errors.iter().map(|ErrorVariant { variant, shape, .. }| {
        let doc = words::doc(&format!("The service answered with `{variant}`."));
        let (variant, shape) = (ident(variant), words::named(shape));
        quote!(#doc #variant(#shape),)
    });
    let doc = words::doc(&format!(
        "What [`Client::{0}`](crate::Client::{0}) can fail with.",
        operation.method.trim_start_matches("r#")
    ));
    let allow = words::allow_deprecated(has_deprecated);
    quote! {
        #doc
        #allow
        #[non_exhaustive]
        #[derive(Debug)]
        pub enum #name {
            #(#variants)*
            #[doc = " An error that the model does not know; ask for its `code()` and `message()`."]
            #[deprecated(note = "match a binding and compare `code()` instead")]
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
        impl #name {
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

/// The conversion into the error of the crate.
fn into_error(operation: &Operation, name: &proc_macro2::Ident) -> TokenStream {
    let arms = operation.errors.iter().map(|ErrorVariant { variant, .. }| {
        let variant = ident(variant);
        quote!(Operation::#variant(error) => error.into(),)
    });
    quote! {
        #[allow(deprecated)]
        impl From<#name> for crate::Error {
            fn from(error: #name) -> Self {
                use #name as Operation;
                match error {
                    #(#arms)*
                    Operation::Unhandled(error) => Self::Unhandled(error),
                }
            }
        }
    }
}
