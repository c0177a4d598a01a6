//! The error enum of an operation or of a stream of events: one variant a
//! modelled error, and one match that every trait goes through. The traits themselves are the runtime's, for their
//! text is the same for each operation.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::ir::{ErrorVariant, Operation};
use crate::text::{self, Docs};
use crate::words::{self, ident};

/// The error enum of an operation.
pub(super) fn render(operation: &Operation) -> Vec<TokenStream> {
    let name = ident(&format!("{}Error", operation.name));
    let link = text::name(operation.method.trim_start_matches("r#"));
    let doc = text::doc("Errors of [`Client::{}`](crate::Client::{}).", &[&link, &link]);
    render_enum(&operation.errors, operation.has_large_error, &name, &doc)
}

/// An enum of errors.
pub(super) fn render_enum(
    errors: &[ErrorVariant],
    has_large_variant: bool,
    name: &Ident,
    doc: &Docs,
) -> Vec<TokenStream> {
    vec![
        definition(errors, has_large_variant, name, doc),
        methods(errors, name),
        inner(errors, name),
        quote!(rt::operation_error!(#name);),
        into_error(errors, name),
    ]
}

fn definition(errors: &[ErrorVariant], has_large_variant: bool, name: &Ident, doc: &Docs) -> TokenStream {
    let variants = errors.iter().map(|ErrorVariant { variant, attrs, shape, .. }| {
        let (attrs, variant, shape) = (words::attrs(attrs), ident(variant), words::named(shape));
        quote!(#attrs #variant(#shape),)
    });
    let allow = words::allow_deprecated(errors.iter().any(ErrorVariant::is_deprecated));
    let allow_large = words::allow_large_variant(has_large_variant);
    quote! {
        #doc
        #allow
        #allow_large
        #[non_exhaustive]
        #[derive(Debug)]
        pub enum #name {
            #(#variants)*
            #[doc = " An error that is not in the model; see its `code()` and `message()`."]
            #[deprecated(note = "match a binding and compare `code()` instead")]
            Unhandled(rt::Unhandled),
        }
    }
}

fn methods(errors: &[ErrorVariant], name: &Ident) -> TokenStream {
    let predicates = errors.iter().map(|error| {
        let ErrorVariant { variant, predicate, .. } = error;
        let doc = text::doc("Returns whether this is `{}`.", &[&text::name(variant)]);
        let (variant, predicate) = (ident(variant), ident(predicate));
        let allow = words::allow_deprecated(error.is_deprecated());
        quote! {
            #doc
            #allow
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

fn inner(errors: &[ErrorVariant], name: &Ident) -> TokenStream {
    let arms = errors.iter().map(|ErrorVariant { variant, .. }| {
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
fn into_error(errors: &[ErrorVariant], name: &Ident) -> TokenStream {
    let arms = errors.iter().map(|ErrorVariant { variant, .. }| {
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
