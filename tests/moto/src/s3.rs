//! S3: restXml. Bodies that are streams or a document of their own, answers without one,
//! headers with a prefix, labels that keep their slashes, pages.

use ::s3::client::Waiters;
use ::s3::error::ProvideErrorMetadata;
use ::s3::operation::get_object::GetObjectError;
use ::s3::primitives::ByteStream;
use ::s3::types::{BucketLocationConstraint, CreateBucketConfiguration, Delete, ObjectIdentifier, Tag, Tagging};
use ::s3::Client;

use crate::calls::{is, recent, same, Calls, Checked, MAX_WAIT};

const BUCKET: &str = "pets-of-ours";

pub(crate) async fn run(client: &Client, calls: &mut Calls) -> Checked {
    let place = || CreateBucketConfiguration::builder().location_constraint(BucketLocationConstraint::EuWest1).build();
    let create = || client.create_bucket().bucket(BUCKET).create_bucket_configuration(place());
    calls.ok("s3 CreateBucket", create().send()).await?;
    calls.waited("s3 BucketExists", client.wait_until_bucket_exists().bucket(BUCKET).wait(MAX_WAIT)).await?;
    calls.ok("s3 HeadBucket", client.head_bucket().bucket(BUCKET).send()).await?;
    let location = calls.ok("s3 GetBucketLocation", client.get_bucket_location().bucket(BUCKET).send()).await?;
    same("the location", location.location_constraint(), Some(&BucketLocationConstraint::EuWest1))?;
    let listed = calls.ok("s3 ListBuckets", client.list_buckets().send()).await?;
    let bucket = listed.buckets().first().ok_or("no bucket")?;
    same("the bucket", bucket.name(), Some(BUCKET))?;
    recent("its creation", bucket.creation_date())?;
    objects(client, calls).await?;
    tags(client, calls).await?;

    let error = calls.refused("s3 CreateBucket", create().send()).await?;
    is(&error, error.is_bucket_already_owned_by_you())?;
    calls.ok("s3 DeleteBucket", client.delete_bucket().bucket(BUCKET).send()).await?;
    let error = calls.refused("s3 ListObjectsV2", client.list_objects_v2().bucket(BUCKET).send()).await?;
    is(&error, error.is_no_such_bucket())?;
    // An answer to HEAD has no body that could name the error.
    let error = calls.refused("s3 HeadBucket", client.head_bucket().bucket(BUCKET).send()).await?;
    is(&error, error.is_not_found())?;
    let wait = client.wait_until_bucket_not_exists().bucket(BUCKET).wait(MAX_WAIT);
    calls.waited("s3 BucketNotExists", wait).await.map(drop)
}

/// Names that a path, an XML document and a query each have to escape.
const KEYS: [&str; 3] = ["dogs/a b+c&d.txt", "dogs/ä\u{1F415}~!*'()%20", "dogs/"];

async fn objects(client: &Client, calls: &mut Calls) -> Checked {
    let listed = calls.ok("s3 ListObjectsV2", client.list_objects_v2().bucket(BUCKET).send()).await?;
    same("the objects", (listed.key_count(), listed.contents().len()), (Some(0), 0))?;
    let bytes: Vec<u8> = (0..200_000_u32).map(|n| (n % 251) as u8).collect();
    for key in KEYS {
        let request = client
            .put_object()
            .bucket(BUCKET)
            .key(key)
            .content_type("text/plain")
            .metadata("kind", "dog, cat")
            .body(ByteStream::from(bytes.clone()));
        let put = calls.ok("s3 PutObject", request.send()).await?;
        same("whether the entity tag is quoted", put.e_tag().is_some_and(|tag| tag.starts_with('"')), true)?;
    }
    let wait = client.wait_until_object_exists().bucket(BUCKET).key(KEYS[0]).wait(MAX_WAIT);
    let waited = calls.waited("s3 ObjectExists", wait).await?.into_result()?;
    same("the length", waited.content_length(), Some(200_000))?;
    for key in KEYS {
        let read = calls.ok("s3 GetObject", client.get_object().bucket(BUCKET).key(key).send()).await?;
        same("the length", read.content_length(), Some(200_000))?;
        same("the type", read.content_type(), Some("text/plain"))?;
        same("the metadata", read.metadata().and_then(|all| all.get("kind")).map(String::as_str), Some("dog, cat"))?;
        recent("the time of the change", read.last_modified())?;
        same("whether the bytes are the same", read.body.collect().await?.into_bytes() == bytes, true)?;
    }
    let request = client.get_object().bucket(BUCKET).key(KEYS[0]).range("bytes=2-4");
    let part = calls.ok("s3 GetObject", request.send()).await?;
    same("the range", part.content_range(), Some("bytes 2-4/200000"))?;
    same("the part", &part.body.collect().await?.into_bytes()[..], &[2, 3, 4][..])?;

    let mut pages = client.list_objects_v2().bucket(BUCKET).prefix("dogs/").into_paginator().page_size(2).send();
    let mut found = Vec::new();
    while let Some(page) = calls.ok("s3 ListObjectsV2", async { pages.try_next().await }).await? {
        found.extend(page.contents().iter().filter_map(|object| object.key()).map(str::to_owned));
    }
    let mut keys = KEYS;
    keys.sort_unstable();
    same("the keys", found, keys)?;

    let error = calls.refused("s3 GetObject", client.get_object().bucket(BUCKET).key("cats").send()).await?;
    let GetObjectError::NoSuchKey(missing) = &error else { return is(&error, false) };
    same("the message", missing.message(), Some("The specified key does not exist."))?;
    let error = calls.refused("s3 HeadObject", client.head_object().bucket(BUCKET).key("cats").send()).await?;
    is(&error, error.is_not_found())?;

    calls.ok("s3 DeleteObject", client.delete_object().bucket(BUCKET).key(KEYS[0]).send()).await?;
    let wait = client.wait_until_object_not_exists().bucket(BUCKET).key(KEYS[0]).wait(MAX_WAIT);
    calls.waited("s3 ObjectNotExists", wait).await?;
    let rest = KEYS[1..].iter().map(|key| ObjectIdentifier::builder().key(*key).build());
    let delete = Delete::builder().set_objects(Some(rest.collect::<Result<_, _>>()?)).build()?;
    let deleted = calls.ok("s3 DeleteObjects", client.delete_objects().bucket(BUCKET).delete(delete).send()).await?;
    same("the number of those deleted", (deleted.deleted().len(), deleted.errors().len()), (2, 0))
}

async fn tags(client: &Client, calls: &mut Calls) -> Checked {
    let error = calls.refused("s3 GetBucketTagging", client.get_bucket_tagging().bucket(BUCKET).send()).await?;
    same("the code that the model does not know", error.code(), Some("NoSuchTagSet"))?;
    let tag = |key: &str, value: &str| Tag::builder().key(key).value(value).build();
    let tags = vec![tag("kind", "<dog> & \"cät\"")?, tag("empty", "")?];
    let tagging = Tagging::builder().set_tag_set(Some(tags.clone())).build()?;
    calls.ok("s3 PutBucketTagging", client.put_bucket_tagging().bucket(BUCKET).tagging(tagging).send()).await?;
    let read = calls.ok("s3 GetBucketTagging", client.get_bucket_tagging().bucket(BUCKET).send()).await?;
    same("the tags", read.tag_set(), &tags[..])
}
