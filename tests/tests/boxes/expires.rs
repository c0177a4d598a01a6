//! In: what S3 has stored as `Expires`. Out: the time, if it is one, and the text in any case.

#![allow(deprecated)] // What is deprecated is tested as well.

use crate::{only, serve, Checked};
use boxes::primitives::DateTime;
use whitesmith_tests::loopback::Reply;

const TIME: &str = "Mon, 07 Jul 2025 10:30:45 GMT";
const SECONDS: i64 = 1_751_884_245;

#[tokio::test]
async fn a_time_is_a_time_and_a_text() -> Checked {
    let (_server, client) = serve(Reply::ok("").header("Expires", TIME)).await?;
    let output = client.head_object().key("a").send().await?;
    assert_eq!((output.expires(), output.expires_string()), (Some(&DateTime::from_secs(SECONDS)), Some(TIME)));
    Ok(())
}

#[tokio::test]
async fn what_is_not_a_time_is_only_a_text() -> Checked {
    for text in ["never", "0", "Mon, 07 Jul 2025", "2025-07-07T10:30:45Z"] {
        let (_server, client) = serve(Reply::ok("body").header("Expires", text)).await?;
        let output = client.get_object().key("a").send().await?;
        assert_eq!((output.expires(), output.expires_string()), (None, Some(text)));
        assert_eq!(output.body.collect().await?.to_vec(), b"body");
    }
    let (_server, client) = serve(Reply::ok("").header("Expires", "never").header("Expires", TIME)).await?;
    let output = client.head_object().key("a").send().await?;
    assert_eq!((output.expires(), output.expires_string()), (None, Some("never")));
    let (_server, client) = serve(Reply::ok("")).await?;
    let output = client.head_object().key("a").send().await?;
    assert_eq!((output.expires(), output.expires_string()), (None, None));
    Ok(())
}

#[tokio::test]
async fn callers_send_a_time() -> Checked {
    let (server, client) = serve(Reply::ok("")).await?;
    client.put_object().key("a").expires(DateTime::from_secs(SECONDS)).send().await?;
    assert_eq!(only(&server)?.header("expires"), Some(TIME));
    Ok(())
}
