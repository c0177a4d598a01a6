//! `config.rs` and `config/endpoint.rs`. The standard settings are one macro of
//! the runtime; what depends on the service is the parameters of its endpoint
//! rules and settings that only this model has.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::Client;
use crate::output::{File, Home};
use crate::text;
use crate::words::ident;

/// Types of the official crates that belong to the public API of `config`.
const REEXPORTS: [&str; 31] = [
    "auth",
    "http",
    "interceptors",
    "retry",
    "timeout",
    "AppName",
    "AsyncSleep",
    "BehaviorVersion",
    "ConfigBag",
    "Credentials",
    "FrameworkMetadata",
    "FrozenLayer",
    "HttpClient",
    "IdentityCache",
    "Intercept",
    "IntoShared",
    "Layer",
    "ProvideCredentials",
    "Region",
    "ResolveCachedIdentity",
    "RuntimeComponents",
    "RuntimeComponentsBuilder",
    "RuntimePlugin",
    "SharedAsyncSleep",
    "SharedCredentialsProvider",
    "SharedHttpClient",
    "SharedIdentityCache",
    "SharedInterceptor",
    "SharedRuntimePlugin",
    "Sleep",
    "StalledStreamProtectionConfig",
];

/// `config.rs`.
pub(super) fn render(client: &Client) -> File {
    let mut items = vec![
        quote!(
            use crate::meta::SERVICE;
        ),
        quote!(
            pub mod endpoint;
        ),
    ];
    items.extend(REEXPORTS.iter().map(|name| {
        let name = ident(name);
        quote!(pub use whitesmith_runtime::sdk::config::#name;)
    }));
    if client.service.has_idempotency_tokens {
        items.push(quote!(
            pub use whitesmith_runtime::sdk::config::IdempotencyTokenProvider;
        ));
    }
    if client.service.has_flexible_checksums {
        items.push(quote!(
            pub use whitesmith_runtime::sdk::config::RequestChecksumCalculation;
        ));
    }
    let doc = text::doc("Configuration of a client for {}.", &[&client.service.title]);
    items.push(quote! {
        #doc
        #[derive(Clone, Debug)]
        pub struct Config {
            pub(crate) settings: rt::config::Settings,
        }
    });
    items.push(quote! {
        #[doc = " Builds a [`Config`]."]
        #[derive(Clone, Debug, Default)]
        pub struct Builder {
            settings: rt::config::SettingsBuilder,
        }
    });
    items.push(quote!(whitesmith_runtime::config_settings!(Config, Builder, SERVICE);));
    items.extend(client.service.has_idempotency_tokens.then(idempotency_tokens));
    items.extend(client.service.has_flexible_checksums.then(request_checksums));
    items.extend(client.service.has_compression.then(compression));
    let home = Home::module("crate::config");
    File { docs: text::doc("Configuration of the client.", &[]), attributes: &[], items, home }
}

/// The setting that only a service with idempotency tokens has.
fn idempotency_tokens() -> TokenStream {
    quote! {
        impl Builder {
            #[doc = " Sets what makes the idempotency tokens that an input lacks."]
            pub fn idempotency_token_provider(
                mut self,
                provider: impl Into<whitesmith_runtime::sdk::config::IdempotencyTokenProvider>,
            ) -> Self {
                self.set_idempotency_token_provider(Some(provider.into()));
                self
            }
            #[doc = " Sets or clears what makes the idempotency tokens that an input lacks."]
            pub fn set_idempotency_token_provider(
                &mut self,
                provider: Option<whitesmith_runtime::sdk::config::IdempotencyTokenProvider>,
            ) -> &mut Self {
                self.settings.set_idempotency_token_provider(provider);
                self
            }
        }
        impl Config {
            #[doc = " What makes the idempotency tokens that an input lacks."]
            pub fn idempotency_token_provider(&self) -> whitesmith_runtime::sdk::config::IdempotencyTokenProvider {
                self.settings.idempotency_token_provider()
            }
        }
    }
}

/// The setting that only a service with flexible checksums has.
fn request_checksums() -> TokenStream {
    let ty = quote!(RequestChecksumCalculation);
    quote! {
        impl Builder {
            #[doc = " Sets whether requests that can do without a checksum get one. They do, by default."]
            pub fn request_checksum_calculation(mut self, calculation: #ty) -> Self {
                self.set_request_checksum_calculation(Some(calculation));
                self
            }
            #[doc = " Sets or clears whether requests that can do without a checksum get one."]
            pub fn set_request_checksum_calculation(&mut self, calculation: Option<#ty>) -> &mut Self {
                self.settings.set_request_checksum_calculation(calculation);
                self
            }
        }
        impl Config {
            #[doc = " Whether requests that can do without a checksum get one, if that was set."]
            pub fn request_checksum_calculation(&self) -> Option<&#ty> {
                self.settings.request_checksum_calculation()
            }
        }
    }
}

