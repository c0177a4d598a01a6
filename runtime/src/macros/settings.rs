//! The settings of an emitted crate: in, its `Config` and `Builder` and its service; out,
//! the getters and setters that every crate of its kind has: one for a service of AWS, for
//! one whose requests AWS checks, or for any other.
//!
//! A macro, because methods on a type that another crate owns are impossible and
//! 120 forwarding methods are nothing to review. `#[inline]` on each keeps them
//! out of the emitted crate's own compilation: callers compile what they call.

/// Writes the standard settings of a client for a service of AWS.
///
/// `$config` has a field `settings: Settings`, `$builder` a field `settings:
/// SettingsBuilder`. The module that calls has a child `auth` with the trait
/// `ResolveAuthScheme` and a child `endpoint` with the trait `ResolveEndpoint`.
#[macro_export]
#[doc(hidden)]
macro_rules! config_settings {
    ($config:ident, $builder:ident, $service:path) => {
        /// The cargo features that this crate was built with.
        pub(crate) const FEATURES: $crate::__private::v1::config::Features =
            $crate::__private::v1::config::Features {
                behavior_version_latest: cfg!(feature = "behavior-version-latest"),
                default_http_client: false,
                default_https_client: cfg!(feature = "default-https-client"),
                legacy_https_client: cfg!(feature = "legacy-https-client"),
            };

        $crate::config_settings! { @common $config, $builder, $service }
        $crate::config_settings! { @region $config, $builder, $service }

        impl $config {
            $crate::config_settings! { @load
                /// The application's name in the user agent.
                app_name: AppName,
            }

            /// The frameworks in the user agent, in the order in which they were added.
            #[inline]
            pub fn framework_metadata(&self) -> Vec<&$crate::sdk::config::FrameworkMetadata> {
                self.settings.framework_metadata()
            }

            /// The generator of invocation ids.
            #[inline]
            pub fn invocation_id_generator(
                &self,
            ) -> Option<$crate::sdk::config::SharedInvocationIdGenerator> {
                self.settings.invocation_id_generator()
            }
        }

        impl $builder {
            $crate::config_settings! { @set
                /// Sets the application's name in the user agent.
                app_name set_app_name: $crate::sdk::config::AppName,
            }

            /// Adds a framework to the user agent.
            #[inline]
            pub fn framework_metadata(
                mut self,
                metadata: $crate::sdk::config::FrameworkMetadata,
            ) -> Self {
                self.settings.push_framework_metadata(metadata);
                self
            }

            /// Adds a framework to the user agent.
            #[inline]
            pub fn push_framework_metadata(
                &mut self,
                metadata: $crate::sdk::config::FrameworkMetadata,
            ) -> &mut Self {
                self.settings.push_framework_metadata(metadata);
                self
            }

            /// Sets the generator of invocation ids.
            pub fn invocation_id_generator(
                mut self,
                generator: impl $crate::sdk::config::InvocationIdGenerator + 'static,
            ) -> Self {
                let generator = $crate::sdk::config::SharedInvocationIdGenerator::new(generator);
                self.settings.set_invocation_id_generator(Some(generator));
                self
            }

            /// Sets the generator of invocation ids.
            #[inline]
            pub fn set_invocation_id_generator(
                &mut self,
                generator: Option<$crate::sdk::config::SharedInvocationIdGenerator>,
            ) -> &mut Self {
                self.settings.set_invocation_id_generator(generator);
                self
            }
        }
    };

    // What is signed needs a region, and callers have it in a shared config.
    (@region $config:ident, $builder:ident, $service:path) => {
        impl $config {
            /// Reads the settings of this service from a shared config.
            pub fn new(config: &$crate::sdk::config::SdkConfig) -> Self {
                $builder::from(config).build()
            }

            $crate::config_settings! { @load
                /// The region.
                region: Region,
            }

            /// Whether the correction of clock skew is disabled.
            #[inline]
            pub fn disable_clock_skew_correction(&self) -> Option<bool> {
                self.settings.disable_clock_skew_correction()
            }
        }

        impl From<&$crate::sdk::config::SdkConfig> for $config {
            fn from(config: &$crate::sdk::config::SdkConfig) -> Self {
                Self::new(config)
            }
        }

        impl $builder {
            $crate::config_settings! { @set_into
                /// Sets whether to use dual-stack endpoints.
                use_dual_stack set_use_dual_stack: bool,
                /// Sets whether to use FIPS endpoints.
                use_fips set_use_fips: bool,
            }

            $crate::config_settings! { @set_into_option
                /// Sets whether the correction of clock skew is disabled.
                disable_clock_skew_correction set_disable_clock_skew_correction: bool,
                /// Sets the region.
                region set_region: $crate::sdk::config::Region,
            }

            /// The same as `apply_test_defaults`, with a region.
            #[cfg(feature = "test-util")]
            pub fn apply_test_defaults_v2(&mut self) -> &mut Self {
                self.settings.apply_test_defaults_v2();
                self
            }

            /// The same as `with_test_defaults`, with a region.
            #[cfg(feature = "test-util")]
            pub fn with_test_defaults_v2(mut self) -> Self {
                self.settings.apply_test_defaults_v2();
                self
            }
        }

        impl From<&$crate::sdk::config::SdkConfig> for $builder {
            fn from(config: &$crate::sdk::config::SdkConfig) -> Self {
                type Settings = $crate::__private::v1::config::SettingsBuilder;
                Self {
                    settings: Settings::from_sdk_config(config, &$service),
                }
            }
        }
    };

    // What every client has.
    (@common $config:ident, $builder:ident, $service:path) => {
        #[cfg(feature = "default-https-client")]
        #[doc(inline)]
        pub use $crate::sdk::config::https_client;

        impl $config {
            /// A builder without any setting.
            pub fn builder() -> $builder {
                $builder::default()
            }

            /// A builder with the settings of this config.
            pub fn to_builder(&self) -> $builder {
                $builder {
                    settings: self.settings.to_builder(),
                }
            }

            $crate::config_settings! { @load
                /// The protection against stalled streams.
                stalled_stream_protection: StalledStreamProtectionConfig,
                /// The order in which auth schemes are preferred.
                auth_scheme_preference: AuthSchemePreference,
                /// How failed attempts are retried.
                retry_config: RetryConfig,
                /// The time limits of calls.
                timeout_config: TimeoutConfig,
                /// The partition in which calls share a quota of retries.
                retry_partition: RetryPartition,
            }

            $crate::config_settings! { @component
                /// The HTTP client.
                http_client http_client: Option<$crate::sdk::config::SharedHttpClient>,
                /// The auth schemes that were added.
                auth_schemes auth_schemes: impl Iterator<Item = $crate::sdk::config::SharedAuthScheme> + '_,
                /// The resolver of auth schemes, if one was set.
                auth_scheme_resolver auth_scheme_option_resolver:
                    Option<$crate::sdk::config::SharedAuthSchemeOptionResolver>,
                /// The implementation of sleep.
                sleep_impl sleep_impl: Option<$crate::sdk::config::SharedAsyncSleep>,
                /// The cache of identities.
                identity_cache identity_cache: Option<$crate::sdk::config::SharedIdentityCache>,
                /// The interceptors that were added.
                interceptors interceptors: impl Iterator<Item = $crate::sdk::config::SharedInterceptor> + '_,
                /// The source of time.
                time_source time_source: Option<$crate::sdk::config::SharedTimeSource>,
                /// The retry classifiers that were added.
                retry_classifiers retry_classifiers:
                    impl Iterator<Item = $crate::sdk::config::SharedRetryClassifier> + '_,
            }

            /// The resolver of endpoints.
            #[inline]
            pub fn endpoint_resolver(&self) -> $crate::sdk::config::endpoint::SharedEndpointResolver {
                self.settings.endpoint_resolver()
            }

        }

        impl $builder {
            /// A builder without any setting.
            pub fn new() -> Self {
                Self::default()
            }

            /// Builds the config. Whether its settings suffice is checked when a client is created.
            pub fn build(self) -> $config {
                $config {
                    settings: self.settings.build(&$service),
                }
            }

            $crate::config_settings! { @set
                /// Sets the protection against stalled streams.
                stalled_stream_protection set_stalled_stream_protection:
                    $crate::sdk::config::StalledStreamProtectionConfig,
                /// Sets how failed attempts are retried.
                retry_config set_retry_config: $crate::sdk::config::retry::RetryConfig,
                /// Sets the time limits of calls; limits that are not set in it do not change.
                timeout_config set_timeout_config: $crate::sdk::config::timeout::TimeoutConfig,
                /// Sets the partition in which calls share a quota of retries.
                retry_partition set_retry_partition: $crate::sdk::config::retry::RetryPartition,
                /// Sets the behavior version, which fixes the defaults of other settings.
                behavior_version set_behavior_version: $crate::sdk::config::BehaviorVersion,
                /// Sets whether required members are checked before a request is sent.
                check_required_input set_check_required_input: bool,
            }

            $crate::config_settings! { @set_into
                /// Sets the order in which auth schemes are preferred.
                auth_scheme_preference set_auth_scheme_preference:
                    $crate::sdk::config::AuthSchemePreference,
                /// Sets the endpoint to send to, in place of the resolved one.
                endpoint_url set_endpoint_url: String,
            }

            $crate::config_settings! { @set_shared
                /// Sets the HTTP client.
                http_client set_http_client: $crate::sdk::config::HttpClient
                    => $crate::sdk::config::SharedHttpClient,
                /// Sets the implementation of sleep.
                sleep_impl set_sleep_impl: $crate::sdk::config::AsyncSleep
                    => $crate::sdk::config::SharedAsyncSleep,
                /// Sets the source of time.
                time_source set_time_source: $crate::sdk::config::TimeSource
                    => $crate::sdk::config::SharedTimeSource,
            }

            /// Adds an auth scheme, or replaces the one of the same id.
            pub fn push_auth_scheme(
                mut self,
                auth_scheme: impl $crate::sdk::config::AuthScheme + 'static,
            ) -> Self {
                let scheme = $crate::sdk::config::SharedAuthScheme::new(auth_scheme);
                self.settings.push_auth_scheme(scheme);
                self
            }

            /// Sets the resolver of auth schemes.
            pub fn auth_scheme_resolver(
                mut self,
                resolver: impl auth::ResolveAuthScheme + 'static,
            ) -> Self {
                self.set_auth_scheme_resolver(resolver);
                self
            }

            /// Sets the resolver of auth schemes.
            pub fn set_auth_scheme_resolver(
                &mut self,
                resolver: impl auth::ResolveAuthScheme + 'static,
            ) -> &mut Self {
                let resolver = resolver.into_shared_resolver();
                self.settings.set_auth_scheme_resolver(resolver);
                self
            }

            /// Allows unsigned calls.
            #[inline]
            pub fn allow_no_auth(mut self) -> Self {
                self.settings.allow_no_auth();
                self
            }

            /// Allows unsigned calls.
            #[inline]
            pub fn set_allow_no_auth(&mut self) -> &mut Self {
                self.settings.allow_no_auth();
                self
            }

            /// Sets the resolver of endpoints.
            pub fn endpoint_resolver(
                mut self,
                resolver: impl endpoint::ResolveEndpoint + 'static,
            ) -> Self {
                let resolver = resolver.into_shared_resolver();
                self.settings.set_endpoint_resolver(Some(resolver));
                self
            }

            /// Sets the resolver of endpoints.
            #[inline]
            pub fn set_endpoint_resolver(
                &mut self,
                resolver: Option<$crate::sdk::config::endpoint::SharedEndpointResolver>,
            ) -> &mut Self {
                self.settings.set_endpoint_resolver(resolver);
                self
            }

            /// Sets the cache of identities.
            pub fn identity_cache(
                mut self,
                cache: impl $crate::sdk::config::ResolveCachedIdentity + 'static,
            ) -> Self {
                self.set_identity_cache(cache);
                self
            }

            /// Sets the cache of identities.
            pub fn set_identity_cache(
                &mut self,
                cache: impl $crate::sdk::config::ResolveCachedIdentity + 'static,
            ) -> &mut Self {
                let cache = $crate::sdk::config::IntoShared::into_shared(cache);
                self.settings.set_identity_cache(cache);
                self
            }

            /// Adds an interceptor.
            pub fn interceptor(
                mut self,
                interceptor: impl $crate::sdk::config::Intercept + 'static,
            ) -> Self {
                let interceptor = $crate::sdk::config::SharedInterceptor::new(interceptor);
                self.settings.push_interceptor(interceptor);
                self
            }

            /// Adds an interceptor.
            #[inline]
            pub fn push_interceptor(
                &mut self,
                interceptor: $crate::sdk::config::SharedInterceptor,
            ) -> &mut Self {
                self.settings.push_interceptor(interceptor);
                self
            }

            /// Sets the interceptors, in place of those that were added.
            pub fn set_interceptors(
                &mut self,
                interceptors: impl IntoIterator<Item = $crate::sdk::config::SharedInterceptor>,
            ) -> &mut Self {
                let interceptors = interceptors.into_iter().collect();
                self.settings.set_interceptors(interceptors);
                self
            }

            /// Adds a retry classifier.
            pub fn retry_classifier(
                mut self,
                classifier: impl $crate::sdk::config::retry::ClassifyRetry + 'static,
            ) -> Self {
                let classifier = $crate::sdk::config::SharedRetryClassifier::new(classifier);
                self.settings.push_retry_classifier(classifier);
                self
            }

            /// Adds a retry classifier.
            #[inline]
            pub fn push_retry_classifier(
                &mut self,
                classifier: $crate::sdk::config::SharedRetryClassifier,
            ) -> &mut Self {
                self.settings.push_retry_classifier(classifier);
                self
            }

            /// Sets the retry classifiers, in place of those that were added.
            pub fn set_retry_classifiers(
                &mut self,
                classifiers: impl IntoIterator<Item = $crate::sdk::config::SharedRetryClassifier>,
            ) -> &mut Self {
                let classifiers = classifiers.into_iter().collect();
                self.settings.set_retry_classifiers(classifiers);
                self
            }

            /// Sets the latest behavior version.
            #[inline]
            pub fn behavior_version_latest(mut self) -> Self {
                let latest = $crate::sdk::config::BehaviorVersion::latest();
                self.settings.set_behavior_version(Some(latest));
                self
            }

            /// Adds names of input members that metrics and tracing record.
            pub fn emit_input_attributes(
                mut self,
                names: impl IntoIterator<Item = impl Into<String>>,
            ) -> Self {
                let names = names.into_iter().map(Into::into).collect();
                self.settings.emit_input_attributes(names);
                self
            }

            /// Adds names of input members that interceptors can read from the config bag.
            pub fn capture_input_attributes(
                mut self,
                names: impl IntoIterator<Item = impl Into<String>>,
            ) -> Self {
                let names = names.into_iter().map(Into::into).collect();
                self.settings.capture_input_attributes(names);
                self
            }

            /// Sets the time and the identity of the caller to values that never change, for tests.
            #[cfg(feature = "test-util")]
            pub fn apply_test_defaults(&mut self) -> &mut Self {
                self.settings.apply_test_defaults();
                self
            }

            /// Sets the time and the identity of the caller to values that never change, for tests.
            #[cfg(feature = "test-util")]
            pub fn with_test_defaults(mut self) -> Self {
                self.settings.apply_test_defaults();
                self
            }

        }

        impl From<$builder> for $crate::__private::v1::config::SettingsBuilder {
            fn from(builder: $builder) -> Self {
                builder.settings
            }
        }
    };

    (@load $($(#[$doc:meta])* $name:ident: $ty:ident,)+) => {
        $($(#[$doc])*
        #[inline]
        pub fn $name(&self) -> Option<&$crate::__private::v1::config::layer::$ty> {
            self.settings.load()
        })+
    };
    (@component $($(#[$doc:meta])* $name:ident $of:ident: $ty:ty,)+) => {
        $($(#[$doc])*
        #[inline]
        pub fn $name(&self) -> $ty {
            self.settings.components().$of()
        })+
    };
    (@set $($(#[$doc:meta])* $name:ident $set:ident: $ty:ty,)+) => {
        $($(#[$doc])*
        #[inline]
        pub fn $name(mut self, $name: $ty) -> Self {
            self.settings.$set(Some($name));
            self
        }

        $(#[$doc])*
        #[inline]
        pub fn $set(&mut self, $name: Option<$ty>) -> &mut Self {
            self.settings.$set($name);
            self
        })+
    };
    (@set_into $($(#[$doc:meta])* $name:ident $set:ident: $ty:ty,)+) => {
        $($(#[$doc])*
        pub fn $name(mut self, $name: impl Into<$ty>) -> Self {
            self.settings.$set(Some($name.into()));
            self
        }

        $(#[$doc])*
        #[inline]
        pub fn $set(&mut self, $name: Option<$ty>) -> &mut Self {
            self.settings.$set($name);
            self
        })+
    };
    (@set_into_option $($(#[$doc:meta])* $name:ident $set:ident: $ty:ty,)+) => {
        $($(#[$doc])*
        pub fn $name(mut self, $name: impl Into<Option<$ty>>) -> Self {
            self.settings.$set($name.into());
            self
        }

        $(#[$doc])*
        #[inline]
        pub fn $set(&mut self, $name: Option<$ty>) -> &mut Self {
            self.settings.$set($name);
            self
        })+
    };
    (@set_shared $($(#[$doc:meta])* $name:ident $set:ident: $tr:path => $ty:ty,)+) => {
        $($(#[$doc])*
        pub fn $name(mut self, $name: impl $tr + 'static) -> Self {
            let shared = $crate::sdk::config::IntoShared::into_shared($name);
            self.settings.$set(Some(shared));
            self
        }

        $(#[$doc])*
        #[inline]
        pub fn $set(&mut self, $name: Option<$ty>) -> &mut Self {
            self.settings.$set($name);
            self
        })+
    };
}

/// Writes the standard settings of a client for a service that is not one of AWS's.
///
/// `$config` has a field `settings: Settings`, `$builder` a field `settings:
/// SettingsBuilder`. The module that calls has a child `auth` with the trait
/// `ResolveAuthScheme` and a child `endpoint` with the trait `ResolveEndpoint`.
#[macro_export]
#[doc(hidden)]
macro_rules! config_own {
    ($config:ident, $builder:ident, $service:path) => {
        /// The cargo features that this crate was built with.
        pub(crate) const FEATURES: $crate::__private::v1::config::Features = $crate::__private::v1::config::Features {
            behavior_version_latest: true,
            default_http_client: cfg!(feature = "default-http-client"),
            default_https_client: cfg!(feature = "default-https-client"),
            legacy_https_client: false,
        };

        $crate::config_settings! { @common $config, $builder, $service }
    };
}

/// The same for a service whose requests AWS checks before they arrive.
#[macro_export]
#[doc(hidden)]
macro_rules! config_hosted {
    ($config:ident, $builder:ident, $service:path) => {
        $crate::config_own!($config, $builder, $service);
        $crate::config_settings! { @region $config, $builder, $service }
    };
}
