//! What a run did, for a front to print.

use std::time::Duration;

use super::{Change, CrateSpec, DiffLimit};
use crate::diagnostics::visible_name;
use crate::generate::Generated;
use crate::lower::join;
use crate::plural::counted;
use crate::Sources;

/// One crate's run.
#[derive(Debug)]
pub struct Report {
    /// The crate as it was requested.
    pub spec: CrateSpec,
    /// What was made.
    pub generated: Generated,
    /// What its diagnostics point into.
    pub sources: Sources,
    /// How the folder differed from it.
    pub changes: Vec<Change>,
    /// How many files the crate has.
    pub files: usize,
    /// Time per stage, in order.
    pub stages: Vec<(&'static str, Duration)>,
}

impl Report {
    /// One line: what was made, how much of it is new, how long it took.
    pub fn summary(&self) -> String {
        let written = self.changes.iter().filter(|change| !matches!(change, Change::Extra(_))).count();
        let removed = self.changes.len() - written;
        let removed = if removed == 0 { String::new() } else { format!(", {removed} removed") };
        let [operations, shapes, written_files] =
            [(self.generated.operations, "operation"), (self.generated.shapes, "shape"), (written, "file")]
                .map(|(count, noun)| counted(count, noun));
        let millis = self.stages.iter().map(|(_, time)| time).sum::<Duration>().as_secs_f64() * 1000.0;
        format!(
            "{}: {}, {operations}, {shapes}, {written_files} written{removed}, {} unchanged, {millis:.0} ms",
            self.spec.package,
            self.generated.protocol.rsplit('#').next().unwrap_or_default(),
            self.files - written,
        )
    }

    /// How the folder differs, a line each, and below one of a file that is stale the diff
    /// that takes it to what would be written; one line if it does not.
    pub fn difference(&self, limit: &mut DiffLimit) -> String {
        if self.changes.is_empty() {
            return format!("{}: up to date, {}\n", self.spec.package, counted(self.files, "file"));
        }
        let shown = |path: &str| visible_name(&self.spec.out.join(path).display().to_string().replace('\\', "/"));
        let line = |change: &Change| match change {
            Change::Missing(path) => format!("missing {}\n", shown(path)),
            Change::Extra(path) => format!("extra {}\n", shown(path)),
            Change::Stale(path, old) => {
                let new = self.generated.tree.get(path).map(String::as_str).unwrap_or_default();
                format!("stale {}\n{}", shown(path), limit.diff(&shown(path), old, new))
            }
        };
        self.changes.iter().map(line).collect()
    }

    /// A line for each operation that was added to those asked for, and one with the features
    /// that the model uses and the crate does not have; empty if there are none.
    pub fn note(&self) -> String {
        let package = &self.spec.package;
        let added = self.generated.brought.iter().map(|it| format!("note: `{package}` also has {it}\n"));
        let words: Vec<&str> = self.generated.absent.iter().map(String::as_str).collect();
        let absent = join(&words).map(|words| format!("note: unsupported in `{package}`: {words}\n"));
        added.chain(absent).collect()
    }

    /// The lines that `-v` adds: closure, traits without effect, stages.
    pub fn details(&self) -> String {
        let mut out = String::new();
        for id in &self.generated.closure {
            out.push_str(&format!("  shape {id}\n"));
        }
        for id in &self.generated.inert_traits {
            out.push_str(&format!("  inert trait {id}\n"));
        }
        for (stage, time) in &self.stages {
            out.push_str(&format!("  stage {stage} {:.2}\n", time.as_secs_f64() * 1000.0));
        }
        out
    }
}
