//! Bodies of uploads of all kinds: what is known of their sizes, and which can be sent again.

use std::pin::Pin;
use std::task::{Context, Poll};

use aws_sdk_s3::config::Region;
use aws_sdk_s3::primitives::{ByteStream, SdkBody};
use aws_sdk_s3::types::ChecksumAlgorithm;
use aws_sdk_s3::{Client, Config};
use bytes::Bytes;
use compat_support::{clock, credentials, quick_retries, say, say_error, show, Answer, Outcome, Server};
use http_body::{Body, Frame, SizeHint};
use http_body_util::{BodyExt as _, Full, StreamBody};

/// A body that tells its length, or does not.
struct Parts(Vec<Result<&'static str, std::io::Error>>, Option<u64>);

impl Body for Parts {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, std::io::Error>>> {
        Poll::Ready(self.0.pop().map(|part| part.map(|part| Frame::data(Bytes::from_static(part.as_bytes())))))
    }

    fn size_hint(&self) -> SizeHint {
        self.1.map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}

async fn put(name: &str, body: ByteStream, length: Option<i64>) -> Outcome {
    let server = Server::start([Answer::new(500, ""), Answer::ok("")]);
    let config = Config::builder()
        .behavior_version_latest()
        .region(Region::new("eu-central-1"))
        .credentials_provider(credentials())
        .time_source(clock())
        .retry_config(quick_retries())
        .endpoint_url(server.url())
        .force_path_style(true);
    show(&format!("{name}, size"), (body.size_hint(), body.bytes().map(<[u8]>::len)));
    let client = Client::from_conf(config.build());
    let call = client.put_object().bucket("b").key("k").checksum_algorithm(ChecksumAlgorithm::Crc32);
    match call.body(body).set_content_length(length).send().await {
        Ok(_) => say(name, "sent"),
        Err(error) => say_error(name, &error),
    }
    for request in server.received() {
        say(&format!("{name}, attempt"), request.header("amz-sdk-request").unwrap_or_default());
        for header in
            ["content-length", "transfer-encoding", "content-encoding", "x-amz-decoded-content-length", "x-amz-trailer"]
        {
            say(&format!("{name}, {header}"), request.header(header).unwrap_or("(none)"));
        }
        say(&format!("{name}, body"), String::from_utf8_lossy(&request.body));
    }
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    put("static", ByteStream::from_static(b"abc"), None).await?;
    put("empty", ByteStream::default(), None).await?;
    put("http-body", ByteStream::from_body_1_x(Full::new(Bytes::from("full"))), None).await?;
    put("known", ByteStream::from_body_1_x(Parts(vec![Ok("lo"), Ok("hel")], Some(5))), None).await?;
    put("length given", ByteStream::from_body_1_x(Parts(vec![Ok("lo"), Ok("hel")], None)), Some(5)).await?;
    put("unknown", ByteStream::from_body_1_x(Parts(vec![Ok("lo"), Ok("hel")], None)), None).await?;
    let frames = futures_util::stream::iter([Ok::<_, std::io::Error>(Frame::data(Bytes::from("s")))]);
    put("stream", ByteStream::from_body_1_x(StreamBody::new(frames)), Some(1)).await?;
    put("retryable", ByteStream::new(SdkBody::retryable(|| SdkBody::from("again"))), None).await?;

    let body = SdkBody::from("abc");
    show("clone", body.try_clone().map(|body| body.content_length()));
    let once = SdkBody::from_body_1_x(Full::new(Bytes::from("x")));
    show("once", (once.try_clone().is_some(), once.content_length(), once.is_streaming()));
    let mapped = ByteStream::from(SdkBody::from("abc"))
        .map(|body| SdkBody::from_body_1_x(body.map_frame(|frame| frame.map_data(|data| data.slice(1..)))));
    show("mapped", mapped.collect().await?.into_bytes());
    let missing = ByteStream::from_path("no/such/file").await.err().ok_or("there is no such file")?;
    say_error("missing", &missing);
    Ok(())
}
