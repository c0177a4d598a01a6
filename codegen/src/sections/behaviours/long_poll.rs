//! The service answers when there is something to say.

use quote::quote;

use super::Parts;

pub(super) fn render() -> Parts {
    Parts::named(quote!(LongPoll))
}
