//! In: `smithy.rules#endpointTests`. Out: tests of the emitted crate: the parameters of each
//! case, and the calls that give the rules these parameters. A call of an operation that the
//! crate does not have is left out.

use std::collections::BTreeMap;

use super::value;
use crate::ir::endpoint::{Endpoint, Parameter, ParameterSource, ParameterValue};
use crate::ir::endpoint_test::{CallSetting, EndpointCall, EndpointTest, ExpectedEndpoint};
use crate::ir::Operation;
use crate::lower::shapes::Shapes;
use crate::lower::values::literals;
use crate::model::{ids, Node, Shape, Value};
use crate::names;
use crate::text::Text;

/// The tests of a service.
pub(crate) fn lower(
    service: &Shape,
    endpoint: &Endpoint,
    shapes: &Shapes<'_>,
    operations: &[Operation],
) -> Vec<EndpointTest> {
    let cases = service.traits.get(ids::ENDPOINT_TESTS).and_then(|node| node.get("testCases")).and_then(Node::as_array);
    let cases = cases.unwrap_or_default().iter().enumerate();
    cases.filter_map(|(index, case)| test(index, case, endpoint, shapes, operations)).collect()
}

fn test(
    index: usize,
    case: &Node,
    endpoint: &Endpoint,
    shapes: &Shapes<'_>,
    operations: &[Operation],
) -> Option<EndpointTest> {
    let params = members(case, "params").iter().filter_map(|(name, node)| {
        let parameter = endpoint.parameters.iter().find(|parameter| parameter.name == **name)?;
        Some((parameter.setter.clone(), value(node)?))
    });
    let inputs = case.get("operationInputs").and_then(Node::as_array).unwrap_or_default().iter();
    let calls = inputs.enumerate().filter_map(|(number, input)| {
        let mut call = call(input, endpoint, shapes, operations)?;
        call.function = format!("endpoint_{index}_call_{number}");
        Some(call)
    });
    Some(EndpointTest {
        name: case.get("documentation").and_then(Node::as_str).unwrap_or_default().into(),
        params: params.collect(),
        expected: expected(case.get("expect")?)?,
        calls: calls.collect(),
    })
}

fn members<'n>(node: &'n Node, name: &str) -> &'n [(String, Node)] {
    node.get(name).and_then(Node::as_object).unwrap_or_default()
}

fn expected(node: &Node) -> Option<ExpectedEndpoint> {
    if let Some(error) = node.get("error") {
        return error.as_str().map(|error| ExpectedEndpoint::Error(error.into()));
    }
    let endpoint = node.get("endpoint")?;
    let headers = members(endpoint, "headers").iter().map(|(name, values)| {
        let values = values.as_array().unwrap_or_default().iter().filter_map(Node::as_str).map(Text::from);
        (Text::from(name.as_str()), values.collect())
    });
    let properties = endpoint.get("properties").map(|properties| Text::from(json(properties).to_string()));
    Some(ExpectedEndpoint::Endpoint {
        url: endpoint.get("url")?.as_str()?.into(),
        headers: headers.collect(),
        properties,
    })
}

fn json(node: &Node) -> serde_json::Value {
    match &node.value {
        Value::Null => serde_json::Value::Null,
        Value::Bool(flag) => (*flag).into(),
        Value::Number(number) => number.as_i64().into(),
        Value::String(text) => text.as_str().into(),
        Value::Array(elements) => elements.iter().map(json).collect(),
        Value::Object(members) => {
            // By their names, whether or not somebody else has serde_json keep the order.
            let members: BTreeMap<&String, &Node> = members.iter().map(|(name, node)| (name, node)).collect();
            serde_json::Value::Object(members.into_iter().map(|(name, node)| (name.clone(), json(node))).collect())
        }
    }
}

/// None for an operation that the crate does not have, and for what is not a test.
fn call(input: &Node, endpoint: &Endpoint, shapes: &Shapes<'_>, operations: &[Operation]) -> Option<EndpointCall> {
    let name = input.get("operationName")?.as_str()?;
    let operation = operations.iter().find(|operation| operation.wire_name == name)?;
    let mut settings = Vec::new();
    for (name, node) in members(input, "builtInParams") {
        settings.push(built_in(name, value(node)?, endpoint)?);
    }
    for (name, node) in members(input, "clientParams") {
        settings.push(setting(name, value(node)?, endpoint)?);
    }
    let params = literals::fields(shapes, &operation.input.members, members(input, "operationParams"))?;
    let is_below = !operation.host_prefix().is_empty();
    Some(EndpointCall { function: String::new(), method: operation.method.clone(), settings, params, is_below })
}

fn built_in(name: &str, value: ParameterValue, endpoint: &Endpoint) -> Option<CallSetting> {
    let set = |field: &str, value| Some(CallSetting::Set(field.to_owned(), value));
    match (name, value) {
        ("AWS::Region", ParameterValue::Text(region)) => Some(CallSetting::Region(region)),
        ("AWS::UseFIPS", value) => set("use_fips", value),
        ("AWS::UseDualStack", value) => set("use_dual_stack", value),
        ("SDK::Endpoint", value) => set("endpoint_url", value),
        ("AWS::Auth::AccountId", ParameterValue::Text(account)) => Some(CallSetting::Account(account)),
        ("AWS::Auth::AccountIdEndpointMode", ParameterValue::Text(mode)) => {
            Some(CallSetting::AccountIdEndpointMode(mode))
        }
        (name, value) => {
            let is_meant = |parameter: &&Parameter| parameter.built_in.as_deref() == Some(name);
            let parameter = endpoint.parameters.iter().find(is_meant)?;
            Some(match parameter.source {
                Some(ParameterSource::Setting) => CallSetting::Set(parameter.field.clone(), value),
                _ => CallSetting::Parameter(parameter.field.clone(), value),
            })
        }
    }
}

/// What a setting of the model gives.
fn setting(name: &str, value: ParameterValue, endpoint: &Endpoint) -> Option<CallSetting> {
    let is_meant = |parameter: &&Parameter| {
        parameter.field == names::field(&names::snake(name)) && parameter.source == Some(ParameterSource::Setting)
    };
    let parameter = endpoint.parameters.iter().find(is_meant)?;
    Some(CallSetting::Set(parameter.field.clone(), value))
}
