//! In: messages of S3. Out: the same, of which `Expires` is a time. Older models have a time, newer
//! ones a text, since what is stored may be none; clients go on as they began, and so do the
//! official ones.

use super::{Pass, Scope};
use crate::diagnostics::Diagnostics;
use crate::model::{ids, Kind, Member, Model, Shape, ShapeId};
use crate::traits::aws_service::AwsService;

pub(super) const PASS: Pass = Pass { run };

const S3: &str = "S3";
const NAME: &str = "Expires";

fn run(model: &mut Model, scope: &Scope, _: &mut Diagnostics) {
    let Some(service) = model.shape(&scope.service).filter(|service| AwsService::sdk_id_of(service) == Some(S3)) else {
        return;
    };
    let is_text = |member: &Member| {
        member.has_trait(ids::HTTP_HEADER) && model.target(member).is_some_and(|target| target.kind == Kind::String)
    };
    let messages: Vec<ShapeId> = model
        .operations_of(service)
        .into_iter()
        .filter_map(|shape| match &shape.kind {
            Kind::Operation(operation) => Some([operation.input.clone(), operation.output.clone()]),
            _ => None,
        })
        .flatten()
        .filter(|id| model.shape(id).and_then(|shape| shape.member(NAME)).is_some_and(is_text))
        .collect();
    if messages.is_empty() {
        return;
    }
    let timestamp = ShapeId::new(ids::TIMESTAMP);
    model.shapes.entry(timestamp.clone()).or_insert_with(|| Shape::simple(timestamp.clone(), Kind::Timestamp));
    for id in messages {
        let members = model.shapes.get_mut(&id).into_iter().flat_map(|shape| &mut shape.members);
        for member in members.filter(|member| member.name == NAME) {
            member.target = timestamp.clone();
            // It would be a text.
            member.traits.remove(ids::DEFAULT);
        }
    }
}
