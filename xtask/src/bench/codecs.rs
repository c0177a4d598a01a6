//! In: the programs of tests/bench/src/codecs. Out: the cost of writing and reading one
//! catalog in each format, beside the libraries that others use for it.
//! Why: a client spends its own time on bodies, and a good result for one format says nothing
//! about the next.

use super::callgrind::Profile;
use super::measure::Command;
use super::{Bench, Table};

/// Two lengths of a run: their difference leaves out the start of the program.
const SHORT: u64 = 10;
const LONG: u64 = 2 * SHORT;

/// A program, and the libraries that its tasks are named after.
struct Format {
    package: &'static str,
    name: &'static str,
    tasks: &'static [&'static str],
    peers: &'static [&'static str],
}

const FORMATS: &[Format] = &[
    Format { package: "codecs-xml", name: "XML", tasks: &["write", "read"], peers: &["aws-smithy-xml", "quick-xml"] },
    Format {
        package: "codecs-cbor",
        name: "CBOR",
        tasks: &["write", "read"],
        peers: &["aws-smithy-cbor", "ciborium", "minicbor-serde"],
    },
    Format { package: "codecs-query", name: "query", tasks: &["write"], peers: &["aws-smithy-query"] },
];

pub(super) fn measure(bench: &Bench, table: &mut Table) -> Result<(), String> {
    for format in FORMATS {
        // One by one, so that neither says which features the other's libraries have.
        let build = bench.cargo("build", "codecs").arg("--release").arg("--package").arg(format.package);
        build.arg("--features=peers").run()?;
        let program = Command::new(bench.scratch.join("codecs/release").join(format.package));
        let count = |task: &str| Profile::repetition(bench, &program, task, SHORT, LONG);
        let size = program.clone().arg("check").run()?;
        for task in format.tasks {
            let ours = count(&format!("{task}-ours"))?;
            for peer in format.peers {
                let theirs = count(&format!("{task}-{peer}"))?;
                let row = format!("{task} {} of {}, instructions, against {peer}", format.name, size.trim());
                table.compare(&row, "", ours, theirs, Some(1.0));
            }
        }
    }
    Ok(())
}
