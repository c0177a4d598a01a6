//! In: `time N`, `run N` or `components`. Out: nanoseconds a call; nothing; or the
//! interceptors and retry classifiers of a call, one a line.
//! Why: one call of StartProtectedQuery with every member set, on a canned HTTP
//! client, built once against the official crate and once against ours.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::http::{
    HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::interceptors::Intercept;
use aws_smithy_runtime_api::client::retries::classifiers::ClassifyRetry;
use aws_smithy_types::body::SdkBody;
use cleanrooms::config::http::{HttpRequest, HttpResponse};
use cleanrooms::config::interceptors::BeforeTransmitInterceptorContextRef;
use cleanrooms::config::{BehaviorVersion, ConfigBag, Credentials, HttpClient, Region, RuntimeComponents};
use cleanrooms::types::{
    ProtectedQueryOutputConfiguration, ProtectedQueryResultConfiguration, ProtectedQueryS3OutputConfiguration,
    ProtectedQuerySqlParameters, ProtectedQueryType, ResultFormat,
};
use cleanrooms::{config, Client, Config};
use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

/// Each member that the specification page shows.
const RESPONSE: &str = concat!(
    r#"{"protectedQuery":{"id":"0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0","membershipId":"a1b2c3d4-5678-90ab-cdef-111122223333","#,
    r#""membershipArn":"arn:aws:cleanrooms:us-east-1:111122223333:membership/a1b2c3d4-5678-90ab-cdef-111122223333","#,
    r#""createTime":1751891445.123,"sqlParameters":{"queryString":"SELECT region, COUNT(DISTINCT user_id) FROM consumers "#,
    r#"INNER JOIN purchases ON consumers.hashed_email = purchases.hashed_email WHERE age > :age GROUP BY region","#,
    r#""analysisTemplateArn":"arn:aws:cleanrooms:us-east-1:111122223333:membership/a1b2c3d4-5678-90ab-cdef-111122223333"#,
    r#"/analysistemplate/01234567-89ab-cdef-0123-456789abcdef","parameters":{"age":"30","region":"north \"west\"","from":"2025-01-01"}},"#,
    r#""status":"SUCCESS","resultConfiguration":{"outputConfiguration":{"s3":{"resultFormat":"PARQUET","bucket":"amzn-demo-bucket","#,
    r#""keyPrefix":"results/2025/07/"}}},"statistics":{"totalDurationInMillis":48213},"result":{"output":{"memberList":["#,
    r#"{"accountId":"111122223333"},{"accountId":"444455556666"}]}},"error":{"message":"partial: one partition was skipped","#,
    r#""code":"PARTITION_SKIPPED"}}}"#,
);

#[derive(Clone, Debug)]
struct Canned;

impl HttpConnector for Canned {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        black_box(&request);
        let status = 200.try_into().expect("a status");
        let mut response = HttpResponse::new(status, SdkBody::from(RESPONSE));
        response.headers_mut().insert("content-type", "application/json");
        response.headers_mut().insert("x-amzn-requestid", "00000000-0000-0000-0000-000000000000");
        HttpConnectorFuture::ready(Ok(response))
    }
}

impl HttpClient for Canned {
    fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(Canned)
    }
}

fn settings() -> config::Builder {
    Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .credentials_provider(Credentials::new("AKIDEXAMPLE", "secret", None, None, "bench"))
        .http_client(Canned)
}

async fn call(client: &Client) -> Result<(), Box<dyn Error>> {
    let to_bucket = ProtectedQueryS3OutputConfiguration::builder()
        .result_format(ResultFormat::Parquet)
        .bucket("amzn-demo-bucket")
        .key_prefix("results/2025/07/")
        .build()?;
    let sql = ProtectedQuerySqlParameters::builder()
        .query_string(
            "SELECT region, COUNT(DISTINCT user_id) FROM consumers INNER JOIN purchases \
             ON consumers.hashed_email = purchases.hashed_email WHERE age > :age GROUP BY region",
        )
        .analysis_template_arn(
            "arn:aws:cleanrooms:us-east-1:111122223333:membership/a1b2c3d4-5678-90ab-cdef-111122223333\
             /analysistemplate/01234567-89ab-cdef-0123-456789abcdef",
        )
        .parameters("age", "30")
        .parameters("region", "north \"west\"")
        .parameters("from", "2025-01-01")
        .build();
    let output = client
        .start_protected_query()
        .r#type(ProtectedQueryType::Sql)
        .membership_identifier("a1b2c3d4-5678-90ab-cdef-111122223333")
        .sql_parameters(sql)
        .result_configuration(
            ProtectedQueryResultConfiguration::builder()
                .output_configuration(ProtectedQueryOutputConfiguration::S3(to_bucket))
                .build(),
        )
        .send()
        .await?;
    black_box(output);
    Ok(())
}

/// Prints what takes part in a call, as the orchestrator sees it.
#[derive(Debug)]
struct Components;

impl Intercept for Components {
    fn name(&self) -> &'static str {
        "Components"
    }

    fn read_before_transmit(
        &self,
        _: &BeforeTransmitInterceptorContextRef<'_>,
        components: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        for interceptor in components.interceptors() {
            println!("interceptor {}", interceptor.name());
        }
        for classifier in components.retry_classifiers() {
            println!("classifier {} {:?}", classifier.name(), classifier.priority());
        }
        Ok(())
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let client = Client::from_conf(settings().build());
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["time", calls] => {
            let calls: u32 = calls.parse()?;
            for _ in 0..calls / 4 {
                call(&client).await?;
            }
            let start = Instant::now();
            for _ in 0..calls {
                call(&client).await?;
            }
            println!("{}", start.elapsed().as_nanos() / u128::from(calls));
        }
        ["run", calls] => {
            for _ in 0..calls.parse()? {
                call(&client).await?;
            }
        }
        ["components"] => call(&Client::from_conf(settings().interceptor(Components).build())).await?,
        _ => return Err("usage: call (time N | run N | components)".into()),
    }
    Ok(())
}
