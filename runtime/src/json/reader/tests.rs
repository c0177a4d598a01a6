//! The reader against bodies that are right, wrong and hostile.

use super::*;

/// Reads a value of a whole body with `read`.
fn value<T>(body: &str, read: impl Fn(&mut Reader<'_>) -> Option<T>) -> Result<Option<T>, String> {
    let mut reader = Reader::new(body.as_bytes());
    let value = read(&mut reader);
    reader.finish(value).map_err(|error| error.to_string())
}

/// A shape with a member of each kind, read as emitted code does.
#[derive(Debug, Default, PartialEq, Clone)]
struct Everything {
    text: Option<String>,
    count: Option<i32>,
    big: Option<i64>,
    ratio: Option<f64>,
    single: Option<f32>,
    flag: Option<bool>,
    blob: Option<Blob>,
    at: Option<DateTime>,
    on: Option<DateTime>,
    until: Option<DateTime>,
    list: Option<Vec<Self>>,
    sparse: Option<Vec<Option<i8>>>,
    map: Option<HashMap<String, Vec<i16>>>,
    sparse_map: Option<HashMap<String, Option<bool>>>,
    choice: Option<Choice>,
    anything: Option<aws_smithy_types::Document>,
}

#[derive(Debug, PartialEq, Clone)]
enum Choice {
    Text(String),
    Unknown(UnknownMember),
}

impl Choice {
    fn read(r: &mut Reader<'_>) -> Option<Self> {
        r.union("Choice", |tag, r| match tag {
            "text" => r.string().map(Self::Text),
            _ => r.unknown_member(tag).map(Self::Unknown),
        })
    }
}

impl Everything {
    fn read(r: &mut Reader<'_>) -> Option<Self> {
        r.begin_object()?;
        let mut all = Self::default();
        while let Some(key) = r.key() {
            match &*key {
                "text" => all.text = r.string(),
                "count" => all.count = r.i32(),
                "big" => all.big = r.i64(),
                "ratio" => all.ratio = r.f64(),
                "single" => all.single = r.f32(),
                "flag" => all.flag = r.boolean(),
                "blob" => all.blob = r.blob(),
                "at" => all.at = r.epoch_seconds(),
                "on" => all.on = r.date_time(),
                "until" => all.until = r.http_date(),
                "list" => all.list = r.list(Self::read),
                "sparse" => all.sparse = r.sparse_list(|r| r.i8()),
                "map" => all.map = r.map(|r| r.list(|r| r.i16())),
                "sparseMap" => all.sparse_map = r.sparse_map(|r| r.boolean()),
                "choice" => all.choice = Choice::read(r),
                "anything" => all.anything = r.document(),
                _ => r.skip(),
            }
        }
        Some(all)
    }
}

fn everything(body: &str) -> Result<Option<Everything>, String> {
    value(body, Everything::read)
}

const BODY: &str = concat!(
    r#" { "text" : "a\u00e4\n", "count":-7, "big":9007199254740993,"ratio":1.5e3,"single":"NaN","#,
    "\n\t\r",
    r#""flag":true,"blob":"Zm9v","at":1751884245.123,"on":"2025-07-07T12:30:45.5+02:00","until":"Mon, 07 Jul 2025 10:30:45 GMT","#,
    r#""list":[{"text":null},{"unknown":[{"x":[1]},"]"]}],"#,
    r#""sparse":[1,null,-128],"map":{"k\"":[1],"l":[]},"sparseMap":{"a":null,"b":false},"#,
    r#""choice":{"__type":"x","text":null,"other":{"deep":[{}]}},"anything":{"a":[null]}} "#
);

#[test]
fn every_kind_of_member_is_read() {
    let mut all = everything(BODY).unwrap().unwrap();
    assert!(all.single.take().unwrap().is_nan());
    let expected = Everything {
        text: Some("aä\n".into()),
        count: Some(-7),
        big: Some(9_007_199_254_740_993),
        ratio: Some(1500.0),
        single: None,
        flag: Some(true),
        blob: Some(Blob::new("foo")),
        at: Some(DateTime::from_secs_and_nanos(1_751_884_245, 123_000_000)),
        on: Some(DateTime::from_secs_and_nanos(1_751_884_245, 500_000_000)),
        until: Some(DateTime::from_secs(1_751_884_245)),
        list: Some(vec![Everything::default(), Everything::default()]),
        sparse: Some(vec![Some(1), None, Some(-128)]),
        map: Some(HashMap::from([("k\"".into(), vec![1]), ("l".into(), vec![])])),
        sparse_map: Some(HashMap::from([("a".into(), None), ("b".into(), Some(false))])),
        choice: Some(Choice::Unknown(UnknownMember::new("other"))),
        anything: Some(aws_smithy_types::Document::Object(HashMap::from([(
            "a".into(),
            aws_smithy_types::Document::Array(vec![aws_smithy_types::Document::Null]),
        )]))),
    };
    assert_eq!(all, expected);
}

#[test]
fn nulls_and_duplicates() {
    assert_eq!(everything("null"), Ok(None));
    assert_eq!(everything("{}"), Ok(Some(Everything::default())));
    let nulls = r#"{"text":null,"count":null,"ratio":null,"single":null,"flag":null,"blob":null,
        "at":null,"list":null,"sparse":null,"map":null,"sparseMap":null,"choice":null}"#;
    assert_eq!(everything(nulls), Ok(Some(Everything::default())));
    let twice = everything(r#"{"count":1,"map":{"a":[1],"a":[2]},"count":2}"#).unwrap().unwrap();
    assert_eq!(twice.count, Some(2));
    assert_eq!(twice.map.unwrap()["a"], [2]);
}

#[test]
fn errors_say_what_and_where_and_quote_no_value() {
    let cases: &[(&str, &str)] = &[
        ("", "expected an object, found the end of the body (byte 0 of the body)"),
        ("[]", "expected an object, found an array (byte 0 of the body)"),
        ("{} x", "expected the end of the body (byte 3 of the body)"),
        ("{}}", "expected the end of the body (byte 2 of the body)"),
        ("{", "expected a key, found the end of the body (byte 1 of the body)"),
        ("{,}", "expected a key, found something else (byte 1 of the body)"),
        ("{1:2}", "expected a key, found a number (byte 1 of the body)"),
        (r#"{"text""#, "expected `:`, found the end of the body (byte 7 of the body)"),
        (r#"{"text":"a",}"#, "expected a key, found something else (byte 12 of the body)"),
        (r#"{"text":"a" "count":1}"#, "expected `,` or `}`, found a string at `text` (byte 12 of the body)"),
        (r#"{"text":5}"#, "expected a string, found a number at `text` (byte 8 of the body)"),
        (r#"{"text":nil}"#, "expected a string, found something else at `text` (byte 8 of the body)"),
        ("{\"text\":\"secret\n\"}", "a control character in a string at `text` (byte 15 of the body)"),
        (r#"{"text":"secret\q"}"#, "a malformed escape in a string at `text` (byte 15 of the body)"),
        (r#"{"text":"secret\ud800"}"#, "half of a surrogate pair in a string at `text` (byte 15 of the body)"),
        (r#"{"text":"secret"#, "the body ends inside of a string at `text` (byte 15 of the body)"),
        (r#"{"count":2147483648}"#, "expected an integer in the range of its type at `count` (byte 9 of the body)"),
        (r#"{"count":1.5}"#, "expected an integer in the range of its type at `count` (byte 9 of the body)"),
        (r#"{"count":01}"#, "expected `,` or `}`, found a number at `count` (byte 10 of the body)"),
        (r#"{"count":-}"#, "expected an integer, found a malformed number at `count` (byte 9 of the body)"),
        (r#"{"ratio":1e999}"#, "the number is out of range at `ratio` (byte 9 of the body)"),
        (
            r#"{"ratio":"inf"}"#,
            "expected a number, `NaN`, `Infinity` or `-Infinity`, found a string at `ratio` (byte 9 of the body)",
        ),
        (r#"{"flag":tru}"#, "expected a boolean, found something else at `flag` (byte 8 of the body)"),
        (r#"{"blob":"?secret?"}"#, "expected base64 at `blob` (byte 8 of the body)"),
        (r#"{"at":"now"}"#, "expected a number of seconds, found a string at `at` (byte 6 of the body)"),
        (r#"{"at":1e99}"#, "the timestamp is out of range at `at` (byte 6 of the body)"),
        (r#"{"list":[{},null]}"#, "a dense list cannot contain null values at `list[1]` (byte 16 of the body)"),
        (r#"{"list":[{}{}]}"#, "expected `,` or `]`, found an object at `list[0]` (byte 11 of the body)"),
        (
            r#"{"list":[{},{"count":""}]}"#,
            "expected an integer, found a string at `list[1].count` (byte 21 of the body)",
        ),
        (r#"{"list":["#, "expected `,` or `]`, found the end of the body at `list[0]` (byte 9 of the body)"),
        (r#"{"map":{"secret":null}}"#, "a dense map cannot contain null values at `map.*` (byte 21 of the body)"),
        (r#"{"map":{"secret":[true]}}"#, "expected an integer, found a boolean at `map.*[0]` (byte 18 of the body)"),
        (r#"{"choice":{}}"#, "the union Choice has no member at `choice` (byte 12 of the body)"),
        (r#"{"choice":{"text":null,"__type":1}}"#, "the union Choice has no member at `choice` (byte 34 of the body)"),
        (
            r#"{"choice":{"text":"a","new":1}}"#,
            "encountered mixed variants in union Choice at `choice.*` (byte 28 of the body)",
        ),
        (r#"{"new":{"secret":[tru]}}"#, "expected a boolean, found something else at `*.*[0]` (byte 18 of the body)"),
        (r#"{"new":[1}"#, "expected `,` or `]`, found something else at `*[0]` (byte 9 of the body)"),
        (r#"null,"count":1}"#, "expected the end of the body (byte 4 of the body)"),
    ];
    for (body, expected) in cases {
        assert_eq!(everything(body).unwrap_err(), *expected, "{body}");
    }
    let broken = Reader::new(b"{\"a\":\"\xff\"}").finish(()).unwrap_err();
    assert_eq!(broken.to_string(), "the body is not UTF-8 (byte 6 of the body)");
}

#[test]
fn the_first_error_stays_and_everything_after_it_is_nothing() {
    let mut reader = Reader::new(br#"{"a":1,"b":"c","d":[1,{"e":2}]}"#);
    reader.begin_object().unwrap();
    reader.key().unwrap();
    assert_eq!(reader.string(), None);
    assert_eq!(reader.key(), None);
    assert_eq!(reader.begin_object(), None);
    assert_eq!(reader.list(|r| r.i32()), None);
    assert_eq!(reader.map::<String, _>(|r| r.i32()), None);
    assert_eq!(reader.document(), None);
    assert_eq!(Choice::read(&mut reader), None);
    reader.skip();
    let error = reader.finish(()).unwrap_err();
    assert_eq!(error.to_string(), "expected a string, found a number at `a` (byte 5 of the body)");
    assert_eq!(error.offset(), Some(5));
}

#[test]
fn the_end_of_an_emitted_reader_that_ignores_a_null_body_is_an_error() {
    for body in ["null", "null,\"a\":1}"] {
        let mut reader = Reader::new(body.as_bytes());
        reader.begin_object();
        while reader.key().is_some() {
            reader.skip();
        }
        assert!(reader.finish(()).is_err(), "{body}");
    }
}

#[test]
fn timestamps_are_read_in_each_format() {
    let time = DateTime::from_secs_and_nanos(1_751_884_245, 123_000_000);
    type Read = fn(&mut Reader<'_>) -> Option<DateTime>;
    let cases: &[(&str, Read)] = &[
        ("1751884245.123", |r| r.epoch_seconds()),
        ("1.751884245123E9", |r| r.epoch_seconds()),
        (r#""2025-07-07T10:30:45.123Z""#, |r| r.date_time()),
        (r#""2025-07-07T12:30:45.123+02:00""#, |r| r.date_time()),
        (r#""2025-07-07T10:30:45\u002e123Z""#, |r| r.date_time()),
        (r#""Mon, 07 Jul 2025 10:30:45.123 GMT""#, |r| r.http_date()),
    ];
    for (body, read) in cases {
        assert_eq!(value(body, read), Ok(Some(time)), "{body}");
    }
    for body in [r#""2025-07-07""#, r#""ä""#, "1", r#""2025-13-07T10:30:45Z""#, r#""""#] {
        assert!(value(body, |r| r.date_time()).is_err(), "{body}");
        assert!(value(body, |r| r.http_date()).is_err(), "{body}");
    }
}

#[test]
fn numbers_are_read_to_the_ends_of_their_types() {
    assert_eq!(value("-128", |r| r.i8()), Ok(Some(i8::MIN)));
    assert!(value("128", |r| r.i8()).is_err());
    assert_eq!(value("32767", |r| r.i16()), Ok(Some(i16::MAX)));
    assert_eq!(value("2.0", |r| r.i32()), Ok(Some(2)));
    assert_eq!(value("-9223372036854775808", |r| r.i64()), Ok(Some(i64::MIN)));
    assert!(value("9223372036854775808", |r| r.i64()).is_err());
    assert_eq!(value("0.1", |r| r.f32()), Ok(Some(0.1)));
    assert!(value("1e39", |r| r.f32()).is_err());
    assert_eq!(value(r#""-Infinity""#, |r| r.f32()), Ok(Some(f32::NEG_INFINITY)));
    assert_eq!(value(r#""Infinity""#, |r| r.f64()), Ok(Some(f64::INFINITY)));
    assert_eq!(value("9007199254740993", |r| r.f64()), Ok(Some(9_007_199_254_740_992.0)));
    let digits = "-12345678901234567890123456789";
    assert_eq!(value(digits, |r| r.big_integer()), Ok(Some(digits.parse().unwrap())));
    assert!(value("1.5", |r| r.big_integer()).is_err());
    let decimal = "0.12345678901234567890123456789e-7";
    assert_eq!(value(decimal, |r| r.big_decimal()).unwrap().unwrap().as_ref(), decimal);
}

#[test]
fn big_numbers_in_strings_keep_all_digits() {
    let digits = "-12345678901234567890123456789";
    for body in [digits.to_owned(), format!("{digits:?}")] {
        assert_eq!(value(&body, |r| r.big_integer_text()), Ok(Some(digits.parse().unwrap())), "{body}");
    }
    let decimal = "0.12345678901234567890123456789e-7";
    for body in [decimal.to_owned(), format!("{decimal:?}")] {
        assert_eq!(value(&body, |r| r.big_decimal_text()).unwrap().unwrap().as_ref(), decimal, "{body}");
    }
    assert_eq!(value("null", |r| r.big_integer_text()), Ok(None));
    for text in ["", " 1", "1 ", "01", "+1", "1.", ".5", "1e", "NaN", "0x1"] {
        assert!(value(&format!("{text:?}"), |r| r.big_integer_text()).is_err(), "{text}");
        assert!(value(&format!("{text:?}"), |r| r.big_decimal_text()).is_err(), "{text}");
    }
    assert!(value(r#""1.5""#, |r| r.big_integer_text()).is_err());
    assert!(value("true", |r| r.big_decimal_text()).is_err());
}

#[test]
fn the_boxed_readers_read_what_the_plain_ones_do() {
    fn boxed_i32(r: &mut Reader<'_>) -> Option<Box<i32>> {
        r.i32().map(Box::new)
    }
    assert_eq!(value("[1,2]", |r| r.boxed_list(boxed_i32)), Ok(Some(vec![1, 2])));
    assert!(value("[1,null]", |r| r.boxed_list(boxed_i32)).is_err());
    assert_eq!(value("[1,null]", |r| r.boxed_sparse_list(boxed_i32)), Ok(Some(vec![Some(1), None])));
    let one = HashMap::from([("a".to_owned(), 1)]);
    assert_eq!(value(r#"{"a":1}"#, |r| r.boxed_map(boxed_i32)), Ok(Some(one)));
    assert!(value(r#"{"a":null}"#, |r| r.boxed_map::<String, _>(boxed_i32)).is_err());
    let none = HashMap::from([("a".to_owned(), None)]);
    assert_eq!(value(r#"{"a":null}"#, |r| r.boxed_sparse_map(boxed_i32)), Ok(Some(none)));
    let mut member = Some(7);
    Reader::new(b"8").unbox(&mut member, boxed_i32);
    assert_eq!(member, Some(8));
    assert_eq!(boxed(Some(Box::new("a")), str::len), Some(Box::new(1)));
}

#[test]
fn depth_is_bounded_and_skipping_needs_no_stack() {
    let nested = |depth: usize| format!("{}1{}", r#"{"a":["#.repeat(depth), "]}".repeat(depth));
    let skip = |r: &mut Reader<'_>| {
        r.skip();
        Some(())
    };
    assert_eq!(value(&nested(64), skip), Ok(Some(())));
    for depth in [65, 100_000] {
        assert!(value(&nested(depth), skip).unwrap_err().starts_with("nested more than 128 levels deep"));
    }
    // The bits of the levels survive a body that opens and closes many.
    let wide = format!("[{},[[[]]],{{}}]", nested(60));
    assert_eq!(value(&wide, skip), Ok(Some(())));
}

/// Bytes that mean something to a JSON reader, and some that do not.
const HOSTILE: &[u8] = b"{}[]\",:\\0-+.eEntfux \n\0\x1f\x7f\x80\xc3\xff";

#[test]
fn no_prefix_and_no_mutation_of_a_body_panics() {
    let read = |body: &[u8]| {
        let mut reader = Reader::new(body);
        let all = Everything::read(&mut reader);
        let _ = reader.finish(all);
        let mut reader = Reader::new(body);
        let document = reader.document();
        let document = reader.finish(document).ok().flatten();
        // Skipping accepts exactly what reading a document does, except for
        // numbers that no double holds.
        let mut reader = Reader::new(body);
        reader.skip();
        let skipped = reader.finish(());
        assert!(skipped.is_ok() || document.is_none());
    };
    let body = BODY.as_bytes();
    for end in 0..=body.len() {
        read(&body[..end]);
    }
    for at in 0..body.len() {
        let mut mutated = body.to_vec();
        for &byte in HOSTILE {
            mutated[at] = byte;
            read(&mutated);
        }
        let mut shorter = body.to_vec();
        shorter.remove(at);
        read(&shorter);
        let mut longer = body.to_vec();
        longer.insert(at, body[at]);
        read(&longer);
    }
}
