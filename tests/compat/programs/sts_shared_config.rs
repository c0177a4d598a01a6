//! Settings that are shared by clients, with those of a service from a profile.

use aws_credential_types::provider::SharedCredentialsProvider;
use aws_sdk_sts::config::retry::RetryConfig;
use aws_sdk_sts::config::{AppName, BehaviorVersion, Builder, Region};
use aws_sdk_sts::{Client, Config};
use aws_smithy_http_client::test_util::capture_request;
use aws_types::origin::Origin;
use aws_types::service_config::{LoadServiceConfig, ServiceConfigKey};
use aws_types::SdkConfig;
use compat_support::{clock, credentials, say, say_error, show, Outcome};

/// What a profile says of services.
#[derive(Debug)]
struct Profile;

impl LoadServiceConfig for Profile {
    fn load_config(&self, key: ServiceConfigKey<'_>) -> Option<String> {
        say("loaded", format!("{} {} {}", key.service_id(), key.env(), key.profile()));
        (key.env() == "AWS_ENDPOINT_URL").then(|| "http://from-the-profile:8000".to_owned())
    }
}

fn shared() -> aws_types::sdk_config::Builder {
    SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("eu-central-1"))
        .credentials_provider(SharedCredentialsProvider::new(credentials()))
        .time_source(clock())
}

async fn ask(name: &str, config: SdkConfig, change: impl FnOnce(Builder) -> Builder) {
    let (http_client, request) = capture_request(None);
    let config = change(Builder::from(&config)).http_client(http_client).build();
    let result = Client::from_conf(config).get_caller_identity().send().await;
    match result {
        Err(error) if error.raw_response().is_none() => say_error(name, &error),
        _ => {
            let request = request.expect_request();
            say(name, request.uri());
            say(&format!("{name}, user agent"), request.headers().get("user-agent").unwrap_or_default());
        }
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    ask("plain", shared().build(), |config| config).await;
    ask("fips", shared().use_fips(true).build(), |config| config).await;
    ask("both", shared().use_fips(true).use_dual_stack(true).build(), |config| config).await;
    ask("not here", shared().use_fips(true).build(), |config| config.use_fips(false)).await;
    ask("app", shared().app_name(AppName::new("shared")?).build(), |config| config).await;
    ask("endpoint", shared().endpoint_url("http://all:1").build(), |config| config).await;
    ask("own endpoint", shared().endpoint_url("http://all:1").build(), |config| config.endpoint_url("http://own:2"))
        .await;
    ask("profile", shared().service_config(Profile).build(), |config| config).await;
    ask("profile and endpoint", shared().service_config(Profile).endpoint_url("http://all:1").build(), |config| config)
        .await;
    let mut given = shared().service_config(Profile).endpoint_url("http://all:1");
    given.insert_origin("endpoint_url", Origin::shared_config());
    ask("endpoint of the program", given.build(), |config| config).await;
    let mut environment = shared().service_config(Profile).endpoint_url("http://env:1");
    environment.insert_origin("endpoint_url", Origin::shared_environment_variable());
    ask("endpoint of the environment", environment.build(), |config| config).await;
    ask("no region", shared().region(None).build(), |config| config).await;
    ask("no credentials", SdkConfig::builder().region(Region::new("a")).build(), |config| config).await;

    let sdk_config = shared().retry_config(RetryConfig::adaptive().with_max_attempts(8)).build();
    let config = Config::new(&sdk_config);
    show("retries", config.retry_config().map(|retries| (retries.mode(), retries.max_attempts())));
    show("region", config.region());
    show("signing name", config.signing_name());
    show("again", sdk_config.into_builder().region(Region::new("b")).build().region());
    Ok(())
}
