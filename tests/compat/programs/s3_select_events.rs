//! A query over an object: records, progress, statistics, the end, and what is not known.

use aws_sdk_s3::types::{
    CsvInput, CsvOutput, ExpressionType, FileHeaderInfo, InputSerialization, OutputSerialization,
    SelectObjectContentEventStream as Event,
};
use aws_sdk_s3::Client;
use compat_support::{event, frame, say, say_error, shared_config, show, Answer, Outcome, Server};

async fn select(name: &str, client: &Client) -> Outcome {
    let input = InputSerialization::builder().csv(CsvInput::builder().file_header_info(FileHeaderInfo::Use).build());
    let call = client
        .select_object_content()
        .bucket("b")
        .key("k.csv")
        .expression_type(ExpressionType::Sql)
        .expression("SELECT s.a FROM s3object s WHERE s.b > 1")
        .input_serialization(input.build())
        .output_serialization(OutputSerialization::builder().csv(CsvOutput::builder().build()).build());
    let mut output = match call.send().await {
        Ok(output) => output,
        Err(error) => {
            say_error(name, &error);
            return Ok(());
        }
    };
    loop {
        match output.payload.recv().await {
            Ok(Some(Event::Records(records))) => {
                say(name, String::from_utf8_lossy(records.payload().map(AsRef::as_ref).unwrap_or_default()));
            }
            Ok(Some(Event::Stats(stats))) => show(name, stats),
            Ok(Some(Event::Progress(progress))) => show(name, progress.details()),
            Ok(Some(Event::Cont(event))) => show(name, event),
            Ok(Some(Event::End(event))) => show(name, event),
            Ok(Some(other)) => say(name, format!("unknown {}", other.is_unknown())),
            Ok(None) => break,
            Err(error) => {
                say_error(name, &error);
                break;
            }
        }
    }
    say(name, "done");
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let records = |text: &str| event("Records", "application/octet-stream", text);
    let plain = |kind: &str| frame(&[(":message-type", "event"), (":event-type", kind)], b"");
    let stats = "<Stats><BytesScanned>10</BytesScanned><BytesProcessed>20</BytesProcessed></Stats>";
    let progress = "<Progress><BytesReturned>5</BytesReturned></Progress>";
    let error = [(":message-type", "error"), (":error-code", "InternalError"), (":error-message", "We stopped.")];
    let server = Server::start([
        Answer::ok(
            [
                records("a,1\n"),
                plain("Cont"),
                event("Progress", "text/xml", progress),
                records("b,2\n"),
                event("Stats", "text/xml", stats),
                plain("End"),
            ]
            .concat(),
        ),
        Answer::ok([records("c"), frame(&error, b"")].concat()),
        Answer::ok([plain("News"), records("d"), plain("End")].concat()),
        Answer::ok(event("Stats", "text/xml", "<Stats><BytesScanned>x</BytesScanned></Stats>")),
        Answer::new(400, "<Error><Code>InvalidTextEncoding</Code><Message>UTF-8</Message></Error>"),
    ]);
    let client = Client::new(&shared_config().endpoint_url(server.url()).build());
    for name in ["whole", "stopped", "news", "not a number", "refused"] {
        select(name, &client).await?;
    }
    server.received().first().ok_or("there were requests")?.say("request");
    Ok(())
}
