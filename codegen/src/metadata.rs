//! In: an object in `metadata`. Out: its members by their types, or what is
//! wrong with one. Exists because the keys that this tool reads, validators and
//! suppressions, come as nodes that nothing has checked.

use crate::diagnostics::{Severity, Span};
use crate::model::{Model, Node};
use crate::selectors::SelectorError;
use crate::suggest;

/// What is wrong with an entry.
#[derive(Debug, Clone)]
pub(crate) struct Problem {
    pub(crate) severity: Severity,
    pub(crate) span: Span,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
}

impl Problem {
    pub(crate) fn new(span: Span, message: impl Into<String>) -> Self {
        Self { severity: Severity::Error, span, message: message.into(), help: None }
    }

    /// The text of a selector, in this node, is wrong, or it costs too much.
    pub(crate) fn of_selector(node: &Node, error: SelectorError) -> Self {
        let Some(offset) = error.offset else {
            // No mistake of the model, so it is not refused for that.
            let severity = Severity::Warning;
            return Self { severity, span: node.span, message: error.message, help: error.help };
        };
        let rest = node.as_str().and_then(|text| text.get(offset..)).unwrap_or_default();
        let is_long = offset > 0 && !rest.is_empty();
        let help = error.help.or_else(|| is_long.then(|| format!("it is wrong from `{}` on", shortened(rest))));
        let message = format!("cannot read the selector: {}", error.message);
        Self { severity: Severity::Error, span: place_in(node, offset), message, help }
    }
}

/// The beginning of a text, on one line.
fn shortened(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    match line.char_indices().nth(40) {
        Some((cut, _)) => format!("{}...", &line[..cut]),
        None => line.to_owned(),
    }
}

/// The place of a byte of a string, if the string is written as it is; else
/// the whole string.
fn place_in(node: &Node, offset: usize) -> Span {
    let text = node.as_str().unwrap_or_default();
    let Span { source, start, end } = node.span;
    let is_verbatim = (end.wrapping_sub(start)) as usize == text.len() + 2;
    if !is_verbatim || source == Span::default().source {
        return node.span;
    }
    let start = (start + 1 + offset as u32).min(end.saturating_sub(1));
    Span { source, start, end: (start + 1).min(end) }
}

/// The objects in the array under this key. Problems with them are noted.
pub(crate) fn entries<'m>(model: &'m Model, key: &str, problems: &mut Vec<Problem>) -> Vec<&'m Node> {
    let Some(node) = model.metadata.get(key) else { return Vec::new() };
    let Some(elements) = node.as_array() else {
        let message = format!("metadata `{key}` must be an array of objects, found {}", node.value.describe());
        problems.push(Problem::new(node.span, message));
        return Vec::new();
    };
    let (objects, others): (Vec<_>, Vec<_>) = elements.iter().partition(|element| element.as_object().is_some());
    for other in others {
        let message = format!("each element of metadata `{key}` must be an object, found {}", other.value.describe());
        problems.push(Problem::new(other.span, message));
    }
    objects
}

/// The text under a key of an object, if there is one.
pub(crate) fn text<'n>(object: &'n Node, key: &str) -> Result<Option<&'n str>, Problem> {
    Ok(text_node(object, key)?.and_then(Node::as_str))
}

/// Like `text`, with its place.
pub(crate) fn text_node<'n>(object: &'n Node, key: &str) -> Result<Option<&'n Node>, Problem> {
    match object.get(key) {
        None => Ok(None),
        Some(node) if node.as_str().is_some() => Ok(Some(node)),
        Some(node) => {
            let message = format!("`{key}` must be a string, found {}", node.value.describe());
            Err(Problem::new(node.span, message))
        }
    }
}

/// The text under a key that has to be there.
pub(crate) fn required_text<'n>(object: &'n Node, key: &str) -> Result<&'n str, Problem> {
    text(object, key)?.ok_or_else(|| Problem::new(object.span, format!("missing required member `{key}`")))
}

/// The texts in the array under a key.
pub(crate) fn texts<'n>(object: &'n Node, key: &str) -> Result<Vec<&'n str>, Problem> {
    let Some(node) = object.get(key) else { return Ok(Vec::new()) };
    let texts = node.as_array().and_then(|elements| elements.iter().map(Node::as_str).collect());
    texts.ok_or_else(|| Problem::new(node.span, format!("`{key}` must be an array of strings")))
}

/// A severity that a model may ask for.
pub(crate) fn severity(object: &Node, allowed: &[(&str, Severity)]) -> Result<Option<Severity>, Problem> {
    let Some(node) = text_node(object, "severity")? else { return Ok(None) };
    let word = node.as_str().unwrap_or_default();
    if let Some((_, severity)) = allowed.iter().find(|(known, _)| *known == word) {
        return Ok(Some(*severity));
    }
    let words: Vec<&str> = allowed.iter().map(|(known, _)| *known).collect();
    let mut problem = Problem::new(node.span, format!("a model cannot define events of severity `{word}`"));
    problem.help = suggest::list(&words).map(|words| format!("write {words}"));
    Err(problem)
}
