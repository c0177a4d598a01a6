//! Pulls members out of one body.
//!
//! The bytes of a body go in, values come out in the order in which the
//! emitted `read` asks for them. It exists because the shape of a body is
//! known when the crate is emitted: there is nothing to tokenise into, keys
//! are borrowed from the body, and a member nobody knows is passed over
//! without recursion.
//!
//! After the first error the reader is at the end of the body, so that
//! every later call finds nothing and returns at once: no flag is tested where
//! things go well. What is generic is thin, since it is compiled once for each
//! type in the crate of the user.

use super::number::NumberText;
use super::scan::plain_until;
use super::string::{unescape, StringProblem};
use super::timestamp::parse_epoch_seconds;
use super::Read;
use crate::error::{Built, DeserializeError};
use crate::format::{self, Source, MAX_DEPTH};
use crate::unknown::UnknownMember;
use aws_smithy_types::date_time::Format;
use aws_smithy_types::error::operation::BuildError;
use aws_smithy_types::{base64, BigDecimal, BigInteger, Blob, DateTime};
use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::Hash;
use std::str::FromStr;

mod path;

/// Reads a JSON body.
///
/// A value reader returns `None` for a null, which it consumes, and after an
/// error, which [`finish`](Self::finish) reports.
pub struct Reader<'a> {
    body: &'a str,
    at: usize,
    /// Directly after a `{` or `[`, where no comma is due.
    fresh: bool,
    depth: u8,
    /// Bit `d`: the object at depth `d` has keys that are data, which error
    /// messages do not show.
    maps: u128,
    /// Where the value is that was passed over last: the name of its member is not
    /// one of the model, so it may be data.
    skipped: usize,
    error: Option<DeserializeError>,
}

impl<'a> Reader<'a> {
    /// Starts at the beginning of `body`, which must be UTF-8.
    pub fn new(body: &'a [u8]) -> Self {
        let (body, error) = match std::str::from_utf8(body) {
            Ok(body) => (body, None),
            Err(error) => ("", Some(not_utf8(error.valid_up_to()))),
        };
        Self { body, at: 0, fresh: false, depth: 0, maps: 0, skipped: 0, error }
    }

