//! The value of `@mediaType` is a media type (RFC 9110, 8.3.1).

use crate::model::{ids, Model, Node};

use super::{own_traits, Check, Report, Stops};

pub(super) const CHECK: Check = Check { id: "MediaType", stops: Stops::Always, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (id, node, _) in own_traits(model, ids::MEDIA_TYPE) {
        let Some(text) = Node::as_str(node) else { continue };
        if let Err(problem) = check(text) {
            let message = format!("`{text}` is not a media type: {problem}");
            report.error(&id, node.span, message).help("@mediaType(\"text/plain; charset=utf-8\")");
        }
    }
}

/// `type/subtype *( ; name=value )`
fn check(text: &str) -> Result<(), &'static str> {
    let rest = token(text).ok_or("it must begin with a type")?;
    let rest = rest.strip_prefix('/').ok_or("`/` must follow the type")?;
    let mut rest = token(rest).ok_or("a subtype must follow `/`")?.trim_start_matches([' ', '\t', '\r', '\n']);
    while !rest.is_empty() {
        rest = rest.strip_prefix(';').ok_or("only parameters can follow the subtype, each after `;`")?;
        rest = token(skip_space(rest)).ok_or("a parameter must begin with its name")?;
        rest = rest.strip_prefix('=').ok_or("`=` must follow the name of a parameter")?;
        rest = match rest.strip_prefix('"') {
            Some(quoted) => after_quote(quoted).ok_or("the value of a parameter is not closed")?,
            None => token(rest).ok_or("a value must follow `=`")?,
        };
        rest = skip_space(rest);
    }
    Ok(())
}

fn skip_space(text: &str) -> &str {
    text.trim_start_matches([' ', '\t', '\r', '\n'])
}

/// The text after a token, if it begins with one.
fn token(text: &str) -> Option<&str> {
    let is_part = |part: char| part.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(part);
    let rest = text.trim_start_matches(is_part);
    (rest.len() < text.len()).then_some(rest)
}

/// The text after the quote that closes it; `\` takes the next
/// character as it is.
fn after_quote(text: &str) -> Option<&str> {
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
