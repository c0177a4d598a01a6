//! The JSON codec of the emitted crates.
//!
//! Members go in and one `Vec<u8>` comes out ([`Writer`]); a body goes in and
//! members come out ([`Reader`]).
//!
//! It exists because the readers and writers that a model asks for are known
//! when the crate is emitted: keys are literals that were escaped beforehand,
//! a value is read straight into its local, and no token is ever materialised.
//! Both are *sticky*: the first error is remembered, all that comes after it
//! has no effect, and `finish` hands the error out. So the emitted code needs
//! no `?` a member.
//!
//! Nothing here knows a model, HTTP, or what a member means. Neither type has
//! `Debug`: a body is not for logs.

mod document;
mod number;
mod reader;
mod scan;
mod string;
mod timestamp;
mod writer;

pub use reader::{boxed, corrected, corrected_by, document, payload, required_payload, Reader};
pub use writer::{Json, Writer};

/// A structure or union that can be a part of a request.
pub trait Write {
    /// Writes it as an object; what is wrong with it is remembered by the writer.
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
    /// Reads it; `None` for null, and after an error, which the reader remembers.
    fn read(r: &mut Reader<'_>) -> Option<Self>;
}
