//! In: a sliced model and a protocol. Out: an [`ir::Client`] in which every
//! decision is made: names, optionality, defaults, bindings, order.
//!
//! Everything that can be wrong with a model that loads is found here at the
//! latest; what comes after cannot fail.

mod auth;
mod behaviours;
mod endpoint;
mod names;
mod operations;
mod origin;
mod owner;
pub(crate) mod presigning;
mod protocol;
#[cfg(any(test, feature = "internals"))]
pub(crate) mod questions;
mod refusals;
mod request_ids;
mod services;
mod shapes;
mod unusable;
mod values;

use std::collections::BTreeSet;

use crate::diagnostics::Diagnostics;
use crate::ir;
use crate::model::{ids, Checked, Kind, Model, Shape};
use crate::protocols::Protocol;
use crate::rt;
use crate::text::{self, Docs, Line, Text};
use crate::traits::{self, aws_service::AwsService};
use behaviours::Needs;
use names::{collisions, Context};
use shapes::{sizes, Shapes};
use values::{crate_example, protocol_tests};

#[cfg(feature = "internals")]
pub(crate) use endpoint::of_form as endpoint_of_form;
#[cfg(feature = "driver")]
pub(crate) use origin::join;
pub(crate) use protocol::choose as choose_protocol;
pub use protocol::protocols_of;
pub use refusals::Refused;
pub(crate) use request_ids::header as request_id_header;
pub(crate) use services::{brought, prepare};

/// What came of it.
#[derive(Default)]
pub(crate) struct Lowering {
    /// None after an error was reported.
    pub(crate) client: Option<ir::Client>,
    /// The operations that cannot be generated yet, if they are why.
    pub(crate) refused: Vec<Refused>,
}

/// Lowers the service of a sliced model.
pub(crate) fn lower(
    model: Checked<'_>,
    protocol: &'static dyn Protocol,
    krate: ir::Krate,
    presign: &presigning::Wanted<'_>,
    diagnostics: &mut Diagnostics,
) -> Lowering {
    let refused = refusals::check(&model, protocol, diagnostics);
    let context = Context::new(model, protocol, diagnostics);
    unusable::check(&context, diagnostics);
    let shapes = Shapes::lower(&context, diagnostics);
    let example_crate = krate.package.replace('-', "_");
    let mut needs = Needs::default();
    let endpoint = endpoint::lower(context.service, diagnostics);
    let service =
        operations::Service { context: &context, shapes: &shapes, endpoint: &endpoint, example_crate: &example_crate };
    let calls = context.model.operations.iter();
    let mut operations: Vec<ir::Operation> =
        calls.filter_map(|call| operations::lower(&service, call, &mut needs, diagnostics)).collect();
    // The model has them by id, which is another order where namespaces differ.
    operations.sort_by(|a, b| a.name.cmp(&b.name));
    if krate.has_protocol_tests {
        protocol_tests::lower(&context, &shapes, &mut operations, diagnostics);
    }
    collisions::check_operations(&operations, diagnostics);
    if diagnostics.has_errors() {
        return Lowering { client: None, refused };
    }
    let mut client = client(&context, shapes, operations, endpoint, needs, krate, diagnostics);
    // After what the service presigns in any case.
    presigning::apply(&context, presign, &mut client, diagnostics);
    Lowering { client: Some(client).filter(|_| !diagnostics.has_errors()), refused }
}

/// The client, when nothing can fail any more.
fn client(
    context: &Context<'_>,
    shapes: Shapes<'_>,
    operations: Vec<ir::Operation>,
    endpoint: ir::endpoint::Endpoint,
    needs: Needs,
    krate: ir::Krate,
    diagnostics: &mut Diagnostics,
) -> ir::Client {
    let (model, service) = (&context.model, context.service);
    let id = AwsService::sdk_id_of(service);
    let example = crate_example::lower(context, &shapes, &operations, &krate.package.replace('-', "_"));
    let origin = Line::of_model(&origin::sentence(service, &operations, krate.is_whole));
    let krate = ir::Krate { description: Text::from(format!("Client for {}", title(service))).shown(), ..krate };
    let endpoint_tests = if krate.has_protocol_tests {
        endpoint::tests::lower(service, &endpoint, &shapes, &operations)
    } else {
        Vec::new()
    };
    let lowered = lower_service(service, context.protocol, endpoint);
    let schemes = ir::auth_schemes(&lowered.auth, &operations);
    let service = ir::Service {
        endpoint_tests,
        owner: owner::of(service, &schemes, &lowered.endpoint),
        origin: text::sentence("{}", &[&origin]),
        absent: origin::absent(model, needs.absent),
        example,
        has_large_error: sizes::has_large_error(
            model,
            model.all().filter(|shape| traits::error::is_error(&shape.traits)),
        ),
        settings: needs.settings.into_iter().chain(endpoint::settings(&lowered.endpoint)).collect(),
        ..lowered
    };
    let runtime_features = runtime_features(&service, &operations, needs.features);
    let mut client = ir::Client { krate, service, operations, shapes: shapes.into_sorted(), runtime_features };
    for warning in services::apply(id, &mut client) {
        let service = context.service;
        let event =
            diagnostics.warning("Whitesmith.NotBuiltYet", service.span, format!("`{}` {}", service.id, warning.what));
        event.shape(service.id.as_str()).help(warning.help);
    }
    client
}

