//! In: the files of a model. Out: for each of its services what comes of it: a crate of all
//! operations, of those that can be generated yet, or none, and why.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::time::Instant;

use whitesmith_codegen::driver::{self, Loaded};
use whitesmith_codegen::{generate, Generated, Kind, Options, Refused, Severity, Shape, Sources};

use super::Model;

/// What comes of a service.
pub(super) struct Attempt {
    pub(super) package: String,
    pub(super) files: Vec<PathBuf>,
    /// The id of the service; empty where the model has one only.
    pub(super) service: String,
    /// The operations that are generated, if these are not all.
    pub(super) chosen: Option<Vec<String>>,
    /// What `aws.api#service` calls the service; empty for one that is not AWS's.
    pub(super) sdk_id: String,
    pub(super) protocol: String,
    /// The schemes that its calls are authenticated by.
    pub(super) auth_schemes: Vec<&'static str>,
    /// How many operations are in the crate.
    pub(super) operations: usize,
    pub(super) verdict: Verdict,
    refused: Vec<Refused>,
    warnings: Vec<String>,
    seconds: f64,
}

pub(super) enum Verdict {
    /// All of it, or all that does not wait for other credentials.
    Generates,
    /// Nothing, for want of credentials that are not built yet.
    WaitsForAuth,
    Fails(String),
}

/// The services of a model. A model without one is not of a client.
pub(super) fn of_model(model: &Model) -> Vec<Attempt> {
    let sources = match driver::read_sources(&model.files) {
        Ok(sources) => sources,
        Err(error) => return vec![Attempt::failed(model, error.to_string())],
    };
    let start = Instant::now();
    let generated = generate_all(&sources, model, None, None);
    let ids: Vec<&str> = generated.diagnostics.iter().map(|event| event.id.as_ref()).collect();
    if !ids.contains(&"Whitesmith.UnknownService") {
        return vec![of_service(model, &sources, generated, None, start)];
    }
    // None or several: the model says which.
    let services = services(model).into_iter();
    let attempts = services.map(|id| {
        let start = Instant::now();
        of_service(model, &sources, generate_all(&sources, model, Some(&id), None), Some(id), start)
    });
    attempts.collect()
}

/// `whole` is what comes of all operations, which was begun at `start`.
fn of_service(model: &Model, sources: &Sources, whole: Generated, service: Option<String>, start: Instant) -> Attempt {
    let mut attempt = Attempt::new(model, service.as_deref());
    attempt.sdk_id = sources.iter().find_map(|source| sdk_id(&source.text)).unwrap_or_default();
    attempt.refused.clone_from(&whole.refused);
    let outcome = match failure(&whole) {
        Some(reason) => Err(Verdict::Fails(reason)),
        None if whole.refused.is_empty() => Ok(whole),
        None => {
            let rest = not_refused(model, service.as_deref(), &whole.refused);
            let is_waiting = whole.refused.iter().all(|refused| refused.needs_credentials);
            match (is_waiting, rest.is_empty()) {
                (false, _) => Err(Verdict::Fails(reasons(&whole.refused))),
                (true, true) => Err(Verdict::WaitsForAuth),
                (true, false) => {
                    attempt.chosen = Some(rest.clone());
                    let part = generate_all(sources, model, service.as_deref(), Some(rest));
                    failure(&part).map_or(Ok(part), |reason| Err(Verdict::Fails(reason)))
                }
            }
        }
    };
    match outcome {
        Ok(generated) => {
            let warnings = generated.diagnostics.iter().filter(|event| event.severity == Severity::Warning);
            attempt.warnings = warnings.map(|event| format!("{}: {}", event.id, event.message)).collect();
            (attempt.protocol, attempt.operations) = (generated.protocol, generated.operations);
            attempt.auth_schemes = generated.auth_schemes;
        }
        Err(verdict) => attempt.verdict = verdict,
    }
    attempt.seconds = start.elapsed().as_secs_f64();
    attempt
}

fn generate_all(sources: &Sources, model: &Model, service: Option<&str>, operations: Option<Vec<String>>) -> Generated {
    let options = Options {
        package: model.package.clone(),
        version: "0.1.0".to_owned(),
        service: service.map(str::to_owned),
        operations,
        ..Options::default()
    };
    generate(sources, &options)
}

