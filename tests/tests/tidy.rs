//! In: the files of this repository. Out: a failure for each house rule that one of them
//! breaks, with its place. Why: a rule that only people check is a rule for some weeks.
//! The rules on who may import what are the invariants of codegen/ARCHITECTURE.md.

use std::fs;
use std::path::{Path, PathBuf};

use whitesmith_codegen::driver::{self, DiffLimit, Mode};

/// The folders with code that people write.
const OURS: [&str; 5] = ["codegen", "fuzz", "runtime", "tests", "xtask"];

/// Who may name what in codegen/src. A module is a file there, or a folder of that name.
const IMPORTS: &[Rule] = &[
    Rule {
        names: &["proc_macro2::", "quote!", "quote::", "syn::"],
        allowed: |module| ["sections", "codecs", "rt", "words", "output", "text"].contains(&module),
        why: "tokens stay in sections, codecs, rt, words, output and text",
    },
    Rule {
        names: &["pulldown_cmark::", "Literal::string", "#[doc = #"],
        allowed: |module| module == "text",
        why: "what a model says is printed by text, which knows how",
    },
    Rule { names: &["prettyplease::"], allowed: |module| module == "output", why: "formatting is output's" },
    Rule {
        names: &["std::env::", "std::fs", "std::net", "std::process", "std::thread", "std::time"],
        allowed: |module| module == "driver",
        why: "files and clocks are the driver's; the same input gives the same bytes",
    },
    Rule {
        names: &["crate::model", "crate::resolve", "crate::syntax", "crate::traits", "crate::transforms"],
        allowed: |module| !["ir", "sections", "codecs", "rt", "words", "output", "text"].contains(&module),
        why: "a template cannot ask the model a question",
    },
    Rule {
        names: &["crate::ir"],
        allowed: |module| !["syntax", "model", "resolve", "selectors", "checks", "transforms"].contains(&module),
        why: "the model knows nothing of what it is lowered to",
    },
    Rule {
        names: &["HashMap", "HashSet"],
        // What these print may hold one; `use_of_hash_maps` looks at what they use.
        allowed: |module| ["sections", "codecs", "words", "output"].contains(&module),
        why: "iteration has to have an order: BTreeMap or IndexMap",
    },
];

/// Who may name what in runtime/src.
const RUNTIME_IMPORTS: &[Rule] = &[
    Rule {
        names: &["crate::client"],
        allowed: |module| ["customize", "paginator", "waiter", "sdk", "lib"].contains(&module),
        why: "only what makes calls knows the client; `service` is what the others need",
    },
    Rule {
        names: &["crate::cbor", "crate::json", "crate::query", "crate::xml"],
        allowed: |module| ["cbor", "json", "query", "xml", "protocol", "protocol_test", "lib"].contains(&module),
        why: "HTTP and events take a body of any format, by `format`",
    },
    Rule {
        names: &["crate::config"],
        allowed: |module| ["client", "customize", "config", "lib"].contains(&module),
        why: "a setting is where it is read",
    },
    Rule {
        names: &["crate::sdk"],
        allowed: |module| module == "macros",
        why: "`sdk` shows what the others have to the emitted crates",
    },
];

struct Rule {
    /// Beginnings of paths, or words.
    names: &'static [&'static str],
    allowed: fn(&str) -> bool,
    why: &'static str,
}

#[test]
fn every_file_says_what_it_is_for() {
    let wrong = files(&OURS, &["rs"]).into_iter().filter(|(_, text)| !text.starts_with("//! "));
    assert_none(wrong.map(|(path, _)| format!("{path}: does not begin with `//! `")));
}

#[test]
fn modules_of_the_generator_know_only_what_they_may() {
    check_imports("codegen/src", IMPORTS);
}

#[test]
fn modules_of_the_runtime_know_only_what_they_may() {
    check_imports("runtime/src", RUNTIME_IMPORTS);
}

