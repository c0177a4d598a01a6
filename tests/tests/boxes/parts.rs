//! In: parts of an upload, with each algorithm, as a header and as a trailer. Out: whether a server
//! that checks all of it takes the request, and only as it was sent.

mod receiver;
mod sums;

use crate::{config, only, streamed, Checked, SECRET};
use boxes::config::{BehaviorVersion, Builder, Region};
use boxes::primitives::ByteStream;
use boxes::types::ChecksumAlgorithm;
use boxes::{Client, Config};
use receiver::receive;
use whitesmith_tests::loopback::{Arrived, Loopback, Reply};

const ALGORITHMS: [ChecksumAlgorithm; 5] = [
    ChecksumAlgorithm::Crc32,
    ChecksumAlgorithm::Crc32C,
    ChecksumAlgorithm::Crc64Nvme,
    ChecksumAlgorithm::Sha1,
    ChecksumAlgorithm::Sha256,
];

/// Nothing, a text, and what takes two chunks.
const SIZES: [usize; 3] = [0, 9, 70_000];

fn data(size: usize) -> Vec<u8> {
    (0..size).map(|at| (at % 251) as u8).collect()
}

/// A part as it arrives.
async fn sent(
    body: ByteStream,
    algorithm: &ChecksumAlgorithm,
    config: impl FnOnce(&Loopback) -> Builder,
) -> Result<Arrived, Box<dyn std::error::Error>> {
    let server = Loopback::start(Reply::ok("")).await?;
    let client = Client::from_conf(config(&server).build());
    client.upload_part().key("a").checksum_algorithm(algorithm.clone()).body(body).send().await?;
    let request = only(&server)?;
    assert_eq!(request.header("x-amz-sdk-checksum-algorithm"), Some(algorithm.as_str()));
    Ok(request)
}

fn anonymous(server: &Loopback) -> Builder {
    Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .endpoint_url(server.endpoint_url())
        .region(Region::new("us-east-1"))
}

/// The server takes the part, and does not if any bit of its body is another or its end, and with
/// it a trailer, is missing.
fn check(request: &Arrived, data: &[u8], algorithm: &ChecksumAlgorithm) -> Checked {
    let name = format!("x-amz-checksum-{}", algorithm.as_str().to_ascii_lowercase());
    assert_eq!(receive(request, SECRET)?, (data.to_vec(), name));
    let step = request.body.len().div_ceil(12).max(1);
    for at in (0..request.body.len()).step_by(step) {
        let mut flipped = request.clone();
        flipped.body[at] ^= 1;
        assert!(receive(&flipped, SECRET).is_err(), "{algorithm}: nobody found the byte {at}");
        let mut cut = request.clone();
        cut.body.truncate(at);
        assert!(receive(&cut, SECRET).is_err(), "{algorithm}: nobody missed what is behind the byte {at}");
    }
    Ok(())
}

#[tokio::test]
async fn a_header_has_the_checksum_of_a_part_in_memory() -> Checked {
    for algorithm in ALGORITHMS {
        for data in SIZES.map(data) {
            let request = sent(ByteStream::from(data.clone()), &algorithm, config).await?;
            assert_eq!(request.header("x-amz-trailer"), None);
            check(&request, &data, &algorithm)?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_signed_trailer_has_the_checksum_of_a_part_that_is_read_as_it_is_sent() -> Checked {
    for algorithm in ALGORITHMS {
        for data in SIZES.map(data) {
            let request = sent(streamed(data.clone()), &algorithm, config).await?;
            let hash = request.header("x-amz-content-sha256");
            assert_eq!(hash, Some("STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER"));
            check(&request, &data, &algorithm)?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn an_unsigned_trailer_has_the_checksum_of_an_anonymous_part() -> Checked {
    for algorithm in ALGORITHMS {
        for data in SIZES.map(data) {
            let request = sent(streamed(data.clone()), &algorithm, anonymous).await?;
            assert_eq!(request.header("authorization"), None);
            check(&request, &data, &algorithm)?;
        }
    }
    Ok(())
}
