//! `@auth` and `@optionalAuth`: in, the schemes of an operation; out, the same instead of
//! those of its service.

use super::{Behaviour, Registration};
use crate::auth::Scheme;

/// The schemes that the operation can be called with, in order of preference.
#[derive(Debug)]
pub struct Auth(pub &'static [Scheme]);

impl Behaviour for Auth {
    fn register(&'static self, plugin: &mut Registration) {
        plugin.auth = self.0;
    }
}
