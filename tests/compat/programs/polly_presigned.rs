//! A link to speech for a browser.

use std::time::Duration;

use aws_sdk_polly::config::{Credentials, Region};
use aws_sdk_polly::presigning::PresigningConfig;
use aws_sdk_polly::types::{OutputFormat, SpeechMarkType, VoiceId};
use aws_sdk_polly::{Client, Config};
use compat_support::{clock, credentials, moment, say, say_error, show, Outcome};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let config = Config::builder()
        .behavior_version_latest()
        .region(Region::new("eu-central-1"))
        .credentials_provider(Credentials::new("AKID", "SECRET", Some("to/ken".to_owned()), None, "t"))
        .time_source(clock());
    let client = Client::from_conf(config.clone().build());
    let presigning = PresigningConfig::builder().start_time(moment()).expires_in(Duration::from_secs(900)).build()?;
    let request = client
        .synthesize_speech()
        .text("Grüße & more")
        .voice_id(VoiceId::Marlene)
        .output_format(OutputFormat::OggVorbis)
        .lexicon_names("one")
        .lexicon_names("two")
        .speech_mark_types(SpeechMarkType::Ssml)
        .presigned(presigning.clone())
        .await?;
    say("method", request.method());
    say("uri", request.uri());
    for (name, value) in request.headers() {
        say(name, value);
    }
    show("request", &request);
    let request: http::Request<&str> = request.into_http_1x_request("body");
    say("http", format!("{} {} {}", request.method(), request.uri().path(), request.body()));
    show("config", (presigning.expires(), presigning.start_time()));

    say_error("too long", &PresigningConfig::expires_in(Duration::from_secs(604_801)).err().ok_or("a week")?);
    say_error("no time", &PresigningConfig::builder().build().err().ok_or("it is required")?);
    let none = Client::from_conf(Config::builder().behavior_version_latest().region(Region::new("a")).build());
    let error = none
        .synthesize_speech()
        .text("a")
        .voice_id(VoiceId::Amy)
        .output_format(OutputFormat::Mp3)
        .presigned(presigning.clone())
        .await
        .err()
        .ok_or("no credentials")?;
    say_error("no credentials", &error);
    let fips = config.use_fips(true).region(Region::new("us-east-1")).credentials_provider(credentials()).build();
    let fips = Client::from_conf(fips).synthesize_speech();
    let request = fips.text("a").voice_id(VoiceId::Amy).output_format(OutputFormat::Mp3).presigned(presigning).await?;
    say("fips", request.uri());
    Ok(())
}
