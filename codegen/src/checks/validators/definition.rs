//! In: an entry of the metadata `validators`. Out: whom it applies to, and what
//! it makes of the events of its validator.

use crate::diagnostics::{Severity, Span};
use crate::metadata::{self, Problem};
use crate::model::Node;
use crate::selectors::{Graph, Query, Subject};

use super::Report;

/// An entry of the metadata.
pub(super) struct Definition<'g, 'm> {
    pub(super) name: &'m str,
    pub(super) name_span: Span,
    pub(super) id: &'m str,
    pub(super) span: Span,
    message: Option<&'m str>,
    severity: Option<Severity>,
    namespaces: Vec<&'m str>,
    selector: Option<Query<'g, 'm>>,
    pub(super) configuration: Option<&'m Node>,
}

/// What a validator found.
pub(super) struct Finding<'m> {
    pub(super) severity: Severity,
    pub(super) subject: Option<Subject<'m>>,
    pub(super) span: Span,
    pub(super) message: String,
}

const SEVERITIES: &[(&str, Severity)] =
    &[("DANGER", Severity::Danger), ("WARNING", Severity::Warning), ("NOTE", Severity::Note)];

impl<'g, 'm> Definition<'g, 'm> {
    pub(super) fn read(graph: &'g Graph<'m>, entry: &'m Node) -> Result<Self, Problem> {
        let name = metadata::required_text(entry, "name")?;
        let selector = match metadata::text_node(entry, "selector")? {
            None => None,
            Some(node) => {
                let text = node.as_str().unwrap_or_default();
                Some(Query::new(graph, text).map_err(|error| Problem::of_selector(node, error))?)
            }
        };
        let configuration = match entry.get("configuration") {
            Some(node) if node.as_object().is_none() => {
                let message = format!("`configuration` must be an object, found {}", node.value.describe());
                return Err(Problem::new(node.span, message));
            }
            configuration => configuration,
        };
        Ok(Self {
            name,
            name_span: entry.get("name").map_or(entry.span, |node| node.span),
            id: metadata::text(entry, "id")?.unwrap_or(name),
            span: entry.span,
            message: metadata::text(entry, "message")?,
            severity: metadata::severity(entry, SEVERITIES)?,
            namespaces: metadata::texts(entry, "namespaces")?,
            selector,
            configuration,
        })
    }

    /// The text under a key of the configuration.
    pub(super) fn configured(&self, key: &str) -> Result<Option<&'m Node>, Problem> {
        match self.configuration {
            None => Ok(None),
            Some(configuration) => metadata::text_node(configuration, key),
        }
    }

    /// Reports what was found, if it is meant, in the words of the entry.
    pub(super) fn emit(&mut self, finding: Finding<'m>, report: &mut Report<'_>) {
        let Finding { severity, subject, span, message } = finding;
        if let Some(subject) = subject {
            let is_elsewhere =
                !self.namespaces.is_empty() && !self.namespaces.contains(&subject.shape().id.namespace());
            let is_left_out = self.selector.as_mut().is_some_and(|selector| !selector.selects(subject));
            if is_elsewhere || is_left_out {
                return;
            }
        }
        let message = match self.message {
            Some(own) => own.replace("{super}", &message),
            None => message,
        };
        let event = report.global(self.id.to_owned(), self.severity.unwrap_or(severity), span, message);
        event.shape = subject.map(|subject| subject.id().to_string());
    }
}
