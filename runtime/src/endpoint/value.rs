//! Values of rules: in, what a parameter or a function gave; out, their parts. They borrow
//! from the parameters and are copied freely; what has parts is taken apart when a part is
//! asked for, since most of them never are.

use super::partition::Partition;
use super::rules::Attribute;
use std::cell::OnceCell;

/// A value of a parameter or of an expression. As small as a string, since a call moves some
/// tens of them.
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
    /// The parts of a string.
    Parts(&'v Split),
    /// The parts of an ARN's resource.
    Resource(&'v str),
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
            (Self::Parts(split), Attribute::Index(index)) => {
                let Split { text, delimiter, limit } = split;
                let found = match *limit {
                    0 => nth(|| text.split(delimiter.as_str()), index),
                    limit => nth(|| text.splitn(limit as usize, delimiter.as_str()), index),
                };
                found.map_or(Self::Empty, Self::Text)
            }
            (Self::Resource(resource), Attribute::Index(index)) => {
                nth(|| resource.split([':', '/']), index).map_or(Self::Empty, Self::Text)
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
    let has = |index| nth_of_arn(text, index).is_some_and(|part| !part.is_empty());
    if text.starts_with("arn:") && has(1) && has(2) && has(5) {
        Value::Arn(text)
    } else {
        Value::Empty
    }
}

/// One of the six parts of an ARN, of which only the last one may contain `:`. Not `splitn`: an
/// ARN is short, and to prepare a search costs more than to do it.
fn nth_of_arn(arn: &str, index: usize) -> Option<&str> {
    let mut colons = arn.bytes().enumerate().filter(|(_, byte)| *byte == b':').map(|(at, _)| at);
    let start = if index == 0 { 0 } else { colons.nth(index - 1)? + 1 };
    let end = if index == 5 { arn.len() } else { colons.next().unwrap_or(arn.len()) };
    arn.get(start..end)
}

fn part_of_arn(arn: &str, attribute: Attribute) -> Value<'_> {
    let part = |index| nth_of_arn(arn, index).map_or(Value::Empty, Value::Text);
    match attribute {
        Attribute::PartitionName => part(1),
        Attribute::Service => part(2),
        Attribute::Region => part(3),
        Attribute::AccountId => part(4),
        Attribute::ResourceId => part(5).text().map_or(Value::Empty, Value::Resource),
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

/// `split`: a string, what is between its parts, and how many there are at most if that is
/// not 0.
#[derive(Debug, Default, PartialEq)]
pub struct Split {
    pub(super) text: String,
    pub(super) delimiter: String,
    pub(super) limit: u32,
}

/// Strings that were made on the way to an endpoint. They stay where they are while others
/// are added, so that values can borrow from all of them.
#[derive(Debug, Default)]
pub(super) struct Strings(OnceCell<Box<Kept>>);

/// One of them, and those that were made after it. A string is one without a delimiter.
#[derive(Debug)]
struct Kept {
    split: Split,
    next: Strings,
}

impl Strings {
    /// Takes a string, and lends it.
    pub(super) fn keep(&self, text: String) -> &str {
        &self.keep_split(Split { text, ..Split::default() }).text
    }

    /// The same for a string that is split.
    pub(super) fn keep_split(&self, split: Split) -> &Split {
        let mut strings = self;
        while let Some(kept) = strings.0.get() {
            strings = &kept.next;
        }
        &strings.0.get_or_init(|| Box::new(Kept { split, next: Self::default() })).split
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_as_small_as_a_string() {
        assert_eq!(size_of::<Value<'_>>(), size_of::<String>());
    }
}
