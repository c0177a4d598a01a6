//! Timestream: its calls go to an endpoint that another operation returns, for some minutes. DynamoDB's model has the trait as well, and its calls do without.

use super::{structure_of, Brought, Warning};
use crate::ir::{Behaviour, Client, Presence, ScalarKind, Type};
use crate::lower::origin::ENDPOINT_DISCOVERY;
use crate::model::{self, Model};

/// The operation that tells the endpoint.
const DISCOVERY: &str = "DescribeEndpoints";

/// Every other call needs it.
pub(super) fn discovery(_: &Model, chosen: &[&model::Shape]) -> Option<Brought> {
    let why = "calls go to an endpoint that it returns, see `with_endpoint_discovery_enabled`";
    (!chosen.is_empty()).then_some(Brought { operation: DISCOVERY, why })
}

pub(super) fn apply(client: &mut Client) -> Option<Warning> {
    let operation = client.operations.iter_mut().find(|operation| operation.wire_name == DISCOVERY)?;
    let endpoints = operation.output.index_of("Endpoints")?;
    let Type::List { element, is_sparse: false, .. } = &operation.output.member(endpoints).ty else { return None };
    let endpoint = structure_of(&client.shapes, element)?;
    // As far as it is as it is today, and asks for nothing.
    let accessor = |name: &str, is_meant: fn(&Type) -> bool| {
        let member = endpoint.member(endpoint.index_of(name)?);
        let is_there = matches!(member.presence, Presence::Required(_) | Presence::Defaulted(_));
        (is_there && is_meant(&member.ty)).then(|| member.field.clone())
    };
    let host = accessor("Address", |ty| *ty == Type::String)?;
    let minutes = accessor("CachePeriodInMinutes", |ty| *ty == Type::Scalar(ScalarKind::I64))?;
    operation.behaviours.push(Behaviour::EndpointDiscovery { endpoints, host, minutes });
    client.service.discovery = Some(operation.module.clone());
    client.service.absent.retain(|absent| absent != ENDPOINT_DISCOVERY);
    None
}
