//! The functions of the rules engine on strings (Smithy 2.0, "Rules engine standard
//! library" and "AWS rules engine library functions").

use super::value::is_ip_v4;

/// Whether the text can be a label of a host: `isValidHostLabel`.
pub(crate) fn is_host_label(label: &str) -> bool {
    let bytes = label.as_bytes();
    matches!(bytes.len(), 1..=63) && bytes[0] != b'-' && bytes.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'-')
}

/// Whether the text can be labels with dots between them.
pub(crate) fn are_host_labels(labels: &str) -> bool {
    labels.split('.').all(is_host_label)
}

/// Whether the text can be a bucket that is a label of a host: `isVirtualHostableS3Bucket`.
pub(super) fn is_bucket(label: &str) -> bool {
    let is_letter = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    let bytes = label.as_bytes();
    matches!(bytes.len(), 3..=63)
        && bytes.first().is_some_and(is_letter)
        && bytes.last().is_some_and(is_letter)
        && bytes.iter().all(|byte| is_letter(byte) || *byte == b'-')
}

/// The same, where dots may be between parts of the name.
pub(super) fn is_bucket_with_dots(labels: &str) -> bool {
    matches!(labels.len(), 3..=63)
        && labels.split('.').all(|label| {
            let is_letter = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
            let bytes = label.as_bytes();
            bytes.first().is_some_and(is_letter)
                && bytes.last().is_some_and(is_letter)
                && bytes.iter().all(|byte| is_letter(byte) || *byte == b'-')
        })
        && !is_ip_v4(labels)
}

/// `substring`: from one position up to another, counted from the end if it is reversed.
pub(super) fn substring(text: &str, start: usize, stop: usize, is_reversed: bool) -> Option<&str> {
    if !text.is_ascii() || start >= stop || stop > text.len() {
        return None;
    }
    let range = if is_reversed { text.len() - stop..text.len() - start } else { start..stop };
    text.get(range)
}

/// `uriEncode`: all but unreserved characters.
pub(super) fn uri_encode(text: &str) -> String {
    use percent_encoding::{utf8_percent_encode, AsciiSet, NON_ALPHANUMERIC};
    const RESERVED: AsciiSet = NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
    utf8_percent_encode(text, &RESERVED).to_string()
}
