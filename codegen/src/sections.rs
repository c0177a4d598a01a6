//! In: the lowered client and a file's key. Out: the items of that file, as
//! tokens. A section prints; whatever has a choice in it was decided before.
//!
//! To add one: a file, a `mod` line and an entry in the list of its kind of file.

#![deny(clippy::wildcard_enum_match_arm)]

mod behaviours;
mod built;
mod client;
mod config;
mod crate_error;
mod debug;
mod endpoint;
mod endpoint_tests;
mod enums;
mod error_traits;
mod event_streams;
mod event_tests;
mod fields;
mod lib_file;
mod links;
mod lists;
mod literals;
mod manifest;
mod messages;
mod operation_builders;
mod operation_error;
pub(crate) mod primitives;
mod protocol_tests;
pub(crate) mod queries;
mod query_parameter;
mod request;
mod request_checks;
mod response;
mod setters;
mod structure;
mod text_value;
mod unions;
mod waiters;

use crate::codecs::Codec;
use crate::ir::{Client, Operation, Owner, Shape, ShapeKind, Union};
use crate::output::{self, Contract, File, Home};
use crate::text::{self, Docs};

/// One file of the crate: the unit of work that is rendered on its own.
#[derive(Debug, Clone, Copy)]
pub(crate) enum FileKey<'c> {
    Manifest,
    Rustfmt,
    Lib,
    Client,
    Config,
    ConfigEndpoint,
    EndpointRules,
    EndpointTests,
    Error,
    Meta,
    Primitives,
    OperationList,
    ShapeList,
    Types,
    WaiterList,
    Operation(&'c Operation),
    ProtocolTestList,
    ProtocolTests(&'c Operation),
    Shape(&'c Shape),
}

/// The files of a crate, in no order that matters.
pub(crate) fn files(client: &Client) -> Vec<FileKey<'_>> {
    let mut files = vec![
        FileKey::Manifest,
        FileKey::Rustfmt,
        FileKey::Lib,
        FileKey::Client,
        FileKey::Config,
        FileKey::ConfigEndpoint,
        FileKey::EndpointRules,
        FileKey::Error,
        FileKey::Meta,
        FileKey::Primitives,
        FileKey::OperationList,
        FileKey::ShapeList,
        FileKey::Types,
    ];
    if !client.waiters().is_empty() {
        files.push(FileKey::WaiterList);
    }
    files.extend(client.operations.iter().map(FileKey::Operation));
    if client.krate.has_protocol_tests {
        files.push(FileKey::ProtocolTestList);
        files.extend(protocol_tests::tested(client).map(FileKey::ProtocolTests));
    }
    if !client.service.endpoint_tests.is_empty() {
        files.push(FileKey::EndpointTests);
    }
    files.extend(client.shapes.iter().map(FileKey::Shape));
    files
}

/// Path and text of a file.
pub(crate) fn render(client: &Client, key: FileKey<'_>) -> (String, String) {
    let contract = match client.service.owner {
        Owner::Aws if client.has_extended_request_ids() => Contract::Extended,
        Owner::Aws => Contract::V1,
        Owner::Hosted | Owner::Own => Contract::Own,
    };
    let rust = |path: &str, file: File| (format!("src/{path}.rs"), output::render(file, contract));
    match key {
        FileKey::Manifest => ("Cargo.toml".to_owned(), manifest::cargo_toml(client)),
        FileKey::Rustfmt => ("rustfmt.toml".to_owned(), manifest::rustfmt_toml()),
        FileKey::Lib => rust("lib", lib_file::render(client)),
        FileKey::Client => rust("client", client::render(client)),
        FileKey::Config => rust("config", config::render(client)),
        FileKey::ConfigEndpoint => rust("config/endpoint", endpoint::render(client)),
        FileKey::EndpointTests => rust("config/endpoint/tests", endpoint_tests::render(client)),
        FileKey::EndpointRules => rust("config/endpoint/rules", endpoint::rules(client)),
        FileKey::Error => rust("error", crate_error::render(client)),
        FileKey::Meta => rust("meta", primitives::meta(client)),
        FileKey::Primitives => rust("primitives", primitives::render(client)),
        FileKey::OperationList => rust("operation", lists::operations(client)),
        FileKey::ShapeList => rust("shapes", lists::shapes(client)),
        FileKey::Types => rust("types", lists::types(client)),
        FileKey::WaiterList => rust("waiters", waiters::list(client)),
        FileKey::Operation(operation) => {
            rust(&format!("operation/{}", operation.module), render_operation(client, operation))
        }
        FileKey::ProtocolTestList => rust("protocol_tests", protocol_tests::list(client)),
        FileKey::ProtocolTests(operation) => {
            rust(&format!("protocol_tests/{}", operation.module), protocol_tests::operation(operation))
        }
        FileKey::Shape(shape) => rust(&format!("shapes/{}", shape.module), render_shape(client, shape)),
    }
}

fn render_shape(client: &Client, shape: &Shape) -> File {
    let codec = &Codec::of(client.service.protocol);
    let (items, path) = match &shape.kind {
        ShapeKind::Structure(structure) => (structure::render(structure, codec), &structure.path),
        ShapeKind::Union(union) => (unions::render(union, codec), &union.path),
        ShapeKind::Enum(r#enum) => (enums::render(r#enum), &r#enum.path),
    };
    let local = |module: &[&str], name: String| {
        let module = path.module.iter().map(String::as_str).chain(module.iter().copied()).map(str::to_owned);
        module.chain([name]).collect::<Vec<String>>()
    };
    let mut locals = vec![local(&[], path.name.clone()), local(&["builders"], format!("{}Builder", path.name))];
    if let ShapeKind::Union(Union { stream: Some(stream), .. }) = &shape.kind {
        locals.push(local(&["error"], stream.error.name.clone()));
    }
    File { docs: Docs::default(), attributes: &[], items, home: Home { module: Vec::new(), locals } }
}

/// An operation's file: messages, request and response, error, builders.
fn render_operation(client: &Client, operation: &Operation) -> File {
    let codec = &Codec::of(client.service.protocol);
    let request_ids = client.service.request_ids;
    let behaviours = behaviours::render_all(operation, codec, request_ids);
    let mut items = Vec::new();
    items.extend(messages::operation(operation));
    items.extend(messages::input(&operation.input));
    items.extend(messages::output(&operation.output, request_ids));
    items.push(request::render(operation, &behaviours, codec));
    items.extend(response::operation(operation, &behaviours, codec, request_ids));
    items.extend(operation_error::render(operation));
    items.extend(behaviours.iter().filter_map(|parts| parts.module.clone()));
    items.push(operation_builders::render(operation, &behaviours, codec, request_ids));
    let home = Home { module: operation.input.path.module.clone(), locals: Vec::new() };
    let docs = text::doc("The operation `{}`.", &[&text::name(&operation.wire_name)]);
    File { docs, attributes: &[], items, home }
}

/// The file of an enum alone, with docs of its own.
#[cfg(feature = "internals")]
pub(crate) fn of_enum(r#enum: &crate::ir::Enum, docs: Docs) -> String {
    output::render(File { docs, attributes: &[], items: enums::render(r#enum), home: Home::default() }, Contract::V1)
}

/// A file with a function that has the answers to questions.
#[cfg(feature = "internals")]
pub(crate) fn of_questions(questions: &[(&str, crate::ir::query::Query)], messages: [&crate::ir::Named; 2]) -> String {
    output::render(File { items: vec![queries::answers(questions, messages)], ..File::default() }, Contract::V1)
}
