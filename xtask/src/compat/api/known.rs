//! In: the list of intended differences, a TOML file. Out: for a difference, whether it is in the
//! list. An entry that nothing needs is reported, so that the list stays true.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::Path;

/// The list.
pub(super) struct Known {
    /// The services that `--all` compares.
    services: Vec<String>,
    differences: Vec<Entry>,
    used: RefCell<BTreeSet<usize>>,
}

struct Entry {
    item: String,
    /// The service, if it is one.
    service: Option<String>,
    side: Side,
}

/// Who has an item.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Official,
    Ours,
    Both,
    /// Both have it, one of them as deprecated.
    Deprecation,
}

impl Known {
    pub(super) fn read(path: &Path) -> Result<Self, String> {
        let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        Self::parse(&text).map_err(|error| format!("{}: {error}", path.display()))
    }

    fn parse(text: &str) -> Result<Self, String> {
        let table: toml::Table = text.parse().map_err(|error: toml::de::Error| error.to_string())?;
        let entries = |name: &str| table.get(name).and_then(toml::Value::as_array).into_iter().flatten();
        let word = |entry: &toml::Value, name: &str| entry.get(name).and_then(toml::Value::as_str).map(str::to_owned);
        let needed =
            |entry: &toml::Value, name: &str| word(entry, name).ok_or_else(|| format!("an entry has no `{name}`"));
        let services = table.get("services").and_then(toml::Value::as_array).into_iter().flatten();
        let services = services.filter_map(toml::Value::as_str).map(str::to_owned).collect();
        let mut known = Self { services, differences: Vec::new(), used: RefCell::default() };
        let sides = [
            ("only_official", Side::Official),
            ("only_ours", Side::Ours),
            ("changed", Side::Both),
            ("deprecation", Side::Deprecation),
        ];
        for (name, side) in sides {
            for entry in entries(name) {
                needed(entry, "why")?;
                let service = word(entry, "service");
                let items = entry.get("items").and_then(toml::Value::as_array).into_iter().flatten();
                let items = items.filter_map(toml::Value::as_str).map(str::to_owned).chain(word(entry, "item"));
                known.differences.extend(items.map(|item| Entry { item, service: service.clone(), side }));
            }
        }
        Ok(known)
    }

    /// The services that `--all` compares.
    pub(super) fn services(&self) -> &[String] {
        &self.services
    }

    /// Whether the list has the difference.
    pub(super) fn has(&self, service: &str, item: &str, side: Side) -> bool {
        let is_meant = |entry: &Entry| {
            entry.side == side
                && entry.service.as_deref().is_none_or(|name| name == service)
                && matches(&entry.item, item)
        };
        let found = self.differences.iter().position(is_meant);
        self.used.borrow_mut().extend(found);
        found.is_some()
    }

    /// The entries that nothing needed.
    pub(super) fn unused(&self) -> Vec<String> {
        let used = self.used.borrow();
        let entries = self.differences.iter().enumerate().filter(|(index, _)| !used.contains(index));
        entries.map(|(_, entry)| entry.item.clone()).collect()
    }
}

/// Whether a pattern is an item; `*` is any text.
fn matches(pattern: &str, item: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = parts.next().and_then(|first| item.strip_prefix(first)) else { return false };
    let mut is_open = false;
    for part in parts {
        is_open = true;
        if part.is_empty() {
            continue;
        }
        let Some(at) = rest.rfind(part).filter(|_| pattern.ends_with(part)).or_else(|| rest.find(part)) else {
            return false;
        };
        rest = &rest[at + part.len()..];
        is_open = false;
    }
    rest.is_empty() || is_open
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_is_any_text() {
        for (pattern, item, expected) in [
            ("a::b", "a::b", true),
            ("a::b", "a::bc", false),
            ("*::b", "a::b", true),
            ("*::b", "a::b::c", false),
            ("a::*::c", "a::b::c", true),
            ("a::*", "a::b::c", true),
            ("a::*::c", "a::b::d", false),
            ("*: Default", "x: core::Default", false),
            ("*: *Default", "x: core::Default", true),
        ] {
            assert_eq!(matches(pattern, item), expected, "{pattern} {item}");
        }
    }
}
