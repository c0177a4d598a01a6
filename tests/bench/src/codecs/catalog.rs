//! In: nothing. Out: a catalog of some tens of kilobytes, the same at each call. Why: all
//! codecs are measured with the same values, as realistic as a model of our own can be.

use crate::types::{Bed, Catalog, Item, Shelf, ShelfKind};
use aws_smithy_types::{Blob, DateTime};

const SHELVES: usize = 6;
const ITEMS: usize = 12;
const NAMES: [&str; 5] = ["Tomato 'Amber'", "Sweet basil", "Sunflower, tall", "Beetroot", "Chard \"Rainbow\""];
const TEXTS: [&str; 4] = [
    "Sow under glass & plant out after the last frost. Needs a sunny place, and support once it is taller than a hand.",
    "Grows to 40 cm. Cut it before it flowers; what is cut comes again for as long as the nights stay warm enough.",
    "Keep the soil moist while it germinates, at 15 to 20 \u{b0}C. Thin out to one hand's width. <New> this year.",
    "Hardy, and not demanding. It stores well in a cool room until spring if the leaves are twisted off & not cut.",
];

pub fn catalog() -> Catalog {
    let catalog = Catalog::builder()
        .id("b5f0d1de-6c0b-4a38-9d2c-0a4c7d6f9e11")
        .title("Seeds & bulbs 2025/26")
        .printed(DateTime::from_secs(1_751_884_245))
        .labels("season", "spring")
        .labels("region", "north & west")
        .labels("audience", "gardeners");
    let catalog = (0..SHELVES).fold(catalog, |catalog, index| catalog.shelves(shelf(index)));
    catalog.build().expect("it has an id")
}

fn shelf(index: usize) -> Shelf {
    let kinds = [ShelfKind::Flowers, ShelfKind::Herbs, ShelfKind::Vegetables];
    let shelf = Shelf::builder()
        .kind(kinds[index % kinds.len()].clone())
        .language(if index % 2 == 0 { "en" } else { "de" })
        .heading(format!("Shelf {index}, from the door"));
    (0..ITEMS).fold(shelf, |shelf, item| shelf.items(self::item(index * ITEMS + item))).build()
}

fn item(index: usize) -> Item {
    let fraction = index as f64;
    let item = Item::builder()
        .number(format!("S-{:05}-{}", 10_000 + index * 37, index % 9))
        .name(NAMES[index % NAMES.len()])
        .description(TEXTS[index % TEXTS.len()])
        .price(1.95 + fraction * 0.25)
        .germination(0.5 + (index % 50) as f32 / 128.0)
        .packets(index as i32 * 11 - 40)
        .seeds(1_000_000 + index as i64 * 7919)
        .is_organic(index % 3 == 0)
        .harvested(DateTime::from_secs(1_720_000_000 + index as i64 * 86_400))
        .changed(DateTime::from_secs(1_735_689_600 + index as i64 * 3_601))
        .bed(Bed::builder().depth(0.5 + fraction / 16.0).distance(12.0).rows(27.25).build())
        .traits("flowering", "May to August")
        .traits("height", format!("{} cm", 20 + index))
        .picture(Blob::new((0..48).map(|byte| (byte * 5 + index) as u8).collect::<Vec<_>>()));
    (0..=index as i32 % 4).fold(item, |item, month| item.sowing_months(2 + month)).build().expect("it has a number")
}
