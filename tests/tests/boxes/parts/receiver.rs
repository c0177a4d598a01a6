//! In: a request with a part. Out: the bytes of the part, or what a server would refuse it for.
//! Why: it computes signatures and checksums itself, from their specifications, and not by the
//! crates that the client has.

use super::sums;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use whitesmith_tests::loopback::Arrived;

/// The bytes of the part, and the header with their checksum.
pub(super) fn receive(request: &Arrived, secret: &str) -> Result<(Vec<u8>, String), String> {
    let signature = match request.header("authorization") {
        Some(authorization) => Some(Signature::of(request, authorization, secret)?),
        None => None,
    };
    let hash = header(request, "x-amz-content-sha256").unwrap_or("UNSIGNED-PAYLOAD");
    if request.header("content-encoding") != Some("aws-chunked") {
        if hash != "UNSIGNED-PAYLOAD" && hash != hex(&Sha256::digest(&request.body)) {
            return Err("the hash is not that of the body".into());
        }
        let is_sum = |(name, _): &&(String, String)| sums::of(name, b"").is_some();
        let (name, value) = request.headers.iter().find(is_sum).ok_or("there is no checksum")?;
        return check(request.body.clone(), name, value);
    }
    let signature = match (hash, signature) {
        ("STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER", Some(signature)) => Some(signature),
        ("STREAMING-UNSIGNED-PAYLOAD-TRAILER", _) => None,
        // Of an anonymous request, which has no hash of its body.
        (_, None) => None,
        (other, _) => return Err(format!("chunks cannot follow {other}")),
    };
    chunked(request, signature)
}

fn chunked(request: &Arrived, mut signature: Option<Signature>) -> Result<(Vec<u8>, String), String> {
    let (mut rest, mut data) = (request.body.as_slice(), Vec::new());
    loop {
        let head = line(&mut rest)?;
        let (size, of_chunk) = head.split_once(";chunk-signature=").map_or((head, None), |(size, of)| (size, Some(of)));
        let size = usize::from_str_radix(size, 16).map_err(|_| format!("no size: {head}"))?;
        let chunk = rest.get(..size).ok_or("the body ends within a chunk")?;
        match (&mut signature, of_chunk) {
            (Some(signature), Some(given)) => signature.chunk(chunk, given)?,
            (None, None) => {}
            _ => return Err(format!("not as the headers say: {head}")),
        }
        rest = &rest[size..];
        if size == 0 {
            break;
        }
        data.extend_from_slice(chunk);
        if !line(&mut rest)?.is_empty() {
            return Err("no line ends after a chunk".into());
        }
    }
    let (name, value) = line(&mut rest)?.split_once(':').ok_or("a trailer has no colon")?;
    if header(request, "x-amz-trailer") != Ok(name) {
        return Err(format!("nobody has announced {name}"));
    }
    if let Some(signature) = &mut signature {
        let given = line(&mut rest)?.strip_prefix("x-amz-trailer-signature:").ok_or("the trailer is not signed")?;
        signature.trailer(&format!("{name}:{value}\n"), given)?;
    }
    if !line(&mut rest)?.is_empty() || !rest.is_empty() {
        return Err("there is more after the trailers".into());
    }
    let lengths = [header(request, "content-length")?, header(request, "x-amz-decoded-content-length")?];
    if lengths != [request.body.len().to_string(), data.len().to_string()] {
        return Err(format!("lengths are {lengths:?}"));
    }
    check(data, name, value)
}

fn check(data: Vec<u8>, name: &str, value: &str) -> Result<(Vec<u8>, String), String> {
    let expected = sums::of(name, &data).ok_or_else(|| format!("{name} is not a checksum"))?;
    match value == expected {
        true => Ok((data, name.to_owned())),
        false => Err(format!("{name} is {value}, and should be {expected}")),
    }
}

fn header<'r>(request: &'r Arrived, name: &str) -> Result<&'r str, String> {
    request.header(name).ok_or_else(|| format!("there is no {name}"))
}

/// The next line, without its end.
fn line<'b>(rest: &mut &'b [u8]) -> Result<&'b str, String> {
    let end = rest.windows(2).position(|pair| pair == b"\r\n").ok_or("a line has no end")?;
    let (line, after) = rest.split_at(end);
    *rest = &after[2..];
    std::str::from_utf8(line).map_err(|error| error.to_string())
}

/// What the next signature of a request follows.
struct Signature {
    key: Vec<u8>,
    /// The date and the scope, a line each.
    place: String,
    last: String,
}

impl Signature {
    /// That of the headers, with which chunks begin. Paths of S3 are signed as they are sent.
    fn of(request: &Arrived, authorization: &str, secret: &str) -> Result<Self, String> {
        let part = |name: &str| {
            let mut parts = authorization.split([' ', ',']).filter_map(|part| part.strip_prefix(name));
            parts.next().ok_or_else(|| format!("the signature has no {name}"))
        };
        let (_, scope) = part("Credential=")?.split_once('/').ok_or("the credential has no scope")?;
        let key = scope.split('/').fold(format!("AWS4{secret}").into_bytes(), |key, part| mac(&key, part));
        let names = part("SignedHeaders=")?;
        let mut text = format!("{}\n{}\n{}\n", request.method, request.path(), request.query().join("&"));
        for name in names.split(';') {
            text += &format!("{name}:{}\n", header(request, name)?);
        }
        text += &format!("\n{names}\n{}", header(request, "x-amz-content-sha256")?);
        let place = format!("{}\n{scope}", header(request, "x-amz-date")?);
        let expected = hex(&mac(&key, &format!("AWS4-HMAC-SHA256\n{place}\n{}", hex(&Sha256::digest(&text)))));
        let mut signature = Self { key, place, last: expected.clone() };
        signature.follow(expected, part("Signature=")?)?;
        Ok(signature)
    }

    fn chunk(&mut self, data: &[u8], given: &str) -> Result<(), String> {
        let (nothing, data) = (hex(&Sha256::digest(b"")), hex(&Sha256::digest(data)));
        let text = format!("AWS4-HMAC-SHA256-PAYLOAD\n{}\n{}\n{nothing}\n{data}", self.place, self.last);
        self.follow(hex(&mac(&self.key, &text)), given)
    }

    fn trailer(&mut self, trailers: &str, given: &str) -> Result<(), String> {
        let hash = hex(&Sha256::digest(trailers));
        let text = format!("AWS4-HMAC-SHA256-TRAILER\n{}\n{}\n{hash}", self.place, self.last);
        self.follow(hex(&mac(&self.key, &text)), given)
    }

    fn follow(&mut self, expected: String, given: &str) -> Result<(), String> {
        if expected != given {
            return Err(format!("a signature is {given}, and should be {expected}"));
        }
        self.last = expected;
        Ok(())
    }
}

fn mac(key: &[u8], text: &str) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("a key may have any length");
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
