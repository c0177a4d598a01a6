//! In: the events of a model. Out: those that somebody who reads them needs.
//! Exists because an event about a member of a mixin comes up for each shape
//! that mixes it in, as in the official tools, and to correct it once is enough.

use std::collections::BTreeSet;

use super::{Diagnostic, Diagnostics};

impl Diagnostics {
    /// The events without those that say of another shape what an earlier one
    /// says of the same place.
    pub(super) fn distinct(&self) -> impl Iterator<Item = &Diagnostic> {
        let mut seen = BTreeSet::new();
        self.events.iter().filter(move |event| {
            let message = match event.shape.as_deref().and_then(|shape| shape.split('$').next()) {
                Some(shape) => event.message.replace(shape, ""),
                None => event.message.clone(),
            };
            event.span.source == u32::MAX || seen.insert((event.span, event.severity, &event.id, message))
        })
    }
}
