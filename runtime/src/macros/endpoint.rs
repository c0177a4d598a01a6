//! The endpoints of an emitted crate: in, its parameters, a line each, and its table; out, the
//! types of `config::endpoint`. Macros, because 45 lines a parameter are nothing to review.

/// Writes `Params` and its builder.
///
/// A parameter has the form `name: Kind<setter, SLOT>`, where the slot is the constant by
/// which rules name it. A third argument is its default, or `required` for one that has to be
/// set. Kinds: `Text`, `Flag`, `List`; `Region`, a text that has to be a label of a host;
/// `Account`, a text that the identity of the call gives.
#[macro_export]
#[doc(hidden)]
macro_rules! endpoint_params {
    (struct $params:ident {
        $($(#[$doc:meta])* $name:ident: $kind:ident<$set:ident, $slot:ident $(, $default:tt)?>,)*
    }) => {
        /// The parameters that decide where a request goes.
        #[non_exhaustive]
        #[derive(Clone, PartialEq, Debug)]
        pub struct $params {
            $($name: $crate::endpoint_params!(@field $kind $(, $default)?),)*
        }

        impl $params {
            /// Creates a builder for [`Params`].
            pub fn builder() -> ParamsBuilder {
                ParamsBuilder::default()
            }

            $($crate::endpoint_params! { @getter $kind $name ($($default)?) $(#[$doc])* })*

            #[allow(unused)]
            fn __finalize(params: &mut $crate::__private::v1::endpoint::EndpointResolverParams) {
                $($crate::endpoint_params! { @finalize $kind $params params $name })*
            }
        }

        impl $crate::__private::v1::endpoint::Parameters for $params {
            fn fill<'v>(&'v self, slots: &mut [$crate::__private::v1::endpoint::Value<'v>]) {
                // Written where they are read, since a call has to do it.
                if let [$($name,)* ..] = slots {
                    $(*$name = (&self.$name).into();)*
                }
            }
        }

        /// Builder for [`Params`].
        #[derive(Clone, PartialEq, Default, Debug)]
        pub struct ParamsBuilder {
            $($name: std::option::Option<$crate::endpoint_params!(@owned $kind)>,)*
        }

        impl ParamsBuilder {
            $(
                $(#[$doc])*
                #[inline]
                pub fn $name(self, value: impl Into<$crate::endpoint_params!(@owned $kind)>) -> Self {
                    self.$set(Some(value.into()))
                }

                $(#[$doc])*
                #[inline]
                pub fn $set(mut self, value: std::option::Option<$crate::endpoint_params!(@owned $kind)>) -> Self {
                    self.$name = value;
                    self
                }
            )*

            /// The parameters of a call.
            #[allow(dead_code)]
            pub(crate) fn __of_call(
                self,
            ) -> $crate::__private::v1::endpoint::OfCall {
                Ok($crate::__private::v1::endpoint::EndpointResolverParams::new(self.build()?))
            }

            /// Builds the parameters, or returns an error if they are invalid.
            pub fn build(self) -> std::result::Result<$params, InvalidParams> {
                $($crate::endpoint_params! { @check $kind self.$name })*
                self.__unchecked()
            }

            /// The same for parameters that a test of the rules has, which may be odd.
            pub(crate) fn __unchecked(self) -> std::result::Result<$params, InvalidParams> {
                Ok($params {
                    $($name: $crate::endpoint_params!(@value $name self.$name $(, $default)?),)*
                })
            }
        }

        /// The parameters of a call that says nothing about its endpoint.
        pub(crate) fn of_call(
            cfg: &$crate::sdk::config::ConfigBag,
            _: &$crate::__private::v1::op::Input,
        ) -> $crate::__private::v1::endpoint::OfCall {
            params(cfg).__of_call()
        }

        #[allow(dead_code, non_camel_case_types)]
        enum Slots {
            $($name),*
        }

        $(
            #[allow(dead_code)]
            const $slot: $crate::__private::v1::endpoint::rules::Expr<'static> =
                $crate::__private::v1::endpoint::rules::Expr::Slot(Slots::$name as usize);
        )*
    };

    (@owned Flag) => { bool };
    (@owned List) => { std::vec::Vec<std::string::String> };
    (@owned $text:ident) => { std::string::String };

    // What has a default, or is required, is always there.
    (@field $kind:ident) => { std::option::Option<$crate::endpoint_params!(@owned $kind)> };
    (@field $kind:ident, $default:tt) => { $crate::endpoint_params!(@owned $kind) };

    (@getter Flag $name:ident ($($default:tt)?) $(#[$doc:meta])*) => {
        $(#[$doc])*
        pub fn $name(&self) -> std::option::Option<bool> {
            self.$name.into()
        }
    };
    (@getter List $name:ident ($($default:tt)?) $(#[$doc:meta])*) => {
        $(#[$doc])*
        pub fn $name(&self) -> std::option::Option<&[std::string::String]> {
            $crate::endpoint_params!(@borrowed self.$name $($default)?)
        }
    };
    (@getter $text:ident $name:ident ($($default:tt)?) $(#[$doc:meta])*) => {
        $(#[$doc])*
        pub fn $name(&self) -> std::option::Option<&str> {
            $crate::endpoint_params!(@borrowed self.$name $($default)?)
        }
    };
    (@borrowed $self:ident.$name:ident) => { $self.$name.as_deref() };
    (@borrowed $self:ident.$name:ident $default:tt) => { Some(&$self.$name) };

    (@finalize Account $params:ident $erased:ident $name:ident) => {
        if let Some(account) = $crate::__private::v1::endpoint::account_id($erased) {
            if let Some(params) = $erased.get_mut::<$params>() {
                params.$name = account.into();
            }
        }
    };
    (@finalize $other:ident $params:ident $erased:ident $name:ident) => {};

    (@check Region $self:ident.$name:ident) => {
        $crate::__private::v1::endpoint::check_region($self.$name.as_deref())?;
    };
    (@check $other:ident $self:ident.$name:ident) => {};

    (@value $name:ident $self:ident.$field:ident) => { $self.$field };
    (@value $name:ident $self:ident.$field:ident, required) => {
        $self.$field.ok_or_else(|| InvalidParams::missing(stringify!($name)))?
    };
    (@value $name:ident $self:ident.$field:ident, $default:tt) => {
        $self.$field.unwrap_or_else(|| $default.into())
    };
}

/// Writes the trait of resolvers with typed parameters, what makes one of it that the runtime
/// takes, and the resolver that asks the rules of the service.
#[macro_export]
#[doc(hidden)]
macro_rules! endpoint_resolver {
    ($params:ident, $rules:path) => {
        /// Finds the endpoint of a request.
        pub trait ResolveEndpoint: Send + Sync + std::fmt::Debug {
            /// Returns the endpoint for these parameters.
            fn resolve_endpoint<'a>(&'a self, params: &'a $params) -> EndpointFuture<'a>;

            /// Converts the resolver into one that clients share.
            fn into_shared_resolver(self) -> SharedEndpointResolver
            where
                Self: Sized + 'static,
            {
                SharedEndpointResolver::new(DowncastParams(self))
            }
        }

        #[derive(Debug)]
        struct DowncastParams<T>(T);

        impl<T: ResolveEndpoint> $crate::__private::v1::endpoint::ResolveEndpoint for DowncastParams<T> {
            fn resolve_endpoint<'a>(
                &'a self,
                params: &'a $crate::__private::v1::endpoint::EndpointResolverParams,
            ) -> EndpointFuture<'a> {
                match params.get() {
                    Some(params) => self.0.resolve_endpoint(params),
                    None => $crate::__private::v1::endpoint::unexpected_params(),
                }
            }

            fn finalize_params<'a>(
                &'a self,
                params: &'a mut $crate::__private::v1::endpoint::EndpointResolverParams,
            ) -> std::result::Result<(), $crate::sdk::error::BoxError> {
                $params::__finalize(params);
                Ok(())
            }
        }

        /// Resolves the endpoints of the service by its rules.
        #[derive(Debug)]
        pub struct DefaultResolver {
            resolver: $crate::__private::v1::endpoint::Resolver,
        }

        impl DefaultResolver {
            /// Creates a resolver.
            pub fn new() -> Self {
                Self { resolver: $crate::__private::v1::endpoint::Resolver::new(&$rules) }
            }

            pub(crate) fn shared() -> SharedEndpointResolver {
                Self::new().into_shared_resolver()
            }
        }

        impl Default for DefaultResolver {
            fn default() -> Self {
                Self::new()
            }
        }

        impl ResolveEndpoint for DefaultResolver {
            fn resolve_endpoint<'a>(&'a self, params: &'a $params) -> EndpointFuture<'a> {
                self.resolver.resolve(params)
            }
        }
    };
}
