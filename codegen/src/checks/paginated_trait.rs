//! The members that `@paginated` names exist and can be what they are for
//! (Smithy 2.0, "paginated trait").

use std::collections::BTreeMap;

use crate::diagnostics::{Severity, Span};
use crate::model::{Kind, Member, Model, Node, Shape, ShapeId};
use crate::suggest;

use super::{article, own_operations, own_shapes, quoted, Report};

const PAGINATED: &str = "smithy.api#paginated";

pub(super) fn run(model: &Model, report: &mut Report<'_>) {
    let defaults = service_defaults(model);
    for (operation, kind) in own_operations(model) {
        let Some(own) = operation.traits.get(PAGINATED) else { continue };
        let services = defaults.get(&operation.id).map(Vec::as_slice).unwrap_or_default();
        let setting = |key: &str| own.get(key).or_else(|| services.iter().find_map(|service| service.get(key)));
        let (Some(input), Some(output)) = (model.shape(&kind.input), model.shape(&kind.output)) else { continue };
        let mut page = Page { model, operation, trait_span: own.span, report };
        page.check(&INPUT_TOKEN, setting("inputToken"), input);
        page.check(&OUTPUT_TOKEN, setting("outputToken"), output);
        page.check(&PAGE_SIZE, setting("pageSize"), input);
        page.check(&ITEMS, setting("items"), output);
    }
}

/// What the services of an operation say for all their operations.
fn service_defaults(model: &Model) -> BTreeMap<&ShapeId, Vec<&Node>> {
    let mut defaults: BTreeMap<&ShapeId, Vec<&Node>> = BTreeMap::new();
    for service in own_shapes(model).filter(|shape| matches!(shape.kind, Kind::Service(_))) {
        let Some(node) = service.traits.get(PAGINATED) else { continue };
        for operation in model.operations_of(service) {
            defaults.entry(&operation.id).or_default().push(node);
        }
    }
    defaults
}

/// A property of the trait: what it may name.
struct Property {
    name: &'static str,
    is_mandatory: bool,
    kinds: &'static [&'static str],
    may_nest: bool,
    /// How bad a required member is.
    required: Option<Severity>,
}

const INPUT_TOKEN: Property = Property {
    name: "inputToken",
    is_mandatory: true,
    kinds: &["string", "map"],
    may_nest: false,
    required: Some(Severity::Error),
};
const OUTPUT_TOKEN: Property = Property {
    name: "outputToken",
    is_mandatory: true,
    kinds: &["string", "map"],
    may_nest: true,
    required: Some(Severity::Danger),
};
const PAGE_SIZE: Property = Property {
    name: "pageSize",
    is_mandatory: false,
    kinds: &["byte", "short", "integer", "long"],
    may_nest: false,
    required: Some(Severity::Warning),
};
const ITEMS: Property =
    Property { name: "items", is_mandatory: false, kinds: &["list", "map"], may_nest: true, required: None };

/// What one operation is checked with.
struct Page<'p, 'd> {
    model: &'p Model,
    operation: &'p Shape,
    trait_span: Span,
    report: &'p mut Report<'d>,
}

impl Page<'_, '_> {
    fn check(&mut self, property: &Property, setting: Option<&Node>, structure: &Shape) {
        let Some((node, path)) = setting.and_then(|node| Some((node, node.as_str()?))) else {
            if property.is_mandatory {
                let message = format!("`@paginated` lacks `{}`, here and on the service", property.name);
                self.report.error(&self.operation.id, self.trait_span, message);
            }
            return;
        };
        if path.contains('.') && !property.may_nest {
            let message = format!("`{}` of `@paginated` is no path, but the name of a member", property.name);
            self.report.error(&self.operation.id, node.span, message);
            return;
        }
        if let Some(member) = self.find(property, node, path, structure) {
            self.check_member(property, node, member);
        }
    }

    /// The member at the end of the path.
    fn find<'m>(&mut self, property: &Property, node: &Node, path: &str, structure: &'m Shape) -> Option<&'m Member>
    where
        Self: 'm,
    {
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
                let help = suggest::list(&suggest::nearest(name, known)).map(|near| format!("did you mean {near}?"));
                self.report.error(&self.operation.id, node.span, message).help = help;
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
            self.report.error(&self.operation.id, node.span, message);
        }
        if let Some(severity) = property.required.filter(|_| member.has_trait("smithy.api#required")) {
            let message = format!(
                "`{}` of `@paginated` names `{}`, which must not be `@required`: a first or last page has none",
                property.name, member.name
            );
            self.report.event(severity, &self.operation.id, node.span, message);
        }
    }
}
