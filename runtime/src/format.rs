//! What the formats of bodies have in common. In: a member, its key and what a format does
//! with the two; out: the methods that emitted code calls, the same for each format. It
//! exists so that HTTP and events take a body of any format, and know none.

use crate::error::{Built, DeserializeError};
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_types::error::operation::SerializationError;
use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime};
use std::collections::HashMap;

/// How deep the values of a body may nest, reading or writing.
///
/// Emitted code recurses where the model does, so this bounds the stack on hostile bodies
/// and on values that a caller nested without end.
pub const MAX_DEPTH: u8 = 128;

/// Room for the body of most requests, so that few of them reallocate.
const CAPACITY: usize = 512;

/// Writes a body.
///
/// A *key* is what the format has for the name of a member, put together when the crate was
/// emitted. A member that is `None` is left out. Methods without a key (`put_..`) write an
/// element of a list or the value of a map.
///
/// The first error is kept until [`finish`](Self::finish), and no nested value is visited
/// after it.
pub struct Writer<F: Format> {
    pub(crate) out: F::Out,
    pub(crate) depth: u8,
    pub(crate) error: Option<BoxError>,
    /// What else the format has to know.
    #[cfg_attr(not(feature = "xml"), allow(dead_code))] // JSON and CBOR know nothing else.
    pub(crate) format: F,
}

/// How a format writes keys, and values that have no parts.
pub trait Format: Sized {
    /// The content type of a body.
    const CONTENT_TYPE: &'static str;

    /// Text or bytes.
    type Out: Buffer;

    /// What the end of a member has to know of its beginning.
    type Begun: Copy;

