//! In: a catalog. Out: its parameters. Why: the calls that an official crate makes of
//! `aws-smithy-query`, in the order and with the scopes that it has (aws-sdk-iam 1.133.0
//! and aws-sdk-sts 1.124.0: `ser_*` in their `protocol_serde`).

use aws_smithy_query::{QueryValueWriter, QueryWriter};
use aws_smithy_types::date_time::Format;
use aws_smithy_types::error::operation::SerializationError;
use aws_smithy_types::{base64, Number};
use emitted::types::{Bed, Catalog, Item, Shelf};

pub(crate) fn write(catalog: &Catalog) -> Vec<u8> {
    let mut out = String::new();
    let mut writer = QueryWriter::new(&mut out, "ReplaceCatalog", "2025-07-01");
    let scope = writer.prefix("catalog");
    ser_catalog(scope, catalog).expect("a catalog can be written");
    writer.finish();
    out.into_bytes()
}

fn ser_catalog(mut writer: QueryValueWriter, input: &Catalog) -> Result<(), SerializationError> {
    let scope = writer.prefix("id");
    {
        scope.string(&input.id);
    }
    let scope = writer.prefix("title");
    if let Some(title) = &input.title {
        scope.string(title);
    }
    let scope = writer.prefix("printed");
    if let Some(printed) = &input.printed {
        scope.date_time(printed, Format::DateTime)?;
    }
    let scope = writer.prefix("labels");
    if let Some(labels) = &input.labels {
        let mut map = scope.start_map(false, "key", "value");
        for (key, value) in labels {
            let entry = map.entry(key);
            {
                entry.string(value);
            }
        }
        map.finish();
    }
    let scope = writer.prefix("shelves");
    if let Some(shelves) = &input.shelves {
        let mut list = scope.start_list(false, Some("Shelf"));
        for shelf in shelves {
            let entry = list.entry();
            ser_shelf(entry, shelf)?;
        }
        list.finish();
    }
    Ok(())
}

fn ser_shelf(mut writer: QueryValueWriter, input: &Shelf) -> Result<(), SerializationError> {
    let scope = writer.prefix("kind");
    if let Some(kind) = &input.kind {
        scope.string(kind.as_str());
    }
    let scope = writer.prefix("language");
    if let Some(language) = &input.language {
        scope.string(language);
    }
    let scope = writer.prefix("heading");
    if let Some(heading) = &input.heading {
        scope.string(heading);
    }
    let scope = writer.prefix("items");
    if let Some(items) = &input.items {
        let mut list = scope.start_list(false, None);
        for item in items {
            let entry = list.entry();
            ser_item(entry, item)?;
        }
        list.finish();
    }
    Ok(())
}

fn ser_item(mut writer: QueryValueWriter, input: &Item) -> Result<(), SerializationError> {
    let scope = writer.prefix("number");
    {
        scope.string(&input.number);
    }
    let scope = writer.prefix("name");
    if let Some(name) = &input.name {
        scope.string(name);
    }
    let scope = writer.prefix("description");
    if let Some(description) = &input.description {
        scope.string(description);
    }
    let scope = writer.prefix("price");
    if let Some(price) = &input.price {
        scope.number(Number::Float(*price));
    }
    let scope = writer.prefix("germination");
    if let Some(germination) = &input.germination {
        scope.number(Number::Float((*germination).into()));
    }
    let scope = writer.prefix("packets");
    if let Some(packets) = &input.packets {
        scope.number(Number::NegInt((*packets).into()));
    }
    let scope = writer.prefix("seeds");
    if let Some(seeds) = &input.seeds {
        scope.number(Number::NegInt(*seeds));
    }
    let scope = writer.prefix("isOrganic");
    if let Some(is_organic) = &input.is_organic {
        scope.boolean(*is_organic);
    }
    let scope = writer.prefix("harvested");
    if let Some(harvested) = &input.harvested {
        scope.date_time(harvested, Format::DateTime)?;
    }
    let scope = writer.prefix("changed");
    if let Some(changed) = &input.changed {
        scope.date_time(changed, Format::HttpDate)?;
    }
    let scope = writer.prefix("sowingMonths");
    if let Some(months) = &input.sowing_months {
        let mut list = scope.start_list(true, None);
        for month in months {
            let entry = list.entry();
            entry.number(Number::NegInt((*month).into()));
        }
        list.finish();
    }
    let scope = writer.prefix("bed");
    if let Some(bed) = &input.bed {
        ser_bed(scope, bed)?;
    }
    let scope = writer.prefix("traits");
    if let Some(traits) = &input.traits {
        let mut map = scope.start_map(false, "key", "value");
        for (key, value) in traits {
            let entry = map.entry(key);
            {
                entry.string(value);
            }
        }
        map.finish();
    }
    let scope = writer.prefix("picture");
    if let Some(picture) = &input.picture {
        scope.string(&base64::encode(picture));
    }
    Ok(())
}

fn ser_bed(mut writer: QueryValueWriter, input: &Bed) -> Result<(), SerializationError> {
    let scope = writer.prefix("depth");
    if let Some(depth) = &input.depth {
        scope.number(Number::Float(*depth));
    }
    let scope = writer.prefix("distance");
    if let Some(distance) = &input.distance {
        scope.number(Number::Float(*distance));
    }
    let scope = writer.prefix("rows");
    if let Some(rows) = &input.rows {
        scope.number(Number::Float(*rows));
    }
    Ok(())
}
