//! In: what emit.rs makes of the model for awsQuery. Out: that client, and a catalog as
//! its parameters, and from its XML. Why a crate: emitted code names itself `crate`.

include!(concat!(env!("OUT_DIR"), "/src/lib.rs"));

pub mod catalog;

use types::Catalog;
use whitesmith_runtime::__private::v1::{query, xml};

/// As the emitted request does.
pub fn write(catalog: &Catalog) -> Vec<u8> {
    let mut writer = query::Writer::new("Action=ReplaceCatalog&Version=2025-07-01");
    writer.shape("catalog", Some(catalog));
    writer.finish().expect("a catalog can be written")
}

/// As the emitted response does.
pub fn read(body: &[u8]) -> Catalog {
    let mut reader = xml::Reader::new(body);
    reader.begin_document();
    reader.begin_child("ReplaceCatalogResult");
    let mut catalog = None;
    while let Some(key) = reader.child() {
        match key {
            "catalog" => catalog = reader.shape(),
            _ => reader.skip(),
        }
    }
    reader.finish(catalog).expect("it was written").expect("it is there")
}
