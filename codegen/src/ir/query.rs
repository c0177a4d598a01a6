//! In: what a JMESPath expression selects from lowered messages. Out: how Rust selects it:
//! calls, closures and comparisons whose types are known. Exists so that no expression is
//! interpreted when a client runs, and so that a template has nothing to decide.
//!
//! Null is `None`. What may be null is an `Option`, and the part of an expression that null
//! ends is the closure of a [`Node::Then`]. A closure calls its argument `it`: an expression
//! sees one value at a time, so a name that is hidden is one that it cannot ask for.

use super::{Named, ScalarKind};
use crate::text::{Number, Text};

/// An expression, and what its reader has to know.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Query {
    pub(crate) value: Value,
    /// Whether it asks for a member that is deprecated.
    pub(crate) touches_deprecated: bool,
    /// Whether it asks for a member that is not to be shown.
    pub(crate) touches_secret: bool,
}

impl Query {
    /// Whether it asks this message for something.
    pub(crate) fn asks(&self, message: Message) -> bool {
        self.value.count(&Node::Message(message)) > 0
    }
}

/// A part of an expression: Rust that has a value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Value {
    pub(crate) node: Node,
    pub(crate) ty: Type,
    /// Whether it is an `Option` of the type.
    pub(crate) is_optional: bool,
}

/// The type of a value, without its `Option`. All but lists are `Copy`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Type {
    /// `&str`
    Text,
    /// A reference to an enum, which is text as well.
    Enum,
    Boolean,
    /// A length is an `i64`.
    Number(ScalarKind),
    /// A reference.
    Structure(Named),
    Union(Named),
    /// A reference to a map.
    Map(Entries),
    List(List),
    /// A reference to what nothing is selected from, and what people call it.
    Other(&'static str),
    /// A message of an operation.
    Message(Message),
    /// The object of both messages.
    Messages,
}

/// A message of an operation, which the caller has as a local of that name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Message {
    Input,
    Output,
}

/// What a map holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entries {
    pub(crate) is_keyed_by_enum: bool,
    pub(crate) value: Box<super::Type>,
    pub(crate) is_sparse: bool,
}

/// What a list holds, and how it is held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct List {
    pub(crate) item: Box<Type>,
    pub(crate) is_item_optional: bool,
    pub(crate) held: Held,
}

/// How a list is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Held {
    /// A slice of what a field holds: its items have to be converted.
    Slice,
    /// An iterator.
    Iterator,
    /// An array of its items.
    Array,
    /// A vector of its items.
    Vec,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Node {
    /// The message that is asked, as a local of the caller.
    Message(Message),
    /// Both of them, of which one has to be selected.
    Messages,
    /// What the closure around gets.
    It,
    Text(Text),
    Boolean(bool),
    Integer(i64),
    Float(ScalarKind, Number),
    /// `None`, which only comparisons take.
    Null,
    /// A part of a value, which is looked up in it.
    Member {
        of: Box<Value>,
        member: Member,
    },
    /// What is made of a value.
    Apply {
        function: Function,
        of: Box<Value>,
    },
    /// What is made of two.
    Join {
        function: Junction,
        left: Box<Value>,
        right: Box<Value>,
    },
    /// Whether something is true.
    Is(Condition),
    /// `first.map(|it| then)`, or `and_then`.
    Then {
        first: Box<Value>,
        then: Box<Value>,
    },
    /// `{ let it = first; then }`
    Let {
        first: Box<Value>,
        then: Box<Value>,
    },
    /// `base.step().step()`
    Chain {
        base: Box<Value>,
        steps: Vec<Step>,
    },
    /// `[a, b]`
    Array(Vec<Value>),
    /// The names of the members that are there.
    Names(Vec<Name>),
    /// `if condition { then } else { None }`
    If {
        condition: Box<Value>,
        then: Box<Value>,
    },
}

/// What is looked up in a value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Member {
    /// `.field()`
    Accessor(String),
    /// `.field.as_deref()`: the accessor does not tell an absent list from an empty one.
    Slice(String),
    /// `.as_x().ok()`, converted; the name is the one after `as_`.
    Variant(String, Option<Convert>),
    /// `.get("key")`, converted.
    Entry(Text, Option<Convert>),
}

/// What is made of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Function {
    /// `Some(value)`
    Some,
    /// `.as_str()` of an enum.
    AsStr,
    /// The same number as another type, which has all of its values.
    Widen(ScalarKind),
    /// The double of a long.
    Float,
    /// The keys of a map, sorted.
    Keys,
    /// The values of a map, by the order of its keys.
    Values,
    /// How many items or entries there are.
    Length,
    /// How many characters a text has.
    Chars,
}

/// What is made of two values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Junction {
    /// Whether the left one, a list, has the right one in it.
    Contains,
    /// Whether one of the right ones, an array of texts, is in the left one.
    AnyText,
    /// Whether all items of the left one, of which there is one at least, are the same one of
    /// the right ones.
    AllTexts,
    /// `&&` of booleans that may be null, with the operator's value.
    And,
    /// `||` of them.
    Or,
    /// The left one, or the right one if that is null.
    Else,
    /// The same, and if it is empty.
    ElseIfEmpty,
}

