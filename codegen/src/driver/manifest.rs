//! In: `whitesmith.toml`, which is searched like a Cargo.toml where none is named. Out: the
//! crates that it lists. Paths in it are relative to the manifest.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use toml::de::{DeTable, DeValue};
use toml::Spanned;

use super::{regular, shown, sources, CrateSpec, Error, Runtime};
use crate::diagnostics::Form;
use crate::{suggest, Places, Sources, Span};

const KEYS: [&str; 11] = [
    "models",
    "operations",
    "out",
    "package",
    "presign",
    "protocol",
    "protocol-tests",
    "request-id-header",
    "runtime",
    "service",
    "version",
];

const WHAT_TO_NAME: &str = "help: name a manifest: --manifest FILE, or a model: --model PATH --out DIR --package NAME";

/// The manifest of the working directory or of the nearest folder above it that has one.
pub(super) fn find() -> Result<PathBuf, Error> {
    let failed = |error| Error::Usage(format!("there is no working directory: {error}"));
    let here = std::env::current_dir().map_err(failed)?;
    // Relative paths, so that messages have no more of them than they need.
    let mut up = PathBuf::new();
    for _ in here.ancestors() {
        let manifest = up.join(super::MANIFEST);
        if manifest.exists() {
            return Ok(manifest);
        }
        up.push("..");
    }
    Err(Error::Usage(format!(
        "there is no `{}` in `{}` or in a folder above it\n{WHAT_TO_NAME}",
        super::MANIFEST,
        shown(&here)
    )))
}

pub(super) fn read(manifest: &Path) -> Result<Vec<CrateSpec>, Error> {
    let text = regular::read_text(manifest).map_err(|error| {
        Error::Usage(format!("cannot read the manifest `{}`: {error}\n{WHAT_TO_NAME}", shown(manifest)))
    })?;
    parse(&text, manifest).map_err(|mistake| {
        let line = mistake.at.map(|at| format!(":{}", line_of(&text, at))).unwrap_or_default();
        Error::Usage(format!("{}{line}: {}", shown(manifest), mistake.message))
    })
}

/// The line of a byte, counted from 1.
fn line_of(text: &str, at: usize) -> usize {
    let before = text.as_bytes().get(..at).unwrap_or_default();
    1 + before.iter().filter(|byte| **byte == b'\n').count()
}

/// Where a manifest describes a crate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    manifest: PathBuf,
    text: Arc<str>,
    /// The table.
    entry: Range<usize>,
    /// The values, by their keys.
    values: BTreeMap<&'static str, Range<usize>>,
    /// The operations, each without the spaces around it.
    operations: BTreeMap<String, Range<usize>>,
    /// The operations to presign, as well.
    presign: BTreeMap<String, Range<usize>>,
}

impl Origin {
    fn of(entry: &Table<'_>, span: Range<usize>, text: &Arc<str>, manifest: &Path) -> Self {
        let value = |key: &'static str| Some((key, entry.get(key)?.span()));
        let listed = |key: &str| {
            let values = entry.get(key).and_then(|value| value.get_ref().as_array()).into_iter().flatten();
            values.filter_map(|value| Some((value.get_ref().as_str()?.trim().to_owned(), value.span()))).collect()
        };
        Self {
            manifest: manifest.to_path_buf(),
            text: Arc::clone(text),
            // Of a table with a header, the header.
            entry: span.start..text[span.clone()].find('\n').map_or(span.end, |length| span.start + length),
            values: KEYS.into_iter().filter_map(value).collect(),
            operations: listed("operations"),
            presign: listed("presign"),
        }
    }

    /// `model/whitesmith.toml:7`: the line of a value, or that of the crate if it has none.
    pub(super) fn line(&self, key: &str) -> String {
        let range = self.values.get(key).unwrap_or(&self.entry);
        format!("{}:{}", shown(&self.manifest), line_of(&self.text, range.start))
    }

