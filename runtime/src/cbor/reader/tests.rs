//! What the reader makes of bodies, right and wrong, and of what the writer writes.

use super::super::Writer;
use super::*;

#[track_caller]
fn check<T: PartialEq + std::fmt::Debug>(
    body: &'static [u8],
    read: fn(&mut Reader<'static>) -> Option<T>,
    expected: T,
) {
    let mut r = Reader::new(body);
    let value = read(&mut r);
    assert_eq!(r.finish(value).map_err(|error| error.to_string()), Ok(Some(expected)), "{body:x?}");
}

#[track_caller]
fn check_error<T: std::fmt::Debug>(body: &'static [u8], read: fn(&mut Reader<'static>) -> Option<T>, expected: &str) {
    let mut r = Reader::new(body);
    let value = read(&mut r);
    assert_eq!(r.finish(value).expect_err("it is wrong").to_string(), expected, "{body:x?}");
}

#[test]
fn scalars_in_all_their_sizes() {
    check(b"\x18\x2a", Reader::i32, 42);
    check(b"\x38\x63", Reader::i8, -100);
    check(b"\xf9\x3c\x00", Reader::f64, 1.0);
    check(b"\xfa\x3f\x80\x00\x00", Reader::f64, 1.0);
    check(b"\x07", Reader::f32, 7.0);
    check(b"\xf5", Reader::boolean, true);
    check(b"\x62ab", Reader::string, "ab".to_owned());
    check(b"\x7f\x61a\x61b\xff", Reader::string, "ab".to_owned());
    check(b"\x5f\x41a\x41b\xff", Reader::blob, Blob::new("ab"));
    check(b"\xc1\x01", Reader::timestamp, DateTime::from_secs(1));
    check(b"\xc1\xf9\x3e\x00", Reader::timestamp, DateTime::from_millis(1500));
    check(b"\xc2\x42\x01\x00", |r| r.big_integer().map(|v| v.as_ref().to_owned()), "256".to_owned());
    check(b"\xc3\x42\x01\x00", |r| r.big_integer().map(|v| v.as_ref().to_owned()), "-257".to_owned());
    check(b"\xc4\x82\x21\x19\x6a\xb3", |r| r.big_decimal().map(|v| v.as_ref().to_owned()), "27315e-2".to_owned());
}

#[test]
fn lists_and_maps_with_and_without_a_length() {
    check(b"\x82\x01\x02", |r| r.list(Reader::i32), vec![1, 2]);
    check(b"\x9f\x01\x02\xff", |r| r.list(Reader::i32), vec![1, 2]);
    check(b"\x82\x01\xf6", |r| r.sparse_list(Reader::i32), vec![Some(1), None]);
    check(b"\xa1\x61k\x01", |r| r.map::<String, i32>(Reader::i32), HashMap::from([("k".to_owned(), 1)]));
    check(b"\xbf\x61k\x01\xff", |r| r.map::<String, i32>(Reader::i32), HashMap::from([("k".to_owned(), 1)]));
    check(b"\xa1\x61n\xa0", |r| r.union("U", |tag, r| r.unknown_member(tag)), UnknownMember::new("n"));
}

#[test]
fn errors_say_where_and_not_what() {
    check_error(b"\x62ab", Reader::i32, "expected an integer, found a string (byte 0 of the body)");
    check_error(b"\x19\x01\x00", Reader::i8, "expected an integer in the range of its type (byte 3 of the body)");
    check_error(
        b"\x82\x01\xf6",
        |r| r.list(Reader::i32),
        "a dense list cannot contain null values (byte 3 of the body)",
    );
    check_error(b"\x9f\x01", |r| r.list(Reader::i32), "the body ends inside of a value (byte 2 of the body)");
    check_error(b"\x01\x01", Reader::i32, "expected the end of the body (byte 1 of the body)");
    check_error(
        b"\xa0",
        |r| r.union("U", |tag, r| r.unknown_member(tag)),
        "the union U has no member (byte 1 of the body)",
    );
}

#[test]
fn hostile_bytes_are_errors() {
    let deep = vec![0x81; 100_000];
    let mut r = Reader::new(&deep);
    while r.begin_array().is_some() {}
    assert!(r.finish(()).is_err());
    let mut r = Reader::new(&deep);
    r.skip();
    assert!(r.finish(()).is_err());
    // A length that no memory holds.
    let mut r = Reader::new(b"\x9b\xff\xff\xff\xff\xff\xff\xff\xff\x01");
    let value = r.list(Reader::i32);
    assert!(r.finish(value).is_err());
    for byte in 0..=255_u8 {
        for read in [Reader::skip as fn(&mut Reader<'static>), |r| _ = r.f64(), |r| _ = r.text(), |r| _ = r.timestamp()]
        {
            let mut r = Reader::new(Box::leak(Box::new([byte, 0xff])));
            read(&mut r);
            let _ = r.finish(());
        }
    }
}

#[test]
fn what_is_written_is_read() {
    let mut w = Writer::new();
    w.begin_object();
    w.string("s", Some("é"));
    w.string("none", None);
    w.int("i", Some(-5_000_000_000));
    w.double("d", Some(f64::INFINITY));
    w.timestamp("t", Some(&DateTime::from_millis(946_845_296_123)));
    w.list("l", Some(&[1_i64, 2]), |v, w| w.put_int(*v));
    w.sparse_map("m", Some(&HashMap::from([("k".to_owned(), None::<i64>)])), |v, w| w.put_int(*v));
    w.big_integer("b", Some(&"-18446744073709551617".parse().expect("digits")));
    w.big_decimal("f", Some(&"-0.00123".parse().expect("digits")));
    w.end_object();
    let body = w.finish().expect("nothing is wrong with it");
    let mut r = Reader::new(&body);
    r.begin_document();
    let mut seen = Vec::new();
    while let Some(key) = r.key() {
        seen.push(match &*key {
            "s" => r.string().unwrap_or_default(),
            "i" => format!("{:?}", r.i64()),
            "d" => format!("{:?}", r.f64()),
            "t" => format!("{:?}", r.timestamp().and_then(|t| t.to_millis().ok())),
            "l" => format!("{:?}", r.list(Reader::i32)),
            "m" => format!("{:?}", r.sparse_map::<String, i32>(Reader::i32)),
            "b" => format!("{:?}", r.big_integer().map(|v| v.as_ref().to_owned())),
            _ => format!("{:?}", r.big_decimal().map(|v| v.as_ref().to_owned())),
        });
    }
    r.finish(()).expect("nothing is wrong with it");
    let expected = [
        "é",
        "Some(-5000000000)",
        "Some(inf)",
        "Some(946845296123)",
        "Some([1, 2])",
        "Some({\"k\": None})",
        "Some(\"-18446744073709551617\")",
        "Some(\"-123e-5\")",
    ];
    assert_eq!(seen, expected);
}
