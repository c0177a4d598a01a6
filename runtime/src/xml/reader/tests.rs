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
        "encountered mixed variants in union U at `r.a.s` (byte 14 of the body)",
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
        "expected text, found an element at `r.a.b` (byte 10 of the body)",
    );
    check_error("<r><a>x", Reader::string, "the body ends inside of an element at `r.a` (byte 7 of the body)");
    check_error("<r><a>x</b></r>", Reader::string, "the element `a` is not ended at `r.a` (byte 11 of the body)");
    check_error("<r><a>&secret;</a></r>", Reader::string, "an unknown entity at `r.a` (byte 14 of the body)");
    check_error("", Reader::string, "expected an element (byte 0 of the body)");
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
