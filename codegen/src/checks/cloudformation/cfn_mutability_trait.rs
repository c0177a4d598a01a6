//! An additional identifier can be read back (Smithy 2.0,
//! "aws.cloudformation#cfnMutability trait").

use crate::checks::{own_members, Check, Report, Stops};
use crate::model::{ids, Model};

/// A client does not depend on what CloudFormation makes of the service.
pub(in crate::checks) const CHECK: Check = Check { id: "CfnMutabilityTrait", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    if !model.shapes.contains_key(ids::CFN_MUTABILITY) {
        return;
    }
    for (shape, member) in own_members(model) {
        let Some(node) = member.traits.get(ids::CFN_MUTABILITY) else { continue };
        let is_hidden = node.as_str().filter(|value| matches!(*value, "write" | "create"));
        if let Some(value) = is_hidden.filter(|_| member.has_trait(ids::CFN_ADDITIONAL_IDENTIFIER)) {
            let message = format!("an additional identifier is read, which `{value}` does not let it be");
            let id = shape.id.with_member(&member.name);
            report.error(id, node.span, message).help("@cfnMutability(\"create-and-read\")");
        }
    }
}
