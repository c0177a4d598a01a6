//! An operation in a macro, a waiter, a module that is called otherwise, an included file.

use aws_sdk_store as store;

include!("parts/more.inc");

macro_rules! call {
    ($client:ident, $operation:ident) => {
        $client.$operation().send()
    };
}

/// ```
/// client.delete_item();
/// ```
///
/// ```text
/// client.restore_item();
/// ```
async fn run(client: store::Client) {
    let query = "a variable";
    let _ = call!(client, put_item).await;
    let _ = client.wait_until_item_exists().id(query).await;
}

fn main() {}
