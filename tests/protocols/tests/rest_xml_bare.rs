//! In: what build.rs emits from models/rest_xml_bare.smithy. Out: it, as this crate, with the
//! tests that the model brings, and what these cannot say.

include!(concat!(env!("OUT_DIR"), "/rest_xml_bare/src/lib.rs"));

/// Other documents than the protocol has.
mod strangers {
    use crate::error::{DisplayErrorContext, ProvideErrorMetadata};
    use crate::operation::find::{FindError, FindOutput, OPERATION};
    use whitesmith_runtime::__private::v1::protocol_test::Received;

    #[test]
    fn an_error_with_the_status_of_a_success_is_none() {
        let received = Received::new(200).body("<Error><Code>Lost</Code></Error>", "application/xml");
        let error = received.read::<FindOutput, FindError>(&OPERATION).expect_err("it is no output");
        let text = DisplayErrorContext(&error).to_string();
        assert!(text.contains("expected the root element `FindOutput`, found `Error`"), "{text}");
        assert!(!error.is_lost(), "{text}");
    }

    #[test]
    fn an_error_has_the_root_of_the_protocol() {
        let body = "<ErrorResponse><Error><Code>Lost</Code></Error></ErrorResponse>";
        let received = Received::new(404).body(body, "application/xml");
        let error = received.read::<FindOutput, FindError>(&OPERATION).expect_err("it is an error");
        let expected = "404 Not Found with the root element `ErrorResponse` in place of `Error`";
        assert_eq!((error.code(), error.message()), (None, Some(expected)));
    }
}
