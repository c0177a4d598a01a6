//! In: a body and its media type. Out: whether the body is what the type says,
//! as far as JSON and XML are concerned.

/// What is wrong with the body, in the words of a message.
pub(super) fn problem(body: &str, media_type: &str) -> Option<&'static str> {
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    let subtype = essence.split_once('/').map_or("", |(_, subtype)| subtype);
    let suffix = subtype.rsplit_once('+').map_or(subtype, |(_, suffix)| suffix);
    if body.is_empty() {
        return None;
    }
    match suffix {
        "json" if serde_json::from_str::<serde_json::Value>(body).is_err() => Some("the body is not JSON"),
        "xml" if !is_xml(body) => Some("the body is not well-formed XML"),
        _ => None,
    }
}

/// Whether tags are closed in their order and one element holds all. It does
/// not look at entities and names of attributes.
fn is_xml(body: &str) -> bool {
    let mut open: Vec<&str> = Vec::new();
    let mut has_root = false;
    let mut rest = body;
    while let Some(start) = rest.find('<') {
        if open.is_empty() && !rest[..start].trim().is_empty() {
            return false;
        }
        rest = &rest[start..];
        let special = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">")];
        if let Some((_, end)) = special.iter().find(|(start, _)| rest.starts_with(start)) {
            let Some(at) = rest.find(end) else { return false };
            rest = &rest[at + end.len()..];
            continue;
        }
        let Some(end) = end_of_tag(rest) else { return false };
        let (tag, after) = rest.split_at(end);
        rest = &after[1..];
        let tag = &tag[1..];
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name.trim_end()) {
                return false;
            }
            continue;
        }
        if open.is_empty() && std::mem::replace(&mut has_root, true) {
            return false;
        }
        let name = tag.split(|c: char| c.is_whitespace() || c == '/').next().unwrap_or_default();
        if name.is_empty() {
            return false;
        }
        if !tag.ends_with('/') {
            open.push(name);
        }
    }
    has_root && open.is_empty() && rest.trim().is_empty()
}

/// The `>` of a tag, which is not in a value of an attribute.
fn end_of_tag(tag: &str) -> Option<usize> {
    let mut quote = None;
    for (index, c) in tag.char_indices() {
        match quote {
            None if c == '>' => return Some(index),
            None if matches!(c, '"' | '\'') => quote = Some(c),
            Some(mark) if mark == c => quote = None,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::problem;

    #[test]
    fn bodies_and_their_types() {
        assert_eq!(problem("{\"a\": 1}", "application/json"), None);
        assert_eq!(problem("{a: 1}", "application/json; charset=utf-8"), Some("the body is not JSON"));
        assert_eq!(problem("not looked at", "text/plain"), None);
        let xml = |body| problem(body, "application/vnd.order+xml").is_none();
        assert!(xml("<?xml version=\"1.0\"?><Order id=\"a>b\">\n<!-- < --><Line/><![CDATA[<x>]]></Order>\n"));
        for broken in ["<a>", "<a></b>", "<a/><b/>", "a<b/>", "<a", "plain", "<>"] {
            assert!(!xml(broken), "{broken}");
        }
    }
}
