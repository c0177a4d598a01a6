//! In: a lowered client, and what AWS calls its service. Out: the same, with what no
//! trait says of this service, and warnings of what is not done for it. The last step of
//! lowering, so that nothing else has to know a service by its name.
//!
//! To add one: a file, and its line in [`ALL`].

mod api_gateway;
mod bedrock;
mod copies;
mod databases;
mod dynamodb;
mod ec2;
mod glacier;
mod lambda;
mod machine_learning;
mod multi_region;
mod polls;
mod polly;
mod removed_defaults;
mod route53;
mod s3;
mod s3_control;
mod sqs;
mod sso;
mod sts;
mod timestream;

use crate::diagnostics::Span;
use crate::ir;
use crate::model::{ids, Model, Node, Shape, ShapeId, Traits, Value};
use crate::traits::aws_service::AwsService;

/// What is not done for a service.
pub(super) struct Warning {
    /// After the id of the service.
    pub(super) what: &'static str,
    pub(super) help: &'static str,
}

/// What is done to the client of a service.
type Edit = fn(&mut ir::Client) -> Option<Warning>;

/// The services, by their `sdkId`.
const ALL: &[(&str, Edit)] = &[
    ("API Gateway", api_gateway::apply),
    ("CloudFront KeyValueStore", multi_region::apply),
    ("DSQL", databases::dsql),
    ("DocDB", copies::apply),
    ("DynamoDB", dynamodb::apply),
    ("EC2", copies::apply),
    ("EventBridge", multi_region::apply),
    ("Glacier", glacier::apply),
    ("Lambda", lambda::apply),
    ("Machine Learning", machine_learning::apply),
    ("Neptune", copies::apply),
    ("Polly", polly::apply),
    ("RDS", copies::apply),
    ("RDS", databases::rds),
    ("Route 53", route53::apply),
    ("S3", s3::apply),
    ("S3", multi_region::apply),
    ("S3 Control", s3_control::apply),
    ("S3Outposts", s3::sign_paths_as_they_are),
    ("SESv2", multi_region::apply),
    ("SFN", polls::apply),
    ("SQS", polls::apply),
    ("SQS", sqs::apply),
    ("STS", sts::apply),
    ("SWF", polls::apply),
    ("Timestream Query", timestream::apply),
    ("Timestream Write", timestream::apply),
];

/// An operation that others cannot do without, and that nobody asked for.
pub(crate) struct Brought {
    pub(crate) operation: &'static str,
    /// After "since ".
    pub(crate) why: &'static str,
}

/// What a service brings along for some of its operations.
type Bring = fn(&Model, &[&Shape]) -> Option<Brought>;

/// The services, by their `sdkId`.
const BRING: &[(&str, Bring)] =
    &[("S3", s3::session), ("Timestream Query", timestream::discovery), ("Timestream Write", timestream::discovery)];

/// The operations that `chosen` ones need beside themselves, as far as the service has them.
pub(crate) fn brought(model: &Model, service: &Shape, chosen: &[String]) -> Vec<Brought> {
    let sdk_id = AwsService::sdk_id_of(service);
    let all = model.operations_of(service);
    let is_chosen = |shape: &&Shape| chosen.iter().any(|name| shape.id.name() == name || shape.id.as_str() == name);
    let (chosen, others): (Vec<&Shape>, Vec<&Shape>) = all.into_iter().partition(is_chosen);
    let bring = BRING.iter().filter(|(id, _)| Some(*id) == sdk_id);
    let brought = bring.filter_map(|(_, bring)| bring(model, &chosen));
    brought.filter(|brought| others.iter().any(|other| other.id.name() == brought.operation)).collect()
}

/// What is done to the model of a service: the types of its members are not those that clients
/// have, or traits are missing.
type Prepare = fn(&mut Model, &ShapeId);

/// The services, by their `sdkId`.
const PREPARE: &[(&str, Prepare)] = &[
    ("AmplifyUIBuilder", removed_defaults::prepare),
    ("drs", removed_defaults::prepare),
    ("EC2", ec2::prepare),
    ("EMR Serverless", removed_defaults::prepare),
    ("Evidently", removed_defaults::prepare),
    ("Glacier", glacier::prepare),
    ("IoT", removed_defaults::prepare),
    ("Location", removed_defaults::prepare),
    ("Payment Cryptography Data", removed_defaults::prepare),
    ("S3", s3::prepare),
    ("S3 Control", removed_defaults::prepare),
    ("SSO", sso::prepare),
    ("STS", sts::prepare),
];

