//! In: models with mistakes. Out: mistakes that are accepted or reported at another place,
//! and what is lost with them.

use std::path::Path;

use whitesmith_codegen::driver::Loaded;
use whitesmith_codegen::{Severity, Shape, ShapeId, Sources, Span};

use super::{files_below, load_all, name_in, Family};
use crate::conformance::read;

/// What is still there after a syntax error: shapes, and keys of the metadata.
const RECOVERED: &[(&str, &[&str], &[&str])] = &[
    ("in-metadata.smithy", &[], &["valid1", "valid2", "valid3", "valid4"]),
    ("to-docs.smithy", &["smithy.example#MyInteger"], &[]),
    ("to-dollar.smithy", &["smithy.example#MyInteger"], &[]),
    ("to-trait.smithy", &["smithy.example#MyString", "smithy.example#MyInteger2"], &[]),
];

/// Models with a syntax error, after which parsing continues.
pub(super) fn error_recovery(folder: &Path) -> Result<Family, String> {
    let mut family = Family::default();
    for path in files_below(folder, &["smithy"])? {
        let case = name_in(folder, &path);
        let Loaded { model, diagnostics, .. } = load_all(&[&path])?;
        let mut wrong = Vec::new();
        if !diagnostics.has_errors() {
            wrong.push("the syntax error is not reported".to_owned());
        }
        // A case that this program does not know has to be read to some shape, at least.
        let known = RECOVERED.iter().find(|(name, ..)| *name == case);
        if known.is_none() && model.shapes().all(Shape::is_builtin) {
            wrong.push("no shape is left".to_owned());
        }
        let (_, shapes, keys) = known.copied().unwrap_or_default();
        let lost = shapes.iter().filter(|id| model.shape(&ShapeId::new(**id)).is_none());
        wrong.extend(lost.map(|id| format!("{id} is lost")));
        let lost = keys.iter().filter(|key| model.metadata().all(|(found, _)| found != **key));
        wrong.extend(lost.map(|key| format!("metadata {key} is lost")));
        family.case(case, wrong);
    }
    Ok(family)
}

/// Models that must not load. The first line holds the official message; where it has a
/// place, one of our errors has to be there.
pub(super) fn invalid(folder: &Path) -> Result<Family, String> {
    let mut family = Family::default();
    for path in files_below(folder, &["smithy", "json"])? {
        // Not even to be taken for a model is to fail, too.
        let Ok(Loaded { diagnostics, sources, .. }) = load_all(&[&path]) else {
            family.case(name_in(folder, &path), Vec::new());
            continue;
        };
        let errors: Vec<_> = diagnostics.iter().filter(|event| event.severity == Severity::Error).collect();
        let text = read(&path)?;
        let message = text.lines().next().unwrap_or_default();
        let mut wrong = Vec::new();
        if errors.is_empty() {
            wrong.push(format!("accepted: {message}"));
        } else if let Some(place) = expected_place(message) {
            let places: Vec<_> = errors.iter().filter_map(|event| place_of(&sources, event.span)).collect();
            if !places.contains(&place) {
                wrong.push(format!("reported at {places:?}: {message}"));
            }
        }
        family.case(name_in(folder, &path), wrong);
    }
    Ok(family)
}

/// `.. at line 1, column 2: ..`
fn expected_place(message: &str) -> Option<(usize, usize)> {
    let (line, rest) = message.split_once("line ")?.1.split_once(", column ")?;
    let column = rest.split(|character: char| !character.is_ascii_digit()).next()?;
    Some((line.parse().ok()?, column.parse().ok()?))
}

/// Line and column, counted from 1.
fn place_of(sources: &Sources, span: Span) -> Option<(usize, usize)> {
    let before = sources.of(span)?.text.get(..span.start as usize)?;
    let line = before.rsplit('\n').next().unwrap_or_default();
    Some((before.matches('\n').count() + 1, line.chars().count() + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_have_places() {
        assert_eq!(expected_place("// Syntax error at line 6, column 12: x"), Some((6, 12)));
        assert_eq!(expected_place("// on line of thought"), None);
    }
}
