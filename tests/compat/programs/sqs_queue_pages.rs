//! Lists that come in pages: items, page sizes, tokens that come twice, errors in the middle.

use aws_sdk_sqs::Client;
use compat_support::{quick_retries, say, say_error, shared_config, show, Answer, Outcome, Server};

fn page(queues: &[&str], token: Option<&str>) -> Answer {
    let mut page = serde_json::json!({ "QueueUrls": queues });
    if let Some(token) = token {
        page["NextToken"] = token.into();
    }
    Answer::ok(page.to_string())
}

fn client(server: &Server) -> Client {
    Client::new(&shared_config().endpoint_url(server.url()).retry_config(quick_retries()).build())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let pages = || vec![page(&["a", "b"], Some("1")), page(&[], Some("2")), page(&["c"], None)];

    let server = Server::start(pages());
    let mut paginator = client(&server).list_queues().queue_name_prefix("p").into_paginator().page_size(2).send();
    while let Some(page) = paginator.next().await {
        show("page", page?);
    }
    server.say_received("page");

    let server = Server::start(pages());
    let all: Vec<String> =
        client(&server).list_queues().max_results(7).into_paginator().items().send().collect::<Result<_, _>>().await?;
    say("all", all.join(" "));
    for request in server.received() {
        say("sent", String::from_utf8_lossy(&request.body));
    }

    let server = Server::start(pages());
    let mut items = client(&server).list_queues().into_paginator().items().send();
    show("try_next", items.try_next().await?);
    show("try_next", items.try_next().await?);
    drop(items);
    say("requests of one page", server.received().len());

    let again = || vec![page(&["a"], Some("1")), page(&["b"], Some("1")), page(&["c"], None)];
    let server = Server::start(again());
    let pages: Result<Vec<_>, _> = client(&server).list_queues().into_paginator().send().collect().await;
    match pages {
        Ok(pages) => say("the same token", pages.len()),
        Err(error) => say_error("the same token", &error),
    }
    let server = Server::start(again());
    let paginator = client(&server).list_queues().into_paginator().stop_on_duplicate_token(false);
    let pages: Vec<_> = paginator.send().try_collect().await?;
    say("the same token, allowed", pages.len());

    let denied = Answer::new(400, r#"{"__type":"AccessDeniedException","message":"not page 2"}"#);
    let server = Server::start([page(&["a"], Some("1")), denied, page(&["c"], None)]);
    let mut items = client(&server).list_queues().into_paginator().items().send();
    while let Some(item) = items.next().await {
        match item {
            Ok(item) => say("item", item),
            Err(error) => say_error("in the middle", &error),
        }
    }
    say("requests", server.received().len());

    let server = Server::start([page(&["a"], Some("")), page(&["b"], None)]);
    let all: Vec<String> = client(&server).list_queues().into_paginator().items().send().try_collect().await?;
    show("an empty token", all);
    Ok(())
}
