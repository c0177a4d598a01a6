//! `primitives.rs` and `meta.rs`.

use quote::quote;

use crate::ir::Client;
use crate::output::{File, Home};

/// Types that members have and that no model defines.
pub(super) fn render(_: &Client) -> File {
    let items = vec![
        quote!(
            pub use whitesmith_runtime::sdk::primitives::BigDecimal;
        ),
        quote!(
            pub use whitesmith_runtime::sdk::primitives::BigInteger;
        ),
        quote!(
            pub use whitesmith_runtime::sdk::primitives::Blob;
        ),
        quote!(
            pub use whitesmith_runtime::sdk::primitives::DateTime;
        ),
        quote!(
            pub use whitesmith_runtime::sdk::primitives::DateTimeFormat;
        ),
        quote!(
            pub use whitesmith_runtime::sdk::primitives::Document;
        ),
    ];
    File {
        docs: vec!["Primitives that other types are made of.".to_owned()],
        attributes: &[],
        items,
        home: Home::default(),
    }
}

/// What the crate is called, by the service and by itself.
pub(super) fn meta(client: &Client) -> File {
    let service = &client.service;
    let (sdk_id, id, module, signing_name) = (&service.sdk_id, &service.name, &service.module, &service.signing_name);
    let scope = format!("aws-sdk-{module}");
    let auth = (!service.is_signed).then(|| quote!(.auth_schemes(rt::auth::NONE)));
    let items = vec![
        quote! {
            #[doc = " The version of this crate."]
            pub static PKG_VERSION: &str = env!("CARGO_PKG_VERSION");
        },
        quote! {
            pub(crate) static SERVICE: rt::Service = rt::Service::new(
                rt::Names {
                    sdk_id: #sdk_id,
                    id: #id,
                    module: #module,
                    signing_name: #signing_name,
                    metrics_scope: #scope,
                    version: env!("CARGO_PKG_VERSION"),
                },
                crate::config::endpoint::params,
                crate::config::endpoint::DefaultResolver::shared,
            )
            #auth;
        },
    ];
    File { docs: vec!["Information about this crate.".to_owned()], attributes: &[], items, home: Home::default() }
}
