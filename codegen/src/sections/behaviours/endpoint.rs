//! What a call says of where it goes: a function from the input to the parameters.

use proc_macro2::TokenStream;
use quote::quote;

use super::Parts;
use crate::ir::endpoint::{Given, ParameterValue};
use crate::ir::{Operation, Type};
use crate::sections::queries;
use crate::words::{self, ident};

pub(super) fn render(operation: &Operation, given: &[(String, Given)]) -> Parts {
    let input = words::named(&operation.input.path);
    let setters = given.iter().map(|(set, given)| {
        let (set, value) = (ident(set), value(operation, given));
        quote!(.#set(#value))
    });
    let reads_input = given.iter().any(|(_, given)| !matches!(given, Given::Value(_)));
    let (argument, binding) = if reads_input {
        (quote!(input), quote!(let input = rt::op::input::<#input>(input)?;))
    } else {
        (quote!(_), TokenStream::new())
    };
    let allow = words::allow_deprecated(operation.touches_deprecated());
    let item = quote! {
        #allow
        fn endpoint_params(cfg: &crate::config::ConfigBag, #argument: &rt::op::Input) -> rt::endpoint::OfCall {
            #binding
            crate::config::endpoint::params(cfg) #(#setters)* .__of_call()
        }
    };
    Parts { items: vec![item], ..Parts::named(quote!(Endpoint(endpoint_params))) }
}

fn value(operation: &Operation, given: &Given) -> TokenStream {
    match given {
        Given::Value(ParameterValue::Flag(flag)) => quote!(Some(#flag)),
        Given::Value(ParameterValue::Text(text)) => quote!(Some(#text.to_owned())),
        Given::Value(ParameterValue::List(texts)) => quote!(Some(vec![#(#texts.to_owned()),*])),
        Given::Query { query, is_text } => {
            let value = queries::render(query);
            if *is_text {
                quote!(#value.map(str::to_owned))
            } else {
                value
            }
        }
        Given::Member { index, is_required } => {
            let member = operation.input.member(*index);
            let (field, name) = (ident(&member.field), &member.snake);
            let (is_enum, is_flag) = (matches!(member.ty, Type::Enum(_)), member.ty == Type::Boolean);
            match (is_enum, is_required) {
                (false, true) => quote!(rt::endpoint::required(input.#field.as_deref(), #name)?),
                (true, true) => {
                    quote!(rt::endpoint::required(input.#field.as_ref().map(|value| value.as_str()), #name)?)
                }
                (true, false) => quote!(input.#field.as_ref().map(|value| value.as_str().to_owned())),
                (false, false) if is_flag => quote!(input.#field),
                (false, false) => quote!(input.#field.clone()),
            }
        }
    }
}
