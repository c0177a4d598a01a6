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
    check(b"\xc4\x82\x21\x19\x6a\xb3", |r| r.big_decimal().map(|v| v.as_ref().to_owned()), "273.15".to_owned());
    check(b"\xc4\x9f\x20\x0f\xff", |r| r.big_decimal().map(|v| v.as_ref().to_owned()), "1.5".to_owned());
    check(b"\xc4\x82\x03\x0f", |r| r.big_decimal().map(|v| v.as_ref().to_owned()), "15e3".to_owned());
}

#[test]
fn null_behind_a_tag_is_no_value() {
    for body in [&b"\xc4\x82\xf6\x61k\x01"[..], b"\xc4\x9f\x20\x0f\x0f\xff"] {
        let mut r = Reader::new(body);
        assert!(r.big_decimal().is_none() && r.finish(()).is_err(), "{body:x?}");
    }
    let mut r = Reader::new(b"\xc1\xf6");
    assert!(r.timestamp().is_none() && r.finish(()).is_err());
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
        "Some(\"-0.00123\")",
    ];
    assert_eq!(seen, expected);
}

#[test]
fn heads_are_as_short_as_those_of_another_encoder() {
    let mut numbers = vec![0, i64::MAX, i64::MIN];
    for bits in [5, 8, 16, 32] {
        numbers.extend((-9..9).map(|more| (1_i64 << bits) + more));
    }
    for number in numbers.iter().flat_map(|number| [*number, !*number]) {
        let mut w = Writer::new();
        w.put_int(number);
        let mut expected = minicbor::Encoder::new(Vec::new());
        expected.i64(number).expect("memory does not fail");
        assert_eq!(w.finish().expect("nothing is wrong"), expected.into_writer(), "{number}");
    }
    for length in [0, 1, 23, 24, 255, 256, 65_535, 65_536] {
        let text = "x".repeat(length);
        let mut w = Writer::new();
        w.put_string(&text);
        w.put_blob(&Blob::new(text.as_bytes()));
        w.put_list(&vec![false; length], |v, w| w.put_boolean(*v));
        let body = w.finish().expect("nothing is wrong");
        let mut expected = minicbor::Encoder::new(Vec::new());
        expected
            .str(&text)
            .and_then(|w| w.bytes(text.as_bytes()))
            .and_then(|w| w.array(length as u64))
            .expect("memory");
        (0..length).for_each(|_| drop(expected.bool(false)));
        assert_eq!(body, expected.into_writer(), "{length}");
        let mut r = Reader::new(&body);
        let read = (r.string(), r.blob(), r.list(Reader::boolean));
        assert_eq!(
            r.finish(read).expect("nothing is wrong"),
            (Some(text.clone()), Some(Blob::new(text.as_bytes())), Some(vec![false; length]))
        );
    }
}

/// A shape with a member of each kind, read as emitted code does.
#[derive(Debug, Default, PartialEq, Clone)]
struct Everything {
    text: Option<String>,
    count: Option<i8>,
    ratio: Option<f64>,
    flag: Option<bool>,
    blob: Option<Blob>,
    big: Option<BigInteger>,
    decimal: Option<BigDecimal>,
    at: Option<DateTime>,
    list: Option<Vec<Self>>,
    sparse: Option<Vec<Option<i32>>>,
    map: Option<HashMap<String, Vec<i64>>>,
    sparse_map: Option<HashMap<String, Option<Self>>>,
    choice: Option<Choice>,
}

#[derive(Debug, PartialEq, Clone)]
enum Choice {
    Inner(Box<Everything>),
    Unknown(UnknownMember),
}

impl Everything {
    fn read(r: &mut Reader<'_>) -> Option<Self> {
        r.begin_object()?;
        let mut all = Self::default();
        while let Some(key) = r.key() {
            match &*key {
                "t" => all.text = r.string(),
                "c" => all.count = r.i8(),
                "r" => all.ratio = r.f64(),
                "f" => all.flag = r.boolean(),
                "b" => all.blob = r.blob(),
                "i" => all.big = r.big_integer(),
                "d" => all.decimal = r.big_decimal(),
                "a" => all.at = r.timestamp(),
                "l" => all.list = r.list(Self::read),
                "s" => all.sparse = r.sparse_list(Reader::i32),
                "m" => all.map = r.map(|r| r.list(Reader::i64)),
                "n" => all.sparse_map = r.sparse_map(Self::read),
                "u" => all.choice = Choice::read(r),
                _ => r.skip(),
            }
        }
        Some(all)
    }
}

