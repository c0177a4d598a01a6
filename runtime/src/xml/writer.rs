//! Appends members to one body.
//!
//! Tags and values go in, a `Vec<u8>` comes out. It exists because all that an
//! emitted `write` has to say is which member has which tag: brackets,
//! escaping, depth and the first error are kept here, once.

use super::{Write, MAX_DEPTH};
use crate::error::SerializationError;
use crate::text;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_types::date_time::Format;
use aws_smithy_types::error::operation::SerializationError as OfficialError;
use aws_smithy_types::{base64, BigDecimal, BigInteger, Blob, DateTime};
use std::collections::HashMap;

/// Room for the body of most requests, so that few of them reallocate.
const CAPACITY: usize = 512;

/// Writes an XML body.
///
/// A *tag* is what stands in a start tag, `Name` or `Name xmlns="uri"`, escaped
/// when the crate was emitted; the end tag has what comes before the space. A
/// member that is `None` is left out. Methods without a tag (`put_..`) write the
/// content of an element, or of an attribute.
///
/// The first error is kept until [`finish`](Self::finish), and no nested value
/// is visited after it.
pub struct Writer {
    out: String,
    /// Whether the start tag that was written last still lacks its `>`.
    is_tag_open: bool,
    /// Whether content goes into an attribute.
    is_in_attribute: bool,
    depth: u8,
    error: Option<BoxError>,
}

impl Default for Writer {
    fn default() -> Self {
        Self::new()
    }
}

impl Writer {
    /// Starts an empty body.
    pub fn new() -> Self {
        Self { out: String::with_capacity(CAPACITY), is_tag_open: false, is_in_attribute: false, depth: 0, error: None }
    }

    /// The body.
    ///
    /// # Errors
    /// The first problem: an unknown union member, a time that its format
    /// cannot express, values nested more than [`MAX_DEPTH`] deep. No message
    /// quotes a value.
    pub fn finish(self) -> Result<Vec<u8>, BoxError> {
        match self.error {
            None => Ok(self.out.into_bytes()),
            Some(error) => Err(error),
        }
    }

    /// Begins an element; attributes and content follow.
    pub fn begin(&mut self, tag: &'static str) {
        self.close_tag();
        self.depth += 1;
        self.out.push('<');
        self.out.push_str(tag);
        self.is_tag_open = true;
    }

