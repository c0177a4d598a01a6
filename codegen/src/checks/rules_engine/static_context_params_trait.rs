//! A static parameter is a string, a boolean or an array of strings (Smithy
//! 2.0, "staticContextParams trait").

use crate::checks::{own_with, Check, Report, Stops};
use crate::endpoint_rules::ParameterType;
use crate::model::{ids, Model, Node};

pub(in crate::checks) const CHECK: Check = Check { id: "StaticContextParamsTrait", stops: Stops::Always, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (operation, node) in own_with(model, ids::STATIC_CONTEXT_PARAMS) {
        for (name, definition) in node.as_object().unwrap_or_default() {
            let Some(value) = definition.get("value") else { continue };
            if ParameterType::of_node(value).is_none() {
                let found = value.as_array().map_or(value.value.describe(), |_: &[Node]| "an array of other things");
                let message = format!("`{name}` is a string, a boolean or an array of strings, not {found}");
                report.error(&operation.id, value.span, message);
            }
        }
    }
}