impl Choice {
    fn read(r: &mut Reader<'_>) -> Option<Self> {
        r.union("Choice", |tag, r| match tag {
            "i" => Everything::read(r).map(Box::new).map(Self::Inner),
            _ => r.unknown_member(tag).map(Self::Unknown),
        })
    }
}

fn everything(body: &[u8]) -> Result<Option<Everything>, DeserializeError> {
    let mut r = Reader::new(body);
    let all = Everything::read(&mut r);
    r.finish(all)
}

/// Both ways to end a string, a list and a map, and each size of a head.
const BODY: &[u8] = b"\xbf\x61t\x7f\x62\xc3\xa4\x60\xff\x61c\x38\x63\x61r\xf9\x3e\x00\x61f\xf5\x61b\x5f\x41a\x40\xff\
\x61i\xc3\x49\x01\0\0\0\0\0\0\0\0\x61d\xc4\x82\x21\x19\x6a\xb3\x61a\xc1\xfb\x40\x59\x08\0\0\0\0\0\
\x61l\x82\xa1\x61t\xf6\xbf\x61x\x9f\xd8\x40\x01\xa1\x01\xf7\xff\xff\x61s\x9f\xf6\x1a\0\x01\0\0\xff\
\x61m\xb8\x02\x61k\x98\x01\x1b\0\0\x01\0\0\0\0\0\x61l\x80\x61n\xa1\x61k\xf7\
\x61u\xbf\x66__type\x00\x61z\xf6\x61i\xa1\x61f\xf4\xff\xff";

#[test]
fn every_kind_of_member_is_read() {
    let all = everything(BODY).expect("nothing is wrong with it").expect("it is there");
    let expected = Everything {
        text: Some("\u{e4}".into()),
        count: Some(-100),
        ratio: Some(1.5),
        flag: Some(true),
        blob: Some(Blob::new("a")),
        big: "-18446744073709551617".parse().ok(),
        decimal: "27315e-2".parse().ok(),
        at: Some(DateTime::from_millis(100_125)),
        list: Some(vec![Everything::default(), Everything::default()]),
        sparse: Some(vec![None, Some(65_536)]),
        map: Some(HashMap::from([("k".into(), vec![1 << 40]), ("l".into(), vec![])])),
        sparse_map: Some(HashMap::from([("k".into(), None)])),
        choice: Some(Choice::Inner(Box::new(Everything { flag: Some(false), ..Everything::default() }))),
    };
    assert_eq!(all, expected);
}

#[test]
fn what_is_nested_too_deep_is_an_error_however_it_is_read() {
    // A list, a map and a union of the shape, and what nobody knows.
    for (open, is_read) in [
        (&b"\xa1\x61l\x81"[..], true),
        (b"\xa1\x61n\xa1\x61k", true),
        (b"\xa1\x61u\xa1\x61i", true),
        (b"\xa1\x61x\x81", false),
        (b"\xbf\x61x\x9f", false),
    ] {
        let body = |depth: usize| {
            let ends = if open[0] == 0xbf { vec![0xff; 2 * depth] } else { vec![] };
            [&open.repeat(depth), &b"\xa0"[..], &ends].concat()
        };
        assert!(everything(&body(60)).is_ok(), "{open:x?}");
        assert_eq!(everything(&body(10_000)).is_err(), is_read, "{open:x?}");
        assert!(everything(&open.repeat(10_000)).is_err(), "{open:x?}");
    }
}

#[test]
fn no_prefix_and_no_mutation_of_a_body_panics() {
    for end in 0..BODY.len() {
        assert!(everything(&BODY[..end]).is_err(), "{end}");
    }
    for at in 0..BODY.len() {
        let mut mutated = BODY.to_vec();
        for byte in 0..=u8::MAX {
            mutated[at] = byte;
            let _ = everything(&mutated);
        }
        let mut shorter = BODY.to_vec();
        shorter.remove(at);
        let _ = everything(&shorter);
        let mut longer = BODY.to_vec();
        longer.insert(at, BODY[at]);
        let _ = everything(&longer);
    }
}

#[test]
fn random_bytes_do_not_panic() {
    let mut random = fastrand::Rng::with_seed(7);
    for _ in 0..20_000 {
        let noise: Vec<u8> = (0..random.usize(..64)).map(|_| random.u8(..)).collect();
        let _ = everything(&noise);
        // Pieces of a body in another order, in a map.
        let pieces = (0..random.usize(1..8)).map(|_| {
            let start = random.usize(..BODY.len());
            &BODY[start..random.usize(start..BODY.len())]
        });
        let _ = everything(&[&b"\xbf"[..], &pieces.collect::<Vec<_>>().concat()].concat());
    }
}
