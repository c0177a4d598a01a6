//! In: the head and body of a request, and the key pair the caller should hold.
//! Out: `Ok`, or the first reason why the signature cannot be accepted.
//! Why: a client whose signing is off by one byte works with every fake service
//! that does not look. This one computes the signature itself, from the Signature
//! Version 4 specification and not through the library that the client signs with.

use hmac::{Hmac, KeyInit, Mac};
use hyper::header::{HeaderMap, HeaderValue};
use sha2::{Digest, Sha256};

const ALGORITHM: &str = "AWS4-HMAC-SHA256";

/// The long-term key pair that both ends know, and what it is good for.
#[derive(Clone, Debug)]
pub struct Keys {
    /// The public half, sent with each request.
    pub access_key_id: String,
    /// The secret half, never sent.
    pub secret_access_key: String,
    /// The token that temporary keys come with.
    pub session_token: Option<String>,
    /// The region that signatures must name.
    pub region: String,
    /// The service that signatures must name.
    pub service: String,
}

/// What of a request is signed.
#[derive(Clone, Copy, Debug)]
pub struct Signed<'a> {
    /// The HTTP method.
    pub method: &'a str,
    /// The path as it was sent, percent-encoding and all.
    pub path: &'a str,
    /// The query as it was sent, without the question mark.
    pub query: &'a str,
    /// All headers.
    pub headers: &'a HeaderMap<HeaderValue>,
    /// The whole body.
    pub body: &'a [u8],
}

/// Checks the `Authorization` header of a request.
///
/// # Errors
/// A sentence that names the first thing that is wrong.
pub fn verify(request: Signed<'_>, keys: &Keys) -> Result<(), String> {
    let authorization = header(request.headers, "authorization")?;
    let claims = Claims::parse(&authorization)?;
    let moment = header(request.headers, "x-amz-date")?;
    let day = match moment.get(..8) {
        Some(day) if is_basic_iso_8601(&moment) => day,
        _ => return Err("x-amz-date is not of the form 20250707T123045Z".into()),
    };

    let scope = format!("{day}/{}/{}/aws4_request", keys.region, keys.service);
    let credential = format!("{}/{scope}", keys.access_key_id);
    if claims.credential != credential {
        return Err(format!("the credential should read `{credential}`"));
    }
    check_signed_headers(&claims.signed_headers, request.headers)?;
    check_session_token(request.headers, keys)?;

    let canonical = canonical_request(request, &claims.signed_headers)?;
    let to_sign = format!("{ALGORITHM}\n{moment}\n{scope}\n{}", hex_digest(canonical.as_bytes()));
    let expected = authenticate(&signing_key(keys, day), to_sign.as_bytes());
    let given = from_hex(claims.signature).ok_or("the signature is not hexadecimal")?;
    expected
        .verify_slice(&given)
        .map_err(|_| format!("the signature does not match this canonical request:\n{canonical}"))
}

/// The three parts of the header.
struct Claims<'a> {
    credential: &'a str,
    signed_headers: Vec<&'a str>,
    signature: &'a str,
}

impl<'a> Claims<'a> {
    fn parse(header: &'a str) -> Result<Self, String> {
        let parts = header
            .strip_prefix(ALGORITHM)
            .ok_or_else(|| format!("the Authorization header does not start with {ALGORITHM}"))?;
        let part = |name: &str| {
            parts
                .split(',')
                .find_map(|part| part.trim().strip_prefix(name)?.strip_prefix('='))
                .ok_or_else(|| format!("the Authorization header lacks {name}"))
        };
        Ok(Self {
            credential: part("Credential")?,
            signed_headers: part("SignedHeaders")?.split(';').collect(),
            signature: part("Signature")?,
        })
    }
}

fn header(headers: &HeaderMap<HeaderValue>, name: &str) -> Result<String, String> {
    let value = headers.get(name).ok_or_else(|| format!("the header {name} is missing"))?;
    let value = value.to_str().map_err(|_| format!("the header {name} is not plain text"))?;
    Ok(value.to_owned())
}

fn is_basic_iso_8601(moment: &str) -> bool {
    let digits = |range| moment.get(range).is_some_and(|s: &str| s.bytes().all(|b| b.is_ascii_digit()));
    moment.len() == 16 && digits(0..8) && moment.get(8..9) == Some("T") && digits(9..15) && moment.ends_with('Z')
}

/// The host must be signed, and each `x-amz-` header that is there.
fn check_signed_headers(signed: &[&str], headers: &HeaderMap<HeaderValue>) -> Result<(), String> {
    if !signed.windows(2).all(|pair| matches!(pair, [a, b] if a < b)) {
        return Err("the signed headers are not in order".into());
    }
    let must_be_signed =
        headers.keys().map(|name| name.as_str()).filter(|name| *name == "host" || name.starts_with("x-amz-"));
    for name in must_be_signed {
        if !signed.contains(&name) {
            return Err(format!("the header {name} is not signed"));
        }
    }
    Ok(())
}

