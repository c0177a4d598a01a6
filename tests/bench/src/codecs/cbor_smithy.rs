//! In: a catalog or its CBOR. Out: the other. Why: the calls that an official crate makes
//! of `aws-smithy-cbor`, in the order and with the closures that it has (aws-sdk-cloudwatch
//! 1.140.0: `ser_*` and `de_*` in its `protocol_serde`).

use aws_smithy_cbor::data::Type;
use aws_smithy_cbor::decode::{set_optional, DeserializeError};
use aws_smithy_cbor::{Decoder, Encoder};
use aws_smithy_types::error::operation::SerializationError;
use emitted::types::builders::{BedBuilder, CatalogBuilder, ItemBuilder, ShelfBuilder};
use emitted::types::{Bed, Catalog, Item, Shelf, ShelfKind};
use std::collections::HashMap;

const MAX_DEPTH: u32 = 128;

pub(crate) fn write(catalog: &Catalog) -> Vec<u8> {
    let mut encoder = Encoder::new(Vec::new());
    ser_catalog(&mut encoder, catalog).expect("a catalog can be written");
    encoder.into_writer()
}

pub(crate) fn read(body: &[u8]) -> Catalog {
    let decoder = &mut Decoder::new(body);
    let catalog = de_catalog(decoder, 0).expect("it was written");
    assert_eq!(decoder.position(), body.len());
    catalog
}

fn ser_catalog(encoder: &mut Encoder, input: &Catalog) -> Result<(), SerializationError> {
    encoder.begin_map();
    {
        encoder.str("id").str(input.id.as_str());
    }
    if let Some(title) = &input.title {
        encoder.str("title").str(title.as_str());
    }
    if let Some(printed) = &input.printed {
        encoder.str("printed").timestamp(printed);
    }
    if let Some(labels) = &input.labels {
        encoder.str("labels");
        encoder.map((*labels).len());
        for (key, value) in labels {
            encoder.str(key);
            {
                encoder.str(value.as_str());
            }
        }
    }
    if let Some(shelves) = &input.shelves {
        encoder.str("shelves");
        encoder.array((*shelves).len());
        for shelf in shelves {
            {
                ser_shelf(encoder, shelf)?;
            }
        }
    }
    encoder.end();
    Ok(())
}

fn ser_shelf(encoder: &mut Encoder, input: &Shelf) -> Result<(), SerializationError> {
    encoder.begin_map();
    if let Some(kind) = &input.kind {
        encoder.str("kind").str(kind.as_str());
    }
    if let Some(language) = &input.language {
        encoder.str("language").str(language.as_str());
    }
    if let Some(heading) = &input.heading {
        encoder.str("heading").str(heading.as_str());
    }
    if let Some(items) = &input.items {
        encoder.str("items");
        encoder.array((*items).len());
        for item in items {
            {
                ser_item(encoder, item)?;
            }
        }
    }
    encoder.end();
    Ok(())
}

fn ser_item(encoder: &mut Encoder, input: &Item) -> Result<(), SerializationError> {
    encoder.begin_map();
    {
        encoder.str("number").str(input.number.as_str());
    }
    if let Some(name) = &input.name {
        encoder.str("name").str(name.as_str());
    }
    if let Some(description) = &input.description {
        encoder.str("description").str(description.as_str());
    }
    if let Some(price) = &input.price {
        encoder.str("price").double(*price);
    }
    if let Some(germination) = &input.germination {
        encoder.str("germination").float(*germination);
    }
    if let Some(packets) = &input.packets {
        encoder.str("packets").integer(*packets);
    }
    if let Some(seeds) = &input.seeds {
        encoder.str("seeds").long(*seeds);
    }
    if let Some(is_organic) = &input.is_organic {
        encoder.str("isOrganic").boolean(*is_organic);
    }
    if let Some(harvested) = &input.harvested {
        encoder.str("harvested").timestamp(harvested);
    }
    if let Some(changed) = &input.changed {
        encoder.str("changed").timestamp(changed);
    }
    if let Some(months) = &input.sowing_months {
        encoder.str("sowingMonths");
        encoder.array((*months).len());
        for month in months {
            {
                encoder.integer(*month);
            }
        }
    }
    if let Some(bed) = &input.bed {
        encoder.str("bed");
        ser_bed(encoder, bed)?;
    }
    if let Some(traits) = &input.traits {
        encoder.str("traits");
        encoder.map((*traits).len());
        for (key, value) in traits {
            encoder.str(key);
            {
                encoder.str(value.as_str());
            }
        }
    }
    if let Some(picture) = &input.picture {
        encoder.str("picture").blob(picture);
    }
    encoder.end();
    Ok(())
}

fn ser_bed(encoder: &mut Encoder, input: &Bed) -> Result<(), SerializationError> {
    encoder.begin_map();
    if let Some(depth) = &input.depth {
        encoder.str("depth").double(*depth);
    }
    if let Some(distance) = &input.distance {
        encoder.str("distance").double(*distance);
    }
    if let Some(rows) = &input.rows {
        encoder.str("rows").double(*rows);
    }
    encoder.end();
    Ok(())
}

