//! `config/endpoint/tests.rs`: the endpoint tests of a model. The cases of the rules are a list
//! that one function of the runtime goes through; a call is a test of its own.

use proc_macro2::TokenStream;
use quote::quote;

use super::literals;
use crate::ir::endpoint::ParameterValue;
use crate::ir::endpoint_test::{CallSetting, EndpointCall, EndpointTest, ExpectedEndpoint};
use crate::ir::{AuthScheme, Client};
use crate::output::{File, Home};
use crate::text;
use crate::words::ident;

pub(super) fn render(client: &Client) -> File {
    let tests = &client.service.endpoint_tests;
    let cases = tests.iter().map(|test| {
        let (name, expected) = (&test.name, expected(&test.expected));
        let setters = test.params.iter().map(|(set, value)| {
            let (set, value) = (ident(set), value_of(value));
            quote!(.#set(Some(#value)))
        });
        quote!((#name, Params::builder() #(#setters)*, #expected))
    });
    let mut items = vec![
        quote!(
            use super::*;
        ),
        quote! {
            #[test]
            fn endpoint_rules() {
                rt::protocol_test::endpoints(
                    |params: ParamsBuilder| DefaultResolver::new().resolver.endpoint(&params.__unchecked()?),
                    [#(#cases),*],
                );
            }
        },
    ];
    items.extend(tests.iter().flat_map(|test| test.calls.iter().map(|it| call(client, test, it))));
    if tests.iter().any(|test| !test.calls.is_empty()) {
        items.push(config());
    }
    let is_given = |setting: &CallSetting| matches!(setting, CallSetting::Parameter(..));
    if tests.iter().flat_map(|test| &test.calls).any(|call| call.settings.iter().any(is_given)) {
        items.extend(given());
    }
    let home = Home::module("crate::config::endpoint::tests");
    File { docs: text::doc("The endpoint tests in the model.", &[]), attributes: &["allow(deprecated)"], items, home }
}

fn expected(expected: &ExpectedEndpoint) -> TokenStream {
    match expected {
        ExpectedEndpoint::Error(message) => quote!(rt::protocol_test::Expected::error(#message)),
        ExpectedEndpoint::Endpoint { url, headers, properties } => {
            let headers = headers.iter().map(|(name, values)| quote!(.header(#name, &[#(#values),*])));
            let properties = properties.as_ref().map(|properties| quote!(.properties(#properties)));
            quote!(rt::protocol_test::Expected::endpoint(#url) #(#headers)* #properties)
        }
    }
}

fn value_of(value: &ParameterValue) -> TokenStream {
    match value {
        ParameterValue::Flag(flag) => quote!(#flag),
        ParameterValue::Text(text) => quote!(#text.to_owned()),
        ParameterValue::List(texts) => quote!(vec![#(#texts.to_owned()),*]),
    }
}

/// What every call of a test is made with.
fn config() -> TokenStream {
    quote! {
        fn config(http_client: rt::protocol_test::Capture) -> crate::config::Builder {
            crate::config::Config::builder()
                .behavior_version(crate::config::BehaviorVersion::latest())
                .retry_config(crate::config::retry::RetryConfig::disabled())
                .check_required_input(false)
                .http_client(http_client)
        }
    }
}

/// Parameters that no setting of a client gives.
fn given() -> Vec<TokenStream> {
    vec![
        quote! {
            #[derive(Debug)]
            struct Given(fn(&mut Params));
        },
        quote! {
            impl ResolveEndpoint for Given {
                fn resolve_endpoint<'a>(&'a self, params: &'a Params) -> EndpointFuture<'a> {
                    let mut params = params.clone();
                    (self.0)(&mut params);
                    DefaultResolver::new().resolver.resolve(&params)
                }
            }
        },
    ]
}

fn call(client: &Client, test: &EndpointTest, call: &EndpointCall) -> TokenStream {
    let (function, method) = (ident(&call.function), ident(&call.method));
    let settings = call.settings.iter().map(|setting| match setting {
        CallSetting::Region(region) => quote!(.region(crate::config::Region::new(#region))),
        CallSetting::Account(account) => {
            quote!(.credentials_provider(rt::protocol_test::credentials_of(#account)))
        }
        CallSetting::AccountIdEndpointMode(mode) => {
            quote!(.account_id_endpoint_mode(#mode.parse().expect("a mode")))
        }
        CallSetting::Set(setter, value) => {
            let (setter, value) = (ident(setter), value_of(value));
            quote!(.#setter(#value))
        }
        CallSetting::Parameter(field, value) => {
            let (field, value) = (ident(field), value_of(value));
            quote!(.endpoint_resolver(Given(|params| params.#field = #value.into())))
        }
    });
    let has_account = call.settings.iter().any(|setting| matches!(setting, CallSetting::Account(_)));
    let is_given = |scheme: &&AuthScheme| has_account && **scheme == AuthScheme::SigV4;
    let schemes = client.auth_schemes().into_iter().filter(|scheme| !is_given(scheme));
    let identities = schemes.filter_map(super::protocol_tests::identity);
    // Whoever begins sessions is tested elsewhere: here it would be the call that is sent.
    let sessions =
        client.service.sessions.iter().map(|_| quote!(.express_credentials_provider(rt::protocol_test::credentials())));
    let (params, expected) = (call.params.iter().map(literals::setter), expected(&test.expected));
    let below = call.is_below.then(|| quote!(.below_its_host()));
    quote! {
        #[test]
        fn #function() {
            rt::protocol_test::leads_to(#expected #below, |http_client| {
                let config = config(http_client) #(#settings)* #(#identities)* #(#sessions)*;
                crate::Client::from_conf(config.build()).#method() #(#params)* .send()
            });
        }
    }
}
