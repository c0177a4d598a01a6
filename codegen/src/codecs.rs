//! In: lowered structures and unions. Out: the functions that write and read
//! their bodies. A codec prints calls of its runtime module; it decides nothing
//! but which call a type takes.
//!
//! To add one: a file, a `mod` line and an entry in [`ALL`].

mod json;

use proc_macro2::TokenStream;

use crate::ir::{Binding, Member, Structure, Union};

/// What sections ask of a codec.
pub(crate) trait Codec: Sync {
    /// The name that protocols know it by.
    fn name(&self) -> &'static str;

    /// The impls that write and read a structure, as far as the client uses them.
    fn structure(&self, structure: &Structure) -> (Option<TokenStream>, Option<TokenStream>);

    /// The impls that write and read a union, as far as the client uses them.
    fn union(&self, union: &Union) -> (Option<TokenStream>, Option<TokenStream>);

    /// The last statements of a request: write the members that are bound to
    /// the body and make the request of it.
    fn request_body(&self, input: &Structure) -> TokenStream;

    /// The last expression of a request whose body is one structured member.
    fn request_payload(&self, member: &Member) -> TokenStream;

    /// The statements that read the members bound to the body into the builder
    /// `b`, from a reader called `reader`.
    fn response_body(&self, structure: &Structure, response: &TokenStream) -> TokenStream;

    /// The expression that reads a structured payload.
    fn response_payload(&self, member: &Member, response: &TokenStream) -> TokenStream;

    /// The expression for a required structure that a response left out.
    fn default_value(&self, member: &Member) -> TokenStream;
}

/// The codecs; the first serves crates without operations.
pub(crate) const ALL: &[&dyn Codec] = &[&json::Json];

/// The codec of this name.
pub(crate) fn named(name: &str) -> &'static dyn Codec {
    ALL.iter().copied().find(|codec| codec.name() == name).unwrap_or(ALL[0])
}

/// The members that a document holds.
pub(crate) fn body_members(structure: &Structure) -> impl Iterator<Item = &Member> {
    structure.members.iter().filter(|member| member.binding == Binding::Body)
}
