//! In: the sliced model. Out: an error for each thing that the emitted code
//! cannot do yet. Better no client than one that fails at run time.

use crate::diagnostics::{Diagnostics, Span};
use crate::model::{Kind, Member, Model, Node, Shape};
use crate::traits;
use crate::traits::http_checksum::{has_response_checksum, RequestChecksum};
use crate::transforms;

const ID: &str = "Whitesmith.NotBuiltYet";
const ENDPOINT_RULE_SET: &str = "smithy.rules#endpointRuleSet";

pub(super) fn check(model: &Model, service: &Shape, diagnostics: &mut Diagnostics) {
    check_auth(service, diagnostics);
    check_endpoint_rules(service, diagnostics);
    check_checksums(model, service, diagnostics);
    for shape in model.shapes() {
        if let Kind::Operation(_) = shape.kind {
            check_operation_auth(service, shape, diagnostics);
        }
        for member in &shape.members {
            check_member(model, shape, member, diagnostics);
        }
    }
}

/// Checksums go with bodies in memory; said once, since a service has many such operations.
fn check_checksums(model: &Model, service: &Shape, diagnostics: &mut Diagnostics) {
    let lacks_some = |operation: &&Shape| {
        let Kind::Operation(facts) = &operation.kind else { return false };
        let mut input = model.shape(&facts.input).into_iter().flat_map(|input| &input.members);
        let is_checked = RequestChecksum::of(&operation.traits).is_some();
        has_response_checksum(&operation.traits)
            || (is_checked && input.any(|member| model.member_trait(member, traits::STREAMING).is_some()))
    };
    let found = model.operations_of(service).into_iter().find(lacks_some);
    let Some(node) = found.and_then(|operation| operation.traits.get(traits::HTTP_CHECKSUM)) else { return };
    diagnostics
        .warning(
            ID,
            node.span,
            format!("checksums of `{}` are made for bodies in memory only, and not compared in responses", service.id),
        )
        .shape(service.id.as_str())
        .help("a body that is read as it is sent goes without a checksum, or is an error where one is required");
}

fn check_member(model: &Model, container: &Shape, member: &Member, diagnostics: &mut Diagnostics) {
    let is_union = model.target(member).is_some_and(|target| target.kind == Kind::Union);
    if !is_union || model.member_trait(member, traits::STREAMING).is_none() {
        return;
    }
    let container = transforms::original_id(container).unwrap_or(container.id.as_str());
    let id = format!("{container}${}", member.name);
    report(diagnostics, &id, member.span, traits::STREAMING, "event streams");
}

/// Until endpoint rules are evaluated, requests go where most services are. A
/// rule set that asks for other things than the usual ones says that this one may
/// be somewhere else.
fn check_endpoint_rules(service: &Shape, diagnostics: &mut Diagnostics) {
    const USUAL: [&str; 4] = ["Endpoint", "Region", "UseDualStack", "UseFIPS"];
    let Some(rules) = service.traits.get(ENDPOINT_RULE_SET) else { return };
    let parameters = rules.get("parameters").and_then(Node::as_object).unwrap_or_default();
    let is_regional = parameters.iter().any(|(name, _)| name == "Region");
    let unusual = parameters.iter().find(|(name, _)| !USUAL.contains(&name.as_str()));
    let what = match unusual {
        Some((name, _)) => format!("ask for the parameter `{name}`"),
        None if !is_regional => "do not ask for a region".to_owned(),
        None => return,
    };
    diagnostics
        .warning(ID, rules.span, format!("the endpoint rules of `{}` {what}, and are not evaluated yet", service.id))
        .shape(service.id.as_str())
        .help("requests go to the regional endpoint of the service; set endpoint_url where that is not the right one");
}

/// An operation that names its schemes needs SigV4 among them, or none at all.
fn check_operation_auth(service: &Shape, operation: &Shape, diagnostics: &mut Diagnostics) {
    let Some(node) = operation.traits.get(traits::AUTH).or_else(|| service.traits.get(traits::AUTH)) else { return };
    let schemes: Vec<&str> = node.as_array().unwrap_or_default().iter().filter_map(Node::as_str).collect();
    if let Some(scheme) = schemes.first().filter(|_| !schemes.contains(&traits::SIGV4)) {
        report(diagnostics, operation.id.as_str(), node.span, scheme, "other credentials than those of SigV4");
    }
}

/// Services that are signed need SigV4; services without any scheme are open.
fn check_auth(service: &Shape, diagnostics: &mut Diagnostics) {
    const OTHERS: [&str; 5] = [
        "aws.auth#sigv4a",
        "smithy.api#httpApiKeyAuth",
        "smithy.api#httpBasicAuth",
        "smithy.api#httpBearerAuth",
        "smithy.api#httpDigestAuth",
    ];
    if service.has_trait(traits::SIGV4) {
        return;
    }
    for id in OTHERS {
        if let Some(node) = service.traits.get(id) {
            report(diagnostics, service.id.as_str(), node.span, id, "other credentials than those of SigV4");
        }
    }
}

fn report(diagnostics: &mut Diagnostics, shape: &str, span: Span, trait_id: &str, what: &str) {
    diagnostics
        .error(ID, span, format!("`{shape}` needs {what} (`{trait_id}`), which are not built yet"))
        .shape(shape)
        .help("choose the operations that do without: --operations A,B");
}
