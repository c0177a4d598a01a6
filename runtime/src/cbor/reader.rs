//! Pulls members out of one body.
//!
//! The bytes of a body go in, values come out in the order in which the
//! emitted `read` asks for them. It offers the methods of the JSON reader, and
//! behaves as it does about null, unknown members and errors: after the first
//! one it has nothing more to read.

use super::number;
use super::writer::is_tag;
use super::Read;
use crate::error::{Built, DeserializeError};
use crate::format::{self, Source, MAX_DEPTH};
use crate::unknown::UnknownMember;
use aws_smithy_types::error::operation::BuildError;
use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime};
use minicbor::data::{IanaTag, Type};
use minicbor::Decoder;
use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::Hash;

/// The rest of a map or array that says its length at its end.
const INDEFINITE: u64 = u64::MAX;

/// The room that a list or map gets by what it says of its length; whoever wrote
/// the body may have said more than there is.
const MOST_ROOM: u64 = 64;

// First bytes of items, whose upper three bits are the major type (RFC 8949,
// section 3). Looking at them is cheaper than a `Type` at each item.
const HALF: u8 = 0xf9;
const SINGLE: u8 = 0xfa;
const DOUBLE: u8 = 0xfb;
const BREAK: u8 = 0xff;

fn is_integer(first: u8) -> bool {
    first < 0x40
}

fn is_bytes(first: u8) -> bool {
    first >> 5 == 2
}

fn is_text(first: u8) -> bool {
    first >> 5 == 3
}

fn is_array(first: u8) -> bool {
    first >> 5 == 4
}

fn is_map(first: u8) -> bool {
    first >> 5 == 5
}

fn is_tagged(first: u8) -> bool {
    first >> 5 == 6
}

fn is_boolean(first: u8) -> bool {
    matches!(first, 0xf4 | 0xf5)
}

/// Null, or undefined.
fn is_null(first: u8) -> bool {
    matches!(first, 0xf6 | 0xf7)
}

/// Text or bytes in pieces that each have a length, up to a break.
fn is_in_pieces(first: u8) -> bool {
    first & 0x1f == 31
}

/// Reads a CBOR body.
///
/// A value reader returns `None` for a null, which it consumes, and after an
/// error, which [`finish`](Self::finish) reports.
pub struct Reader<'a> {
    input: Decoder<'a>,
    /// How many items are left in each array and map that was entered.
    open: Vec<u64>,
    error: Option<DeserializeError>,
}

impl<'a> Reader<'a> {
    /// Starts at the beginning of `body`.
    pub fn new(body: &'a [u8]) -> Self {
        Self { input: Decoder::new(body), open: Vec::new(), error: None }
    }

    /// Reads a document; none reads as an empty map.
    pub fn of(source: &impl Source<'a>) -> Self {
        Self::new(match source.document() {
            [] => &[0xa0],
            document => document,
        })
    }

    /// Reads the document of a message that has the required member `name`.
    ///
    /// # Errors
    /// There is no document.
    pub fn of_required(source: &impl Source<'a>, name: &'static str) -> Built<Self> {
        format::required(source, name)?;
        Ok(Self::of(source))
    }

    fn whole<T>(mut self, read: fn(&mut Self) -> Option<T>) -> Built<Option<T>> {
        let value = read(&mut self);
        self.finish(value)
    }

    /// Like [`Self::finish`], of a value that was built from what was read.
    ///
    /// # Errors
    /// The body is wrong, or what it holds cannot be built.
    pub fn finish_built<T>(self, value: Result<T, BuildError>) -> Result<T, DeserializeError> {
        self.finish(())?;
        value.map_err(DeserializeError::from)
    }

    /// Ends reading: `value`, if all went well and nothing follows.
    ///
    /// # Errors
    /// The first problem. The message names the place and the kinds of items,
    /// never the values.
    pub fn finish<T>(mut self, value: T) -> Result<T, DeserializeError> {
        if self.error.is_none() && self.input.position() < self.input.input().len() {
            self.fail::<()>("expected the end of the body");
        }
        match self.error {
            None => Ok(value),
            Some(error) => Err(error),
        }
    }

    // Maps with known keys

