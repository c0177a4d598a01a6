//! Documents: JSON whose shape only the caller knows.
//!
//! A [`Document`] goes in and text comes out, and back. Both directions
//! recurse, over frames that the depth of the reader and the writer bounds.

use super::reader::Reader;
use super::writer::Writer;
use aws_smithy_types::{Document, Number};
use std::collections::HashMap;

impl Writer {
    /// Writes a document.
    pub fn put_document(&mut self, value: &Document) {
        match value {
            Document::Object(members) => self.put_map(members, |value, w| w.put_document(value)),
            Document::Array(elements) => self.put_list(elements, |value, w| w.put_document(value)),
            Document::Number(number) => self.put_number(*number),
            Document::String(text) => self.put_string(text),
            Document::Bool(value) => self.put_boolean(*value),
            Document::Null => self.put_null(),
        }
    }

    fn put_number(&mut self, number: Number) {
        match number {
            Number::PosInt(value) => {
                let mut buffer = itoa::Buffer::new();
                self.out.extend_from_slice(buffer.format(value).as_bytes());
            }
            Number::NegInt(value) => self.put_int(value),
            Number::Float(value) => self.put_double(value),
        }
    }
}

impl Reader<'_> {
    /// Reads a document. A null is `Some(Document::Null)`, as in the official
    /// crates; `None` is an error.
    pub fn document(&mut self) -> Option<Document> {
        match self.peek() {
            b'{' => self.document_object(),
            b'[' => self.document_array(),
            b'"' => self.string().map(Document::String),
            b't' | b'f' => self.boolean().map(Document::Bool),
            b'-' | b'0'..=b'9' => self.document_number(),
            _ => self.null("a value").map(|()| Document::Null),
        }
    }

    fn document_object(&mut self) -> Option<Document> {
        self.begin_object()?;
        let mut members = HashMap::new();
        while let Some(key) = self.map_key() {
            let value = self.document()?;
            members.insert(key.into_owned(), value);
        }
        Some(Document::Object(members))
    }

    fn document_array(&mut self) -> Option<Document> {
        self.begin_array()?;
        let mut elements = Vec::new();
        while self.element() {
            elements.push(self.document()?);
        }
        Some(Document::Array(elements))
    }

    fn document_number(&mut self) -> Option<Document> {
        let number = self.number("a number")?;
        match number.to_number() {
            Some(number) => Some(Document::Number(number)),
            None => self.fail("the number is out of range"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::MAX_DEPTH;

    fn read(body: &str) -> Result<Document, String> {
        let mut reader = Reader::new(body.as_bytes());
        let document = reader.document();
        let document = reader.finish(document).map_err(|error| error.to_string())?;
        Ok(document.expect("there was no error"))
    }

    fn written(document: &Document) -> Result<String, String> {
        let mut writer = Writer::new();
        writer.put_document(document);
        let body = writer.finish().map_err(|error| error.to_string())?;
        Ok(String::from_utf8(body).unwrap())
    }

    #[test]
    fn every_kind_survives_the_way_there_and_back() {
        for body in [
            "null",
            "true",
            "18446744073709551615",
            "-5",
            "1.5",
            r#""text\n""#,
            "[]",
            "{}",
            r#"[null,[1,{"a":[]}],"b"]"#,
            r#"{"k\"":{"nested":[false]}}"#,
        ] {
            assert_eq!(written(&read(body).unwrap()).as_deref(), Ok(body));
        }
    }

    #[test]
    fn malformed_documents_are_refused() {
        for body in ["", "nul", "[1,]", r#"{"a"}"#, r#"{"a":1,}"#, "[1 2]", "1e999", "[", r#"{"a":"#, "tru", "01"] {
            assert!(read(body).is_err(), "{body}");
        }
    }

    #[test]
    fn depth_is_bounded_both_ways() {
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        let deepest = nested(usize::from(MAX_DEPTH));
        assert_eq!(written(&read(&deepest).unwrap()), Ok(deepest));
        assert!(read(&nested(129)).unwrap_err().starts_with("nested more than 128 levels deep"));
        let deep = (0..5_000).fold(Document::Null, |inner, _| Document::Array(vec![inner]));
        assert!(written(&deep).is_err());
    }
}
