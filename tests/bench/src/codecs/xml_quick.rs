//! In: a catalog of serde's own types or its XML. Out: the other. Why: what the serde
//! library for XML costs, with derived types that read and write the same document.

use aws_smithy_types::date_time::Format;
use aws_smithy_types::{base64, DateTime};
use serde::{Deserialize, Serialize};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Catalog {
    #[serde(rename = "@xmlns")]
    namespace: String,
    id: String,
    title: Option<String>,
    #[serde(with = "date_time")]
    printed: DateTime,
    labels: Labels,
    shelves: Shelves,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Shelves {
    #[serde(rename = "Shelf", default)]
    shelves: Vec<Shelf>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Shelf {
    #[serde(rename = "@kind")]
    kind: String,
    #[serde(rename = "@language")]
    language: Option<String>,
    heading: Option<String>,
    items: Items,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Items {
    #[serde(rename = "member", default)]
    items: Vec<Item>,
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
    #[serde(with = "date_time")]
    harvested: DateTime,
    #[serde(with = "http_date")]
    changed: DateTime,
    #[serde(default)]
    sowing_months: Vec<i32>,
    bed: Option<Bed>,
    traits: Labels,
    #[serde(with = "blob")]
    picture: Vec<u8>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Bed {
    depth: Option<f64>,
    distance: Option<f64>,
    rows: Option<f64>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Labels {
    #[serde(rename = "entry", default)]
    entries: Vec<Entry>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Entry {
    key: String,
    value: String,
}

/// A time as text in one format.
macro_rules! time_format {
    ($name:ident, $write:expr, $read:expr) => {
        mod $name {
            use super::{DateTime, Format};
            use serde::{de, ser, Deserialize, Deserializer, Serializer};
            use std::borrow::Cow;

            pub(super) fn serialize<S: Serializer>(time: &DateTime, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&time.fmt($write).map_err(ser::Error::custom)?)
            }

            pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<DateTime, D::Error> {
                DateTime::from_str(&Cow::<str>::deserialize(deserializer)?, $read).map_err(de::Error::custom)
            }
        }
    };
}

time_format!(date_time, Format::DateTime, Format::DateTimeWithOffset);
time_format!(http_date, Format::HttpDate, Format::HttpDate);

/// Bytes as base64.
mod blob {
    use super::base64;
    use serde::{de, Deserialize, Deserializer, Serializer};
    use std::borrow::Cow;

    pub(super) fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&base64::encode(bytes))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
        base64::decode(Cow::<str>::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}

pub(crate) fn write(catalog: &Catalog) -> Vec<u8> {
    quick_xml::se::to_string_with_root("Catalog", catalog).expect("a catalog can be written").into_bytes()
}

pub(crate) fn read(body: &[u8]) -> Catalog {
    let text = std::str::from_utf8(body).expect("it was written");
    quick_xml::de::from_str(text).expect("it was written")
}

impl From<&emitted::types::Catalog> for Catalog {
    fn from(catalog: &emitted::types::Catalog) -> Self {
        Self {
            namespace: "https://example.com/seeds/".into(),
            id: catalog.id.clone(),
            title: catalog.title.clone(),
            printed: catalog.printed.expect("it is set"),
            labels: Labels::from(&catalog.labels),
            shelves: Shelves { shelves: catalog.shelves().iter().map(Shelf::from).collect() },
        }
    }
}

impl From<&emitted::types::Shelf> for Shelf {
    fn from(shelf: &emitted::types::Shelf) -> Self {
        Self {
            kind: shelf.kind.as_ref().expect("it is set").as_str().into(),
            language: shelf.language.clone(),
            heading: shelf.heading.clone(),
            items: Items { items: shelf.items().iter().map(Item::from).collect() },
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
            harvested: item.harvested.expect("it is set"),
            changed: item.changed.expect("it is set"),
            sowing_months: item.sowing_months().to_vec(),
            bed: item.bed.as_ref().map(|bed| Bed { depth: bed.depth, distance: bed.distance, rows: bed.rows }),
            traits: Labels::from(&item.traits),
            picture: item.picture.as_ref().map(|picture| picture.as_ref().to_vec()).unwrap_or_default(),
        }
    }
}

impl From<&Option<std::collections::HashMap<String, String>>> for Labels {
    fn from(labels: &Option<std::collections::HashMap<String, String>>) -> Self {
        let entries = labels.iter().flatten();
        Self { entries: entries.map(|(key, value)| Entry { key: key.clone(), value: value.clone() }).collect() }
    }
}
