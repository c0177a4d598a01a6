//! In: models/, a model a protocol with the protocol tests that we wrote for it. Out: a
//! crate of each in the build folder, emitted with these tests. Why: the official cases
//! are not in this repository, and each rule of a protocol must have one that is.

#![allow(clippy::print_stdout)] // How a build script talks to cargo.

use std::error::Error;
use std::path::{Path, PathBuf};

use whitesmith_codegen::{generate, Options, Sources};

/// The models, each the name of a target in tests/ as well.
const MODELS: [&str; 9] = [
    "aws_json1_0",
    "aws_json1_1",
    "aws_query",
    "ec2_query",
    "rest_json1",
    "rest_xml",
    "rest_xml_bare",
    "rpcv2_cbor",
    "s3",
];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    for model in MODELS {
        emit(model, &out.join(model))?;
    }
    Ok(())
}

/// Emits the client of a model.
fn emit(model: &str, out: &Path) -> Result<(), Box<dyn Error>> {
    let path = format!("models/{model}.smithy");
    println!("cargo::rerun-if-changed={path}");
    let mut sources = Sources::new();
    let text = std::fs::read_to_string(&path)?;
    sources.add(path, text);
    let options =
        Options { package: model.to_owned(), version: "0.1.0".to_owned(), protocol_tests: true, ..Options::default() };
    let generated = generate(&sources, &options);
    if generated.diagnostics.has_errors() {
        for line in generated.diagnostics.render_text(&sources, false).lines() {
            println!("cargo::error={line}");
        }
        return Ok(());
    }
    for (path, text) in &generated.tree {
        let is_root = path == "src/lib.rs";
        write(&out.join(path), &if is_root { without_inner(text) } else { text.clone() })?;
    }
    Ok(())
}

fn write(path: &Path, text: &str) -> Result<(), Box<dyn Error>> {
    std::fs::create_dir_all(path.parent().ok_or("a file stands in a folder")?)?;
    Ok(std::fs::write(path, text)?)
}

/// `include!` takes items: what is said about the whole crate stands in the target.
fn without_inner(text: &str) -> String {
    text.split_inclusive('\n').filter(|line| !line.starts_with("//!") && !line.starts_with("#![")).collect()
}
