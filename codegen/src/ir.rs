//! In: what lowering decided. Out: what the sections print. Exists so that no
//! template has to ask the model a question: every name is a Rust name here,
//! every list has its final order, every choice is made.
//!
//! Invariant: plain data in Rust's words; no tokens, and nothing of Smithy but
//! the names that go over the wire.

use crate::text::{Code, Docs, Line, Text};

mod behaviour;
pub(crate) mod endpoint;
pub(crate) mod endpoint_test;
mod literal;
mod member;
mod presence;
mod protocol;
mod protocol_test;
pub(crate) mod query;
mod request_id;
mod setting;
mod ty;
mod waiter;

pub(crate) use behaviour::{
    ApiKey, AuthScheme, Behaviour, Checksum, MessageDigests, MessagePart, Messages, Payload, Presign,
};
pub(crate) use literal::{Document, Field, Item, Literal, StructureLiteral};
pub(crate) use member::{Accessor, Binding, Default, HeaderForm, Member, MemberIndex, Place};
pub(crate) use presence::{Correction, Presence};
pub(crate) use protocol::{ErrorEnvelope, Format, Protocol};
pub(crate) use protocol_test::{
    ErrorTest, EventAnswer, EventCall, EventMessage, EventResult, EventTest, EventValue, ProtocolTests, RequestTest,
    ResponseTest, SentEvent, SentMessage,
};
pub(crate) use request_id::RequestId;
pub(crate) use setting::{Setting, SettingType};
pub(crate) use ty::{
    Collection, InText, Named, Passed, PayloadKind, ScalarKind, TextFunction, TextKind, TimestampFormat, Type,
};
pub(crate) use waiter::{AcceptorState, Acceptors, ErrorAcceptor, ErrorCheck, OutputAcceptor, Subject, Waiter};

/// Everything about one emitted crate.
#[derive(Debug)]
pub(crate) struct Client {
    pub(crate) krate: Krate,
    pub(crate) service: Service,
    /// By name.
    pub(crate) operations: Vec<Operation>,
    /// By module.
    pub(crate) shapes: Vec<Shape>,
    /// Features of the runtime that the emitted code cannot do without, sorted.
    pub(crate) runtime_features: Vec<&'static str>,
}

impl Client {
    /// Whether the service gives requests a second id.
    pub(crate) fn has_extended_request_ids(&self) -> bool {
        self.service.request_ids.contains(&RequestId::Extended)
    }

    /// Every scheme that some operation is tried with.
    pub(crate) fn auth_schemes(&self) -> Vec<&AuthScheme> {
        auth_schemes(&self.service.auth, &self.operations)
    }

    /// Whether a body of bytes is sent or read as a stream.
    pub(crate) fn has_byte_streams(&self) -> bool {
        let messages = self.operations.iter().flat_map(|operation| [&operation.input, &operation.output]);
        messages.flat_map(|message| &message.members).any(|member| member.ty == Type::ByteStream)
    }

    /// Whether callers can presign requests of some operation.
    pub(crate) fn presigns(&self) -> bool {
        let mut behaviours = self.operations.iter().flat_map(|operation| &operation.behaviours);
        behaviours.any(|behaviour| matches!(behaviour, Behaviour::Presign(_)))
    }

    /// All waiters, by module, each with its operation.
    pub(crate) fn waiters(&self) -> Vec<(&Operation, &Waiter)> {
        let of_operation = |operation| Operation::waiters(operation).iter().map(move |waiter| (operation, waiter));
        let mut waiters: Vec<(&Operation, &Waiter)> = self.operations.iter().flat_map(of_operation).collect();
        waiters.sort_by(|(_, a), (_, b)| a.module.cmp(&b.module));
        waiters
    }

    /// The streams of events.
    pub(crate) fn event_streams(&self) -> impl Iterator<Item = &EventStream> {
        self.shapes.iter().filter_map(|shape| match &shape.kind {
            ShapeKind::Union(union) => union.stream.as_ref(),
            _ => None,
        })
    }
}

