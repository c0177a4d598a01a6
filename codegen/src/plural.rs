//! In: a number and what it counts. Out: both as words of a message, so that none says
//! "1 shapes".

/// `1 shape`, `2 shapes`, `0 properties`; the noun is given in the singular.
pub(crate) fn counted(count: usize, noun: &str) -> String {
    format!("{count} {}", of(count, noun))
}

/// The noun alone, in the number that the count asks for.
pub(crate) fn of(count: usize, noun: &str) -> String {
    match noun.strip_suffix('y') {
        _ if count == 1 => noun.to_owned(),
        Some(stem) => format!("{stem}ies"),
        None => format!("{noun}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn one_is_singular() {
        let texts = [counted(0, "shape"), counted(1, "shape"), counted(2, "shape"), counted(2, "property")];
        assert_eq!(texts, ["0 shapes", "1 shape", "2 shapes", "2 properties"]);
    }
}
