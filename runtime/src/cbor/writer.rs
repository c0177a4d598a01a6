//! Appends members to one body.
//!
//! Keys and values go in, a `Vec<u8>` comes out. Structures are maps without a
//! length, since how many members are set is known only behind them.
//!
//! Heads are made here and not by `minicbor`: to a `Vec` they cannot fail, and
//! half of the bytes of a body are heads and short keys (RFC 8949, section 3).

use super::number;
use super::{Write, MAX_DEPTH};
use crate::error::SerializationError;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_types::error::operation::SerializationError as OfficialError;
use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime};
use minicbor::data::{IanaTag, Tag};
use std::collections::HashMap;

/// Room for the body of most requests, so that few of them reallocate.
const CAPACITY: usize = 512;

// The major types, where they stand in the first byte of a head.
const UNSIGNED: u8 = 0 << 5;
const NEGATIVE: u8 = 1 << 5;
const BYTES: u8 = 2 << 5;
const TEXT: u8 = 3 << 5;
const ARRAY: u8 = 4 << 5;
const MAP: u8 = 5 << 5;
const TAG: u8 = 6 << 5;

// Items that are a byte, and bytes that a float follows.
const INDEFINITE_MAP: u8 = MAP | 31;
const FALSE: u8 = 0xf4;
const TRUE: u8 = 0xf5;
const NULL: u8 = 0xf6;
const F32: u8 = 0xfa;
const F64: u8 = 0xfb;
const BREAK: u8 = 0xff;

/// Writes a CBOR body.
///
/// A member that is `None` is left out. Methods without a key (`put_..`) write
/// an element of a list or the value of a map.
///
/// The first error is kept until [`finish`](Self::finish), and no nested value
/// is visited after it.
pub struct Writer {
    out: Vec<u8>,
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
    /// The first problem: an unknown union member, a big number with too many
    /// digits, values nested more than [`MAX_DEPTH`] deep. No message quotes a
    /// value.
    pub fn finish(self) -> Result<Vec<u8>, BoxError> {
        match self.error {
            None => Ok(self.out),
            Some(error) => Err(error),
        }
    }

    /// Opens a map.
    pub fn begin_object(&mut self) {
        self.depth = self.depth.saturating_add(1);
        self.out.push(INDEFINITE_MAP);
    }

    /// Closes the map that was opened last.
    pub fn end_object(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        self.out.push(BREAK);
    }

    /// Refuses the unknown variant of the union `name`.
    pub fn fail_unknown_variant(&mut self, name: &'static str) {
        self.fail(OfficialError::unknown_variant(name).into());
    }

    /// A union's member without content.
    pub fn empty_object(&mut self, key: &'static str) {
        self.key(key);
        self.begin_object();
        self.end_object();
    }

    /// Writes a string member.
    pub fn string(&mut self, key: &'static str, value: Option<&str>) {
        if let Some(value) = value {
            self.key(key);
            self.put_string(value);
        }
    }

