//! In: the blocks of a documentation. Out: its first sentence, for places that have room for
//! no more: the methods of a builder, whose readers hover over them.

use super::blocks::{Block, Inline};

/// Words with a point that does not end a sentence.
const ABBREVIATIONS: [&str; 8] = ["approx.", "cf.", "e.g.", "etc.", "i.e.", "incl.", "no.", "vs."];

/// The first sentence, if the text begins with one.
pub(super) fn of(blocks: &[Block]) -> Option<Block> {
    let Some(Block::Paragraph(content)) = blocks.first() else { return None };
    let mut sentence = Vec::new();
    for (index, inline) in content.iter().enumerate() {
        match inline {
            Inline::Text(text) => match end(text, content.get(index + 1)) {
                Some(end) => {
                    sentence.push(Inline::Text(text[..end].to_owned()));
                    return Some(Block::Paragraph(sentence));
                }
                None => sentence.push(inline.clone()),
            },
            Inline::Break => break,
            _ => sentence.push(inline.clone()),
        }
    }
    // What leads to a list is nothing without it.
    let leads_on = matches!(sentence.last(), Some(Inline::Text(text)) if text.trim_end().ends_with(':'));
    (!leads_on).then_some(Block::Paragraph(sentence))
}

/// Where the sentence ends in a piece of text, after its point. `next` is what comes after.
fn end(text: &str, next: Option<&Inline>) -> Option<usize> {
    for (at, point) in text.match_indices(['.', '!', '?']) {
        let after = &text[at + point.len()..];
        let is_last = after.is_empty() && next.is_none();
        let begins_another = match after.trim_start().chars().next() {
            Some(first) => after.starts_with(char::is_whitespace) && !first.is_lowercase(),
            None => !after.is_empty(),
        };
        let word = text[..at + point.len()].rsplit(char::is_whitespace).next().unwrap_or_default();
        let word = word.trim_start_matches(['(', '[', '"']).to_lowercase();
        if is_last || (begins_another && !ABBREVIATIONS.contains(&word.as_str())) {
            return Some(at + point.len());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::text::Docs;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let summary = Docs::of_model(text).summary();
        assert_eq!(summary.lines().collect::<Vec<_>>().join(" "), expected, "{text}");
    }

    #[test]
    fn the_first_sentence_is_taken() {
        check("<p>The name. It is unique.</p>", "The name.");
        check("The name of the thing", "The name of the thing");
        check(
            "<p>Version 1.2 of <code>a.B c</code>, e.g. 1.3. More.</p><p>Else.</p>",
            "Version 1.2 of `a.B c`, e.g. 1.3.",
        );
        check(
            "See <a href=\"https://x.y\">the guide. Really</a> for all. Or not.",
            "See [the guide. Really](https://x.y) for all.",
        );
        check("Is it? Yes", "Is it?");
        check("<p>One of. </p><p>Two</p>", "One of.");
    }

    #[test]
    fn what_is_not_a_sentence_is_not_taken() {
        check("One of these:<ul><li>a</li></ul>", "");
        check("```\ncode\n```\nText.", "");
        check("# Title\n\nText.", "");
        check("", "");
    }
}