    /// Enters a map; `None` for a null and after an error.
    pub fn begin_object(&mut self) -> Option<()> {
        if !is_map(self.next()?) {
            return self.null_or("a map");
        }
        match self.input.map() {
            Ok(length) => self.enter(length),
            Err(_) => self.malformed(),
        }
    }

    /// Begins the map that a whole body is; null is an error here.
    pub fn begin_document(&mut self) {
        if self.begin_object().is_none() {
            self.fail::<()>("expected a map, found null");
        }
    }

    /// The next key of the map; `None` at its end and after an error.
    pub fn key(&mut self) -> Option<Cow<'a, str>> {
        if !self.item() {
            return None;
        }
        match self.next()? {
            first if is_text(first) => self.characters(first),
            _ => self.unexpected("a key"),
        }
    }

    /// Passes over an item of any kind.
    pub fn skip(&mut self) {
        if self.error.is_none() && self.input.skip().is_err() {
            self.malformed::<()>();
        }
    }

    // Scalars

    /// Reads a string.
    pub fn string(&mut self) -> Option<String> {
        self.text().map(Cow::into_owned)
    }

    /// Reads a string into a type that takes it by reference: an enum.
    pub fn string_as<T: for<'b> From<&'b str>>(&mut self) -> Option<T> {
        let text = self.text()?;
        Some(T::from(&text))
    }

    /// Reads a string, borrowed where it is one piece.
    pub fn text(&mut self) -> Option<Cow<'a, str>> {
        match self.next()? {
            first if is_text(first) => self.characters(first),
            _ => self.null_or("a string"),
        }
    }

    fn characters(&mut self, first: u8) -> Option<Cow<'a, str>> {
        if is_in_pieces(first) {
            return self.pieces();
        }
        let length = usize::from(first & 0x1f);
        let text = match length < 24 {
            true => self.short_characters(length),
            false => self.input.str().ok(),
        };
        match text {
            Some(text) => Some(Cow::Borrowed(text)),
            None => self.malformed(),
        }
    }

    /// Text whose length is in its first byte, as that of most keys does.
    fn short_characters(&mut self, length: usize) -> Option<&'a str> {
        let start = self.input.position() + 1;
        let bytes = self.input.input().get(start..start + length)?;
        self.input.set_position(start + length);
        std::str::from_utf8(bytes).ok()
    }

    fn pieces(&mut self) -> Option<Cow<'a, str>> {
        let Ok(chunks) = self.input.str_iter() else { return self.malformed() };
        let mut text = Cow::Borrowed("");
        for chunk in chunks {
            match chunk {
                Ok(chunk) if text.is_empty() => text = Cow::Borrowed(chunk),
                Ok(chunk) => text.to_mut().push_str(chunk),
                Err(_) => return self.malformed(),
            }
        }
        Some(text)
    }

    /// Whether the next item is a string.
    pub fn next_is_string(&mut self) -> bool {
        self.peek().is_some_and(is_text)
    }

    /// Reads a boolean.
    pub fn boolean(&mut self) -> Option<bool> {
        match self.next()? {
            first if is_boolean(first) => self.input.bool().ok(),
            _ => self.null_or("a boolean"),
        }
    }

    /// Reads a byte.
    pub fn i8(&mut self) -> Option<i8> {
        self.integer()
    }

    /// Reads a short.
    pub fn i16(&mut self) -> Option<i16> {
        self.integer()
    }

    /// Reads an integer.
    pub fn i32(&mut self) -> Option<i32> {
        self.integer()
    }

    /// Reads a long.
    pub fn i64(&mut self) -> Option<i64> {
        self.integer()
    }

    fn integer<T: TryFrom<i64>>(&mut self) -> Option<T> {
        if !is_integer(self.next()?) {
            return self.null_or("an integer");
        }
        let value = self.input.i64().ok().and_then(|value| T::try_from(value).ok());
        value.or_else(|| self.fail("expected an integer in the range of its type"))
    }

    /// Reads a float.
    pub fn f32(&mut self) -> Option<f32> {
        self.f64().map(|value| value as f32)
    }

    /// Reads a double; services send the shortest float that holds the value.
    pub fn f64(&mut self) -> Option<f64> {
        let value = match self.next()? {
            DOUBLE => self.input.f64().ok(),
            SINGLE => self.input.f32().ok().map(f64::from),
            HALF => self.half().map(f64::from),
            first if is_integer(first) => self.input.int().ok().map(|value| i128::from(value) as f64),
            _ => return self.null_or("a number"),
        };
        value.or_else(|| self.malformed())
    }

    fn half(&mut self) -> Option<f32> {
        let at = self.input.position();
        let bytes = self.input.input().get(at + 1..at + 3)?;
        self.input.set_position(at + 3);
        Some(number::half(u16::from_be_bytes(bytes.try_into().ok()?)))
    }

    /// Reads a blob.
    pub fn blob(&mut self) -> Option<Blob> {
        match self.next()? {
            first if is_bytes(first) => self.bytes().map(Blob::new),
            _ => self.null_or("bytes"),
        }
    }

    fn bytes(&mut self) -> Option<Vec<u8>> {
        if !self.peek().is_some_and(is_in_pieces) {
            return match self.input.bytes() {
                Ok(bytes) => Some(bytes.to_vec()),
                Err(_) => self.malformed(),
            };
        }
        let Ok(chunks) = self.input.bytes_iter() else { return self.malformed() };
        let mut bytes = Vec::new();
        for chunk in chunks {
            match chunk {
                Ok(chunk) => bytes.extend_from_slice(chunk),
                Err(_) => return self.malformed(),
            }
        }
        Some(bytes)
    }

    /// Reads a timestamp: a tagged number of seconds, to the millisecond.
    pub fn timestamp(&mut self) -> Option<DateTime> {
        if !is_tagged(self.next()?) {
            return self.null_or("a timestamp");
        }
        if !self.input.tag().is_ok_and(|tag| is_tag(tag, IanaTag::Timestamp)) {
            return self.fail("expected the tag of a timestamp");
        }
        if is_integer(self.next()?) {
            return self.i64().map(DateTime::from_secs);
        }
        if self.next_is_null() {
            return self.fail("expected seconds after the tag of a timestamp");
        }
        let seconds = self.f64()?;
        // Further digits are the float's, not the sender's (Smithy 2.0,
        // "Timestamp formats"); .123 may be a little less than that in it.
        let micros = (seconds * 1e6).round();
        if micros.abs() > 1e18 || micros.is_nan() {
            return self.fail("the timestamp is out of range");
        }
        Some(DateTime::from_millis((micros as i64).div_euclid(1000)))
    }

    /// Reads a big integer, tagged or plain.
    pub fn big_integer(&mut self) -> Option<BigInteger> {
        let first = self.next()?;
        if !is_tagged(first) && !is_integer(first) {
            return self.null_or("an integer");
        }
        let digits = self.digits()?;
        digits.parse().ok().or_else(|| self.fail("expected an integer"))
    }

    fn digits(&mut self) -> Option<String> {
        if is_integer(self.next()?) {
            return self.input.int().ok().map(|value| i128::from(value).to_string()).or_else(|| self.malformed());
        }
        let Ok(tag) = self.input.tag() else { return self.unexpected("an integer") };
        let (sign, more) = if is_tag(tag, IanaTag::PosBignum) {
            ("", 0)
        } else if is_tag(tag, IanaTag::NegBignum) {
            ("-", 1)
        } else {
            return self.fail("expected the tag of a big number");
        };
        let bytes = self.bytes()?;
        if bytes.len() > number::MAX_BYTES {
            return self.fail("a big number has too many bytes");
        }
        Some(format!("{sign}{}", number::digits(&bytes, more)))
    }

    /// Reads a big decimal: tagged exponent and digits, or any number.
    pub fn big_decimal(&mut self) -> Option<BigDecimal> {
        let text = match self.next()? {
            first if is_tagged(first) => self.decimal_fraction()?,
            HALF | SINGLE | DOUBLE => self.f64().map(|value| value.to_string())?,
            first if is_integer(first) => self.digits()?,
            _ => return self.null_or("a number"),
        };
        text.parse().ok().or_else(|| self.fail("expected a number"))
    }

    fn decimal_fraction(&mut self) -> Option<String> {
        let at = self.input.position();
        if !self.input.tag().is_ok_and(|tag| is_tag(tag, IanaTag::Decimal)) {
            self.input.set_position(at);
            return self.digits();
        }
        const PARTS: &str = "expected an exponent and digits";
        let length = self.input.array();
        if !matches!(length, Ok(Some(2) | None)) {
            return self.fail(PARTS);
        }
        // Null stands for nothing in here, so it must not pass for what was not set.
        if !is_integer(self.next()?) {
            return self.fail(PARTS);
        }
        let exponent = self.i64()?;
        let digits = self.digits()?;
        if length.is_ok_and(|length| length.is_none()) {
            if self.next()? != BREAK {
                return self.fail(PARTS);
            }
            self.input.set_position(self.input.position() + 1);
        }
        Some(number::decimal(digits, exponent))
    }

    // Lists and maps

    /// Reads a structure or union.
    pub fn shape<T: Read>(&mut self) -> Option<T> {
        T::read(self)
    }

    /// Reads a list, each element with `read`. A null element is an error.
    pub fn list<T>(&mut self, read: fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        self.begin_array()?;
        let mut values = Vec::with_capacity(self.room());
        while self.item() {
            match read(self) {
                Some(value) => values.push(value),
                None => self.null_element(),
            }
        }
        Some(values)
    }

    /// Reads a list whose elements may be null.
    pub fn sparse_list<T>(&mut self, read: fn(&mut Self) -> Option<T>) -> Option<Vec<Option<T>>> {
        self.begin_array()?;
        let mut values = Vec::with_capacity(self.room());
        while self.item() {
            values.push(read(self));
        }
        Some(values)
    }

    /// Reads a map, each value with `read`. A null value is an error, of two
    /// equal keys the later one counts.
    pub fn map<K, V>(&mut self, read: fn(&mut Self) -> Option<V>) -> Option<HashMap<K, V>>
    where
        K: for<'b> From<&'b str> + Eq + Hash,
    {
        self.begin_object()?;
        let mut values = HashMap::with_capacity(self.room());
        while let Some(key) = self.key() {
            match read(self) {
                Some(value) => {
                    values.insert(K::from(&key), value);
                }
                None => self.null_map_value(),
            }
        }
        Some(values)
    }

    /// Reads a map whose values may be null.
    pub fn sparse_map<K, V>(&mut self, read: fn(&mut Self) -> Option<V>) -> Option<HashMap<K, Option<V>>>
    where
        K: for<'b> From<&'b str> + Eq + Hash,
    {
        self.begin_object()?;
        let mut values = HashMap::with_capacity(self.room());
        while let Some(key) = self.key() {
            values.insert(K::from(&key), read(self));
        }
        Some(values)
    }

    // Recursive shapes: their values come boxed, and are taken out of the box
    // in a frame that is gone before the next level is read.

    /// Reads a list of a recursive shape.
    pub fn boxed_list<T>(&mut self, read: fn(&mut Self) -> Option<Box<T>>) -> Option<Vec<T>> {
        self.begin_array()?;
        let mut values = Vec::with_capacity(self.room());
        while self.item() {
            match read(self) {
                Some(value) => push(&mut values, value),
                None => self.null_element(),
            }
        }
        Some(values)
    }

    /// Reads a list of a recursive shape whose elements may be null.
    pub fn boxed_sparse_list<T>(&mut self, read: fn(&mut Self) -> Option<Box<T>>) -> Option<Vec<Option<T>>> {
        self.begin_array()?;
        let mut values = Vec::with_capacity(self.room());
        while self.item() {
            let value = read(self);
            push_sparse(&mut values, value);
        }
        Some(values)
    }

    /// Reads a map to a recursive shape.
    pub fn boxed_map<K, V>(&mut self, read: fn(&mut Self) -> Option<Box<V>>) -> Option<HashMap<K, V>>
    where
        K: for<'b> From<&'b str> + Eq + Hash,
    {
        self.begin_object()?;
        let mut values = HashMap::with_capacity(self.room());
        while let Some(key) = self.key() {
            match read(self) {
                Some(value) => insert(&mut values, &key, value),
                None => self.null_map_value(),
            }
        }
        Some(values)
    }

    /// Reads a map to a recursive shape whose values may be null.
    pub fn boxed_sparse_map<K, V>(&mut self, read: fn(&mut Self) -> Option<Box<V>>) -> Option<HashMap<K, Option<V>>>
    where
        K: for<'b> From<&'b str> + Eq + Hash,
    {
        self.begin_object()?;
        let mut values = HashMap::with_capacity(self.room());
        while let Some(key) = self.key() {
            let value = read(self);
            insert_sparse(&mut values, &key, value);
        }
        Some(values)
    }

    /// Reads a recursive shape into a member that is not boxed.
    pub fn unbox<T>(&mut self, member: &mut Option<T>, read: fn(&mut Self) -> Option<Box<T>>) {
        let value = read(self);
        assign(member, value);
    }

    // Unions

    /// Reads the union `name`: `read` gets the tag and reads the value of the
    /// one member that is there. Passes over `__type` and members that are
    /// null; a second member is an error, and so is none.
    pub fn union<T>(&mut self, name: &'static str, read: fn(&str, &mut Self) -> Option<T>) -> Option<T> {
        self.begin_object()?;
        let Some(tag) = self.next_union_tag() else {
            self.fail_with(format!("the union {name} has no member").into());
            return None;
        };
        let value = read(&tag, self);
        if self.next_union_tag().is_some() {
            self.fail_with(format!("encountered mixed variants in union {name}").into());
        }
        value
    }

    fn next_union_tag(&mut self) -> Option<Cow<'a, str>> {
        while let Some(tag) = self.key() {
            if tag != "__type" && !self.next_is_null() {
                return Some(tag);
            }
            self.skip();
        }
        None
    }

    /// Reads the value of a member without content; `None` if it is null.
    pub fn unit(&mut self) -> Option<()> {
        self.begin_object()?;
        while self.key().is_some() {
            self.skip();
        }
        Some(())
    }

    /// Passes over the value of a member that this version does not know and
    /// keeps its name. `None` if the value is a null.
    pub fn unknown_member(&mut self, tag: &str) -> Option<UnknownMember> {
        let is_null = self.next_is_null();
        self.skip();
        (!is_null).then(|| UnknownMember::new(tag))
    }

    // What the rest of the codec is made of

    /// The first byte of the next item, which tells its kind; `None` is an
    /// error, or that there was one before.
    fn next(&mut self) -> Option<u8> {
        match self.peek() {
            Some(first) => Some(first),
            None => self.fail("the body ends inside of a value"),
        }
    }

    fn peek(&self) -> Option<u8> {
        self.input.input().get(self.input.position()).copied()
    }

    fn next_is_null(&mut self) -> bool {
        self.peek().is_some_and(is_null)
    }

    fn begin_array(&mut self) -> Option<()> {
        if !is_array(self.next()?) {
            return self.null_or("an array");
        }
        match self.input.array() {
            Ok(length) => self.enter(length),
            Err(_) => self.malformed(),
        }
    }

    fn enter(&mut self, length: Option<u64>) -> Option<()> {
        if self.open.len() >= usize::from(MAX_DEPTH) {
            return self.fail("nested more than 128 levels deep");
        }
        self.open.push(length.unwrap_or(INDEFINITE));
        Some(())
    }

    /// How many items the array or map says to have that was entered last.
    fn room(&self) -> usize {
        match self.open.last() {
            Some(&INDEFINITE) | None => 0,
            Some(&left) => left.min(MOST_ROOM) as usize,
        }
    }

    /// Whether the array or map has another item; leaves it if it has not.
    fn item(&mut self) -> bool {
        let Some(left) = self.open.last_mut() else { return false };
        match *left {
            0 => {}
            INDEFINITE => match self.next() {
                Some(BREAK) => self.input.set_position(self.input.position() + 1),
                Some(_) => return true,
                None => return false,
            },
            _ => {
                *left -= 1;
                return true;
            }
        }
        self.open.pop();
        false
    }

    /// Consumes a null; anything else is an error.
    fn null_or<T>(&mut self, expected: &'static str) -> Option<T> {
        if self.next_is_null() {
            self.skip();
            return None;
        }
        self.unexpected(expected)
    }

    // Errors

    fn null_element(&mut self) {
        self.fail::<()>("a dense list cannot contain null values");
    }

    fn null_map_value(&mut self) {
        self.fail::<()>("a dense map cannot contain null values");
    }

    #[cold]
    fn unexpected<T>(&mut self, expected: &'static str) -> Option<T> {
        let found = match self.input.datatype() {
            Ok(Type::Map | Type::MapIndef) => "a map",
            Ok(Type::Array | Type::ArrayIndef) => "an array",
            Ok(Type::String | Type::StringIndef) => "a string",
            Ok(Type::Bytes | Type::BytesIndef) => "bytes",
            Ok(Type::F16 | Type::F32 | Type::F64) => "a float",
            Ok(Type::Bool) => "a boolean",
            Ok(Type::Null | Type::Undefined) => "null",
            Ok(Type::Tag) => "a tag",
            Ok(_) if self.peek().is_some_and(is_integer) => "an integer",
            _ => "something else",
        };
        self.fail_with(format!("expected {expected}, found {found}").into());
        None
    }

    #[cold]
    fn malformed<T>(&mut self) -> Option<T> {
        self.fail("the body is not CBOR")
    }

    fn fail<T>(&mut self, what: &'static str) -> Option<T> {
        self.fail_with(what.into());
        None
    }

    #[cold]
    #[inline(never)]
    fn fail_with(&mut self, what: Cow<'static, str>) {
        let offset = self.input.position();
        self.error.get_or_insert_with(|| DeserializeError::new(what).at(offset, None));
        self.open.clear();
        self.input.set_position(self.input.input().len());
    }
}

