//! `write` functions, and the one line that each member takes in them.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::ir::{Member, ScalarKind, Structure, TimestampFormat, Type, Union, Variant};
use crate::sections::words::{self, ident};

pub(super) fn structure(structure: &Structure) -> TokenStream {
    let name = ident(&structure.name);
    let members = structure.members.iter().map(|member| self::member(member, &quote!(self)));
    quote! {
        impl rt::json::Write for #name {
            fn write(&self, w: &mut rt::json::Writer) {
                w.begin_object();
                #(#members)*
                w.end_object();
            }
        }
    }
}

pub(super) fn union(union: &Union) -> TokenStream {
    let arms = union.variants.iter().map(variant);
    let (name, ty) = (&union.name, ident(&union.name));
    quote! {
        impl rt::json::Write for #ty {
            fn write(&self, w: &mut rt::json::Writer) {
                w.begin_object();
                match self {
                    #(#arms)*
                    Self::Unknown(_) => w.fail_unknown_variant(#name),
                }
                w.end_object();
            }
        }
    }
}

fn variant(variant: &Variant) -> TokenStream {
    let (name, key) = (ident(&variant.name), key(&variant.wire));
    let Some(ty) = &variant.ty else {
        return quote!(Self::#name => w.empty_object(#key),);
    };
    let call = match ty {
        Type::Boolean | Type::Scalar(ScalarKind::I64 | ScalarKind::F32 | ScalarKind::F64) => {
            keyed(ty, &key, &quote!(Some(*v)))
        }
        Type::Scalar(_) => keyed(ty, &key, &quote!(Some(i64::from(*v)))),
        _ => keyed(ty, &key, &quote!(Some(v))),
    };
    quote!(Self::#name(v) => #call,)
}

/// One statement: the member, if it is set.
pub(super) fn member(member: &Member, owner: &TokenStream) -> TokenStream {
    let field = ident(&member.field);
    let place = quote!(#owner.#field);
    let key = key(&member.wire);
    let value = match (&member.ty, member.is_optional) {
        (Type::Boolean | Type::Scalar(ScalarKind::I64 | ScalarKind::F32 | ScalarKind::F64), true) => place,
        (Type::Boolean | Type::Scalar(ScalarKind::I64 | ScalarKind::F32 | ScalarKind::F64), false) => {
            quote!(Some(#place))
        }
        (Type::Scalar(_), true) => quote!(#place.map(i64::from)),
        (Type::Scalar(_), false) => quote!(Some(i64::from(#place))),
        (Type::String | Type::List { .. }, true) => quote!(#place.as_deref()),
        (_, true) if member.is_boxed => quote!(#place.as_deref()),
        (_, true) => quote!(#place.as_ref()),
        (_, false) => quote!(Some(&#place)),
    };
    let call = keyed(&member.ty, &key, &value);
    quote!(#call;)
}

/// The call that writes a key and its value.
fn keyed(ty: &Type, key: &Literal, value: &TokenStream) -> TokenStream {
    match ty {
        Type::List { element, is_sparse } => {
            let (call, element) =
                (if *is_sparse { ident("sparse_list") } else { ident("list") }, self::element(element));
            quote!(w.#call(#key, #value, #element))
        }
        Type::Map { value: element, is_sparse, .. } => {
            let (call, element) = (if *is_sparse { ident("sparse_map") } else { ident("map") }, self::element(element));
            quote!(w.#call(#key, #value, #element))
        }
        Type::Structure(_) | Type::Union(_) => {
            quote!(w.shape(#key, #value))
        }
        Type::Enum(_) => quote!(w.text(#key, #value)),
        _ => {
            let call = ident(scalar_word(ty));
            quote!(w.#call(#key, #value))
        }
    }
}

/// The function that writes an element of a list or a value of a map.
pub(super) fn element(ty: &Type) -> TokenStream {
    match ty {
        Type::Structure(_) | Type::Union(_) => quote!(|v, w| w.put_shape(v)),
        Type::List { element, is_sparse } => {
            let call = if *is_sparse { ident("put_sparse_list") } else { ident("put_list") };
            let element = self::element(element);
            quote!(|v, w| w.#call(v, #element))
        }
        Type::Map { value, is_sparse, .. } => {
            let call = if *is_sparse { ident("put_sparse_map") } else { ident("put_map") };
            let value = self::element(value);
            quote!(|v, w| w.#call(v, #value))
        }
        _ => {
            let call = ident(&format!("put_{}", scalar_word(ty)));
            let value = match ty {
                Type::Boolean | Type::Scalar(ScalarKind::I64 | ScalarKind::F32 | ScalarKind::F64) => quote!(*v),
                Type::Scalar(_) => quote!(i64::from(*v)),
                Type::Enum(_) => quote!(v.as_str()),
                _ => quote!(v),
            };
            quote!(|v, w| w.#call(#value))
        }
    }
}

/// The runtime's word for a value that has no parts.
fn scalar_word(ty: &Type) -> &'static str {
    match ty {
        Type::Boolean => "boolean",
        Type::Scalar(ScalarKind::F32) => "float",
        Type::Scalar(ScalarKind::F64) => "double",
        Type::Scalar(_) => "int",
        Type::BigInteger => "big_integer",
        Type::BigDecimal => "big_decimal",
        Type::Blob | Type::ByteStream => "blob",
        Type::Timestamp(TimestampFormat::EpochSeconds) => "epoch_seconds",
        Type::Timestamp(TimestampFormat::DateTime) => "date_time",
        Type::Timestamp(TimestampFormat::HttpDate) => "http_date",
        Type::Document => "document",
        Type::String | Type::Enum(_) => "string",
        Type::Structure(_) | Type::Union(_) | Type::List { .. } | Type::Map { .. } => "member",
    }
}

/// `,"name":` with the name escaped as JSON has it.
fn key(name: &str) -> Literal {
    let escaped = serde_json::Value::from(name).to_string();
    words::text(&format!(",{escaped}:"))
}
