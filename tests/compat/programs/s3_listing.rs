//! Buckets and objects in lists: pages, prefixes, encoded keys, versions.

use aws_sdk_s3::error::SdkError;
use aws_sdk_s3::operation::list_objects_v2::ListObjectsV2Error;
use aws_sdk_s3::types::{EncodingType, Object, ObjectStorageClass, OptionalObjectAttributes};
use aws_sdk_s3::Client;
use compat_support::{say, say_error, shared_config, show, Answer, Outcome, Server};

fn page(keys: &[&str], token: &str) -> Answer {
    let contents: String = keys
        .iter()
        .map(|key| {
            format!(
                "<Contents><Key>{key}</Key><LastModified>2026-01-01T00:00:00.123Z</LastModified><ETag>&quot;e&quot;</ETag>\
                 <Size>5</Size><StorageClass>STANDARD</StorageClass><ChecksumAlgorithm>CRC32</ChecksumAlgorithm></Contents>"
            )
        })
        .collect();
    Answer::ok(format!(
        "<?xml version=\"1.0\"?><ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>b</Name>\
         <KeyCount>{}</KeyCount><IsTruncated>{}</IsTruncated>{token}{contents}\
         <CommonPrefixes><Prefix>p/</Prefix></CommonPrefixes></ListBucketResult>",
        keys.len(),
        !token.is_empty()
    ))
}

async fn objects(client: &Client) -> Result<Vec<Object>, SdkError<ListObjectsV2Error>> {
    let mut objects = Vec::new();
    let mut pages = client.list_objects_v2().bucket("b").prefix("a b").into_paginator().page_size(2).send();
    while let Some(page) = pages.next().await {
        let page = page?;
        show("page", (page.key_count(), page.is_truncated(), page.common_prefixes().len()));
        objects.extend(page.contents.unwrap_or_default());
    }
    Ok(objects)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let server = Server::start([
        page(&["a", " b &amp; &#xE9;\u{1F980} "], "<NextContinuationToken>t/+=</NextContinuationToken>"),
        page(&["c"], ""),
        page(&[], ""),
        Answer::ok(
            "<ListAllMyBucketsResult><Owner><ID>o</ID></Owner><Buckets><Bucket><Name>one</Name>\
             <CreationDate>2026-01-01T00:00:00Z</CreationDate></Bucket><Bucket><Name>two</Name></Bucket></Buckets>\
             </ListAllMyBucketsResult>",
        ),
        Answer::ok(
            "<LocationConstraint xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">eu-west-9</LocationConstraint>",
        ),
        Answer::ok("<LocationConstraint/>"),
        Answer::ok("<ListBucketResult><KeyCount>many</KeyCount></ListBucketResult>"),
        Answer::ok("<ListBucketResult><Contents><Key>a"),
        Answer::ok(""),
        Answer::new(404, "<Error><Code>NoSuchBucket</Code><BucketName>b</BucketName></Error>"),
    ]);
    let client = Client::new(&shared_config().endpoint_url(server.url()).build());
    let found = objects(&client).await?;
    for object in &found {
        show("object", object);
        show("class", object.storage_class() == Some(&ObjectStorageClass::Standard));
    }
    say("size", found.iter().filter_map(Object::size).sum::<i64>());
    let call = client.list_objects_v2().bucket("b").delimiter("/").encoding_type(EncodingType::Url).fetch_owner(true);
    let call = call.optional_object_attributes(OptionalObjectAttributes::RestoreStatus).start_after("x y");
    show("empty", call.send().await?.contents());
    let buckets = client.list_buckets().send().await?;
    show("buckets", buckets.buckets().iter().map(|bucket| bucket.name().unwrap_or_default()).collect::<Vec<_>>());
    show("owner", buckets.owner());
    for _ in 0..2 {
        show("location", client.get_bucket_location().bucket("b").send().await?.location_constraint());
    }
    for name in ["not a number", "cut off", "no body", "no bucket"] {
        match objects(&client).await {
            Ok(objects) => show(name, objects),
            Err(error) => {
                show(name, error.as_service_error().map(ListObjectsV2Error::is_no_such_bucket));
                say_error(name, &error);
            }
        }
    }
    server.say_received("request");
    Ok(())
}
