//! Timestamps in seconds since the epoch, exact to the nanosecond.
//!
//! A [`DateTime`] goes in and decimal text comes out, and back. It exists
//! because the way over a double, which the official JSON crate takes, reads
//! 1751884245.123 as 1751884245.122999.

use super::number::NumberText;
use aws_smithy_types::DateTime;

const NANOS_PER_SECOND: u32 = 1_000_000_000;

/// Appends the seconds, with a fraction only where there is one.
pub(super) fn push_epoch_seconds(out: &mut Vec<u8>, at: &DateTime) {
    let mut integer = itoa::Buffer::new();
    let nanos = at.subsec_nanos();
    if nanos == 0 {
        out.extend_from_slice(integer.format(at.secs()).as_bytes());
        return;
    }
    // A DateTime is `secs + nanos` with positive nanos, so -0.5 is (-1, 5e8).
    let (whole, nanos) = if at.secs() < 0 {
        out.push(b'-');
        (at.secs().unsigned_abs() - 1, NANOS_PER_SECOND - nanos)
    } else {
        (at.secs().unsigned_abs(), nanos)
    };
    out.extend_from_slice(integer.format(whole).as_bytes());
    out.push(b'.');
    let (mut digits, mut rest) = ([b'0'; 9], nanos);
    for digit in digits.iter_mut().rev() {
        *digit += (rest % 10) as u8;
        rest /= 10;
    }
    let end = digits.iter().rposition(|&digit| digit != b'0').map_or(0, |last| last + 1);
    out.extend_from_slice(digits.get(..end).unwrap_or_default());
}

/// The time that a JSON number names; digits beyond the nanosecond are
/// dropped. `None` if no [`DateTime`] holds it.
pub(super) fn parse_epoch_seconds(number: NumberText<'_>) -> Option<DateTime> {
    let text = number.text;
    if number.integral {
        return text.parse().ok().map(DateTime::from_secs);
    }
    if text.contains(['e', 'E']) {
        return parse_scientific(text);
    }
    let (whole, fraction) = text.split_once('.')?;
    let secs: i64 = whole.parse().ok()?;
    let nanos = leading_nanos(fraction);
    if nanos != 0 && text.starts_with('-') {
        let secs = secs.checked_sub(1)?;
        return Some(DateTime::from_secs_and_nanos(secs, NANOS_PER_SECOND - nanos));
    }
    Some(DateTime::from_secs_and_nanos(secs, nanos))
}

/// The first nine digits after the point, as if there were nine.
fn leading_nanos(fraction: &str) -> u32 {
    let mut nanos = 0;
    let digits = fraction.bytes().chain(std::iter::repeat(b'0'));
    for digit in digits.take(9) {
        nanos = nanos * 10 + u32::from(digit - b'0');
    }
    nanos
}

#[cold]
fn parse_scientific(text: &str) -> Option<DateTime> {
    let (mantissa, exponent) = text.split_once(['e', 'E'])?;
    let negative = mantissa.starts_with('-');
    let mantissa = mantissa.trim_start_matches('-');
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{fraction}");
    let digits = digits.trim_start_matches('0');
    if digits.is_empty() {
        return Some(DateTime::from_secs(0));
    }
    // An exponent that no i64 holds saturates: the time is 0 or out of range.
    let exponent = exponent.parse::<i64>().unwrap_or(if exponent.starts_with('-') { i64::MIN } else { i64::MAX });
    let power = exponent.saturating_sub(i64::try_from(fraction.len()).ok()?).saturating_add(9);
    let length = i64::try_from(digits.len()).ok()?;
    // The latest time has 28 digits in nanoseconds.
    if length.saturating_add(power) > 28 {
        return None;
    }
    let kept = usize::try_from(length.saturating_add(power.min(0)).max(0)).ok()?;
    let scale = 10_i128.checked_pow(u32::try_from(power.max(0)).ok()?)?;
    let magnitude = match digits.get(..kept)? {
        "" => 0,
        digits => digits.parse::<i128>().ok()?.checked_mul(scale)?,
    };
    DateTime::from_nanos(if negative { -magnitude } else { magnitude }).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use aws_smithy_types::date_time::Format;

    fn parse(text: &str) -> Option<DateTime> {
        parse_epoch_seconds(NumberText::scan(text, 0).unwrap())
    }

    #[test]
    fn text_is_that_of_the_official_formatter_and_reads_back() {
        let nanos = [0, 1, 10, 999_999_999, 123_000_000, 500_000_000, 122_999_000];
        for secs in [0, 1, -1, -2, 1_751_884_245, -1_751_884_245, i64::MAX, i64::MIN + 1] {
            for nanos in nanos {
                let time = DateTime::from_secs_and_nanos(secs, nanos);
                let mut out = Vec::new();
                push_epoch_seconds(&mut out, &time);
                let text = String::from_utf8(out).unwrap();
                assert_eq!(text, time.fmt(Format::EpochSeconds).unwrap());
                assert_eq!(parse(&text), Some(time), "{text}");
            }
        }
    }

    #[test]
    fn decimal_text_is_read_exactly() {
        let cases: &[(&str, Option<(i64, u32)>)] = &[
            ("1751884245.123", Some((1_751_884_245, 123_000_000))),
            ("-0.5", Some((-1, 500_000_000))),
            ("-0", Some((0, 0))),
            ("-0.0", Some((0, 0))),
            ("1.9999999999", Some((1, 999_999_999))),
            ("-1.9999999999", Some((-2, 1))),
            ("1.75e9", Some((1_750_000_000, 0))),
            ("1751884245123e-3", Some((1_751_884_245, 123_000_000))),
            ("-15E-1", Some((-2, 500_000_000))),
            ("1e-9", Some((0, 1))),
            ("19e-10", Some((0, 1))),
            ("1e-99999999999999999999", Some((0, 0))),
            ("0e99999999999999999999", Some((0, 0))),
            ("0.0000000000000000000000000000001e31", Some((1, 0))),
            ("9223372036854775807", Some((i64::MAX, 0))),
            ("9223372036854775808", None),
            ("9223372036854775808.5", None),
            ("1e19", None),
            ("1e99999999999999999999", None),
        ];
        for (text, expected) in cases {
            let expected = expected.map(|(secs, nanos)| DateTime::from_secs_and_nanos(secs, nanos));
            assert_eq!(parse(text), expected, "{text}");
        }
    }
}
