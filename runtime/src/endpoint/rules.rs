//! The rules of a service as data: in, what lowering made of a rule set or a decision
//! diagram; out, the table that `evaluate` walks. Data and not code, so
//! that a reviewer reads a line a condition and nobody waits for the compiler.
//!
//! The module is imported whole by the file that holds a table, hence the short names. The
//! lifetime is that of the table: a test makes one at run time.

pub use Attribute::*;
pub use Condition::*;
pub use Expr::*;

/// The rules of a service (Smithy 2.0, "Rules engine specification").
#[derive(Clone, Copy, Debug)]
pub struct Rules<'t> {
    /// How many values have a slot: the parameters in their order, then what conditions
    /// give a name to.
    pub slots: usize,
    /// The parameters that decide. An endpoint is the same while these are.
    pub reads: &'t [usize],
    /// What is asked.
    pub conditions: &'t [Condition<'t>],
    /// What is answered.
    pub results: &'t [Outcome<'t>],
    /// Decisions, the first one first: a condition, and the targets if it holds and if it does
    /// not. A target from 0 is a node, -1 is that no rule matches, -2 is the first result, -3
    /// the second.
    pub nodes: &'t [[i32; 3]],
}

/// What a node asks: whether an expression has a value that is not `false`.
#[derive(Clone, Copy, Debug)]
pub enum Condition<'t> {
    /// Only that.
    Is(Expr<'t>),
    /// And the value goes to a slot.
    Let(Expr<'t>, Expr<'t>),
}

/// What has a value, or none.
#[derive(Clone, Copy, Debug)]
pub enum Expr<'t> {
    /// The value of a parameter, or of an earlier [`Condition::Let`].
    Slot(usize),
    /// A string.
    Text(&'t str),
    /// A boolean.
    Flag(bool),
    /// A string with each `{}` replaced by one of the values, in order.
    Format(&'t str, &'t [Expr<'t>]),
    /// `isSet`
    Set(&'t Expr<'t>),
    /// `not`
    Not(&'t Expr<'t>),
    /// Whether a boolean is true.
    True(&'t Expr<'t>),
    /// `stringEquals`, `booleanEquals`
    Equal(&'t Expr<'t>, &'t Expr<'t>),
    /// `getAttr` with one step
    Get(&'t Expr<'t>, Attribute),
    /// `substring` from the start
    Substring(&'t Expr<'t>, usize, usize),
    /// `substring` from the end
    SubstringFromEnd(&'t Expr<'t>, usize, usize),
    /// `parseURL`
    Url(&'t Expr<'t>),
    /// `isValidHostLabel` of one label
    HostLabel(&'t Expr<'t>),
    /// `isValidHostLabel` of labels with dots between them
    HostLabels(&'t Expr<'t>),
    /// `uriEncode`
    Encode(&'t Expr<'t>),
    /// `split`: the string, the delimiter, how many parts at most, or 0
    Split(&'t Expr<'t>, &'t Expr<'t>, u32),
    /// `coalesce`
    First(&'t [Expr<'t>]),
    /// `ite`
    If(&'t Expr<'t>, &'t Expr<'t>, &'t Expr<'t>),
    /// `aws.partition`
    Partition(&'t Expr<'t>),
    /// `aws.parseArn`
    Arn(&'t Expr<'t>),
    /// `aws.isVirtualHostableS3Bucket` without dots
    Bucket(&'t Expr<'t>),
    /// `aws.isVirtualHostableS3Bucket` with dots
    Buckets(&'t Expr<'t>),
}

/// A part of a value that has parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attribute {
    /// An element of a list, from the end if negative.
    Index(i32),
    /// `name` of a partition
    Name,
    /// `dnsSuffix` of a partition
    DnsSuffix,
    /// `dualStackDnsSuffix` of a partition
    DualStackDnsSuffix,
    /// `implicitGlobalRegion` of a partition
    ImplicitGlobalRegion,
    /// `supportsFIPS` of a partition
    SupportsFips,
    /// `supportsDualStack` of a partition
    SupportsDualStack,
    /// `partition` of an ARN
    PartitionName,
    /// `service` of an ARN
    Service,
    /// `region` of an ARN
    Region,
    /// `accountId` of an ARN
    AccountId,
    /// `resourceId` of an ARN
    ResourceId,
    /// `scheme` of a URL
    UrlScheme,
    /// `authority` of a URL
    Authority,
    /// `path` of a URL
    Path,
    /// `normalizedPath` of a URL
    NormalizedPath,
    /// `isIp` of a URL
    IsIp,
}

