//! In: the text of a selector. Out: its steps, or nothing.

use super::{Comparator, Selector, Step};

/// Functions nest; the reader recurses.
const MAX_DEPTH: u32 = 32;

/// None if the text is no selector, or one that is not understood.
pub(super) fn parse(text: &str) -> Option<Selector> {
    let mut rest = text.trim();
    let selector = parse_selector(&mut rest, 0)?;
    rest.is_empty().then_some(selector)
}

fn parse_selector(rest: &mut &str, depth: u32) -> Option<Selector> {
    if depth > MAX_DEPTH {
        return None;
    }
    let mut steps = Vec::new();
    loop {
        *rest = rest.trim_start();
        let Some(first) = rest.chars().next().filter(|first| !matches!(first, ',' | ')')) else { break };
        steps.push(match first {
            '*' => {
                *rest = &rest[1..];
                Step::Type("*".to_owned())
            }
            '>' => {
                *rest = &rest[1..];
                Step::Neighbors(Vec::new())
            }
            '~' => {
                *rest = rest.strip_prefix("~>")?;
                Step::Reachable
            }
            '-' => parse_relationships(rest)?,
            '[' => parse_attribute(rest)?,
            ':' => parse_function(rest, depth)?,
            _ => Step::Type(parse_name(rest)?),
        });
    }
    (!steps.is_empty()).then_some(Selector { steps })
}

fn parse_name(rest: &mut &str) -> Option<String> {
    let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(rest.len());
    let (name, after) = rest.split_at(end);
    *rest = after;
    (!name.is_empty()).then(|| name.to_owned())
}

/// `-[a, b]->`
fn parse_relationships(rest: &mut &str) -> Option<Step> {
    let (inside, after) = rest.strip_prefix("-[")?.split_once("]->")?;
    *rest = after;
    Some(Step::Neighbors(inside.split(',').map(|name| name.trim().to_owned()).collect()))
}

/// `:name(selector, selector)`
fn parse_function(rest: &mut &str, depth: u32) -> Option<Step> {
    *rest = rest.strip_prefix(':')?;
    let name = parse_name(rest)?;
    *rest = rest.trim_start().strip_prefix('(')?;
    let mut arguments = Vec::new();
    loop {
        arguments.push(parse_selector(rest, depth + 1)?);
        *rest = rest.trim_start();
        match rest.strip_prefix(',') {
            Some(after) => *rest = after,
            None => break,
        }
    }
    *rest = rest.strip_prefix(')')?;
    match name.as_str() {
        "is" | "each" => Some(Step::Is(arguments)),
        "test" => Some(Step::Test(arguments)),
        "not" => Some(Step::Not(arguments)),
        _ => None,
    }
}

/// `[path]` or `[path = value, value]`
fn parse_attribute(rest: &mut &str) -> Option<Step> {
    let (inside, after) = rest.strip_prefix('[')?.split_once(']')?;
    *rest = after;
    if inside.starts_with('@') || inside.contains(['(', '{']) {
        return None;
    }
    let comparators = [
        ("!=", Comparator::NotEqual),
        ("^=", Comparator::StartsWith),
        ("$=", Comparator::EndsWith),
        ("*=", Comparator::Contains),
        ("=", Comparator::Equal),
    ];
    let found = comparators
        .iter()
        .find_map(|(text, comparator)| inside.split_once(text).map(|(path, values)| (path, *comparator, values)));
    let path_of = |path: &str| path.split('|').map(|part| part.trim().to_owned()).collect();
    match found {
        None => Some(Step::Attribute { path: path_of(inside), comparator: None, values: Vec::new() }),
        Some((path, ..)) if path.ends_with(['<', '>', '?']) => None,
        Some((_, _, values)) if values.trim_end().ends_with(" i") => None,
        Some((path, comparator, values)) => {
            let values = values.split(',').map(|value| value.trim().trim_matches(['\'', '"']).to_owned()).collect();
            Some(Step::Attribute { path: path_of(path), comparator: Some(comparator), values })
        }
    }
}
