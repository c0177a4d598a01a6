//! Where in a body an offset is: the tags that enclose it. Found only when an
//! error is made, by reading the body once more.

use quick_xml::events::Event;

/// More segments than any model has levels.
const DEEPEST: usize = super::MAX_DEPTH as usize;

/// `Root.Member.Inner`; None outside of all elements. The element whose content begins at
/// `skipped` is none of the model's: what it is called, and all in it, may be data.
pub(super) fn of(body: &str, offset: usize, skipped: usize) -> Option<String> {
    let mut tokens = super::tokens(body);
    let mut path: Vec<String> = Vec::new();
    while usize::try_from(tokens.buffer_position()).is_ok_and(|at| at < offset) {
        match tokens.read_event() {
            Ok(Event::Start(_)) if usize::try_from(tokens.buffer_position()).is_ok_and(|at| at == skipped) => {
                path.push("*".to_owned());
                break;
            }
            Ok(Event::Start(tag)) if path.len() < DEEPEST => path.push(shown(tag.local_name().as_ref())),
            // Nothing below is of interest to anybody; what passed it over did not mind.
            Ok(Event::Start(_)) => break,
            // The end of the element that the error is about still counts as inside.
            Ok(Event::End(_)) if usize::try_from(tokens.buffer_position()).is_ok_and(|at| at < offset) => {
                path.pop();
            }
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    (!path.is_empty()).then(|| path.join("."))
}

/// The name of an element. Where a tag does not end, what comes after it, data and tags, is
/// taken for its name: nothing of that is shown.
fn shown(name: &str) -> String {
    let is_in_names = |c: char| c.is_alphanumeric() || "-._".contains(c);
    match name.chars().all(is_in_names) {
        true => name.to_owned(),
        false => "*".to_owned(),
    }
}
