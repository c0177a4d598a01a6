//! `lib.rs`.

use proc_macro2::TokenStream;
use quote::quote;

use super::waiters;
use crate::ir::{AuthToken, Client, Owner};
use crate::output::{File, Home};
use crate::text::{self, Code, Docs, Line, Name};
use crate::words::ident;

pub(super) fn render(client: &Client) -> File {
    File {
        docs: docs(client),
        attributes: &["forbid(unsafe_code)", "warn(missing_docs)"],
        items: items(client),
        home: Home::default(),
    }
}

fn items(client: &Client) -> Vec<TokenStream> {
    let [tests, waiters, presigning, auth_token, discovery] = optional(client);
    vec![
        quote!(
            const _: () = whitesmith_runtime::__private::v1::ABI;
        ),
        quote!(
            pub mod client;
        ),
        quote!(
            pub mod config;
        ),
        quote!(
            pub mod error;
        ),
        quote!(
            pub mod meta;
        ),
        quote!(
            pub mod operation;
        ),
        quote!(
            pub mod primitives;
        ),
        quote!(
            #tests
        ),
        quote!(
            mod shapes;
        ),
        quote!(
            pub mod types;
        ),
        quote!(
            #waiters
        ),
        quote!(
            #auth_token
        ),
        quote!(
            #discovery
        ),
        quote!(
            #presigning
        ),
        quote!(
            #[doc(inline)]
            pub use client::Client;
        ),
        quote!(
            #[doc(inline)]
            pub use config::Config;
        ),
        quote!(
            #[doc(inline)]
            pub use error::Error;
        ),
    ]
}

/// What some crates have: the tests of the model, waiters, presigned requests, tokens of databases,
/// endpoints that the service tells.
fn optional(client: &Client) -> [Option<TokenStream>; 5] {
    let tests = client.krate.has_protocol_tests.then(|| {
        quote!(
            #[cfg(test)]
            mod protocol_tests;
        )
    });
    let waiters = (!client.waiters().is_empty()).then(|| {
        quote!(
            pub mod waiters;
        )
    });
    let presigning = client.presigns().then(|| {
        quote!(
            #[doc(inline)]
            pub use whitesmith_runtime::sdk::presigning;
        )
    });
    let auth_token = client.service.auth_token.map(|token| {
        let module = ident(match token {
            AuthToken::Rds => "rds",
            AuthToken::Dsql => "dsql",
        });
        quote!(
            #[doc(inline)]
            pub use whitesmith_runtime::sdk::auth_token::#module as auth_token;
        )
    });
    let discovery = client.service.discovery.as_ref().map(|_| {
        quote!(
            #[doc(inline)]
            pub use whitesmith_runtime::sdk::endpoint_discovery;
        )
    });
    [tests, waiters, presigning, auth_token, discovery]
}

/// The settings that every client needs, or all callers of such a service have.
fn settings(client: &Client, krate: Name<'_>) -> Vec<Code> {
    let version = || text::code("    .behavior_version({}::config::BehaviorVersion::latest())", &[&krate]);
    let region = || text::code("    .region({}::config::Region::new(\"us-east-1\"))", &[&krate]);
    let address = || text::code("    .endpoint_url(\"https://service.example.com\")", &[]);
    match (client.service.owner, client.service.needs_endpoint_url) {
        (Owner::Aws, false) => vec![version(), region()],
        (Owner::Aws, true) => vec![version(), address()],
        (Owner::Hosted, false) => vec![region()],
        (Owner::Hosted, true) => vec![region(), address()],
        (Owner::Own, false) => Vec::new(),
        (Owner::Own, true) => vec![address()],
    }
}

fn docs(client: &Client) -> Docs {
    let mut docs = text::doc("Client for {}.", &[&client.service.title]);
    docs.push(client.service.docs.clone());
    docs.push(client.service.origin.clone());
    if !client.service.absent.is_empty() {
        let absent = Line::of_model(&client.service.absent.join(", "));
        docs.push(text::sentence("Not in this crate: {}.", &[&absent]));
    }
    docs.push(waiters::docs(client, &text::line("[`Waiters`](client::Waiters)", &[])));
    if !client.service.example.is_empty() {
        let krate = client.krate.package.replace('-', "_");
        let krate = text::name(&krate);
        let mut lines = vec![
            text::code("# async fn example() -> Result<(), {}::Error> {", &[&krate]),
            text::code("let config = {}::Config::builder()", &[&krate]),
        ];
        lines.extend(settings(client, krate));
        lines.push(text::code("    .build();", &[]));
        lines.push(text::code("let client = {}::Client::from_conf(config);", &[&krate]));
        lines.extend(client.service.example.iter().cloned());
        lines.extend(["# let _ = output;", "# Ok(())", "# }"].map(|line| text::code(line, &[])));
        docs.push_example(lines);
    }
    docs
}
