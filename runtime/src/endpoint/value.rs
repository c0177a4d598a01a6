//! Values of rules: in, what a parameter or a function gave; out, their parts. They borrow
//! from the parameters and are copied freely; what has parts is taken apart when a part is
//! asked for, since most of them never are.

use super::partition::Partition;
use super::rules::Attribute;
use std::cell::{Cell, OnceCell};

/// A value of a parameter or of an expression.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[non_exhaustive]
pub enum Value<'v> {
    /// Nothing.
    #[default]
    Empty,
    /// A boolean.
    Flag(bool),
    /// A string.
    Text(&'v str),
    /// A list of strings.
    List(&'v [String]),
    /// The parts of a string, as many as this at most if that is not 0. Without a delimiter
    /// they are the parts of an ARN's resource.
    Parts(&'v str, Option<&'v str>, u32),
    /// A string that is an ARN.
    Arn(&'v str),
    /// A string that is a URL.
    Url(&'v str),
    /// A partition.
    Partition(&'v Partition<'v>),
}

impl From<&bool> for Value<'_> {
    fn from(flag: &bool) -> Self {
        Self::Flag(*flag)
    }
}

impl<'v> From<&'v String> for Value<'v> {
    fn from(text: &'v String) -> Self {
        Self::Text(text)
    }
}

impl<'v> From<&'v Vec<String>> for Value<'v> {
    fn from(list: &'v Vec<String>) -> Self {
        Self::List(list)
    }
}

impl<'v, T> From<&'v Option<T>> for Value<'v>
where
    &'v T: Into<Self>,
{
    fn from(value: &'v Option<T>) -> Self {
        value.as_ref().map_or(Self::Empty, Into::into)
    }
}

impl<'v> Value<'v> {
    /// The string; none if it is something else.
    pub(super) fn text(self) -> Option<&'v str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Whether it is the boolean `true`.
    pub(super) fn is_true(self) -> bool {
        matches!(self, Self::Flag(true))
    }

    /// Whether a condition with this value holds.
    pub(super) fn holds(self) -> bool {
        !matches!(self, Self::Empty | Self::Flag(false))
    }

    /// A part of it; nothing where it has no such part.
    pub(super) fn get(self, attribute: Attribute, strings: &'v Strings) -> Self {
        match (self, attribute) {
            (Self::Partition(partition), _) => part_of_partition(partition, attribute),
            (Self::Arn(arn), _) => part_of_arn(arn, attribute),
            (Self::Url(url), _) => part_of_url(url, attribute, strings),
            (Self::List(list), Attribute::Index(index)) => {
                let at = position(index, || list.len());
                at.and_then(|at| list.get(at)).map_or(Self::Empty, |text| Self::Text(text))
            }
            (Self::Parts(text, delimiter, limit), Attribute::Index(index)) => {
                let found = match (delimiter, limit) {
                    (None, _) => nth(|| text.split([':', '/']), index),
                    (Some(delimiter), 0) => nth(|| text.split(delimiter), index),
                    (Some(delimiter), limit) => nth(|| text.splitn(limit as usize, delimiter), index),
                };
                found.map_or(Self::Empty, Self::Text)
            }
            _ => Self::Empty,
        }
    }
}

/// Where an index leads to in a list, counted from its end if it is negative.
fn position(index: i32, length: impl FnOnce() -> usize) -> Option<usize> {
    let distance = index.unsigned_abs() as usize;
    if index < 0 {
        return length().checked_sub(distance);
    }
    Some(distance)
}

fn nth<'v, I: Iterator<Item = &'v str>>(parts: impl Fn() -> I, index: i32) -> Option<&'v str> {
    let at = position(index, || parts().count())?;
    parts().nth(at)
}

fn part_of_partition<'v>(partition: &'v Partition<'v>, attribute: Attribute) -> Value<'v> {
    match attribute {
        Attribute::Name => Value::Text(partition.name),
        Attribute::DnsSuffix => Value::Text(partition.dns_suffix),
        Attribute::DualStackDnsSuffix => Value::Text(partition.dual_stack_dns_suffix),
        Attribute::ImplicitGlobalRegion => Value::Text(partition.implicit_global_region),
        Attribute::SupportsFips => Value::Flag(partition.supports_fips),
        Attribute::SupportsDualStack => Value::Flag(partition.supports_dual_stack),
        _ => Value::Empty,
    }
}

