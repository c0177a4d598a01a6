//! In: a task and a number. Out: nothing; so many endpoints were found, by the resolver that
//! the crate brings, and dropped. Built once with our crates and once with the official ones,
//! under the names `usual` and `s3`. Why: a call asks for its endpoint once or twice.

use std::env::args;
use std::future::Future;
use std::hint::black_box;
use std::pin::pin;
use std::process::ExitCode;
use std::task::{Context, Poll, Waker};

/// Finds endpoints for these parameters in turn.
macro_rules! resolve {
    ($sdk:ident, $times:expr, $params:expr) => {{
        use $sdk::config::endpoint::{DefaultResolver, ResolveEndpoint};
        let (resolver, params) = (DefaultResolver::new(), $params);
        for params in params.iter().cycle().take($times) {
            assert!(is_found(resolver.resolve_endpoint(black_box(params))));
        }
    }};
}

/// Whether there is an endpoint, which is dropped. No resolver here waits for anything.
fn is_found<T, E>(future: impl Future<Output = Result<T, E>>) -> bool {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(found) => black_box(&found).is_ok(),
        Poll::Pending => false,
    }
}

/// More than any resolver remembers.
const NAMES: [&str; 8] = ["one", "two", "three", "four", "five", "six", "seven", "eight"];
const REGIONS: [&str; 8] = [
    "us-east-1", "us-east-2", "us-west-1", "us-west-2", "eu-west-1", "eu-west-2", "eu-north-1", "ap-south-1",
];

fn usual(region: &str) -> usual::config::endpoint::Params {
    let params = usual::config::endpoint::Params::builder();
    params.region(region).use_fips(false).use_dual_stack(false).build().expect("the parameters are valid")
}

fn bucket(name: &str) -> s3::config::endpoint::Params {
    let params = s3::config::endpoint::Params::builder();
    let params = params.region("eu-west-1").use_fips(false).use_dual_stack(false).accelerate(false);
    params.bucket(name).key("a/key").build().expect("the parameters are valid")
}

fn main() -> ExitCode {
    let (task, times) = (args().nth(1).unwrap_or_default(), args().nth(2).and_then(|times| times.parse().ok()));
    let Some(times) = times else { return ExitCode::FAILURE };
    let access_points = NAMES.map(|name| format!("arn:aws:s3:eu-west-1:123456789012:accesspoint:{name}"));
    match &*task {
        "usual" => resolve!(usual, times, REGIONS.map(usual)),
        "usual-again" => resolve!(usual, times, [usual("eu-west-1")]),
        "bucket" => resolve!(s3, times, NAMES.map(|name| bucket(&format!("bucket-{name}")))),
        "bucket-again" => resolve!(s3, times, [bucket("bucket")]),
        "access-point" => resolve!(s3, times, access_points.each_ref().map(|name| bucket(name))),
        _ => return ExitCode::FAILURE,
    }
    ExitCode::SUCCESS
}
