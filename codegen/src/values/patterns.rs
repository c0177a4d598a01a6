//! In: a pattern of a model and a text. Out: whether the text may match it.
//! Exists because a pattern is compiled once, and because not every one can be.

use std::collections::BTreeMap;

use regex_lite::Regex;

/// The patterns that values were held against.
#[derive(Default)]
pub(super) struct Patterns<'m> {
    /// None where a pattern asks for more than linear time, or for Unicode.
    compiled: BTreeMap<&'m str, Option<Regex>>,
}

impl<'m> Patterns<'m> {
    /// Whether some part of the text matches. Of a pattern that cannot be
    /// compiled (lookaround, back references, classes of Unicode) nobody can
    /// say, and a value is not refused on suspicion.
    pub(super) fn may_match(&mut self, pattern: &'m str, text: &str) -> bool {
        let compiled = self.compiled.entry(pattern).or_insert_with(|| Regex::new(pattern).ok());
        let Some(regex) = compiled else { return true };
        // Elsewhere `$` matches before a last line feed as well.
        regex.is_match(text) || text.strip_suffix('\n').is_some_and(|text| regex.is_match(text))
    }
}

#[cfg(test)]
mod tests {
    use super::Patterns;

    #[test]
    fn patterns_are_not_anchored() {
        let mut patterns = Patterns::default();
        assert!(patterns.may_match("b+", "abbc"));
        assert!(!patterns.may_match("^b+$", "abbc"));
        assert!(patterns.may_match("^b+$", "bb\n"));
    }

    #[test]
    fn what_cannot_be_compiled_refuses_nothing() {
        let mut patterns = Patterns::default();
        for pattern in ["^(?!a)", "(a)\\1", "^\\p{L}+$", "(", "[\\uD800-\\uDBFF]"] {
            assert!(patterns.may_match(pattern, "12"), "{pattern}");
        }
    }
}