/// `aws.parseArn`: `arn:partition:service:region:account:resource`, of which region and
/// account may be empty.
pub(super) fn parse_arn(text: &str) -> Value<'_> {
    let mut parts = text.splitn(6, ':');
    let mut next = || parts.next().unwrap_or_default();
    let (prefix, partition, service, _, _, resource) = (next(), next(), next(), next(), next(), next());
    if prefix == "arn" && !partition.is_empty() && !service.is_empty() && !resource.is_empty() {
        Value::Arn(text)
    } else {
        Value::Empty
    }
}

fn part_of_arn(arn: &str, attribute: Attribute) -> Value<'_> {
    let part = |index| arn.splitn(6, ':').nth(index).map_or(Value::Empty, Value::Text);
    match attribute {
        Attribute::PartitionName => part(1),
        Attribute::Service => part(2),
        Attribute::Region => part(3),
        Attribute::AccountId => part(4),
        Attribute::ResourceId => part(5).text().map_or(Value::Empty, |resource| Value::Parts(resource, None, 0)),
        _ => Value::Empty,
    }
}

/// `parseURL`: an `http` or `https` URL without a query.
pub(super) fn parse_url(text: &str) -> Value<'_> {
    let is_url = split_url(text).is_some_and(|(_, authority, _)| split_host(authority).is_some());
    if is_url && !text.contains('?') {
        Value::Url(text)
    } else {
        Value::Empty
    }
}

/// Scheme, authority and path. Who somebody is does not belong to where they go.
fn split_url(url: &str) -> Option<(&'static str, &str, &str)> {
    let (scheme, rest) = url.split_once("://")?;
    let scheme = ["https", "http"].into_iter().find(|known| scheme.eq_ignore_ascii_case(known))?;
    let rest = rest.split('#').next().unwrap_or_default();
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let authority = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    Some((scheme, authority, path))
}

/// The host of an authority, without its port; none if the port is not a number.
fn split_host(authority: &str) -> Option<&str> {
    match authority.rsplit_once(':') {
        Some((host, port)) if !host.starts_with('[') || host.ends_with(']') => {
            port.bytes().all(|byte| byte.is_ascii_digit()).then_some(host)
        }
        _ => Some(authority),
    }
}

fn part_of_url<'v>(url: &'v str, attribute: Attribute, strings: &'v Strings) -> Value<'v> {
    let Some((scheme, authority, path)) = split_url(url) else { return Value::Empty };
    match attribute {
        Attribute::UrlScheme => Value::Text(scheme),
        Attribute::Authority => Value::Text(authority),
        Attribute::Path => Value::Text(path),
        Attribute::NormalizedPath if path.is_empty() => Value::Text("/"),
        Attribute::NormalizedPath if path.ends_with('/') => Value::Text(path),
        Attribute::NormalizedPath => Value::Text(strings.keep(format!("{path}/"))),
        Attribute::IsIp => Value::Flag(split_host(authority).is_some_and(is_ip)),
        _ => Value::Empty,
    }
}

fn is_ip(host: &str) -> bool {
    (host.starts_with('[') && host.ends_with(']')) || is_ip_v4(host)
}

/// Whether it is four numbers below 256 with dots between them.
pub(super) fn is_ip_v4(host: &str) -> bool {
    host.split('.').count() == 4 && host.split('.').all(|part| part.parse::<u8>().is_ok())
}

/// Strings that were made on the way to an endpoint. They stay where they are while others
/// are added, so that values can borrow from all of them.
#[derive(Debug, Default)]
pub(super) struct Strings {
    first: [OnceCell<String>; 2],
    used: Cell<usize>,
    more: OnceCell<Box<Strings>>,
}

impl Strings {
    /// Takes a string, and lends it.
    pub(super) fn keep(&self, text: String) -> &str {
        let mut strings = self;
        loop {
            if let Some(cell) = strings.first.get(strings.used.get()) {
                strings.used.set(strings.used.get() + 1);
                return cell.get_or_init(|| text);
            }
            strings = strings.more.get_or_init(Box::default);
        }
    }
}
