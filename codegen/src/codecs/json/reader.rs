//! `read` functions, and the one arm that each member takes in them.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Member, ScalarKind, Structure, TimestampFormat, Type, Union};
use crate::sections::structure::{finish, Finish};
use crate::sections::words::{self, ident};

pub(super) fn structure(structure: &Structure) -> TokenStream {
    if structure.path.is_recursive {
        return recursive(structure);
    }
    let (name, builder) = (ident(&structure.name), words::builder(&structure.path));
    let key_loop = key_loop(structure.members.iter());
    let result = match finish(structure) {
        Finish::Build => quote!(Some(b.build())),
        Finish::Required if structure.is_build_fallible => quote!(b.finish_build(rt::Required::Corrected).ok()),
        Finish::Required => quote!(Some(b.finish_build(rt::Required::Corrected))),
    };
    let is_mut = (!structure.members.is_empty()).then(|| quote!(mut));
    quote! {
        impl rt::json::Read for #name {
            fn read(r: &mut rt::json::Reader<'_>) -> Option<Self> {
                r.begin_object()?;
                let #is_mut b = #builder::default();
                #key_loop
                #result
            }
        }
    }
}

/// The loop over the keys of a document, into the builder `b`.
pub(super) fn key_loop<'m>(members: impl Iterator<Item = &'m Member>) -> TokenStream {
    let arms: Vec<TokenStream> = members.map(arm).collect();
    if arms.is_empty() {
        return quote!(while r.key().is_some() {
            r.skip();
        });
    }
    quote! {
        while let Some(key) = r.key() {
            match &*key {
                #(#arms)*
                _ => r.skip(),
            }
        }
    }
}

