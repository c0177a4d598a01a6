//! A file of 64 MiB in parts, with each algorithm as a header and as a trailer.

use crate::calls::{same, Calls, Checked};
use crate::objects::ALGORITHMS;
use crate::BUCKET;
use s3::primitives::{ByteStream, Length};
use s3::types::{ChecksumAlgorithm, CompletedMultipartUpload, CompletedPart};
use s3::Client;
use std::path::Path;

const SIZE: usize = 64 * 1024 * 1024;
const PART: usize = 16 * 1024 * 1024;

pub(crate) async fn run(client: &Client, data: &Path, calls: &mut Calls) -> Checked {
    let bytes: Vec<u8> = (0..SIZE).map(|at| (at % 253) as u8).collect();
    let file = data.join("../parts");
    tokio::fs::write(&file, &bytes).await?;
    for algorithm in ALGORITHMS {
        upload(client, &algorithm, Some(&file), &bytes, calls).await?;
        upload(client, &algorithm, None, &bytes, calls).await?;
    }
    let read = calls.ok("GetObject", client.get_object().bucket(BUCKET).key("parts").send()).await?;
    same("whether the bytes are the same", read.body.collect().await?.to_vec() == bytes, true)?;
    calls.ok("DeleteObject", client.delete_object().bucket(BUCKET).key("parts").send()).await?;
    tokio::fs::remove_file(file).await?;
    Ok(())
}

/// From a file, which is read as it is sent, or from memory.
async fn upload(
    client: &Client,
    algorithm: &ChecksumAlgorithm,
    file: Option<&Path>,
    bytes: &[u8],
    calls: &mut Calls,
) -> Checked {
    let kind = if file.is_some() { "trailer" } else { "header" };
    let create = client.create_multipart_upload().bucket(BUCKET).key("parts").checksum_algorithm(algorithm.clone());
    let created = calls.ok("CreateMultipartUpload", create.send()).await?;
    let id = created.upload_id().ok_or("the upload has no id")?;
    let mut parts = CompletedMultipartUpload::builder();
    for (number, part) in (1..).zip(bytes.chunks(PART)) {
        let offset = (number as usize - 1) * PART;
        let body = match file {
            Some(file) => {
                let part = ByteStream::read_from().path(file).offset(offset as u64);
                part.length(Length::Exact(PART as u64)).build().await?
            }
            None => ByteStream::from(part.to_vec()),
        };
        let upload = client.upload_part().bucket(BUCKET).key("parts").upload_id(id).part_number(number);
        let upload = upload.checksum_algorithm(algorithm.clone()).body(body);
        let sent = calls.ok(&format!("UploadPart, {algorithm} as {kind}"), upload.send()).await?;
        parts = parts.parts(CompletedPart::builder().part_number(number).set_e_tag(sent.e_tag).build());
    }
    let complete = client.complete_multipart_upload().bucket(BUCKET).key("parts").upload_id(id);
    calls.ok("CompleteMultipartUpload", complete.multipart_upload(parts.build()).send()).await.map(drop)
}
