//! Checks URLs of endpoints: in, what somebody set or resolved; out, what is wrong with
//! it. It exists because the orchestrator joins such a URL with the path of a request
//! and panics, or prints the request, where that is not possible.
//!
//! No message quotes the URL, which may hold a password.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::endpoint::{
    EndpointFuture, EndpointResolverParams, ResolveEndpoint, SharedEndpointResolver,
};
use http::Uri;
use std::error::Error;
use std::fmt::{self, Display, Formatter};

/// A URL that no request can be sent to.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct InvalidUrl {
    /// Where the URL is from.
    of: &'static str,
    problem: &'static str,
}

impl Display for InvalidUrl {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self { of, problem } = self;
        write!(f, "{of} {problem}; it has the form `https://host:port/path`, of which port and path may be left out")
    }
}

impl Error for InvalidUrl {}

/// Checks the setting `endpoint_url`.
pub(crate) fn check_setting(url: &str) -> Result<(), InvalidUrl> {
    if is_plain(url) {
        return Ok(());
    }
    check("`endpoint_url`", url)
}

/// Checks the URL that rules gave.
pub(super) fn check_resolved(url: &str) -> Result<(), InvalidUrl> {
    if is_plain(url) {
        return Ok(());
    }
    check("the URL that the endpoint rules give", url)
}

/// Whether there is nothing in the URL that could be wrong. Nearly all are so, and parsing
/// one costs as much as finding it.
fn is_plain(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let Some(rest) = rest.map(str::as_bytes) else { return false };
    let of_host = rest.iter().take_while(|byte| KINDS[usize::from(**byte)] == OF_HOST).count();
    let (_, path) = rest.split_at(of_host);
    of_host > 0 && path.first().is_none_or(|byte| *byte == b'/') && path.iter().all(|it| KINDS[usize::from(*it)] > 0)
}

/// A byte that a host has, and a path; one that only a path has.
const OF_HOST: u8 = 2;
const OF_PATH: u8 = 1;

/// What each byte can be part of without a second look.
static KINDS: [u8; 256] = {
    let mut kinds = [0; 256];
    let mut byte = 0;
    while byte < kinds.len() {
        kinds[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' => OF_HOST,
            b'/' | b'_' | b'~' | b'%' => OF_PATH,
            _ => 0,
        };
        byte += 1;
    }
    kinds
};

fn check(of: &'static str, url: &str) -> Result<(), InvalidUrl> {
    match problem(url) {
        None => Ok(()),
        Some(problem) => Err(InvalidUrl { of, problem }),
    }
}

fn problem(url: &str) -> Option<&'static str> {
    if url.is_empty() {
        return Some("is empty");
    }
    if !url.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Some("has a character that no URL has, such as a space");
    }
    let Some((scheme, rest)) = url.split_once("://") else {
        return Some("has no scheme, `http://` or `https://`");
    };
    if !["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known)) {
        return Some("has a scheme that is not `http` or `https`");
    }
    if rest.contains('?') {
        return Some("has a query, which belongs to requests");
    }
    if rest.contains('#') {
        return Some("has a fragment, which is not sent");
    }
    let authority = rest.split('/').next().unwrap_or_default();
    if authority.contains('@') {
        return Some("has a user name or password, which is not sent");
    }
    if authority.is_empty() || authority.starts_with(':') {
        return Some("has no host");
    }
    let Ok(uri) = url.parse::<Uri>() else {
        return Some("is not a URL");
    };
    let port = authority.strip_prefix(uri.host().unwrap_or_default()).unwrap_or_default();
    let has_bad_port = !port.is_empty() && uri.port_u16().is_none_or(|port| port == 0);
    has_bad_port.then_some("has a port that is not a number from 1 to 65535")
}

/// The endpoints of a resolver that somebody has written, which may be any text.
#[derive(Debug)]
pub(crate) struct Checked(pub(crate) SharedEndpointResolver);

impl ResolveEndpoint for Checked {
    fn resolve_endpoint<'a>(&'a self, params: &'a EndpointResolverParams) -> EndpointFuture<'a> {
        let endpoint = self.0.resolve_endpoint(params);
        EndpointFuture::new(async {
            let endpoint = endpoint.await?;
            check("the URL that the endpoint resolver gives", endpoint.url())?;
            Ok(endpoint)
        })
    }

    fn finalize_params<'a>(&'a self, params: &'a mut EndpointResolverParams) -> Result<(), BoxError> {
        self.0.finalize_params(params)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_request_can_be_sent_to_is_refused() {
        let cases = [
            ("", "is empty"),
            ("127.0.0.1:80", "has no scheme, `http://` or `https://`"),
            ("localhost", "has no scheme, `http://` or `https://`"),
            ("/", "has no scheme, `http://` or `https://`"),
            ("//host", "has no scheme, `http://` or `https://`"),
            ("http:host", "has no scheme, `http://` or `https://`"),
            ("ftp://x", "has a scheme that is not `http` or `https`"),
            ("://x", "has a scheme that is not `http` or `https`"),
            ("host:1/?to=http://x", "has a scheme that is not `http` or `https`"),
            ("http://", "has no host"),
            ("http:///path", "has no host"),
            ("https://:443", "has no host"),
            ("http://host?secret", "has a query, which belongs to requests"),
            ("http://host/#secret", "has a fragment, which is not sent"),
            ("http://me:secret@host", "has a user name or password, which is not sent"),
            ("http://me@host/", "has a user name or password, which is not sent"),
            (" http://host", "has a character that no URL has, such as a space"),
            ("http://ho st", "has a character that no URL has, such as a space"),
            ("http://host\n", "has a character that no URL has, such as a space"),
            ("http://h\u{f6}st", "has a character that no URL has, such as a space"),
            ("http://host\\path", "is not a URL"),
            ("http://[::1", "is not a URL"),
            ("http://ho<st>", "is not a URL"),
            ("http://host:99999", "has a port that is not a number from 1 to 65535"),
            ("http://host:0/", "has a port that is not a number from 1 to 65535"),
            ("http://host:/", "has a port that is not a number from 1 to 65535"),
        ];
        for (url, expected) in cases {
            assert_eq!(problem(url), Some(expected), "{url}");
            let error = check_setting(url).unwrap_err().to_string();
            assert!(error.starts_with("`endpoint_url` ") && !error.contains('\n') && !error.contains("secret"));
        }
    }

    #[test]
    fn what_is_sent_to_today_stays() {
        for url in [
            "http://host",
            "HTTPS://Host/",
            "https://host:8443/base/path",
            "http://127.0.0.1:80",
            "http://[::1]:4566",
            "https://a_b.c-d.example.com./%7Ex",
        ] {
            assert_eq!(problem(url), None, "{url}");
        }
    }
}
