//! In: any bytes, read as an XML body: the name of an element says as what. Out: a crash
//! if reading them panics or needs too much of the stack.
#![no_main]

use std::collections::HashMap;

use libfuzzer_sys::fuzz_target;
use whitesmith_runtime::__private::v1::xml::Reader;

fuzz_target!(|body: &[u8]| {
    let mut reader = Reader::new(body);
    reader.begin_document();
    read(&mut reader);
    let _ = reader.finish(());
});

/// A structure with a member of each kind.
fn read(r: &mut Reader<'_>) -> Option<()> {
    r.attribute("a", Reader::string);
    let (mut list, mut map) = (None, None::<HashMap<String, ()>>);
    while let Some(tag) = r.child() {
        match tag {
            "s" => r.string().map(drop),
            "b" => r.boolean().map(drop),
            "i" => r.i32().map(drop),
            "d" => r.f64().map(drop),
            "n" => r.big_decimal().map(drop),
            "x" => r.blob().map(drop),
            "e" => r.epoch_seconds().map(drop),
            "t" => r.date_time().map(drop),
            "h" => r.http_date().map(drop),
            "r" => read(r),
            "l" => r.list("m", read).map(drop),
            "m" => r.map::<String, ()>(["e", "k", "v"], read).map(drop),
            "p" => Some(r.push(&mut list, read)),
            "q" => Some(r.insert(&mut map, ["q", "k", "v"], read)),
            "u" => r.union("U", |tag, r| match tag {
                "r" => read(r),
                "l" => r.flat_list("l", read).map(drop),
                _ => r.unknown_member(tag).map(drop),
            }),
            _ => Some(r.skip()),
        };
    }
    Some(())
}
