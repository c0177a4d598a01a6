//! In: the value of `@endpointBdd`. Out: its nodes, or why they are none. The
//! nodes are numbers in base64; a reference is a node, a result or an end.

use crate::model::{Node, Number};

use super::Version;

/// References from here on are results.
const RESULTS: i32 = 100_000_000;

/// A decision diagram over the conditions of the trait.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Diagram {
    root: i32,
    /// The first is the end, which nothing refers to.
    nodes: Vec<Node3>,
}

/// A node as it is written: a condition, and the references if it holds and if not.
type Node3 = [i32; 3];

/// A node: which condition is asked, and where its answers lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Decision {
    pub(crate) condition: usize,
    pub(crate) yes: Reference,
    pub(crate) no: Reference,
}

/// Where an answer leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reference {
    /// No rule matches.
    NoMatch,
    /// One of the results of the trait.
    Result(usize),
    /// A node, or the one whose answers are those of the node, exchanged.
    Node { index: usize, is_complement: bool },
}

impl Reference {
    fn of(reference: i32) -> Self {
        match reference.checked_sub(RESULTS) {
            // Result 0 is that no rule matches; it is not written down.
            Some(result) if result > 0 => Self::Result(result.unsigned_abs() as usize - 1),
            Some(0) => Self::NoMatch,
            _ => match reference.unsigned_abs() as usize {
                0 | 1 => Self::NoMatch,
                node => Self::Node { index: node - 1, is_complement: reference < 0 },
            },
        }
    }
}

/// Decodes the diagram; the error is in the words of a message, with the member
/// of the trait that it is about.
pub(crate) fn decode(node: &Node) -> Result<Diagram, (&'static str, String)> {
    let text = |name: &'static str| {
        node.get(name).and_then(Node::as_str).ok_or_else(|| (name, format!("`{name}` is missing")))
    };
    let number = |name: &'static str| {
        let number = node.get(name).and_then(Node::as_number).and_then(Number::as_i64);
        number.ok_or_else(|| (name, format!("`{name}` is not an integer")))
    };
    let version = Version::parse(text("version")?);
    if version.is_none_or(|version| version < Version { major: 1, minor: 1 }) {
        return Err(("version", "a decision diagram needs version 1.1 of the rules engine, or a later one".to_owned()));
    }
    let bytes = base64(text("nodes")?).map_err(|message| ("nodes", message))?;
    let count = number("nodeCount")?;
    if i64::try_from(bytes.len()).ok() != count.checked_mul(12) {
        let message = format!("{count} nodes are 12 bytes each, and `nodes` has {} bytes", bytes.len());
        return Err(("nodes", message));
    }
    let root = i32::try_from(number("root")?).map_err(|_| ("root", "`root` is not a reference".to_owned()))?;
    if root < -1 {
        let message = format!("`root` is {root}; a negative reference is a negation, and the root is none");
        return Err(("root", message));
    }
    let word = |bytes: &[u8]| bytes.iter().fold(0_i32, |word, byte| (word << 8) | i32::from(*byte));
    let node = |bytes: &[u8]| [word(&bytes[..4]), word(&bytes[4..8]), word(&bytes[8..])];
    Ok(Diagram { root, nodes: bytes.chunks_exact(12).map(node).collect() })
}

impl Diagram {
    pub(crate) fn root(&self) -> Reference {
        Reference::of(self.root)
    }

