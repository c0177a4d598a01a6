//! In: a pattern of a workspace, as `crates/*`. Out: the folders that it means. Why not a crate:
//! it would be one more that everybody builds first, for the three signs that members have.

use std::fs;
use std::path::{Path, PathBuf};

use super::paths::{is_skipped, join};

/// The folders below `root` that match the pattern, sorted.
pub(super) fn expand(root: &Path, pattern: &str) -> Vec<PathBuf> {
    let mut found = vec![join(root, ".")];
    for part in pattern.split(['/', '\\']).filter(|part| !part.is_empty() && *part != ".") {
        found = match part {
            "**" => found.iter().flat_map(|folder| below(folder)).collect(),
            part if part.contains(['*', '?', '[']) => {
                let matching = |folder: &PathBuf| {
                    folders(folder).into_iter().filter(|folder| matches(&name(folder), part)).collect::<Vec<_>>()
                };
                found.iter().flat_map(matching).collect()
            }
            part => found.iter().map(|folder| join(folder, part)).collect(),
        };
    }
    found.sort();
    found.dedup();
    found
}

fn name(folder: &Path) -> String {
    folder.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn folders(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let here = |entry: fs::DirEntry| join(folder, &entry.file_name().to_string_lossy());
    entries.map(here).filter(|path| path.is_dir() && !path.is_symlink() && !is_skipped(path)).collect()
}

/// The folder, and all that are in it.
fn below(folder: &Path) -> Vec<PathBuf> {
    let mut found = vec![folder.to_path_buf()];
    let mut next = 0;
    while let Some(folder) = found.get(next) {
        found.extend(folders(&folder.clone()));
        next += 1;
    }
    found
}

/// Whether a name matches a pattern of `*`, `?` and sets, of which any character is one.
fn matches(name: &str, pattern: &str) -> bool {
    let (name, pattern): (Vec<char>, Vec<char>) = (name.chars().collect(), signs(pattern));
    // Which beginnings of the name the pattern so far matches.
    let mut reached = vec![false; name.len() + 1];
    reached[0] = true;
    for sign in pattern {
        let before = reached.clone();
        for end in 0..reached.len() {
            let shorter = end.checked_sub(1);
            let is_equal = shorter.is_some_and(|index| sign == '?' || name[index] == sign);
            reached[end] = match sign {
                '*' => before[..=end].contains(&true),
                _ => is_equal && shorter.is_some_and(|index| before[index]),
            };
        }
    }
    reached.last() == Some(&true)
}

/// The pattern with `?` for each set: a folder too many costs nothing.
fn signs(pattern: &str) -> Vec<char> {
    let mut signs = Vec::new();
    let mut is_in_set = false;
    for c in pattern.chars() {
        match (c, is_in_set) {
            ('[', false) => {
                is_in_set = true;
                signs.push('?');
            }
            (']', true) => is_in_set = false,
            (_, true) => {}
            (c, false) => signs.push(c),
        }
    }
    signs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_match_names() {
        for (name, pattern) in
            [("api", "*"), ("api", "a*"), ("api", "*i"), ("api", "a?i"), ("api", "[ab]pi"), ("a-b", "*-*")]
        {
            assert!(matches(name, pattern), "{name} {pattern}");
        }
        for (name, pattern) in [("api", "b*"), ("api", "a?"), ("api", ""), ("", "?"), ("api", "*x")] {
            assert!(!matches(name, pattern), "{name} {pattern}");
        }
    }
}
