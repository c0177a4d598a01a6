//! In: the clients of src. Out: whether what they presign is signed, as AWS's "Create a signed
//! AWS API request" has it, and what its sender has to send.

use hmac::{Hmac, KeyInit, Mac};
use presigning::{identity, objects, orders, speech};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use whitesmith_runtime::sdk::config::{BehaviorVersion, Credentials, Region};
use whitesmith_runtime::sdk::presigning::{PresignedRequest, PresigningConfig};

const SECRET: &str = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
const EMPTY: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
const UNSIGNED: &str = "UNSIGNED-PAYLOAD";

fn credentials() -> Credentials {
    Credentials::new("AKIDEXAMPLE", SECRET, Some("a/token+".to_owned()), None, "test")
}

/// Valid from 2026-11-28T00:00:00Z on.
fn for_a_minute() -> PresigningConfig {
    let start = UNIX_EPOCH + Duration::from_secs(1_795_824_000);
    let config = PresigningConfig::builder().start_time(start).expires_in(Duration::from_secs(60));
    config.build().expect("less than a week")
}

macro_rules! client {
    ($service:ident, $url:literal, $($set:ident($value:expr)),*) => {
        $service::Client::from_conf(
            $service::Config::builder()
                .region(Region::new("eu-west-1"))
                .credentials_provider(credentials())
                .endpoint_url($url)
                $(.$set($value))*
                .build(),
        )
    };
}

fn objects_client() -> objects::Client {
    client!(objects, "https://objects.example.com", behavior_version(BehaviorVersion::latest()))
}

fn identity_client() -> identity::Client {
    client!(identity, "https://identity.example.com", behavior_version(BehaviorVersion::latest()))
}

fn speech_client() -> speech::Client {
    client!(speech, "https://speech.example.com", behavior_version(BehaviorVersion::latest()))
}

fn hmac(key: &[u8], text: &str) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("a key of any length");
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The query of a URI in the order in which it is signed.
fn query(uri: &str) -> BTreeMap<&str, &str> {
    let (_, query) = uri.split_once('?').expect("the signature is in the query");
    query.split('&').map(|parameter| parameter.split_once('=').unwrap_or((parameter, ""))).collect()
}

