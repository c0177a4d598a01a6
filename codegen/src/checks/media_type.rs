//! The value of `@mediaType` is a media type (RFC 9110, 8.3.1).

use crate::model::{ids, Model, Node};

use super::{own_traits, Check, Report, Stops};

pub(super) const CHECK: Check = Check { id: "MediaType", stops: Stops::Always, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (id, node, _) in own_traits(model, ids::MEDIA_TYPE) {
        let Some(text) = Node::as_str(node) else { continue };
        if let Err(problem) = check(text) {
            let message = format!("`{text}` is no media type: {problem}");
            report.error(&id, node.span, message).help("@mediaType(\"text/plain; charset=utf-8\")");
        }
    }
}

/// `type/subtype *( ; name=value )`
fn check(text: &str) -> Result<(), &'static str> {
    let rest = token(text).ok_or("it begins with a type")?;
    let rest = rest.strip_prefix('/').ok_or("behind the type stands `/`")?;
    let mut rest = token(rest).ok_or("behind `/` stands a subtype")?.trim_start_matches([' ', '\t', '\r', '\n']);
    while !rest.is_empty() {
        rest = rest.strip_prefix(';').ok_or("behind the subtype stand parameters, each behind `;`")?;
        rest = token(skip_space(rest)).ok_or("a parameter begins with its name")?;
        rest = rest.strip_prefix('=').ok_or("behind the name of a parameter stands `=`")?;
        rest = match rest.strip_prefix('"') {
            Some(quoted) => behind_quote(quoted).ok_or("the value of a parameter is not closed")?,
            None => token(rest).ok_or("behind `=` stands a value")?,
        };
        rest = skip_space(rest);
    }
    Ok(())
}

fn skip_space(text: &str) -> &str {
    text.trim_start_matches([' ', '\t', '\r', '\n'])
}

/// What stands behind a token, if the text begins with one.
fn token(text: &str) -> Option<&str> {
    let is_part = |part: char| part.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(part);
    let rest = text.trim_start_matches(is_part);
    (rest.len() < text.len()).then_some(rest)
}

/// What stands behind the quote that closes a text; `\` takes the next
/// character as it is.
fn behind_quote(text: &str) -> Option<&str> {
    let mut characters = text.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => return text.get(at + 1..),
            '\\' => characters.next().map(|_| ())?,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn media_types() {
        for text in ["text/plain", "application/foo+json", "a/b ; c=d;e=\"f\\\"g\"", "a/b; c=d "] {
            assert_eq!(check(text), Ok(()), "{text}");
        }
        for text in ["", "text", "text/", "/plain", "a/b c", "a/b;", "a/b; c", "a/b; c=", "a/b; c=\"d"] {
            assert!(check(text).is_err(), "{text}");
        }
    }
}
