//! An upload in parts that is finished, or given up; and many objects deleted at once.

use aws_sdk_s3::primitives::ByteStream;
use aws_sdk_s3::types::{
    ChecksumAlgorithm, CompletedMultipartUpload, CompletedPart, Delete, ObjectIdentifier, Tag, Tagging,
};
use aws_sdk_s3::{Client, Error};
use compat_support::{quick_retries, say, say_error, shared_config, show, Answer, Outcome, Server};

struct Upload<'c> {
    client: &'c Client,
    key: &'c str,
    id: String,
}

impl<'c> Upload<'c> {
    async fn start(client: &'c Client, key: &'c str) -> Result<Self, Error> {
        let call = client.create_multipart_upload().bucket("b").key(key).checksum_algorithm(ChecksumAlgorithm::Crc32);
        let output = call.content_type("text/plain").send().await?;
        Ok(Self { client, key, id: output.upload_id.unwrap_or_default() })
    }

    async fn part(&self, number: i32, bytes: Vec<u8>) -> Result<CompletedPart, Error> {
        let call = self.client.upload_part().bucket("b").key(self.key).upload_id(&self.id).part_number(number);
        let output = call.checksum_algorithm(ChecksumAlgorithm::Crc32).body(ByteStream::from(bytes)).send().await?;
        let part = CompletedPart::builder().part_number(number).set_e_tag(output.e_tag);
        Ok(part.set_checksum_crc32(output.checksum_crc32).build())
    }

    async fn finish(self, parts: Vec<CompletedPart>) -> Result<String, Error> {
        let upload = CompletedMultipartUpload::builder().set_parts(Some(parts)).build();
        let call = self.client.complete_multipart_upload().bucket("b").key(self.key).upload_id(&self.id);
        let output = call.multipart_upload(upload).send().await?;
        Ok(output.location.unwrap_or_default())
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let server = Server::start([
        Answer::ok("<InitiateMultipartUploadResult><UploadId>u 1/+</UploadId></InitiateMultipartUploadResult>"),
        Answer::ok("").header("etag", "\"1\"").header("x-amz-checksum-crc32", "NhCmhg=="),
        Answer::ok("").header("etag", "\"2\""),
        Answer::ok("<?xml version=\"1.0\"?>\n\n   <CompleteMultipartUploadResult><Location>l</Location></CompleteMultipartUploadResult>"),
        Answer::ok("<Error><Code>InternalError</Code><Message>later</Message></Error>"),
        Answer::ok("<CompleteMultipartUploadResult><Location>again</Location></CompleteMultipartUploadResult>"),
        Answer::new(204, ""),
        Answer::new(404, "<Error><Code>NoSuchUpload</Code><Message>m</Message></Error>"),
        Answer::ok("<DeleteResult><Deleted><Key>a</Key></Deleted><Error><Key>b</Key><Code>AccessDenied</Code></Error></DeleteResult>"),
        Answer::ok(""),
    ]);
    let config = shared_config().endpoint_url(server.url()).retry_config(quick_retries()).build();
    let client = Client::new(&config);
    let upload = Upload::start(&client, "big").await?;
    let parts = vec![upload.part(1, b"hello".to_vec()).await?, upload.part(2, vec![0; 10]).await?];
    show("parts", parts.iter().map(|part| (part.part_number(), part.e_tag())).collect::<Vec<_>>());
    say("location", upload.finish(parts).await?);
    let upload = Upload { client: &client, key: "big", id: "u2".to_owned() };
    match upload.finish(vec![CompletedPart::builder().build()]).await {
        Ok(location) => say("error in a success", location),
        Err(error) => say_error("error in a success", &error),
    }
    client.abort_multipart_upload().bucket("b").key("big").upload_id("u2").send().await?;
    let error = client.abort_multipart_upload().bucket("b").key("big").upload_id("u2").send().await;
    let error = error.err().ok_or("it is gone")?.into_service_error();
    show("aborted twice", (error.is_no_such_upload(), error.to_string()));

    let objects = ["a", "b <&>"].map(|key| ObjectIdentifier::builder().key(key).build());
    let objects = objects.into_iter().collect::<Result<Vec<_>, _>>()?;
    let delete = Delete::builder().set_objects(Some(objects)).quiet(false).build()?;
    let output = client.delete_objects().bucket("b").delete(delete).send().await?;
    show("deleted", output.deleted());
    show("not deleted", output.errors());
    let tagging = Tagging::builder().tag_set(Tag::builder().key("k").value("\u{e9}\r\n\t\"'").build()?).build()?;
    client.put_object_tagging().bucket("b").key("k").tagging(tagging).send().await?;
    say_error("incomplete", &Delete::builder().build().err().ok_or("objects are required")?);
    server.say_received("request");
    Ok(())
}
