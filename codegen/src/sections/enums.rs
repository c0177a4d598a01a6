//! An enum that stays open: a text that the model does not know is kept. Where
//! the model gives no names to the values, a newtype of text.

use proc_macro2::TokenStream;
use quote::quote;

use super::debug;
use crate::ir::{Enum, EnumValue};
use crate::words::{self, ident};

/// The items of an enum's file.
pub(super) fn render(r#enum: &Enum) -> Vec<TokenStream> {
    if r#enum.values.is_empty() {
        return newtype(r#enum);
    }
    let own = words::named(&r#enum.path);
    vec![definition(r#enum), methods(r#enum), conversion(r#enum), quote!(rt::open_enum!(#own);)]
}

fn definition(r#enum: &Enum) -> TokenStream {
    let attrs = words::attrs(&r#enum.attrs);
    let name = ident(&r#enum.name);
    let variants = r#enum.values.iter().map(|value| {
        let (attrs, name) = (words::attrs(&value.attrs), ident(&value.name));
        quote!(#attrs #name,)
    });
    let (derives, debug) = derives(r#enum);
    quote! {
        #attrs
        #[non_exhaustive]
        #[derive(#derives)]
        pub enum #name {
            #(#variants)*
            #[doc = " A value that this version of the crate does not know."]
            #[deprecated(note = "match `_` and compare `as_str()` instead")]
            Unknown(rt::UnknownVariantValue),
        }
        #debug
    }
}

fn derives(r#enum: &Enum) -> (TokenStream, Option<TokenStream>) {
    if r#enum.is_sensitive {
        (quote!(Clone, Eq, Ord, PartialEq, PartialOrd, Hash), Some(debug::hidden(&r#enum.name)))
    } else {
        (quote!(Clone, Eq, Ord, PartialEq, PartialOrd, Debug, Hash), None)
    }
}

fn methods(r#enum: &Enum) -> TokenStream {
    let name = ident(&r#enum.name);
    let arms = r#enum.values.iter().map(|EnumValue { name, wire, .. }| {
        let name = ident(name);
        quote!(Self::#name => #wire,)
    });
    let wires = r#enum.values.iter().map(|value| &value.wire);
    let shown = if r#enum.is_sensitive { quote!(rt::values::REDACTED) } else { quote!(value) };
    quote! {
        #[allow(deprecated)]
        impl #name {
            #[doc = " Returns the value on the wire."]
            pub fn as_str(&self) -> &str {
                match self {
                    #(#arms)*
                    Self::Unknown(value) => value.as_str(),
                }
            }
            #[doc = " Returns the values that this version of the crate knows."]
            pub const fn values() -> &'static [&'static str] {
                &[#(#wires),*]
            }
            #[doc = " Parses a value; returns an error if this version of the crate does not know it."]
            pub fn try_parse(value: &str) -> Result<Self, crate::error::UnknownVariantError> {
                match Self::from(value) {
                    Self::Unknown(_) => Err(crate::error::UnknownVariantError::new(#shown)),
                    known => Ok(known),
                }
            }
        }
    }
}

fn conversion(r#enum: &Enum) -> TokenStream {
    let name = ident(&r#enum.name);
    let arms = r#enum.values.iter().map(|EnumValue { name, wire, .. }| {
        let name = ident(name);
        quote!(#wire => Self::#name,)
    });
    quote! {
        #[allow(deprecated)]
        impl From<&str> for #name {
            fn from(value: &str) -> Self {
                match value {
                    #(#arms)*
                    other => Self::Unknown(rt::UnknownVariantValue::new(other)),
                }
            }
        }
    }
}

fn newtype(r#enum: &Enum) -> Vec<TokenStream> {
    let attrs = words::attrs(&r#enum.attrs);
    let (name, own) = (ident(&r#enum.name), words::named(&r#enum.path));
    let (derives, debug) = derives(r#enum);
    vec![
        quote! {
            #attrs
            #[non_exhaustive]
            #[derive(#derives)]
            pub struct #name(String);
            #debug
        },
        quote! {
            impl #name {
                #[doc = " Returns the value on the wire."]
                pub fn as_str(&self) -> &str {
                    &self.0
                }
            }
        },
        quote! {
            impl From<&str> for #name {
                fn from(value: &str) -> Self {
                    Self(value.to_owned())
                }
            }
        },
        // For all that is `AsRef<str>`, as in the official crates, it could not be
        // that itself, which codecs ask of every enum.
        quote! {
            impl From<&String> for #name {
                fn from(value: &String) -> Self {
                    Self(value.clone())
                }
            }
        },
        quote! {
            impl From<String> for #name {
                fn from(value: String) -> Self {
                    Self(value)
                }
            }
        },
        quote!(rt::open_enum!(#own);),
    ]
}
