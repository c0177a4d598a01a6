//! The tests of an application that assumes roles: a struct that wraps the client, and mocks.

use aws_sdk_sts::error::SdkError;
use aws_sdk_sts::operation::assume_role::{AssumeRoleError, AssumeRoleOutput};
use aws_sdk_sts::primitives::DateTime;
use aws_sdk_sts::types::error::{MalformedPolicyDocumentException, PackedPolicyTooLargeException};
use aws_sdk_sts::types::{AssumedRoleUser, Credentials, Tag};
use aws_sdk_sts::Client;
use aws_smithy_mocks::{mock, mock_client, RuleMode};
use compat_support::{say, say_error, show, Outcome};

struct Roles {
    client: Client,
    session: String,
}

impl Roles {
    async fn assume(&self, role: &str) -> Result<Credentials, SdkError<AssumeRoleError>> {
        let tag = Tag::builder().key("team").value("core").build()?;
        let output = self
            .client
            .assume_role()
            .role_arn(role)
            .role_session_name(&self.session)
            .tags(tag)
            .duration_seconds(900)
            .send()
            .await?;
        output.credentials.ok_or_else(|| SdkError::construction_failure("the answer has no credentials"))
    }
}

fn answer(key: &str) -> AssumeRoleOutput {
    let credentials = Credentials::builder()
        .access_key_id(key)
        .secret_access_key("secret")
        .session_token("token")
        .expiration(DateTime::from_secs(1_767_229_200))
        .build()
        .expect("all members are there");
    let user = AssumedRoleUser::builder().arn("arn:aws:sts::1:assumed-role/r/s").assumed_role_id("AROA:s").build();
    AssumeRoleOutput::builder()
        .credentials(credentials)
        .set_assumed_role_user(user.ok())
        .source_identity("tests")
        .build()
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let reader = mock!(Client::assume_role)
        .match_requests(|input| input.role_arn() == Some("reader") && input.tags().len() == 1)
        .then_output(|| answer("READER"));
    let writer =
        mock!(Client::assume_role).match_requests(|input| input.role_arn() == Some("writer")).then_error(|| {
            AssumeRoleError::MalformedPolicyDocumentException(
                MalformedPolicyDocumentException::builder().message("a comma is missing").build(),
            )
        });
    let owner = mock!(Client::assume_role)
        .match_requests(|input| input.role_arn() == Some("owner"))
        .sequence()
        .error(|| {
            let large = PackedPolicyTooLargeException::builder().message("101%").build();
            AssumeRoleError::PackedPolicyTooLargeException(large)
        })
        .output(|| AssumeRoleOutput::builder().build())
        .build();
    let client = mock_client!(aws_sdk_sts, RuleMode::MatchAny, [&reader, &writer, &owner]);
    let roles = Roles { client, session: "tests".to_owned() };

    let credentials = roles.assume("reader").await?;
    say("key", credentials.access_key_id());
    say("expires", credentials.expiration());
    show("debug", &credentials);
    for role in ["writer", "owner", "owner", "reader"] {
        match roles.assume(role).await {
            Ok(credentials) => say(role, credentials.access_key_id),
            Err(SdkError::ServiceError(error)) if error.err().is_malformed_policy_document_exception() => {
                say(role, format!("malformed: {}", error.err()));
            }
            Err(error) => say_error(role, &error),
        }
    }
    for (name, rule) in [("reader", &reader), ("writer", &writer), ("owner", &owner)] {
        say(name, format!("{} calls", rule.num_calls()));
    }
    Ok(())
}
