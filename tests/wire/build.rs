//! In: the models beside this file. Out: the client, in the build folder.

use std::error::Error;
use std::fmt::Write;

use whitesmith_codegen::Sources;

/// The models beside this file.
const MODELS: [&str; 4] = ["bodies.smithy", "hosts.smithy", "model.smithy", "streams.smithy"];

/// As many members as a structure of a real service has at most, or so.
const DEEP_MEMBERS: usize = 100;

fn main() -> Result<(), Box<dyn Error>> {
    let mut sources = Sources::new();
    for model in MODELS {
        emit::read(model, &mut sources)?;
    }
    sources.add("deep.smithy", deep()?);
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
