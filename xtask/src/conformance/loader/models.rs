//! In: valid models. Out: those that have an error, are not the model that another text
//! is, or do not come back as they were written to JSON.

use std::path::{Path, PathBuf};

use whitesmith_codegen::{AstOptions, Model};

use super::compare::{differences, Mixins};
use super::{clean, files_below, folders_in, load_all, name_in, read_again, Family};
use crate::conformance::{has_shapes, read};

/// Valid models, in the IDL and in JSON, and with their mixins flattened by hand.
pub(super) fn valid(folder: &Path) -> Result<Family, String> {
    let mut family = Family::default();
    let shared = folder.join("__shared.json");
    let (mut pairs, mut flattened) = (0, 0);
    for path in files_below(folder, &["smithy"])? {
        if name_in(folder, &path).ends_with(".flattened.smithy") {
            continue;
        }
        let mut wrong = Vec::new();
        let model = clean(&[&path, &shared], &mut wrong)?;
        let twin = path.with_extension("json");
        if twin.is_file() {
            pairs += 1;
            let twin = clean(&[&twin, &shared], &mut wrong)?;
            wrong.extend(differences(&model, &twin, Mixins::Compared));
        }
        let flat = path.with_extension("flattened.smithy");
        if flat.is_file() {
            flattened += 1;
            let flat = clean(&[&flat, &shared], &mut wrong)?;
            wrong.extend(differences(&model, &flat, Mixins::Flattened));
            let options = AstOptions { flatten_mixins: true };
            let written = read_again(&model, options, &mut wrong);
            wrong.extend(differences(&written, &flat, Mixins::Compared));
        }
        wrong.extend(round_trip(&model));
        family.case(name_in(folder, &path), wrong);
    }
    family.remark = format!("{pairs} pairs, {flattened} flattened");
    Ok(family)
}

/// Folders of files in 1.0 and 2.0 that are together the model of one file in 2.0.
pub(super) fn upgrade(folder: &Path) -> Result<Family, String> {
    let mut family = Family::default();
    for case in folders_in(folder)? {
        let files = files_below(&case, &["smithy", "json"])?;
        let (upgraded, parts): (Vec<_>, Vec<_>) =
            files.iter().map(PathBuf::as_path).partition(|path| path.ends_with("upgraded.smithy"));
        let (left, right) = (load_all(&parts)?, load_all(&upgraded)?);
        let mut wrong = differences(&left.model, &right.model, Mixins::Compared);
        if left.diagnostics.has_errors() != right.diagnostics.has_errors() {
            wrong.push("only one of the two has errors".to_owned());
        }
        family.case(name_in(folder, &case), wrong);
    }
    Ok(family)
}

/// Models that have to be the same after they were written and read again.
pub(super) fn round_trips(folder: &Path) -> Result<Family, String> {
    let mut family = Family::default();
    for path in files_below(folder, &["smithy", "json"])? {
        let mut wrong = Vec::new();
        let model = clean(&[&path], &mut wrong)?;
        wrong.extend(round_trip(&model));
        family.case(name_in(folder, &path), wrong);
    }
    Ok(family)
}

/// What the official serializer makes of some models, `X.2.0.json` of `X.json` in 1.0 and
/// `X.json` of itself in 2.0, is what ours makes of them.
pub(super) fn official_ast(folder: &Path) -> Result<Family, String> {
    let mut family = Family::default();
    for path in files_below(folder, &["json"])? {
        let upgraded = path.with_extension("2.0.json");
        let expected = if upgraded.is_file() { &upgraded } else { &path };
        let expected: serde_json::Value = serde_json::from_str(&read(expected)?).map_err(|error| error.to_string())?;
        if expected.get("smithy").and_then(serde_json::Value::as_str) != Some("2.0") {
            continue;
        }
        let mut wrong = Vec::new();
        let text = clean(&[&path], &mut wrong)?.to_json_ast(&AstOptions::default());
        let found: serde_json::Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
        let shapes = |value: &serde_json::Value| value.get("shapes").and_then(serde_json::Value::as_object).cloned();
        let (found_shapes, expected_shapes) =
            (shapes(&found).unwrap_or_default(), shapes(&expected).unwrap_or_default());
        for (id, shape) in &expected_shapes {
            if found_shapes.get(id) != Some(shape) {
                wrong.push(format!("{id} is not written as {shape}"));
            }
        }
        if wrong.is_empty() && found != expected {
            wrong.push("something is written that should not be".to_owned());
        }
        family.case(name_in(folder, &path), wrong);
    }
    Ok(family)
}

