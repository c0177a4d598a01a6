//! Struct fields, accessors, and the values that fields get where they were not
//! set: by a builder, or by a response.

use proc_macro2::TokenStream;
use quote::quote;

use super::{links, literals};
use crate::codecs::Codec;
use crate::ir::{Accessor, Correction, Default, Member, Presence, Structure, Type};
use crate::rt;
use crate::text;
use crate::words::{self, ident};

/// `pub name: Type,` with docs.
pub(super) fn definition(member: &Member) -> TokenStream {
    let attrs = words::attrs(&member.attrs);
    let name = ident(&member.field);
    let ty = words::field_type(member);
    quote!(#attrs pub #name: #ty,)
}

/// The method that hands the field out.
pub(super) fn accessor(structure: &Structure, member: &Member) -> TokenStream {
    let name = ident(&member.field);
    let value_type = words::ty(&member.ty);
    let (returns, body) = match member.accessor() {
        Accessor::Copy => (words::field_type(member), quote!(self.#name)),
        Accessor::Str => (quote!(&str), quote!(&self.#name)),
        Accessor::OptionStr => (quote!(Option<&str>), quote!(self.#name.as_deref())),
        Accessor::Slice => {
            let element = element(&member.ty);
            (quote!(&[#element]), quote!(&self.#name))
        }
        Accessor::OptionSlice => {
            let element = element(&member.ty);
            (quote!(&[#element]), quote!(self.#name.as_deref().unwrap_or_default()))
        }
        Accessor::Ref => (quote!(&#value_type), quote!(&self.#name)),
        Accessor::OptionRef => (quote!(Option<&#value_type>), quote!(self.#name.as_ref())),
        Accessor::OptionBox => (quote!(Option<&#value_type>), quote!(self.#name.as_deref())),
    };
    let doc = text::doc("Returns {}.", &[&links::field(structure, member)]);
    let deprecated = words::deprecated(member.attrs.deprecated.as_ref());
    let lint = match member.field.as_str() {
        // Clippy expects other things of methods with these names.
        "new" => quote!(#[allow(clippy::new_ret_no_self)]),
        "as_ref" | "borrow" | "clone" | "deref" => quote!(#[allow(clippy::should_implement_trait)]),
        _ => quote!(),
    };
    quote! {
        #doc
        #deprecated
        #lint
        pub fn #name(&self) -> #returns {
            #body
        }
    }
}

fn element(ty: &Type) -> TokenStream {
    if let Type::List { element, is_sparse, .. } = ty {
        words::maybe_option(element, *is_sparse)
    } else {
        words::ty(ty)
    }
}

/// The value that a builder gives a field: `self.x` for the owner `self`, completed. Required
/// members go through a local `required`, which decides between an error and a value.
pub(super) fn built(member: &Member, owner: &TokenStream, codec: Option<&Codec>) -> TokenStream {
    let name = ident(&member.field);
    let set = quote!(#owner.#name);
    let field = &member.snake;
    let corrected = |correction| match codec.map(|codec| corrected(member, correction, codec)) {
        Some(value) => quote!(required.optional(#set, #value)),
        None => set.clone(),
    };
    match &member.presence {
        Presence::Optional => set,
        Presence::Excused(correction) | Presence::Expected(correction) | Presence::InputRequired(correction) => {
            corrected(*correction)
        }
        Presence::Required(correction) => {
            let call = rt::required(*correction);
            quote!(required.#call(#set, #field)?)
        }
        Presence::Defaulted(default) => or_default(&set, default),
        Presence::Sent(default) => {
            let value = or_default(&set, default);
            quote!(Some(#value))
        }
        Presence::Stream => quote!(#set.unwrap_or_default()),
        Presence::Events => quote!(required.or_error(#set, #field)?),
    }
}

/// What replaces an optional field that a response must have.
fn corrected(member: &Member, correction: Correction, codec: &Codec) -> TokenStream {
    let value = match correction {
        Correction::Default | Correction::EmptyBlob => quote!(Some(Default::default())),
        Correction::UnknownEnum => quote!(Some(rt::values::unknown())),
        Correction::UnknownUnion => {
            let ty = words::ty(&member.ty);
            quote!(Some(#ty::Unknown(Default::default())))
        }
        Correction::Epoch => quote!(Some(crate::primitives::DateTime::from_secs(0))),
        Correction::BuilderDefault => return codec.default_value(member),
    };
    if member.is_boxed {
        quote!(|| #value.map(Box::new))
    } else {
        quote!(|| #value)
    }
}

fn or_default(value: &TokenStream, default: &Default) -> TokenStream {
    let Default::Value(literal) = default else { return quote!(#value.unwrap_or_default()) };
    let default = literals::value(literal);
    if literal.is_free() {
        quote!(#value.unwrap_or(#default))
    } else {
        quote!(#value.unwrap_or_else(|| #default))
    }
}
