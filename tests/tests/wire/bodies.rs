//! In: bodies, and what their operation asks for. Out: checksums of what is sent, and
//! what is sent in place of a large body.

use crate::streams::of_unknown_length;
use crate::{client, only, serve, Checked};
use std::error::Error;
use std::io::Read;
use whitesmith_tests::loopback::{Arrived, Loopback, Reply};
use wire::config::{Builder, RequestChecksumCalculation};
use wire::error::{DisplayErrorContext, SdkError};
use wire::operation::put_checked::builders::PutCheckedFluentBuilder;
use wire::primitives::{Blob, ByteStream};
use wire::types::Algorithm;

/// The names and values of the headers with a checksum.
fn checksums(request: &Arrived) -> Vec<(&str, &str)> {
    let is_checksum = |name: &str| name.contains("checksum") || name == "content-md5";
    let headers = request.headers.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let mut checksums: Vec<_> = headers.filter(|(name, _)| is_checksum(name)).collect();
    checksums.sort_unstable();
    checksums
}

/// What a call fails with that must not be sent.
fn refused<E, R>(server: &Loopback, result: Result<R, SdkError<E>>) -> Result<String, Box<dyn Error>>
where
    E: Error + 'static,
{
    let error = result.err().ok_or("it was sent")?;
    assert!(matches!(error, SdkError::ConstructionFailure(_)), "{error:?}");
    assert!(server.requests().is_empty());
    Ok(DisplayErrorContext(&error).to_string())
}

#[tokio::test]
async fn a_required_digest_is_that_of_the_body() -> Checked {
    let (server, client) = serve(Reply::ok("")).await?;
    client.put_digest().body(Blob::new("some bytes")).send().await?;
    assert_eq!(checksums(&only(&server)?), [("content-md5", "nQVoRp0gbBrt8bcfEvR0vA==")]);
    let (server, client) = serve(Reply::ok("")).await?;
    client.put_digest().body(Blob::new("some bytes")).digest("mine").send().await?;
    assert_eq!(checksums(&only(&server)?), [("content-md5", "mine")]);
    Ok(())
}

#[tokio::test]
async fn a_required_digest_of_an_unread_stream_is_an_error_before_sending() -> Checked {
    let (server, client) = serve(Reply::ok("")).await?;
    let result = client.put_stream_digest().body(of_unknown_length("some bytes")).send().await;
    let message = refused(&server, result)?;
    assert!(message.contains("make the body from bytes"), "{message}");
    client.put_stream_digest().body(ByteStream::from_static(b"some bytes")).send().await?;
    assert_eq!(checksums(&only(&server)?), [("content-md5", "nQVoRp0gbBrt8bcfEvR0vA==")]);
    Ok(())
}

