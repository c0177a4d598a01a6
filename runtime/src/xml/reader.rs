//! Pulls members out of one body.
//!
//! The bytes of a body go in, values come out in the order in which the
//! emitted `read` asks for them. It exists because the shape of a body is known
//! when the crate is emitted: no tree is built, names and text are borrowed
//! from the body, and an element nobody knows is passed over without recursion.
//!
//! After the first error the reader has nothing more to read, so that every
//! later call finds nothing and returns at once.

use super::Read;
use crate::error::{Built, DeserializeError};
use crate::format::{self, Kind, Source, MAX_DEPTH};
use crate::unknown::UnknownMember;
use aws_smithy_types::date_time::Format;
use aws_smithy_types::error::operation::BuildError;
use aws_smithy_types::primitive::Parse;
use aws_smithy_types::{base64, BigDecimal, BigInteger, Blob, DateTime};
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, Event};
use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::Hash;
use std::str::FromStr;

mod path;

/// Reads an XML body.
///
/// A value reader is called inside of an element and leaves it; it returns
/// `None` after an error, which [`finish`](Self::finish) reports.
pub struct Reader<'a> {
    body: &'a str,
    tokens: quick_xml::Reader<&'a [u8]>,
    depth: u8,
    /// The start tag of the element that was entered last, without its name.
    attributes: &'a str,
    /// The value of an attribute that is being read, in place of content.
    attribute: Option<Cow<'a, str>>,
    /// Whether a union's member has consumed the end of the union.
    has_left: bool,
    /// Where the content begins that was passed over last: the model does not know the
    /// element, so its name may be data.
    skipped: usize,
    error: Option<DeserializeError>,
}

impl<'a> Reader<'a> {
    /// Starts at the beginning of `body`, which must be UTF-8.
    pub fn new(body: &'a [u8]) -> Self {
        let (body, error) = match std::str::from_utf8(body) {
            // The tokens leave the mark out of what they count.
            Ok(body) => (body.strip_prefix('\u{feff}').unwrap_or(body), None),
            Err(error) => ("", Some(DeserializeError::new("the body is not UTF-8").at(error.valid_up_to(), None))),
        };
        Self {
            body,
            tokens: tokens(body),
            depth: 0,
            attributes: "",
            attribute: None,
            has_left: false,
            skipped: usize::MAX,
            error,
        }
    }

    /// Reads a document. That of an error is entered, down to the error; an event without
    /// one reads as an empty element.
    pub fn of(source: &impl Source<'a>) -> Self {
        match (source.kind(), source.document()) {
            // Without a body, the status has said which error it is.
            (Kind::Error(_), []) => Self::empty(),
            (Kind::Error(path), document) => Self::entered(document, path),
            (Kind::Event, []) => Self::new(b"<_/>"),
            (_, document) => Self::new(document),
        }
    }

    /// Inside of an element that has nothing in it.
    fn empty() -> Self {
        Self::entered(b"<_/>", &[])
    }

