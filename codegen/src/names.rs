//! In: names of a model. Out: Rust names, by the word rules of smithy-rs, so
//! that code written for an aws-sdk crate compiles. Exists because the usual
//! case crates split `ChecksumCRC32C`, `ACLs` or `G4DN` at other places.
//!
//! Invariant: a name that the public contract pins comes from here, never from
//! a case library.

/// Words that stay whole although their case changes inside.
const WHOLE_WORDS: [&str; 7] = ["ipv4", "ipv6", "sigv4", "mib", "gib", "kib", "ttl"];

/// `snake_case` for fields, methods and modules.
pub(crate) fn snake(name: &str) -> String {
    let chars: Vec<char> = name.chars().collect();
    let all_lower = !chars.iter().any(|c| c.is_uppercase());
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    let mut may_be_whole = true;
    for (index, &next) in chars.iter().enumerate() {
        let Some(last) = word.chars().last() else {
            if next.is_alphanumeric() {
                word.push(next);
            }
            continue;
        };
        may_be_whole = may_be_whole && starts_whole_word(&word, &chars[index..]);
        let is_break = !next.is_alphanumeric()
            || (!may_be_whole && is_case_break(last, next, all_lower))
            || ends_acronym(last, next, &chars[index + 1..]);
        if is_break {
            words.push(std::mem::take(&mut word));
            may_be_whole = true;
        }
        if next.is_alphanumeric() {
            word.push(next);
        }
    }
    words.push(word);
    words.retain(|word| !word.is_empty());
    words.join("_").to_lowercase()
}

/// Whether `word`, continued by `ahead`, is the beginning of a whole word.
fn starts_whole_word(word: &str, ahead: &[char]) -> bool {
    let word = word.to_lowercase();
    WHOLE_WORDS.iter().any(|whole| {
        whole.strip_prefix(word.as_str()).is_some_and(|rest| {
            let mut ahead = ahead.iter();
            !rest.is_empty() && rest.chars().all(|c| ahead.next().is_some_and(|next| next.eq_ignore_ascii_case(&c)))
        })
    })
}

fn is_case_break(last: char, next: char, all_lower: bool) -> bool {
    let rises = (last.is_lowercase() || last.is_numeric()) && next.is_uppercase();
    let leaves_digits = all_lower && last.is_numeric() && next.is_lowercase();
    rises || leaves_digits
}

/// `DBPath` breaks before the `P`; the plurals `ACLs` and the versions `DBv2` do not.
fn ends_acronym(last: char, next: char, following: &[char]) -> bool {
    let (Some(&first), second) = (following.first(), following.get(1)) else {
        return false;
    };
    let is_plural = first == 's' && second.is_none_or(|c| !c.is_lowercase());
    let is_version = first == 'v' && second.is_some_and(|c| c.is_numeric());
    last.is_uppercase() && next.is_uppercase() && first.is_lowercase() && !is_plural && !is_version
}

/// `PascalCase` for types and variants.
pub(crate) fn pascal(name: &str) -> String {
    let separated = separate_humps(&separate_acronyms(name));
    separated
        .split(|c: char| c == '_' || c == '-' || c.is_whitespace())
        .flat_map(|word| {
            let mut chars = word.chars();
            let first = chars.next().map(|c| c.to_ascii_uppercase());
            first.into_iter().chain(chars.map(|c| c.to_ascii_lowercase()))
        })
        .collect()
}

/// Puts `_` before the last capital of a run that a lower case letter follows.
fn separate_acronyms(name: &str) -> String {
    let chars: Vec<char> = name.chars().collect();
    let mut out = String::with_capacity(name.len() + 8);
    for (index, &c) in chars.iter().enumerate() {
        let follows_capital = index > 0 && chars[index - 1].is_ascii_uppercase();
        let before_lower = chars.get(index + 1).is_some_and(|c| c.is_ascii_lowercase());
        if c.is_ascii_uppercase() && follows_capital && before_lower {
            out.push('_');
        }
        out.push(c);
    }
    out
}

/// Puts `_` between a lower case letter or digit and a capital.
fn separate_humps(name: &str) -> String {
    let mut out = String::with_capacity(name.len() + 8);
    let mut last = None;
    for c in name.chars() {
        let rises =
            c.is_ascii_uppercase() && last.is_some_and(|last: char| last.is_ascii_lowercase() || last.is_ascii_digit());
        if rises {
            out.push('_');
        }
        out.push(c);
        last = Some(c);
    }
    out
}

