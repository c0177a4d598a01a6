//! In: what build.rs emits from models/rest_xml.smithy. Out: it, as this crate, with the
//! tests that the model brings, and what these cannot say.

include!(concat!(env!("OUT_DIR"), "/rest_xml/src/lib.rs"));

/// What a later version of the service sends: no case of a model can name it.
mod later {
    use crate::operation::{choices, fail};
    use whitesmith_runtime::__private::v1::protocol_test::Received;

    #[test]
    fn an_unknown_member_of_a_union_keeps_its_name() {
        let body = "<ChoicesOutput><choices><member><novel><Text>x</Text></novel></member></choices></ChoicesOutput>";
        let received = Received::new(200).body(body, "application/xml");
        let output: choices::ChoicesOutput =
            received.read::<_, choices::ChoicesError>(&choices::OPERATION).expect("it can be read");
        assert_eq!(output.choices()[0].unknown_tag(), Some("novel"));
    }

    #[test]
    fn an_error_outside_of_the_model_keeps_what_is_known_of_it() {
        use crate::error::ProvideErrorMetadata;
        use crate::operation::RequestId;

        let body = "<ErrorResponse><Error><Code>Novel</Code><Message>no</Message></Error><RequestId>id</RequestId></ErrorResponse>";
        let received = Received::new(400).body(body, "application/xml");
        let error = received.read::<fail::FailOutput, fail::FailError>(&fail::OPERATION).expect_err("it is an error");
        assert_eq!((error.code(), error.message()), (Some("Novel"), Some("no")));
        assert_eq!(error.meta().request_id(), Some("id"));
    }
}

/// Answers with the status of a success that are none of the protocol.
mod strangers {
    use crate::error::{DisplayErrorContext, ProvideErrorMetadata};
    use crate::operation::RequestId;
    use crate::operation::{named_payload, nothing, rooted, scalars, structure_payload};
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
    fn the_root_of_an_output_is_that_of_the_model() {
        for (body, found) in [(PAGE, "`html`"), (ERROR, "`Error`"), ("", "an empty body"), (" \n", "an empty body")] {
            let expected = format!("expected the root element `ScalarMembers`, found {found}");
            check::<scalars::ScalarsOutput, scalars::ScalarsError>(body, &scalars::OPERATION, &expected);
            let expected = format!("expected the root element `Given`, found {found}");
            check::<rooted::RootedOutput, rooted::RootedError>(body, &rooted::OPERATION, &expected);
        }
        check::<scalars::ScalarsOutput, scalars::ScalarsError>("secret", &scalars::OPERATION, "found no element");
    }

    #[test]
    fn so_is_the_root_of_a_payload() {
        for (body, found) in [(PAGE, "`html`"), (ERROR, "`Error`"), ("", "an empty body")] {
            let expected = format!("expected the root element `ReadLeaf`, found {found}");
            let operation = &structure_payload::OPERATION;
            check::<structure_payload::StructurePayloadOutput, structure_payload::StructurePayloadError>(
                body, operation, &expected,
            );
            let expected = format!("expected the root element `Taken`, found {found}");
            let operation = &named_payload::OPERATION;
            check::<named_payload::NamedPayloadOutput, named_payload::NamedPayloadError>(body, operation, &expected);
        }
    }

    #[test]
    fn without_members_in_it_the_body_does_not_matter() {
        for body in [PAGE, ERROR, "secret", ""] {
            let received = Received::new(200).body(body, "text/html");
            let read = received.read::<nothing::NothingOutput, nothing::NothingError>(&nothing::OPERATION);
            assert!(read.is_ok(), "{read:?}");
        }
    }
}
