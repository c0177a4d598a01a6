//! In: `check`, or a task and how often to do it. Out: nothing, or why the sides differ.
//! Why: one catalog, written as CBOR and read again by the emitted code, by the official
//! library as official crates call it, and by two serde libraries.

mod cbor_serde;
mod cbor_smithy;
mod run;

use emitted::{catalog, read, write};
use std::hint::black_box;

fn main() -> run::Outcome {
    let catalog = catalog::catalog();
    let body = write(&catalog);
    let mirror = cbor_serde::Catalog::from(&catalog);
    // Without the tags of times, which these libraries do not share a way to write.
    let plain = cbor_serde::write_ciborium(&mirror);
    let check = || {
        assert_eq!(body, cbor_smithy::write(&catalog));
        assert!(read(&body) == catalog && cbor_smithy::read(&body) == catalog);
        for body in [&plain, &cbor_serde::write_minicbor(&mirror)] {
            assert!(cbor_serde::read_ciborium(body) == mirror && cbor_serde::read_minicbor(body) == mirror);
        }
        println!("{} bytes", body.len());
        Ok(())
    };
    run::run(
        check,
        &[
            ("write-ours", &|| drop(black_box(write(black_box(&catalog))))),
            ("write-aws-smithy-cbor", &|| drop(black_box(cbor_smithy::write(black_box(&catalog))))),
            ("write-ciborium", &|| drop(black_box(cbor_serde::write_ciborium(black_box(&mirror))))),
            ("write-minicbor-serde", &|| drop(black_box(cbor_serde::write_minicbor(black_box(&mirror))))),
            ("read-ours", &|| drop(black_box(read(black_box(&body))))),
            ("read-aws-smithy-cbor", &|| drop(black_box(cbor_smithy::read(black_box(&body))))),
            ("read-ciborium", &|| drop(black_box(cbor_serde::read_ciborium(black_box(&plain))))),
            ("read-minicbor-serde", &|| drop(black_box(cbor_serde::read_minicbor(black_box(&plain))))),
        ],
    )
}
