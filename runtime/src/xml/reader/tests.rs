//! What the reader makes of bodies, right and wrong.

use super::*;

/// Reads one child called `a` of the root with `read`.
fn read<T>(body: &'static str, read: fn(&mut Reader<'static>) -> Option<T>) -> Result<Option<T>, String> {
    let mut r = Reader::new(body.as_bytes());
    r.begin_document();
    let mut value = None;
    while let Some(tag) = r.child() {
        match tag {
            "a" => value = read(&mut r),
            _ => r.skip(),
        }
    }
    r.finish(value).map_err(|error| error.to_string())
}

#[track_caller]
fn check<T: PartialEq + std::fmt::Debug>(body: &'static str, by: fn(&mut Reader<'static>) -> Option<T>, expected: T) {
    assert_eq!(read(body, by), Ok(Some(expected)), "{body}");
}

#[track_caller]
fn check_error(body: &'static str, by: fn(&mut Reader<'static>) -> Option<String>, expected: &str) {
    assert_eq!(read(body, by).err().as_deref(), Some(expected), "{body}");
}

#[test]
fn text() {
    check("<r><a>x</a></r>", Reader::string, "x".to_owned());
    check("<?xml version=\"1.0\"?>\n<!-- c --><r> <b>1</b> <a/> </r>", Reader::string, String::new());
    check("<r><a> x &lt;&#x41;&amp;<![CDATA[<y>]]>\r\n</a></r>", Reader::string, " x <A&<y>\n".to_owned());
    check("<n:r xmlns:n=\"u\"><n:a>x</n:a></n:r>", Reader::string, "x".to_owned());
    check("\u{feff}<r><a>x</a></r>", Reader::string, "x".to_owned());
}

#[test]
fn scalars() {
    check("<r><a> 7 </a></r>", Reader::i32, 7);
    check("<r><a>true</a></r>", Reader::boolean, true);
    check("<r><a>-Infinity</a></r>", Reader::f64, f64::NEG_INFINITY);
    check("<r><a>0.5</a></r>", Reader::f32, 0.5);
    check("<r><a>1970-01-01T00:00:01Z</a></r>", Reader::date_time, DateTime::from_secs(1));
    check("<r><a>1</a></r>", Reader::epoch_seconds, DateTime::from_secs(1));
    check("<r><a>YWI=</a></r>", Reader::blob, Blob::new("ab"));
    check(
        "<r><a>98765432109876543210</a></r>",
        |r| r.big_integer().map(|v| v.as_ref().to_owned()),
        "98765432109876543210".to_owned(),
    );
}

#[test]
fn lists_and_maps() {
    let list = |r: &mut Reader<'static>| r.list("m", Reader::string);
    check("<r><a><m>x</m><o>z</o><m/></a></r>", list, vec!["x".to_owned(), String::new()]);
    check("<r><a/></r>", list, vec![]);
    let map = |r: &mut Reader<'static>| r.map::<String, i32>(["e", "k", "v"], Reader::i32);
    check("<r><a><e><k>x</k><v>1</v></e></a></r>", map, HashMap::from([("x".to_owned(), 1)]));
}

#[test]
fn flattened_and_attributes() {
    let mut r = Reader::new(b"<r><i>1</i><m><k>x</k><v>2</v></m><i>3</i><s t:k=\"a&amp;b\" n='4'>c</s></r>");
    r.begin_document();
    let (mut list, mut map, mut attributes) = (None, None::<HashMap<String, i32>>, None);
    while let Some(tag) = r.child() {
        match tag {
            "i" => r.push(&mut list, Reader::i32),
            "m" => r.insert(&mut map, ["m", "k", "v"], Reader::i32),
            "s" => {
                attributes = Some((r.attribute("t:k", Reader::string), r.attribute("n", Reader::i32)));
                r.skip();
            }
            _ => r.skip(),
        }
    }
    r.finish(()).expect("the body is well formed");
    assert_eq!(list, Some(vec![1, 3]));
    assert_eq!(map, Some(HashMap::from([("x".to_owned(), 2)])));
    assert_eq!(attributes, Some((Some("a&b".to_owned()), Some(4))));
}