/// An operation's name: the first letter is a capital, the rest stays.
pub(crate) fn operation(name: &str) -> String {
    let mut chars = name.chars();
    match chars.next() {
        _ if name == "Self" || name == "self" => "SelfValue".to_owned(),
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

/// A field or method name from a snake-cased name: reserved names get `_value`,
/// keywords become raw identifiers.
pub(crate) fn field(snake: &str) -> String {
    match snake {
        "build" | "builder" | "default" | "send" | "make_operation" | "presigned" | "customize" | "meta" => {
            format!("{snake}_value")
        }
        _ => escape_keyword(&identifier(snake)),
    }
}

/// The name of an operation's method from a snake-cased name. Names that every
/// client has get `_value`, as those of builders do.
pub(crate) fn method(snake: &str) -> String {
    match snake {
        "config" | "from_conf" | "new" | "try_from_conf" | "with_endpoint_discovery_enabled" => {
            format!("{snake}_value")
        }
        _ => escape_keyword(&identifier(snake)),
    }
}

/// A module's name from a snake-cased name: keywords get a trailing `_`.
pub(crate) fn module(snake: &str) -> String {
    let name = identifier(snake);
    if is_keyword(&name) {
        format!("{name}_")
    } else {
        name
    }
}

/// A type's name.
pub(crate) fn type_name(name: &str) -> String {
    let name = identifier(&pascal(name));
    if name == "Self" {
        "SelfValue".to_owned()
    } else {
        name
    }
}

/// A variant's name, kept clear of `Unknown`.
pub(crate) fn variant(name: &str) -> String {
    match identifier(&pascal(name)).as_str() {
        "Unknown" => "UnknownValue".to_owned(),
        "UnknownValue" => "UnknownValue_".to_owned(),
        "Self" => "SelfValue".to_owned(),
        "SelfValue" => "SelfValue_".to_owned(),
        other => other.to_owned(),
    }
}

/// Keeps only what an identifier may hold; one that starts with a digit gets a
/// leading `_`, one without any usable character is `Empty`-safe as `_value`.
fn identifier(name: &str) -> String {
    let kept: String = name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
    match kept.chars().next() {
        None => "_value".to_owned(),
        Some(first) if first.is_ascii_digit() => format!("_{kept}"),
        Some(_) if kept.chars().all(|c| c == '_') => "_value".to_owned(),
        Some(_) => kept,
    }
}

fn escape_keyword(name: &str) -> String {
    match name {
        "crate" | "super" | "self" => format!("{name}_"),
        _ if is_keyword(name) => format!("r#{name}"),
        _ => name.to_owned(),
    }
}

/// Strict and reserved keywords of all editions up to 2024.
pub(crate) fn is_keyword(name: &str) -> bool {
    const KEYWORDS: [&str; 52] = [
        "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn",
        "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro",
        "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super",
        "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
        "Self",
    ];
    KEYWORDS.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `kind model-name rust-name` a line; the names where the word rules and
    /// the usual case crates differ, found over the public AWS models.
    const VECTORS: &str = include_str!("names/vectors.txt");

    #[test]
    fn vectors_hold() {
        let mut wrong = Vec::new();
        for line in VECTORS.lines() {
            let [kind, name, expected] = line.split(' ').collect::<Vec<_>>()[..] else {
                panic!("not three words: {line}");
            };
            let actual = match kind {
                "snake" => snake(name),
                "pascal" => pascal(name),
                other => panic!("unknown kind {other}"),
            };
            if actual != expected {
                wrong.push(format!("{kind} {name}: {actual}, expected {expected}"));
            }
        }
        assert_eq!(wrong, Vec::<String>::new());
    }

    #[test]
    fn reserved_and_hostile_names_stay_identifiers() {
        let cases = [
            (field("type"), "r#type"),
            (field("build"), "build_value"),
            (field("self"), "self_"),
            (module("type"), "type_"),
            (variant("unknown"), "UnknownValue"),
            (variant("UnknownValue"), "UnknownValue_"),
            (type_name("self"), "SelfValue"),
            (variant("SelfValue"), "SelfValue_"),
            (variant("1x"), "_1x"),
            (variant("é"), "_value"),
            (operation("listThings"), "ListThings"),
            (operation("Self"), "SelfValue"),
            (method("new"), "new_value"),
            (method("match"), "r#match"),
        ];
        for (actual, expected) in cases {
            assert_eq!(actual, expected);
        }
    }
}
