//! Impls whose text is the same for each type of a kind. In: the type's
//! name. Out: the impls. They are macros because an impl cannot be a function;
//! emitted code names the type and a reviewer reads one line instead of forty.
//! None of them takes a body: there is nothing in them to format or to decide.
//! Paths are written in full: the type may be called `Option`, and hide that one.

mod auth;
mod builder;
mod endpoint;
mod paginator;
mod presigning;
mod settings;
mod waiter;

/// What the error enum of an operation delegates to the error that it holds.
/// The enum implements [`OperationError`](crate::modeled::OperationError) itself.
#[doc(hidden)]
#[macro_export]
macro_rules! operation_error {
    ($name:ident) => {
        $crate::operation_error!($name, $crate::sdk::operation::RequestId: request_id);
    };
    ($name:ident, $($request_id:path: $id:ident),+) => {
        #[allow(deprecated)]
        impl std::error::Error for $name {
            fn source(&self) -> std::option::Option<&(dyn std::error::Error + 'static)> {
                $crate::modeled::source($crate::modeled::OperationError::inner(self))
            }
        }

        #[allow(deprecated)]
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt($crate::modeled::OperationError::inner(self), f)
            }
        }

        #[allow(deprecated)]
        impl $crate::sdk::error::ProvideErrorMetadata for $name {
            fn meta(&self) -> &$crate::sdk::error::ErrorMetadata {
                $crate::modeled::OperationError::inner(self).meta()
            }
        }

        #[allow(deprecated)]
        impl $crate::__private::v1::ProvideErrorKind for $name {
            fn retryable_error_kind(&self) -> std::option::Option<$crate::__private::v1::ErrorKind> {
                $crate::modeled::OperationError::inner(self).retryable_error_kind()
            }

            fn code(&self) -> std::option::Option<&str> {
                $crate::modeled::OperationError::inner(self).meta().code()
            }
        }

        $(#[allow(deprecated)]
        impl $request_id for $name {
            fn $id(&self) -> std::option::Option<&str> {
                self.meta().$id()
            }
        })+

        #[allow(deprecated)]
        impl $crate::__private::v1::CreateUnhandledError for $name {
            fn create_unhandled_error(
                source: $crate::sdk::error::BoxError,
                meta: std::option::Option<$crate::sdk::error::ErrorMetadata>,
            ) -> Self {
                Self::Unhandled($crate::modeled::Unhandled::new(source, meta))
            }
        }

        impl $name {
            /// Wraps an error that the service did not send.
            pub fn unhandled(err: impl Into<$crate::sdk::error::BoxError>) -> Self {
                $crate::__private::v1::CreateUnhandledError::create_unhandled_error(
                    err.into(),
                    std::option::Option::None,
                )
            }

            /// Creates an error from its metadata.
            pub fn generic(err: $crate::sdk::error::ErrorMetadata) -> Self {
                $crate::__private::v1::CreateUnhandledError::create_unhandled_error(
                    err.clone().into(),
                    std::option::Option::Some(err),
                )
            }

            /// Returns the metadata of the error: its code, its message and the request id.
            pub fn meta(&self) -> &$crate::sdk::error::ErrorMetadata {
                $crate::modeled::OperationError::inner(self).meta()
            }
        }
    };
}

/// What an error structure of the model is beside its members; they are in a
/// field `meta`.
#[doc(hidden)]
#[macro_export]
macro_rules! modeled_error {
    ($name:ident) => {
        $crate::modeled_error!($name, $crate::sdk::operation::RequestId: request_id);
    };
    ($name:ident, $($request_id:path: $id:ident),+) => {
        #[allow(deprecated)]
        impl std::error::Error for $name {}

        #[allow(deprecated)]
        impl $crate::sdk::error::ProvideErrorMetadata for $name {
            fn meta(&self) -> &$crate::sdk::error::ErrorMetadata {
                &self.meta
            }
        }

        $(#[allow(deprecated)]
        impl $request_id for $name {
            fn $id(&self) -> std::option::Option<&str> {
                self.meta.$id()
            }
        })+
    };
}

/// [`operation_error!`](crate::operation_error) of a service that is not one of AWS's.
#[doc(hidden)]
#[macro_export]
macro_rules! own_operation_error {
    ($name:ident) => {
        $crate::operation_error!($name, $crate::sdk::own::RequestId: request_id);
    };
}

/// [`modeled_error!`](crate::modeled_error) of a service that is not one of AWS's.
#[doc(hidden)]
#[macro_export]
macro_rules! own_modeled_error {
    ($name:ident) => {
        $crate::modeled_error!($name, $crate::sdk::own::RequestId: request_id);
    };
}

/// The ids of the request that an output has, in fields whose names begin with an underscore.
#[doc(hidden)]
#[macro_export]
macro_rules! request_ids {
    ($name:ident) => {
        $crate::request_ids!($name, $crate::sdk::operation::RequestId: request_id in _request_id);
    };
    ($name:ident, $($of:path: $method:ident in $field:ident),+) => {
        $(
            #[allow(deprecated)]
            impl $of for $name {
                fn $method(&self) -> std::option::Option<&str> {
                    self.$field.as_deref()
                }
            }
        )+
    };
}

/// [`request_ids!`](crate::request_ids) of a service that is not one of AWS's.
#[doc(hidden)]
#[macro_export]
macro_rules! own_request_ids {
    ($name:ident) => {
        $crate::request_ids!($name, $crate::sdk::own::RequestId: request_id in _request_id);
    };
}

/// [`request_ids!`](crate::request_ids) of a service whose requests have a second id.
#[doc(hidden)]
#[macro_export]
macro_rules! extended_request_ids {
    ($name:ident) => {
        $crate::request_ids!(
            $name,
            $crate::sdk::operation::RequestId: request_id in _request_id,
            $crate::sdk::operation::RequestIdExt: extended_request_id in _extended_request_id
        );
    };
}

/// [`operation_error!`](crate::operation_error) of a service whose requests have a second id.
#[doc(hidden)]
#[macro_export]
macro_rules! extended_operation_error {
    ($name:ident) => {
        $crate::operation_error!(
            $name,
            $crate::sdk::operation::RequestId: request_id,
            $crate::sdk::operation::RequestIdExt: extended_request_id
        );
    };
}

/// [`modeled_error!`](crate::modeled_error) of a service whose requests have a second id.
#[doc(hidden)]
#[macro_export]
macro_rules! extended_modeled_error {
    ($name:ident) => {
        $crate::modeled_error!(
            $name,
            $crate::sdk::operation::RequestId: request_id,
            $crate::sdk::operation::RequestIdExt: extended_request_id
        );
    };
}

/// What follows from an enum's `as_str` and `From<&str>`.
#[doc(hidden)]
#[macro_export]
macro_rules! open_enum {
    ($name:ident) => {
        #[allow(deprecated)]
        impl std::str::FromStr for $name {
            type Err = std::convert::Infallible;

            fn from_str(value: &str) -> std::result::Result<Self, Self::Err> {
                std::result::Result::Ok(Self::from(value))
            }
        }

        #[allow(deprecated)]
        impl std::convert::AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        #[allow(deprecated)]
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}
