//! In: a catalog or its XML. Out: the other. Why: the calls that an official crate makes
//! of `aws-smithy-xml`, in the order and with the locals that it has (aws-sdk-s3 1.157.0:
//! `ser_*` and `de_*` in its `protocol_serde`).

use aws_smithy_types::date_time::Format;
use aws_smithy_types::error::operation::SerializationError;
use aws_smithy_types::primitive::{Encoder, Parse};
use aws_smithy_types::{base64, Blob, DateTime};
use aws_smithy_xml::decode::{try_data, Document, ScopedDecoder, XmlDecodeError};
use aws_smithy_xml::encode::{ElWriter, XmlWriter};
use emitted::types::{Bed, Catalog, Item, Shelf, ShelfKind};
use std::collections::HashMap;

const MAX_DEPTH: u32 = 128;

pub(crate) fn write(catalog: &Catalog) -> Vec<u8> {
    let mut out = String::new();
    {
        let mut writer = XmlWriter::new(&mut out);
        let root = writer.start_el("Catalog").write_ns("https://example.com/seeds/", None);
        ser_catalog(catalog, root).expect("a catalog can be written");
    }
    out.into_bytes()
}

pub(crate) fn read(body: &[u8]) -> Catalog {
    de_document(body).expect("it was written")
}

fn ser_catalog(input: &Catalog, writer: ElWriter) -> Result<(), SerializationError> {
    let mut scope = writer.finish();
    {
        let mut inner_writer = scope.start_el("id").finish();
        inner_writer.data(input.id.as_str());
    }
    if let Some(title) = &input.title {
        let mut inner_writer = scope.start_el("title").finish();
        inner_writer.data(title.as_str());
    }
    if let Some(printed) = &input.printed {
        let mut inner_writer = scope.start_el("printed").finish();
        inner_writer.data(printed.fmt(Format::DateTime)?.as_ref());
    }
    if let Some(labels) = &input.labels {
        let mut inner_writer = scope.start_el("labels").finish();
        for (key, value) in labels {
            let mut entry = inner_writer.start_el("entry").finish();
            {
                let mut inner_writer = entry.start_el("key").finish();
                inner_writer.data(key.as_str());
            }
            {
                let mut inner_writer = entry.start_el("value").finish();
                inner_writer.data(value.as_str());
            }
        }
    }
    if let Some(shelves) = &input.shelves {
        let mut inner_writer = scope.start_el("shelves").finish();
        for shelf in shelves {
            let inner_writer = inner_writer.start_el("Shelf");
            ser_shelf(shelf, inner_writer)?
        }
    }
    scope.finish();
    Ok(())
}

fn ser_shelf(input: &Shelf, writer: ElWriter) -> Result<(), SerializationError> {
    let mut writer = writer;
    if let Some(kind) = &input.kind {
        writer.write_attribute("kind", kind.as_str());
    }
    if let Some(language) = &input.language {
        writer.write_attribute("language", language.as_str());
    }
    let mut scope = writer.finish();
    if let Some(heading) = &input.heading {
        let mut inner_writer = scope.start_el("heading").finish();
        inner_writer.data(heading.as_str());
    }
    if let Some(items) = &input.items {
        let mut inner_writer = scope.start_el("items").finish();
        for item in items {
            let inner_writer = inner_writer.start_el("member");
            ser_item(item, inner_writer)?
        }
    }
    scope.finish();
    Ok(())
}

fn ser_item(input: &Item, writer: ElWriter) -> Result<(), SerializationError> {
    let mut scope = writer.finish();
    {
        let mut inner_writer = scope.start_el("number").finish();
        inner_writer.data(input.number.as_str());
    }
    if let Some(name) = &input.name {
        let mut inner_writer = scope.start_el("name").finish();
        inner_writer.data(name.as_str());
    }
    if let Some(description) = &input.description {
        let mut inner_writer = scope.start_el("description").finish();
        inner_writer.data(description.as_str());
    }
    if let Some(price) = &input.price {
        let mut inner_writer = scope.start_el("price").finish();
        inner_writer.data(Encoder::from(*price).encode());
    }
    if let Some(germination) = &input.germination {
        let mut inner_writer = scope.start_el("germination").finish();
        inner_writer.data(Encoder::from(*germination).encode());
    }
    if let Some(packets) = &input.packets {
        let mut inner_writer = scope.start_el("packets").finish();
        inner_writer.data(Encoder::from(*packets).encode());
    }
    if let Some(seeds) = &input.seeds {
        let mut inner_writer = scope.start_el("seeds").finish();
        inner_writer.data(Encoder::from(*seeds).encode());
    }
    if let Some(is_organic) = &input.is_organic {
        let mut inner_writer = scope.start_el("isOrganic").finish();
        inner_writer.data(Encoder::from(*is_organic).encode());
    }
    if let Some(harvested) = &input.harvested {
        let mut inner_writer = scope.start_el("harvested").finish();
        inner_writer.data(harvested.fmt(Format::DateTime)?.as_ref());
    }
    if let Some(changed) = &input.changed {
        let mut inner_writer = scope.start_el("changed").finish();
        inner_writer.data(changed.fmt(Format::HttpDate)?.as_ref());
    }
    if let Some(months) = &input.sowing_months {
        for month in months {
            let mut inner_writer = scope.start_el("sowingMonths").finish();
            inner_writer.data(Encoder::from(*month).encode());
        }
    }
    if let Some(bed) = &input.bed {
        let inner_writer = scope.start_el("bed");
        ser_bed(bed, inner_writer)?
    }
    if let Some(traits) = &input.traits {
        let mut inner_writer = scope.start_el("traits").finish();
        for (key, value) in traits {
            let mut entry = inner_writer.start_el("entry").finish();
            {
                let mut inner_writer = entry.start_el("key").finish();
                inner_writer.data(key.as_str());
            }
            {
                let mut inner_writer = entry.start_el("value").finish();
                inner_writer.data(value.as_str());
            }
        }
    }
    if let Some(picture) = &input.picture {
        let mut inner_writer = scope.start_el("picture").finish();
        inner_writer.data(base64::encode(picture).as_ref());
    }
    scope.finish();
    Ok(())
}

