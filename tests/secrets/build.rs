//! In: model.smithy, and events.smithy for protocols with streams. Out: a client for each
//! protocol, in the build folder, all of them modules of one crate: emitted code names its
//! own crate, so here it is told that this is a module. Why one crate: eight would be
//! linked eight times.

#![allow(clippy::print_stdout)] // How a build script talks to cargo.

use std::error::Error;
use std::path::{Path, PathBuf};

use whitesmith_codegen::{generate, Options, Sources};

/// The protocols: the module, the traits of the service, and whether it has streams.
const PROTOCOLS: [(&str, &str, bool); 8] = [
    ("aws_json1_0", "@aws.protocols#awsJson1_0", true),
    ("aws_json1_1", "@aws.protocols#awsJson1_1", true),
    ("aws_query", "@aws.protocols#awsQuery\n@xmlNamespace(uri: \"http://example.com\")", false),
    ("ec2_query", "@aws.protocols#ec2Query\n@xmlNamespace(uri: \"http://example.com\")", false),
    ("rest_json1", "@aws.protocols#restJson1", true),
    ("rest_xml", "@aws.protocols#restXml", true),
    ("rest_xml_bare", "@aws.protocols#restXml(noErrorWrapping: true)", true),
    ("rpcv2_cbor", "@smithy.protocols#rpcv2Cbor", true),
];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    for (module, traits, has_streams) in PROTOCOLS {
        emit(module, traits, has_streams, &out.join(module))?;
    }
    Ok(())
}

/// Emits the client of a protocol.
fn emit(module: &str, traits: &str, has_streams: bool, out: &Path) -> Result<(), Box<dyn Error>> {
    let mut sources = Sources::new();
    for (path, is_used) in [("model.smithy", true), ("events.smithy", has_streams)] {
        println!("cargo::rerun-if-changed={path}");
        if is_used {
            sources.add(path, std::fs::read_to_string(path)?);
        }
    }
    let streams = if has_streams { ", Listen" } else { "" };
    let service = format!(
        "$version: \"2.0\"\nnamespace secrets\n@auth([])\n@title(\"Secrets\")\n{traits}\n\
         service Secrets {{ version: \"1\", operations: [Reveal, Ask, Carry, Parcel, Spell{streams}] }}\n"
    );
    sources.add(format!("{module}.smithy"), service);
    let options = Options { package: "secrets".to_owned(), version: "0.1.0".to_owned(), ..Options::default() };
    let generated = generate(&sources, &options);
    if generated.diagnostics.has_errors() {
        for line in generated.diagnostics.render_text(&sources, false).lines() {
            println!("cargo::error={line}");
        }
        return Ok(());
    }
    for (path, text) in &generated.tree {
        let text = text.replace("crate::", &format!("crate::{module}::"));
        let is_root = path == "src/lib.rs";
        let text = if is_root { without_inner(&text) + &callers(has_streams)? } else { text };
        write(&out.join(path), &text)?;
    }
    Ok(())
}

/// What calls the operations: the same text in the module of each client.
fn callers(has_streams: bool) -> Result<String, Box<dyn Error>> {
    let sources = std::env::current_dir()?.join("src");
    let listen = if has_streams { "listen.rs" } else { "silent.rs" };
    let module = |name: &str, file: &str| format!("#[path = {:?}]\npub mod {name};\n", sources.join(file));
    Ok(module("calls", "calls.rs") + &module("listen", listen))
}

fn write(path: &Path, text: &str) -> Result<(), Box<dyn Error>> {
    std::fs::create_dir_all(path.parent().ok_or("a file stands in a folder")?)?;
    Ok(std::fs::write(path, text)?)
}

/// `include!` takes items: what is said about the whole crate stands in src/lib.rs.
fn without_inner(text: &str) -> String {
    text.split_inclusive('\n').filter(|line| !line.starts_with("//!") && !line.starts_with("#![")).collect()
}