/// The settings that only a service with compressed requests has.
fn compression() -> TokenStream {
    quote! {
        impl Builder {
            #[doc = " Sets whether requests are sent as they are, without compression."]
            pub fn disable_request_compression(mut self, disable: impl Into<Option<bool>>) -> Self {
                self.set_disable_request_compression(disable.into());
                self
            }
            #[doc = " Sets or clears whether requests are sent as they are, without compression."]
            pub fn set_disable_request_compression(&mut self, disable: Option<bool>) -> &mut Self {
                self.settings.set_disable_request_compression(disable);
                self
            }
            #[doc = " Sets the size of the smallest body that is compressed: 10240 by default, 10485760 at most."]
            pub fn request_min_compression_size_bytes(mut self, size: impl Into<Option<u32>>) -> Self {
                self.set_request_min_compression_size_bytes(size.into());
                self
            }
            #[doc = " Sets or clears the size of the smallest body that is compressed."]
            pub fn set_request_min_compression_size_bytes(&mut self, size: Option<u32>) -> &mut Self {
                self.settings.set_request_min_compression_size_bytes(size);
                self
            }
        }
        impl Config {
            #[doc = " Whether requests are sent as they are, if that was set."]
            pub fn disable_request_compression(&self) -> Option<bool> {
                self.settings.disable_request_compression()
            }
            #[doc = " The size of the smallest body that is compressed, if that was set."]
            pub fn request_min_compression_size_bytes(&self) -> Option<u32> {
                self.settings.request_min_compression_size_bytes()
            }
        }
    }
}

/// A parameter that endpoint rules may ask for.
struct Parameter {
    /// The name in the rules.
    name: &'static str,
    field: &'static str,
    docs: &'static str,
    is_flag: bool,
}

/// What every AWS rule set asks for; the place where a rule set's own
/// parameters will join.
const PARAMETERS: [Parameter; 4] = [
    Parameter { name: "Region", field: "region", docs: "The region that the request goes to.", is_flag: false },
    Parameter {
        name: "UseDualStack",
        field: "use_dual_stack",
        docs: "Whether the endpoint has to speak IPv6 too.",
        is_flag: true,
    },
    Parameter {
        name: "UseFIPS",
        field: "use_fips",
        docs: "Whether the endpoint has to comply with FIPS.",
        is_flag: true,
    },
    Parameter {
        name: "Endpoint",
        field: "endpoint",
        docs: "The endpoint that was configured, if any.",
        is_flag: false,
    },
];