/// Every scheme that some operation is tried with: those of the service, and those that
/// operations have instead.
pub(crate) fn auth_schemes<'c>(of_service: &'c [AuthScheme], operations: &'c [Operation]) -> Vec<&'c AuthScheme> {
    let named = operations.iter().flat_map(|operation| &operation.behaviours).filter_map(|behaviour| match behaviour {
        Behaviour::Auth(schemes) => Some(schemes),
        _ => None,
    });
    let mut all: Vec<&AuthScheme> = Vec::new();
    for scheme in of_service.iter().chain(named.flatten()) {
        if !all.contains(&scheme) {
            all.push(scheme);
        }
    }
    all
}

/// What Cargo.toml says, and what was chosen for the crate beside it.
#[derive(Debug)]
pub(crate) struct Krate {
    pub(crate) package: String,
    pub(crate) version: String,
    pub(crate) description: Text,
    /// Where `whitesmith-runtime` is, as a key of TOML.
    pub(crate) runtime: String,
    /// The header that has the ids of requests, in lower case; None for the usual ones.
    pub(crate) request_id_header: Option<Text>,
    /// Whether the tests of the model are emitted.
    pub(crate) has_protocol_tests: bool,
    /// Whether it has all operations, and not those that somebody chose.
    pub(crate) is_whole: bool,
}

/// Whose a service is. It decides what its clients have beside its operations: their settings,
/// the headers of their requests, and what they depend on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Owner {
    /// AWS.
    Aws,
    /// Another owner, whose requests a part of AWS checks, or whose address depends on a
    /// region.
    Hosted,
    /// Somebody else.
    Own,
}

/// What the user agent says of a call, if AWS runs the service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Metric {
    RpcV2Cbor,
    AccountIdEndpointMode,
    EndpointRules,
}

/// What a token says that a database takes as a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AuthToken {
    /// A user of an instance.
    Rds,
    /// A role of a cluster.
    Dsql,
}

/// How calls are tried again by the retry behaviour 2.1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RetryPace {
    /// Errors other than throttling; before jitter.
    pub(crate) first_backoff_millis: u64,
    /// If that is not set in code.
    pub(crate) max_attempts: u32,
}

/// Facts of the service that reach the emitted code.
#[derive(Debug)]
pub(crate) struct Service {
    pub(crate) owner: Owner,
    /// Shown in docs: the model's title, else its name.
    pub(crate) title: Line,
    pub(crate) docs: Docs,
    /// From what the crate was generated, as a sentence.
    pub(crate) origin: Docs,
    /// What callers may look for and the crate does not have.
    pub(crate) absent: Vec<String>,
    /// The sdkId without what is not a letter or digit; names the tracing span.
    pub(crate) name: Text,
    pub(crate) protocol: Protocol,
    /// The version of its API.
    pub(crate) version: Text,
    /// The sdkId as written; key of service specific environment settings.
    pub(crate) sdk_id: Text,
    /// Signing name of SigV4.
    pub(crate) signing_name: Text,
    /// The schemes of operations that do not say otherwise, in the order in which they are
    /// tried.
    pub(crate) auth: Vec<AuthScheme>,
    /// Whether the endpoint of a call says how it is authenticated.
    pub(crate) asks_endpoint_for_auth: bool,
    /// The name under which the environment may have a bearer token.
    pub(crate) environment_token: Option<&'static str>,
    /// Whether signatures take paths as they are; they are names of objects.
    pub(crate) has_plain_paths: bool,
    /// The module of the operation that begins a session, if there are sessions.
    pub(crate) sessions: Option<String>,
    /// The kind of tokens that callers log in to its databases with.
    pub(crate) auth_token: Option<AuthToken>,
    /// The module of the operation that tells the endpoint, if there is one.
    pub(crate) discovery: Option<String>,
    /// A setting of its rules that is outside of the code as well: its name there, in the
    /// environment and in the profile.
    pub(crate) outside_flag: Option<[&'static str; 3]>,
    /// What is counted of its calls.
    pub(crate) metrics: Vec<Metric>,
    /// The ids of requests that its responses have, as outputs list them.
    pub(crate) request_ids: &'static [RequestId],
    /// How soon and how often calls are tried again, where that is not what all services have.
    pub(crate) retry_pace: Option<RetryPace>,
    /// Codes of errors that pass by themselves, beside those that do anywhere in AWS.
    pub(crate) transient_errors: &'static [&'static str],
    /// Whether clippy will find one of all errors much larger than the others.
    pub(crate) has_large_error: bool,
    /// How its endpoints are found.
    pub(crate) endpoint: endpoint::Endpoint,
    /// The tests of that, where they were asked for.
    pub(crate) endpoint_tests: Vec<endpoint_test::EndpointTest>,
    /// Whether nobody but its callers knows its address.
    pub(crate) needs_endpoint_url: bool,
    /// Name in the user agent and in the retry partition.
    pub(crate) module: String,
    /// The settings that it has beside those of all services.
    pub(crate) settings: Vec<Setting>,
    /// The call in the crate's example; empty if no operation has one that is short.
    pub(crate) example: Vec<Code>,
}

