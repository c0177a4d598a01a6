//! A global service: roles with policies in pages, and where requests go in each partition.

use aws_sdk_iam::config::Region;
use aws_sdk_iam::error::ProvideErrorMetadata;
use aws_sdk_iam::operation::create_role::CreateRoleError;
use aws_sdk_iam::types::Role;
use aws_sdk_iam::{Client, Config};
use aws_smithy_http_client::test_util::capture_request;
use compat_support::{
    clock, credentials, quick_retries, say, say_error, say_header, shared_config, show, Answer, Outcome, Server,
};

async fn roles(client: &Client) -> Result<Vec<Role>, aws_sdk_iam::Error> {
    let roles = client.list_roles().path_prefix("/app/").into_paginator().page_size(1).items().send();
    Ok(roles.collect::<Result<Vec<_>, _>>().await?)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let role = |name: &str| {
        format!(
            "<member><Path>/app/</Path><RoleName>{name}</RoleName><RoleId>AROA</RoleId><Arn>arn:{name}</Arn>\
             <CreateDate>2026-01-01T00:00:00Z</CreateDate><MaxSessionDuration>3600</MaxSessionDuration>\
             <AssumeRolePolicyDocument>%7B%22a%22%3A1%7D</AssumeRolePolicyDocument></member>"
        )
    };
    let error = |code: &str| {
        format!(
            "<ErrorResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><Error><Type>Sender</Type>\
             <Code>{code}</Code><Message>Role with name a already exists.</Message></Error></ErrorResponse>"
        )
    };
    let server = Server::start([
        Answer::ok(format!(
            "<ListRolesResponse><ListRolesResult><IsTruncated>true</IsTruncated><Marker>m/1</Marker><Roles>{}</Roles>\
             </ListRolesResult></ListRolesResponse>",
            role("a")
        )),
        Answer::ok(format!(
            "<ListRolesResponse><ListRolesResult><IsTruncated>false</IsTruncated><Roles>{}</Roles>\
             </ListRolesResult></ListRolesResponse>",
            role("b")
        )),
        Answer::new(409, error("EntityAlreadyExists")),
        Answer::new(404, error("NoSuchEntity")),
        Answer::new(409, error("ConcurrentModification")),
    ]);
    let config = shared_config().endpoint_url(server.url()).retry_config(quick_retries()).build();
    let client = Client::new(&config);
    for role in roles(&client).await? {
        show("role", (role.role_name(), role.arn(), role.assume_role_policy_document(), role.max_session_duration()));
        say("created", role.create_date());
    }
    let document = r#"{"Version":"2012-10-17","Statement":[]}"#;
    let call = client.create_role().role_name("a").assume_role_policy_document(document);
    let tag = aws_sdk_iam::types::Tag::builder().key("k").value("").build()?;
    match call.tags(tag).send().await.map_err(aws_sdk_iam::error::SdkError::into_service_error) {
        Err(CreateRoleError::EntityAlreadyExistsException(error)) => say_error("exists", &error),
        other => show("other", other),
    }
    for name in ["missing", "concurrent"] {
        let error = client.get_role().role_name(name).send().await.err().ok_or("an error was expected")?;
        show(name, (error.code(), error.as_service_error().map(|error| error.is_no_such_entity_exception())));
    }
    server.say_received("request");

    for region in
        ["eu-central-1", "aws-global", "cn-north-1", "aws-cn-global", "us-gov-west-1", "us-iso-east-1", "zz-9"]
    {
        for is_fips in [false, true] {
            let (http_client, request) = capture_request(None);
            let config = Config::builder()
                .behavior_version_latest()
                .region(Region::new(region))
                .credentials_provider(credentials())
                .time_source(clock())
                .use_fips(is_fips)
                .http_client(http_client);
            match Client::from_conf(config.build()).delete_role().role_name("r").send().await {
                Ok(_) => {
                    let request = request.expect_request();
                    say(region, request.uri());
                    if !is_fips {
                        say_header(region, &request, "authorization");
                    }
                }
                Err(error) => say_error(region, &error),
            }
        }
    }
    Ok(())
}