fn decoded(text: &str) -> String {
    percent_encoding::percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// Whether the signature in the URI is that of the request with a body of this hash.
fn is_signed(request: &PresignedRequest, body: &str) -> bool {
    let uri = request.uri().strip_prefix("https://").expect("an address of a test");
    let (host, path) = uri.split_once('?').map_or(uri, |(address, _)| address).split_once('/').expect("a path");
    let query = query(request.uri());
    let headers: BTreeMap<&str, &str> = request.headers().chain([("host", host)]).collect();
    let signed = decoded(query["X-Amz-SignedHeaders"]);
    let of_headers: String = signed.split(';').map(|name| format!("{name}:{}\n", headers[name])).collect();
    let of_query = query.iter().filter(|(name, _)| **name != "X-Amz-Signature");
    let of_query = of_query.map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&");
    let canonical = format!("{}\n/{path}\n{of_query}\n{of_headers}\n{signed}\n{body}", request.method());
    let credential = decoded(query["X-Amz-Credential"]);
    let scope = credential.strip_prefix("AKIDEXAMPLE/").expect("the access key");
    let hash = hex(&Sha256::digest(canonical.as_bytes()));
    let to_sign = format!("AWS4-HMAC-SHA256\n{}\n{scope}\n{hash}", query["X-Amz-Date"]);
    let key = scope.split('/').fold(format!("AWS4{SECRET}").into_bytes(), |key, part| hmac(&key, part));
    hex(&hmac(&key, &to_sign)) == query["X-Amz-Signature"]
}

/// What is not of the signature: `GET path?query`, and the headers.
fn shown(request: &PresignedRequest) -> (String, Vec<(&str, &str)>) {
    let (address, _) = request.uri().split_once('?').expect("the signature is in the query");
    let path = address.splitn(4, '/').nth(3).expect("a path");
    let query = query(request.uri());
    let own = query.iter().filter(|(name, _)| !name.starts_with("X-Amz-"));
    let own = own.map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&");
    (format!("{} /{path}?{own}", request.method()), request.headers().collect())
}

#[tokio::test]
async fn object_is_signed_without_its_body() {
    let client = objects_client();
    let got = client.get_object().key("a b/c+d").presigned(for_a_minute()).await.expect("it is signed");
    assert_eq!(shown(&got), ("GET /a%20b/c%2Bd?x-id=GetObject".to_owned(), vec![]));
    assert!(is_signed(&got, UNSIGNED) && !is_signed(&got, EMPTY));
    let query = query(got.uri());
    let facts = ["X-Amz-Date", "X-Amz-Expires", "X-Amz-Security-Token", "X-Amz-Credential"].map(|name| query[name]);
    let expected = ["20261128T000000Z", "60", "a%2Ftoken%2B", "AKIDEXAMPLE%2F20261128%2Feu-west-1%2Fs3%2Faws4_request"];
    assert_eq!(facts, expected);

    let put = client.put_object().key("k").body(b"only its sender knows".to_vec().into());
    let put = put.presigned(for_a_minute()).await.expect("it is signed");
    assert_eq!(shown(&put), ("PUT /k?x-id=PutObject".to_owned(), vec![]));
    assert!(is_signed(&put, UNSIGNED));
}

#[tokio::test]
async fn what_the_caller_says_of_the_body_is_signed() {
    let put = objects_client().put_object().key("k").content_type("text/plain").content_length(5);
    let put = put.checksum_crc32("AAAAAA==").checksum_algorithm(objects::types::ChecksumAlgorithm::Crc32);
    let put = put.presigned(for_a_minute()).await.expect("it is signed");
    let mut headers = shown(&put).1;
    headers.sort_unstable();
    let expected = [
        ("content-length", "5"),
        ("content-type", "text/plain"),
        ("x-amz-checksum-crc32", "AAAAAA=="),
        ("x-amz-sdk-checksum-algorithm", "CRC32"),
    ];
    assert_eq!(headers, expected);
    assert!(is_signed(&put, UNSIGNED));
}

#[tokio::test]
async fn body_that_is_required_is_its_senders() {
    let call = objects_client().delete_objects().folder("f").presigned(for_a_minute()).await.expect("it is signed");
    assert_eq!(shown(&call), ("POST /f?delete=".to_owned(), vec![]));
    assert!(is_signed(&call, UNSIGNED));
    let error = objects_client().delete_objects().folder("f").send().await.expect_err("there is nothing to send");
    assert!(format!("{error:?}").contains("Delete"), "{error:?}");
    let error = objects_client().delete_objects().presigned(for_a_minute()).await.expect_err("the path lacks a part");
    assert!(format!("{error:?}").contains("Folder"), "{error:?}");
}

#[tokio::test]
async fn form_is_in_the_query() {
    let call = identity_client().who_am_i().greeting("hello, world+").badges("a").badges("b&c");
    let call = call.presigned(for_a_minute()).await.expect("it is signed");
    let query = "Action=WhoAmI&Version=2011-06-15&badges.member.1=a&badges.member.2=b%26c&greeting=hello%2C%20world%2B";
    assert_eq!(shown(&call), (format!("GET /?{query}"), vec![]));
    assert!(is_signed(&call, EMPTY));
}

#[tokio::test]
async fn members_of_the_body_are_in_the_query() {
    let call = speech_client().synthesize_speech().text("hello, world").lexicons("a").lexicons("b").rate(8000);
    let call = call.presigned(for_a_minute()).await.expect("it is signed");
    let (method, path) = (call.method(), call.uri().split_once("&X-Amz-").expect("a signature").0);
    assert_eq!(method, "GET");
    let query = "Lexicons=a&Lexicons=b&Rate=8000&Text=hello%2C%20world";
    let mut own: Vec<&str> = path.split_once('?').expect("a query").1.split('&').collect();
    own.sort_unstable();
    assert_eq!(own.join("&"), query);
    let once = speech_client().synthesize_speech().text("t").presigned(for_a_minute()).await.expect("it is signed");
    assert!(is_signed(&once, EMPTY));
}

#[tokio::test]
async fn request_without_a_body_is_signed_as_one() {
    let client = client!(orders, "https://abc.execute-api.example.com/prod",);
    let call = client.get_order().id("7").part("total").language("en");
    let call = call.presigned(for_a_minute()).await.expect("it is signed");
    assert_eq!(shown(&call), ("GET /prod/orders/7?part=total".to_owned(), vec![("x-language", "en")]));
    assert!(is_signed(&call, EMPTY));
}

#[tokio::test]
async fn call_is_customized_before_it_is_signed() {
    let call = identity_client().who_am_i().customize();
    let call = call.config_override(identity::Config::builder().region(Region::new("us-east-2")));
    let call = call.mutate_request(|request| {
        request.headers_mut().insert("x-cluster", "blue");
    });
    let call = call.presigned(for_a_minute()).await.expect("it is signed");
    assert_eq!(shown(&call).1, [("x-cluster", "blue")]);
    assert_eq!(query(call.uri())["X-Amz-Credential"], "AKIDEXAMPLE%2F20261128%2Fus-east-2%2Fidentity%2Faws4_request");
    assert!(is_signed(&call, EMPTY));
}

#[tokio::test]
async fn request_that_nobody_could_send_is_an_error() {
    let config = || objects::Config::builder().behavior_version(BehaviorVersion::latest());
    let endpoint = "https://objects.example.com";
    let anonymous = config().region(Region::new("eu-west-1")).endpoint_url(endpoint).build();
    let without_region = config().credentials_provider(credentials()).endpoint_url(endpoint).build();
    let without_key = config().credentials_provider(credentials()).region(Region::new("eu-west-1")).build();
    let cases = [
        (anonymous, "k", "a presigned request needs a signature by SigV4, and this call has none"),
        (without_region, "k", "region"),
        (without_key, "", "Key"),
    ];
    for (config, key, expected) in cases {
        let call = objects::Client::from_conf(config).get_object().key(key).presigned(for_a_minute());
        let error = call.await.expect_err("it cannot be signed");
        let mut messages = String::new();
        let mut next: Option<&dyn std::error::Error> = Some(&error);
        while let Some(error) = next {
            messages.push_str(&format!("{error}: "));
            next = error.source();
        }
        assert!(messages.contains(expected), "{messages}");
    }
}

#[test]
fn time_is_a_week_at_most() {
    let week = Duration::from_secs(604_800);
    assert_eq!(PresigningConfig::expires_in(week).map(|config| config.expires()).ok(), Some(week));
    let message = |result: Result<PresigningConfig, _>| {
        result.map_err(|error: presigning::objects::presigning::PresigningConfigError| error.to_string()).err()
    };
    let too_long = PresigningConfig::expires_in(week + Duration::from_nanos(1));
    assert_eq!(message(too_long).as_deref(), Some("`expires_in` must be no longer than one week"));
    assert_eq!(message(PresigningConfig::builder().build()).as_deref(), Some("`expires_in` is required"));
    let too_short = PresigningConfig::expires_in(Duration::from_millis(999));
    assert_eq!(message(too_short).as_deref(), Some("`expires_in` must be at least one second"));
    for seconds in [253_402_300_800, 1 << 40, i64::MAX as u64] {
        let Some(start) = UNIX_EPOCH.checked_add(Duration::from_secs(seconds)) else { continue };
        let config = PresigningConfig::builder().expires_in(week).start_time(start).build();
        assert_eq!(message(config).as_deref(), Some("`start_time` must be in the years from 1970 to 9999"));
    }
    let now = PresigningConfig::expires_in(week).expect("a week").start_time();
    assert!(now <= SystemTime::now());
}

#[tokio::test]
async fn presigned_request_becomes_one_of_the_crate_http() {
    let call = objects_client().put_object().key("k").content_type("text/plain").presigned(for_a_minute());
    let presigned = call.await.expect("it is signed");
    let request = presigned.make_http_1x_request("body");
    assert_eq!((request.method().as_str(), *request.body()), ("PUT", "body"));
    assert_eq!(request.uri().to_string(), presigned.uri());
    assert_eq!(request.headers()["content-type"], "text/plain");
    #[allow(deprecated)]
    let old = presigned.clone().into_http_02x_request(());
    assert_eq!((old.uri().to_string(), old.headers().len()), (presigned.uri().to_owned(), 1));
}

#[tokio::test]
async fn debug_shows_neither_signatures_nor_secrets() {
    let call = objects_client().get_object().key("k").customer_key("hush");
    let presigned = call.presigned(for_a_minute()).await.expect("it is signed");
    assert_eq!(shown(&presigned).1, [("x-amz-customer-key", "hush")]);
    assert_eq!(
        format!("{presigned:?}"),
        "PresignedRequest { method: \"GET\", uri: \"https://objects.example.com/k\", headers: [\"x-amz-customer-key\"], .. }"
    );
}
