//! Accounts and roles of a person, with a token in a header that is nobody else's business.

use aws_sdk_sso::config::Region;
use aws_sdk_sso::error::{DisplayErrorContext, ProvideErrorMetadata};
use aws_sdk_sso::types::{AccountInfo, RoleCredentials};
use aws_sdk_sso::{Client, Config};
use compat_support::{clock, quick_retries, say_error, show, Answer, Logs, Outcome, Server};

struct Portal {
    client: Client,
    token: String,
}

impl Portal {
    async fn accounts(&self) -> Result<Vec<AccountInfo>, aws_sdk_sso::Error> {
        let accounts = self.client.list_accounts().access_token(&self.token).into_paginator().page_size(1).items();
        Ok(accounts.send().try_collect().await?)
    }

    async fn credentials(&self, account: &str, role: &str) -> Result<RoleCredentials, String> {
        let call = self.client.get_role_credentials().account_id(account).role_name(role).access_token(&self.token);
        let output = call.send().await.map_err(|error| match error.code() {
            Some("UnauthorizedException") => "log in again".to_owned(),
            _ => DisplayErrorContext(error).to_string(),
        })?;
        show("credentials", &output);
        output.role_credentials.ok_or_else(|| "none".to_owned())
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let server = Server::start([
        Answer::ok(
            r#"{"accountList":[{"accountId":"1","accountName":"one","emailAddress":"a@example.com"}],"nextToken":"n=&"}"#,
        ),
        Answer::ok(r#"{"accountList":[{"accountId":"2"}]}"#),
        Answer::ok(
            r#"{"roleCredentials":{"accessKeyId":"AKID","secretAccessKey":"hidden","sessionToken":"hidden","expiration":1767225600000}}"#,
        ),
        Answer::new(401, r#"{"message":"Session token not found or invalid"}"#)
            .header("x-amzn-errortype", "UnauthorizedException"),
        Answer::new(429, r#"{"message":"HTTP 429 Unknown Code"}"#)
            .header("x-amzn-errortype", "TooManyRequestsException"),
        Answer::ok("{}"),
    ]);
    let config = Config::builder()
        .behavior_version_latest()
        .region(Region::new("eu-central-1"))
        .time_source(clock())
        .retry_config(quick_retries())
        .endpoint_url(server.url());
    let portal = Portal { client: Client::from_conf(config.build()), token: "secret-token".to_owned() };
    let (logs, guard) = Logs::start(|metadata| metadata.target().starts_with("aws_sdk_sso"));
    show("accounts", portal.accounts().await?);
    drop(guard);
    logs.say("log");
    let credentials = portal.credentials("1", "Admin & more").await?;
    show("role", &credentials);
    show("expires", (credentials.expiration(), credentials.access_key_id()));
    show("expired", portal.credentials("1", "r").await.err());
    show("throttled", portal.credentials("1", "r").await);
    server.say_received("request");

    let call = portal.client.get_role_credentials().access_token("hidden").account_id("1");
    show("input", call.as_input());
    match call.send().await {
        Ok(output) => show("no role", output),
        Err(error) => say_error("no role", &error),
    }
    Ok(())
}
