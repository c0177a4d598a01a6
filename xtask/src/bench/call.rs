//! In: the two builds of tests/bench/src/call.rs. Out: what one call costs on each side.
//! Why: time is noisy, so instructions and allocations are counted, too. A call that omits
//! work is cheap, so the parts that take part in it are compared first.

use super::callgrind::Profile;
use super::measure::{median, Command};
use super::{Bench, Table};
use std::collections::BTreeMap;
use whitesmith_cli::terminal::to_stderr;

/// Two lengths of a run: their difference leaves out the start of the program.
const SHORT: u64 = 20;
const LONG: u64 = 220;
const TIMED_CALLS: &str = "20000";
const TIMED_RUNS: usize = 5;

/// The same work on both sides, and what ours may cost of the peer's.
struct Part {
    figure: &'static str,
    ours: fn(&PerCall) -> f64,
    peer: fn(&PerCall) -> f64,
    at_most: Option<f64>,
}

/// The parts of a call that are compared. The first two are trait methods that the
/// orchestrator calls through a pointer, so that neither side can have them inlined.
const PARTS: &[Part] = &[
    Part {
        figure: "to make the HTTP request, as a whole",
        ours: |call| call.inclusive(is_serializer),
        peer: |call| call.inclusive(is_serializer),
        at_most: None,
    },
    Part {
        figure: "to write the request's JSON",
        ours: PerCall::our_json_writer,
        peer: |call| call.inclusive(|name| name.ends_with("::ser_start_protected_query_input")),
        at_most: Some(0.36),
    },
    Part {
        figure: "to read the response",
        ours: |call| call.inclusive(is_deserializer),
        peer: |call| call.inclusive(is_deserializer),
        at_most: Some(0.50),
    },
];

fn is_serializer(name: &str) -> bool {
    name.ends_with("SerializeRequest>::serialize_input")
}

fn is_deserializer(name: &str) -> bool {
    name.ends_with("DeserializeResponse>::deserialize_nonstreaming_with_config")
}

pub(super) fn is_signing(name: &str) -> bool {
    name.ends_with("orchestrator::auth::sign_request")
}

