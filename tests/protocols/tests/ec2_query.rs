//! In: what build.rs emits from models/ec2_query.smithy. Out: it, as this crate, with the
//! tests that the model brings, and what these cannot say.

#![allow(clippy::too_many_lines)] // A test of all types.

include!(concat!(env!("OUT_DIR"), "/ec2_query/src/lib.rs"));

/// Answers with the status of a success that are none of the protocol.
mod strangers {
    use crate::error::{DisplayErrorContext, ProvideErrorMetadata};
    use crate::operation::RequestId;
    use crate::operation::{nothing, read};
    use whitesmith_runtime::__private::v1::{op::Operation, protocol_test::Received, CreateUnhandledError};

    #[track_caller]
    fn check<T, E>(body: &str, operation: &Operation, expected: &str)
    where
        T: std::fmt::Debug + Send + Sync + 'static,
        E: std::error::Error + ProvideErrorMetadata + CreateUnhandledError + Send + Sync + 'static,
    {
        let received = Received::new(200).header("x-amzn-requestid", "r-1").body(body, "application/xml");
        let error = received.read::<T, E>(operation).expect_err("it is an error");
        let text = DisplayErrorContext(&error).to_string();
        assert!(text.contains(expected) && !text.contains("secret"), "{text}");
        assert_eq!((error.code(), error.meta().request_id()), (None, Some("r-1")));
    }

    const ERROR: &str = "<Error><Code>secret</Code></Error>";
    const PAGE: &str = "<!DOCTYPE html><html><body>secret<br></body></html>";

    #[test]
    fn the_root_of_an_output_is_that_of_the_operation() {
        let wrapped = "<Response><Errors><Error><Code>secret</Code></Error></Errors></Response>";
        for (body, found) in [(PAGE, "`html`"), (ERROR, "`Error`"), (wrapped, "`Response`"), ("", "an empty body")] {
            let expected = format!("expected the root element `ReadResponse`, found {found}");
            check::<read::ReadOutput, read::ReadError>(body, &read::OPERATION, &expected);
        }
    }

    #[test]
    fn without_members_in_it_the_body_does_not_matter() {
        for body in [PAGE, ERROR, ""] {
            let received = Received::new(200).body(body, "text/html");
            let read = received.read::<nothing::NothingOutput, nothing::NothingError>(&nothing::OPERATION);
            assert!(read.is_ok(), "{read:?}");
        }
    }
}