    /// Begins a member; `None` if its value must not be visited.
    fn begin_member(w: &mut Writer<Self>, key: &'static str) -> Option<Self::Begun>;

    /// Ends it.
    fn end_member(w: &mut Writer<Self>, key: &'static str, begun: Self::Begun);

    /// Whether a structure or union may be visited, where `begin_member` does not say so.
    fn may_nest(_: &mut Writer<Self>) -> bool {
        true
    }

    /// Writes a string.
    fn put_string(w: &mut Writer<Self>, value: &str);
    /// Writes an integer.
    fn put_int(w: &mut Writer<Self>, value: i64);
    /// Writes a double.
    fn put_double(w: &mut Writer<Self>, value: f64);
    /// Writes a float.
    fn put_float(w: &mut Writer<Self>, value: f32);
    /// Writes a boolean.
    fn put_boolean(w: &mut Writer<Self>, value: bool);
    /// Writes a blob.
    fn put_blob(w: &mut Writer<Self>, value: &Blob);
    /// Writes a big integer.
    fn put_big_integer(w: &mut Writer<Self>, value: &BigInteger);
    /// Writes a big decimal.
    fn put_big_decimal(w: &mut Writer<Self>, value: &BigDecimal);
}

/// A format that has a choice how to write a time.
pub trait Times: Format {
    /// Writes seconds since the epoch.
    fn put_epoch_seconds(w: &mut Writer<Self>, value: &DateTime);
    /// Writes RFC 3339 text.
    fn put_date_time(w: &mut Writer<Self>, value: &DateTime);
    /// Writes an HTTP date.
    fn put_http_date(w: &mut Writer<Self>, value: &DateTime);
}

/// A format whose structures and maps are objects, and where null is a value.
pub trait Objects: Format + Default {
    /// Opens an object.
    fn begin_object(w: &mut Writer<Self>);
    /// Closes the object that was opened last.
    fn end_object(w: &mut Writer<Self>);
    /// Writes a list, each element with `write`.
    fn put_list<T>(w: &mut Writer<Self>, values: &[T], write: impl Fn(&T, &mut Writer<Self>));
    /// Writes a map, each value with `write`.
    fn put_map<K: AsRef<str>, V>(w: &mut Writer<Self>, values: &HashMap<K, V>, write: impl Fn(&V, &mut Writer<Self>));
    /// Writes a null.
    fn put_null(w: &mut Writer<Self>);
}

/// What a body is written into.
pub trait Buffer: Into<Vec<u8>> {
    /// An empty one.
    fn with_capacity(capacity: usize) -> Self;
}

impl Buffer for Vec<u8> {
    fn with_capacity(capacity: usize) -> Self {
        Self::with_capacity(capacity)
    }
}

impl Buffer for String {
    fn with_capacity(capacity: usize) -> Self {
        Self::with_capacity(capacity)
    }
}

impl<F: Format> Writer<F> {
    pub(crate) fn start(format: F) -> Self {
        Self { out: F::Out::with_capacity(CAPACITY), depth: 0, error: None, format }
    }

    /// The body.
    ///
    /// # Errors
    /// The first problem: an unknown union member, a value that its format cannot express,
    /// values nested more than [`MAX_DEPTH`] deep. No message quotes a value.
    pub fn finish(self) -> Result<Vec<u8>, BoxError> {
        match self.error {
            None => Ok(self.out.into()),
            Some(error) => Err(error),
        }
    }

    /// Refuses the unknown variant of the union `name`.
    pub fn fail_unknown_variant(&mut self, name: &'static str) {
        self.fail(SerializationError::unknown_variant(name).into());
    }

    #[cold]
    pub(crate) fn fail(&mut self, error: BoxError) {
        self.error.get_or_insert(error);
    }

    // Members

    /// Writes what is set under its key.
    pub(crate) fn member<T>(&mut self, key: &'static str, value: Option<T>, write: impl FnOnce(T, &mut Self)) {
        if let Some(value) = value {
            if let Some(begun) = F::begin_member(self, key) {
                write(value, self);
                F::end_member(self, key, begun);
            }
        }
    }

    /// Writes a structure or union member with its own `write`.
    pub fn nested<T: ?Sized>(&mut self, key: &'static str, value: Option<&T>, write: fn(&T, &mut Self)) {
        if value.is_some() && F::may_nest(self) {
            self.member(key, value, write);
        }
    }

    /// Writes a string member.
    pub fn string(&mut self, key: &'static str, value: Option<&str>) {
        self.member(key, value, |value, w| w.put_string(value));
    }

    /// Writes an enum member.
    pub fn text(&mut self, key: &'static str, value: Option<&impl AsRef<str>>) {
        self.string(key, value.map(AsRef::as_ref));
    }

    /// Writes a member of any integer type.
    pub fn int(&mut self, key: &'static str, value: Option<i64>) {
        self.member(key, value, |value, w| w.put_int(value));
    }

    /// Writes a double member.
    pub fn double(&mut self, key: &'static str, value: Option<f64>) {
        self.member(key, value, |value, w| w.put_double(value));
    }

    /// Writes a float member.
    pub fn float(&mut self, key: &'static str, value: Option<f32>) {
        self.member(key, value, |value, w| w.put_float(value));
    }

    /// Writes a boolean member.
    pub fn boolean(&mut self, key: &'static str, value: Option<bool>) {
        self.member(key, value, |value, w| w.put_boolean(value));
    }

    /// Writes a blob member.
    pub fn blob(&mut self, key: &'static str, value: Option<&Blob>) {
        self.member(key, value, |value, w| w.put_blob(value));
    }

    /// Writes a big integer member.
    pub fn big_integer(&mut self, key: &'static str, value: Option<&BigInteger>) {
        self.member(key, value, |value, w| w.put_big_integer(value));
    }

    /// Writes a big decimal member.
    pub fn big_decimal(&mut self, key: &'static str, value: Option<&BigDecimal>) {
        self.member(key, value, |value, w| w.put_big_decimal(value));
    }

    // Values

    /// Writes a string.
    pub fn put_string(&mut self, value: &str) {
        F::put_string(self, value);
    }

    /// Writes an integer.
    pub fn put_int(&mut self, value: i64) {
        F::put_int(self, value);
    }

    /// Writes a double.
    pub fn put_double(&mut self, value: f64) {
        F::put_double(self, value);
    }

    /// Writes a float.
    pub fn put_float(&mut self, value: f32) {
        F::put_float(self, value);
    }

    /// Writes a boolean.
    pub fn put_boolean(&mut self, value: bool) {
        F::put_boolean(self, value);
    }

    /// Writes a blob.
    pub fn put_blob(&mut self, value: &Blob) {
        F::put_blob(self, value);
    }

    /// Writes a big integer.
    pub fn put_big_integer(&mut self, value: &BigInteger) {
        F::put_big_integer(self, value);
    }

    /// Writes a big decimal.
    pub fn put_big_decimal(&mut self, value: &BigDecimal) {
        F::put_big_decimal(self, value);
    }
}

impl<F: Times> Writer<F> {
    /// Writes a timestamp member in seconds since the epoch.
    pub fn epoch_seconds(&mut self, key: &'static str, value: Option<&DateTime>) {
        self.member(key, value, |value, w| w.put_epoch_seconds(value));
    }

    /// Writes a timestamp member as RFC 3339 text.
    pub fn date_time(&mut self, key: &'static str, value: Option<&DateTime>) {
        self.member(key, value, |value, w| w.put_date_time(value));
    }

    /// Writes a timestamp member as an HTTP date.
    pub fn http_date(&mut self, key: &'static str, value: Option<&DateTime>) {
        self.member(key, value, |value, w| w.put_http_date(value));
    }

    /// Writes a time in seconds since the epoch.
    pub fn put_epoch_seconds(&mut self, value: &DateTime) {
        F::put_epoch_seconds(self, value);
    }

    /// Writes a time as RFC 3339 text.
    pub fn put_date_time(&mut self, value: &DateTime) {
        F::put_date_time(self, value);
    }

    /// Writes a time as an HTTP date.
    pub fn put_http_date(&mut self, value: &DateTime) {
        F::put_http_date(self, value);
    }
}

impl<F: Objects> Default for Writer<F> {
    fn default() -> Self {
        Self::new()
    }
}

impl<F: Objects> Writer<F> {
    /// Starts an empty body.
    pub fn new() -> Self {
        Self::start(F::default())
    }

    /// The body that is one value; none, if it is not set.
    pub fn of_value<T>(value: Option<&T>, write: fn(&T, &mut Self)) -> Option<Self> {
        let mut writer = Self::new();
        write(value?, &mut writer);
        Some(writer)
    }

    /// Opens an object.
    pub fn begin_object(&mut self) {
        F::begin_object(self);
    }

    /// Closes the object that was opened last.
    pub fn end_object(&mut self) {
        F::end_object(self);
    }

    /// A union's member without content.
    pub fn empty_object(&mut self, key: &'static str) {
        self.member(key, Some(()), |(), w| w.put_empty_object());
    }

    pub(crate) fn put_empty_object(&mut self) {
        self.begin_object();
        self.end_object();
    }

    /// Writes a list member, each element with `write`.
    pub fn list<T>(&mut self, key: &'static str, value: Option<&[T]>, write: fn(&T, &mut Self)) {
        self.member(key, value, |value, w| w.put_list(value, write));
    }

    /// Writes a list member whose elements may be null.
    pub fn sparse_list<T>(&mut self, key: &'static str, value: Option<&[Option<T>]>, write: fn(&T, &mut Self)) {
        self.member(key, value, |value, w| w.put_sparse_list(value, write));
    }

    /// Writes a map member, each value with `write`.
    pub fn map<K: AsRef<str>, V>(
        &mut self,
        key: &'static str,
        value: Option<&HashMap<K, V>>,
        write: fn(&V, &mut Self),
    ) {
        self.member(key, value, |value, w| w.put_map(value, write));
    }

    /// Writes a map member whose values may be null.
    pub fn sparse_map<K: AsRef<str>, V>(
        &mut self,
        key: &'static str,
        value: Option<&HashMap<K, Option<V>>>,
        write: fn(&V, &mut Self),
    ) {
        self.member(key, value, |value, w| w.put_sparse_map(value, write));
    }

    /// Writes a list, each element with `write`.
    pub fn put_list<T>(&mut self, values: &[T], write: fn(&T, &mut Self)) {
        F::put_list(self, values, write);
    }

    /// Writes a list whose elements may be null.
    pub fn put_sparse_list<T>(&mut self, values: &[Option<T>], write: fn(&T, &mut Self)) {
        F::put_list(self, values, |value, w| w.put_or_null(value.as_ref(), write));
    }

    /// Writes a map, each value with `write`.
    pub fn put_map<K: AsRef<str>, V>(&mut self, values: &HashMap<K, V>, write: fn(&V, &mut Self)) {
        F::put_map(self, values, write);
    }

    /// Writes a map whose values may be null.
    pub fn put_sparse_map<K: AsRef<str>, V>(&mut self, values: &HashMap<K, Option<V>>, write: fn(&V, &mut Self)) {
        F::put_map(self, values, |value, w| w.put_or_null(value.as_ref(), write));
    }

    fn put_or_null<T>(&mut self, value: Option<&T>, write: fn(&T, &mut Self)) {
        match value {
            Some(value) => write(value, self),
            None => self.put_null(),
        }
    }

    /// Writes a null.
    pub fn put_null(&mut self) {
        F::put_null(self);
    }
}

/// What a document is read from.
pub trait Source<'a> {
    /// The document; empty if there is none.
    fn document(&self) -> &'a [u8];

    /// What has it.
    fn kind(&self) -> Kind;
}

/// What has a document in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A response.
    Response,
    /// The response of an error. In XML the error is in the elements of these names,
    /// below the root.
    Error(&'static [&'static str]),
    /// An event, whose payload is never null.
    Event,
}

/// Refuses a source without a document, where the member `name` is required.
///
/// A missing member is corrected, but a body that is not there at all is not an answer: a proxy
/// or a cut connection sends such.
pub(crate) fn required<'a>(source: &impl Source<'a>, name: &'static str) -> Built<()> {
    match source.document() {
        [] => Err(DeserializeError::new(format!("the body is empty, but `{name}` is required"))),
        _ => Ok(()),
    }
}

/// What `read` makes of a document that is one value; `None` without a document.
pub(crate) fn payload<'a, T>(source: &impl Source<'a>, read: impl FnOnce() -> Built<Option<T>>) -> Built<Option<T>> {
    match source.document() {
        [] => Ok(None),
        _ if source.kind() == Kind::Event => not_null(read()?).map(Some),
        _ => read(),
    }
}

/// The value of an event.
pub(crate) fn not_null<T>(value: Option<T>) -> Built<T> {
    value.ok_or_else(|| DeserializeError::new("the payload of the event is null"))
}
