//! Builds one request out of bound members.
//!
//! Labels, query parameters, headers and a body go in, the official
//! `HttpRequest` comes out. It exists because the encoding is easy to get
//! almost right, and the signature breaks on each byte that is not.
//!
//! Sticky like the codec: the first member that cannot be sent is the error
//! that the method for the body returns.

use super::list;
use crate::format::{self, Writer};
#[cfg(feature = "aws")]
use crate::presigning::PresignedBody;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::http::Headers;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;
#[cfg(feature = "aws")]
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::date_time::Format;
use aws_smithy_types::error::operation::BuildError;
use aws_smithy_types::{Blob, DateTime};
use percent_encoding::{utf8_percent_encode, AsciiSet, NON_ALPHANUMERIC};
use std::borrow::Cow;
use std::collections::HashMap;

/// All but the unreserved characters of RFC 3986, for labels and queries: the
/// same set as in the official crates.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A greedy label spans several segments of the path.
const RESERVED_IN_PATH: &AsciiSet = &RESERVED.remove(b'/');

/// A step on the way of a body.
type OnBody = Box<dyn FnOnce(&mut Request, SdkBody) -> SdkBody>;

/// A request that is being built.
pub struct Request {
    method: &'static str,
    /// Path and query, encoded.
    uri: String,
    has_query: bool,
    headers: Headers,
    /// What is done to the body when it is there.
    on_body: Vec<OnBody>,
    /// What is in place of the body, if somebody else sends the request.
    #[cfg(feature = "aws")]
    presigned: Option<PresignedBody>,
    error: Option<BoxError>,
}

impl Request {
    /// Starts a request.
    pub fn new(method: &'static str) -> Self {
        Self {
            method,
            uri: String::with_capacity(128),
            has_query: false,
            headers: Headers::new(),
            on_body: Vec::new(),
            #[cfg(feature = "aws")]
            presigned: None,
            error: None,
        }
    }

    // Path

    /// Appends a literal part of the path, encoded already.
    pub fn path(&mut self, literal: &'static str) {
        self.uri.push_str(literal);
    }

    /// Appends a label. Without a value there is no resource to address, so a
    /// missing or empty one is an error.
    pub fn label(&mut self, name: &'static str, value: Option<impl AsRef<str>>) {
        let value = value.as_ref().map(AsRef::as_ref);
        self.push_label(name, value, RESERVED);
    }

    /// Appends a label that keeps its slashes.
    pub fn greedy_label(&mut self, name: &'static str, value: Option<impl AsRef<str>>) {
        let value = value.as_ref().map(AsRef::as_ref);
        self.push_label(name, value, RESERVED_IN_PATH);
    }

    /// Appends a label that is a time.
    pub fn label_timestamp(&mut self, name: &'static str, value: Option<&DateTime>, format: Format) {
        let value = self.timestamp(value, format);
        self.push_label(name, value.as_deref(), RESERVED);
    }

    fn push_label(&mut self, name: &'static str, value: Option<&str>, set: &'static AsciiSet) {
        match value {
            None | Some("") => self.fail(BuildError::missing_field(name, "cannot be empty or unset")),
            Some(value) => self.uri.extend(utf8_percent_encode(value, set)),
        }
    }

    // Query

    /// Appends what the URI pattern has in its query, encoded already.
    pub fn query_literal(&mut self, literal: &'static str) {
        self.separate_query();
        self.uri.push_str(literal);
    }

    /// Appends a query parameter.
    pub fn query(&mut self, name: &str, value: Option<impl AsRef<str>>) {
        if let Some(value) = value {
            self.push_query(name, value.as_ref());
        }
    }

    /// Appends a query parameter that is a time.
    pub fn query_timestamp(&mut self, name: &str, value: Option<&DateTime>, format: Format) {
        let value = self.timestamp(value, format);
        self.query(name, value);
    }

    /// Appends a query parameter for each value.
    pub fn query_list(&mut self, name: &str, values: Option<impl IntoIterator<Item: AsRef<str>>>) {
        for value in values.into_iter().flatten() {
            self.push_query(name, value.as_ref());
        }
    }

