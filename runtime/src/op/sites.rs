//! What `tracing` has of a call: in, service and operation; out, the span around it and the
//! events with the ids of its responses, under the module of the operation in the emitted
//! crate, by which applications filter. The macros of `tracing` want literals, hence code in
//! each operation; here the metadata is made by the first call and lives in the operation's
//! static.

use crate::official;
use crate::service::Service;
use std::sync::OnceLock;
use tracing::callsite::{self, Callsite, Identifier};
use tracing::field::{debug, FieldSet};
use tracing::level_filters::LevelFilter;
use tracing::metadata::Kind;
use tracing::subscriber::Interest;
use tracing::{dispatcher, Level, Metadata, Span};

const SPAN: &[&str] = &["rpc.service", "rpc.method", "sdk_invocation_id", "rpc.system"];
const REQUEST_ID: &[&str] = &["request_id"];
const EXTENDED_REQUEST_ID: &[&str] = &["extended_request_id"];

/// The span and the events of one operation.
#[derive(Debug)]
pub(super) struct Sites {
    span: Site,
    request_id: Site,
    extended_request_id: Site,
}

impl Sites {
    pub(super) const fn new() -> Self {
        Self { span: Site::new(), request_id: Site::new(), extended_request_id: Site::new() }
    }

    /// The span around a call. `module` is that of the operation.
    pub(super) fn open(
        &'static self,
        service: &'static Service,
        operation: &'static str,
        module: &'static str,
    ) -> Span {
        // Leaked once for each operation that is called: tracing wants a name that lives as long
        // as the program.
        let name = || &*Box::leak(format!("{}.{operation}", service.id()).into_boxed_str());
        let Some(metadata) = self.span.enabled(module, SPAN, Kind::SPAN, name) else { return Span::none() };
        // Tells the calls of one process apart in its log, nothing more.
        let id = fastrand::u32(1_000_000..10_000_000);
        official::span(metadata, [&service.id(), &operation, &id, &service.rpc_system()])
    }

    /// The id of a response, or that it has none.
    pub(super) fn request_id(&'static self, module: &'static str, id: Option<&str>) {
        self.request_id.tell(module, REQUEST_ID, id);
    }

    /// The second id that responses of some services have.
    pub(super) fn extended_request_id(&'static self, module: &'static str, id: Option<&str>) {
        self.extended_request_id.tell(module, EXTENDED_REQUEST_ID, id);
    }
}

#[derive(Debug)]
struct Site(OnceLock<Metadata<'static>>);

impl Site {
    const fn new() -> Self {
        Self(OnceLock::new())
    }

    fn tell(&'static self, module: &'static str, fields: &'static [&'static str], id: Option<&str>) {
        if let Some(metadata) = self.enabled(module, fields, Kind::EVENT, || "event") {
            official::event(metadata, &debug(id));
        }
    }

    /// The metadata, if somebody wants to know.
    fn enabled(
        &'static self,
        module: &'static str,
        fields: &'static [&'static str],
        kind: Kind,
        name: impl FnOnce() -> &'static str,
    ) -> Option<&'static Metadata<'static>> {
        if Level::DEBUG > LevelFilter::current() {
            return None;
        }
        let mut is_new = false;
        let metadata = self.0.get_or_init(|| {
            is_new = true;
            let fields = FieldSet::new(fields, Identifier(self));
            Metadata::new(name(), module, Level::DEBUG, None, None, Some(module), fields, kind)
        });
        if is_new {
            callsite::register(self);
        }
        dispatcher::get_default(|dispatch| dispatch.enabled(metadata)).then_some(metadata)
    }
}

impl Callsite for Site {
    // `enabled` asks the subscriber each time, which is cheap beside a call.
    fn set_interest(&self, _: Interest) {}

    fn metadata(&self) -> &Metadata<'_> {
        self.0.get().expect("a site is registered after its metadata is set")
    }
}
