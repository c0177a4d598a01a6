//! In: rules and the values of their parameters. Out: the endpoint or the
//! error that they give, or why there is none.
//!
//! The partitions of AWS are not known here, and a table of them grows old with
//! the program. What `aws.partition` gives is [`Value::Unknown`], and where an
//! answer depends on it, there is none: [`Failure::Undecided`].

use std::borrow::Cow;

use crate::model::{self, Node};

use super::template::{Part, Step};
use super::{Call, Endpoint, Expression, Function, Literal, Name, Outcome, Rule, RuleSet};

/// A value in a rule.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value<'n> {
    /// Nothing.
    Empty,
    /// Something, of which nothing more is known.
    Unknown,
    Boolean(bool),
    Integer(i64),
    String(Cow<'n, str>),
    Array(Vec<Value<'n>>),
    Record(Vec<(&'n str, Value<'n>)>),
}

/// What the rules say.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Answer<'n> {
    Endpoint { url: Value<'n>, headers: Vec<(&'n str, Vec<Value<'n>>)>, properties: Vec<(&'n str, Value<'n>)> },
    Error(Value<'n>),
}

/// Why the rules say nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Failure {
    /// It depends on what is not known here.
    Undecided,
    /// The rules and the values do not fit; in the words of a message.
    Mistake(String),
}

type Evaluated<T> = Result<T, Failure>;

/// Asks the rules.
pub(crate) fn evaluate<'n>(rule_set: &RuleSet<'n>, params: &'n [(String, Node)]) -> Evaluated<Answer<'n>> {
    let mut evaluator = Evaluator { values: vec![Value::Empty; rule_set.names.len()], outer: Vec::new() };
    for parameter in &rule_set.parameters {
        if let Some(default) = parameter.default {
            evaluator.values[parameter.number] = Value::of(default);
        }
    }
    for (name, node) in params {
        // A value that no rule names is not needed.
        if let Some(number) = rule_set.names.get(name.as_str()) {
            evaluator.values[*number] = Value::of(node);
        }
    }
    match evaluator.first_of(&rule_set.rules)? {
        Some(answer) => Ok(answer),
        None => Err(mistake("no rule matches")),
    }
}

fn mistake(message: impl Into<String>) -> Failure {
    Failure::Mistake(message.into())
}

impl<'n> Value<'n> {
    /// The value of a node.
    pub(crate) fn of(node: &'n Node) -> Self {
        match &node.value {
            model::Value::Null => Self::Empty,
            model::Value::Bool(value) => Self::Boolean(*value),
            model::Value::Number(number) => number.as_i64().map_or(Self::Unknown, Self::Integer),
            model::Value::String(text) => Self::String(Cow::Borrowed(text)),
            model::Value::Array(elements) => Self::Array(elements.iter().map(Self::of).collect()),
            model::Value::Object(members) => {
                Self::Record(members.iter().map(|(name, node)| (name.as_str(), Self::of(node))).collect())
            }
        }
    }

    /// Whether both are the same; None if that is not known. The order of an
    /// object's members does not count.
    pub(crate) fn same(&self, other: &Self) -> Option<bool> {
        match (self, other) {
            (Self::Unknown, _) | (_, Self::Unknown) => None,
            (Self::Array(left), Self::Array(right)) if left.len() == right.len() => {
                all(left.iter().zip(right).map(|(left, right)| left.same(right)))
            }
            (Self::Record(left), Self::Record(right)) if left.len() == right.len() => {
                all(left.iter().map(|(name, value)| match right.iter().find(|(other, _)| other == name) {
                    Some((_, other)) => value.same(other),
                    None => Some(false),
                }))
            }
            _ => Some(self == other),
        }
    }

    fn describe(&self) -> &'static str {
        match self {
            Self::Empty => "nothing",
            Self::Unknown => "a value",
            Self::Boolean(_) => "a boolean",
            Self::Integer(_) => "an integer",
            Self::String(_) => "a string",
            Self::Array(_) => "an array",
            Self::Record(_) => "an object",
        }
    }

    fn boolean(&self, of: &str) -> Evaluated<bool> {
        match self {
            Self::Boolean(value) => Ok(*value),
            Self::Unknown => Err(Failure::Undecided),
            other => Err(mistake(format!("`{of}` needs a boolean and gets {}", other.describe()))),
        }
    }

    fn string(&self, of: &str) -> Evaluated<&str> {
        match self {
            Self::String(text) => Ok(text),
            Self::Unknown => Err(Failure::Undecided),
            other => Err(mistake(format!("`{of}` needs a string and gets {}", other.describe()))),
        }
    }

    fn integer(&self, of: &str) -> Evaluated<i64> {
        match self {
            Self::Integer(value) => Ok(*value),
            Self::Unknown => Err(Failure::Undecided),
            other => Err(mistake(format!("`{of}` needs an integer and gets {}", other.describe()))),
        }
    }
}

