//! In: the rules of aws-smithy-mocks. Out: what a mocked client answers.
//! Why: most users test their own code with these two macros.

use crate::say;
use crate::values::{query, sql};
use aws_smithy_mocks::{mock, mock_client, RuleMode};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_types::body::SdkBody;
use cleanrooms::error::ProvideErrorMetadata;
use cleanrooms::operation::start_protected_query::{StartProtectedQueryError, StartProtectedQueryOutput};
use cleanrooms::types::error::AccessDeniedException;
use cleanrooms::types::ProtectedQueryType;
use cleanrooms::{config, Client};
use std::error::Error;

pub(crate) async fn transcript() -> Result<(), Box<dyn Error>> {
    let found = query()?;
    let output = mock!(Client::start_protected_query)
        .match_requests(|input| input.membership_identifier() == Some("one"))
        .then_output(move || StartProtectedQueryOutput::builder().protected_query(found.clone()).build());
    let error = mock!(Client::start_protected_query)
        .match_requests(|input| input.membership_identifier() == Some("two"))
        .then_error(|| {
            StartProtectedQueryError::AccessDeniedException(AccessDeniedException::builder().message("no").build())
        });
    let response = mock!(Client::start_protected_query)
        .match_requests(|input| input.sql_parameters().is_some())
        .then_http_response(|| {
            HttpResponse::new(200.try_into().unwrap_or_else(|_| unreachable!()), SdkBody::from("{}"))
        });
    let client = mock_client!(cleanrooms, RuleMode::MatchAny, [&output, &error, &response]);

    for membership in ["one", "two", "three"] {
        let call = client.start_protected_query().r#type(ProtectedQueryType::Sql).membership_identifier(membership);
        match call.sql_parameters(sql()).send().await {
            Ok(output) => say("mocked", format!("{:?}", output.protected_query().map(|query| query.id()))),
            Err(error) => say("mocked error", format!("{:?} {error}", error.code())),
        }
    }
    say("mock calls", format!("{} {} {}", output.num_calls(), error.num_calls(), response.num_calls()));

    let sequence = mock!(Client::start_protected_query)
        .sequence()
        .http_status(503, None)
        .times(2)
        .output(|| StartProtectedQueryOutput::builder().build())
        .build();
    let client = mock_client!(cleanrooms, RuleMode::Sequential, [&sequence], |builder: config::Builder| {
        builder.retry_config(config::retry::RetryConfig::standard().with_initial_backoff(std::time::Duration::ZERO))
    });
    // The mocked answers need no input, and the request need not be complete.
    let outcome = client.start_protected_query().membership_identifier("m").send().await;
    say("mocked sequence", format!("{} after {} calls", outcome.is_ok(), sequence.num_calls()));
    Ok(())
}
