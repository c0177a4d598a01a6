//! Appends members to one body.
//!
//! Keys and values go in, a `Vec<u8>` comes out. It exists because all that an
//! emitted `write` has to say is which member has which kind: the comma, the
//! escaping, the depth and the first error are kept here, once.

use super::number::push_big_number;
use super::string::push_quoted;
use super::timestamp::push_epoch_seconds;
use super::{Write, MAX_DEPTH};
use crate::error::SerializationError;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_types::date_time::Format;
use aws_smithy_types::error::operation::SerializationError as OfficialError;
use aws_smithy_types::{base64, BigDecimal, BigInteger, Blob, DateTime, Document};
use std::collections::HashMap;

/// Room for the body of most requests, so that few of them reallocate.
const CAPACITY: usize = 512;

/// Writes a JSON body.
///
/// A *key* is the literal `,"name":`, escaped when the crate was emitted; its
/// comma is dropped where the object begins. A member that is `None` is left
/// out. Methods without a key (`put_..`) write an element of a list or the
/// value of a map.
///
/// The first error is kept until [`finish`](Self::finish), and no nested value
/// is visited after it.
pub struct Writer {
    pub(super) out: Vec<u8>,
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
        Self { out: Vec::with_capacity(CAPACITY), depth: 0, error: None }
    }

    /// The body.
    ///
    /// # Errors
    /// The first problem: an unknown union member, a time that its format
    /// cannot express, values nested more than [`MAX_DEPTH`] deep. No message
    /// quotes a value.
    pub fn finish(self) -> Result<Vec<u8>, BoxError> {
        match self.error {
            None => Ok(self.out),
            Some(error) => Err(error),
        }
    }

    /// Opens an object.
    pub fn begin_object(&mut self) {
        self.begin(b'{');
    }

    /// Closes the object that was opened last.
    pub fn end_object(&mut self) {
        self.end(b'}');
    }

    /// Refuses the unknown variant of the union `name`.
    pub fn fail_unknown_variant(&mut self, name: &'static str) {
        self.fail(OfficialError::unknown_variant(name).into());
    }

    /// A union's member without content: `{}`.
    pub fn empty_object(&mut self, key: &'static str) {
        self.key(key);
        self.begin_object();
        self.end_object();
    }

    /// Writes a string member.
    pub fn string(&mut self, key: &'static str, value: Option<&str>) {
        if let Some(value) = value {
            self.key(key);
            push_quoted(&mut self.out, value);
        }
    }

    /// Writes a member of any integer type.
    pub fn int(&mut self, key: &'static str, value: Option<i64>) {
        if let Some(value) = value {
            self.key(key);
            self.put_int(value);
        }
    }

    /// Writes a double member.
    pub fn double(&mut self, key: &'static str, value: Option<f64>) {
        if let Some(value) = value {
            self.key(key);
            self.put_double(value);
        }
    }

    /// Writes a float member.
    pub fn float(&mut self, key: &'static str, value: Option<f32>) {
        if let Some(value) = value {
            self.key(key);
            self.put_float(value);
        }
    }

    /// Writes a boolean member.
    pub fn boolean(&mut self, key: &'static str, value: Option<bool>) {
        if let Some(value) = value {
            self.key(key);
            self.put_boolean(value);
        }
    }

    /// Writes a blob member in base64.
    pub fn blob(&mut self, key: &'static str, value: Option<&Blob>) {
        if let Some(value) = value {
            self.key(key);
            self.put_blob(value);
        }
    }

    /// Writes a timestamp member in seconds since the epoch.
    pub fn epoch_seconds(&mut self, key: &'static str, value: Option<&DateTime>) {
        if let Some(value) = value {
            self.key(key);
            push_epoch_seconds(&mut self.out, value);
        }
    }

    /// Writes a timestamp member as RFC 3339 text.
    pub fn date_time(&mut self, key: &'static str, value: Option<&DateTime>) {
        if let Some(value) = value {
            self.key(key);
            self.put_date_time(value);
        }
    }

    /// Writes a timestamp member as an HTTP date.
    pub fn http_date(&mut self, key: &'static str, value: Option<&DateTime>) {
        if let Some(value) = value {
            self.key(key);
            self.put_http_date(value);
        }
    }

    /// Writes a document member.
    pub fn document(&mut self, key: &'static str, value: Option<&Document>) {
        if let Some(value) = value {
            self.key(key);
            self.put_document(value);
        }
    }

    /// Writes a big integer member as a number.
    pub fn big_integer(&mut self, key: &'static str, value: Option<&BigInteger>) {
        if let Some(value) = value {
            self.key(key);
            self.put_big_integer(value);
        }
    }

    /// Writes a big decimal member as a number.
    pub fn big_decimal(&mut self, key: &'static str, value: Option<&BigDecimal>) {
        if let Some(value) = value {
            self.key(key);
            self.put_big_decimal(value);
        }
    }

    /// Writes a structure or union member with its own `write`.
    pub fn member<T>(&mut self, key: &'static str, value: Option<&T>, write: fn(&T, &mut Self)) {
        if let Some(value) = value {
            if self.begin_member(key) {
                write(value, self);
            }
        }
    }

    /// Writes a structure or union member.
    pub fn shape<T: Write>(&mut self, key: &'static str, value: Option<&T>) {
        self.member(key, value, T::write);
    }

    /// Writes an enum member.
    pub fn text(&mut self, key: &'static str, value: Option<&impl AsRef<str>>) {
        self.string(key, value.map(AsRef::as_ref));
    }

    /// Writes a list member, each element with `write`.
    pub fn list<T>(&mut self, key: &'static str, value: Option<&[T]>, write: fn(&T, &mut Self)) {
        if let Some(value) = value {
            self.key(key);
            self.put_list(value, write);
        }
    }

    /// Writes a list member whose elements may be null.
    pub fn sparse_list<T>(&mut self, key: &'static str, value: Option<&[Option<T>]>, write: fn(&T, &mut Self)) {
        if let Some(value) = value {
            self.key(key);
            self.put_sparse_list(value, write);
        }
    }

    /// Writes a map member, each value with `write`.
    pub fn map<K: AsRef<str>, V>(
        &mut self,
        key: &'static str,
        value: Option<&HashMap<K, V>>,
        write: fn(&V, &mut Self),
    ) {
        if let Some(value) = value {
            self.key(key);
            self.put_map(value, write);
        }
    }

    /// Writes a map member whose values may be null.
    pub fn sparse_map<K: AsRef<str>, V>(
        &mut self,
        key: &'static str,
        value: Option<&HashMap<K, Option<V>>>,
        write: fn(&V, &mut Self),
    ) {
        if let Some(value) = value {
            self.key(key);
            self.put_sparse_map(value, write);
        }
    }

    /// Writes a string.
    pub fn put_string(&mut self, value: &str) {
        push_quoted(&mut self.out, value);
    }

    /// Writes an integer.
    pub fn put_int(&mut self, value: i64) {
        let mut buffer = itoa::Buffer::new();
        self.out.extend_from_slice(buffer.format(value).as_bytes());
    }

    /// Writes the shortest text that reads as the same double; NaN and the
    /// infinities are strings, as Smithy wants them.
    pub fn put_double(&mut self, value: f64) {
        if value.is_finite() {
            let mut buffer = ryu::Buffer::new();
            self.out.extend_from_slice(buffer.format_finite(value).as_bytes());
        } else {
            self.put_non_finite(value);
        }
    }

    /// Writes the shortest text that reads as the same float.
    pub fn put_float(&mut self, value: f32) {
        if value.is_finite() {
            let mut buffer = ryu::Buffer::new();
            self.out.extend_from_slice(buffer.format_finite(value).as_bytes());
        } else {
            self.put_non_finite(value.into());
        }
    }

    /// Writes a boolean.
    pub fn put_boolean(&mut self, value: bool) {
        let text: &[u8] = if value { b"true" } else { b"false" };
        self.out.extend_from_slice(text);
    }

    /// Writes a blob in base64.
    pub fn put_blob(&mut self, value: &Blob) {
        self.put_plain(&base64::encode(value));
    }

    /// Writes a time in seconds since the epoch.
    pub fn put_epoch_seconds(&mut self, value: &DateTime) {
        push_epoch_seconds(&mut self.out, value);
    }

    /// Writes a time as RFC 3339 text.
    pub fn put_date_time(&mut self, value: &DateTime) {
        self.put_formatted(value, Format::DateTime);
    }

    /// Writes a time as an HTTP date.
    pub fn put_http_date(&mut self, value: &DateTime) {
        self.put_formatted(value, Format::HttpDate);
    }

    /// Writes a big integer as a number.
    pub fn put_big_integer(&mut self, value: &BigInteger) {
        push_big_number(&mut self.out, value.as_ref());
    }

    /// Writes a big decimal as a number.
    pub fn put_big_decimal(&mut self, value: &BigDecimal) {
        push_big_number(&mut self.out, value.as_ref());
    }

    /// Writes a structure or union as an element.
    pub fn put_shape<T: Write>(&mut self, value: &T) {
        value.write(self);
    }

    /// Writes a list, each element with `write`.
    pub fn put_list<T>(&mut self, values: &[T], write: fn(&T, &mut Self)) {
        self.begin(b'[');
        for value in values {
            if !self.begin_element() {
                break;
            }
            write(value, self);
        }
        self.end(b']');
    }

    /// Writes a list whose elements may be null.
    pub fn put_sparse_list<T>(&mut self, values: &[Option<T>], write: fn(&T, &mut Self)) {
        self.begin(b'[');
        for value in values {
            if !self.begin_element() {
                break;
            }
            match value {
                Some(value) => write(value, self),
                None => self.put_null(),
            }
        }
        self.end(b']');
    }

    /// Writes a map, each value with `write`.
    pub fn put_map<K: AsRef<str>, V>(&mut self, values: &HashMap<K, V>, write: fn(&V, &mut Self)) {
        self.begin(b'{');
        for (key, value) in values {
            if !self.begin_entry(key.as_ref()) {
                break;
            }
            write(value, self);
        }
        self.end(b'}');
    }

    /// Writes a map whose values may be null.
    pub fn put_sparse_map<K: AsRef<str>, V>(&mut self, values: &HashMap<K, Option<V>>, write: fn(&V, &mut Self)) {
        self.begin(b'{');
        for (key, value) in values {
            if !self.begin_entry(key.as_ref()) {
                break;
            }
            match value {
                Some(value) => write(value, self),
                None => self.put_null(),
            }
        }
        self.end(b'}');
    }

    /// Writes a null.
    pub fn put_null(&mut self) {
        self.out.extend_from_slice(b"null");
    }

    pub(super) fn begin(&mut self, bracket: u8) {
        if self.depth >= MAX_DEPTH {
            self.fail(SerializationError::too_deep(MAX_DEPTH).into());
        }
        // Cannot wrap: an emitted `write` that recurses is only called through
        // the methods here, and they stop at the first error.
        self.depth = self.depth.saturating_add(1);
        self.out.push(bracket);
    }

    pub(super) fn end(&mut self, bracket: u8) {
        self.depth = self.depth.saturating_sub(1);
        self.out.push(bracket);
    }

    /// The comma before an element; false where writing should stop.
    pub(super) fn begin_element(&mut self) -> bool {
        if self.out.last() != Some(&b'[') {
            self.out.push(b',');
        }
        self.error.is_none()
    }

    /// The key of a map entry; false where writing should stop.
    pub(super) fn begin_entry(&mut self, key: &str) -> bool {
        if self.out.last() != Some(&b'{') {
            self.out.push(b',');
        }
        push_quoted(&mut self.out, key);
        self.out.push(b':');
        self.error.is_none()
    }

    /// The key of a nested value; false where writing should stop.
    fn begin_member(&mut self, key: &'static str) -> bool {
        self.key(key);
        self.error.is_none()
    }

    /// Appends `,"name":`. No value ends in `{`, so the last byte says whether
    /// the object has just begun.
    fn key(&mut self, key: &'static str) {
        let key = key.as_bytes();
        match (self.out.last(), key) {
            (Some(b'{'), [b',', first @ ..]) => self.out.extend_from_slice(first),
            _ => self.out.extend_from_slice(key),
        }
    }

    /// Appends text that needs no escaping, in quotes.
    fn put_plain(&mut self, text: &str) {
        self.out.reserve(text.len() + 2);
        self.out.push(b'"');
        self.out.extend_from_slice(text.as_bytes());
        self.out.push(b'"');
    }

    #[cold]
    fn put_non_finite(&mut self, value: f64) {
        self.put_plain(crate::text::non_finite(value));
    }

    fn put_formatted(&mut self, value: &DateTime, format: Format) {
        match value.fmt(format) {
            Ok(text) => self.put_plain(&text),
            Err(error) => self.fail(OfficialError::from(error).into()),
        }
    }

    #[cold]
    fn fail(&mut self, error: BoxError) {
        self.error.get_or_insert(error);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl Fn(&mut Writer)) -> String {
        let mut writer = Writer::new();
        write(&mut writer);
        String::from_utf8(writer.finish().unwrap()).unwrap()
    }

    fn error(write: impl Fn(&mut Writer)) -> String {
        let mut writer = Writer::new();
        write(&mut writer);
        writer.finish().unwrap_err().to_string()
    }

    #[test]
    fn members_are_separated_and_absent_ones_left_out() {
        let text = written(|w| {
            w.begin_object();
            w.string(r#","none":"#, None);
            w.string(r#","a":"#, Some("x\"y"));
            w.int(r#","b":"#, Some(i64::MIN));
            w.boolean(r#","c":"#, Some(true));
            w.member(r#","d":"#, Some(&1), |_, w| {
                w.begin_object();
                w.boolean(r#","e":"#, Some(false));
                w.end_object();
            });
            w.list(r#","f":"#, Some(&["p", "q"][..]), |v, w| w.put_string(v));
            w.list(r#","g":"#, Some(&[0i64; 0][..]), |v, w| w.put_int(*v));
            w.sparse_list(r#","h":"#, Some(&[None, Some(1), None][..]), |v, w| w.put_int(*v));
            w.list(r#","i":"#, Some(&[vec![1], vec![], vec![2, 3]][..]), |v, w| {
                w.put_list(v, |v, w| w.put_int(*v));
            });
            w.map(r#","j":"#, Some(&HashMap::from([("k\n", 1)])), |v, w| w.put_int(*v));
            w.sparse_map(r#","l":"#, Some(&HashMap::from([("m", None::<i64>)])), |v, w| w.put_int(*v));
            w.end_object();
        });
        assert_eq!(
            text,
            concat!(
                r#"{"a":"x\"y","b":-9223372036854775808,"c":true,"d":{"e":false},"f":["p","q"],"#,
                r#""g":[],"h":[null,1,null],"i":[[1],[],[2,3]],"j":{"k\n":1},"l":{"m":null}}"#
            )
        );
    }

    #[test]
    fn scalars_have_the_text_of_the_official_crates() {
        let time = DateTime::from_secs_and_nanos(1_751_884_245, 123_000_000);
        type Write<'w> = &'w dyn Fn(&mut Writer);
        let cases: &[(Write<'_>, &str)] = &[
            (&|w| w.put_double(1.0), "1.0"),
            (&|w| w.put_double(-0.0), "-0.0"),
            (&|w| w.put_double(0.1), "0.1"),
            (&|w| w.put_double(1e300), "1e300"),
            (&|w| w.put_double(f64::NAN), r#""NaN""#),
            (&|w| w.put_double(f64::INFINITY), r#""Infinity""#),
            (&|w| w.put_float(f32::NEG_INFINITY), r#""-Infinity""#),
            (&|w| w.put_float(0.1), "0.1"),
            (&|w| w.put_blob(&Blob::new("foobar")), r#""Zm9vYmFy""#),
            (&|w| w.put_epoch_seconds(&time), "1751884245.123"),
            (&|w| w.put_date_time(&time), r#""2025-07-07T10:30:45.123Z""#),
            (&|w| w.put_http_date(&time), r#""Mon, 07 Jul 2025 10:30:45 GMT""#),
            (&|w| w.put_big_integer(&"-123456789012345678901".parse().unwrap()), "-123456789012345678901"),
            (&|w| w.put_big_decimal(&".5".parse().unwrap()), "0.5"),
        ];
        for (write, expected) in cases {
            assert_eq!(written(write), *expected);
        }
    }

    #[test]
    fn the_first_error_stays() {
        let text = error(|w| {
            w.begin_object();
            w.fail_unknown_variant("Output");
            w.put_date_time(&DateTime::from_secs(i64::MAX));
            w.end_object();
        });
        assert!(text.starts_with("Cannot serialize `Output::Unknown`"), "{text}");
        assert_eq!(
            error(|w| w.date_time(r#","a":"#, Some(&DateTime::from_secs(i64::MAX)))),
            "failed to serialize timestamp"
        );
    }

    #[test]
    fn nothing_nested_is_visited_after_an_error() {
        let text = error(|w| {
            w.fail_unknown_variant("U");
            w.member(r#","a":"#, Some(&()), |_, _| panic!("visited"));
            w.put_list(&[()], |_, _| panic!("visited"));
            w.put_map(&HashMap::from([("a", ())]), |_, _| panic!("visited"));
        });
        assert!(text.contains("`U::Unknown`"), "{text}");
    }

    struct Tree(Vec<Tree>);

    impl Tree {
        fn of_depth(depth: usize) -> Self {
            (1..depth).fold(Self(Vec::new()), |tree, _| Self(vec![tree]))
        }

        fn write(&self, w: &mut Writer) {
            w.put_list(&self.0, Self::write);
        }
    }

    #[test]
    fn values_that_are_nested_too_deep_are_an_error() {
        let deepest = Tree::of_depth(usize::from(MAX_DEPTH));
        assert_eq!(written(|w| deepest.write(w)).len(), 256);
        for depth in [129, 5_000] {
            let tree = Tree::of_depth(depth);
            assert_eq!(error(|w| tree.write(w)), "the input is nested more than 128 levels deep");
        }
    }
}
