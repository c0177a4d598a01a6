//! The resolver of an emitted crate: in, its table and the parameters of a call; out, the
//! endpoint. It remembers the last few, each with what decided it as one text of bytes: most
//! clients have only one, and a call should not pay for finding it again.

use super::evaluate::{walk, with_slots, Parameters};
use super::partition::PARTITIONS;
use super::rules::Rules;
use super::value::{Strings, Value};
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::endpoint::EndpointFuture;
use aws_smithy_types::endpoint::Endpoint;
use std::fmt::{self, Debug, Formatter};
use std::sync::{PoisonError, RwLock};

/// Resolves endpoints by rules.
pub struct Resolver {
    rules: &'static Rules<'static>,
    last: RwLock<Last>,
}

/// Without what calls were made with, some of which may be secret.
impl Debug for Resolver {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Resolver").finish_non_exhaustive()
    }
}

/// The endpoints that were found last.
struct Last {
    entries: Vec<Entry>,
    /// The oldest one.
    next: usize,
}

/// How many endpoints are remembered: a client of S3 has one a bucket.
const ENTRIES: usize = 4;

/// An endpoint, and the parameters that decided it.
struct Entry {
    key: Vec<u8>,
    endpoint: Endpoint,
}

impl Resolver {
    /// A resolver for the given rules.
    pub const fn new(rules: &'static Rules<'static>) -> Self {
        Self { rules, last: RwLock::new(Last { entries: Vec::new(), next: 0 }) }
    }

