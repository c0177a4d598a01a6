//! The closures in the metadata `shapeClosures` have ids of their own, begin
//! with some shape, and rename shapes that they have to names that are free.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::{Severity, Span};
use crate::metadata::{self, Problem};
use crate::model::{Model, Node};
use crate::selectors::{Graph, Selector, Subject};

use super::{quoted, Check, Report, Stops};

/// Closures are for generators of types alone; a client is that of a service.
pub(super) const CHECK: Check = Check { id: "ShapeClosure", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    // What is not a closure at all is reported as a value of the wrong type.
    let entries = metadata::entries(model, "shapeClosures", &mut Vec::new());
    if entries.is_empty() {
        return;
    }
    let graph = Graph::new(model);
    let mut ids = BTreeSet::new();
    for closure in entries.into_iter().filter_map(|entry| Closure::read(entry).ok()) {
        if !ids.insert(closure.id) {
            let message = format!("there is another shape closure `{}`", closure.id);
            report.global("ShapeClosure", Severity::Error, closure.id_span, message);
            continue;
        }
        check(&graph, &closure, report);
    }
}

struct Closure<'m> {
    id: &'m str,
    id_span: Span,
    namespaces: Vec<&'m str>,
    selector: Option<&'m Node>,
    /// The new names by ids, with the place of the name.
    renames: Vec<(&'m str, &'m str, Span)>,
}

impl<'m> Closure<'m> {
    fn read(entry: &'m Node) -> Result<Self, Problem> {
        let id = metadata::required_text(entry, "id")?;
        metadata::text(entry, "documentation")?;
        let mut renames = Vec::new();
        if let Some(node) = entry.get("rename") {
            let wrong = |span| Problem::new(span, "`rename` must be an object of names by ids");
            for (id, name) in node.as_object().ok_or_else(|| wrong(node.span))? {
                match name.as_str() {
                    Some(text) if crate::model::is_absolute_id(id) => renames.push((id.as_str(), text, name.span)),
                    _ => return Err(wrong(name.span)),
                }
            }
        }
        Ok(Self {
            id,
            id_span: entry.get("id").map_or(entry.span, |node| node.span),
            namespaces: metadata::texts(entry, "includeNamespaces")?,
            selector: metadata::text_node(entry, "includeBySelector")?,
            renames,
        })
    }
}

fn check(graph: &Graph<'_>, closure: &Closure<'_>, report: &mut Report<'_>) {
    let (model, id) = (graph.model(), closure.id);
    if model.shapes.contains_key(id) {
        let message = format!("shape closure `{id}` has the id of a shape");
        report.global("ShapeClosure", Severity::Error, closure.id_span, message);
    }
    if closure.namespaces.is_empty() && closure.selector.is_none() {
        let message = format!("shape closure `{id}` includes nothing");
        let event = report.global("ShapeClosure", Severity::Error, closure.id_span, message);
        event.help("add `includeNamespaces` or `includeBySelector`");
    }
    let is_included = |subject: &Subject<'_>| closure.namespaces.contains(&subject.shape().id.namespace());
    for namespace in &closure.namespaces {
        if !model.shapes().any(|shape| shape.id.namespace() == *namespace) {
            let message = format!("shape closure `{id}` includes the namespace `{namespace}`, which has no shapes");
            report.global(format!("ShapeClosure.EmptyNamespace.{id}"), Severity::Danger, closure.id_span, message);
        }
    }
    let mut roots: Vec<Subject<'_>> = model.shapes().map(Subject::Shape).filter(is_included).collect();
    if let Some(node) = closure.selector.filter(|node| node.as_str().is_some_and(|text| !text.is_empty())) {
        let text = node.as_str().unwrap_or_default();
        match Selector::parse(text).and_then(|selector| selector.select(graph)) {
            Err(error) => {
                let Problem { severity, span, message, help } = Problem::of_selector(node, error);
                let message = format!("shape closure `{id}`: {message}");
                report.global("ShapeClosure", severity, span, message).help = help;
                return;
            }
            Ok(selected) => {
                if selected.iter().all(is_included) {
                    let elsewhere = if closure.namespaces.is_empty() { "" } else { " beside its namespaces" };
                    let message = format!("the selector of shape closure `{id}` selects nothing{elsewhere}");
                    let id = format!("ShapeClosure.EmptySelector.{id}");
                    report.global(id, Severity::Danger, node.span, message);
                }
                roots.extend(selected);
            }
        }
    }
    check_names(graph, closure, roots, report);
}

/// Names of the shapes in a closure must differ in more than case.
fn check_names<'m>(graph: &Graph<'m>, closure: &Closure<'_>, roots: Vec<Subject<'m>>, report: &mut Report<'_>) {
    let id = closure.id;
    let contains = graph.connected(roots, &mut |_, _| {});
    let renamed: BTreeSet<&str> = closure.renames.iter().map(|(from, ..)| *from).collect();
    let mut kept: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for shape in graph.model().shapes().filter(|shape| contains(Subject::Shape(shape))) {
        if !renamed.contains(shape.id.as_str()) {
            kept.entry(shape.id.name().to_lowercase()).or_default().push(shape.id.as_str());
        }
    }
    let mut given: BTreeMap<String, &str> = BTreeMap::new();
    let mut error = |span, message: String| {
        report.global("ShapeClosure", Severity::Error, span, format!("shape closure `{id}` {message}"));
    };
    for (from, to, span) in &closure.renames {
        let (from, to, span) = (*from, *to, *span);
        let shape = graph.model().shapes.get(from);
        if from.split_once('#').is_some_and(|(_, name)| name == to) {
            error(span, format!("renames `{from}` to the name that it has"));
        }
        if !shape.is_some_and(|shape| contains(Subject::Shape(shape))) {
            error(span, format!("renames `{from}`, which it does not contain"));
            continue;
        }
        let name = to.to_lowercase();
        if let Some(other) = given.insert(name.clone(), from) {
            error(span, format!("renames `{from}` to `{to}`, and `{other}` to the same but for case"));
        }
        if let Some(other) = kept.get(&name).and_then(|ids| ids.first()) {
            error(span, format!("renames `{from}` to `{to}`, but contains `{other}`"));
        }
    }
    for mut ids in kept.into_values().filter(|ids| ids.len() > 1) {
        ids.sort_unstable();
        let names = quoted(ids.iter().copied());
        let message = format!("shape closure `{id}` has shapes whose names differ in case at most: {names}");
        let help = format!("rename: {{ \"{}\": \"NewName\" }}", ids[0]);
        let event_id = format!("ShapeClosure.NameConflicts.{id}");
        report.global(event_id, Severity::Warning, closure.id_span, message).help(help);
    }
}
