//! `config.rs` and `config/endpoint.rs`. The standard settings are one macro of
//! the runtime; what depends on the service is the parameters of its endpoint
//! rules and settings that only this model has.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Client, Parameter, Setting, SettingType};
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
    items.extend(client.service.settings.iter().filter_map(|setting| {
        let (SettingType::Given(name) | SettingType::Optional(name)) = setting.ty else { return None };
        let name = ident(name);
        Some(quote!(pub use whitesmith_runtime::sdk::config::#name;))
    }));
    let doc = text::doc("Configuration of a client for {}.", &[&client.service.title]);
    items.push(quote! {
        #doc
        #[derive(Clone, Debug)]
        pub struct Config {
            pub(crate) settings: rt::config::Settings,
        }
    });
    items.push(quote! {
        #[doc = " Builder for [`Config`]."]
        #[derive(Clone, Debug, Default)]
        pub struct Builder {
            settings: rt::config::SettingsBuilder,
        }
    });
    items.push(quote!(whitesmith_runtime::config_settings!(Config, Builder, SERVICE);));
    items.extend(settings(&client.service.settings));
    let home = Home::module("crate::config");
    File { docs: text::doc("Configuration of the client.", &[]), attributes: &[], items, home }
}

/// The settings that this service has beside those of all.
fn settings(settings: &[Setting]) -> Option<TokenStream> {
    let (setters, accessors): (Vec<_>, Vec<_>) = settings.iter().map(|it| (setters(it), accessor(it))).unzip();
    (!settings.is_empty()).then(|| {
        quote! {
            impl Builder {
                #(#setters)*
            }
            impl Config {
                #(#accessors)*
            }
        }
    })
}

fn setters(setting: &Setting) -> TokenStream {
    let (name, set, argument) = (ident(setting.name), ident(&format!("set_{}", setting.name)), ident(setting.argument));
    let what = text::name(setting.docs);
    let doc = text::doc("Sets {}.{}", &[&what, &text::name(setting.more)]);
    let set_doc = text::doc("Sets or clears {}.", &[&what]);
    let (ty, taken, value) = match setting.ty {
        SettingType::Bool => (quote!(bool), quote!(impl Into<Option<bool>>), quote!(#argument.into())),
        SettingType::U32 => (quote!(u32), quote!(impl Into<Option<u32>>), quote!(#argument.into())),
        SettingType::Given(ty) => {
            let ty = ident(ty);
            (quote!(#ty), quote!(impl Into<#ty>), quote!(Some(#argument.into())))
        }
        SettingType::Optional(ty) => {
            let ty = ident(ty);
            (quote!(#ty), quote!(#ty), quote!(Some(#argument)))
        }
    };
    quote! {
        #doc
        pub fn #name(mut self, #argument: #taken) -> Self {
            self.#set(#value);
            self
        }
        #set_doc
        pub fn #set(&mut self, #argument: Option<#ty>) -> &mut Self {
            self.settings.#set(#argument);
            self
        }
    }
}

fn accessor(setting: &Setting) -> TokenStream {
    let (name, doc) = (ident(setting.name), text::doc(setting.returned, &[]));
    let returns = match setting.ty {
        SettingType::Bool => quote!(Option<bool>),
        SettingType::U32 => quote!(Option<u32>),
        SettingType::Given(ty) => {
            let ty = ident(ty);
            quote!(#ty)
        }
        SettingType::Optional(ty) => {
            let ty = ident(ty);
            quote!(Option<&#ty>)
        }
    };
    quote! {
        #doc
        pub fn #name(&self) -> #returns {
            self.settings.#name()
        }
    }
}

/// `config/endpoint.rs`.
pub(super) fn endpoint(client: &Client) -> File {
    let mut items: Vec<TokenStream> = ["Endpoint", "EndpointFuture", "InvalidParams", "SharedEndpointResolver"]
        .iter()
        .map(|name| {
            let name = ident(name);
            quote!(pub use whitesmith_runtime::sdk::config::endpoint::#name;)
        })
        .collect();
    items.extend(resolver_trait());
    items.extend(default_resolver(client.service.endpoint_prefix.as_ref()));
    items.extend(params(&client.service.parameters));
    items.extend(params_builder(&client.service.parameters));
    let home = Home::module("crate::config::endpoint");
    File { docs: text::doc("The endpoints of requests.", &[]), attributes: &[], items, home }
}

/// The trait of resolvers with typed parameters, and what makes one of it that the runtime takes.
fn resolver_trait() -> Vec<TokenStream> {
    vec![
        quote! {
            #[doc = " Finds the endpoint of a request."]
            pub trait ResolveEndpoint: Send + Sync + std::fmt::Debug {
                #[doc = " Returns the endpoint for these parameters."]
                fn resolve_endpoint<'a>(&'a self, params: &'a Params) -> EndpointFuture<'a>;
                #[doc = " Converts the resolver into one that clients share."]
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
    ]
}

fn default_resolver(prefix: Option<&text::Text>) -> Vec<TokenStream> {
    let rules = match prefix {
        Some(prefix) => quote!(rt::endpoint::Rules::Regional { prefix: #prefix }),
        None => quote!(rt::endpoint::Rules::Given),
    };
    vec![
        quote! {
            #[doc = " Resolves the default endpoints of the service."]
            #[derive(Debug)]
            pub struct DefaultResolver {
                resolver: rt::endpoint::Resolver,
            }
        },
        quote! {
            impl DefaultResolver {
                #[doc = " Creates a resolver."]
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

fn params(parameters: &[Parameter]) -> Vec<TokenStream> {
    let fields = parameters.iter().map(|Parameter { field, is_flag, .. }| {
        let field = ident(field);
        let ty = if *is_flag { quote!(bool) } else { quote!(Option<String>) };
        quote!(#field: #ty,)
    });
    let accessors = parameters.iter().map(|Parameter { field, docs, is_flag, .. }| {
        let (field, doc) = (ident(field), text::doc(docs, &[]));
        let (returns, body) = if *is_flag {
            (quote!(Option<bool>), quote!(Some(self.#field)))
        } else {
            (quote!(Option<&str>), quote!(self.#field.as_deref()))
        };
        quote!(#doc pub fn #field(&self) -> #returns { #body })
    });
    let arms = parameters.iter().map(|Parameter { name, field, is_flag, .. }| {
        let field = ident(field);
        let value = if *is_flag { quote!(rt::endpoint::Value::Flag) } else { quote!(rt::endpoint::Value::Text) };
        quote!(#name => self.#field().map(#value),)
    });
    vec![
        quote! {
            #[doc = " Parameters of the endpoint."]
            #[non_exhaustive]
            #[derive(Clone, PartialEq, Debug)]
            pub struct Params {
                #(#fields)*
            }
        },
        quote! {
            impl Params {
                #[doc = " Creates a builder for [`Params`]."]
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

fn params_builder(parameters: &[Parameter]) -> Vec<TokenStream> {
    let fields = parameters.iter().map(|Parameter { field, is_flag, .. }| {
        let field = ident(field);
        let ty = if *is_flag { quote!(bool) } else { quote!(String) };
        quote!(#field: Option<#ty>,)
    });
    let setters = parameters.iter().map(|Parameter { field, is_flag, .. }| {
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
            #[doc = " Builder for [`Params`]."]
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
                #[doc = " Builds the parameters, or returns an error if they are invalid."]
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
