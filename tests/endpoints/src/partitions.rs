//! In: a partitions.json, as AWS's SDKs share it. Out: partitions of the runtime. The cases of
//! an old model expect what partitions were like then.

use std::fs;
use std::path::Path;

use bumpalo::Bump;
use serde_json::Value as Json;
use whitesmith_runtime::endpoint::{Partition, PARTITIONS};

/// The partitions of early 2025, as cases of that time expect them: those that are apart had no
/// dual-stack endpoints.
pub(crate) fn of_early_2025() -> Vec<Partition<'static>> {
    let of_now = PARTITIONS.iter().copied();
    let of_then = of_now.map(|mut partition| {
        if partition.name.starts_with("aws-iso") || partition.name == "aws-eusc" {
            partition.supports_dual_stack = false;
            partition.dual_stack_dns_suffix = partition.dns_suffix;
        }
        partition
    });
    of_then.collect()
}

/// The partitions of a file.
pub(crate) struct Partitions(Json);

impl Partitions {
    pub(crate) fn read(path: &Path) -> Result<Self, String> {
        let of = |error: &dyn std::fmt::Display| format!("cannot read `{}`: {error}", path.display());
        let text = fs::read_to_string(path).map_err(|error| of(&error))?;
        let json: Json = serde_json::from_str(&text).map_err(|error| of(&error))?;
        if json["partitions"].is_array() {
            Ok(Self(json))
        } else {
            Err(of(&"it has no list `partitions`"))
        }
    }

    /// The partitions, with `aws` first, where unknown regions are.
    pub(crate) fn lend<'a>(&'a self, arena: &'a Bump) -> &'a [Partition<'a>] {
        let all = self.0["partitions"].as_array().map(Vec::as_slice).unwrap_or_default();
        let mut made: Vec<Partition<'a>> = all.iter().map(|partition| of_json(partition, arena)).collect();
        made.sort_by_key(|partition| partition.name != "aws");
        arena.alloc_slice_copy(&made)
    }
}

fn of_json<'a>(json: &'a Json, arena: &'a Bump) -> Partition<'a> {
    let outputs = &json["outputs"];
    let text = |key: &str| outputs[key].as_str().unwrap_or_default();
    let flag = |key: &str| outputs[key].as_bool().unwrap_or_default();
    let regions = json["regions"].as_object().into_iter().flatten().map(|(name, _)| name.as_str());
    let mut partition = Partition::new(json["id"].as_str().unwrap_or_default(), text("dnsSuffix"));
    partition.regions = arena.alloc_slice_fill_iter(regions.collect::<Vec<_>>());
    partition.starts = starts(json["regionRegex"].as_str().unwrap_or_default(), arena);
    partition.dual_stack_dns_suffix = text("dualStackDnsSuffix");
    partition.implicit_global_region = text("implicitGlobalRegion");
    partition.supports_fips = flag("supportsFIPS");
    partition.supports_dual_stack = flag("supportsDualStack");
    partition
}

/// What regions begin with: all such patterns are `^(a|b)\-\w+\-\d+$` or the like.
fn starts<'a>(pattern: &str, arena: &'a Bump) -> &'a [&'a str] {
    let pattern = pattern.trim_start_matches('^').trim_end_matches(r"\-\w+\-\d+$").replace('\\', "");
    let (before, choices) = match pattern.split_once('(') {
        Some((before, rest)) => (before.to_owned(), rest.trim_end_matches(')').to_owned()),
        None => (String::new(), pattern),
    };
    let starts: Vec<&str> = choices.split('|').map(|choice| &*arena.alloc_str(&format!("{before}{choice}"))).collect();
    arena.alloc_slice_copy(&starts)
}
