//! In: tokens of a file. Out: formatted text. prettyplease leaves no blank line
//! between items and joins short literals on one line; both are put right in a
//! single pass over the lines, for the reader and for the diff.

use proc_macro2::TokenStream;

/// Formats item by item, blank lines between, `use` lines together.
pub(super) fn push_items(text: &mut String, tokens: TokenStream) {
    let file: syn::File = match syn::parse2(tokens) {
        Ok(file) => file,
        // Templates are code of ours and every fixture prints them; a template
        // that does not parse must be seen, in the output and by its tests.
        Err(error) => {
            text.push_str(&format!("compile_error!({:?});\n", error.to_string()));
            return;
        }
    };
    let mut last = Group::Apart;
    for item in file.items {
        let group = Group::of(&item);
        if group == Group::Apart || group != last {
            text.push('\n');
        }
        last = group;
        push_item(text, item);
    }
}

fn push_item(text: &mut String, mut item: syn::Item) {
    let print = |item| prettyplease::unparse(&syn::File { shebang: None, attrs: Vec::new(), items: vec![item] });
    let inner = match &mut item {
        syn::Item::Macro(item) => take_body(&mut item.mac),
        _ => None,
    };
    let Some(inner) = inner else { return push_lines(text, &print(item)) };
    text.push_str(print(item).trim_end().trim_end_matches('}'));
    text.push('\n');
    let mut body = String::new();
    push_lines(&mut body, &one_entry_a_line(&print(inner)));
    body.lines().for_each(|line| text.push_str(&format!("    {line}\n")));
    text.push_str("}\n");
}

/// Joins what was broken inside of `<>`: an entry of a list of ours is a line, however long.
fn one_entry_a_line(formatted: &str) -> String {
    let mut text = String::new();
    for line in formatted.lines() {
        match (text.ends_with("<\n"), line.trim_start().starts_with('>')) {
            (true, _) => {
                text.pop();
                text.push_str(line.trim());
            }
            (false, true) if text.ends_with(",\n") => {
                text.truncate(text.len() - 2);
                text.push_str(line.trim());
            }
            (false, _) if is_open(&text) => {
                text.pop();
                text.push(' ');
                text.push_str(line.trim());
            }
            _ => text.push_str(line),
        }
        text.push('\n');
    }
    text
}

/// Whether the last line has a `<` that is not closed.
fn is_open(text: &str) -> bool {
    let last = text.trim_end_matches('\n').rsplit('\n').next().unwrap_or_default();
    !last.trim_start().starts_with("//") && last.contains('<') && !last.contains('>')
}

/// The content of the braces of a macro of ours, if it is an item: prettyplease does not look
/// into macros.
fn take_body(mac: &mut syn::Macro) -> Option<syn::Item> {
    if !matches!(mac.delimiter, syn::MacroDelimiter::Brace(_)) {
        return None;
    }
    let inner = mac.parse_body().ok()?;
    mac.tokens = TokenStream::new();
    Some(inner)
}

/// Items without blank lines between them, a line each.
#[derive(PartialEq)]
enum Group {
    Import,
    Reexport,
    Module,
    Constant,
    Apart,
}

impl Group {
    fn of(item: &syn::Item) -> Self {
        match item {
            syn::Item::Use(item) if matches!(item.vis, syn::Visibility::Inherited) => Self::Import,
            syn::Item::Use(_) => Self::Reexport,
            syn::Item::Mod(module) if module.content.is_none() => Self::Module,
            syn::Item::Const(item) if item.attrs.is_empty() => Self::Constant,
            _ => Self::Apart,
        }
    }
}

fn push_lines(text: &mut String, formatted: &str) {
    let mut last = "";
    for line in formatted.lines() {
        if starts_item(line, last) {
            text.push('\n');
        }
        match one_member_a_line(line) {
            Some(lines) => text.push_str(&lines),
            None if is_row(line) && is_row(last) && has_room(text, line) => {
                text.pop();
                text.push(' ');
                text.push_str(line.trim_start());
                text.push('\n');
            }
            None => {
                text.push_str(line);
                text.push('\n');
            }
        }
        last = line;
    }
}

/// Whether a line is a list of numbers in a list: several of these share a line.
fn is_row(line: &str) -> bool {
    let inner = line.trim_start().strip_prefix('[').and_then(|rest| rest.strip_suffix("],"));
    inner.is_some_and(|inner| inner.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b' ' | b'-')))
}

/// Whether the last line of the text can take one more row.
fn has_room(text: &str, row: &str) -> bool {
    const WIDTH: usize = 80;
    let last = text.trim_end_matches('\n').rsplit('\n').next().unwrap_or_default();
    last.len() + 1 + row.trim_start().len() <= WIDTH
}

/// Whether a blank line belongs between the two: a method, impl or module
/// begins after another one ended, or after the `use` lines of a module.
fn starts_item(line: &str, last: &str) -> bool {
    let (indent, code) = split_indent(line);
    let (last_indent, last_code) = split_indent(last);
    if indent != last_indent || indent == 0 || code.starts_with('}') {
        return false;
    }
    let begins =
        ["///", "#[", "pub ", "pub(crate) ", "pub(super) ", "fn ", "async fn ", "impl", "mod ", "static ", "const "];
    let ends_item = last_code == "}" || (last_code.starts_with("use ") && !code.starts_with("use "));
    let is_statement = last_code.ends_with(';') && !last_code.starts_with("//");
    let ends_line_item = is_statement && (code.starts_with("///") || code.starts_with("impl "));
    ends_line_item || ends_item && begins.iter().any(|begin| code.starts_with(begin))
}

