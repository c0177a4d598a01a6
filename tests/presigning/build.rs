//! In: models/, a model for each way in which requests are presigned. Out: a client of each in
//! the build folder, modules of one crate.

use std::error::Error;

use whitesmith_codegen::{Options, Sources};

/// The modules, and the operations that are presigned because somebody asks for it.
const CLIENTS: [(&str, &[&str]); 4] =
    [("identity", &["WhoAmI"]), ("objects", &[]), ("orders", &["GetOrder"]), ("speech", &[])];

fn main() -> Result<(), Box<dyn Error>> {
    for (module, presign) in CLIENTS {
        let mut sources = Sources::new();
        emit::read(&format!("models/{module}.smithy"), &mut sources)?;
        let presign = presign.iter().map(|name| (*name).to_owned()).collect();
        let mut tree = emit::client(&sources, &Options { presign, ..emit::options(module) });
        for text in tree.values_mut() {
            *text = text.replace("crate::", &format!("crate::{module}::"));
        }
        emit::write(&tree, &emit::out_dir()?.join(module))?;
    }
    Ok(())
}
