//! Addresses that are none, from a setting that somebody got wrong: an error, and when.

use std::panic::catch_unwind;

use aws_sdk_sts::config::Region;
use aws_sdk_sts::{Client, Config};
use compat_support::{clock, credentials, panic_message, say, say_error, Outcome};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    std::panic::set_hook(Box::new(|_| {}));
    for (name, url) in [("no scheme", "sts.example.com"), ("spaces", "http://sts example")] {
        let made = catch_unwind(|| {
            let config = Config::builder()
                .behavior_version_latest()
                .region(Region::new("us-east-1"))
                .credentials_provider(credentials())
                .time_source(clock())
                .endpoint_url(url);
            Client::from_conf(config.build())
        });
        let client = match made {
            Ok(client) => client,
            Err(panic) => {
                say(&format!("{name}, panic"), panic_message(panic));
                continue;
            }
        };
        match client.get_caller_identity().send().await {
            Ok(_) => say(name, "sent"),
            Err(error) => say_error(name, &error),
        }
    }
    Ok(())
}
