//! Speech as a stream of bytes: written in parts, collected, read as a file, and cut off.

use std::time::Duration;

use aws_sdk_polly::operation::synthesize_speech::SynthesizeSpeechOutput;
use aws_sdk_polly::primitives::ByteStream;
use aws_sdk_polly::types::{Engine, OutputFormat, SpeechMarkType, TextType, VoiceId};
use aws_sdk_polly::Client;
use compat_support::{quick_retries, say, say_error, shared_config, show, Answer, Outcome, Server};
use tokio::io::AsyncReadExt;

async fn speak(client: &Client, text: &str) -> Result<SynthesizeSpeechOutput, aws_sdk_polly::Error> {
    let call =
        client.synthesize_speech().engine(Engine::Neural).output_format(OutputFormat::Mp3).voice_id(VoiceId::Hans);
    let call = call.speech_mark_types(SpeechMarkType::Word).text_type(TextType::Ssml).text(text);
    Ok(call.send().await?)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let audio = || {
        Answer::ok(vec![b'x'; 100_000])
            .header("content-type", "audio/mpeg")
            .header("x-amzn-requestcharacters", "12")
            .header("x-amzn-requestid", "request-1")
    };
    let server = Server::start([
        audio(),
        audio(),
        audio(),
        Answer::ok("").header("x-amzn-RequestCharacters", "many"),
        Answer::ok("short").header("content-length", "10"),
        Answer::new(400, r#"{"message":"Invalid SSML"}"#).header("x-amzn-errortype", "InvalidSsmlException:http://a/"),
    ]);
    let config = shared_config().endpoint_url(server.url()).retry_config(quick_retries()).build();
    let client = Client::new(&config);

    let mut output = speak(&client, "<speak>a</speak>").await?;
    show("type", (output.content_type(), output.request_characters(), output.audio_stream.size_hint()));
    let mut length = 0;
    while let Some(chunk) = output.audio_stream.try_next().await? {
        length += chunk.len();
    }
    say("length", length);
    let bytes = speak(&client, "b").await?.audio_stream.collect().await?;
    say("collected", bytes.into_bytes().len());
    let mut read = String::new();
    speak(&client, "c").await?.audio_stream.into_async_read().take(5).read_to_string(&mut read).await?;
    say("read", read);
    match speak(&client, "d").await {
        Ok(output) => show("bad header", output.request_characters()),
        Err(error) => say_error("bad header", &error),
    }
    let cut = tokio::time::timeout(Duration::from_secs(2), async {
        speak(&client, "e").await?.audio_stream.collect().await.map_err(Into::<Box<dyn std::error::Error>>::into)
    });
    match cut.await {
        Ok(Ok(bytes)) => say("cut off", bytes.into_bytes().len()),
        Ok(Err(error)) => say("cut off", error),
        Err(_) => say("cut off", "waits"),
    }
    say_error("ssml", &speak(&client, "f").await.err().ok_or("an error was expected")?);
    server.received().first().ok_or("there were requests")?.say("request");
    let output = SynthesizeSpeechOutput::builder().audio_stream(ByteStream::from_static(b"abc")).build();
    show("built", &output);
    say("voices", VoiceId::values().len() > 50);
    Ok(())
}
