//! Compressed bodies: in, a body in memory and the settings of a call; out, the same
//! body with gzip, where it is worth it (Smithy 2.0, "requestCompression trait").

use aws_smithy_types::config_bag::{Storable, StoreReplace};

/// Whether requests are sent without compression. They are not where nothing is stored.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DisableRequestCompression(pub(crate) bool);

impl Storable for DisableRequestCompression {
    type Storer = StoreReplace<Self>;
}

/// The size of the smallest body that is compressed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MinCompressionSize(pub(crate) u32);

impl Storable for MinCompressionSize {
    type Storer = StoreReplace<Self>;
}

#[cfg(feature = "compression")]
pub(crate) use gzip::IsCompressed;

#[cfg(feature = "compression")]
mod gzip;
