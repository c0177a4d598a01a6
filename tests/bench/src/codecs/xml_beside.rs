//! In: `check`, or a task and how often to do it. Out: nothing, or why the sides differ.
//! Why: one catalog, written as XML and read again by the emitted code, by the official
//! library as official crates call it, and by a serde library.

mod run;
mod xml_quick;
mod xml_smithy;

use emitted::{catalog, read, write};
use std::hint::black_box;

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
