//! Who may call the operation.

use proc_macro2::TokenStream;
use quote::quote;

use super::Parts;
use crate::ir::AuthScheme;

pub(super) fn render(schemes: &[AuthScheme]) -> Parts {
    let schemes = schemes.iter().map(scheme);
    Parts::named(quote!(Auth(&[#(#schemes),*])))
}

/// A scheme as the runtime has it.
pub(in crate::sections) fn scheme(scheme: &AuthScheme) -> TokenStream {
    match scheme {
        AuthScheme::SigV4 => quote!(rt::auth::Scheme::SigV4),
        AuthScheme::SigV4a => quote!(rt::auth::Scheme::SigV4a),
        AuthScheme::Bearer => quote!(rt::auth::Scheme::Bearer),
        AuthScheme::Basic => quote!(rt::auth::Scheme::Basic),
        AuthScheme::None => quote!(rt::auth::Scheme::None),
        AuthScheme::ApiKey(key) => {
            let (name, is_query) = (&key.name, key.is_query);
            let scheme = match &key.scheme {
                Some(scheme) => quote!(Some(#scheme)),
                None => quote!(None),
            };
            quote! {
                rt::auth::Scheme::ApiKey(rt::auth::ApiKey {
                    name: #name,
                    is_query: #is_query,
                    scheme: #scheme,
                })
            }
        }
    }
}
