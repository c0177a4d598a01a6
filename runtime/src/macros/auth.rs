//! The settings of auth schemes: in, the `Config` and the `Builder` of an emitted crate; out,
//! the methods that its service asks for. A crate calls the macros of its schemes only.

/// The settings of a service whose requests are signed.
#[macro_export]
#[doc(hidden)]
macro_rules! config_sigv4 {
    ($config:ident, $builder:ident) => {
        impl $config {
            /// The name of this service in signatures.
            pub fn signing_name(&self) -> &'static str {
                self.settings.service().signing_name()
            }

            /// Always `None`.
            #[deprecated(note = "the credentials provider cannot be read back; this returns `None`")]
            #[inline]
            pub fn credentials_provider(&self) -> Option<$crate::sdk::config::SharedCredentialsProvider> {
                None
            }
        }

        impl $builder {
            /// Sets the provider of credentials.
            pub fn credentials_provider(
                mut self,
                provider: impl $crate::sdk::config::ProvideCredentials + 'static,
            ) -> Self {
                let provider = $crate::sdk::config::SharedCredentialsProvider::new(provider);
                self.settings.set_credentials_provider(Some(provider));
                self
            }

            /// Sets the provider of credentials. `None` leaves it as it was.
            #[inline]
            pub fn set_credentials_provider(
                &mut self,
                provider: Option<$crate::sdk::config::SharedCredentialsProvider>,
            ) -> &mut Self {
                self.settings.set_credentials_provider(provider);
                self
            }
        }
    };
}

/// The settings of a service that has sessions.
#[macro_export]
#[doc(hidden)]
macro_rules! config_sessions {
    ($builder:ident) => {
        impl $builder {
            /// Sets the provider of credentials for directory buckets, in place of the sessions
            /// that the client begins by itself.
            pub fn express_credentials_provider(
                mut self,
                provider: impl $crate::sdk::config::ProvideCredentials + 'static,
            ) -> Self {
                let provider = $crate::sdk::config::SharedCredentialsProvider::new(provider);
                self.settings.set_express_credentials_provider(Some(provider));
                self
            }

            /// Sets the provider of credentials for directory buckets. `None` leaves it as it was.
            #[inline]
            pub fn set_express_credentials_provider(
                &mut self,
                provider: Option<$crate::sdk::config::SharedCredentialsProvider>,
            ) -> &mut Self {
                self.settings.set_express_credentials_provider(provider);
                self
            }
        }
    };
}

/// The settings of a service whose signatures may be for several regions.
#[macro_export]
#[doc(hidden)]
macro_rules! config_sigv4a {
    ($config:ident, $builder:ident) => {
        impl $config {
            /// The regions that signatures of SigV4a are for, if they were set.
            #[inline]
            pub fn sigv4a_signing_region_set(&self) -> Option<&$crate::sdk::config::SigningRegionSet> {
                self.settings.load()
            }
        }

        impl $builder {
            /// Sets the regions that signatures of SigV4a are for.
            pub fn sigv4a_signing_region_set(
                mut self,
                regions: impl Into<$crate::sdk::config::SigningRegionSet>,
            ) -> Self {
                self.settings.set_sigv4a_signing_region_set(Some(regions.into()));
                self
            }

            /// Sets or clears the regions that signatures of SigV4a are for.
            #[inline]
            pub fn set_sigv4a_signing_region_set(
                &mut self,
                regions: Option<$crate::sdk::config::SigningRegionSet>,
            ) -> &mut Self {
                self.settings.set_sigv4a_signing_region_set(regions);
                self
            }
        }
    };
}

/// The settings of a service of AWS that takes bearer tokens.
#[macro_export]
#[doc(hidden)]
macro_rules! config_bearer {
    ($builder:ident) => {
        $crate::config_token!($builder);

        impl $builder {
            /// Sets the provider of bearer tokens.
            pub fn token_provider(mut self, provider: impl $crate::sdk::config::ProvideToken + 'static) -> Self {
                let provider = $crate::sdk::config::SharedTokenProvider::new(provider);
                self.settings.set_token_provider(Some(provider));
                self
            }

            /// Sets the provider of bearer tokens. `None` leaves it as it was.
            #[inline]
            pub fn set_token_provider(
                &mut self,
                provider: Option<$crate::sdk::config::SharedTokenProvider>,
            ) -> &mut Self {
                self.settings.set_token_provider(provider);
                self
            }
        }
    };
}

/// The settings of any service that takes bearer tokens.
#[macro_export]
#[doc(hidden)]
macro_rules! config_token {
    ($builder:ident) => {
        $crate::config_identity! {
            $builder, $crate::sdk::config::HTTP_BEARER_AUTH_SCHEME_ID,
            /// Sets the bearer token.
            bearer_token: $crate::sdk::config::Token,
            /// Sets what gives the bearer token of a call.
            bearer_token_resolver,
        }
    };
}

/// The settings of a service that takes API keys.
#[macro_export]
#[doc(hidden)]
macro_rules! config_api_key {
    ($builder:ident) => {
        $crate::config_identity! {
            $builder, $crate::sdk::config::HTTP_API_KEY_AUTH_SCHEME_ID,
            /// Sets the API key.
            api_key: $crate::sdk::config::Token,
            /// Sets what gives the API key of a call.
            api_key_resolver,
        }
    };
}

/// The settings of a service that takes a user and a password.
#[macro_export]
#[doc(hidden)]
macro_rules! config_basic {
    ($builder:ident) => {
        $crate::config_identity! {
            $builder, $crate::sdk::config::HTTP_BASIC_AUTH_SCHEME_ID,
            /// Sets user and password.
            basic_auth_login: $crate::sdk::config::Login,
            /// Sets what gives user and password of a call.
            basic_auth_login_resolver,
        }
    };
}

/// A setting for an identity, and one for what gives it.
#[macro_export]
#[doc(hidden)]
macro_rules! config_identity {
    ($builder:ident, $scheme:expr, $(#[$doc:meta])* $name:ident: $ty:ty, $(#[$resolver_doc:meta])* $resolver:ident,) => {
        impl $builder {
            $(#[$doc])*
            pub fn $name(self, value: $ty) -> Self {
                self.$resolver(value)
            }

            $(#[$resolver_doc])*
            pub fn $resolver(mut self, resolver: impl $crate::sdk::config::ResolveIdentity + 'static) -> Self {
                self.settings.set_identity_resolver($scheme, resolver);
                self
            }
        }
    };
}
