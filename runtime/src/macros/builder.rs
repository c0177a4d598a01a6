//! The methods that the builders of every operation have: in, their names; out, the methods.
//! A macro, because methods on a type that another crate owns are impossible. `#[inline]` keeps
//! them out of the emitted crate's own compilation: callers compile what they call.

/// Writes what the builders of an operation have beside setters, `build()` and `send()`.
///
/// `$fluent<S>` has a field `state: S`, and `$input` is `$fluent<Members>`. The module that
/// calls has the types `Members` and `Call` and the aliases `Output`, `Error`, `Client`,
/// `ConfigBuilder` and `ResponseFuture`, and its parent the `OPERATION`.
#[macro_export]
#[doc(hidden)]
macro_rules! operation_builder {
    ($fluent:ident, $input:ident) => {
        impl<S: std::fmt::Debug> std::fmt::Debug for $fluent<S> {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                $crate::builder::debug(f, &self.state, stringify!($input))
            }
        }

        impl $crate::builder::Holds<Members> for Members {
            #[inline]
            fn members(&self) -> &Members {
                self
            }

            #[inline]
            fn members_mut(&mut self) -> &mut Members {
                self
            }
        }

        impl $crate::builder::Holds<Members> for Call {
            #[inline]
            fn members(&self) -> &Members {
                &self.input.state
            }

            #[inline]
            fn members_mut(&mut self) -> &mut Members {
                &mut self.input.state
            }
        }

        impl $input {
            /// Sends a request with this input.
            #[inline]
            pub fn send_with(self, client: &Client) -> ResponseFuture {
                client.handle.send(&super::OPERATION, self.build(), std::option::Option::None)
            }
        }

        impl $fluent {
            #[inline]
            pub(crate) fn with_handle(handle: $crate::__private::v1::Handle) -> Self {
                Self { state: Call { handle, input: std::default::Default::default() } }
            }

            /// Returns the input as it is set so far.
            #[inline]
            pub fn as_input(&self) -> &$input {
                &self.state.input
            }

            /// Customizes this call before it is sent.
            #[inline]
            pub fn customize(self) -> $crate::__private::v1::CustomizableOperation<Output, Error, Self> {
                $crate::__private::v1::CustomizableOperation::new(self)
            }
        }

        impl $crate::__private::v1::Customizable<Output, Error> for $fluent {
            type Config = ConfigBuilder;

            #[inline]
            fn send_with(self, config: $crate::__private::v1::config::SettingsBuilder) -> ResponseFuture {
                let input = self.state.input.build();
                self.state.handle.send(&super::OPERATION, input, std::option::Option::Some(config))
            }
        }
    };
}
