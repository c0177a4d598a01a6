//! In: the questions and documents of tests/wire/queries.txt. Out: what emitted code answers to
//! each question, asked of what the client read. A wrong answer is shown as a line that can
//! be pasted.

use crate::{serve, Checked};
use std::collections::BTreeMap;
use whitesmith_tests::loopback::Reply;
use wire::operation::look::{LookInput, LookOutput};

const TABLE: &str = include_str!("../../wire/queries.txt");

async fn look(document: &str) -> Result<LookOutput, Box<dyn std::error::Error>> {
    let (_server, client) = serve(Reply::ok(document)).await?;
    Ok(client.look().send().await?)
}

#[tokio::test]
async fn what_jmespath_selects_is_what_the_specification_says() -> Checked {
    let input = LookInput::builder().name("harbor").count(2).build()?;
    let mut answers: BTreeMap<&str, Vec<(&str, String)>> = BTreeMap::new();
    for line in TABLE.lines().filter_map(|line| line.strip_prefix("document ")) {
        let (name, document) = line.split_once(' ').ok_or("a document has a name")?;
        for (question, answer) in wire::questions::answers(&input, &look(document).await?) {
            answers.entry(question).or_default().push((name, answer));
        }
    }
    let (mut wrong, mut asked) = (Vec::new(), 0);
    for block in blocks() {
        let Some((question, expected)) = block.split_once('\n') else { continue };
        let Some(given) = answers.remove(question) else { continue };
        let shown = grouped(given);
        asked += 1;
        if shown != expected {
            wrong.push(format!("{question}\n  expected\n{expected}  found\n{shown}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert!(answers.is_empty() && asked > 100, "{asked} questions, without lines: {answers:?}");
    Ok(())
}

/// Each line that is not indented, with those after it that are.
fn blocks() -> Vec<String> {
    let mut blocks: Vec<String> = Vec::new();
    for line in TABLE.lines() {
        match blocks.last_mut().filter(|_| line.starts_with(' ')) {
            Some(block) => block.push_str(&format!("{line}\n")),
            None => blocks.push(format!("{line}\n")),
        }
    }
    blocks
}

/// A line for each answer, with the documents that have it.
fn grouped(mut answers: Vec<(&str, String)>) -> String {
    let mut lines = String::new();
    while let Some((_, answer)) = answers.first().cloned() {
        let (same, others): (Vec<_>, Vec<_>) = answers.into_iter().partition(|(_, other)| *other == answer);
        let names: Vec<&str> = same.iter().map(|(name, _)| *name).collect();
        lines.push_str(&format!("    {}: {answer}\n", names.join(" ")));
        answers = others;
    }
    lines
}
