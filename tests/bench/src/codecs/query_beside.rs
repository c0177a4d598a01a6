//! In: `check`, or a task and how often to do it. Out: nothing, or why the sides differ.
//! Why: one catalog, written as parameters by the emitted code and by the official
//! library as official crates call it.

mod query_smithy;
mod run;

use emitted::{catalog, write};
use std::hint::black_box;

fn main() -> run::Outcome {
    let catalog = catalog::catalog();
    let check = || {
        let (ours, official) = (write(&catalog), query_smithy::write(&catalog));
        assert_eq!(String::from_utf8_lossy(&ours), String::from_utf8_lossy(&official));
        println!("{} bytes", ours.len());
        Ok(())
    };
    run::run(
        check,
        &[
            ("write-ours", &|| drop(black_box(write(black_box(&catalog))))),
            ("write-aws-smithy-query", &|| drop(black_box(query_smithy::write(black_box(&catalog))))),
        ],
    )
}
