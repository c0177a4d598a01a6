//! `@references` leads to resources, and the members that it names can hold
//! their identifiers (Smithy 2.0, "references trait").

use crate::model::{ids, Kind, Model, Node, Resource, Shape, ShapeId};
use crate::plural::counted;

use super::{own_shapes, quoted, Check, Report, Stops};

/// A client has operations, not resources.
pub(super) const CHECK: Check = Check { id: "ReferencesTrait", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for shape in own_shapes(model) {
        for node in references_of(&shape.traits) {
            let ids = node.get("ids").and_then(Node::as_object).unwrap_or_default();
            let is_string = matches!(shape.kind, Kind::String | Kind::Enum);
            if let Some(ids) = node.get("ids").filter(|_| is_string && !ids.is_empty()) {
                report.error(
                    &shape.id,
                    ids.span,
                    "`ids` is not allowed on a string, which is the only identifier itself",
                );
            }
            let Some((resource_node, target)) = resource_of(model, &shape.id, node) else { continue };
            let Kind::Resource(resource) = &target.kind else {
                let found = target.kind.with_article();
                let message = format!("`@references` must name a resource, but `{}` is {found}", target.id);
                report.error(&shape.id, resource_node.span, message);
                continue;
            };
            let reference = Reference { shape, node, target, resource, ids };
            if is_string {
                reference.check_string(report);
            } else if shape.kind == Kind::Structure {
                reference.check_ids(report);
                reference.check_members(model, report);
            }
        }
    }
}

/// The elements of `@references`.
pub(super) fn references_of(traits: &crate::model::Traits) -> impl Iterator<Item = &Node> {
    let node = traits.get(ids::REFERENCES).and_then(Node::as_array);
    node.unwrap_or_default().iter()
}

/// What a reference leads to, if it is there.
pub(super) fn resource_of<'m>(model: &'m Model, owner: &ShapeId, reference: &'m Node) -> Option<(&'m Node, &'m Shape)> {
    let node = reference.get("resource")?;
    let text = node.as_str()?;
    let found = match text.contains('#') {
        true => model.shapes.get(text),
        false => model.shapes.get(format!("{}#{text}", owner.namespace()).as_str()),
    };
    Some((node, found?))
}

/// A reference to a resource.
struct Reference<'r> {
    shape: &'r Shape,
    node: &'r Node,
    target: &'r Shape,
    resource: &'r Resource,
    /// Identifier names with the members for them.
    ids: &'r [(String, Node)],
}

impl Reference<'_> {
    fn check_string(&self, report: &mut Report<'_>) {
        let count = self.resource.identifiers.len();
        if count != 1 {
            let message = format!(
                "a string can only reference a resource with one identifier, but `{}` has {count}",
                self.target.id
            );
            report.error(&self.shape.id, self.node.span, message).help(self.identifiers());
        }
    }

    fn identifiers(&self) -> String {
        match self.resource.identifiers.is_empty() {
            true => format!("`{}` has no identifiers", self.target.id),
            false => format!("its identifiers are {}", quoted(self.resource.identifiers.keys().map(String::as_str))),
        }
    }

    /// `ids` has all identifiers of the resource and nothing else.
    fn check_ids(&self, report: &mut Report<'_>) {
        if self.ids.is_empty() {
            return;
        }
        let (given, wanted) = (self.ids.len(), self.resource.identifiers.len());
        if given != wanted {
            let (given, wanted) = (counted(given, "name"), counted(wanted, "identifier"));
            let message = format!("`ids` has {given}, but `{}` has {wanted}", self.target.id);
            let span = self.node.get("ids").map_or(self.node.span, |ids| ids.span);
            report.error(&self.shape.id, span, message).help(self.identifiers());
        }
        let unknown = self.ids.iter().filter(|(name, _)| !self.resource.identifiers.contains_key(name));
        let unknown: Vec<&(String, Node)> = unknown.collect();
        if let Some((_, first)) = unknown.first() {
            let names = quoted(unknown.iter().map(|(name, _)| name.as_str()));
            let message = format!("`{}` has no identifiers {names}", self.target.id);
            report.error(&self.shape.id, first.span, message).help(self.identifiers());
        }
    }

    /// The members that are the identifiers exist and are strings.
    fn check_members(&self, model: &Model, report: &mut Report<'_>) {
        let explicit = self.ids.iter().filter_map(|(_, node)| Some((node.as_str()?, node)));
        let implicit = self.resource.identifiers.keys().map(|name| (name.as_str(), self.node));
        let members: Vec<(&str, &Node)> = if self.ids.is_empty() { implicit.collect() } else { explicit.collect() };
        let problem_of = |name: &str| {
            let Some(member) = self.shape.member(name) else { return Some(format!("there is no member `{name}`")) };
            let target = model.target(member)?;
            let is_string = matches!(target.kind, Kind::String | Kind::Enum);
            (!is_string).then(|| format!("`{name}` is {}, not a string", target.kind.with_article()))
        };
        let problems: Vec<(String, &Node)> =
            members.iter().filter_map(|(name, node)| Some((problem_of(name)?, *node))).collect();
        if let Some((_, first)) = problems.first() {
            let texts: Vec<&str> = problems.iter().map(|(text, _)| text.as_str()).collect();
            let message = format!("`{}` cannot reference `{}`: {}", self.shape.id, self.target.id, texts.join(", "));
            let ids: Vec<String> = self.resource.identifiers.keys().map(|name| format!("{name}: \"..\"")).collect();
            let help = format!("name the members that are the identifiers: ids: {{ {} }}", ids.join(", "));
            report.error(&self.shape.id, first.span, message).help(help);
        }
    }
}