/// The first error that is not about single operations which cannot be generated yet.
fn failure(generated: &Generated) -> Option<String> {
    let mut errors = generated.diagnostics.iter().filter(|event| event.severity == Severity::Error);
    let first = errors.find(|event| event.id != "Whitesmith.NotBuiltYet" || generated.refused.is_empty())?;
    Some(format!("{}: {}", first.id, first.message))
}

fn reasons(refused: &[Refused]) -> String {
    let reasons: BTreeSet<&str> = refused.iter().map(|refused| refused.reason.as_str()).collect();
    format!("needs {}", reasons.into_iter().collect::<Vec<_>>().join(", "))
}

/// The ids of the services.
fn services(model: &Model) -> Vec<String> {
    let Ok(Loaded { model, .. }) = driver::load_paths(&model.files) else { return Vec::new() };
    let services = model.shapes().filter(|shape| matches!(shape.kind, Kind::Service(_)));
    services.map(|service| service.id.as_str().to_owned()).collect()
}

/// The ids of the operations of the service that nothing keeps from being generated.
fn not_refused(model: &Model, service: Option<&str>, refused: &[Refused]) -> Vec<String> {
    let Ok(Loaded { model, .. }) = driver::load_paths(&model.files) else { return Vec::new() };
    let is_meant = |shape: &&Shape| {
        matches!(shape.kind, Kind::Service(_)) && service.is_none_or(|service| shape.id.as_str() == service)
    };
    let refused: BTreeSet<&str> = refused.iter().map(|refused| refused.operation.as_str()).collect();
    let operations = model.shapes().find(is_meant).map(|service| model.operations_of(service)).unwrap_or_default();
    let ids = operations.iter().map(|operation| operation.id.as_str());
    ids.filter(|id| !refused.contains(id)).map(str::to_owned).collect()
}

/// What `aws.api#service` says; of a text, for this only decides about what is compiled.
fn sdk_id(text: &str) -> Option<String> {
    let (_, rest) = text.split_once("sdkId")?;
    let (_, rest) = rest.split_once(':')?;
    Some(rest.trim_start().strip_prefix('"')?.split('"').next()?.to_owned())
}

impl Attempt {
    fn new(model: &Model, service: Option<&str>) -> Self {
        let name = service.and_then(|id| id.split_once('#')).map(|(_, name)| format!("-{}", name.to_lowercase()));
        Self {
            package: format!("{}{}", model.package, name.unwrap_or_default()),
            files: model.files.clone(),
            service: service.unwrap_or_default().to_owned(),
            chosen: None,
            sdk_id: String::new(),
            protocol: String::new(),
            auth_schemes: Vec::new(),
            operations: 0,
            verdict: Verdict::Generates,
            refused: Vec::new(),
            warnings: Vec::new(),
            seconds: 0.0,
        }
    }

    fn failed(model: &Model, reason: String) -> Self {
        Self { verdict: Verdict::Fails(reason), ..Self::new(model, None) }
    }

    /// Whether something of the service has no crate.
    pub(super) fn is_incomplete(&self) -> bool {
        self.operations == 0 || !self.refused.is_empty()
    }

    pub(super) fn summary(&self) -> String {
        let Self { package, operations, seconds, .. } = self;
        match &self.verdict {
            Verdict::Generates => format!("{package}: {operations} operations, {seconds:.1} s to generate"),
            Verdict::WaitsForAuth => format!("{package}: waits for auth"),
            Verdict::Fails(reason) => format!("{package}: fails, {reason}"),
        }
    }

    /// A line for each reason that operations are left out for, and for each warning.
    pub(super) fn details(&self, has_warnings: bool) -> String {
        let name = |id: &str| id.split_once('#').map_or(id, |(_, name)| name).to_owned();
        let mut reasons: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for refused in &self.refused {
            reasons.entry(&refused.reason).or_default().push(name(&refused.operation));
        }
        let left_out = reasons
            .iter()
            .map(|(reason, names)| format!("\n    left out, {} for {reason}: {}", names.len(), names.join(", ")));
        let warnings = self.warnings.iter().filter(|_| has_warnings);
        left_out.chain(warnings.map(|warning| format!("\n    warning: {warning}"))).collect()
    }

    /// Why it is wrong that there is no crate.
    pub(super) fn failure(&self) -> Option<String> {
        match &self.verdict {
            Verdict::Fails(reason) => Some(format!("{}: {reason}", self.package)),
            Verdict::Generates | Verdict::WaitsForAuth => None,
        }
    }
}