/// What the emitted code calls that the runtime has not in any case.
fn runtime_features(
    service: &ir::Service,
    operations: &[ir::Operation],
    of_behaviours: Vec<&'static str>,
) -> Vec<&'static str> {
    let formats = operations.first().and_then(|_| rt::feature(service.protocol.request));
    let aws = (service.owner != ir::Owner::Own).then_some("aws");
    let is_stream = |operation: &&ir::Operation| operation.input.events().or(operation.output.events()).is_some();
    let events = operations.iter().filter(is_stream).map(|_| "event-stream");
    let features: BTreeSet<&str> = aws.into_iter().chain(formats).chain(of_behaviours).chain(events).collect();
    features.into_iter().collect()
}

/// Ids of the traits in the closure that no part of the generator asks for.
pub(crate) fn inert_traits(model: &Model) -> Vec<String> {
    let used = traits::USED;
    let of_shapes = model.shapes().flat_map(|shape| shape.traits.iter());
    let of_members = model.shapes().flat_map(|shape| shape.members.iter()).flat_map(|member| member.traits.iter());
    let ids: std::collections::BTreeSet<String> = of_shapes
        .chain(of_members)
        .map(|(id, _)| id.as_str())
        .filter(|id| !used.contains(id) && !id.starts_with("whitesmith-synthetic#"))
        .map(str::to_owned)
        .collect();
    ids.into_iter().collect()
}

/// What people call the service.
fn title(service: &Shape) -> &str {
    let title = traits::text(&service.traits, ids::TITLE).filter(|title| !title.trim().is_empty());
    title.unwrap_or(service.id.name())
}

fn lower_service(service: &Shape, protocol: &dyn Protocol, endpoint: ir::endpoint::Endpoint) -> ir::Service {
    let (aws, protocol) = (AwsService::of(service), protocol.lower(service));
    let signing_name = service
        .traits
        .get(ids::SIGV4)
        .and_then(|node| node.get("name"))
        .and_then(|name| name.as_str())
        .unwrap_or(&aws.endpoint_prefix)
        .to_owned();
    let metrics = if owner::is_aws(service) { metrics(&protocol, &endpoint) } else { Vec::new() };
    let version = match &service.kind {
        Kind::Service(facts) => facts.version.as_str(),
        _ => "",
    };
    let module: String = aws.sdk_id.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
    ir::Service {
        // By the operations, which are not in it.
        owner: ir::Owner::Own,
        docs: traits::text(&service.traits, ids::DOCUMENTATION).map(Docs::of_model).unwrap_or_default(),
        name: aws.sdk_id.split_whitespace().collect::<String>().into(),
        protocol,
        metrics,
        has_plain_paths: false,
        sessions: None,
        auth_token: None,
        discovery: None,
        outside_flag: None,
        request_ids: ir::RequestId::USUAL,
        retry_pace: None,
        transient_errors: &[],
        signing_name: signing_name.into(),
        auth: auth::of_service(service),
        asks_endpoint_for_auth: false,
        environment_token: None,
        has_large_error: false,
        needs_endpoint_url: endpoint::address::is_unknown(&endpoint),
        endpoint,
        endpoint_tests: Vec::new(),
        module,
        version: version.into(),
        settings: Vec::new(),
        example: Vec::new(),
        sdk_id: aws.sdk_id.into(),
        title: Line::of_model(title(service)),
        origin: Docs::default(),
        absent: Vec::new(),
    }
}

/// What the official clients count of the calls of such a service, and what its rules count.
fn metrics(protocol: &ir::Protocol, endpoint: &ir::endpoint::Endpoint) -> Vec<ir::Metric> {
    let mut metrics = Vec::new();
    if protocol.id == ids::RPC_V2_CBOR {
        metrics.push(ir::Metric::RpcV2Cbor);
    }
    if endpoint.asks_for(&ir::endpoint::ParameterSource::AccountIdEndpointMode) {
        metrics.push(ir::Metric::AccountIdEndpointMode);
    }
    if endpoint.has_property("metricValues") {
        metrics.push(ir::Metric::EndpointRules);
    }
    metrics
}
