//! Presigned requests: objects, which botocore signs without their bodies, forms of the query
//! protocols, and speech.

use crate::{config, print, Checked};
use s3::primitives::DateTime;
use s3::types::{ChecksumAlgorithm, EncodingType, MetadataDirective, ObjectAttributes, ObjectCannedAcl, StorageClass};
use serde_json::json;
use std::time::{Duration, UNIX_EPOCH};

/// 2026-11-28T12:34:56Z, which is the clock of botocore, too.
const START: u64 = 1_795_869_296;

/// Presigns a call and prints it with what botocore needs to do the same.
macro_rules! presign {
    ($service:ident $operation:literal $input:tt, $call:expr) => {{
        let start = UNIX_EPOCH + Duration::from_secs(START);
        let config = $service::presigning::PresigningConfig::builder().start_time(start);
        let config = config.expires_in(Duration::from_secs(300)).build()?;
        let signed = $call.presigned(config).await?;
        let headers = signed.headers().map(|(name, value)| (name.to_owned(), value.into())).collect();
        let call = json!({"service": stringify!($service), "operation": $operation, "input": $input});
        print(call, signed.method(), signed.uri(), headers, None);
    }};
}

pub(crate) async fn run() -> Checked {
    objects().await?;
    uploads().await?;
    lists().await?;
    forms().await
}

async fn objects() -> Checked {
    let c = s3::Client::from_conf(config!(s3).build());
    presign!(s3 "GetObject" {"Bucket": "ours", "Key": "k"}, c.get_object().bucket("ours").key("k"));
    presign!(s3 "GetObject" {"Bucket": "ours", "Key": "a b/c+d~e%20é"},
        c.get_object().bucket("ours").key("a b/c+d~e%20é"));
    presign!(s3 "GetObject" {"Bucket": "dotted.name", "Key": "k", "VersionId": "v/1+="},
        c.get_object().bucket("dotted.name").key("k").version_id("v/1+="));
    presign!(s3 "GetObject" {"Bucket": "ours", "Key": "k", "ResponseContentDisposition": "attachment; filename=\"a b.txt\""},
        c.get_object().bucket("ours").key("k").response_content_disposition("attachment; filename=\"a b.txt\""));
    presign!(s3 "GetObject" {"Bucket": "ours", "Key": "k", "Range": "bytes=0-9", "IfMatch": "\"etag\""},
        c.get_object().bucket("ours").key("k").range("bytes=0-9").if_match("\"etag\""));
    presign!(s3 "GetObject" {"Bucket": "ours", "Key": "k", "IfModifiedSince": 1_600_000_000},
        c.get_object().bucket("ours").key("k").if_modified_since(DateTime::from_secs(1_600_000_000)));
    presign!(s3 "GetObject" {"Bucket": "ours", "Key": "k", "PartNumber": 2},
        c.get_object().bucket("ours").key("k").part_number(2));
    presign!(s3 "GetObject" {"Bucket": "arn:aws:s3:us-west-2:123456789012:accesspoint:mine", "Key": "k"},
        c.get_object().bucket("arn:aws:s3:us-west-2:123456789012:accesspoint:mine").key("k"));
    presign!(s3 "HeadObject" {"Bucket": "ours", "Key": "k"}, c.head_object().bucket("ours").key("k"));
    presign!(s3 "GetObjectAttributes" {"Bucket": "ours", "Key": "k", "ObjectAttributes": ["ETag"]},
        c.get_object_attributes().bucket("ours").key("k").object_attributes(ObjectAttributes::Etag));
    presign!(s3 "GetObjectTagging" {"Bucket": "ours", "Key": "k"}, c.get_object_tagging().bucket("ours").key("k"));
    presign!(s3 "DeleteObject" {"Bucket": "ours", "Key": "k", "VersionId": "1", "MFA": "serial 123456"},
        c.delete_object().bucket("ours").key("k").version_id("1").mfa("serial 123456"));
    presign!(s3 "DeleteObjectTagging" {"Bucket": "ours", "Key": "k"},
        c.delete_object_tagging().bucket("ours").key("k"));
    presign!(s3 "CopyObject" {"Bucket": "ours", "Key": "k", "CopySource": "theirs/a b", "MetadataDirective": "COPY"},
        c.copy_object().bucket("ours").key("k").copy_source("theirs/a%20b").metadata_directive(MetadataDirective::Copy));
    Ok(())
}

