//! In: the address of an S3 server that verifies signatures and checksums, and the folder of its
//! data. Out: how many calls there were, and with `-v` the name of each; an error at the first
//! that is not what it has to be. Why: bodies in chunks, signed one by one, with checksums after
//! them, are read by somebody else's server here.
//!
//! The client is emitted from AWS's model (clients.toml), and this program is built, by
//! `cargo xtask conformance s3s`.

mod calls;
mod objects;
mod parts;
mod presigned;

use calls::{Calls, Checked};
use s3::config::{BehaviorVersion, Credentials, Region};
use s3::{Client, Config};
use std::path::Path;

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::process::ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [url, data, rest @ ..] = &arguments[..] else {
        eprintln!("error: the address of a server and the folder of its data are missing");
        return std::process::ExitCode::from(2);
    };
    let mut calls = Calls::default();
    let result = run(url, Path::new(data), &mut calls).await;
    if rest.iter().any(|argument| argument == "-v") {
        calls.list();
    }
    match result {
        Ok(()) => println!("{} calls", calls.count()),
        Err(error) => {
            eprintln!("error: behind {}: {error}", calls.last());
            return std::process::ExitCode::FAILURE;
        }
    }
    std::process::ExitCode::SUCCESS
}

async fn run(url: &str, data: &Path, calls: &mut Calls) -> Checked {
    let client = client(url, "secret-of-nobody");
    calls.ok("CreateBucket", client.create_bucket().bucket(BUCKET).send()).await?;
    objects::run(&client, data, calls).await?;
    parts::run(&client, data, calls).await?;
    presigned::run(&client, data, calls).await?;
    let stranger = self::client(url, "another-secret");
    objects::refused(&stranger, calls).await?;
    calls.ok("DeleteBucket", client.delete_bucket().bucket(BUCKET).send()).await.map(drop)
}

const BUCKET: &str = "ours";

fn client(url: &str, secret: &str) -> Client {
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .endpoint_url(url)
        .force_path_style(true)
        .credentials_provider(Credentials::new("AKIDEXAMPLE", secret, None, None, "static"));
    Client::from_conf(config.build())
}
