//! The request has the hash of a tree over its body.

use quote::quote;

use super::Parts;

pub(super) fn render() -> Parts {
    Parts::named(quote!(TreeHash))
}
