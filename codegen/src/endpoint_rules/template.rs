//! In: a string of a rule. Out: its literal and its dynamic parts, or why it
//! has none. Paths such as `a.b[0]` are read here too.

use std::borrow::Cow;

use super::Name;

/// A string with values in braces: `https://{Region}.{partition#dnsSuffix}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Template<'n> {
    pub(crate) parts: Vec<Part<'n>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Part<'n> {
    /// Text, with doubled braces made one.
    Text(Cow<'n, str>),
    /// `{name}` or `{name#path}`; who reads the rules gives the name its number.
    Value { name: Name<'n>, path: Vec<Step<'n>> },
}

/// One step into a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Step<'n> {
    Key(&'n str),
    /// From the end, if negative.
    Index(i32),
}

impl<'n> Template<'n> {
    /// Reads a string; the error is in the words of a message.
    pub(crate) fn parse(text: &'n str) -> Result<Self, String> {
        // Most strings are nothing but text.
        if !text.contains(['{', '}']) {
            let part = (!text.is_empty()).then_some(Part::Text(Cow::Borrowed(text)));
            return Ok(Self { parts: part.into_iter().collect() });
        }
        let mut parts = Vec::new();
        let mut literal = String::new();
        let mut rest = text;
        while let Some(at) = rest.find(['{', '}']) {
            let (before, after) = rest.split_at(at);
            literal.push_str(before);
            if let Some(escaped) = ["{{", "}}"].into_iter().find(|braces| after.starts_with(braces)) {
                literal.push_str(&escaped[1..]);
                rest = &after[2..];
                continue;
            }
            let Some(inside) = after.strip_prefix('{') else {
                return Err("a `}` closes nothing; `}}` is the character".to_owned());
            };
            let Some((inside, after)) = inside.split_once('}') else {
                return Err("a `{` is not closed; `{{` is the character".to_owned());
            };
            if !literal.is_empty() {
                parts.push(Part::Text(Cow::Owned(std::mem::take(&mut literal))));
            }
            parts.push(parse_value(inside)?);
            rest = after;
        }
        literal.push_str(rest);
        if !literal.is_empty() {
            parts.push(Part::Text(Cow::Owned(literal)));
        }
        Ok(Self { parts })
    }
}

/// `name` or `name#path`
fn parse_value(inside: &str) -> Result<Part<'_>, String> {
    let (name, path) = match inside.split_once('#') {
        Some((name, path)) => (name, parse_path(path)?),
        None => (inside, Vec::new()),
    };
    if name.is_empty() || name.contains('{') {
        return Err(format!("`{{{inside}}}` names no value"));
    }
    Ok(Part::Value { name: Name { text: name, number: 0 }, path })
}

/// `a.b[0]`
pub(super) fn parse_path(path: &str) -> Result<Vec<Step<'_>>, String> {
    let mut steps = Vec::new();
    for component in path.split('.') {
        let (key, index) = match component.split_once('[') {
            Some((key, index)) => (key, Some(index)),
            None => (component, None),
        };
        if !key.is_empty() {
            steps.push(Step::Key(key));
        } else if index.is_none() {
            return Err(format!("`{path}` is not a path: a part of it is empty"));
        }
        if let Some(index) = index {
            let number = index.strip_suffix(']').and_then(|index| index.parse().ok());
            let number =
                number.ok_or_else(|| format!("`{path}` is not a path: `[{index}` is not an index such as `[0]`"))?;
            steps.push(Step::Index(number));
        }
    }
    Ok(steps)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_template() {
        let name = |text| Name { text, number: 0 };
        let parts = |text| Template::parse(text).map(|template| template.parts);
        let text = |text: &str| Part::Text(Cow::Owned(text.to_owned()));
        assert_eq!(
            parts("https://{Region}.{p#a.b[0]}/{{x}}"),
            Ok(vec![
                text("https://"),
                Part::Value { name: name("Region"), path: Vec::new() },
                text("."),
                Part::Value { name: name("p"), path: vec![Step::Key("a"), Step::Key("b"), Step::Index(0)] },
                text("/{x}"),
            ])
        );
        assert_eq!(parts("{p#[-1]}"), Ok(vec![Part::Value { name: name("p"), path: vec![Step::Index(-1)] }]));
        assert_eq!(parts(""), Ok(Vec::new()));
    }

    #[test]
    fn what_is_no_template() {
        let error = |text| Template::parse(text).err().unwrap_or_default();
        assert_eq!(error("a}"), "a `}` closes nothing; `}}` is the character");
        assert_eq!(error("{a"), "a `{` is not closed; `{{` is the character");
        assert_eq!(error("{}"), "`{}` names no value");
        assert_eq!(error("{a#b..c}"), "`b..c` is not a path: a part of it is empty");
        assert_eq!(error("{a#b[x]}"), "`b[x]` is not a path: `[x]` is not an index such as `[0]`");
    }
}
