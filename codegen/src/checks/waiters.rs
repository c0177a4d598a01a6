//! The rules of the package `smithy-waiters`, which concern models that use
//! `smithy.waiters` only.

use crate::model::ids;

pub(super) mod unique_waiter_names;
pub(super) mod waitable_trait;

const WAITABLE: &str = ids::WAITABLE;
