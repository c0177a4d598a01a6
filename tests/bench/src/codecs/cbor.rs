//! In: what emit.rs makes of the model for rpcv2Cbor. Out: that client, and a catalog as
//! its CBOR and back. Why a crate: emitted code names itself `crate`.

include!(concat!(env!("OUT_DIR"), "/src/lib.rs"));

pub mod catalog;

use types::Catalog;
use whitesmith_runtime::__private::v1::cbor::{Read, Reader, Write, Writer};

/// As the emitted request does for a member.
pub fn write(catalog: &Catalog) -> Vec<u8> {
    let mut writer = Writer::new();
    catalog.write(&mut writer);
    writer.finish().expect("a catalog can be written")
}

/// As the emitted response does for a member.
pub fn read(body: &[u8]) -> Catalog {
    let mut reader = Reader::new(body);
    let catalog = Catalog::read(&mut reader);
    reader.finish(catalog).expect("it was written").expect("it is there")
}
