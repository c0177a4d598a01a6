//! In: the in-memory Clean Rooms. Out: what the generated client makes of its answers.
//! Why: over real HTTP, with a checked signature, every answer the page describes is
//! read in full, and every broken one is an error that can be told apart, never a panic.

use cleanrooms::config::retry::RetryConfig;
use cleanrooms::config::{BehaviorVersion, Credentials, Region};
use cleanrooms::error::{DisplayErrorContext, ProvideErrorMetadata, SdkError};
use cleanrooms::operation::start_protected_query::builders::StartProtectedQueryFluentBuilder;
use cleanrooms::operation::start_protected_query::{StartProtectedQueryError, StartProtectedQueryOutput};
use cleanrooms::operation::RequestId;
use cleanrooms::primitives::DateTimeFormat;
use cleanrooms::types::{
    ProtectedQuery, ProtectedQueryOutput, ProtectedQueryOutputConfiguration, ProtectedQueryResultConfiguration,
    ProtectedQueryS3OutputConfiguration, ProtectedQuerySqlParameters, ProtectedQueryStatus, ProtectedQueryType,
    ResourceType, ResultFormat, ValidationExceptionReason,
};
use cleanrooms::{Client, Config};
use serde_json::{json, Value};
use std::time::Duration;
use whitesmith_tests::clean_rooms::{Answer, CleanRooms, Fault, ACCESS_KEY_ID, REGION, SECRET_ACCESS_KEY};

type Answered = Result<StartProtectedQueryOutput, SdkError<StartProtectedQueryError>>;
type Checked = Result<(), Box<dyn std::error::Error>>;

const MEMBERSHIP: &str = "a1b2c3d4-5678-90ab-cdef-111122223333";
/// Stands for what must never turn up in a log.
const SECRET_SQL: &str = "SELECT 'confidential'";

fn client(service: &CleanRooms, secret: &str, attempts: u32) -> Client {
    let retries = RetryConfig::standard().with_max_attempts(attempts).with_initial_backoff(Duration::from_millis(1));
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new(REGION))
        .credentials_provider(Credentials::new(ACCESS_KEY_ID, secret, None, None, "test"))
        .endpoint_url(service.endpoint_url())
        .retry_config(retries)
        .build();
    Client::from_conf(config)
}

fn request(client: &Client) -> Result<StartProtectedQueryFluentBuilder, Box<dyn std::error::Error>> {
    let to_bucket = ProtectedQueryS3OutputConfiguration::builder()
        .result_format(ResultFormat::Csv)
        .bucket("amzn-demo-bucket")
        .key_prefix("p/")
        .build()?;
    let sql =
        ProtectedQuerySqlParameters::builder().query_string(SECRET_SQL).parameters("a", "b \"c\" \u{1F980}").build();
    Ok(client
        .start_protected_query()
        .r#type(ProtectedQueryType::Sql)
        .membership_identifier(MEMBERSHIP)
        .sql_parameters(sql)
        .result_configuration(
            ProtectedQueryResultConfiguration::builder()
                .output_configuration(ProtectedQueryOutputConfiguration::S3(to_bucket))
                .build(),
        ))
}

/// One call that meets one answer, without retries.
async fn call(answer: Answer) -> Result<Answered, Box<dyn std::error::Error>> {
    let service = CleanRooms::start().await?;
    service.script([answer]);
    Ok(request(&client(&service, SECRET_ACCESS_KEY, 1))?.send().await)
}

async fn query(answer: Answer) -> Result<ProtectedQuery, Box<dyn std::error::Error>> {
    let output = call(answer).await??;
    output.protected_query.ok_or_else(|| "there is no query in the output".into())
}

/// The error that an answer leads to.
async fn error(answer: Answer) -> Result<SdkError<StartProtectedQueryError>, Box<dyn std::error::Error>> {
    match call(answer).await? {
        Ok(output) => Err(format!("read as {output:?}").into()),
        Err(error) => Ok(error),
    }
}