/// A `#[deprecated]` attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Deprecated {
    pub(crate) note: Option<Line>,
    pub(crate) since: Option<Line>,
}

/// What every item may carry.
#[derive(Debug, Clone, Default)]
pub(crate) struct Attrs {
    pub(crate) docs: Docs,
    pub(crate) deprecated: Option<Deprecated>,
}

/// One operation: all that goes into its file.
#[derive(Debug)]
pub(crate) struct Operation {
    pub(crate) attrs: Attrs,
    /// `StartProtectedQuery`.
    pub(crate) name: String,
    /// Whether that is `New`, whose constructor clippy takes for a mistake.
    pub(crate) is_named_new: bool,
    /// `start_protected_query`, the module; keywords have a trailing `_`.
    pub(crate) module: String,
    /// `start_protected_query`, the method; keywords are raw identifiers.
    pub(crate) method: String,
    /// The name on the wire and in metadata.
    pub(crate) wire_name: String,
    pub(crate) input: Structure,
    pub(crate) output: Structure,
    /// Modelled errors by variant.
    pub(crate) errors: Vec<ErrorVariant>,
    /// Whether clippy will find one of the errors much larger than the others.
    pub(crate) has_large_error: bool,
    pub(crate) request: Request,
    pub(crate) response: Response,
    /// What it does beside its request and response, in the order of `lower::behaviours`.
    pub(crate) behaviours: Vec<Behaviour>,
    /// The settings that a client has because of it.
    pub(crate) settings: Vec<Setting>,
    /// The tests that the model brings, where they were asked for.
    pub(crate) tests: ProtocolTests,
}

impl Operation {
    /// What is before the host that requests go to.
    pub(crate) fn host_prefix(&self) -> &[PathPart] {
        let found = self.behaviours.iter().find_map(|behaviour| match behaviour {
            Behaviour::HostPrefix(parts) => Some(parts.as_slice()),
            _ => None,
        });
        found.unwrap_or_default()
    }

    /// Whether the input or the output has anything deprecated.
    pub(crate) fn touches_deprecated(&self) -> bool {
        self.input.touches_deprecated() || self.output.touches_deprecated()
    }

    /// Whether presigned requests leave the body to their senders.
    pub(crate) fn is_presigned_without_its_body(&self) -> bool {
        self.behaviours.iter().any(|behaviour| matches!(behaviour, Behaviour::Presign(Presign::Unsigned)))
    }

    /// What a caller may wait for.
    pub(crate) fn waiters(&self) -> &[Waiter] {
        let found = self.behaviours.iter().find_map(|behaviour| match behaviour {
            Behaviour::Waiters(waiters) => Some(waiters.as_slice()),
            _ => None,
        });
        found.unwrap_or_default()
    }
}

/// One variant of an operation's error enum.
#[derive(Debug, Clone)]
pub(crate) struct ErrorVariant {
    pub(crate) variant: String,
    /// The error code on the wire; None where another variant is read from it.
    pub(crate) code: Option<Text>,
    /// `is_access_denied_exception`.
    pub(crate) predicate: String,
    /// The first sentence of the docs of its shape, and whether that is deprecated.
    pub(crate) attrs: Attrs,
    pub(crate) shape: Named,
}

impl ErrorVariant {
    /// Whether naming the variant or its shape is a warning.
    pub(crate) fn is_deprecated(&self) -> bool {
        self.attrs.deprecated.is_some()
    }
}

