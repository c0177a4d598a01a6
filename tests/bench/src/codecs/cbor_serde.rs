//! In: a catalog of serde's own types or its CBOR. Out: the other. Why: what the serde
//! libraries for CBOR cost, with derived types. Times are plain floats, without the tag
//! that the other sides write and check: less work, and these libraries have no common
//! way to ask for it.

use serde::{Deserialize, Serialize};
use std::collections::HashMap;

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Catalog {
    id: String,
    title: Option<String>,
    printed: Option<f64>,
    labels: Option<HashMap<String, String>>,
    shelves: Option<Vec<Shelf>>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Shelf {
    kind: Option<String>,
    language: Option<String>,
    heading: Option<String>,
    items: Option<Vec<Item>>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Item {
    number: String,
    name: Option<String>,
    description: Option<String>,
    price: Option<f64>,
    germination: Option<f32>,
    packets: Option<i32>,
    seeds: Option<i64>,
    is_organic: Option<bool>,
    harvested: Option<f64>,
    changed: Option<f64>,
    sowing_months: Option<Vec<i32>>,
    bed: Option<Bed>,
    traits: Option<HashMap<String, String>>,
    picture: Option<Bytes>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Bed {
    depth: Option<f64>,
    distance: Option<f64>,
    rows: Option<f64>,
}

/// Bytes that are not a list of numbers.
#[derive(Debug, PartialEq)]
struct Bytes(Vec<u8>);

impl Serialize for Bytes {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl serde::de::Visitor<'_> for Visitor {
            type Value = Bytes;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("bytes")
            }

            fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Bytes, E> {
                Ok(Bytes(bytes.to_vec()))
            }

            fn visit_byte_buf<E>(self, bytes: Vec<u8>) -> Result<Bytes, E> {
                Ok(Bytes(bytes))
            }
        }

        deserializer.deserialize_byte_buf(Visitor)
    }
}

pub(crate) fn write_ciborium(catalog: &Catalog) -> Vec<u8> {
    let mut body = Vec::new();
    ciborium::into_writer(catalog, &mut body).expect("a catalog can be written");
    body
}

pub(crate) fn read_ciborium(body: &[u8]) -> Catalog {
    ciborium::from_reader(body).expect("it was written")
}

pub(crate) fn write_minicbor(catalog: &Catalog) -> Vec<u8> {
    minicbor_serde::to_vec(catalog).expect("a catalog can be written")
}

pub(crate) fn read_minicbor(body: &[u8]) -> Catalog {
    minicbor_serde::from_slice(body).expect("it was written")
}

impl From<&emitted::types::Catalog> for Catalog {
    fn from(catalog: &emitted::types::Catalog) -> Self {
        Self {
            id: catalog.id.clone(),
            title: catalog.title.clone(),
            printed: catalog.printed.map(|time| time.as_secs_f64()),
            labels: catalog.labels.clone(),
            shelves: catalog.shelves.as_ref().map(|shelves| shelves.iter().map(Shelf::from).collect()),
        }
    }
}

impl From<&emitted::types::Shelf> for Shelf {
    fn from(shelf: &emitted::types::Shelf) -> Self {
        Self {
            kind: shelf.kind.as_ref().map(|kind| kind.as_str().to_owned()),
            language: shelf.language.clone(),
            heading: shelf.heading.clone(),
            items: shelf.items.as_ref().map(|items| items.iter().map(Item::from).collect()),
        }
    }
}

impl From<&emitted::types::Item> for Item {
    fn from(item: &emitted::types::Item) -> Self {
        Self {
            number: item.number.clone(),
            name: item.name.clone(),
            description: item.description.clone(),
            price: item.price,
            germination: item.germination,
            packets: item.packets,
            seeds: item.seeds,
            is_organic: item.is_organic,
            harvested: item.harvested.map(|time| time.as_secs_f64()),
            changed: item.changed.map(|time| time.as_secs_f64()),
            sowing_months: item.sowing_months.clone(),
            bed: item.bed.as_ref().map(|bed| Bed { depth: bed.depth, distance: bed.distance, rows: bed.rows }),
            traits: item.traits.clone(),
            picture: item.picture.as_ref().map(|picture| Bytes(picture.as_ref().to_vec())),
        }
    }
}
