//! The query string codec of the emitted crates: requests of awsQuery and
//! ec2Query.
//!
//! Members go in and one `Vec<u8>` comes out ([`Writer`]); responses of these
//! protocols are XML. It offers the methods of the XML writer, since both have
//! names for items and entries: which name a member has, and whether it is
//! flattened, is the generator's to say (Smithy 2.0, "AWS query protocol").
//!
//! One key is kept and grows and shrinks with the values that enclose each
//! other, so that a parameter costs no allocation.

use crate::error::SerializationError;
use crate::format::{self, Format, Times, MAX_DEPTH};
use crate::text;
use aws_smithy_types::date_time;
use aws_smithy_types::{base64, BigDecimal, BigInteger, Blob, DateTime};
use percent_encoding::{utf8_percent_encode, AsciiSet, NON_ALPHANUMERIC};
use std::collections::HashMap;

/// A structure or union that can be a part of a request.
pub trait Write {
    /// Writes a parameter a member, below the key that was entered for it.
    fn write(&self, w: &mut Writer);
}

/// A member that is boxed to break a recursion.
impl<T: Write> Write for Box<T> {
    fn write(&self, w: &mut Writer) {
        T::write(self, w);
    }
}

/// All but the unreserved characters of RFC 3986.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The format of bodies of parameters.
pub struct Query {
    /// The key of the value that is being written.
    key: String,
    /// Whether a list without values is a parameter without a value.
    writes_empty_lists: bool,
}

/// Writes a body of parameters.
///
/// A key is a *name*: a segment of the key of a parameter, encoded when the crate was
/// emitted. Methods without a name (`put_..`) write below or at the key that was entered.
pub type Writer = format::Writer<Query>;

impl Format for Query {
    const CONTENT_TYPE: &'static str = "application/x-www-form-urlencoded";
    type Out = String;
    /// The length of the key before the member.
    type Begun = usize;

    #[inline]
    fn begin_member(w: &mut Writer, name: &'static str) -> Option<usize> {
        let length = w.format.key.len();
        w.enter(name).then_some(length)
    }

    #[inline]
    fn end_member(w: &mut Writer, _: &'static str, length: usize) {
        w.leave(length);
    }

    fn put_string(w: &mut Writer, value: &str) {
        w.put_key();
        w.out.extend(utf8_percent_encode(value, RESERVED));
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
        w.put_string(&base64::encode(value));
    }

    fn put_big_integer(w: &mut Writer, value: &BigInteger) {
        w.put_string(value.as_ref());
    }

    fn put_big_decimal(w: &mut Writer, value: &BigDecimal) {
        w.put_string(value.as_ref());
    }
}

impl Times for Query {
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

impl Writer {
    /// Starts a body with what says the operation: `Action=X&Version=Y`.
    pub fn new(action: &'static str) -> Self {
        Self::begin(action, true)
    }

    /// As [`new`](Self::new), of ec2Query: a list without values is left out, since EC2
    /// takes what awsQuery has for it as a value.
    pub fn of_ec2(action: &'static str) -> Self {
        Self::begin(action, false)
    }

    fn begin(action: &'static str, writes_empty_lists: bool) -> Self {
        let mut writer = Self::start(Query { key: String::with_capacity(64), writes_empty_lists });
        writer.out.push_str(action);
        writer
    }

    /// Writes a member that is an attribute where the body is XML: parameters have
    /// none, and it is one of them.
    pub fn attribute<T: ?Sized>(&mut self, name: &'static str, value: Option<&T>, write: fn(&T, &mut Self)) {
        self.element(name, value, write);
    }

    /// A union's member without content.
    pub fn empty_element(&mut self, name: &'static str) {
        self.string(name, Some(""));
    }

    /// Writes a member below its name.
    pub fn element<T: ?Sized>(&mut self, name: &'static str, value: Option<&T>, write: fn(&T, &mut Self)) {
        self.member(name, value, write);
    }

    /// Writes a structure or union member.
    pub fn shape<T: Write>(&mut self, name: &'static str, value: Option<&T>) {
        self.nested(name, value, T::write);
    }

