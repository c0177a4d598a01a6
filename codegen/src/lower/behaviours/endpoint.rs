//! `@staticContextParams`, `@contextParam` and `@operationContextParams`: what a call says of
//! where it goes (Smithy 2.0, "Rules engine parameters"). The first one that gives a parameter
//! counts, and all of them come before what the client has.

use super::{Call, Definition};
use crate::diagnostics::Diagnostics;
use crate::ir::endpoint::{Given, Parameter, ParameterKind, ParameterValue};
use crate::ir::{Behaviour, MemberIndex};
use crate::jmespath;
use crate::lower::endpoint;
use crate::lower::values::queries::{self, Asked, Wanted};
use crate::model::{ids, Node};

pub(super) const BEHAVIOUR: Definition = Definition::new(lower);

fn lower(call: &Call<'_, '_>) -> Option<Behaviour> {
    let parameters = call.endpoint.parameters.iter();
    let given: Vec<_> =
        parameters.filter_map(|parameter| Some((parameter.setter.clone(), given(call, parameter)?))).collect();
    (!given.is_empty()).then_some(Behaviour::Endpoint(given))
}

fn given(call: &Call<'_, '_>, parameter: &Parameter) -> Option<Given> {
    fixed(call, parameter).map(Given::Value).or_else(|| member(call, parameter)).or_else(|| selected(call, parameter))
}

fn fixed(call: &Call<'_, '_>, parameter: &Parameter) -> Option<ParameterValue> {
    let fixed = call.operation.shape.traits.get(ids::STATIC_CONTEXT_PARAMS)?.as_object()?;
    let (_, node) = fixed.iter().find(|(name, _)| parameter.name == **name)?;
    endpoint::value(node.get("value")?)
}

/// The member that is the parameter. The checks have found that their types are the same.
fn member(call: &Call<'_, '_>, parameter: &Parameter) -> Option<Given> {
    let is_named = |node: &Node| node.get("name").and_then(Node::as_str).is_some_and(|name| parameter.name == *name);
    let members = &call.operation.input.members;
    let named = members.iter().find(|member| member.traits.get(ids::CONTEXT_PARAM).is_some_and(is_named))?;
    let index: MemberIndex = call.input.index_of(&named.name)?;
    // A text that is not there, or is blank, makes no address.
    let is_required = call.input.member(index).presence.is_required() && parameter.kind != ParameterKind::Flag;
    Some(Given::Member { index, is_required })
}

/// What a path in the input selects. The checks have found that it is one, and of what type;
/// [`check`] reports what a client does not have of it.
fn selected(call: &Call<'_, '_>, parameter: &Parameter) -> Option<Given> {
    let (_, given) = path(call, parameter)?;
    given.ok()
}

/// The paths that are more than a client can do.
pub(super) fn check(call: &Call<'_, '_>, diagnostics: &mut Diagnostics) {
    let operation = call.operation.shape;
    for parameter in &call.endpoint.parameters {
        if let Some((node, Err(message))) = path(call, parameter) {
            let message = format!("a client cannot evaluate this path: {message}");
            diagnostics.error("Whitesmith.EndpointRules", node.span, message).shape(operation.id.as_str());
        }
    }
}

/// The path of a parameter, and the expression that it becomes.
fn path<'m>(call: &Call<'_, 'm>, parameter: &Parameter) -> Option<(&'m Node, Result<Given, String>)> {
    let paths = call.operation.shape.traits.get(ids::OPERATION_CONTEXT_PARAMS)?.as_object()?;
    let (_, node) = paths.iter().find(|(name, _)| parameter.name == **name)?;
    let node = node.get("path")?;
    let path = jmespath::parse(node.as_str()?).ok()?;
    let (wanted, is_text) = match parameter.kind {
        ParameterKind::List => (Wanted::Texts, false),
        ParameterKind::Flag => (Wanted::Flag, false),
        ParameterKind::Text | ParameterKind::Region | ParameterKind::Account => (Wanted::Text, true),
    };
    let query = queries::lower(call.shapes, Asked::Input(call.input), &path, wanted);
    Some((node, query.map(|query| Given::Query { query, is_text })))
}
