//! In: what a program of ../../programs sends and receives. Out: lines of its transcript, and a
//! server on loopback that answers as the program says. Why: both sides print the same words, so
//! that a difference is one of the crates. Nothing here knows a service.

#![forbid(unsafe_code)]

mod events;
mod logs;
mod server;

use std::error::Error;
use std::fmt::{Debug, Display};
use std::time::{Duration, SystemTime};

use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;

pub use events::{event, exception, frame, say_frames};
pub use logs::Logs;
pub use server::{Answer, Received, Server};

/// What `main` of a program returns.
pub type Outcome = Result<(), Box<dyn Error>>;

/// A line of the transcript.
pub fn say(name: &str, value: impl Display) {
    println!("{name}: {}", masked(&value.to_string()).replace('\n', "\\n"));
}

/// A line with a value's Debug.
pub fn show(name: &str, value: impl Debug) {
    say(name, format!("{value:?}"));
}

/// An error: Display, the sources, and Debug.
pub fn say_error(name: &str, error: &dyn Error) {
    say(name, error);
    let mut source = error.source();
    while let Some(error) = source {
        say(&format!("{name}, because"), error);
        source = error.source();
    }
    show(&format!("{name}, debug"), error);
}

/// Credentials that every program can have.
pub fn credentials() -> aws_credential_types::Credentials {
    aws_credential_types::Credentials::new("AKIDEXAMPLE", "SECRETEXAMPLE", None, None, "compat")
}

/// A moment that every program can have, so that signatures are the same on both sides.
pub fn moment() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_767_225_600)
}

/// A clock that stands still at [`moment`].
pub fn clock() -> aws_smithy_async::time::StaticTimeSource {
    aws_smithy_async::time::StaticTimeSource::new(moment())
}

/// A shared configuration that every program can have: a region, credentials and the clock.
pub fn shared_config() -> aws_types::sdk_config::Builder {
    let credentials = aws_credential_types::provider::SharedCredentialsProvider::new(credentials());
    aws_types::SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(aws_types::region::Region::new("eu-central-1"))
        .credentials_provider(credentials)
        .time_source(clock())
}

/// Retries that wait so shortly that no program needs time for them.
pub fn quick_retries() -> aws_smithy_types::retry::RetryConfig {
    aws_smithy_types::retry::RetryConfig::standard()
        .with_initial_backoff(Duration::from_millis(1))
        .with_max_backoff(Duration::from_millis(1))
}

/// Prints a header of a request, or that there is none.
pub fn say_header(name: &str, request: &HttpRequest, header: &str) {
    say(&format!("{name}, {header}"), request.headers().get(header).unwrap_or("(none)"));
}

/// The message of a panic.
pub fn panic_message(panic: Box<dyn std::any::Any + Send>) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "(no text)".to_owned())
}

/// A request as a client, an interceptor or a replay has it.
pub fn say_request(name: &str, request: &HttpRequest) {
    say(name, format!("{} {}", request.method(), request.uri()));
    let mut headers: Vec<(&str, &str)> = request.headers().iter().collect();
    headers.sort_unstable();
    for (header, value) in headers {
        say(&format!("{name}, {header}"), value);
    }
    match request.body().bytes() {
        Some(bytes) => say(&format!("{name}, body"), String::from_utf8_lossy(bytes)),
        None => say(&format!("{name}, body"), "(a stream)"),
    }
}

/// What is random, or the version of the crate, is not compared: ids of calls, versions in user
/// agents, what the HTTP client notes in responses, and ports of loopback servers with the
/// signatures over them.
fn masked(text: &str) -> String {
    let text = after(text, "127.0.0.1:", |c| c.is_ascii_digit(), "PORT");
    let text = after(&text, "localhost:", |c| c.is_ascii_digit(), "PORT");
    // It is over the port and over versions; that signatures are right, other suites test.
    let text = after(&text, "Signature=", |c| c.is_ascii_hexdigit(), "SIGNATURE");
    let text = after(&text, "chunk-signature=", |c| c.is_ascii_hexdigit(), "SIGNATURE");
    let text = after(&text, "trailer-signature:", |c| c.is_ascii_hexdigit(), "SIGNATURE");
    let text = after(&text, "sdk_invocation_id=", |c| c.is_ascii_digit(), "NUMBER");
    // What the HTTP client leaves in a response, and in no particular order.
    let text = after(&text, "extensions_1x: {", |c| c != '}', "EXTENSIONS");
    // Which versions of `http` a response can have extensions of is a feature of the build.
    let text = text.replace("extensions_02x: Extensions, ", "");
    let text = version_of_api(&text);
    uuids(&text)
}

/// Replaces what follows each `marker` as long as `is_part` says so.
fn after(text: &str, marker: &str, is_part: impl Fn(char) -> bool, word: &str) -> String {
    let mut parts = text.split(marker);
    let mut masked = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let rest = part.trim_start_matches(&is_part);
        masked.push_str(marker);
        masked.push_str(if rest.len() < part.len() { word } else { "" });
        masked.push_str(rest);
    }
    masked
}

/// `api/sqs/1.119.0` is `api/sqs/VERSION`.
fn version_of_api(text: &str) -> String {
    let mut parts = text.split("api/");
    let mut masked = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        masked.push_str("api/");
        match part.split_once('/') {
            Some((name, rest)) if name.chars().all(|c| c.is_ascii_alphanumeric()) => {
                let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
                masked.push_str(&format!("{name}/VERSION{rest}"));
            }
            _ => masked.push_str(part),
        }
    }
    masked
}

/// Random ids of calls are `UUID`.
fn uuids(text: &str) -> String {
    const GROUPS: [usize; 5] = [8, 4, 4, 4, 12];
    let is_uuid = |word: &str| {
        let groups: Vec<&str> = word.split('-').collect();
        groups.len() == GROUPS.len()
            && groups
                .iter()
                .zip(GROUPS)
                .all(|(group, length)| group.len() == length && group.chars().all(|c| c.is_ascii_hexdigit()))
    };
    let mut masked = String::new();
    let mut word = String::new();
    for c in text.chars().chain(['\0']) {
        if c.is_ascii_hexdigit() || c == '-' {
            word.push(c);
            continue;
        }
        masked.push_str(if is_uuid(&word) { "UUID" } else { &word });
        word.clear();
        masked.extend((c != '\0').then_some(c));
    }
    masked
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn what_is_random_is_masked() {
        for (text, expected) in [
            ("http://127.0.0.1:4567/a", "http://127.0.0.1:PORT/a"),
            ("aws-sdk-rust/1.3 api/sqs/1.119.0 os/linux", "aws-sdk-rust/1.3 api/sqs/VERSION os/linux"),
            ("SignedHeaders=host, Signature=161861f7", "SignedHeaders=host, Signature=SIGNATURE"),
            ("id 67e55044-10b1-426f-9247-bb680e5fe0c8.", "id UUID."),
            ("sdk_invocation_id=3937787 rpc", "sdk_invocation_id=NUMBER rpc"),
            ("Extensions { extensions_1x: {a::B, c::D} }", "Extensions { extensions_1x: {EXTENSIONS} }"),
            ("extensions_1x: {} }", "extensions_1x: {} }"),
            ("2026-11-28 abcd-ef", "2026-11-28 abcd-ef"),
        ] {
            assert_eq!(masked(text), expected);
        }
    }
}
