//! In: inputs. Out: method, path, query, headers and body of the requests.

use crate::{only, serve, Checked};
use serde_json::{json, Value};
use std::collections::HashMap;
use whitesmith_tests::loopback::Reply;
use wire::error::{DisplayErrorContext, SdkError};
use wire::primitives::{Blob, DateTime, Document};
use wire::types::{Choice, Color, Point};

/// 2024-02-29T12:30:45Z.
fn time() -> DateTime {
    DateTime::from_secs(1_709_209_845)
}

fn texts(entries: &[(&str, &str)]) -> HashMap<String, String> {
    entries.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

fn strings(values: &[&str]) -> Vec<String> {
    values.iter().map(|value| (*value).to_owned()).collect()
}

fn point(x: i32) -> Result<Point, wire::error::BuildError> {
    Point::builder().x(x).build()
}

#[tokio::test]
async fn labels_are_encoded_by_their_type() -> Checked {
    let (server, client) = serve(Reply::ok("")).await?;
    client
        .labels()
        .text("a/b c\u{E9}%")
        .number(-7)
        .flag(true)
        .ratio(0.5)
        .time(time())
        .epoch(time())
        .http(time())
        .color(Color::Green)
        .rest("x/y z/\u{1F980}")
        .send()
        .await?;
    let request = only(&server)?;
    assert_eq!(request.method, "GET");
    assert_eq!(
        request.target,
        "/labels/a%2Fb%20c%C3%A9%25/-7/true/0.5/2024-02-29T12%3A30%3A45Z/1709209845/\
         Thu%2C%2029%20Feb%202024%2012%3A30%3A45%20GMT/green/all/x/y%20z/%F0%9F%A6%80"
    );
    assert!(request.body.is_empty() && request.header("content-type").is_none());
    Ok(())
}

#[tokio::test]
async fn floats_that_are_no_numbers_have_names_in_labels() -> Checked {
    for (ratio, text) in [(f64::NAN, "NaN"), (f64::INFINITY, "Infinity"), (f64::NEG_INFINITY, "-Infinity")] {
        let (server, client) = serve(Reply::ok("")).await?;
        let call = client.labels().text("t").number(1).flag(false).ratio(ratio).time(time()).epoch(time()).http(time());
        call.color(Color::Red).rest("r").send().await?;
        assert_eq!(only(&server)?.path().split('/').nth(5), Some(text));
    }
    Ok(())
}

#[tokio::test]
async fn queries_are_encoded_by_their_type() -> Checked {
    let (server, client) = serve(Reply::ok("")).await?;
    client
        .queries()
        .text("a b&c=\u{E9}")
        .number(7)
        .flag(false)
        .ratio(f64::NEG_INFINITY)
        .time(time())
        .epoch(time())
        .http(time())
        .color(Color::Red)
        .level(2)
        .set_names(Some(strings(&["one", "two words", ""])))
        .set_integers(Some(vec![1, -2]))
        .times(time())
        .epochs(time())
        .colors(Color::Red)
        .colors(Color::from("purple"))
        .send()
        .await?;
    let request = only(&server)?;
    assert!(request.target.starts_with("/queries?fixed=a%20b&bare"), "{}", request.target);
    assert_eq!(
        request.query(),
        [
            "bare",
            "color=red",
            "colors=purple",
            "colors=red",
            "epoch=1709209845",
            "epochs=1709209845",
            "fixed=a%20b",
            "flag=false",
            "http=Thu%2C%2029%20Feb%202024%2012%3A30%3A45%20GMT",
            "integers=-2",
            "integers=1",
            "level=2",
            "name%20of%20list=",
            "name%20of%20list=one",
            "name%20of%20list=two%20words",
            "number=7",
            "ratio=-Infinity",
            "text=a%20b%26c%3D%C3%A9",
            "time=2024-02-29T12%3A30%3A45Z",
            "times=2024-02-29T12%3A30%3A45Z",
        ]
    );
    Ok(())
}

#[tokio::test]
async fn a_query_map_replaces_nothing_that_has_a_name() -> Checked {
    let (server, client) = serve(Reply::ok("")).await?;
    let more = texts(&[("text", "lost"), ("fixed", "lost"), ("new one", "kept")]);
    client.queries().text("own").set_more(Some(more)).send().await?;
    assert_eq!(only(&server)?.query(), ["bare", "fixed=a%20b", "new%20one=kept", "text=own"]);

    let (server, client) = serve(Reply::ok("")).await?;
    let more = HashMap::from([
        ("taken".to_owned(), strings(&["lost"])),
        ("twice".to_owned(), strings(&["1", "2"])),
        ("never".to_owned(), Vec::new()),
    ]);
    client.query_lists().taken("own").set_more(Some(more)).send().await?;
    assert_eq!(only(&server)?.query(), ["taken=own", "twice=1", "twice=2"]);
    Ok(())
}

#[tokio::test]
async fn headers_are_written_by_their_type() -> Checked {
    let (server, client) = serve(Reply::ok("{}")).await?;
    client
        .headers()
        .text("plain")
        .byte(-1)
        .short(2)
        .integer(3)
        .long(4)
        .float(0.5)
        .double(f64::NAN)
        .flag(true)
        .time(time())
        .epoch(time())
        .date_time(time())
        .color(Color::Red)
        .level(2)
        .json("{\"a\":\"\u{E9}\"}")
        .set_names(Some(strings(&["plain", "with, comma", "with \"quote\""])))
        .set_integers(Some(vec![1, 2]))
        .set_doubles(Some(vec![0.5, f64::INFINITY]))
        .set_booleans(Some(vec![true, false]))
        .set_times(Some(vec![time(), time()]))
        .set_date_times(Some(vec![time(), time()]))
        .set_colors(Some(vec![Color::Red, Color::Green]))
        .send()
        .await?;
    let request = only(&server)?;
    let date = "Thu, 29 Feb 2024 12:30:45 GMT";
    for (name, value) in [
        ("x-text", "plain"),
        ("x-byte", "-1"),
        ("x-short", "2"),
        ("x-integer", "3"),
        ("x-long", "4"),
        ("x-float", "0.5"),
        ("x-double", "NaN"),
        ("x-flag", "true"),
        ("x-time", date),
        ("x-epoch", "1709209845"),
        ("x-date-time", "2024-02-29T12:30:45Z"),
        ("x-color", "red"),
        ("x-level", "2"),
        ("x-json", "eyJhIjoiw6kifQ=="),
        ("x-names", r#"plain, "with, comma", "with \"quote\"""#),
        ("x-integers", "1, 2"),
        ("x-doubles", "0.5, Infinity"),
        ("x-booleans", "true, false"),
        ("x-times", "Thu, 29 Feb 2024 12:30:45 GMT, Thu, 29 Feb 2024 12:30:45 GMT"),
        ("x-date-times", "2024-02-29T12:30:45Z, 2024-02-29T12:30:45Z"),
        ("x-colors", "red, green"),
    ] {
        assert_eq!(request.header(name), Some(value), "{name}");
    }
    assert!(request.body.is_empty());
    Ok(())
}

#[tokio::test]
async fn empty_headers_are_sent_and_those_that_are_not_set_are_not() -> Checked {
    let (server, client) = serve(Reply::ok("{}")).await?;
    client.headers().text("").set_names(Some(Vec::new())).send().await?;
    let request = only(&server)?;
    assert_eq!((request.header("x-text"), request.header("x-names")), (Some(""), Some("")));
    assert!(request.headers.iter().all(|(name, _)| name != "x-times"), "{:?}", request.headers);
    Ok(())
}

#[tokio::test]
async fn a_header_that_cannot_be_sent_is_an_error_without_its_value() -> Checked {
    let (server, client) = serve(Reply::ok("{}")).await?;
    let error = client.headers().text("secret\nX-Evil: 1").send().await.err().ok_or("it was sent")?;
    assert!(matches!(error, SdkError::ConstructionFailure(_)), "{error:?}");
    let shown = format!("{} {error:?}", DisplayErrorContext(&error));
    assert!(shown.to_lowercase().contains("x-text") && !shown.contains("secret"), "{shown}");
    assert!(server.requests().is_empty());
    Ok(())
}

#[tokio::test]
async fn prefix_headers_are_one_header_an_entry() -> Checked {
    let (server, client) = serve(Reply::ok("{}")).await?;
    client.prefix_headers().fixed("f").meta_value("One", "1").meta_value("two", "2").send().await?;
    let request = only(&server)?;
    let found = ["x-fixed", "x-meta-one", "x-meta-two"].map(|name| request.header(name));
    assert_eq!(found, [Some("f"), Some("1"), Some("2")]);
    Ok(())
}

#[tokio::test]
async fn a_payload_is_the_whole_body_with_its_content_type() -> Checked {
    let (server, client) = serve(Reply::ok("")).await?;
    client.payload_blob().value(Blob::new(b"\x00\xff")).send().await?;
    client.payload_media().value(Blob::new("png")).send().await?;
    client.payload_media().value(Blob::new("gif")).content_type("image/gif").send().await?;
    client.payload_text().value("h\u{E9}").send().await?;
    client.payload_enum().value(Color::Green).send().await?;
    client.payload_structure().value(point(1)?).send().await?;
    client.payload_union().value(Choice::Text("t".to_owned())).send().await?;
    client.payload_document().value(Document::Array(vec![Document::Null, Document::from("d")])).send().await?;
    let sent: Vec<(Option<String>, Vec<u8>)> = server
        .requests()
        .into_iter()
        .map(|request| (request.header("content-type").map(str::to_owned), request.body))
        .collect();
    let expected: [(&str, &[u8]); 8] = [
        ("application/octet-stream", b"\x00\xff"),
        ("image/png", b"png"),
        ("image/gif", b"gif"),
        ("text/plain", "h\u{E9}".as_bytes()),
        ("text/plain", b"green"),
        ("application/json", br#"{"x":1,"why":7}"#),
        ("application/json", br#"{"text":"t"}"#),
        ("application/json", br#"[null,"d"]"#),
    ];
    assert_eq!(sent, expected.map(|(name, body)| (Some(name.to_owned()), body.to_vec())));
    Ok(())
}

#[tokio::test]
async fn a_payload_that_is_not_set_leaves_the_body_empty() -> Checked {
    let (server, client) = serve(Reply::ok("")).await?;
    client.payload_blob().send().await?;
    client.payload_text().send().await?;
    client.payload_enum().send().await?;
    client.payload_union().send().await?;
    client.payload_document().send().await?;
    // A blob is said to be of its type all the same, as by the official crates.
    let types = [Some("application/octet-stream"), None, None, None, None];
    let requests = server.requests();
    assert_eq!(requests.len(), types.len());
    for (request, ty) in requests.iter().zip(types) {
        assert_eq!((request.body.as_slice(), request.header("content-type")), (&b""[..], ty), "{}", request.target);
    }
    // A structure that is not set is the empty object (restJson1, section "Payloads").
    let (server, client) = serve(Reply::ok("")).await?;
    client.payload_structure().text("t").send().await?;
    let request = only(&server)?;
    assert_eq!((request.body.as_slice(), request.header("content-type")), (&b"{}"[..], Some("application/json")));
    Ok(())
}

#[tokio::test]
async fn members_without_a_place_of_their_own_are_the_body() -> Checked {
    let (server, client) = serve(Reply::ok("{}")).await?;
    client
        .body()
        .text("t \"\u{1F980}\" \u{1}")
        .flag(false)
        .byte(-1)
        .short(2)
        .integer(3)
        .long(i64::MAX)
        .float(0.5)
        .double(f64::INFINITY)
        .big_integer("123456789012345678901234567890".parse()?)
        .blob(Blob::new("hello"))
        .time(DateTime::from_secs_and_nanos(1, 500_000_000))
        .epoch(time())
        .date_time(time())
        .http(time())
        .color(Color::from("purple"))
        .level(9)
        .document(Document::Object(HashMap::from([("k".to_owned(), Document::Bool(true))])))
        .point(Point::builder().x(1).y(2).label("l").build()?)
        .choice(Choice::Inner(Box::new(Choice::Nothing)))
        .names("n")
        .set_sparse_names(Some(vec![None, Some("s".to_owned())]))
        .set_points(Some(Vec::new()))
        .matrix(vec![1, 2])
        .matrix(Vec::new())
        .colors(Color::Red)
        .date_times(time())
        .texts("k", "v")
        .set_sparse_texts(Some(HashMap::from([("null".to_owned(), None)])))
        .points_by_color(Color::Green, point(3)?)
        .renamed("r")
        .send()
        .await?;
    let request = only(&server)?;
    assert_eq!(request.header("content-type"), Some("application/json"));
    assert_eq!(request.header("content-length"), Some(request.body.len().to_string().as_str()));
    let text = String::from_utf8(request.body)?;
    // Too big for what reads it below.
    let text = text.replace("123456789012345678901234567890", "\"big\"");
    assert_eq!(
        serde_json::from_str::<Value>(&text)?,
        json!({
            "text": "t \"\u{1F980}\" \u{1}", "flag": false, "byte": -1, "short": 2, "integer": 3, "long": i64::MAX,
            "float": 0.5, "double": "Infinity", "bigInteger": "big", "blob": "aGVsbG8=", "time": 1.5,
            "epoch": 1_709_209_845, "dateTime": "2024-02-29T12:30:45Z", "http": "Thu, 29 Feb 2024 12:30:45 GMT",
            "color": "purple", "level": 9, "document": {"k": true}, "point": {"x": 1, "why": 2, "label": "l"},
            "choice": {"inner": {"nothing": {}}}, "names": ["n"], "sparseNames": [null, "s"], "points": [],
            "matrix": [[1, 2], []], "colors": ["red"], "dateTimes": ["2024-02-29T12:30:45Z"], "texts": {"k": "v"},
            "sparseTexts": {"null": null}, "pointsByColor": {"green": {"x": 3, "why": 7}}, "other name": "r",
        })
    );
    Ok(())
}

#[tokio::test]
async fn a_body_without_members_is_an_object_or_nothing() -> Checked {
    let (server, client) = serve(Reply::ok("{}")).await?;
    client.body().send().await?;
    client.header_only().text("t").send().await?;
    client.nothing().send().await?;
    let sent: Vec<_> = server
        .requests()
        .into_iter()
        .map(|request| {
            (request.header("content-type").map(str::to_owned), String::from_utf8_lossy(&request.body).into_owned())
        })
        .collect();
    let json = (Some("application/json".to_owned()), "{}".to_owned());
    assert_eq!(sent, [json, (None, String::new()), (None, String::new())]);
    Ok(())
}

#[tokio::test]
async fn a_token_is_made_unless_it_is_given() -> Checked {
    let (server, client) = serve(Reply::ok("{}")).await?;
    client.token().send().await?;
    client.token().send().await?;
    client.token().token("mine").send().await?;
    let tokens: Vec<String> = server
        .requests()
        .iter()
        .filter_map(|request| serde_json::from_slice::<Value>(&request.body).ok()?["token"].as_str().map(str::to_owned))
        .collect();
    let [first, second, given] = <[String; 3]>::try_from(tokens).map_err(|tokens| format!("{tokens:?}"))?;
    assert_eq!((first.len(), given.as_str()), (36, "mine"));
    assert_ne!(first, second);
    Ok(())
}

#[tokio::test]
async fn what_is_required_is_asked_for_at_once() -> Checked {
    let (server, client) = serve(Reply::ok("{}")).await?;
    let error = client.required().label("").text("").send().await.err().ok_or("it was sent")?;
    assert!(matches!(error, SdkError::ConstructionFailure(_)), "{error:?}");
    let shown = DisplayErrorContext(&error).to_string();
    let lacks = "the input of Required lacks `query`, `header`, `point`, and `label` is empty";
    assert!(shown.contains(lacks) && !shown.contains("relaxed") && !shown.contains("free"), "{shown}");
    assert!(server.requests().is_empty());
    Ok(())
}

#[tokio::test]
async fn what_is_required_and_has_a_default_is_sent() -> Checked {
    let (server, client) = serve(Reply::ok("{}")).await?;
    client.required().label("l").query("q").header("h").text("t").point(point(1)?).send().await?;
    let request = only(&server)?;
    assert_eq!(request.target, "/required/l?query=q&count=1");
    let body: Value = serde_json::from_slice(&request.body)?;
    assert_eq!((&body["kind"], body.get("relaxed")), (&json!("plain"), None));
    let (server, client) = serve(Reply::ok("{}")).await?;
    let call = client.required().label("l").query("q").header("h").text("t").point(point(1)?);
    call.kind("rare").count(2).send().await?;
    let request = only(&server)?;
    let body: Value = serde_json::from_slice(&request.body)?;
    assert_eq!((request.target.as_str(), &body["kind"]), ("/required/l?query=q&count=2", &json!("rare")));
    Ok(())
}

#[tokio::test]
async fn an_unknown_union_member_cannot_be_sent() -> Checked {
    let (_server, client) = serve(Reply::ok(r#"{"choice":{"teleport":1}}"#)).await?;
    let choice = client.body().send().await?.choice.ok_or("there is no choice")?;
    assert_eq!(choice.unknown_tag(), Some("teleport"));
    let error = client.body().choice(choice).send().await.err().ok_or("it was sent")?;
    assert!(matches!(error, SdkError::ConstructionFailure(_)), "{error:?}");
    Ok(())
}