    /// The endpoint for `params`, as the trait of an emitted crate returns it.
    pub fn resolve(&self, params: &impl Parameters) -> EndpointFuture<'static> {
        self.find(params, EndpointFuture::ready)
    }

    /// The endpoint for `params`.
    pub fn endpoint(&self, params: &dyn Parameters) -> Result<Endpoint, BoxError> {
        self.find(params, |found| found)
    }

    /// An endpoint is large, so it is made where it is returned.
    #[inline]
    fn find<T>(&self, params: &dyn Parameters, found: impl Fn(Result<Endpoint, BoxError>) -> T) -> T {
        let strings = Strings::default();
        with_slots(self.rules, |slots| {
            params.fill(slots);
            // Nothing can panic while it holds the lock.
            let last = self.last.read().unwrap_or_else(PoisonError::into_inner);
            if let Some(entry) = last.entries.iter().find(|entry| self.decides(entry, slots)) {
                return found(Ok(entry.endpoint.clone()));
            }
            drop(last);
            let endpoint = walk(self.rules, slots, &PARTITIONS, &strings);
            if let Ok(endpoint) = &endpoint {
                self.keep(slots, endpoint);
            }
            found(endpoint)
        })
    }

    /// Whether these parameters lead to the entry.
    #[inline]
    fn decides(&self, entry: &Entry, slots: &[Value<'_>]) -> bool {
        let mut rest = &*entry.key;
        self.rules.reads.iter().all(|slot| take(&mut rest, slots.get(*slot).unwrap_or(&Value::Empty)))
    }

    /// Conditions write to other slots than those of parameters.
    fn keep(&self, slots: &[Value<'_>], endpoint: &Endpoint) {
        let mut last = self.last.write().unwrap_or_else(PoisonError::into_inner);
        let next = last.next;
        last.next = (next + 1) % ENTRIES;
        let mut key = match last.entries.get_mut(next) {
            Some(oldest) => std::mem::take(&mut oldest.key),
            None => Vec::with_capacity(64),
        };
        key.clear();
        for slot in self.rules.reads {
            put(&mut key, slots.get(*slot).unwrap_or(&Value::Empty));
        }
        let entry = Entry { key, endpoint: endpoint.clone() };
        match last.entries.get_mut(next) {
            Some(oldest) => *oldest = entry,
            None => last.entries.push(entry),
        }
    }
}

/// The kinds of values in a key, each before its bytes. A string has its length there too, so
/// that no two lists of values have one key.
const EMPTY: u8 = 0;
const FALSE: u8 = 1;
const TRUE: u8 = 2;
const TEXT: u8 = 3;
const LIST: u8 = 4;

/// Adds a value to a key.
fn put(key: &mut Vec<u8>, value: &Value<'_>) {
    let text = |key: &mut Vec<u8>, text: &str| {
        key.extend_from_slice(&text.len().to_ne_bytes());
        key.extend_from_slice(text.as_bytes());
    };
    match value {
        Value::Flag(false) => key.push(FALSE),
        Value::Flag(true) => key.push(TRUE),
        Value::Text(value) => {
            key.push(TEXT);
            text(key, value);
        }
        Value::List(list) => {
            key.push(LIST);
            key.extend_from_slice(&list.len().to_ne_bytes());
            list.iter().for_each(|value| text(key, value));
        }
        _ => key.push(EMPTY),
    }
}

/// Takes a value from a key, if it is the next one.
#[inline]
fn take(key: &mut &[u8], value: &Value<'_>) -> bool {
    let text = |key: &mut &[u8], text: &str| strip(key, &text.len().to_ne_bytes()) && strip(key, text.as_bytes());
    match value {
        Value::Flag(false) => strip(key, &[FALSE]),
        Value::Flag(true) => strip(key, &[TRUE]),
        Value::Text(value) => strip(key, &[TEXT]) && text(key, value),
        Value::List(list) => {
            strip(key, &[LIST]) && strip(key, &list.len().to_ne_bytes()) && list.iter().all(|value| text(key, value))
        }
        _ => strip(key, &[EMPTY]),
    }
}

#[inline]
fn strip(key: &mut &[u8], bytes: &[u8]) -> bool {
    let rest = key.strip_prefix(bytes);
    *key = rest.unwrap_or_default();
    rest.is_some()
}

#[cfg(test)]
mod tests {
    use super::super::rules::{at, Condition, Expr, Outcome};
    use super::*;

    const REGION: Expr<'_> = Expr::Slot(0);
    static RULES: Rules<'static> = Rules {
        slots: 2,
        reads: &[0],
        conditions: &[Condition::Is(Expr::Set(&REGION))],
        results: &RESULTS,
        nodes: &[[0, -2, -1]],
    };
    static RESULTS: [Outcome<'static>; 1] = [at("https://s.{}.example.com", &[REGION])];

    struct Params(&'static str, &'static str);

    impl Parameters for Params {
        fn fill<'v>(&'v self, slots: &mut [Value<'v>]) {
            slots[0] = Value::Text(self.0);
            slots[1] = Value::Text(self.1);
        }
    }

    #[test]
    fn each_gets_its_own_whatever_was_asked_before() {
        let resolver = Resolver::new(&RULES);
        for region in ["a", "a", "b", "c", "d", "e", "f", "a", "f"] {
            let endpoint = resolver.endpoint(&Params(region, "")).expect("a region is enough");
            assert_eq!(endpoint.url(), format!("https://s.{region}.example.com"));
        }
        assert_eq!(resolver.last.read().expect("nothing panics").entries.len(), ENTRIES);
    }

    #[test]
    fn keys_differ_where_values_do() {
        let lists = [vec!["a".to_owned()], vec!["a".to_owned(), String::new()], Vec::new()];
        let values = [Value::Empty, Value::Flag(false), Value::Flag(true), Value::Text(""), Value::Text("a")];
        let values: Vec<Value<'_>> = values.into_iter().chain(lists.iter().map(|list| Value::List(list))).collect();
        for (index, value) in values.iter().enumerate() {
            let mut key = Vec::new();
            put(&mut key, value);
            for (other_index, other) in values.iter().enumerate() {
                let mut rest = &*key;
                let is_it = take(&mut rest, other) && rest.is_empty();
                assert_eq!(is_it, index == other_index, "{value:?} {other:?}");
            }
        }
    }

    #[test]
    fn what_decides_nothing_is_not_compared() {
        let resolver = Resolver::new(&RULES);
        for key in ["x", "y", "z"] {
            resolver.endpoint(&Params("a", key)).expect("a region is enough");
        }
        assert_eq!(resolver.last.read().expect("nothing panics").entries.len(), 1);
    }
}
