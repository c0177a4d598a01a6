//! The XML codec of the emitted crates.
//!
//! Members go in and one `Vec<u8>` comes out ([`Writer`]); a body goes in and
//! members come out ([`Reader`]).
//!
//! It mirrors the JSON codec: tags are literals that were put together when the
//! crate was emitted, namespaces included, values are read straight into the
//! builder, and both sides remember their first error themselves. Which tag a
//! member has, and whether it is an attribute or flattened, is the generator's
//! to say (Smithy 2.0, "XML binding traits"); here is how that looks.
//!
//! Splitting a body into tags and text is `quick-xml`'s work. It expands no
//! entity but those that XML itself defines, so a body cannot grow.

mod reader;
mod writer;

pub(crate) use reader::shown_name;
pub use reader::{boxed, corrected, corrected_by, document, payload, root, Reader};
pub use writer::{Writer, Xml};

/// A structure or union that can be a part of a request.
pub trait Write {
    /// Writes attributes and content of the element that was begun for it.
    fn write(&self, w: &mut Writer);
}

/// A member that is boxed to break a recursion.
impl<T: Write> Write for Box<T> {
    fn write(&self, w: &mut Writer) {
        T::write(self, w);
    }
}

/// A structure or union that can be a part of a response.
pub trait Read: Sized {
    /// Reads the element that was entered, to its end; `None` after an error,
    /// which the reader remembers.
    fn read(r: &mut Reader<'_>) -> Option<Self>;
}
