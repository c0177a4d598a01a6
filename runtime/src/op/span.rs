//! The tracing span around a call: in, service and operation; out, a span of that
//! name. `debug_span!` wants a literal, hence code in each operation; here the
//! metadata is made by the first call and lives in the operation's static.

use crate::official;
use crate::service::Service;
use std::sync::OnceLock;
use tracing::callsite::{self, Callsite, Identifier};
use tracing::field::FieldSet;
use tracing::level_filters::LevelFilter;
use tracing::metadata::Kind;
use tracing::subscriber::Interest;
use tracing::{dispatcher, Level, Metadata, Span};

const FIELDS: &[&str] = &["rpc.service", "rpc.method", "sdk_invocation_id", "rpc.system"];

#[derive(Debug)]
pub(super) struct Site(OnceLock<Metadata<'static>>);

impl Site {
    pub(super) const fn new() -> Self {
        Self(OnceLock::new())
    }

    pub(super) fn open(&'static self, service: &'static Service, operation: &'static str) -> Span {
        if Level::DEBUG > LevelFilter::current() {
            return Span::none();
        }
        let metadata = self.metadata_of(service.id(), operation);
        if !dispatcher::get_default(|dispatch| dispatch.enabled(metadata)) {
            return Span::none();
        }
        // Tells the calls of one process apart in its log, nothing more.
        let id = fastrand::u32(1_000_000..10_000_000);
        official::span(metadata, [&service.id(), &operation, &id, &service.rpc_system()])
    }

    fn metadata_of(&'static self, service: &'static str, operation: &'static str) -> &'static Metadata<'static> {
        let mut is_new = false;
        let metadata = self.0.get_or_init(|| {
            is_new = true;
            // Leaked once for each operation that is called: tracing wants a
            // name that lives as long as the program.
            let name = Box::leak(format!("{service}.{operation}").into_boxed_str());
            let fields = FieldSet::new(FIELDS, Identifier(self));
            let target = "whitesmith_runtime::op";
            Metadata::new(name, target, Level::DEBUG, None, None, None, fields, Kind::SPAN)
        });
        if is_new {
            callsite::register(self);
        }
        metadata
    }
}

impl Callsite for Site {
    // `open` asks the subscriber each time, which is cheap beside a call.
    fn set_interest(&self, _: Interest) {}

    fn metadata(&self) -> &Metadata<'_> {
        self.0.get().expect("a site is registered after its metadata is set")
    }
}
