//! A deployment that waits for functions: until they are there, until they work, or too long.

use std::time::Duration;

use aws_sdk_lambda::client::Waiters;
use aws_sdk_lambda::config::{Builder, Region};
use aws_sdk_lambda::waiters::function_active_v2::WaitUntilFunctionActiveV2Error;
use aws_sdk_lambda::{Client, Config};
use aws_smithy_async::test_util::instant_time_and_sleep;
use aws_smithy_http_client::test_util::infallible_client_fn;
use compat_support::{credentials, moment, quick_retries, say, say_error, show, Outcome};

const MISSING: (u16, &str) = (404, r#"{"Type":"User","Message":"not found"}"#);

fn client(answers: &[(u16, &'static str)]) -> Client {
    let mut answers = answers.to_vec();
    answers.reverse();
    let answers = std::sync::Mutex::new(answers);
    let http_client = infallible_client_fn(move |request| {
        say("asked", format!("{} {}", request.method(), request.uri()));
        let mut answers = answers.lock().expect("nobody panics");
        let (status, body) = if answers.len() > 1 { answers.pop() } else { answers.last().copied() }.unwrap_or(MISSING);
        let answer = http::Response::builder().status(status).header("x-amzn-errortype", "ResourceNotFoundException");
        answer.body(body).expect("the parts are valid")
    });
    let (time, sleep) = instant_time_and_sleep(moment());
    let config: Builder = Config::builder()
        .behavior_version_latest()
        .region(Region::new("eu-central-1"))
        .credentials_provider(credentials())
        .retry_config(quick_retries())
        .time_source(time)
        .sleep_impl(sleep)
        .http_client(http_client);
    Client::from_conf(config.build())
}

fn state(state: &str) -> (u16, &'static str) {
    let text = format!(r#"{{"Configuration":{{"FunctionName":"f","State":"{state}"}}}}"#);
    (200, Box::leak(text.into_boxed_str()))
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let minute = Duration::from_secs(60);
    let found = client(&[MISSING, MISSING, state("Pending")]);
    let waiter = found.wait_until_function_exists().function_name("f").qualifier("live");
    show("input", waiter.as_input().get_function_name());
    let poll = waiter.wait(minute).await?;
    let output = poll.into_result().map_err(|_| "it ends with an output")?;
    show("exists", output.configuration().and_then(|function| function.state()));

    let active = client(&[state("Pending"), state("Pending"), state("Active")]);
    let poll = active.wait_until_function_active_v2().function_name("f").wait(minute).await?;
    show("active", poll.as_result().is_ok());

    let failed = client(&[state("Pending"), state("Failed")]);
    match failed.wait_until_function_active_v2().function_name("f").wait(minute).await {
        Err(WaitUntilFunctionActiveV2Error::FailureState(state)) => {
            let output = state.final_poll().as_result().ok();
            show("failed", output.and_then(|output| output.configuration()).and_then(|function| function.state()));
        }
        other => say("failed", other.is_ok()),
    }
    let error = failed.wait_until_function_active_v2().function_name("f").wait(minute).await;
    let error = error.err().ok_or("it failed")?;
    say("failed", &error);
    say("failed, source", std::error::Error::source(&error).is_some());

    let gone = client(&[MISSING]);
    let error = gone.wait_until_function_active_v2().function_name("f").wait(minute).await;
    say_error("gone", &error.err().ok_or("it is not there")?);
    let slow = client(&[MISSING]);
    match slow.wait_until_function_exists().function_name("f").wait(Duration::from_secs(1)).await {
        Err(error @ aws_sdk_lambda::waiters::function_exists::WaitUntilFunctionExistsError::ExceededMaxWait(_)) => {
            say("slow", &error);
        }
        other => say("slow", other.is_ok()),
    }
    let error = slow.wait_until_function_exists().wait(minute).await.err().ok_or("the name is required")?;
    say_error("no name", &error);
    Ok(())
}