    fn entered(document: &'a [u8], path: &[&'static str]) -> Self {
        let mut reader = Self::new(document);
        reader.begin_document();
        path.iter().for_each(|name| reader.begin_child(name));
        reader
    }

    fn whole<T>(mut self, read: fn(&mut Self) -> Option<T>) -> Built<Option<T>> {
        let value = read(&mut self);
        self.finish(value)
    }

    /// Like [`Self::finish`], of a value that was built from what was read.
    ///
    /// # Errors
    /// The body is wrong, or what it holds cannot be built.
    pub fn finish_built<T>(self, value: Result<T, BuildError>) -> Result<T, DeserializeError> {
        self.finish(())?;
        value.map_err(DeserializeError::from)
    }

    /// Ends reading: `value`, if all went well.
    ///
    /// # Errors
    /// The first problem. The message names the place and the tags, never text.
    pub fn finish<T>(self, value: T) -> Result<T, DeserializeError> {
        match self.error {
            None => Ok(value),
            Some(error) => Err(error),
        }
    }

    // Elements

    /// Enters the element that a whole body is, whatever its name.
    pub fn begin_document(&mut self) {
        if self.child().is_none() {
            self.fail::<()>(if self.is_blank() { "the body is empty" } else { "expected an element" });
        }
    }

    /// Enters the element that a whole body is, which has to have this name: an answer
    /// with another one is of somebody else, an error for one.
    pub fn begin_root(&mut self, name: &'static str) {
        let found = self.child();
        if found != Some(name) {
            self.wrong_root(name, found);
        }
    }

    #[cold]
    fn wrong_root(&mut self, expected: &'static str, found: Option<&str>) {
        let found = match found {
            Some(name) => format!("`{}`", shown_name(name)),
            None if self.is_blank() => "an empty body".to_owned(),
            None => "no element".to_owned(),
        };
        self.fail_with(format!("expected the root element `{expected}`, found {found}").into());
    }

    fn is_blank(&self) -> bool {
        self.body.trim_ascii().is_empty()
    }

    /// Enters the child of this name and passes over those before it.
    pub fn begin_child(&mut self, name: &'static str) {
        while let Some(tag) = self.child() {
            if tag == name {
                return;
            }
            self.skip();
        }
        self.fail_with(format!("the element `{name}` is missing").into());
    }

    /// Enters the next child and returns its name without a prefix; `None` at
    /// the end of the element, which it leaves, and after an error. Outside of
    /// all elements the child is the document.
    pub fn child(&mut self) -> Option<&'a str> {
        loop {
            let start = self.offset();
            match self.event()? {
                Event::Start(tag) => return self.enter(start + 1, tag.name().as_ref().len(), tag.len()),
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    return None;
                }
                Event::Eof if self.depth == 0 => return None,
                Event::Eof => return self.end_of_body(),
                _ => {}
            }
        }
    }

    /// Passes over the rest of the element and leaves it.
    pub fn skip(&mut self) {
        self.skipped = self.offset();
        let mut open = 1_usize;
        while open > 0 {
            match self.event() {
                None => return,
                Some(Event::Start(_)) => open += 1,
                Some(Event::End(_)) => open -= 1,
                Some(Event::Eof) => {
                    self.end_of_body::<()>();
                    return;
                }
                Some(_) => {}
            }
        }
        self.depth = self.depth.saturating_sub(1);
    }

    /// Reads an attribute of the element that was entered last, with the reader
    /// that would read it as content.
    pub fn attribute<T>(&mut self, name: &str, read: fn(&mut Self) -> Option<T>) -> Option<T> {
        let value = self.attribute_value(name)?;
        self.attribute = Some(value);
        let value = read(self);
        self.attribute = None;
        value
    }

    fn attribute_value(&mut self, name: &str) -> Option<Cow<'a, str>> {
        for attribute in quick_xml::events::attributes::Attributes::new(self.attributes, 0).with_checks(false) {
            let Ok(attribute) = attribute else {
                return self.fail("a malformed attribute");
            };
            if attribute.key.as_ref() == name {
                return match quick_xml::escape::unescape(&attribute.value) {
                    Ok(value) => Some(Cow::Owned(value.into_owned())),
                    Err(_) => self.fail("an unknown entity in an attribute"),
                };
            }
        }
        None
    }

    // Scalars

    /// Reads the text of the element.
    pub fn text(&mut self) -> Option<Cow<'a, str>> {
        if let Some(value) = self.attribute.take() {
            return Some(value);
        }
        let mut text = Cow::Borrowed("");
        loop {
            match self.event()? {
                Event::Text(part) => append(&mut text, part.xml10_content()),
                Event::CData(part) => append(&mut text, part.xml10_content()),
                Event::GeneralRef(entity) => match resolve(&entity) {
                    Some(part) => append(&mut text, part),
                    None => return self.fail("an unknown entity"),
                },
                Event::Start(_) => {
                    self.skipped = self.offset();
                    return self.fail("expected text, found an element");
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Some(text);
                }
                Event::Eof => return self.end_of_body(),
                _ => {}
            }
        }
    }

    /// Reads a string.
    pub fn string(&mut self) -> Option<String> {
        self.text().map(Cow::into_owned)
    }

    /// Reads a string; what is not text is passed over.
    pub(crate) fn text_or_skip(&mut self) -> Option<String> {
        let (tokens, depth) = (self.tokens.clone(), self.depth);
        if self.error.is_some() {
            return None;
        }
        let text = self.string();
        if text.is_none() {
            (self.tokens, self.depth, self.error) = (tokens, depth, None);
            self.skip();
        }
        text
    }

    /// Reads a string into a type that takes it by reference: an enum.
    pub fn string_as<T: for<'b> From<&'b str>>(&mut self) -> Option<T> {
        let text = self.text()?;
        Some(T::from(&text))
    }

    /// Reads a boolean.
    pub fn boolean(&mut self) -> Option<bool> {
        self.primitive("a boolean")
    }

    /// Reads a byte.
    pub fn i8(&mut self) -> Option<i8> {
        self.primitive("an integer in the range of its type")
    }

    /// Reads a short.
    pub fn i16(&mut self) -> Option<i16> {
        self.primitive("an integer in the range of its type")
    }

    /// Reads an integer.
    pub fn i32(&mut self) -> Option<i32> {
        self.primitive("an integer in the range of its type")
    }

    /// Reads a long.
    pub fn i64(&mut self) -> Option<i64> {
        self.primitive("an integer in the range of its type")
    }

    /// Reads a float.
    pub fn f32(&mut self) -> Option<f32> {
        self.primitive("a number")
    }

    /// Reads a double.
    pub fn f64(&mut self) -> Option<f64> {
        self.primitive("a number")
    }

    fn primitive<T: Parse>(&mut self, expected: &'static str) -> Option<T> {
        let text = self.text()?;
        match T::parse_smithy_primitive(text.trim()) {
            Ok(value) => Some(value),
            Err(_) => self.expected(expected),
        }
    }

    /// Reads a big integer, all of its digits.
    pub fn big_integer(&mut self) -> Option<BigInteger> {
        self.big_number("an integer")
    }

    /// Reads a big decimal, all of its digits.
    pub fn big_decimal(&mut self) -> Option<BigDecimal> {
        self.big_number("a number")
    }

    fn big_number<T: FromStr>(&mut self, expected: &'static str) -> Option<T> {
        let text = self.text()?;
        match text.trim().parse() {
            Ok(value) => Some(value),
            Err(_) => self.expected(expected),
        }
    }

    /// Reads a blob from base64.
    pub fn blob(&mut self) -> Option<Blob> {
        let text = self.text()?;
        match base64::decode(text.trim()) {
            Ok(bytes) => Some(Blob::new(bytes)),
            Err(_) => self.expected("base64"),
        }
    }

    /// Reads a timestamp in seconds since the epoch.
    pub fn epoch_seconds(&mut self) -> Option<DateTime> {
        self.formatted(Format::EpochSeconds, "a number of seconds")
    }

    /// Reads a timestamp that is RFC 3339 text, with any offset.
    pub fn date_time(&mut self) -> Option<DateTime> {
        self.formatted(Format::DateTimeWithOffset, "a date-time (RFC 3339)")
    }

    /// Reads a timestamp that is an HTTP date.
    pub fn http_date(&mut self) -> Option<DateTime> {
        self.formatted(Format::HttpDate, "an http-date (IMF-fixdate)")
    }

    fn formatted(&mut self, format: Format, expected: &'static str) -> Option<DateTime> {
        let text = self.text()?;
        match DateTime::from_str(text.trim(), format) {
            Ok(time) => Some(time),
            Err(_) => self.expected(expected),
        }
    }

    // Lists and maps

    /// Reads a structure or union.
    pub fn shape<T: Read>(&mut self) -> Option<T> {
        T::read(self)
    }

    /// Reads a list, each element called `item` with `read`.
    pub fn list<T>(&mut self, item: &str, read: fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let mut values = Vec::new();
        while let Some(tag) = self.child() {
            if tag == item {
                values.extend(read(self));
            } else {
                self.skip();
            }
        }
        Some(values)
    }

    /// Reads one element of a flattened list.
    pub fn push<T>(&mut self, values: &mut Option<Vec<T>>, read: fn(&mut Self) -> Option<T>) {
        let value = read(self);
        values.get_or_insert_default().extend(value);
    }

    /// Reads a map; `entry` has the names of entry, key and value.
    pub fn map<K, V>(&mut self, entry: [&str; 3], read: fn(&mut Self) -> Option<V>) -> Option<HashMap<K, V>>
    where
        K: for<'b> From<&'b str> + Eq + Hash,
    {
        let mut values = Some(HashMap::new());
        while let Some(tag) = self.child() {
            if tag == entry[0] {
                self.insert(&mut values, entry, read);
            } else {
                self.skip();
            }
        }
        values
    }

    /// Reads one entry of a flattened map. Of two equal keys the later counts.
    pub fn insert<K, V>(
        &mut self,
        values: &mut Option<HashMap<K, V>>,
        [_, key_name, value_name]: [&str; 3],
        read: fn(&mut Self) -> Option<V>,
    ) where
        K: for<'b> From<&'b str> + Eq + Hash,
    {
        let values = values.get_or_insert_default();
        if let Some((key, value)) = self.entry([key_name, value_name], read) {
            values.insert(K::from(&key), value);
        }
    }

    /// Key and value of an entry that was entered.
    fn entry<V>(
        &mut self,
        [key_name, value_name]: [&str; 2],
        read: fn(&mut Self) -> Option<V>,
    ) -> Option<(Cow<'a, str>, V)> {
        let (mut key, mut value) = (None, None);
        while let Some(tag) = self.child() {
            if tag == key_name {
                key = self.text();
            } else if tag == value_name {
                value = read(self);
            } else {
                self.skip();
            }
        }
        if key.is_none() {
            self.fail_with(format!("an entry without `{key_name}`").into());
        } else if value.is_none() {
            self.fail_with(format!("an entry without `{value_name}`").into());
        }
        key.zip(value)
    }

    // Recursive shapes: their values come boxed, and are taken out of the box
    // in a frame that is gone before the next level is read.

    /// Reads a list of a recursive shape.
    pub fn boxed_list<T>(&mut self, item: &str, read: fn(&mut Self) -> Option<Box<T>>) -> Option<Vec<T>> {
        let mut values = Some(Vec::new());
        while let Some(tag) = self.child() {
            if tag == item {
                self.boxed_push(&mut values, read);
            } else {
                self.skip();
            }
        }
        values
    }

    /// Reads one element of a flattened list of a recursive shape.
    pub fn boxed_push<T>(&mut self, values: &mut Option<Vec<T>>, read: fn(&mut Self) -> Option<Box<T>>) {
        let value = read(self);
        push(values, value);
    }

    /// Reads a map to a recursive shape.
    pub fn boxed_map<K, V>(&mut self, entry: [&str; 3], read: fn(&mut Self) -> Option<Box<V>>) -> Option<HashMap<K, V>>
    where
        K: for<'b> From<&'b str> + Eq + Hash,
    {
        let mut values = Some(HashMap::new());
        while let Some(tag) = self.child() {
            if tag == entry[0] {
                self.boxed_insert(&mut values, entry, read);
            } else {
                self.skip();
            }
        }
        values
    }

    /// Reads one entry of a flattened map to a recursive shape.
    pub fn boxed_insert<K, V>(
        &mut self,
        values: &mut Option<HashMap<K, V>>,
        [_, key, value]: [&str; 3],
        read: fn(&mut Self) -> Option<Box<V>>,
    ) where
        K: for<'b> From<&'b str> + Eq + Hash,
    {
        let entry = self.entry([key, value], read);
        insert(values, entry);
    }

    /// Reads a recursive shape into a member that is not boxed.
    pub fn unbox<T>(&mut self, member: &mut Option<T>, read: fn(&mut Self) -> Option<Box<T>>) {
        let value = read(self);
        assign(member, value);
    }

    // Unions

    /// Reads the union `name`: `read` gets the tag and reads the value of the
    /// one member that is there. A second member is an error, and so is none.
    pub fn union<T>(&mut self, name: &'static str, read: fn(&str, &mut Self) -> Option<T>) -> Option<T> {
        let Some(tag) = self.child() else {
            self.fail_with(format!("the union {name} has no member").into());
            return None;
        };
        let value = read(tag, self);
        if !std::mem::take(&mut self.has_left) && self.child().is_some() {
            self.skipped = self.offset();
            self.fail_with(format!("encountered mixed variants in union {name}").into());
        }
        value
    }

    /// Reads the flattened list that a union's member `tag` is, to the end of
    /// the union.
    pub fn flat_list<T>(&mut self, tag: &str, read: fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let mut values = None;
        self.flat(tag, |r| r.push(&mut values, read))?;
        values
    }

    /// As [`flat_list`](Self::flat_list), of a recursive shape.
    pub fn boxed_flat_list<T>(&mut self, tag: &str, read: fn(&mut Self) -> Option<Box<T>>) -> Option<Vec<T>> {
        let mut values = None;
        self.flat(tag, |r| r.boxed_push(&mut values, read))?;
        values
    }

    /// As [`flat_list`](Self::flat_list), of a map; `entry` is as in [`map`](Self::map).
    pub fn flat_map<K, V>(&mut self, entry: [&str; 3], read: fn(&mut Self) -> Option<V>) -> Option<HashMap<K, V>>
    where
        K: for<'b> From<&'b str> + Eq + Hash,
    {
        let mut values = None;
        self.flat(entry[0], |r| r.insert(&mut values, entry, read))?;
        values
    }

    /// As [`flat_map`](Self::flat_map), of a recursive shape.
    pub fn boxed_flat_map<K, V>(
        &mut self,
        entry: [&str; 3],
        read: fn(&mut Self) -> Option<Box<V>>,
    ) -> Option<HashMap<K, V>>
    where
        K: for<'b> From<&'b str> + Eq + Hash,
    {
        let mut values = None;
        self.flat(entry[0], |r| r.boxed_insert(&mut values, entry, read))?;
        values
    }

    /// Reads the element that was entered and those after it, which are of the
    /// same member.
    fn flat(&mut self, tag: &str, mut read: impl FnMut(&mut Self)) -> Option<()> {
        read(self);
        while let Some(next) = self.child() {
            if next != tag {
                self.skipped = self.offset();
                return self.fail("encountered mixed variants in a union");
            }
            read(self);
        }
        self.has_left = true;
        Some(())
    }

    /// Reads the value of a member without content.
    pub fn unit(&mut self) -> Option<()> {
        self.skip();
        Some(())
    }

    /// Passes over the value of a member that this version does not know and
    /// keeps its name.
    pub fn unknown_member(&mut self, tag: &str) -> Option<UnknownMember> {
        self.skip();
        Some(UnknownMember::new(tag))
    }

    // What the rest of the codec is made of

    /// How many bytes of the body were read.
    fn offset(&self) -> usize {
        usize::try_from(self.tokens.buffer_position()).unwrap_or(usize::MAX)
    }

    /// The next token; `None` is an error.
    fn event(&mut self) -> Option<Event<'a>> {
        match self.tokens.read_event() {
            Ok(event) => Some(event),
            Err(error) => self.malformed(&error),
        }
    }

    /// The name of the element whose start tag has it at `start`: so many bytes
    /// with its prefix, and so many with the attributes.
    fn enter(&mut self, start: usize, name: usize, tag: usize) -> Option<&'a str> {
        if self.depth >= MAX_DEPTH {
            return self.fail("nested more than 128 levels deep");
        }
        self.depth += 1;
        let (name, attributes) = self.body.get(start..start + tag)?.split_at_checked(name)?;
        self.attributes = attributes;
        match name.bytes().position(|byte| byte == b':') {
            Some(prefix) => name.get(prefix + 1..),
            None => Some(name),
        }
    }

    // Errors

    fn expected<T>(&mut self, expected: &'static str) -> Option<T> {
        self.fail_with(format!("expected {expected}").into());
        None
    }

    #[cold]
    fn end_of_body<T>(&mut self) -> Option<T> {
        self.fail("the body ends inside of an element")
    }

    #[cold]
    fn malformed<T>(&mut self, error: &quick_xml::Error) -> Option<T> {
        use quick_xml::errors::IllFormedError;
        let what = match error {
            quick_xml::Error::IllFormed(IllFormedError::MismatchedEndTag { .. }) => "an element is not ended".into(),
            quick_xml::Error::IllFormed(IllFormedError::UnmatchedEndTag(_)) => "an end tag without a start tag".into(),
            _ => Cow::Borrowed("the body is not XML"),
        };
        self.fail_with(what);
        None
    }

    /// Remembers a problem at the current place, unless there is one already.
    fn fail<T>(&mut self, what: &'static str) -> Option<T> {
        self.fail_with(what.into());
        None
    }

    #[cold]
    #[inline(never)]
    fn fail_with(&mut self, what: Cow<'static, str>) {
        if self.error.is_none() {
            let offset = self.offset().min(self.body.len());
            self.error = Some(DeserializeError::new(what).at(offset, path::of(self.body, offset, self.skipped)));
        }
        self.tokens = tokens("");
    }
}

