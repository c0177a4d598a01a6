//! `lib.rs`.

use quote::quote;

use crate::ir::{Client, Docs};
use crate::output::{File, Home};

pub(super) fn render(client: &Client) -> File {
    let tests = client.krate.has_protocol_tests.then(|| {
        quote!(
            #[cfg(test)]
            mod protocol_tests;
        )
    });
    let items = vec![
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
    ];
    File {
        docs: docs(client),
        attributes: &["forbid(unsafe_code)", "warn(missing_docs)"],
        items,
        home: Home::default(),
    }
}

/// The setting without which nobody knows where requests go.
fn where_to(client: &Client, krate: &str) -> String {
    match client.service.endpoint_prefix {
        Some(_) => format!("    .region({krate}::config::Region::new(\"us-east-1\"))"),
        None => "    .endpoint_url(\"https://service.example.com\")".to_owned(),
    }
}

fn docs(client: &Client) -> Vec<String> {
    let mut docs = vec![format!("Client for {}.", client.service.title)];
    if !client.service.docs.0.is_empty() {
        docs.push(String::new());
        docs.extend(client.service.docs.0.iter().cloned());
    }
    docs.push(String::new());
    docs.extend(client.service.origin.0.iter().cloned());
    if !client.service.absent.is_empty() {
        docs.push(String::new());
        docs.extend(Docs::sentence(&format!("Not in this crate: {}.", client.service.absent.join(", "))).0);
    }
    if let Some(operation) = &client.service.example_operation {
        let krate = client.krate.package.replace('-', "_");
        docs.extend([
            String::new(),
            "```no_run".to_owned(),
            "# async fn example() {".to_owned(),
            format!("let config = {krate}::Config::builder()"),
            format!("    .behavior_version({krate}::config::BehaviorVersion::latest())"),
            where_to(client, &krate),
            "    .build();".to_owned(),
            format!("let client = {krate}::Client::from_conf(config);"),
            format!("let answer = client.{operation}().send().await;"),
            "# }".to_owned(),
            "```".to_owned(),
        ]);
    }
    docs
}
