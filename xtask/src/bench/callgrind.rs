//! In: a program to run under callgrind, and the output of callgrind. Out: the total of
//! instructions, the inclusive cost of functions by name, the number of allocations.
//! Why: instruction counts are the same on a busy machine and an idle one.

use super::measure::Command;
use super::Bench;
use std::collections::{BTreeMap, HashMap};

/// The calls of a run, summed up by caller and callee.
#[derive(Debug, Default)]
pub(super) struct Profile {
    total: u64,
    /// Caller and callee, with the number of calls and the cost below them.
    calls: BTreeMap<(String, String), (u64, u64)>,
}

/// Functions of the C library that hand out memory.
const ALLOCATORS: [&str; 6] = ["malloc", "calloc", "realloc", "posix_memalign", "aligned_alloc", "memalign"];

impl Profile {
    /// Runs the program; `name` tells the file with what was counted from others.
    pub(super) fn of(bench: &Bench, program: &Command, name: &str) -> Result<Self, String> {
        let out = bench.scratch.join(format!("callgrind.{name}"));
        let file = format!("--callgrind-out-file={}", out.display());
        program.below("valgrind", &["--tool=callgrind", "--quiet", &file]).run()?;
        let text = std::fs::read(&out).map_err(|error| format!("{}: {error}", out.display()))?;
        Self::parse(&String::from_utf8_lossy(&text))
    }

    /// What one repetition of a task costs. The difference of two numbers of repetitions
    /// leaves out the start of the program.
    pub(super) fn repetition(
        bench: &Bench,
        program: &Command,
        task: &str,
        short: u64,
        long: u64,
    ) -> Result<f64, String> {
        let total = |times: u64| {
            let repeated = program.clone().arg(task).arg(times.to_string());
            Ok::<_, String>(Self::of(bench, &repeated, &format!("task.{times}"))?.total())
        };
        let (of_short, of_long) = (total(short)?, total(long)?);
        let difference = of_long.checked_sub(of_short);
        let difference = difference.ok_or_else(|| format!("{task} costs less when it is done more often"))?;
        Ok(difference as f64 / (long - short) as f64)
    }

    /// Reads the format that the Valgrind manual describes as "Callgrind Format", with
    /// names compressed and one event.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let mut profile = Self::default();
        let mut names: HashMap<&str, &str> = HashMap::new();
        let (mut caller, mut callee) = ("", "");
        let mut pending: Option<u64> = None;
        for line in text.lines() {
            if let Some(name) = line.strip_prefix("fn=") {
                caller = resolve(name, &mut names);
            } else if let Some(name) = line.strip_prefix("cfn=") {
                callee = resolve(name, &mut names);
            } else if let Some(calls) = line.strip_prefix("calls=") {
                pending = calls.split_whitespace().next().and_then(|count| count.parse().ok());
            } else if let Some(total) = line.strip_prefix("summary:").or_else(|| line.strip_prefix("totals:")) {
                let total = total.split_whitespace().next().and_then(|total| total.parse().ok());
                profile.total = total.ok_or("the summary is not a number")?;
            } else if let Some(count) = pending.take() {
                let cost = line.split_whitespace().nth(1).and_then(|cost| cost.parse().ok());
                let cost: u64 = cost.ok_or_else(|| format!("`{line}` has no cost"))?;
                let entry = profile.calls.entry((caller.into(), callee.into())).or_default();
                entry.0 += count;
                entry.1 += cost;
            }
        }
        if profile.total == 0 {
            return Err("there is no summary".into());
        }
        Ok(profile)
    }

    /// All instructions.
    pub(super) fn total(&self) -> u64 {
        self.total
    }

    /// What functions of this name cost, with all that they call. Calls between two of
    /// them count once, on the outer one.
    pub(super) fn inclusive(&self, is: impl Fn(&str) -> bool) -> u64 {
        self.entering(is).1
    }

    /// What calls from the first functions straight into the second ones cost.
    pub(super) fn between(&self, from: impl Fn(&str) -> bool, to: impl Fn(&str) -> bool) -> u64 {
        let calls = self.calls.iter().filter(|((caller, callee), _)| from(caller) && to(callee));
        calls.map(|(_, (_, cost))| cost).sum()
    }

    /// How often memory was asked for.
    pub(super) fn allocations(&self) -> u64 {
        self.entering(|name| ALLOCATORS.contains(&name)).0
    }

    /// Number and cost of the calls that lead from outside a set of functions into it.
    fn entering(&self, is: impl Fn(&str) -> bool) -> (u64, u64) {
        let entering = self.calls.iter().filter(|((caller, callee), _)| is(callee) && !is(caller));
        entering.fold((0, 0), |sum, (_, call)| (sum.0 + call.0, sum.1 + call.1))
    }
}

/// `(12) name` defines a name, `(12)` uses it. A `'2` at the end marks recursion.
fn resolve<'a>(text: &'a str, names: &mut HashMap<&'a str, &'a str>) -> &'a str {
    let name = match text.split_once(' ') {
        Some((id, name)) => {
            names.insert(id, name);
            name
        }
        None => names.get(text).copied().unwrap_or(text),
    };
    match name.rsplit_once('\'') {
        Some((name, level)) if level.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "\
positions: line
events: Ir
summary: 1000

fn=(1) main
10 5
cfn=(2) <A as Codec>::write
calls=3 20
+1 600

fn=(2)
20 100
cfn=(3) <B as Codec>::write
calls=3 30
* 450
cfn=(4) malloc
calls=6 1
21 50

fn=(3)
30 440
cfn=(4)
calls=1 1
31 10
cfn=(5) realloc
calls=2 1
31 9
";

    #[test]
    fn inner_calls_of_a_set_are_not_counted_twice() {
        let profile = Profile::parse(TEXT).unwrap_or_default();
        assert_eq!(profile.total(), 1000);
        assert_eq!(profile.inclusive(|name| name.ends_with("as Codec>::write")), 600);
        assert_eq!(profile.inclusive(|name| name == "<B as Codec>::write"), 450);
        assert_eq!(profile.between(|name| name.starts_with("<A"), |name| name == "malloc"), 50);
        assert_eq!(profile.allocations(), 9);
    }

    #[test]
    fn recursion_levels_have_one_name() {
        let mut names = HashMap::new();
        assert_eq!(resolve("(1) f'2", &mut names), "f");
        assert_eq!(resolve("(1)", &mut names), "f");
    }

    #[test]
    fn a_text_without_a_summary_is_refused() {
        assert!(Profile::parse("fn=(1) main\n").is_err());
    }
}
