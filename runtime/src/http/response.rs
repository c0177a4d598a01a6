//! Reads the bound members of one response.
//!
//! The official `HttpResponse` with its body loaded goes in; status, headers
//! and body come out as members. It exists so that emitted code names a header
//! and a type, and nothing else.

use super::list;
use crate::error::DeserializeError;
use crate::extended_id;
use crate::format::{Kind, Source};
use crate::own::{self, ResponseFacts};
use crate::secrets::Secrets;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;
use aws_smithy_types::date_time::Format;
use aws_smithy_types::error::metadata as error;
use aws_smithy_types::primitive::Parse;
use aws_smithy_types::{base64, Blob, DateTime};
use std::cell::Cell;
use std::collections::HashMap;
use std::str::FromStr;

/// A response, whatever its status.
///
/// Header readers return `None` for a header that is absent, and an error for
/// one that does not have the form of its member; no message quotes the value.
/// Text may be empty. There is no empty number or time, and an empty list is
/// `None` too, as in the official crates.
#[derive(Clone, Copy)]
pub struct Response<'a> {
    inner: &'a HttpResponse,
    /// The body, where it is handed out before it is read.
    unread: Option<&'a Cell<SdkBody>>,
    /// What errors must not keep of it.
    secrets: &'a Secrets,
    is_query_compatible: bool,
    has_errors_in_success: bool,
    has_extended_id: bool,
    /// Whether a header that is not UTF-8 counts as absent, as callers can ask for.
    skips_unreadable: bool,
}

impl<'a> Response<'a> {
    /// Reads `inner`, whose body is loaded.
    pub fn new(inner: &'a HttpResponse) -> Self {
        Self {
            inner,
            unread: None,
            secrets: Secrets::NONE,
            is_query_compatible: false,
            has_errors_in_success: false,
            has_extended_id: false,
            skips_unreadable: false,
        }
    }

    /// Reads `inner`, whose body was taken out of it before it was loaded.
    pub(crate) fn unread(inner: &'a HttpResponse, body: &'a Cell<SdkBody>) -> Self {
        Self { unread: Some(body), ..Self::new(inner) }
    }

    /// The same response of an operation that has secrets.
    pub(crate) fn with_secrets(self, secrets: &'a Secrets) -> Self {
        Self { secrets, ..self }
    }

    /// The same of a service whose requests may have a second id.
    pub(crate) fn with_extended_id(self, has_extended_id: bool) -> Self {
        Self { has_extended_id, ..self }
    }

    /// The same, where a header that is not UTF-8 makes its member absent instead of an error
    /// (`NonUtf8HeaderHandling` of `aws-smithy-runtime-api`).
    pub(crate) fn without_unreadable_headers(self, skips_unreadable: bool) -> Self {
        Self { skips_unreadable, ..self }
    }

