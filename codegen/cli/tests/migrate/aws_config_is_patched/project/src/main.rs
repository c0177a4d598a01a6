//! Calls one operation itself.
async fn run(client: aws_sdk_sts::Client) {
    let _ = client.get_caller_identity().send().await;
}

fn main() {}