    /// Adds the manifest to the texts that messages point into.
    pub(super) fn places(&self, sources: &mut Sources) -> Places {
        let source = sources.add_as(sources::display_name(&self.manifest), &*self.text, Form::Manifest);
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let span = |range: &Range<usize>| Span { source, start: offset(range.start), end: offset(range.end) };
        Places {
            entry: span(&self.entry),
            service: self.values.get("service").map(span),
            operations: self.operations.iter().map(|(name, range)| (name.clone(), span(range))).collect(),
            protocol: self.values.get("protocol").map(span),
            presign: self.presign.iter().map(|(name, range)| (name.clone(), span(range))).collect(),
            request_id_header: self.values.get("request-id-header").map(span),
        }
    }
}

/// What is wrong with a manifest.
#[derive(Debug, PartialEq, Eq)]
struct Mistake {
    message: String,
    /// The byte where it is; None if the whole manifest is wrong, or the message has the place.
    at: Option<usize>,
}

impl Mistake {
    fn new(message: impl Into<String>, at: impl Into<Option<usize>>) -> Self {
        Self { message: message.into(), at: at.into() }
    }
}

/// What is not TOML, with its line if that is one that people read.
fn syntax_error(text: &str, error: &toml::de::Error) -> String {
    const LONGEST: usize = 200;
    let shown = error.to_string();
    if shown.lines().all(|line| line.len() <= LONGEST) {
        return shown.trim_end().to_owned();
    }
    let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    let message: String = error.message().lines().next().unwrap_or_default().chars().take(LONGEST).collect();
    format!("TOML parse error at line {line}, column {column}: {message}")
}

type Table<'t> = DeTable<'t>;
type Value<'t> = Spanned<DeValue<'t>>;

fn parse(text: &str, manifest: &Path) -> Result<Vec<CrateSpec>, Mistake> {
    // This error shows the line. That of the parser that keeps the places does not.
    text.parse::<toml::Table>().map_err(|error| Mistake::new(syntax_error(text, &error), None))?;
    let table = DeTable::parse(text).map_err(|error| Mistake::new(error.to_string().trim_end(), None))?;
    let table = table.get_ref();
    if let Some(key) = table.keys().find(|key| key.get_ref() != "crate") {
        let message =
            format!("unknown key `{}`; the manifest is a list of [[crate]] tables", key.get_ref().escape_debug());
        return Err(Mistake::new(message, key.span().start));
    }
    let no_list =
        |value: &Value<'_>| Mistake::new("`crate` must be a list of tables: write [[crate]]", value.span().start);
    let Some(value) = table.get("crate") else { return Err(Mistake::new(NO_CRATE, None)) };
    let crates = value.get_ref().as_array().ok_or_else(|| no_list(value))?;
    if crates.is_empty() {
        return Err(Mistake::new(NO_CRATE, value.span().start));
    }
    let shared: Arc<str> = text.into();
    let parse_entry = |value: &Value<'_>| {
        let entry = value.get_ref().as_table().ok_or_else(|| no_list(value))?;
        parse_crate(entry, Origin::of(entry, value.span(), &shared, manifest))
    };
    crates.iter().map(parse_entry).collect()
}

const NO_CRATE: &str = "the manifest has no [[crate]] table";

fn parse_crate(entry: &Table<'_>, origin: Origin) -> Result<CrateSpec, Mistake> {
    check_keys(entry, &KEYS, "[[crate]]")?;
    let folder = origin.manifest.parent().unwrap_or(Path::new(""));
    let missing = |key: &str| Mistake::new(format!("[[crate]] requires `{key}`"), origin.entry.start);
    let required = |key: &str| text(entry, key)?.ok_or_else(|| missing(key));
    let models = texts(entry, "models")?.ok_or_else(|| missing("models"))?;
    if models.is_empty() {
        return Err(Mistake::new("`models` is empty", entry.get("models").map(|value| value.span().start)));
    }
    Ok(CrateSpec {
        models: models.iter().map(|path| model(folder, path)).collect(),
        out: join(folder, &required("out")?),
        package: required("package")?,
        version: text(entry, "version")?,
        service: text(entry, "service")?,
        operations: texts(entry, "operations")?,
        protocol: text(entry, "protocol")?,
        presign: texts(entry, "presign")?.unwrap_or_default(),
        request_id_header: text(entry, "request-id-header")?,
        runtime: parse_runtime(entry, folder)?,
        protocol_tests: flag(entry, "protocol-tests")?,
        origin: Some(origin),
    })
}

