//! In: the model beside this file. Out: the client, in the build folder.

use std::error::Error;

use whitesmith_codegen::Sources;

fn main() -> Result<(), Box<dyn Error>> {
    let mut sources = Sources::new();
    emit::read("model.smithy", &mut sources)?;
    Ok(emit::write(&emit::client(&sources, &emit::options("boxes")), &emit::out_dir()?)?)
}
