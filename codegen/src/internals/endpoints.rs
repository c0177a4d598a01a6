//! In: the service of a model, and which of its forms of rules. Out: the table that lowering
//! makes of them, as JSON. Exists so that the official cases are tried on the interpreter of
//! the runtime without a crate for each model, and without either knowing the other.

use serde_json::{json, Value};

use crate::diagnostics::Diagnostics;
use crate::ir::endpoint::{Attribute, Condition, Endpoint, Expr, Outcome, Parameter, ParameterValue, Property, Scheme};
use crate::lower;
use crate::model::{Kind, Model, ShapeId};

/// The forms in which a service can have rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleForm {
    /// `@endpointRuleSet`
    RuleSet,
    /// `@endpointBdd`
    Diagram,
}

/// The tables of each service of the model that has rules in this form, or what is wrong with
/// them.
pub fn endpoint_tables(model: &Model, form: RuleForm) -> Vec<(ShapeId, Result<Value, Diagnostics>)> {
    let services = model.shapes().filter(|shape| matches!(shape.kind, Kind::Service(_)));
    let tables = services.filter_map(|service| {
        let mut diagnostics = Diagnostics::new();
        let endpoint = lower::endpoint_of_form(service, form == RuleForm::Diagram, &mut diagnostics)?;
        let table = if diagnostics.has_errors() { Err(diagnostics) } else { Ok(of_endpoint(&endpoint)) };
        Some((service.id.clone(), table))
    });
    tables.collect()
}

fn of_endpoint(endpoint: &Endpoint) -> Value {
    let rules = &endpoint.rules;
    json!({
        "parameters": list(&endpoint.parameters, of_parameter),
        "slots": endpoint.parameters.len() + rules.assigned.len(),
        "reads": rules.reads,
        "conditions": list(&rules.conditions, |Condition { value, assign }| json!([of_value(value), assign])),
        "results": list(&rules.results, of_outcome),
        "nodes": rules.nodes,
    })
}

fn list<T>(values: &[T], of: impl Fn(&T) -> Value) -> Value {
    Value::Array(values.iter().map(of).collect())
}

fn of_parameter(parameter: &Parameter) -> Value {
    let default = parameter.default.as_ref().map(|default| match default {
        ParameterValue::Flag(flag) => json!(flag),
        ParameterValue::Text(text) => json!(text.raw()),
        ParameterValue::List(texts) => list(texts, |text| json!(text.raw())),
    });
    json!({
        "name": parameter.name.raw(),
        "field": parameter.field,
        "default": default,
        "required": parameter.is_required,
    })
}

fn of_value(expression: &Expr) -> Value {
    let call = |name: &str, arguments: &[&Expr]| {
        let arguments: Vec<Value> = arguments.iter().map(|argument| of_value(argument)).collect();
        json!([name, arguments])
    };
    match expression {
        Expr::Slot(slot) => json!(["Slot", slot]),
        Expr::Text(text) => json!(["Text", text.raw()]),
        Expr::Flag(flag) => json!(["Flag", flag]),
        Expr::Format(form, values) => json!(["Format", form.raw(), list(values, of_value)]),
        Expr::Set(of) => call("Set", &[of]),
        Expr::Not(of) => call("Not", &[of]),
        Expr::True(of) => call("True", &[of]),
        Expr::Equal(both) => call("Equal", &both.each_ref()),
        Expr::Get(of, Attribute::Index(index)) => json!(["Index", [of_value(of)], index]),
        Expr::Get(of, Attribute::Named(name)) => json!(["Get", [of_value(of)], name]),
        Expr::Substring { of, start, stop, is_reversed } => {
            json!(["Substring", [of_value(of)], start, stop, is_reversed])
        }
        Expr::Url(of) => call("Url", &[of]),
        Expr::HostLabel { of, has_dots } => call(if *has_dots { "HostLabels" } else { "HostLabel" }, &[of]),
        Expr::Encode(of) => call("Encode", &[of]),
        Expr::Split(both, limit) => {
            let [of, delimiter] = both.each_ref().map(of_value);
            json!(["Split", [of, delimiter], limit])
        }
        Expr::First(of) => json!(["First", list(of, of_value)]),
        Expr::If(all) => call("If", &all.each_ref()),
        Expr::Partition(of) => call("Partition", &[of]),
        Expr::Arn(of) => call("Arn", &[of]),
        Expr::Bucket { of, has_dots } => call(if *has_dots { "Buckets" } else { "Bucket" }, &[of]),
    }
}

fn of_outcome(outcome: &Outcome) -> Value {
    match outcome {
        Outcome::Error(message) => json!({ "error": of_value(message) }),
        Outcome::Endpoint(target) => json!({
            "url": of_value(&target.url),
            "schemes": list(&target.schemes, |Scheme { name, properties }| {
                json!([of_value(name), of_members(properties)])
            }),
            "headers": list(&target.headers, |(name, values)| json!([name.raw(), list(values, of_value)])),
            "properties": of_members(&target.properties),
        }),
    }
}

fn of_members(properties: &[(crate::text::Text, Property)]) -> Value {
    list(properties, |(name, property)| json!([name.raw(), of_property(property)]))
}

fn of_property(property: &Property) -> Value {
    match property {
        Property::Value(value) => json!(["Value", of_value(value)]),
        Property::Bool(flag) => json!(["Bool", flag]),
        Property::Integer(number) => json!(["Integer", number]),
        Property::List(elements) => json!(["List", list(elements, of_property)]),
        Property::Object(members) => json!(["Object", of_members(members)]),
    }
}
