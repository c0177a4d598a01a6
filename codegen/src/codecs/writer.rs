//! `write` functions, and the one line that each member takes in them.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Dialect, Form};
use crate::ir::{Collection, Member, Passed, Place, Structure, Type, Union, Variant};
use crate::rt;
use crate::text::Text;
use crate::words::ident;

impl Dialect {
    pub(super) fn write_structure(self, structure: &Structure) -> TokenStream {
        let members = self.members(structure.members.iter(), &quote!(self));
        self.write_impl(&structure.name, &members, structure.members.is_empty())
    }

    pub(super) fn write_union(self, union: &Union) -> TokenStream {
        let arms = union.variants.iter().map(|variant| self.variant(variant));
        let name = &union.name;
        let body = quote! {
            match self {
                #(#arms)*
                Self::Unknown(_) => w.fail_unknown_variant(#name),
            }
        };
        self.write_impl(name, &body, false)
    }

    fn write_impl(self, name: &str, body: &TokenStream, is_empty: bool) -> TokenStream {
        let (name, module) = (ident(name), self.module());
        let (begin, end) = match self.form {
            Form::Object => (quote!(w.begin_object();), quote!(w.end_object();)),
            Form::Element => (quote!(), quote!()),
        };
        let w = if is_empty && self.form == Form::Element { ident("_") } else { ident("w") };
        quote! {
            impl rt::#module::Write for #name {
                fn write(&self, #w: &mut rt::#module::Writer) {
                    #begin
                    #body
                    #end
                }
            }
        }
    }

    fn variant(self, variant: &Variant) -> TokenStream {
        let wire = variant.wire_in_request.as_ref().unwrap_or(&variant.wire);
        let (name, key) = (ident(&variant.name), self.key(wire));
        let Some(ty) = &variant.ty else {
            return match self.form {
                Form::Object => quote!(Self::#name => w.empty_object(#key),),
                Form::Element => quote!(Self::#name => w.empty_element(#key),),
            };
        };
        let value = match ty.passed() {
            Passed::Copied => quote!(Some(*v)),
            Passed::Widened => quote!(Some(i64::from(*v))),
            Passed::Slice | Passed::Enum(_) | Passed::Reference => quote!(Some(v)),
        };
        let call = self.keyed(ty, variant.place, &key, &value);
        quote!(Self::#name(v) => #call,)
    }

    /// A statement for each member that is set; attributes come before content.
    pub(super) fn members<'m>(self, members: impl Iterator<Item = &'m Member>, owner: &TokenStream) -> TokenStream {
        let (attributes, content): (Vec<_>, Vec<_>) = members.partition(|member| member.place == Place::Attribute);
        let lines = attributes.into_iter().chain(content).map(|member| self.member(member, owner));
        quote!(#(#lines)*)
    }

    /// One statement: the member, if it is set.
    fn member(self, member: &Member, owner: &TokenStream) -> TokenStream {
        let field = ident(&member.field);
        let place = quote!(#owner.#field);
        let key = self.key(member.written_as());
        if member.place == Place::Attribute {
            let value = match (member.ty.passed(), member.presence.is_optional()) {
                (Passed::Slice, true) => quote!(#place.as_deref()),
                (Passed::Copied | Passed::Widened | Passed::Enum(_) | Passed::Reference, true) => {
                    quote!(#place.as_ref())
                }
                (_, false) => quote!(Some(&#place)),
            };
            let write = self.element_writer(&member.ty);
            return quote!(w.attribute(#key, #value, #write););
        }
        let value = match (member.ty.passed(), member.presence.is_optional()) {
            (Passed::Copied, true) => place,
            (Passed::Copied, false) => quote!(Some(#place)),
            (Passed::Widened, true) => quote!(#place.map(i64::from)),
            (Passed::Widened, false) => quote!(Some(i64::from(#place))),
            (Passed::Slice, true) => quote!(#place.as_deref()),
            (Passed::Enum(_) | Passed::Reference, true) if member.is_boxed => quote!(#place.as_deref()),
            (Passed::Enum(_) | Passed::Reference, true) => quote!(#place.as_ref()),
            (Passed::Slice | Passed::Enum(_) | Passed::Reference, false) => quote!(Some(&#place)),
        };
        let call = self.keyed(&member.ty, member.place, &key, &value);
        quote!(#call;)
    }

    /// The call that writes a key and its value.
    fn keyed(self, ty: &Type, place: Place, key: &Text, value: &TokenStream) -> TokenStream {
        match ty.collection() {
            Some(Collection::List { element, is_sparse, item }) => {
                let write = self.item_writer(element, is_sparse);
                match (self.form, place) {
                    (Form::Element, place) if self.has_flat_lists() || place == Place::Flattened => {
                        quote!(w.flat_list(#key, #value, #write))
                    }
                    (Form::Element, _) => quote!(w.list(#key, #item, #value, #write)),
                    (Form::Object, _) => {
                        let (call, _) = rt::write_list(is_sparse);
                        quote!(w.#call(#key, #value, #write))
                    }
                }
            }
            Some(Collection::Map { value: element, is_sparse, entry: [entry, name, content], .. }) => {
                let write = self.item_writer(element, is_sparse);
                match (self.form, place) {
                    (Form::Element, Place::Flattened) => quote!(w.flat_map([#key, #name, #content], #value, #write)),
                    (Form::Element, _) => quote!(w.map(#key, [#entry, #name, #content], #value, #write)),
                    (Form::Object, _) => {
                        let (call, _) = rt::write_map(is_sparse);
                        quote!(w.#call(#key, #value, #write))
                    }
                }
            }
            None => {
                let call = rt::write_member(self.format, ty);
                quote!(w.#call(#key, #value))
            }
        }
    }

    /// The function that writes what is in a list or map. Objects have calls of
    /// their own for sparse ones; other formats do not have null.
    fn item_writer(self, element: &Type, is_sparse: bool) -> TokenStream {
        match (self.form, is_sparse) {
            (Form::Element, true) => {
                let write = self.put(element);
                quote!(|v, w| if let Some(v) = v { #write })
            }
            _ => self.element_writer(element),
        }
    }

    /// The function that writes an element of a list or a value of a map.
    pub(super) fn element_writer(self, ty: &Type) -> TokenStream {
        let put = self.put(ty);
        quote!(|v, w| #put)
    }

    /// The call that writes the value `v`.
    fn put(self, ty: &Type) -> TokenStream {
        match ty.collection() {
            Some(Collection::List { element, is_sparse, item }) => {
                let write = self.item_writer(element, is_sparse);
                match self.form {
                    Form::Element => {
                        let item = if self.has_flat_lists() { &Text::default() } else { item };
                        quote!(w.put_list(#item, v, #write))
                    }
                    Form::Object => {
                        let (_, call) = rt::write_list(is_sparse);
                        quote!(w.#call(v, #write))
                    }
                }
            }
            Some(Collection::Map { value, is_sparse, entry: [entry, name, content], .. }) => {
                let write = self.item_writer(value, is_sparse);
                match self.form {
                    Form::Element => quote!(w.put_map([#entry, #name, #content], v, #write)),
                    Form::Object => {
                        let (_, call) = rt::write_map(is_sparse);
                        quote!(w.#call(v, #write))
                    }
                }
            }
            None => {
                let call = rt::put(self.format, ty);
                let value = match ty.passed() {
                    Passed::Copied => quote!(*v),
                    Passed::Widened => quote!(i64::from(*v)),
                    Passed::Enum(_) => quote!(v.as_str()),
                    Passed::Slice | Passed::Reference => quote!(v),
                };
                quote!(w.#call(#value))
            }
        }
    }
}
