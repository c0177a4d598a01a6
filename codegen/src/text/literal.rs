//! Texts and numbers of a model as literals, of Rust and of TOML.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, TokenStreamExt};

use super::visible;

/// Any text that a model gives: a name on the wire, a value, a URI. As tokens it is a
/// string literal.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Text(String);

impl Text {
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text that a codec makes of this one: it escapes it, or takes a part.
    pub(crate) fn map(&self, change: impl FnOnce(&str) -> String) -> Self {
        Self(change(&self.0))
    }

    /// The text on one line, for people: what they would not see is shown.
    pub(crate) fn shown(&self) -> Self {
        let words: Vec<&str> = self.0.split_whitespace().collect();
        Self(visible::show(&words.join(" ")).into_owned())
    }

    /// A basic string of TOML.
    pub(crate) fn toml(&self) -> String {
        let mut out = String::from("\"");
        for c in self.0.chars() {
            match c {
                '"' | '\\' => out.extend(['\\', c]),
                c if visible::is_hidden(c) => out.push_str(&format!("\\U{:08X}", u32::from(c))),
                c => out.push(c),
            }
        }
        out.push('"');
        out
    }

    /// The literal. It is raw if it has quotes and needs no escapes; no other raw one
    /// is printed, for these cannot show what they hold.
    fn literal(&self) -> Literal {
        let is_plain = |byte: u8| matches!(byte, b' '..=b'~') && !matches!(byte, b'#' | b'\\');
        if self.0.contains('"') && self.0.bytes().all(is_plain) {
            if let Ok(literal) = format!("r#\"{}\"#", self.0).parse() {
                return literal;
            }
        }
        Literal::string(&self.0)
    }

    /// The text itself, for those who emit nothing.
    #[cfg(feature = "internals")]
    pub(crate) fn raw(&self) -> &str {
        &self.0
    }

    /// The literal as text, for code in docs.
    pub(super) fn quoted(&self) -> String {
        format!("{:?}", self.0)
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl ToTokens for Text {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append(self.literal());
    }
}

/// Digits that mean in Rust what they mean in a model, or one of the three words for
/// floats that have no digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Number(String);

impl Number {
    /// An integer.
    pub(crate) fn integer(value: i64) -> Self {
        Self(value.to_string())
    }

    /// A float. None for what is not one, and for digits of more than a double holds.
    pub(crate) fn float(text: &str) -> Option<Self> {
        if matches!(text, "NaN" | "Infinity" | "-Infinity") {
            return Some(Self(text.to_owned()));
        }
        let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | 'e' | 'E' | '+' | '-');
        let is_number = text.chars().all(is_part) && text.parse::<f64>().is_ok_and(f64::is_finite);
        // `.5` and `5.` are none of JSON's, and `+5` is none of Rust's.
        let begins = text.trim_start_matches('-').starts_with(|c: char| c.is_ascii_digit());
        let digits_follow = !text.ends_with('.') && !text.contains(".e") && !text.contains(".E");
        (is_number && begins && digits_follow).then(|| Self(text.to_owned()))
    }

    /// Whether it is what Rust's `Default` gives, which `-0.0` is not.
    pub(crate) fn is_zero(&self) -> bool {
        self.0.parse::<f64>().is_ok_and(|value| value.to_bits() == 0)
    }

    pub(crate) fn is_nan(&self) -> bool {
        self.0 == "NaN"
    }

    /// The name of the constant that the number is, where it has no digits.
    pub(crate) fn constant(&self) -> Option<&'static str> {
        match self.0.as_str() {
            "NaN" => Some("NAN"),
            "Infinity" => Some("INFINITY"),
            "-Infinity" => Some("NEG_INFINITY"),
            _ => None,
        }
    }

    /// The literal of a type: a float has a point or an exponent.
    pub(crate) fn suffixed(&self, ty: &str, is_float: bool) -> TokenStream {
        format!("{}_{ty}", self.digits(is_float)).parse().unwrap_or_default()
    }

    /// The digits, without a type.
    pub(super) fn digits(&self, is_float: bool) -> String {
        let is_whole = !self.0.contains(['.', 'e', 'E']);
        if is_float && is_whole {
            format!("{}.0", self.0)
        } else {
            self.0.clone()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_hold_nothing_that_a_reader_cannot_see() {
        for c in (0..=0x10_ffff).filter_map(char::from_u32).filter(|c| visible::is_hidden(*c)) {
            for text in [format!("a{c}b"), format!("a{c}\"b\"")] {
                let text = Text::from(text);
                let literal = text.to_token_stream().to_string();
                assert!(!literal.contains(c), "{literal:?}");
                assert_eq!(syn::parse_str::<syn::LitStr>(&literal).map(|literal| literal.value()).ok(), Some(text.0));
            }
        }
    }

    #[test]
    fn quotes_make_a_raw_literal_where_one_can_be_read() {
        let literal = |text: &str| Text::from(text).to_token_stream().to_string();
        assert_eq!(literal("{\"a\":1}"), "r#\"{\"a\":1}\"#");
        assert_eq!(literal("\"#"), "\"\\\"#\"");
        assert_eq!(literal("a\n\"b\""), "\"a\\n\\\"b\\\"\"");
        assert_eq!(literal("\"\u{7}\""), "\"\\\"\\u{7}\\\"\"");
    }

    #[test]
    fn numbers_are_digits() {
        for wrong in ["", "-", "1.", ".5", "+1", "1_000", "0x1", "inf", "nan", "1e999", "1; f()", "1.e5", "١"] {
            assert_eq!(Number::float(wrong), None, "{wrong}");
        }
        let number = |text: &str| Number::float(text).map(|number| number.suffixed("f64", true).to_string());
        assert_eq!(number("-1").as_deref(), Some("- 1.0_f64"));
        assert_eq!(number("1.5e-3").as_deref(), Some("1.5e-3_f64"));
    }

    #[test]
    fn toml_is_one_line() {
        let text = Text::from("a \n\"b\"\\\u{202e}\0");
        assert_eq!(text.toml(), r#""a \U0000000A\"b\"\\\U0000202E\U00000000""#);
        assert_eq!(text.shown().toml(), r#""a \"b\"\\\\u{202e}\\u{0}""#);
    }
}
