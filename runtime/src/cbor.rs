//! The CBOR codec of the emitted crates: bodies of rpcv2Cbor.
//!
//! Members go in and one `Vec<u8>` comes out ([`Writer`]); a body goes in and
//! members come out ([`Reader`]). It offers the methods of the JSON codec with
//! the same meaning, so that the generator prints the same lines for both.
//!
//! To take data items apart is `minicbor`'s work, without its derive or serde;
//! what a member looks like is ours (Smithy 2.0, "Smithy RPC v2 CBOR protocol").

mod number;
mod reader;
mod writer;

pub use reader::{boxed, corrected, corrected_by, document, payload, Reader};
pub use writer::{Cbor, Writer};

/// A structure or union that can be a part of a request.
pub trait Write {
    /// Writes it as a map; what is wrong with it is remembered by the writer.
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