    pub(crate) fn secrets(&self) -> &'a Secrets {
        self.secrets
    }

    /// The same, of a service with `@awsQueryCompatible`: a header says what its
    /// errors were called in its days of awsQuery.
    #[must_use]
    pub fn query_compatible(self) -> Self {
        Self { is_query_compatible: true, ..self }
    }

    /// The same, of a service that may notice after the status of a success that there
    /// is none: the body is then an error.
    #[must_use]
    pub fn errors_in_success(self) -> Self {
        Self { has_errors_in_success: true, ..self }
    }

    pub(super) fn has_errors_in_success(&self) -> bool {
        self.has_errors_in_success
    }

    /// Code and type of an error of awsQuery, which callers know it by.
    pub(super) fn query_error(&self) -> Option<(&'a str, &'a str)> {
        let header = self.header("x-amzn-query-error").filter(|_| self.is_query_compatible)?;
        let (code, ty) = header.split_once(';')?;
        let (code, ty) = (code.trim(), ty.trim());
        (!code.is_empty()).then_some((code, ty))
    }

    pub(crate) fn add_request_ids(&self, metadata: error::Builder) -> error::Builder {
        let metadata = match self.id_of_server() {
            Some(id) => metadata.custom(extended_id::EXTRA, id),
            None => metadata,
        };
        match self.id_of_request() {
            Some(id) => metadata.custom(self.request_id_key(), id),
            None => metadata,
        }
    }

    /// The extra of an error's metadata that has the request id.
    pub(super) fn request_id_key(&self) -> &'static str {
        match self.inner.extension::<ResponseFacts>() {
            Some(_) => own::REQUEST_ID,
            None => own::AWS_REQUEST_ID,
        }
    }

    /// The request id, unless it is a secret.
    fn id_of_request(&self) -> Option<&'a str> {
        if let Some(facts) = self.inner.extension::<ResponseFacts>() {
            let id = facts.request_id.as_ref().filter(|id| !self.secrets.hide(id.header))?;
            return Some(&id.value);
        }
        let headers = self.inner.headers();
        let id = headers.get("x-amzn-requestid").or_else(|| headers.get("x-amz-request-id"));
        id.filter(|_| !self.secrets.hide_request_id())
    }

    /// The second id, if requests of the service have one, unless it is a secret.
    fn id_of_server(&self) -> Option<&'a str> {
        let id = self.header(extended_id::HEADER).filter(|_| self.has_extended_id);
        id.filter(|_| !self.secrets.hide(extended_id::HEADER))
    }

    /// The official response.
    pub fn inner(&self) -> &'a HttpResponse {
        self.inner
    }

    /// The status code.
    pub fn status(&self) -> i32 {
        self.inner.status().as_u16().into()
    }

    /// The id under which the service has logged the request.
    pub fn request_id(&self) -> Option<String> {
        self.id_of_request().map(str::to_owned)
    }

    /// The id of the server that has responded, of a service that has such ids.
    pub fn extended_request_id(&self) -> Option<String> {
        self.id_of_server().map(str::to_owned)
    }

    // Body

    /// The body; empty if it has not been loaded.
    pub fn body(&self) -> &'a [u8] {
        self.inner.body().bytes().unwrap_or_default()
    }

    /// The body as a blob; `None` if it is empty.
    pub fn payload_blob(&self) -> Option<Blob> {
        match self.body() {
            [] => None,
            body => Some(Blob::new(body)),
        }
    }

    /// The body as it comes.
    pub fn payload_stream(&self) -> Option<ByteStream> {
        Some(ByteStream::new(self.take_body()))
    }

    /// The body as it comes; one that is loaded is copied.
    pub(crate) fn take_body(&self) -> SdkBody {
        match self.unread {
            Some(body) => body.replace(SdkBody::taken()),
            None => SdkBody::from(self.body().to_vec()),
        }
    }

    /// The body as text; `None` if it is empty.
    ///
    /// # Errors
    /// The body is not UTF-8.
    pub fn payload_text(&self) -> Result<Option<String>, DeserializeError> {
        match std::str::from_utf8(self.body()) {
            Ok("") => Ok(None),
            Ok(text) => Ok(Some(text.to_owned())),
            Err(error) => Err(DeserializeError::new("the body is not UTF-8").with_source(error)),
        }
    }

    /// The body as text that an enum is made of; `None` if it is empty.
    ///
    /// # Errors
    /// The body is not UTF-8.
    pub fn payload_as<T: for<'b> From<&'b str>>(&self) -> Result<Option<T>, DeserializeError> {
        Ok(self.payload_text()?.as_deref().map(T::from))
    }

    // Headers

    /// The first value of a header, as it is; `None` if it is not text.
    pub fn header(&self, name: &str) -> Option<&'a str> {
        self.inner.headers().get(name)
    }

    /// The value of a header that is set once, without the space around it.
    ///
    /// # Errors
    /// The header is set several times, or is not UTF-8.
    fn one(&self, name: &str) -> Result<Option<&'a str>, DeserializeError> {
        self.one_of(name, name)
    }

    /// The same, of a header that messages call `shown`.
    fn one_of(&self, name: &str, shown: &str) -> Result<Option<&'a str>, DeserializeError> {
        if self.is_skipped(name) {
            return Ok(None);
        }
        let mut values = self.inner.headers().get_all_bytes(name);
        let Some(value) = values.next() else {
            return Ok(None);
        };
        if values.next().is_some() {
            return Err(malformed(shown, "a single value"));
        }
        Ok(Some(utf8(shown, value)?.trim()))
    }

    /// As [`one`](Self::one), for types that have no empty text.
    fn one_with_content(&self, name: &str) -> Result<Option<&'a str>, DeserializeError> {
        Ok(self.one(name)?.filter(|value| !value.is_empty()))
    }

    /// Whether a header counts as absent, because one of its values is not UTF-8.
    fn is_skipped(&self, name: &str) -> bool {
        let mut values = self.inner.headers().get_all_bytes(name);
        self.skips_unreadable && values.any(|value| std::str::from_utf8(value).is_err())
    }

    /// The values of a list that a header holds.
    fn list(&self, name: &str) -> Result<Option<Vec<String>>, DeserializeError> {
        let mut values = Vec::new();
        if self.is_skipped(name) {
            return Ok(None);
        }
        for line in self.inner.headers().get_all_bytes(name) {
            let line = list::split(utf8(name, line)?).map_err(|error| malformed(name, "a list").with_source(error))?;
            values.extend(line.into_iter().map(String::from));
        }
        Ok(Some(values).filter(|values| !values.is_empty()))
    }

    /// The text of a header.
    ///
    /// # Errors
    /// The header is set several times, or is not UTF-8.
    pub fn header_string(&self, name: &str) -> Result<Option<String>, DeserializeError> {
        Ok(self.one(name)?.map(str::to_owned))
    }

    /// The text of a header, as an enum.
    ///
    /// # Errors
    /// The header is set several times, or is not UTF-8.
    pub fn header_as<T: for<'b> From<&'b str>>(&self, name: &str) -> Result<Option<T>, DeserializeError> {
        Ok(self.one(name)?.map(T::from))
    }

    /// The number or boolean of a header.
    ///
    /// # Errors
    /// The header is set several times, or is not of this type.
    pub fn header_parse<T: Parse>(&self, name: &str) -> Result<Option<T>, DeserializeError> {
        let Some(value) = self.one_with_content(name)? else {
            return Ok(None);
        };
        match T::parse_smithy_primitive(value) {
            Ok(value) => Ok(Some(value)),
            Err(error) => Err(malformed(name, "a value of its type").with_source(error)),
        }
    }

    /// The big number of a header, all of its digits.
    ///
    /// # Errors
    /// The header is set several times, or is not a number of this type.
    pub fn header_big_number<T: FromStr>(&self, name: &str) -> Result<Option<T>, DeserializeError> {
        let Some(value) = self.one_with_content(name)? else {
            return Ok(None);
        };
        // Its source would say no more, and quotes the value.
        value.parse().map(Some).map_err(|_| malformed(name, "a value of its type"))
    }

    /// The time of a header.
    ///
    /// # Errors
    /// The header is set several times, or is not a time of this format.
    pub fn header_timestamp(&self, name: &str, format: Format) -> Result<Option<DateTime>, DeserializeError> {
        let Some(value) = self.one_with_content(name)? else {
            return Ok(None);
        };
        match DateTime::from_str(value, accept_offsets(format)) {
            Ok(time) => Ok(Some(time)),
            // Its source would say no more, and might quote the value.
            Err(_) => Err(malformed(name, "a timestamp of its format")),
        }
    }

    /// The time of a header, as far as it is one of this format.
    pub fn header_if_timestamp(&self, name: &str, format: Format) -> Option<DateTime> {
        let time = DateTime::from_str(self.header(name)?.trim(), accept_offsets(format)).ok();
        if time.is_none() {
            tracing::debug!(header = name, "the value is not a timestamp of its format, and is left out");
        }
        time
    }

    /// The text of a header that is base64, for a string with `@mediaType`.
    ///
    /// # Errors
    /// The header is set several times, or is not base64 of UTF-8.
    pub fn header_media_type(&self, name: &str) -> Result<Option<String>, DeserializeError> {
        let Some(value) = self.one(name)? else {
            return Ok(None);
        };
        let text = base64::decode(value).ok().and_then(|text| String::from_utf8(text).ok());
        match text {
            Some(text) => Ok(Some(text)),
            None => Err(malformed(name, "text in base64")),
        }
    }

    /// The strings of a header.
    ///
    /// # Errors
    /// The header is not a list.
    pub fn header_list(&self, name: &str) -> Result<Option<Vec<String>>, DeserializeError> {
        self.list(name)
    }

    /// The strings of a header, as enums.
    ///
    /// # Errors
    /// The header is not a list.
    pub fn header_list_as<T: for<'b> From<&'b str>>(&self, name: &str) -> Result<Option<Vec<T>>, DeserializeError> {
        let values = self.list(name)?;
        Ok(values.map(|values| values.iter().map(|value| T::from(value)).collect()))
    }

    /// The numbers or booleans of a header.
    ///
    /// # Errors
    /// The header is not a list, or not of this type.
    pub fn header_list_parse<T: Parse>(&self, name: &str) -> Result<Option<Vec<T>>, DeserializeError> {
        let Some(values) = self.list(name)? else {
            return Ok(None);
        };
        let values: Result<_, _> = values.iter().map(|value| T::parse_smithy_primitive(value)).collect();
        match values {
            Ok(values) => Ok(Some(values)),
            Err(error) => Err(malformed(name, "values of its type").with_source(error)),
        }
    }

    /// The big numbers of a header, all of their digits.
    ///
    /// # Errors
    /// The header is not a list, or not of this type.
    pub fn header_list_big_number<T: FromStr>(&self, name: &str) -> Result<Option<Vec<T>>, DeserializeError> {
        let Some(values) = self.list(name)? else {
            return Ok(None);
        };
        let values: Result<_, _> = values.iter().map(|value| value.parse()).collect();
        values.map(Some).map_err(|_| malformed(name, "values of its type"))
    }

    /// The times of a header.
    ///
    /// # Errors
    /// The header is not a list of times of this format.
    pub fn header_timestamp_list(&self, name: &str, format: Format) -> Result<Option<Vec<DateTime>>, DeserializeError> {
        let mut times = Vec::new();
        if self.is_skipped(name) {
            return Ok(None);
        }
        for line in self.inner.headers().get_all_bytes(name) {
            let mut rest = utf8(name, line)?.trim();
            while !rest.is_empty() {
                // Not split at commas: an HTTP date has one.
                let (time, after) = DateTime::read(rest, accept_offsets(format), ',')
                    .map_err(|_| malformed(name, "timestamps of their format"))?;
                times.push(time);
                rest = after.trim_start();
            }
        }
        Ok(Some(times).filter(|times| !times.is_empty()))
    }

    /// The headers whose name starts with `prefix`, by the rest of the name;
    /// without one, an empty map.
    ///
    /// # Errors
    /// One of them is set several times, or is not UTF-8.
    pub fn prefix_headers(&self, prefix: &str) -> Result<Option<HashMap<String, String>>, DeserializeError> {
        let prefix = prefix.to_ascii_lowercase();
        let mut values = HashMap::new();
        for (name, _) in self.inner.headers().iter_bytes() {
            if let Some(suffix) = name.strip_prefix(&*prefix) {
                if self.is_skipped(name) {
                    return Ok(None);
                }
                // The rest of the name is data: it may be a secret.
                let value = self.one_of(name, &format!("{prefix}*"))?.unwrap_or_default();
                values.insert(suffix.to_owned(), value.to_owned());
            }
        }
        Ok(Some(values))
    }
}

impl<'a> Source<'a> for Response<'a> {
    fn document(&self) -> &'a [u8] {
        self.body()
    }

    fn kind(&self) -> Kind {
        Kind::Response
    }
}

/// Services send offsets where the format has none; the official readers of
/// bodies accept them.
fn accept_offsets(format: Format) -> Format {
    match format {
        Format::DateTime => Format::DateTimeWithOffset,
        other => other,
    }
}

fn utf8<'v>(name: &str, value: &'v [u8]) -> Result<&'v str, DeserializeError> {
    std::str::from_utf8(value).map_err(|_| malformed(name, "UTF-8"))
}

#[cold]
fn malformed(name: &str, expected: &'static str) -> DeserializeError {
    DeserializeError::new(format!("expected {expected} in the header `{name}`"))
}

#[cfg(test)]
mod tests;
