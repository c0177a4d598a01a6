//! The grammar of JSON numbers (RFC 8259, section 6) and what they convert to.
//!
//! Text goes in, a checked [`NumberText`] comes out, which converts to the
//! number types of Smithy. It exists because Rust's own parsers accept more
//! than JSON does (`+1`, `01`, `.5`, `inf`), and because a number must not be
//! rounded on the way to a type that could hold it.

use aws_smithy_types::Number;

/// Text that is a JSON number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct NumberText<'a> {
    pub(super) text: &'a str,
    /// Neither a fraction nor an exponent.
    pub(super) integral: bool,
}

impl<'a> NumberText<'a> {
    /// The number that `body` has at `start`, whatever follows it.
    pub(super) fn scan(body: &'a str, start: usize) -> Option<Self> {
        let bytes = body.as_bytes();
        let mut at = start;
        if bytes.get(at) == Some(&b'-') {
            at += 1;
        }
        at = match bytes.get(at)? {
            b'0' => at + 1,
            b'1'..=b'9' => digits_end(bytes, at),
            _ => return None,
        };
        let integer_end = at;
        if bytes.get(at) == Some(&b'.') {
            at = some_digits_end(bytes, at + 1)?;
        }
        if let Some(b'e' | b'E') = bytes.get(at) {
            at += 1;
            if let Some(b'+' | b'-') = bytes.get(at) {
                at += 1;
            }
            at = some_digits_end(bytes, at)?;
        }
        Some(Self { text: body.get(start..at)?, integral: at == integer_end })
    }

    /// The integer that this is, also where it is written `25.0` or `1e3`, as
    /// the official crates accept it.
    pub(super) fn to_i64(self) -> Option<i64> {
        if self.integral {
            return self.text.parse().ok();
        }
        if self.text.contains(['e', 'E']) {
            return self.scientific_to_i64();
        }
        // Not over a double, which would round what a long can hold.
        let (integer, fraction) = self.text.split_once('.')?;
        let whole = fraction.bytes().all(|digit| digit == b'0');
        whole.then(|| integer.parse().ok()).flatten()
    }

    #[cold]
    fn scientific_to_i64(self) -> Option<i64> {
        // Both bounds are exact in f64; `i64::MAX as f64` is not and would let
        // 2^63 through.
        const BOUND: f64 = 9_223_372_036_854_775_808.0;
        let value: f64 = self.text.parse().ok()?;
        let fits = value.trunc() == value && (-BOUND..BOUND).contains(&value);
        fits.then_some(value as i64)
    }

    /// The nearest double; `None` beyond its range.
    pub(super) fn to_f64(self) -> Option<f64> {
        self.text.parse().ok().filter(|value: &f64| value.is_finite())
    }

    /// The nearest float; `None` beyond its range.
    pub(super) fn to_f32(self) -> Option<f32> {
        self.text.parse().ok().filter(|value: &f32| value.is_finite())
    }

    /// The number of a document: an integer where one holds it.
    pub(super) fn to_number(self) -> Option<Number> {
        if self.integral {
            if let Ok(value) = self.text.parse::<u64>() {
                return Some(Number::PosInt(value));
            }
            if let Ok(value) = self.text.parse::<i64>() {
                return Some(Number::NegInt(value));
            }
        }
        self.to_f64().map(Number::Float)
    }
}

fn digits_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    while bytes.get(at).is_some_and(u8::is_ascii_digit) {
        at += 1;
    }
    at
}

fn some_digits_end(bytes: &[u8], start: usize) -> Option<usize> {
    Some(digits_end(bytes, start)).filter(|&end| end > start)
}

/// Appends a big number as JSON writes it. `text` is what
/// `aws_smithy_types::BigDecimal` admits, which is more than JSON does: a plus
/// sign, leading zeros, and a missing integer or fraction part.
pub(super) fn push_big_number(out: &mut Vec<u8>, text: &str) {
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let exponent_at = text.find(['e', 'E']).unwrap_or(text.len());
    let (mantissa, exponent) = text.split_at_checked(exponent_at).unwrap_or((text, ""));
    let (integer, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let integer = integer.trim_start_matches('0');
    if negative {
        out.push(b'-');
    }
    out.extend_from_slice(if integer.is_empty() { b"0" } else { integer.as_bytes() });
    if !fraction.is_empty() {
        out.push(b'.');
        out.extend_from_slice(fraction.as_bytes());
    }
    out.extend_from_slice(exponent.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grammar_is_that_of_json() {
        let cases: &[(&str, Option<&str>)] = &[
            ("0", Some("0")),
            ("-0", Some("-0")),
            ("10,", Some("10")),
            ("1.5]", Some("1.5")),
            ("1e5", Some("1e5")),
            ("-1.25E-07}", Some("-1.25E-07")),
            ("1E+2", Some("1E+2")),
            // What follows is the caller's business.
            ("01", Some("0")),
            ("1.", None),
            ("1.e5", None),
            ("1e", None),
            ("1e+", None),
            ("-", None),
            ("-a", None),
            ("+1", None),
            (".5", None),
            ("", None),
            ("NaN", None),
        ];
        for (text, expected) in cases {
            let found = NumberText::scan(text, 0).map(|number| number.text);
            assert_eq!(found, *expected, "{text}");
        }
    }

    #[test]
    fn integers_are_exact_or_refused() {
        let cases: &[(&str, Option<i64>)] = &[
            ("0", Some(0)),
            ("-0", Some(0)),
            ("9223372036854775807", Some(i64::MAX)),
            ("-9223372036854775808", Some(i64::MIN)),
            ("9223372036854775808", None),
            ("25.0", Some(25)),
            ("-9007199254740993.00", Some(-9_007_199_254_740_993)),
            ("9223372036854775807.0", Some(i64::MAX)),
            ("1e3", Some(1000)),
            ("-2.50e1", Some(-25)),
            ("25.5", None),
            ("1e19", None),
            ("9223372036854775808.0", None),
            ("1e999", None),
        ];
        for (text, expected) in cases {
            assert_eq!(NumberText::scan(text, 0).unwrap().to_i64(), *expected, "{text}");
        }
    }

    #[test]
    fn document_numbers_keep_their_kind() {
        let cases: &[(&str, Option<Number>)] = &[
            ("18446744073709551615", Some(Number::PosInt(u64::MAX))),
            ("-1", Some(Number::NegInt(-1))),
            ("18446744073709551616", Some(Number::Float(18446744073709551616.0))),
            ("1.0", Some(Number::Float(1.0))),
            ("1e999", None),
        ];
        for (text, expected) in cases {
            assert_eq!(NumberText::scan(text, 0).unwrap().to_number(), *expected, "{text}");
        }
    }

    #[test]
    fn big_numbers_are_written_as_json() {
        let cases = [
            ("0", "0"),
            ("-12", "-12"),
            ("00123", "123"),
            ("-000", "-0"),
            ("+5", "5"),
            (".5", "0.5"),
            ("-.5e3", "-0.5e3"),
            ("5.", "5"),
            ("007.2500E+10", "7.2500E+10"),
        ];
        for (text, expected) in cases {
            let mut out = Vec::new();
            push_big_number(&mut out, text);
            assert_eq!(std::str::from_utf8(&out).unwrap(), expected, "{text}");
            let whole = NumberText::scan(expected, 0).map(|number| number.text);
            assert_eq!(whole, Some(expected));
        }
    }
}
