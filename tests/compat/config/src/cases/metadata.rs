//! Credentials of the machine: ECS and its like, and the instance metadata service. aws-config
//! reads them itself, with the HTTP client that all its providers have.

use super::{Case, HOME};

const ROLE: &str = r#"{"Code":"Success","LastUpdated":"2026-11-28T11:00:00Z","Type":"AWS-HMAC","AccessKeyId":"ASIAHERE","SecretAccessKey":"secret of here","Token":"token of here","Expiration":"2026-11-28T13:00:00Z","AccountId":"123456789012"}"#;
const TTL: (&str, &str) = ("x-aws-ec2-metadata-token-ttl-seconds", "21600");

fn container(name: &'static str) -> Case {
    Case::chain(name).env("AWS_CONTAINER_CREDENTIALS_FULL_URI", "{server}/container/role?id=1")
}

fn instance(name: &'static str) -> Case {
    Case::chain(name).env("AWS_EC2_METADATA_DISABLED", "false").env("AWS_EC2_METADATA_SERVICE_ENDPOINT", "{server}")
}

/// The first answer of each resolution: the token of a session.
fn with_token(name: &'static str) -> Case {
    instance(name).answer_with(200, &[TTL], "a token of the instance")
}

pub(super) fn all() -> Vec<Case> {
    vec![
        container("container").answer(200, ROLE),
        container("container with a token").env("AWS_CONTAINER_AUTHORIZATION_TOKEN", "Bearer abc").answer(200, ROLE),
        container("container with a token in a file")
            .file("token", "Bearer of a file")
            .env("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", &format!("{HOME}/token"))
            .answer(200, ROLE),
        container("container that refuses").answer(403, r#"{"code":"AccessDenied","message":"no"}"#),
        container("container after a failure").answer(500, "").answer(200, ROLE),
        container("container that always fails").answer(500, "1").answer(500, "2").answer(500, "3"),
        container("container with HTML")
            .answer(200, "<html></html>")
            .answer(200, "<html></html>")
            .answer(200, "<html></html>"),
        container("container after HTML").answer(200, "<html></html>").answer(200, ROLE),
        container("container without an end")
            .answer(200, r#"{"AccessKeyId":"ASIAHERE","SecretAccessKey":"secret","Token":"token"}"#)
            .answer(200, ROLE),
        Case::chain("container elsewhere").env("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://192.0.2.1/role"),
        with_token("instance").answer(200, "my-role").answer(200, ROLE),
        with_token("instance that gives the region")
            .without("AWS_REGION")
            .answer(200, "eu-north-1")
            // The providers of the region and of credentials have a session each.
            .answer_with(200, &[TTL], "another token of the instance")
            .answer(200, "my-role")
            .answer(200, ROLE),
        with_token("instance as a source of a role")
            .config("[default]\nrole_arn = arn:aws:iam::123456789012:role/a\ncredential_source = Ec2InstanceMetadata\n")
            .answer(200, "my-role")
            .answer(200, ROLE)
            .assume("ASIAROLE"),
        with_token("instance without a role").answer(404, ""),
        with_token("instance with an expired role").answer(200, "my-role").answer(200, &ROLE.replace("T13:", "T10:")),
        with_token("instance that refuses")
            .answer(200, "my-role")
            .answer(200, r#"{"Code":"AssumeRoleUnauthorizedAccess","Message":"no"}"#),
        with_token("instance with HTML").answer(200, "my-role").answer(200, "<html></html>"),
        with_token("instance after a failure").answer(200, "my-role").answer(500, "").answer(200, ROLE),
        instance("instance that is off").answer(403, ""),
        instance("instance that does not know tokens").answer(400, ""),
    ]
}