/// Reads a document that is one value, the element `root`; `None` if there is none.
///
/// # Errors
/// The document is another element, or not what `read` expects.
pub fn payload<'a, T>(
    source: &impl Source<'a>,
    root: &'static str,
    read: fn(&mut Reader<'a>) -> Option<T>,
) -> Built<Option<T>> {
    format::payload(source, || self::root(source, root, read))
}

/// As [`payload`], where there has to be one.
///
/// # Errors
/// There is no document, or it is another element, or not what `read` expects.
pub fn root<'a, T>(
    source: &impl Source<'a>,
    root: &'static str,
    read: fn(&mut Reader<'a>) -> Option<T>,
) -> Built<Option<T>> {
    let mut reader = Reader::new(source.document());
    reader.begin_root(root);
    reader.whole(read)
}

/// Reads an event whose document is one value.
///
/// # Errors
/// The document is not what `read` expects.
pub fn document<'a, T>(source: &impl Source<'a>, read: fn(&mut Reader<'a>) -> Option<T>) -> Built<T> {
    let mut reader = Reader::of(source);
    reader.begin_document();
    format::not_null(reader.whole(read)?)
}

/// A name of an element as a message shows it, whatever a stranger has called it.
pub(crate) fn shown_name(name: &str) -> String {
    name.chars().take(64).flat_map(char::escape_debug).collect()
}

