//! Outside of the folder of its package.
async fn run(client: aws_sdk_store::Client) {
    let _ = client.query().send().await;
}

fn main() {}
