//! `@paginated` of an operation, completed by the service's
//! (Smithy 2.0, section "Behavior traits").

use crate::model::{ids, Node, Traits};

/// The trait's id.
pub(crate) const ID: &str = ids::PAGINATED;

/// The typed trait.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Paginated<'t> {
    pub(crate) input_token: &'t str,
    pub(crate) output_token: &'t str,
    pub(crate) page_size: Option<&'t str>,
    pub(crate) items: Option<&'t str>,
}

impl<'t> Paginated<'t> {
    /// None where the operation has no trait, or where no token is named.
    pub(crate) fn of(operation: &'t Traits, service: &'t Traits) -> Option<Self> {
        let own = operation.get(ID)?;
        let text = |key: &str| {
            let inherited = || service.get(ID).and_then(|node| node.get(key));
            own.get(key).or_else(inherited).and_then(Node::as_str)
        };
        Some(Self {
            input_token: text("inputToken")?,
            output_token: text("outputToken")?,
            page_size: text("pageSize"),
            items: text("items"),
        })
    }
}