#[test]
fn unions() {
    let union = |r: &mut Reader<'static>| {
        r.union("U", |tag, r| match tag {
            "s" => r.string(),
            _ => r.unknown_member(tag).and_then(|unknown| unknown.tag().map(|tag| format!("?{tag}"))),
        })
    };
    check("<r><a><s>x</s></a></r>", union, "x".to_owned());
    check("<r><a><new><deep/></new></a></r>", union, "?new".to_owned());
    check_error("<r><a></a></r>", union, "the union U has no member at `r.a` (byte 10 of the body)");
    check_error(
        "<r><a><s/><s/></a></r>",
        union,
        "encountered mixed variants in union U at `r.a.*` (byte 14 of the body)",
    );
}

#[test]
fn errors_say_where_and_not_what() {
    let number = |r: &mut Reader<'static>| r.i32().map(|v| v.to_string());
    check_error(
        "<r><a>secret</a></r>",
        number,
        "expected an integer in the range of its type at `r.a` (byte 16 of the body)",
    );
    check_error(
        "<r><a><b/></a></r>",
        Reader::string,
        "expected text, found an element at `r.a.*` (byte 10 of the body)",
    );
    check_error("<r><a>x", Reader::string, "the body ends inside of an element at `r.a` (byte 7 of the body)");
    check_error("<r><a>x</b></r>", Reader::string, "an element is not ended at `r.a` (byte 11 of the body)");
    check_error("<r><a>&secret;</a></r>", Reader::string, "an unknown entity at `r.a` (byte 14 of the body)");
    check_error("", Reader::string, "the body is empty (byte 0 of the body)");
    check_error("text", Reader::string, "expected an element (byte 4 of the body)");
}

#[test]
fn the_document_can_be_read_as_a_child() {
    let mut r = Reader::new(b"<?xml version=\"1.0\"?>\n<place xmlns=\"x\">north</place>\n");
    assert_eq!(r.child(), Some("place"));
    assert_eq!(r.string().as_deref(), Some("north"));
    assert_eq!(r.child(), None);
    assert_eq!(r.finish(()).map_err(|error| error.to_string()), Ok(()));
}

#[test]
fn entities_of_a_document_type_are_not_expanded() {
    let body = "<!DOCTYPE r [<!ENTITY x \"yyyy\">]><r><a>&x;</a></r>";
    check_error(body, Reader::string, "an unknown entity at `r.a` (byte 42 of the body)");
}

#[test]
fn depth_is_bounded() {
    let body = "<a>".repeat(100_000);
    let mut r = Reader::new(body.as_bytes());
    while r.child().is_some() {}
    assert!(r.finish(()).is_err());
    let mut r = Reader::new(body.as_bytes());
    r.begin_document();
    r.skip();
    assert!(r.finish(()).is_err());
}

#[test]
fn hostile_bytes_are_errors() {
    for body in [
        "<",
        "<a",
        "<a b",
        "</a>",
        "<a b='",
        "<!",
        "<![CDATA[",
        "<!--",
        "<?",
        "&",
        "&#xFFFFFFFF;",
        "<a></a></a>",
        "\0",
        "<a:>",
        "<:a/>",
        "<r><a b=1></a></r>",
    ] {
        let _ = read(body, |r| r.attribute("b", Reader::string).or_else(|| r.string()));
    }
    assert!(Reader::new(b"\xff").finish(()).is_err());
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
    on: Option<DateTime>,
    until: Option<DateTime>,
    list: Option<Vec<Self>>,
    flat: Option<Vec<String>>,
    map: Option<HashMap<String, Vec<i16>>>,
    flat_map: Option<HashMap<String, Self>>,
    choice: Option<Choice>,
    attribute: Option<String>,
}

#[derive(Debug, PartialEq, Clone)]
enum Choice {
    Inner(Box<Everything>),
    Flat(Vec<i32>),
    Unknown(UnknownMember),
}

