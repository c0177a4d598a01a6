//! In: the places where the choices of the options are written, if they are in a text such
//! as a manifest. Out: the place and the help line of a choice that is wrong. Exists because
//! the same mistake is one in an argument for some users, and in a line of a file for others.

use std::collections::BTreeMap;

use crate::diagnostics::Span;
use crate::suggest;

/// Where the choices of [`Options`](crate::Options) are written: places in the
/// [`Sources`](crate::Sources).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places {
    /// The description of the crate; the place of each choice that has none of its own.
    pub entry: Span,
    /// The service.
    pub service: Option<Span>,
    /// The operations, each by its text in [`Options::operations`](crate::Options::operations).
    pub operations: BTreeMap<String, Span>,
    /// The protocol.
    pub protocol: Option<Span>,
    /// The operations to presign, each by its text in [`Options::presign`](crate::Options::presign).
    pub presign: BTreeMap<String, Span>,
    /// The header that has the ids of requests.
    pub request_id_header: Option<Span>,
}

/// A choice that a message is about.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Choice<'c> {
    Service,
    Operation(&'c str),
    Presign(&'c str),
    Protocol,
    RequestIdHeader,
}

impl Choice<'_> {
    /// The key in a manifest, and the option of the command line.
    fn key(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::Operation(_) => "operations",
            Self::Presign(_) => "presign",
            Self::Protocol => "protocol",
            Self::RequestIdHeader => "request-id-header",
        }
    }

    /// Where it is written; the default span if that is not in a text.
    pub(crate) fn span(self, places: Option<&Places>) -> Span {
        let Some(places) = places else { return Span::default() };
        let own = match self {
            Self::Service => places.service,
            Self::Operation(name) => places.operations.get(name).copied(),
            Self::Presign(name) => places.presign.get(name).copied(),
            Self::Protocol => places.protocol,
            Self::RequestIdHeader => places.request_id_header,
        };
        own.unwrap_or(places.entry)
    }

    /// The help line that lists what can be chosen; None if nothing can.
    pub(crate) fn help(self, places: Option<&Places>, values: &[&str]) -> Option<String> {
        let key = self.key();
        if places.is_none() {
            return Some(format!("choose one with --{key}: {}", suggest::list(values)?));
        }
        let lines: Vec<String> = values.iter().map(|value| format!("{key} = \"{value}\"")).collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        Some(format!("write {}", suggest::list(&lines)?))
    }
}
