//! Who may call the operation.

use quote::quote;

use super::Parts;
use crate::ir::Auth;

pub(super) fn render(auth: Auth) -> Parts {
    Parts::named(match auth {
        Auth::Optional => quote!(Auth(rt::auth::SIGV4_OR_NONE)),
        Auth::None => quote!(Auth(rt::auth::NONE)),
    })
}
