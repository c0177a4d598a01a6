//! `read` functions, and the one arm that each member takes in them.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{Dialect, Form};
use crate::ir::{Collection, Member, Place, Structure, Type, Union, Variant};
use crate::rt::{self, Collect};
use crate::text::Text;
use crate::words::{self, ident};

impl Dialect {
    pub(super) fn read_structure(self, structure: &Structure) -> TokenStream {
        if structure.path.is_recursive {
            return self.read_recursive(structure);
        }
        let (name, builder, module) = (ident(&structure.name), words::builder(&structure.path), self.module());
        let (attributes, content): (Vec<_>, Vec<_>) =
            structure.members.iter().partition(|member| member.place == Place::Attribute);
        let is_mut = (!content.is_empty()).then(|| quote!(mut));
        let new = if attributes.is_empty() {
            quote!(#builder::default())
        } else {
            let fields = attributes.into_iter().map(|member| {
                let (field, value) = (ident(&member.field), self.attribute_value(member));
                quote!(#field: #value,)
            });
            let rest = (!content.is_empty()).then(|| quote!(..#builder::default()));
            quote!(#builder { #(#fields)* #rest })
        };
        let members = self.read_members(content.into_iter());
        let (begin, result) = (self.begin(), result(structure));
        quote! {
            impl rt::#module::Read for #name {
                fn read(r: &mut rt::#module::Reader<'_>) -> Option<Self> {
                    #begin
                    let #is_mut b = #new;
                    #members
                    #result
                }
            }
        }
    }

    /// What enters the structure; an element was entered by who found it.
    fn begin(self) -> TokenStream {
        match self.form {
            Form::Object => quote!(r.begin_object()?;),
            Form::Element => quote!(),
        }
    }

    /// Attributes, and the loop over what is in the structure, into the builder `b`.
    pub(super) fn read_members<'m>(self, members: impl Iterator<Item = &'m Member>) -> TokenStream {
        let (attributes, content): (Vec<_>, Vec<_>) = members.partition(|member| member.place == Place::Attribute);
        let attributes = attributes.into_iter().map(|member| self.attribute(member));
        let (name, next, matched) = self.next();
        let arms: Vec<TokenStream> = content.into_iter().map(|member| self.arm(member)).collect();
        if arms.is_empty() {
            return quote! {
                #(#attributes)*
                while r.#next().is_some() {
                    r.skip();
                }
            };
        }
        quote! {
            #(#attributes)*
            while let Some(#name) = r.#next() {
                match #matched {
                    #(#arms)*
                    _ => r.skip(),
                }
            }
        }
    }

    /// What a name is called, the method that gives the next one, and how it is matched.
    fn next(self) -> (TokenStream, TokenStream, TokenStream) {
        match self.form {
            Form::Object => (quote!(key), quote!(key), quote!(&*key)),
            Form::Element => (quote!(tag), quote!(child), quote!(tag)),
        }
    }

    /// `"name" => b.x = r.string(),`
    fn arm(self, member: &Member) -> TokenStream {
        let statement = self.statement(member);
        let wire = self.read_name(&member.wire);
        quote!(#wire => #statement,)
    }

    /// The assignment that reads a member.
    pub(super) fn statement(self, member: &Member) -> TokenStream {
        let field = ident(&member.field);
        if let Some(call) = self.flattened(&member.ty, member.place, &quote!(b.#field), &member.wire) {
            return call;
        }
        let value = place(self.call(&member.ty), &member.ty, member.is_boxed);
        quote!(b.#field = #value)
    }

    fn attribute(self, member: &Member) -> TokenStream {
        let (field, value) = (ident(&member.field), self.attribute_value(member));
        quote!(b.#field = #value;)
    }

    fn attribute_value(self, member: &Member) -> TokenStream {
        let (name, read) = (&member.wire, self.element_reader(&member.ty));
        quote!(r.attribute(#name, #read))
    }

    /// The call that adds one element or entry of a flattened collection.
    fn flattened(self, ty: &Type, place: Place, target: &TokenStream, wire: &Text) -> Option<TokenStream> {
        if self.form == Form::Object || place != Place::Flattened {
            return None;
        }
        Some(match ty.collection()? {
            Collection::List { element, is_sparse, .. } => {
                let call = collect(Collect::Push, element, is_sparse);
                let read = self.item_reader(element, is_sparse);
                quote!(r.#call(&mut #target, #read))
            }
            Collection::Map { value, is_sparse, entry: [_, key, content], .. } => {
                let call = collect(Collect::Insert, value, is_sparse);
                let read = self.item_reader(value, is_sparse);
                let (wire, key, content) = (self.read_name(wire), self.read_name(key), self.read_name(content));
                quote!(r.#call(&mut #target, [#wire, #key, #content], #read))
            }
        })
    }

    /// A shape whose values nest reads its members through functions of their own
    /// into a builder on the heap: the frame that recurses stays small, so that the
    /// deepest body allowed fits a small stack in a debug build too.
    fn read_recursive(self, structure: &Structure) -> TokenStream {
        let (name, builder, module) = (ident(&structure.name), words::builder(&structure.path), self.module());
        let (attributes, content): (Vec<_>, Vec<_>) =
            structure.members.iter().partition(|member| member.place == Place::Attribute);
        let attributes = attributes.into_iter().map(|member| self.attribute(member));
        let arms = content.into_iter().map(|member| {
            let (wire, field) = (self.read_name(&member.wire), ident(&member.field));
            match &member.ty {
                ty if ty.recursive().is_some() && !member.is_boxed => {
                    let ty = words::ty(ty);
                    quote!(#wire => |b, r| r.unbox(&mut b.#field, #ty::read),)
                }
                ty => {
                    let flattened = self.flattened(ty, member.place, &quote!(b.#field), &member.wire);
                    let statement = flattened.unwrap_or_else(|| {
                        let call = self.call(ty);
                        quote!(b.#field = #call)
                    });
                    quote!(#wire => |b, r| #statement,)
                }
            }
        });
        let (begin, (found, next, matched)) = (self.begin(), self.next());
        let build = result(structure);
        quote! {
            impl #name {
                pub(crate) fn read(r: &mut rt::#module::Reader<'_>) -> Option<Box<Self>> {
                #begin
                let mut b = Box::<#builder>::default();
                #(#attributes)*
                while let Some(#found) = r.#next() {
                    let read: fn(&mut #builder, &mut rt::#module::Reader<'_>) = match #matched {
                        #(#arms)*
                        _ => |_, r| r.skip(),
                    };
                    read(&mut b, r);
                }
                rt::values::boxed(b, |b| #build)
                }
            }
        }
    }

    pub(super) fn read_union(self, union: &Union) -> TokenStream {
        if union.path.is_recursive {
            return self.read_recursive_union(union);
        }
        let arms = union.variants.iter().map(|variant| {
            let (wire, name) = (self.read_name(&variant.wire), ident(&variant.name));
            match &variant.ty {
                None => quote!(#wire => r.unit().map(|()| Self::#name),),
                Some(ty) => {
                    let call = self.variant_call(variant, ty);
                    // A payload of a recursive shape is read into a box.
                    match (ty.recursive().is_some(), variant.is_boxed) {
                        (true, false) => quote!(#wire => #call.map(|v| Self::#name(*v)),),
                        (false, true) => quote!(#wire => #call.map(|v| Self::#name(Box::new(v))),),
                        _ => quote!(#wire => #call.map(Self::#name),),
                    }
                }
            }
        });
        let (name, ty, module) = (&union.name, ident(&union.name), self.module());
        quote! {
            impl rt::#module::Read for #ty {
                fn read(r: &mut rt::#module::Reader<'_>) -> Option<Self> {
                    r.union(#name, |tag, r| match tag {
                        #(#arms)*
                        _ => r.unknown_member(tag).map(Self::Unknown),
                    })
                }
            }
        }
    }

    /// As for a recursive structure: each member has a function of its own, and what
    /// recurses holds nothing but a box.
    fn read_recursive_union(self, union: &Union) -> TokenStream {
        let module = self.module();
        let arms = union.variants.iter().map(|variant| {
            let (wire, name) = (self.read_name(&variant.wire), ident(&variant.name));
            match &variant.ty {
                None => quote!(#wire => |r| r.unit().map(|()| Box::new(Self::#name)),),
                Some(ty) => {
                    let call = self.variant_call(variant, ty);
                    match (ty.recursive().is_some(), variant.is_boxed) {
                        (true, false) => quote!(#wire => |r| rt::#module::boxed(#call, Self::#name),),
                        (false, true) => quote!(#wire => |r| #call.map(|v| Box::new(Self::#name(Box::new(v)))),),
                        _ => quote!(#wire => |r| #call.map(|v| Box::new(Self::#name(v))),),
                    }
                }
            }
        });
        let (name, ty) = (&union.name, ident(&union.name));
        quote! {
            impl #ty {
                pub(crate) fn read(r: &mut rt::#module::Reader<'_>) -> Option<Box<Self>> {
                r.union(#name, |tag, r| {
                    let read: fn(&mut rt::#module::Reader<'_>) -> Option<Box<Self>> = match tag {
                        #(#arms)*
                        _ => return r.unknown_member(tag).map(|v| Box::new(Self::Unknown(v))),
                    };
                    read(r)
                })
                }
            }
        }
    }

    /// The call that reads the value of a union's member.
    fn variant_call(self, variant: &Variant, ty: &Type) -> TokenStream {
        match (self.form, variant.place, ty.collection()) {
            (Form::Element, Place::Flattened, Some(Collection::List { element, is_sparse, .. })) => {
                let (call, wire) = (collect(Collect::FlatList, element, is_sparse), self.read_name(&variant.wire));
                let read = self.item_reader(element, is_sparse);
                quote!(r.#call(#wire, #read))
            }
            (Form::Element, Place::Flattened, Some(Collection::Map { value, is_sparse, entry, .. })) => {
                let call = collect(Collect::FlatMap, value, is_sparse);
                let [entry, key, content] = entry.each_ref().map(|name| self.read_name(name));
                let read = self.item_reader(value, is_sparse);
                quote!(r.#call([#entry, #key, #content], #read))
            }
            _ => self.call(ty),
        }
    }

    /// The call that reads a value from `r`.
    fn call(self, ty: &Type) -> TokenStream {
        if let Some(named) = ty.recursive() {
            let ty = words::named(named);
            return quote!(#ty::read(r));
        }
        match ty.collection() {
            Some(Collection::List { element, is_sparse, item }) => {
                let read = self.item_reader(element, is_sparse);
                match self.form {
                    Form::Object => {
                        let how = if is_sparse { Collect::SparseList } else { Collect::List };
                        let call = collect(how, element, false);
                        quote!(r.#call(#read))
                    }
                    Form::Element => {
                        let (call, item) = (collect(Collect::List, element, is_sparse), self.read_name(item));
                        quote!(r.#call(#item, #read))
                    }
                }
            }
            Some(Collection::Map { value, is_sparse, entry, .. }) => {
                let read = self.item_reader(value, is_sparse);
                match self.form {
                    Form::Object => {
                        let how = if is_sparse { Collect::SparseMap } else { Collect::Map };
                        let call = collect(how, value, false);
                        quote!(r.#call(#read))
                    }
                    Form::Element => {
                        let call = collect(Collect::Map, value, is_sparse);
                        let [entry, key, content] = entry.each_ref().map(|name| self.read_name(name));
                        quote!(r.#call([#entry, #key, #content], #read))
                    }
                }
            }
            None => {
                let call = rt::read(self.format, ty);
                quote!(r.#call())
            }
        }
    }

    /// The function that reads what is in a list or map; see `item_writer`.
    fn item_reader(self, element: &Type, is_sparse: bool) -> TokenStream {
        if self.form == Form::Object || !is_sparse {
            return self.element_reader(element);
        }
        let call = self.call(element);
        if element.recursive().is_some() {
            quote!(|r| #call.map(|v| Some(*v)))
        } else {
            quote!(|r| #call.map(Some))
        }
    }

    /// The function that reads an element of a list or a value of a map.
    pub(super) fn element_reader(self, ty: &Type) -> TokenStream {
        match ty.recursive() {
            Some(named) => {
                let ty = words::named(named);
                quote!(#ty::read)
            }
            None => {
                let call = self.call(ty);
                quote!(|r| #call)
            }
        }
    }

    /// The name that a reader finds: prefixes and declarations of namespaces are
    /// for writers.
    pub(super) fn read_name(self, wire: &Text) -> Text {
        if self.form == Form::Object {
            return wire.clone();
        }
        wire.map(|wire| {
            let name = wire.split(' ').next().unwrap_or(wire);
            name.split_once(':').map_or(name, |(_, name)| name).to_owned()
        })
    }
}

/// The expression that makes the structure of its builder `b`.
fn result(structure: &Structure) -> TokenStream {
    match (structure.is_corrected, structure.is_build_fallible) {
        (false, _) => quote!(Some(b.build())),
        (true, true) => quote!(b.finish_build(rt::Required::Corrected).ok()),
        (true, false) => quote!(Some(b.finish_build(rt::Required::Corrected))),
    }
}

/// Recursive shapes are read into a box; this puts the value where it goes.
pub(super) fn place(value: TokenStream, ty: &Type, is_boxed: bool) -> TokenStream {
    match (ty.recursive().is_some(), is_boxed) {
        (true, false) => quote!(#value.map(|v| *v)),
        (false, true) => quote!(#value.map(Box::new)),
        _ => value,
    }
}

/// The method that collects what is read into boxes, unless it comes in an `Option`.
fn collect(how: Collect, element: &Type, is_unboxed: bool) -> Ident {
    rt::collect(how, element.recursive().is_some() && !is_unboxed)
}
