//! The only member that calls anything.
pub type Getter = store::operation::get_item::builders::GetItemFluentBuilder;

pub fn get(client: &store::Client) -> Getter {
    client.get_item().id("1")
}

#[cfg(unix)]
pub async fn purge(client: aws_sdk_queue::Client) {
    let _ = client.purge().send().await;
}
