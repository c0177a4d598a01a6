//! In: nothing, or `--live` and the names of a real membership and bucket.
//! Out: a StartProtectedQuery call and its answer, then what happens when things
//! go wrong: throttling, a refused request, an answer newer than the model, a
//! request that is not complete.
//! Why: to see the generated client work, over real HTTP and a checked signature,
//! before trusting it with an account.
//!
//! ```text
//! cargo run -p whitesmith-tests --example start_protected_query
//! cargo run -p whitesmith-tests --example start_protected_query --features live -- \
//!     --live --membership ID --bucket NAME [--prefix P] [--region R] [--sql TEXT]
//! ```
#![allow(clippy::print_stdout, clippy::print_stderr)] // An example talks to its user.

use cleanrooms::config::retry::RetryConfig;
use cleanrooms::config::{BehaviorVersion, Credentials, Region};
use cleanrooms::error::ProvideErrorMetadata;
use cleanrooms::operation::start_protected_query::builders::StartProtectedQueryFluentBuilder;
use cleanrooms::operation::start_protected_query::StartProtectedQueryError;
use cleanrooms::operation::RequestId;
use cleanrooms::primitives::DateTimeFormat;
use cleanrooms::types::{
    ProtectedQuery, ProtectedQueryOutput, ProtectedQueryOutputConfiguration, ProtectedQueryResultConfiguration,
    ProtectedQueryS3OutputConfiguration, ProtectedQuerySqlParameters, ProtectedQueryType, ResultFormat,
};
use cleanrooms::{Client, Config};
use std::error::Error;
use std::process::ExitCode;
use std::time::Duration;
use whitesmith_tests::clean_rooms::{Answer, CleanRooms, Fault, ACCESS_KEY_ID, REGION, SECRET_ACCESS_KEY};

type Outcome = Result<(), Box<dyn Error>>;

const MEMBERSHIP: &str = "a1b2c3d4-5678-90ab-cdef-111122223333";
const SQL: &str = "SELECT COUNT(*) FROM consumers";
const BUCKET: &str = "amzn-demo-bucket";

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let outcome = if arguments.iter().any(|argument| argument == "--live") {
        live::run(&arguments).await
    } else if let Some(argument) = arguments.first() {
        Err(format!("`{argument}` is not an argument of this example; did you mean `--live`?").into())
    } else {
        loopback().await
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// All scenes, against a service in this process.
async fn loopback() -> Outcome {
    let service = CleanRooms::start().await?;
    let client = client_for(&service);
    println!("A mock of Clean Rooms listens on {}.", service.endpoint_url());

    answered(&client).await?;
    throttled(&client, &service).await?;
    refused(&client, &service).await?;
    newer_than_the_model(&client, &service).await?;
    incomplete(&client, &service).await;

    let refusals = service.requests().iter().filter(|r| r.refusal.is_some()).count();
    println!(
        "\n{} requests reached the service; {refusals} of them had a bad signature, path or body.",
        service.requests().len(),
    );
    Ok(())
}

fn client_for(service: &CleanRooms) -> Client {
    // Real calls wait for a second before they repeat a request; there is no need to here.
    let retries = RetryConfig::standard().with_max_attempts(4).with_initial_backoff(Duration::from_millis(20));
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new(REGION))
        .credentials_provider(Credentials::new(ACCESS_KEY_ID, SECRET_ACCESS_KEY, None, None, "example"))
        .endpoint_url(service.endpoint_url())
        .retry_config(retries)
        .build();
    Client::from_conf(config)
}

/// The request of all scenes: a query in SQL whose rows go to a bucket.
fn request(client: &Client) -> Result<StartProtectedQueryFluentBuilder, Box<dyn Error>> {
    let to_bucket = ProtectedQueryS3OutputConfiguration::builder()
        .result_format(ResultFormat::Csv)
        .bucket(BUCKET)
        .key_prefix("counts/")
        .build()?;
    let configuration = ProtectedQueryResultConfiguration::builder()
        .output_configuration(ProtectedQueryOutputConfiguration::S3(to_bucket))
        .build();
    let sql = ProtectedQuerySqlParameters::builder().query_string(SQL).build();
    Ok(client
        .start_protected_query()
        .r#type(ProtectedQueryType::Sql)
        .membership_identifier(MEMBERSHIP)
        .sql_parameters(sql)
        .result_configuration(configuration))
}

async fn answered(client: &Client) -> Outcome {
    scene("A call and its response");
    let answer = request(client)?.send().await?;
    if let Some(query) = answer.protected_query() {
        print_query(query)?;
    }
    fact("request id", answer.request_id().unwrap_or("none"));
    Ok(())
}

async fn throttled(client: &Client, service: &CleanRooms) -> Outcome {
    scene("Throttled twice, then successful");
    let before = service.requests().len();
    service.script([Answer::Throttle, Answer::Throttle]);
    let answer = request(client)?.send().await?;

    let attempts = service.requests().split_off(before);
    for (attempt, number) in attempts.iter().zip(1..) {
        let status = attempt.status.map_or("no response".into(), |status| status.to_string());
        fact(&format!("attempt {number}"), &status);
    }
    fact("attempts", &attempts.len().to_string());
    fact("query", answer.protected_query().map_or("none", |query| query.id()));
    Ok(())
}

