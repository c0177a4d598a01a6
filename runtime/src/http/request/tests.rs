//! The bytes that bound members become.

use super::*;
use crate::json;

fn built(build: impl Fn(&mut Request)) -> HttpRequest {
    let mut request = Request::new("GET");
    build(&mut request);
    request.empty().unwrap()
}

fn error(build: impl Fn(&mut Request)) -> String {
    let mut request = Request::new("GET");
    build(&mut request);
    request.empty().unwrap_err().to_string()
}

fn strings(values: &[&str]) -> Vec<String> {
    values.iter().map(|value| (*value).to_owned()).collect()
}

fn map<V: Clone>(entries: &[(&str, V)]) -> HashMap<String, V> {
    entries.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect()
}

type Build<'b> = &'b dyn Fn(&mut Request);

fn time() -> DateTime {
    DateTime::from_secs(1_751_884_245)
}

#[test]
fn labels_and_queries_are_encoded_like_the_official_ones() {
    // Each ASCII character, and one of two bytes.
    let all: String = (1..128_u8).map(char::from).chain(['ä']).collect();
    let unreserved = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    let encoded: String = all
        .bytes()
        .map(|byte| match byte {
            _ if unreserved(byte) => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect();
    let request = built(|r| {
        r.path("/a/");
        r.label("id", Some(&all));
        r.path("/");
        r.greedy_label("key", Some(&all));
        r.query(&all, Some(&all));
    });
    let greedy = encoded.replace("%2F", "/");
    assert_eq!(request.uri(), format!("/a/{encoded}/{greedy}?{encoded}={encoded}"));
    assert_eq!(request.method(), "GET");
}

#[test]
fn the_query_is_complete_and_never_overwritten() {
    let cases: &[(Build<'_>, &str)] = &[
        (&|_| {}, "/"),
        (&|r| r.query_literal("static"), "/?static"),
        (
            &|r| {
                r.query_literal("a=1&b");
                r.query("max", Some(crate::text::int(5)));
                r.query("none", None::<&str>);
                r.query("empty", Some(""));
            },
            "/?a=1&b&max=5&empty=",
        ),
        (&|r| r.query_list("id", Some(strings(&["x", "y z"]))), "/?id=x&id=y%20z"),
        (&|r| r.query_list("id", None::<&Vec<String>>), "/"),
        (&|r| r.query_timestamp("t", Some(&time()), Format::DateTime), "/?t=2025-07-07T10%3A30%3A45Z"),
        (
            &|r| r.query_timestamp_list("t", Some(&[time(), time()]), Format::EpochSeconds),
            "/?t=1751884245&t=1751884245",
        ),
        (&|r| r.query_params(Some(&map(&[("only", "v".to_owned())]))), "/?only=v"),
        (&|r| r.query_params(None), "/"),
        (
            &|r| {
                r.query_literal("lit=1");
                r.query("a b", Some("x"));
                r.query_params(Some(&map(&[("lit", "2".to_owned()), ("a b", "y".to_owned())])));
                r.query_params_list(Some(&map(&[("a b", strings(&["z"])), ("l", strings(&["1", "2"]))])));
            },
            "/?lit=1&a%20b=x&l=1&l=2",
        ),
    ];
    for (build, expected) in cases {
        let request = built(|r| {
            r.path("/");
            build(r);
        });
        assert_eq!(request.uri(), *expected);
    }
}

#[test]
fn headers_have_their_text() {
    let request = built(|r| {
        r.header("x-token", Some("abc"));
        r.header("x-empty", Some(""));
        r.header("x-none", None::<String>);
        r.header_timestamp("x-at", Some(&time()), Format::HttpDate);
        r.header_list("x-ids", Some(strings(&["a", "b,c", "d\"e", "", " f"])));
        r.header_list("x-no-ids", Some(strings(&[""])));
        r.header_timestamp_list("x-times", Some(&[time(), time()]), Format::HttpDate);
        r.prefix_headers("x-meta-", Some(&map(&[("Key", "v".to_owned()), ("empty", String::new())])));
        r.prefix_headers("x-", Some(&map(&[("token", "overwritten".to_owned())])));
    });
    let mut headers: Vec<_> = request.headers().iter().collect();
    headers.sort_unstable();
    assert_eq!(
        headers,
        [
            ("x-at", "Mon, 07 Jul 2025 10:30:45 GMT"),
            ("x-empty", ""),
            ("x-ids", r#"a, "b,c", "d\"e", " f""#),
            ("x-meta-empty", ""),
            ("x-meta-key", "v"),
            ("x-no-ids", ""),
            ("x-times", "Mon, 07 Jul 2025 10:30:45 GMT, Mon, 07 Jul 2025 10:30:45 GMT"),
            ("x-token", "abc"),
        ]
    );
}

#[test]
fn what_cannot_be_sent_is_the_first_error_and_is_not_quoted() {
    let late = DateTime::from_secs(i64::MAX);
    let cases: &[(Build<'_>, &str)] = &[
        (&|r| r.label("id", None::<&str>), "id was missing: cannot be empty or unset"),
        (&|r| r.greedy_label("id", Some("")), "id was missing: cannot be empty or unset"),
        (&|r| r.label_timestamp("id", None, Format::DateTime), "id was missing: cannot be empty or unset"),
        (&|r| r.label_timestamp("id", Some(&late), Format::DateTime), "failed to serialize input"),
        (
            &|r| {
                r.header("x-token", Some("sec\nret"));
                r.label("id", Some(""));
            },
            "invalid field in input: x-token (details: holds a character that a header cannot have)",
        ),
        (
            &|r| r.prefix_headers("x-meta-", Some(&map(&[("sec ret", "v".to_owned())]))),
            "invalid field in input: x-meta- (details: holds a character that a header cannot have)",
        ),
    ];
    for (build, expected) in cases {
        assert_eq!(error(build), *expected);
    }
}

struct Structure;

impl json::Write for Structure {
    fn write(&self, w: &mut json::Writer) {
        w.begin_object();
        w.int(r#","a":"#, Some(1));
        w.end_object();
    }
}

#[test]
fn bodies_have_their_type_and_length() {
    let blob = Blob::new("abc");
    let text = "abc".to_owned();
    let value = |value| json::Writer::of_value(value, |value: &String, w| w.put_string(value));
    let json = "application/json";
    type Finish<'f> = &'f dyn Fn(Request) -> Result<HttpRequest, BoxError>;
    let cases: &[(Finish<'_>, &str, Option<&str>)] = &[
        (&|r| r.empty(), "", None),
        (&|r| r.body(json::Writer::new()), "", Some(json)),
        (&|r| r.body(json::Writer::of_structure(Some(&Structure))), r#"{"a":1}"#, Some(json)),
        (&|r| r.body(json::Writer::of_structure(None::<&Structure>)), "{}", Some(json)),
        (&|r| r.payload(value(Some(&text))), r#""abc""#, Some(json)),
        (&|r| r.payload(value(None)), "", None),
        (&|r| r.blob(Some(blob.clone()), "a/b"), "abc", Some("a/b")),
        (&|r| r.blob(None, "a/b"), "", Some("a/b")),
        (&|r| r.text(Some("ä"), "text/plain"), "ä", Some("text/plain")),
        (&|r| r.text(None, "text/plain"), "", None),
        (&|r| r.stream(ByteStream::from_static(b"xyz"), "a/b"), "xyz", Some("a/b")),
    ];
    for (finish, body, content_type) in cases {
        let mut request = Request::new("POST");
        request.path("/");
        let request = finish(request).unwrap();
        assert_eq!(request.body().bytes(), Some(body.as_bytes()));
        assert_eq!(request.headers().get("content-type"), *content_type);
        let length = content_type.map(|_| body.len().to_string());
        assert_eq!(request.headers().get("content-length"), length.as_deref());
    }
}

#[test]
fn a_bound_content_type_wins() {
    let mut request = Request::new("POST");
    request.path("/");
    request.header("content-type", Some("image/png"));
    let request = request.blob(Some(Blob::new("p")), "application/octet-stream").unwrap();
    assert_eq!(request.headers().get("content-type"), Some("image/png"));
}