fn check_keys(table: &Table<'_>, known: &[&'static str], place: &str) -> Result<(), Mistake> {
    let Some(key) = table.keys().find(|key| !known.contains(&key.get_ref().as_ref())) else { return Ok(()) };
    let hint = match suggest::list(&suggest::nearest_word(key.get_ref(), known.iter().copied())) {
        Some(nearest) => format!("; did you mean {nearest}?"),
        None => suggest::list(known).map(|known| format!("; expected {known}")).unwrap_or_default(),
    };
    let message = format!("unknown key `{}` in {place}{hint}", key.get_ref().escape_debug());
    Err(Mistake::new(message, key.span().start))
}

fn parse_runtime(entry: &Table<'_>, folder: &Path) -> Result<Runtime, Mistake> {
    let Some(value) = entry.get("runtime") else { return Ok(Runtime::Released) };
    let wrong = |message: &str| Mistake::new(message, value.span().start);
    let table = value.get_ref().as_table();
    let table = table.ok_or_else(|| wrong("`runtime` must be { path = \"..\" } or { version = \"..\" }"))?;
    check_keys(table, &["path", "version"], "`runtime`")?;
    match (text(table, "path")?, text(table, "version")?) {
        (Some(path), None) => Ok(Runtime::Path(join(folder, &path))),
        (None, Some(version)) => Ok(Runtime::Version(version)),
        _ => Err(wrong("`runtime` requires either `path` or `version`")),
    }
}

/// A manifest has no standard input: `-` is a file.
fn model(folder: &Path, path: &str) -> PathBuf {
    let joined = join(folder, path);
    if joined.as_os_str() == sources::STDIN {
        return Path::new(".").join(joined);
    }
    joined
}

/// `a/../b` stays readable as `b`.
fn join(folder: &Path, path: &str) -> PathBuf {
    let mut joined = folder.to_path_buf();
    for part in Path::new(path).components() {
        match part {
            std::path::Component::ParentDir if joined.file_name().is_some() => {
                joined.pop();
            }
            std::path::Component::CurDir => {}
            part => joined.push(part),
        }
    }
    joined
}

fn text(table: &Table<'_>, key: &str) -> Result<Option<String>, Mistake> {
    let Some(value) = table.get(key) else { return Ok(None) };
    match value.get_ref().as_str() {
        None => Err(Mistake::new(format!("`{key}` must be a string"), value.span().start)),
        Some("") => Err(Mistake::new(format!("`{key}` is empty"), value.span().start)),
        Some(text) => Ok(Some(text.to_owned())),
    }
}

fn flag(table: &Table<'_>, key: &str) -> Result<bool, Mistake> {
    let Some(value) = table.get(key) else { return Ok(false) };
    value.get_ref().as_bool().ok_or_else(|| Mistake::new(format!("`{key}` must be true or false"), value.span().start))
}