    /// Writes an enum member.
    pub fn text(&mut self, key: &'static str, value: Option<&impl AsRef<str>>) {
        self.string(key, value.map(AsRef::as_ref));
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

    /// Writes a blob member.
    pub fn blob(&mut self, key: &'static str, value: Option<&Blob>) {
        if let Some(value) = value {
            self.key(key);
            self.put_blob(value);
        }
    }

    /// Writes a timestamp member.
    pub fn timestamp(&mut self, key: &'static str, value: Option<&DateTime>) {
        if let Some(value) = value {
            self.key(key);
            self.put_timestamp(value);
        }
    }

    /// Writes a big integer member.
    pub fn big_integer(&mut self, key: &'static str, value: Option<&BigInteger>) {
        if let Some(value) = value {
            self.key(key);
            self.put_big_integer(value);
        }
    }

    /// Writes a big decimal member.
    pub fn big_decimal(&mut self, key: &'static str, value: Option<&BigDecimal>) {
        if let Some(value) = value {
            self.key(key);
            self.put_big_decimal(value);
        }
    }

    /// Writes a structure or union member.
    pub fn shape<T: Write>(&mut self, key: &'static str, value: Option<&T>) {
        if let Some(value) = value {
            if self.may_nest() {
                self.key(key);
                value.write(self);
            }
        }
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
        self.slice(TEXT, value.as_bytes());
    }

    /// Writes an integer, as short as it can be.
    pub fn put_int(&mut self, value: i64) {
        match u64::try_from(value) {
            Ok(value) => self.head(UNSIGNED, value),
            // -1 is 0, -2 is 1, and so on.
            Err(_) => self.head(NEGATIVE, !value as u64),
        }
    }

    /// Writes a double.
    pub fn put_double(&mut self, value: f64) {
        self.word(F64, value.to_be_bytes());
    }

    /// Writes a float.
    pub fn put_float(&mut self, value: f32) {
        self.word(F32, value.to_be_bytes());
    }

    /// Writes a boolean.
    pub fn put_boolean(&mut self, value: bool) {
        self.out.push(if value { TRUE } else { FALSE });
    }

    /// Writes a blob.
    pub fn put_blob(&mut self, value: &Blob) {
        self.slice(BYTES, value.as_ref());
    }

    /// Writes a time: a tagged number of seconds since the epoch.
    pub fn put_timestamp(&mut self, value: &DateTime) {
        self.tag(IanaTag::Timestamp);
        self.put_double(value.as_secs_f64());
    }

    /// Writes a big integer: a plain one where it fits (RFC 8949, "Bignums").
    pub fn put_big_integer(&mut self, value: &BigInteger) {
        self.put_digits(value.as_ref());
    }

    fn put_digits(&mut self, text: &str) {
        if let Ok(value) = text.parse::<i64>() {
            return self.put_int(value);
        }
        let (tag, digits, less) = match text.strip_prefix('-') {
            Some(digits) => (IanaTag::NegBignum, digits, 1),
            None => (IanaTag::PosBignum, text.trim_start_matches('+'), 0),
        };
        match number::bytes(digits, less) {
            Some(bytes) => {
                self.tag(tag);
                self.slice(BYTES, &bytes);
            }
            None => self.fail("a big number has too many digits".into()),
        }
    }

    /// Writes a big decimal: exponent and digits (RFC 8949, "Decimal Fractions").
    pub fn put_big_decimal(&mut self, value: &BigDecimal) {
        let text = value.as_ref();
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let places = i64::try_from(fraction.len()).unwrap_or(i64::MAX);
        let exponent = exponent.trim_start_matches('+').parse::<i64>().ok().and_then(|e| e.checked_sub(places));
        let Some(exponent) = exponent else {
            return self.fail("the exponent of a big decimal is too large".into());
        };
        self.tag(IanaTag::Decimal);
        self.head(ARRAY, 2);
        self.put_int(exponent);
        self.put_digits(&format!("{whole}{fraction}"));
    }

    /// Writes a structure or union as an element.
    pub fn put_shape<T: Write>(&mut self, value: &T) {
        if self.may_nest() {
            value.write(self);
        }
    }

    /// Writes a list, each element with `write`.
    pub fn put_list<T>(&mut self, values: &[T], write: fn(&T, &mut Self)) {
        if self.begin_list(values.len()) {
            values.iter().for_each(|value| write(value, self));
            self.depth -= 1;
        }
    }

    /// Writes a list whose elements may be null.
    pub fn put_sparse_list<T>(&mut self, values: &[Option<T>], write: fn(&T, &mut Self)) {
        if self.begin_list(values.len()) {
            for value in values {
                match value {
                    Some(value) => write(value, self),
                    None => self.put_null(),
                }
            }
            self.depth -= 1;
        }
    }

    /// Writes a map, each value with `write`.
    pub fn put_map<K: AsRef<str>, V>(&mut self, values: &HashMap<K, V>, write: fn(&V, &mut Self)) {
        if self.begin_map(values.len()) {
            for (key, value) in values {
                self.put_string(key.as_ref());
                write(value, self);
            }
            self.depth -= 1;
        }
    }

    /// Writes a map whose values may be null.
    pub fn put_sparse_map<K: AsRef<str>, V>(&mut self, values: &HashMap<K, Option<V>>, write: fn(&V, &mut Self)) {
        if self.begin_map(values.len()) {
            for (key, value) in values {
                self.put_string(key.as_ref());
                match value {
                    Some(value) => write(value, self),
                    None => self.put_null(),
                }
            }
            self.depth -= 1;
        }
    }

    /// Writes a null.
    pub fn put_null(&mut self) {
        self.out.push(NULL);
    }

    fn key(&mut self, key: &str) {
        self.slice(TEXT, key.as_bytes());
    }

    fn begin_list(&mut self, length: usize) -> bool {
        let may_nest = self.may_nest();
        if may_nest {
            self.depth += 1;
            self.head(ARRAY, length as u64);
        }
        may_nest
    }

    fn begin_map(&mut self, length: usize) -> bool {
        let may_nest = self.may_nest();
        if may_nest {
            self.depth += 1;
            self.head(MAP, length as u64);
        }
        may_nest
    }

    /// A major type with its argument, as short as it can be.
    fn head(&mut self, major: u8, argument: u64) {
        let [a, b, c, d, e, f, g, h] = argument.to_be_bytes();
        match argument {
            0..24 => self.out.push(major | h),
            24..0x100 => self.word(major | 24, [h]),
            0x100..0x1_0000 => self.word(major | 25, [g, h]),
            0x1_0000..0x1_0000_0000 => self.word(major | 26, [e, f, g, h]),
            _ => self.word(major | 27, [a, b, c, d, e, f, g, h]),
        }
    }

    /// Text or bytes, behind their length.
    fn slice(&mut self, major: u8, bytes: &[u8]) {
        self.head(major, bytes.len() as u64);
        self.out.extend_from_slice(bytes);
    }

    /// A first byte and the number behind it.
    fn word<const N: usize>(&mut self, first: u8, number: [u8; N]) {
        self.out.push(first);
        self.out.extend_from_slice(&number);
    }

    fn tag(&mut self, tag: IanaTag) {
        self.head(TAG, tag.into());
    }

    /// False if nothing may be visited any more.
    fn may_nest(&mut self) -> bool {
        if self.depth >= MAX_DEPTH {
            self.fail(SerializationError::too_deep(MAX_DEPTH).into());
        }
        self.error.is_none()
    }

    #[cold]
    fn fail(&mut self, error: BoxError) {
        self.error.get_or_insert(error);
    }
}

/// Tags are compared by number.
pub(super) fn is_tag(tag: Tag, known: IanaTag) -> bool {
    tag == Tag::from(known)
}
