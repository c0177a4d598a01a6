//! In: any text, taken for a selector. Out: a crash if it panics on a small model that
//! has a shape of each kind.
#![no_main]

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use whitesmith_codegen::{internals, load, LoadOptions, Model, Sources};

static MODEL: OnceLock<Model> = OnceLock::new();

const TEXT: &str = r#"
$version: "2.0"
namespace shop
@trait(selector: "*")
structure colour { @required shade: String }
service Shop { version: "1", operations: [Buy], resources: [Shelf], errors: [Closed] }
resource Shelf { identifiers: { id: Name }, read: Look, resources: [Book] }
resource Book { identifiers: { id: Name, isbn: Name }, list: Browse }
@readonly operation Look { input := for Shelf { @required $id }, output := {} }
@readonly operation Browse { input := for Book { @required $id } }
operation Buy { input: Order, errors: [SoldOut] }
@mixin structure Priced { price: BigDecimal, weight: Float }
@input structure Order with [Priced] { @colour(shade: "red") books: Names, gift: Wrapping, by: Day }
@error("client") structure Closed { @range(min: 1, max: 24) opens: Integer }
@error("server") structure SoldOut { more: More }
union Wrapping { paper: Paper, none: Unit }
enum Paper { PLAIN = "plain", GOLD = "gold" }
intEnum Size { SMALL = 1, LARGE = 2 }
@uniqueItems list Names { member: Name }
map More { key: Name, value: Sizes }
list Sizes { member: Size }
@length(min: 1) @pattern("^[a-z]+$") string Name
timestamp Day
document Anything
blob Cover
"#;

fuzz_target!(|selector: &str| {
    let model = MODEL.get_or_init(|| {
        let mut sources = Sources::new();
        sources.add("shop.smithy", TEXT);
        load(&sources, &LoadOptions::default()).0
    });
    internals::select(model, selector);
});
