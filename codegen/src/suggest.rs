//! In: a name that was not found, and the names that exist. Out: the nearest
//! ones, for help lines.

/// Up to three of the candidates that are close to the name, nearest first.
pub(crate) fn nearest<'c>(name: &str, candidates: impl IntoIterator<Item = &'c str>) -> Vec<&'c str> {
    let wanted = name.to_lowercase();
    let mut scored: Vec<(usize, &str)> = candidates
        .into_iter()
        .map(|candidate| (distance(&wanted, &candidate.to_lowercase()), candidate))
        .filter(|(distance, candidate)| is_plausible(&wanted, &candidate.to_lowercase(), *distance))
        .collect();
    scored.sort();
    scored.dedup();
    scored.into_iter().take(3).map(|(_, candidate)| candidate).collect()
}

/// Whether somebody who wrote the one may have meant the other.
fn is_plausible(wanted: &str, candidate: &str, distance: usize) -> bool {
    let length = wanted.chars().count().max(candidate.chars().count());
    let same_start = wanted.chars().next() == candidate.chars().next();
    match length {
        0..=4 => distance <= 1,
        _ => distance <= 1 || (same_start && distance <= length / 3),
    }
}

/// "`A`", "`A` or `B`", "`A`, `B` or `C`"; None for none.
pub(crate) fn list(names: &[&str]) -> Option<String> {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        None => None,
        Some((last, [])) => Some(last.clone()),
        Some((last, rest)) => Some(format!("{} or {last}", rest.join(", "))),
    }
}

/// Levenshtein's distance over characters; names of a model are short.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().take(256).collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, a) in a.chars().take(256).enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in b.iter().enumerate() {
            let substituted = diagonal + usize::from(a != *b);
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
        assert_eq!(nearest("StartProtectedQuerry", names), ["StartProtectedQuery", "StartProtectedJob"]);
        assert!(nearest("DeleteBucket", names).is_empty());
        assert_eq!(list(&["A", "B", "C"]).as_deref(), Some("`A`, `B` or `C`"));
    }
}
