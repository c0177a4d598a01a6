//! The files that are not Rust.

use crate::ir::{AuthScheme, Client};
use crate::output;
use crate::text::Text;

/// `Cargo.toml`: independent of a workspace, so that the folder can be copied elsewhere.
pub(super) fn cargo_toml(client: &Client) -> String {
    let krate = &client.krate;
    // Some twenty crates, which whoever calls one region can do without.
    let has_sigv4a = client.auth_schemes().contains(&&AuthScheme::SigV4a);
    let text = |text: &str| Text::from(text).toml();
    format!(
        r#"# {marker}

[package]
name = {package}
version = {version}
edition = "2021"
rust-version = "1.94.1"
description = {description}

[package.metadata.docs.rs]
all-features = true

[features]
default = ["default-https-client", "rt-tokio"{default_sigv4a}]
behavior-version-latest = []
default-https-client = ["whitesmith-runtime/default-https-client"]
gated-tests = []
legacy-https-client = ["whitesmith-runtime/legacy-https-client"]
legacy-test-util = ["test-util", "whitesmith-runtime/legacy-test-util"]
rt-tokio = ["whitesmith-runtime/rt-tokio"]
rustls = []
{sigv4a}test-util = ["whitesmith-runtime/test-util"]

[dependencies]
whitesmith-runtime = {{ {runtime}{features} }}
{tests}"#,
        marker = output::MARKER,
        package = text(&krate.package),
        version = text(&krate.version),
        description = krate.description.toml(),
        runtime = krate.runtime,
        features = runtime_features(client),
        default_sigv4a = if has_sigv4a { ", \"sigv4a\"" } else { "" },
        sigv4a = if has_sigv4a { "sigv4a = [\"whitesmith-runtime/sigv4a\"]\n" } else { "" },
        tests = test_dependency(client),
    )
}

/// The features of the runtime that the crate asks for in any case.
fn runtime_features(client: &Client) -> String {
    if client.runtime_features.is_empty() {
        return String::new();
    }
    format!(", features = {:?}", client.runtime_features)
}

/// What the tests of the model need of the runtime.
fn test_dependency(client: &Client) -> String {
    if !client.krate.has_protocol_tests {
        return String::new();
    }
    let runtime = &client.krate.runtime;
    format!("\n[dev-dependencies]\nwhitesmith-runtime = {{ {runtime}, features = [\"protocol-tests\"] }}\n")
}

/// `rustfmt.toml`: the generator's format is the format.
pub(super) fn rustfmt_toml() -> String {
    format!("# {}\ndisable_all_formatting = true\n", output::MARKER)
}
