//! Names the place of a problem in a body.
//!
//! A body and an offset go in, a path such as `protectedQuery.tags[3].name`
//! comes out. It exists so that the reader keeps no path while all goes well:
//! up to the problem the body is JSON, so it can be walked a second time.

/// How many steps of a path are shown, the innermost ones.
const SHOWN: usize = 8;
/// The longest name that is shown.
const LONGEST_NAME: usize = 64;

enum Level<'a> {
    Object { key: &'a str, value: usize },
    Array { index: usize },
}

/// The path to `offset`; `None` at the top. Bit `d` of `maps` says that the
/// keys of the object at depth `d` are data: they are shown as `*`, and so is the key of
/// the value at `skipped`, which the model does not know.
pub(super) fn of(body: &str, offset: usize, maps: u128, skipped: usize) -> Option<String> {
    let levels = walk(body, offset);
    let hidden = levels.len().saturating_sub(SHOWN);
    let mut path = String::new();
    for (depth, level) in levels.iter().enumerate().skip(hidden) {
        match level {
            Level::Array { index } => path.push_str(&format!("[{index}]")),
            Level::Object { key: "", .. } => {}
            Level::Object { key, value } => {
                if !path.is_empty() {
                    path.push('.');
                }
                let is_map = u32::try_from(depth).is_ok_and(|depth| maps.checked_shr(depth).unwrap_or(0) & 1 == 1);
                path.push_str(if is_map || *value == skipped || !is_name(key) { "*" } else { key });
            }
        }
    }
    if hidden > 0 {
        path.insert_str(0, "...");
    }
    (!path.is_empty()).then_some(path)
}

/// Whether `key` looks like the name of a member and not like data.
fn is_name(key: &str) -> bool {
    key.len() <= LONGEST_NAME && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.:$".contains(&byte))
}

/// The objects and arrays that are open at `offset`.
fn walk(body: &str, offset: usize) -> Vec<Level<'_>> {
    let bytes = body.as_bytes();
    let mut levels = Vec::new();
    // The last string, until a colon makes it a key.
    let mut string = "";
    let mut at = 0;
    while at < offset {
        let Some(byte) = bytes.get(at) else { break };
        at += 1;
        match byte {
            b'{' => levels.push(Level::Object { key: "", value: 0 }),
            b'[' => levels.push(Level::Array { index: 0 }),
            b'}' | b']' => {
                levels.pop();
            }
            b':' => {
                if let Some(Level::Object { key, value }) = levels.last_mut() {
                    *key = string;
                    let space = bytes.iter().skip(at).take_while(|byte| b" \n\r\t".contains(byte));
                    *value = at + space.count();
                }
            }
            b',' => match levels.last_mut() {
                Some(Level::Array { index }) => *index += 1,
                Some(Level::Object { key, .. }) => *key = "",
                None => {}
            },
            b'"' => {
                let start = at;
                while !matches!(bytes.get(at), None | Some(b'"')) {
                    // An escape is two bytes long or more, and its second one
                    // may be a quote.
                    at += if bytes.get(at) == Some(&b'\\') { 2 } else { 1 };
                }
                string = body.get(start..at).unwrap_or("?");
                at += 1;
            }
            _ => {}
        }
    }
    levels
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn the_path_leads_to_the_offset() {
        let cases: &[(&str, u128, Option<&str>)] = &[
            ("!", 0, None),
            (r#"{!"#, 0, None),
            (r#"{"a":!"#, 0, Some("a")),
            (r#"{"a":1,!"#, 0, None),
            (r#"{"a":{"b":1},"c":[{"d":"x\",\"y"},!"#, 0, Some("c[1]")),
            (r#"{"a":{"b":1},"c":[{"d":"x\",\"y"},{"e":!"#, 0, Some("c[1].e")),
            ("[[1,2],[3,!", 0, Some("[1][1]")),
            (r#"{"m":{"secret":{"name":!"#, 0b10, Some("m.*.name")),
            (r#"{"not a name":!"#, 0, Some("*")),
            (r#"[[[[[[[[[[{"a":!"#, 0, Some("...[0][0][0][0][0][0][0].a")),
        ];
        for (body, maps, expected) in cases {
            let found = of(body, body.find('!').unwrap(), *maps, usize::MAX);
            assert_eq!(found.as_deref(), *expected, "{body}");
        }
        let body = r#"{"a":{"secret":  {"b":1 !"#;
        assert_eq!(of(body, 23, 0, 17).as_deref(), Some("a.*.b"));
    }
}
