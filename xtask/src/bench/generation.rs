//! In: the models. Out: how long `codegen` takes when nothing has changed.
//! Why: generating must feel instant, or nobody runs it before each commit.

use super::measure::{median, repeat, Command};
use super::{Bench, Table, CLEANROOMS};

const RUNS: usize = 11;

pub(super) fn measure(bench: &Bench, table: &mut Table) -> Result<(), String> {
    bench.codegen().arg("--check").run()?;
    let own = repeat(RUNS, || bench.codegen().time())?;
    table.alone("generation, our model, median of 11", "ms", own.wall, Some(40.0));
    shares(&bench.codegen(), "our model", table)?;

    let out = bench.whole(&CLEANROOMS)?;
    let full = bench.codegen_whole(&CLEANROOMS, &out)?;
    let taken = repeat(RUNS, || full.time())?;
    table.alone("generation, the AWS model whole, median of 11", "ms", taken.wall, Some(400.0));
    shares(&full, "the AWS model", table)?;

    bench.cargo("build", "call").arg("--release").arg("--package").arg("copy").run()?;
    let copied = bench.scratch.join("copied");
    let copy = Command::new(bench.scratch.join("call/release/copy"))
        .arg(bench.corpus(CLEANROOMS.model)?)
        .arg(out.join("src"))
        .arg(copied);
    copy.run()?;
    let floor = repeat(RUNS, || copy.time())?;
    table.compare(
        "generation against reading that model and writing the same bytes",
        "ms",
        taken.wall,
        floor.wall,
        None,
    );
    Ok(())
}

/// The share of each stage, as `codegen -v` tells it: lines of `stage NAME MILLISECONDS`.
fn shares(codegen: &Command, model: &str, table: &mut Table) -> Result<(), String> {
    let mut stages: Vec<(String, Vec<f64>)> = Vec::new();
    for _ in 0..RUNS {
        for (name, milliseconds) in parse_stages(&codegen.clone().arg("-v").run()?) {
            match stages.iter_mut().find(|(known, _)| *known == name) {
                Some((_, values)) => values.push(milliseconds),
                None => stages.push((name, vec![milliseconds])),
            }
        }
    }
    for (name, values) in stages {
        table.alone(&format!("of that, {model}: {name}"), "ms", median(values), None);
    }
    Ok(())
}

fn parse_stages(text: &str) -> Vec<(String, f64)> {
    let parse = |line: &str| {
        let mut words = line.trim().strip_prefix("stage ")?.split_whitespace();
        Some((words.next()?.to_owned(), words.next()?.parse().ok()?))
    };
    text.lines().filter_map(parse).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages_are_read_from_the_verbose_output() {
        let text = "cleanrooms: 1 operation\n  stage load 1.5\n  stage write 20\n  stages of life\n";
        assert_eq!(parse_stages(text), [("load".to_owned(), 1.5), ("write".to_owned(), 20.0)]);
    }
}
