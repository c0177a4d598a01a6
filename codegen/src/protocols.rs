//! In: an operation of the model. Out: where each of its members stands in a
//! message, and which codec writes the body. A protocol decides; it prints
//! nothing.
//!
//! To add one: a file, a `mod` line and an entry in [`ALL`].

mod http_bindings;
mod rest_json1;

use crate::diagnostics::Diagnostics;
use crate::ir;
use crate::model::{Member, Model, Shape};

/// What lowering asks of a protocol.
pub(crate) trait Protocol: Sync {
    /// The id of the trait that a service declares it with.
    fn id(&self) -> &'static str;

    /// A key of `codecs::ALL`.
    fn codec(&self) -> &'static str;

    /// The name of a member in a body.
    fn body_name(&self, member: &Member) -> String;

    /// How a body writes timestamps that carry no trait.
    fn body_timestamps(&self) -> ir::TimestampFormat;

    /// Where a member of an operation's input, output or error stands.
    fn binding(&self, model: &Model, member: &Member, side: Side) -> ir::Binding;

    /// Method, URI and body of an operation; None after an error was reported.
    fn request(
        &self,
        model: &Model,
        operation: &Shape,
        input: &ir::Structure,
        diagnostics: &mut Diagnostics,
    ) -> Option<ir::Request>;
}

/// Which message a member belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    Request,
    Response,
}

/// The protocols, the preferred first.
pub(crate) const ALL: &[&dyn Protocol] = &[&rest_json1::RestJson1];
