//! In: what to do, how often, and models. Out: lines of a name and a number.
//!
//! - `each`: loads every file by itself; the milliseconds up to the tree of the text,
//!   up to the model, and with all rules.
//! - `parse`: the milliseconds to read every file into its tree.
//! - `memory`: loads all files together, once; the most memory that was in use, in bytes.

use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

use whitesmith_codegen::{internals, load, LoadOptions, Sources};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [task, runs, paths @ ..] = arguments.as_slice() else {
        return Err("usage: load-ours each|parse|memory RUNS FILE..".into());
    };
    let runs: usize = runs.parse()?;
    if task == "memory" {
        return memory(paths);
    }
    let mut models = Vec::new();
    for path in paths {
        let mut sources = Sources::new();
        sources.add(path.as_str(), std::fs::read_to_string(path)?);
        models.push(sources);
    }
    for _ in 0..runs {
        match task.as_str() {
            "each" => each(&models)?,
            "parse" => timed("parsed", || models.iter().for_each(parse)),
            _ => return Err(format!("there is no task `{task}`").into()),
        }
    }
    Ok(())
}

fn timed(name: &str, work: impl FnOnce()) {
    let start = Instant::now();
    work();
    println!("{name} {}", start.elapsed().as_secs_f64() * 1000.0);
}

fn parse(sources: &Sources) {
    for source in sources.iter() {
        black_box(internals::parse(source));
    }
}

fn each(models: &[Sources]) -> Result<(), String> {
    let options = LoadOptions::default();
    timed("parsed", || models.iter().for_each(parse));
    timed("resolved", || {
        for sources in models {
            black_box(internals::load_unchecked(sources, &options));
        }
    });
    let mut wrong = None;
    timed("checked", || {
        for sources in models {
            let (_, diagnostics) = black_box(load(sources, &options));
            if diagnostics.has_errors() {
                wrong = Some(diagnostics.render_text(sources, false));
            }
        }
    });
    wrong.map_or(Ok(()), Err)
}

fn memory(paths: &[String]) -> Result<(), Box<dyn Error>> {
    let mut sources = Sources::new();
    let mut bytes = 0;
    for path in paths {
        let text = std::fs::read_to_string(path)?;
        bytes += text.len();
        sources.add(path.as_str(), text);
    }
    let loaded = black_box(load(&sources, &LoadOptions::default()));
    let status = std::fs::read_to_string("/proc/self/status")?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).ok_or("there is no VmHWM")?;
    let kilobytes: usize = peak.trim().trim_end_matches("kB").trim().parse()?;
    println!("input {bytes}\npeak {}", kilobytes * 1024);
    drop(loaded);
    Ok(())
}