#[tokio::test]
async fn each_member_arrives_as_it_was_sent() -> Checked {
    let service = CleanRooms::start().await?;
    request(&client(&service, SECRET_ACCESS_KEY, 1))?.send().await?;
    let [recorded] = service.requests().try_into().map_err(|_| "there was one request")?;
    assert_eq!(recorded.refusal, None);
    assert_eq!(recorded.membership.as_deref(), Some(MEMBERSHIP));
    assert_eq!(
        recorded.body,
        Some(json!({
            "type": "SQL",
            "sqlParameters": { "queryString": SECRET_SQL, "parameters": { "a": "b \"c\" \u{1F980}" } },
            "resultConfiguration": { "outputConfiguration": {
                "s3": { "resultFormat": "CSV", "bucket": "amzn-demo-bucket", "keyPrefix": "p/" }
            }},
        }))
    );
    Ok(())
}

#[tokio::test]
async fn each_member_of_the_page_is_read() -> Checked {
    let query = query(Answer::EveryMember).await?;
    assert_eq!(query.id(), "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0");
    assert_eq!(query.membership_id(), MEMBERSHIP);
    assert!(query.membership_arn().ends_with(MEMBERSHIP));
    assert!(query.create_time().fmt(DateTimeFormat::DateTime)?.starts_with("2025-07-07T12:30:45.12"));
    let sql = query.sql_parameters().ok_or("sqlParameters")?;
    assert_eq!(sql.query_string(), Some(SECRET_SQL));
    assert_eq!(sql.parameters().and_then(|map| map.get("a")).map(String::as_str), Some("b \"c\" \u{1F980}"));
    assert_eq!(query.status(), &ProtectedQueryStatus::Failed);
    let to_bucket = query.result_configuration().and_then(|c| c.output_configuration()).ok_or("outputConfiguration")?;
    let to_bucket = to_bucket.as_s3().map_err(|_| "s3")?;
    assert_eq!((to_bucket.result_format(), to_bucket.key_prefix()), (&ResultFormat::Csv, Some("p/")));
    assert_eq!(query.statistics().and_then(|s| s.total_duration_in_millis()), Some(4821));
    let output = query.result().and_then(|result| result.output()).ok_or("output")?;
    let accounts: Vec<&str> = output.as_member_list().map_err(|_| "members")?.iter().map(|m| m.account_id()).collect();
    assert_eq!(accounts, ["111122223333"]);
    assert_eq!(query.error().map(|error| error.code()), Some("BUCKET_REGION"));
    Ok(())
}

#[tokio::test]
async fn optional_members_may_be_missing() -> Checked {
    let query = query(Answer::RequiredMembers).await?;
    assert!(query.sql_parameters().is_none() && query.result().is_none() && query.error().is_none());
    Ok(())
}

#[tokio::test]
async fn what_the_model_does_not_know_keeps_its_name() -> Checked {
    assert_eq!(query(Answer::UnknownStatus).await?.status().as_str(), "QUEUED_FOR_REVIEW");
    let query = query(Answer::UnknownOutput).await?;
    let output = query.result().and_then(|result| result.output()).ok_or("output")?;
    assert!(matches!(output, ProtectedQueryOutput::Unknown { .. }));
    assert_eq!(output.unknown_tag(), Some("stream"));
    Ok(())
}

#[tokio::test]
async fn an_unknown_union_member_is_not_sent_back() -> Checked {
    let service = CleanRooms::start().await?;
    let body = json!({ "protectedQuery": { "resultConfiguration": { "outputConfiguration": { "teleport": {} } } } });
    let raw = Answer::Raw { status: 200, content_type: "application/json", body: body.to_string().into_bytes() };
    service.script([raw]);
    let client = client(&service, SECRET_ACCESS_KEY, 1);
    let query = request(&client)?.send().await?.protected_query.ok_or("query")?;
    let again = request(&client)?.set_result_configuration(query.result_configuration).send().await;
    assert!(matches!(again, Err(SdkError::ConstructionFailure(_))));
    assert_eq!(service.requests().len(), 1);
    Ok(())
}

#[tokio::test]
async fn a_label_is_encoded_on_the_way() -> Checked {
    let service = CleanRooms::start().await?;
    let client = client(&service, SECRET_ACCESS_KEY, 1);
    for label in ["a b/c%d", "..", "\u{E9}?&=#", "~-_."] {
        let refused = request(&client)?.membership_identifier(label).send().await;
        // The service takes it apart again, and finds that it is not a membership.
        assert_eq!(refused.err().as_ref().and_then(|error| error.code()), Some("ValidationException"), "{label}");
        let recorded = service.requests().pop().ok_or("nothing arrived")?;
        assert_eq!(recorded.membership.as_deref(), Some(label));
    }
    Ok(())
}

