//! In: model.smithy of the package. Out: the client, in the build folder.

use std::error::Error;

use whitesmith_codegen::Sources;

fn main() -> Result<(), Box<dyn Error>> {
    let mut sources = Sources::new();
    emit::read("model.smithy", &mut sources)?;
    let options = emit::options(&std::env::var("CARGO_PKG_NAME")?);
    Ok(emit::write(&emit::client(&sources, &options), &emit::out_dir()?)?)
}
