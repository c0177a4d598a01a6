//! S3: restXml. Bodies that are a document of their own, answers without one, pages.

use ::s3::error::ProvideErrorMetadata;
use ::s3::types::{BucketLocationConstraint, CreateBucketConfiguration};
use ::s3::Client;

use crate::calls::{is, recent, same, Calls, Checked};

const BUCKET: &str = "pets-of-ours";

pub(crate) async fn run(client: &Client, calls: &mut Calls) -> Checked {
    let place = || CreateBucketConfiguration::builder().location_constraint(BucketLocationConstraint::EuWest1).build();
    let create = || client.create_bucket().bucket(BUCKET).create_bucket_configuration(place());
    calls.ok("s3 CreateBucket", create().send()).await?;
    calls.ok("s3 HeadBucket", client.head_bucket().bucket(BUCKET).send()).await?;
    let location = calls.ok("s3 GetBucketLocation", client.get_bucket_location().bucket(BUCKET).send()).await?;
    same("the location", location.location_constraint(), Some(&BucketLocationConstraint::EuWest1))?;
    let listed = calls.ok("s3 ListBuckets", client.list_buckets().send()).await?;
    let bucket = listed.buckets().first().ok_or("no bucket")?;
    same("the bucket", bucket.name(), Some(BUCKET))?;
    recent("its creation", bucket.creation_date())?;
    let objects = calls.ok("s3 ListObjectsV2", client.list_objects_v2().bucket(BUCKET).send()).await?;
    same("the objects", (objects.key_count(), objects.contents().len()), (Some(0), 0))?;
    calls.ok("s3 DeleteObject", client.delete_object().bucket(BUCKET).key("never was").send()).await?;

    let error = calls.refused("s3 CreateBucket", create().send()).await?;
    is(&error, error.is_bucket_already_owned_by_you())?;
    let error = calls.refused("s3 GetBucketTagging", client.get_bucket_tagging().bucket(BUCKET).send()).await?;
    same("the code that the model does not know", error.code(), Some("NoSuchTagSet"))?;
    calls.ok("s3 DeleteBucket", client.delete_bucket().bucket(BUCKET).send()).await?;
    let error = calls.refused("s3 ListObjectsV2", client.list_objects_v2().bucket(BUCKET).send()).await?;
    is(&error, error.is_no_such_bucket())?;
    // An answer to HEAD has no body that could name the error.
    let error = calls.refused("s3 HeadBucket", client.head_bucket().bucket(BUCKET).send()).await?;
    is(&error, error.is_not_found())
}
