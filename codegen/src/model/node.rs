//! In: a value of a trait or of metadata. Out: the same value, with the place
//! it was written at. Exists because trait values keep their source order and
//! their position, which a JSON library's value does not.

use std::collections::BTreeMap;

use crate::diagnostics::Span;

/// A node value (Smithy 2.0, section "Node values") and its place.
#[derive(Debug, Clone)]
pub struct Node {
    /// The value.
    pub value: Value,
    /// Where it was written.
    pub span: Span,
}

/// The value of a [`Node`].
#[derive(Debug, Clone)]
#[allow(missing_docs)] // The variants are JSON's words.
pub enum Value {
    Null,
    Bool(bool),
    Number(Number),
    String(String),
    Array(Vec<Node>),
    /// Members in source order.
    Object(Vec<(String, Node)>),
}

/// A number as its source wrote it: a document's text and big numbers survive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number(pub String);

impl Number {
    /// The value as a float, which every JSON number has.
    pub fn as_f64(&self) -> Option<f64> {
        self.0.parse().ok()
    }

    /// The value as an integer, if it is written as one and fits.
    pub fn as_i64(&self) -> Option<i64> {
        self.0.parse().ok()
    }

    /// The value times a power of ten, if that is an integer and fits. Digits are
    /// counted, not computed: a float would be near to the value only.
    pub(crate) fn scaled(&self, places: i64) -> Option<i128> {
        let (mantissa, exponent) = self.0.split_once(['e', 'E']).unwrap_or((&self.0, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let (sign, whole) = whole.strip_prefix('-').map_or((1, whole), |whole| (-1, whole));
        let digits = format!("{whole}{fraction}");
        let significant = digits.trim_matches('0');
        if significant.is_empty() {
            return digits.contains('0').then_some(0);
        }
        // Whoever writes more zeros than an i64 counts does not mean a number that fits.
        let dropped = i64::try_from(digits.len() - digits.trim_end_matches('0').len()).ok()?;
        let shift = exponent.parse::<i64>().ok()?.checked_add(places)?.checked_add(dropped)?;
        let shift = u32::try_from(shift.checked_sub(i64::try_from(fraction.len()).ok()?)?).ok()?;
        significant.parse::<i128>().ok()?.checked_mul(10_i128.checked_pow(shift)?).map(|value| sign * value)
    }
}

impl Value {
    /// The kind of value in the words of a message.
    pub(crate) fn describe(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "a boolean",
            Self::Number(_) => "a number",
            Self::String(_) => "a string",
            Self::Array(_) => "an array",
            Self::Object(_) => "an object",
        }
    }
}

impl Node {
    /// Whether both hold the same value, wherever they were written. The order
    /// of an object's members does not count.
    pub(crate) fn same_value(&self, other: &Self) -> bool {
        match (&self.value, &other.value) {
            (Value::Null, Value::Null) => true,
            (Value::Bool(left), Value::Bool(right)) => left == right,
            (Value::Number(left), Value::Number(right)) => left == right || left.as_f64() == right.as_f64(),
            (Value::String(left), Value::String(right)) => left == right,
            (Value::Array(left), Value::Array(right)) => {
                left.len() == right.len() && left.iter().zip(right).all(|(left, right)| left.same_value(right))
            }
            (Value::Object(left), Value::Object(right)) => same_members(left, right),
            _ => false,
        }
    }

    /// The string, if it is one.
    pub fn as_str(&self) -> Option<&str> {
        match &self.value {
            Value::String(text) => Some(text),
            _ => None,
        }
    }

    /// The boolean, if it is one.
    pub fn as_bool(&self) -> Option<bool> {
        match self.value {
            Value::Bool(value) => Some(value),
            _ => None,
        }
    }

    /// The number, if it is one.
    pub fn as_number(&self) -> Option<&Number> {
        match &self.value {
            Value::Number(number) => Some(number),
            _ => None,
        }
    }

    /// The elements, if it is an array.
    pub fn as_array(&self) -> Option<&[Node]> {
        match &self.value {
            Value::Array(elements) => Some(elements),
            _ => None,
        }
    }

    /// The members in source order, if it is an object.
    pub fn as_object(&self) -> Option<&[(String, Node)]> {
        match &self.value {
            Value::Object(members) => Some(members),
            _ => None,
        }
    }

    /// The value of a member, if this is an object that has it.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.as_object()?.iter().find(|(name, _)| name == key).map(|(_, node)| node)
    }
}

/// Whether both have the same keys with the same values. Keys come up once; as
/// a rule they are in one order, and objects may be large.
fn same_members(left: &[(String, Node)], right: &[(String, Node)]) -> bool {
    if left.len() != right.len() {
        return false;
    }
    let is_one_order = left.iter().zip(right).all(|((left, _), (right, _))| left == right);
    if is_one_order {
        return left.iter().zip(right).all(|((_, left), (_, right))| left.same_value(right));
    }
    let right: BTreeMap<&str, &Node> = right.iter().map(|(key, node)| (key.as_str(), node)).collect();
    left.iter().all(|(key, node)| right.get(key.as_str()).is_some_and(|other| other.same_value(node)))
}

#[cfg(test)]
mod tests {
    use super::Number;

    #[test]
    fn numbers_are_scaled_exactly() {
        let scaled = |text: &str, places| Number(text.to_owned()).scaled(places);
        assert_eq!(scaled("1.5e9", 0), Some(1_500_000_000));
        assert_eq!(scaled("-0.5", 9), Some(-500_000_000));
        assert_eq!(scaled("-1.50", 1), Some(-15));
        assert_eq!(scaled("100E-2", 0), Some(1));
        assert_eq!(scaled("9223372036854775808", 0), Some(9_223_372_036_854_775_808));
        assert_eq!(scaled("-0.0", 0), Some(0));
        assert_eq!(scaled("0e999999999999999999999", 0), Some(0));
        for text in ["1.5", "1e-1", "1e999", "1e99999999999999999999", "-", ""] {
            assert_eq!(scaled(text, 0), None, "{text}");
        }
    }
}
