//! In: waiters, and a service whose answers and whose clock the tests set. Out: what ends a
//! wait, how often the service was asked, and how long was slept between.

use std::future::Future;
use std::time::Duration;

use aws_smithy_runtime_api::client::waiters::error::WaiterError;
use aws_smithy_runtime_api::client::waiters::FinalPoll;
use depot::client::Waiters;
use depot::config::http::HttpResponse;
use depot::error::{ProvideErrorMetadata, SdkError};
use depot::operation::describe_jobs::builders::DescribeJobsInputBuilder;
use depot::operation::describe_jobs::{DescribeJobsError, DescribeJobsOutput};
use depot::service::Answer::{self, Error, Nothing, Output};
use depot::service::Depot;
use depot::types::JobState;
use depot::waiters;
use depot::waiters::jobs_done::{JobsDoneFinalPoll, JobsDoneFluentBuilder, WaitUntilJobsDoneError};
use depot::Client;

const MAX_WAIT: Duration = Duration::from_secs(300);
const RUNNING: Answer = Output("<jobs><member><state>RUNNING</state></member></jobs>");
const DONE: Answer = Output("<jobs><member><state>DONE</state></member></jobs>");
const FAILED: Answer = Output(
    "<jobs><member><state>DONE</state></member><member><state>FAILED</state></member></jobs>\
     <first><reason>no paper</reason></first>",
);

async fn jobs_done(depot: &Depot) -> Result<JobsDoneFinalPoll, WaitUntilJobsDoneError> {
    depot.client().wait_until_jobs_done().names("a").wait(MAX_WAIT).await
}

/// What ended a wait.
fn end<P, T, E>(result: &Result<P, WaiterError<T, E>>) -> &'static str {
    match result {
        Ok(_) => "success",
        Err(WaiterError::ConstructionFailure(_)) => "construction",
        Err(WaiterError::ExceededMaxWait(_)) => "time",
        Err(WaiterError::FailureState(_)) => "failure",
        Err(WaiterError::OperationFailed(_)) => "operation",
        Err(_) => "another error",
    }
}

/// Waits for what `$waiter` waits for, with these answers; what ended that, and after how many.
macro_rules! end {
    ($waiter:ident, $($answer:expr),+) => {{
        let depot = Depot::new(&[$($answer),+]);
        let result = depot.client().$waiter().wanted(2).wait(MAX_WAIT).await;
        (end(&result), depot.requests().len())
    }};
}

#[tokio::test]
async fn it_is_asked_until_there_is_a_success() {
    let depot = Depot::new(&[Error("JobMissing"), RUNNING, RUNNING, RUNNING, RUNNING, DONE]);
    let poll = jobs_done(&depot).await.expect("a success");
    assert_eq!(poll.as_result().expect("an output").jobs()[0].state(), Some(&JobState::Done));
    let requests = depot.requests();
    assert_eq!(requests.len(), 6);
    for (body, agent) in requests {
        assert_eq!(body, "Action=DescribeJobs&Version=1&names.member.1=a");
        let metrics = agent.split_once(" m/").map(|(_, metrics)| metrics.split([',', ' ']).collect::<Vec<_>>());
        assert!(metrics.is_some_and(|metrics| metrics.contains(&"B")), "{agent}");
    }
    // Random, from the shortest delay to twice the one before, and at most the longest.
    let sleeps = depot.sleeps();
    for (sleep, longest) in sleeps.iter().zip([2, 4, 8, 10, 10]) {
        assert!((2..=longest).contains(sleep), "{sleeps:?}");
    }
    assert_eq!(sleeps.len(), 5);
}

#[tokio::test]
async fn a_failure_has_the_last_output() {
    let depot = Depot::new(&[RUNNING, FAILED]);
    let error = jobs_done(&depot).await.expect_err("a failure");
    assert_eq!(error.to_string(), "waiting failed");
    let WaitUntilJobsDoneError::FailureState(state) = error else { panic!("{error:?}") };
    let output = state.into_final_poll().into_result().expect("an output");
    assert_eq!(output.jobs().len(), 2);
}

