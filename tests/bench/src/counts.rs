//! In: `check`, or a task and how often to do it. Out: nothing, or what is wrong with what
//! a task makes. Why: what `cargo xtask bench check` counts, with nothing of others in it.
//!
//! - `json-write`, `json-read` and so on: one catalog in each format;
//! - `load`: our model, with all rules;
//! - `generate`: the client of our model, from its text to the text of its files.

#[path = "codecs/run.rs"]
mod run;

use std::cell::LazyCell;
use std::hint::black_box;
use whitesmith_codegen::{generate, load, Generated, LoadOptions, Options, Runtime, Sources};

/// At compile time: no folder that the program runs in has a say.
const MODEL: &str = include_str!("../../../model/cleanrooms.smithy");

fn model() -> Sources {
    let mut sources = Sources::new();
    sources.add("cleanrooms.smithy", MODEL);
    sources
}

/// As model/whitesmith.toml has it.
fn generate_ours() -> Generated {
    let options = Options {
        package: "cleanrooms".to_owned(),
        version: "0.1.0".to_owned(),
        runtime: Runtime::Path("../runtime".into()),
        ..Options::default()
    };
    generate(black_box(&model()), &options)
}

/// What a service that speaks awsQuery answers with: the XML of the other format, inside
/// of what has the names of the operation.
fn query_response() -> Vec<u8> {
    let catalog = String::from_utf8(xml::write(&xml::catalog::catalog())).expect("XML is text");
    let catalog = catalog.replacen("<Catalog ", "<catalog ", 1).replace("</Catalog>", "</catalog>");
    format!("<ReplaceCatalogResponse><ReplaceCatalogResult>{catalog}</ReplaceCatalogResult></ReplaceCatalogResponse>")
        .into_bytes()
}

fn check() -> run::Outcome {
    assert!(json::read(&json::write(&json::catalog::catalog())) == json::catalog::catalog());
    assert!(cbor::read(&cbor::write(&cbor::catalog::catalog())) == cbor::catalog::catalog());
    assert!(xml::read(&xml::write(&xml::catalog::catalog())) == xml::catalog::catalog());
    assert!(query::read(&query_response()) == query::catalog::catalog());
    let sources = model();
    for diagnostics in [load(&sources, &LoadOptions::default()).1, generate_ours().diagnostics] {
        if diagnostics.has_errors() {
            return Err(diagnostics.render_text(&sources, false).into());
        }
    }
    Ok(())
}

/// A task that writes; the catalog is made when the task first runs, so that the start of
/// the program is the same for all.
fn writing<T>(catalog: fn() -> T, write: fn(&T) -> Vec<u8>) -> impl Fn() {
    let catalog = LazyCell::new(catalog);
    move || drop(black_box(write(black_box(&catalog))))
}

/// A task that reads.
fn reading<T>(body: fn() -> Vec<u8>, read: fn(&[u8]) -> T) -> impl Fn() {
    let body = LazyCell::new(body);
    move || drop(black_box(read(black_box(&body))))
}

fn main() -> run::Outcome {
    // What threads that wait for work cost is chance: the generator gets this one alone.
    rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build_global()?;
    run::run(
        check,
        &[
            ("json-write", &writing(json::catalog::catalog, json::write)),
            ("json-read", &reading(|| json::write(&json::catalog::catalog()), json::read)),
            ("xml-write", &writing(xml::catalog::catalog, xml::write)),
            ("xml-read", &reading(|| xml::write(&xml::catalog::catalog()), xml::read)),
            ("cbor-write", &writing(cbor::catalog::catalog, cbor::write)),
            ("cbor-read", &reading(|| cbor::write(&cbor::catalog::catalog()), cbor::read)),
            ("query-write", &writing(query::catalog::catalog, query::write)),
            ("query-read", &reading(query_response, query::read)),
            ("load", &|| drop(black_box(load(black_box(&model()), &LoadOptions::default())))),
            ("generate", &|| drop(black_box(generate_ours()))),
        ],
    )
}