fn check_session_token(headers: &HeaderMap<HeaderValue>, keys: &Keys) -> Result<(), String> {
    let sent = headers.get("x-amz-security-token").map(HeaderValue::as_bytes);
    if sent == keys.session_token.as_deref().map(str::as_bytes) {
        Ok(())
    } else {
        Err("the session token is not the one that belongs to the key".into())
    }
}

fn canonical_request(request: Signed<'_>, signed_headers: &[&str]) -> Result<String, String> {
    let mut headers = String::new();
    for name in signed_headers {
        let mut values = Vec::new();
        for value in request.headers.get_all(*name) {
            let value = value.to_str().map_err(|_| format!("the header {name} is not plain text"))?;
            values.push(value.split_ascii_whitespace().collect::<Vec<_>>().join(" "));
        }
        if values.is_empty() {
            return Err(format!("the header {name} is signed but was not sent"));
        }
        headers.push_str(&format!("{name}:{}\n", values.join(",")));
    }
    let mut query: Vec<(&str, &str)> = request
        .query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .collect();
    query.sort_unstable();
    let query: Vec<String> = query.iter().map(|(name, value)| format!("{name}={value}")).collect();
    Ok(format!(
        "{}\n{}\n{}\n{headers}\n{}\n{}",
        request.method,
        canonical_path(request.path),
        query.join("&"),
        signed_headers.join(";"),
        hex_digest(request.body),
    ))
}

/// All services but S3 sign the path encoded a second time, dot segments resolved.
fn canonical_path(path: &str) -> String {
    let mut segments: Vec<&str> = Vec::new();
    for segment in path.split('/') {
        match segment {
            "" | "." => {}
            ".." => {
                segments.pop();
            }
            segment => segments.push(segment),
        }
    }
    let mut canonical = String::from("/");
    canonical.push_str(&segments.into_iter().map(encode).collect::<Vec<_>>().join("/"));
    if path.len() > 1 && path.ends_with('/') && !canonical.ends_with('/') {
        canonical.push('/');
    }
    canonical
}

fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                encoded.push(char::from(byte));
            }
            byte => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

fn signing_key(keys: &Keys, day: &str) -> Vec<u8> {
    let mut key = format!("AWS4{}", keys.secret_access_key).into_bytes();
    for part in [day, &keys.region, &keys.service, "aws4_request"] {
        key = authenticate(&key, part.as_bytes()).finalize().into_bytes().to_vec();
    }
    key
}

fn authenticate(key: &[u8], message: &[u8]) -> Hmac<Sha256> {
    // HMAC takes keys of any length, so the error branch is never taken.
    let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap_or_else(|_| Hmac::new(&Default::default()));
    mac.update(message);
    mac
}

fn hex_digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(2) {
        return None;
    }
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(text.get(at..at + 2)?, 16).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The plainest case of the public Signature Version 4 test suite.
    const SIGNATURE: &str = "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31";

    fn keys() -> Keys {
        Keys {
            access_key_id: "AKIDEXAMPLE".into(),
            secret_access_key: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY".into(),
            session_token: None,
            region: "us-east-1".into(),
            service: "service".into(),
        }
    }

    fn check(path: &str, signature: &str, keys: &Keys) -> Result<(), String> {
        let authorization = format!(
            "{ALGORITHM} Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, \
             SignedHeaders=host;x-amz-date, Signature={signature}"
        );
        let mut headers = HeaderMap::new();
        headers.insert("host", HeaderValue::from_static("example.amazonaws.com"));
        headers.insert("x-amz-date", HeaderValue::from_static("20150830T123600Z"));
        headers.insert("authorization", authorization.parse().map_err(|_| "header")?);
        let signed = Signed { method: "GET", path, query: "", headers: &headers, body: b"" };
        verify(signed, keys)
    }

    #[test]
    fn the_public_test_vector_is_accepted() {
        assert_eq!(check("/", SIGNATURE, &keys()), Ok(()));
    }

    #[test]
    fn another_path_secret_or_region_is_refused() {
        assert!(check("/elsewhere", SIGNATURE, &keys()).is_err());
        let stolen = Keys { secret_access_key: "guessed".into(), ..keys() };
        assert!(check("/", SIGNATURE, &stolen).is_err());
        let abroad = Keys { region: "eu-west-1".into(), ..keys() };
        assert!(check("/", SIGNATURE, &abroad).is_err());
        assert!(check("/", "not hexadecimal", &keys()).is_err());
    }

    #[test]
    fn paths_are_encoded_a_second_time_and_dots_resolved() {
        assert_eq!(canonical_path("/a%20b/./c/../d//e/"), "/a%2520b/d/e/");
        assert_eq!(canonical_path("/"), "/");
    }
}
