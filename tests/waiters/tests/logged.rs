//! In: a wait that fails. Out: what is logged of it at debug level. Why: how a wait goes on is
//! not in what it returns. It is alone in its program, since tracing remembers of a place
//! whether anybody of any thread listens.

use std::fmt::Debug;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use depot::client::Waiters;
use depot::service::{Answer, Depot};
use depot::waiters::jobs_done::WaitUntilJobsDoneError;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};

/// Keeps the events of waiters, and the opening of their spans.
#[derive(Clone, Debug, Default)]
struct Log(Arc<Mutex<Vec<String>>>);

impl Log {
    fn lines(&self) -> Vec<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

struct Fields(String);

impl Visit for Fields {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0 += &match field.name() {
            "message" => format!("{value:?}"),
            name => format!("{name}={value:?}"),
        };
    }
}

fn is_of_a_waiter(metadata: &Metadata<'_>) -> bool {
    *metadata.level() == Level::DEBUG && metadata.target().ends_with("waiters") || metadata.target().ends_with("waiter")
}

impl Subscriber for Log {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        is_of_a_waiter(metadata)
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let mut fields = Fields(format!("{}: ", span.metadata().name()));
        span.record(&mut fields);
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(fields.0);
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut fields = Fields(String::new());
        event.record(&mut fields);
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(fields.0);
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

#[tokio::test]
async fn debug_events_say_how_it_goes_on() {
    let log = Log::default();
    tracing::subscriber::set_global_default(log.clone()).expect("there is no other test");
    let depot = Depot::new(&[
        Answer::Output("<jobs><member><state>RUNNING</state></member></jobs>"),
        Answer::Output("<jobs><member><state>FAILED</state></member></jobs><first><reason>no paper</reason></first>"),
    ]);
    let result = depot.client().wait_until_jobs_done().wait(Duration::from_secs(60)).await;
    assert!(matches!(result, Err(WaitUntilJobsDoneError::FailureState(_))), "{result:?}");
    let lines = log.lines();
    let id = lines[0].strip_prefix("waiter: waiter_id=").and_then(|id| id.parse::<u32>().ok());
    assert!(id.is_some_and(|id| (1_000_000..10_000_000).contains(&id)), "{lines:?}");
    let [_, first, retry, delay, second, message, failure] = &lines[..] else { panic!("{lines:?}") };
    assert_eq!(
        [first.as_str(), retry],
        ["executing waiter poll attempt #1", "waiter acceptor state: NoAcceptorsMatched"]
    );
    assert!(delay.contains("attempt #1") && delay.ends_with("waiter will poll again in 2s"), "{delay}");
    assert_eq!(second, "executing waiter poll attempt #2");
    assert_eq!([message.as_str(), failure], ["waiter failure: no paper", "waiter acceptor state: Failure"]);
}