async fn refused(client: &Client, service: &CleanRooms) -> Outcome {
    scene("Rejected with a ValidationException");
    service.script([Answer::Invalid(vec![
        Fault { field: "sqlParameters.queryString".into(), message: "is not a SELECT".into() },
        Fault { field: "resultConfiguration".into(), message: "names no bucket of yours".into() },
    ])]);
    let Err(error) = request(client)?.send().await else {
        return Err("the mock rejected the request, but the client returned no error".into());
    };
    fact("code", error.code().unwrap_or("none"));
    fact("message", error.message().unwrap_or("none"));
    match error.into_service_error() {
        StartProtectedQueryError::ValidationException(exception) => {
            fact("reason", exception.reason().map_or("none", |reason| reason.as_str()));
            for field in exception.field_list() {
                fact("field", &format!("`{}` {}", field.name(), field.message()));
            }
            Ok(())
        }
        other => Err(other.into()),
    }
}

async fn newer_than_the_model(client: &Client, service: &CleanRooms) -> Outcome {
    scene("Responses that are newer than the model");
    service.script([Answer::UnknownStatus, Answer::UnknownOutput]);
    for _ in 0..2 {
        let answer = request(client)?.send().await?;
        if let Some(query) = answer.protected_query() {
            fact("status", query.status().as_str());
            fact("output", &describe_output(query));
        }
    }
    Ok(())
}

async fn incomplete(client: &Client, service: &CleanRooms) {
    scene("A request that lacks required members");
    let before = service.requests().len();
    match client.start_protected_query().r#type(ProtectedQueryType::Sql).send().await {
        Ok(_) => fact("error", "none, although the request is incomplete"),
        Err(error) => {
            // The top says that the request was not built, the causes below it say why.
            let mut cause: Option<&dyn Error> = Some(&error);
            while let Some(error) = cause {
                fact("error", &error.to_string());
                cause = error.source();
            }
        }
    }
    fact("sent", &format!("{} requests", service.requests().len() - before));
}

fn print_query(query: &ProtectedQuery) -> Outcome {
    fact("query", query.id());
    fact("membership", query.membership_id());
    fact("created", &query.create_time().fmt(DateTimeFormat::DateTime)?);
    fact("status", query.status().as_str());
    if let Some(statistics) = query.statistics() {
        let duration = statistics.total_duration_in_millis().unwrap_or_default();
        fact("duration", &format!("{duration} ms"));
    }
    fact("output", &describe_output(query));
    // The statement may quote personal data: `Debug` never shows it.
    if let Some(parameters) = query.sql_parameters() {
        fact("parameters", &format!("{parameters:?}"));
    }
    Ok(())
}

fn describe_output(query: &ProtectedQuery) -> String {
    match query.result().and_then(|result| result.output()) {
        None => "not there yet".into(),
        Some(ProtectedQueryOutput::S3(s3)) => format!("S3, {}", s3.location()),
        Some(ProtectedQueryOutput::MemberList(members)) => {
            let accounts: Vec<&str> = members.iter().map(|member| member.account_id()).collect();
            format!("members {}", accounts.join(", "))
        }
        // A member that this client does not know still has a name.
        Some(unknown) => {
            format!("a kind this client does not know: `{}`", unknown.unknown_tag().unwrap_or("?"))
        }
    }
}

fn scene(title: &str) {
    println!("\n{title}");
}

fn fact(name: &str, value: &str) {
    println!("  {name:<12} {value}");
}

/// The same call, to the real service.
#[cfg(feature = "live")]
mod live {
    use super::*;
    use aws_smithy_http_client::tls::{rustls_provider::CryptoMode, Provider};

    pub(super) async fn run(arguments: &[String]) -> Outcome {
        let value = |flag: &str| {
            let at = arguments.iter().position(|argument| argument == flag)?;
            arguments.get(at + 1).cloned()
        };
        let needed = |flag: &str| value(flag).ok_or(format!("`--live` needs `{flag} VALUE`"));
        let (membership, bucket) = (needed("--membership")?, needed("--bucket")?);

        let https =
            aws_smithy_http_client::Builder::new().tls_provider(Provider::Rustls(CryptoMode::Ring)).build_https();
        let mut shared = aws_config::defaults(BehaviorVersion::latest()).http_client(https);
        if let Some(region) = value("--region") {
            shared = shared.region(Region::new(region));
        }
        let client = Client::new(&shared.load().await);

        let to_bucket = ProtectedQueryS3OutputConfiguration::builder()
            .result_format(ResultFormat::Csv)
            .bucket(bucket)
            .set_key_prefix(value("--prefix"))
            .build()?;
        let configuration = ProtectedQueryResultConfiguration::builder()
            .output_configuration(ProtectedQueryOutputConfiguration::S3(to_bucket))
            .build();
        let sql = value("--sql").unwrap_or_else(|| SQL.to_owned());
        scene("A call to the real service");
        let answer = request(&client)?
            .membership_identifier(membership)
            .sql_parameters(ProtectedQuerySqlParameters::builder().query_string(sql).build())
            .result_configuration(configuration)
            .send()
            .await
            .map_err(|error| cleanrooms::error::DisplayErrorContext(error).to_string())?;
        if let Some(query) = answer.protected_query() {
            print_query(query)?;
        }
        fact("request id", answer.request_id().unwrap_or("none"));
        Ok(())
    }
}

#[cfg(not(feature = "live"))]
mod live {
    pub(super) async fn run(_: &[String]) -> super::Outcome {
        Err("`--live` needs the feature of that name: add `--features live` to the command".into())
    }
}