/// Method, URI and body of a request.
#[derive(Debug)]
pub(crate) struct Request {
    pub(crate) method: Text,
    pub(crate) path: Vec<PathPart>,
    /// Query literals of the URI pattern, encoded.
    pub(crate) query_literals: Vec<Text>,
    /// Headers that are the same for every call, names in lower case.
    pub(crate) headers: Vec<(&'static str, Text)>,
    pub(crate) body: Body,
    /// What a document begins with, where its members do not say it all: the tag
    /// of the root element, or the parameters that name the operation.
    pub(crate) root: Text,
}

/// What is around the members of a response.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Response {
    pub(crate) enclosure: Enclosure,
    /// Whether a header says what errors were called when the service spoke awsQuery.
    pub(crate) is_query_compatible: bool,
    /// Whether the body of a success may be an error.
    pub(crate) has_errors_in_success: bool,
}

impl Response {
    /// A response as the protocol has it, whatever the service.
    pub(crate) fn new(enclosure: Enclosure) -> Self {
        Self { enclosure, is_query_compatible: false, has_errors_in_success: false }
    }
}

/// What of a document encloses the members of a response.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Enclosure {
    /// The document itself: its object, or its element, which has to have this name
    /// if there is one.
    Document { root: Option<Text> },
    /// An element inside of the document.
    Element { root: Text, name: Text },
    /// Nothing: the document is the one member.
    Nothing,
}

/// A piece of a path or of a host prefix.
#[derive(Debug)]
pub(crate) enum PathPart {
    Literal(Text),
    /// The input member.
    Label {
        member: MemberIndex,
        is_greedy: bool,
        text: LabelText,
    },
}

/// What a label has of the value of its member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LabelText {
    /// The value.
    Whole,
    /// The value without the name of a collection, which may come before it: `hostedzone` of
    /// `/hostedzone/Z1`.
    WithoutCollection(&'static [&'static str]),
    /// The value, or this text if there is none or it is empty.
    Or(&'static str),
}

/// What the request's body is made of.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Body {
    /// Nothing at all.
    Empty,
    /// A document of the members bound to the body.
    Members,
    /// A document without members, whose length the HTTP client tells: the official crates set, and
    /// sign, `content-length` for members only.
    NoMembers,
    /// One member is the whole body.
    Payload {
        member: MemberIndex,
        content_type: Text,
        /// Whether a stream has to say how long it is.
        requires_length: bool,
    },
    /// The events of one member. Before them, the members bound to the body come
    /// in a message of their own, if there are any.
    Events { member: MemberIndex, has_initial: bool },
}

/// One file under `src/shapes/`.
#[derive(Debug)]
pub(crate) struct Shape {
    /// File and module, without `.rs`.
    pub(crate) module: String,
    pub(crate) kind: ShapeKind,
}

#[derive(Debug)]
pub(crate) enum ShapeKind {
    Structure(Structure),
    Union(Union),
    Enum(Enum),
}

impl Shape {
    pub(crate) fn name(&self) -> &str {
        match &self.kind {
            ShapeKind::Structure(structure) => &structure.name,
            ShapeKind::Union(union) => &union.name,
            ShapeKind::Enum(r#enum) => &r#enum.name,
        }
    }

    pub(crate) fn is_error(&self) -> bool {
        matches!(&self.kind, ShapeKind::Structure(structure) if structure.error.is_some())
    }
}

/// A structure with its builder and codec: a shape of its own, or the input or
/// output of an operation.
#[derive(Debug)]
pub(crate) struct Structure {
    pub(crate) attrs: Attrs,
    pub(crate) name: String,
    /// `crate::shapes::x` or `crate::operation::x`.
    pub(crate) path: Named,
    /// In model order.
    pub(crate) members: Vec<Member>,
    pub(crate) role: Role,
    /// Whether Debug hides all members.
    pub(crate) is_sensitive: bool,
    /// Whether `build()` returns a Result.
    pub(crate) is_build_fallible: bool,
    /// Whether a reader builds it by `finish_build`, which corrects what is an error for a
    /// caller.
    pub(crate) is_corrected: bool,
    /// Facts that only an error has.
    pub(crate) error: Option<ErrorFacts>,
    pub(crate) codec: Directions,
    /// How it is an event, where its members are not all in a document.
    pub(crate) event: Option<EventCodec>,
}

impl Structure {
    pub(crate) fn builder_name(&self) -> String {
        format!("{}Builder", self.name)
    }

