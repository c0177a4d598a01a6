//! Consumers on several tasks that share a client and stop when they are told to.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock, OnceLock};
use std::time::Duration;

use aws_sdk_sqs::types::{ChangeMessageVisibilityBatchRequestEntry, QueueAttributeName};
use aws_sdk_sqs::Client;
use compat_support::{say, shared_config, show, Answer, Outcome, Server};
use tokio::sync::watch;

static SERVER: LazyLock<Server> = LazyLock::new(|| {
    let messages = r#"{"Messages":[{"MessageId":"m","ReceiptHandle":"r"}]}"#;
    Server::start([Answer::ok(messages).after(Duration::from_millis(5))])
});
static CLIENT: OnceLock<Client> = OnceLock::new();

fn client() -> &'static Client {
    CLIENT.get_or_init(|| Client::new(&shared_config().endpoint_url(SERVER.url()).build()))
}

async fn consume(client: Arc<Client>, seen: Arc<AtomicUsize>, mut stop: watch::Receiver<bool>) -> &'static str {
    loop {
        tokio::select! {
            biased;
            _ = stop.changed() => return "stopped",
            received = client.receive_message().queue_url("https://queue").send() => match received {
                Ok(output) => seen.fetch_add(output.messages().len(), Ordering::SeqCst),
                Err(_) => return "failed",
            },
        };
    }
}

fn assert_send<T: Send + 'static>(value: T) -> T {
    value
}

#[tokio::main]
async fn main() -> Outcome {
    let shared = Arc::new(client().clone());
    let seen = Arc::new(AtomicUsize::new(0));
    let (stop, stopped) = watch::channel(false);
    let tasks: Vec<_> = (0..4)
        .map(|_| tokio::spawn(assert_send(consume(Arc::clone(&shared), Arc::clone(&seen), stopped.clone()))))
        .collect();
    while seen.load(Ordering::SeqCst) < 20 {
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    stop.send(true)?;
    for task in tasks {
        say("task", task.await?);
    }
    say("enough", seen.load(Ordering::SeqCst) >= 20);
    SERVER.received();

    let set = |delay: i32| {
        let call = client().set_queue_attributes().queue_url(format!("https://queue/{delay}"));
        call.attributes(QueueAttributeName::DelaySeconds, delay.to_string()).send()
    };
    let results = tokio::join!(set(1), set(2), set(3));
    show("all set", (results.0.is_ok(), results.1.is_ok(), results.2.is_ok()));
    let mut sent: Vec<String> =
        SERVER.received().into_iter().map(|request| String::from_utf8_lossy(&request.body).into_owned()).collect();
    sent.retain(|body| body.contains("DelaySeconds"));
    sent.sort();
    say("sent", sent.join("\n"));

    let entry = ChangeMessageVisibilityBatchRequestEntry::builder().id("a").receipt_handle("r").visibility_timeout(0);
    let batch = client().change_message_visibility_batch().queue_url("q").entries(entry.build()?);
    show("input", batch.as_input().clone().build()?);
    let lost = tokio::spawn(batch.send());
    lost.abort();
    show("cancelled", lost.await.err().map(|error| error.is_cancelled()));
    Ok(())
}