#[track_caller]
fn check_imports(source: &str, rules: &[Rule]) {
    let mut wrong = Vec::new();
    // Tests may put together what the code may not.
    let files = files(&[source], &["rs"]).into_iter().filter(|(path, _)| !path.ends_with("/tests.rs"));
    for (path, text) in files {
        let module = path.trim_start_matches(source).trim_start_matches('/').split(['/', '.']).next();
        let module = module.unwrap_or_default();
        for (number, line) in code_lines(before_tests(&text)) {
            for rule in rules.iter().filter(|rule| !(rule.allowed)(module)) {
                if let Some(name) = rule.names.iter().find(|name| names(&line, name)) {
                    wrong.push(format!("{path}:{number}: `{name}` in `{module}`: {}", rule.why));
                }
            }
        }
    }
    assert_none(wrong);
}

/// What a name means is decided in lower, where the model is; a template has a field for it.
#[test]
fn templates_compare_nothing_with_a_literal() {
    let prints = ["sections", "codecs", "rt", "words"];
    let mut wrong = Vec::new();
    for (path, text) in files(&["codegen/src"], &["rs"]) {
        let module = path.trim_start_matches("codegen/src/").split(['/', '.']).next().unwrap_or_default();
        if !prints.contains(&module) || path.ends_with("/tests.rs") {
            continue;
        }
        for (number, _) in code_lines(before_tests(&text)).filter(|(_, line)| compares_with_literal(line)) {
            wrong.push(format!("{path}:{number}: compares with a literal: let lower decide, as a field of the ir"));
        }
    }
    assert_none(wrong);
}

#[test]
fn a_comparison_with_a_literal_is_found() {
    assert!(compares_with_literal("    if operation.name == \"New\" {"));
    assert!(compares_with_literal("    let other = name != \"New\";"));
    assert!(!compares_with_literal("    let name = \"New\";"));
    assert!(!compares_with_literal("    if name == other {"));
}

/// A misspelled id finds nothing, and nobody hears of it.
#[test]
fn ids_of_traits_are_constants() {
    // A whole literal: a namespace, and the name of a shape that is not made from parts.
    let is_id = |text: &str| {
        let name = text.split_once('#').map(|(_, name)| name).unwrap_or_default();
        let is_known = text.starts_with("smithy.") || text.starts_with("aws.");
        is_known && !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
    };
    let is_id = |line: &str| line.split('"').skip(1).step_by(2).any(is_id);
    let mut wrong = Vec::new();
    for (path, text) in files(&["codegen/src"], &["rs"]) {
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        let is_theirs = path.ends_with("model/ids.rs") || path.ends_with("/tests.rs") || path.contains("/internals");
        let lines = code_lines(code).filter(|(_, line)| !is_theirs && is_id(line));
        wrong.extend(lines.map(|(number, line)| format!("{path}:{number}: an id is in model/ids.rs: {}", line.trim())));
    }
    assert_none(wrong);
}

#[test]
fn use_of_hash_maps() {
    let is_used = |line: &str| ["HashMap::", "HashSet::", "HashMap<_", "HashSet<_"].iter().any(|it| line.contains(it));
    let wrong = files(&["codegen/src"], &["rs"]).into_iter().flat_map(|(path, text)| {
        let lines: Vec<String> = code_lines(&text)
            .filter(|(_, line)| is_used(line) || (line.starts_with("use ") && names(line, "HashMap")))
            .map(|(number, _)| format!("{path}:{number}: iteration has to have an order: BTreeMap or IndexMap"))
            .collect();
        lines
    });
    assert_none(wrong);
}

#[test]
fn emitted_files_are_marked_and_know_no_machine() {
    let root = root().display().to_string();
    let emitted = files(&["generated"], &["rs", "toml"]);
    assert!(emitted.iter().any(|(path, _)| path == "generated/src/lib.rs"), "generated/ is empty");
    let mut wrong = Vec::new();
    for (path, text) in emitted {
        let first = text.lines().next().unwrap_or_default();
        if first.trim_start_matches(['/', '#', ' ']) != "@generated by whitesmith; do not edit." {
            wrong.push(format!("{path}:1: does not carry the header"));
        }
        for (number, line) in (1..).zip(text.lines()) {
            let is_absolute_dependency = path.ends_with(".toml")
                && line.split("path = \"").nth(1).is_some_and(|path| Path::new(path).is_absolute());
            if is_absolute_dependency || line.contains(&root) {
                wrong.push(format!("{path}:{number}: holds an absolute path"));
            }
        }
    }
    assert_none(wrong);
}

