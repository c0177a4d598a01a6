//! The body is compressed.

use quote::quote;

use super::Parts;

pub(super) fn render() -> Parts {
    Parts { before_body: quote!(req.gzip(cfg);), uses_config: true, ..Parts::default() }
}
