//! In: the elements of a list. Out: the first that was there before. Exists
//! because lists can be long: every element is written in one way that equal
//! values share, and these texts are compared.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::model::{Node, Number, Value};

/// The first element that equals an earlier one.
pub(super) fn first_repeated(elements: &[Node]) -> Option<&Node> {
    let mut seen = BTreeSet::new();
    elements.iter().find(|element| {
        let mut text = String::new();
        write_canonical(element, &mut text);
        !seen.insert(text)
    })
}

/// Equal values give equal texts; the order of an object's members does not
/// count. Nodes come from readers that bound their depth.
fn write_canonical(node: &Node, text: &mut String) {
    // Writing to a string does not fail.
    let _ = match &node.value {
        Value::Null => write!(text, "n"),
        Value::Bool(value) => write!(text, "{value}"),
        Value::Number(number) => write!(text, "{}", canonical_number(number)),
        Value::String(value) => write!(text, "{value:?}"),
        Value::Array(elements) => {
            text.push('[');
            for element in elements {
                write_canonical(element, text);
                text.push(',');
            }
            write!(text, "]")
        }
        Value::Object(members) => {
            let mut members: Vec<&(String, Node)> = members.iter().collect();
            members.sort_by(|left, right| left.0.cmp(&right.0));
            text.push('{');
            for (name, value) in members {
                let _ = write!(text, "{name:?}:");
                write_canonical(value, text);
                text.push(',');
            }
            write!(text, "}}")
        }
    };
}

/// `1`, `1.0` and `1e0` are one number; integers keep all of their digits.
fn canonical_number(number: &Number) -> String {
    match (number.0.parse::<i128>(), number.as_f64()) {
        (Ok(integer), _) => integer.to_string(),
        (Err(_), Some(0.0)) => "0".to_owned(),
        (Err(_), Some(float)) => float.to_string(),
        (Err(_), None) => number.0.clone(),
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{Node, Number, Value};

    use super::first_repeated;

    fn node(value: Value) -> Node {
        Node { value, span: Default::default() }
    }

    #[test]
    fn numbers_and_the_order_of_members() {
        let number = |text: &str| node(Value::Number(Number(text.to_owned())));
        assert!(first_repeated(&[number("1"), number("2"), number("1.0")]).is_some());
        assert!(first_repeated(&[number("9007199254740992"), number("9007199254740993")]).is_none());
        let object = |first: &str, second: &str| {
            node(Value::Object(vec![(first.to_owned(), number("1")), (second.to_owned(), number("1"))]))
        };
        assert!(first_repeated(&[object("a", "b"), object("b", "a")]).is_some());
        assert!(first_repeated(&[node(Value::String("1".to_owned())), number("1")]).is_none());
    }
}
