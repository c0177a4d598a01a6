//! A test with recorded traffic: recorded from a server once, replayed from the file later.

use aws_sdk_s3::config::Region;
use aws_sdk_s3::{Client, Config};
use aws_smithy_http_client::test_util::dvr::{RecordingClient, ReplayingClient};
use aws_smithy_http_client::Connector;
use compat_support::{clock, credentials, say, say_error, show, Answer, Outcome, Server};

async fn work(name: &str, client: &Client) -> Outcome {
    client.delete_object().bucket("bucket").key("b c").send().await?;
    let output = client.get_object().bucket("bucket").key("a").send().await?;
    show(name, (output.content_type(), output.content_length()));
    say(name, String::from_utf8_lossy(&output.body.collect().await?.to_vec()));
    match client.head_bucket().bucket("other").send().await {
        Ok(_) => say(name, "there is another"),
        Err(error) => say_error(name, &error),
    }
    Ok(())
}

fn config(url: &str) -> aws_sdk_s3::config::Builder {
    Config::builder()
        .behavior_version_latest()
        .region(Region::new("eu-central-1"))
        .credentials_provider(credentials())
        .time_source(clock())
        .force_path_style(true)
        .endpoint_url(url)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let server = Server::start([
        Answer::new(204, "").header("x-amz-version-id", "v"),
        Answer::ok("hello").header("content-type", "text/plain"),
        Answer::new(404, ""),
    ]);
    let recording = RecordingClient::new(Connector::builder().build_http());
    work("recorded", &Client::from_conf(config(&server.url()).http_client(recording.clone()).build())).await?;
    let path = std::env::temp_dir().join(format!("compat-s3-recorded-{}.json", std::process::id()));
    recording.dump_to_file(&path)?;
    say("events", recording.events().len());
    show("requests to the server", server.received().len());

    let replaying = ReplayingClient::from_file(&path)?;
    std::fs::remove_file(&path)?;
    work("replayed", &Client::from_conf(config(&server.url()).http_client(replaying.clone()).build())).await?;
    say("requests while replaying", server.received().len());
    match replaying.relaxed_validate("application/xml").await {
        Ok(()) => say("valid", true),
        Err(error) => say("valid", error),
    }
    Ok(())
}
