//! In: each place where a text of a model gets into a crate, times a table of texts that
//! somebody wrote to get out of it. Out: a failure where the crate is another one than
//! that of a harmless text. Why: a model may come from anywhere, and what is generated
//! from it is compiled, and its docs are run.

#![allow(clippy::too_many_lines)] // The models are written out.

mod crates;
mod judge;
mod model;
mod texts;

use std::collections::BTreeSet;
use std::process::Command;
use std::sync::OnceLock;

use crates::Crate;
use model::{Place, Protocol, PLACES};

/// Takes any text, which is none of anything.
const HARMLESS: &str = "harmless";

fn baseline(protocol: Protocol) -> Crate {
    Crate::generate(&model::model(protocol, &|_| None)).unwrap_or_else(|error| panic!("{error}"))
}

/// The crates that have one text wherever any is right, a text each.
fn crates() -> &'static [(&'static str, Crate)] {
    static CRATES: OnceLock<Vec<(&str, Crate)>> = OnceLock::new();
    CRATES.get_or_init(|| texts::ALL.iter().map(|text| (*text, crate_of(Protocol::RestJson1, text))).collect())
}

fn crate_of(protocol: Protocol, text: &str) -> Crate {
    let text_of = |place: &Place| place.is_free.then(|| text.to_owned());
    Crate::generate(&model::model(protocol, &text_of)).unwrap_or_else(|error| panic!("{text:?}: {error}"))
}

/// None of them is refused, and each text is in each place.
#[test]
fn a_text_is_a_text_wherever_it_is_printed() {
    let baseline = baseline(Protocol::RestJson1);
    for (text, crate_) in crates() {
        crate_.assert_like(&baseline, &format!("{text:?}"));
    }
}

#[test]
fn a_text_is_a_text_in_other_protocols() {
    for protocol in [Protocol::RestXml, Protocol::AwsQuery] {
        let baseline = self::baseline(protocol);
        for text in texts::ALL.iter().step_by(5) {
            crate_of(protocol, text).assert_like(&baseline, &format!("{text:?} with {protocol:?}"));
        }
    }
}

/// Places where most texts are refused. What is not has to be as harmless. A fifth of the
/// texts for each, in turn.
#[test]
fn what_is_not_refused_is_a_text() {
    let baseline = baseline(Protocol::RestJson1);
    let mut taken = 0;
    for (first, place) in PLACES.iter().filter(|place| !place.is_free).enumerate() {
        for text in texts::ALL.iter().skip(first % 5).step_by(5) {
            let text_of = |other: &Place| (other.name == place.name).then(|| (*text).to_owned());
            if let Ok(crate_) = Crate::generate(&model::model(Protocol::RestJson1, &text_of)) {
                taken += 1;
                // A path may have more parts than one.
                crate_.assert_same_items(&baseline, &format!("{text:?} as {}", place.name));
            }
        }
    }
    assert!(taken > 20, "the places take {taken} texts");
}

/// Every place of the list is one: its text is somewhere in the crate.
#[test]
fn the_places_are_printed() {
    let crates = Protocol::ALL.map(baseline);
    let missing: BTreeSet<&str> = PLACES
        .iter()
        .map(|place| place.name)
        .filter(|name| !crates.iter().any(|crate_| crate_.files.values().any(|text| text.contains(name))))
        .collect();
    assert_eq!(missing, BTreeSet::new());
    assert!(PLACES.iter().all(|place| place.name.starts_with(HARMLESS)));
}

/// rustdoc itself runs nothing of a model's, and has nothing to say.
#[test]
fn rustdoc_runs_our_own_examples_only() {
    let mut items = String::new();
    let mut examples = 0;
    for (index, (_, crate_)) in crates().iter().enumerate() {
        let (docs, own) = crate_.docs_by_themselves();
        examples += own;
        for (number, docs) in docs.iter().enumerate() {
            items.push_str(docs);
            items.push_str(&format!("pub struct Item{index}x{number};\n"));
        }
    }
    let file = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("docs_of_models.rs");
    std::fs::write(&file, items).expect("the folder is there");
    let rustdoc = |arguments: &[&str]| {
        let output = Command::new("rustdoc")
            .args(["--edition", "2021", "--crate-type", "lib"])
            .args(arguments)
            .arg(&file)
            .output()
            .expect("rustdoc is there where cargo is");
        let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(output.status.success(), "{said}");
        said
    };
    // They need the crate that they are of; they are found, and left out.
    let said = rustdoc(&["--test"]);
    assert!(examples > 0 && said.contains(&format!("0 passed; 0 failed; {examples} ignored")), "{said}");
    let html = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("docs_of_models");
    let said = rustdoc(&["-D", "warnings", "--out-dir", &html.display().to_string()]);
    assert!(!said.contains("warning"), "{said}");
}