/// The loop over the pairs of a map or the items of a list, which an official crate has
/// in each of its functions.
macro_rules! each {
    ($length:expr, $decoder:ident, $value:ident = $next:expr) => {
        match $length {
            None => loop {
                match $decoder.datatype()? {
                    Type::Break => {
                        $decoder.skip()?;
                        break;
                    }
                    _ => {
                        $value = $next;
                    }
                };
            },
            Some(n) => {
                for _ in 0..n {
                    $value = $next;
                }
            }
        }
    };
}

fn de_catalog(decoder: &mut Decoder, depth: u32) -> Result<Catalog, DeserializeError> {
    check_depth(decoder, depth)?;
    fn pair(
        mut builder: CatalogBuilder,
        decoder: &mut Decoder,
        depth: u32,
    ) -> Result<CatalogBuilder, DeserializeError> {
        builder = match decoder.str()?.as_ref() {
            "id" => builder.set_id(Some(decoder.string()?)),
            "title" => {
                set_optional(builder, decoder, |builder, decoder| Ok(builder.set_title(Some(decoder.string()?))))?
            }
            "printed" => {
                set_optional(builder, decoder, |builder, decoder| Ok(builder.set_printed(Some(decoder.timestamp()?))))?
            }
            "labels" => set_optional(builder, decoder, |builder, decoder| {
                Ok(builder.set_labels(Some(de_labels(decoder, depth + 1)?)))
            })?,
            "shelves" => set_optional(builder, decoder, |builder, decoder| {
                Ok(builder.set_shelves(Some(de_shelves(decoder, depth + 1)?)))
            })?,
            _ => {
                decoder.skip()?;
                builder
            }
        };
        Ok(builder)
    }
    let mut builder = CatalogBuilder::default();
    each!(decoder.map()?, decoder, builder = pair(builder, decoder, depth)?);
    builder.build().map_err(|_| DeserializeError::custom("missing field", decoder.position()))
}

fn de_labels(decoder: &mut Decoder, depth: u32) -> Result<HashMap<String, String>, DeserializeError> {
    check_depth(decoder, depth)?;
    fn pair(
        mut map: HashMap<String, String>,
        decoder: &mut Decoder,
    ) -> Result<HashMap<String, String>, DeserializeError> {
        let key = decoder.string()?;
        let value = match decoder.datatype()? {
            Type::Null => {
                return Err(DeserializeError::custom("dense map cannot contain null values", decoder.position()))
            }
            _ => decoder.string()?,
        };
        map.insert(key, value);
        Ok(map)
    }
    let mut map = HashMap::new();
    each!(decoder.map()?, decoder, map = pair(map, decoder)?);
    Ok(map)
}

fn de_shelves(decoder: &mut Decoder, depth: u32) -> Result<Vec<Shelf>, DeserializeError> {
    check_depth(decoder, depth)?;
    fn member(mut list: Vec<Shelf>, decoder: &mut Decoder, depth: u32) -> Result<Vec<Shelf>, DeserializeError> {
        let value = match decoder.datatype()? {
            Type::Null => return dense(decoder),
            _ => de_shelf(decoder, depth + 1)?,
        };
        list.push(value);
        Ok(list)
    }
    let mut list = Vec::new();
    each!(decoder.list()?, decoder, list = member(list, decoder, depth)?);
    Ok(list)
}

fn de_shelf(decoder: &mut Decoder, depth: u32) -> Result<Shelf, DeserializeError> {
    check_depth(decoder, depth)?;
    fn pair(mut builder: ShelfBuilder, decoder: &mut Decoder, depth: u32) -> Result<ShelfBuilder, DeserializeError> {
        builder = match decoder.str()?.as_ref() {
            "kind" => set_optional(builder, decoder, |builder, decoder| {
                Ok(builder.set_kind(Some(decoder.string().map(|s| ShelfKind::from(s.as_str()))?)))
            })?,
            "language" => {
                set_optional(builder, decoder, |builder, decoder| Ok(builder.set_language(Some(decoder.string()?))))?
            }
            "heading" => {
                set_optional(builder, decoder, |builder, decoder| Ok(builder.set_heading(Some(decoder.string()?))))?
            }
            "items" => set_optional(builder, decoder, |builder, decoder| {
                Ok(builder.set_items(Some(de_items(decoder, depth + 1)?)))
            })?,
            _ => {
                decoder.skip()?;
                builder
            }
        };
        Ok(builder)
    }
    let mut builder = ShelfBuilder::default();
    each!(decoder.map()?, decoder, builder = pair(builder, decoder, depth)?);
    Ok(builder.build())
}

fn de_items(decoder: &mut Decoder, depth: u32) -> Result<Vec<Item>, DeserializeError> {
    check_depth(decoder, depth)?;
    fn member(mut list: Vec<Item>, decoder: &mut Decoder, depth: u32) -> Result<Vec<Item>, DeserializeError> {
        let value = match decoder.datatype()? {
            Type::Null => return dense(decoder),
            _ => de_item(decoder, depth + 1)?,
        };
        list.push(value);
        Ok(list)
    }
    let mut list = Vec::new();
    each!(decoder.list()?, decoder, list = member(list, decoder, depth)?);
    Ok(list)
}