    /// The member at an index that is this structure's own.
    pub(crate) fn member(&self, index: MemberIndex) -> &Member {
        index.of(&self.members)
    }

    /// The first member of which this holds.
    pub(crate) fn find(&self, is_meant: impl Fn(&Member) -> bool) -> Option<MemberIndex> {
        MemberIndex::find(&self.members, is_meant)
    }

    /// All members of which this holds.
    pub(crate) fn find_all(&self, is_meant: impl Fn(&Member) -> bool) -> Vec<MemberIndex> {
        MemberIndex::find_all(&self.members, is_meant)
    }

    /// The member that the model calls so.
    pub(crate) fn index_of(&self, model_name: &str) -> Option<MemberIndex> {
        self.find(|member| member.model_name == model_name)
    }

    /// Whether some members are in the document that is the body.
    pub(crate) fn has_document(&self) -> bool {
        self.members.iter().any(|member| member.binding == Binding::Body)
    }

    /// Whether a member can be read once only: such a structure has no copies.
    pub(crate) fn has_stream(&self) -> bool {
        self.members.iter().any(|member| member.ty.is_stream())
    }

    /// The member that is a stream of events.
    pub(crate) fn events(&self) -> Option<&Member> {
        self.members.iter().find(|member| member.binding == Binding::Events)
    }

    /// Whether a reader makes values of it.
    pub(crate) fn is_read(&self) -> bool {
        self.codec.read || self.event.as_ref().is_some_and(|event| event.directions.read)
    }

    /// Whether a member or the whole is hidden from Debug.
    pub(crate) fn has_secrets(&self) -> bool {
        self.is_sensitive || self.members.iter().any(|member| member.is_sensitive)
    }

    /// Whether a field is of a type that is deprecated: its definition says so.
    pub(crate) fn has_deprecated_type(&self) -> bool {
        self.members.iter().any(|member| member.ty.is_deprecated())
    }

    /// Whether code that names all members names something deprecated.
    pub(crate) fn touches_deprecated(&self) -> bool {
        self.members.iter().any(|member| member.attrs.deprecated.is_some() || member.ty.is_deprecated())
    }
}

/// What a structure is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Shape,
    Input,
    Output,
}

/// Where the responses of an operation hold secrets, beside their bodies.
#[derive(Debug, Default)]
pub(crate) struct Secrets {
    /// Whether they may be in what an error says.
    pub(crate) messages: bool,
    /// Whether they may be what an error has as its code or request id.
    pub(crate) codes: bool,
    /// Whether the status is one.
    pub(crate) has_status: bool,
    /// The headers, in lower case; with a `*` at the end all that begin so.
    pub(crate) headers: Vec<Text>,
}

/// Facts of an error structure.
#[derive(Debug, Clone)]
pub(crate) struct ErrorFacts {
    /// What it is called where it is shown.
    pub(crate) title: String,
    pub(crate) retryable: Option<RetryKind>,
    /// The message.
    pub(crate) message: Option<MemberIndex>,
    /// Whether what the service says of it is not to be shown.
    pub(crate) has_secret_message: bool,
}

/// `retryable_error_kind()` of an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RetryKind {
    Throttling,
    Client,
    Server,
}

/// Which halves of a codec are emitted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Directions {
    pub(crate) write: bool,
    pub(crate) read: bool,
}

/// A structure as an event.
#[derive(Debug)]
pub(crate) struct EventCodec {
    /// Where each member is, in the order of the members.
    pub(crate) places: Vec<EventPlace>,
    /// What a document of the members begins with; see [`Request::root`].
    pub(crate) root: Text,
    pub(crate) directions: Directions,
}

/// Where a member of an event is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum EventPlace {
    Header,
    /// It is the payload. `wire` is the name that it has as a document.
    Payload {
        content_type: Text,
        wire: Text,
    },
    /// In the document that is the payload.
    Document,
}

