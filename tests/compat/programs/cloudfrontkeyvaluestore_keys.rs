//! Keys and values at the edge: hosts with the account, signatures for all regions, ETags.

use aws_sdk_cloudfrontkeyvaluestore::config::{Credentials, Region};
use aws_sdk_cloudfrontkeyvaluestore::types::{DeleteKeyRequestListItem, PutKeyRequestListItem};
use aws_sdk_cloudfrontkeyvaluestore::{Client, Config};
use aws_smithy_http_client::test_util::{ReplayEvent, StaticReplayClient};
use aws_smithy_types::body::SdkBody;
use compat_support::{clock, say, say_error, say_header, show, Outcome};

const STORE: &str = "arn:aws:cloudfront::123456789012:key-value-store/7c2f";

fn answer(status: u16, body: &'static str) -> Result<ReplayEvent, http::Error> {
    let request = http::Request::builder().uri("https://a/").body(SdkBody::empty())?;
    let response = http::Response::builder().status(status).header("etag", "E1");
    Ok(ReplayEvent::new(request, response.header("x-amzn-errortype", "ConflictException").body(SdkBody::from(body))?))
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let http_client = StaticReplayClient::new(vec![
        answer(200, r#"{"ItemCount":1,"TotalSizeInBytes":5,"KvsARN":"a","Created":1767225600.5}"#)?,
        answer(200, r#"{"ItemCount":2,"TotalSizeInBytes":9}"#)?,
        answer(200, r#"{"Key":"a/b","Value":"v","ItemCount":2,"TotalSizeInBytes":9}"#)?,
        answer(200, r#"{"Items":[{"Key":"a","Value":"1"}],"NextToken":"n"}"#)?,
        answer(200, r#"{"Items":[{"Key":"b","Value":"2"}]}"#)?,
        answer(409, r#"{"Message":"the store changed"}"#)?,
    ]);
    let config = Config::builder()
        .behavior_version_latest()
        .region(Region::new("us-east-1"))
        .credentials_provider(Credentials::from_keys("AKID", "secret", None))
        .time_source(clock())
        .http_client(http_client.clone());
    let client = Client::from_conf(config.build());
    let store = client.describe_key_value_store().kvs_arn(STORE).send().await?;
    show("store", &store);
    let put = client.put_key().kvs_arn(STORE).key("a/b").value("v").if_match(store.e_tag()).send().await?;
    show("put", (put.e_tag(), put.item_count()));
    show("get", client.get_key().kvs_arn(STORE).key("a/b").send().await?.value());
    let keys: Vec<_> =
        client.list_keys().kvs_arn(STORE).into_paginator().page_size(1).items().send().try_collect().await?;
    show("keys", keys);
    let puts = PutKeyRequestListItem::builder().key("k").value("v").build()?;
    let deletes = DeleteKeyRequestListItem::builder().key("d").build()?;
    let update = client.update_keys().kvs_arn(STORE).if_match("E0").puts(puts).deletes(deletes);
    let error = update.send().await.err().ok_or("the ETag is old")?;
    show("conflict", error.as_service_error().map(|error| error.is_conflict_exception()));
    say_error("conflict", &error);
    for request in http_client.actual_requests() {
        say("request", format!("{} {}", request.method(), request.uri()));
        for header in ["if-match", "x-amz-region-set", "x-amz-content-sha256", "x-amz-date"] {
            say_header("request", request, header);
        }
        let authorization = request.headers().get("authorization").unwrap_or_default();
        say("request, scheme", authorization.split(", Signature").next().unwrap_or_default());
        say("request, body", String::from_utf8_lossy(request.body().bytes().unwrap_or_default()));
    }
    for store in ["", "not an arn", "arn:aws:s3:::bucket", "arn:aws-cn:cloudfront::123456789012:key-value-store/1"] {
        let error = client.get_key().kvs_arn(store).key("k").send().await.err().ok_or("no answer is left")?;
        say_error("arn", &error);
    }
    Ok(())
}
