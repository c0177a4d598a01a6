//! In: answers. Out: what the client makes of them.

use crate::{serve, Checked};
use std::collections::HashMap;
use whitesmith_tests::loopback::Reply;
use wire::operation::body::BodyOutput;
use wire::operation::RequestId;
use wire::primitives::{Blob, DateTime, Document};
use wire::types::{Choice, Color, Needy, Point};

/// 2024-02-29T12:30:45Z.
fn time() -> DateTime {
    DateTime::from_secs(1_709_209_845)
}
const DATE: &str = "Thu, 29 Feb 2024 12:30:45 GMT";

async fn body(text: &str) -> Result<BodyOutput, Box<dyn std::error::Error>> {
    let (_server, client) = serve(Reply::ok(text)).await?;
    Ok(client.body().send().await?)
}

#[tokio::test]
async fn headers_are_read_by_their_type() -> Checked {
    let reply = Reply::ok("{}")
        .header("x-text", " plain ")
        .header("x-byte", "-1")
        .header("x-short", "2")
        .header("x-integer", "3")
        .header("x-long", "4")
        .header("x-float", "0.5")
        .header("x-double", "-Infinity")
        .header("x-flag", "true")
        .header("x-time", DATE)
        .header("x-epoch", "1709209845")
        .header("x-date-time", "2024-02-29T12:30:45Z")
        .header("x-color", "purple")
        .header("x-level", "2")
        .header("x-json", "eyJhIjoiw6kifQ==")
        .header("x-names", r#"plain, "with, comma", "with \"quote\"""#)
        .header("x-names", "second line")
        .header("x-integers", "1,2")
        .header("x-doubles", "0.5, Infinity")
        .header("x-booleans", "true, false")
        .header("x-times", &format!("{DATE}, {DATE}"))
        .header("x-date-times", "2024-02-29T12:30:45Z, 2024-02-29T12:30:45Z")
        .header("x-colors", "red, green");
    let (_server, client) = serve(reply).await?;
    let output = client.headers().send().await?;
    assert_eq!(output.text(), Some("plain"));
    assert_eq!((output.byte(), output.short(), output.integer(), output.long()), (Some(-1), Some(2), Some(3), Some(4)));
    assert_eq!((output.float(), output.double()), (Some(0.5), Some(f64::NEG_INFINITY)));
    assert_eq!(output.flag(), Some(true));
    assert_eq!([output.time(), output.epoch(), output.date_time()], [Some(&time()); 3]);
    assert_eq!(output.color().map(Color::as_str), Some("purple"));
    assert_eq!(output.level(), Some(2));
    assert_eq!(output.json(), Some("{\"a\":\"\u{E9}\"}"));
    assert_eq!(output.names(), ["plain", "with, comma", "with \"quote\"", "second line"]);
    assert_eq!(output.integers(), [1, 2]);
    assert_eq!(output.doubles(), [0.5, f64::INFINITY]);
    assert_eq!(output.booleans(), [true, false]);
    assert_eq!(output.times(), [time(), time()]);
    assert_eq!(output.date_times(), [time(), time()]);
    assert_eq!(output.colors(), [Color::Red, Color::Green]);
    Ok(())
}

#[tokio::test]
async fn absent_headers_are_no_members() -> Checked {
    let (_server, client) = serve(Reply::ok("{}")).await?;
    let output = client.headers().send().await?;
    assert_eq!((output.text(), output.integer(), output.names()), (None, None, &[][..]));
    Ok(())
}

#[tokio::test]
async fn empty_headers_are_empty_text() -> Checked {
    let names = ["x-text", "x-color", "x-json", "x-integer", "x-flag", "x-time", "x-names", "x-times"];
    let reply = names.iter().fold(Reply::ok("{}"), |reply, name| reply.header(name, ""));
    let (_server, client) = serve(reply).await?;
    let output = client.headers().send().await?;
    assert_eq!((output.text(), output.json()), (Some(""), Some("")));
    assert_eq!(output.color().map(Color::as_str), Some(""));
    assert_eq!((output.integer(), output.flag(), output.time()), (None, None, None));
    assert_eq!((output.names.as_ref(), output.times.as_ref()), (None, None));
    Ok(())
}

#[tokio::test]
async fn a_header_of_another_form_is_an_error_without_its_value() -> Checked {
    for (name, value) in [
        ("x-integer", "secret"),
        ("x-byte", "300"),
        ("x-flag", "secret"),
        ("x-time", "secret"),
        ("x-json", "secret!"),
        ("x-integers", "1, secret"),
        ("x-names", "\"secret"),
    ] {
        let (_server, client) = serve(Reply::ok("{}").header(name, value)).await?;
        let error = client.headers().send().await.err().ok_or("it was read")?;
        let shown = format!("{}", wire::error::DisplayErrorContext(&error));
        assert!(shown.to_lowercase().contains(name), "{name}: {shown}");
        let said: Vec<_> = std::iter::successors(Some(&error as &dyn std::error::Error), |error| error.source())
            .map(ToString::to_string)
            .collect();
        assert!(!said.concat().contains("secret"), "{name}: {said:?}");
        assert_eq!(error.raw_response().map(|response| response.status().as_u16()), Some(200), "{name}");
    }
    Ok(())
}

#[tokio::test]
async fn prefix_headers_are_a_map_by_the_rest_of_the_name() -> Checked {
    let reply = Reply::ok("{}").header("X-Meta-One", "1").header("x-meta-two", "2").header("x-fixed", "f");
    let (_server, client) = serve(reply).await?;
    let output = client.prefix_headers().send().await?;
    let meta = HashMap::from([("one".to_owned(), "1".to_owned()), ("two".to_owned(), "2".to_owned())]);
    assert_eq!((output.fixed(), output.meta_value()), (Some("f"), Some(&meta)));
    Ok(())
}

#[tokio::test]
async fn the_status_is_a_member() -> Checked {
    for status in [200, 202, 299] {
        let (_server, client) = serve(Reply::status(status, r#"{"text":"t"}"#).header("x-text", "h")).await?;
        let output = client.status().send().await?;
        assert_eq!((output.status(), output.text(), output.header()), (Some(status.into()), Some("t"), Some("h")));
    }
    Ok(())
}

#[tokio::test]
async fn a_payload_is_read_from_the_whole_body() -> Checked {
    let (_server, client) = serve(Reply::ok(b"\x00\xff")).await?;
    assert_eq!(client.payload_blob().send().await?.value, Some(Blob::new(b"\x00\xff")));
    let (_server, client) = serve(Reply::ok("gif").header("content-type", "image/gif")).await?;
    let output = client.payload_media().send().await?;
    assert_eq!((output.value(), output.content_type()), (Some(&Blob::new("gif")), Some("image/gif")));
    let (_server, client) = serve(Reply::ok("h\u{E9}")).await?;
    assert_eq!(client.payload_text().send().await?.value(), Some("h\u{E9}"));
    let (_server, client) = serve(Reply::ok("purple")).await?;
    assert_eq!(client.payload_enum().send().await?.value().map(Color::as_str), Some("purple"));
    let (_server, client) = serve(Reply::ok(r#"{"x":1}"#).header("x-text", "h")).await?;
    let output = client.payload_structure().send().await?;
    assert_eq!((output.value().map(|point| (point.x, point.y)), output.text()), (Some((1, 7)), Some("h")));
    let (_server, client) = serve(Reply::ok(r#"{"number":1}"#)).await?;
    assert_eq!(client.payload_union().send().await?.value, Some(Choice::Number(1)));
    let (_server, client) = serve(Reply::ok(r#"[null,"d"]"#)).await?;
    let document = Document::Array(vec![Document::Null, Document::from("d")]);
    assert_eq!(client.payload_document().send().await?.value, Some(document));
    Ok(())
}

#[tokio::test]
async fn an_empty_body_is_no_payload() -> Checked {
    let (_server, client) = serve(Reply::ok("")).await?;
    assert_eq!(client.payload_blob().send().await?.value, None);
    assert_eq!(client.payload_text().send().await?.value, None);
    assert_eq!(client.payload_enum().send().await?.value, None);
    assert_eq!(client.payload_structure().send().await?.value, None);
    assert_eq!(client.payload_union().send().await?.value, None);
    assert_eq!(client.payload_document().send().await?.value, None);
    // Nor is it an error where all members are optional.
    assert_eq!(client.body().send().await?.text, None);
    Ok(())
}

#[tokio::test]
async fn every_type_is_read_from_the_body() -> Checked {
    let output = body(
        r#"{"text":"t \"\ud83e\udd80\" \u0001","flag":false,"byte":-1,"short":2,"integer":3,"long":9223372036854775807,
            "float":0.5,"double":"Infinity","bigInteger":123456789012345678901234567890,"bigDecimal":1.5,
            "blob":"aGVsbG8=","time":1.5,"epoch":1709209845,"dateTime":"2024-02-29T12:30:45Z",
            "http":"Thu, 29 Feb 2024 12:30:45 GMT","color":"purple","level":9,"document":{"k":[true,null]},
            "point":{"x":1,"why":2,"label":"l","unknown":[{}]},"choice":{"inner":{"nothing":{}}},"names":["n"],
            "sparseNames":[null,"s"],"points":[{"x":1}],"matrix":[[1,2],[]],"colors":["red"],
            "dateTimes":["2024-02-29T12:30:45.5Z"],"texts":{"k":"v"},"sparseTexts":{"null":null},
            "pointsByColor":{"green":{"x":3}},"other name":"r","not modelled":{"deep":[1,{"a":"}"}]}}"#,
    )
    .await?;
    assert_eq!(output.text(), Some("t \"\u{1F980}\" \u{1}"));
    assert_eq!((output.byte, output.short, output.integer, output.long), (Some(-1), Some(2), Some(3), Some(i64::MAX)));
    assert_eq!((output.flag, output.float, output.double), (Some(false), Some(0.5), Some(f64::INFINITY)));
    let big = output.big_integer().map(|value| AsRef::<str>::as_ref(value).to_owned());
    assert_eq!(big.as_deref(), Some("123456789012345678901234567890"));
    assert_eq!(output.big_decimal().map(|value| AsRef::<str>::as_ref(value).to_owned()).as_deref(), Some("1.5"));
    assert_eq!(output.blob(), Some(&Blob::new("hello")));
    assert_eq!(output.time(), Some(&DateTime::from_secs_and_nanos(1, 500_000_000)));
    assert_eq!([output.epoch(), output.date_time(), output.http()], [Some(&time()); 3]);
    assert_eq!((output.color().map(Color::as_str), output.level), (Some("purple"), Some(9)));
    let inside = Document::Array(vec![Document::Bool(true), Document::Null]);
    assert_eq!(output.document(), Some(&Document::Object(HashMap::from([("k".to_owned(), inside)]))));
    assert_eq!(output.point(), Some(&Point::builder().x(1).y(2).label("l").build()?));
    assert_eq!(output.choice(), Some(&Choice::Inner(Box::new(Choice::Nothing))));
    assert_eq!((output.names(), output.matrix()), (&["n".to_owned()][..], &[vec![1, 2], Vec::new()][..]));
    assert_eq!(output.sparse_names(), [None, Some("s".to_owned())]);
    assert_eq!(output.points().iter().map(Point::y).collect::<Vec<_>>(), [7]);
    assert_eq!(output.colors(), [Color::Red]);
    assert_eq!(output.date_times().iter().map(DateTime::subsec_nanos).collect::<Vec<_>>(), [500_000_000]);
    assert_eq!(output.texts().and_then(|texts| texts.get("k")).map(String::as_str), Some("v"));
    assert_eq!(output.sparse_texts().and_then(|texts| texts.get("null")), Some(&None));
    assert_eq!(output.points_by_color().and_then(|points| points.get(&Color::Green)).map(Point::x), Some(3));
    assert_eq!(output.renamed(), Some("r"));
    Ok(())
}

#[tokio::test]
async fn null_is_a_member_that_is_not_set() -> Checked {
    let output = body(
        r#"{"text":null,"integer":null,"point":null,"names":null,"texts":null,"time":null,"color":null,
            "choice":{"__type":"x","text":null,"number":1},"document":null}"#,
    )
    .await?;
    assert_eq!((output.text(), output.integer, output.point(), output.names()), (None, None, None, &[][..]));
    assert_eq!((output.texts(), output.time(), output.color()), (None, None, None));
    assert_eq!(output.choice(), Some(&Choice::Number(1)));
    Ok(())
}

#[tokio::test]
async fn a_member_that_comes_twice_is_the_last_one() -> Checked {
    assert_eq!(body(r#"{"text":"1","text":"2"}"#).await?.text(), Some("2"));
    Ok(())
}

#[tokio::test]
async fn null_in_a_dense_list_or_map_is_an_error() -> Checked {
    for text in [r#"{"names":["n",null]}"#, r#"{"texts":{"k":null}}"#] {
        assert!(body(text).await.is_err(), "{text}");
    }
    Ok(())
}

#[tokio::test]
async fn what_the_service_must_send_is_corrected() -> Checked {
    let (_server, client) = serve(Reply::ok(r#"{"value":{}}"#)).await?;
    let value: Needy = client.corrected().send().await?.value.ok_or("there is no value")?;
    assert_eq!((value.text(), value.number(), value.flag()), ("", 0, false));
    assert_eq!((value.blob(), value.time()), (&Blob::new(""), &DateTime::from_secs(0)));
    assert!(value.names().is_empty() && value.texts().is_empty());
    assert!(Color::try_parse(value.color().as_str()).is_err(), "{}", value.color());
    // Not one of the members, and it never had a name.
    let choice = value.choice().ok_or("a union is corrected to the unknown one")?;
    assert!(choice.is_unknown() && choice.unknown_tag().is_none());
    assert_eq!(value.point().map(|point| (point.x, point.y)), Some((0, 7)));
    assert_eq!((value.count(), value.name()), (3, "unnamed"));
    assert_eq!(value.document(), &Document::Null);
    Ok(())
}

#[tokio::test]
async fn the_request_id_is_kept() -> Checked {
    let (_server, client) = serve(Reply::ok("{}").header("x-amzn-requestid", "id-1")).await?;
    assert_eq!(client.body().send().await?.request_id(), Some("id-1"));
    Ok(())
}

#[tokio::test]
async fn pages_follow_a_nested_token() -> Checked {
    // The server gives the same token each time: a paginator that trusted it would not end.
    let (server, client) = serve(Reply::ok(r#"{"page":{"items":[{"x":1},{"x":2}],"next":"more"}}"#)).await?;
    let mut items = client.pages().into_paginator().page_size(2).items().send();
    let mut seen = Vec::new();
    while let Some(item) = items.next().await {
        match item {
            Ok(point) => seen.push(point.x),
            Err(error) => {
                let shown = wire::error::DisplayErrorContext(&error).to_string();
                assert!(shown.contains("token"), "{shown}");
            }
        }
    }
    let queries: Vec<String> = server.requests().iter().map(|request| request.query().join("&")).collect();
    assert_eq!(queries, ["size=2", "size=2&token=more"]);
    assert_eq!(seen, [1, 2, 1, 2]);
    Ok(())
}