    /// Writes a structure or union.
    pub fn put_shape<T: Write>(&mut self, value: &T) {
        value.write(self);
    }

    /// Writes a list member: `name.item.1` and so on.
    pub fn list<T>(&mut self, name: &'static str, item: &'static str, value: Option<&[T]>, write: fn(&T, &mut Self)) {
        self.member(name, value, |values, w| w.put_list(item, values, write));
    }

    /// Writes a map member: `name.entry.1.key` and so on.
    pub fn map<K: AsRef<str>, V>(
        &mut self,
        name: &'static str,
        entry: [&'static str; 3],
        value: Option<&HashMap<K, V>>,
        write: fn(&V, &mut Self),
    ) {
        self.member(name, value, |values, w| w.put_map(entry, values, write));
    }

    /// Writes a flattened list member: `name.1` and so on.
    pub fn flat_list<T>(&mut self, name: &'static str, value: Option<&[T]>, write: fn(&T, &mut Self)) {
        self.list(name, "", value, write);
    }

    /// Writes a flattened map member: `name.1.key` and so on.
    pub fn flat_map<K: AsRef<str>, V>(
        &mut self,
        [name, key, content]: [&'static str; 3],
        value: Option<&HashMap<K, V>>,
        write: fn(&V, &mut Self),
    ) {
        self.map(name, ["", key, content], value, write);
    }

    /// Writes a value an index, below `item` unless that is empty. A list
    /// without values is a parameter without a value, where it is one.
    pub fn put_list<T>(&mut self, item: &'static str, values: &[T], write: fn(&T, &mut Self)) {
        if values.is_empty() && self.format.writes_empty_lists {
            return self.put_plain("");
        }
        let length = self.format.key.len();
        self.push(item);
        for (index, value) in values.iter().enumerate() {
            let length = self.format.key.len();
            if !self.enter_index(index) {
                break;
            }
            write(value, self);
            self.leave(length);
        }
        self.format.key.truncate(length);
    }

    /// Writes a key and a value an index, below `entry` unless that is empty.
    pub fn put_map<K: AsRef<str>, V>(
        &mut self,
        [entry, key, value]: [&'static str; 3],
        values: &HashMap<K, V>,
        write: fn(&V, &mut Self),
    ) {
        let length = self.format.key.len();
        self.push(entry);
        for (index, (name, content)) in values.iter().enumerate() {
            let length = self.format.key.len();
            if !self.enter_index(index) {
                break;
            }
            self.string(key, Some(name.as_ref()));
            self.element(value, Some(content), write);
            self.leave(length);
        }
        self.format.key.truncate(length);
    }

    /// Appends a name to the key if nothing is wrong; false if the value must
    /// not be visited.
    #[inline]
    fn enter(&mut self, name: &str) -> bool {
        if self.error.is_some() {
            return false;
        }
        if self.depth >= MAX_DEPTH {
            self.fail(SerializationError::too_deep(MAX_DEPTH).into());
            return false;
        }
        self.depth += 1;
        self.push(name);
        true
    }

    fn enter_index(&mut self, index: usize) -> bool {
        let mut buffer = itoa::Buffer::new();
        self.enter(buffer.format(index + 1))
    }

    #[inline]
    fn push(&mut self, name: &str) {
        if !name.is_empty() {
            if !self.format.key.is_empty() {
                self.format.key.push('.');
            }
            self.format.key.push_str(name);
        }
    }

    /// Cuts the key down to what it was before `enter`.
    #[inline]
    fn leave(&mut self, length: usize) {
        self.depth = self.depth.saturating_sub(1);
        self.format.key.truncate(length);
    }

    #[inline]
    fn put_key(&mut self) {
        self.out.push('&');
        self.out.push_str(&self.format.key);
        self.out.push('=');
    }

    /// Writes text that needs no encoding: numbers have no character that does.
    fn put_plain(&mut self, text: &str) {
        self.put_key();
        self.out.push_str(text);
    }

    fn put_formatted(&mut self, value: &DateTime, format: date_time::Format) {
        match value.fmt(format) {
            Ok(text) => self.put_string(&text),
            Err(error) => self.fail(error.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Tag {
        key: &'static str,
        values: Vec<i64>,
    }

    impl Write for Tag {
        fn write(&self, w: &mut Writer) {
            w.string("Key", Some(self.key));
            w.list("Values", "member", Some(&self.values), |v, w| w.put_int(*v));
        }
    }

    #[track_caller]
    fn check(write: fn(&mut Writer), expected: &str) {
        let mut w = Writer::new("Action=A&Version=1");
        write(&mut w);
        let body = w.finish().expect("nothing is wrong with it");
        let body = String::from_utf8(body).expect("text");
        assert_eq!(body, format!("Action=A&Version=1{expected}"));
    }

    #[test]
    fn ec2_has_nothing_for_an_empty_list() {
        let mut w = Writer::of_ec2("Action=A&Version=1");
        w.flat_list("A", Some(&[] as &[i64]), |v, w| w.put_int(*v));
        w.flat_list("B", Some(&[1]), |v, w| w.put_int(*v));
        let body = w.finish().expect("nothing is wrong with it");
        assert_eq!(String::from_utf8_lossy(&body), "Action=A&Version=1&B.1=1");
    }

    #[test]
    fn members_become_parameters() {
        check(|w| w.string("Name", Some("a b/ü&")), "&Name=a%20b%2F%C3%BC%26");
        check(|w| w.string("Name", None), "");
        check(|w| w.int("Count", Some(-3)), "&Count=-3");
        check(|w| w.double("Ratio", Some(f64::NEG_INFINITY)), "&Ratio=-Infinity");
        check(|w| w.boolean("IsOn", Some(true)), "&IsOn=true");
        check(|w| w.date_time("At", Some(&DateTime::from_secs(0))), "&At=1970-01-01T00%3A00%3A00Z");
        check(|w| w.blob("Data", Some(&Blob::new("ab"))), "&Data=YWI%3D");
    }

    #[test]
    fn structures_lists_and_maps_nest() {
        check(
            |w| {
                let tags = [Tag { key: "x", values: vec![1, 2] }, Tag { key: "y", values: vec![] }];
                w.list("Tags", "Tag", Some(&tags), |v, w| w.put_shape(v));
            },
            "&Tags.Tag.1.Key=x&Tags.Tag.1.Values.member.1=1&Tags.Tag.1.Values.member.2=2\
             &Tags.Tag.2.Key=y&Tags.Tag.2.Values=",
        );
        check(|w| w.flat_list("Id", Some(&[1_i64, 2]), |v, w| w.put_int(*v)), "&Id.1=1&Id.2=2");
        check(
            |w| {
                let map = HashMap::from([("k".to_owned(), 1_i64)]);
                w.map("Map", ["entry", "key", "value"], Some(&map), |v, w| w.put_int(*v));
                w.flat_map(["Flat", "K", "V"], Some(&map), |v, w| w.put_int(*v));
            },
            "&Map.entry.1.key=k&Map.entry.1.value=1&Flat.1.K=k&Flat.1.V=1",
        );
    }

    #[test]
    fn lists_without_values() {
        check(|w| w.list::<i64>("Ids", "member", Some(&[]), |v, w| w.put_int(*v)), "&Ids=");
        check(|w| w.list::<i64>("Ids", "member", None, |v, w| w.put_int(*v)), "");
        let mut w = Writer::of_ec2("Action=A");
        w.flat_list::<i64>("Id", Some(&[]), |v, w| w.put_int(*v));
        w.flat_list("Matrix", Some(&[vec![], vec![3_i64]]), |v, w| w.put_list("", v, |v, w| w.put_int(*v)));
        assert_eq!(w.finish().expect("nothing is wrong with it"), b"Action=A&Matrix.2.1=3");
    }

    struct Endless;

    impl Write for Endless {
        fn write(&self, w: &mut Writer) {
            w.shape("Next", Some(&Self));
        }
    }

    #[test]
    fn depth_is_bounded() {
        let mut w = Writer::new("");
        w.shape("Next", Some(&Endless));
        assert!(w.finish().is_err());
    }
}
