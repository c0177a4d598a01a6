//! An application that measures its calls with its own meter.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use aws_sdk_sqs::Client;
use aws_smithy_observability::instruments::{
    AsyncInstrumentBuilder, AsyncMeasure, Histogram, InstrumentBuilder, MonotonicCounter, ProvideInstrument,
    UpDownCounter,
};
use aws_smithy_observability::meter::{Meter, ProvideMeter};
use aws_smithy_observability::{Attributes, Context, TelemetryProvider};
use compat_support::{quick_retries, say, shared_config, show, Answer, Outcome, Server};

#[derive(Clone, Debug, Default)]
struct Measures(Arc<Mutex<Vec<String>>>);

impl Measures {
    fn add(&self, line: String) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(line);
    }
}

#[derive(Debug)]
struct Instrument(String, Measures);

impl Histogram for Instrument {
    fn record(&self, value: f64, attributes: Option<&Attributes>, _: Option<&dyn Context>) {
        let mut names: Vec<_> = attributes.iter().flat_map(|all| all.attributes().iter()).collect();
        names.sort_by_key(|(name, _)| name.as_str());
        self.1.add(format!("{} {} {names:?}", self.0, if value >= 0.0 { "a duration" } else { "before the start" }));
    }
}

impl ProvideInstrument for Measures {
    fn create_gauge(
        &self,
        _: AsyncInstrumentBuilder<'_, Arc<dyn AsyncMeasure<Value = f64>>, f64>,
    ) -> Arc<dyn AsyncMeasure<Value = f64>> {
        unreachable!("the client asks for no gauge")
    }

    fn create_up_down_counter(&self, _: InstrumentBuilder<'_, Arc<dyn UpDownCounter>>) -> Arc<dyn UpDownCounter> {
        unreachable!("the client asks for no counter")
    }

    fn create_async_up_down_counter(
        &self,
        _: AsyncInstrumentBuilder<'_, Arc<dyn AsyncMeasure<Value = i64>>, i64>,
    ) -> Arc<dyn AsyncMeasure<Value = i64>> {
        unreachable!("the client asks for no counter")
    }

    fn create_monotonic_counter(
        &self,
        _: InstrumentBuilder<'_, Arc<dyn MonotonicCounter>>,
    ) -> Arc<dyn MonotonicCounter> {
        unreachable!("the client asks for no counter")
    }

    fn create_async_monotonic_counter(
        &self,
        _: AsyncInstrumentBuilder<'_, Arc<dyn AsyncMeasure<Value = u64>>, u64>,
    ) -> Arc<dyn AsyncMeasure<Value = u64>> {
        unreachable!("the client asks for no counter")
    }

    fn create_histogram(&self, builder: InstrumentBuilder<'_, Arc<dyn Histogram>>) -> Arc<dyn Histogram> {
        let name = builder.get_name().to_string();
        self.add(format!("made {name}, {:?}, {:?}", builder.get_units(), builder.get_description()));
        Arc::new(Instrument(name, self.clone()))
    }
}

impl ProvideMeter for Measures {
    fn get_meter(&self, scope: &'static str, _: Option<&Attributes>) -> Meter {
        self.add(format!("scope {scope}"));
        Meter::new(Arc::new(self.clone()))
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let measures = Measures::default();
    let provider = TelemetryProvider::builder().meter_provider(Arc::new(measures.clone())).build();
    aws_smithy_observability::global::set_telemetry_provider(provider)?;
    let server = Server::start([Answer::ok("{}"), Answer::new(500, "{}"), Answer::ok("{}"), Answer::new(400, "{}")]);
    let config = shared_config().endpoint_url(server.url()).retry_config(quick_retries()).build();
    let client = Client::new(&config);
    // When instruments are made is not of interest, but which.
    let mut made = BTreeSet::new();
    for name in ["success", "retried", "failed"] {
        show(name, client.list_queues().send().await.is_ok());
        let lines = std::mem::take(&mut *measures.0.lock().unwrap_or_else(PoisonError::into_inner));
        let (instruments, mut measured): (Vec<_>, Vec<_>) =
            lines.into_iter().partition(|line| line.starts_with("made ") || line.starts_with("scope "));
        made.extend(instruments);
        measured.sort();
        for line in measured {
            let (instrument, value) = line.split_once(' ').ok_or("a line has both")?;
            say(&format!("{name}, {instrument}"), value);
        }
    }
    for line in made {
        let (what, name) = line.split_once(' ').ok_or("a line has both")?;
        let (instrument, unit) = name.split_once(", ").unwrap_or((name, ""));
        say(&format!("{what} {instrument}"), unit);
    }
    Ok(())
}
