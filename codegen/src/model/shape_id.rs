//! In: text such as `ns.name#Shape$member`. Out: a value that is cheap to clone
//! and sorts as Smithy sorts ids. Exists so that ids are never built by hand.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

/// An absolute shape id, `namespace#Name` or `namespace#Name$member`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ShapeId(Arc<str>);

impl ShapeId {
    /// Takes the text as it is; whoever reads ids from a source checks them first.
    pub fn new(text: impl Into<Arc<str>>) -> Self {
        Self(text.into())
    }

    /// The whole id.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text before the `#`; empty for a relative id.
    pub fn namespace(&self) -> &str {
        self.0.split_once('#').map_or("", |(namespace, _)| namespace)
    }

    /// The shape's name, without namespace and member.
    pub fn name(&self) -> &str {
        let name = self.0.split_once('#').map_or(&*self.0, |(_, name)| name);
        name.split_once('$').map_or(name, |(name, _)| name)
    }

    /// The member's name, if this is the id of a member.
    pub fn member(&self) -> Option<&str> {
        self.0.split_once('$').map(|(_, member)| member)
    }

    /// The id of a member of this shape.
    pub fn with_member(&self, member: &str) -> Self {
        Self::new(format!("{}${member}", self.0))
    }
}

/// Lets maps by id be asked with plain text: an id hashes and sorts as its text.
impl Borrow<str> for ShapeId {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ShapeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for ShapeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whether the text is an identifier (Smithy 2.0, "Shape ID ABNF").
pub(crate) fn is_identifier(text: &str) -> bool {
    let mut bytes = text.trim_start_matches('_').bytes();
    let has_underscore = text.starts_with('_');
    let starts_well = match bytes.next() {
        Some(byte) => byte.is_ascii_alphabetic() || (has_underscore && byte.is_ascii_digit()),
        None => false,
    };
    starts_well && bytes.all(|byte| byte == b'_' || byte.is_ascii_alphanumeric())
}

/// Whether the text is an absolute id, of a shape or a member.
pub(crate) fn is_absolute_id(text: &str) -> bool {
    let Some((namespace, name)) = text.split_once('#') else { return false };
    let (name, member) = match name.split_once('$') {
        Some((name, member)) => (name, Some(member)),
        None => (name, None),
    };
    namespace.split('.').all(is_identifier) && is_identifier(name) && member.is_none_or(is_identifier)
}
