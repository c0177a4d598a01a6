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
mod glacier;
mod lambda;
mod machine_learning;
mod multi_region;
mod polls;
mod polly;
mod route53;
mod s3;
mod s3_control;
mod sqs;
mod sts;
mod timestream;

use crate::ir;
use crate::model::{Model, Shape};
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
