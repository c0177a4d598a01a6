//! A pod that exchanges its web identity token: without credentials, and what else fails then.

use aws_sdk_sts::config::{BehaviorVersion, Region};
use aws_sdk_sts::{Client, Config};
use compat_support::{clock, quick_retries, say, say_error, Answer, Outcome, Server};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let server = Server::start([
        Answer::ok(
            r#"<AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
                <AssumeRoleWithWebIdentityResult>
                  <SubjectFromWebIdentityToken>system:serviceaccount:a:b</SubjectFromWebIdentityToken>
                  <Credentials>
                    <SessionToken>token</SessionToken><SecretAccessKey>secret</SecretAccessKey>
                    <Expiration>2026-01-01T01:00:00Z</Expiration><AccessKeyId>ASIA</AccessKeyId>
                  </Credentials>
                </AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>"#,
        ),
        Answer::new(
            400,
            "<ErrorResponse><Error><Code>IDPCommunicationError</Code><Message>try again</Message></Error></ErrorResponse>",
        ),
        Answer::new(
            400,
            "<ErrorResponse><Error><Code>InvalidIdentityToken</Code><Message>No claim</Message></Error></ErrorResponse>",
        ),
    ]);
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("eu-central-1"))
        .time_source(clock())
        .retry_config(quick_retries())
        .endpoint_url(server.url())
        .build();
    let client = Client::from_conf(config);
    let exchange = || {
        client
            .assume_role_with_web_identity()
            .role_arn("arn:aws:iam::123456789012:role/pod")
            .role_session_name("pod+1 &=")
            .web_identity_token("header.body.signature")
    };

    let output = exchange().send().await?;
    let credentials = output.credentials().ok_or("no credentials")?;
    say("key", credentials.access_key_id());
    say("expires", credentials.expiration());
    say("subject", output.subject_from_web_identity_token().unwrap_or_default());
    server.say_received("exchange");

    let error = exchange().send().await.err().ok_or("an error was expected")?;
    say_error("token", &error);
    say("attempts", server.received().len());
    let error = error.into_service_error();
    say("invalid token", error.is_invalid_identity_token_exception());
    say("communication", error.is_idp_communication_error_exception());

    let error = client.get_caller_identity().send().await.err().ok_or("there are no credentials")?;
    say_error("signed", &error);
    let error = client.get_session_token().send().await.err().ok_or("there are no credentials")?;
    say_error("session", &error.into_service_error());
    say("sent", server.received().len());
    Ok(())
}
