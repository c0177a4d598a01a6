//! In: any bytes, read as a CBOR body: the key of an item says as what. Out: a crash if
//! reading them panics or needs too much of the stack.
#![no_main]

use libfuzzer_sys::fuzz_target;
use whitesmith_runtime::__private::v1::cbor::Reader;

fuzz_target!(|body: &[u8]| {
    let mut reader = Reader::new(body);
    read(&mut reader);
    let _ = reader.finish(());
});

/// A structure with a member of each kind.
fn read(r: &mut Reader<'_>) -> Option<()> {
    r.begin_object()?;
    while let Some(key) = r.key() {
        match &*key {
            "s" => r.string().map(drop),
            "b" => r.boolean().map(drop),
            "i" => r.i32().map(drop),
            "d" => r.f64().map(drop),
            "n" => r.big_integer().map(drop),
            "f" => r.big_decimal().map(drop),
            "x" => r.blob().map(drop),
            "t" => r.timestamp().map(drop),
            "r" => read(r),
            "l" => r.list(read).map(drop),
            "p" => r.sparse_list(read).map(drop),
            "m" => r.map::<String, ()>(read).map(drop),
            "q" => r.sparse_map::<String, ()>(read).map(drop),
            "u" => r.union("U", |tag, r| match tag {
                "r" => read(r),
                _ => r.unknown_member(tag).map(drop),
            }),
            _ => Some(r.skip()),
        };
    }
    Some(())
}
