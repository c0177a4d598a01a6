//! In: `check`, or a task and how often to do it. Out: nothing, or why the sides differ.
//! Why: one catalog, written as XML and read again by the emitted code, by the official
//! library as official crates call it, and by a serde library.

mod catalog;
mod run;
mod xml_quick;
mod xml_smithy;

use emitted::types::Catalog;
use std::hint::black_box;
use whitesmith_runtime::__private::v1::xml::{Read, Reader, Write, Writer};

const ROOT: &str = "Catalog xmlns=\"https://example.com/seeds/\"";

/// As the emitted request does for a payload.
fn write(catalog: &Catalog) -> Vec<u8> {
    let mut writer = Writer::new();
    writer.begin(ROOT);
    catalog.write(&mut writer);
    writer.end(ROOT);
    writer.finish().expect("a catalog can be written")
}

/// As the emitted response does for a payload.
fn read(body: &[u8]) -> Catalog {
    let mut reader = Reader::new(body);
    reader.begin_document();
    let catalog = Catalog::read(&mut reader);
    reader.finish(catalog).expect("it was written").expect("it is there")
}

fn main() -> run::Outcome {
    let catalog = catalog::catalog();
    let body = write(&catalog);
    let mirror = xml_quick::Catalog::from(&catalog);
    let check = || {
        let official = xml_smithy::write(&catalog);
        let quick = xml_quick::write(&mirror);
        assert_eq!(String::from_utf8_lossy(&body), String::from_utf8_lossy(&official));
        for body in [&body, &quick] {
            assert!(read(body) == catalog && xml_smithy::read(body) == catalog && xml_quick::read(body) == mirror);
        }
        println!("{} bytes", body.len());
        Ok(())
    };
    run::run(
        check,
        &[
            ("write-ours", &|| drop(black_box(write(black_box(&catalog))))),
            ("write-aws-smithy-xml", &|| drop(black_box(xml_smithy::write(black_box(&catalog))))),
            ("write-quick-xml", &|| drop(black_box(xml_quick::write(black_box(&mirror))))),
            ("read-ours", &|| drop(black_box(read(black_box(&body))))),
            ("read-aws-smithy-xml", &|| drop(black_box(xml_smithy::read(black_box(&body))))),
            ("read-quick-xml", &|| drop(black_box(xml_quick::read(black_box(&body))))),
        ],
    )
}
