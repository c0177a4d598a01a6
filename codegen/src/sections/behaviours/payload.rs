//! What is signed instead of the body.

use quote::quote;

use super::Parts;
use crate::ir::Payload;

pub(super) fn render(payload: Payload) -> Parts {
    Parts::named(match payload {
        Payload::Unsigned => quote!(Payload::Unsigned),
        Payload::Events => quote!(Payload::Events),
    })
}
