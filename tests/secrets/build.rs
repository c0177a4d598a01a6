//! In: model.smithy, and events.smithy for protocols with streams. Out: a client for each
//! protocol, in the build folder, all of them modules of one crate: emitted code names its
//! own crate, so here it is told that this is a module. Why one crate: nine would be
//! linked nine times.

use std::error::Error;

use whitesmith_codegen::Sources;

/// The protocols: the module, the traits of the service, and whether it has streams.
const PROTOCOLS: [(&str, &str, bool); 9] = [
    ("aws_json1_0", "@aws.protocols#awsJson1_0", true),
    ("aws_json1_1", "@aws.protocols#awsJson1_1", true),
    ("aws_query", "@aws.protocols#awsQuery\n@xmlNamespace(uri: \"http://example.com\")", false),
    ("ec2_query", "@aws.protocols#ec2Query\n@xmlNamespace(uri: \"http://example.com\")", false),
    ("rest_json1", "@aws.protocols#restJson1", true),
    ("rest_xml", "@aws.protocols#restXml", true),
    ("rest_xml_bare", "@aws.protocols#restXml(noErrorWrapping: true)", true),
    ("rpcv2_cbor", "@smithy.protocols#rpcv2Cbor", true),
    ("rpcv2_json", "@smithy.protocols#rpcv2Json", true),
];

fn main() -> Result<(), Box<dyn Error>> {
    for (module, traits, has_streams) in PROTOCOLS {
        emit_client(module, traits, has_streams)?;
    }
    Ok(())
}

/// Emits the client of a protocol.
fn emit_client(module: &str, traits: &str, has_streams: bool) -> Result<(), Box<dyn Error>> {
    let mut sources = Sources::new();
    emit::read("model.smithy", &mut sources)?;
    if has_streams {
        emit::read("events.smithy", &mut sources)?;
    }
    sources.add(format!("{module}.smithy"), service(traits, has_streams));
    let mut tree = emit::client(&sources, &emit::options("secrets"));
    for text in tree.values_mut() {
        *text = text.replace("crate::", &format!("crate::{module}::"));
    }
    if let Some(root) = tree.get_mut(emit::ROOT) {
        root.push_str(&callers(has_streams)?);
    }
    Ok(emit::write(&tree, &emit::out_dir()?.join(module))?)
}

fn service(traits: &str, has_streams: bool) -> String {
    let streams = if has_streams { ", Listen" } else { "" };
    format!(
        "$version: \"2.0\"\nnamespace secrets\n@auth([])\n@title(\"Secrets\")\n{traits}\n\
         service Secrets {{ version: \"1\", operations: [Reveal, Ask, Carry, Parcel, Spell{streams}] }}\n"
    )
}

/// What calls the operations: the same text in the module of each client.
fn callers(has_streams: bool) -> Result<String, Box<dyn Error>> {
    let sources = std::env::current_dir()?.join("src");
    let listen = if has_streams { "listen.rs" } else { "silent.rs" };
    let module = |name: &str, file: &str| format!("#[path = {:?}]\npub mod {name};\n", sources.join(file));
    Ok(module("calls", "calls.rs") + &module("listen", listen))
}
