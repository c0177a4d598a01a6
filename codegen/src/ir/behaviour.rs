//! In: what an operation does beside writing its request and reading its response. Out: the
//! data of it. A behaviour has one name in three rooms: `lower/behaviours` finds it in the
//! model, `sections/behaviours` prints it, `behaviour` of the runtime does it.

use super::endpoint::Given;
use super::{Member, MemberIndex, Paginator, PathPart, Secrets, Waiter};
use crate::text::Text;

/// A behaviour. There are no others: whoever matches has an arm for each.
#[derive(Debug)]
pub(crate) enum Behaviour {
    /// The schemes to try, where they are not those of the service.
    Auth(Vec<AuthScheme>),
    Checksum(Checksum),
    /// The body is compressed, if it is large.
    Compression,
    /// What the call says of where it goes, by the setters of the parameters.
    Endpoint(Vec<(String, Given)>),
    /// It tells the endpoint of the service: which member of the output has a list of them, and
    /// what gives the host of one and how many minutes it is good for.
    EndpointDiscovery {
        endpoints: MemberIndex,
        host: String,
        minutes: String,
    },
    /// What is before the host that requests go to.
    HostPrefix(Vec<PathPart>),
    /// A token is filled into this member of the input.
    Idempotency(MemberIndex),
    /// Members of the output come in a message before the events.
    InitialResponse,
    /// Keys of the input, and the headers that have their hashes.
    KeyHashes(Vec<(MemberIndex, Text)>),
    /// The service responds when it has a result or after a timeout.
    LongPoll,
    MessageDigests(MessageDigests),
    Paginator(Paginator),
    Payload(Payload),
    Presign(Presign),
    /// What responses hold that is not to be shown.
    Secrets(Secrets),
    /// A response may have a checksum: which member of the input asks for it, and by which
    /// algorithms.
    ResponseChecksum {
        mode: MemberIndex,
        algorithms: Vec<Text>,
    },
    /// A response may have the CRC-32 of its body.
    ResponseCrc32,
    /// It begins a session: with what is in one member of the input, and whose credentials are
    /// in one of the output.
    Sessions {
        bucket: MemberIndex,
        credentials: MemberIndex,
    },
    /// A body that stalls is not an error.
    Stalls,
    /// The members of the input that telemetry may record.
    Telemetry(Vec<MemberIndex>),
    /// The request has the hash of a tree over its body.
    TreeHash,
    /// In the order of the model; there is one at least.
    Waiters(Vec<Waiter>),
}

/// Which messages a call has whose digests the service says.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct MessageDigests {
    /// Those of the input.
    pub(crate) sent: Option<Messages>,
    /// Those of the output, or what it says of the others.
    pub(crate) returned: Messages,
}

/// Where messages are, by accessors.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Messages {
    /// The list that has them; without one, the input or output is the message.
    pub(crate) list: Option<String>,
    /// What names a message in both.
    pub(crate) id: Option<String>,
    /// What a message has, and what is said of it.
    pub(crate) parts: Vec<(MessagePart, String)>,
}

/// A part of a message, or its digest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum MessagePart {
    Body,
    /// With what gives the type, the text and the bytes of one.
    Attributes([String; 3]),
    SystemAttributes([String; 3]),
    Md5OfBody,
    Md5OfAttributes,
    Md5OfSystemAttributes,
}

/// A way to authenticate requests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum AuthScheme {
    SigV4,
    SigV4a,
    Bearer,
    Basic,
    ApiKey(ApiKey),
    /// Anybody may call.
    None,
}

impl AuthScheme {
    /// What the official crates call it.
    pub(crate) fn id(&self) -> &'static str {
        match self {
            Self::SigV4 => "sigv4",
            Self::SigV4a => "sigv4a",
            Self::Bearer => "httpBearerAuth",
            Self::Basic => "httpBasicAuth",
            Self::ApiKey(_) => "httpApiKeyAuth",
            Self::None => "noAuth",
        }
    }
}

/// Where a service has its keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ApiKey {
    /// The name of the header or of the query parameter.
    pub(crate) name: Text,
    pub(crate) is_query: bool,
    /// The word before the key in the header.
    pub(crate) scheme: Option<Text>,
}

/// What a request says of its body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Checksum {
    ContentMd5,
    Flexible {
        /// The input member that names the algorithm.
        algorithm: Option<MemberIndex>,
        /// The header that this member is bound to.
        header: Option<Text>,
        is_required: bool,
        /// Whether the body is read as it is sent; the checksum follows it.
        is_trailer: bool,
    },
}

/// How a request is signed that somebody else sends.
#[derive(Debug)]
pub(crate) enum Presign {
    /// Its sender adds a body, which the signature does not have.
    Unsigned,
    /// It has no body.
    Empty,
    /// The parameters of the form that would be the body are in the query of a `GET`.
    Form,
    /// These members, which would be in the body, are in the query of a `GET`.
    Members(Vec<Member>),
}

/// What is signed instead of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Payload {
    /// Nothing: the signature does not have it.
    Unsigned,
    /// Each event by itself.
    Events,
    /// The body, or nothing if the caller of an operation says so.
    AsAsked,
}