/// What the rules answer.
#[derive(Clone, Copy, Debug)]
pub enum Outcome<'t> {
    /// Where requests go. [`at`] makes it.
    Endpoint(Target<'t>),
    /// An error with this message. [`fail`] makes it.
    Error(Expr<'t>),
}

/// Where requests go.
#[derive(Clone, Copy, Debug)]
pub struct Target<'t> {
    pub(super) url: Expr<'t>,
    pub(super) schemes: &'t [Scheme<'t>],
    pub(super) headers: &'t [(&'t str, &'t [Expr<'t>])],
    pub(super) properties: &'t [(&'t str, Property<'t>)],
}

/// An auth scheme of an endpoint.
#[derive(Clone, Copy, Debug)]
pub struct Scheme<'t> {
    /// The name, such as `sigv4`.
    pub name: Expr<'t>,
    /// `signingName` and its like.
    pub properties: &'t [(&'t str, Property<'t>)],
}

/// An auth scheme, with its name and its properties.
pub const fn scheme<'t>(name: Expr<'t>, properties: &'t [(&'t str, Property<'t>)]) -> Scheme<'t> {
    Scheme { name, properties }
}

/// A property of an endpoint or of one of its schemes.
#[derive(Clone, Copy, Debug)]
pub enum Property<'t> {
    /// A string.
    Value(Expr<'t>),
    /// A boolean.
    Bool(bool),
    /// An integer.
    Integer(i64),
    /// A list.
    List(&'t [Property<'t>]),
    /// An object.
    Object(&'t [(&'t str, Property<'t>)]),
}

/// An endpoint at a URL, whose parts are those of a [`Expr::Format`].
pub const fn at<'t>(url: &'t str, values: &'t [Expr<'t>]) -> Outcome<'t> {
    Outcome::Endpoint(Target { url: Expr::Format(url, values), schemes: &[], headers: &[], properties: &[] })
}

/// An error with this message.
pub const fn fail(message: &str) -> Outcome<'_> {
    Outcome::Error(Expr::Text(message))
}

/// An error, whose parts are those of a [`Expr::Format`].
pub const fn fail_with<'t>(message: &'t str, values: &'t [Expr<'t>]) -> Outcome<'t> {
    Outcome::Error(Expr::Format(message, values))
}

impl<'t> Outcome<'t> {
    /// How requests to the endpoint are signed.
    pub const fn signed(self, schemes: &'t [Scheme<'t>]) -> Self {
        match self {
            Self::Endpoint(target) => Self::Endpoint(Target { schemes, ..target }),
            Self::Error(message) => Self::Error(message),
        }
    }

    /// Headers of all requests to the endpoint.
    pub const fn headers(self, headers: &'t [(&'t str, &'t [Expr<'t>])]) -> Self {
        match self {
            Self::Endpoint(target) => Self::Endpoint(Target { headers, ..target }),
            Self::Error(message) => Self::Error(message),
        }
    }

    /// Other properties of the endpoint.
    pub const fn properties(self, properties: &'t [(&'t str, Property<'t>)]) -> Self {
        match self {
            Self::Endpoint(target) => Self::Endpoint(Target { properties, ..target }),
            Self::Error(message) => Self::Error(message),
        }
    }
}