fn split_indent(line: &str) -> (usize, &str) {
    let code = line.trim_start();
    (line.len() - code.len(), code)
}

/// Breaks a structure literal `X { a, b }` or a list `&["a", "b"]` that was
/// joined on one line, so that a new member is a new line and no changed one.
fn one_member_a_line(line: &str) -> Option<String> {
    let (indent, code) = split_indent(line);
    if ["impl", "pub ", "fn ", "if ", "match ", "use ", "///", "#", "mod "].iter().any(|other| code.starts_with(other))
    {
        return None;
    }
    if !code.contains(" { ") && !code.contains("&[\"") {
        return None;
    }
    // What a literal holds looks like code, but is none.
    let bare = without_literals(code);
    let (open, close) = match (bare.find(" { "), bare.find("&[\"")) {
        (Some(at), _) if is_type_before(&bare[..at]) => (at + 2, bare.rfind(" }")? + 1),
        (_, Some(at)) => (at + 2, bare.rfind(']')?),
        _ => return None,
    };
    let members = split_members(code.get(open..close)?, bare.get(open..close)?)?;
    let inner = " ".repeat(indent + 4);
    let mut out = format!("{}{}\n", " ".repeat(indent), &code[..open]);
    for member in members {
        out.push_str(&format!("{inner}{},\n", member.trim()));
    }
    out.push_str(&format!("{}{}\n", " ".repeat(indent), &code[close..]));
    Some(out)
}

fn is_type_before(code: &str) -> bool {
    let name = code.rsplit(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
    name.starts_with(|c: char| c.is_ascii_uppercase()) && name != "Self" && !code.contains("=>") && !code.contains('|')
}

/// The code with a space for each byte that is inside of a string literal.
fn without_literals(code: &str) -> String {
    let mut out = String::with_capacity(code.len());
    let mut rest = code;
    while let Some(quote) = rest.find('"') {
        let (before, from) = rest.split_at(quote);
        out.push_str(before);
        let is_raw = before.ends_with("r#");
        let end = if is_raw { from.find("\"#").filter(|end| *end > 0) } else { end_of_literal(from) };
        // Every literal is on one line.
        let end = end.unwrap_or(from.len() - 1);
        out.push('"');
        out.extend(std::iter::repeat_n(' ', end.saturating_sub(1)));
        if end > 0 {
            out.push('"');
        }
        rest = &from[end + 1..];
    }
    out.push_str(rest);
    out
}

/// Where the quote is that ends the literal that the text begins with.
fn end_of_literal(text: &str) -> Option<usize> {
    let mut is_escaped = false;
    text.bytes().enumerate().skip(1).find_map(|(index, byte)| match byte {
        _ if is_escaped => {
            is_escaped = false;
            None
        }
        b'\\' => {
            is_escaped = true;
            None
        }
        b'"' => Some(index),
        _ => None,
    })
}

/// Splits at the commas outside of brackets and strings; None for text
/// that has nothing to split. `bare` is the text without what its literals hold.
fn split_members<'t>(text: &'t str, bare: &str) -> Option<Vec<&'t str>> {
    let mut members = Vec::new();
    let (mut start, mut depth) = (0, 0i32);
    for (index, c) in bare.char_indices() {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                members.push(&text[start..index]);
                start = index + 1;
            }
            _ => {}
        }
    }
    members.push(&text[start..]);
    members.retain(|member| !member.trim().is_empty());
    (depth == 0 && !members.is_empty()).then_some(members)
}

#[cfg(test)]
mod tests {
    use super::*;
    use quote::quote;

    #[test]
    fn members_and_items_stand_apart() {
        let mut text = String::new();
        push_items(
            &mut text,
            quote!(
                use a::B;
                use a::C;
                impl X {
                    fn f() -> Option<Self> {
                        Some(X { a, b: g(1, 2) })
                    }
                    fn values() -> &'static [&'static str] {
                        &["a,b", "c"]
                    }
                }
            ),
        );
        assert_eq!(
            text,
            r#"
use a::B;
use a::C;

impl X {
    fn f() -> Option<Self> {
        Some(X {
            a,
            b: g(1, 2),
        })
    }

    fn values() -> &'static [&'static str] {
        &[
            "a,b",
            "c",
        ]
    }
}
"#
        );
    }

    #[test]
    fn what_looks_like_code_in_a_literal_is_none() {
        let mut text = String::new();
        push_items(
            &mut text,
            quote!(
                impl X {
                    fn wires() -> &'static [&'static str] {
                        &["A { b, c }", r#"B { "d", e }"#, "&[\"f\", g]"]
                    }
                    fn of(value: &str) -> Self {
                        match value {
                            "A { b, c }" => Self::A,
                            r#"B { "d", e }"# => Self::B,
                            _ => Self::C,
                        }
                    }
                }
            ),
        );
        assert_eq!(
            text,
            r##"
impl X {
    fn wires() -> &'static [&'static str] {
        &[
            "A { b, c }",
            r#"B { "d", e }"#,
            "&[\"f\", g]",
        ]
    }

    fn of(value: &str) -> Self {
        match value {
            "A { b, c }" => Self::A,
            r#"B { "d", e }"# => Self::B,
            _ => Self::C,
        }
    }
}
"##
        );
    }
}
