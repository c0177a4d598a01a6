//! Keys of callers (SSE-C): a request with one has its MD5, too. Callers may leave the hash out;
//! the official crate does not fill it in, other SDKs do. The key is sent as it was set.

use crate::ir::{Behaviour, Binding, MemberIndex, Operation, Structure, Type};
use crate::text::Text;

const KEYS: [&str; 2] = ["SSECustomerKey", "CopySourceSSECustomerKey"];

pub(super) fn apply(operation: &mut Operation) {
    let input = &operation.input;
    let hashes: Vec<(MemberIndex, Text)> =
        KEYS.into_iter().filter_map(|key| Some((sent(input, key)?.0, sent(input, &format!("{key}MD5"))?.1))).collect();
    if !hashes.is_empty() {
        operation.behaviours.push(Behaviour::KeyHashes(hashes));
    }
}

/// A text that is sent in a header.
fn sent(input: &Structure, name: &str) -> Option<(MemberIndex, Text)> {
    let index = input.index_of(name)?;
    let member = input.member(index);
    match &member.binding {
        Binding::Header { name, .. } if member.ty == Type::String => Some((index, name.clone())),
        _ => None,
    }
}
