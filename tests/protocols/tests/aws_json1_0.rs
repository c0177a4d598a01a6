//! In: what build.rs emits from models/aws_json1_0.smithy. Out: it, as this crate, with the
//! tests that the model brings, and what these cannot say.

include!(concat!(env!("OUT_DIR"), "/aws_json1_0/src/lib.rs"));

/// Codes of errors, which no value of a member shows.
mod codes {
    use crate::error::ProvideErrorMetadata;
    use crate::operation::sell::{SellError, SellOutput, OPERATION};
    use whitesmith_runtime::__private::v1::protocol_test::Received;

    #[track_caller]
    fn check(header: &'static str, body: &'static str, code: &str, ty: Option<&str>) -> SellError {
        let received = Received::new(400).header("x-amzn-query-error", header).body(body, "application/json");
        let error = received.read::<SellOutput, SellError>(&OPERATION).expect_err("the status is an error's");
        assert_eq!((error.code(), error.meta().extra("type")), (Some(code), ty));
        error
    }

    #[test]
    fn callers_see_the_code_that_they_know() {
        let error =
            check("Kiosk.Refused;Sender", r#"{"__type": "protocols#Refused"}"#, "Kiosk.Refused", Some("Sender"));
        assert!(error.is_refused(), "{error:?}");
        // The header alone does not say which error it is.
        let error = check("Kiosk.Refused;Sender", "{}", "Kiosk.Refused", Some("Sender"));
        assert!(!error.is_refused(), "{error:?}");
    }

    #[test]
    fn errors_outside_of_the_model_keep_their_code() {
        check("Kiosk.Closed;Receiver", r#"{"__type": "protocols#Closed"}"#, "Kiosk.Closed", Some("Receiver"));
    }

    #[test]
    fn a_header_of_another_form_says_nothing() {
        for header in ["", "Kiosk.Closed", ";Sender"] {
            check(header, r#"{"__type": "protocols#Closed"}"#, "Closed", None);
        }
    }
}

/// Nobody has said where the service is.
mod addresses {
    use crate::config::Config;
    use crate::Client;

    #[test]
    fn a_client_has_to_be_given_one() {
        let config = Config::builder;
        let error = Client::try_from_conf(config().build()).expect_err("there is no address").to_string();
        assert!(error.contains("`endpoint_url`") && !error.contains('\n'), "{error}");
        assert!(Client::try_from_conf(config().endpoint_url("https://kiosk.example").build()).is_ok());
    }
}
