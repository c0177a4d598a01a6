//! `config.rs`. The standard settings are a macro of the runtime for each kind of owner; what depends on the
//! service is the settings that only its model asks for.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::endpoint::{Parameter, ParameterKind, ParameterSource};
use crate::ir::{AuthScheme, Client, Owner, Setting, SettingType};
use crate::output::{File, Home};
use crate::text;
use crate::words::ident;

/// Types of the official crates that belong to the public API of `config`.
const REEXPORTS: [&str; 25] = [
    "auth",
    "http",
    "interceptors",
    "retry",
    "timeout",
    "AsyncSleep",
    "BehaviorVersion",
    "ConfigBag",
    "FrozenLayer",
    "HttpClient",
    "IdentityCache",
    "Intercept",
    "IntoShared",
    "Layer",
    "ResolveCachedIdentity",
    "RuntimeComponents",
    "RuntimeComponentsBuilder",
    "RuntimePlugin",
    "SharedAsyncSleep",
    "SharedHttpClient",
    "SharedIdentityCache",
    "SharedInterceptor",
    "SharedRuntimePlugin",
    "Sleep",
    "StalledStreamProtectionConfig",
];

/// The same for whose service it is.
fn owner_reexports(owner: Owner) -> &'static [&'static str] {
    match owner {
        Owner::Aws => &["AppName", "FrameworkMetadata", "Region"],
        Owner::Hosted => &["Region"],
        Owner::Own => &[],
    }
}

/// The same for the schemes by which requests are authenticated.
fn auth_reexports(scheme: &AuthScheme, owner: Owner) -> &'static [&'static str] {
    match (scheme, owner) {
        (AuthScheme::SigV4, _) => &["Credentials", "ProvideCredentials", "SharedCredentialsProvider"],
        (AuthScheme::Bearer, Owner::Aws | Owner::Hosted) => {
            &["AuthSchemeId", "ProvideToken", "ResolveIdentity", "SharedTokenProvider", "Token"]
        }
        (AuthScheme::Bearer, Owner::Own) | (AuthScheme::ApiKey(_), _) => &["AuthSchemeId", "ResolveIdentity", "Token"],
        (AuthScheme::Basic, _) => &["AuthSchemeId", "Login", "ResolveIdentity"],
        (AuthScheme::SigV4a | AuthScheme::None, _) => &[],
    }
}

/// The settings that all services of an owner have.
fn owner_settings(owner: Owner) -> TokenStream {
    match owner {
        Owner::Aws => quote!(whitesmith_runtime::config_settings!(Config, Builder, SERVICE);),
        Owner::Hosted => quote!(whitesmith_runtime::config_hosted!(Config, Builder, SERVICE);),
        Owner::Own => quote!(whitesmith_runtime::config_own!(Config, Builder, SERVICE);),
    }
}

