//! In: names of services. Out: for each, how many items of the newest official crate ours has,
//! of the nearest model in the corpora, and an error that lists what differs without a reason.
//! Why the whole of it: what nobody looked at is what somebody's program uses.
//!
//! Both crates go through rustdoc, which resolves re-exports, macros and aliases. What only the
//! official crate has, because its model is newer, is counted by itself; that is checked against
//! our model, by names without case, so that a wrong name is not taken for a missing one.

pub(super) mod build;
mod compare;
mod docs;
mod known;
mod model;
mod surface;
mod ty;

use std::path::Path;

use compare::Comparison;
use known::Known;
use model::Model;
use whitesmith_cli::models::Models;
use whitesmith_cli::terminal::{to_stderr, to_stdout};

use crate::conformance::Corpora;

/// The list of intended differences.
const KNOWN: &str = "tests/compat/api.toml";

/// Compare every public item of official crates with ours
#[derive(clap::Args)]
pub(super) struct Arguments {
    /// Names of crates without `aws-sdk-`; `NAME@VERSION` for another than the newest
    #[arg(value_name = "SERVICE")]
    services: Vec<String>,
    /// All services of the list
    #[arg(long)]
    all: bool,
    /// Print each item that only the official crate has for want of a newer model
    #[arg(short, long)]
    verbose: bool,
}

/// Compares the crates of the services, or of all.
///
/// # Errors
/// There is no model, a side does not build, or there is a difference that is not listed.
pub(super) fn run(arguments: &Arguments) -> Result<(), String> {
    let corpora = Corpora::find().ok_or("there are no corpora")?;
    let known = Known::read(&corpora.root().join(KNOWN))?;
    let models = Models::scan(corpora.corpora()).map_err(|error| error.to_string())?;
    let services: Vec<&str> = if arguments.all {
        known.services().iter().map(String::as_str).collect()
    } else {
        arguments.services.iter().map(String::as_str).collect()
    };
    if services.is_empty() {
        return Err("name a service, or `--all`".to_owned());
    }
    let mut wrong = Vec::new();
    for service in services {
        let (name, version) = service.split_once('@').unwrap_or((service, "1"));
        let model = models.find(name).map_err(|error| error.to_string())?;
        match of_service(&corpora, &known, name, version, &model.path) {
            Ok(comparison) => {
                to_stdout(&format!("{name}: {}\n", comparison.summary()));
                if arguments.verbose {
                    to_stdout(&comparison.of_newer_model());
                }
                if let Some(text) = comparison.unexpected() {
                    to_stderr(&text);
                    wrong.push(name);
                }
            }
            Err(error) => {
                to_stderr(&format!("{name}: {error}\n"));
                wrong.push(name);
            }
        }
    }
    let unused = if arguments.all { known.unused() } else { Vec::new() };
    if let Some(line) = unused.first() {
        return Err(format!("{KNOWN}: nothing differs as `{line}` says, and {} more", unused.len() - 1));
    }
    if wrong.is_empty() {
        return Ok(());
    }
    Err(format!("differences without a reason in {KNOWN}: {}", wrong.join(", ")))
}

fn of_service(corpora: &Corpora, known: &Known, name: &str, version: &str, path: &Path) -> Result<Comparison, String> {
    let scratch = corpora.target().join("compat-api");
    let official = build::official(&scratch, name, version)?;
    let ours = build::ours(corpora, &scratch, name, path, &official)?;
    let model = Model::read(path)?;
    let of = |built: &build::Built| -> Result<surface::Surface, String> {
        let mut docs = docs::Docs::default();
        docs.read(&built.common, true)?;
        built.docs.iter().try_for_each(|path| docs.read(path, false))?;
        let mut surface = surface::read(&docs, &built.crate_name)?;
        for (feature, is_default) in &built.features {
            let what = if *is_default { "on by default" } else { "off by default" };
            surface.items.insert(format!("feature {feature}"), what.to_owned());
        }
        Ok(surface)
    };
    let (official, ours) = (of(&official)?, of(&ours)?);
    Ok(compare::compare(name, &official, &ours, &model, known))
}
