//! In: the service, and the rules that it brings. Out: the parameters and the table by which
//! its endpoints are found (Smithy 2.0, "Rules engine specification"). A service without
//! rules gets a table all the same, so that nothing after this knows the difference.

pub(super) mod address;
mod constants;
mod expressions;
mod table;
pub(super) mod tests;
mod usual;
mod walk;

use super::owner;
use crate::diagnostics::{Diagnostics, Span};
use crate::endpoint_rules::{self, bdd, Parameter, ParameterType};
use crate::ir::endpoint::{self as ir, Endpoint, ParameterKind, ParameterSource, ParameterValue};
use crate::ir::{Setting, SettingType};
use crate::model::{ids, Node, Shape};
use crate::names;
use crate::text::{self, Docs, Text};
use crate::traits::aws_service::AwsService;

use expressions::Unsupported;

/// The endpoints of a service, by the newest form of rules that it has.
pub(super) fn lower(service: &Shape, diagnostics: &mut Diagnostics) -> Endpoint {
    let found = of_form(service, true, diagnostics).or_else(|| of_form(service, false, diagnostics));
    match found {
        Some(endpoint) => endpoint,
        None if owner::is_aws(service) => usual::regional(&AwsService::of(service).endpoint_prefix),
        None => usual::given(),
    }
}

/// The endpoints by `@endpointBdd` or by `@endpointRuleSet`, if the service has it; the checks
/// have found that it is whole.
pub(crate) fn of_form(service: &Shape, is_diagram: bool, diagnostics: &mut Diagnostics) -> Option<Endpoint> {
    let id = if is_diagram { ids::ENDPOINT_BDD } else { ids::ENDPOINT_RULE_SET };
    let node = service.traits.get(id)?;
    let made = if is_diagram { of_diagram(service, node)? } else { of_rules(service, node) };
    match made {
        Ok(endpoint) => {
            check_names(service, &endpoint.parameters, diagnostics);
            Some(endpoint)
        }
        Err(Unsupported { span, message }) => {
            let span = if span == Span::default() { service.traits.place_of(id) } else { span };
            diagnostics.error("Whitesmith.EndpointRules", span, message).shape(service.id.as_str());
            Some(usual::given())
        }
    }
}

fn of_diagram(service: &Shape, node: &Node) -> Option<Result<Endpoint, Unsupported>> {
    let diagram = bdd::decode(node).ok()?;
    let (decisions, _) = endpoint_rules::parse_decisions(node);
    let rules = table::of_diagram(&decisions, &diagram);
    Some(rules.map(|rules| endpoint(service, &decisions.parameters, node, rules)))
}

fn of_rules(service: &Shape, node: &Node) -> Result<Endpoint, Unsupported> {
    let (rule_set, _) = endpoint_rules::parse(node);
    let rules = table::of_rules(&rule_set)?;
    Ok(endpoint(service, &rule_set.parameters, node, rules))
}

fn endpoint(service: &Shape, parameters: &[Parameter<'_>], node: &Node, rules: ir::Rules) -> Endpoint {
    Endpoint { parameters: parameters.iter().map(|it| parameter(service, it, node)).collect(), rules }
}

fn parameter(service: &Shape, parameter: &Parameter<'_>, node: &Node) -> ir::Parameter {
    let snake = names::snake(parameter.name);
    let settings = service.traits.get(ids::CLIENT_CONTEXT_PARAMS);
    let is_setting = settings.is_some_and(|settings| settings.get(parameter.name).is_some());
    let built_in = parameter.built_in.and_then(Node::as_str);
    let source = if is_setting { Some(ParameterSource::Setting) } else { built_in.and_then(source) };
    let kind = match (parameter.ty, built_in) {
        (ParameterType::String, Some("AWS::Region")) => ParameterKind::Region,
        (ParameterType::String, Some("AWS::Auth::AccountId")) => ParameterKind::Account,
        (ParameterType::String, _) => ParameterKind::Text,
        (ParameterType::Boolean, _) => ParameterKind::Flag,
        (ParameterType::StringArray, _) => ParameterKind::List,
    };
    let said = node.get("parameters").and_then(|all| all.get(parameter.name)?.get("documentation")?.as_str());
    let docs = match said {
        Some(said) => Docs::of_model(said),
        None => text::sentence("The parameter {} of the endpoint rules.", &[&text::Line::code(parameter.name)]),
    };
    ir::Parameter {
        name: Text::from(parameter.name),
        setter: format!("set_{}", snake_identifier(&snake)),
        slot: snake_identifier(&snake).to_uppercase(),
        field: names::field(&snake),
        docs,
        kind,
        default: parameter.default.and_then(value),
        is_required: parameter.is_required,
        built_in: built_in.map(str::to_owned),
        source,
    }
}

/// The settings that rules ask for beside those that models bring.
pub(super) fn settings(endpoint: &Endpoint) -> impl Iterator<Item = Setting> + '_ {
    let asks = |parameter: &&ir::Parameter| parameter.source == Some(ParameterSource::AccountIdEndpointMode);
    endpoint.parameters.iter().filter(asks).map(|_| Setting {
        name: "account_id_endpoint_mode",
        ty: SettingType::Optional("AccountIdEndpointMode"),
        argument: "mode",
        docs: "whether requests go to endpoints of single accounts",
        more: " By default they do where the account is known.",
        returned: "Returns whether requests go to endpoints of single accounts, if it was set.",
    })
}

/// A name without the sign of a raw identifier.
fn snake_identifier(snake: &str) -> String {
    names::field(snake).trim_start_matches("r#").to_owned()
}

/// Where a client has the value of a built-in from. The others are settings of single
/// services, which their rules name as such, too.
fn source(built_in: &str) -> Option<ParameterSource> {
    match built_in {
        "AWS::Region" => Some(ParameterSource::Region),
        "AWS::UseDualStack" => Some(ParameterSource::UseDualStack),
        "AWS::UseFIPS" => Some(ParameterSource::UseFips),
        "SDK::Endpoint" => Some(ParameterSource::EndpointUrl),
        "AWS::Auth::AccountIdEndpointMode" => Some(ParameterSource::AccountIdEndpointMode),
        _ => None,
    }
}

/// The value that a node gives a parameter.
pub(super) fn value(node: &Node) -> Option<ParameterValue> {
    if let Some(flag) = node.as_bool() {
        return Some(ParameterValue::Flag(flag));
    }
    if let Some(text) = node.as_str() {
        return Some(ParameterValue::Text(text.into()));
    }
    let texts = node.as_array()?.iter().map(|element| element.as_str().map(Text::from));
    texts.collect::<Option<_>>().map(ParameterValue::List)
}

/// Two parameters with one getter.
fn check_names(service: &Shape, parameters: &[ir::Parameter], diagnostics: &mut Diagnostics) {
    for (index, parameter) in parameters.iter().enumerate() {
        if parameters[..index].iter().any(|other| other.field == parameter.field) {
            let message = format!("two parameters of the endpoint rules are called `{}` in Rust", parameter.field);
            let place = service.traits.place_of(ids::ENDPOINT_RULE_SET);
            diagnostics.error("Whitesmith.EndpointRules", place, message).shape(service.id.as_str());
        }
    }
}