    /// Reads a document; none reads as `{}`.
    pub fn of(source: &impl Source<'a>) -> Self {
        Self::new(match source.document() {
            [] => b"{}",
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
    /// The first problem. The message names the place and the kinds of JSON
    /// values involved, never the values.
    pub fn finish<T>(mut self, value: T) -> Result<T, DeserializeError> {
        match self.end() {
            None => Ok(value),
            Some(error) => Err(error),
        }
    }

    fn end(&mut self) -> Option<DeserializeError> {
        self.peek();
        if self.at < self.body.len() {
            self.fail::<()>("expected the end of the body");
        }
        self.error.take()
    }

    // Objects

    /// Enters an object; `None` for a null and after an error.
    pub fn begin_object(&mut self) -> Option<()> {
        if self.peek() == b'{' {
            self.open()
        } else {
            self.null_or("an object")
        }
    }

    /// Begins the object that a whole body is; null is an error here.
    pub fn begin_document(&mut self) {
        if self.begin_object().is_none() {
            self.fail::<()>("expected an object, found null");
        }
    }

    /// The next key of the object; `None` at its end and after an error.
    pub fn key(&mut self) -> Option<Cow<'a, str>> {
        let mut byte = self.peek();
        if byte == b',' && !self.fresh {
            self.at += 1;
            byte = self.peek();
        } else if byte == b'}' || !self.fresh {
            return self.close_object(byte);
        }
        self.fresh = false;
        if byte != b'"' {
            return self.unexpected("a key");
        }
        let key = self.quoted()?;
        if self.peek() != b':' {
            return self.unexpected("`:`");
        }
        self.at += 1;
        Some(key)
    }

    fn close_object<T>(&mut self, byte: u8) -> Option<T> {
        // At depth 0 no object was entered: the body is a null.
        if byte != b'}' || self.depth == 0 {
            let expected = if self.depth == 0 { "an object" } else { "`,` or `}`" };
            return self.unexpected(expected);
        }
        self.close();
        None
    }

    /// Passes over a value of any kind.
    pub fn skip(&mut self) {
        self.peek();
        self.skipped = self.at;
        let outer = self.depth;
        // One bit for each open level, the innermost lowest: is it an object?
        let mut objects = 0_u128;
        loop {
            let entered = match self.peek() {
                b'{' => {
                    objects = objects << 1 | 1;
                    self.open_map()
                }
                b'[' => {
                    objects <<= 1;
                    self.open()
                }
                _ => self.skip_scalar(),
            };
            if entered.is_none() {
                return;
            }
            // Behind a value or an opening bracket: on to the next value.
            loop {
                if self.depth == outer {
                    return;
                }
                let found = if objects & 1 == 1 { self.map_key().is_some() } else { self.element() };
                if found {
                    break;
                }
                if self.error.is_some() {
                    return;
                }
                objects >>= 1;
            }
        }
    }

    /// `None` is an error, here.
    fn skip_scalar(&mut self) -> Option<()> {
        match self.peek() {
            b'"' => self.quoted().map(|_| ()),
            b'-' | b'0'..=b'9' => self.number("a number").map(|_| ()),
            b't' | b'f' => self.boolean().map(|_| ()),
            _ => self.null("a value"),
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

    /// Reads a string, borrowed where it holds no escape.
    pub fn text(&mut self) -> Option<Cow<'a, str>> {
        if self.peek() == b'"' {
            self.quoted()
        } else {
            self.null_or("a string")
        }
    }

    /// Whether the next value is a string.
    pub fn next_is_string(&mut self) -> bool {
        self.peek() == b'"'
    }

    /// Reads a boolean.
    pub fn boolean(&mut self) -> Option<bool> {
        if self.literal("true") {
            Some(true)
        } else if self.literal("false") {
            Some(false)
        } else {
            self.null_or("a boolean")
        }
    }

    /// Reads a byte.
    pub fn i8(&mut self) -> Option<i8> {
        self.integer(i8::MIN.into(), i8::MAX.into()).map(|value| value as i8)
    }

    /// Reads a short.
    pub fn i16(&mut self) -> Option<i16> {
        self.integer(i16::MIN.into(), i16::MAX.into()).map(|value| value as i16)
    }

    /// Reads an integer.
    pub fn i32(&mut self) -> Option<i32> {
        self.integer(i32::MIN.into(), i32::MAX.into()).map(|value| value as i32)
    }

    /// Reads a long.
    pub fn i64(&mut self) -> Option<i64> {
        self.integer(i64::MIN, i64::MAX)
    }

    fn integer(&mut self, min: i64, max: i64) -> Option<i64> {
        let number = self.number_or_null("an integer")?;
        match number.to_i64() {
            Some(value) if min <= value && value <= max => Some(value),
            _ => self.bad_number(number, "expected an integer in the range of its type"),
        }
    }

    /// Reads a float.
    pub fn f32(&mut self) -> Option<f32> {
        if self.peek() == b'"' {
            return self.non_finite().map(|value| value as f32);
        }
        let number = self.number_or_null("a number")?;
        match number.to_f32() {
            Some(value) => Some(value),
            None => self.bad_number(number, "the number is out of range"),
        }
    }

    /// Reads a double.
    pub fn f64(&mut self) -> Option<f64> {
        if self.peek() == b'"' {
            return self.non_finite();
        }
        let number = self.number_or_null("a number")?;
        match number.to_f64() {
            Some(value) => Some(value),
            None => self.bad_number(number, "the number is out of range"),
        }
    }

    #[cold]
    fn non_finite(&mut self) -> Option<f64> {
        let start = self.at;
        match &*self.quoted()? {
            "NaN" => Some(f64::NAN),
            "Infinity" => Some(f64::INFINITY),
            "-Infinity" => Some(f64::NEG_INFINITY),
            _ => self.bad_value(start, "expected a number, `NaN`, `Infinity` or `-Infinity`, found a string"),
        }
    }

    /// Reads a big integer, all of its digits.
    pub fn big_integer(&mut self) -> Option<BigInteger> {
        self.big_number("expected an integer")
    }

    /// Reads a big decimal, all of its digits.
    pub fn big_decimal(&mut self) -> Option<BigDecimal> {
        self.big_number("the number is out of range")
    }

    /// Reads a big integer from a string, or from a number.
    pub fn big_integer_text(&mut self) -> Option<BigInteger> {
        self.big_number_text("expected an integer")
    }

    /// Reads a big decimal from a string, or from a number.
    pub fn big_decimal_text(&mut self) -> Option<BigDecimal> {
        self.big_number_text("expected a number")
    }

    /// The string has the grammar of JSON numbers (Smithy RPC v2 JSON, "Numeric type
    /// serialization").
    fn big_number_text<T: FromStr>(&mut self, problem: &'static str) -> Option<T> {
        if !self.next_is_string() {
            return self.big_number(problem);
        }
        let (start, text) = self.text_at()?;
        let number = NumberText::scan(&text, 0).filter(|number| number.text.len() == text.len());
        match number.and_then(|number| number.text.parse().ok()) {
            Some(value) => Some(value),
            None => self.bad_value(start, problem),
        }
    }

    fn big_number<T: FromStr>(&mut self, problem: &'static str) -> Option<T> {
        let number = self.number_or_null("a number")?;
        match number.text.parse() {
            Ok(value) => Some(value),
            Err(_) => self.bad_number(number, problem),
        }
    }

    /// Reads a blob from base64.
    pub fn blob(&mut self) -> Option<Blob> {
        let (start, text) = self.text_at()?;
        match base64::decode(text) {
            Ok(bytes) => Some(Blob::new(bytes)),
            Err(_) => self.bad_value(start, "expected base64"),
        }
    }

    /// Reads a timestamp in seconds since the epoch, to the nanosecond.
    pub fn epoch_seconds(&mut self) -> Option<DateTime> {
        let number = self.number_or_null("a number of seconds")?;
        match parse_epoch_seconds(number) {
            Some(time) => Some(time),
            None => self.bad_number(number, "the timestamp is out of range"),
        }
    }

    /// Reads a timestamp that is RFC 3339 text, with any offset.
    pub fn date_time(&mut self) -> Option<DateTime> {
        self.formatted(Format::DateTimeWithOffset, "expected a date-time (RFC 3339)")
    }

    /// Reads a timestamp that is an HTTP date.
    pub fn http_date(&mut self) -> Option<DateTime> {
        self.formatted(Format::HttpDate, "expected an http-date (IMF-fixdate)")
    }

    fn formatted(&mut self, format: Format, problem: &'static str) -> Option<DateTime> {
        let (start, text) = self.text_at()?;
        match DateTime::from_str(&text, format) {
            Ok(time) => Some(time),
            Err(_) => self.bad_value(start, problem),
        }
    }

    // Lists and maps

    /// Reads a structure or union.
    pub fn shape<T: Read>(&mut self) -> Option<T> {
        T::read(self)
    }

    /// Reads a list, each element with `read`. A null element is an error.
    pub fn list<T>(&mut self, read: fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        self.begin_array()?;
        let mut values = Vec::new();
        while self.element() {
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
        let mut values = Vec::new();
        while self.element() {
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
        self.begin_map()?;
        let mut values = HashMap::new();
        while let Some(key) = self.map_key() {
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
        self.begin_map()?;
        let mut values = HashMap::new();
        while let Some(key) = self.map_key() {
            values.insert(K::from(&key), read(self));
        }
        Some(values)
    }

    // Recursive shapes: their values come boxed, and are taken out of the box
    // in a frame that is gone before the next level is read.

    /// Reads a list of a recursive shape.
    pub fn boxed_list<T>(&mut self, read: fn(&mut Self) -> Option<Box<T>>) -> Option<Vec<T>> {
        self.begin_array()?;
        let mut values = Vec::new();
        while self.element() {
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
        let mut values = Vec::new();
        while self.element() {
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
        self.begin_map()?;
        let mut values = HashMap::new();
        while let Some(key) = self.map_key() {
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
        self.begin_map()?;
        let mut values = HashMap::new();
        while let Some(key) = self.map_key() {
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
        let tag = self.union_tag(name)?;
        let value = read(&tag, self);
        self.end_union(name);
        value
    }

    /// The member that is set.
    fn union_tag(&mut self, name: &'static str) -> Option<Cow<'a, str>> {
        let tag = self.next_union_tag();
        if tag.is_none() {
            let problem = format!("the union {name} has no member");
            self.fail_at(problem.into(), self.at);
        }
        tag
    }

    /// Checks that no second member is set.
    fn end_union(&mut self, name: &'static str) {
        if self.next_union_tag().is_some() {
            self.skipped = self.at;
            let problem = format!("encountered mixed variants in union {name}");
            self.fail_at(problem.into(), self.at);
        }
    }

    fn next_union_tag(&mut self) -> Option<Cow<'a, str>> {
        while let Some(tag) = self.key() {
            if tag == "__type" {
                self.skip();
            } else if self.peek() != b'n' {
                return Some(tag);
            } else {
                // Nothing but a null begins with this letter.
                self.null("a value")?;
            }
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
        if self.peek() == b'n' {
            return self.null_or("a value");
        }
        self.skip();
        Some(UnknownMember::new(tag))
    }

    // What the rest of the codec is made of

    /// The next byte that is not white space, 0 at the end of the body.
    pub(super) fn peek(&mut self) -> u8 {
        match self.body.as_bytes().get(self.at) {
            Some(&byte) if byte > b' ' => byte,
            _ => self.peek_behind_space(),
        }
    }

    #[inline(never)]
    fn peek_behind_space(&mut self) -> u8 {
        loop {
            match self.body.as_bytes().get(self.at) {
                Some(b' ' | b'\n' | b'\r' | b'\t') => self.at += 1,
                Some(&byte) => return byte,
                None => return 0,
            }
        }
    }

    pub(super) fn begin_array(&mut self) -> Option<()> {
        if self.peek() == b'[' {
            self.open()
        } else {
            self.null_or("an array")
        }
    }

    /// Whether the array has another element; leaves the array if it has not.
    pub(super) fn element(&mut self) -> bool {
        let byte = self.peek();
        if byte == b',' && !self.fresh {
            self.at += 1;
            return true;
        }
        if byte == b']' {
            self.close();
            return false;
        }
        let fresh = std::mem::replace(&mut self.fresh, false);
        if !fresh || byte == 0 {
            self.unexpected::<()>("`,` or `]`");
            return false;
        }
        true
    }

    /// Enters an object whose keys are data.
    pub(super) fn begin_map(&mut self) -> Option<()> {
        if self.peek() == b'{' {
            self.open_map()
        } else {
            self.null_or("an object")
        }
    }

    fn open_map(&mut self) -> Option<()> {
        self.open()?;
        self.maps |= 1_u128.wrapping_shl(u32::from(self.depth) - 1);
        Some(())
    }

    /// [`key`](Self::key), of a map.
    pub(super) fn map_key(&mut self) -> Option<Cow<'a, str>> {
        let key = self.key();
        if key.is_none() {
            // `key` has left the object: its depth was one more.
            self.maps &= !1_u128.wrapping_shl(self.depth.into());
        }
        key
    }

    fn open(&mut self) -> Option<()> {
        if self.depth >= MAX_DEPTH {
            return self.fail("nested more than 128 levels deep");
        }
        self.depth += 1;
        self.at += 1;
        self.fresh = true;
        Some(())
    }

    fn close(&mut self) {
        // Every caller has seen an `open`; saturating keeps that harmless.
        self.depth = self.depth.saturating_sub(1);
        self.at += 1;
        self.fresh = false;
    }

    /// The string whose opening quote is next.
    fn quoted(&mut self) -> Option<Cow<'a, str>> {
        let start = self.at + 1;
        let bytes = self.body.as_bytes();
        let end = plain_until(bytes, start);
        if bytes.get(end) != Some(&b'"') {
            return self.quoted_with_escapes(start);
        }
        self.at = end + 1;
        // Both ends are next to a quote, so they are character boundaries.
        self.body.get(start..end).map(Cow::Borrowed)
    }

    #[cold]
    #[inline(never)]
    fn quoted_with_escapes(&mut self, start: usize) -> Option<Cow<'a, str>> {
        match unescape(self.body, start) {
            Ok((text, end)) => {
                self.at = end;
                Some(Cow::Owned(text))
            }
            Err((problem, at)) => {
                let problem = match problem {
                    StringProblem::Unterminated => "the body ends inside of a string",
                    StringProblem::ControlCharacter => "a control character in a string",
                    StringProblem::Escape => "a malformed escape in a string",
                    StringProblem::LoneSurrogate => "half of a surrogate pair in a string",
                };
                self.bad_value(at, problem)
            }
        }
    }

    /// [`text`](Self::text), and where it starts.
    #[inline]
    fn text_at(&mut self) -> Option<(usize, Cow<'a, str>)> {
        self.peek();
        let start = self.at;
        self.text().map(|text| (start, text))
    }

    fn number_or_null(&mut self, expected: &'static str) -> Option<NumberText<'a>> {
        match self.peek() {
            b'-' | b'0'..=b'9' => self.number(expected),
            _ => self.null_or(expected),
        }
    }

    /// The number that is next.
    pub(super) fn number(&mut self, expected: &'static str) -> Option<NumberText<'a>> {
        match NumberText::scan(self.body, self.at) {
            Some(number) => {
                self.at += number.text.len();
                Some(number)
            }
            None => {
                let problem = format!("expected {expected}, found a malformed number");
                self.fail_at(problem.into(), self.at);
                None
            }
        }
    }

    /// Consumes `word` if it is next.
    fn literal(&mut self, word: &str) -> bool {
        self.peek();
        let rest = self.body.as_bytes().get(self.at..).unwrap_or_default();
        let found = rest.starts_with(word.as_bytes());
        if found {
            self.at += word.len();
        }
        found
    }

    /// Consumes a null; `None` if it is something else, which is an error.
    #[inline(never)]
    pub(super) fn null(&mut self, expected: &'static str) -> Option<()> {
        if self.literal("null") {
            Some(())
        } else {
            self.unexpected(expected)
        }
    }

    /// Consumes a null; anything else is an error.
    fn null_or<T>(&mut self, expected: &'static str) -> Option<T> {
        self.null(expected);
        None
    }

    // Errors

    fn null_element(&mut self) {
        self.fail::<()>("a dense list cannot contain null values");
    }

    fn null_map_value(&mut self) {
        self.fail::<()>("a dense map cannot contain null values");
    }

    /// Remembers a problem at the current place, unless there is one already.
    pub(super) fn fail<T>(&mut self, what: &'static str) -> Option<T> {
        self.bad_value(self.at, what)
    }

    fn bad_number<T>(&mut self, number: NumberText<'_>, what: &'static str) -> Option<T> {
        self.bad_value(self.at - number.text.len(), what)
    }

    fn bad_value<T>(&mut self, start: usize, what: &'static str) -> Option<T> {
        self.fail_at(what.into(), start);
        None
    }

    fn unexpected<T>(&mut self, expected: &'static str) -> Option<T> {
        self.fail_unexpected(expected);
        None
    }

    #[cold]
    #[inline(never)]
    fn fail_unexpected(&mut self, expected: &'static str) {
        self.peek();
        let found = match self.body.as_bytes().get(self.at..).unwrap_or_default() {
            [] => "the end of the body",
            [b'{', ..] => "an object",
            [b'[', ..] => "an array",
            [b'"', ..] => "a string",
            [b'-' | b'0'..=b'9', ..] => "a number",
            [b't', b'r', b'u', b'e', ..] | [b'f', b'a', b'l', b's', b'e', ..] => "a boolean",
            [b'n', b'u', b'l', b'l', ..] => "null",
            _ => "something else",
        };
        self.fail_at(format!("expected {expected}, found {found}").into(), self.at);
    }

    #[cold]
    #[inline(never)]
    fn fail_at(&mut self, what: Cow<'static, str>, offset: usize) {
        if self.error.is_none() {
            let path = path::of(self.body, offset, self.maps, self.skipped);
            self.error = Some(DeserializeError::new(what).at(offset, path));
        }
        self.at = self.body.len();
    }
}

/// Reads a document that is one value; `None` if there is none.
///
/// # Errors
/// The document is not what `read` expects.
pub fn payload<'a, T>(source: &impl Source<'a>, read: fn(&mut Reader<'a>) -> Option<T>) -> Built<Option<T>> {
    format::payload(source, || Reader::of(source).whole(read))
}

/// As [`payload`], of the required member `name`.
///
/// # Errors
/// There is no document, or it is not what `read` expects.
pub fn required_payload<'a, T>(
    source: &impl Source<'a>,
    name: &'static str,
    read: fn(&mut Reader<'a>) -> Option<T>,
) -> Built<Option<T>> {
    format::required(source, name)?;
    payload(source, read)
}

/// Reads an event whose document is one value.
///
/// # Errors
/// The document is not what `read` expects, or null.
pub fn document<'a, T>(source: &impl Source<'a>, read: fn(&mut Reader<'a>) -> Option<T>) -> Built<T> {
    format::not_null(Reader::of(source).whole(read)?)
}

#[cold]
fn not_utf8(offset: usize) -> DeserializeError {
    DeserializeError::new("the body is not UTF-8").at(offset, None)
}

/// Wraps a recursive shape that was read: the value of a union's member.
#[inline(never)]
pub fn boxed<T, U>(value: Option<Box<T>>, wrap: fn(T) -> U) -> Option<Box<U>> {
    value.map(|value| Box::new(wrap(*value)))
}

/// The value of a required structure that a response left out: what an empty
/// object reads as (Smithy 2.0, section "Client error correction").
#[cold]
pub fn corrected<T: Read>() -> Option<T> {
    corrected_by(T::read)
}

/// Like [`corrected`], of a shape that is read in another way.
#[cold]
pub fn corrected_by<T>(read: fn(&mut Reader<'_>) -> Option<T>) -> Option<T> {
    let mut reader = Reader::new(b"{}");
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
