//! In: the address of a moto server. Out: how many services and calls there were, and with
//! `-v` the name of each; an error at the first that is not what it has to be. Why: bytes
//! that we write are read by somebody else's service here, and its answers by our readers.
//!
//! The clients are emitted from AWS's models (clients.toml), and this program is built, by
//! `cargo xtask conformance moto`. A service is one file: create, read, list, an error that
//! is told by its variant, delete.

mod apigateway;
mod calls;
mod cloudformation;
mod dynamodb;
mod ec2;
mod glacier;
mod iam;
mod kms;
mod lambda;
mod route53;
mod s3;
mod secretsmanager;
mod shelf;
mod sns;
mod sqs;
mod sts;

use calls::{Calls, Checked};

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::process::ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [url, rest @ ..] = &arguments[..] else {
        eprintln!("error: the address of a moto server is missing");
        return std::process::ExitCode::from(2);
    };
    let mut calls = Calls::default();
    let result = run(url, &mut calls).await;
    if rest.iter().any(|argument| argument == "-v") {
        calls.list();
    }
    match result {
        Ok(services) => println!("{services} services, {} calls", calls.count()),
        Err(error) => {
            eprintln!("error: behind {}: {error}", calls.last());
            return std::process::ExitCode::FAILURE;
        }
    }
    std::process::ExitCode::SUCCESS
}

/// All services, in turn; how many there are.
async fn run(url: &str, calls: &mut Calls) -> Checked<usize> {
    apigateway::run(&client!(::apigateway, url), calls).await?;
    cloudformation::run(&client!(::cloudformation, url), calls).await?;
    dynamodb::run(&client!(::dynamodb, url), calls).await?;
    ec2::run(&client!(::ec2, url), calls).await?;
    glacier::run(&client!(::glacier, url), calls).await?;
    iam::run(&client!(::iam, url), calls).await?;
    kms::run(&client!(::kms, url), calls).await?;
    lambda::run(&client!(::lambda, url), &client!(::iam, url), calls).await?;
    route53::run(&client!(::route53, url), calls).await?;
    s3::run(&client!(::s3, url), calls).await?;
    secretsmanager::run(&client!(::secretsmanager, url), calls).await?;
    sns::run(&client!(::sns, url), calls).await?;
    sqs::run(&client!(::sqs, url), calls).await?;
    sts::run(&client!(::sts, url), calls).await?;
    sts::without_credentials(&client!(@anonymous ::sts, url), calls).await?;
    // Moto speaks no CBOR: this service is in the program itself.
    shelf::run(calls).await?;
    Ok(15)
}
