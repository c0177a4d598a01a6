//! Finds the next byte of a JSON string that is not plain text.
//!
//! A string and an offset go in, the offset of the next quote, backslash or
//! control character comes out. It exists because reading and writing strings
//! is where most of a body's bytes are, so they are looked at eight at a time.

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x8080_8080_8080_8080;

/// The offset of the first byte at or after `start` that a JSON string must
/// escape (`"`, `\`, below 0x20), or the length of `bytes`.
pub(super) fn plain_until(bytes: &[u8], start: usize) -> usize {
    let rest = bytes.get(start..).unwrap_or_default();
    let (chunks, tail) = rest.as_chunks::<8>();
    let mut at = start;
    for chunk in chunks {
        let marks = special(*chunk);
        if marks != 0 {
            return at + first(marks);
        }
        at += 8;
    }
    if tail.is_empty() {
        return bytes.len();
    }
    // The last eight bytes, of which some are known to be plain.
    if let Some((_, last)) = rest.split_last_chunk::<8>() {
        let marks = special(*last);
        return match marks {
            0 => bytes.len(),
            _ => bytes.len() - 8 + first(marks),
        };
    }
    let tail_at = tail.iter().position(|&byte| matches!(byte, 0..0x20 | b'"' | b'\\'));
    tail_at.map_or(bytes.len(), |tail_at| at + tail_at)
}

/// Sets the high bit of each byte that needs escaping.
///
/// A borrow can mark a byte *above* a true hit by mistake, never one below it,
/// and only the lowest mark is used.
#[inline]
fn special(chunk: [u8; 8]) -> u64 {
    let word = u64::from_le_bytes(chunk);
    // Flipping one bit maps `"` to 0x20 and what is below 0x20 to itself or
    // its neighbour, so one comparison finds both.
    let quote_or_control = (word ^ (ONES * 2)).wrapping_sub(ONES * 0x21);
    let backslash = (word ^ (ONES * b'\\' as u64)).wrapping_sub(ONES);
    // Bytes of multi-byte characters have the high bit: `!word` drops them.
    (quote_or_control | backslash) & !word & HIGH
}

/// The index of the lowest byte that is marked.
#[inline]
fn first(marks: u64) -> usize {
    (marks.trailing_zeros() / 8) as usize
}

#[cfg(test)]
mod tests {
    use super::plain_until;

    fn slow(bytes: &[u8], start: usize) -> usize {
        (start..bytes.len()).find(|&at| matches!(bytes[at], b'"' | b'\\' | 0..=0x1f)).unwrap_or(bytes.len())
    }

    #[test]
    fn agrees_with_the_byte_by_byte_search() {
        for byte in 0..=255u8 {
            for neighbour in [b'a', 0x20, 0x21, 0x23, 0x5b, 0x5d, 0x7f, 0x80, 0xa2, 0xdc, 0xff] {
                for at in 0..19 {
                    let mut bytes = [neighbour; 19];
                    bytes[at] = byte;
                    for start in 0..=19 {
                        assert_eq!(
                            plain_until(&bytes, start),
                            slow(&bytes, start),
                            "{byte:#x} at {at} from {start} among {neighbour:#x}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn a_start_behind_the_end_is_the_end() {
        assert_eq!(plain_until(b"abc", 9), 3);
    }
}
