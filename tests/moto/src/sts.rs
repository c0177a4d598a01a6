//! STS: awsQuery. Nothing to create: credentials are handed out, sensitive ones.

use ::sts::error::ProvideErrorMetadata;
use ::sts::presigning::PresigningConfig;
use ::sts::types::{PolicyDescriptorType, Tag};
use ::sts::Client;
use std::process::Command;
use std::time::Duration;

use crate::calls::{recent, same, Calls, Checked};

const ROLE: &str = "arn:aws:iam::123456789012:role/walker";

pub(crate) async fn run(client: &Client, calls: &mut Calls) -> Checked {
    let who = calls.ok("sts GetCallerIdentity", client.get_caller_identity().send()).await?;
    same("the account", who.account(), Some("123456789012"))?;

    presigned(client, calls).await?;
    let policy = PolicyDescriptorType::builder().arn("arn:aws:iam::aws:policy/ReadOnlyAccess").build();
    let request = client
        .assume_role()
        .role_arn(ROLE)
        .role_session_name("walk")
        .policy(r#"{"Version":"2012-10-17","Statement":[]}"#)
        .policy_arns(policy)
        .duration_seconds(900)
        .tags(Tag::builder().key("kind").value("dog").build()?);
    let assumed = calls.ok("sts AssumeRole", request.send()).await?;
    let credentials = assumed.credentials().ok_or("no credentials")?;
    recent("their end", Some(credentials.expiration()))?;
    let secret = credentials.secret_access_key();
    same("whether there is a secret", secret.is_empty(), false)?;
    same("whether it is shown", format!("{assumed:?}").contains(secret), false)?;
    let user = assumed.assumed_role_user().ok_or("no user")?;
    same("the role", user.arn(), "arn:aws:sts::123456789012:assumed-role/walker/walk")?;

    let request = client.get_session_token().duration_seconds(900);
    let token = calls.ok("sts GetSessionToken", request.send()).await?;
    same("whether there is a token", token.credentials().map(|c| c.session_token().is_empty()), Some(false))?;
    let request = client.assume_role_with_web_identity().role_arn(ROLE).role_session_name("w").web_identity_token("t");
    let assumed = calls.ok("sts AssumeRoleWithWebIdentity", request.send()).await?;
    let key = assumed.credentials().map(|credentials| credentials.access_key_id().starts_with("ASIA"));
    same("the kind of key", key, Some(true))?;

    // The model has no error for this.
    let request = client.assume_role().role_arn(ROLE).role_session_name("x".repeat(65));
    let error = calls.refused("sts AssumeRole", request.send()).await?;
    same("the code", error.code(), Some("ValidationError"))?;
    same("whether it has a message", error.message().is_some_and(|text| text.contains("64")), true)
}

/// What whoever gets the URI asks with, to know who gave it out. This server reads no signature
/// and finds the service by a header, which AWS finds by the host.
async fn presigned(client: &Client, calls: &mut Calls) -> Checked {
    let minute = PresigningConfig::expires_in(Duration::from_secs(60))?;
    let call = client.get_caller_identity().presigned(minute);
    let request = calls.ok("sts GetCallerIdentity, presigned", call).await?;
    let service = "Authorization: AWS4-HMAC-SHA256 Credential=X/20260101/us-east-1/sts/aws4_request";
    let answer = Command::new("curl").args(["--silent", "--header", service, request.uri()]).output()?;
    let answer = String::from_utf8(answer.stdout)?;
    same("whether curl gets the account", answer.contains("<Account>123456789012</Account>"), true)
}

/// The token is the proof; any other call needs credentials, and is not sent.
pub(crate) async fn without_credentials(client: &Client, calls: &mut Calls) -> Checked {
    let request = client.assume_role_with_web_identity().role_arn(ROLE).role_session_name("w").web_identity_token("t");
    let assumed = calls.ok("sts AssumeRoleWithWebIdentity, anonymously", request.send()).await?;
    same("whether there are credentials", assumed.credentials().is_some(), true)?;
    let error = client.get_caller_identity().send().await.err().ok_or("it was sent without credentials")?;
    same("whether it got to the service", error.raw_response().is_some(), false)
}
