//! In: expressions of rules, whose types are checked. Out: the same in the words of the
//! table: names are slots, templates are formats, paths are single steps.

use std::collections::BTreeMap;

use crate::diagnostics::Span;
use crate::endpoint_rules::{Call, Endpoint, Expression, Function, Literal, Outcome, Part, Step, Template};
use crate::ir::endpoint::{self as ir, Attribute, Expr, Property, Scheme, Target};
use crate::text::Text;

/// What a table cannot say.
pub(super) struct Unsupported {
    pub(super) span: Span,
    pub(super) message: String,
}

type Lowered<T> = Result<T, Unsupported>;

/// The slots of the names that have a value.
#[derive(Debug, Default)]
pub(super) struct Slots<'n> {
    numbers: BTreeMap<&'n str, usize>,
}

impl<'n> Slots<'n> {
    /// The slot of a name, a new one if it is new.
    pub(super) fn of(&mut self, name: &'n str) -> usize {
        let next = self.numbers.len();
        *self.numbers.entry(name).or_insert(next)
    }

    /// The names by their slots.
    pub(super) fn into_names(self) -> Vec<&'n str> {
        let mut names: Vec<_> = self.numbers.into_iter().collect();
        names.sort_by_key(|(_, slot)| *slot);
        names.into_iter().map(|(name, _)| name).collect()
    }

    pub(super) fn outcome(&mut self, outcome: &Outcome<'n>, span: Span) -> Lowered<ir::Outcome> {
        match outcome {
            Outcome::Endpoint(endpoint) => Ok(ir::Outcome::Endpoint(self.endpoint(endpoint, span)?)),
            Outcome::Error(message) => Ok(ir::Outcome::Error(self.expression(message)?)),
            Outcome::Tree(_) => Err(Unsupported { span, message: "a result is an endpoint or an error".to_owned() }),
        }
    }

    fn endpoint(&mut self, endpoint: &Endpoint<'n>, span: Span) -> Lowered<Target> {
        let mut headers = Vec::new();
        for (name, values) in &endpoint.headers {
            let values = values.iter().map(|value| self.expression(value)).collect::<Lowered<_>>()?;
            headers.push((Text::from(*name), values));
        }
        let (mut schemes, mut properties) = (Vec::new(), Vec::new());
        for (name, value) in &endpoint.properties {
            match (*name, value) {
                ("authSchemes", Literal::Tuple(listed)) => {
                    for scheme in listed {
                        schemes.push(self.scheme(scheme, span)?);
                    }
                }
                (name, value) => properties.push((Text::from(name), self.property(value)?)),
            }
        }
        Ok(Target { url: self.expression(&endpoint.url)?, schemes, headers, properties })
    }

    fn scheme(&mut self, scheme: &Literal<'n>, span: Span) -> Lowered<Scheme> {
        let nameless = || Unsupported { span, message: "an auth scheme of an endpoint has a `name`".to_owned() };
        let Literal::Record(members) = scheme else { return Err(nameless()) };
        let (mut name, mut properties) = (None, Vec::new());
        for (key, value) in members {
            match (*key, self.property(value)?) {
                ("name", Property::Value(value)) => name = Some(value),
                (key, property) => properties.push((Text::from(key), property)),
            }
        }
        Ok(Scheme { name: name.ok_or_else(nameless)?, properties })
    }

    fn property(&mut self, literal: &Literal<'n>) -> Lowered<Property> {
        Ok(match literal {
            Literal::Boolean(value) => Property::Bool(*value),
            Literal::Integer(value) => Property::Integer(*value),
            Literal::Text { template, .. } => Property::Value(self.template(template)),
            Literal::Tuple(elements) => {
                Property::List(elements.iter().map(|element| self.property(element)).collect::<Lowered<_>>()?)
            }
            Literal::Record(members) => {
                let members = members.iter().map(|(name, value)| Ok((Text::from(*name), self.property(value)?)));
                Property::Object(members.collect::<Lowered<_>>()?)
            }
        })
    }

    fn expression(&mut self, expression: &Expression<'n>) -> Lowered<Expr> {
        match expression {
            Expression::Reference { name, .. } => Ok(Expr::Slot(self.of(name.text))),
            Expression::Call(call) => self.call(call),
            Expression::Literal(Literal::Boolean(value)) => Ok(Expr::Flag(*value)),
            Expression::Literal(Literal::Text { template, .. }) => Ok(self.template(template)),
            Expression::Literal(_) => Err(Unsupported {
                span: Span::default(),
                message: "numbers, lists and objects are written out only where a function takes them".to_owned(),
            }),
        }
    }

    /// A text with values in it. What has none is a text, and what is nothing but a value is
    /// this value.
    fn template(&mut self, template: &Template<'n>) -> Expr {
        let (mut form, mut values) = (String::new(), Vec::new());
        for part in &template.parts {
            match part {
                // Braces of the text itself would be taken for a value.
                Part::Text(text) if text.contains("{}") => {
                    form.push_str("{}");
                    values.push(Expr::Text(Text::from(text.as_ref())));
                }
                Part::Text(text) => form.push_str(text),
                Part::Value { name, path } => {
                    form.push_str("{}");
                    let base = Expr::Slot(self.of(name.text));
                    values.push(path.iter().fold(base, step));
                }
            }
        }
        match (form.as_str(), values.as_slice()) {
            (_, []) => Expr::Text(form.into()),
            ("{}", [value]) => value.clone(),
            _ => Expr::Format(form.into(), values),
        }
    }

    pub(super) fn call(&mut self, call: &Call<'n>) -> Lowered<Expr> {
        let arguments = call.arguments.as_slice();
        let wrong = || Unsupported {
            span: call.span,
            message: format!("`{}` has other arguments than it takes", call.function.name()),
        };
        Ok(match (call.function, arguments) {
            (Function::BooleanEquals, [of, Expression::Literal(Literal::Boolean(value))])
            | (Function::BooleanEquals, [Expression::Literal(Literal::Boolean(value)), of]) => {
                let of = Box::new(self.expression(of)?);
                if *value {
                    Expr::True(of)
                } else {
                    Expr::Not(of)
                }
            }
            (Function::BooleanEquals | Function::StringEquals, [left, right]) => {
                Expr::Equal(Box::new([self.expression(left)?, self.expression(right)?]))
            }
            (Function::Coalesce, arguments) => {
                Expr::First(arguments.iter().map(|argument| self.expression(argument)).collect::<Lowered<_>>()?)
            }
            (Function::GetAttr, [base, ..]) => call.path.iter().fold(self.expression(base)?, step),
            (Function::IsSet, [of]) => Expr::Set(self.boxed(of)?),
            (Function::Not, [of]) => Expr::Not(self.boxed(of)?),
            (Function::IfThenElse, [condition, yes, no]) => {
                Expr::If(Box::new([self.expression(condition)?, self.expression(yes)?, self.expression(no)?]))
            }
            (Function::ParseUrl, [of]) => Expr::Url(self.boxed(of)?),
            (Function::UriEncode, [of]) => Expr::Encode(self.boxed(of)?),
            (Function::AwsPartition, [of]) => Expr::Partition(self.boxed(of)?),
            (Function::AwsParseArn, [of]) => Expr::Arn(self.boxed(of)?),
            (Function::Split, [of, delimiter, limit]) => {
                let limit = number(limit).ok_or_else(wrong)?;
                Expr::Split(Box::new([self.expression(of)?, self.expression(delimiter)?]), limit)
            }
            (Function::Substring, [of, start, stop, is_reversed]) => {
                let (start, stop) = (number(start).ok_or_else(wrong)?, number(stop).ok_or_else(wrong)?);
                let of = self.boxed(of)?;
                self.switched(is_reversed, |is_reversed| {
                    let of = of.clone();
                    Expr::Substring { of, start, stop, is_reversed }
                })?
            }
            (Function::IsValidHostLabel, [of, has_dots]) => {
                let of = self.boxed(of)?;
                self.switched(has_dots, |has_dots| Expr::HostLabel { of: of.clone(), has_dots })?
            }
            (Function::AwsIsVirtualHostableS3Bucket, [of, has_dots]) => {
                let of = self.boxed(of)?;
                self.switched(has_dots, |has_dots| Expr::Bucket { of: of.clone(), has_dots })?
            }
            _ => return Err(wrong()),
        })
    }

    fn boxed(&mut self, expression: &Expression<'n>) -> Lowered<Box<Expr>> {
        self.expression(expression).map(Box::new)
    }

    /// A function with a flag that chooses between two functions of the table.
    fn switched(&mut self, flag: &Expression<'n>, function: impl Fn(bool) -> Expr) -> Lowered<Expr> {
        if let Expression::Literal(Literal::Boolean(flag)) = flag {
            return Ok(function(*flag));
        }
        Ok(Expr::If(Box::new([self.expression(flag)?, function(true), function(false)])))
    }
}

