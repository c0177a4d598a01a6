//! The methods that every paginator of an emitted crate has: in, names of types; out, the
//! methods. Macros, because methods on a type that another crate owns are impossible.

/// Writes the methods of a paginator, `$paginator(Paginator<$input, $output, $error>)`.
///
/// The module that calls has a function `next`, and its parent the `OPERATION`.
#[macro_export]
#[doc(hidden)]
macro_rules! paginator {
    ($paginator:ident, $input:path, $output:path, $error:path) => {
        impl $paginator {
            pub(crate) fn new(
                handle: $crate::__private::v1::Handle,
                input: std::result::Result<$input, $crate::sdk::error::BuildError>,
            ) -> Self {
                Self($crate::paginator::Paginator::new(handle, &super::OPERATION, input, next))
            }

            /// Sets whether the stream ends if the service returns the token that it was sent.
            /// It does by default.
            pub fn stop_on_duplicate_token(self, stop_on_duplicate_token: bool) -> Self {
                Self(self.0.stop_on_duplicate_token(stop_on_duplicate_token))
            }

            /// Returns the stream of pages. No request is sent before it is polled.
            #[inline]
            pub fn send(
                self,
            ) -> $crate::paginator::PaginationStream<
                std::result::Result<
                    $output,
                    $crate::sdk::error::SdkError<$error, $crate::sdk::config::http::HttpResponse>,
                >,
            > {
                self.0.send()
            }
        }
    };
}

/// Writes the methods by which a paginator gives the items one by one, `$items($paginator)`.
///
/// The module that calls has a function `items`.
#[macro_export]
#[doc(hidden)]
macro_rules! paginator_items {
    ($paginator:ident, $items:ident, $error:path, $item:ty) => {
        impl $paginator {
            /// Returns the items one by one instead of page by page.
            pub fn items(self) -> $items {
                $items(self)
            }
        }

        impl $items {
            /// Returns the stream of items. No request is sent before it is polled.
            #[inline]
            pub fn send(
                self,
            ) -> $crate::paginator::PaginationStream<
                std::result::Result<
                    $item,
                    $crate::sdk::error::SdkError<$error, $crate::sdk::config::http::HttpResponse>,
                >,
            > {
                $crate::paginator::items(self.0.send(), items)
            }
        }
    };
}