/// Reads a document that is one value; `None` if there is none.
///
/// # Errors
/// The document is not what `read` expects.
pub fn payload<'a, T>(source: &impl Source<'a>, read: fn(&mut Reader<'a>) -> Option<T>) -> Built<Option<T>> {
    format::payload(source, || Reader::of(source).whole(read))
}

/// Reads an event whose document is one value.
///
/// # Errors
/// The document is not what `read` expects, or null.
pub fn document<'a, T>(source: &impl Source<'a>, read: fn(&mut Reader<'a>) -> Option<T>) -> Built<T> {
    format::not_null(Reader::of(source).whole(read)?)
}

/// Wraps a recursive shape that was read: the value of a union's member.
#[inline(never)]
pub fn boxed<T, U>(value: Option<Box<T>>, wrap: fn(T) -> U) -> Option<Box<U>> {
    value.map(|value| Box::new(wrap(*value)))
}

/// The value of a required structure that a response left out: what an empty
/// map reads as (Smithy 2.0, section "Client error correction").
#[cold]
pub fn corrected<T: Read>() -> Option<T> {
    corrected_by(T::read)
}

/// Like [`corrected`], of a shape that is read in another way.
#[cold]
pub fn corrected_by<T>(read: fn(&mut Reader<'_>) -> Option<T>) -> Option<T> {
    let mut reader = Reader::new(&[0xa0]);
    let value = read(&mut reader);
    reader.finish(value).ok().flatten()
}

#[inline(never)]
#[expect(clippy::boxed_local, reason = "to unbox in a frame of its own is what this is for")]
fn push<T>(values: &mut Vec<T>, value: Box<T>) {
    values.push(*value);
}

#[inline(never)]
fn push_sparse<T>(values: &mut Vec<Option<T>>, value: Option<Box<T>>) {
    values.push(value.map(|value| *value));
}

#[inline(never)]
#[expect(clippy::boxed_local, reason = "to unbox in a frame of its own is what this is for")]
fn insert<K, V>(values: &mut HashMap<K, V>, key: &str, value: Box<V>)
where
    K: for<'b> From<&'b str> + Eq + Hash,
{
    values.insert(K::from(key), *value);
}

#[inline(never)]
fn insert_sparse<K, V>(values: &mut HashMap<K, Option<V>>, key: &str, value: Option<Box<V>>)
where
    K: for<'b> From<&'b str> + Eq + Hash,
{
    values.insert(K::from(key), value.map(|value| *value));
}

#[inline(never)]
fn assign<T>(member: &mut Option<T>, value: Option<Box<T>>) {
    *member = value.map(|value| *value);
}

#[cfg(test)]
mod tests;
