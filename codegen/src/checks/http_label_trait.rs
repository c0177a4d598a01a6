//! The labels of a URI and the members with `@httpLabel` are the same.

use crate::model::{Kind, Model, Shape};

use super::http_uri::{label_of, split, uri_of};
use super::{own_operations, with_article, Report};

pub(super) fn run(model: &Model, report: &mut Report<'_>) {
    for (operation, kind) in own_operations(model) {
        let Some((node, uri)) = uri_of(operation) else { continue };
        let Some(input) = model.shape(&kind.input) else { continue };
        let labels: Vec<(&str, bool)> = split(uri).0.into_iter().filter_map(label_of).collect();
        for (label, is_greedy) in &labels {
            match input.member(label).filter(|member| member.has_trait("smithy.api#httpLabel")) {
                Some(member) if *is_greedy => check_greedy(model, operation, input, member, report),
                Some(_) => {}
                None => {
                    let message =
                        format!("no member of `{}` with `@httpLabel` fills the label `{label}` of `{uri}`", input.id);
                    let help = format!("@required @httpLabel {label}: String");
                    report.error(&operation.id, node.span, message).help(help);
                }
            }
        }
        for member in input.members.iter().filter(|member| member.has_trait("smithy.api#httpLabel")) {
            if !labels.iter().any(|(label, _)| *label == member.name) {
                let message =
                    format!("`{}` has `@httpLabel`, but the URI of `{}` has no such label", member.name, operation.id);
                let id = input.id.with_member(&member.name);
                report.error(id, member.span, message).help(format!("uri: \"{}\"", with_label(uri, &member.name)));
            }
        }
    }
}

fn with_label(uri: &str, label: &str) -> String {
    format!("{}/{{{label}}}", uri.trim_end_matches('/'))
}

fn check_greedy(
    model: &Model,
    operation: &Shape,
    input: &Shape,
    member: &crate::model::Member,
    report: &mut Report<'_>,
) {
    let Some(target) = model.target(member) else { return };
    if !matches!(target.kind, Kind::String | Kind::Enum) {
        let message = format!(
            "`{}` is a greedy label of `{}` and must be a string, but `{}` is {}",
            member.name,
            operation.id,
            target.id,
            with_article(&target.kind)
        );
        report.error(input.id.with_member(&member.name), member.span, message);
    }
}
