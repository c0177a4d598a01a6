//! The function that writes a request: what is required, the URI, headers, body.

use proc_macro2::TokenStream;
use quote::quote;

use super::behaviours::Parts;
use super::query_parameter::query_parameter;
use super::text_value::{list, text_list, text_value};
use crate::codecs::Codec;
use crate::ir::{
    Binding, Body, HeaderForm, InText, LabelText, Member, Operation, PathPart, PayloadKind, Presence, Structure,
    TextFunction, TextKind, Type,
};
use crate::rt;
use crate::words::{self, ident};

/// `fn serialize`.
pub(super) fn render(operation: &Operation, behaviours: &[Parts], codec: &Codec) -> TokenStream {
    let input_type = words::named(&operation.input.path);
    let members = &operation.input.members;
    let required = required(operation);
    let method = &operation.request.method;
    let path = operation.request.path.iter().map(|part| path_part(part, &operation.input));
    let literals = operation.request.query_literals.iter().map(|literal| quote!(req.query_literal(#literal);));
    let queries = members.iter().filter_map(query_parameter);
    let fixed = operation.request.headers.iter().map(|(name, value)| quote!(req.header(#name, Some(#value));));
    let headers = members.iter().filter_map(header);
    // A query map comes after the queries that have a name: it never replaces one.
    let maps = members.iter().filter_map(map);
    let body = body(operation, codec);
    let before_request = behaviours.iter().map(|parts| &parts.before_request);
    let before_body = behaviours.iter().map(|parts| &parts.before_body);
    let last_before_body = behaviours.iter().map(|parts| &parts.last_before_body);
    let uses_cfg =
        !required.is_empty() || behaviours.iter().any(|parts| parts.uses_config) || operation.input.events().is_some();
    let cfg = if uses_cfg { quote!(cfg) } else { quote!(_) };
    let touches_input = operation.input.members.iter().any(|member| !matches!(member.binding, Binding::StatusCode));
    // A stream can only be moved out of the input.
    let (input_argument, take) = if operation.input.has_stream() {
        (quote!(input: rt::op::Input), quote!(take_input))
    } else if touches_input {
        (quote!(input: &rt::op::Input), quote!(input))
    } else {
        (quote!(_: &rt::op::Input), quote!(input))
    };
    let input = touches_input.then(|| quote!(let input = rt::op::#take::<#input_type>(input)?;));
    let allow = words::allow_deprecated(operation.input.touches_deprecated());
    quote! {
        #allow
        fn serialize(#input_argument, #cfg: &mut rt::op::ConfigBag) -> rt::op::Serialized {
            #input
            #required
            #(#before_request)*
            let mut req = rt::http::Request::new(#method);
            #(#path)*
            #(#literals)*
            #(#queries)*
            #(#fixed)*
            #(#headers)*
            #(#maps)*
            #(#before_body)*
            #(#last_before_body)*
            #body
        }
    }
}

/// Every member that has to be set, in one error.
fn required(operation: &Operation) -> TokenStream {
    let lines: Vec<TokenStream> = operation
        .input
        .members
        .iter()
        .filter(|member| matches!(member.presence, Presence::InputRequired(_)))
        .map(|member| {
            let (name, field) = (&member.model_name, ident(&member.field));
            if operation.is_presigned_without_its_body() && matches!(member.binding, Binding::Payload { .. }) {
                quote!(missing.payload(#name, input.#field.is_none(), cfg);)
            } else if member.ty.is_text() && matches!(member.binding, Binding::Query(_)) {
                let (snake, value) = (&member.snake, text_value(member));
                quote!(missing.query(#name, #snake, #value);)
            } else if member.ty.is_text() && is_label(operation, member) {
                let value = text_value(member);
                quote!(missing.label(#name, #value);)
            } else {
                quote!(missing.member(#name, input.#field.is_none());)
            }
        })
        .collect();
    if lines.is_empty() {
        return quote!();
    }
    let name = &operation.wire_name;
    quote! {
        let mut missing = rt::op::Missing::new(#name, cfg);
        #(#lines)*
        missing.finish()?;
    }
}

/// Whether the member is part of the path or of the host, where empty text is as bad as none.
fn is_label(operation: &Operation, member: &Member) -> bool {
    let name = |part: &PathPart| match part {
        PathPart::Literal(_) => None,
        PathPart::Label { member, .. } => Some(&operation.input.member(*member).model_name),
    };
    member.binding == Binding::Label
        || operation.host_prefix().iter().filter_map(name).any(|name| *name == member.model_name)
}

fn path_part(part: &PathPart, input: &Structure) -> TokenStream {
    match part {
        PathPart::Literal(text) => quote!(req.path(#text);),
        PathPart::Label { member, is_greedy, text } => {
            let member = input.member(*member);
            let name = &member.snake;
            let value = text_value(member);
            // A label takes text by reference: what was made for it lives until the call ends.
            let value = match member.ty.text_kind() {
                TextKind::Timestamp(format) => {
                    let (field, format) = (ident(&member.field), rt::timestamp_format(format));
                    return quote!(req.label_timestamp(#name, input.#field.as_ref(), #format););
                }
                TextKind::String | TextKind::Enum(_) | TextKind::BigNumber => value,
                TextKind::Made(TextFunction::Boolean) | TextKind::None => value,
                TextKind::Made(
                    TextFunction::Integer | TextFunction::Float | TextFunction::Double | TextFunction::Blob,
                ) => quote!(#value.as_deref()),
            };
            let value = match text {
                LabelText::Whole => value,
                LabelText::WithoutCollection(names) => quote!(rt::text::without_collection(#value, &[#(#names),*])),
                LabelText::Or(text) => quote!(rt::text::or(#value, #text)),
            };
            if *is_greedy {
                quote!(req.greedy_label(#name, #value);)
            } else {
                quote!(req.label(#name, #value);)
            }
        }
    }
}

fn header(member: &Member) -> Option<TokenStream> {
    let Binding::Header { name, form } = &member.binding else { return None };
    let field = ident(&member.field);
    Some(match member.ty.in_text() {
        InText::One(TextKind::Timestamp(format)) => {
            let format = rt::timestamp_format(format);
            quote!(req.header_timestamp(#name, input.#field.as_ref(), #format);)
        }
        InText::Each(TextKind::Timestamp(format)) => {
            let (list, format) = (list(member), rt::timestamp_format(format));
            quote!(req.header_timestamp_list(#name, #list, #format);)
        }
        InText::Each(element) => {
            let list = text_list(member, element);
            quote!(req.header_list(#name, #list);)
        }
        InText::One(TextKind::String) if *form == HeaderForm::MediaType => {
            quote!(req.header(#name, input.#field.as_deref().map(rt::text::media_type));)
        }
        InText::One(_) => {
            let value = text_value(member);
            quote!(req.header(#name, #value);)
        }
    })
}

fn map(member: &Member) -> Option<TokenStream> {
    let field = ident(&member.field);
    match (&member.binding, &member.ty) {
        (Binding::PrefixHeaders(prefix), _) => Some(quote!(req.prefix_headers(#prefix, input.#field.as_ref());)),
        (Binding::QueryParams, Type::Map { value, .. }) if matches!(**value, Type::List { .. }) => {
            Some(quote!(req.query_params_list(input.#field.as_ref());))
        }
        (Binding::QueryParams, _) => Some(quote!(req.query_params(input.#field.as_ref());)),
        _ => None,
    }
}

fn body(operation: &Operation, codec: &Codec) -> TokenStream {
    let input = &operation.input;
    let (member, content_type, requires_length) = match &operation.request.body {
        Body::Empty => return quote!(req.empty()),
        Body::Members => return codec.request_body(input, &operation.request.root, &quote!(body)),
        Body::NoMembers => return codec.request_body(input, &operation.request.root, &quote!(bare_body)),
        Body::Payload { member, content_type, requires_length } => {
            (input.member(*member), content_type, requires_length)
        }
        Body::Events { member, has_initial } => {
            return events(operation, codec, input.member(*member), *has_initial);
        }
    };
    let field = ident(&member.field);
    match member.ty.payload_kind() {
        PayloadKind::Blob => quote!(req.blob(input.#field.clone(), #content_type)),
        PayloadKind::ByteStream if *requires_length => {
            let name = &operation.wire_name;
            quote!(req.sized_stream(#name, input.#field, #content_type))
        }
        PayloadKind::ByteStream => quote!(req.stream(input.#field, #content_type)),
        PayloadKind::String | PayloadKind::Enum => {
            let value = text_value(member);
            quote!(req.text(#value, #content_type))
        }
        PayloadKind::Document => codec.request_payload(member),
    }
}

/// The body of a request that sends events.
fn events(operation: &Operation, codec: &Codec, member: &Member, has_initial: bool) -> TokenStream {
    if has_initial {
        return codec.request_events(&operation.input, &operation.request.root, member);
    }
    let field = ident(&member.field);
    quote!(req.events(input.#field, cfg))
}
