//! `protocol_tests.rs` and a file an operation below it: the tests that the model
//! brings, each as a `#[test]`. A call is compared with the request that it has
//! to become, a response is read and compared with the value that it has to be.

use proc_macro2::TokenStream;
use quote::quote;

use super::{event_tests, literals, request_checks};
use crate::ir::{AuthScheme, Behaviour, Binding, Client, Operation, Owner, RequestTest, ResponseTest, Type};
use crate::output::{File, Home};
use crate::text;
use crate::words::{self, ident};

/// The operations that have tests.
pub(super) fn tested(client: &Client) -> impl Iterator<Item = &Operation> {
    client.operations.iter().filter(|operation| operation.tests.count() > 0)
}

/// `protocol_tests.rs`.
pub(super) fn list(client: &Client) -> File {
    let modules = tested(client).map(|operation| {
        let module = ident(&operation.module);
        quote!(mod #module;)
    });
    let mut behaviours = client.operations.iter().flat_map(|operation| &operation.behaviours);
    let has_tokens = behaviours.any(|behaviour| matches!(behaviour, Behaviour::Idempotency(_)));
    let token = has_tokens
        .then(|| quote!(let config = config.idempotency_token_provider(rt::protocol_test::IDEMPOTENCY_TOKEN);));
    let has_calls = |operation: &Operation| {
        !operation.tests.requests.is_empty() || operation.tests.events.iter().any(|test| test.call.is_some())
    };
    let has_requests = client.operations.iter().any(has_calls);
    let identities: Vec<TokenStream> = client.auth_schemes().into_iter().filter_map(identity).collect();
    let owner = client.service.owner;
    let version = (owner == Owner::Aws).then(|| quote!(.behavior_version(crate::config::BehaviorVersion::latest())));
    let region = (owner != Owner::Own).then(|| quote!(.region(crate::config::Region::new("us-east-1"))));
    let connect = has_requests.then(|| {
        quote! {
            #[doc = " A client that keeps its requests instead of sending them."]
            fn connect(http_client: rt::protocol_test::Capture, endpoint: &str) -> crate::Client {
                let config = crate::Config::builder()
                    #version
                    #region
                    #(#identities)*
                    .retry_config(crate::config::retry::RetryConfig::disabled())
                    .check_required_input(false)
                    .endpoint_url(endpoint)
                    .http_client(http_client);
                #token
                crate::Client::from_conf(config.build())
            }
        }
    });
    File {
        docs: text::doc("The tests of requests and responses in the model.", &[]),
        attributes: &[],
        items: modules.chain(connect).collect(),
        home: Home { module: vec!["crate".to_owned(), "protocol_tests".to_owned()], locals: Vec::new() },
    }
}

/// Somebody who calls, for each scheme.
pub(super) fn identity(scheme: &AuthScheme) -> Option<TokenStream> {
    match scheme {
        AuthScheme::SigV4 => Some(quote!(.credentials_provider(rt::protocol_test::credentials()))),
        AuthScheme::Bearer => Some(quote!(.bearer_token("token".into()))),
        AuthScheme::ApiKey(_) => Some(quote!(.api_key("key".into()))),
        AuthScheme::Basic => Some(quote!(.basic_auth_login(crate::config::Login::new("user", "password", None)))),
        AuthScheme::SigV4a | AuthScheme::None => None,
    }
}

/// The tests of an operation.
pub(super) fn operation(operation: &Operation) -> File {
    let requests = operation.tests.requests.iter().map(|test| request(operation, test));
    let responses = operation.tests.responses.iter().map(|test| response(operation, test));
    let events = operation.tests.events.iter().map(|test| event_tests::test(operation, test));
    File {
        docs: text::doc("Tests of the operation `{}`.", &[&text::name(&operation.wire_name)]),
        // Tests use what is deprecated as much as anything else.
        attributes: &["allow(deprecated)"],
        items: requests.chain(responses).chain(events).collect(),
        home: Home::default(),
    }
}

fn request(operation: &Operation, test: &RequestTest) -> TokenStream {
    let docs = &test.docs;
    let (function, method) = (ident(&test.function), ident(&operation.method));
    let setters = test.params.iter().map(literals::setter);
    let endpoint = &test.endpoint;
    let checks = request_checks::render(test);
    quote! {
        #docs
        #[test]
        fn #function() {
            let sent = rt::protocol_test::sent(|http_client| {
                crate::protocol_tests::connect(http_client, #endpoint)
                    .#method()
                    #(#setters)*
                    .send()
            });
            #checks
        }
    }
}

fn response(operation: &Operation, test: &ResponseTest) -> TokenStream {
    let docs = &test.docs;
    let function = ident(&test.function);
    let status = proc_macro2::Literal::u16_unsuffixed(test.status);
    let headers = test.headers.iter().map(|(name, value)| quote!(.header(#name, #value)));
    let (body, media_type) = (&test.body, &test.media_type);
    let has_body = !test.body.is_empty();
    let body = has_body.then(|| quote!(.body(#body, #media_type)));
    let static_operation = {
        let module = words::path(&operation.input.path.module);
        quote!(#module::OPERATION)
    };
    let (output, module) = (words::named(&operation.output.path), words::path(&operation.input.path.module));
    let error = ident(&format!("{}Error", operation.name));
    let read = quote! {
        let result: Result<#output, #module::#error> = rt::protocol_test::Received::new(#status)
            #(#headers)*
            #body
            .read(&#static_operation);
    };
    let compare = match &test.error {
        Some(error_test) => {
            let variant = ident(&error_test.variant);
            // What the model does not have, the test says nothing of.
            let message = (!error_test.has_message).then(|| quote!(.set_message(actual.message.clone())));
            let expected = literals::structure(&test.expected, quote!(#message .meta(actual.meta.clone())));
            let same = same(test);
            quote! {
                let actual = match result {
                    Err(#module::#error::#variant(actual)) => actual,
                    other => panic!("{other:?}"),
                };
                let expected = #expected;
                #same
            }
        }
        None => {
            let expected = literals::structure(&test.expected, quote!());
            let compare = members(operation, test);
            if compare.is_empty() {
                quote!(result.expect("an output");)
            } else {
                quote! {
                    let actual = result.expect("an output");
                    let expected = #expected;
                    #compare
                }
            }
        }
    };
    quote! {
        #docs
        #[test]
        fn #function() {
            #read
            #compare
        }
    }
}

/// Compares a modelled error, whose metadata the expected one has taken over.
fn same(test: &ResponseTest) -> TokenStream {
    equal(test, &quote!(actual), &quote!(expected))
}

/// Compares an output member by member: request ids are not members, and a stream can
/// be read once only.
fn members(operation: &Operation, test: &ResponseTest) -> TokenStream {
    let compared = operation.output.members.iter().filter(|member| member.binding != Binding::Events);
    let lines = compared.map(|member| {
        let field = ident(&member.field);
        if let Type::ByteStream = member.ty {
            quote!(rt::protocol_test::assert_same_bytes(actual.#field, expected.#field);)
        } else {
            equal(test, &quote!(actual.#field), &quote!(expected.#field))
        }
    });
    quote!(#(#lines)*)
}

/// NaN is equal to nothing, but its text is.
fn equal(test: &ResponseTest, actual: &TokenStream, expected: &TokenStream) -> TokenStream {
    if test.has_nan {
        quote!(assert_eq!(format!("{:?}", #actual), format!("{:?}", #expected));)
    } else {
        quote!(assert_eq!(#actual, #expected);)
    }
}
