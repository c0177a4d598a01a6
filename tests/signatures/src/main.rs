//! In: a folder for files. Out: a JSON object a line: the call as botocore takes it, and the
//! request that our client presigns for it or sends. Why: witness.py makes the same with
//! botocore, by the same keys and clock.
//!
//! The clients are emitted from AWS's models (clients.toml), and this program is built, by
//! `cargo xtask conformance signatures`.

mod checksums;
mod presigned;

use serde_json::{json, Map, Value};
use std::error::Error;
use std::path::Path;

/// The result of a call that has to succeed.
type Checked<T = ()> = Result<T, Box<dyn Error>>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Checked {
    let scratch = std::env::args().nth(1).ok_or("the folder is missing")?;
    presigned::run().await?;
    checksums::run(Path::new(&scratch)).await
}

/// Prints one call.
fn print(call: Value, method: &str, uri: &str, headers: Map<String, Value>, body: Option<&[u8]>) {
    let body = body.map(|body| body.iter().map(|byte| format!("{byte:02x}")).collect::<String>());
    println!("{}", json!({"call": call, "method": method, "uri": uri, "headers": headers, "body": body}));
}

/// The keys of both sides.
macro_rules! config {
    ($service:ident) => {
        $service::Config::builder()
            .behavior_version($service::config::BehaviorVersion::latest())
            .region($service::config::Region::new("eu-west-1"))
            .credentials_provider($service::config::Credentials::new(
                "AKIDEXAMPLE",
                "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
                Some("a/token+=".to_owned()),
                None,
                "static",
            ))
    };
}
pub(crate) use config;
