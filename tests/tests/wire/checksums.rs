//! In: bodies that are read as they are sent or as they arrive. Out: the checksum after what is
//! sent, and whether a body that is not what its checksum says is found.

use crate::streams::{file, of_length, of_unknown_length, readable_once};
use crate::{client, only, serve, Checked};
use std::error::Error;
use whitesmith_tests::loopback::{Arrived, Loopback, Reply};
use wire::config::{Builder, ResponseChecksumValidation};
use wire::error::DisplayErrorContext;
use wire::primitives::ByteStream;
use wire::types::{Algorithm, ChecksumMode};

/// The sizes of chunks, their data, and the trailers.
type Chunks = (Vec<usize>, Vec<u8>, Vec<String>);

/// What is in a body of chunks that are not signed.
fn chunks(body: &[u8]) -> Result<Chunks, Box<dyn Error>> {
    let line = |rest: &[u8]| -> Result<(String, usize), Box<dyn Error>> {
        let end = rest.windows(2).position(|pair| pair == b"\r\n").ok_or("a line has no end")?;
        Ok((String::from_utf8(rest[..end].to_vec())?, end + 2))
    };
    let (mut rest, mut sizes, mut data) = (body, Vec::new(), Vec::new());
    loop {
        let (size, length) = line(rest)?;
        let size = usize::from_str_radix(&size, 16)?;
        rest = &rest[length..];
        if size == 0 {
            break;
        }
        sizes.push(size);
        data.extend_from_slice(&rest[..size]);
        assert_eq!(&rest[size..size + 2], b"\r\n");
        rest = &rest[size + 2..];
    }
    let mut trailers = Vec::new();
    while !rest.is_empty() {
        let (trailer, length) = line(rest)?;
        rest = &rest[length..];
        if !trailer.is_empty() {
            trailers.push(trailer);
        }
    }
    Ok((sizes, data, trailers))
}

async fn put(body: ByteStream, algorithm: Option<Algorithm>, config: Builder) -> Result<Arrived, Box<dyn Error>> {
    let server = Loopback::start(Reply::ok("")).await?;
    let call = client(&server).put_checked_stream().body(body).set_algorithm(algorithm);
    call.customize().config_override(config).send().await?;
    only(&server)
}

#[tokio::test]
async fn the_checksum_follows_a_body_that_is_read_once() -> Checked {
    for (algorithm, trailer) in [
        (None, "x-amz-checksum-crc32:y/Q5Jg=="),
        (Some(Algorithm::Crc32C), "x-amz-checksum-crc32c:4waSgw=="),
        (Some(Algorithm::Crc64Nvme), "x-amz-checksum-crc64nvme:rosUhgp5mIg="),
        (Some(Algorithm::Sha1), "x-amz-checksum-sha1:98O8HYCOBHMq32eZZczDTKeuNEE="),
        (Some(Algorithm::Sha256), "x-amz-checksum-sha256:FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU="),
    ] {
        let request = put(readable_once("123456789"), algorithm.clone(), Builder::new()).await?;
        let (sizes, data, trailers) = chunks(&request.body)?;
        assert_eq!((sizes, data, trailers), (vec![9], b"123456789".to_vec(), vec![trailer.to_owned()]));
        let (name, _) = trailer.split_once(':').ok_or("a trailer has a name")?;
        assert_eq!(request.header("x-amz-trailer"), Some(name));
        assert_eq!(request.header("content-encoding"), Some("aws-chunked"));
        assert_eq!(request.header("x-amz-decoded-content-length"), Some("9"));
        assert_eq!(request.header("content-length"), Some(request.body.len().to_string().as_str()));
        let named = algorithm.as_ref().map_or("CRC32", Algorithm::as_str);
        assert_eq!(request.header("x-amz-sdk-checksum-algorithm"), Some(named));
    }
    Ok(())
}

#[tokio::test]
async fn chunks_have_the_size_that_is_set() -> Checked {
    let path = file("chunks", &"x".repeat(70_000))?;
    let from_file = || ByteStream::from_path(path.clone());
    let sizes = |request: Arrived| chunks(&request.body).map(|(sizes, ..)| sizes);
    assert_eq!(sizes(put(from_file().await?, None, Builder::new()).await?)?, [65_536, 4_464]);
    let small = Builder::new().aws_chunked_encoding_chunk_size(Some(32_768));
    assert_eq!(sizes(put(from_file().await?, None, small).await?)?, [32_768, 32_768, 4_464]);
    let whole = Builder::new().aws_chunked_encoding_chunk_size(None);
    assert_eq!(sizes(put(from_file().await?, None, whole).await?)?, [70_000]);
    let largest = Builder::new().aws_chunked_encoding_chunk_size(Some(usize::MAX));
    assert_eq!(sizes(put(from_file().await?, None, largest).await?)?, [70_000]);
    let tiny = Builder::new().aws_chunked_encoding_chunk_size(Some(8191));
    let error = put(from_file().await?, None, tiny).await.err().ok_or("it was sent")?;
    let error = DisplayErrorContext(&*error).to_string();
    assert!(error.contains("Chunk size must be at least 8192 bytes, but 8191 was provided."), "{error}");
    std::fs::remove_file(path)?;
    Ok(())
}