/// The settings of a scheme.
fn auth_settings(scheme: &AuthScheme, owner: Owner) -> Option<TokenStream> {
    match (scheme, owner) {
        (AuthScheme::SigV4, _) => Some(quote!(whitesmith_runtime::config_sigv4!(Config, Builder);)),
        (AuthScheme::SigV4a, _) => Some(quote!(whitesmith_runtime::config_sigv4a!(Config, Builder);)),
        (AuthScheme::Bearer, Owner::Aws | Owner::Hosted) => Some(quote!(whitesmith_runtime::config_bearer!(Builder);)),
        (AuthScheme::Bearer, Owner::Own) => Some(quote!(whitesmith_runtime::config_token!(Builder);)),
        (AuthScheme::ApiKey(_), _) => Some(quote!(whitesmith_runtime::config_api_key!(Builder);)),
        (AuthScheme::Basic, _) => Some(quote!(whitesmith_runtime::config_basic!(Builder);)),
        (AuthScheme::None, _) => None,
    }
}

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
    let owner = client.service.owner;
    let of_auth = client.auth_schemes().into_iter().flat_map(|scheme| auth_reexports(scheme, owner));
    let reexports: BTreeSet<&str> = REEXPORTS.iter().chain(owner_reexports(owner)).chain(of_auth).copied().collect();
    // Modules first, as they were declared.
    let (modules, types): (Vec<&str>, Vec<&str>) =
        reexports.into_iter().partition(|name| name.starts_with(char::is_lowercase));
    items.extend(modules.into_iter().chain(types).map(|name| {
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
    items.push(owner_settings(owner));
    items.extend(client.auth_schemes().into_iter().filter_map(|scheme| auth_settings(scheme, owner)));
    items.extend(client.service.sessions.iter().map(|_| quote!(whitesmith_runtime::config_sessions!(Builder);)));
    items.extend(settings(&client.service.settings));
    items.extend(endpoint_settings(&client.service.endpoint.parameters));
    let home = Home::module("crate::config");
    File { docs: text::doc("Configuration of the client.", &[]), attributes: &[], items, home }
}

/// The settings that this service has beside those of all.
fn settings(settings: &[Setting]) -> Option<TokenStream> {
    let setters = settings.iter().map(setters);
    let accessors = settings.iter().filter_map(accessor);
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
    let what = text::line(setting.docs, &[]);
    let doc = text::sentence("Sets {}.{}", &[&what, &text::line(setting.more, &[])]);
    let set_doc = text::sentence("Sets or clears {}.", &[&what]);
    let (ty, taken, value) = match setting.ty {
        SettingType::Bool => (quote!(bool), quote!(impl Into<Option<bool>>), quote!(#argument.into())),
        SettingType::U32 => (quote!(u32), quote!(impl Into<Option<u32>>), quote!(#argument.into())),
        SettingType::Limit => (quote!(Option<usize>), quote!(Option<usize>), quote!(Some(#argument))),
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

fn accessor(setting: &Setting) -> Option<TokenStream> {
    let (name, doc) = (ident(setting.name), text::doc(setting.returned, &[]));
    let returns = match setting.ty {
        SettingType::Bool => quote!(Option<bool>),
        SettingType::U32 => quote!(Option<u32>),
        SettingType::Limit => return None,
        SettingType::Given(ty) => {
            let ty = ident(ty);
            quote!(#ty)
        }
        SettingType::Optional(ty) => {
            let ty = ident(ty);
            quote!(Option<&#ty>)
        }
    };
    Some(quote! {
        #doc
        pub fn #name(&self) -> #returns {
            self.settings.#name()
        }
    })
}

/// The settings by which callers give parameters of the endpoint rules.
fn endpoint_settings(parameters: &[Parameter]) -> Option<TokenStream> {
    let asked = parameters.iter().filter(|parameter| parameter.source == Some(ParameterSource::Setting));
    let setters: Vec<TokenStream> = asked.map(endpoint_setter).collect();
    (!setters.is_empty()).then(|| {
        quote! {
            impl Builder {
                #(#setters)*
            }
        }
    })
}

fn endpoint_setter(parameter: &Parameter) -> TokenStream {
    let (docs, wire, name, set) = (&parameter.docs, &parameter.name, ident(&parameter.field), ident(&parameter.setter));
    let ty = match parameter.kind {
        ParameterKind::Flag => quote!(bool),
        ParameterKind::List => quote!(Vec<String>),
        ParameterKind::Text | ParameterKind::Region | ParameterKind::Account => quote!(String),
    };
    let link = text::name(parameter.field.trim_start_matches("r#"));
    let set_doc = text::doc("Sets or clears [`{}`](Builder::{}).", &[&link, &link]);
    quote! {
        #docs
        pub fn #name(mut self, #name: impl Into<#ty>) -> Self {
            self.#set(Some(#name.into()));
            self
        }
        #set_doc
        pub fn #set(&mut self, #name: Option<#ty>) -> &mut Self {
            self.settings.set_endpoint_setting(#wire, #name);
            self
        }
    }
}
