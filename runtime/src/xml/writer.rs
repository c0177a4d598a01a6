//! Appends members to one body.
//!
//! Tags and values go in, a `Vec<u8>` comes out. It exists because all that an
//! emitted `write` has to say is which member has which tag: brackets,
//! escaping, depth and the first error are kept here, once.

use super::Write;
use crate::error::SerializationError;
use crate::format::{self, Format, Times, MAX_DEPTH};
use crate::text;
use aws_smithy_types::date_time;
use aws_smithy_types::{base64, BigDecimal, BigInteger, Blob, DateTime};
use std::collections::HashMap;

/// The format of XML bodies.
#[derive(Default)]
pub struct Xml {
    /// Whether the start tag that was written last still lacks its `>`.
    is_tag_open: bool,
    /// Whether content goes into an attribute.
    is_in_attribute: bool,
}

/// Writes an XML body.
///
/// A key is a *tag*: what is in a start tag, `Name` or `Name xmlns="uri"`, escaped
/// when the crate was emitted; the end tag has what comes before the space. Methods
/// without a tag (`put_..`) write the content of an element, or of an attribute.
pub type Writer = format::Writer<Xml>;

impl Format for Xml {
    const CONTENT_TYPE: &'static str = "application/xml";
    type Out = String;
    type Begun = ();

    fn begin_member(w: &mut Writer, tag: &'static str) -> Option<()> {
        w.enter(tag).then_some(())
    }

    fn end_member(w: &mut Writer, tag: &'static str, (): ()) {
        w.end(tag);
    }

    fn put_string(w: &mut Writer, value: &str) {
        w.close_tag();
        push_escaped(&mut w.out, value);
    }

    fn put_int(w: &mut Writer, value: i64) {
        let mut buffer = itoa::Buffer::new();
        w.put_plain(buffer.format(value));
    }

    fn put_double(w: &mut Writer, value: f64) {
        w.put_plain(text::double_in(&mut ryu::Buffer::new(), value));
    }

    fn put_float(w: &mut Writer, value: f32) {
        w.put_plain(text::float_in(&mut ryu::Buffer::new(), value));
    }

    fn put_boolean(w: &mut Writer, value: bool) {
        w.put_plain(text::boolean(value));
    }

    /// In base64.
    fn put_blob(w: &mut Writer, value: &Blob) {
        w.put_plain(&base64::encode(value));
    }

    fn put_big_integer(w: &mut Writer, value: &BigInteger) {
        w.put_plain(value.as_ref());
    }

    fn put_big_decimal(w: &mut Writer, value: &BigDecimal) {
        w.put_plain(value.as_ref());
    }
}

impl Times for Xml {
    fn put_epoch_seconds(w: &mut Writer, value: &DateTime) {
        w.put_formatted(value, date_time::Format::EpochSeconds);
    }

    fn put_date_time(w: &mut Writer, value: &DateTime) {
        w.put_formatted(value, date_time::Format::DateTime);
    }

    fn put_http_date(w: &mut Writer, value: &DateTime) {
        w.put_formatted(value, date_time::Format::HttpDate);
    }
}

impl Default for Writer {
    fn default() -> Self {
        Self::new()
    }
}

impl Writer {
    /// Starts an empty body.
    pub fn new() -> Self {
        Self::start(Xml::default())
    }

    /// The body that is a structure or union; none, if it is not set.
    pub fn of<T: Write>(tag: &'static str, value: Option<&T>) -> Option<Self> {
        Self::of_element(tag, value, T::write)
    }

    /// The body that is one element; none, if it is not set.
    pub fn of_element<T>(tag: &'static str, value: Option<&T>, write: fn(&T, &mut Self)) -> Option<Self> {
        let mut writer = Self::new();
        writer.element(tag, Some(value?), write);
        Some(writer)
    }

    /// Begins an element; attributes and content follow.
    pub fn begin(&mut self, tag: &'static str) {
        self.close_tag();
        self.depth += 1;
        self.out.push('<');
        self.out.push_str(tag);
        self.format.is_tag_open = true;
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
        self.format.is_in_attribute = true;
        write(value, self);
        self.format.is_in_attribute = false;
        self.out.push('"');
    }

    /// A union's member without content.
    pub fn empty_element(&mut self, tag: &'static str) {
        self.begin(tag);
        self.end(tag);
    }

    /// Writes a member as an element.
    pub fn element<T: ?Sized>(&mut self, tag: &'static str, value: Option<&T>, write: fn(&T, &mut Self)) {
        self.member(tag, value, write);
    }

    /// Writes a structure or union member.
    pub fn shape<T: Write>(&mut self, tag: &'static str, value: Option<&T>) {
        self.nested(tag, value, T::write);
    }

    /// Writes a structure or union as the content of the element.
    pub fn put_shape<T: Write>(&mut self, value: &T) {
        value.write(self);
    }

    /// Writes a list member: an element with an element an item.
    pub fn list<T>(&mut self, tag: &'static str, item: &'static str, value: Option<&[T]>, write: fn(&T, &mut Self)) {
        self.member(tag, value, |values, w| w.put_list(item, values, write));
    }

    /// Writes a map member: an element with an element an entry.
    pub fn map<K: AsRef<str>, V>(
        &mut self,
        tag: &'static str,
        entry: [&'static str; 3],
        value: Option<&HashMap<K, V>>,
        write: fn(&V, &mut Self),
    ) {
        self.member(tag, value, |values, w| w.put_map(entry, values, write));
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
        if self.format.is_tag_open && !self.format.is_in_attribute {
            self.out.push('>');
            self.format.is_tag_open = false;
        }
    }

    /// Writes text that needs no escape.
    fn put_plain(&mut self, text: &str) {
        self.close_tag();
        self.out.push_str(text);
    }

    fn put_formatted(&mut self, value: &DateTime, format: date_time::Format) {
        match value.fmt(format) {
            Ok(text) => self.put_plain(&text),
            Err(error) => self.fail(error.into()),
        }
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
