//! Appends members to one body.
//!
//! Keys and values go in, a `Vec<u8>` comes out. Structures are maps without a
//! length, since how many members are set is known only after them.
//!
//! Heads are made here and not by `minicbor`: to a `Vec` they cannot fail, and
//! half of the bytes of a body are heads and short keys (RFC 8949, section 3).

use super::number;
use super::Write;
use crate::error::SerializationError;
use crate::format::{self, Format, Objects, MAX_DEPTH};
use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime};
use minicbor::data::{IanaTag, Tag};
use std::collections::HashMap;

// The major types, at their place in the first byte of a head.
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

/// The format of CBOR bodies.
#[derive(Default)]
pub struct Cbor;

/// Writes a CBOR body. A key is the name of a member.
pub type Writer = format::Writer<Cbor>;

impl Format for Cbor {
    const CONTENT_TYPE: &'static str = "application/cbor";
    type Out = Vec<u8>;
    type Begun = ();

    #[inline]
    fn begin_member(w: &mut Writer, key: &'static str) -> Option<()> {
        w.put_string(key);
        Some(())
    }

    #[inline]
    fn end_member(_: &mut Writer, _: &'static str, (): ()) {}

    #[inline]
    fn may_nest(w: &mut Writer) -> bool {
        w.may_nest()
    }

    #[inline]
    fn put_string(w: &mut Writer, value: &str) {
        w.slice(TEXT, value.as_bytes());
    }

    /// As short as it can be.
    #[inline]
    fn put_int(w: &mut Writer, value: i64) {
        match u64::try_from(value) {
            Ok(value) => w.head(UNSIGNED, value),
            // -1 is 0, -2 is 1, and so on.
            Err(_) => w.head(NEGATIVE, !value as u64),
        }
    }

    #[inline]
    fn put_double(w: &mut Writer, value: f64) {
        w.word(F64, value.to_be_bytes());
    }

    #[inline]
    fn put_float(w: &mut Writer, value: f32) {
        w.word(F32, value.to_be_bytes());
    }

    #[inline]
    fn put_boolean(w: &mut Writer, value: bool) {
        w.out.push(if value { TRUE } else { FALSE });
    }

    #[inline]
    fn put_blob(w: &mut Writer, value: &Blob) {
        w.slice(BYTES, value.as_ref());
    }

    /// A plain integer where it fits (RFC 8949, "Bignums").
    fn put_big_integer(w: &mut Writer, value: &BigInteger) {
        w.put_digits(value.as_ref());
    }

    /// Exponent and digits (RFC 8949, "Decimal Fractions").
    fn put_big_decimal(w: &mut Writer, value: &BigDecimal) {
        let text = value.as_ref();
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let places = i64::try_from(fraction.len()).unwrap_or(i64::MAX);
        let exponent = exponent.trim_start_matches('+').parse::<i64>().ok().and_then(|e| e.checked_sub(places));
        let Some(exponent) = exponent else {
            return w.fail("the exponent of a big decimal is too large".into());
        };
        w.tag(IanaTag::Decimal);
        w.head(ARRAY, 2);
        w.put_int(exponent);
        w.put_digits(&format!("{whole}{fraction}"));
    }
}

impl Objects for Cbor {
    #[inline]
    fn begin_object(w: &mut Writer) {
        w.depth = w.depth.saturating_add(1);
        w.out.push(INDEFINITE_MAP);
    }

    #[inline]
    fn end_object(w: &mut Writer) {
        w.depth = w.depth.saturating_sub(1);
        w.out.push(BREAK);
    }

    fn put_list<T>(w: &mut Writer, values: &[T], write: impl Fn(&T, &mut Writer)) {
        if w.begin_collection(ARRAY, values.len()) {
            values.iter().for_each(|value| write(value, w));
            w.depth -= 1;
        }
    }

    fn put_map<K: AsRef<str>, V>(w: &mut Writer, values: &HashMap<K, V>, write: impl Fn(&V, &mut Writer)) {
        if w.begin_collection(MAP, values.len()) {
            for (key, value) in values {
                w.put_string(key.as_ref());
                write(value, w);
            }
            w.depth -= 1;
        }
    }

    fn put_null(w: &mut Writer) {
        w.out.push(NULL);
    }
}

impl Writer {
    /// The body that is a structure or union; none, if it is not set.
    pub fn of<T: Write>(value: Option<&T>) -> Option<Self> {
        Self::of_value(value, T::write)
    }

    /// Writes a structure or union member.
    pub fn shape<T: Write>(&mut self, key: &'static str, value: Option<&T>) {
        self.nested(key, value, T::write);
    }

    /// Writes a structure or union as an element.
    pub fn put_shape<T: Write>(&mut self, value: &T) {
        if self.may_nest() {
            value.write(self);
        }
    }

    /// Writes a timestamp member.
    pub fn timestamp(&mut self, key: &'static str, value: Option<&DateTime>) {
        self.member(key, value, |value, w| w.put_timestamp(value));
    }

    /// Writes a time: a tagged number of seconds since the epoch.
    pub fn put_timestamp(&mut self, value: &DateTime) {
        self.tag(IanaTag::Timestamp);
        self.put_double(value.as_secs_f64());
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

    /// The head of a list or map; false if it must not be visited.
    fn begin_collection(&mut self, major: u8, length: usize) -> bool {
        let may_nest = self.may_nest();
        if may_nest {
            self.depth += 1;
            self.head(major, length as u64);
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

    /// Text or bytes, after their length.
    fn slice(&mut self, major: u8, bytes: &[u8]) {
        self.head(major, bytes.len() as u64);
        self.out.extend_from_slice(bytes);
    }

    /// A first byte and the number after it.
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
}

/// Tags are compared by number.
pub(super) fn is_tag(tag: Tag, known: IanaTag) -> bool {
    tag == Tag::from(known)
}