/// What two programs need is a library, not a file that both compile.
#[test]
fn a_module_is_compiled_once() {
    let wrong = files(&["codegen", "runtime", "xtask"], &["rs"]).into_iter().flat_map(|(path, text)| {
        let lines: Vec<String> = code_lines(&text)
            .filter(|(_, line)| line.trim_start().starts_with("#[path"))
            .map(|(number, _)| format!("{path}:{number}: a module is in its own file, in one package"))
            .collect();
        lines
    });
    assert_none(wrong);
}

/// The corpora check rules too, but not every machine has them.
#[test]
fn every_rule_has_a_fixture() {
    let rules: String = files(&["codegen/src/checks"], &["rs"]).into_iter().map(|(_, text)| text).collect();
    let rules = rules.split_whitespace().collect::<Vec<_>>().join(" ");
    let fixtures = files(&["tests/diagnostics"], &["smithy", "snap"]);
    let is_shown = |id: &str| fixtures.iter().any(|(_, text)| text.contains(&format!("[{id}")));
    let ids: Vec<&str> = rules.split("Check { id: \"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(ids.len() > 100, "the lists of rules look different than this test thinks");
    assert_none(ids.into_iter().filter(|id| !is_shown(id)).map(|id| format!("no fixture shows an event `{id}`")));
}

#[test]
fn lines_end_where_they_end() {
    let folders = ["codegen", "fuzz", "generated", "model", "runtime", "tests", "xtask", ".cargo"];
    let mut texts = files(&folders, &["md", "rs", "smithy", "toml", "txt"]);
    texts.extend(documents());
    let mut wrong = Vec::new();
    for (path, text) in texts {
        let trailing = (1..).zip(text.split('\n')).filter(|(_, line)| line.ends_with([' ', '\t', '\r']));
        wrong.extend(trailing.map(|(number, _)| format!("{path}:{number}: white space at the end of the line")));
        if !text.ends_with('\n') || text.ends_with("\n\n") {
            wrong.push(format!("{path}: has to end with one line break"));
        }
    }
    assert_none(wrong);
}

/// The first build takes a minute, in which cargo says what it does; optimised, it would
/// take four.
#[test]
fn the_first_build_is_short_and_not_silent() {
    let read = |path: &str| fs::read_to_string(root().join(path)).expect("it is part of the repository");
    let config = read(".cargo/config.toml");
    let alias = config.lines().find(|line| line.starts_with("xtask = ")).unwrap_or_default();
    assert!(alias.contains("run ") && !alias.contains("-q"), "{alias}");
    assert!(!read("Cargo.toml").contains("[profile.dev"), "what is optimised takes longer to build");
}

#[test]
fn links_between_documents_lead_somewhere() {
    let mut wrong = Vec::new();
    for (path, text) in documents() {
        let folder = root().join(&path).parent().map(Path::to_path_buf).unwrap_or_default();
        for (number, line) in (1..).zip(text.lines()) {
            for target in line.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
                let file = target.split('#').next().unwrap_or_default();
                if !(file.is_empty() || target.contains("://") || folder.join(file).exists()) {
                    wrong.push(format!("{path}:{number}: nothing is at `{target}`"));
                }
            }
        }
    }
    assert_none(wrong);
}

