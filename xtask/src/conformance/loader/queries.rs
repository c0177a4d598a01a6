//! In: models with questions and their answers. Out: those that are answered otherwise.

use std::path::Path;

use whitesmith_codegen::driver::Loaded;
use whitesmith_codegen::{select, AstOptions, Member, Model, Node, Nullability, Shape, ShapeId};

use super::{clean, files_below, load_all, name_in, read_again, Family};
use crate::conformance::read;

/// Whether a member may be absent, for clients of 1.0 and 2.0. It stays what it is when the
/// model is written and read again, twice.
pub(super) fn upgrade_box(folder: &Path) -> Result<Family, String> {
    let mut family = Family::default();
    for path in files_below(folder, &["smithy"])? {
        let text = read(&path)?;
        let first = text.lines().next().unwrap_or_default().trim_start_matches("//");
        let expected: serde_json::Value = serde_json::from_str(first).map_err(|error| error.to_string())?;
        let mut wrong = Vec::new();
        let mut model = clean(&[&path], &mut wrong)?;
        for round in 0..3 {
            let container = model.shape(&ShapeId::new("smithy.example#Foo"));
            let Some((container, member)) = container.and_then(|shape| Some((shape, shape.members.first()?))) else {
                wrong.push("there is no member".to_owned());
                break;
            };
            let found = nullability(&model, container, member);
            if found != expected {
                wrong.push(format!("after {round} rounds it is {found}, not {expected}"));
            }
            model = read_again(&model, AstOptions::default(), &mut wrong);
        }
        family.case(name_in(folder, &path), wrong);
    }
    Ok(family)
}

/// Whether a member may be absent, in the keys of the cases: `v1-box`,
/// `v1-client-zero-value` and `v2`.
fn nullability(model: &Model, container: &Shape, member: &Member) -> serde_json::Value {
    serde_json::json!({
        "v1-box": model.is_boxed_in_v1(container, member),
        "v1-client-zero-value": model.is_nullable(container, member, Nullability::ClientZeroValueV1),
        "v2": model.is_nullable(container, member, Nullability::Client),
    })
}

/// Models whose metadata has selectors with the ids of the shapes that each selects.
pub(super) fn selector_cases(folder: &Path) -> Result<Family, String> {
    let mut family = Family::default();
    for path in files_below(folder, &["smithy"])? {
        let Loaded { model, .. } = load_all(&[&path])?;
        let mut wrong = Vec::new();
        let tests = model.metadata().find(|(key, _)| *key == "selectorTests").and_then(|(_, node)| node.as_array());
        for test in tests.ok_or_else(|| format!("{} has no selectorTests", path.display()))? {
            let matches = test.get("matches").and_then(Node::as_array).unwrap_or_default();
            let mut expected: Vec<ShapeId> = matches.iter().filter_map(|id| id.as_str()).map(ShapeId::new).collect();
            let skips_prelude = test.get("skipPreludeShapes").and_then(Node::as_bool) == Some(true);
            let selector = test.get("selector").and_then(Node::as_str).unwrap_or_default();
            let shown = selector.split_whitespace().collect::<Vec<_>>().join(" ");
            match select(&model, selector) {
                Err(error) => wrong.push(format!("{shown}: {error}")),
                Ok(mut found) => {
                    found.retain(|id| !(skips_prelude && id.namespace() == "smithy.api"));
                    found.sort();
                    expected.sort();
                    if found != expected {
                        wrong.push(format!("{shown} selects {found:?}, not {expected:?}"));
                    }
                }
            }
        }
        family.case(name_in(folder, &path), wrong);
    }
    Ok(family)
}
