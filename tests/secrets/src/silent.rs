//! In: a client of a protocol that has no streams. Out: what can be seen of events: nothing.

use super::Client;

/// There is nothing to hear.
pub async fn listen(_: &Client) -> String {
    String::new()
}