/// Edits the sliced model of a service before it is lowered.
pub(crate) fn prepare(model: &mut Model, service: &ShapeId) {
    let sdk_id = model.shape(service).and_then(AwsService::sdk_id_of).map(str::to_owned);
    for (_, prepare) in PREPARE.iter().filter(|(id, _)| Some(*id) == sdk_id.as_deref()) {
        prepare(model, service);
    }
}

/// A shape of the service's own namespace.
fn shape_of<'m>(model: &'m mut Model, service: &ShapeId, name: &str) -> Option<&'m mut Shape> {
    model.shapes.get_mut(&ShapeId::new(format!("{}#{name}", service.namespace())))
}

/// The whole structure is a secret.
fn be_secret(model: &mut Model, service: &ShapeId, name: &str) {
    if let Some(shape) = shape_of(model, service, name) {
        let span = shape.span;
        add_trait(&mut shape.traits, ids::SENSITIVE, Value::Object(Vec::new()), span);
    }
}

/// Has a shape or a member say what its model does not, or says otherwise.
fn add_trait(traits: &mut Traits, id: &str, value: Value, span: Span) {
    traits.insert(ShapeId::new(id), Node { value, span });
}

/// Edits the client of the service that AWS calls `sdk_id`.
pub(super) fn apply(sdk_id: Option<&str>, client: &mut ir::Client) -> Vec<Warning> {
    let edits = ALL.iter().filter(|(id, _)| Some(*id) == sdk_id);
    let warnings = edits.filter_map(|(_, edit)| edit(client)).collect();
    if client.service.owner == ir::Owner::Aws && client.service.signing_name == *bedrock::SIGNING_NAME {
        bedrock::apply(client);
    }
    warnings
}

/// Whether the operation passes a parameter to the endpoint rules, by the setter of it.
fn gives_parameter(operation: &ir::Operation, setter: &str) -> bool {
    operation.behaviours.iter().any(|behaviour| match behaviour {
        ir::Behaviour::Endpoint(given) => given.iter().any(|(given, _)| given == setter),
        _ => false,
    })
}

/// Adds a setting; false if the service has one of that name.
fn add_setting(client: &mut ir::Client, setting: ir::Setting) -> bool {
    let is_new = !client.service.endpoint.parameters.iter().any(|parameter| parameter.field == setting.name);
    if is_new {
        client.service.settings.push(setting);
    }
    is_new
}

/// The structure that a member has.
fn structure_of<'s>(shapes: &'s [ir::Shape], ty: &ir::Type) -> Option<&'s ir::Structure> {
    let ir::Type::Structure(named) = ty else { return None };
    shapes.iter().find_map(|shape| match &shape.kind {
        ir::ShapeKind::Structure(structure) if structure.path == *named => Some(structure),
        _ => None,
    })
}

/// What a behaviour that is added here needs of the runtime.
fn needs_feature(client: &mut ir::Client, feature: &'static str) {
    if let Err(place) = client.runtime_features.binary_search(&feature) {
        client.runtime_features.insert(place, feature);
    }
}

/// The response of these operations may be long in coming when its head is there already.
/// No trait says so; the official crates have the same list.
fn may_stall(client: &mut ir::Client, operations: &[&str]) {
    for operation in &mut client.operations {
        let is_protected = !operation.behaviours.iter().any(|known| matches!(known, ir::Behaviour::Stalls));
        if is_protected && operations.contains(&operation.wire_name.as_str()) {
            operation.behaviours.push(ir::Behaviour::Stalls);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_service_is_in_the_list_for_users() {
        let list = include_str!("../../SERVICES.md");
        let ids =
            ALL.iter().map(|(id, _)| id).chain(BRING.iter().map(|(id, _)| id)).chain(PREPARE.iter().map(|(id, _)| id));
        for id in ids {
            // What users call it.
            let name = match *id {
                "SFN" => "Step Functions",
                "Timestream Query" | "Timestream Write" => "Timestream",
                id => id,
            };
            assert!(list.contains(name), "{id}");
        }
    }
}
