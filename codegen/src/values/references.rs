//! In: a text and the `@idRef` that it has to satisfy. Out: what is wrong with
//! it (Smithy 2.0, "idRef trait").

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{is_identifier, Model, Node, ShapeId};
use crate::prelude;
use crate::selectors::{Graph, Selector, Subject};
use crate::suggest::{self, Suggestions};

/// The selectors that references were held against.
#[derive(Default)]
pub(super) struct References<'m> {
    /// What selectors need of the model; made when the first one is asked for.
    graph: Option<Graph<'m>>,
    /// The ids that a selector selects. None where that cannot be known.
    selected: BTreeMap<&'m str, Option<BTreeSet<ShapeId>>>,
    /// Whether the model has shapes of a built-in namespace.
    is_loaded: BTreeMap<&'static str, bool>,
    /// How many times names were looked for that are near a missing one.
    searches: usize,
}

/// What is wrong with a reference, and what may have been meant.
pub(super) struct Complaint {
    pub(super) message: String,
    pub(super) help: Option<String>,
}

/// Each search looks at every name of the model.
const MAX_SEARCHES: usize = 50;

impl<'m> References<'m> {
    /// Why the text is not a reference that the trait allows.
    pub(super) fn complaint(
        &mut self,
        model: &'m Model,
        suggestions: &Suggestions,
        text: &str,
        reference: &'m Node,
    ) -> Option<Complaint> {
        if !is_shape_id(text) {
            let help = Some("write the namespace as well: `example.orders#Order`".to_owned());
            return Some(Complaint { message: format!("`{text}` is not an absolute shape id"), help });
        }
        let selector = reference.get("selector").and_then(Node::as_str).unwrap_or("*");
        let Some(subject) = subject_of(model, text) else {
            let is_refused = reference.get("failWhenMissing").and_then(Node::as_bool) == Some(true);
            return (is_refused && !self.is_left_out(model, text)).then(|| Complaint {
                message: in_own_words(reference, text, format!("the model has no shape `{text}`")),
                help: self.names_near(model, suggestions, text, selector).map(|names| format!("did you mean {names}?")),
            });
        };
        (!self.is_selected(model, selector, subject)).then(|| Complaint {
            message: in_own_words(reference, text, format!("`{text}` is a shape that cannot be named here")),
            help: Some(format!("name one of those that the selector `{selector}` selects")),
        })
    }

    fn is_selected(&mut self, model: &'m Model, selector: &'m str, subject: Subject<'m>) -> bool {
        if selector == "*" {
            return true;
        }
        let graph = self.graph.get_or_insert_with(|| Graph::new(model));
        let selected = self.selected.entry(selector).or_insert_with(|| {
            let subjects = Selector::parse(selector).and_then(|selector| selector.select(graph)).ok()?;
            Some(subjects.into_iter().map(Subject::id).collect())
        });
        selected.as_ref().is_none_or(|ids| ids.contains(&subject.id()))
    }

    /// Whether the id is one of a built-in namespace that nothing asked for,
    /// and that was therefore not loaded.
    fn is_left_out(&mut self, model: &Model, text: &str) -> bool {
        let Some(namespace) = prelude::builtin_namespace(text) else { return false };
        let is_loaded = || model.shapes.keys().any(|id| id.namespace() == namespace);
        !*self.is_loaded.entry(namespace).or_insert_with(is_loaded)
    }

    /// Shapes of the namespace that have nearly this name and would do.
    fn names_near(
        &mut self,
        model: &'m Model,
        suggestions: &Suggestions,
        text: &str,
        selector: &'m str,
    ) -> Option<String> {
        self.searches += 1;
        let (namespace, name) = text.split_once('#').filter(|_| self.searches <= MAX_SEARCHES)?;
        let names = model.shapes.keys().filter(|id| id.namespace() == namespace).map(|id| id.name());
        let mut ids: Vec<String> =
            suggestions.nearest(name, names).iter().map(|name| format!("{namespace}#{name}")).collect();
        ids.retain(|id| subject_of(model, id).is_some_and(|subject| self.is_selected(model, selector, subject)));
        suggest::list(&ids.iter().map(String::as_str).collect::<Vec<_>>())
    }
}

/// The words that the trait has for the case, else ours.
fn in_own_words(reference: &Node, text: &str, ours: String) -> String {
    match reference.get("errorMessage").and_then(Node::as_str) {
        Some(words) => format!("{words} (found `{text}`)"),
        None => ours,
    }
}

fn subject_of<'m>(model: &'m Model, text: &str) -> Option<Subject<'m>> {
    match text.split_once('$') {
        None => model.shapes.get(text).map(Subject::Shape),
        Some((shape, member)) => {
            let shape = model.shapes.get(shape)?;
            shape.member(member).map(|member| Subject::Member(shape, member))
        }
    }
}

/// `namespace.part#Name` or `namespace.part#Name$member`
fn is_shape_id(text: &str) -> bool {
    let Some((namespace, name)) = text.split_once('#') else { return false };
    let (name, member) = name.split_once('$').map_or((name, None), |(name, member)| (name, Some(member)));
    namespace.split('.').all(is_identifier) && is_identifier(name) && member.is_none_or(is_identifier)
}

#[cfg(test)]
mod tests {
    use super::is_shape_id;

    #[test]
    fn shape_ids() {
        for text in ["a#B", "a.b#C", "a.b#C$d", "_a#__9"] {
            assert!(is_shape_id(text), "{text}");
        }
        for text in ["", "B", "#B", "a#", "a.#B", "a#B$", "a#B c", "1#A", "a#_", "a#B#C"] {
            assert!(!is_shape_id(text), "{text}");
        }
    }
}
