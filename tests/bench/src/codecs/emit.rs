//! In: the model beside this file, and which package is built. Out: the client of that
//! package's protocol, in the build folder. Why a build script: what is measured is what
//! the generator emits as it stands.

use std::error::Error;
use std::path::{Path, PathBuf};

use whitesmith_codegen::{generate, Options, Sources};

const MODEL: &str = "../src/codecs/model.smithy";

/// Packages and the protocols that they measure.
const PROTOCOLS: [(&str, &str); 4] = [
    ("codecs-cbor", "rpcv2Cbor"),
    ("codecs-json", "restJson1"),
    ("codecs-query", "awsQuery"),
    ("codecs-xml", "restXml"),
];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=../src/codecs/emit.rs");
    println!("cargo::rerun-if-changed={MODEL}");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    let package = std::env::var("CARGO_PKG_NAME")?;
    let (_, protocol) = PROTOCOLS.iter().find(|(name, _)| *name == package).ok_or("a package without a protocol")?;
    let mut sources = Sources::new();
    sources.add(MODEL, std::fs::read_to_string(MODEL)?);
    let options = Options {
        package: "emitted".to_owned(),
        version: "0.1.0".to_owned(),
        protocol: Some((*protocol).to_owned()),
        ..Options::default()
    };
    let generated = generate(&sources, &options);
    if generated.diagnostics.has_errors() {
        return Err(generated.diagnostics.render_text(&sources, false).into());
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

/// `include!` takes items, and no attributes of the whole crate.
fn without_inner(text: &str) -> String {
    text.split_inclusive('\n').filter(|line| !line.starts_with("//!") && !line.starts_with("#![")).collect()
}