/// A block of a document that begins with `// generated/..` is an excerpt of that file:
/// its lines stand there in this order, with others between them where it says `// ...`.
#[test]
fn excerpts_in_documents_are_what_is_emitted() {
    let mut wrong = Vec::new();
    for (path, text) in documents() {
        for block in text.split("```rust\n").skip(1).filter_map(|rest| rest.split("\n```").next()) {
            let mut lines = block.lines();
            let Some(source) = lines.next().and_then(|line| line.strip_prefix("// generated/")) else { continue };
            let emitted = fs::read_to_string(root().join("generated").join(source)).unwrap_or_default();
            let mut rest = emitted.lines();
            for line in lines.filter(|line| !line.trim().is_empty() && line.trim() != "// ...") {
                if !rest.any(|emitted| emitted == line) {
                    wrong.push(format!("{path}: generated/{source} does not have, or not there: {line}"));
                    break;
                }
            }
        }
    }
    assert_none(wrong);
}

/// What is committed in generated/ is what the generator makes of model/.
#[test]
fn generated_crates_are_up_to_date() -> Result<(), driver::Error> {
    let mut wrong = String::new();
    let reports = driver::run(&root().join(driver::MANIFEST), Mode::Check)?;
    for report in reports.iter().filter(|report| !report.changes.is_empty()) {
        wrong.push_str(&report.difference(&mut DiffLimit::default()));
    }
    assert!(wrong.is_empty(), "run `cargo xtask codegen`:\n{wrong}");
    Ok(())
}

#[track_caller]
fn assert_none(wrong: impl IntoIterator<Item = String>) {
    let wrong: Vec<String> = wrong.into_iter().collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_path_buf).unwrap_or_default()
}

/// The documents, those that people read first at the front.
fn documents() -> Vec<(String, String)> {
    let at_root = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].into_iter().map(|path| {
        let text = fs::read_to_string(root().join(path));
        (path.to_owned(), text.unwrap_or_else(|error| panic!("{path}: {error}")))
    });
    at_root.chain(files(&["codegen", "model", "runtime", "tests", "xtask"], &["md"])).collect()
}

/// Path and text of the files of these kinds below the folders, sorted.
fn files(folders: &[&str], extensions: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for folder in folders {
        collect(&root().join(folder), extensions, &mut found);
    }
    found.sort();
    found
}

fn collect(folder: &Path, extensions: &[&str], found: &mut Vec<(String, String)>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            // Somebody may build in one of these packages by itself.
            if !path.ends_with("target") {
                collect(&path, extensions, found);
            }
        } else if path.extension().is_some_and(|extension| extensions.iter().any(|known| extension == *known)) {
            let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            let shown = path.strip_prefix(root()).unwrap_or(&path).display().to_string().replace('\\', "/");
            found.push((shown, text));
        }
    }
}

fn compares_with_literal(line: &str) -> bool {
    ["== \"", "!= \""].iter().any(|comparison| line.contains(comparison))
}

/// A file without the module of its tests.
fn before_tests(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default()
}

/// Lines with their numbers, without comments. `use crate::{a, b}` becomes
/// `use crate::{crate::a, crate::b}`, so that a path is found either way.
fn code_lines(text: &str) -> impl Iterator<Item = (usize, String)> + '_ {
    (1..).zip(text.lines()).map(|(number, line)| {
        let code = line.split("//").next().unwrap_or_default();
        let code = match code.split_once("use crate::{") {
            Some((before, group)) => format!("{before}use crate::{{crate::{}", group.replace(", ", ", crate::")),
            None => code.to_owned(),
        };
        (number, code)
    })
}

/// Whether the line has the name, and not as a part of a longer one.
fn names(line: &str, name: &str) -> bool {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(name).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + name.len()..].chars().next();
        let ends = !name.ends_with(is_word) || !after.is_some_and(is_word);
        ends && !before.is_some_and(is_word)
    })
}

#[test]
fn a_name_is_found_where_it_is_meant() {
    let found = |line: &str, name| code_lines(line).any(|(_, line)| names(&line, name));
    assert!(found("use crate::model::Kind;", "crate::model"));
    assert!(found("use crate::{ir, model};", "crate::model"));
    assert!(found("    let x = syn::parse2(tokens);", "syn::"));
    assert!(!found("use crate::modeled::X;", "crate::model"));
    assert!(!found("// crate::model", "crate::model"));
    assert!(!found("use crate::async_syn::X;", "syn::"));
}
