//! The values of built-in traits can be read: they have the type of their
//! shape, and some have to be more than that: limits with an end, addresses,
//! regular expressions, paths. Loading fails without.

use crate::model::{ids, Kind, Model, Node};
use crate::traits;
use crate::values::Checker;

use super::{own_applications, trait_value, Application, Check, Report, Stops};

/// What a trait that a client does not depend on cannot be made of, is not missed.
pub(super) const CHECK: Check = Check { id: "Model", stops: Stops::Partly, run };

fn run(model: &Model, report: &mut Report<'_>) {
    let mut checker = Checker::new(model, report.suggestions);
    for application in own_applications(model) {
        check_type(model, &mut checker, &application, report);
        let mut problems = Problems::default();
        let node = application.node;
        match application.trait_id.as_str() {
            ids::LENGTH => check_limits("length", node, &mut problems),
            ids::RANGE => check_limits("range", node, &mut problems),
            ids::EXTERNAL_DOCUMENTATION => check_addresses(node, &mut problems),
            ids::PATTERN => check_pattern(node, &mut problems),
            ids::TRAIT => check_paths(node, &mut problems),
            ids::EXAMPLES => check_errors(node, &mut problems),
            _ => continue,
        }
        for (node, message, help) in problems.found {
            let place = if node.span.source == u32::MAX { application.span() } else { node.span };
            let event = report.error(application.subject(), place, message);
            event.audience(traits::audience_of(application.trait_id.as_str())).help = help;
        }
    }
}

fn check_type<'m>(model: &'m Model, checker: &mut Checker<'m>, application: &Application<'m>, report: &mut Report<'_>) {
    let trait_id = application.trait_id.as_str();
    let definition =
        model.shape(application.trait_id).filter(|shape| shape.is_builtin() && shape.has_trait(ids::TRAIT));
    let Some(definition) = definition else { return };
    // Most traits are documentation, and any text will do.
    if definition.kind == Kind::String && application.node.as_str().is_some() {
        return;
    }
    for misfit in checker.check_shape(application.node, definition) {
        if trait_value::is_unreadable(trait_id, &misfit) {
            let place = if misfit.span.source == u32::MAX { application.span() } else { misfit.span };
            let (message, help) = trait_value::words_of(application.traits, trait_id, application.node, misfit);
            let event = report.error(application.subject(), place, message);
            event.audience(traits::audience_of(trait_id)).help = help;
        }
    }
}

#[derive(Default)]
struct Problems<'n> {
    found: Vec<(&'n Node, String, Option<String>)>,
}

impl<'n> Problems<'n> {
    fn add(&mut self, node: &'n Node, message: impl Into<String>, help: Option<&str>) {
        self.found.push((node, message.into(), help.map(str::to_owned)));
    }
}

fn check_limits<'n>(name: &str, node: &'n Node, problems: &mut Problems<'n>) {
    if node.as_object().is_some() && node.get("min").is_none() && node.get("max").is_none() {
        problems.add(node, format!("`@{name}` requires `min` or `max`"), Some(&format!("@{name}(min: 1)")));
    }
}

/// Addresses are links for people, who have no other schemes.
fn check_addresses<'n>(node: &'n Node, problems: &mut Problems<'n>) {
    for (name, address) in node.as_object().unwrap_or_default() {
        let Some(text) = address.as_str() else { continue };
        let scheme = text.trim().split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
        let schemes = ["http", "https", "ftp", "file", "mailto", "jar"];
        if !scheme.is_some_and(|scheme| schemes.contains(&scheme.as_str())) {
            let message = format!("the address of `{name}`, `{text}`, is not a URL");
            problems.add(address, message, Some(&format!("{name:?}: \"https://..\"")));
        }
    }
}

fn check_pattern<'n>(node: &'n Node, problems: &mut Problems<'n>) {
    if let Some(problem) = node.as_str().and_then(problem_of_pattern) {
        problems.add(node, format!("the pattern is not a regular expression: {problem}"), None);
    }
}

/// What no dialect of regular expressions accepts; of the rest, which differs
/// between them, nothing is said.
fn problem_of_pattern(pattern: &str) -> Option<&'static str> {
    let (mut open_groups, mut is_in_class, mut can_repeat) = (0usize, false, false);
    let mut characters = pattern.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => match characters.next() {
                None => return Some("nothing follows the last `\\`"),
                // Quotes take everything as it is; who uses them knows why.
                Some('Q') => return None,
                Some(_) => can_repeat = true,
            },
            // `]` at the beginning of a class is one of its characters here,
            // and its end there; classes within classes are not everywhere.
            '[' if is_in_class => return None,
            '[' => {
                is_in_class = true;
                if characters.as_str().trim_start_matches('^').starts_with(']') {
                    return None;
                }
            }
            ']' if is_in_class => (is_in_class, can_repeat) = (false, true),
            _ if is_in_class => {}
            '(' => {
                open_groups += 1;
                can_repeat = false;
                if characters.as_str().starts_with("?#") || characters.as_str().starts_with('*') {
                    return None;
                }
                // What makes a group a special one is not a repetition.
                if characters.as_str().starts_with('?') {
                    characters.next();
                }
            }
            ')' => match open_groups.checked_sub(1) {
                None => return Some("a `)` closes nothing"),
                Some(rest) => (open_groups, can_repeat) = (rest, true),
            },
            '*' | '+' | '?' if !can_repeat => return Some("there is nothing to be repeated"),
            '|' => can_repeat = false,
            _ => can_repeat = true,
        }
    }
    match (is_in_class, open_groups) {
        (true, _) => Some("a `[` is not closed"),
        (false, 0) => None,
        (false, _) => Some("a `(` is not closed"),
    }
}

/// The paths of breaking changes are JSON pointers (RFC 6901).
fn check_paths<'n>(node: &'n Node, problems: &mut Problems<'n>) {
    let rules = node.get("breakingChanges").and_then(Node::as_array).unwrap_or_default();
    for path in rules.iter().filter_map(|rule| rule.get("path")) {
        let Some(text) = path.as_str() else { continue };
        let pointer = text.trim_start_matches('#');
        if !pointer.is_empty() && !pointer.starts_with('/') {
            let message = format!("the path `{text}` is not a JSON pointer, which begins with `/`");
            problems.add(path, message, Some(&format!("path: \"/{text}\"")));
        }
    }
}

/// An example that ends in an error says in which one, and how it looks.
fn check_errors<'n>(node: &'n Node, problems: &mut Problems<'n>) {
    for error in node.as_array().unwrap_or_default().iter().filter_map(|example| example.get("error")) {
        for key in ["shapeId", "content"] {
            if error.as_object().is_some() && error.get(key).is_none() {
                let help = Some("error: { shapeId: .., content: {} }");
                problems.add(error, format!("the error of an example needs `{key}`"), help);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::problem_of_pattern;

    #[test]
    fn patterns() {
        for pattern in
            ["", "^a+$", "(a|b)?", "[a-z(]+", "\\(", "(?:a)", "(?<n>a)", "a{2}", "[]a]", "(?!a)b", "a*?", "^*"]
        {
            assert_eq!(problem_of_pattern(pattern), None, "{pattern}");
        }
        for pattern in ["(", ")", "a)", "[a", "*a", "a|+", "(a", "a\\", "(?a", "(*"] {
            assert_eq!(problem_of_pattern(pattern).is_none(), pattern == "(*", "{pattern}");
        }
    }
}
