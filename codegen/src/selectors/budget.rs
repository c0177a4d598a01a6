//! In: how much a selector may cost. Out: whether it is used up. Exists because anybody may
//! write a selector, and some take longer than there is time.

use std::cell::Cell;

use super::SelectorError;

/// How many visits of subjects, edges and values are left.
#[derive(Debug)]
pub(super) struct Budget(Cell<usize>);

/// A budget is used up.
#[derive(Debug, Clone, Copy)]
pub(super) struct Exhausted;

impl From<Exhausted> for SelectorError {
    fn from(_: Exhausted) -> Self {
        SelectorError::exhausted()
    }
}

impl Budget {
    pub(super) fn new(visits: usize) -> Self {
        Self(Cell::new(visits))
    }

    pub(super) fn spend(&self, visits: usize) -> Result<(), Exhausted> {
        let left = self.0.get().checked_sub(visits).ok_or(Exhausted)?;
        self.0.set(left);
        Ok(())
    }

    pub(super) fn left(&self) -> usize {
        self.0.get()
    }
}
