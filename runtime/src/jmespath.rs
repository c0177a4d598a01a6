//! In: values that an emitted JMESPath expression selected. Out: what the functions and
//! operators of JMESPath say of them, where the standard library has no word for it. What may
//! be null is an `Option`.

use std::collections::HashMap;

/// `length()`: how many items, entries or characters there are.
pub fn length(items: impl IntoIterator) -> i64 {
    i64::try_from(items.into_iter().count()).unwrap_or(i64::MAX)
}

/// `contains()` of a list.
pub fn contains<T: PartialEq>(items: impl IntoIterator<Item = T>, value: T) -> bool {
    items.into_iter().any(|item| item == value)
}

/// Whether one of these texts is in a list of texts or enums.
pub fn any_text(items: impl IntoIterator<Item = impl AsRef<str>>, texts: &[&str]) -> bool {
    items.into_iter().any(|item| texts.contains(&item.as_ref()))
}

/// Whether all items are the same one of these texts. There has to be an item: an empty list
/// says nothing of what a waiter waits for.
pub fn all_texts(items: impl IntoIterator<Item = impl AsRef<str>>, texts: &[&str]) -> bool {
    let mut items = items.into_iter();
    items.next().is_some_and(|first| {
        let first = first.as_ref();
        texts.contains(&first) && items.all(|item| item.as_ref() == first)
    })
}

/// The same of a list that has nulls, none of which is a text.
pub fn all_some_texts<T: AsRef<str>>(items: impl IntoIterator<Item = Option<T>>, texts: &[&str]) -> bool {
    let items: Option<Vec<T>> = items.into_iter().collect();
    items.is_some_and(|items| all_texts(items, texts))
}

/// `keys()` of a map, sorted, so that the same map gives the same list.
pub fn keys<K: AsRef<str>, V>(map: &HashMap<K, V>) -> Vec<&str> {
    let mut keys: Vec<&str> = map.keys().map(AsRef::as_ref).collect();
    keys.sort_unstable();
    keys
}

/// `*` of a map: its values, by the order of their keys.
pub fn values<K: AsRef<str>, V>(map: &HashMap<K, V>) -> impl Iterator<Item = &V> + Clone {
    let mut entries: Vec<(&str, &V)> = map.iter().map(|(key, value)| (key.as_ref(), value)).collect();
    entries.sort_unstable_by_key(|(key, _)| *key);
    entries.into_iter().map(|(_, value)| value)
}

/// `left && right`: the left one if it is false or null.
pub fn and(left: Option<bool>, right: Option<bool>) -> Option<bool> {
    if left == Some(true) {
        right
    } else {
        left
    }
}

/// `left || right`: the right one if the left one is false or null.
pub fn or(left: Option<bool>, right: Option<bool>) -> Option<bool> {
    if left == Some(true) {
        left
    } else {
        right
    }
}

/// A long, to be compared with a float.
pub fn float(value: i64) -> f64 {
    value as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_not_all_of_it() {
        assert!(all_texts(["a", "a"], &["a"]));
        assert!(all_texts(["a", "a"], &["b", "a"]));
        assert!(!all_texts(["a", "b"], &["a"]));
        assert!(!all_texts(["a", "b"], &["a", "b"]));
        assert!(!all_texts([""; 0], &["a"]));
        assert!(all_some_texts([Some("a")], &["a"]));
        assert!(!all_some_texts([Some("a"), None], &["a"]));
        assert!(!all_some_texts([Some(""); 0], &["a"]));
        assert!(any_text(["c", "a"], &["a", "b"]));
        assert!(!any_text(["c"], &["a", "b"]));
        assert!(!any_text([""; 0], &["a"]));
    }

    #[test]
    fn maps_have_an_order() {
        let map = HashMap::from(["c", "a", "b"].map(|key| (key.to_owned(), key)));
        assert_eq!(keys(&map), ["a", "b", "c"]);
        assert!(values(&map).eq(["a", "b", "c"].iter()));
        assert_eq!(length(&map), 3);
    }

    #[test]
    fn operators_give_what_they_decide_by() {
        let values = [None, Some(false), Some(true)];
        let both = |operator: fn(Option<bool>, Option<bool>) -> Option<bool>| {
            values.map(|left| values.map(|right| operator(left, right)))
        };
        assert_eq!(both(and), [[None; 3], [Some(false); 3], values]);
        assert_eq!(both(or), [values, values, [Some(true); 3]]);
        assert_eq!(float(1), 1.0);
    }
}
