//! In: a service. Out: a client, and what can be seen of what its calls return. Written once for all protocols: `super` is the client of one.

use super::config::retry::RetryConfig;
use super::config::{BehaviorVersion, StalledStreamProtectionConfig};
use super::error::ProvideErrorMetadata;
use super::primitives::{Blob, DateTime};
use super::types::{Choice, Hidden, Holder, Pin, Whole};
use super::{Client, Config};
use crate::seen::{of_error, of_result, of_value, MARKED_NUMBER, MARKER};
use crate::service::Service;
use crate::{Called, Calls, Later};
use std::error::Error;

/// A client of the service, which asks once.
pub fn client(service: &Service) -> Client {
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .endpoint_url("http://localhost")
        .retry_config(RetryConfig::disabled())
        .stalled_stream_protection(StalledStreamProtectionConfig::disabled())
        .http_client(service.http_client())
        .build();
    Client::from_conf(config)
}

macro_rules! called {
    ($call:expr) => {{
        let result = $call.send().await;
        let raw = result.as_ref().err().and_then(|error| error.raw_response());
        let meta = result.as_ref().err().map(|error| error.meta());
        let id = |name| meta?.extra(name).map(str::to_owned);
        let ids = [meta.and_then(|meta| meta.code()).map(str::to_owned), id("aws_request_id"), id("type")];
        let (is_ok, status) = (result.is_ok(), raw.map(|raw| raw.status().as_u16()));
        let mut seen = of_result(&result);
        if let Err(error) = result {
            seen.push_str(&of_error(&super::Error::from(error)));
        }
        Called { seen, is_ok, status, ids }
    }};
}

impl Calls for Client {
    fn call<'a>(&'a self, operation: &'a str) -> Later<'a, Called> {
        Box::pin(async move {
            match operation {
                "Ask" => called!(self.ask()),
                "Carry" => called!(self.carry()),
                "Spell" => called!(self.spell()),
                "Parcel" => called!(self.parcel()),
                _ => called!(self.reveal().label("l").host("h")),
            }
        })
    }

    fn inputs(&self) -> Later<'_, String> {
        Box::pin(inputs(self))
    }

    fn listen(&self) -> Later<'_, String> {
        Box::pin(super::listen::listen(self))
    }
}

async fn inputs(client: &Client) -> String {
    let marked = || MARKER.to_owned();
    let holder = || Holder::builder().secret(MARKER).count(1).build();
    let number = i32::try_from(MARKED_NUMBER).unwrap_or_default();
    let whole = Whole::builder().text(MARKER).count(number);
    let mut seen = of_value(&whole);
    let call = client
        .reveal()
        .label(MARKER)
        .host(MARKER)
        .query(MARKER)
        .params(MARKER, MARKER)
        .token(MARKER)
        .level(number)
        .big(MARKED_NUMBER.to_string().parse().expect("it is a number"))
        .time(DateTime::from_secs(MARKED_NUMBER))
        .media(MARKER)
        .pin(Pin::from(MARKER))
        .words(MARKER)
        .mapped(MARKER, MARKER)
        .text(MARKER)
        .bytes(Blob::new(MARKER))
        .number(number)
        .at(DateTime::from_secs(MARKED_NUMBER))
        .code(Pin::from(MARKER))
        .list(MARKER)
        .lists(vec![marked()])
        .holder(holder())
        .holders(holder())
        .choice(Choice::Secret(marked()))
        .hidden(Hidden::Text(marked()))
        .whole(whole.build());
    seen.push_str(&of_value(&call));
    seen.push_str(&of_value(call.as_input()));
    seen.push_str(&of_result(&call.as_input().clone().build()));
    let broken = format!("{MARKER}\n{MARKER}");
    let unsendable = [
        call.clone().host(format!("{MARKER}/")),
        call.clone().label(""),
        call.clone().token(&broken),
        call.clone().words(&broken),
        call.clone().mapped(&broken, MARKER),
        call.clone().mapped(MARKER, &broken),
        call.clone().time(DateTime::from_secs(i64::MAX)),
        call.clone().at(DateTime::from_secs(i64::MIN)),
        call.set_host(None),
    ];
    for call in unsendable {
        seen.push_str(&of_value(&call));
        seen.push_str(&called!(call).seen);
    }
    if let Err(error) = Pin::try_parse(MARKER) {
        seen.push_str(&of_error(&error));
    }
    seen
}
