//! What a fluent builder has whose requests can be presigned: in, its name and what a presigned
//! request has in place of a body; out, the methods.

/// Writes `presigned()` of the fluent builder of an operation, in the module that calls
/// [`operation_builder!`](crate::operation_builder).
#[macro_export]
#[doc(hidden)]
macro_rules! presigned_operation {
    ($fluent:ident, $body:ident) => {
        impl $fluent {
            /// Signs the request and does not send it: whoever gets the presigned request can send
            /// it, without credentials, until it or the credentials that signed it expire.
            ///
            /// On failure, the future returns the errors of `send()` that need no response, and one
            /// if there are no credentials.
            #[inline]
            pub fn presigned(
                self,
                presigning_config: $crate::sdk::presigning::PresigningConfig,
            ) -> $crate::__private::v1::PresignedFuture<Error> {
                let body = $crate::__private::v1::presigning::PresignedBody::$body;
                let input = self.state.input.build();
                self.state.handle.presign(&super::OPERATION, input, std::option::Option::None, body, &presigning_config)
            }
        }

        impl $crate::__private::v1::Presignable<Error> for $fluent {
            #[inline]
            fn presign_with(
                self,
                config: $crate::__private::v1::config::SettingsBuilder,
                presigning_config: $crate::sdk::presigning::PresigningConfig,
            ) -> $crate::__private::v1::PresignedFuture<Error> {
                let body = $crate::__private::v1::presigning::PresignedBody::$body;
                let (input, config) = (self.state.input.build(), std::option::Option::Some(config));
                self.state.handle.presign(&super::OPERATION, input, config, body, &presigning_config)
            }
        }
    };
}
