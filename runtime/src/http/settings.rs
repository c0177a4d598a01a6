//! The settings of a client that its requests look at: in, what the user has set; out, the
//! same in the config layer. They are here and not in `config`, since `config` has all
//! settings, of whatever they are.

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
