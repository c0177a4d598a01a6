//! In: spans and events of `tracing`. Out: lines of the transcript. Why: applications filter and
//! search by the names of spans, the targets of events and their fields.

use std::sync::{Arc, Mutex, PoisonError};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Subscriber};
use tracing_subscriber::layer::{Context, SubscriberExt};
use tracing_subscriber::Layer;

use crate::say;

/// What was recorded, for a program that prints it.
#[derive(Clone, Debug, Default)]
pub struct Logs(Arc<Mutex<Vec<String>>>);

impl Logs {
    /// Records from now on, in this thread, until the guard is dropped; `is_wanted` says of which
    /// target and level.
    pub fn start(is_wanted: fn(&tracing::Metadata<'_>) -> bool) -> (Self, tracing::subscriber::DefaultGuard) {
        let logs = Self::default();
        let layer = Recorder { logs: logs.clone(), is_wanted };
        let guard = tracing::subscriber::set_default(tracing_subscriber::registry().with(layer));
        (logs, guard)
    }

    /// Prints what was recorded.
    pub fn say(&self, name: &str) {
        for line in std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner)) {
            say(name, line);
        }
    }

    fn add(&self, line: String) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(line);
    }
}

struct Recorder {
    logs: Logs,
    is_wanted: fn(&tracing::Metadata<'_>) -> bool,
}

impl<S: Subscriber> Layer<S> for Recorder {
    fn on_new_span(&self, attributes: &Attributes<'_>, _: &Id, _: Context<'_, S>) {
        let metadata = attributes.metadata();
        if (self.is_wanted)(metadata) {
            let mut fields = Fields::default();
            attributes.record(&mut fields);
            self.logs.add(format!("span {} {} {}{}", metadata.level(), metadata.target(), metadata.name(), fields.0));
        }
    }

    fn on_record(&self, _: &Id, values: &Record<'_>, _: Context<'_, S>) {
        let mut fields = Fields::default();
        values.record(&mut fields);
        self.logs.add(format!("recorded{}", fields.0));
    }

    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let metadata = event.metadata();
        if (self.is_wanted)(metadata) {
            let mut fields = Fields::default();
            event.record(&mut fields);
            self.logs.add(format!("event {} {}{}", metadata.level(), metadata.target(), fields.0));
        }
    }
}

#[derive(Default)]
struct Fields(String);

impl Visit for Fields {
    fn record_debug(&mut self, field: &Field, value: &dyn std::fmt::Debug) {
        self.0.push_str(&format!(" {}={value:?}", field.name()));
    }
}
