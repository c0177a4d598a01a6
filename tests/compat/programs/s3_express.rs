//! A directory bucket: a session is made first, its credentials are used and kept.

use aws_sdk_s3::config::Region;
use aws_sdk_s3::{Client, Config};
use aws_smithy_http_client::test_util::infallible_client_fn;
use compat_support::{clock, credentials, say, say_error, say_request, Outcome};

const SESSION: &str = "<CreateSessionResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Credentials>\
    <SessionToken>TOKEN</SessionToken><SecretAccessKey>SECRET</SecretAccessKey><AccessKeyId>SESSIONKEY</AccessKeyId>\
    <Expiration>2026-01-01T00:05:00Z</Expiration></Credentials></CreateSessionResult>";

fn client(is_disabled: bool, session: &'static str) -> Client {
    let http_client = infallible_client_fn(move |request| {
        let is_session = request.uri().query().is_some_and(|query| query.contains("session"));
        let request = aws_smithy_runtime_api::client::orchestrator::HttpRequest::try_from(request);
        say_request("request", &request.expect("it was one"));
        let status = if is_session && session.contains("<Error>") { 403 } else { 200 };
        http::Response::builder().status(status).body(if is_session { session } else { "" }).expect("valid parts")
    });
    let config = Config::builder()
        .behavior_version_latest()
        .region(Region::new("us-west-2"))
        .credentials_provider(credentials())
        .time_source(clock())
        .disable_s3_express_session_auth(is_disabled)
        .http_client(http_client);
    Client::from_conf(config.build())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let express = client(false, SESSION);
    for (bucket, key) in [("a--usw2-az1--x-s3", "one"), ("a--usw2-az1--x-s3", "two"), ("b--usw2-az1--x-s3", "one")] {
        match express.put_object().bucket(bucket).key(key).body(b"abc".to_vec().into()).send().await {
            Ok(_) => say("put", format!("{bucket} {key}")),
            Err(error) => say_error("put", &error),
        }
    }
    express.head_object().bucket("plain").key("k").send().await?;
    let disabled = client(true, SESSION);
    disabled.head_object().bucket("a--usw2-az1--x-s3").key("k").send().await?;
    let denied = client(false, "<Error><Code>AccessDenied</Code><Message>no session</Message></Error>");
    let error = denied.get_object().bucket("a--usw2-az1--x-s3").key("k").send().await.err();
    say_error("denied", &error.ok_or("there is no session")?);
    Ok(())
}
