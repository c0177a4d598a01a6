//! The interpreter: in, the table of a service and the values of its parameters; out, the
//! endpoint or what the rules say against it. It is total: in a table that lowering did not
//! make, what does not fit has no value, and no walk is longer than the table.

use super::functions;
use super::partition::Partition;
use super::rules::{Condition, Expr, Outcome, Property, Rules, Scheme, Target};
use super::url;
use super::value::{self, Split, Strings, Value};
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_types::endpoint::{Endpoint, EndpointAuthScheme};
use aws_smithy_types::Document;
use std::borrow::Cow;

/// What nothing else is said about.
const NO_RULE: &str = "No endpoint rule matched";

/// The parameters of a service, in the order of the slots of its rules.
pub trait Parameters {
    /// Puts each parameter into its slot.
    fn fill<'v>(&'v self, slots: &mut [Value<'v>]);
}

/// Asks the rules.
pub fn evaluate(
    rules: &Rules<'_>,
    partitions: &[Partition<'_>],
    params: &dyn Parameters,
) -> Result<Endpoint, BoxError> {
    let strings = Strings::default();
    with_slots(rules, |slots| {
        params.fill(slots);
        walk(rules, slots, partitions, &strings)
    })
}

/// Makes room for the values of parameters and of what conditions give a name to. It is on the
/// stack for all services of AWS, of which nearly all have the usual five values.
pub(super) fn with_slots<'v, T>(rules: &Rules<'_>, work: impl FnOnce(&mut [Value<'v>]) -> T) -> T {
    match rules.slots {
        few @ 0..8 => work(&mut [Value::Empty; 8][..few]),
        many @ 8..48 => work(&mut [Value::Empty; 48][..many]),
        others => work(&mut vec![Value::Empty; others]),
    }
}

/// Walks from the root to a result.
pub(super) fn walk<'w>(
    rules: &'w Rules<'_>,
    slots: &mut [Value<'w>],
    partitions: &'w [Partition<'w>],
    strings: &'w Strings,
) -> Result<Endpoint, BoxError> {
    let mut target = 0;
    // Each node is asked once at most, since none leads back.
    for _ in 0..=rules.nodes.len() {
        let Ok(node) = usize::try_from(target) else { break };
        let Some([condition, yes, no]) = rules.nodes.get(node) else { break };
        let condition = usize::try_from(*condition).ok().and_then(|condition| rules.conditions.get(condition));
        let evaluator = Evaluator { slots, partitions, strings };
        let holds = match condition {
            Some(Condition::Is(expression)) => evaluator.holds(expression),
            Some(Condition::Let(name, expression)) => {
                let value = evaluator.value(expression);
                if let Expr::Slot(slot) = name {
                    if let Some(slot) = slots.get_mut(*slot) {
                        *slot = value;
                    }
                }
                value.holds()
            }
            None => false,
        };
        target = if holds { *yes } else { *no };
    }
    // -1 is that no rule matches, -2 the first result.
    let result = usize::try_from(-2 - i64::from(target)).ok().and_then(|result| rules.results.get(result));
    let evaluator = Evaluator { slots, partitions, strings };
    match result {
        Some(Outcome::Endpoint(target)) => evaluator.endpoint(target),
        Some(Outcome::Error(message)) => Err(evaluator.string(message).into_owned().into()),
        None => Err(NO_RULE.into()),
    }
}

struct Evaluator<'s, 'v> {
    slots: &'s [Value<'v>],
    partitions: &'v [Partition<'v>],
    strings: &'v Strings,
}

