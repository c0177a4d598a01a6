//! What an application with `tracing` sees of a call: that succeeds, is retried, fails.

use aws_sdk_sts::Client;
use compat_support::{quick_retries, shared_config, Answer, Logs, Outcome, Server};
use tracing::Level;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let good = "<GetCallerIdentityResponse><GetCallerIdentityResult><Account>1</Account></GetCallerIdentityResult>\
                </GetCallerIdentityResponse>";
    let server = Server::start([
        Answer::ok(good),
        Answer::new(500, "<ErrorResponse><Error><Code>InternalFailure</Code></Error></ErrorResponse>"),
        Answer::ok(good),
        Answer::new(400, "<ErrorResponse><Error><Code>ValidationError</Code></Error></ErrorResponse>"),
    ]);
    let config = shared_config().endpoint_url(server.url()).retry_config(quick_retries()).build();
    let client = Client::new(&config);

    let (logs, guard) = Logs::start(|metadata| {
        metadata.is_span() && metadata.target().starts_with("aws_sdk_sts") && *metadata.level() <= Level::DEBUG
    });
    client.get_caller_identity().send().await?;
    logs.say("success");
    client.get_caller_identity().send().await?;
    logs.say("retry");
    let failed = client.get_caller_identity().send().await;
    logs.say("failure");
    drop(guard);

    let (logs, guard) = Logs::start(|metadata| *metadata.level() <= Level::WARN && metadata.target().contains("aws"));
    let again = client.get_caller_identity().send().await;
    logs.say("warning");
    drop(guard);
    compat_support::say("failed", failed.is_err() && again.is_err());
    Ok(())
}
