//! In: what build.rs emits from models/rest_xml.smithy. Out: it, as this crate, with the
//! tests that the model brings, and what these cannot say.

include!(concat!(env!("OUT_DIR"), "/rest_xml/src/lib.rs"));

/// What a later version of the service sends: no case of a model can name it.
mod later {
    use crate::operation::{choices, fail};
    use whitesmith_runtime::__private::v1::protocol_test::Received;

    #[test]
    fn an_unknown_member_of_a_union_keeps_its_name() {
        let body = "<R><choices><member><novel><Text>x</Text></novel></member></choices></R>";
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