    /// The nodes in their order.
    pub(crate) fn decisions(&self) -> impl Iterator<Item = Decision> + '_ {
        self.nodes.iter().map(|[condition, yes, no]| Decision {
            condition: usize::try_from(*condition).unwrap_or(usize::MAX),
            yes: Reference::of(*yes),
            no: Reference::of(*no),
        })
    }

    /// A node that leads back to itself, if there is one.
    pub(crate) fn cycle(&self) -> Option<usize> {
        let decisions: Vec<Decision> = self.decisions().collect();
        let successors = |node: usize| {
            let targets = decisions.get(node).map(|decision| [decision.yes, decision.no]);
            let nodes = targets.into_iter().flatten().filter_map(|reference| match reference {
                Reference::Node { index, .. } => Some(index),
                _ => None,
            });
            nodes.collect::<Vec<_>>()
        };
        // None is not seen yet, false is being looked at, true is done.
        let mut states = vec![None; decisions.len()];
        for start in 0..decisions.len() {
            let mut path = vec![(start, successors(start))];
            if states[start].is_some() {
                continue;
            }
            states[start] = Some(false);
            while let Some((node, pending)) = path.last_mut() {
                let Some(next) = pending.pop() else {
                    states[*node] = Some(true);
                    path.pop();
                    continue;
                };
                match states.get(next) {
                    Some(None) => {
                        states[next] = Some(false);
                        path.push((next, successors(next)));
                    }
                    Some(Some(false)) => return Some(next),
                    _ => {}
                }
            }
        }
        None
    }

    /// Every reference that leads nowhere.
    pub(crate) fn dangling(&self, conditions: usize, results: usize) -> Vec<String> {
        let mut problems = Vec::new();
        let mut check = |what: String, reference: i32| {
            // Ends are 1 and -1. Result 0 is that no rule matches; it is not
            // written down.
            let node = reference.unsigned_abs() as usize;
            let result = reference.checked_sub(RESULTS).and_then(|result| usize::try_from(result).ok());
            match result {
                _ if reference == 0 => problems.push(format!("{what} is 0, which is not a reference")),
                Some(result) if result > results => {
                    problems.push(format!("{what} is result {result}, and there are {results}"));
                }
                None if node > 1 && node > self.nodes.len() => {
                    problems.push(format!("{what} is node {node}, and there are {}", self.nodes.len()));
                }
                _ => {}
            }
        };
        check("`root`".to_owned(), self.root);
        // The first node is the end.
        for (index, [_, yes, no]) in self.nodes.iter().enumerate().skip(1) {
            check(format!("the yes of node {index}"), *yes);
            check(format!("the no of node {index}"), *no);
        }
        for (index, [condition, ..]) in self.nodes.iter().enumerate().skip(1) {
            if !usize::try_from(*condition).is_ok_and(|condition| condition < conditions) {
                problems.push(format!("node {index} asks condition {condition}, and there are {conditions}"));
            }
        }
        problems
    }
}

/// Standard base64 with padding.
fn base64(text: &str) -> Result<Vec<u8>, String> {
    let digits = text.trim_end_matches('=');
    if !text.len().is_multiple_of(4) || text.len() - digits.len() > 2 {
        return Err("`nodes` is not base64: its length is not a multiple of 4".to_owned());
    }
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    for digit in digits.bytes() {
        let value = match digit {
            b'A'..=b'Z' => digit - b'A',
            b'a'..=b'z' => digit - b'a' + 26,
            b'0'..=b'9' => digit - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return Err(format!("`nodes` is not base64: it contains `{}`", char::from(digit).escape_default())),
        };
        bits = (bits << 6) | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_as_everybody_writes_it() {
        assert_eq!(base64("AAECA/8="), Ok(vec![0, 1, 2, 3, 255]));
        assert_eq!(base64(""), Ok(Vec::new()));
        assert!(base64("AAE").is_err());
        assert!(base64("A===").is_err());
        assert!(base64("AA!=").is_err());
    }

    #[test]
    fn references_that_lead_nowhere() {
        let end = [-1, 1, -1];
        let node = [0, RESULTS + 1, -1];
        assert!(Diagram { root: 2, nodes: vec![end, node] }.dangling(1, 1).is_empty());
        let broken = [3, RESULTS + 2, 0];
        assert_eq!(Diagram { root: 9, nodes: vec![end, broken] }.dangling(1, 1).len(), 4);
    }

    #[test]
    fn nodes_that_lead_back() {
        let end = [-1, 1, -1];
        let straight = Diagram { root: 2, nodes: vec![end, [0, 3, -3], [1, RESULTS + 1, -1]] };
        assert_eq!(straight.cycle(), None);
        assert_eq!(Diagram { root: 2, nodes: vec![end, [0, 3, 1], [1, -2, 1]] }.cycle(), Some(1));
        assert_eq!(Diagram { root: 2, nodes: vec![end, [0, 2, 1]] }.cycle(), Some(1));
    }
}
