//! The tests of streams of events that the model brings: a call is compared with
//! the messages that it sends, what a response has is read and compared.

use proc_macro2::TokenStream;
use quote::quote;

use super::{literals, request_checks};
use crate::ir::{
    EventAnswer, EventCall, EventMessage, EventResult, EventTest, EventValue, Field, Literal, Operation, SentEvent,
    SentMessage,
};
use crate::words::{self, ident};

pub(super) fn test(operation: &Operation, test: &EventTest) -> TokenStream {
    let docs = &test.docs;
    let function = ident(&test.function);
    let call = test.call.as_ref().map(|test| call(operation, test));
    let answer = test.answer.as_ref().map(|test| answer(operation, test));
    quote! {
        #docs
        #[test]
        fn #function() {
            #call
            #answer
        }
    }
}

fn call(operation: &Operation, call: &EventCall) -> TokenStream {
    let method = ident(&operation.method);
    let setters = call.params.iter().map(literals::setter);
    let endpoint =
        call.request.as_ref().map_or_else(|| "https://example.com".into(), |request| request.endpoint.clone());
    let request = call.request.as_ref().map(request_checks::render);
    let stream = operation.input.events().map(|stream| ident(&format!("set_{}", stream.snake)));
    let given = stream.iter().map(|_| given(&call.events));
    let checks = stream.iter().map(|_| {
        let messages = call.initial.iter().chain(call.events.iter().map(|event| &event.sent)).map(sent);
        quote! {
            let mut events = sent.events();
            #(#messages)*
            events.end();
        }
    });
    let stream = stream.iter();
    quote! {
        #(#given)*
        let sent = rt::protocol_test::sent(|http_client| {
            crate::protocol_tests::connect(http_client, #endpoint)
                .#method()
                #(#setters)*
                #(.#stream(Some(events)))*
                .send()
        });
        #request
        #(#checks)*
    }
}

/// The stream that a call gets.
fn given(events: &[SentEvent]) -> TokenStream {
    let values = events.iter().map(|event| match &event.value {
        EventValue::Event(value) => {
            let value = literals::value(value);
            quote!(Ok(#value))
        }
        EventValue::Error { error, variant, value } => {
            let (error, variant, value) = (words::named(error), ident(variant), literals::structure(value, quote!()));
            quote!(Err(#error::#variant(#value)))
        }
    });
    quote!(let events = rt::protocol_test::events(vec![#(#values),*]);)
}

/// The checks of one message.
fn sent(sent: &SentMessage) -> TokenStream {
    let headers = sent.message.headers.iter().map(|(name, value)| {
        let value = header(value);
        quote!(event.has_header(#name, #value);)
    });
    let forbidden = sent.forbidden_headers.iter().map(|name| quote!(event.has_no_header(#name);));
    let required = sent.required_headers.iter().map(|name| quote!(event.has_some_header(#name);));
    let body = sent.message.body.iter().map(|body| {
        let (body, media_type) = (body, &sent.message.media_type);
        quote!(event.has_body(#body, #media_type);)
    });
    quote! {
        let event = events.next();
        #(#headers)*
        #(#forbidden)*
        #(#required)*
        #(#body)*
    }
}

/// What a header is written from.
fn header(value: &Literal) -> TokenStream {
    if let Literal::String(text) = value {
        return quote!(#text);
    }
    let expression = literals::value(value);
    if value.is_copy() {
        expression
    } else {
        quote!(&#expression)
    }
}

fn answer(operation: &Operation, answer: &EventAnswer) -> TokenStream {
    let Some(stream) = operation.output.events() else { return quote!() };
    let field = ident(&stream.field);
    let status = proc_macro2::Literal::u16_unsuffixed(answer.status);
    let headers = answer.headers.iter().map(|(name, value)| quote!(.header(#name, #value)));
    let (body, media_type) = (&answer.body, &answer.media_type);
    let body = (!answer.body.is_empty()).then(|| quote!(.body(#body, #media_type)));
    let messages = answer.messages.iter().map(message);
    let (output, module) = (words::named(&operation.output.path), words::path(&operation.input.path.module));
    let error = ident(&format!("{}Error", operation.name));
    let expected = match &answer.expected {
        EventResult::Failure => quote!(rt::protocol_test::fails(result, |output| output.#field);),
        EventResult::OperationError(variant) => {
            let variant = ident(variant);
            quote!(assert!(matches!(result, Err(#module::#error::#variant(_))), "{result:?}");)
        }
        EventResult::Success { fields, events } => {
            let fields = fields.iter().map(|field| same_field(operation, field));
            let events = events.iter().map(|event| received(event.as_ref()));
            quote! {
                let output = result.expect("an output");
                #(#fields)*
                let mut events = rt::protocol_test::received(output.#field);
                #(#events)*
                assert!(events.next().is_none());
            }
        }
    };
    quote! {
        let result: Result<#output, #module::#error> = rt::protocol_test::Received::new(#status)
            #(#headers)*
            #body
            #(#messages)*
            .read(&#module::OPERATION);
        #expected
    }
}

fn message(message: &EventMessage) -> TokenStream {
    if let Some(bytes) = &message.bytes {
        return quote!(.event_bytes(#bytes));
    }
    let headers = message.headers.iter().map(|(name, value)| {
        let value = header(value);
        quote!(.header(#name, #value))
    });
    let (body, media_type) = (message.body.clone().unwrap_or_default(), &message.media_type);
    quote!(.event(rt::protocol_test::Event::new(#body, #media_type) #(#headers)*))
}

fn same_field(operation: &Operation, expected: &Field) -> TokenStream {
    let member = operation.output.members.iter().find(|member| member.field == expected.field);
    let (field, value) = (ident(&expected.field), literals::value(&expected.value));
    match member {
        Some(member) if member.presence.is_optional() => quote!(assert_eq!(output.#field, Some(#value));),
        _ => quote!(assert_eq!(output.#field, #value);),
    }
}

fn received(event: Option<&EventValue>) -> TokenStream {
    let next = quote!(events.next().expect("an event"));
    match event {
        Some(EventValue::Event(value)) => {
            let value = literals::value(value);
            quote!(assert_eq!(#next.expect("no error"), #value);)
        }
        Some(EventValue::Error { error, variant, value }) => {
            let (error, variant) = (words::named(error), ident(variant));
            let expected = literals::structure(value, quote!(.meta(actual.meta.clone())));
            quote! {
                let actual = match #next {
                    Err(#error::#variant(actual)) => actual,
                    other => panic!("{other:?}"),
                };
                let expected = #expected;
                assert_eq!(actual, expected);
            }
        }
        None => quote!(assert!(#next.expect("no error").is_unknown());),
    }
}
