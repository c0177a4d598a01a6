//! In: a service that answers with a stream. Out: what can be seen of its events.

use super::Client;
use crate::seen::{of_error, of_value};

/// Calls the operation and takes events until there are no more.
pub async fn listen(client: &Client) -> String {
    let result = client.listen().send().await;
    let mut seen = String::new();
    let mut output = match result {
        Ok(output) => output,
        Err(error) => return of_error(&super::Error::from(error)),
    };
    seen.push_str(&of_value(&output));
    loop {
        let event = output.events.recv().await;
        match event {
            Ok(None) => return seen,
            Ok(Some(event)) => seen.push_str(&of_value(&event)),
            Err(error) => {
                seen.push_str(&of_error(&error));
                // The operation's own, without what is around it.
                return seen + &error.into_service_error().to_string();
            }
        }
    }
}
