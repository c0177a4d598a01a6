//! The resolver of an emitted crate: in, its table and the parameters of a call; out, the
//! endpoint. It remembers the last few: most clients have only one, and a call should not pay
//! for finding it again.

use super::evaluate::{walk, Parameters, Slots};
use super::partition::PARTITIONS;
use super::rules::Rules;
use super::value::{Strings, Value};
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::endpoint::EndpointFuture;
use aws_smithy_types::endpoint::Endpoint;
use std::sync::{PoisonError, RwLock};

/// Resolves endpoints by rules.
#[derive(Debug)]
pub struct Resolver {
    rules: &'static Rules<'static>,
    /// The newest is the first.
    last: RwLock<Vec<Entry>>,
}

/// How many endpoints are remembered: a client of S3 has one a bucket.
const ENTRIES: usize = 4;

/// An endpoint, and the parameters that decided it.
#[derive(Debug)]
struct Entry {
    key: Vec<Kept>,
    endpoint: Endpoint,
}

/// The value of a parameter, to compare with later ones.
#[derive(Debug)]
enum Kept {
    Empty,
    Flag(bool),
    Text(Box<str>),
    List(Vec<String>),
}

impl Kept {
    fn of(value: &Value<'_>) -> Self {
        match value {
            Value::Flag(flag) => Self::Flag(*flag),
            Value::Text(text) => Self::Text((*text).into()),
            Value::List(list) => Self::List(list.to_vec()),
            // No parameter has another type.
            _ => Self::Empty,
        }
    }

    fn is(&self, value: &Value<'_>) -> bool {
        match (self, value) {
            (Self::Empty, Value::Empty) => true,
            (Self::Flag(kept), Value::Flag(flag)) => kept == flag,
            (Self::Text(kept), Value::Text(text)) => **kept == **text,
            (Self::List(kept), Value::List(list)) => kept == list,
            _ => false,
        }
    }
}

impl Resolver {
    /// A resolver for the given rules.
    pub const fn new(rules: &'static Rules<'static>) -> Self {
        Self { rules, last: RwLock::new(Vec::new()) }
    }

    /// The endpoint for `params`, as the trait of an emitted crate returns it.
    pub fn resolve(&self, params: &impl Parameters) -> EndpointFuture<'static> {
        EndpointFuture::ready(self.endpoint(params))
    }

    /// The endpoint for `params`.
    pub fn endpoint(&self, params: &dyn Parameters) -> Result<Endpoint, BoxError> {
        let strings = Strings::default();
        let mut slots = Slots::new(self.rules);
        params.fill(slots.all());
        if let Some(known) = self.known(slots.all()) {
            return Ok(known);
        }
        // Conditions write to other slots than those of parameters.
        let endpoint = walk(self.rules, slots.all(), &PARTITIONS, &strings)?;
        self.keep(slots.all(), &endpoint);
        Ok(endpoint)
    }

    fn known(&self, slots: &[Value<'_>]) -> Option<Endpoint> {
        // Nothing can panic while it holds the lock.
        let last = self.last.read().unwrap_or_else(PoisonError::into_inner);
        let decides = || self.rules.reads.iter().filter_map(|slot| slots.get(*slot));
        let found = last.iter().find(|entry| entry.key.iter().zip(decides()).all(|(kept, value)| kept.is(value)))?;
        Some(found.endpoint.clone())
    }

    fn keep(&self, slots: &[Value<'_>], endpoint: &Endpoint) {
        let decides = self.rules.reads.iter().filter_map(|slot| slots.get(*slot));
        let entry = Entry { key: decides.map(Kept::of).collect(), endpoint: endpoint.clone() };
        let mut last = self.last.write().unwrap_or_else(PoisonError::into_inner);
        last.truncate(ENTRIES - 1);
        last.insert(0, entry);
    }
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
        assert_eq!(resolver.last.read().expect("nothing panics").len(), ENTRIES);
    }

    #[test]
    fn what_decides_nothing_is_not_compared() {
        let resolver = Resolver::new(&RULES);
        for key in ["x", "y", "z"] {
            resolver.endpoint(&Params("a", key)).expect("a region is enough");
        }
        assert_eq!(resolver.last.read().expect("nothing panics").len(), 1);
    }
}
