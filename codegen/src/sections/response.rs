//! The functions that read a response: the output's, or an error's.

use proc_macro2::TokenStream;
use quote::quote;

use super::behaviours::Parts;
use super::built::{result, Missing};
use crate::codecs::{self, Codec};
use crate::ir::{
    Binding, Enclosure, ErrorVariant, HeaderForm, InText, Member, Operation, PayloadKind, RequestId, Structure,
    TextKind,
};
use crate::rt;
use crate::text::Text;
use crate::words::{self, ident};

/// The operation's static, its deserializer, and how output and error are read.
pub(super) fn operation(
    operation: &Operation,
    behaviours: &[Parts],
    codec: &Codec,
    request_ids: &[RequestId],
) -> Vec<TokenStream> {
    let read = message(&operation.output, codec, &operation.response.enclosure, request_ids);
    let allow_output = words::allow_deprecated(operation.output.touches_deprecated());
    let error = ident(&format!("{}Error", operation.name));
    let arms = operation.errors.iter().filter_map(|ErrorVariant { variant, code, .. }| {
        let (variant, code) = (ident(variant), code.as_ref()?);
        Some(quote!(#code => error.modeled(Self::#variant),))
    });
    let allow_error = words::allow_deprecated(operation.errors.iter().any(ErrorVariant::is_deprecated));
    // `match` on nothing but `_` reads badly: an operation without errors has none.
    let body = if operation.errors.is_empty() {
        quote!(Self::generic(error.into_metadata()))
    } else {
        quote! {
            match error.code() {
                #(#arms)*
                _ => Self::generic(error.into_metadata()),
            }
        }
    };
    let envelope = codec.errors();
    let query = operation.response.is_query_compatible.then(|| quote!(.query_compatible()));
    let errors = operation.response.has_errors_in_success.then(|| quote!(.errors_in_success()));
    let mut items = vec![definition(operation, behaviours)];
    items.extend(behaviours.iter().flat_map(|parts| parts.items.iter().cloned()));
    items.extend([
        quote! {
            fn deserialize(resp: &rt::http::Response<'_>) -> rt::op::OutputOrError {
                resp #query #errors .read(#envelope, read_output, #error::read)
            }
        },
        quote! {
            #allow_output
            #read
        },
        quote! {
            #allow_error
            impl #error {
                fn read(error: rt::http::ErrorResponse<'_>) -> Self {
                    #body
                }
            }
        },
    ]);
    items
}

/// `static OPERATION`.
fn definition(operation: &Operation, behaviours: &[Parts]) -> TokenStream {
    let name = &operation.wire_name;
    let error = ident(&format!("{}Error", operation.name));
    let new = match operation.input.has_stream() {
        true => quote!(rt::op::Operation::streaming),
        false => quote!(rt::op::Operation::new),
    };
    let streaming = operation.output.has_stream().then(|| quote!(.streaming_output()));
    let on_operation = behaviours.iter().map(|parts| &parts.on_operation);
    quote! {
        pub(crate) static OPERATION: rt::op::Operation = #new(#name, serialize, deserialize)
            #streaming
            #(#on_operation)*
            .errors(rt::op::ErrorType::of::<#error>());
    }
}

/// `fn read_output`, or `read_response` of an error.
pub(super) fn message(
    structure: &Structure,
    codec: &Codec,
    enclosure: &Enclosure,
    request_ids: &[RequestId],
) -> TokenStream {
    let is_error = structure.error.is_some();
    let (response, argument) = if is_error {
        (quote!(error), quote!(error: &rt::http::ErrorResponse<'_>))
    } else {
        (quote!(resp), quote!(resp: &rt::http::Response<'_>))
    };
    let builder = words::builder(&structure.path);
    // Beside events, the members of a document come later.
    let has_document = codecs::body_members(structure).next().is_some();
    let has_body = has_document && structure.events().is_none();
    let hidden = if is_error {
        vec![(ident("meta"), error_meta(structure))]
    } else {
        let read = |id: &RequestId| {
            let method = ident(id.method());
            (ident(id.field()), quote!(resp.#method()))
        };
        request_ids.iter().map(read).collect()
    };
    let bound: Vec<(proc_macro2::Ident, TokenStream)> = structure
        .members
        .iter()
        .filter_map(|member| Some((ident(&member.field), bound(member, codec, &response, is_error)?)))
        .chain(hidden)
        .collect();
    let (fields, values): (Vec<_>, Vec<_>) = bound.into_iter().unzip();
    let message = message_under_another_name(structure);
    let is_changed = message.is_some().then(|| quote!(mut));
    let read = if has_body {
        let body = codec.response_body(structure, &response, enclosure);
        quote!(let mut b = #builder::default(); #body #(b.#fields = #values;)*)
    } else {
        let rest = has_document.then(|| quote!(..Default::default()));
        quote!(let #is_changed b = #builder { #(#fields: #values,)* #rest };)
    };
    // Of a stream this is its begin: an answer that lacks what is required in it is
    // none, as the official tests have it.
    let is_begin_of_stream = structure.events().is_some() && !has_document;
    let result = result(structure, has_body, if is_begin_of_stream { Missing::Fails } else { Missing::IsCorrected });
    let (name, returns) = if is_error {
        (ident("read_response"), quote!(Self))
    } else {
        (ident("read_output"), words::named(&structure.path))
    };
    quote! {
        fn #name(#argument) -> rt::Built<#returns> {
            #read
            #message
            #result
        }
    }
}

/// What an error keeps of its response beside its members.
pub(super) fn error_meta(structure: &Structure) -> TokenStream {
    if structure.error.as_ref().is_some_and(|facts| facts.has_secret_message) {
        quote!(Some(error.metadata_without_message()))
    } else {
        quote!(Some(error.metadata()))
    }
}

/// What the service says under another name than the model has. Where that is a secret,
/// it is only for a member that is one.
pub(super) fn message_under_another_name(structure: &Structure) -> Option<TokenStream> {
    let facts = structure.error.as_ref()?;
    let member = structure.member(facts.message?);
    let field = ident(&member.field);
    let may_have_it = !facts.has_secret_message || structure.is_sensitive || member.is_sensitive;
    may_have_it.then(|| quote!(b.#field = b.#field.or_else(|| error.message());))
}

/// The value of a member that is bound outside the document.
fn bound(member: &Member, codec: &Codec, response: &TokenStream, is_error: bool) -> Option<TokenStream> {
    Some(match &member.binding {
        Binding::Events => quote!(#response.events()),
        Binding::Payload { .. } => payload(member, codec, response, is_error),
        Binding::StatusCode => quote!(Some(#response.status())),
        Binding::PrefixHeaders(prefix) => quote!(#response.prefix_headers(#prefix)?),
        Binding::Header { name, form } => header(member, name, *form, response),
        Binding::Body | Binding::Label | Binding::Query(_) | Binding::QueryParams => return None,
    })
}

fn payload(member: &Member, codec: &Codec, response: &TokenStream, is_error: bool) -> TokenStream {
    match member.ty.payload_kind() {
        PayloadKind::Blob => quote!(#response.payload_blob()),
        PayloadKind::ByteStream => quote!(#response.payload_stream()),
        PayloadKind::String => quote!(#response.payload_text()?),
        PayloadKind::Enum => quote!(#response.payload_as()?),
        // What an error lacks is not a reason to lose it.
        PayloadKind::Document => codec.response_payload(member, response, member.presence.is_required() && !is_error),
    }
}

fn header(member: &Member, name: &Text, form: HeaderForm, response: &TokenStream) -> TokenStream {
    match member.ty.in_text() {
        InText::One(kind) => match kind {
            TextKind::String => match form {
                HeaderForm::Typed => quote!(#response.header_string(#name)?),
                HeaderForm::MediaType => quote!(#response.header_media_type(#name)?),
                HeaderForm::Lenient => quote!(#response.header(#name).map(str::to_owned)),
            },
            TextKind::Enum(_) => quote!(#response.header_as(#name)?),
            TextKind::Timestamp(format) => {
                let format = rt::timestamp_format(format);
                match form {
                    HeaderForm::Typed | HeaderForm::MediaType => quote!(#response.header_timestamp(#name, #format)?),
                    HeaderForm::Lenient => quote!(#response.header_if_timestamp(#name, #format)),
                }
            }
            TextKind::BigNumber => quote!(#response.header_big_number(#name)?),
            TextKind::Made(_) | TextKind::None => quote!(#response.header_parse(#name)?),
        },
        InText::Each(kind) => match kind {
            TextKind::String => quote!(#response.header_list(#name)?),
            TextKind::Enum(_) => quote!(#response.header_list_as(#name)?),
            TextKind::Timestamp(format) => {
                let format = rt::timestamp_format(format);
                quote!(#response.header_timestamp_list(#name, #format)?)
            }
            TextKind::BigNumber => quote!(#response.header_list_big_number(#name)?),
            TextKind::Made(_) | TextKind::None => quote!(#response.header_list_parse(#name)?),
        },
    }
}