#[tokio::test]
async fn a_wrong_secret_is_found_out() -> Checked {
    let service = CleanRooms::start().await?;
    let refused = request(&client(&service, "guessed", 1))?.send().await;
    let error = refused.err().ok_or("accepted")?;
    // Not an error of the model: the code is kept all the same.
    assert_eq!(error.code(), Some("InvalidSignatureException"));
    assert_eq!(error.request_id(), Some("loopback-0001"));
    Ok(())
}

#[tokio::test]
async fn a_throttled_call_is_repeated() -> Checked {
    let service = CleanRooms::start().await?;
    service.script([Answer::Throttle, Answer::Throttle]);
    request(&client(&service, SECRET_ACCESS_KEY, 3))?.send().await?;
    let attempts: Vec<_> = service.requests().iter().map(|r| r.header("amz-sdk-request").map(str::to_owned)).collect();
    let expected = ["attempt=1; max=3", "attempt=2; max=3", "attempt=3; max=3"];
    assert_eq!(attempts, expected.map(|text| Some(text.to_owned())));

    service.script(vec![Answer::Throttle; 9]);
    let error = request(&client(&service, SECRET_ACCESS_KEY, 3))?.send().await.err().ok_or("answered")?;
    assert!(error.as_service_error().is_some_and(StartProtectedQueryError::is_throttling_exception));
    assert_eq!(service.requests().len(), 6);
    Ok(())
}

/// The default client, and the same one given to a client as it is given to aws-config. The user
/// agent says what it is, as that of the official crates does.
#[tokio::test]
async fn the_https_client_can_be_shared_and_is_in_the_user_agent() -> Checked {
    let service = CleanRooms::start().await?;
    let lone = client(&service, SECRET_ACCESS_KEY, 1);
    let http_client = cleanrooms::config::https_client();
    let shared = || Client::from_conf(lone.config().to_builder().http_client(http_client.clone()).build());
    for client in [&lone, &shared(), &shared()] {
        request(client)?.send().await?;
    }
    let agents: Vec<_> = service.requests().iter().map(|r| r.header("user-agent").map(str::to_owned)).collect();
    assert_eq!(agents.len(), 3);
    assert!(agents.iter().flatten().all(|agent| agent.contains(" md/http#hyper-1.x")), "{agents:?}");
    Ok(())
}

#[tokio::test]
async fn what_only_seemed_to_fail_is_repeated() -> Checked {
    let internal = Answer::Error { status: 500, code: "InternalServerException".into(), body: json!({}) };
    for passing in [internal, Answer::HtmlBadGateway, Answer::DropConnection] {
        let service = CleanRooms::start().await?;
        service.script([passing]);
        request(&client(&service, SECRET_ACCESS_KEY, 2))?.send().await?;
        assert_eq!(service.requests().len(), 2);
    }
    Ok(())
}

async fn modelled(
    status: u16,
    code: &str,
    body: Value,
) -> Result<StartProtectedQueryError, Box<dyn std::error::Error>> {
    let error = error(Answer::Error { status, code: code.into(), body }).await?;
    assert_eq!(error.raw_response().map(|response| response.status().as_u16()), Some(status));
    assert_eq!(error.code(), Some(code));
    assert_eq!(error.message(), Some("told"));
    assert_eq!(error.request_id(), Some("loopback-0001"));
    Ok(error.into_service_error())
}