fn number(expression: &Expression<'_>) -> Option<u32> {
    match expression {
        Expression::Literal(Literal::Integer(value)) => u32::try_from(*value).ok(),
        _ => None,
    }
}

fn step(base: Expr, step: &Step<'_>) -> Expr {
    let attribute = match step {
        Step::Index(index) => Attribute::Index(*index),
        Step::Key(key) => Attribute::Named(attribute(key)),
    };
    Expr::Get(Box::new(base), attribute)
}

/// What the runtime calls a member of a partition, of an ARN or of a URL.
fn attribute(key: &str) -> &'static str {
    match key {
        "name" => "Name",
        "dnsSuffix" => "DnsSuffix",
        "dualStackDnsSuffix" => "DualStackDnsSuffix",
        "implicitGlobalRegion" => "ImplicitGlobalRegion",
        "supportsFIPS" => "SupportsFips",
        "supportsDualStack" => "SupportsDualStack",
        "partition" => "PartitionName",
        "service" => "Service",
        "region" => "Region",
        "accountId" => "AccountId",
        "scheme" => "UrlScheme",
        "authority" => "Authority",
        "path" => "Path",
        "normalizedPath" => "NormalizedPath",
        "isIp" => "IsIp",
        // The types of rules have no other member.
        _ => "ResourceId",
    }
}