#[tokio::test]
async fn a_body_without_a_length_cannot_be_chunked() -> Checked {
    let endless = put(of_length(u64::MAX), None, Builder::new()).await.err().ok_or("it was sent")?;
    assert!(DisplayErrorContext(&*endless).to_string().contains("a known size"));
    let empty = put(of_length(0), None, Builder::new()).await?;
    assert_eq!(empty.header("x-amz-decoded-content-length"), Some("0"));
    let error = put(of_unknown_length("x"), None, Builder::new()).await.err().ok_or("it was sent")?;
    let error = DisplayErrorContext(&*error).to_string();
    assert!(error.contains("Only request bodies with a known size can be aws-chunked encoded."), "{error}");
    Ok(())
}

#[tokio::test]
async fn the_callers_own_checksum_needs_no_chunks() -> Checked {
    let (server, client) = serve(Reply::ok("")).await?;
    client.put_checked_stream().body(readable_once("123456789")).crc32_c("4waSgw==").send().await?;
    let request = only(&server)?;
    assert_eq!((request.body.as_slice(), request.header("x-amz-trailer")), (&b"123456789"[..], None));
    Ok(())
}

/// What a reader gets of a body with this header.
async fn read(header: (&str, &str), body: &str, config: Builder) -> Result<Result<String, String>, Box<dyn Error>> {
    let server = Loopback::start(Reply::ok(body).header(header.0, header.1)).await?;
    let output = client(&server).get_checked().customize().config_override(config).send().await?;
    Ok(match output.body.collect().await {
        Ok(body) => Ok(String::from_utf8(body.to_vec())?),
        Err(error) => Err(DisplayErrorContext(&error).to_string()),
    })
}

#[tokio::test]
async fn a_flipped_byte_in_a_response_is_found() -> Checked {
    for header in [
        ("x-amz-checksum-crc32", "y/Q5Jg=="),
        ("x-amz-checksum-crc32c", "4waSgw=="),
        ("x-amz-checksum-crc64nvme", "rosUhgp5mIg="),
        ("x-amz-checksum-sha1", "98O8HYCOBHMq32eZZczDTKeuNEE="),
        ("x-amz-checksum-sha256", "FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU="),
    ] {
        assert_eq!(read(header, "123456789", Builder::new()).await?, Ok("123456789".to_owned()));
        let error = read(header, "123456780", Builder::new()).await?.err().ok_or("nobody found it")?;
        let algorithm = header.0.trim_start_matches("x-amz-checksum-").to_uppercase();
        let expected = format!("mismatch: the {algorithm} in the response of GetChecked is {}, but", header.1);
        assert!(error.contains(&expected), "{error}");
    }
    Ok(())
}

#[tokio::test]
async fn what_cannot_be_compared_is_not() -> Checked {
    let fine = Ok("text".to_owned());
    // Of an object in parts, no base64, an algorithm of nobody's, one that the model does not name.
    assert_eq!(read(("x-amz-checksum-crc32", "AAAAAA==-3"), "text", Builder::new()).await?, fine);
    assert_eq!(read(("x-amz-checksum-crc32", "?"), "text", Builder::new()).await?, fine);
    assert_eq!(read(("x-amz-checksum-sha512", "AAAA"), "text", Builder::new()).await?, fine);
    assert_eq!(read(("x-amz-checksum-md5", "AAAA"), "text", Builder::new()).await?, fine);
    // Another one can be.
    let parts_and_whole = Reply::ok("text").header("x-amz-checksum-crc32c", "AAAAAA==-3");
    let (_server, client) = serve(parts_and_whole.header("x-amz-checksum-crc32", "AAAAAA==")).await?;
    assert!(client.get_checked().send().await?.body.collect().await.is_err());
    Ok(())
}

#[tokio::test]
async fn a_response_is_asked_for_its_checksum_unless_nobody_wants_it() -> Checked {
    let wrong = || Reply::ok("text").header("x-amz-checksum-crc32", "AAAAAA==");
    let only_required = || Builder::new().response_checksum_validation(ResponseChecksumValidation::WhenRequired);
    let (server, client) = serve(wrong()).await?;
    assert!(client.get_checked().send().await?.body.collect().await.is_err());
    assert_eq!(only(&server)?.header("x-amz-checksum-mode"), Some("ENABLED"));

    let (server, client) = serve(wrong()).await?;
    let output = client.get_checked().customize().config_override(only_required()).send().await?;
    assert_eq!(output.body.collect().await?.to_vec(), b"text");
    assert_eq!(only(&server)?.header("x-amz-checksum-mode"), None);

    let (server, client) = serve(wrong()).await?;
    let call = client.get_checked().mode(ChecksumMode::Enabled).customize().config_override(only_required());
    assert!(call.send().await?.body.collect().await.is_err());
    assert_eq!(only(&server)?.header("x-amz-checksum-mode"), Some("ENABLED"));
    Ok(())
}

#[tokio::test]
async fn a_body_in_memory_is_compared_before_it_is_read() -> Checked {
    let (_server, client) = serve(Reply::ok(r#"{"text":"t"}"#).header("x-amz-checksum-crc32", "DwmiFQ==")).await?;
    assert_eq!(client.get_checked_body().send().await?.text.as_deref(), Some("t"));
    let (_server, client) = serve(Reply::ok(r#"{"text":"u"}"#).header("x-amz-checksum-crc32", "DwmiFQ==")).await?;
    let error = client.get_checked_body().send().await.err().ok_or("nobody found it")?;
    let text = DisplayErrorContext(&error).to_string();
    assert!(text.contains("the CRC32 in the response of GetCheckedBody is DwmiFQ==, but"), "{text}");
    Ok(())
}
