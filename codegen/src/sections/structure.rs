//! A structure of the model: the type, its accessors, its codec, its builder
//! and, for an error, how it presents itself.

use proc_macro2::TokenStream;
use quote::quote;

use super::words::{self, ident};
use super::{debug, error_traits, fields, setters};
use crate::codecs::Codec;
use crate::ir::{Directions, Member, Structure};

/// The items of a structure's file.
pub(super) fn render(structure: &Structure, codec: &dyn Codec) -> Vec<TokenStream> {
    let mut items = vec![definition(structure, &hidden_fields(structure)), accessors(structure)];
    let is_error = structure.error.is_some();
    items.extend(error_traits::render(structure));
    items.extend(codec_impl(structure, codec));
    items.extend(builder(structure, if is_error { &["meta"] } else { &[] }));
    items
}

/// Private fields that are no members.
fn hidden_fields(structure: &Structure) -> TokenStream {
    match structure.error {
        Some(_) => quote!(pub(crate) meta: crate::error::ErrorMetadata,),
        None => quote!(),
    }
}

/// The struct itself; `hidden` are its fields that are no members.
pub(super) fn definition(structure: &Structure, hidden: &TokenStream) -> TokenStream {
    let attrs = words::attrs(&structure.attrs);
    let name = ident(&structure.name);
    let members = structure.members.iter().map(fields::definition);
    let has_debug = structure.has_secrets();
    let derives = if has_debug { quote!(Clone, PartialEq) } else { quote!(Clone, PartialEq, Debug) };
    let extra: &[&str] = if structure.error.is_some() { &["meta"] } else if hidden.is_empty() { &[] } else { &["_request_id"] };
    let debug = has_debug.then(|| debug::structure(structure, &structure.name, extra));
    quote! {
        #attrs
        #[non_exhaustive]
        #[derive(#derives)]
        pub struct #name {
            #(#members)*
            #hidden
        }
        #debug
    }
}

/// `x()` for each member, and `builder()`.
pub(super) fn accessors(structure: &Structure) -> TokenStream {
    let name = ident(&structure.name);
    let accessors = structure.members.iter().map(|member| fields::accessor(structure, member));
    let builder = words::builder(&structure.path);
    let doc = words::doc(&format!("Makes a builder of [`{0}`].", structure.name));
    let allow = words::allow_deprecated(structure.touches_deprecated() || structure.attrs.deprecated.is_some());
    quote! {
        #allow
        impl #name {
            #(#accessors)*
            #doc
            pub fn builder() -> #builder {
                #builder::default()
            }
        }
    }
}

fn codec_impl(structure: &Structure, codec: &dyn Codec) -> Option<TokenStream> {
    if structure.codec == Directions::default() {
        return None;
    }
    let name = ident(&structure.name);
    let body = match structure.error {
        Some(_) => super::response::message(structure, codec),
        None => codec.structure(structure),
    };
    let allow = words::allow_deprecated(structure.touches_deprecated() || structure.attrs.deprecated.is_some());
    Some(quote! {
        #allow
        impl #name {
            #body
        }
    })
}

/// The builder: type, setters, `build()`. `hidden` are fields that are no members.
pub(super) fn builder(structure: &Structure, hidden: &[&str]) -> Vec<TokenStream> {
    let builder_name = structure.builder_name();
    let builder = ident(&builder_name);
    let members = structure.members.iter().map(|member| {
        let (name, ty) = (ident(&member.field), words::inner_type(member));
        quote!(pub(crate) #name: Option<#ty>,)
    });
    let hidden_fields = hidden.iter().map(|field| match *field {
        "meta" => quote!(meta: Option<crate::error::ErrorMetadata>,),
        _ => quote!(_request_id: Option<String>,),
    });
    let has_debug = structure.has_secrets();
    let derives = if has_debug { quote!(Clone, PartialEq, Default) } else { quote!(Clone, PartialEq, Default, Debug) };
    let doc = words::doc(&format!("Builds a [`{0}`].", structure.name));
    let allow = words::allow_deprecated(structure.touches_deprecated() || structure.attrs.deprecated.is_some());
    let setters = setters::render(structure, setters::Place::Own);
    let hidden_setters = hidden_setters(hidden);
    let build = build(structure, hidden);
    let debug = has_debug.then(|| debug::structure(structure, &builder_name, hidden));
    let definition = quote! {
        #doc
        #[derive(#derives)]
        #[non_exhaustive]
        pub struct #builder {
            #(#members)*
            #(#hidden_fields)*
        }
    };
    let methods = quote! {
        #allow
        impl #builder {
            #setters
            #hidden_setters
            #build
        }
    };
    [Some(definition), Some(methods), debug].into_iter().flatten().collect()
}

fn hidden_setters(hidden: &[&str]) -> TokenStream {
    match hidden {
        ["meta"] => quote! {
            #[doc = " Sets what is known of the error beside its members."]
            pub fn meta(mut self, meta: crate::error::ErrorMetadata) -> Self {
                self.meta = Some(meta);
                self
            }
            #[doc = " Sets or clears what is known of the error beside its members."]
            pub fn set_meta(&mut self, meta: Option<crate::error::ErrorMetadata>) -> &mut Self {
                self.meta = meta;
                self
            }
        },
        _ => quote!(),
    }
}

fn build(structure: &Structure, hidden: &[&str]) -> TokenStream {
    let path = words::named(&structure.path);
    let values = structure.members.iter().map(|member| assignment(structure, member));
    let hidden = hidden.iter().map(|field| match *field {
        "meta" => quote!(meta: self.meta.unwrap_or_default(),),
        _ => quote!(_request_id: self._request_id,),
    });
    if structure.is_build_fallible {
        let required = structure.members.iter().filter(|member| member.fails_build());
        let names: Vec<String> = required.map(|member| fields::link(&structure.name, member)).collect();
        let error_doc = match &names[..] {
            [] => quote!(),
            names => {
                let text = format!("Fails if one of these was not set: {}.", names.join(", "));
                words::docs(&crate::lower::docs::wrap_line(&text))
            }
        };
        let doc = words::doc(&format!("Makes the [`{0}`].", structure.name));
        let gap = if error_doc.is_empty() { quote!() } else { quote!(#[doc = ""]) };
        quote! {
            #doc
            #gap
            #error_doc
            pub fn build(self) -> Result<#path, crate::error::BuildError> {
                Ok(#path { #(#values,)* #(#hidden)* })
            }
        }
    } else {
        let doc = words::doc(&format!("Makes the [`{0}`].", structure.name));
        quote! {
            #doc
            pub fn build(self) -> #path {
                #path { #(#values,)* #(#hidden)* }
            }
        }
    }
}

fn assignment(structure: &Structure, member: &Member) -> TokenStream {
    let name = ident(&member.field);
    let value = fields::built(structure, member);
    quote!(#name: #value)
}
