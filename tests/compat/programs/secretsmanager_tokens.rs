//! Tokens that make calls idempotent: made by the client, given by the caller, kept in retries.

use std::collections::BTreeSet;

use aws_sdk_secretsmanager::config::Region;
use aws_sdk_secretsmanager::types::{Filter, FilterNameStringType, SortOrderType, Tag};
use aws_sdk_secretsmanager::{Client, Config};
use compat_support::{clock, credentials, quick_retries, say, say_error, show, Answer, Outcome, Server};

fn tokens(server: &Server) -> Vec<String> {
    let bodies = server.received().into_iter().map(|request| request.body);
    bodies
        .filter_map(|body| serde_json::from_slice::<serde_json::Value>(&body).ok())
        .filter_map(|body| body["ClientRequestToken"].as_str().map(str::to_owned))
        .collect()
}

fn config(server: &Server) -> aws_sdk_secretsmanager::config::Builder {
    Config::builder()
        .behavior_version_latest()
        .region(Region::new("eu-central-1"))
        .credentials_provider(credentials())
        .time_source(clock())
        .retry_config(quick_retries())
        .endpoint_url(server.url())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let answer = Answer::ok(r#"{"ARN":"arn:secret","Name":"n","VersionId":"v","CreatedDate":1767225600.25}"#);
    let failure = Answer::new(500, r#"{"__type":"InternalServiceError"}"#);
    let server = Server::start([failure.clone(), failure, answer]);
    let client = Client::from_conf(config(&server).build());

    let tag = Tag::builder().key("team").value("core").build();
    client.create_secret().name("n").secret_string("s").tags(tag).send().await?;
    let sent = tokens(&server);
    say("attempts", sent.len());
    say("different tokens", sent.iter().collect::<BTreeSet<_>>().len());
    say("token", sent.first().map_or("", String::as_str));
    client.put_secret_value().secret_id("n").client_request_token("mine").send().await?;
    client.put_secret_value().secret_id("n").set_client_request_token(None).send().await?;
    let sent = tokens(&server);
    show("mine", &sent);

    let fixed = config(&server).idempotency_token_provider("always").build();
    let client = Client::from_conf(fixed);
    client.rotate_secret().secret_id("n").rotation_lambda_arn("arn:lambda").send().await?;
    server.say_received("fixed");
    let other = config(&server).idempotency_token_provider("by call");
    client.update_secret().secret_id("n").description("d").customize().config_override(other).send().await?;
    show("override", tokens(&server));

    let filter = Filter::builder().key(FilterNameStringType::TagKey).values("team").values("!other").build();
    let call = client.list_secrets().filters(filter).sort_order(SortOrderType::Desc).include_planned_deletion(true);
    match call.max_results(5).send().await {
        Ok(output) => show("secrets", output.secret_list().len()),
        Err(error) => say_error("list", &error),
    }
    server.say_received("list");
    Ok(())
}
