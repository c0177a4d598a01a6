//! Passes a client on, and depends on one that it does not name.
pub fn same(client: aws_sdk_store::Client) -> aws_sdk_store::Client {
    client
}
