//! In: keys that callers have objects encrypted with. Out: the headers with them and their hashes,
//! and no other place that shows a key.

use crate::{only, serve, Checked};
use boxes::error::DisplayErrorContext;
use boxes::primitives::ByteStream;
use whitesmith_tests::loopback::Reply;

/// The bytes 0 to 31, and their MD5.
const KEY: &str = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
const HASH: &str = "tP/LI3N87DFaSk0aoqYgzg==";
/// 32 times `A`.
const SOURCE_KEY: &str = "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE=";
const SOURCE_HASH: &str = "UhbdzFjo2t5SVgded/ZC2g==";

const KEY_HEADER: &str = "x-amz-server-side-encryption-customer-key";
const HASH_HEADER: &str = "x-amz-server-side-encryption-customer-key-md5";

/// The headers of a request with this key and, if it is set, this hash.
async fn sent(key: Option<&str>, hash: Option<&str>) -> Result<[Option<String>; 2], Box<dyn std::error::Error>> {
    let (server, client) = serve(Reply::ok("")).await?;
    let call = client.get_object().key("a").set_sse_customer_key(key.map(str::to_owned));
    call.set_sse_customer_key_md5(hash.map(str::to_owned)).send().await?;
    let request = only(&server)?;
    Ok([KEY_HEADER, HASH_HEADER].map(|name| request.header(name).map(str::to_owned)))
}

#[tokio::test]
async fn a_key_is_sent_as_it_is_with_its_hash() -> Checked {
    assert_eq!(sent(Some(KEY), None).await?, [Some(KEY.to_owned()), Some(HASH.to_owned())]);
    Ok(())
}

#[tokio::test]
async fn the_hash_of_the_caller_is_left_as_it_is() -> Checked {
    assert_eq!(sent(Some(KEY), Some("mine")).await?, [Some(KEY.to_owned()), Some("mine".to_owned())]);
    Ok(())
}

#[tokio::test]
async fn there_is_no_hash_of_what_is_not_a_key() -> Checked {
    assert_eq!(sent(None, None).await?, [None, None]);
    let text = "not in base64, so not encoded by anybody";
    assert_eq!(sent(Some(text), None).await?, [Some(text.to_owned()), None]);
    Ok(())
}

#[tokio::test]
async fn the_key_of_a_source_has_its_own_hash() -> Checked {
    let (server, client) = serve(Reply::ok("")).await?;
    client.copy_object().key("a").sse_customer_key(KEY).copy_source_sse_customer_key(SOURCE_KEY).send().await?;
    let request = only(&server)?;
    let source = "x-amz-copy-source-server-side-encryption-customer-key-md5";
    assert_eq!([request.header(HASH_HEADER), request.header(source)], [Some(HASH), Some(SOURCE_HASH)]);
    Ok(())
}

#[tokio::test]
async fn no_error_and_no_debug_output_shows_a_key() -> Checked {
    // It cannot be in a header, so there is an error of ours, and one of the service.
    for key in [KEY, "AAEC\nAwQF"] {
        let (_server, client) = serve(Reply::status(400, "<Error><Code>InvalidArgument</Code></Error>")).await?;
        let call = client.upload_part().key("a").sse_customer_key(key).body(ByteStream::from_static(b"text"));
        let debug = format!("{call:?}");
        let error = call.send().await.err().ok_or("it was sent")?;
        let shown = format!("{debug} {error:?} {}", DisplayErrorContext(&error));
        assert!(!shown.contains("AAEC") && !shown.contains("AwQF"), "{shown}");
    }
    Ok(())
}
