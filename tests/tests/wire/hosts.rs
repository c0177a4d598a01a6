//! In: members that are a part of the host. Out: where the request was about to go.

use crate::{client, Checked};
use std::sync::{Arc, Mutex, PoisonError};
use whitesmith_tests::loopback::{Loopback, Reply};
use wire::config::interceptors::BeforeTransmitInterceptorContextMut;
use wire::config::{ConfigBag, Intercept, RuntimeComponents};
use wire::error::{BoxError, DisplayErrorContext, SdkError};
use wire::types::Color;

/// Writes down where a request goes, and sends it to this machine instead: no name
/// server knows the host.
#[derive(Clone, Debug)]
struct Redirect {
    to: String,
    uris: Arc<Mutex<Vec<String>>>,
}

impl Redirect {
    fn uris(&self) -> Vec<String> {
        self.uris.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Intercept for Redirect {
    fn name(&self) -> &'static str {
        "Redirect"
    }

    fn modify_before_transmit(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let request = context.request_mut();
        let uri = request.uri().to_owned();
        let path = uri.splitn(4, '/').last().unwrap_or_default();
        request.set_uri(format!("{}/{path}", self.to))?;
        self.uris.lock().unwrap_or_else(PoisonError::into_inner).push(uri);
        Ok(())
    }
}

async fn redirect() -> std::io::Result<(Loopback, Redirect)> {
    let server = Loopback::start(Reply::ok("")).await?;
    let redirect = Redirect { to: server.endpoint_url(), uris: Arc::default() };
    Ok((server, redirect))
}

#[tokio::test]
async fn a_prefix_stands_before_the_host() -> Checked {
    let (server, redirect) = redirect().await?;
    let endpoint = wire::config::Builder::new().endpoint_url("http://shops.test:81/base");
    let call = client(&server).host().customize().config_override(endpoint).interceptor(redirect.clone());
    call.send().await?;
    assert_eq!(redirect.uris(), ["http://data.shops.test:81/base/host"]);
    Ok(())
}

#[tokio::test]
async fn members_are_a_part_of_the_host_and_stay_where_they_are_bound() -> Checked {
    let (server, redirect) = redirect().await?;
    let endpoint = wire::config::Builder::new().endpoint_url("http://shops.test");
    let call = client(&server).host_of_shop().shop("tea").color(Color::Red);
    call.customize().config_override(endpoint).interceptor(redirect.clone()).send().await?;
    assert_eq!(redirect.uris(), ["http://tea-red.data.shops.test/host-of-shop?shop=tea"]);
    assert_eq!(crate::only(&server)?.header("x-color"), Some("red"));
    Ok(())
}

/// What a call says that must not be sent.
async fn refused(shop: Option<&str>, color: &str) -> Result<String, Box<dyn std::error::Error>> {
    let (server, redirect) = redirect().await?;
    let call = client(&server).host_of_shop().set_shop(shop.map(str::to_owned)).color(Color::from(color));
    let error = call.customize().interceptor(redirect.clone()).send().await.err().ok_or("it was sent")?;
    assert!(matches!(error, SdkError::ConstructionFailure(_)), "{error:?}");
    assert!(redirect.uris().is_empty() && server.requests().is_empty());
    Ok(DisplayErrorContext(&error).to_string())
}

#[tokio::test]
async fn a_member_that_is_no_host_is_an_error_before_sending() -> Checked {
    let message = refused(Some("evil.example/"), "red").await?;
    assert!(message.contains("shop") && !message.contains("evil"), "{message}");
    let message = refused(Some(""), "").await?;
    assert!(message.contains("`shop`, `color` are empty in the input of HostOfShop"), "{message}");
    let message = refused(None, "red").await?;
    assert!(message.contains("the input of HostOfShop lacks `shop`"), "{message}");
    Ok(())
}
