//! Two clients, one of them without a model.
fn run(store: aws_sdk_store::Client, warehouse: aws_sdk_warehouse::Client) {}
