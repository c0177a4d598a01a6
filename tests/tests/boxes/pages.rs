//! In: pages of parts, each with a token. Out: how many are asked for: as many as the flag says.

use crate::{serve, Checked};
use whitesmith_tests::loopback::Reply;

/// The queries of the requests for all pages, if each is this one.
async fn asked(token: &str, is_truncated: bool) -> Result<Vec<String>, Box<dyn std::error::Error>> {
    let token = format!("<NextPartNumberMarker>{token}</NextPartNumberMarker>");
    let flag = format!("<IsTruncated>{is_truncated}</IsTruncated>");
    let (server, client) = serve(Reply::ok(format!("<ListPartsOutput>{token}{flag}</ListPartsOutput>"))).await?;
    let mut pages = client.list_parts().key("a").into_paginator().send();
    while let Some(page) = pages.next().await {
        page?;
    }
    Ok(server.requests().iter().map(|request| request.query().join("&")).collect())
}

#[tokio::test]
async fn the_last_page_has_a_token_and_is_the_last() -> Checked {
    assert_eq!(asked("7", false).await?, [""]);
    assert_eq!(asked("7", true).await?, ["", "part-number-marker=7"]);
    Ok(())
}

#[tokio::test]
async fn an_empty_token_is_not_the_end() -> Checked {
    assert_eq!(asked("", true).await?, ["", "part-number-marker="]);
    Ok(())
}
