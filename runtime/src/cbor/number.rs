//! Numbers that CBOR and Smithy hold differently: half floats, and big numbers,
//! which are bytes there and digits here.

/// Digits of a big number are 9 to a limb.
const LIMB: u64 = 1_000_000_000;

/// The most bytes of a big number that are read: 2,466 digits. Conversion is
/// quadratic, and nobody's model has more.
pub(super) const MAX_BYTES: usize = 1024;

/// The value of a half float (IEEE 754, binary16).
pub(super) fn half(bits: u16) -> f32 {
    let sign = if bits >> 15 == 1 { -1.0 } else { 1.0 };
    let exponent = i32::from(bits >> 10 & 0x1f);
    let fraction = f32::from(bits & 0x3ff);
    sign * match exponent {
        0 => fraction * 2f32.powi(-24),
        31 if fraction == 0.0 => f32::INFINITY,
        31 => f32::NAN,
        _ => (1.0 + fraction / 1024.0) * 2f32.powi(exponent - 15),
    }
}

/// The decimal digits of an unsigned number in network byte order, plus `more`.
pub(super) fn digits(bytes: &[u8], more: u64) -> String {
    let mut limbs: Vec<u64> = vec![0];
    let mut shift_in = |factor: u64, addend: u64| {
        let mut carry = addend;
        for limb in &mut limbs {
            let value = *limb * factor + carry;
            *limb = value % LIMB;
            carry = value / LIMB;
        }
        if carry > 0 {
            limbs.push(carry);
        }
    };
    for byte in bytes {
        shift_in(256, u64::from(*byte));
    }
    shift_in(1, more);
    let mut limbs = limbs.iter().rev();
    let first = limbs.next().copied().unwrap_or_default();
    limbs.fold(first.to_string(), |text, limb| format!("{text}{limb:09}"))
}

/// The text of `digits` times ten to the power of `exponent`. A point is among
/// the digits where it is near, as in what was written.
pub(super) fn decimal(digits: String, exponent: i64) -> String {
    const NEAR: usize = 64;
    let places = usize::try_from(exponent.unsigned_abs()).unwrap_or(usize::MAX);
    if exponent == 0 {
        return digits;
    }
    if exponent > 0 || places > NEAR {
        return format!("{digits}e{exponent}");
    }
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits.as_str()), |digits| ("-", digits));
    let padded = format!("{digits:0>width$}", width = places + 1);
    let (whole, fraction) = padded.split_at(padded.len() - places);
    format!("{sign}{whole}.{fraction}")
}

/// The bytes of an unsigned number in network byte order, minus `less`; None if
/// a character is not a digit or there are too many.
pub(super) fn bytes(digits: &str, less: u8) -> Option<Vec<u8>> {
    if digits.len() > MAX_BYTES * 2 || digits.is_empty() {
        return None;
    }
    // Least byte first while it grows.
    let mut bytes: Vec<u8> = vec![0];
    for digit in digits.bytes() {
        let mut carry = u32::from(digit.checked_sub(b'0').filter(|digit| *digit < 10)?);
        for byte in &mut bytes {
            let value = u32::from(*byte) * 10 + carry;
            *byte = (value & 0xff) as u8;
            carry = value >> 8;
        }
        if carry > 0 {
            bytes.push(carry as u8);
        }
    }
    let mut borrow = less;
    for byte in &mut bytes {
        let (value, underflow) = byte.overflowing_sub(borrow);
        *byte = value;
        borrow = u8::from(underflow);
    }
    while bytes.len() > 1 && bytes.last() == Some(&0) {
        bytes.pop();
    }
    bytes.reverse();
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves() {
        for (bits, expected) in [
            (0x3c00, 1.0),
            (0xc000, -2.0),
            (0x7bff, 65504.0),
            (0x0001, 5.960_464_5e-8),
            (0x3555, 0.333_251_95),
            (0x7c00, f32::INFINITY),
            (0xfc00, f32::NEG_INFINITY),
        ] {
            assert_eq!(half(bits), expected, "{bits:#x}");
        }
        assert!(half(0x7e00).is_nan());
    }

    #[test]
    fn big_numbers_go_both_ways() {
        for text in ["0", "1", "255", "256", "18446744073709551616", "123456789012345678901234567890"] {
            let bytes = bytes(text, 0).expect("digits");
            assert_eq!(digits(&bytes, 0), text);
        }
        assert_eq!(digits(&[0xff], 1), "256");
        assert_eq!(bytes("256", 1), Some(vec![0xff]));
        assert_eq!(bytes("1x", 0), None);
    }
}
