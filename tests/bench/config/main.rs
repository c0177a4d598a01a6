//! In: a queue, credentials wherever aws-config finds them. Out: the id of one message. Why: a
//! whole program that calls AWS, whose cold build is measured. It is not run.

use aws_config::BehaviorVersion;
use std::error::Error;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let loader = aws_config::defaults(BehaviorVersion::latest());
    #[cfg(feature = "lean")]
    let loader = loader.http_client(aws_sdk_sqs::config::https_client());
    let client = aws_sdk_sqs::Client::new(&loader.load().await);
    let queue = std::env::args().nth(1).ok_or("usage: config QUEUE_URL")?;
    let output = client.send_message().queue_url(queue).message_body("hello").send().await?;
    println!("{}", output.message_id().unwrap_or_default());
    Ok(())
}
