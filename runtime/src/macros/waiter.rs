//! The methods that the waiters of every operation have beside setters: in, the names of its
//! builder; out, the methods. A macro, because methods on a type that another crate owns are
//! impossible.

/// Writes what the builder `$fluent<Wait<Call, W>>` of an operation's waiters has beside
/// setters, for each waiter `W` of it; `$input` is `$fluent<Members>`.
///
/// The module that calls has what [`operation_builder!`](crate::operation_builder) asks for,
/// and the alias `Input`.
#[macro_export]
#[doc(hidden)]
macro_rules! waiter_builder {
    ($fluent:ident, $input:ident) => {
        impl<W> $crate::waiter::Builder for $fluent<$crate::waiter::Wait<Call, W>> {
            #[inline]
            fn with_handle(handle: $crate::__private::v1::Handle) -> Self {
                let call = Call { handle, input: std::default::Default::default() };
                Self { state: $crate::waiter::Wait::new(call) }
            }
        }

        impl<W: $crate::waiter::Waiter<Input, Output, Error>> $fluent<$crate::waiter::Wait<Call, W>> {
            /// Returns the input as it is set so far.
            #[inline]
            pub fn as_input(&self) -> &$input {
                &self.state.call().input
            }

            /// Sends the request until the response, or the error, is one that ends the wait.
            ///
            /// The time between two requests grows with their number, and has a random part.
            /// Of how it goes on, and of the reason that a service gives for a failure, there
            /// are events at debug level, in a span `waiter`.
            ///
            /// Returns the last result; or an error if it is a failure, after `max_wait`, and
            /// if it is an error that the waiter does not expect.
            #[inline]
            pub async fn wait(
                self,
                max_wait: std::time::Duration,
            ) -> std::result::Result<
                $crate::waiter::FinalPoll<Output, Error>,
                $crate::waiter::WaiterError<Output, Error>,
            > {
                let Call { handle, input } = self.state.into_call();
                $crate::waiter::wait::<W, _, _, _>(handle, &super::OPERATION, input.build(), max_wait).await
            }
        }
    };
}
