//! Appends members to one body.
//!
//! Keys and values go in, a `Vec<u8>` comes out. It exists because all that an
//! emitted `write` has to say is which member has which kind: the comma, the
//! escaping, the depth and the first error are kept here, once.

use super::number::push_big_number;
use super::string::push_quoted;
use super::timestamp::push_epoch_seconds;
use super::Write;
use crate::error::SerializationError;
use crate::format::{self, Format, Objects, Times, MAX_DEPTH};
use crate::text;
use aws_smithy_types::date_time;
use aws_smithy_types::error::operation::SerializationError as OfficialError;
use aws_smithy_types::{base64, BigDecimal, BigInteger, Blob, DateTime, Document};
use std::collections::HashMap;

/// The format of JSON bodies.
#[derive(Default)]
pub struct Json;

/// Writes a JSON body.
///
/// A *key* is the literal `,"name":`, escaped when the crate was emitted; its
/// comma is dropped where the object begins.
pub type Writer = format::Writer<Json>;

impl Format for Json {
    const CONTENT_TYPE: &'static str = "application/json";
    type Out = Vec<u8>;
    type Begun = ();

    #[inline]
    fn begin_member(w: &mut Writer, key: &'static str) -> Option<()> {
        w.key(key);
        Some(())
    }

    #[inline]
    fn end_member(_: &mut Writer, _: &'static str, (): ()) {}

    #[inline]
    fn may_nest(w: &mut Writer) -> bool {
        w.error.is_none()
    }

    #[inline]
    fn put_string(w: &mut Writer, value: &str) {
        push_quoted(&mut w.out, value);
    }

    #[inline]
    fn put_int(w: &mut Writer, value: i64) {
        let mut buffer = itoa::Buffer::new();
        w.out.extend_from_slice(buffer.format(value).as_bytes());
    }

    /// The shortest text that reads as the same double; NaN and the infinities are
    /// strings, as Smithy wants them.
    fn put_double(w: &mut Writer, value: f64) {
        if value.is_finite() {
            let mut buffer = ryu::Buffer::new();
            w.out.extend_from_slice(buffer.format_finite(value).as_bytes());
        } else {
            w.put_non_finite(value);
        }
    }

    /// The shortest text that reads as the same float.
    fn put_float(w: &mut Writer, value: f32) {
        if value.is_finite() {
            let mut buffer = ryu::Buffer::new();
            w.out.extend_from_slice(buffer.format_finite(value).as_bytes());
        } else {
            w.put_non_finite(value.into());
        }
    }

    #[inline]
    fn put_boolean(w: &mut Writer, value: bool) {
        w.out.extend_from_slice(text::boolean(value).as_bytes());
    }

    /// In base64.
    fn put_blob(w: &mut Writer, value: &Blob) {
        w.put_plain(&base64::encode(value));
    }

    /// As a number.
    fn put_big_integer(w: &mut Writer, value: &BigInteger) {
        push_big_number(&mut w.out, value.as_ref());
    }

    /// As a number.
    fn put_big_decimal(w: &mut Writer, value: &BigDecimal) {
        push_big_number(&mut w.out, value.as_ref());
    }
}

impl Times for Json {
    fn put_epoch_seconds(w: &mut Writer, value: &DateTime) {
        push_epoch_seconds(&mut w.out, value);
    }

    fn put_date_time(w: &mut Writer, value: &DateTime) {
        w.put_formatted(value, date_time::Format::DateTime);
    }

    fn put_http_date(w: &mut Writer, value: &DateTime) {
        w.put_formatted(value, date_time::Format::HttpDate);
    }
}

impl Objects for Json {
    #[inline]
    fn begin_object(w: &mut Writer) {
        w.begin(b'{');
    }

    #[inline]
    fn end_object(w: &mut Writer) {
        w.end(b'}');
    }

    #[inline]
    fn put_list<T>(w: &mut Writer, values: &[T], write: impl Fn(&T, &mut Writer)) {
        w.begin(b'[');
        for value in values {
            if !w.begin_element() {
                break;
            }
            write(value, w);
        }
        w.end(b']');
    }

    #[inline]
    fn put_map<K: AsRef<str>, V>(w: &mut Writer, values: &HashMap<K, V>, write: impl Fn(&V, &mut Writer)) {
        w.begin(b'{');
        for (key, value) in values {
            if !w.begin_entry(key.as_ref()) {
                break;
            }
            write(value, w);
        }
        w.end(b'}');
    }

