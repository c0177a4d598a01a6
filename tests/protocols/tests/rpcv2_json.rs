//! In: what build.rs emits from models/rpcv2_json.smithy. Out: it, as this crate, with the
//! tests that the model brings, and what these cannot say.

#![allow(clippy::too_many_lines)] // A test of all types.

include!(concat!(env!("OUT_DIR"), "/rpcv2_json/src/lib.rs"));

/// Responses that are not of the protocol, or of a later version of the service.
mod others {
    use crate::error::ProvideErrorMetadata;
    use crate::operation::{fail, scalars, shapes};
    use whitesmith_runtime::__private::v1::protocol_test::Received;

    const BROKEN: &str = r#"{"__type": "protocols#Broken"}"#;

    fn received(status: u16, body: &str) -> Received {
        Received::new(status).header("smithy-protocol", "rpc-v2-json").body(body, "application/json")
    }

    #[track_caller]
    fn read_scalars(received: Received) -> Result<scalars::ScalarsOutput, scalars::ScalarsError> {
        received.read(&scalars::OPERATION)
    }

    #[track_caller]
    fn failure(received: Received) -> fail::FailError {
        received.read::<fail::FailOutput, _>(&fail::OPERATION).expect_err("it is an error")
    }

    #[test]
    fn a_success_that_does_not_name_the_protocol_is_an_error() {
        for received in [Received::new(200), Received::new(200).header("smithy-protocol", "rpc-v2-cbor")] {
            let read = read_scalars(received.body("{}", "application/json"));
            assert_eq!(read.expect_err("it does not speak the protocol").code(), None);
        }
    }

    #[test]
    fn an_error_that_does_not_name_the_protocol_is_not_of_the_model() {
        let error = failure(Received::new(500).body(BROKEN, "application/json"));
        assert!(!error.is_broken(), "{error:?}");
        let error = failure(received(500, BROKEN));
        assert!(error.is_broken(), "{error:?}");
    }

    #[test]
    fn an_error_whose_body_has_no_type_is_not_of_the_model() {
        for body in [r#"{"code": "Broken"}"#, r#"{"Code": "Broken"}"#, r#"["Broken"]"#, "<html>"] {
            let error = failure(received(500, body).header("x-amzn-errortype", "Broken"));
            assert!(!error.is_broken(), "{error:?}");
            assert_eq!(error.code(), None, "{body}");
        }
    }

    #[test]
    fn an_unknown_type_is_the_code() {
        let error = failure(received(400, r#"{"__type": "a.b#Novel:http://x", "message": "m"}"#));
        assert_eq!((error.code(), error.message()), (Some("Novel"), Some("m")));
    }

    #[test]
    fn text_that_is_not_a_big_number_is_an_error() {
        for text in ["", "1.0", "0x1", "+1", " 1"] {
            let read = read_scalars(received(200, &format!("{{\"bigInteger\": {text:?}}}")));
            assert!(read.is_err(), "{text}");
        }
    }

    #[test]
    fn an_unknown_member_of_a_union_keeps_its_name() {
        let output: shapes::ShapesOutput = received(200, r#"{"choices": [{"novel": {"x": 1}}]}"#)
            .read::<_, shapes::ShapesError>(&shapes::OPERATION)
            .expect("it can be read");
        assert_eq!(output.choices()[0].unknown_tag(), Some("novel"));
    }
}

/// What the emitted tests of streams cannot say: messages that are not events.
mod streams {
    use crate::primitives::DateTime;
    use crate::types::{Word, Words};
    use whitesmith_runtime::__private::v1::protocol_test::{events, sent};

    #[test]
    fn members_beside_a_stream_are_in_a_message_before_it() {
        let word = Word::builder().text("hi").at(DateTime::from_secs_f64(1.5)).build();
        let words = events(vec![Ok(Words::Word(word))]);
        let sent = sent(|http_client| {
            let config = crate::Config::builder().behavior_version(crate::config::BehaviorVersion::latest());
            let config = config.endpoint_url("https://example.com").http_client(http_client).build();
            crate::Client::from_conf(config).talk().room("blue").words(words).send()
        });
        sent.is("POST", "/service/Attic/operation/Talk");
        sent.has_header("smithy-protocol", "rpc-v2-json");
        sent.has_header("content-type", "application/vnd.amazon.eventstream");
        sent.has_header("accept", "application/json");
        sent.has_no_header("content-length");
        let mut messages = sent.events();
        for (event_type, body) in [("initial-request", r#"{"room": "blue"}"#), ("word", r#"{"text": "hi", "at": 1.5}"#)]
        {
            let message = messages.next();
            message.has_header(":message-type", "event");
            message.has_header(":event-type", event_type);
            message.has_header(":content-type", "application/json");
            message.has_body(body, "application/json");
        }
        messages.end();
    }
}