impl<'v> Evaluator<'_, 'v> {
    /// Whether the expression has a value that is not `false`. What most conditions are made of
    /// is answered without making the value of a function first.
    fn holds(&self, expression: &'v Expr<'_>) -> bool {
        match expression {
            Expr::Set(of) => self.value(of) != Value::Empty,
            Expr::True(of) => self.value(of).is_true(),
            Expr::Not(of) => self.value(of) == Value::Flag(false),
            Expr::Equal(left, right) => match (self.value(left), self.value(right)) {
                (Value::Text(left), Value::Text(right)) => left == right,
                (Value::Empty, _) => false,
                (left, right) => left == right,
            },
            other => self.value(other).holds(),
        }
    }

    #[inline]
    fn value(&self, expression: &'v Expr<'_>) -> Value<'v> {
        match expression {
            Expr::Slot(slot) => self.slots.get(*slot).copied().unwrap_or_default(),
            Expr::Text(text) => Value::Text(text),
            other => self.of_function(other),
        }
    }

    fn of_function(&self, expression: &'v Expr<'_>) -> Value<'v> {
        match expression {
            Expr::Flag(flag) => Value::Flag(*flag),
            Expr::Format(..) => Value::Text(match self.string(expression) {
                Cow::Borrowed(text) => text,
                Cow::Owned(text) => self.strings.keep(text),
            }),
            Expr::Set(_) | Expr::Not(_) | Expr::True(_) | Expr::Equal(..) => Value::Flag(self.holds(expression)),
            Expr::Get(of, attribute) => self.value(of).get(*attribute, self.strings),
            Expr::First(of) => {
                let mut values = of.iter().map(|of| self.value(of));
                values.find(|value| *value != Value::Empty).unwrap_or_default()
            }
            Expr::If(condition, yes, no) => self.value(if self.value(condition).is_true() { yes } else { no }),
            Expr::Split(of, delimiter, limit) => match (self.value(of), self.value(delimiter)) {
                (Value::Text(text), Value::Text(delimiter)) if !delimiter.is_empty() => {
                    let (text, delimiter) = (text.to_owned(), delimiter.to_owned());
                    Value::Parts(self.strings.keep_split(Split { text, delimiter, limit: *limit }))
                }
                _ => Value::Empty,
            },
            _ => self.of_string(expression),
        }
    }

    /// The functions of one string.
    fn of_string(&self, expression: &'v Expr<'_>) -> Value<'v> {
        let (function, of): (fn(&'v str) -> Value<'v>, _) = match expression {
            Expr::Url(of) => (value::parse_url, of),
            Expr::HostLabel(of) => (|text| Value::Flag(functions::is_host_label(text)), of),
            Expr::HostLabels(of) => (|text| Value::Flag(functions::are_host_labels(text)), of),
            Expr::Arn(of) => (value::parse_arn, of),
            Expr::Bucket(of) => (|text| Value::Flag(functions::is_bucket(text)), of),
            Expr::Buckets(of) => (|text| Value::Flag(functions::is_bucket_with_dots(text)), of),
            Expr::Encode(of) => {
                let text = self.value(of).text();
                let encode = |text| Value::Text(self.strings.keep(functions::uri_encode(text)));
                return text.map_or(Value::Empty, encode);
            }
            Expr::Substring(of, start, stop) => return self.substring(of, *start, *stop, false),
            Expr::SubstringFromEnd(of, start, stop) => return self.substring(of, *start, *stop, true),
            Expr::Partition(of) => {
                let region = self.value(of).text();
                let found = region.and_then(|region| Partition::of(region, self.partitions));
                return found.map_or(Value::Empty, Value::Partition);
            }
            _ => return Value::Empty,
        };
        self.value(of).text().map_or(Value::Empty, function)
    }

    fn substring(&self, of: &'v Expr<'_>, start: usize, stop: usize, is_reversed: bool) -> Value<'v> {
        let text = self.value(of).text();
        let found = text.and_then(|text| functions::substring(text, start, stop, is_reversed));
        found.map_or(Value::Empty, Value::Text)
    }

    /// What is to be a string; empty where it is not.
    fn string(&self, expression: &'v Expr<'_>) -> Cow<'v, str> {
        let (form, values) = match expression {
            Expr::Format(form, []) => return Cow::Borrowed(form),
            Expr::Format("{}", [value]) => return Cow::Borrowed(self.value(value).text().unwrap_or_default()),
            Expr::Format(form, values) => (form, values),
            other => return Cow::Borrowed(self.value(other).text().unwrap_or_default()),
        };
        // Most names of hosts fit.
        let mut text = String::with_capacity(form.len() + 16 * values.len());
        let mut rest = *form;
        for value in *values {
            // Not `find("{}")`: to prepare such a search costs more than all of this.
            let Some(at) = rest.bytes().position(|byte| byte == b'{').filter(|at| rest[*at..].starts_with("{}")) else {
                break;
            };
            text.push_str(&rest[..at]);
            text.push_str(self.value(value).text().unwrap_or_default());
            rest = &rest[at + 2..];
        }
        text.push_str(rest);
        Cow::Owned(text)
    }

    fn endpoint(&self, target: &'v Target<'_>) -> Result<Endpoint, BoxError> {
        let url = self.string(&target.url);
        // What is not made of anything else is what the caller gave.
        match target.url {
            Expr::Slot(_) | Expr::Format("{}", [Expr::Slot(_)]) => url::check_setting(&url)?,
            _ => url::check_resolved(&url)?,
        }
        let mut endpoint = Endpoint::builder().url(url.into_owned());
        for scheme in target.schemes {
            endpoint = endpoint.auth_scheme(self.scheme(scheme));
        }
        for (name, values) in target.headers {
            for value in *values {
                endpoint = endpoint.header((*name).to_owned(), self.string(value).into_owned());
            }
        }
        for (name, property) in target.properties {
            endpoint = endpoint.property((*name).to_owned(), self.property(property));
        }
        Ok(endpoint.build())
    }

    fn scheme(&self, scheme: &'v Scheme<'_>) -> EndpointAuthScheme {
        let made = EndpointAuthScheme::with_capacity(shared(&self.string(&scheme.name)), scheme.properties.len());
        let properties = scheme.properties.iter();
        properties.fold(made, |made, (name, property)| made.put(shared(name), self.property(property)))
    }

    fn property(&self, property: &'v Property<'_>) -> Document {
        match property {
            Property::Value(expression) => Document::String(self.string(expression).into_owned()),
            Property::Bool(flag) => Document::Bool(*flag),
            Property::Integer(number) => Document::from(*number),
            Property::List(elements) => Document::Array(elements.iter().map(|it| self.property(it)).collect()),
            Property::Object(members) => {
                let members = members.iter().map(|(name, it)| ((*name).to_owned(), self.property(it)));
                Document::Object(members.collect())
            }
        }
    }
}

/// The names that schemes have need no allocation.
fn shared(name: &str) -> Cow<'static, str> {
    Cow::Borrowed(match name {
        "sigv4" => "sigv4",
        "sigv4a" => "sigv4a",
        "sigv4-s3express" => "sigv4-s3express",
        "signingName" => "signingName",
        "signingRegion" => "signingRegion",
        "signingRegionSet" => "signingRegionSet",
        "disableDoubleEncoding" => "disableDoubleEncoding",
        "disableNormalizePath" => "disableNormalizePath",
        other => return Cow::Owned(other.to_owned()),
    })
}
