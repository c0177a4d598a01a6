//! A response may have the CRC-32 of its body.

use quote::quote;

use super::Parts;

pub(super) fn render() -> Parts {
    Parts::named(quote!(ResponseCrc32))
}
