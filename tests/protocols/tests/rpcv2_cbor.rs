//! In: what build.rs emits from models/rpcv2_cbor.smithy. Out: it, as this crate, with the
//! tests that the model brings, and what these cannot say.

include!(concat!(env!("OUT_DIR"), "/rpcv2_cbor/src/lib.rs"));

/// Responses that are none of the protocol, or of a later version of the service.
mod others {
    use crate::error::ProvideErrorMetadata;
    use crate::operation::{fail, scalars, shapes};
    use whitesmith_runtime::__private::v1::protocol_test::Received;

    /// `{}`
    const EMPTY: &str = "oA==";
    /// `{"__type": "protocols#Broken"}`
    const BROKEN: &str = "oWZfX3R5cGVwcHJvdG9jb2xzI0Jyb2tlbg==";
    /// `{"choices": [{"novel": {"x": 1}}]}`
    const NOVEL: &str = "oWdjaG9pY2VzgaFlbm92ZWyhYXgB";

    #[track_caller]
    fn check_refused(received: Received) {
        let read = received.body(EMPTY, "application/cbor").read::<scalars::ScalarsOutput, _>(&scalars::OPERATION);
        let error: scalars::ScalarsError = read.expect_err("it does not speak the protocol");
        assert_eq!(error.code(), None);
    }

    #[test]
    fn a_success_that_does_not_name_the_protocol_is_an_error() {
        check_refused(Received::new(200));
        check_refused(Received::new(200).header("smithy-protocol", "rpc-v3-cbor"));
    }

    #[test]
    fn an_error_that_does_not_name_the_protocol_is_none_of_the_model() {
        let received = Received::new(500).body(BROKEN, "application/cbor");
        let error = received.read::<fail::FailOutput, fail::FailError>(&fail::OPERATION).expect_err("it is an error");
        assert!(!error.is_broken(), "{error:?}");
        let received = Received::new(500).header("smithy-protocol", "rpc-v2-cbor").body(BROKEN, "application/cbor");
        let error = received.read::<fail::FailOutput, fail::FailError>(&fail::OPERATION).expect_err("it is an error");
        assert!(error.is_broken(), "{error:?}");
    }

    #[test]
    fn an_unknown_member_of_a_union_keeps_its_name() {
        let received = Received::new(200).header("smithy-protocol", "rpc-v2-cbor").body(NOVEL, "application/cbor");
        let output: shapes::ShapesOutput =
            received.read::<_, shapes::ShapesError>(&shapes::OPERATION).expect("it can be read");
        assert_eq!(output.choices()[0].unknown_tag(), Some("novel"));
    }
}
