//! In: sources and options. Out: the files of a crate. The pipeline, in the
//! order of the architecture: load, transform, lower, and then, where nothing
//! can fail any more, render file by file.

use rayon::prelude::*;

use crate::choices::{Choice, Places};
use crate::dependency::Runtime;
use crate::diagnostics::{Diagnostics, Severity};
use crate::ir;
use crate::load::{self, LoadOptions};
use crate::lower::presigning::Wanted;
use crate::lower::{self, Refused};
use crate::model::{Checked, Kind, Model, Shape};
use crate::outline::Outline;
use crate::output::Tree;
use crate::sections;
use crate::text::Text;
use crate::traits::aws_service::AwsService;
use crate::transforms::{self, Scope};
use crate::Sources;

/// What a crate is generated from beside the model.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The crate's name.
    pub package: String,
    /// The crate's version.
    pub version: String,
    /// The service's id or name; None where the model has one service only.
    pub service: Option<String>,
    /// Names or ids of operations; None for all that the service has.
    pub operations: Option<Vec<String>>,
    /// The protocol's id or name; None for the preferred one of those that the
    /// service declares: rpcv2Cbor, rpcv2Json, awsJson1_0, awsJson1_1, restJson1,
    /// restXml, awsQuery, ec2Query.
    pub protocol: Option<String>,
    /// Names or ids of the generated operations whose requests callers can presign, beside those
    /// that the official crate presigns.
    pub presign: Vec<String>,
    /// The header that has the ids of requests; None for the usual ones. Only for a service
    /// that is not one of AWS's.
    pub request_id_header: Option<String>,
    /// How the crate depends on `whitesmith-runtime`.
    pub runtime: Runtime,
    /// Whether the crate gets the protocol tests that its model has
    /// (`smithy.test#httpRequestTests` and the like).
    pub protocol_tests: bool,
    /// Where these choices are written, if that is in a text of the sources.
    pub places: Option<Places>,
}

/// A generated crate, and how it came about.
#[derive(Debug, Clone, Default)]
pub struct Generated {
    /// The files by path; empty where there were errors.
    pub tree: Tree,
    /// What the stages found.
    pub diagnostics: Diagnostics,
    /// The operations that cannot be generated yet, an entry for each reason.
    pub refused: Vec<Refused>,
    /// The id of the protocol that the crate speaks.
    pub protocol: String,
    /// How many protocol tests the crate has.
    pub protocol_tests: usize,
    /// How many operations the crate has.
    pub operations: usize,
    /// How many types of the model have a file.
    pub shapes: usize,
    /// The schemes that calls are authenticated by, by their ids, the preferred ones first.
    pub auth_schemes: Vec<&'static str>,
    /// Ids of the shapes in the closure, sorted.
    pub closure: Vec<String>,
    /// What callers may look for and the crate does not have, in words, sorted.
    pub absent: Vec<String>,
    /// The operations that were added to those asked for, with the reason, in words.
    pub brought: Vec<String>,
    /// Ids of the traits in the closure that changed nothing, sorted.
    pub inert_traits: Vec<String>,
}

/// The stages that [`generate_observed`] reports, in order.
pub const STAGES: [&str; 4] = ["load", "check", "lower", "render"];

/// Generates a crate.
pub fn generate(sources: &Sources, options: &Options) -> Generated {
    generate_observed(sources, options, &mut |_| {})
}

