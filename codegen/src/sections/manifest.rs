//! The files that are not Rust.

use crate::ir::{AuthScheme, Client, Owner};
use crate::output;
use crate::text::Text;

/// `Cargo.toml`: independent of a workspace, so that the folder can be copied elsewhere.
pub(super) fn cargo_toml(client: &Client) -> String {
    let krate = &client.krate;
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
{crate_features}
[dependencies]
whitesmith-runtime = {{ {runtime}{features} }}
{tests}"#,
        marker = output::MARKER,
        package = text(&krate.package),
        version = text(&krate.version),
        description = krate.description.toml(),
        runtime = krate.runtime,
        features = runtime_features(client),
        crate_features = features(client),
        tests = test_dependency(client),
    )
}

/// The features of the crate, a line each. Those of AWS's crates are the official ones; a
/// service that is not AWS's has no code that was written for these.
fn features(client: &Client) -> String {
    // Some twenty crates, which whoever calls one region can do without.
    let has_sigv4a = client.auth_schemes().contains(&&AuthScheme::SigV4a);
    let default_sigv4a = if has_sigv4a { ", \"sigv4a\"" } else { "" };
    // Of which version the requests are that a presigned one can be made into.
    let default_http = if client.presigns() { ", \"http-1x\"" } else { "" };
    let http = if client.presigns() { "http-02x = [\"whitesmith-runtime/http-02x\"]\nhttp-1x = []\n" } else { "" };
    let sigv4a = if has_sigv4a { "sigv4a = [\"whitesmith-runtime/sigv4a\"]\n" } else { "" };
    match client.service.owner {
        Owner::Aws => format!(
            r#"default = ["default-https-client"{default_http}, "rt-tokio", "rustls"{default_sigv4a}]
behavior-version-latest = []
default-https-client = ["whitesmith-runtime/default-https-client"]
gated-tests = []
{http}legacy-https-client = ["whitesmith-runtime/legacy-https-client"]
legacy-test-util = ["test-util", "whitesmith-runtime/legacy-test-util"]
rt-tokio = ["whitesmith-runtime/rt-tokio"]
rustls = ["whitesmith-runtime/rustls"]
{sigv4a}test-util = ["whitesmith-runtime/test-util"]
"#
        ),
        Owner::Hosted | Owner::Own => format!(
            r#"default = ["default-https-client", "rt-tokio"{default_sigv4a}]
# A client without TLS, used where `default-https-client` is off.
default-http-client = ["whitesmith-runtime/default-http-client"]
default-https-client = ["whitesmith-runtime/default-https-client"]
rt-tokio = ["whitesmith-runtime/rt-tokio"]
{sigv4a}test-util = ["whitesmith-runtime/test-util"]
"#
        ),
    }
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
