//! Objects in one piece: each algorithm as a header and as a trailer, ranges, copies, pages, and
//! bodies that are not what their checksum says.

use crate::calls::{same, Calls, Checked};
use crate::BUCKET;
use s3::error::DisplayErrorContext;
use s3::primitives::ByteStream;
use s3::types::{ChecksumAlgorithm, Delete, ObjectIdentifier};
use s3::Client;
use std::path::Path;

/// The algorithms of clients for Rust.
pub(crate) const ALGORITHMS: [ChecksumAlgorithm; 5] = [
    ChecksumAlgorithm::Crc32,
    ChecksumAlgorithm::Crc32C,
    ChecksumAlgorithm::Crc64Nvme,
    ChecksumAlgorithm::Sha1,
    ChecksumAlgorithm::Sha256,
];

/// Three chunks, the last one of which is short.
fn text() -> Vec<u8> {
    (0..150_000_u32).map(|number| (number % 251) as u8).collect()
}

pub(crate) async fn run(client: &Client, data: &Path, calls: &mut Calls) -> Checked {
    let file = data.join("../object");
    tokio::fs::write(&file, text()).await?;
    let mut keys = Vec::new();
    for algorithm in ALGORITHMS {
        for is_trailer in [false, true] {
            let kind = if is_trailer { "trailer" } else { "header" };
            let key = format!("a b/{algorithm}-{kind}");
            let body = if is_trailer { ByteStream::from_path(&file).await? } else { ByteStream::from(text()) };
            let put = client.put_object().bucket(BUCKET).key(&key).checksum_algorithm(algorithm.clone()).body(body);
            calls.ok(&format!("PutObject, {algorithm} as {kind}"), put.send()).await?;
            let read = calls.ok("GetObject", client.get_object().bucket(BUCKET).key(&key).send()).await?;
            same("whether the bytes are the same", read.body.collect().await?.to_vec() == text(), true)?;
            keys.push(key);
        }
    }
    let range = client.get_object().bucket(BUCKET).key(&keys[0]).range("bytes=250-252");
    let part = calls.ok("GetObject, a range", range.send()).await?;
    same("the part", part.body.collect().await?.to_vec(), vec![250, 0, 1])?;
    let source = format!("{BUCKET}/a%20b/CRC32-header");
    let copy = client.copy_object().bucket(BUCKET).key("copy").copy_source(source);
    calls.ok("CopyObject", copy.send()).await?;
    let head = calls.ok("HeadObject", client.head_object().bucket(BUCKET).key("copy").send()).await?;
    same("the length", head.content_length(), Some(150_000))?;
    keys.push("copy".to_owned());

    wrong(client, data, calls).await?;
    let mut pages = client.list_objects_v2().bucket(BUCKET).into_paginator().page_size(4).send();
    let mut found = Vec::new();
    while let Some(page) = calls.ok("ListObjectsV2", async { pages.try_next().await }).await? {
        found.extend(page.contents().iter().filter_map(|object| object.key()).map(str::to_owned));
    }
    keys.sort();
    found.sort();
    same("the keys", &found, &keys)?;
    let objects = keys.iter().map(|key| ObjectIdentifier::builder().key(key).build()).collect::<Result<_, _>>()?;
    let delete = Delete::builder().set_objects(Some(objects)).build()?;
    let deleted = calls.ok("DeleteObjects", client.delete_objects().bucket(BUCKET).delete(delete).send()).await?;
    same("the number of those deleted", deleted.deleted().len(), keys.len())
}

/// A checksum that is not that of the body: on the way there, and on the way back.
async fn wrong(client: &Client, data: &Path, calls: &mut Calls) -> Checked {
    let put = client.put_object().bucket(BUCKET).key("wrong").checksum_crc32("AAAAAA==").body(b"text".to_vec().into());
    let error = calls.refused("PutObject, another checksum", put.send()).await?;
    same("whether it is about the checksum", error.to_lowercase().contains("digest"), true)?;
    // The server has written what it refuses.
    calls.ok("DeleteObject", client.delete_object().bucket(BUCKET).key("wrong").send()).await?;

    let put = client.put_object().bucket(BUCKET).key("flipped").body(b"text".to_vec().into());
    calls.ok("PutObject", put.send()).await?;
    tokio::fs::write(data.join(BUCKET).join("flipped"), b"tezt").await?;
    let read = calls.ok("GetObject, a flipped byte", client.get_object().bucket(BUCKET).key("flipped").send()).await?;
    let error = read.body.collect().await.err().map(|error| DisplayErrorContext(error).to_string()).unwrap_or_default();
    same("whether the byte is found", error.contains("the CRC32 in the response of GetObject is"), true)?;
    calls.ok("DeleteObject", client.delete_object().bucket(BUCKET).key("flipped").send()).await.map(drop)
}

/// Whoever has other keys.
pub(crate) async fn refused(client: &Client, calls: &mut Calls) -> Checked {
    let put = client.put_object().bucket(BUCKET).key("stranger").body(b"text".to_vec().into());
    let error = calls.refused("PutObject, another key", put.send()).await?;
    same("whether it is about the signature", error.contains("SignatureDoesNotMatch"), true)
}
