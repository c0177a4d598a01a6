//! The hashes of keys that callers have left out; after the headers, which may have them already.

use quote::quote;

use super::Parts;
use crate::ir::{MemberIndex, Operation};
use crate::sections::text_value::text_value;
use crate::text::Text;

pub(super) fn render(operation: &Operation, keys: &[(MemberIndex, Text)]) -> Parts {
    let hashes = keys.iter().map(|(key, header)| {
        let key = text_value(operation.input.member(*key));
        quote!(req.key_hash(#header, #key);)
    });
    Parts { before_body: quote!(#(#hashes)*), ..Parts::default() }
}