/// `config/endpoint.rs`.
pub(super) fn endpoint(client: &Client) -> File {
    let mut items: Vec<TokenStream> = ["Endpoint", "EndpointFuture", "InvalidParams", "SharedEndpointResolver"]
        .iter()
        .map(|name| {
            let name = ident(name);
            quote!(pub use whitesmith_runtime::sdk::config::endpoint::#name;)
        })
        .collect();
    items.extend(resolver(client.service.endpoint_prefix.as_ref()));
    items.extend(params());
    items.extend(params_builder());
    let home = Home::module("crate::config::endpoint");
    File { docs: text::doc("Where requests go.", &[]), attributes: &[], items, home }
}

fn resolver(prefix: Option<&text::Text>) -> Vec<TokenStream> {
    let rules = match prefix {
        Some(prefix) => quote!(rt::endpoint::Rules::Regional { prefix: #prefix }),
        None => quote!(rt::endpoint::Rules::Given),
    };
    vec![
        quote! {
            #[doc = " Finds the endpoint of a request."]
            pub trait ResolveEndpoint: Send + Sync + std::fmt::Debug {
                #[doc = " The endpoint for these parameters."]
                fn resolve_endpoint<'a>(&'a self, params: &'a Params) -> EndpointFuture<'a>;
                #[doc = " Makes the resolver into one that a client takes."]
                fn into_shared_resolver(self) -> SharedEndpointResolver
                where
                    Self: Sized + 'static,
                {
                    SharedEndpointResolver::new(DowncastParams(self))
                }
            }
        },
        quote! {
            #[derive(Debug)]
            struct DowncastParams<T>(T);
        },
        quote! {
            impl<T: ResolveEndpoint> rt::endpoint::ResolveEndpoint for DowncastParams<T> {
                fn resolve_endpoint<'a>(&'a self, params: &'a rt::endpoint::EndpointResolverParams) -> EndpointFuture<'a> {
                    match params.get() {
                        Some(params) => self.0.resolve_endpoint(params),
                        None => rt::endpoint::unexpected_params(),
                    }
                }
            }
        },
        quote! {
            #[doc = " Finds the service's own endpoints."]
            #[derive(Debug)]
            pub struct DefaultResolver {
                resolver: rt::endpoint::Resolver,
            }
        },
        quote! {
            impl DefaultResolver {
                #[doc = " Makes a resolver."]
                pub fn new() -> Self {
                    let rules = #rules;
                    let resolver = rt::endpoint::Resolver::new(rules);
                    Self { resolver }
                }
                pub(crate) fn shared() -> SharedEndpointResolver {
                    Self::new().into_shared_resolver()
                }
            }
        },
        quote! {
            impl Default for DefaultResolver {
                fn default() -> Self {
                    Self::new()
                }
            }
        },
        quote! {
            impl ResolveEndpoint for DefaultResolver {
                fn resolve_endpoint<'a>(&'a self, params: &'a Params) -> EndpointFuture<'a> {
                    self.resolver.resolve(params)
                }
            }
        },
    ]
}

fn params() -> Vec<TokenStream> {
    let fields = PARAMETERS.iter().map(|Parameter { field, is_flag, .. }| {
        let field = ident(field);
        let ty = if *is_flag { quote!(bool) } else { quote!(Option<String>) };
        quote!(#field: #ty,)
    });
    let accessors = PARAMETERS.iter().map(|Parameter { field, docs, is_flag, .. }| {
        let (field, doc) = (ident(field), text::doc(docs, &[]));
        let (returns, body) = if *is_flag {
            (quote!(Option<bool>), quote!(Some(self.#field)))
        } else {
            (quote!(Option<&str>), quote!(self.#field.as_deref()))
        };
        quote!(#doc pub fn #field(&self) -> #returns { #body })
    });
    let arms = PARAMETERS.iter().map(|Parameter { name, field, is_flag, .. }| {
        let field = ident(field);
        let value = if *is_flag { quote!(rt::endpoint::Value::Flag) } else { quote!(rt::endpoint::Value::Text) };
        quote!(#name => self.#field().map(#value),)
    });
    vec![
        quote! {
            #[doc = " What decides about the endpoint."]
            #[non_exhaustive]
            #[derive(Clone, PartialEq, Debug)]
            pub struct Params {
                #(#fields)*
            }
        },
        quote! {
            impl Params {
                #[doc = " Makes a builder of [`Params`]."]
                pub fn builder() -> ParamsBuilder {
                    ParamsBuilder::default()
                }
                #(#accessors)*
            }
        },
        quote! {
            impl rt::endpoint::Parameters for Params {
                fn get(&self, name: &str) -> Option<rt::endpoint::Value<'_>> {
                    match name {
                        #(#arms)*
                        _ => None,
                    }
                }
            }
        },
        quote! {
            #[doc = " The parameters of a call."]
            pub(crate) fn params(
                cfg: &crate::config::ConfigBag,
                _: &rt::op::Input,
            ) -> Result<rt::endpoint::EndpointResolverParams, crate::error::BoxError> {
                let params = ParamsBuilder::from_config(cfg).build()?;
                Ok(rt::endpoint::EndpointResolverParams::new(params))
            }
        },
    ]
}

fn params_builder() -> Vec<TokenStream> {
    let fields = PARAMETERS.iter().map(|Parameter { field, is_flag, .. }| {
        let field = ident(field);
        let ty = if *is_flag { quote!(bool) } else { quote!(String) };
        quote!(#field: Option<#ty>,)
    });
    let setters = PARAMETERS.iter().map(|Parameter { field, is_flag, .. }| {
        let (name, set) = (ident(field), ident(&format!("set_{field}")));
        let doc = text::doc("Sets [`Params::{}`].", &[&text::name(field)]);
        let set_doc = text::doc("Sets or clears [`Params::{}`].", &[&text::name(field)]);
        let ty = if *is_flag { quote!(bool) } else { quote!(String) };
        quote! {
            #doc
            pub fn #name(self, value: impl Into<#ty>) -> Self {
                self.#set(Some(value.into()))
            }
            #set_doc
            pub fn #set(mut self, value: Option<#ty>) -> Self {
                self.#name = value;
                self
            }
        }
    });
    vec![
        quote! {
            #[doc = " Builds [`Params`]."]
            #[derive(Clone, PartialEq, Default, Debug)]
            pub struct ParamsBuilder {
                #(#fields)*
            }
        },
        quote! {
            impl ParamsBuilder {
                fn from_config(cfg: &crate::config::ConfigBag) -> Self {
                    Self::default()
                        .set_region(rt::endpoint::region(cfg))
                        .set_use_dual_stack(rt::endpoint::use_dual_stack(cfg))
                        .set_use_fips(rt::endpoint::use_fips(cfg))
                        .set_endpoint(rt::endpoint::endpoint_url(cfg))
                }
                #(#setters)*
                #[doc = " Makes the parameters, if they are valid."]
                pub fn build(self) -> Result<Params, InvalidParams> {
                    rt::endpoint::check_region(self.region.as_deref())?;
                    Ok(Params {
                        region: self.region,
                        use_dual_stack: self.use_dual_stack.unwrap_or(false),
                        use_fips: self.use_fips.unwrap_or(false),
                        endpoint: self.endpoint,
                    })
                }
            }
        },
    ]
}