impl Everything {
    fn read(r: &mut Reader<'_>) -> Option<Self> {
        let mut all = Self { attribute: r.attribute("x:k", Reader::string), ..Self::default() };
        while let Some(tag) = r.child() {
            match tag {
                "text" => all.text = r.string(),
                "count" => all.count = r.i8(),
                "ratio" => all.ratio = r.f64(),
                "flag" => all.flag = r.boolean(),
                "blob" => all.blob = r.blob(),
                "big" => all.big = r.big_integer(),
                "decimal" => all.decimal = r.big_decimal(),
                "at" => all.at = r.epoch_seconds(),
                "on" => all.on = r.date_time(),
                "until" => all.until = r.http_date(),
                "list" => all.list = r.list("m", Self::read),
                "flat" => r.push(&mut all.flat, Reader::string),
                "map" => all.map = r.map(["e", "k", "v"], |r| r.list("m", Reader::i16)),
                "fm" => r.insert(&mut all.flat_map, ["fm", "k", "v"], Self::read),
                "choice" => all.choice = Choice::read(r),
                _ => r.skip(),
            }
        }
        Some(all)
    }
}

impl Choice {
    fn read(r: &mut Reader<'_>) -> Option<Self> {
        r.union("Choice", |tag, r| match tag {
            "inner" => Everything::read(r).map(Box::new).map(Self::Inner),
            "flat" => r.flat_list("flat", Reader::i32).map(Self::Flat),
            _ => r.unknown_member(tag).map(Self::Unknown),
        })
    }
}

fn everything(body: &[u8]) -> Result<Option<Everything>, DeserializeError> {
    let mut r = Reader::new(body);
    r.begin_document();
    let all = Everything::read(&mut r);
    r.finish(all)
}

const BODY: &str = concat!(
    "<?xml version='1.0'?><!DOCTYPE r><!-- c --><n:r xmlns:n=\"u\" x:k = '&lt;\u{e9}'>\n <text>a&#xe4;<![CDATA[<b>]]></text>",
    "<count>-7</count><ratio>1.5e3</ratio><flag>true</flag><blob>Zm9v</blob><big>-12345678901234567890</big>",
    "<decimal>1.50</decimal><at>1751884245.123</at><on>2025-07-07T12:30:45.5+02:00</on>",
    "<until>Mon, 07 Jul 2025 10:30:45 GMT</until><flat>x</flat><new a='>'><b/></new><flat/>",
    "<list><m x:k=''><text/></m><o/><m/></list><map><e><k>a</k><v><m>1</m></v></e></map>",
    "<fm><v><flag>false</flag></v><k>b</k></fm><choice><flat>1</flat><flat>2</flat></choice></n:r>"
);

#[test]
fn every_kind_of_member_is_read() {
    let all = everything(BODY.as_bytes()).expect("nothing is wrong with it").expect("it is there");
    let inner = |text: Option<&str>, attribute: Option<&str>| Everything {
        text: text.map(str::to_owned),
        attribute: attribute.map(str::to_owned),
        ..Everything::default()
    };
    let expected = Everything {
        text: Some("a\u{e4}<b>".into()),
        count: Some(-7),
        ratio: Some(1500.0),
        flag: Some(true),
        blob: Some(Blob::new("foo")),
        big: "-12345678901234567890".parse().ok(),
        decimal: "1.50".parse().ok(),
        at: Some(DateTime::from_secs_and_nanos(1_751_884_245, 123_000_000)),
        on: Some(DateTime::from_secs_and_nanos(1_751_884_245, 500_000_000)),
        until: Some(DateTime::from_secs(1_751_884_245)),
        list: Some(vec![inner(Some(""), Some("")), inner(None, None)]),
        flat: Some(vec!["x".into(), String::new()]),
        map: Some(HashMap::from([("a".into(), vec![1])])),
        flat_map: Some(HashMap::from([("b".into(), Everything { flag: Some(false), ..inner(None, None) })])),
        choice: Some(Choice::Flat(vec![1, 2])),
        attribute: Some("<\u{e9}".into()),
    };
    assert_eq!(all, expected);
}