/// What a union has that is a stream of events.
#[derive(Debug)]
pub(crate) struct EventStream {
    /// By Rust name, as the variants of the union.
    pub(crate) events: Vec<Event>,
    /// The enum of its errors: its name, and its public path.
    pub(crate) error: Named,
    /// The members that are errors, by Rust name.
    pub(crate) error_events: Vec<Event>,
    /// The variants of the error enum; several members may be of one of them.
    pub(crate) errors: Vec<ErrorVariant>,
    /// Whether clippy will find one of them much larger than the others.
    pub(crate) has_large_error: bool,
    pub(crate) directions: Directions,
    /// Whether an event may hold a secret.
    pub(crate) has_secrets: bool,
    /// Whether one of its errors may.
    pub(crate) has_secret_errors: bool,
}

/// One type of event.
#[derive(Debug)]
pub(crate) struct Event {
    /// The variant of the union, or of the error enum.
    pub(crate) variant: String,
    /// The name that the message has.
    pub(crate) wire: Text,
    pub(crate) ty: Type,
    /// What a document begins with, if all of the structure is one; else the
    /// structure knows itself where its members are.
    pub(crate) document: Option<Text>,
}

/// A tagged union.
#[derive(Debug)]
pub(crate) struct Union {
    pub(crate) attrs: Attrs,
    pub(crate) name: String,
    pub(crate) path: Named,
    /// By Rust name; the unknown variant is implied.
    pub(crate) variants: Vec<Variant>,
    /// Whether clippy will find one variant much larger than the others. Its
    /// remedy, a box, would change the public API.
    pub(crate) has_large_variant: bool,
    pub(crate) is_sensitive: bool,
    pub(crate) codec: Directions,
    pub(crate) stream: Option<EventStream>,
}

impl Union {
    pub(crate) fn touches_deprecated(&self) -> bool {
        self.variants
            .iter()
            .any(|variant| variant.attrs.deprecated.is_some() || variant.ty.as_ref().is_some_and(Type::is_deprecated))
    }
}

/// A member of a union.
#[derive(Debug)]
pub(crate) struct Variant {
    pub(crate) attrs: Attrs,
    pub(crate) name: String,
    /// `as_x` and `is_x`, without the prefix.
    pub(crate) snake: String,
    /// The name in the model.
    pub(crate) model_name: String,
    pub(crate) wire: Text,
    /// The name in the body of a request, where that is another one.
    pub(crate) wire_in_request: Option<Text>,
    pub(crate) place: Place,
    /// None for a member that targets the unit type.
    pub(crate) ty: Option<Type>,
    pub(crate) is_boxed: bool,
    pub(crate) is_sensitive: bool,
}

/// An open enum, or a newtype of text where the model names no values.
#[derive(Debug)]
pub(crate) struct Enum {
    pub(crate) attrs: Attrs,
    pub(crate) name: String,
    pub(crate) path: Named,
    /// By wire value; the unknown variant is implied. Empty makes a newtype.
    pub(crate) values: Vec<EnumValue>,
    pub(crate) is_sensitive: bool,
}

/// One known value of an enum.
#[derive(Debug)]
pub(crate) struct EnumValue {
    pub(crate) attrs: Attrs,
    pub(crate) name: String,
    pub(crate) wire: Text,
}

/// Facts of a paginated operation.
#[derive(Debug)]
pub(crate) struct Paginator {
    /// `ListThingsPaginator`
    pub(crate) name: String,
    /// The input's token field.
    pub(crate) input_token: String,
    /// Fields from the output to the token, outermost first.
    pub(crate) output_token: Vec<PathField>,
    /// The flag of the output that says whether there are more pages, where the token does not.
    pub(crate) more: Option<PathField>,
    /// The input's page size setter, if the model has one.
    pub(crate) page_size: Option<String>,
    /// The items, if the model says where they are.
    pub(crate) items: Option<Items>,
}

/// Where a paginator finds items and of what type they are.
#[derive(Debug)]
pub(crate) struct Items {
    pub(crate) path: Vec<PathField>,
    pub(crate) ty: Type,
}

/// One step of a path into an output.
#[derive(Debug)]
pub(crate) struct PathField {
    pub(crate) field: String,
    pub(crate) is_optional: bool,
}
