//! In: tests/diagnostics/<mistake>.smithy|json. Out: a failure where a message
//! changed. Why: the expected text stands in the fixture, under the token that
//! it is about:
//!
//! ```text
//!     foo: Strng
//!     //   ^^^^^ error[Target]: cannot find shape `Strng`
//!     //   = help: did you mean `String`?
//! ```
//!
//! Where the token begins too far to the left for that, the line says the
//! column: `//@1 ^^^^^ error[..]: ..`. Of a JSON fixture, which has no
//! comments, the whole output is a snapshot beside it. With `UPDATE_EXPECT=1`
//! in the environment the test writes the lines itself.

use std::path::{Path, PathBuf};

use whitesmith_codegen::{load, Diagnostic, Diagnostics, LoadOptions, Severity, Sources};

#[test]
fn every_fixture_has_its_messages() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("diagnostics");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(&folder)
        .expect("the folder is part of the repository")
        .flatten()
        .map(|entry| entry.path())
        .collect();
    paths.sort();
    let mut failures = Vec::new();
    for path in &paths {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if name.ends_with(".smithy") {
            failures.extend(check_idl(path, &name));
        } else if name.ends_with(".json") {
            check_json(path, &name);
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).expect("fixtures are readable").replace("\r\n", "\n")
}

fn load_one(name: &str, text: &str) -> (Sources, Diagnostics) {
    let mut sources = Sources::new();
    sources.add(name, text);
    let options = LoadOptions { unresolved_traits: Severity::Error };
    let (_, diagnostics) = load(&sources, &options);
    (sources, diagnostics)
}

/// The difference between what the fixture expects and what it gets.
fn check_idl(path: &Path, name: &str) -> Option<String> {
    let expected = read(path);
    let bare = without_annotations(&expected);
    let (_, diagnostics) = load_one(name, &bare);
    let actual = annotate(&bare, &diagnostics);
    if actual == expected {
        return None;
    }
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(path, actual).expect("fixtures are writable");
        return None;
    }
    Some(format!("{name} gets:\n{actual}"))
}

fn check_json(path: &Path, name: &str) {
    let (sources, diagnostics) = load_one(name, &read(path));
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(path.parent().expect("fixtures are in a folder"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let rendered = diagnostics.render_text(&sources, false);
    settings.bind(|| insta::assert_snapshot!(name.trim_end_matches(".json"), rendered));
}

fn is_annotation(line: &str) -> bool {
    let Some(comment) = line.trim_start().strip_prefix("//") else { return false };
    let comment = comment.trim_start_matches(|c: char| c == '@' || c.is_ascii_digit()).trim_start();
    comment.starts_with('^') || comment.starts_with("= help: ")
}

fn without_annotations(text: &str) -> String {
    text.split_inclusive('\n').filter(|line| !is_annotation(line)).collect()
}

/// The text with one annotation per event under the line of the event.
fn annotate(text: &str, diagnostics: &Diagnostics) -> String {
    let mut events: Vec<&Diagnostic> = diagnostics.iter().collect();
    events.sort_by_key(|event| (event.span.start, event.span.end));
    let mut result = String::new();
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let end = offset + line.len();
        if !is_annotation(line) {
            result.push_str(line);
            let is_last = end == text.len();
            for event in &events {
                let start = event.span.start as usize;
                let is_here = offset <= start && (start < end || (is_last && start <= end));
                if is_here {
                    result.push_str(&annotation(line, start - offset, event));
                }
            }
        }
        offset = end;
    }
    for event in events.iter().filter(|event| event.span.source == u32::MAX) {
        result.push_str(&format!("//@0 ^ {}\n", message(event)));
    }
    result
}

fn annotation(line: &str, start: usize, event: &Diagnostic) -> String {
    let trimmed = line.trim_end_matches('\n');
    let column = line.get(..start).unwrap_or(trimmed).chars().count();
    let length =
        (event.span.end.saturating_sub(event.span.start) as usize).min(trimmed.len().saturating_sub(start)).max(1);
    let marker = "^".repeat(length);
    let indentation = line.len() - line.trim_start().len();
    // `//` and a space go in front of the marker.
    let (prefix, help_prefix) = if column >= 3 {
        let before = indentation.min(column - 3);
        let gap = " ".repeat(column - before - 2);
        let prefix = format!("{}//{gap}", " ".repeat(before));
        (prefix.clone(), prefix)
    } else {
        (format!("//@{} ", column + 1), "//   ".to_owned())
    };
    let mut result = format!("{prefix}{marker} {}\n", message(event));
    if let Some(help) = &event.help {
        result.push_str(&format!("{help_prefix}= help: {help}\n"));
    }
    result
}

fn message(event: &Diagnostic) -> String {
    let severity = match event.severity {
        Severity::Suppressed => "suppressed",
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Danger => "danger",
        Severity::Error => "error",
    };
    format!("{severity}[{}]: {}", event.id, event.message)
}
