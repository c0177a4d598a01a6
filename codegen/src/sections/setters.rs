//! The three methods a member has on a builder: `x`, `set_x` and `get_x`. The
//! structure's builder keeps its fields itself; that of an operation has them in its
//! `state`.

use proc_macro2::TokenStream;
use quote::quote;

use super::links;
use crate::ir::{Collection, Member, Structure, Type};
use crate::text::{self, Docs, Line};
use crate::words::{self, ident};

/// Where a builder has its fields.
#[derive(Clone, Copy)]
pub(super) enum Place {
    Own,
    State,
}

impl Place {
    /// What is said of a member before the link to it. The structure's builder is beside its
    /// fields, where all is said; that of an operation is what people hover over.
    fn summary(self, member: &Member) -> Docs {
        match self {
            Self::Own => Docs::default(),
            Self::State => member.attrs.docs.summary(),
        }
    }
}

/// The setters of all members.
pub(super) fn render(structure: &Structure, place: Place) -> TokenStream {
    let setters = structure.members.iter().map(|member| setters(structure, member, place));
    quote!(#(#setters)*)
}

fn setters(structure: &Structure, member: &Member, place: Place) -> TokenStream {
    let name = ident(&member.field);
    let (field, got, inline) = match place {
        // Rarely called and many: measured 8 % of a whole service's build. Those of an
        // operation's builder are generic.
        Place::Own => (quote!(self.#name), quote!(self.#name), Some(quote!(#[inline]))),
        Place::State => (quote!(self.state.members_mut().#name), quote!(self.state.members().#name), None),
    };
    let (set, get) = (ident(&format!("set_{}", member.snake)), ident(&format!("get_{}", member.snake)));
    let ty = words::inner_type(member);
    let (link, setter) = (links::member_from_builder(structure, member), links::setter(member));
    let deprecated = words::deprecated(member.attrs.deprecated.as_ref());
    let (verb, arguments, assignment) = assignment(member, &field);
    let is_missed = member.presence.is_required();
    let mut doc = place.summary(member);
    doc.push(text::doc(if is_missed { "{} {}, which is required." } else { "{} {}." }, &[&verb, &link]));
    let set_doc = text::doc("Sets or clears {}.", &[&setter]);
    let get_doc = text::doc("Returns the value of {}.", &[&setter]);
    let lint = should_implement_trait(&member.field);
    quote! {
        #doc
        #deprecated
        #lint
        pub fn #name(mut self, #arguments) -> Self {
            #assignment
            self
        }
        #set_doc
        #deprecated
        #inline
        pub fn #set(mut self, input: Option<#ty>) -> Self {
            #field = input;
            self
        }
        #get_doc
        #deprecated
        pub fn #get(&self) -> &Option<#ty> {
            &#got
        }
    }
}

/// What the setter's docs begin with, its arguments, and what it does.
fn assignment(member: &Member, field: &TokenStream) -> (Line, TokenStream, TokenStream) {
    let (verb, arguments, assignment) = match member.ty.collection() {
        Some(Collection::List { element, is_sparse, .. }) => {
            let (ty, into) = element_argument(element, is_sparse);
            ("Appends an item to", quote!(input: #ty), quote!(#field.get_or_insert_default().push(input #into);))
        }
        Some(Collection::Map { key, value, is_sparse, .. }) => {
            let (key, key_into) = words::argument(key);
            let (value, value_into) = element_argument(value, is_sparse);
            (
                "Adds an entry to",
                quote!(k: #key, v: #value),
                quote!(#field.get_or_insert_default().insert(k #key_into, v #value_into);),
            )
        }
        None if member.is_boxed => {
            let ty = words::ty(&member.ty);
            ("Sets", quote!(input: impl Into<Box<#ty>>), quote!(#field = Some(input.into());))
        }
        None => {
            let (ty, into) = words::argument(&member.ty);
            ("Sets", quote!(input: #ty), quote!(#field = Some(input #into);))
        }
    };
    (text::line(verb, &[]), arguments, assignment)
}

fn element_argument(ty: &Type, is_sparse: bool) -> (TokenStream, TokenStream) {
    if is_sparse {
        (words::maybe_option(ty, true), quote!())
    } else {
        words::argument(ty)
    }
}

/// Clippy takes a method of one argument and such a name for an operator's.
fn should_implement_trait(name: &str) -> TokenStream {
    const OPERATORS: [&str; 10] = ["add", "bitand", "bitor", "bitxor", "div", "mul", "rem", "shl", "shr", "sub"];
    if OPERATORS.contains(&name) {
        quote!(#[allow(clippy::should_implement_trait)])
    } else {
        quote!()
    }
}