/// Generates a crate and calls `done` after each of the [`STAGES`]: the clock
/// is the caller's.
pub fn generate_observed(sources: &Sources, options: &Options, done: &mut dyn FnMut(&'static str)) -> Generated {
    let Lowered { model, brought, refused, diagnostics, client } = lower_observed(sources, options, done);
    let Some(client) = client else { return Generated { diagnostics, refused, ..Generated::default() } };
    let tree = render(&client);
    done("render");
    Generated {
        tree,
        diagnostics,
        refused: Vec::new(),
        protocol: client.service.protocol.id.to_owned(),
        protocol_tests: count_tests(&client),
        operations: client.operations.len(),
        shapes: client.shapes.len(),
        auth_schemes: client.auth_schemes().into_iter().map(ir::AuthScheme::id).collect(),
        absent: client.service.absent,
        brought,
        closure: closure(&model),
        inert_traits: lower::inert_traits(&model),
    }
}

/// All that comes before the first token.
#[derive(Default)]
struct Lowered {
    /// What is left of it.
    model: Model,
    brought: Vec<String>,
    refused: Vec<Refused>,
    diagnostics: Diagnostics,
    /// None after an error was reported.
    client: Option<ir::Client>,
}

fn lower_observed(sources: &Sources, options: &Options, done: &mut dyn FnMut(&'static str)) -> Lowered {
    let load_options = LoadOptions { unresolved_traits: Severity::Warning };
    let (mut model, diagnostics) = load::load_observed(sources, &load_options, done);
    let (scope, mut diagnostics) = judge(&model, options, diagnostics);
    let Some(scope) = scope.filter(|_| !diagnostics.has_errors()) else {
        return Lowered { diagnostics, ..Lowered::default() };
    };
    let wanted = options.protocol.as_deref();
    let protocol = lower::choose_protocol(&model, &scope.service, wanted, options.places.as_ref(), &mut diagnostics);
    let Some(protocol) = protocol else {
        return Lowered { diagnostics, ..Lowered::default() };
    };
    let wanted = options.request_id_header.as_deref();
    let request_id_header =
        lower::request_id_header(&model, &scope.service, wanted, options.places.as_ref(), &mut diagnostics);
    for pass in transforms::ALL {
        (pass.run)(&mut model, &scope, &mut diagnostics);
    }
    lower::prepare(&mut model, &scope.service);
    let krate = ir::Krate {
        package: options.package.clone(),
        version: options.version.clone(),
        description: Text::default(),
        runtime: options.runtime.to_toml(),
        request_id_header,
        has_protocol_tests: options.protocol_tests,
        is_whole: options.operations.is_none(),
    };
    let checked = Checked::of(&model, &scope.service, &mut diagnostics).filter(|_| !diagnostics.has_errors());
    let presign = Wanted { operations: &options.presign, places: options.places.as_ref() };
    let lowering =
        checked.map(|model| lower::lower(model, protocol, krate, &presign, &mut diagnostics)).unwrap_or_default();
    done("lower");
    Lowered { model, brought: scope.brought, refused: lowering.refused, diagnostics, client: lowering.client }
}

/// The names by which code uses the operations of a client, those that cannot be generated
/// apart.
///
/// # Errors
/// What is wrong with the model or the options.
pub fn outline(sources: &Sources, options: &Options) -> Result<Outline, Diagnostics> {
    let first = lower_observed(sources, options, &mut |_| {});
    if let Some(client) = &first.client {
        return Ok(Outline::of(client, std::iter::empty()));
    }
    let refused = first.refused;
    let operations = if refused.is_empty() { None } else { all_operations(sources, options) };
    let Some(mut operations) = operations else { return Err(first.diagnostics) };
    operations.retain(|id| !refused.iter().any(|refused| refused.operation == *id));
    let rest = Options { operations: Some(operations), ..options.clone() };
    let rest = lower_observed(sources, &rest, &mut |_| {});
    let refused = refused.iter().map(|refused| (refused.operation.as_str(), refused.reason.as_str()));
    rest.client.as_ref().map(|client| Outline::of(client, refused)).ok_or(rest.diagnostics)
}

/// The ids of the operations that are meant if none is named.
fn all_operations(sources: &Sources, options: &Options) -> Option<Vec<String>> {
    let (model, _) = load::load_unchecked(sources, &LoadOptions { unresolved_traits: Severity::Warning });
    let scope = scope(&model, options, &mut Diagnostics::new())?;
    let operations = model.operations_of(model.shape(&scope.service)?);
    Some(operations.iter().map(|shape| shape.id.as_str().to_owned()).collect())
}

/// A service of a model, by its names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceNames {
    /// The id of its shape.
    pub id: String,
    /// What AWS calls it; None for one of somebody else.
    pub sdk_id: Option<String>,
    /// The version of its API; empty if it has none.
    pub version: String,
}

/// The services of a model, which may be wrong in other places, in the order of the texts.
pub fn services(sources: &Sources) -> Vec<ServiceNames> {
    let (model, _) = load::load_unchecked(sources, &LoadOptions { unresolved_traits: Severity::Warning });
    let names = |shape: &Shape| match &shape.kind {
        Kind::Service(service) => Some(ServiceNames {
            id: shape.id.as_str().to_owned(),
            sdk_id: AwsService::sdk_id_of(shape).map(str::to_owned),
            version: service.version.clone(),
        }),
        _ => None,
    };
    model.shapes().filter_map(names).collect()
}

/// The requested part of the model, and what prevents its generation. Only the
/// shapes of that part count, as far as the model defines which these are.
fn judge(model: &Model, options: &Options, events: Diagnostics) -> (Option<Scope>, Diagnostics) {
    let mut mistakes = Diagnostics::new();
    let scope = scope(model, options, &mut mistakes);
    let reached = scope.as_ref().map(|scope| transforms::reached(model, scope));
    // A shape that could not be read is in nobody's reach, and may be missed.
    let is_elsewhere =
        |id: &str| reached.as_ref().is_some_and(|reached| model.shapes.contains_key(id) && !reached.contains(id));
    let mut events = events.for_clients(|id| !is_elsewhere(id));
    // Of a model that is wrong, there may be services that are missing.
    if !events.has_errors() {
        events.extend(mistakes);
    }
    (scope, events)
}

/// Renders every file. A file is the unit of work: tokens cannot cross threads,
/// its text can. The tree is sorted by path, so threads leave no trace in it.
fn render(client: &ir::Client) -> Tree {
    let files = sections::files(client);
    files.par_iter().map(|key| sections::render(client, *key)).collect()
}

fn closure(model: &Model) -> Vec<String> {
    let mut ids: Vec<String> = model.shapes().map(|shape| shape.id.as_str().to_owned()).collect();
    ids.sort();
    ids
}

/// The requested service, or the only one.
fn scope(model: &Model, options: &Options, diagnostics: &mut Diagnostics) -> Option<Scope> {
    let services: Vec<&Shape> = model.shapes().filter(|shape| matches!(shape.kind, Kind::Service(_))).collect();
    let wanted = options.service.as_deref();
    let is_meant =
        |service: &&Shape| wanted.is_none_or(|name| service.id.as_str() == name || service.id.name() == name);
    match services.iter().copied().filter(is_meant).collect::<Vec<_>>()[..] {
        [service] => {
            let mut operations = options.operations.clone();
            let brought = operations.as_ref().map(|chosen| lower::brought(model, service, chosen));
            let brought = brought.unwrap_or_default();
            if let Some(operations) = &mut operations {
                operations.extend(brought.iter().map(|brought| brought.operation.to_owned()));
            }
            let brought = brought.iter().map(|it| format!("`{}`, since {}", it.operation, it.why)).collect();
            Some(Scope { service: service.id.clone(), operations, brought, places: options.places.clone() })
        }
        [] => {
            report_service(&services, options, diagnostics);
            None
        }
        ref several => {
            report_service(several, options, diagnostics);
            None
        }
    }
}

/// `choice` is what may be chosen instead.
fn report_service(choice: &[&Shape], options: &Options, diagnostics: &mut Diagnostics) {
    let mut ids: Vec<&str> = choice.iter().map(|service| service.id.as_str()).collect();
    ids.sort_unstable();
    let is_ambiguous = |wanted: &str| choice.iter().any(|service| service.id.name() == wanted);
    let message = match options.service.as_deref() {
        _ if choice.is_empty() => "the model has no service".to_owned(),
        Some(wanted) if is_ambiguous(wanted) => format!("the model has {} services `{wanted}`", ids.len()),
        Some(wanted) => format!("the model has no service `{wanted}`"),
        None => format!("the model has {} services", ids.len()),
    };
    let places = options.places.as_ref();
    let error = diagnostics.error("Whitesmith.UnknownService", Choice::Service.span(places), message);
    error.help = Choice::Service.help(places, &ids);
}

/// How many tests of the model are in the crate; the rules of endpoints are one.
fn count_tests(client: &ir::Client) -> usize {
    let of_operations = client.operations.iter().map(|operation| operation.tests.count());
    let calls = client.service.endpoint_tests.iter().map(|test| test.calls.len());
    of_operations.sum::<usize>() + calls.sum::<usize>() + usize::from(!client.service.endpoint_tests.is_empty())
}