fn ser_bed(input: &Bed, writer: ElWriter) -> Result<(), SerializationError> {
    let mut scope = writer.finish();
    if let Some(depth) = &input.depth {
        let mut inner_writer = scope.start_el("depth").finish();
        inner_writer.data(Encoder::from(*depth).encode());
    }
    if let Some(distance) = &input.distance {
        let mut inner_writer = scope.start_el("distance").finish();
        inner_writer.data(Encoder::from(*distance).encode());
    }
    if let Some(rows) = &input.rows {
        let mut inner_writer = scope.start_el("rows").finish();
        inner_writer.data(Encoder::from(*rows).encode());
    }
    scope.finish();
    Ok(())
}

fn de_document(body: &[u8]) -> Result<Catalog, XmlDecodeError> {
    let mut doc = Document::try_from(body)?;
    let mut decoder = doc.root_element()?;
    let start_el = decoder.start_el();
    if !(start_el.matches("Catalog")) {
        return Err(XmlDecodeError::custom(format!("invalid root, expected Catalog got {start_el:?}")));
    }
    de_catalog(&mut decoder, 0)
}

fn de_catalog(decoder: &mut ScopedDecoder, depth: u32) -> Result<Catalog, XmlDecodeError> {
    check_depth(depth)?;
    let mut builder = Catalog::builder();
    while let Some(mut tag) = decoder.next_tag() {
        match tag.start_el() {
            s if s.matches("id") => {
                builder = builder.set_id(Some(try_data(&mut tag)?.as_ref().into()));
            }
            s if s.matches("title") => {
                builder = builder.set_title(Some(try_data(&mut tag)?.as_ref().into()));
            }
            s if s.matches("printed") => {
                builder = builder.set_printed(Some(de_time(&mut tag, Format::DateTimeWithOffset)?));
            }
            s if s.matches("labels") => {
                builder = builder.set_labels(Some(de_labels(&mut tag, depth + 1)?));
            }
            s if s.matches("shelves") => {
                builder = builder.set_shelves(Some(de_shelves(&mut tag, depth + 1)?));
            }
            _ => {}
        }
    }
    builder.build().map_err(|_| XmlDecodeError::custom("missing field"))
}

fn de_labels(decoder: &mut ScopedDecoder, depth: u32) -> Result<HashMap<String, String>, XmlDecodeError> {
    check_depth(depth)?;
    let mut out = HashMap::new();
    while let Some(mut tag) = decoder.next_tag() {
        match tag.start_el() {
            s if s.matches("entry") => de_labels_entry(&mut tag, &mut out)?,
            _ => {}
        }
    }
    Ok(out)
}

fn de_labels_entry(decoder: &mut ScopedDecoder, out: &mut HashMap<String, String>) -> Result<(), XmlDecodeError> {
    let mut k: Option<String> = None;
    let mut v: Option<String> = None;
    while let Some(mut tag) = decoder.next_tag() {
        match tag.start_el() {
            s if s.matches("key") => k = Some(try_data(&mut tag)?.as_ref().into()),
            s if s.matches("value") => v = Some(try_data(&mut tag)?.as_ref().into()),
            _ => {}
        }
    }
    let k = k.ok_or_else(|| XmlDecodeError::custom("missing key map entry"))?;
    let v = v.ok_or_else(|| XmlDecodeError::custom("missing value map entry"))?;
    out.insert(k, v);
    Ok(())
}

fn de_shelves(decoder: &mut ScopedDecoder, depth: u32) -> Result<Vec<Shelf>, XmlDecodeError> {
    check_depth(depth)?;
    let mut out = Vec::new();
    while let Some(mut tag) = decoder.next_tag() {
        match tag.start_el() {
            s if s.matches("Shelf") => out.push(de_shelf(&mut tag, depth + 1)?),
            _ => {}
        }
    }
    Ok(out)
}