#[tokio::test]
async fn each_of_the_six_errors_has_its_members() -> Checked {
    use StartProtectedQueryError as E;
    let body = json!({ "message": "told", "reason": "INSUFFICIENT_PERMISSIONS" });
    match modelled(403, "AccessDeniedException", body).await? {
        E::AccessDeniedException(error) => {
            assert_eq!(error.reason().map(|reason| reason.as_str()), Some("INSUFFICIENT_PERMISSIONS"));
        }
        other => return Err(other.into()),
    }
    let error = modelled(500, "InternalServerException", json!({ "message": "told" })).await?;
    assert!(error.is_internal_server_exception());
    let body = json!({ "message": "told", "resourceId": "id", "resourceType": "MEMBERSHIP" });
    match modelled(404, "ResourceNotFoundException", body).await? {
        E::ResourceNotFoundException(error) => {
            assert_eq!((error.resource_id(), error.resource_type()), ("id", &ResourceType::Membership));
        }
        other => return Err(other.into()),
    }
    let body = json!({ "message": "told", "quotaName": "queries", "quotaValue": 2.5 });
    match modelled(402, "ServiceQuotaExceededException", body).await? {
        E::ServiceQuotaExceededException(error) => {
            assert_eq!((error.quota_name(), error.quota_value()), ("queries", 2.5));
        }
        other => return Err(other.into()),
    }
    let error = modelled(429, "ThrottlingException", json!({ "message": "told" })).await?;
    assert!(error.is_throttling_exception());
    Ok(())
}

#[tokio::test]
async fn a_validation_exception_names_the_fields() -> Checked {
    let fault = Fault { field: "sqlParameters".into(), message: "is not a query".into() };
    match error(Answer::Invalid(vec![fault])).await?.into_service_error() {
        StartProtectedQueryError::ValidationException(error) => {
            assert_eq!(error.reason(), Some(&ValidationExceptionReason::FieldValidationFailed));
            let [field] = error.field_list() else { return Err("one field".into()) };
            assert_eq!((field.name(), field.message()), ("sqlParameters", "is not a query"));
            Ok(())
        }
        other => Err(other.into()),
    }
}

#[tokio::test]
async fn a_broken_answer_is_an_error_that_says_little_and_keeps_much() -> Checked {
    let broken = [
        ("not JSON", 200, Answer::NotJson),
        ("truncated", 200, Answer::TruncatedJson),
        ("nested beyond the limit", 200, Answer::Nested(200)),
        ("nested beyond reason", 200, Answer::Nested(200_000)),
        ("a number for a string", 200, Answer::WrongType),
        ("two members of a union", 200, Answer::TwoUnionMembers),
        ("a page for people", 502, Answer::HtmlBadGateway),
    ];
    for (name, status, answer) in broken {
        let error = error(answer).await.map_err(|error| format!("{name}: {error}"))?;
        let response = error.raw_response().ok_or(name)?;
        assert_eq!(response.status().as_u16(), status, "{name}");
        assert!(response.headers().get("content-type").is_some(), "{name}");
        assert_eq!(error.request_id(), Some("loopback-0001"), "{name}");
        let shown = format!("{} {error:?}", DisplayErrorContext(&error));
        assert!(!shown.contains("confidential"), "{name} quotes the query: {shown}");
    }
    Ok(())
}

#[tokio::test]
async fn an_empty_body_is_an_error() -> Checked {
    let error = error(Answer::EmptyBody).await?;
    assert_eq!(error.raw_response().map(|response| response.status().as_u16()), Some(200));
    assert_eq!(error.request_id(), Some("loopback-0001"));
    Ok(())
}

#[tokio::test]
async fn nesting_within_the_limit_is_skipped() -> Checked {
    query(Answer::Nested(100)).await?;
    Ok(())
}

#[tokio::test]
async fn a_connection_that_breaks_is_an_error() -> Checked {
    for answer in [Answer::CutBody, Answer::DropConnection] {
        let error = error(answer).await?;
        assert!(matches!(error, SdkError::DispatchFailure(_) | SdkError::ResponseError(_)), "{error:?}");
    }
    Ok(())
}

#[tokio::test]
async fn a_request_without_its_required_members_is_not_sent() -> Checked {
    let service = CleanRooms::start().await?;
    let client = client(&service, SECRET_ACCESS_KEY, 3);
    let error = client.start_protected_query().send().await.err().ok_or("sent")?;
    assert!(matches!(error, SdkError::ConstructionFailure(_)));
    let shown = DisplayErrorContext(&error).to_string();
    for member in ["type", "membershipIdentifier", "sqlParameters"] {
        assert!(shown.contains(member), "{member} is not named: {shown}");
    }
    assert!(service.requests().is_empty());
    Ok(())
}