    /// Appends a query parameter for each time.
    pub fn query_timestamp_list<'t>(
        &mut self,
        name: &str,
        values: Option<impl IntoIterator<Item = &'t DateTime>>,
        format: Format,
    ) {
        for value in values.into_iter().flatten() {
            self.query_timestamp(name, Some(value), format);
        }
    }

    /// Appends a query parameter for each entry whose name the query does not
    /// have yet. Comes last.
    pub fn query_params(&mut self, values: Option<&HashMap<String, String>>) {
        let taken = self.query_names();
        for (name, value) in values.into_iter().flatten() {
            if !taken.contains(name) {
                self.push_query(name, value);
            }
        }
    }

    /// As [`query_params`](Self::query_params), with several values a name.
    pub fn query_params_list(&mut self, values: Option<&HashMap<String, Vec<String>>>) {
        let taken = self.query_names();
        for (name, values) in values.into_iter().flatten() {
            if !taken.contains(name) {
                self.query_list(name, Some(values));
            }
        }
    }

    /// The names that the query has, decoded.
    fn query_names(&self) -> Vec<String> {
        let (_, query) = self.uri.split_once('?').unwrap_or_default();
        query
            .split('&')
            .map(|pair| pair.split_once('=').map_or(pair, |(name, _)| name))
            .map(|name| percent_encoding::percent_decode_str(name).decode_utf8_lossy().into_owned())
            .collect()
    }

    fn push_query(&mut self, name: &str, value: &str) {
        self.separate_query();
        self.uri.extend(utf8_percent_encode(name, RESERVED));
        self.uri.push('=');
        self.uri.extend(utf8_percent_encode(value, RESERVED));
    }

    fn separate_query(&mut self) {
        self.uri.push(if self.has_query { '&' } else { '?' });
        self.has_query = true;
    }

    // Headers

    /// Sets a header; an empty value is sent as one.
    pub fn header(&mut self, name: &'static str, value: Option<impl AsRef<str>>) {
        if let Some(value) = value {
            self.push_header(name, value.as_ref());
        }
    }

    /// Sets a header that is a time.
    pub fn header_timestamp(&mut self, name: &'static str, value: Option<&DateTime>, format: Format) {
        let value = self.timestamp(value, format);
        self.header(name, value);
    }

    /// Sets a header that is a list, quoted where a value needs it. An empty one
    /// is sent as an empty value.
    pub fn header_list(&mut self, name: &'static str, values: Option<impl IntoIterator<Item: AsRef<str>>>) {
        let Some(values) = values else { return };
        let mut list = String::new();
        for value in values {
            list::push(&mut list, value.as_ref());
        }
        self.push_header(name, &list);
    }

    /// Sets a header that is a list of times.
    pub fn header_timestamp_list<'t>(
        &mut self,
        name: &'static str,
        values: Option<impl IntoIterator<Item = &'t DateTime>>,
        format: Format,
    ) {
        let Some(values) = values else { return };
        let mut list = String::new();
        for value in values {
            let Some(value) = self.timestamp(Some(value), format) else {
                return;
            };
            if !list.is_empty() {
                list.push_str(", ");
            }
            // The comma of an HTTP date is not quoted: readers know it.
            list.push_str(&value);
        }
        self.push_header(name, &list);
    }

    /// Sets a header for each entry, except where that header is set already.
    pub fn prefix_headers(&mut self, prefix: &'static str, values: Option<&HashMap<String, String>>) {
        for (suffix, value) in values.into_iter().flatten() {
            let name = format!("{prefix}{suffix}").to_ascii_lowercase();
            if self.headers.contains_key(&name) {
                continue;
            }
            if self.headers.try_insert(name, value.clone()).is_err() {
                self.fail(BuildError::invalid_field(prefix, NOT_A_HEADER));
            }
        }
    }

    fn push_header(&mut self, name: &'static str, value: &str) {
        if self.headers.try_insert(name, value.to_owned()).is_err() {
            self.fail(BuildError::invalid_field(name, NOT_A_HEADER));
        }
    }

    // Body

    /// A request that is presigned, if the call is, says nothing of a body. Comes last.
    #[cfg(feature = "aws")]
    pub fn presigned(&mut self, cfg: &ConfigBag) {
        self.presigned = cfg.load::<PresignedBody>().copied();
        if self.presigned.is_some() {
            self.on_body.clear();
        }
    }

    /// Makes a presigned request one without a body, by another method; returns whether the call
    /// is presigned. Comes last.
    #[cfg(feature = "aws")]
    pub fn presigned_get(&mut self, cfg: &ConfigBag) -> bool {
        self.presigned(cfg);
        if self.presigned.is_some() {
            self.method = "GET";
        }
        self.presigned.is_some()
    }

    /// The request with the body of `writer`.
    ///
    /// # Errors
    /// The first member that cannot be sent: a `BuildError`, or what
    /// [`Writer::finish`] returns.
    pub fn body<F: format::Format>(self, writer: Writer<F>) -> Result<HttpRequest, BoxError> {
        let body = writer.finish()?;
        self.finish(body, F::CONTENT_TYPE)
    }

    /// The same of an operation that has no member for the body. The HTTP client says how long it
    /// is: official crates set, and sign, the header `content-length` for members only.
    ///
    /// # Errors
    /// As [`body`](Self::body).
    pub fn bare_body<F: format::Format>(self, writer: Writer<F>) -> Result<HttpRequest, BoxError> {
        let mut request = self.body(writer)?;
        request.headers_mut().remove("content-length");
        Ok(request)
    }

    /// The same; without a writer the body is empty.
    ///
    /// # Errors
    /// As [`body`](Self::body).
    pub fn payload<F: format::Format>(self, writer: Option<Writer<F>>) -> Result<HttpRequest, BoxError> {
        match writer {
            Some(writer) => self.body(writer),
            None => self.empty(),
        }
    }

    /// The request without a body.
    ///
    /// # Errors
    /// As [`body`](Self::body).
    pub fn empty(self) -> Result<HttpRequest, BoxError> {
        self.into_request(SdkBody::from(""))
    }

    /// The request whose body is a blob; without one the body is empty, and said to be of its type
    /// and length all the same, as by the official crates.
    ///
    /// # Errors
    /// As [`body`](Self::body).
    pub fn blob(self, value: Option<Blob>, content_type: &'static str) -> Result<HttpRequest, BoxError> {
        self.finish(value.map(Blob::into_inner).unwrap_or_default(), content_type)
    }

    /// The request whose body is text; without one the body is empty.
    ///
    /// # Errors
    /// As [`body`](Self::body).
    pub fn text(self, value: Option<&str>, content_type: &'static str) -> Result<HttpRequest, BoxError> {
        match value {
            Some(value) => self.finish(value.into(), content_type),
            None => self.empty(),
        }
    }

    /// The request whose body is a stream. Its length is sent if it is known.
    ///
    /// # Errors
    /// As [`body`](Self::body).
    pub fn stream(mut self, value: ByteStream, content_type: &'static str) -> Result<HttpRequest, BoxError> {
        self.content_type(content_type);
        self.into_request_with_length(value.into_inner())
    }

    /// As [`stream`](Self::stream), for a service that has to know the length beforehand.
    ///
    /// # Errors
    /// As [`body`](Self::body), or the length is not known.
    pub fn sized_stream(
        mut self,
        operation: &'static str,
        value: ByteStream,
        content_type: &'static str,
    ) -> Result<HttpRequest, BoxError> {
        let value = value.into_inner();
        // A member of the input may tell it.
        if self.is_sent() && value.content_length().is_none() && !self.headers.contains_key("content-length") {
            self.fail(BuildError::other(format!(
                "{operation} needs the length of its body, and this stream does not know its own; \
                 make the body from bytes or from a file, or set the content length where the input has it"
            )));
        }
        self.stream(ByteStream::new(value), content_type)
    }

    fn finish(mut self, body: Vec<u8>, content_type: &'static str) -> Result<HttpRequest, BoxError> {
        #[cfg(feature = "aws")]
        if self.presigned == Some(PresignedBody::InQuery) {
            return self.in_query(&body);
        }
        self.content_type(content_type);
        self.into_request_with_length(SdkBody::from(body))
    }

    fn into_request_with_length(mut self, body: SdkBody) -> Result<HttpRequest, BoxError> {
        let body = self.finish_body(body);
        if let Some(length) = body.content_length().filter(|_| self.is_sent()) {
            self.default_header("content-length", length.to_string().into());
        }
        self.into_request(body)
    }

    /// Whether it is sent with the body that it gets.
    fn is_sent(&self) -> bool {
        #[cfg(feature = "aws")]
        return self.presigned.is_none();
        #[cfg(not(feature = "aws"))]
        true
    }

    /// What the body is, if nobody has said otherwise.
    fn content_type(&mut self, content_type: &'static str) {
        if self.is_sent() {
            self.default_header("content-type", content_type.into());
        }
    }

    /// The parameters of a form in the query of a `GET`.
    #[cfg(feature = "aws")]
    fn in_query(mut self, parameters: &[u8]) -> Result<HttpRequest, BoxError> {
        self.method = "GET";
        self.separate_query();
        self.uri.push_str(std::str::from_utf8(parameters)?);
        self.into_request(SdkBody::empty())
    }

    /// Has something done to the body when it is there, after what was said before.
    #[cfg(any(feature = "checksums", feature = "compression"))]
    pub(crate) fn on_body(&mut self, step: impl FnOnce(&mut Self, SdkBody) -> SdkBody + 'static) {
        self.on_body.push(Box::new(step));
    }

    fn finish_body(&mut self, body: SdkBody) -> SdkBody {
        let steps = std::mem::take(&mut self.on_body);
        steps.into_iter().fold(body, |body, step| step(self, body))
    }

    #[cfg(any(feature = "checksums", feature = "compression"))]
    pub(crate) fn headers(&self) -> &Headers {
        &self.headers
    }

    #[cfg(feature = "compression")]
    pub(crate) fn headers_mut(&mut self) -> &mut Headers {
        &mut self.headers
    }

    /// Sets a header, whatever it was before.
    #[cfg(feature = "compression")]
    pub(crate) fn replace_header(&mut self, name: &'static str, value: String) {
        if self.headers.try_insert(name, value).is_err() {
            self.fail(BuildError::invalid_field(name, NOT_A_HEADER));
        }
    }

    /// Sets a header that no member is bound to.
    pub(crate) fn default_header(&mut self, name: &'static str, value: Cow<'static, str>) {
        if !self.headers.contains_key(name) && self.headers.try_insert(name, value).is_err() {
            self.fail(BuildError::invalid_field(name, NOT_A_HEADER));
        }
    }

    pub(crate) fn into_request(mut self, body: SdkBody) -> Result<HttpRequest, BoxError> {
        let body = self.finish_body(body);
        if let Some(error) = self.error {
            return Err(error);
        }
        if !self.uri.starts_with('/') {
            self.uri.insert(0, '/');
        }
        let mut request = HttpRequest::new(body);
        request.set_method(self.method)?;
        request.set_uri(self.uri)?;
        *request.headers_mut() = self.headers;
        Ok(request)
    }

    fn timestamp(&mut self, value: Option<&DateTime>, format: Format) -> Option<String> {
        match value?.fmt(format) {
            Ok(text) => Some(text),
            Err(error) => {
                self.fail(error.into());
                None
            }
        }
    }

    #[cold]
    pub(crate) fn fail(&mut self, error: BuildError) {
        self.error.get_or_insert(error.into());
    }
}

const NOT_A_HEADER: &str = "holds a character that a header cannot have";

#[cfg(test)]
mod tests;