#[tokio::test]
async fn time_is_up_after_a_last_poll() {
    let depot = Depot::new(&[RUNNING]);
    let error = jobs_done(&depot).await.expect_err("too long");
    assert_eq!(error.to_string(), "exceeded max wait time (300s)");
    let WaitUntilJobsDoneError::ExceededMaxWait(exceeded) = error else { panic!("{error:?}") };
    assert_eq!((exceeded.max_wait(), exceeded.elapsed()), (MAX_WAIT, MAX_WAIT));
    assert_eq!(usize::try_from(exceeded.poll_count()), Ok(depot.requests().len()));
    // The last delay is what is left.
    assert_eq!(depot.sleeps().iter().sum::<u64>(), 300);
    assert!(depot.sleeps().iter().rev().skip(1).all(|sleep| (2..=10).contains(sleep)), "{:?}", depot.sleeps());
}

#[tokio::test]
async fn what_calls_take_is_part_of_the_time() {
    let depot = Depot::new(&[RUNNING]).with_latency(Duration::from_secs(100));
    assert_eq!(end(&jobs_done(&depot).await), "time");
    assert!((3..=4).contains(&depot.requests().len()), "{:?}", depot.requests());
}

#[tokio::test]
async fn an_error_is_known_by_its_shape_and_by_its_code() {
    // `JobMissingFault` has another code; the model names the shape in one and the code in the other.
    assert_eq!(end!(wait_until_jobs_done, Error("JobMissing"), DONE), ("success", 2));
    assert_eq!(end!(wait_until_jobs_gone, DONE, Error("JobMissing")), ("success", 2));
    // A service may send the name of the shape, which the model knows under its code only.
    assert_eq!(end!(wait_until_jobs_done, Error("JobMissingFault"), DONE), ("success", 2));
    // The model has no such error.
    assert_eq!(end!(wait_until_jobs_done, Error("Closed.Depot")), ("failure", 1));
}

#[tokio::test]
async fn an_error_that_nobody_expects_ends_the_wait() {
    let depot = Depot::new(&[RUNNING, Error("BusyFault")]);
    let error = jobs_done(&depot).await.expect_err("an error");
    assert_eq!((error.code(), error.to_string().as_str()), (Some("BusyFault"), "operation failed while waiting"));
    let WaitUntilJobsDoneError::OperationFailed(failed) = error else { panic!("{error:?}") };
    assert!(failed.into_error().into_service_error().is_busy_fault());
    assert_eq!(end!(wait_until_jobs_done, Error("Unheard")), ("operation", 1));
}

#[tokio::test]
async fn an_error_that_is_not_the_service_s_ends_the_wait() {
    let depot = Depot::new(&[RUNNING, Nothing]);
    let error = jobs_done(&depot).await.expect_err("an error");
    let WaitUntilJobsDoneError::OperationFailed(failed) = error else { panic!("{error:?}") };
    assert!(matches!(failed.error(), SdkError::DispatchFailure(_)), "{failed:?}");
    // Any error is one of the service.
    assert_eq!(end!(wait_until_depot_closed, Nothing), ("operation", 1));
    assert_eq!(end!(wait_until_depot_closed, Error("Unheard")), ("success", 1));
    assert_eq!(end!(wait_until_depot_closed, DONE), ("failure", 1));
}

#[tokio::test]
async fn all_texts_of_a_list_are_compared() {
    let archived = Output("<jobs><member><state>ARCHIVED</state></member></jobs>");
    assert_eq!(end!(wait_until_jobs_done, archived), ("success", 1));
    let both = Output("<jobs><member><state>DONE</state></member><member><state>ARCHIVED</state></member></jobs>");
    assert_eq!(end!(wait_until_jobs_done, both, DONE), ("success", 2));
    // None of no jobs is done.
    assert_eq!(end!(wait_until_jobs_done, Output(""), Output("<jobs/>"), DONE), ("success", 3));
}

#[tokio::test]
async fn a_text_is_compared() {
    let first = |state: &'static str| Output(state);
    let running = first("<first><state>RUNNING</state></first>");
    let done = first("<first><state>DONE</state></first>");
    let failed = first("<first><state>FAILED</state></first>");
    assert_eq!(end!(wait_until_first_done, Output(""), running.clone(), done), ("success", 3));
    assert_eq!(end!(wait_until_first_done, running, failed), ("failure", 2));
}

