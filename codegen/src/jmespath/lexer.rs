//! In: the text of an expression. Out: its tokens with their places, or why
//! there are none.

use super::{Comparator, SyntaxError};

/// More than any waiter has; it bounds how deep left-hand chains become.
pub(super) const MAX_TOKENS: usize = 1024;

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    /// A name, bare or in double quotes, which a function's name has not.
    Name {
        text: String,
        is_quoted: bool,
    },
    Number(i64),
    Literal(serde_json::Value),
    Compare(Comparator),
    Dot,
    Star,
    Comma,
    Colon,
    /// `@`
    At,
    /// `&`
    Ampersand,
    And,
    Or,
    Not,
    Pipe,
    OpenParenthesis,
    CloseParenthesis,
    OpenBrace,
    CloseBrace,
    OpenBracket,
    CloseBracket,
    /// `[]`
    Flatten,
    /// `[?`
    Filter,
}

/// Every token with the byte where it begins.
pub(super) fn tokens(text: &str) -> Result<Vec<(usize, Token)>, SyntaxError> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        if first.is_ascii_whitespace() {
            at += 1;
            continue;
        }
        if tokens.len() == MAX_TOKENS {
            return Err(error(at, "the expression is too long"));
        }
        let (token, length) = token(&text[at..], first).map_err(|message| error(at, message))?;
        tokens.push((at, token));
        at += length;
    }
    Ok(tokens)
}

fn error(at: usize, message: impl Into<String>) -> SyntaxError {
    SyntaxError { at, message: message.into() }
}

/// The token at the front of the rest, and its length in bytes.
fn token(rest: &str, first: char) -> Result<(Token, usize), String> {
    // Longer ones first.
    const SYMBOLS: &[(&str, Token)] = &[
        ("[]", Token::Flatten),
        ("[?", Token::Filter),
        ("&&", Token::And),
        ("||", Token::Or),
        ("==", Token::Compare(Comparator::Equal)),
        ("!=", Token::Compare(Comparator::NotEqual)),
        ("<=", Token::Compare(Comparator::LessOrEqual)),
        (">=", Token::Compare(Comparator::GreaterOrEqual)),
        ("<", Token::Compare(Comparator::Less)),
        (">", Token::Compare(Comparator::Greater)),
        (".", Token::Dot),
        ("*", Token::Star),
        (",", Token::Comma),
        (":", Token::Colon),
        ("@", Token::At),
        ("&", Token::Ampersand),
        ("!", Token::Not),
        ("|", Token::Pipe),
        ("(", Token::OpenParenthesis),
        (")", Token::CloseParenthesis),
        ("{", Token::OpenBrace),
        ("}", Token::CloseBrace),
        ("[", Token::OpenBracket),
        ("]", Token::CloseBracket),
    ];
    if let Some((symbol, token)) = SYMBOLS.iter().find(|(symbol, _)| rest.starts_with(symbol)) {
        return Ok((token.clone(), symbol.len()));
    }
    match first {
        'a'..='z' | 'A'..='Z' | '_' => {
            let length = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(rest.len());
            Ok((Token::Name { text: rest[..length].to_owned(), is_quoted: false }, length))
        }
        '-' | '0'..='9' => number(rest),
        '"' => {
            let inside = quotation(rest, '"')?;
            // The escapes are those of JSON.
            let text = serde_json::from_str(&rest[..inside.len() + 2]);
            let text = text.map_err(|_| "the text in `\"` is not a JSON string".to_owned())?;
            Ok((Token::Name { text, is_quoted: true }, inside.len() + 2))
        }
        '\'' => {
            let inside = quotation(rest, '\'')?;
            let text = unescaped(inside, &['\'', '\\']);
            Ok((Token::Literal(serde_json::Value::String(text)), inside.len() + 2))
        }
        '`' => {
            let inside = quotation(rest, '`')?;
            Ok((Token::Literal(literal(inside)?), inside.len() + 2))
        }
        '=' => Err("`=` is not an operator, `==` is".to_owned()),
        other => Err(format!("`{other}` has no meaning here")),
    }
}

fn number(rest: &str) -> Result<(Token, usize), String> {
    let digits = rest[1..].find(|c: char| !c.is_ascii_digit()).map_or(rest.len(), |end| end + 1);
    let number = rest[..digits].parse().map_err(|_| format!("`{}` is not an index", &rest[..digits]))?;
    Ok((Token::Number(number), digits))
}

/// The text between the quotation mark at the front and the next one that
/// no backslash escapes.
fn quotation(rest: &str, mark: char) -> Result<&str, String> {
    let mut is_escaped = false;
    for (index, c) in rest.char_indices().skip(1) {
        if c == mark && !is_escaped {
            return Ok(&rest[1..index]);
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    Err("the quotation is not closed".to_owned())
}

/// The text without the backslash in front of these characters.
fn unescaped(text: &str, escapable: &[char]) -> String {
    let mut result = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let escaped = if c == '\\' { rest.next_if(|next| escapable.contains(next)) } else { None };
        result.push(escaped.unwrap_or(c));
    }
    result
}

/// The value of a literal. Older texts leave out the quotes of a string.
fn literal(inside: &str) -> Result<serde_json::Value, String> {
    let text = unescaped(inside.trim(), &['`']);
    if let Ok(value) = serde_json::from_str(&text) {
        return Ok(value);
    }
    let looks_like_json = text.is_empty() || text.starts_with(['"', '{', '[']);
    if looks_like_json {
        return Err("the text in `` ` `` is not JSON".to_owned());
    }
    Ok(serde_json::Value::String(text))
}