/// Whether all hold; false is known as soon as one is false.
fn all(answers: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut result = Some(true);
    for answer in answers {
        match answer {
            Some(true) => {}
            Some(false) => return Some(false),
            None => result = None,
        }
    }
    result
}

struct Evaluator<'n> {
    /// The value of each name, by its number.
    values: Vec<Value<'n>>,
    /// Values that names had before the rules that are being looked at.
    outer: Vec<(usize, Value<'n>)>,
}

/// A value that has a name, or one that was made.
type Given<'s, 'n> = Cow<'s, Value<'n>>;

impl<'n> Evaluator<'n> {
    fn first_of(&mut self, rules: &[Rule<'n>]) -> Evaluated<Option<Answer<'n>>> {
        for rule in rules {
            let outer = self.outer.len();
            let answer = self.rule(rule);
            for (number, value) in self.outer.drain(outer..).rev() {
                self.values[number] = value;
            }
            if let Some(answer) = answer? {
                return Ok(Some(answer));
            }
        }
        Ok(None)
    }

    fn rule(&mut self, rule: &Rule<'n>) -> Evaluated<Option<Answer<'n>>> {
        for condition in &rule.conditions {
            let value = self.call(&condition.call)?;
            if matches!(*value, Value::Empty | Value::Boolean(false)) {
                return Ok(None);
            }
            match condition.assign {
                Some((name, _)) => {
                    let value = value.into_owned();
                    let before = std::mem::replace(&mut self.values[name.number], value);
                    self.outer.push((name.number, before));
                }
                // A boolean of which nothing is known.
                None if *value == Value::Unknown => return Err(Failure::Undecided),
                None => {}
            }
        }
        match &rule.outcome {
            Outcome::Endpoint(endpoint) => self.endpoint(endpoint).map(Some),
            Outcome::Error(error) => Ok(Some(Answer::Error(self.expression(error)?.into_owned()))),
            Outcome::Tree(rules) => match self.first_of(rules)? {
                Some(answer) => Ok(Some(answer)),
                None => Err(mistake("no rule of a tree matches, and a tree has no way out")),
            },
        }
    }

    fn endpoint(&self, endpoint: &Endpoint<'n>) -> Evaluated<Answer<'n>> {
        let url = self.expression(&endpoint.url)?.into_owned();
        if url == Value::Unknown {
            return Err(Failure::Undecided);
        }
        let mut headers = Vec::new();
        for (name, values) in &endpoint.headers {
            let values = values.iter().map(|value| Ok(self.expression(value)?.into_owned()));
            headers.push((*name, values.collect::<Evaluated<_>>()?));
        }
        let mut properties = Vec::new();
        for (name, value) in &endpoint.properties {
            properties.push((*name, self.literal(value)?));
        }
        Ok(Answer::Endpoint { url, headers, properties })
    }

    fn expression(&self, expression: &Expression<'n>) -> Evaluated<Given<'_, 'n>> {
        match expression {
            Expression::Reference { name, .. } => Ok(self.reference(*name)),
            Expression::Literal(literal) => self.literal(literal).map(Cow::Owned),
            Expression::Call(call) => self.call(call),
        }
    }

    fn reference(&self, name: Name<'n>) -> Given<'_, 'n> {
        Cow::Borrowed(&self.values[name.number])
    }

    fn literal(&self, literal: &Literal<'n>) -> Evaluated<Value<'n>> {
        match literal {
            Literal::Boolean(value) => Ok(Value::Boolean(*value)),
            Literal::Integer(value) => Ok(Value::Integer(*value)),
            Literal::Text { template, .. } => self.text(&template.parts),
            Literal::Tuple(elements) => {
                elements.iter().map(|element| self.literal(element)).collect::<Evaluated<_>>().map(Value::Array)
            }
            Literal::Record(members) => {
                let members = members.iter().map(|(name, value)| Ok((*name, self.literal(value)?)));
                members.collect::<Evaluated<_>>().map(Value::Record)
            }
        }
    }

    fn text(&self, parts: &[Part<'n>]) -> Evaluated<Value<'n>> {
        if let [Part::Text(text)] = parts {
            return Ok(Value::String(text.clone()));
        }
        let mut text = String::new();
        for part in parts {
            match part {
                Part::Text(literal) => text.push_str(literal),
                Part::Value { name, path } => {
                    let value = walk(self.reference(*name), path)?;
                    if *value == Value::Unknown {
                        return Ok(Value::Unknown);
                    }
                    text.push_str(value.string(name.text)?);
                }
            }
        }
        Ok(Value::String(Cow::Owned(text)))
    }

    fn call(&self, call: &Call<'n>) -> Evaluated<Given<'_, 'n>> {
        match (call.function, call.arguments.as_slice()) {
            // These do not look at all of their arguments.
            (Function::Coalesce, arguments) => {
                let mut last = Cow::Owned(Value::Empty);
                for argument in arguments {
                    last = self.expression(argument)?;
                    if *last != Value::Empty {
                        break;
                    }
                }
                Ok(last)
            }
            (Function::IfThenElse, [condition, yes, no]) => {
                let holds = self.expression(condition)?.boolean("ite")?;
                self.expression(if holds { yes } else { no })
            }
            (Function::GetAttr, [base, ..]) => walk(self.expression(base)?, &call.path),
            // By far the most frequent calls.
            (Function::IsSet, [argument]) => {
                Ok(Cow::Owned(Value::Boolean(*self.expression(argument)? != Value::Empty)))
            }
            (Function::BooleanEquals, [left, right]) => {
                let name = call.function.name();
                let (left, right) = (self.expression(left)?, self.expression(right)?);
                Ok(Cow::Owned(Value::Boolean(left.boolean(name)? == right.boolean(name)?)))
            }
            (function, arguments) => {
                // No function has more.
                let mut values = [const { Cow::Borrowed(&Value::Empty) }; 4];
                for (value, argument) in values.iter_mut().zip(arguments) {
                    *value = self.expression(argument)?;
                }
                apply(function, &values).map(Cow::Owned)
            }
        }
    }
}

/// What stands at the end of the path; a part of a value that has a name is
/// not copied.
fn walk<'s, 'n>(base: Given<'s, 'n>, path: &[Step<'_>]) -> Evaluated<Given<'s, 'n>> {
    match base {
        Cow::Borrowed(value) => match find(value, path)? {
            Some(found) => Ok(Cow::Borrowed(found)),
            None => Ok(Cow::Owned(Value::Empty)),
        },
        Cow::Owned(value) => Ok(Cow::Owned(find(&value, path)?.cloned().unwrap_or(Value::Empty))),
    }
}

fn find<'v, 'n>(base: &'v Value<'n>, path: &[Step<'_>]) -> Evaluated<Option<&'v Value<'n>>> {
    let mut value = base;
    for step in path {
        let found = match (step, value) {
            // Whatever it is, it has what is asked of it.
            (Step::Key(_), Value::Unknown) => Some(value),
            (Step::Index(_), Value::Unknown) => return Err(Failure::Undecided),
            (Step::Key(key), Value::Record(members)) => {
                members.iter().find(|(name, _)| name == key).map(|(_, value)| value)
            }
            (Step::Index(index), Value::Array(elements)) => {
                let back = usize::try_from(index.unsigned_abs()).unwrap_or(usize::MAX);
                let index = if *index < 0 { elements.len().checked_sub(back) } else { Some(back) };
                index.and_then(|index| elements.get(index))
            }
            (_, other) => return Err(mistake(format!("`getAttr` looks into {}", other.describe()))),
        };
        let Some(found) = found else { return Ok(None) };
        value = found;
    }
    Ok(Some(value))
}

fn apply<'n>(function: Function, arguments: &[Given<'_, 'n>]) -> Evaluated<Value<'n>> {
    let name = function.name();
    let argument = |index: usize| arguments.get(index).map_or(&Value::Empty, |value| &**value);
    let text = |index: usize| argument(index).string(name);
    let owned = |text: String| Value::String(Cow::Owned(text));
    Ok(match function {
        Function::Not => Value::Boolean(!argument(0).boolean(name)?),
        Function::StringEquals => Value::Boolean(text(0)? == text(1)?),
        Function::Substring => {
            let (start, stop) = (argument(1).integer(name)?, argument(2).integer(name)?);
            substring(text(0)?, start, stop, argument(3).boolean(name)?).map_or(Value::Empty, owned)
        }
        Function::UriEncode => owned(uri_encode(text(0)?)),
        Function::IsValidHostLabel => {
            let (label, allows_dots) = (text(0)?, argument(1).boolean(name)?);
            Value::Boolean(is_host_label(label, allows_dots))
        }
        Function::ParseUrl => parse_url(text(0)?).unwrap_or(Value::Empty),
        Function::Split => {
            let (text, delimiter, limit) = (text(0)?, text(1)?, argument(2).integer(name)?);
            if delimiter.is_empty() {
                return Err(mistake("the delimiter of `split` is empty"));
            }
            let Ok(limit) = usize::try_from(limit) else {
                return Err(mistake(format!("the limit of `split` is {limit}, below 0")));
            };
            let parts: Vec<&str> = match limit {
                0 => text.split(delimiter).collect(),
                limit => text.splitn(limit, delimiter).collect(),
            };
            Value::Array(parts.into_iter().map(|part| owned(part.to_owned())).collect())
        }
        Function::AwsPartition => {
            text(0)?;
            Value::Unknown
        }
        Function::AwsParseArn => parse_arn(text(0)?).unwrap_or(Value::Empty),
        Function::AwsIsVirtualHostableS3Bucket => {
            let (label, allows_dots) = (text(0)?, argument(1).boolean(name)?);
            Value::Boolean(is_bucket_label(label, allows_dots))
        }
        // What is done before.
        Function::Coalesce | Function::IfThenElse | Function::GetAttr | Function::IsSet | Function::BooleanEquals => {
            Value::Empty
        }
    })
}

fn substring(text: &str, start: i64, stop: i64, is_reverse: bool) -> Option<String> {
    let (start, stop) = (usize::try_from(start).ok()?, usize::try_from(stop).ok()?);
    if !text.is_ascii() || start >= stop || stop > text.len() {
        return None;
    }
    let range = if is_reverse { text.len() - stop..text.len() - start } else { start..stop };
    text.get(range).map(str::to_owned)
}

/// All but unreserved characters, byte by byte.
fn uri_encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => encoded.push(char::from(byte)),
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

fn is_host_label(label: &str, allows_dots: bool) -> bool {
    if allows_dots {
        return label.split('.').all(|label| is_host_label(label, false));
    }
    (1..=63).contains(&label.len())
        && label.starts_with(|c: char| c.is_ascii_alphanumeric())
        && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}

fn is_bucket_label(label: &str, allows_dots: bool) -> bool {
    let is_letter = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    let is_allowed = |c: char| is_letter(c) || c == '-' || (allows_dots && c == '.');
    (3..=63).contains(&label.len())
        && label.starts_with(is_letter)
        && label.ends_with(is_letter)
        && label.chars().all(is_allowed)
        && !["..", ".-", "-."].iter().any(|pair| allows_dots && label.contains(pair))
        && !(allows_dots && is_ip_v4(label))
}

fn is_ip_v4(host: &str) -> bool {
    let parts: Vec<&str> = host.split('.').collect();
    parts.len() == 4 && parts.iter().all(|part| part.parse::<u8>().is_ok())
}

fn parse_url(url: &str) -> Option<Value<'static>> {
    let (scheme, rest) = url.split_once("://")?;
    let rest = rest.split('#').next().unwrap_or_default();
    if !matches!(scheme, "http" | "https") || rest.contains('?') {
        return None;
    }
    let (authority, path) = rest.find('/').map_or((rest, ""), |slash| rest.split_at(slash));
    let host_and_port = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let is_v6 = host_and_port.starts_with('[');
    let (host, port) = match host_and_port.rsplit_once(':') {
        Some((host, port)) if !is_v6 || host.ends_with(']') => (host, port),
        _ => (host_and_port, ""),
    };
    if !port.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let normalized = match path {
        "" => "/".to_owned(),
        path if path.ends_with('/') => path.to_owned(),
        path => format!("{path}/"),
    };
    let text = |text: &str| Value::String(Cow::Owned(text.to_owned()));
    Some(Value::Record(vec![
        ("scheme", text(scheme)),
        ("authority", text(authority)),
        ("path", text(path)),
        ("normalizedPath", text(&normalized)),
        ("isIp", Value::Boolean((is_v6 && host.ends_with(']')) || is_ip_v4(host))),
    ]))
}

fn parse_arn(arn: &str) -> Option<Value<'static>> {
    let parts: Vec<&str> = arn.splitn(6, ':').collect();
    let [prefix, partition, service, region, account, resource] = parts.as_slice() else { return None };
    if *prefix != "arn" || partition.is_empty() || service.is_empty() || resource.is_empty() {
        return None;
    }
    let text = |text: &str| Value::String(Cow::Owned(text.to_owned()));
    Some(Value::Record(vec![
        ("partition", text(partition)),
        ("service", text(service)),
        ("region", text(region)),
        ("accountId", text(account)),
        ("resourceId", Value::Array(resource.split([':', '/']).map(text).collect())),
    ]))
}