fn de_item(decoder: &mut Decoder, depth: u32) -> Result<Item, DeserializeError> {
    check_depth(decoder, depth)?;
    fn pair(mut builder: ItemBuilder, decoder: &mut Decoder, depth: u32) -> Result<ItemBuilder, DeserializeError> {
        builder = match decoder.str()?.as_ref() {
            "number" => builder.set_number(Some(decoder.string()?)),
            "name" => set_optional(builder, decoder, |builder, decoder| Ok(builder.set_name(Some(decoder.string()?))))?,
            "description" => {
                set_optional(builder, decoder, |builder, decoder| Ok(builder.set_description(Some(decoder.string()?))))?
            }
            "price" => {
                set_optional(builder, decoder, |builder, decoder| Ok(builder.set_price(Some(decoder.double()?))))?
            }
            "germination" => {
                set_optional(builder, decoder, |builder, decoder| Ok(builder.set_germination(Some(decoder.float()?))))?
            }
            "packets" => {
                set_optional(builder, decoder, |builder, decoder| Ok(builder.set_packets(Some(decoder.integer()?))))?
            }
            "seeds" => set_optional(builder, decoder, |builder, decoder| Ok(builder.set_seeds(Some(decoder.long()?))))?,
            "isOrganic" => {
                set_optional(builder, decoder, |builder, decoder| Ok(builder.set_is_organic(Some(decoder.boolean()?))))?
            }
            "harvested" => {
                set_optional(
                    builder,
                    decoder,
                    |builder, decoder| Ok(builder.set_harvested(Some(decoder.timestamp()?))),
                )?
            }
            "changed" => {
                set_optional(builder, decoder, |builder, decoder| Ok(builder.set_changed(Some(decoder.timestamp()?))))?
            }
            "sowingMonths" => set_optional(builder, decoder, |builder, decoder| {
                Ok(builder.set_sowing_months(Some(de_months(decoder, depth + 1)?)))
            })?,
            "bed" => set_optional(builder, decoder, |builder, decoder| {
                Ok(builder.set_bed(Some(de_bed(decoder, depth + 1)?)))
            })?,
            "traits" => set_optional(builder, decoder, |builder, decoder| {
                Ok(builder.set_traits(Some(de_labels(decoder, depth + 1)?)))
            })?,
            "picture" => {
                set_optional(builder, decoder, |builder, decoder| Ok(builder.set_picture(Some(decoder.blob()?))))?
            }
            _ => {
                decoder.skip()?;
                builder
            }
        };
        Ok(builder)
    }
    let mut builder = ItemBuilder::default();
    each!(decoder.map()?, decoder, builder = pair(builder, decoder, depth)?);
    builder.build().map_err(|_| DeserializeError::custom("missing field", decoder.position()))
}

fn de_months(decoder: &mut Decoder, depth: u32) -> Result<Vec<i32>, DeserializeError> {
    check_depth(decoder, depth)?;
    fn member(mut list: Vec<i32>, decoder: &mut Decoder) -> Result<Vec<i32>, DeserializeError> {
        let value = match decoder.datatype()? {
            Type::Null => return dense(decoder),
            _ => decoder.integer()?,
        };
        list.push(value);
        Ok(list)
    }
    let mut list = Vec::new();
    each!(decoder.list()?, decoder, list = member(list, decoder)?);
    Ok(list)
}

fn de_bed(decoder: &mut Decoder, depth: u32) -> Result<Bed, DeserializeError> {
    check_depth(decoder, depth)?;
    fn pair(mut builder: BedBuilder, decoder: &mut Decoder) -> Result<BedBuilder, DeserializeError> {
        builder = match decoder.str()?.as_ref() {
            "depth" => {
                set_optional(builder, decoder, |builder, decoder| Ok(builder.set_depth(Some(decoder.double()?))))?
            }
            "distance" => {
                set_optional(builder, decoder, |builder, decoder| Ok(builder.set_distance(Some(decoder.double()?))))?
            }
            "rows" => set_optional(builder, decoder, |builder, decoder| Ok(builder.set_rows(Some(decoder.double()?))))?,
            _ => {
                decoder.skip()?;
                builder
            }
        };
        Ok(builder)
    }
    let mut builder = BedBuilder::default();
    each!(decoder.map()?, decoder, builder = pair(builder, decoder)?);
    Ok(builder.build())
}

fn dense<T>(decoder: &Decoder) -> Result<T, DeserializeError> {
    Err(DeserializeError::custom("dense list cannot contain null values", decoder.position()))
}

fn check_depth(decoder: &Decoder, depth: u32) -> Result<(), DeserializeError> {
    match depth >= MAX_DEPTH {
        true => Err(DeserializeError::custom("maximum nesting depth exceeded", decoder.position())),
        false => Ok(()),
    }
}
