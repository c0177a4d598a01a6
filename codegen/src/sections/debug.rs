//! `Debug` for types that hold secrets: written out, so that a secret's value
//! is never formatted. All other types derive it.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Member, Structure, Union};
use crate::words::{self, ident};

/// `Debug` of a structure or its builder.
pub(super) fn structure(structure: &Structure, name: &str, extra: &[&str]) -> TokenStream {
    let allow = words::allow_deprecated(structure.touches_deprecated());
    let fields = structure.members.iter().map(|member| field(member, structure.is_sensitive));
    let extra = extra.iter().map(|name| {
        let field = ident(name);
        quote!(f.field(#name, &self.#field);)
    });
    let ty = ident(name);
    quote! {
        #allow
        impl std::fmt::Debug for #ty {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                let mut f = f.debug_struct(#name);
                #(#fields)*
                #(#extra)*
                f.finish()
            }
        }
    }
}

fn field(member: &Member, is_sensitive: bool) -> TokenStream {
    let name = member.field.trim_start_matches("r#");
    if is_sensitive || member.is_sensitive {
        quote!(f.field(#name, &rt::values::REDACTED);)
    } else {
        let field = ident(&member.field);
        quote!(f.field(#name, &self.#field);)
    }
}

/// `Debug` of a union: the variant shows, a secret in it does not.
pub(super) fn union(union: &Union) -> TokenStream {
    let ty = ident(&union.name);
    let allow = words::allow_deprecated(union.touches_deprecated());
    let arms = union.variants.iter().map(|variant| {
        let (name, text) = (ident(&variant.name), &variant.name);
        match &variant.ty {
            None => quote!(Self::#name => f.write_str(#text),),
            Some(_) if union.is_sensitive || variant.is_sensitive => {
                quote!(Self::#name(_) => f.debug_tuple(#text).field(&rt::values::REDACTED).finish(),)
            }
            Some(_) => quote!(Self::#name(value) => f.debug_tuple(#text).field(value).finish(),),
        }
    });
    let unknown = if union.is_sensitive {
        quote!(Self::Unknown(_) => f.debug_tuple("Unknown").field(&rt::values::REDACTED).finish(),)
    } else {
        quote!(Self::Unknown(value) => f.debug_tuple("Unknown").field(value).finish(),)
    };
    quote! {
        #allow
        impl std::fmt::Debug for #ty {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                match self {
                    #(#arms)*
                    #unknown
                }
            }
        }
    }
}

/// `Debug` of an enum whose values are secrets.
pub(super) fn hidden(name: &str) -> TokenStream {
    let ty = ident(name);
    quote! {
        impl std::fmt::Debug for #ty {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(rt::values::REDACTED)
            }
        }
    }
}
