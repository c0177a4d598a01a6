//! In: answers that are errors, or that are broken. Out: errors that can be told apart,
//! keep what arrived, and are never a panic.

use crate::{serve, Checked};
use whitesmith_tests::loopback::Reply;
use wire::error::{DisplayErrorContext, ProvideErrorMetadata, SdkError};
use wire::operation::fail::FailError;
use wire::operation::RequestId;

async fn fail(reply: Reply) -> Result<SdkError<FailError>, Box<dyn std::error::Error>> {
    let (_server, client) = serve(reply).await?;
    Ok(client.fail().send().await.err().ok_or("it succeeded")?)
}

#[tokio::test]
async fn the_code_comes_from_the_header_or_the_body() -> Checked {
    let replies = [
        Reply::status(418, "{}").header("x-amzn-errortype", "Broken"),
        Reply::status(418, "{}").header("x-amzn-errortype", "aws.wire#Broken:http://example.com/"),
        Reply::status(418, r#"{"code":"Broken"}"#),
        Reply::status(418, r#"{"__type":"aws.wire#Broken"}"#),
        Reply::status(500, r#"{"__type":"Broken","code":null}"#),
        Reply::status(418, r#"{"code":"Gone"}"#).header("x-amzn-errortype", "Broken"),
    ];
    for reply in replies {
        let shown = format!("{reply:?}");
        let error = fail(reply).await?;
        assert_eq!(error.code(), Some("Broken"), "{shown}");
        assert!(error.as_service_error().is_some_and(FailError::is_broken), "{shown}");
    }
    Ok(())
}

#[tokio::test]
async fn an_error_has_members_in_headers_and_body() -> Checked {
    let reply = Reply::status(418, r#"{"message":"told","point":{"x":1}}"#)
        .header("x-amzn-errortype", "Broken")
        .header("x-amzn-requestid", "id-1")
        .header("x-retry-in", "5")
        .header("x-hint-a", "1");
    let error = fail(reply).await?;
    assert_eq!((error.message(), error.request_id()), (Some("told"), Some("id-1")));
    let FailError::Broken(broken) = error.into_service_error() else { return Err("not Broken".into()) };
    assert_eq!(
        (broken.message(), broken.retry_in(), broken.point().map(|point| point.x)),
        (Some("told"), Some(5), Some(1))
    );
    assert_eq!(broken.hints().and_then(|hints| hints.get("a")).map(String::as_str), Some("1"));
    assert_eq!(broken.to_string(), "Broken: told");
    Ok(())
}

#[tokio::test]
async fn the_message_is_found_under_each_of_its_names() -> Checked {
    for name in ["message", "Message", "errorMessage"] {
        let body = format!(r#"{{"code":"Gone","{name}":"told"}}"#);
        let error = fail(Reply::status(410, body)).await?;
        assert_eq!(error.message(), Some("told"), "{name}");
        assert!(error.as_service_error().is_some_and(FailError::is_gone), "{name}");
    }
    Ok(())
}

#[tokio::test]
async fn a_required_message_is_corrected() -> Checked {
    let FailError::Busy(busy) = fail(Reply::status(503, r#"{"code":"Busy"}"#)).await?.into_service_error() else {
        return Err("not Busy".into());
    };
    assert_eq!(busy.message(), "");
    Ok(())
}

#[tokio::test]
async fn an_error_that_the_model_does_not_know_keeps_its_code() -> Checked {
    let reply = Reply::status(409, r#"{"message":"told"}"#).header("x-amzn-errortype", "Novelty");
    let error = fail(reply).await?;
    assert_eq!((error.code(), error.message()), (Some("Novelty"), Some("told")));
    assert_eq!(error.raw_response().map(|response| response.status().as_u16()), Some(409));
    Ok(())
}

#[tokio::test]
async fn a_modelled_error_with_a_broken_body_keeps_code_and_status() -> Checked {
    for body in [r#"{"point":{"x":"text"}}"#, r#"{"point":"#, "no JSON", ""] {
        let reply = Reply::status(418, body).header("x-amzn-errortype", "Broken").header("x-amzn-requestid", "id-1");
        let error = fail(reply).await?;
        assert_eq!((error.code(), error.request_id()), (Some("Broken"), Some("id-1")), "{body}");
        assert_eq!(error.raw_response().map(|response| response.status().as_u16()), Some(418), "{body}");
    }
    Ok(())
}

/// Each of them fails to be read as the output of `Body`.
fn broken_bodies() -> Vec<(&'static str, String)> {
    vec![
        ("not JSON", "hello".to_owned()),
        ("not an object", "[]".to_owned()),
        ("not UTF-8", "\u{0}".to_owned()),
        ("truncated in a member", r#"{"text":"secr"#.to_owned()),
        ("truncated after a member", r#"{"text":"secret""#.to_owned()),
        ("truncated in a list", r#"{"names":["secret","#.to_owned()),
        ("text after the end", r#"{"text":"secret"} x"#.to_owned()),
        ("a number for a string", r#"{"text":1}"#.to_owned()),
        ("a string for a number", r#"{"integer":"secret"}"#.to_owned()),
        ("a number that does not fit", r#"{"byte":300}"#.to_owned()),
        ("a fraction for an integer", r#"{"integer":1.5}"#.to_owned()),
        ("an object for a list", r#"{"names":{}}"#.to_owned()),
        ("a list for a structure", r#"{"point":[]}"#.to_owned()),
        ("a blob that is not base64", r#"{"blob":"*"}"#.to_owned()),
        ("a time of another format", r#"{"dateTime":"secret"}"#.to_owned()),
        ("two members of a union", r#"{"choice":{"text":"secret","number":1}}"#.to_owned()),
        ("no member of a union", r#"{"choice":{}}"#.to_owned()),
        ("nested beyond the limit", format!(r#"{{"unknown":{}{}}}"#, "[".repeat(129), "]".repeat(129))),
        ("nested beyond reason", format!(r#"{{"unknown":{}"#, "[".repeat(300_000))),
        ("a document nested beyond reason", format!(r#"{{"document":{}"#, "[".repeat(300_000))),
        ("a union nested beyond reason", format!(r#"{{"choice":{}"#, r#"{"inner":"#.repeat(100_000))),
    ]
}

#[tokio::test]
async fn a_broken_body_is_an_error_that_keeps_what_arrived() -> Checked {
    for (name, body) in broken_bodies() {
        let reply = Reply::ok(body.clone()).header("x-amzn-requestid", "id-1").header("x-own", "kept");
        let (server, client) = serve(reply).await?;
        let error = client.body().send().await.err().ok_or(name)?;
        let response = error.raw_response().ok_or(name)?;
        assert_eq!(response.status().as_u16(), 200, "{name}");
        assert_eq!(response.headers().get("x-own"), Some("kept"), "{name}");
        assert_eq!(response.body().bytes(), Some(body.as_bytes()), "{name}");
        assert_eq!(error.request_id(), Some("id-1"), "{name}");
        // The body can be looked at; the message does not quote it.
        let said = std::iter::successors(Some(&error as &dyn std::error::Error), |error| error.source())
            .map(ToString::to_string)
            .collect::<Vec<_>>();
        assert!(!said.concat().contains("secr"), "{name}: {said:?}");
        assert_eq!(server.requests().len(), 1, "{name} was sent again");
    }
    Ok(())
}

#[tokio::test]
async fn a_page_for_people_is_an_error_with_its_status() -> Checked {
    let page = "<html><body>Bad gateway</body></html>";
    let reply = Reply::status(502, page).header("content-type", "text/html").header("x-amzn-requestid", "id-1");
    let error = fail(reply).await?;
    let response = error.raw_response().ok_or("there is no response")?;
    assert_eq!((response.status().as_u16(), response.body().bytes()), (502, Some(page.as_bytes())));
    assert_eq!((error.request_id(), error.code()), (Some("id-1"), None));
    Ok(())
}

#[tokio::test]
async fn a_secret_body_stays_out_of_the_error() -> Checked {
    for (status, body) in [(200, r#"{"password":"hunter2""#), (500, r#"{"password":"hunter2"}"#)] {
        let reply = Reply::status(status, body).header("x-amzn-requestid", "id-1").header("x-own", "kept");
        let (_server, client) = serve(reply).await?;
        let error = client.secret().send().await.err().ok_or("it succeeded")?;
        let shown = format!("{} {error:?}", DisplayErrorContext(&error));
        assert!(!shown.contains("hunter2"), "{shown}");
        let response = error.raw_response().ok_or("there is no response")?;
        assert_eq!((response.status().as_u16(), response.headers().get("x-own")), (status, Some("kept")));
        assert_eq!(error.request_id(), Some("id-1"));
    }
    Ok(())
}
