//! In: whatever is logged, at each level. Out: it as one text, without what the official
//! runtime logs before a response is ours.

use std::fmt::{Debug, Write};
use std::sync::{Arc, Mutex, PoisonError};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

/// Keeps what is logged.
#[derive(Clone, Debug, Default)]
pub struct Log(Arc<Mutex<String>>);

impl Log {
    /// What was logged since this was asked last.
    pub fn take(&self) -> String {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn write(&self, record: impl FnOnce(&mut Fields<'_>)) {
        record(&mut Fields(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner)));
    }
}

struct Fields<'a>(&'a mut String);

impl Visit for Fields<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        // The official orchestrator shows what a connection gives it, at the level of traces,
        // whatever the operation.
        if field.name() == "response" {
            return;
        }
        // Writing to a text does not fail.
        let _ = writeln!(self.0, "{field}={value:?}");
    }
}

impl Subscriber for Log {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        self.write(|fields| span.record(fields));
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        self.write(|fields| values.record(fields));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        self.write(|fields| event.record(fields));
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::PROTOCOLS;
    use crate::seen::secret_in;
    use crate::service::Service;
    use crate::variants;

    /// Bodies that are what they should be, and some that are not.
    #[test]
    fn no_secret_is_logged() {
        let log = Log::default();
        // The one of all threads: tracing remembers of a place whether anybody listens.
        tracing::subscriber::set_global_default(log.clone()).expect("no other test has one");
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().expect("it can be made");
        for protocol in PROTOCOLS {
            let service = Service::default();
            let client = crate::client(protocol.name, &service);
            for message in protocol.messages() {
                for answer in variants::of(&message, protocol).into_iter().take(5) {
                    service.answer(answer.clone());
                    runtime.block_on(client.call(message.operation));
                    let logged = log.take();
                    assert!(logged.contains("request_id="), "{logged}");
                    let shown = secret_in(&logged);
                    assert_eq!(shown, None, "{}: {answer:?}\n{logged}", protocol.name);
                }
            }
        }
    }
}
