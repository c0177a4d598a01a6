//! In: the two texts of a file. Out: unified hunks, as `git diff` prints them, and no more
//! of them than somebody reads. Exists so that `--check` shows what changed and not what
//! is between the first change and the last.

use std::time::Duration;

use similar::{Algorithm, ChangeTag, TextDiff};

use crate::diagnostics::visible;
use crate::plural::counted;

/// How many lines of diffs are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DiffLimit {
    /// Of one file.
    pub per_file: usize,
    /// Of all files together.
    pub in_total: usize,
}

impl Default for DiffLimit {
    fn default() -> Self {
        Self { per_file: 200, in_total: 1000 }
    }
}

impl DiffLimit {
    /// No limit.
    pub const NONE: Self = Self { per_file: usize::MAX, in_total: usize::MAX };

    /// The diff of one file, whose path begins both headers: what takes the old text to the
    /// new one. Its lines are taken off the total; a diff that is cut says by how much.
    pub fn diff(&mut self, path: &str, old: &str, new: &str) -> String {
        let hunks = hunks(old, new);
        let lines: Vec<&str> = hunks.split_inclusive('\n').collect();
        let shown = lines.len().min(self.per_file).min(self.in_total);
        self.in_total -= shown;
        let cut = match lines.len() - shown {
            0 => String::new(),
            more => format!("… {}\n", counted(more, "more line")),
        };
        if shown == 0 {
            return cut;
        }
        format!("--- a/{path}\n+++ b/{path}\n{}{cut}", lines[..shown].concat())
    }
}

/// The hunks with three lines of context, without headers.
fn hunks(old: &str, new: &str) -> String {
    /// After this the rest of a file counts as replaced: texts that have nothing in common
    /// take time that grows with the product of their lengths.
    const PATIENCE: Duration = Duration::from_secs(1);
    // As git has them: a carriage return by itself ends no line.
    let [old, new] = [old, new].map(|text| text.split_inclusive('\n').collect::<Vec<&str>>());
    let diff = TextDiff::configure().algorithm(Algorithm::Myers).timeout(PATIENCE).diff_slices(&old, &new);
    let mut out = String::new();
    for hunk in diff.unified_diff().context_radius(3).iter_hunks() {
        out.push_str(&format!("{}\n", hunk.header()));
        for change in hunk.iter_changes() {
            let sign = match change.tag() {
                ChangeTag::Delete => '-',
                ChangeTag::Insert => '+',
                ChangeTag::Equal => ' ',
            };
            let line = change.value();
            out.push(sign);
            push_shown(&mut out, line);
            if !line.ends_with('\n') {
                out.push_str("\n\\ No newline at end of file\n");
            }
        }
    }
    out
}

/// What was on the disk is whoever's: nothing in it moves the cursor. The end of the line
/// is what it was, for that may be the difference.
fn push_shown(out: &mut String, line: &str) {
    let text = line.strip_suffix('\n').map_or(line, |text| text.strip_suffix('\r').unwrap_or(text));
    for character in text.chars() {
        match character {
            '\t' => out.push(character),
            '\r' => out.push_str("\\r"),
            character => out.push_str(&visible(character.encode_utf8(&mut [0; 4]))),
        }
    }
    out.push_str(&line[text.len()..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(old: &str, new: &str, expected: &str) {
        assert_eq!(hunks(old, new), expected);
    }

    #[test]
    fn each_change_is_a_hunk_of_its_own() {
        let numbers: Vec<String> = (1..=20).map(|number| format!("{number}\n")).collect();
        let old = numbers.concat();
        let new = old.replace("2\n3\n", "2\n2b\n3\n").replace("18\n", "").replace("5\n", "five\n");
        let new = new.replace("1five\n", "15\n");
        check(
            &old,
            &new,
            "@@ -1,8 +1,9 @@\n 1\n 2\n+2b\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n@@ -15,6 +16,5 @@\n 15\n 16\n 17\n-18\n 19\n 20\n",
        );
    }

    #[test]
    fn ends_of_lines_and_of_files_count() {
        check("a\r\nb\n", "a\nb\n", "@@ -1,2 +1,2 @@\n-a\r\n+a\n b\n");
        check("a\nb", "a\nb\n", "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n");
        check("", "a\n", "@@ -0,0 +1 @@\n+a\n");
        check("a\n", "", "@@ -1 +0,0 @@\n-a\n");
        check("a\n", "a\n", "");
    }

    #[test]
    fn nothing_moves_the_cursor() {
        check("a\u{1b}[31mb\rc\td\u{202e}\n", "", "@@ -1 +0,0 @@\n-a\\u{1b}[31mb\\rc\td\\u{202e}\n");
    }

    #[test]
    fn what_is_cut_is_counted() {
        let mut limit = DiffLimit { per_file: 3, in_total: 5 };
        let mut diff = |old| limit.diff("src/x.rs", old, "new\n");
        assert_eq!(diff("a\nb\nc\nd\n"), "--- a/src/x.rs\n+++ b/src/x.rs\n@@ -1,4 +1 @@\n-a\n-b\n… 3 more lines\n");
        assert_eq!(diff("a\nb\n"), "--- a/src/x.rs\n+++ b/src/x.rs\n@@ -1,2 +1 @@\n-a\n… 2 more lines\n");
        assert_eq!(diff("a\n"), "… 3 more lines\n");
        assert_eq!(limit.in_total, 0);
    }
}
