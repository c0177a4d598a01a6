//! JSON: calls of `runtime::json`. Writers take `,"name":` literals ready made;
//! readers loop over borrowed keys. Both remember the first error themselves, so
//! no line here has a `?` for one.

mod reader;
mod writer;

use proc_macro2::TokenStream;
use quote::quote;

use super::Codec;
use crate::ir::{Member, Structure, Type, Union};
use crate::sections::words;

pub(super) struct Json;

impl Codec for Json {
    fn name(&self) -> &'static str {
        "json"
    }

    fn structure(&self, structure: &Structure) -> TokenStream {
        let write = structure.codec.write.then(|| writer::structure(structure));
        let read = structure.codec.read.then(|| reader::structure(structure));
        quote!(#write #read)
    }

    fn union(&self, union: &Union) -> TokenStream {
        let write = union.codec.write.then(|| writer::union(union));
        let read = union.codec.read.then(|| reader::union(union));
        quote!(#write #read)
    }

    fn request_body(&self, input: &Structure) -> TokenStream {
        let members = super::body_members(input).map(|member| writer::member(member, &quote!(input)));
        quote! {
            let mut w = rt::json::Writer::new();
            w.begin_object();
            #(#members)*
            w.end_object();
            request.json(w)
        }
    }

    fn request_payload(&self, member: &Member) -> TokenStream {
        let field = words::ident(&member.field);
        let value = if member.is_boxed { quote!(input.#field.as_deref()) } else { quote!(input.#field.as_ref()) };
        match &member.ty {
            Type::Document => quote!(request.document(input.#field.as_ref())),
            Type::Union(named) => {
                let ty = words::named(named);
                quote!(request.union_payload(#value, #ty::write))
            }
            ty => {
                let write = writer::element(ty);
                quote!(request.payload(#value, #write))
            }
        }
    }

    fn response_body(&self, structure: &Structure, response: &TokenStream) -> TokenStream {
        let locals = super::body_members(structure).map(reader::local);
        let arms = super::body_members(structure).map(reader::arm);
        quote! {
            let mut reader = #response.json();
            let r = &mut reader;
            #(#locals)*
            r.begin_object();
            while let Some(key) = r.key() {
                match &*key {
                    #(#arms)*
                    _ => r.skip(),
                }
            }
        }
    }

    fn response_payload(&self, member: &Member, response: &TokenStream) -> TokenStream {
        let read = reader::element(&member.ty);
        let value = quote!(#response.payload(#read)?);
        reader::place(value, &member.ty, member.is_boxed)
    }

    fn default_value(&self, ty: &Type) -> TokenStream {
        let read = reader::element(ty);
        reader::place(quote!(rt::json::corrected(#read)), ty, false)
    }
}