fn de_shelf(decoder: &mut ScopedDecoder, depth: u32) -> Result<Shelf, XmlDecodeError> {
    check_depth(depth)?;
    let mut builder = Shelf::builder();
    builder = builder.set_kind(decoder.start_el().attr("kind").map(ShelfKind::from));
    builder = builder.set_language(decoder.start_el().attr("language").map(str::to_owned));
    while let Some(mut tag) = decoder.next_tag() {
        match tag.start_el() {
            s if s.matches("heading") => {
                builder = builder.set_heading(Some(try_data(&mut tag)?.as_ref().into()));
            }
            s if s.matches("items") => {
                builder = builder.set_items(Some(de_items(&mut tag, depth + 1)?));
            }
            _ => {}
        }
    }
    Ok(builder.build())
}

fn de_items(decoder: &mut ScopedDecoder, depth: u32) -> Result<Vec<Item>, XmlDecodeError> {
    check_depth(depth)?;
    let mut out = Vec::new();
    while let Some(mut tag) = decoder.next_tag() {
        match tag.start_el() {
            s if s.matches("member") => out.push(de_item(&mut tag, depth + 1)?),
            _ => {}
        }
    }
    Ok(out)
}

fn de_item(decoder: &mut ScopedDecoder, depth: u32) -> Result<Item, XmlDecodeError> {
    check_depth(depth)?;
    let mut builder = Item::builder();
    // An official crate takes the list out of its builder and puts it back, which is more.
    let mut months: Option<Vec<i32>> = None;
    while let Some(mut tag) = decoder.next_tag() {
        match tag.start_el() {
            s if s.matches("number") => {
                builder = builder.set_number(Some(try_data(&mut tag)?.as_ref().into()));
            }
            s if s.matches("name") => {
                builder = builder.set_name(Some(try_data(&mut tag)?.as_ref().into()));
            }
            s if s.matches("description") => {
                builder = builder.set_description(Some(try_data(&mut tag)?.as_ref().into()));
            }
            s if s.matches("price") => {
                builder = builder.set_price(Some(de_primitive(&mut tag)?));
            }
            s if s.matches("germination") => {
                builder = builder.set_germination(Some(de_primitive(&mut tag)?));
            }
            s if s.matches("packets") => {
                builder = builder.set_packets(Some(de_primitive(&mut tag)?));
            }
            s if s.matches("seeds") => {
                builder = builder.set_seeds(Some(de_primitive(&mut tag)?));
            }
            s if s.matches("isOrganic") => {
                builder = builder.set_is_organic(Some(de_primitive(&mut tag)?));
            }
            s if s.matches("harvested") => {
                builder = builder.set_harvested(Some(de_time(&mut tag, Format::DateTimeWithOffset)?));
            }
            s if s.matches("changed") => {
                builder = builder.set_changed(Some(de_time(&mut tag, Format::HttpDate)?));
            }
            s if s.matches("sowingMonths") => {
                months.get_or_insert_with(Vec::new).push(de_primitive(&mut tag)?);
            }
            s if s.matches("bed") => {
                builder = builder.set_bed(Some(de_bed(&mut tag, depth + 1)?));
            }
            s if s.matches("traits") => {
                builder = builder.set_traits(Some(de_labels(&mut tag, depth + 1)?));
            }
            s if s.matches("picture") => {
                let bytes = base64::decode(try_data(&mut tag)?.as_ref());
                let bytes = bytes.map_err(|error| XmlDecodeError::custom(format!("invalid base64: {error:?}")))?;
                builder = builder.set_picture(Some(Blob::new(bytes)));
            }
            _ => {}
        }
    }
    builder.set_sowing_months(months).build().map_err(|_| XmlDecodeError::custom("missing field"))
}

fn de_bed(decoder: &mut ScopedDecoder, depth: u32) -> Result<Bed, XmlDecodeError> {
    check_depth(depth)?;
    let mut builder = Bed::builder();
    while let Some(mut tag) = decoder.next_tag() {
        match tag.start_el() {
            s if s.matches("depth") => {
                builder = builder.set_depth(Some(de_primitive(&mut tag)?));
            }
            s if s.matches("distance") => {
                builder = builder.set_distance(Some(de_primitive(&mut tag)?));
            }
            s if s.matches("rows") => {
                builder = builder.set_rows(Some(de_primitive(&mut tag)?));
            }
            _ => {}
        }
    }
    Ok(builder.build())
}

fn de_primitive<T: Parse>(tag: &mut ScopedDecoder) -> Result<T, XmlDecodeError> {
    T::parse_smithy_primitive(try_data(tag)?.as_ref()).map_err(|_| XmlDecodeError::custom("expected a number"))
}

fn de_time(tag: &mut ScopedDecoder, format: Format) -> Result<DateTime, XmlDecodeError> {
    DateTime::from_str(try_data(tag)?.as_ref(), format).map_err(|_| XmlDecodeError::custom("expected a timestamp"))
}

fn check_depth(depth: u32) -> Result<(), XmlDecodeError> {
    match depth >= MAX_DEPTH {
        true => Err(XmlDecodeError::custom("maximum nesting depth exceeded")),
        false => Ok(()),
    }
}
