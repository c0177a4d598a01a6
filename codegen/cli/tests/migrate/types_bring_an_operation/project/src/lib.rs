//! A type that no call of the program reaches, an error, a setting, a type of streams.

mod api {
    pub use aws_sdk_store::types as model;
    pub use aws_sdk_store::{Client, Config, Error as StoreError};
}

use aws_sdk_store::primitives::ByteStream;
use api::model::*;

/// The types `RestoreRequest` and `Tier` come with one operation.
fn request() -> RestoreRequest {
    RestoreRequest::builder().tier(Tier::Bulk).build()
}

fn is_missing(error: &api::StoreError) -> bool {
    matches!(error, api::StoreError::NoSuchItem(_))
}

fn config(builder: aws_sdk_store::config::Builder) -> api::Config {
    builder.idempotency_token_provider("0000").build()
}

fn body() -> ByteStream {
    ByteStream::from_static(b"")
}
