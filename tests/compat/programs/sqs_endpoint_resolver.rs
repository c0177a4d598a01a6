//! An application that finds its endpoints itself, with headers for its gateway.

use aws_sdk_sqs::config::endpoint::{DefaultResolver, Endpoint, EndpointFuture, Params, ResolveEndpoint};
use aws_sdk_sqs::config::Region;
use aws_sdk_sqs::error::BoxError;
use aws_sdk_sqs::{Client, Config};
use compat_support::{clock, credentials, say, say_error, show, Answer, Server};

#[derive(Debug)]
struct Gateway {
    url: String,
    fallback: DefaultResolver,
}

impl ResolveEndpoint for Gateway {
    fn resolve_endpoint<'a>(&'a self, params: &'a Params) -> EndpointFuture<'a> {
        show("params", params);
        match params.region() {
            Some("eu-central-1") => EndpointFuture::ready(Ok(Endpoint::builder()
                .url(self.url.clone())
                .header("x-gateway", "one")
                .header("x-gateway", "two")
                .build())),
            Some("us-east-1") => self.fallback.resolve_endpoint(params),
            Some("later") => EndpointFuture::new(async { Err(BoxError::from("not there yet")) }),
            _ => EndpointFuture::ready(Err("no gateway there".into())),
        }
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), BoxError> {
    let server = Server::start([Answer::ok(r#"{"QueueUrls":["https://a/1/b"]}"#)]);
    for region in ["eu-central-1", "later", "nowhere"] {
        let config = Config::builder()
            .behavior_version_latest()
            .region(Region::new(region))
            .credentials_provider(credentials())
            .time_source(clock())
            .endpoint_resolver(Gateway { url: server.url(), fallback: DefaultResolver::new() })
            .build();
        let client = Client::from_conf(config);
        match client.list_queues().send().await {
            Ok(output) => show(region, output),
            Err(error) => say_error(region, &error),
        }
    }
    server.say_received("request");

    let params = Params::builder().region("us-east-1").use_fips(true).use_dual_stack(false).build()?;
    let gateway = Gateway { url: server.url(), fallback: DefaultResolver::default() };
    let endpoint = gateway.resolve_endpoint(&params).await?;
    say("resolved", endpoint.url());
    show("headers", endpoint.headers().count());
    show("properties", endpoint.properties());
    let params = Params::builder().set_region(Some("cn-north-1".to_owned())).set_use_dual_stack(Some(true)).build()?;
    show("given", (params.region(), params.use_dual_stack(), params.use_fips(), params.endpoint()));
    let endpoint = DefaultResolver::new().resolve_endpoint(&params).await?;
    show("china", endpoint);
    let params = Params::builder().endpoint("http://own").use_dual_stack(true).build()?;
    match DefaultResolver::new().resolve_endpoint(&params).await {
        Ok(endpoint) => show("both", endpoint),
        Err(error) => say("both", error),
    }
    Ok(())
}
