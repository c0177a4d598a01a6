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

    fn structure(&self, structure: &Structure) -> (Option<TokenStream>, Option<TokenStream>) {
        let write = structure.codec.write.then(|| writer::structure(structure));
        let read = structure.codec.read.then(|| reader::structure(structure));
        (write, read)
    }

    fn union(&self, union: &Union) -> (Option<TokenStream>, Option<TokenStream>) {
        let write = union.codec.write.then(|| writer::union(union));
        let read = union.codec.read.then(|| reader::union(union));
        (write, read)
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
            Type::Structure(_) => quote!(request.payload(#value, |v, w| w.put_shape(v))),
            // Only a structure has a value that stands for none of its members.
            ty => {
                let write = writer::element(ty);
                quote!(request.union_payload(#value, #write))
            }
        }
    }

    fn response_body(&self, structure: &Structure, response: &TokenStream) -> TokenStream {
        let key_loop = reader::key_loop(super::body_members(structure));
        let required = super::body_members(structure).find(|member| member.is_required);
        let reader = match required.filter(|_| structure.error.is_none()) {
            Some(member) => {
                let name = &member.model_name;
                quote!(#response.required_json(#name)?)
            }
            None => quote!(#response.json()),
        };
        quote! {
            let mut reader = #reader;
            let r = &mut reader;
            r.begin_document();
            #key_loop
        }
    }

    fn response_payload(&self, member: &Member, response: &TokenStream) -> TokenStream {
        let read = reader::element(&member.ty);
        let value = quote!(#response.payload(#read)?);
        reader::place(value, &member.ty, member.is_boxed)
    }

    fn default_value(&self, member: &Member) -> TokenStream {
        let is_recursive = matches!(&member.ty, Type::Structure(named) if named.is_recursive);
        if !is_recursive && !member.is_boxed {
            return quote!(rt::json::corrected);
        }
        let read = reader::element(&member.ty);
        let value = reader::place(quote!(rt::json::corrected_by(#read)), &member.ty, member.is_boxed);
        quote!(|| #value)
    }
}