async fn uploads() -> Checked {
    let c = s3::Client::from_conf(config!(s3).build());
    presign!(s3 "PutObject" {"Bucket": "ours", "Key": "k"}, c.put_object().bucket("ours").key("k"));
    presign!(s3 "PutObject" {"Bucket": "ours", "Key": "k", "ContentType": "text/plain", "ACL": "private",
            "StorageClass": "STANDARD_IA", "Metadata": {"color": "blue"}},
        c.put_object().bucket("ours").key("k").content_type("text/plain").acl(ObjectCannedAcl::Private)
            .storage_class(StorageClass::StandardIa).metadata("color", "blue"));
    presign!(s3 "PutObject" {"Bucket": "ours", "Key": "k", "ContentMD5": "1B2M2Y8AsgTpgAmY7PhCfg=="},
        c.put_object().bucket("ours").key("k").content_md5("1B2M2Y8AsgTpgAmY7PhCfg=="));
    presign!(s3 "PutObject" {"Bucket": "ours", "Key": "k", "ChecksumSHA256": "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="},
        c.put_object().bucket("ours").key("k").checksum_sha256("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="));
    presign!(s3 "PutObject" {"Bucket": "ours", "Key": "k", "Tagging": "a=b&c=d"},
        c.put_object().bucket("ours").key("k").tagging("a=b&c=d"));
    presign!(s3 "UploadPart" {"Bucket": "ours", "Key": "k", "PartNumber": 3, "UploadId": "u/1"},
        c.upload_part().bucket("ours").key("k").part_number(3).upload_id("u/1"));
    presign!(s3 "UploadPartCopy" {"Bucket": "ours", "Key": "k", "PartNumber": 3, "UploadId": "u", "CopySource": "theirs/k"},
        c.upload_part_copy().bucket("ours").key("k").part_number(3).upload_id("u").copy_source("theirs/k"));
    presign!(s3 "CreateMultipartUpload" {"Bucket": "ours", "Key": "k", "ChecksumAlgorithm": "SHA256"},
        c.create_multipart_upload().bucket("ours").key("k").checksum_algorithm(ChecksumAlgorithm::Sha256));
    presign!(s3 "AbortMultipartUpload" {"Bucket": "ours", "Key": "k", "UploadId": "u"},
        c.abort_multipart_upload().bucket("ours").key("k").upload_id("u"));
    presign!(s3 "ListParts" {"Bucket": "ours", "Key": "k", "UploadId": "u", "MaxParts": 5},
        c.list_parts().bucket("ours").key("k").upload_id("u").max_parts(5));
    Ok(())
}

async fn lists() -> Checked {
    let c = s3::Client::from_conf(config!(s3).build());
    presign!(s3 "ListBuckets" {"MaxBuckets": 7}, c.list_buckets().max_buckets(7));
    presign!(s3 "ListObjectsV2" {"Bucket": "ours", "Prefix": "a/b c", "Delimiter": "/", "FetchOwner": true, "EncodingType": "url"},
        c.list_objects_v2().bucket("ours").prefix("a/b c").delimiter("/").fetch_owner(true).encoding_type(EncodingType::Url));
    presign!(s3 "ListObjectVersions" {"Bucket": "ours", "KeyMarker": "k", "EncodingType": "url"},
        c.list_object_versions().bucket("ours").key_marker("k").encoding_type(EncodingType::Url));
    presign!(s3 "ListMultipartUploads" {"Bucket": "ours"}, c.list_multipart_uploads().bucket("ours"));
    presign!(s3 "GetBucketAcl" {"Bucket": "ours", "ExpectedBucketOwner": "123456789012"},
        c.get_bucket_acl().bucket("ours").expected_bucket_owner("123456789012"));
    presign!(s3 "HeadBucket" {"Bucket": "ours"}, c.head_bucket().bucket("ours"));
    Ok(())
}

async fn forms() -> Checked {
    let c = sts::Client::from_conf(config!(sts).build());
    presign!(sts "GetCallerIdentity" {}, c.get_caller_identity());
    presign!(sts "GetSessionToken" {"DurationSeconds": 900, "TokenCode": "123456"},
        c.get_session_token().duration_seconds(900).token_code("123456"));
    presign!(sts "GetAccessKeyInfo" {"AccessKeyId": "AKID+ /=&AKID+ /=&"}, c.get_access_key_info().access_key_id("AKID+ /=&AKID+ /=&"));
    let arn = "arn:aws:iam::123456789012:role/a";
    presign!(sts "AssumeRole" {"RoleArn": arn, "RoleSessionName": "me", "Policy": "{\"a\": [1, 2]}"},
        c.assume_role().role_arn(arn).role_session_name("me").policy("{\"a\": [1, 2]}"));
    let c = ec2::Client::from_conf(config!(ec2).build());
    presign!(ec2 "DescribeRegions" {"AllRegions": true}, c.describe_regions().all_regions(true));
    presign!(ec2 "DescribeInstances" {"InstanceIds": ["i-1", "i-2"], "Filters": [{"Name": "tag:a", "Values": ["x y", "z*"]}]},
        c.describe_instances().instance_ids("i-1").instance_ids("i-2")
            .filters(ec2::types::Filter::builder().name("tag:a").values("x y").values("z*").build()));
    presign!(ec2 "CopySnapshot" {"SourceRegion": "us-east-1", "SourceSnapshotId": "snap-1", "DestinationRegion": "eu-west-1",
            "PresignedUrl": "https://example.com/?a=b"},
        c.copy_snapshot().source_region("us-east-1").source_snapshot_id("snap-1").destination_region("eu-west-1")
            .presigned_url("https://example.com/?a=b"));
    presign!(ec2 "RunInstances" {"MinCount": 1, "MaxCount": 2, "ClientToken": "t", "UserData": "hi"},
        c.run_instances().min_count(1).max_count(2).client_token("t").user_data("aGk="));
    let c = polly::Client::from_conf(config!(polly).build());
    presign!(polly "SynthesizeSpeech" {"OutputFormat": "mp3", "Text": "hello, world", "VoiceId": "Joanna"},
        c.synthesize_speech().output_format(polly::types::OutputFormat::Mp3).text("hello, world")
            .voice_id(polly::types::VoiceId::Joanna));
    presign!(polly "SynthesizeSpeech" {"OutputFormat": "json", "Text": "<speak>ä</speak>", "VoiceId": "Vicki", "TextType": "ssml",
            "SampleRate": "16000", "Engine": "neural"},
        c.synthesize_speech().output_format(polly::types::OutputFormat::Json).text("<speak>ä</speak>")
            .voice_id(polly::types::VoiceId::Vicki).text_type(polly::types::TextType::Ssml).sample_rate("16000")
            .engine(polly::types::Engine::Neural));
    Ok(())
}
