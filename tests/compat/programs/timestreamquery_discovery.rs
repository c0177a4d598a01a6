//! Queries to an endpoint that is asked for first, rows of nested values, and tokens.

use aws_sdk_timestreamquery::config::Region;
use aws_sdk_timestreamquery::error::BoxError;
use aws_sdk_timestreamquery::types::{Datum, Row};
use aws_sdk_timestreamquery::{Client, Config};
use aws_smithy_async::rt::sleep::TokioSleep;
use aws_smithy_http_client::test_util::infallible_client_fn;
use compat_support::{clock, credentials, quick_retries, say, say_error, show};

fn text(datum: &Datum) -> String {
    match (datum.scalar_value(), datum.array_value(), datum.row_value()) {
        (Some(text), ..) => text.to_owned(),
        (_, [first, rest @ ..], _) => rest.iter().fold(text(first), |all, next| all + "," + &text(next)),
        (.., Some(inner)) => row(inner),
        _ => format!("null {:?}", datum.null_value()),
    }
}

fn row(row: &Row) -> String {
    row.data().iter().map(text).collect::<Vec<_>>().join(" | ")
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), BoxError> {
    let page = std::sync::atomic::AtomicUsize::new(0);
    let http_client = infallible_client_fn(move |request| {
        let header =
            |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or("").to_owned();
        say("request", format!("{} {}", request.method(), request.uri()));
        say("target", header("x-amz-target"));
        say("body", String::from_utf8_lossy(request.body().bytes().unwrap_or_default()));
        let target = header("x-amz-target");
        let body = if target.ends_with("DescribeEndpoints") {
            r#"{"Endpoints":[{"Address":"cell1.example.com","CachePeriodInMinutes":10}]}"#
        } else if page.fetch_add(1, std::sync::atomic::Ordering::SeqCst) == 0 {
            r#"{"QueryId":"q","NextToken":"n","ColumnInfo":[{"Name":"a","Type":{"ScalarType":"BIGINT"}}],
                "Rows":[{"Data":[{"ScalarValue":"1"},{"NullValue":true}]},
                {"Data":[{"ArrayValue":[{"ScalarValue":"x"},{"RowValue":{"Data":[{"ScalarValue":"y"}]}}]}]}]}"#
        } else {
            r#"{"QueryId":"q","ColumnInfo":[],"Rows":[{"Data":[]}],"QueryStatus":{"ProgressPercentage":99.5}}"#
        };
        http::Response::builder().status(200).body(body).expect("the parts are valid")
    });
    let config = Config::builder()
        .behavior_version_latest()
        .region(Region::new("eu-central-1"))
        .credentials_provider(credentials())
        .time_source(clock())
        .retry_config(quick_retries())
        .sleep_impl(TokioSleep::new())
        .idempotency_token_provider("token")
        .http_client(http_client)
        .build();
    let (client, reload) = Client::from_conf(config.clone()).with_endpoint_discovery_enabled().await?;
    let mut token = None;
    loop {
        let page = client.query().query_string("SELECT 1").max_rows(2).set_next_token(token).send().await?;
        for each in page.rows() {
            say("row", row(each));
        }
        show("columns", page.column_info());
        show("status", page.query_status());
        token = page.next_token;
        if token.is_none() {
            break;
        }
    }
    reload.reload_once().await;
    client.query().query_string("again").client_token("mine").send().await?;
    let plain = Client::from_conf(config);
    match plain.query().query_string("without discovery").send().await {
        Ok(output) => show("without discovery", output.query_id()),
        Err(error) => say_error("without discovery", &error),
    }
    Ok(())
}
