//! In: models/, a model a protocol with the protocol tests that we wrote for it. Out: a
//! crate of each in the build folder, emitted with these tests. Why: the official cases
//! are not in this repository, and each rule of a protocol must have one that is.

use std::error::Error;

use whitesmith_codegen::{Options, Sources};

/// The models, each the name of a target in tests/ as well.
const MODELS: [&str; 13] = [
    "aws_json1_0",
    "aws_json1_1",
    "aws_query",
    "ec2_query",
    "endpoints",
    "regions",
    "rest_json1",
    "rest_xml",
    "rest_xml_bare",
    "rpcv2_cbor",
    "rpcv2_json",
    "s3",
    "sessions",
];

fn main() -> Result<(), Box<dyn Error>> {
    for model in MODELS {
        let mut sources = Sources::new();
        emit::read(&format!("models/{model}.smithy"), &mut sources)?;
        let options = Options { protocol_tests: true, ..emit::options(model) };
        emit::write(&emit::client(&sources, &options), &emit::out_dir()?.join(model))?;
    }
    Ok(())
}
