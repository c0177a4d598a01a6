//! In: `check`, or a task and how often to do it. Out: nothing, or why the sides differ.
//! Why: one catalog, written as CBOR and read again by the emitted code, by the official
//! library as official crates call it, and by two serde libraries.

mod catalog;
mod cbor_serde;
mod cbor_smithy;
mod run;

use emitted::types::Catalog;
use std::hint::black_box;
use whitesmith_runtime::__private::v1::cbor::{Read, Reader, Write, Writer};

fn write(catalog: &Catalog) -> Vec<u8> {
    let mut writer = Writer::new();
    catalog.write(&mut writer);
    writer.finish().expect("a catalog can be written")
}

fn read(body: &[u8]) -> Catalog {
    let mut reader = Reader::new(body);
    let catalog = Catalog::read(&mut reader);
    reader.finish(catalog).expect("it was written").expect("it is there")
}

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
