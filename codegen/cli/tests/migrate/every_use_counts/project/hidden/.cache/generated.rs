//! Not read, since its folder is hidden.
fn run(client: aws_sdk_store::Client) { client.read_item(); }
