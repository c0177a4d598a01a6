//! A deployment tool that refuses to run in the wrong account, and says what it asked.

use aws_sdk_sts::error::{DisplayErrorContext, ProvideErrorMetadata};
use aws_sdk_sts::operation::get_caller_identity::GetCallerIdentityOutput;
use aws_sdk_sts::operation::RequestId;
use aws_sdk_sts::Client;
use compat_support::{quick_retries, say, say_error, shared_config, show, Answer, Outcome, Server};

const IDENTITY: &str = r#"<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
  <GetCallerIdentityResult>
    <Arn>arn:aws:sts::123456789012:assumed-role/deploy/ci</Arn>
    <UserId>AROAEXAMPLE:ci</UserId>
    <Account>123456789012</Account>
  </GetCallerIdentityResult>
  <ResponseMetadata><RequestId>01234567-89ab-cdef-0123-456789abcdef</RequestId></ResponseMetadata>
</GetCallerIdentityResponse>"#;

/// Fails if these are not credentials of the account.
async fn expect_account(client: &Client, account: &str) -> Result<GetCallerIdentityOutput, String> {
    let identity = client.get_caller_identity().send().await.map_err(|error| {
        let code = error.code().unwrap_or("no code").to_owned();
        format!("{code}: {}", DisplayErrorContext(error))
    })?;
    match identity.account() {
        Some(found) if found == account => Ok(identity),
        Some(found) => Err(format!("this is account {found}, not {account}")),
        None => Err("no account".to_owned()),
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let expired = r#"<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
        <Error><Type>Sender</Type><Code>ExpiredToken</Code><Message>The token is expired &amp; gone</Message></Error>
        <RequestId>request-3</RequestId></ErrorResponse>"#;
    let server = Server::start([
        Answer::ok(IDENTITY).header("content-type", "text/xml").header("x-amzn-requestid", "request-1"),
        Answer::ok(IDENTITY),
        Answer::new(403, expired),
        Answer::new(403, expired),
        Answer::ok("<GetCallerIdentityResponse><GetCallerIdentityResult/></GetCallerIdentityResponse>"),
    ]);
    let config = shared_config().endpoint_url(server.url()).retry_config(quick_retries()).build();
    let client = Client::new(&config);

    let identity = expect_account(&client, "123456789012").await?;
    show("identity", &identity);
    say("request id", identity.request_id().unwrap_or("(none)"));
    let wrong = expect_account(&client, "210987654321").await;
    show("wrong account", wrong.err());
    let expired = expect_account(&client, "123456789012").await;
    show("expired", expired.err());
    let error = client.get_caller_identity().send().await.err().ok_or("an error was expected")?;
    say_error("error", &error);
    let error = error.into_service_error();
    say("error, request id", error.request_id().unwrap_or("(none)"));
    show("error, metadata", error.meta());
    show("empty", expect_account(&client, "123456789012").await.err());
    server.say_received("request");
    Ok(())
}
