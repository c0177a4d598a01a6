//! The ids of a request: in, whose service it is; out, the names that outputs and errors have
//! for them.

/// An id that the service gives a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RequestId {
    /// The one that most services have.
    Usual,
    /// That of the server that has responded.
    Extended,
}

impl RequestId {
    /// The ids of most services.
    pub(crate) const USUAL: &'static [Self] = &[Self::Usual];

    /// The trait of what has the id.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Usual => "RequestId",
            Self::Extended => "RequestIdExt",
        }
    }

    /// Its method, which is one of responses as well.
    pub(crate) fn method(self) -> &'static str {
        match self {
            Self::Usual => "request_id",
            Self::Extended => "extended_request_id",
        }
    }

    /// The field of an output.
    pub(crate) fn field(self) -> &'static str {
        match self {
            Self::Usual => "_request_id",
            Self::Extended => "_extended_request_id",
        }
    }
}