    /// Ends the element with this tag.
    pub fn end(&mut self, tag: &'static str) {
        self.close_tag();
        self.depth = self.depth.saturating_sub(1);
        let length = tag.bytes().position(|byte| byte == b' ').unwrap_or(tag.len());
        let name = tag.get(..length).unwrap_or(tag);
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    /// Writes an attribute of the element that was begun last.
    pub fn attribute<T: ?Sized>(&mut self, name: &'static str, value: Option<&T>, write: fn(&T, &mut Self)) {
        let Some(value) = value else { return };
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        self.is_in_attribute = true;
        write(value, self);
        self.is_in_attribute = false;
        self.out.push('"');
    }

    /// Refuses the unknown variant of the union `name`.
    pub fn fail_unknown_variant(&mut self, name: &'static str) {
        self.fail(OfficialError::unknown_variant(name).into());
    }

    /// A union's member without content.
    pub fn empty_element(&mut self, tag: &'static str) {
        self.begin(tag);
        self.end(tag);
    }

    /// Writes a member as an element.
    pub fn element<T: ?Sized>(&mut self, tag: &'static str, value: Option<&T>, write: fn(&T, &mut Self)) {
        if let Some(value) = value {
            if self.enter(tag) {
                write(value, self);
                self.end(tag);
            }
        }
    }

    /// Writes a string member.
    pub fn string(&mut self, tag: &'static str, value: Option<&str>) {
        self.element(tag, value, |value, w| w.put_string(value));
    }

    /// Writes an enum member.
    pub fn text(&mut self, tag: &'static str, value: Option<&impl AsRef<str>>) {
        self.string(tag, value.map(AsRef::as_ref));
    }

    /// Writes a member of any integer type.
    pub fn int(&mut self, tag: &'static str, value: Option<i64>) {
        self.element(tag, value.as_ref(), |value, w| w.put_int(*value));
    }

    /// Writes a double member.
    pub fn double(&mut self, tag: &'static str, value: Option<f64>) {
        self.element(tag, value.as_ref(), |value, w| w.put_double(*value));
    }

    /// Writes a float member.
    pub fn float(&mut self, tag: &'static str, value: Option<f32>) {
        self.element(tag, value.as_ref(), |value, w| w.put_float(*value));
    }

    /// Writes a boolean member.
    pub fn boolean(&mut self, tag: &'static str, value: Option<bool>) {
        self.element(tag, value.as_ref(), |value, w| w.put_boolean(*value));
    }

    /// Writes a blob member in base64.
    pub fn blob(&mut self, tag: &'static str, value: Option<&Blob>) {
        self.element(tag, value, |value, w| w.put_blob(value));
    }

    /// Writes a timestamp member in seconds since the epoch.
    pub fn epoch_seconds(&mut self, tag: &'static str, value: Option<&DateTime>) {
        self.element(tag, value, |value, w| w.put_epoch_seconds(value));
    }

    /// Writes a timestamp member as RFC 3339 text.
    pub fn date_time(&mut self, tag: &'static str, value: Option<&DateTime>) {
        self.element(tag, value, |value, w| w.put_date_time(value));
    }

    /// Writes a timestamp member as an HTTP date.
    pub fn http_date(&mut self, tag: &'static str, value: Option<&DateTime>) {
        self.element(tag, value, |value, w| w.put_http_date(value));
    }

    /// Writes a big integer member.
    pub fn big_integer(&mut self, tag: &'static str, value: Option<&BigInteger>) {
        self.element(tag, value, |value, w| w.put_big_integer(value));
    }

    /// Writes a big decimal member.
    pub fn big_decimal(&mut self, tag: &'static str, value: Option<&BigDecimal>) {
        self.element(tag, value, |value, w| w.put_big_decimal(value));
    }

    /// Writes a structure or union member.
    pub fn shape<T: Write>(&mut self, tag: &'static str, value: Option<&T>) {
        self.element(tag, value, T::write);
    }

    /// Writes a list member: an element with an element an item.
    pub fn list<T>(&mut self, tag: &'static str, item: &'static str, value: Option<&[T]>, write: fn(&T, &mut Self)) {
        if let Some(values) = value {
            if self.enter(tag) {
                self.put_list(item, values, write);
                self.end(tag);
            }
        }
    }

    /// Writes a map member: an element with an element an entry.
    pub fn map<K: AsRef<str>, V>(
        &mut self,
        tag: &'static str,
        entry: [&'static str; 3],
        value: Option<&HashMap<K, V>>,
        write: fn(&V, &mut Self),
    ) {
        if let Some(values) = value {
            if self.enter(tag) {
                self.put_map(entry, values, write);
                self.end(tag);
            }
        }
    }

    /// Writes a flattened list member.
    pub fn flat_list<T>(&mut self, item: &'static str, value: Option<&[T]>, write: fn(&T, &mut Self)) {
        if let Some(values) = value {
            self.put_list(item, values, write);
        }
    }

    /// Writes a flattened map member.
    pub fn flat_map<K: AsRef<str>, V>(
        &mut self,
        entry: [&'static str; 3],
        value: Option<&HashMap<K, V>>,
        write: fn(&V, &mut Self),
    ) {
        if let Some(values) = value {
            self.put_map(entry, values, write);
        }
    }

    /// Writes a string.
    pub fn put_string(&mut self, value: &str) {
        self.close_tag();
        push_escaped(&mut self.out, value);
    }

    /// Writes an integer.
    pub fn put_int(&mut self, value: i64) {
        let mut buffer = itoa::Buffer::new();
        self.put_plain(buffer.format(value));
    }

    /// Writes the shortest text that reads as the same double.
    pub fn put_double(&mut self, value: f64) {
        match value.is_finite() {
            true => self.put_plain(ryu::Buffer::new().format_finite(value)),
            false => self.put_plain(text::non_finite(value)),
        }
    }

    /// Writes the shortest text that reads as the same float.
    pub fn put_float(&mut self, value: f32) {
        match value.is_finite() {
            true => self.put_plain(ryu::Buffer::new().format_finite(value)),
            false => self.put_plain(text::non_finite(value.into())),
        }
    }

    /// Writes a boolean.
    pub fn put_boolean(&mut self, value: bool) {
        self.put_plain(text::boolean(value));
    }

    /// Writes a blob in base64.
    pub fn put_blob(&mut self, value: &Blob) {
        self.put_plain(&base64::encode(value));
    }

    /// Writes a time in seconds since the epoch.
    pub fn put_epoch_seconds(&mut self, value: &DateTime) {
        self.put_formatted(value, Format::EpochSeconds);
    }

    /// Writes a time as RFC 3339 text.
    pub fn put_date_time(&mut self, value: &DateTime) {
        self.put_formatted(value, Format::DateTime);
    }

    /// Writes a time as an HTTP date.
    pub fn put_http_date(&mut self, value: &DateTime) {
        self.put_formatted(value, Format::HttpDate);
    }

    /// Writes a big integer.
    pub fn put_big_integer(&mut self, value: &BigInteger) {
        self.put_plain(value.as_ref());
    }

    /// Writes a big decimal.
    pub fn put_big_decimal(&mut self, value: &BigDecimal) {
        self.put_plain(value.as_ref());
    }

    /// Writes a structure or union as the content of the element.
    pub fn put_shape<T: Write>(&mut self, value: &T) {
        value.write(self);
    }

    /// Writes an element an item.
    pub fn put_list<T>(&mut self, item: &'static str, values: &[T], write: fn(&T, &mut Self)) {
        for value in values {
            if !self.enter(item) {
                break;
            }
            write(value, self);
            self.end(item);
        }
    }

    /// Writes an element an entry; `entry` has the tags of entry, key and value.
    pub fn put_map<K: AsRef<str>, V>(
        &mut self,
        [entry, key, value]: [&'static str; 3],
        values: &HashMap<K, V>,
        write: fn(&V, &mut Self),
    ) {
        for (name, content) in values {
            if !self.enter(entry) {
                break;
            }
            self.string(key, Some(name.as_ref()));
            self.element(value, Some(content), write);
            self.end(entry);
        }
    }

    /// Begins an element if nothing is wrong; false if it must not be visited.
    fn enter(&mut self, tag: &'static str) -> bool {
        if self.error.is_some() {
            return false;
        }
        if self.depth >= MAX_DEPTH {
            self.fail(SerializationError::too_deep(MAX_DEPTH).into());
            return false;
        }
        self.begin(tag);
        true
    }

    /// Ends the start tag that is open, since content follows.
    fn close_tag(&mut self) {
        if self.is_tag_open && !self.is_in_attribute {
            self.out.push('>');
            self.is_tag_open = false;
        }
    }

    /// Writes text that needs no escape.
    fn put_plain(&mut self, text: &str) {
        self.close_tag();
        self.out.push_str(text);
    }

    fn put_formatted(&mut self, value: &DateTime, format: Format) {
        match value.fmt(format) {
            Ok(text) => self.put_plain(&text),
            Err(error) => self.fail(error.into()),
        }
    }

    #[cold]
    fn fail(&mut self, error: BoxError) {
        self.error.get_or_insert(error);
    }
}

/// Characters that are marks, and those that a reader would replace: line ends
/// of all kinds become a line feed, and in attributes white space a space
/// (XML 1.1, "End-of-Line Handling", which some services read).
fn push_escaped(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some((at, length, escape)) = next_escape(rest) {
        let (plain, from) = rest.split_at(at);
        out.push_str(plain);
        out.push_str(escape);
        rest = from.get(length..).unwrap_or_default();
    }
    out.push_str(rest);
}

/// Where the next character to be escaped is, how many bytes it has, and what
/// stands for it.
fn next_escape(text: &str) -> Option<(usize, usize, &'static str)> {
    let bytes = text.as_bytes();
    let mut from = 0;
    loop {
        let at = from + bytes.get(from..)?.iter().position(|&byte| MAY_NEED_ESCAPE[usize::from(byte)])?;
        let escape = match bytes.get(at..)? {
            [b'&', ..] => (at, 1, "&amp;"),
            [b'<', ..] => (at, 1, "&lt;"),
            [b'>', ..] => (at, 1, "&gt;"),
            [b'"', ..] => (at, 1, "&quot;"),
            [b'\'', ..] => (at, 1, "&apos;"),
            [b'\r', ..] => (at, 1, "&#xD;"),
            [b'\n', ..] => (at, 1, "&#xA;"),
            [b'\t', ..] => (at, 1, "&#x9;"),
            // U+0085 and U+2028 in UTF-8.
            [0xC2, 0x85, ..] => (at, 2, "&#x85;"),
            [0xE2, 0x80, 0xA8, ..] => (at, 3, "&#x2028;"),
            _ => {
                from = at + 1;
                continue;
            }
        };
        return Some(escape);
    }
}

/// The bytes with which a character to be escaped begins.
const MAY_NEED_ESCAPE: [bool; 256] = {
    let mut table = [false; 256];
    let first = b"&<>\"'\r\n\t\xC2\xE2";
    let mut at = 0;
    while at < first.len() {
        table[first[at] as usize] = true;
        at += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;

    struct Grant {
        id: Option<String>,
        kind: Option<String>,
        to: Vec<String>,
    }

    impl Write for Grant {
        fn write(&self, w: &mut Writer) {
            w.attribute("xsi:type", self.kind.as_deref(), |v, w| w.put_string(v));
            w.string("Id", self.id.as_deref());
            w.list("To", "member", Some(&self.to), |v, w| w.put_string(v));
        }
    }

    #[track_caller]
    fn check(write: fn(&mut Writer), expected: &str) {
        let mut w = Writer::new();
        w.begin("Root xmlns=\"https://example.com/\"");
        write(&mut w);
        w.end("Root xmlns=\"https://example.com/\"");
        let body = w.finish().expect("nothing is wrong with it");
        let body = String::from_utf8(body).expect("text");
        assert_eq!(body, format!("<Root xmlns=\"https://example.com/\">{expected}</Root>"));
    }

    #[test]
    fn members_become_elements() {
        check(|w| w.string("Name", Some("a")), "<Name>a</Name>");
        check(|w| w.string("Name", None), "");
        check(|w| w.int("Count", Some(-3)), "<Count>-3</Count>");
        check(|w| w.double("Ratio", Some(f64::INFINITY)), "<Ratio>Infinity</Ratio>");
        check(|w| w.boolean("IsOn", Some(true)), "<IsOn>true</IsOn>");
        check(|w| w.date_time("At", Some(&DateTime::from_secs(0))), "<At>1970-01-01T00:00:00Z</At>");
        check(|w| w.blob("Data", Some(&Blob::new("ab"))), "<Data>YWI=</Data>");
        check(|w| w.empty_element("Unit"), "<Unit></Unit>");
    }

    #[test]
    fn structures_lists_and_maps_nest() {
        check(
            |w| {
                let grant =
                    Grant { id: Some("7".into()), kind: Some("a\"b".into()), to: vec!["x".into(), "y".into()] };
                w.shape("Grant xmlns:xsi=\"uri\"", Some(&grant));
            },
            "<Grant xmlns:xsi=\"uri\" xsi:type=\"a&quot;b\"><Id>7</Id><To><member>x</member><member>y</member></To></Grant>",
        );
        check(|w| w.flat_list("Id", Some(&[1_i64, 2]), |v, w| w.put_int(*v)), "<Id>1</Id><Id>2</Id>");
        check(|w| w.list("Ids", "member", Some(&[0_i64; 0]), |v, w| w.put_int(*v)), "<Ids></Ids>");
        check(
            |w| {
                let map = HashMap::from([("k".to_owned(), 1_i64)]);
                w.map("Map", ["entry", "key", "value"], Some(&map), |v, w| w.put_int(*v));
                w.flat_map(["Flat", "K", "V"], Some(&map), |v, w| w.put_int(*v));
            },
            "<Map><entry><key>k</key><value>1</value></entry></Map><Flat><K>k</K><V>1</V></Flat>",
        );
    }

    #[test]
    fn what_a_reader_would_change_is_escaped() {
        check(
            |w| w.string("T", Some("<&>'\"\r\n\t\u{85}\u{2028}é ©… \u{2027}")),
            "<T>&lt;&amp;&gt;&apos;&quot;&#xD;&#xA;&#x9;&#x85;&#x2028;é ©… \u{2027}</T>",
        );
    }

    struct Endless;

    impl Write for Endless {
        fn write(&self, w: &mut Writer) {
            w.shape("Next", Some(&Self));
        }
    }

    #[test]
    fn depth_is_bounded() {
        let mut w = Writer::new();
        w.shape("Next", Some(&Endless));
        assert!(w.finish().is_err());
    }
}
