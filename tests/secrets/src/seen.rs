//! In: what a call returns. Out: all that its formatting shows, and whether a secret is in
//! it, in any of the forms that bytes and texts are shown in.

use std::error::Error;
use std::fmt::Debug;
use std::sync::LazyLock;

/// What stands at the places of secret texts and bytes.
pub const MARKER: &str = "S3CR3T";
/// What stands at the places of secret numbers. As a time it is in [`MARKED_DAYS`].
pub const MARKED_NUMBER: i64 = 5_309_147;
/// The forms of that day.
pub const MARKED_DAYS: [&str; 2] = ["Mar1970", "1970-03-03"];

/// What can be seen of a value.
pub fn of_value(value: &impl Debug) -> String {
    format!("{value:?}\n{value:#?}")
}

/// What can be seen of an error, and of all that caused it.
pub fn of_error(error: &dyn Error) -> String {
    let mut text = String::new();
    let mut next = Some(error);
    while let Some(error) = next {
        text.push_str(&format!("{error}\n{error:?}\n{error:#?}\n"));
        next = error.source();
    }
    text
}

/// What can be seen of a result.
pub fn of_result<T: Debug, E: Error>(result: &Result<T, E>) -> String {
    match result {
        Ok(value) => of_value(value),
        Err(error) => of_error(error),
    }
}

/// The secret that a text shows, in the form in which it does.
pub fn secret_in(text: &str) -> Option<String> {
    static FORMS: LazyLock<Vec<String>> = LazyLock::new(forms);
    // Lists of bytes are broken into lines, and so may be anything else; names of headers
    // are in lower case.
    let is_shown = |byte: &u8| !byte.is_ascii_whitespace();
    let text: Vec<u8> = text.bytes().filter(is_shown).map(|byte| byte.to_ascii_lowercase()).collect();
    let text = String::from_utf8_lossy(&text);
    FORMS.iter().find(|form| text.contains(form.as_str())).cloned()
}

fn forms() -> Vec<String> {
    let mut forms = vec![MARKER.to_owned(), MARKED_NUMBER.to_string(), list_of(|byte| byte.to_string())];
    forms.extend([list_of(|byte| format!("0x{byte:02x}")), hex(""), hex("\\x")]);
    forms.extend(MARKED_DAYS.map(str::to_owned));
    forms.extend(base64());
    forms.iter().map(|form| form.to_ascii_lowercase()).collect()
}

fn list_of(form: impl Fn(u8) -> String) -> String {
    MARKER.bytes().map(form).collect::<Vec<_>>().join(",")
}

fn hex(prefix: &str) -> String {
    MARKER.bytes().map(|byte| format!("{prefix}{byte:02x}")).collect()
}

/// The characters of base64 that the marker alone decides, wherever it begins.
fn base64() -> impl Iterator<Item = String> {
    (0..3).map(|offset| {
        let encoded = aws_smithy_types::base64::encode(format!("{}{MARKER}", "x".repeat(offset)));
        let bits = offset * 8..(offset + MARKER.len()) * 8;
        let whole = bits.start.div_ceil(6)..bits.end / 6;
        encoded.chars().skip(whole.start).take(whole.len()).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use aws_smithy_types::{Blob, DateTime};

    #[test]
    fn each_form_of_a_secret_is_seen() {
        let bytes = format!("..{MARKER}.").into_bytes();
        let shown = [
            format!("a{MARKER}b"),
            format!("{:?}", Blob::new(bytes.clone())),
            format!("{:#?}", bytes),
            format!("{:x?}", bytes).replace(", ", ""),
            aws_smithy_types::base64::encode(&bytes),
            aws_smithy_types::base64::encode(&bytes[1..]),
            aws_smithy_types::base64::encode(&bytes[2..]),
            of_value(&DateTime::from_secs(MARKED_NUMBER)),
            DateTime::from_secs(MARKED_NUMBER).to_string(),
            "Tue, 03 Mar 1970 10:45:47 GMT".to_owned(),
            "x-map-s3cr3t".to_owned(),
        ];
        for text in shown {
            assert!(secret_in(&text).is_some(), "{text}");
        }
        assert_eq!(secret_in("*** Sensitive Data Redacted ***"), None);
    }
}
