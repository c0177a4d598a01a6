//! Lists in one header.
//!
//! Values go in and comma-separated text comes out, and back. It exists
//! because a value may hold a comma itself: then it is in quotes (RFC
//! 9110, section 5.6.4).

use crate::error::DeserializeError;
use std::borrow::Cow;

/// Appends a value to a list.
pub(super) fn push(list: &mut String, value: &str) {
    if value.is_empty() {
        return;
    }
    if !list.is_empty() {
        list.push_str(", ");
    }
    let needs_quotes = value.trim().len() != value.len() || value.contains(['"', ',', '(', ')']);
    if !needs_quotes {
        list.push_str(value);
        return;
    }
    list.push('"');
    for character in value.chars() {
        if let '"' | '\\' = character {
            list.push('\\');
        }
        list.push(character);
    }
    list.push('"');
}

/// The values of one header line.
///
/// # Errors
/// A quote that is not closed, or text after a closed one.
pub(super) fn split(line: &str) -> Result<Vec<Cow<'_, str>>, DeserializeError> {
    let mut values = Vec::new();
    let mut rest = line.trim();
    while !rest.is_empty() {
        let (value, after) = match rest.strip_prefix('"') {
            Some(quoted) => {
                let (value, after) = unquote(quoted)?;
                (Cow::Owned(value), after_comma(after)?)
            }
            None => {
                let (value, after) = rest.split_once(',').unwrap_or((rest, ""));
                (Cow::Borrowed(value.trim_end()), after)
            }
        };
        values.push(value);
        rest = after.trim_start();
    }
    Ok(values)
}

/// The text up to the closing quote, and what follows it.
fn unquote(text: &str) -> Result<(String, &str), DeserializeError> {
    let mut value = String::new();
    let mut rest = text.chars();
    while let Some(character) = rest.next() {
        match character {
            '"' => return Ok((value, rest.as_str())),
            '\\' => value.extend(rest.next()),
            _ => value.push(character),
        }
    }
    Err(DeserializeError::new("a quote in a header is not closed"))
}

fn after_comma(text: &str) -> Result<&str, DeserializeError> {
    let text = text.trim_start();
    match text.strip_prefix(',') {
        Some(rest) => Ok(rest),
        None if text.is_empty() => Ok(text),
        None => Err(DeserializeError::new("expected a comma after a quoted value in a header")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_survive_the_way_there_and_back() {
        let cases: &[(&[&str], &str)] = &[
            (&[], ""),
            (&["a"], "a"),
            (&["a", "b c"], "a, b c"),
            (&["a,b", "c\"d", "e\\f", " g"], r#""a,b", "c\"d", e\f, " g""#),
            (&["(h)", "\\\","], r#""(h)", "\\\",""#),
        ];
        for (values, text) in cases {
            let mut list = String::new();
            values.iter().for_each(|value| push(&mut list, value));
            assert_eq!(list, *text);
            assert_eq!(split(text).unwrap(), *values, "{text}");
        }
    }

    #[test]
    fn lists_are_read_as_the_official_crates_read_them() {
        let cases: &[(&str, Option<&[&str]>)] = &[
            ("  foo", Some(&["foo"])),
            ("foo   ", Some(&["foo"])),
            ("\"foo,bar\",baz  ", Some(&["foo,bar", "baz"])),
            ("\"\",baz", Some(&["", "baz"])),
            ("a,,b", Some(&["a", "", "b"])),
            ("a,b,", Some(&["a", "b"])),
            ("foo, \"(foo\\\\bar)\"", Some(&["foo", "(foo\\bar)"])),
            ("\"\\\"asdf\\\"\"baz", None),
            ("\"open", None),
            ("\"open\\", None),
        ];
        for (text, expected) in cases {
            let found = split(text).ok();
            assert_eq!(
                found.as_deref(),
                expected.map(|values| values.iter().map(|v| Cow::from(*v)).collect::<Vec<_>>()).as_deref(),
                "{text}"
            );
        }
    }
}