/// Models with endpoint rules, each by itself.
pub(super) fn endpoint_models(folder: &Path) -> Result<Family, String> {
    let mut family = Family::default();
    for path in files_below(folder, &["smithy", "json"])? {
        let has_events = path.with_extension("errors").is_file();
        let is_facts = path.extension().is_some_and(|extension| extension == "json") && !has_shapes(&path);
        if !has_events && !is_facts {
            family.case(name_in(folder, &path), load_and_round_trip(&[&path])?);
        }
    }
    Ok(family)
}

/// Files of smithy-rs that are one model, each with what it needs; the others of that
/// folder are one each.
const EXTRAS: &[(&str, &[&str])] = &[
    ("basic-enums.smithy", &["../aws/shared-types.smithy"]),
    ("main.smithy", &["nested.smithy", "more-nesting.smithy"]),
    ("nested.smithy", &["more-nesting.smithy"]),
    ("pokemon.smithy", &["pokemon-common.smithy"]),
    ("pokemon-awsjson.smithy", &["pokemon-common.smithy"]),
];

/// The models of the protocols' tests.
pub(super) fn protocol_tests(folder: &Path) -> Result<Family, String> {
    let mut family = Family::default();
    let shared = [
        ("aws", &["aws/shared-types.smithy", "aws/aws-config.smithy"][..]),
        ("smithy", &["smithy/shared-types.smithy"]),
    ];
    for (owner, shared) in shared {
        for protocol in folders_in(&folder.join(owner))? {
            let mut files = files_below(&protocol, &["smithy", "json"])?;
            files.extend(shared.iter().map(|file| folder.join(file)));
            let files: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
            family.case(name_in(folder, &protocol), load_and_round_trip(&files)?);
        }
    }
    let extras = folder.join("smithy-rs-extras");
    for path in files_below(&extras, &["smithy", "json"])? {
        let more = EXTRAS.iter().find(|(name, _)| path.ends_with(name)).map_or(&[][..], |(_, more)| more);
        let more: Vec<PathBuf> = more.iter().map(|file| extras.join(file)).collect();
        let files: Vec<&Path> = std::iter::once(&path).chain(&more).map(PathBuf::as_path).collect();
        family.case(name_in(folder, &path), load_and_round_trip(&files)?);
    }
    Ok(family)
}

/// Models of AWS, each by itself.
pub(super) fn aws_models(folder: &Path) -> Result<Family, String> {
    let mut family = Family::default();
    for path in files_below(folder, &["json"])? {
        if has_shapes(&path) {
            family.case(name_in(folder, &path), load_and_round_trip(&[&path])?);
        }
    }
    Ok(family)
}

/// What is wrong with a model that should have no error, and come back as it was written.
fn load_and_round_trip(paths: &[&Path]) -> Result<Vec<String>, String> {
    let mut wrong = Vec::new();
    let model = clean(paths, &mut wrong)?;
    if wrong.is_empty() {
        wrong.extend(round_trip(&model));
    }
    Ok(wrong)
}

/// How a model differs from itself, written and read again; and the second text from the
/// first one.
fn round_trip(model: &Model) -> Vec<String> {
    let mut wrong = Vec::new();
    let again = read_again(model, AstOptions::default(), &mut wrong);
    wrong.extend(differences(model, &again, Mixins::Compared));
    if wrong.is_empty() && model.to_json_ast(&AstOptions::default()) != again.to_json_ast(&AstOptions::default()) {
        wrong.push("the JSON AST is not the same the second time".to_owned());
    }
    wrong
}
