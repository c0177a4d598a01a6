//! In: blocks. Out: lines of Markdown, in which these blocks are all there is. A list of
//! what may open one is the list of the arms here; whatever is text begins a line as
//! [`wrap`](super::wrap) allows.

use super::blocks::{Block, Inline};
use super::inline::{self, Place};
use super::wrap::Words;

/// Column at which text is wrapped, without the `/// ` in front.
pub(super) const WIDTH: usize = 90;

/// Columns that text gets at least, however deep it is.
const LEAST: usize = 40;

/// The lines of the blocks, with an empty one between.
pub(super) fn lines(blocks: &[Block]) -> Vec<String> {
    print(blocks, WIDTH)
}

fn print(blocks: &[Block], width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    // Two lists one after the other would be one if their marks were the same.
    let mut is_second = false;
    let mut last = None;
    for block in blocks {
        is_second = is_same_list(last, block) && !is_second;
        last = Some(block);
        let printed = print_block(block, is_second, width.max(LEAST));
        if !printed.is_empty() {
            if !lines.is_empty() {
                lines.push(String::new());
            }
            lines.extend(printed);
        }
    }
    lines
}

fn is_same_list(last: Option<&Block>, block: &Block) -> bool {
    match (last, block) {
        (Some(Block::List { start: a, .. }), Block::List { start: b, .. }) => a.is_some() == b.is_some(),
        _ => false,
    }
}

fn print_block(block: &Block, is_second: bool, width: usize) -> Vec<String> {
    match block {
        Block::Paragraph(content) => words(content, Place::default()).lines(width),
        Block::Heading(level, content) => heading(*level, content),
        Block::Code(code) => fenced(code),
        Block::List { start, items } => list(*start, items, is_second, width),
        Block::Quote(blocks) => {
            let lines = print(blocks, width - 2);
            lines.into_iter().map(|line| format!("> {line}").trim_end().to_owned()).collect()
        }
        Block::Table(rows) => table(rows),
        Block::Rule => vec!["---".to_owned()],
    }
}

fn words(content: &[Inline], place: Place) -> Words {
    let mut words = Words::default();
    inline::print(content, place, &mut words);
    words
}

/// A heading is one line; number signs at its end would be none of its text.
fn heading(level: u8, content: &[Inline]) -> Vec<String> {
    let mut text = words(content, Place::default()).line();
    if text.ends_with('#') {
        text.insert(text.len() - 1, '\\');
    }
    if text.is_empty() {
        return Vec::new();
    }
    vec![format!("{} {text}", "#".repeat(usize::from(level)))]
}

/// Code that nobody runs, between fences that are longer than any in it.
fn fenced(code: &str) -> Vec<String> {
    let code = code.trim_matches('\n');
    if code.trim().is_empty() {
        return Vec::new();
    }
    let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    let mut lines = vec![format!("{fence}text")];
    lines.extend(code.split('\n').map(|line| line.trim_end().replace('\t', "    ")));
    lines.push(fence);
    lines
}

fn list(start: Option<u64>, items: &[Vec<Block>], is_second: bool, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    // More than nine digits begin no item.
    let first = start.filter(|number| *number < 100_000_000).unwrap_or(1);
    for (item, number) in items.iter().zip(first..) {
        let marker = match (start, is_second) {
            (None, false) => "- ".to_owned(),
            (None, true) => "* ".to_owned(),
            (Some(_), false) => format!("{number}. "),
            (Some(_), true) => format!("{number}) "),
        };
        for (index, line) in print(item, width - marker.len()).into_iter().enumerate() {
            let before = if index == 0 { &marker } else { &" ".repeat(marker.len()) };
            lines.push(format!("{before}{line}").trim_end().to_owned());
        }
    }
    lines
}

/// Rows are as long as the head; rustdoc takes those that are shorter.
fn table(rows: &[Vec<Vec<Inline>>]) -> Vec<String> {
    let Some((head, rows)) = rows.split_first().filter(|(head, _)| !head.is_empty()) else { return Vec::new() };
    let row = |cells: &[Vec<Inline>]| {
        let cells = cells.iter().take(head.len());
        let texts = cells.map(|cell| words(cell, Place { is_link: false, is_cell: true }).line());
        format!("| {} |", texts.collect::<Vec<_>>().join(" | "))
    };
    let mut lines = vec![row(head), format!("|{}", " --- |".repeat(head.len()))];
    lines.extend(rows.iter().map(|cells| row(cells)));
    lines
}
