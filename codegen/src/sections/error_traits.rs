//! What an error structure has beside its members: `Error`, `Display`, its
//! metadata, its request id and what it says about a retry.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{RetryKind, Structure};
use crate::words::{self, ident};

pub(super) fn render(structure: &Structure) -> Vec<TokenStream> {
    let Some(facts) = &structure.error else { return Vec::new() };
    let (name, own) = (ident(&structure.name), words::named(&structure.path));
    let title = &facts.title;
    let message = match facts.message.map(|index| structure.member(index)) {
        Some(member) if member.is_sensitive || structure.is_sensitive => quote!(None),
        Some(member) if member.presence.is_optional() => {
            let field = ident(&member.field);
            quote!(self.#field.as_deref())
        }
        Some(member) => {
            let field = ident(&member.field);
            quote!(Some(&self.#field))
        }
        None => quote!(None),
    };
    let allow = words::allow_deprecated(structure.touches_deprecated() || structure.attrs.deprecated.is_some());
    let retry = facts.retryable.map(|kind| retry_kind(&name, kind));
    let modeled_body = facts.retryable.map(|_| {
        quote! {
            fn retryable_error_kind(&self) -> Option<rt::ErrorKind> {
                Some(self.retryable_error_kind())
            }
        }
    });
    vec![
        quote!(rt::modeled_error!(#own);),
        quote! {
            #allow
            impl std::fmt::Display for #name {
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    rt::modeled::display(#title, #message, f)
                }
            }
        },
        quote! {
            #allow
            impl rt::Modeled for #name {
                #modeled_body
            }
        },
        quote!(#retry),
    ]
}

fn retry_kind(name: &proc_macro2::Ident, kind: RetryKind) -> TokenStream {
    let kind = match kind {
        RetryKind::Throttling => quote!(ThrottlingError),
        RetryKind::Client => quote!(ClientError),
        RetryKind::Server => quote!(ServerError),
    };
    quote! {
        impl #name {
            #[doc = " Returns how this error may be retried."]
            pub fn retryable_error_kind(&self) -> rt::ErrorKind {
                rt::ErrorKind::#kind
            }
        }
    }
}
