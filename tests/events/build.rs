//! In: model.smithy of the package. Out: the emitted crate, in the build folder, as for
//! tests/wire.

#![allow(clippy::print_stdout)] // How a build script talks to cargo.

use std::error::Error;
use std::path::{Path, PathBuf};

use whitesmith_codegen::{generate, Options, Sources};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=../build.rs");
    println!("cargo::rerun-if-changed=model.smithy");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    let mut sources = Sources::new();
    sources.add("model.smithy", std::fs::read_to_string("model.smithy")?);
    let options =
        Options { package: std::env::var("CARGO_PKG_NAME")?, version: "0.1.0".to_owned(), ..Options::default() };
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

/// `include!` takes items: what is said about the whole crate stands in src/lib.rs.
fn without_inner(text: &str) -> String {
    text.split_inclusive('\n').filter(|line| !line.starts_with("//!") && !line.starts_with("#![")).collect()
}
