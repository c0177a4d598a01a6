//! A tagged union: an enum with one variant a member, the name of an unknown
//! member kept, and a question and an access for each variant.

use proc_macro2::TokenStream;
use quote::quote;

use super::{debug, event_streams};
use crate::codecs::Codec;
use crate::ir::{Type, Union, Variant};
use crate::text;
use crate::words::{self, ident};

/// The items of a union's file.
pub(super) fn render(union: &Union, codec: &Codec) -> Vec<TokenStream> {
    let mut items = vec![definition(union), methods(union)];
    let allow = words::allow_deprecated(union.touches_deprecated() || union.attrs.deprecated.is_some());
    let (write, read) = codec.union(union);
    items.extend([write, read].into_iter().flatten().map(|item| quote!(#allow #item)));
    items.extend(event_streams::union(union, codec));
    items
}

fn has_secrets(union: &Union) -> bool {
    union.is_sensitive || union.variants.iter().any(|variant| variant.is_sensitive)
}

fn definition(union: &Union) -> TokenStream {
    let attrs = words::attrs(&union.attrs);
    let name = ident(&union.name);
    let variants = union.variants.iter().map(|variant| {
        let (attrs, name) = (words::attrs(&variant.attrs), ident(&variant.name));
        let payload = payload_type(variant).map(|ty| quote!((#ty)));
        quote!(#attrs #name #payload,)
    });
    let has_debug = has_secrets(union);
    let derives = if has_debug { quote!(Clone, PartialEq) } else { quote!(Clone, PartialEq, Debug) };
    let debug = has_debug.then(|| debug::union(union));
    let allow = words::allow_large_variant(union.has_large_variant);
    quote! {
        #attrs
        #allow
        #[non_exhaustive]
        #[derive(#derives)]
        pub enum #name {
            #(#variants)*
            #[doc = " A member that this version of the crate does not know; it can be received, not sent."]
            #[non_exhaustive]
            Unknown(rt::UnknownMember),
        }
        #debug
    }
}

/// The type a variant holds; None for a unit member.
pub(crate) fn payload_type(variant: &Variant) -> Option<TokenStream> {
    let ty = words::ty(variant.ty.as_ref()?);
    Some(if variant.is_boxed { quote!(Box<#ty>) } else { ty })
}

fn methods(union: &Union) -> TokenStream {
    let name = ident(&union.name);
    let variants = union.variants.iter().map(|variant| variant_methods(union, variant));
    let allow = words::allow_deprecated(union.touches_deprecated() || union.attrs.deprecated.is_some());
    quote! {
        #allow
        impl #name {
            #(#variants)*
            #[doc = " Returns whether this is a member that this version of the crate does not know."]
            pub fn is_unknown(&self) -> bool {
                matches!(self, Self::Unknown(_))
            }
            #[doc = " Returns the name of the member, if this version of the crate does not know it."]
            pub fn unknown_tag(&self) -> Option<&str> {
                match self {
                    Self::Unknown(member) => member.tag(),
                    _ => None,
                }
            }
        }
    }
}

fn variant_methods(union: &Union, variant: &Variant) -> TokenStream {
    let name = ident(&variant.name);
    let (r#as, is) = (ident(&format!("as_{}", variant.snake)), ident(&format!("is_{}", variant.snake)));
    let of_variant = text::name(&variant.name);
    let link = text::line("[`{}`]({}::{})", &[&of_variant, &text::name(&union.name), &of_variant]);
    let is_doc = text::doc("Returns whether this is {}.", &[&link]);
    let deprecated = words::deprecated(variant.attrs.deprecated.as_ref());
    let Some(ty) = &variant.ty else {
        return quote! {
            #is_doc
            #deprecated
            pub fn #is(&self) -> bool {
                matches!(self, Self::#name)
            }
        };
    };
    let as_doc = text::doc("Returns the value of {}, or `self` as an error if this is another variant.", &[&link]);
    let returns = accessor_type(ty);
    // The closing arm is there for the unknown variant at least.
    quote! {
        #as_doc
        #deprecated
        pub fn #r#as(&self) -> Result<#returns, &Self> {
            match self {
                Self::#name(value) => Ok(value),
                _ => Err(self),
            }
        }
        #is_doc
        #deprecated
        pub fn #is(&self) -> bool {
            matches!(self, Self::#name(_))
        }
    }
}

/// `as_x` always lends what the variant holds.
fn accessor_type(ty: &Type) -> TokenStream {
    let ty = words::ty(ty);
    quote!(&#ty)
}
