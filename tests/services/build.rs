//! In: the models beside this file. Out: a client of each in the build folder, modules of one
//! crate.

use std::error::Error;

use whitesmith_codegen::Sources;

/// The names of the models, and of the modules.
const CLIENTS: [&str; 5] = ["dynamodb", "glacier", "machine_learning", "sqs", "timestream"];

fn main() -> Result<(), Box<dyn Error>> {
    for module in CLIENTS {
        let mut sources = Sources::new();
        emit::read(&format!("{module}.smithy"), &mut sources)?;
        let mut tree = emit::client(&sources, &emit::options("services"));
        for text in tree.values_mut() {
            *text = text.replace("crate::", &format!("crate::{module}::"));
        }
        emit::write(&tree, &emit::out_dir()?.join(module))?;
    }
    Ok(())
}