#[test]
fn what_is_nested_too_deep_is_an_error_however_it_is_read() {
    for (open, close) in [
        ("<list><m>", "</m></list>"),
        ("<choice><inner>", "</inner></choice>"),
        ("<fm><k>a</k><v>", "</v></fm>"),
        ("<new>", "</new>"),
    ] {
        let body = |depth: usize| format!("<r>{}{}</r>", open.repeat(depth), close.repeat(depth));
        assert!(everything(body(60).as_bytes()).is_ok(), "{open}");
        let is_read = open != "<new>";
        assert_eq!(everything(body(10_000).as_bytes()).is_err(), is_read, "{open}");
        let unended = format!("<r>{}", open.repeat(10_000));
        assert!(everything(unended.as_bytes()).is_err(), "{open}");
    }
}

/// Bytes that mean something to an XML reader, and some that do not.
const HOSTILE: &[u8] = b"<>/&;!?[]-='\":#x \n\0\x7f\x80\xc3\xff";

#[test]
fn no_prefix_and_no_mutation_of_a_body_panics() {
    let body = BODY.as_bytes();
    for end in 0..body.len() {
        assert!(everything(&body[..end]).is_err(), "{end}");
    }
    for at in 0..body.len() {
        let mut mutated = body.to_vec();
        for &byte in HOSTILE {
            mutated[at] = byte;
            let _ = everything(&mutated);
        }
        let mut shorter = body.to_vec();
        shorter.remove(at);
        let _ = everything(&shorter);
        let mut longer = body.to_vec();
        longer.insert(at, body[at]);
        let _ = everything(&longer);
    }
}

#[test]
fn random_bytes_do_not_panic() {
    let mut random = fastrand::Rng::with_seed(7);
    for _ in 0..20_000 {
        // Bytes that mean something, more often than those that do not.
        let length = random.usize(..64);
        let noise =
            (0..length).map(|_| if random.bool() { *random.choice(HOSTILE).unwrap_or(&0) } else { random.u8(..) });
        let _ = everything(&noise.collect::<Vec<u8>>());
        // Pieces of a body in another order.
        let pieces = (0..random.usize(1..8)).map(|_| {
            let start = random.usize(..BODY.len());
            &BODY.as_bytes()[start..random.usize(start..BODY.len())]
        });
        let _ = everything(&pieces.collect::<Vec<_>>().concat());
    }
}

#[test]
fn the_root_element_has_a_name() {
    let cases = [
        ("<Root>a</Root>", None),
        ("<?xml version=\"1.0\"?>\n<!-- c --><n:Root xmlns:n=\"u\">a</n:Root>", None),
        (
            "<!DOCTYPE html><html><p>a</html>",
            Some("expected the root element `Root`, found `html` at `html` (byte 21 of the body)"),
        ),
        ("<root/>", Some("expected the root element `Root`, found `root` at `root` (byte 7 of the body)")),
        (
            "<Other><Root>a</Root></Other>",
            Some("expected the root element `Root`, found `Other` at `Other` (byte 7 of the body)"),
        ),
        ("", Some("expected the root element `Root`, found an empty body (byte 0 of the body)")),
        (" \n", Some("expected the root element `Root`, found an empty body (byte 2 of the body)")),
        ("bad gateway", Some("expected the root element `Root`, found no element (byte 11 of the body)")),
    ];
    for (body, expected) in cases {
        let mut reader = Reader::new(body.as_bytes());
        reader.begin_root("Root");
        let text = reader.string();
        let result = reader.finish(text).map_err(|error| error.to_string());
        match expected {
            None => assert_eq!(result, Ok(Some("a".to_owned())), "{body}"),
            Some(expected) => assert_eq!(result, Err(expected.to_owned()), "{body}"),
        }
    }
}

/// A tag that lost its end has what comes after it as its name.
#[test]
fn data_is_not_shown_as_the_name_of_an_element() {
    for body in ["<r><a><numberQ</number></a></r>", "<r><a><Q</number><b>", "<numberQ</number>"] {
        let error = read(body, Reader::string).expect_err(body);
        assert!(!error.contains('Q'), "{body}: {error}");
    }
}
