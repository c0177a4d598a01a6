//! In: the models beside this file. Out: the client, in the build folder.

#![allow(clippy::print_stdout)] // How a build script talks to cargo.

use std::error::Error;
use std::fmt::Write;

use whitesmith_codegen::{internals, Sources};

/// The models beside this file.
const MODELS: [&str; 5] = ["bodies.smithy", "hosts.smithy", "model.smithy", "queries.smithy", "streams.smithy"];

/// What is asked of the output of `Look`: a question a line that is not indented.
const QUESTIONS: &str = include_str!("queries.txt");

/// As many members as a structure of a real service has at most, or so.
const DEEP_MEMBERS: usize = 100;

fn main() -> Result<(), Box<dyn Error>> {
    let mut sources = Sources::new();
    for model in MODELS {
        emit::read(model, &mut sources)?;
    }
    sources.add("deep.smithy", deep()?);
    println!("cargo::rerun-if-changed=queries.txt");
    let is_question = |line: &&str| !line.is_empty() && !line.starts_with([' ', '#']) && !line.starts_with("document ");
    let questions: Vec<&str> = QUESTIONS.lines().filter(is_question).collect();
    std::fs::write(emit::out_dir()?.join("questions.rs"), internals::questions(&sources, "Look", &questions)?)?;
    Ok(emit::write(&emit::client(&sources, &emit::options("wire")), &emit::out_dir()?)?)
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
