//! In: the model beside this file, and which package is built. Out: the client of that
//! package's protocol, in the build folder. Why a build script: what is measured is what
//! the generator emits as it stands.

use std::error::Error;

use whitesmith_codegen::{Options, Sources};

const MODEL: &str = "../src/codecs/model.smithy";

/// Packages and the protocols that they measure.
const PROTOCOLS: [(&str, &str); 4] = [
    ("codecs-cbor", "rpcv2Cbor"),
    ("codecs-json", "restJson1"),
    ("codecs-query", "awsQuery"),
    ("codecs-xml", "restXml"),
];

fn main() -> Result<(), Box<dyn Error>> {
    let package = std::env::var("CARGO_PKG_NAME")?;
    let (_, protocol) = PROTOCOLS.iter().find(|(name, _)| *name == package).ok_or("a package without a protocol")?;
    let mut sources = Sources::new();
    emit::read(MODEL, &mut sources)?;
    let options = Options { protocol: Some((*protocol).to_owned()), ..emit::options("emitted") };
    Ok(emit::write(&emit::client(&sources, &options), &emit::out_dir()?)?)
}
