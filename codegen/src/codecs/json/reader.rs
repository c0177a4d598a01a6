//! `read` functions, and the one arm that each member takes in them.

use proc_macro2::TokenStream;
use quote::quote;

use crate::codecs::{local_name, Codec};
use crate::ir::{Member, ScalarKind, Structure, TimestampFormat, Type, Union};
use crate::sections::fields;
use crate::sections::words::{self, ident};

pub(super) fn structure(structure: &Structure) -> TokenStream {
    if structure.path.is_recursive {
        return recursive(structure);
    }
    let locals = structure.members.iter().map(local);
    let arms = structure.members.iter().map(arm);
    let values = structure.members.iter().map(value);
    let key_loop = key_loop(structure, &quote!(match &*key { #(#arms)* _ => r.skip(), }));
    quote! {
        pub(crate) fn read(r: &mut rt::json::Reader<'_>) -> Option<Self> {
            r.begin_object()?;
            #(#locals)*
            #key_loop
            Some(Self { #(#values,)* })
        }
    }
}

/// A structure without members has nothing to match.
fn key_loop(structure: &Structure, body: &TokenStream) -> TokenStream {
    if structure.members.is_empty() {
        quote!(while r.key().is_some() { r.skip(); })
    } else {
        quote!(while let Some(key) = r.key() { #body })
    }
}

/// A shape whose values nest reads its members through functions of their own
/// into a builder on the heap: the frame that recurses stays small, so that the
/// deepest body allowed fits a small stack in a debug build too.
fn recursive(structure: &Structure) -> TokenStream {
    let builder = words::builder(&structure.path);
    let arms = structure.members.iter().map(|member| {
        let (wire, field) = (&member.wire, ident(&member.field));
        match &member.ty {
            Type::Structure(named) | Type::Union(named) if named.is_recursive && !member.is_boxed => {
                let ty = words::named(named);
                quote!(#wire => |b, r| r.unbox(&mut b.#field, #ty::read),)
            }
            ty => {
                let call = call(ty);
                quote!(#wire => |b, r| b.#field = #call,)
            }
        }
    });
    let values = structure.members.iter().map(|member| {
        let field = ident(&member.field);
        let value = fields::corrected(&quote!(b.#field), member, |ty| super::Json.default_value(ty));
        quote!(#field: #value)
    });
    quote! {
        pub(crate) fn read(r: &mut rt::json::Reader<'_>) -> Option<Box<Self>> {
            r.begin_object()?;
            let mut partial = Box::<#builder>::default();
            while let Some(key) = r.key() {
                let read: fn(&mut #builder, &mut rt::json::Reader<'_>) = match &*key {
                    #(#arms)*
                    _ => |_, r| r.skip(),
                };
                read(&mut partial, r);
            }
            Some(Self::from_partial(partial))
        }
        #[inline(never)]
        fn from_partial(b: Box<#builder>) -> Box<Self> {
            Box::new(Self { #(#values,)* })
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
    let name = &union.name;
    quote! {
        pub(crate) fn read(r: &mut rt::json::Reader<'_>) -> Option<Self> {
            r.union(#name, |tag, r| match tag {
                #(#arms)*
                _ => r.unknown_member(tag).map(Self::Unknown),
            })
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
    let name = &union.name;
    quote! {
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

/// `let mut x = None;`
pub(super) fn local(member: &Member) -> TokenStream {
    let name = ident(&local_name(member));
    quote!(let mut #name = None;)
}

/// `"name" => x = r.string(),`
pub(super) fn arm(member: &Member) -> TokenStream {
    let (wire, name) = (&member.wire, ident(&local_name(member)));
    let value = place(call(&member.ty), &member.ty, member.is_boxed);
    quote!(#wire => #name = #value,)
}

/// `x: x.unwrap_or_default()`, or `x` where nothing is left to do.
fn value(member: &Member) -> TokenStream {
    let (field, local) = (ident(&member.field), ident(&local_name(member)));
    let value = fields::corrected(&quote!(#local), member, |ty| super::Json.default_value(ty));
    if value.to_string() == field.to_string() {
        quote!(#field)
    } else {
        quote!(#field: #value)
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
        Type::Structure(named) | Type::Union(named) => {
            let ty = words::named(named);
            quote!(#ty::read(r))
        }
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
        Type::Structure(named) | Type::Union(named) => {
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
