//! A producer with records that were refused, and a consumer of one shard.

use aws_sdk_kinesis::error::SdkError;
use aws_sdk_kinesis::operation::put_records::{PutRecordsError, PutRecordsOutput};
use aws_sdk_kinesis::primitives::Blob;
use aws_sdk_kinesis::types::{PutRecordsRequestEntry, Record, ShardIteratorType};
use aws_sdk_kinesis::Client;
use compat_support::{quick_retries, say, shared_config, show, Answer, Outcome, Server};

/// Puts records until none is refused.
async fn put(client: &Client, mut records: Vec<PutRecordsRequestEntry>) -> Result<u32, SdkError<PutRecordsError>> {
    let mut rounds = 0;
    while !records.is_empty() {
        rounds += 1;
        let output: PutRecordsOutput =
            client.put_records().stream_name("clicks").set_records(Some(records.clone())).send().await?;
        show("failed", output.failed_record_count());
        let refused = output.records().iter().map(|result| {
            if let Some(code) = result.error_code() {
                say("refused", format!("{code}, {}", result.error_message().unwrap_or_default()));
            }
            result.error_code().is_some()
        });
        let refused: Vec<bool> = refused.collect();
        let mut refused = refused.into_iter();
        records.retain(|_| refused.next().unwrap_or(false));
    }
    Ok(rounds)
}

async fn read(client: &Client) -> Result<Vec<Record>, aws_sdk_kinesis::Error> {
    let iterator = client
        .get_shard_iterator()
        .stream_arn("arn:aws:kinesis:eu-central-1:123456789012:stream/clicks")
        .shard_id("shardId-0")
        .shard_iterator_type(ShardIteratorType::AtTimestamp)
        .timestamp(aws_sdk_kinesis::primitives::DateTime::from_millis(1_767_225_600_500))
        .send()
        .await?;
    let mut records = Vec::new();
    let mut next = iterator.shard_iterator;
    while let Some(iterator) = next {
        let output = client.get_records().shard_iterator(iterator).limit(2).send().await?;
        show("behind", output.millis_behind_latest());
        next = output.next_shard_iterator;
        records.extend(output.records);
    }
    Ok(records)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let server = Server::start([
        Answer::ok(
            r#"{"FailedRecordCount":1,"Records":[{"SequenceNumber":"1","ShardId":"s"},
                {"ErrorCode":"ProvisionedThroughputExceededException","ErrorMessage":"Rate exceeded"}]}"#,
        ),
        Answer::ok(
            r#"{"FailedRecordCount":0,"Records":[{"SequenceNumber":"2","ShardId":"s"}],"EncryptionType":"KMS"}"#,
        ),
        Answer::ok(r#"{"ShardIterator":"i-1"}"#),
        Answer::ok(
            r#"{"MillisBehindLatest":12,"NextShardIterator":"i-2","Records":[{"Data":"aGk=","PartitionKey":"p",
                "SequenceNumber":"3","ApproximateArrivalTimestamp":1.7672256005E9}]}"#,
        ),
        Answer::new(400, r#"{"__type":"ProvisionedThroughputExceededException","message":"slow"}"#),
        Answer::ok(r#"{"MillisBehindLatest":0,"Records":[{"PartitionKey":"q","Data":""}]}"#),
        Answer::new(400, r#"{"__type":"ExpiredIteratorException","message":"5 minutes"}"#),
    ]);
    let config = shared_config().endpoint_url(server.url()).retry_config(quick_retries()).build();
    let client = Client::new(&config);
    let entry = |key: &str| PutRecordsRequestEntry::builder().data(Blob::new(key)).partition_key(key).build();
    say("rounds", put(&client, vec![entry("a")?, entry("b")?]).await?);
    for record in read(&client).await? {
        say("record", String::from_utf8_lossy(record.data().as_ref()));
        show("record", (record.sequence_number(), record.approximate_arrival_timestamp(), record.encryption_type()));
    }
    let error = client.get_records().shard_iterator("old").send().await.err().ok_or("it is expired")?;
    show("expired", error.as_service_error().is_some_and(|error| error.is_expired_iterator_exception()));
    for request in server.received() {
        say("request", request.header("x-amz-target").unwrap_or("(none)"));
        say("request, body", String::from_utf8_lossy(&request.body));
    }
    Ok(())
}
