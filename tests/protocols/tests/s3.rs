//! In: what build.rs emits from models/s3.smithy. Out: it, as this crate, with the
//! tests that the model brings, and what these cannot say.

include!(concat!(env!("OUT_DIR"), "/s3/src/lib.rs"));

/// Errors with the status of a success.
mod errors_in_success {
    use crate::error::ProvideErrorMetadata;
    use crate::operation::{copy_object, create_session, get_bucket_location, list_objects_v2, put_object, RequestId};
    use whitesmith_runtime::__private::v1::{op::Operation, protocol_test::Received, CreateUnhandledError};

    const ERROR: &str = "<?xml version=\"1.0\"?>\n<Error><Code>InternalError</Code><Message>m</Message></Error>";

    #[track_caller]
    fn failed<T, E>(body: &str, operation: &Operation) -> E
    where
        T: std::fmt::Debug + Send + Sync + 'static,
        E: std::error::Error + CreateUnhandledError + Send + Sync + 'static,
    {
        let received = Received::new(200).header("x-amz-request-id", "r-1").body(body, "application/xml");
        received.read::<T, E>(operation).expect_err("it is an error")
    }

    #[test]
    fn they_are_read_as_the_errors_that_they_are() {
        let error: copy_object::CopyObjectError =
            failed::<copy_object::CopyObjectOutput, _>(ERROR, &copy_object::OPERATION);
        assert_eq!((error.code(), error.message()), (Some("InternalError"), Some("m")));
        assert_eq!(error.meta().request_id(), Some("r-1"));
        let error: list_objects_v2::ListObjectsV2Error =
            failed::<list_objects_v2::ListObjectsV2Output, _>(ERROR, &list_objects_v2::OPERATION);
        assert_eq!(error.code(), Some("InternalError"));
        let error: create_session::CreateSessionError =
            failed::<create_session::CreateSessionOutput, _>(ERROR, &create_session::OPERATION);
        assert_eq!(error.code(), Some("InternalError"));
        let error: put_object::PutObjectError = failed::<put_object::PutObjectOutput, _>(ERROR, &put_object::OPERATION);
        assert_eq!(error.code(), Some("InternalError"));
    }

    #[test]
    fn one_of_the_model_has_its_members() {
        let body = "<Error><Code>Asleep</Code><tier>ice</tier></Error>";
        let error: copy_object::CopyObjectError =
            failed::<copy_object::CopyObjectOutput, _>(body, &copy_object::OPERATION);
        let copy_object::CopyObjectError::Asleep(error) = error else { panic!("{error:?}") };
        assert_eq!(error.tier(), Some("ice"));
    }

    #[test]
    fn what_is_neither_is_an_error_that_names_what_was_found() {
        for (body, found) in [("<html/>", "found `html`"), ("", "found an empty body"), ("<Place>x</Place>", "`Place`")]
        {
            let error: copy_object::CopyObjectError =
                failed::<copy_object::CopyObjectOutput, _>(body, &copy_object::OPERATION);
            let text = crate::error::DisplayErrorContext(&error).to_string();
            assert!(text.contains("expected the root element `CopyResult`") && text.contains(found), "{text}");
            assert_eq!((error.code(), error.meta().request_id()), (None, Some("r-1")));
        }
        let error: get_bucket_location::GetBucketLocationError =
            failed::<get_bucket_location::GetBucketLocationOutput, _>("<html/>", &get_bucket_location::OPERATION);
        let text = crate::error::DisplayErrorContext(&error).to_string();
        assert!(text.contains("expected the root element `Place`, found `html`"), "{text}");
        let error: create_session::CreateSessionError =
            failed::<create_session::CreateSessionOutput, _>("", &create_session::OPERATION);
        let text = crate::error::DisplayErrorContext(&error).to_string();
        assert!(text.contains("the body is empty"), "{text}");
    }
}

/// Public buckets need no credentials.
mod identities {
    use crate::config::{BehaviorVersion, Builder, Config, Credentials, Region};
    use whitesmith_runtime::__private::v1::protocol_test::sent;

    fn authorization(set: fn(Builder) -> Builder) -> Option<String> {
        let request = sent(|http_client| {
            let config = Config::builder()
                .behavior_version(BehaviorVersion::latest())
                .region(Region::new("us-east-1"))
                .http_client(http_client);
            crate::Client::from_conf(set(config).build()).copy_object().send()
        });
        request.get("authorization").map(str::to_owned)
    }

    #[test]
    fn a_call_is_signed_if_somebody_can() {
        assert_eq!(authorization(|config| config), None);
        let signed = authorization(|config| config.credentials_provider(Credentials::for_tests()));
        assert!(signed.is_some_and(|signed| signed.starts_with("AWS4-HMAC-SHA256 ")));
    }
}

/// Whole calls.
mod retries {
    use crate::config::http::{HttpRequest, HttpResponse};
    use crate::config::retry::RetryConfig;
    use crate::config::{BehaviorVersion, Config};
    use crate::error::ProvideErrorMetadata;
    use aws_smithy_runtime_api::client::http::{
        HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
    };
    use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
    use std::sync::{Arc, Mutex};

    /// Answers with each of these bodies in turn, the last one first.
    #[derive(Clone, Debug)]
    struct Answers(Arc<Mutex<Vec<&'static str>>>);

    impl HttpClient for Answers {
        fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
            SharedHttpConnector::new(self.clone())
        }
    }

    impl HttpConnector for Answers {
        fn call(&self, _: HttpRequest) -> HttpConnectorFuture {
            let body = self.0.lock().expect("no test panics with the lock").pop().expect("one answer more");
            let status = 200.try_into().expect("a status code");
            HttpConnectorFuture::ready(Ok(HttpResponse::new(status, body.into())))
        }
    }

    async fn copy(bodies: &[&'static str]) -> (Result<(), Option<String>>, usize) {
        let answers = Answers(Arc::new(Mutex::new(bodies.iter().rev().copied().collect())));
        let config = Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(crate::config::Region::new("us-east-1"))
            .retry_config(RetryConfig::standard().with_initial_backoff(std::time::Duration::from_millis(1)))
            .http_client(answers.clone())
            .build();
        let result = crate::Client::from_conf(config).copy_object().send().await;
        let left = answers.0.lock().expect("no test panics with the lock").len();
        (result.map(|_| ()).map_err(|error| error.code().map(str::to_owned)), left)
    }

    const COPIED: &str = "<CopyResult/>";

    #[tokio::test]
    async fn an_internal_error_in_a_success_is_tried_again() {
        let internal = "<Error><Code>InternalError</Code></Error>";
        let slow = "<Error><Code>SlowDown</Code></Error>";
        assert_eq!(copy(&[internal, COPIED]).await, (Ok(()), 0));
        assert_eq!(copy(&[slow, internal, COPIED]).await, (Ok(()), 0));
        assert_eq!(copy(&[internal, internal, internal, COPIED]).await, (Err(Some("InternalError".to_owned())), 1));
    }

    #[tokio::test]
    async fn others_are_not() {
        let denied = "<Error><Code>AccessDenied</Code></Error>";
        assert_eq!(copy(&[denied, COPIED]).await, (Err(Some("AccessDenied".to_owned())), 1));
        assert_eq!(copy(&["<html/>", COPIED]).await, (Err(None), 1));
    }
}
