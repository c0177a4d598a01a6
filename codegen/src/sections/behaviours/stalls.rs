//! A body that stalls is not an error.

use quote::quote;

use super::Parts;

pub(super) fn render() -> Parts {
    Parts::named(quote!(Stalls))
}
