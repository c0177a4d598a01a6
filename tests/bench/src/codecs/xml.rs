//! In: what emit.rs makes of the model for restXml. Out: that client, and a catalog as
//! its XML and back. Why a crate: emitted code names itself `crate`.

include!(concat!(env!("OUT_DIR"), "/src/lib.rs"));

pub mod catalog;

use types::Catalog;
use whitesmith_runtime::__private::v1::xml::{Read, Reader, Write, Writer};

const ROOT: &str = "Catalog xmlns=\"https://example.com/seeds/\"";

/// As the emitted request does for a payload.
pub fn write(catalog: &Catalog) -> Vec<u8> {
    let mut writer = Writer::new();
    writer.begin(ROOT);
    catalog.write(&mut writer);
    writer.end(ROOT);
    writer.finish().expect("a catalog can be written")
}

/// As the emitted response does for a payload.
pub fn read(body: &[u8]) -> Catalog {
    let mut reader = Reader::new(body);
    reader.begin_document();
    let catalog = Catalog::read(&mut reader);
    reader.finish(catalog).expect("it was written").expect("it is there")
}