/// The checksums of a request with the body `{"text":"t"}`.
async fn checked(
    set: impl FnOnce(PutCheckedFluentBuilder) -> PutCheckedFluentBuilder,
) -> Result<Vec<(String, String)>, Box<dyn Error>> {
    let (server, client) = serve(Reply::ok("")).await?;
    set(client.put_checked().text("t")).send().await?;
    let request = only(&server)?;
    assert_eq!(request.body, br#"{"text":"t"}"#);
    let owned = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
    Ok(checksums(&request).into_iter().map(owned).collect())
}

fn pair(name: &str, value: &str) -> (String, String) {
    (name.to_owned(), value.to_owned())
}

#[tokio::test]
async fn a_required_checksum_is_a_crc32_unless_another_is_chosen() -> Checked {
    let default = checked(|call| call).await?;
    assert_eq!(default, [pair("x-amz-checksum-crc32", "DwmiFQ=="), pair("x-amz-sdk-checksum-algorithm", "CRC32")]);
    for (algorithm, name, value) in [
        (Algorithm::Crc32, "x-amz-checksum-crc32", "DwmiFQ=="),
        (Algorithm::Crc32C, "x-amz-checksum-crc32c", "U9vDPw=="),
        (Algorithm::Crc64Nvme, "x-amz-checksum-crc64nvme", "aPYESfaYhpM="),
        (Algorithm::Md5, "x-amz-checksum-md5", "3G7xEAxjaEQtKxC0RcYkNA=="),
        (Algorithm::Sha1, "x-amz-checksum-sha1", "+Z7huDC2FBvJziXtiQ7ZD20zLiE="),
        (Algorithm::Sha256, "x-amz-checksum-sha256", "CTDYrNR8bwUdJhiIerO+IpGRKay8O2sFJdnLPmAUpd4="),
    ] {
        let chosen = checked(|call| call.algorithm(algorithm.clone())).await?;
        assert_eq!(chosen, [pair(name, value), pair("x-amz-sdk-checksum-algorithm", algorithm.as_str())]);
    }
    Ok(())
}

#[tokio::test]
async fn a_checksum_of_the_caller_stays_the_only_one() -> Checked {
    let own = checked(|call| call.crc32_c("mine")).await?;
    assert_eq!(own, [pair("x-amz-checksum-crc32c", "mine")]);
    let own = checked(|call| call.crc32_c("mine").algorithm(Algorithm::Crc32C)).await?;
    assert_eq!(own, [pair("x-amz-checksum-crc32c", "mine"), pair("x-amz-sdk-checksum-algorithm", "CRC32C")]);
    let none = checked(|call| call.kind("FULL_OBJECT")).await?;
    assert!(none.contains(&pair("x-amz-checksum-crc32", "DwmiFQ==")), "{none:?}");
    Ok(())
}

#[tokio::test]
async fn an_algorithm_that_is_not_built_is_an_error_before_sending() -> Checked {
    let (server, client) = serve(Reply::ok("")).await?;
    let result = client.put_checked().algorithm(Algorithm::Sha512).send().await;
    let message = refused(&server, result)?;
    assert!(message.contains("SHA512 is not supported; choose CRC32, CRC32C, CRC64NVME, SHA1 or SHA256"), "{message}");
    let result = client.put_checked().algorithm(Algorithm::from("hush")).send().await;
    let message = refused(&server, result)?;
    assert!(message.contains("is not known; choose") && !message.contains("hush"), "{message}");
    Ok(())
}

/// The checksums of a stream for which none is required.
async fn of_stream(
    body: ByteStream,
    algorithm: Option<Algorithm>,
    config: Builder,
) -> Result<Result<Vec<String>, String>, Box<dyn Error>> {
    let server = Loopback::start(Reply::ok("")).await?;
    let call = client(&server).put_checked_stream().body(body).set_algorithm(algorithm);
    let result = call.customize().config_override(config).send().await;
    if result.is_err() {
        return Ok(Err(refused(&server, result)?));
    }
    Ok(Ok(checksums(&only(&server)?).into_iter().map(|(name, _)| name.to_owned()).collect()))
}

#[tokio::test]
async fn a_checksum_that_is_not_required_can_be_left_out() -> Checked {
    let only_required = || Builder::new().request_checksum_calculation(RequestChecksumCalculation::WhenRequired);
    let with = ["x-amz-checksum-crc32", "x-amz-sdk-checksum-algorithm"].map(str::to_owned).to_vec();
    let in_memory = || ByteStream::from_static(b"some bytes");
    assert_eq!(of_stream(in_memory(), None, Builder::new()).await?, Ok(with.clone()));
    assert_eq!(of_stream(in_memory(), None, only_required()).await?, Ok(Vec::new()));
    assert_eq!(of_stream(in_memory(), Some(Algorithm::Crc32), only_required()).await?, Ok(with));
    assert_eq!(of_stream(of_unknown_length("some bytes"), None, only_required()).await?, Ok(Vec::new()));
    Ok(())
}

/// A request with `text` of this length, and its text as a service reads it.
async fn compressed(length: usize, config: Builder) -> Result<(Arrived, String), Box<dyn Error>> {
    let server = Loopback::start(Reply::ok("")).await?;
    let call = client(&server).put_compressed().text("x".repeat(length));
    call.customize().config_override(config).send().await?;
    let request = only(&server)?;
    assert_eq!(request.header("content-length"), Some(request.body.len().to_string().as_str()));
    let body = match request.header("content-encoding") {
        Some(_) => gunzip(&request.body)?,
        None => String::from_utf8(request.body.clone())?,
    };
    assert_eq!(body, format!(r#"{{"text":"{}"}}"#, "x".repeat(length)));
    Ok((request, body))
}

fn gunzip(body: &[u8]) -> std::io::Result<String> {
    let mut text = String::new();
    flate2::read::GzDecoder::new(body).read_to_string(&mut text)?;
    Ok(text)
}

/// What the braces and the name of the member take of a body.
const FRAME: usize = r#"{"text":""}"#.len();

#[tokio::test]
async fn a_body_of_ten_kibibytes_is_compressed() -> Checked {
    let (small, _) = compressed(10_239 - FRAME, Builder::new()).await?;
    assert_eq!(small.header("content-encoding"), None);
    let counts_gzip = |agent: Option<&str>| {
        let metrics = agent.and_then(|agent| agent.split(' ').find_map(|word| word.strip_prefix("m/")));
        metrics.is_some_and(|metrics| metrics.split(',').any(|metric| metric == "L"))
    };
    assert!(!counts_gzip(small.header("x-amz-user-agent")));
    let (large, _) = compressed(10_240 - FRAME, Builder::new()).await?;
    assert_eq!(large.header("content-encoding"), Some("gzip"));
    assert!(counts_gzip(large.header("x-amz-user-agent")), "{:?}", large.header("x-amz-user-agent"));
    assert_eq!(large.header("content-type"), Some("application/json"));
    assert!(large.body.len() < 1000, "{}", large.body.len());
    Ok(())
}

#[tokio::test]
async fn the_config_decides_what_is_compressed() -> Checked {
    let (tiny, _) = compressed(1, Builder::new().request_min_compression_size_bytes(0)).await?;
    assert_eq!(tiny.header("content-encoding"), Some("gzip"));
    let (large, _) = compressed(20_000, Builder::new().disable_request_compression(true)).await?;
    assert_eq!(large.header("content-encoding"), None);
    let server = Loopback::start(Reply::ok("")).await?;
    let config = Builder::new().request_min_compression_size_bytes(10_485_761);
    let result = client(&server).put_compressed().customize().config_override(config).send().await;
    let message = refused(&server, result)?;
    assert!(message.contains("request_min_compression_size_bytes"), "{message}");
    Ok(())
}

#[tokio::test]
async fn an_encoding_of_the_caller_comes_first() -> Checked {
    let (server, client) = serve(Reply::ok("")).await?;
    client.put_compressed().encoding("custom").text("x".repeat(20_000)).send().await?;
    assert_eq!(only(&server)?.header("content-encoding"), Some("custom, gzip"));
    Ok(())
}

#[tokio::test]
async fn a_digest_is_that_of_the_compressed_body() -> Checked {
    let (server, client) = serve(Reply::ok("")).await?;
    client.put_compressed_stream().body(ByteStream::from(vec![b'x'; 20_000])).send().await?;
    let request = only(&server)?;
    assert_eq!(gunzip(&request.body)?.len(), 20_000);
    let (again, client) = serve(Reply::ok("")).await?;
    client.put_digest().body(Blob::new(request.body.clone())).send().await?;
    assert_eq!(request.header("content-md5"), only(&again)?.header("content-md5"));
    Ok(())
}
