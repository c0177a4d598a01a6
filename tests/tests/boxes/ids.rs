//! In: responses with two ids of their requests. Out: both, from whatever the client has made of
//! the response.

use crate::{serve, Checked};
use boxes::error::{ErrorMetadata, ProvideErrorMetadata};
use boxes::operation::get_object::GetObjectError;
use boxes::operation::{RequestId, RequestIdExt};
use whitesmith_tests::loopback::Reply;

fn with_ids(reply: Reply) -> Reply {
    reply.header("x-amz-request-id", "first").header("x-amz-id-2", "second")
}

/// The ids that something has.
fn ids(of: &(impl RequestId + RequestIdExt)) -> [Option<&str>; 2] {
    [of.request_id(), of.extended_request_id()]
}

const BOTH: [Option<&str>; 2] = [Some("first"), Some("second")];

#[tokio::test]
async fn an_output_has_both_ids() -> Checked {
    let (_server, client) = serve(with_ids(Reply::ok("text"))).await?;
    let call = client.get_object().key("a").send().await;
    assert_eq!(ids(&call), BOTH);
    assert_eq!(ids(&call?), BOTH);
    Ok(())
}

#[tokio::test]
async fn a_response_without_ids_has_none() -> Checked {
    let (_server, client) = serve(Reply::ok("text")).await?;
    assert_eq!(ids(&client.get_object().key("a").send().await?), [None, None]);
    let (_server, client) = serve(Reply::status(404, "<Error><Code>NoSuchKey</Code></Error>")).await?;
    let error = client.get_object().key("a").send().await.err().ok_or("it is there")?;
    assert_eq!((ids(&error), error.meta().extra("s3_extended_request_id")), ([None, None], None));
    Ok(())
}

#[tokio::test]
async fn each_form_of_an_error_has_both_ids() -> Checked {
    for (code, is_modeled) in [("NoSuchKey", true), ("Other", false)] {
        let body = format!("<Error><Code>{code}</Code></Error>");
        let (_server, client) = serve(with_ids(Reply::status(404, body))).await?;
        let error = client.get_object().key("a").send().await.err().ok_or("it is there")?;
        assert_eq!(ids(&error), BOTH);
        let raw = error.raw_response().ok_or("no response")?;
        assert_eq!([raw.extended_request_id(), raw.headers().extended_request_id()], [Some("second"); 2]);
        let error = error.into_service_error();
        assert_eq!((ids(&error), ids(error.meta())), (BOTH, BOTH));
        assert!(error.meta().to_string().contains("second"), "{}", error.meta());
        assert_eq!(error.is_no_such_key(), is_modeled);
        if let GetObjectError::NoSuchKey(error) = &error {
            assert_eq!(ids(error), BOTH);
        }
        assert_eq!(ids(&boxes::Error::from(error)), BOTH);
    }
    Ok(())
}

#[test]
fn metadata_of_a_caller_may_have_the_second_id() {
    let metadata = ErrorMetadata::builder().custom("s3_extended_request_id", "mine").build();
    assert_eq!(metadata.extended_request_id(), Some("mine"));
    assert_eq!(GetObjectError::generic(metadata).extended_request_id(), Some("mine"));
}

#[tokio::test]
async fn a_success_that_cannot_be_read_has_both_ids() -> Checked {
    let (_server, client) = serve(with_ids(Reply::ok("<ListPartsOutput><IsTruncated>?</IsTruncated>"))).await?;
    let error = client.list_parts().key("a").send().await.err().ok_or("it was read")?;
    assert_eq!(ids(&error.into_service_error()), BOTH);
    Ok(())
}
