//! Both operations are called.
async fn run(client: aws_sdk_store::Client) {
    let _ = client.get_item().send().await;
    let _ = client.delete_item().send().await;
}
