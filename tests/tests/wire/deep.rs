//! In: bodies that are nested as deep as they may be. Out: values, read on a thread with
//! half of the stack that a worker of tokio has. Why: a reader that calls itself with a
//! frame of a hundred members would end the whole program, and no test would tell.

use crate::{serve, Checked};
use whitesmith_tests::loopback::Reply;
use wire::types::{Branch, Tree};

const STACK: usize = 1 << 20;
/// What the reader allows.
const DEPTH: usize = 128;

/// Reads a body on a small stack, and counts the trees in it.
#[track_caller]
fn read(body: String, count: fn(&Tree) -> usize) -> usize {
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(async {
            let (_server, client) =
                serve(Reply::ok(body)).await.map_err(|error| std::io::Error::other(error.to_string()))?;
            let tree = client.deep().send().await.map_err(std::io::Error::other)?.tree;
            Ok::<usize, std::io::Error>(tree.as_ref().map_or(0, count))
        })
    });
    let result = thread.expect("a thread can be started").join().expect("the thread does not panic");
    result.expect("the body can be read")
}

/// `{"tree":` and then `levels` times `open`, a leaf, and all of it closed.
fn nested(levels: usize, open: &str, leaf: &str, close: &str) -> String {
    format!(r#"{{"tree":{}{leaf}{}}}"#, open.repeat(levels), close.repeat(levels))
}

#[test]
fn a_structure_in_itself() {
    fn count(tree: &Tree) -> usize {
        1 + tree.child().map_or(0, count)
    }
    let levels = DEPTH - 2;
    assert_eq!(read(nested(levels, r#"{"member7":"x","child":"#, "{}", "}"), count), levels + 1);
}

#[test]
fn a_structure_in_a_list_of_its_own() {
    fn count(tree: &Tree) -> usize {
        1 + tree.children().iter().map(count).sum::<usize>()
    }
    let levels = (DEPTH - 2) / 2;
    assert_eq!(read(nested(levels, r#"{"children":["#, "{}", "]}"), count), levels + 1);
}

#[test]
fn a_structure_in_a_map_of_its_own() {
    fn count(tree: &Tree) -> usize {
        1 + tree.named().into_iter().flat_map(|named| named.values()).map(count).sum::<usize>()
    }
    let levels = (DEPTH - 2) / 2;
    assert_eq!(read(nested(levels, r#"{"named":{"a":"#, "{}", "}}"), count), levels + 1);
}

#[test]
fn a_structure_in_a_union() {
    fn count(tree: &Tree) -> usize {
        1 + match tree.branch() {
            Some(Branch::Tree(tree)) => count(tree),
            _ => 0,
        }
    }
    let levels = (DEPTH - 2) / 2;
    assert_eq!(read(nested(levels, r#"{"branch":{"tree":"#, "{}", "}}"), count), levels + 1);
}

#[test]
fn a_union_in_itself() {
    fn depth(branch: &Branch) -> usize {
        1 + match branch {
            Branch::Branch(branch) => depth(branch),
            _ => 0,
        }
    }
    let levels = DEPTH - 3;
    let unions = nested(levels, r#"{"branch":"#, r#"{"leaf":"x"}"#, "}").replacen(':', r#":{"branch":"#, 1) + "}";
    assert_eq!(read(unions, |tree| tree.branch().map_or(0, depth)), levels + 1);
}

#[tokio::test]
async fn one_level_more_is_an_error() -> Checked {
    for levels in [DEPTH, 100_000] {
        let (_server, client) = serve(Reply::ok(nested(levels, r#"{"child":"#, "{}", "}"))).await?;
        let error = client.deep().send().await.err().ok_or("it was read")?;
        assert!(error.raw_response().is_some_and(|response| response.status().is_success()));
    }
    Ok(())
}