/// What is true or not.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Condition {
    /// A comparison of two values that are there.
    Compare {
        operator: Operator,
        left: Box<Value>,
        right: Box<Value>,
    },
    /// Whether two values are equal, or two nulls.
    Equal {
        left: Box<Value>,
        right: Box<Value>,
        is_negated: bool,
    },
    /// Whether there is none.
    IsNone {
        of: Box<Value>,
        is_negated: bool,
    },
    /// Whether it is empty, or there is none.
    IsEmpty {
        of: Box<Value>,
        is_negated: bool,
    },
    /// Whether it is true, and there.
    IsTrue {
        of: Box<Value>,
        is_negated: bool,
    },
    Not(Box<Value>),
    /// `left && right`
    And(Box<Value>, Box<Value>),
    /// `left || right`
    Or(Box<Value>, Box<Value>),
}

/// What is asked of two values that are there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Operator {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Contains,
    StartsWith,
    EndsWith,
}

impl Operator {
    /// The operator that holds where this one does not.
    pub(crate) fn negated(self) -> Option<Self> {
        match self {
            Self::Equal => Some(Self::NotEqual),
            Self::NotEqual => Some(Self::Equal),
            Self::Less => Some(Self::GreaterOrEqual),
            Self::LessOrEqual => Some(Self::Greater),
            Self::Greater => Some(Self::LessOrEqual),
            Self::GreaterOrEqual => Some(Self::Less),
            Self::Contains | Self::StartsWith | Self::EndsWith => None,
        }
    }
}

/// What an iterator does next.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Step {
    /// `.iter()`
    Iter,
    /// `.into_iter()`
    IntoIter,
    /// `.flatten()`
    Flatten,
    Convert(Convert),
    /// `.map(|it| value)`
    Map(Value),
    /// `.filter_map(|it| value)`
    FilterMap(Value),
    /// `.flat_map(|it| value)`
    FlatMap(Value),
    /// `.filter(|it| value)`; whether the items are `Copy`.
    Filter(Value, bool),
    /// `.map(str::to_owned)`
    ToOwned,
    /// `.collect::<Vec<_>>()`
    Collect,
}

/// What makes a value of the reference to a field, an item or an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Convert {
    /// `.copied()`
    Copied,
    /// `.map(String::as_str)`
    Str,
    /// `.map(Vec::as_slice)`
    Slice,
    /// `.map(Option::as_deref)`
    OptionDeref,
    /// `.map(Option::as_ref)`
    OptionRef,
}

/// The name of a member, and when it is there.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Name {
    Always(Text),
    /// If this is some.
    If(Text, Value),
    /// If `of.is_x()`; the name is the one after `is_`.
    Variant(Text, Value, String),
    /// Of a member that the crate does not know.
    Unknown(Value),
}

impl Type {
    /// Whether it is a list whose items may be null.
    pub(crate) fn has_nulls(&self) -> bool {
        matches!(self, Self::List(List { is_item_optional: true, .. }))
    }

    /// Whether values are `Copy`.
    pub(crate) fn is_copy(&self) -> bool {
        match self {
            Self::List(List { held: Held::Slice, .. }) => true,
            Self::List(List { held: Held::Array, item, .. }) => item.is_copy(),
            Self::List(List { held: Held::Iterator | Held::Vec, .. }) => false,
            Self::Text | Self::Enum | Self::Boolean | Self::Number(_) | Self::Structure(_) | Self::Union(_) => true,
            Self::Map(_) | Self::Other(_) | Self::Message(_) | Self::Messages => true,
        }
    }
}

impl Value {
    /// How often it names `it` of the closure around.
    pub(crate) fn uses(&self) -> usize {
        self.count(&Node::It)
    }

    /// How often it has this node, outside of closures of its own.
    fn count(&self, node: &Node) -> usize {
        match &self.node {
            Node::It | Node::Message(_) => usize::from(self.node == *node),
            Node::Messages | Node::Text(_) | Node::Boolean(_) | Node::Integer(_) => 0,
            Node::Float(..) | Node::Null => 0,
            Node::Member { of, .. } | Node::Apply { of, .. } => of.count(node),
            Node::Join { left, right, .. } => left.count(node) + right.count(node),
            Node::Is(condition) => condition.count(node),
            // What is behind these is in a closure, or a block, of its own.
            Node::Then { first: of, .. } | Node::Let { first: of, .. } | Node::Chain { base: of, .. } => of.count(node),
            Node::Array(items) => items.iter().map(|item| item.count(node)).sum(),
            Node::Names(names) => names.iter().map(|name| name.count(node)).sum(),
            Node::If { condition, then } => condition.count(node) + then.count(node),
        }
    }
}

impl Condition {
    fn count(&self, node: &Node) -> usize {
        match self {
            Self::Compare { left, right, .. } | Self::Equal { left, right, .. } => left.count(node) + right.count(node),
            Self::And(left, right) | Self::Or(left, right) => left.count(node) + right.count(node),
            Self::IsNone { of, .. } | Self::IsEmpty { of, .. } | Self::IsTrue { of, .. } => of.count(node),
            Self::Not(of) => of.count(node),
        }
    }
}

impl Name {
    fn count(&self, node: &Node) -> usize {
        match self {
            Self::Always(_) => 0,
            Self::If(_, of) | Self::Variant(_, of, _) | Self::Unknown(of) => of.count(node),
        }
    }
}
