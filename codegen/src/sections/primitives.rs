//! `primitives.rs` and `meta.rs`.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::behaviours::auth::scheme;
use crate::ir::{AuthScheme, Client, Metric, Owner};
use crate::output::{File, Home};
use crate::text;
use crate::words::ident;

/// Types that members have and that no model defines.
const PRIMITIVES: [&str; 6] = ["BigDecimal", "BigInteger", "Blob", "DateTime", "DateTimeFormat", "Document"];

/// What belongs to a member that is a stream, and whether it takes tokio.
const STREAMS: [(&str, bool); 6] = [
    ("AggregatedBytes", false),
    ("ByteStream", false),
    ("ByteStreamError", false),
    ("FsBuilder", true),
    ("Length", true),
    ("SdkBody", false),
];

/// The types that are there only if a body of bytes is a stream.
pub(crate) fn of_streams() -> impl Iterator<Item = &'static str> {
    STREAMS.iter().map(|(name, _)| *name)
}

/// The module that is there only if there are streams of events.
pub(crate) const EVENT_STREAM: &str = "event_stream";

/// `primitives.rs`.
pub(super) fn render(client: &Client) -> File {
    let mut names: Vec<(&str, bool)> = PRIMITIVES.iter().map(|name| (*name, false)).collect();
    if client.has_byte_streams() {
        names.extend(STREAMS);
        names.sort_unstable();
    }
    let items = names.into_iter().map(|(name, takes_tokio)| {
        let name = ident(name);
        let feature = takes_tokio.then(|| quote!(#[cfg(feature = "rt-tokio")]));
        quote!(#feature pub use whitesmith_runtime::sdk::primitives::#name;)
    });
    let items = items.chain(client.event_streams().next().map(|_| event_stream())).collect();
    File { docs: text::doc("Primitive types of members.", &[]), attributes: &[], items, home: Home::default() }
}

/// What members that are streams of events are made of.
fn event_stream() -> TokenStream {
    let names = ["EventReceiver", "EventStreamSender", "Header", "HeaderValue", "Message", "RawMessage", "StrBytes"];
    let items = names.iter().map(|name| {
        let name = ident(name);
        quote!(pub use whitesmith_runtime::sdk::primitives::event_stream::#name;)
    });
    let module = ident(EVENT_STREAM);
    quote! {
        #[doc = " Types of event streams."]
        pub mod #module {
            #(#items)*
        }
    }
}

/// How requests are authenticated, where that is not by a signature alone.
fn auth(client: &Client) -> TokenStream {
    let list = |schemes: Vec<&AuthScheme>| {
        let schemes = schemes.into_iter().map(scheme);
        quote!(&[#(#schemes),*])
    };
    let (usual, all) = (client.service.auth.iter().collect::<Vec<_>>(), client.auth_schemes());
    let is_default = usual.as_slice() == [by_default(client.service.owner)];
    // What needs no signature is known to every client.
    let has_more = all.iter().any(|scheme| **scheme != AuthScheme::None && !usual.contains(scheme));
    let all = has_more.then(|| {
        let list = list(all);
        quote!(.all_auth_schemes(#list))
    });
    let usual = (!is_default).then(|| {
        let list = list(usual);
        quote!(.auth_schemes(#list))
    });
    let endpoint = client.service.asks_endpoint_for_auth.then(|| quote!(.asks_endpoint_for_auth_schemes()));
    let token = client.service.environment_token.map(|id| quote!(.environment_token(#id)));
    quote!(#usual #all #endpoint #token)
}

/// How requests are authenticated where nothing is said of it.
fn by_default(owner: Owner) -> &'static AuthScheme {
    match owner {
        Owner::Aws | Owner::Hosted => &AuthScheme::SigV4,
        Owner::Own => &AuthScheme::None,
    }
}

/// The service by its names, and whose it is.
fn new_service(client: &Client) -> TokenStream {
    let service = &client.service;
    let (sdk_id, id, module, signing_name) = (&service.sdk_id, &service.name, &service.module, &service.signing_name);
    let of_aws = format!("aws-sdk-{module}");
    let scope = match service.owner {
        Owner::Aws => quote!(#of_aws),
        Owner::Hosted | Owner::Own => quote!(env!("CARGO_PKG_NAME")),
    };
    let new = quote! {
        rt::Service::new(
            rt::Names {
                sdk_id: #sdk_id,
                id: #id,
                module: #module,
                signing_name: #signing_name,
                metrics_scope: #scope,
                version: env!("CARGO_PKG_VERSION"),
            },
            crate::config::endpoint::of_call,
            crate::config::endpoint::DefaultResolver::shared,
        )
    };
    match service.owner {
        Owner::Aws => new,
        Owner::Hosted => quote!(#new.hosted(env!("CARGO_PKG_NAME"))),
        Owner::Own => quote! {
            rt::Service::own(
                rt::OwnNames {
                    id: #id,
                    package: env!("CARGO_PKG_NAME"),
                    version: env!("CARGO_PKG_VERSION"),
                },
                crate::config::endpoint::of_call,
                crate::config::endpoint::DefaultResolver::shared,
            )
        },
    }
}

/// What the crate is called, by the service and by itself.
pub(super) fn meta(client: &Client) -> File {
    let service = &client.service;
    let new = new_service(client);
    let request_id = client.krate.request_id_header.as_ref().map(|name| quote!(.request_id_headers(&[#name])));
    let paths = service.has_plain_paths.then(|| quote!(.signs_paths_as_they_are()));
    let transient = &service.transient_errors;
    let transient = (!transient.is_empty()).then(|| quote!(.transient_errors(&[#(#transient),*])));
    let pace = service.retry_pace.map(|pace| {
        let first = Literal::u64_unsuffixed(pace.first_backoff_millis);
        let attempts = Literal::u32_unsuffixed(pace.max_attempts);
        quote!(.retry_pace(rt::RetryPace { first_backoff_millis: #first, max_attempts: #attempts }))
    });
    let metrics = service.metrics.iter().map(|metric| match metric {
        Metric::RpcV2Cbor => quote!(rt::Metric::RpcV2Cbor),
        Metric::AccountIdEndpointMode => quote!(rt::Metric::AccountIdEndpointMode),
        Metric::EndpointRules => quote!(rt::Metric::EndpointRules),
    });
    let metrics = (!service.metrics.is_empty()).then(|| quote!(.metrics(&[#(#metrics),*])));
    let outside = service.outside_flag.map(|[name, variable, key]| {
        quote!(.outside_flag(rt::endpoint::OutsideFlag { name: #name, variable: #variable, key: #key }))
    });
    let endpoint = service.needs_endpoint_url.then(|| quote!(.needs_endpoint_url()));
    let extended = client.has_extended_request_ids().then(|| quote!(.extended_request_ids()));
    let auth = auth(client);
    let items = vec![
        quote! {
            #[doc = " The version of this crate."]
            pub static PKG_VERSION: &str = env!("CARGO_PKG_VERSION");
        },
        quote! {
            pub(crate) static SERVICE: rt::Service = #new
            #auth
            #transient
            #pace
            #metrics
            #outside
            #endpoint
            #request_id
            #extended
            #paths;
        },
    ];
    File { docs: text::doc("Information about this crate.", &[]), attributes: &[], items, home: Home::default() }
}
