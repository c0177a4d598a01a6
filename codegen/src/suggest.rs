//! In: a name that was not found, and the names that exist. Out: the nearest
//! ones, for help lines.

use std::cell::Cell;

/// What one load may spend on all its suggestions: a fraction of a second. They
/// are a courtesy, and a hundred thousand wrong names, each compared with as
/// many others, get none rather than hours.
const EFFORT: u64 = 40_000_000;

/// No name is compared beyond this many characters.
const LONGEST: usize = 128;

/// How much may still be compared. Each load has one, so that what it suggests does not
/// depend on what was loaded before.
#[derive(Debug)]
pub(crate) struct Suggestions {
    effort_left: Cell<u64>,
}

impl Default for Suggestions {
    fn default() -> Self {
        Self { effort_left: Cell::new(EFFORT) }
    }
}

impl Suggestions {
    /// Up to three of the candidates that are close to the name, nearest first.
    pub(crate) fn nearest<'c>(&self, name: &str, candidates: impl IntoIterator<Item = &'c str>) -> Vec<&'c str> {
        let wanted: Vec<char> = letters(name).collect();
        let mut scored: Vec<(usize, &str)> = Vec::new();
        for candidate in candidates {
            // Looking at a candidate costs as much as some steps of the comparison.
            if !self.spend(16) {
                return Vec::new();
            }
            let limit = plausible_distance(&wanted, candidate);
            let found: Vec<char> = letters(candidate).collect();
            if limit < wanted.len().abs_diff(found.len()) || !self.spend(wanted.len() * found.len()) {
                continue;
            }
            let distance = distance(&wanted, &found);
            if distance <= limit {
                scored.push((distance, candidate));
            }
        }
        scored.sort();
        scored.dedup();
        scored.into_iter().take(3).map(|(_, candidate)| candidate).collect()
    }

    /// Whether the effort is not used up yet.
    fn spend(&self, effort: usize) -> bool {
        let left = self.effort_left.get().saturating_sub(effort as u64);
        self.effort_left.set(left);
        left > 0
    }
}

/// The same for words of the language and of the program. They are few, so that the cost of
/// a suggestion does not grow with the model.
pub(crate) fn nearest_word(name: &str, words: impl IntoIterator<Item = &'static str>) -> Vec<&'static str> {
    Suggestions::default().nearest(name, words)
}

fn letters(name: &str) -> impl Iterator<Item = char> + '_ {
    name.chars().flat_map(char::to_lowercase).take(LONGEST)
}

/// How far from the candidate somebody may be who meant it.
fn plausible_distance(wanted: &[char], candidate: &str) -> usize {
    let length = wanted.len().max(letters(candidate).count());
    let same_start = wanted.first().copied() == letters(candidate).next();
    match length {
        5.. if same_start => (length / 3).max(1),
        _ => 1,
    }
}

/// The most names that one line lists.
const MAX_LISTED: usize = 12;

/// "`A`", "`A` or `B`", "`A`, `B` or `C`"; None for none. Of very many names
/// only the first are listed.
pub(crate) fn list(names: &[&str]) -> Option<String> {
    let quoted: Vec<String> = names.iter().take(MAX_LISTED).map(|name| format!("`{name}`")).collect();
    if let more @ 1.. = names.len().saturating_sub(quoted.len()) {
        let others = if more == 1 { "another one".to_owned() } else { format!("one of {more} others") };
        return Some(format!("{} or {others}", quoted.join(", ")));
    }
    match quoted.split_last() {
        None => None,
        Some((last, [])) => Some(last.clone()),
        Some((last, rest)) => Some(format!("{} or {last}", rest.join(", "))),
    }
}

/// Levenshtein's distance over characters.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, a) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in b.iter().enumerate() {
            let substituted = diagonal + usize::from(a != b);
            diagonal = row[j + 1];
            row[j + 1] = substituted.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearest_names_come_first() {
        let names = ["StartProtectedQuery", "StartProtectedJob", "ListMembers"];
        assert_eq!(nearest_word("StartProtectedQuerry", names), ["StartProtectedQuery", "StartProtectedJob"]);
        assert!(nearest_word("DeleteBucket", names).is_empty());
        assert_eq!(list(&["A", "B", "C"]).as_deref(), Some("`A`, `B` or `C`"));
    }

    #[test]
    fn short_names_and_other_beginnings_have_to_be_close() {
        assert_eq!(nearest_word("nam", ["name", "same", "n"]), ["name"]);
        assert!(nearest_word("Tile", ["File1", "Mile12"]).is_empty());
        assert_eq!(nearest_word("xorders", ["Orders", "Ordered"]), ["Orders"]);
    }

    #[test]
    fn very_many_names_are_listed_in_part() {
        let names = ["A"; 20];
        assert!(list(&names).is_some_and(|text| text.ends_with(", `A` or one of 8 others")));
        assert!(list(&names[..13]).is_some_and(|text| text.ends_with(", `A` or another one")));
    }

    #[test]
    fn effort_is_bounded_for_each_load() {
        let names: Vec<String> = (0..20_000).map(|index| format!("customer{index}")).collect();
        let ask = |suggestions: &Suggestions| suggestions.nearest("customer_7", names.iter().map(String::as_str));
        let first = Suggestions::default();
        assert!(!ask(&first).is_empty());
        for _ in 0..100 {
            ask(&first);
        }
        assert!(ask(&first).is_empty());
        assert!(!ask(&Suggestions::default()).is_empty());
    }
}
