//! The paths of `@operationContextParams` are JMESPath, in the part of it that
//! only selects, and find what they name in the input (Smithy 2.0,
//! "operationContextParams trait").

use crate::checks::{own_operations, quoted, Check, Report, Stops};
use crate::jmespath::{self, Expression};
use crate::model::{ids, Model, Node, Shape};

pub(in crate::checks) const CHECK: Check = Check { id: "OperationContextParamsTrait", stops: Stops::Always, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (operation, kind) in own_operations(model) {
        let Some(node) = operation.traits.get(ids::OPERATION_CONTEXT_PARAMS) else { continue };
        let Some(input) = model.shape(&kind.input) else { continue };
        for (name, definition) in node.as_object().unwrap_or_default() {
            let path = definition.get("path").and_then(|path: &Node| Some((path, path.as_str()?)));
            path.into_iter().for_each(|(path, text)| check(model, operation, input, name, path, text, report));
        }
    }
}

fn check(
    model: &Model,
    operation: &Shape,
    input: &Shape,
    name: &str,
    path: &Node,
    text: &str,
    report: &mut Report<'_>,
) {
    let expression = match jmespath::parse(text) {
        Ok(expression) => expression,
        Err(error) => {
            let message =
                format!("the path of `{name}` is no JMESPath: {} at character {}", error.message, error.at + 1);
            report.error(&operation.id, path.span, message);
            return;
        }
    };
    let (_, findings) = jmespath::check(model, report.suggestions, &expression, jmespath::Type::of(model, input));
    if let Some(finding) = findings.into_iter().next() {
        let message = format!("the path of `{name}` finds nothing: {}", finding.message);
        report.error(&operation.id, path.span, message).help = finding.help;
    }
    let mut unsupported = Vec::new();
    find_unsupported(&expression, &mut unsupported);
    if !unsupported.is_empty() {
        let what = quoted(unsupported);
        let message = format!("the path of `{name}` has {what}, and such a path only selects");
        report
            .error(&operation.id, path.span, message)
            .help("it may have names, `[*]`, `.*`, `[]`, `[a, b]` and `keys()`");
    }
}

/// What of JMESPath such a path may not have, as it is written.
fn find_unsupported(expression: &Expression, found: &mut Vec<&'static str>) {
    match expression {
        Expression::Current | Expression::Field(_) => {}
        Expression::Compare(..) => found.push("=="),
        Expression::Literal(_) => found.push("`..`"),
        Expression::Index(_) => found.push("[0]"),
        Expression::Slice(..) => found.push("[:]"),
        Expression::And(..) => found.push("&&"),
        Expression::Or(..) => found.push("||"),
        Expression::Not(_) => found.push("!"),
        Expression::Hash(_) => found.push("{a: b}"),
        Expression::Filter { .. } => found.push("[?..]"),
        Expression::Call(name, arguments) if name == "keys" => {
            arguments.iter().for_each(|argument| find_unsupported(argument, found));
        }
        Expression::Call(..) => found.push("f()"),
        Expression::Reference(inner) | Expression::Flatten(inner) => find_unsupported(inner, found),
        Expression::List(elements) => elements.iter().for_each(|element| find_unsupported(element, found)),
        Expression::Sub(left, right) | Expression::Projection(left, right) | Expression::Values(left, right) => {
            find_unsupported(left, found);
            find_unsupported(right, found);
        }
    }
}
