//! Speech that becomes text while it is spoken: events in both directions.

use aws_sdk_transcribestreaming::primitives::event_stream::EventStreamSender;
use aws_sdk_transcribestreaming::primitives::Blob;
use aws_sdk_transcribestreaming::types::error::AudioStreamError;
use aws_sdk_transcribestreaming::types::{
    AudioEvent, AudioStream, LanguageCode, MediaEncoding, TranscriptResultStream,
};
use aws_sdk_transcribestreaming::Client;
use compat_support::{event, exception, say, say_error, say_frames, shared_config, show, Answer, Outcome, Server};
use tokio_stream::wrappers::ReceiverStream;

type Item = Result<AudioStream, AudioStreamError>;

fn audio(text: &str) -> Item {
    Ok(AudioStream::AudioEvent(AudioEvent::builder().audio_chunk(Blob::new(text)).build()))
}

async fn transcribe(
    name: &str,
    client: &Client,
    chunks: impl Into<EventStreamSender<AudioStream, AudioStreamError>>,
) -> Outcome {
    let call = client
        .start_stream_transcription()
        .language_code(LanguageCode::EnUs)
        .media_sample_rate_hertz(16_000)
        .media_encoding(MediaEncoding::Pcm)
        .session_id("s")
        .audio_stream(chunks.into());
    let mut output = match call.send().await {
        Ok(output) => output,
        Err(error) => {
            say_error(name, &error);
            return Ok(());
        }
    };
    show(name, (output.session_id(), output.language_code(), output.media_sample_rate_hertz()));
    loop {
        match output.transcript_result_stream.recv().await {
            Ok(Some(TranscriptResultStream::TranscriptEvent(event))) => {
                let results = event.transcript().map(|transcript| transcript.results()).unwrap_or_default();
                for result in results {
                    let text = result.alternatives().first().and_then(|first| first.transcript());
                    show(name, (result.is_partial(), result.end_time(), text));
                }
            }
            Ok(Some(other)) => show(name, other.is_unknown()),
            Ok(None) => break,
            Err(error) => {
                say_error(name, &error);
                break;
            }
        }
    }
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let text = |text: &str, partial: bool| {
        let json = serde_json::json!({"Transcript":{"Results":[{"Alternatives":[{"Transcript":text}],"IsPartial":partial,"EndTime":1.5}]}});
        event("TranscriptEvent", "application/json", &json.to_string())
    };
    let server = Server::start([
        Answer::ok([text("hel", true), text("hello", false), event("NewEvent", "application/json", "{}")].concat())
            .header("x-amzn-transcribe-session-id", "s")
            .header("x-amzn-transcribe-sample-rate", "16000")
            .header("x-amzn-transcribe-language-code", "en-US"),
        Answer::ok(
            [text("a", true), exception("LimitExceededException", "application/json", r#"{"Message":"too long"}"#)]
                .concat(),
        ),
        Answer::new(400, r#"{"Message":"bad rate"}"#).header("x-amzn-errortype", "BadRequestException"),
    ]);
    let client = Client::new(&shared_config().endpoint_url(server.url()).build());

    let chunks = futures_util::stream::iter(vec![audio("one"), audio("two")]);
    transcribe("stream", &client, chunks).await?;
    for request in server.received() {
        say("request", &request.line);
        for header in
            ["content-type", "x-amz-content-sha256", "x-amzn-transcribe-session-id", "x-amzn-transcribe-media-encoding"]
        {
            say(&format!("request, {header}"), request.header(header).unwrap_or("(none)"));
        }
        say_frames("sent", &request.body);
    }
    let (sender, receiver) = tokio::sync::mpsc::channel(1);
    let microphone = tokio::spawn(async move {
        for chunk in ["a", "b", "c"] {
            if sender.send(audio(chunk)).await.is_err() {
                return false;
            }
        }
        true
    });
    transcribe("channel", &client, ReceiverStream::new(receiver)).await?;
    say("all sent", microphone.await?);
    transcribe("refused", &client, futures_util::stream::empty()).await?;
    show("event", audio("x"));
    Ok(())
}
