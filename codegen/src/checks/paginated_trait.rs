//! The members that `@paginated` names exist and can be what they are for
//! (Smithy 2.0, "paginated trait").

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostic, Severity, Span};
use crate::model::{article, ids, Kind, Member, Model, Node, Shape, ShapeId};
use crate::suggest;

use super::{own_operations, own_shapes, quoted, Check, Report, Stops};

pub(super) const CHECK: Check = Check { id: "PaginatedTrait", stops: Stops::Always, run };

fn run(model: &Model, report: &mut Report<'_>) {
    let services = services_of_operations(model);
    for (operation, kind) in own_operations(model) {
        let Some(own) = operation.traits.get(ids::PAGINATED) else { continue };
        let (Some(input), Some(output)) = (model.shape(&kind.input), model.shape(&kind.output)) else { continue };
        let mut page = Page { model, operation, own, input, output, has_events: false, report };
        page.check(None);
        // What is wrong by itself is wrong in every service.
        for service in services.get(&operation.id).into_iter().flatten() {
            if !page.has_events {
                page.check(Some(service));
            }
        }
    }
}

/// The services of each operation.
fn services_of_operations(model: &Model) -> BTreeMap<&ShapeId, Vec<&Shape>> {
    let mut found: BTreeMap<&ShapeId, Vec<&Shape>> = BTreeMap::new();
    for service in own_shapes(model).filter(|shape| matches!(shape.kind, Kind::Service(_))) {
        for operation in model.operations_of(service) {
            found.entry(&operation.id).or_default().push(service);
        }
    }
    found
}

/// A property of the trait: what it may name.
struct Property {
    name: &'static str,
    is_mandatory: bool,
    /// What the member may be.
    kinds: &'static [&'static str],
    /// Which of these it should not be.
    discouraged: &'static [&'static str],
    may_nest: bool,
    /// How bad a required member is.
    required: Option<Severity>,
}

const INPUT_TOKEN: Property = Property {
    name: "inputToken",
    is_mandatory: true,
    kinds: &["string", "map"],
    discouraged: &["map"],
    may_nest: false,
    required: Some(Severity::Error),
};
const OUTPUT_TOKEN: Property = Property {
    name: "outputToken",
    is_mandatory: true,
    kinds: &["string", "map"],
    discouraged: &["map"],
    may_nest: true,
    required: Some(Severity::Danger),
};
const PAGE_SIZE: Property = Property {
    name: "pageSize",
    is_mandatory: false,
    kinds: &["byte", "short", "integer", "long"],
    discouraged: &["byte", "short", "long"],
    may_nest: false,
    required: Some(Severity::Warning),
};
const ITEMS: Property = Property {
    name: "items",
    is_mandatory: false,
    kinds: &["list", "map"],
    discouraged: &[],
    may_nest: true,
    required: None,
};

/// What one operation is checked with.
struct Page<'p, 'd> {
    model: &'p Model,
    operation: &'p Shape,
    /// The trait of the operation itself.
    own: &'p Node,
    input: &'p Shape,
    output: &'p Shape,
    has_events: bool,
    report: &'p mut Report<'d>,
}

impl<'p> Page<'p, '_> {
    /// Checks what the operation says, or that together with what a service
    /// says for all its operations.
    fn check(&mut self, service: Option<&'p Shape>) {
        let sides =
            [(&INPUT_TOKEN, self.input), (&PAGE_SIZE, self.input), (&OUTPUT_TOKEN, self.output), (&ITEMS, self.output)];
        for (property, structure) in sides {
            let inherited = || service?.traits.get(ids::PAGINATED)?.get(property.name);
            match (self.own.get(property.name).or_else(inherited), service) {
                (Some(node), _) => self.check_property(property, node, structure),
                (None, Some(service)) if property.is_mandatory => {
                    let message =
                        format!("`@paginated` lacks `{}`, here and on service `{}`", property.name, service.id);
                    self.event(Severity::Error, "", self.own.span, message);
                }
                _ => {}
            }
        }
    }

    /// An event under an id below that of the rule.
    fn event(&mut self, severity: Severity, id: &str, span: Span, message: String) -> &mut Diagnostic {
        self.has_events = true;
        let id = if id.is_empty() { "PaginatedTrait".to_owned() } else { format!("PaginatedTrait.{id}") };
        self.report.event_as(id, severity, &self.operation.id, span, message)
    }

    fn check_property(&mut self, property: &Property, node: &'p Node, structure: &'p Shape) {
        let Some(path) = node.as_str() else { return };
        if path.contains('.') && !property.may_nest {
            let message = format!("`{}` of `@paginated` must be a member name, not a path", property.name);
            self.event(Severity::Error, "", node.span, message);
            return;
        }
        let Some(member) = self.find(property, node, path, structure) else { return };
        self.check_member(property, node, member);
        if path.split('.').count() > 2 {
            let message = format!("the path of `{}` is inconveniently deep: `{path}`", property.name);
            let id = format!("DeeplyNested.{}", property.name);
            self.event(Severity::Warning, &id, node.span, message);
        }
    }

    /// The member at the end of the path.
    fn find(&mut self, property: &Property, node: &Node, path: &str, structure: &'p Shape) -> Option<&'p Member> {
        let mut shape: &Shape = structure;
        let mut found: Option<&Member> = None;
        for name in path.split('.') {
            if let Some(member) = found {
                shape = self.model.target(member)?;
            }
            let Some(member) = shape.member(name) else {
                let message = format!(
                    "`{}` of `@paginated` names `{name}`, but `{}` has no such member",
                    property.name, shape.id
                );
                let known = shape.members.iter().map(|member| member.name.as_str());
                let help = suggest::list(&self.report.suggestions.nearest(name, known))
                    .map(|near| format!("did you mean {near}?"));
                self.event(Severity::Error, "", node.span, message).help = help;
                return None;
            };
            found = Some(member);
        }
        found
    }

    fn check_member(&mut self, property: &Property, node: &Node, member: &Member) {
        let Some(target) = self.model.target(member) else { return };
        let keyword = match target.kind.keyword() {
            "enum" => "string",
            "intEnum" => "integer",
            keyword => keyword,
        };
        if !property.kinds.contains(&keyword) {
            let found = article(keyword);
            let message = format!(
                "`{}` of `@paginated` names `{}`, which is {found}, not one of {}",
                property.name,
                member.name,
                quoted(property.kinds.iter().copied())
            );
            self.event(Severity::Error, "", node.span, message);
        } else if property.discouraged.contains(&keyword) {
            let better = property.kinds.iter().copied().filter(|kind| !property.discouraged.contains(kind));
            let message = format!(
                "`{}` of `@paginated` names `{}`, which is {} and should be {}",
                property.name,
                member.name,
                article(keyword),
                quoted(better)
            );
            let id = format!("WrongShapeType.{}", property.name);
            self.event(Severity::Danger, &id, node.span, message);
        }
        if let Some(severity) = property.required.filter(|_| member.has_trait(ids::REQUIRED)) {
            let (verb, reason) = match severity {
                Severity::Warning => ("should", "the server has a default"),
                _ => ("must", "the first or the last page has none"),
            };
            let message = format!(
                "`{}` of `@paginated` names `{}`, which {verb} not be `@required`: {reason}",
                property.name, member.name
            );
            let id = match severity {
                Severity::Error => String::new(),
                _ => format!("ShouldNotBeRequired.{}", property.name),
            };
            self.event(severity, &id, node.span, message);
        }
    }
}
