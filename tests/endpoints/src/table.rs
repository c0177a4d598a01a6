//! In: a table as lowering gives it, in JSON. Out: the table of the runtime, with all its
//! lists in an arena.

use bumpalo::Bump;
use serde_json::Value as Json;
use whitesmith_runtime::endpoint::rules::{
    at, fail_with, Attribute, Condition, Expr, Outcome, Property, Rules, Scheme,
};

/// What is not a table.
#[derive(Debug)]
pub(crate) struct Malformed(pub(crate) String);

type Made<T> = Result<T, Malformed>;

/// Makes tables.
pub(crate) struct Maker<'t>(pub(crate) &'t Bump);

impl<'t> Maker<'t> {
    pub(crate) fn rules(&self, table: &'t Json) -> Made<Rules<'t>> {
        Ok(Rules {
            slots: self.number(&table["slots"])?,
            reads: self.list(&table["reads"], |slot| self.number(slot))?,
            conditions: self.list(&table["conditions"], |condition| {
                let value = self.value(&condition[0])?;
                Ok(match condition[1].as_u64() {
                    Some(_) => Condition::Let(Expr::Slot(self.number(&condition[1])?), value),
                    None => Condition::Is(value),
                })
            })?,
            results: self.list(&table["results"], |result| self.outcome(result))?,
            nodes: self.list(&table["nodes"], |row| {
                let cell = |index: usize| self.number::<i32>(&row[index]);
                Ok([cell(0)?, cell(1)?, cell(2)?])
            })?,
        })
    }

    fn number<N: TryFrom<i64>>(&self, json: &Json) -> Made<N> {
        let number = json.as_i64().and_then(|number| N::try_from(number).ok());
        number.ok_or_else(|| Malformed(format!("{json} is not a number of the table")))
    }

    fn text(&self, json: &'t Json) -> Made<&'t str> {
        json.as_str().ok_or_else(|| Malformed(format!("{json} is not a text of the table")))
    }

    fn list<T: Copy>(&self, json: &'t Json, make: impl Fn(&'t Json) -> Made<T>) -> Made<&'t [T]> {
        let elements = json.as_array().ok_or_else(|| Malformed(format!("{json} is not a list of the table")))?;
        let made: Vec<T> = elements.iter().map(make).collect::<Made<_>>()?;
        Ok(self.0.alloc_slice_copy(&made))
    }

    fn value(&self, json: &'t Json) -> Made<Expr<'t>> {
        let argument = |index: usize| self.value(&json[1][index]).map(|value| &*self.0.alloc(value));
        Ok(match self.text(&json[0])? {
            "Slot" => Expr::Slot(self.number(&json[1])?),
            "Text" => Expr::Text(self.text(&json[1])?),
            "Flag" => Expr::Flag(json[1].as_bool().unwrap_or_default()),
            "Format" => Expr::Format(self.text(&json[1])?, self.values(&json[2])?),
            "Set" => Expr::Set(argument(0)?),
            "Not" => Expr::Not(argument(0)?),
            "True" => Expr::True(argument(0)?),
            "Equal" => Expr::Equal(argument(0)?, argument(1)?),
            "Index" => Expr::Get(argument(0)?, Attribute::Index(self.number(&json[2])?)),
            "Get" => Expr::Get(argument(0)?, attribute(self.text(&json[2])?)?),
            "Substring" if json[4] == true => {
                Expr::SubstringFromEnd(argument(0)?, self.number(&json[2])?, self.number(&json[3])?)
            }
            "Substring" => Expr::Substring(argument(0)?, self.number(&json[2])?, self.number(&json[3])?),
            "Url" => Expr::Url(argument(0)?),
            "HostLabel" => Expr::HostLabel(argument(0)?),
            "HostLabels" => Expr::HostLabels(argument(0)?),
            "Encode" => Expr::Encode(argument(0)?),
            "Split" => Expr::Split(argument(0)?, argument(1)?, self.number(&json[2])?),
            "First" => Expr::First(self.values(&json[1])?),
            "If" => Expr::If(argument(0)?, argument(1)?, argument(2)?),
            "Partition" => Expr::Partition(argument(0)?),
            "Arn" => Expr::Arn(argument(0)?),
            "Bucket" => Expr::Bucket(argument(0)?),
            "Buckets" => Expr::Buckets(argument(0)?),
            other => return Err(Malformed(format!("the table has no `{other}`"))),
        })
    }

    fn values(&self, json: &'t Json) -> Made<&'t [Expr<'t>]> {
        self.list(json, |value| self.value(value))
    }

    /// The two arguments of a text with values in it.
    fn form(&self, json: &'t Json) -> Made<(&'t str, &'t [Expr<'t>])> {
        match self.value(json)? {
            Expr::Format(form, values) => Ok((form, values)),
            value => Ok(("{}", self.0.alloc_slice_copy(&[value]))),
        }
    }

    fn outcome(&self, json: &'t Json) -> Made<Outcome<'t>> {
        if json["error"].is_array() {
            let (form, values) = self.form(&json["error"])?;
            return Ok(fail_with(form, values));
        }
        let (form, values) = self.form(&json["url"])?;
        let schemes = self.list(&json["schemes"], |scheme| {
            Ok(Scheme { name: self.value(&scheme[0])?, properties: self.members(&scheme[1])? })
        })?;
        let headers = self.list(&json["headers"], |header| Ok((self.text(&header[0])?, self.values(&header[1])?)))?;
        Ok(at(form, values).signed(schemes).headers(headers).properties(self.members(&json["properties"])?))
    }

    fn members(&self, json: &'t Json) -> Made<&'t [(&'t str, Property<'t>)]> {
        self.list(json, |member| Ok((self.text(&member[0])?, self.property(&member[1])?)))
    }

    fn property(&self, json: &'t Json) -> Made<Property<'t>> {
        let of = &json[1];
        Ok(match self.text(&json[0])? {
            "Value" => Property::Value(self.value(of)?),
            "Bool" => Property::Bool(of.as_bool().unwrap_or_default()),
            "Integer" => Property::Integer(self.number(of)?),
            "List" => Property::List(self.list(of, |element| self.property(element))?),
            "Object" => Property::Object(self.members(of)?),
            other => return Err(Malformed(format!("the table has no property `{other}`"))),
        })
    }
}

fn attribute(name: &str) -> Made<Attribute> {
    const ALL: [Attribute; 16] = [
        Attribute::Name,
        Attribute::DnsSuffix,
        Attribute::DualStackDnsSuffix,
        Attribute::ImplicitGlobalRegion,
        Attribute::SupportsFips,
        Attribute::SupportsDualStack,
        Attribute::PartitionName,
        Attribute::Service,
        Attribute::Region,
        Attribute::AccountId,
        Attribute::ResourceId,
        Attribute::UrlScheme,
        Attribute::Authority,
        Attribute::Path,
        Attribute::NormalizedPath,
        Attribute::IsIp,
    ];
    let found = ALL.into_iter().find(|attribute| format!("{attribute:?}") == name);
    found.ok_or_else(|| Malformed(format!("the table has no attribute `{name}`")))
}