#[tokio::test]
async fn a_boolean_is_compared() {
    let ready = Output("<isReady>true</isReady>");
    assert_eq!(end!(wait_until_depot_ready, Output(""), ready), ("success", 2));
    assert_eq!(end!(wait_until_depot_ready, Output("<isReady>false</isReady>")), ("failure", 1));
}

#[tokio::test]
async fn the_output_is_compared_with_the_input() {
    // Two are wanted.
    assert_eq!(end!(wait_until_enough_jobs, DONE, DONE, FAILED), ("success", 3));
}

#[tokio::test]
async fn a_builder_has_the_setters_of_the_operation() {
    let depot = Depot::new(&[DONE]);
    let builder: JobsDoneFluentBuilder =
        depot.client().wait_until_jobs_done().names("a").names("b").set_wanted(Some(3));
    let other = builder.clone().set_names(None);
    assert_eq!(builder.get_names().as_deref(), Some(["a".to_owned(), "b".to_owned()].as_slice()));
    assert_eq!((builder.as_input().get_wanted(), other.as_input().get_names()), (&Some(3), &None));
    assert!(format!("{builder:?}").contains(r#"names: Some(["a", "b"])"#), "{builder:?}");
    // Futures of the official crates can be spawned.
    assert_eq!(end(&tokio::spawn(builder.wait(MAX_WAIT)).await.expect("no panic")), "success");
    assert_eq!(depot.requests()[0].0, "Action=DescribeJobs&Version=1&names.member.1=a&names.member.2=b&wanted=3");
}

/// What code for an official crate may do; that it compiles is the test. The same program was
/// compiled with aws-sdk-s3 1.157.0 and its waiters.
#[test]
fn signatures_are_those_of_the_official_crates() {
    struct Wrapper(Client);
    impl Waiters for Wrapper {
        fn wait_until_depot_closed(&self) -> waiters::depot_closed::DepotClosedFluentBuilder {
            self.0.wait_until_depot_closed()
        }
        fn wait_until_depot_ready(&self) -> waiters::depot_ready::DepotReadyFluentBuilder {
            self.0.wait_until_depot_ready()
        }
        fn wait_until_enough_jobs(&self) -> waiters::enough_jobs::EnoughJobsFluentBuilder {
            self.0.wait_until_enough_jobs()
        }
        fn wait_until_first_done(&self) -> waiters::first_done::FirstDoneFluentBuilder {
            self.0.wait_until_first_done()
        }
        fn wait_until_jobs_done(&self) -> JobsDoneFluentBuilder {
            self.0.wait_until_jobs_done()
        }
        fn wait_until_jobs_gone(&self) -> waiters::jobs_gone::JobsGoneFluentBuilder {
            self.0.wait_until_jobs_gone()
        }
    }
    fn is_awaited<F>(_: fn(JobsDoneFluentBuilder, Duration) -> F)
    where
        F: Future<Output = Result<JobsDoneFinalPoll, WaitUntilJobsDoneError>> + Send + 'static,
    {
    }
    async fn uses(client: &dyn Waiters) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
        client.wait_until_jobs_done().wait(MAX_WAIT).await?.into_result()?;
        Ok(())
    }
    is_awaited(JobsDoneFluentBuilder::wait);
    type Failed = SdkError<DescribeJobsError, HttpResponse>;
    let _: fn(JobsDoneFinalPoll) -> FinalPoll<DescribeJobsOutput, Failed> = |poll| poll;
    let _: fn(WaitUntilJobsDoneError) -> WaiterError<DescribeJobsOutput, DescribeJobsError> = |error| error;
    let _: fn(&JobsDoneFluentBuilder) -> &DescribeJobsInputBuilder = JobsDoneFluentBuilder::as_input;
    let _: fn(&JobsDoneFluentBuilder) -> &Option<i32> = JobsDoneFluentBuilder::get_wanted;
    let _ = |wrapper: Wrapper| drop(uses(&wrapper));
}