pub(super) fn measure(bench: &Bench, table: &mut Table) -> Result<(), String> {
    let build = |package: &str| {
        bench.cargo("build", "call").arg("--release").arg("--package").arg(package).run()?;
        Ok::<_, String>(Command::new(bench.scratch.join("call/release").join(package)))
    };
    let (ours, peer) = (build("call-ours")?, build("call-official")?);
    compare_components(bench, &ours, &peer)?;

    let (of_ours, of_peer) = (PerCall::count(bench, &ours, "ours")?, PerCall::count(bench, &peer, "peer")?);
    table.compare("one call, instructions", "", of_ours.total(), of_peer.total(), None);
    let (signing, their_signing) = (of_ours.inclusive(is_signing), of_peer.inclusive(is_signing));
    table.compare("of that, to sign", "", signing, their_signing, None);
    table.compare(
        "one call, instructions outside signing",
        "",
        of_ours.total() - signing,
        of_peer.total() - their_signing,
        Some(0.80),
    );
    let mut missing = Vec::new();
    for part in PARTS {
        let (mine, theirs) = ((part.ours)(&of_ours), (part.peer)(&of_peer));
        if mine > 0.0 && theirs > 0.0 {
            table.compare(&format!("one call, instructions {}", part.figure), "", mine, theirs, part.at_most);
        } else {
            missing.push(part.figure);
        }
    }
    table.compare("one call, allocations", "", of_ours.allocations(), of_peer.allocations(), None);

    // In turns, so that a busy moment of the machine meets both sides.
    let (mut mine, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..TIMED_RUNS {
        mine.push(nanoseconds(&ours)?);
        theirs.push(nanoseconds(&peer)?);
    }
    table.compare("one call, time, median of 5", "ns", median(mine), median(theirs), None);
    if missing.is_empty() {
        Ok(())
    } else {
        Err(format!("no function was found {}: see PARTS in bench/call.rs", missing.join(", ")))
    }
}

fn nanoseconds(program: &Command) -> Result<f64, String> {
    let printed = program.clone().arg("time").arg(TIMED_CALLS).run()?;
    printed.trim().parse().map_err(|_| format!("`{printed}` is not a number of nanoseconds"))
}

/// The difference of two profiles, a call.
pub(super) struct PerCall {
    short: Profile,
    long: Profile,
}

impl PerCall {
    pub(super) fn count(bench: &Bench, program: &Command, side: &str) -> Result<Self, String> {
        let profile = |calls: u64| {
            let run = program.clone().arg("run").arg(calls.to_string());
            Profile::of(bench, &run, &format!("{side}.{calls}"))
        };
        Ok(Self { short: profile(SHORT)?, long: profile(LONG)? })
    }

    pub(super) fn total(&self) -> f64 {
        a_call(self.short.total(), self.long.total())
    }

    pub(super) fn inclusive(&self, is: fn(&str) -> bool) -> f64 {
        a_call(self.short.inclusive(is), self.long.inclusive(is))
    }

    /// An emitted `serialize` writes the JSON and makes the request around it. The cost
    /// of the latter, and of the checks, is in functions of the runtime: what is left when
    /// they are taken off is the JSON, and the little that `serialize` does itself.
    fn our_json_writer(&self) -> f64 {
        let is_whole = |name: &str| name.ends_with("::start_protected_query::serialize");
        let is_around = |name: &str| {
            ["http::request::Request::", "op::missing::Missing::", "op::input"].iter().any(|part| name.contains(part))
        };
        let around = a_call(self.short.between(is_whole, is_around), self.long.between(is_whole, is_around));
        self.inclusive(is_whole) - around
    }

    pub(super) fn allocations(&self) -> f64 {
        a_call(self.short.allocations(), self.long.allocations())
    }
}

fn a_call(short: u64, long: u64) -> f64 {
    long.saturating_sub(short) as f64 / (LONG - SHORT) as f64
}

/// Fails if one side has an interceptor or a retry classifier that the other has not,
/// unless tests/bench/differences.toml gives a reason.
fn compare_components(bench: &Bench, ours: &Command, peer: &Command) -> Result<(), String> {
    let list = |program: &Command| program.clone().arg("components").run();
    let (ours, peer) = (list(ours)?, list(peer)?);
    let path = bench.programs.join("differences.toml");
    let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let reasons: BTreeMap<String, String> =
        toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
    let unexplained = unexplained(&ours, &peer, &reasons);
    to_stderr(&format!(
        "{} parts of a call on our side, {} on the peer's\n",
        ours.lines().count(),
        peer.lines().count()
    ));
    if unexplained.is_empty() {
        Ok(())
    } else {
        Err(format!("the calls are not alike, and {} gives no reason:\n{}", path.display(), unexplained.join("\n")))
    }
}

/// Lines of one list that the other has not. A name of our own may stand for an official
/// one by a reason of the form `same as NAME`.
fn unexplained(ours: &str, peer: &str, reasons: &BTreeMap<String, String>) -> Vec<String> {
    let translate = |line: &str| {
        let reason = reasons.get(line).and_then(|reason| reason.strip_prefix("same as "));
        reason.unwrap_or(line).to_owned()
    };
    let mine: Vec<String> = ours.lines().map(translate).collect();
    let theirs: Vec<String> = peer.lines().map(str::to_owned).collect();
    let missing = |side: &str, from: &[String], of: &[String]| {
        of.iter()
            .filter(|line| !from.contains(line) && !reasons.contains_key(*line))
            .map(|line| format!("only {side}: {line}"))
            .collect::<Vec<_>>()
    };
    let mut found = missing("ours", &theirs, &mine);
    found.extend(missing("the peer's", &mine, &theirs));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_difference_needs_a_reason() {
        let ours = "interceptor A\ninterceptor InputCapture\nclassifier C\n";
        let peer = "interceptor A\ninterceptor OperationInputCapture\ninterceptor B\n";
        let mut reasons = BTreeMap::new();
        reasons.insert("interceptor InputCapture".into(), "same as interceptor OperationInputCapture".into());
        assert_eq!(unexplained(ours, peer, &reasons), ["only ours: classifier C", "only the peer's: interceptor B"]);
        reasons.insert("classifier C".into(), "new".into());
        reasons.insert("interceptor B".into(), "done elsewhere".into());
        assert!(unexplained(ours, peer, &reasons).is_empty());
    }
}