/// `"name" => b.x = r.string(),`
fn arm(member: &Member) -> TokenStream {
    let (wire, field) = (&member.wire, ident(&member.field));
    let value = place(call(&member.ty), &member.ty, member.is_boxed);
    quote!(#wire => b.#field = #value,)
}

/// A shape whose values nest reads its members through functions of their own
/// into a builder on the heap: the frame that recurses stays small, so that the
/// deepest body allowed fits a small stack in a debug build too.
fn recursive(structure: &Structure) -> TokenStream {
    let (name, builder) = (ident(&structure.name), words::builder(&structure.path));
    let arms = structure.members.iter().map(|member| {
        let (wire, field) = (&member.wire, ident(&member.field));
        match &member.ty {
            ty if is_recursive(ty) && !member.is_boxed => {
                let ty = words::ty(ty);
                quote!(#wire => |b, r| r.unbox(&mut b.#field, #ty::read),)
            }
            ty => {
                let call = call(ty);
                quote!(#wire => |b, r| b.#field = #call,)
            }
        }
    });
    let build = match finish(structure) {
        Finish::Build => quote!(Some(b.build())),
        Finish::Required if structure.is_build_fallible => quote!(b.finish_build(rt::Required::Corrected).ok()),
        Finish::Required => quote!(Some(b.finish_build(rt::Required::Corrected))),
    };
    quote! {
        impl #name {
            pub(crate) fn read(r: &mut rt::json::Reader<'_>) -> Option<Box<Self>> {
            r.begin_object()?;
            let mut b = Box::<#builder>::default();
            while let Some(key) = r.key() {
                let read: fn(&mut #builder, &mut rt::json::Reader<'_>) = match &*key {
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

pub(super) fn union(union: &Union) -> TokenStream {
    if union.path.is_recursive {
        return recursive_union(union);
    }
    let arms = union.variants.iter().map(|variant| {
        let (wire, name) = (&variant.wire, ident(&variant.name));
        match &variant.ty {
            None => quote!(#wire => r.unit().map(|()| Self::#name),),
            Some(ty) => {
                let call = call(ty);
                // A payload of a recursive shape is read into a box.
                match (is_recursive(ty), variant.is_boxed) {
                    (true, false) => quote!(#wire => #call.map(|v| Self::#name(*v)),),
                    (false, true) => quote!(#wire => #call.map(|v| Self::#name(Box::new(v))),),
                    _ => quote!(#wire => #call.map(Self::#name),),
                }
            }
        }
    });
    let (name, ty) = (&union.name, ident(&union.name));
    quote! {
        impl rt::json::Read for #ty {
            fn read(r: &mut rt::json::Reader<'_>) -> Option<Self> {
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
fn recursive_union(union: &Union) -> TokenStream {
    let arms = union.variants.iter().map(|variant| {
        let (wire, name) = (&variant.wire, ident(&variant.name));
        match &variant.ty {
            None => quote!(#wire => |r| r.unit().map(|()| Box::new(Self::#name)),),
            Some(ty) => {
                let call = call(ty);
                match (is_recursive(ty), variant.is_boxed) {
                    (true, false) => quote!(#wire => |r| rt::json::boxed(#call, Self::#name),),
                    (false, true) => quote!(#wire => |r| #call.map(|v| Box::new(Self::#name(Box::new(v)))),),
                    _ => quote!(#wire => |r| #call.map(|v| Box::new(Self::#name(v))),),
                }
            }
        }
    });
    let (name, ty) = (&union.name, ident(&union.name));
    quote! {
        impl #ty {
            pub(crate) fn read(r: &mut rt::json::Reader<'_>) -> Option<Box<Self>> {
            r.union(#name, |tag, r| {
                let read: fn(&mut rt::json::Reader<'_>) -> Option<Box<Self>> = match tag {
                    #(#arms)*
                    _ => return r.unknown_member(tag).map(|v| Box::new(Self::Unknown(v))),
                };
                read(r)
            })
            }
        }
    }
}

/// Recursive shapes are read into a box; this puts the value where it goes.
pub(super) fn place(value: TokenStream, ty: &Type, is_boxed: bool) -> TokenStream {
    match (is_recursive(ty), is_boxed) {
        (true, false) => quote!(#value.map(|v| *v)),
        (false, true) => quote!(#value.map(Box::new)),
        _ => value,
    }
}

fn is_recursive(ty: &Type) -> bool {
    matches!(ty, Type::Structure(named) | Type::Union(named) if named.is_recursive)
}

/// The call that reads a value from `r`.
fn call(ty: &Type) -> TokenStream {
    match ty {
        Type::Structure(named) | Type::Union(named) if named.is_recursive => {
            let ty = words::named(named);
            quote!(#ty::read(r))
        }
        Type::Structure(_) | Type::Union(_) => quote!(r.shape()),
        Type::List { element, is_sparse } => {
            let call = collection("list", element, *is_sparse);
            let element = self::element(element);
            quote!(r.#call(#element))
        }
        Type::Map { value, is_sparse, .. } => {
            let call = collection("map", value, *is_sparse);
            let value = self::element(value);
            quote!(r.#call(#value))
        }
        _ => {
            let word = ident(scalar_word(ty));
            quote!(r.#word())
        }
    }
}

/// `list`, `sparse_list`, `boxed_map` and so on.
fn collection(kind: &str, element: &Type, is_sparse: bool) -> proc_macro2::Ident {
    let boxed = if is_recursive(element) { "boxed_" } else { "" };
    let sparse = if is_sparse { "sparse_" } else { "" };
    ident(&format!("{boxed}{sparse}{kind}"))
}

/// The function that reads an element of a list or a value of a map.
pub(super) fn element(ty: &Type) -> TokenStream {
    match ty {
        Type::Structure(named) | Type::Union(named) if named.is_recursive => {
            let ty = words::named(named);
            quote!(#ty::read)
        }
        _ => {
            let call = call(ty);
            quote!(|r| #call)
        }
    }
}

/// The runtime's word for a value that has no parts.
fn scalar_word(ty: &Type) -> &'static str {
    match ty {
        Type::Boolean => "boolean",
        Type::Scalar(ScalarKind::I8) => "i8",
        Type::Scalar(ScalarKind::I16) => "i16",
        Type::Scalar(ScalarKind::I32) => "i32",
        Type::Scalar(ScalarKind::I64) => "i64",
        Type::Scalar(ScalarKind::F32) => "f32",
        Type::Scalar(ScalarKind::F64) => "f64",
        Type::BigInteger => "big_integer",
        Type::BigDecimal => "big_decimal",
        Type::Blob | Type::ByteStream => "blob",
        Type::Timestamp(TimestampFormat::EpochSeconds) => "epoch_seconds",
        Type::Timestamp(TimestampFormat::DateTime) => "date_time",
        Type::Timestamp(TimestampFormat::HttpDate) => "http_date",
        Type::Document => "document",
        Type::Enum(_) => "string_as",
        Type::String | Type::Structure(_) | Type::Union(_) | Type::List { .. } | Type::Map { .. } => "string",
    }
}
