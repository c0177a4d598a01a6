//! Passwords of a database that are signatures, and clusters that are waited for.

use aws_sdk_dsql::auth_token::{AuthTokenGenerator, Config};
use aws_sdk_dsql::config::Region;
use aws_sdk_dsql::types::ClusterStatus;
use aws_sdk_dsql::Client;
use aws_types::SdkConfig;
use compat_support::{quick_retries, say, say_error, shared_config, show, Answer, Outcome, Server};

fn generator(
    change: impl FnOnce(aws_sdk_dsql::auth_token::ConfigBuilder) -> aws_sdk_dsql::auth_token::ConfigBuilder,
) -> Result<AuthTokenGenerator, Box<dyn std::error::Error>> {
    let config = change(Config::builder().hostname("db.dsql.eu-central-1.on.aws")).build();
    Ok(AuthTokenGenerator::new(config.map_err(|error| error.to_string())?))
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let shared = shared_config().build();
    let masked = |token: &str| token.split("X-Amz-Signature=").next().unwrap_or_default().to_owned();
    let token = generator(|config| config)?.db_connect_auth_token(&shared).await.map_err(|error| error.to_string())?;
    say("token", masked(token.as_str()));
    show("same", token.to_string() == token.as_str());
    let short = generator(|config| config.expires_in(60).region(Region::new("us-east-1")))?;
    let token = short.db_connect_admin_auth_token(&shared).await.map_err(|error| error.to_string())?;
    say("admin", masked(token.as_str()));
    let none = SdkConfig::builder().build();
    say("no credentials", generator(|config| config)?.db_connect_auth_token(&none).await.err().ok_or("none")?);
    say("no host", Config::builder().build().err().ok_or("the host is required")?);

    let server = Server::start([
        Answer::ok(
            r#"{"identifier":"c","arn":"arn:c","status":"CREATING","creationTime":1767225600,"deletionProtectionEnabled":true}"#,
        ),
        Answer::new(404, r#"{"message":"m","resourceId":"c","resourceType":"cluster"}"#)
            .header("x-amzn-errortype", "ResourceNotFoundException"),
        Answer::new(429, r#"{"message":"m"}"#)
            .header("x-amzn-errortype", "ThrottlingException")
            .header("retry-after", "2"),
    ]);
    let config = shared_config().endpoint_url(server.url()).retry_config(quick_retries().with_max_attempts(1)).build();
    let client = Client::new(&config);
    let cluster = client.get_cluster().identifier("c").send().await?;
    show("status", (cluster.status() == &ClusterStatus::Creating, cluster.arn(), cluster.creation_time()));
    for name in ["missing", "throttled"] {
        let error = client.get_cluster().identifier("c").send().await.err().ok_or("an error was expected")?;
        say_error(name, &error);
    }
    server.say_received("request");
    let create = client.create_cluster().deletion_protection_enabled(true).tags("k", "v").client_token("t");
    show("create", create.as_input().get_tags());
    Ok(())
}
