//! In: the models beside this file. Out: the emitted crate, in the build folder. Why a
//! build script: a client that is committed would change with each template, and in a
//! pull request it would stand beside `generated/`, which is the one to read. What is
//! wrong with a model is said as the command line says it.

#![allow(clippy::print_stdout)] // How a build script talks to cargo.

use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use whitesmith_codegen::{generate, Options, Sources};

/// The models beside this file.
const MODELS: [&str; 4] = ["bodies.smithy", "hosts.smithy", "model.smithy", "streams.smithy"];

/// As many members as a structure of a real service has at most, or so.
const DEEP_MEMBERS: usize = 100;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    for model in MODELS {
        println!("cargo::rerun-if-changed={model}");
    }
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    let mut sources = Sources::new();
    for model in MODELS {
        sources.add(model, std::fs::read_to_string(model)?);
    }
    sources.add("deep.smithy", deep()?);
    let options = Options {
        package: "wire".to_owned(),
        version: "0.1.0".to_owned(),
        service: None,
        operations: None,
        protocol: None,
        ..Options::default()
    };
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

/// A structure of many members that contains itself directly, through a list, a map and
/// a union: the case in which a reader needs the most stack.
fn deep() -> Result<String, std::fmt::Error> {
    let mut text = String::from(
        "$version: \"2.0\"\nnamespace wire\n\
         @http(method: \"POST\", uri: \"/deep\")\n\
         operation Deep { input := { tree: Tree } output := { tree: Tree } }\n\
         list Trees { member: Tree }\n\
         map NamedTrees { key: String, value: Tree }\n\
         union Branch { tree: Tree, trees: Trees, named: NamedTrees, branch: Branch, leaf: String }\n\
         structure Tree {\n    child: Tree\n    children: Trees\n    named: NamedTrees\n    branch: Branch\n",
    );
    for index in 4..DEEP_MEMBERS {
        let target = ["String", "Integer", "Timestamp", "Double", "Blob", "Boolean", "Names"][index % 7];
        writeln!(text, "    member{index}: {target}")?;
    }
    text.push_str("}\n");
    Ok(text)
}
