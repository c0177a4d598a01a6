//! A report of an account: maps, flags, dates and documents in XML, as a test has them.

use std::collections::BTreeMap;

use aws_sdk_iam::primitives::{Blob, DateTime, DateTimeFormat};
use aws_sdk_iam::types::{StatusType, SummaryKeyType};
use aws_sdk_iam::Client;
use aws_smithy_http_client::test_util::{ReplayEvent, StaticReplayClient};
use aws_smithy_types::body::SdkBody;
use compat_support::{say, say_error, say_request, shared_config, show, Outcome};

fn answers(bodies: &[&'static str]) -> Result<StaticReplayClient, http::Error> {
    let events = bodies.iter().map(|body| {
        let request = http::Request::builder().uri("https://iam.amazonaws.com/").body(SdkBody::empty())?;
        Ok(ReplayEvent::new(request, http::Response::builder().status(200).body(SdkBody::from(*body))?))
    });
    Ok(StaticReplayClient::new(events.collect::<Result<_, http::Error>>()?))
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let http_client = answers(&[
        "<GetAccountSummaryResponse><GetAccountSummaryResult><SummaryMap>\
         <entry><key>Users</key><value>27</value></entry><entry><key>NewThing</key><value>-1</value></entry>\
         </SummaryMap></GetAccountSummaryResult></GetAccountSummaryResponse>",
        "<ListAccessKeysResponse><ListAccessKeysResult><IsTruncated>false</IsTruncated><AccessKeyMetadata>\
         <member><UserName>u</UserName><AccessKeyId>AKID</AccessKeyId><Status>Asleep</Status>\
         <CreateDate>2026-01-01T10:20:30.5Z</CreateDate></member></AccessKeyMetadata></ListAccessKeysResult>\
         </ListAccessKeysResponse>",
        "<GetCredentialReportResponse><GetCredentialReportResult><Content>dXNlcixhcm4K</Content>\
         <ReportFormat>text/csv</ReportFormat><GeneratedTime>2026-01-01T00:00:00+01:00</GeneratedTime>\
         </GetCredentialReportResult></GetCredentialReportResponse>",
        "<SimulateCustomPolicyResponse><SimulateCustomPolicyResult><EvaluationResults><member>\
         <EvalActionName>s3:GetObject</EvalActionName><EvalDecision>implicitDeny</EvalDecision>\
         <MissingContextValues/></member></EvaluationResults><IsTruncated>no</IsTruncated>\
         </SimulateCustomPolicyResult></SimulateCustomPolicyResponse>",
    ])?;
    let client = Client::new(&shared_config().http_client(http_client.clone()).build());
    let summary = client.get_account_summary().send().await?.summary_map.unwrap_or_default();
    show("users", summary.get(&SummaryKeyType::Users));
    show(
        "summary",
        summary.into_iter().map(|(key, value)| (key.as_str().to_owned(), value)).collect::<BTreeMap<_, _>>(),
    );
    for key in client.list_access_keys().user_name("u").send().await?.access_key_metadata() {
        show("key", key);
        show("active", key.status() == Some(&StatusType::Active));
        say("created", key.create_date().map_or(Ok(String::new()), |date| date.fmt(DateTimeFormat::HttpDate))?);
    }
    match client.get_credential_report().send().await {
        Ok(report) => {
            say("report", String::from_utf8_lossy(report.content().map(AsRef::as_ref).unwrap_or_default()));
            show("generated", report.generated_time());
        }
        Err(error) => say_error("report", &error),
    }
    let call = client.simulate_custom_policy().policy_input_list("{}").action_names("s3:GetObject");
    match call.resource_arns("a").resource_arns("b").send().await {
        Ok(output) => show("simulated", output),
        Err(error) => say_error("simulated", &error),
    }
    for request in http_client.actual_requests() {
        say_request("request", request);
    }
    show("date", DateTime::from_str("2026-01-01T00:00:00.120Z", DateTimeFormat::DateTime)?);
    show("blob", Blob::new("x") == Blob::new(*b"x"));
    Ok(())
}
