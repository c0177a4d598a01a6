//! In: a model. Out: the crate that is emitted for it, to be compared with another one.

use std::collections::{BTreeMap, BTreeSet};

use whitesmith_codegen::{generate, Options, Runtime, Sources};

use super::judge;

/// An emitted crate.
#[derive(Debug)]
pub(crate) struct Crate {
    pub(crate) files: BTreeMap<String, String>,
}

impl Crate {
    /// Generates with the tests of the model; the text of the errors if there are some.
    pub(crate) fn generate(model: &str) -> Result<Self, String> {
        let mut sources = Sources::new();
        sources.add("model.json", model);
        let options = Options {
            package: "texts".to_owned(),
            version: "0.1.0".to_owned(),
            runtime: Runtime::Path("../runtime".into()),
            protocol_tests: true,
            ..Options::default()
        };
        let generated = generate(&sources, &options);
        if generated.diagnostics.has_errors() {
            return Err(generated.diagnostics.render_text(&sources, false));
        }
        Ok(Self { files: generated.tree })
    }

    /// The same files, with the same tokens in them but for literals and docs.
    #[track_caller]
    pub(crate) fn assert_like(&self, baseline: &Self, what: &str) {
        self.assert_same(baseline, what, judge::skeleton);
    }

    /// The same files, with the same items in them.
    #[track_caller]
    pub(crate) fn assert_same_items(&self, baseline: &Self, what: &str) {
        self.assert_same(baseline, what, |text| items(&judge::skeleton(text)));
    }

    #[track_caller]
    fn assert_same(&self, baseline: &Self, what: &str, shape: impl Fn(&str) -> String) {
        let paths: Vec<&String> = self.files.keys().collect();
        assert_eq!(paths, baseline.files.keys().collect::<Vec<_>>(), "{what}");
        for (path, text) in self.files.iter().filter(|(path, text)| baseline.files[*path] != **text) {
            let (what, baseline) = (format!("{what}: {path}"), &baseline.files[path]);
            if path.ends_with(".toml") {
                assert_eq!(judge::hidden(text), None, "{what}:\n{text}");
                assert_eq!(keys(text), keys(baseline), "{what}:\n{text}");
            } else {
                judge::assert_like(text, baseline, &what, &shape);
            }
        }
    }

    /// The docs of all items that say nothing of other items, with our own examples
    /// marked as not to be compiled, and how many of these there are.
    pub(crate) fn docs_by_themselves(&self) -> (Vec<String>, usize) {
        let mut docs = Vec::new();
        let mut examples = 0;
        for (path, text) in self.files.iter().filter(|(path, _)| path.ends_with(".rs")) {
            for block in judge::blocks(text) {
                let text = block.join("\n");
                let is_own = ["](crate::", "](field@", "](struct@", "[`"].iter().any(|link| text.contains(link));
                if is_own || path.starts_with("src/protocol_tests") {
                    continue;
                }
                examples += text.matches("\n ```no_run\n").count();
                let lines = text.replace("\n ```no_run\n", "\n ```ignore\n");
                docs.push(lines.lines().map(|line| format!("///{line}\n")).collect());
            }
        }
        (docs, examples)
    }
}

/// The keys of a manifest, with their tables.
fn keys(manifest: &str) -> BTreeSet<String> {
    fn collect(before: &str, table: &toml::Table, keys: &mut BTreeSet<String>) {
        for (key, value) in table {
            let path = format!("{before}.{key}");
            if let toml::Value::Table(table) = value {
                collect(&path, table, keys);
            }
            keys.insert(path);
        }
    }
    let mut found = BTreeSet::new();
    let table: toml::Table = manifest.parse().unwrap_or_else(|error| panic!("{error}\n{manifest}"));
    collect("", &table, &mut found);
    found
}

/// What the items of a file are called, and where they begin.
fn items(skeleton: &str) -> String {
    const KEYWORDS: [&str; 10] = ["const", "enum", "fn", "impl", "mod", "static", "struct", "trait", "type", "use"];
    let lines: Vec<&str> = skeleton.lines().collect();
    lines.windows(2).filter(|pair| KEYWORDS.contains(&pair[0])).map(|pair| format!("{}\n", pair.join(" "))).collect()
}