fn tokens(body: &str) -> quick_xml::Reader<&[u8]> {
    let mut tokens = quick_xml::Reader::from_str(body);
    tokens.config_mut().expand_empty_elements = true;
    tokens
}

/// Text is mostly one piece, which stays borrowed.
fn append<'a>(text: &mut Cow<'a, str>, part: Cow<'a, str>) {
    if text.is_empty() {
        *text = part;
    } else {
        text.to_mut().push_str(&part);
    }
}

/// What XML itself says a reference stands for.
fn resolve(entity: &BytesRef<'_>) -> Option<Cow<'static, str>> {
    match entity.resolve_char_ref() {
        Ok(Some(character)) => Some(Cow::Owned(character.to_string())),
        Ok(None) => resolve_xml_entity(entity).map(Cow::Borrowed),
        Err(_) => None,
    }
}

/// Wraps a recursive shape that was read: the value of a union's member.
#[inline(never)]
pub fn boxed<T, U>(value: Option<Box<T>>, wrap: fn(T) -> U) -> Option<Box<U>> {
    value.map(|value| Box::new(wrap(*value)))
}

/// The value of a required structure that a response left out: what an empty
/// element reads as (Smithy 2.0, section "Client error correction").
#[cold]
pub fn corrected<T: Read>() -> Option<T> {
    corrected_by(T::read)
}

/// Like [`corrected`], of a shape that is read in another way.
#[cold]
pub fn corrected_by<T>(read: fn(&mut Reader<'_>) -> Option<T>) -> Option<T> {
    let mut reader = Reader::empty();
    let value = read(&mut reader);
    reader.finish(value).ok().flatten()
}

#[inline(never)]
fn push<T>(values: &mut Option<Vec<T>>, value: Option<Box<T>>) {
    values.get_or_insert_default().extend(value.map(|value| *value));
}

#[inline(never)]
fn insert<K, V>(values: &mut Option<HashMap<K, V>>, entry: Option<(Cow<'_, str>, Box<V>)>)
where
    K: for<'b> From<&'b str> + Eq + Hash,
{
    let values = values.get_or_insert_default();
    if let Some((key, value)) = entry {
        values.insert(K::from(&key), *value);
    }
}

#[inline(never)]
fn assign<T>(member: &mut Option<T>, value: Option<Box<T>>) {
    *member = value.map(|value| *value);
}

#[cfg(test)]
mod tests;
