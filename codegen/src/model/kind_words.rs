//! In: the keyword of a kind of shape. Out: the words for it in a message. Exists because
//! every stage that reports something names kinds, and none of them should ask another one.

use super::Kind;

/// The keyword with its article.
pub(crate) fn article(keyword: &str) -> String {
    let article = if keyword.starts_with(['a', 'e', 'i', 'o', 'u']) && keyword != "union" { "an" } else { "a" };
    format!("{article} {keyword}")
}

impl Kind {
    /// Its keyword with its article.
    pub(crate) fn with_article(&self) -> String {
        article(self.keyword())
    }
}
