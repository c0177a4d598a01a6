//! Bodies that may stall: out, a plugin without the protection from them.

use super::{Behaviour, Registration};

/// The service may take its time with a body, so one that stalls is not an error.
#[derive(Debug)]
pub struct Stalls;

impl Behaviour for Stalls {
    fn register(&'static self, plugin: &mut Registration) {
        plugin.is_protected_from_stalls = false;
    }
}
