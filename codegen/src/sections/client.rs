//! `client.rs`: the client without its operations, which add a method each in
//! their own files.

use proc_macro2::TokenStream;
use quote::quote;

use super::waiters;
use crate::ir::{Client, Owner};
use crate::output::{File, Home};
use crate::text;
use crate::words::ident;

pub(super) fn render(client: &Client) -> File {
    let mut items = vec![
        structure(client),
        constructors(client),
        quote! {
            #[doc = " Customizing one call."]
            pub mod customize {
                pub use whitesmith_runtime::__private::v1::customize::CustomizableOperation;
            }
        },
    ];
    items.extend(client.service.discovery.as_deref().map(discovery));
    items.extend(waiters::on_client(client));
    let home = Home::module("crate::client");
    File { docs: text::doc("The client.", &[]), attributes: &[], items, home }
}

/// What every client lacks without a setting, for example.
fn needs(client: &Client) -> &'static str {
    match (client.service.owner, client.service.needs_endpoint_url) {
        (Owner::Aws, false) => "a behavior version",
        (Owner::Aws, true) => "a behavior version or `endpoint_url`",
        (Owner::Hosted | Owner::Own, true) => "`endpoint_url`",
        (Owner::Hosted | Owner::Own, false) => "an HTTP client",
    }
}

fn constructors(client: &Client) -> TokenStream {
    let needs = text::line(needs(client), &[]);
    let needs = text::doc("Panics if the config lacks what every client needs, {} for example.", &[&needs]);
    let handle = handle(client);
    let new = match client.service.owner {
        Owner::Aws | Owner::Hosted => Some(quote! {
            #[doc = " Creates a client from a shared config."]
            #[doc = ""]
            #[doc = " # Panics"]
            #[doc = ""]
            #[doc = " Panics if [`Client::from_conf`] does."]
            #[track_caller]
            pub fn new(sdk_config: &whitesmith_runtime::sdk::config::SdkConfig) -> Self {
                Self::from_conf(sdk_config.into())
            }
        }),
        Owner::Own => None,
    };
    quote! {
        impl Client {
            #new
            #[doc = " Creates a client from a config of this service."]
            #[doc = ""]
            #[doc = " # Panics"]
            #[doc = ""]
            #needs
            #[doc = " [`Client::try_from_conf`] returns an error instead."]
            #[track_caller]
            pub fn from_conf(config: crate::config::Config) -> Self {
                rt::made(Self::try_from_conf(config))
            }
            #[doc = " Creates a client from a config of this service."]
            #[doc = ""]
            #[doc = " Returns an error where [`Client::from_conf`] panics."]
            pub fn try_from_conf(config: crate::config::Config) -> Result<Self, crate::error::InvalidConfig> {
                let handle = #handle?;
                Ok(Self { handle, config })
            }
            #[doc = " Returns the config of this client."]
            pub fn config(&self) -> &crate::config::Config {
                &self.config
            }
        }
    }
}

fn handle(client: &Client) -> TokenStream {
    let Some(module) = &client.service.sessions else {
        return quote!(rt::Handle::new(&config.settings, crate::config::FEATURES));
    };
    let module = ident(module);
    quote! {
        rt::Handle::with_sessions(
            &config.settings,
            crate::config::FEATURES,
            &crate::operation::#module::SESSIONS,
        )
    }
}

/// How a client gets to know its endpoint from the operation in this module.
fn discovery(module: &str) -> TokenStream {
    let module = ident(module);
    quote! {
        impl Client {
            #[doc = " Asks the service for its endpoint, and returns a client that calls it there."]
            #[doc = ""]
            #[doc = " The endpoint is good for some time only: spawn [`reload_task`], which asks again."]
            #[doc = ""]
            #[doc = " [`reload_task`]: crate::endpoint_discovery::ReloadEndpoint::reload_task"]
            pub async fn with_endpoint_discovery_enabled(
                self,
            ) -> Result<(Self, crate::endpoint_discovery::ReloadEndpoint), crate::error::BoxError> {
                let discovery = &crate::operation::#module::DISCOVERY;
                let (settings, reload) = self.handle.discover(&self.config.settings, discovery).await?;
                Ok((Self::try_from_conf(crate::config::Config { settings })?, reload))
            }
        }
    }
}

fn structure(client: &Client) -> TokenStream {
    let mut doc = text::doc("Client for {}.", &[&client.service.title]);
    doc.push(text::doc("It has a method for each operation. Cloning it is cheap.", &[]));
    if client.service.discovery.is_some() {
        let discovery = text::line("[`with_endpoint_discovery_enabled`](Client::with_endpoint_discovery_enabled)", &[]);
        doc.push(text::sentence(
            "To send calls to the endpoint that the service returns for them, see {}.",
            &[&discovery],
        ));
    }
    doc.push(waiters::docs(client, &text::line("[`Waiters`]", &[])));
    quote! {
        #doc
        #[derive(Clone, Debug)]
        pub struct Client {
            pub(crate) handle: rt::Handle,
            config: crate::config::Config,
        }
    }
}
