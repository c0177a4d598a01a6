//! Downloads that stop in the middle: given up after the time of grace, or waited for.

use std::time::Duration;

use aws_sdk_s3::config::{BehaviorVersion, Builder, StalledStreamProtectionConfig};
use aws_sdk_s3::Client;
use compat_support::{quick_retries, say, say_error, shared_config, show, Answer, Outcome, Server};

async fn download(name: &str, change: impl FnOnce(Builder) -> Builder) {
    let server = Server::start([Answer::ok("half").header("content-length", "8")]);
    let config = shared_config().endpoint_url(server.url()).retry_config(quick_retries()).build();
    let client = Client::from_conf(change(Builder::from(&config)).build());
    let download = async {
        match client.get_object().bucket("b").key("k").send().await {
            Ok(output) => output.body.collect().await.map(|bytes| bytes.to_vec().len()).map_err(Into::into),
            Err(error) => Err::<_, Box<dyn std::error::Error>>(error.into()),
        }
    };
    match tokio::time::timeout(Duration::from_millis(3500), download).await {
        Ok(Ok(length)) => say(name, length),
        Ok(Err(error)) => say_error(name, &*error),
        Err(_) => say(name, "still waiting"),
    }
    say(&format!("{name}, requests"), server.received().len());
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let short = || StalledStreamProtectionConfig::enabled().grace_period(Duration::from_millis(200));
    download("protected", |config| config.stalled_stream_protection(short().build())).await;
    download("uploads only", |config| config.stalled_stream_protection(short().download_enabled(false).build())).await;
    download("not protected", |config| config.stalled_stream_protection(StalledStreamProtectionConfig::disabled()))
        .await;
    let config = Builder::new().behavior_version(BehaviorVersion::latest()).build();
    show("default", config.stalled_stream_protection());
    let given = Builder::new().stalled_stream_protection(short().build()).build();
    show("given", given.stalled_stream_protection().map(|config| (config.is_enabled(), config.grace_period())));
    Ok(())
}