    fn put_null(w: &mut Writer) {
        w.out.extend_from_slice(b"null");
    }
}

impl Writer {
    /// The body that is a structure or union; none, if it is not set.
    pub fn of<T: Write>(value: Option<&T>) -> Option<Self> {
        Self::of_value(value, T::write)
    }

    /// The body that is a document; none, if it is not set.
    pub fn of_document(value: Option<&Document>) -> Option<Self> {
        Self::of_value(value, |value, w| w.put_document(value))
    }

    /// The body that is a structure; an object without members, if it is not set.
    pub fn of_structure<T: Write>(value: Option<&T>) -> Self {
        let mut writer = Self::new();
        match value {
            Some(value) => value.write(&mut writer),
            None => writer.put_empty_object(),
        }
        writer
    }

    /// Writes a structure or union member.
    pub fn shape<T: Write>(&mut self, key: &'static str, value: Option<&T>) {
        self.nested(key, value, T::write);
    }

    /// Writes a structure or union as an element.
    pub fn put_shape<T: Write>(&mut self, value: &T) {
        value.write(self);
    }

    /// Writes a document member.
    pub fn document(&mut self, key: &'static str, value: Option<&Document>) {
        self.member(key, value, |value, w| w.put_document(value));
    }

    /// Writes a big integer member as a string.
    pub fn big_integer_text(&mut self, key: &'static str, value: Option<&BigInteger>) {
        self.member(key, value, |value, w| w.put_big_integer_text(value));
    }

    /// Writes a big decimal member as a string.
    pub fn big_decimal_text(&mut self, key: &'static str, value: Option<&BigDecimal>) {
        self.member(key, value, |value, w| w.put_big_decimal_text(value));
    }

    /// Writes a big integer as a string.
    pub fn put_big_integer_text(&mut self, value: &BigInteger) {
        self.put_big_number_text(value.as_ref());
    }

    /// Writes a big decimal as a string.
    pub fn put_big_decimal_text(&mut self, value: &BigDecimal) {
        self.put_big_number_text(value.as_ref());
    }

    /// A number needs no escaping.
    fn put_big_number_text(&mut self, text: &str) {
        self.out.push(b'"');
        push_big_number(&mut self.out, text);
        self.out.push(b'"');
    }

    #[inline]
    pub(super) fn begin(&mut self, bracket: u8) {
        if self.depth >= MAX_DEPTH {
            self.fail(SerializationError::too_deep(MAX_DEPTH).into());
        }
        // Cannot wrap: an emitted `write` that recurses is only called through
        // the methods here, and they stop at the first error.
        self.depth = self.depth.saturating_add(1);
        self.out.push(bracket);
    }

    #[inline]
    pub(super) fn end(&mut self, bracket: u8) {
        self.depth = self.depth.saturating_sub(1);
        self.out.push(bracket);
    }

    /// The comma before an element; false where writing should stop.
    #[inline]
    pub(super) fn begin_element(&mut self) -> bool {
        if self.out.last() != Some(&b'[') {
            self.out.push(b',');
        }
        self.error.is_none()
    }

    /// The key of a map entry; false where writing should stop.
    #[inline]
    pub(super) fn begin_entry(&mut self, key: &str) -> bool {
        if self.out.last() != Some(&b'{') {
            self.out.push(b',');
        }
        push_quoted(&mut self.out, key);
        self.out.push(b':');
        self.error.is_none()
    }

    /// Appends `,"name":`. No value ends in `{`, so the last byte says whether
    /// the object has just begun.
    #[inline]
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
        self.put_plain(text::non_finite(value));
    }

    fn put_formatted(&mut self, value: &DateTime, format: date_time::Format) {
        match value.fmt(format) {
            Ok(text) => self.put_plain(&text),
            Err(error) => self.fail(OfficialError::from(error).into()),
        }
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
            (&|w| w.put_big_integer_text(&"-123456789012345678901".parse().unwrap()), r#""-123456789012345678901""#),
            (&|w| w.put_big_decimal_text(&".5".parse().unwrap()), r#""0.5""#),
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
            w.nested(r#","a":"#, Some(&()), |_, _| panic!("visited"));
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
