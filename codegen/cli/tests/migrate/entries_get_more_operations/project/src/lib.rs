//! Calls one operation that the client has, one that it has not, and another client.
async fn run(store: aws_sdk_store::Client, queue: aws_sdk_queue::Client) {
    let _ = store.get_item().send().await;
    let _ = store.query().send().await;
    let _ = queue.send_message().send().await;
}
