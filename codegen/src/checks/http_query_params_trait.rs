//! Beside a map of query parameters there are none with members of their own:
//! a server cannot tell them apart (Smithy 2.0, "httpQueryParams trait").

use crate::diagnostics::Severity;
use crate::model::{ids, Kind, Model};

use super::{own_shapes, quoted, Check, Report, Stops};

pub(super) const CHECK: Check = Check { id: "HttpQueryParamsTrait", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for shape in own_shapes(model).filter(|shape| shape.kind == Kind::Structure) {
        let Some((holder, node)) =
            shape.members.iter().find_map(|member| Some((member, member.traits.get(ids::HTTP_QUERY_PARAMS)?)))
        else {
            continue;
        };
        let named = shape.members.iter().filter(|member| member.has_trait(ids::HTTP_QUERY));
        let named: Vec<&str> = named.map(|member| member.name.as_str()).collect();
        if !named.is_empty() {
            let message =
                format!("parameters of these members can also come out of `{}`: {}", holder.name, quoted(named));
            report.event(Severity::Note, &shape.id, node.span, message);
        }
    }
}
