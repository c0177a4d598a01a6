//! A structure of the model: the type, its accessors, its codec, its builder
//! and, for an error, how it presents itself.

use proc_macro2::TokenStream;
use quote::quote;

use super::setters::{self, Place};
use super::{debug, error_traits, event_streams, fields, links};
use crate::codecs::Codec;
use crate::ir::{Enclosure, RequestId, Role, Structure};
use crate::text::{self, Docs};
use crate::words::{self, ident};

/// The items of a structure's file.
pub(super) fn render(structure: &Structure, codec: &Codec) -> Vec<TokenStream> {
    let hidden = if structure.error.is_some() { Hidden::Meta } else { Hidden::None };
    let mut items = vec![definition(structure, hidden), methods(structure)];
    items.push(codec_impls(structure, codec));
    items.extend(event_streams::structure(structure, codec));
    items.extend(error_traits::render(structure));
    items.extend(builder(structure, hidden, codec));
    items
}

/// The private fields that a structure has beside its members.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Hidden {
    None,
    /// What is known of an error beside its members.
    Meta,
    /// The ids of the request, of an output.
    RequestIds(&'static [RequestId]),
}

impl Hidden {
    /// Their names.
    fn names(self) -> Vec<&'static str> {
        match self {
            Self::None => Vec::new(),
            Self::Meta => vec!["meta"],
            Self::RequestIds(ids) => ids.iter().map(|id| id.field()).collect(),
        }
    }

    /// Their type.
    fn ty(self) -> TokenStream {
        match self {
            Self::None | Self::RequestIds(_) => quote!(String),
            Self::Meta => quote!(crate::error::ErrorMetadata),
        }
    }

    /// Their definitions in the structure.
    fn definition(self) -> TokenStream {
        match self {
            Self::None => quote!(),
            Self::Meta => quote!(pub(crate) meta: crate::error::ErrorMetadata,),
            Self::RequestIds(ids) => {
                let fields = ids.iter().map(|id| ident(id.field()));
                quote!(#(#fields: Option<String>,)*)
            }
        }
    }

    /// Their lines in the literal that a builder makes.
    fn built(self) -> TokenStream {
        match self {
            Self::None => quote!(),
            Self::Meta => quote!(meta: self.meta.unwrap_or_default(),),
            Self::RequestIds(ids) => {
                let fields = ids.iter().map(|id| ident(id.field()));
                quote!(#(#fields: self.#fields,)*)
            }
        }
    }
}

/// What reads and writes the structure.
fn codec_impls(structure: &Structure, codec: &Codec) -> TokenStream {
    let allow = allow(structure);
    if structure.error.is_none() {
        let (write, read) = codec.structure(structure);
        let write = write.map(|write| quote!(#allow #write));
        let read = read.map(|read| quote!(#allow #read));
        return quote!(#write #read);
    }
    let name = ident(&structure.name);
    // An error is written where a stream of events ends with it.
    let write = codec.structure(structure).0.map(|write| quote!(#allow #write));
    let read = structure.codec.read.then(|| {
        let read = super::response::message(structure, codec, &Enclosure::Document { root: None }, &[]);
        quote! {
            #allow
            impl rt::http::ReadError for #name {
                #read
            }
        }
    });
    quote!(#write #read)
}

/// The struct itself.
pub(super) fn definition(structure: &Structure, hidden: Hidden) -> TokenStream {
    let attrs = words::attrs(&structure.attrs);
    let name = ident(&structure.name);
    let members = structure.members.iter().map(fields::definition);
    let hidden_field = hidden.definition();
    let copies = (!structure.has_stream()).then(|| quote!(Clone, PartialEq,));
    let has_debug = structure.has_secrets();
    let derived_debug = (!has_debug).then(|| quote!(Debug));
    let derives = quote!(#copies #derived_debug);
    let derive = (!derives.is_empty()).then(|| quote!(#[derive(#derives)]));
    let debug = has_debug.then(|| debug::structure(structure, &structure.name, &hidden.names()));
    let allow = words::allow_deprecated(structure.has_deprecated_type());
    quote! {
        #attrs
        #allow
        #[non_exhaustive]
        #derive
        pub struct #name {
            #(#members)*
            #hidden_field
        }
        #debug
    }
}

/// `x()` for each member, and `builder()`.
pub(super) fn methods(structure: &Structure) -> TokenStream {
    let name = ident(&structure.name);
    let accessors = structure.members.iter().map(|member| fields::accessor(structure, member));
    let builder = words::builder(&structure.path);
    let doc = text::doc("Creates a builder for {}.", &[&links::structure(structure)]);
    let allow = allow(structure);
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

fn allow(structure: &Structure) -> TokenStream {
    words::allow_deprecated(structure.touches_deprecated() || structure.attrs.deprecated.is_some())
}

/// The builder: type, setters, `build()`.
pub(super) fn builder(structure: &Structure, hidden: Hidden, codec: &Codec) -> Vec<TokenStream> {
    let name = structure.builder_name();
    let builder = ident(&name);
    let doc = text::doc("Builder for {}.", &[&links::structure_from_builder(structure)]);
    let definition = set_so_far(structure, &name, hidden);
    let allow = allow(structure);
    let setters = setters::render(structure, Place::Own);
    let meta = (hidden == Hidden::Meta).then(meta_setters);
    let build = build(structure, Place::Own, hidden, codec);
    let methods = quote! {
        #allow
        impl #builder {
            #setters
            #meta
            #build
        }
    };
    let debug = set_so_far_debug(structure, &name, hidden);
    [Some(quote!(#doc #definition)), Some(methods), debug].into_iter().flatten().collect()
}

/// The struct that has what a builder was given.
pub(super) fn set_so_far(structure: &Structure, name: &str, hidden: Hidden) -> TokenStream {
    let name = ident(name);
    let members = structure.members.iter().map(|member| {
        let (name, ty) = (ident(&member.field), words::inner_type(member));
        quote!(pub(crate) #name: Option<#ty>,)
    });
    let hidden_type = hidden.ty();
    let hidden_fields = hidden.names().into_iter().map(|name| {
        let name = ident(name);
        quote!(pub(crate) #name: Option<#hidden_type>,)
    });
    let copies = (!structure.has_stream()).then(|| quote!(Clone, PartialEq,));
    let derived_debug = (!structure.has_secrets()).then(|| quote!(, Debug));
    let allow = words::allow_deprecated(structure.has_deprecated_type());
    quote! {
        #allow
        #[non_exhaustive]
        #[derive(#copies Default #derived_debug)]
        pub struct #name {
            #(#members)*
            #(#hidden_fields)*
        }
    }
}

/// The `Debug` of that struct, where it is not derived.
pub(super) fn set_so_far_debug(structure: &Structure, name: &str, hidden: Hidden) -> Option<TokenStream> {
    structure.has_secrets().then(|| debug::structure(structure, name, &hidden.names()))
}

fn meta_setters() -> TokenStream {
    quote! {
        #[doc = " Sets the metadata of the error: its code, its message and the request id."]
        pub fn meta(mut self, meta: crate::error::ErrorMetadata) -> Self {
            self.meta = Some(meta);
            self
        }
        #[doc = " Sets or clears the metadata of the error."]
        pub fn set_meta(&mut self, meta: Option<crate::error::ErrorMetadata>) -> &mut Self {
            self.meta = meta;
            self
        }
    }
}

/// `build()`, and `finish_build()` where a reader builds by other rules than a caller.
pub(super) fn build(structure: &Structure, place: Place, hidden: Hidden, codec: &Codec) -> TokenStream {
    let path = match structure.role {
        Role::Shape => words::named(&structure.path),
        // Aliases of the `builders` module: signatures stay on one line.
        Role::Input => quote!(Input),
        Role::Output => quote!(Output),
    };
    let is_read = structure.is_read();
    let (owner, take_owner, inline) = match place {
        Place::Own => (quote!(self), None, None),
        Place::State if structure.members.is_empty() => (quote!(), None, Some(quote!(#[inline]))),
        Place::State => (quote!(members), Some(quote!(let members = self.state;)), Some(quote!(#[inline]))),
    };
    let values = structure.members.iter().map(|member| {
        let name = ident(&member.field);
        let value = fields::built(member, &owner, is_read.then_some(codec));
        quote!(#name: #value,)
    });
    let hidden_value = hidden.built();
    let literal = quote!(#path { #(#values)* #hidden_value });
    let (returns, finish_returns, literal) = if structure.is_build_fallible {
        let returns = quote!(Result<#path, crate::error::BuildError>);
        (returns, quote!(rt::Finished<#path>), quote!(Ok(#literal)))
    } else {
        (quote!(#path), quote!(#path), literal)
    };
    // An output's reader is outside of the module that its builder is in.
    let visibility = if matches!(hidden, Hidden::RequestIds(_)) { quote!(pub(super)) } else { quote!() };
    let name = &structure.name;
    let required = quote!(rt::Required::Checked(#name));
    let body = if structure.is_corrected {
        quote!(self.finish_build(#required))
    } else if structure.members.iter().any(|member| member.asks_required(is_read)) {
        quote!(let required = #required; #literal)
    } else {
        literal.clone()
    };
    let finish = structure.is_corrected.then(|| {
        quote! {
            #visibility fn finish_build(self, required: rt::Required) -> #finish_returns {
                #literal
            }
        }
    });
    let docs = build_docs(structure);
    quote! {
        #docs
        #inline
        pub fn build(self) -> #returns {
            #take_owner
            #body
        }
        #finish
    }
}

fn build_docs(structure: &Structure) -> Docs {
    let mut docs = text::doc("Builds the {}.", &[&links::structure_from_builder(structure)]);
    let required = structure.members.iter().filter(|member| member.presence.fails_build());
    let names = required.map(links::setter);
    if let Some(names) = names.reduce(|names, name| text::line("{}, {}", &[&names, &name])) {
        docs.push(text::sentence("Returns an error if one of these is not set: {}.", &[&names]));
    }
    docs
}