fn texts(table: &Table<'_>, key: &str) -> Result<Option<Vec<String>>, Mistake> {
    let Some(value) = table.get(key) else { return Ok(None) };
    let no_list = |value: &Value<'_>| Mistake::new(format!("`{key}` must be a list of strings"), value.span().start);
    let text = |value: &Value<'_>| match value.get_ref().as_str() {
        None => Err(no_list(value)),
        Some("") => Err(Mistake::new(format!("an entry of `{key}` is empty"), value.span().start)),
        Some(text) => Ok(text.to_owned()),
    };
    let values = value.get_ref().as_array().ok_or_else(|| no_list(value))?;
    values.iter().map(text).collect::<Result<_, _>>().map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_is_read_relative_to_the_manifest() {
        let text = "[[crate]]\nmodels = [\"a.smithy\", \"b\"]\nout = \"../generated\"\npackage = \"x\"\nprotocol = \"restXml\"\n";
        let specs = parse(text, Path::new("model/whitesmith.toml")).unwrap_or_default();
        assert_eq!(specs[0].models, [PathBuf::from("model/a.smithy"), PathBuf::from("model/b")]);
        assert_eq!(specs[0].out, PathBuf::from("generated"));
        assert_eq!(specs[0].protocol.as_deref(), Some("restXml"));
        assert_eq!(specs[0].runtime, Runtime::Released);
    }

    #[track_caller]
    fn check(text: &str, line: Option<usize>, expected: &str) {
        let found = parse(text, Path::new("whitesmith.toml"))
            .map_err(|mistake| (mistake.at.map(|at| line_of(text, at)), mistake.message));
        assert_eq!(found, Err((line, expected.to_owned())), "{text}");
    }

    #[test]
    fn mistakes_are_named() {
        let cases = [
            (None, "", "the manifest has no [[crate]] table"),
            (Some(1), "[[crates]]\n", "unknown key `crates`; the manifest is a list of [[crate]] tables"),
            (Some(2), "[[crate]]\nmodel = \"a\"\n", "unknown key `model` in [[crate]]; did you mean `models`?"),
            (Some(1), "[[crate]]\nmodels = [\"a\"]\n", "[[crate]] requires `out`"),
            (Some(2), "[[crate]]\nmodels = \"a\"\n", "`models` must be a list of strings"),
            (Some(2), "[[crate]]\nmodels = [1]\n", "`models` must be a list of strings"),
            (Some(2), "[[crate]]\nmodels = []\n", "`models` is empty"),
            (Some(2), "[[crate]]\nmodels = [\"\"]\n", "an entry of `models` is empty"),
            (Some(3), "[[crate]]\nmodels = [\"a\"]\nout = \"\"\n", "`out` is empty"),
            (Some(3), "[[crate]]\nmodels = [\"a\"]\nout = 1\n", "`out` must be a string"),
            (Some(1), "crate = 1\n", "`crate` must be a list of tables: write [[crate]]"),
            (Some(1), "[crate]\n", "`crate` must be a list of tables: write [[crate]]"),
            (Some(1), "crate = [1]\n", "`crate` must be a list of tables: write [[crate]]"),
            (Some(1), "crate = []\n", "the manifest has no [[crate]] table"),
        ];
        for (line, text, expected) in cases {
            check(text, line, expected);
        }
        let rest = [
            ("runtime = \"0.1\"", "`runtime` must be { path = \"..\" } or { version = \"..\" }"),
            ("runtime = {}", "`runtime` requires either `path` or `version`"),
            ("runtime = { path = \"a\", version = \"1\" }", "`runtime` requires either `path` or `version`"),
            ("runtime = { paht = \"a\" }", "unknown key `paht` in `runtime`; expected `path` or `version`"),
            ("runtime = { version = 1 }", "`version` must be a string"),
            ("protocol-tests = \"yes\"", "`protocol-tests` must be true or false"),
            ("operations = \"Get\"", "`operations` must be a list of strings"),
            ("version = 1.0", "`version` must be a string"),
            ("version = \"\"", "`version` is empty"),
        ];
        for (line, expected) in rest {
            let text = format!("[[crate]]\nmodels = [\"a\"]\nout = \"b\"\npackage = \"c\"\n{line}\n");
            check(&text, Some(5), expected);
        }
    }

    #[test]
    fn a_long_line_is_not_repeated() {
        for text in [format!("\na = {}", "[".repeat(100_000)), format!("\nb = \"{}", "x".repeat(100_000))] {
            let message =
                parse(&text, Path::new("whitesmith.toml")).err().map(|mistake| mistake.message).unwrap_or_default();
            assert!(
                message.starts_with("TOML parse error at line 2, column ") && message.len() < 300,
                "{message:.300}"
            );
        }
        let message =
            parse("a = 1 2\n", Path::new("whitesmith.toml")).err().map(|mistake| mistake.message).unwrap_or_default();
        assert!(message.contains("1 | a = 1 2\n"), "{message}");
    }

    #[test]
    fn a_model_of_a_manifest_is_a_file() {
        let text = "[[crate]]\nmodels = [\"-\", \"./-\"]\nout = \"b\"\npackage = \"c\"\n";
        let specs = parse(text, Path::new("whitesmith.toml")).unwrap_or_default();
        assert_eq!(specs[0].models, [PathBuf::from("./-"), PathBuf::from("./-")]);
    }
}
