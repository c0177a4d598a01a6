//! In: deviations.toml. Out: which misses are meant, and which entries nothing needs.
//! Why: what we do otherwise on purpose has to have a reason that can be read.

use super::Miss;

/// What deviations.toml says.
pub(super) struct Deviations {
    known: Vec<Deviation>,
}

struct Deviation {
    family: String,
    case: String,
    miss: String,
    is_used: bool,
}

impl Deviations {
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let table: toml::Table = text.parse().map_err(|error: toml::de::Error| error.to_string())?;
        let entries = table.get("deviation").and_then(toml::Value::as_array).map_or(&[][..], Vec::as_slice);
        let known = entries.iter().map(|entry| {
            let word = |key: &str| {
                let word = entry.get(key).and_then(toml::Value::as_str).filter(|word| !word.is_empty());
                word.map(str::to_owned).ok_or_else(|| format!("deviations.toml: `{key}` is missing in\n{entry}"))
            };
            word("why")?;
            Ok(Deviation { family: word("family")?, case: word("case")?, miss: word("miss")?, is_used: false })
        });
        Ok(Self { known: known.collect::<Result<_, String>>()? })
    }

    /// Whether the miss is meant.
    pub(super) fn defend(&mut self, family: &str, miss: &Miss) -> bool {
        let is_it = |known: &&mut Deviation| {
            known.family == family && known.case == miss.case && miss.what.contains(&known.miss)
        };
        let found = self.known.iter_mut().find(is_it);
        found.map(|known| known.is_used = true).is_some()
    }

    /// Entries of a family that defended nothing.
    pub(super) fn unused(&self, family: &str) -> Vec<String> {
        let unused = self.known.iter().filter(|known| known.family == family && !known.is_used);
        unused.map(|known| format!("deviations.toml lists `{}` of {}, but it holds", known.miss, known.case)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_listed_is_defended() {
        let text = "[[deviation]]\nfamily = \"invalid\"\ncase = \"a.smithy\"\nmiss = \"accepted\"\nwhy = \"so\"\n";
        let mut deviations = Deviations::parse(text).unwrap_or(Deviations { known: Vec::new() });
        let miss = |case: &str, what: &str| Miss { case: case.to_owned(), what: what.to_owned() };
        assert!(!deviations.defend("invalid", &miss("b.smithy", "accepted")));
        assert!(!deviations.defend("valid", &miss("a.smithy", "accepted")));
        assert_eq!(deviations.unused("invalid").len(), 1);
        assert!(deviations.defend("invalid", &miss("a.smithy", "accepted, but should not")));
        assert!(deviations.unused("invalid").is_empty());
    }

    #[test]
    fn an_entry_has_a_reason() {
        assert!(Deviations::parse("[[deviation]]\nfamily = \"a\"\ncase = \"b\"\nmiss = \"c\"\n").is_err());
        assert!(Deviations::parse("").is_ok());
    }
}
