//! In: `whitesmith.toml`, which is searched like a Cargo.toml where none is named. Out: the
//! crates that it lists. Paths in it are relative to the manifest.

use std::path::{Path, PathBuf};

use toml::{Table, Value};

use super::{regular, sources, CrateSpec, Error, Runtime};
use crate::suggest;

const KEYS: [&str; 9] =
    ["models", "operations", "out", "package", "protocol", "protocol-tests", "runtime", "service", "version"];

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
        here.display()
    )))
}

pub(super) fn read(manifest: &Path) -> Result<Vec<CrateSpec>, Error> {
    let text = regular::read_text(manifest).map_err(|error| {
        Error::Usage(format!("cannot read the manifest `{}`: {error}\n{WHAT_TO_NAME}", manifest.display()))
    })?;
    let folder = manifest.parent().unwrap_or(Path::new(""));
    parse(&text, folder).map_err(|message| Error::Usage(format!("{}: {message}", manifest.display())))
}

fn parse(text: &str, folder: &Path) -> Result<Vec<CrateSpec>, String> {
    let table: Table = text.parse().map_err(|error| syntax_error(text, &error))?;
    if let Some(key) = table.keys().find(|key| *key != "crate") {
        return Err(format!("unknown key `{}`; the manifest is a list of [[crate]] tables", key.escape_debug()));
    }
    let crates = match table.get("crate") {
        Some(Value::Array(crates)) if !crates.is_empty() => crates,
        Some(Value::Array(_)) | None => return Err("no [[crate]] table".to_owned()),
        Some(_) => return Err("`crate` has to be a list of tables: write [[crate]]".to_owned()),
    };
    crates
        .iter()
        .map(|entry| match entry {
            Value::Table(entry) => parse_crate(entry, folder),
            _ => Err("`crate` has to be a list of tables: write [[crate]]".to_owned()),
        })
        .collect()
}

/// What is no TOML, with its line if that is one that people read.
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

fn parse_crate(entry: &Table, folder: &Path) -> Result<CrateSpec, String> {
    check_keys(entry, &KEYS, "[[crate]]")?;
    let required = |key: &str| text(entry, key)?.ok_or_else(|| format!("[[crate]] lacks `{key}`"));
    let models = texts(entry, "models")?.ok_or("[[crate]] lacks `models`")?;
    if models.is_empty() {
        return Err("`models` is empty".to_owned());
    }
    Ok(CrateSpec {
        models: models.iter().map(|path| model(folder, path)).collect(),
        out: join(folder, &required("out")?),
        package: required("package")?,
        version: text(entry, "version")?,
        service: text(entry, "service")?,
        operations: texts(entry, "operations")?,
        protocol: text(entry, "protocol")?,
        runtime: parse_runtime(entry, folder)?,
        protocol_tests: flag(entry, "protocol-tests")?,
    })
}

fn check_keys(table: &Table, known: &[&str], place: &str) -> Result<(), String> {
    let Some(key) = table.keys().find(|key| !known.contains(&key.as_str())) else { return Ok(()) };
    suggest::restart();
    let hint = match suggest::list(&suggest::nearest(key, known.iter().copied())) {
        Some(nearest) => format!("; did you mean {nearest}?"),
        None => suggest::list(known).map(|known| format!("; it takes {known}")).unwrap_or_default(),
    };
    Err(format!("unknown key `{}` in {place}{hint}", key.escape_debug()))
}

fn parse_runtime(entry: &Table, folder: &Path) -> Result<Runtime, String> {
    let Some(value) = entry.get("runtime") else { return Ok(Runtime::Released) };
    let Value::Table(table) = value else {
        return Err("`runtime` has to be { path = \"..\" } or { version = \"..\" }".to_owned());
    };
    check_keys(table, &["path", "version"], "`runtime`")?;
    match (text(table, "path")?, text(table, "version")?) {
        (Some(path), None) => Ok(Runtime::Path(join(folder, &path))),
        (None, Some(version)) => Ok(Runtime::Version(version)),
        _ => Err("`runtime` takes either `path` or `version`".to_owned()),
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

fn text(table: &Table, key: &str) -> Result<Option<String>, String> {
    match table.get(key) {
        None => Ok(None),
        Some(Value::String(text)) if text.is_empty() => Err(format!("`{key}` is empty")),
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(_) => Err(format!("`{key}` has to be a string")),
    }
}

fn flag(table: &Table, key: &str) -> Result<bool, String> {
    match table.get(key) {
        None => Ok(false),
        Some(Value::Boolean(value)) => Ok(*value),
        Some(_) => Err(format!("`{key}` has to be true or false")),
    }
}

fn texts(table: &Table, key: &str) -> Result<Option<Vec<String>>, String> {
    let Some(value) = table.get(key) else { return Ok(None) };
    let Value::Array(values) = value else { return Err(format!("`{key}` has to be a list of strings")) };
    let text = |value: &Value| match value.as_str() {
        None => Err(format!("`{key}` has to be a list of strings")),
        Some("") => Err(format!("an entry of `{key}` is empty")),
        Some(text) => Ok(text.to_owned()),
    };
    values.iter().map(text).collect::<Result<_, _>>().map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_is_read_relative_to_the_manifest() {
        let text = "[[crate]]\nmodels = [\"a.smithy\", \"b\"]\nout = \"../generated\"\npackage = \"x\"\nprotocol = \"restXml\"\n";
        let specs = parse(text, Path::new("model")).unwrap_or_default();
        assert_eq!(specs[0].models, [PathBuf::from("model/a.smithy"), PathBuf::from("model/b")]);
        assert_eq!(specs[0].out, PathBuf::from("generated"));
        assert_eq!(specs[0].protocol.as_deref(), Some("restXml"));
        assert_eq!(specs[0].runtime, Runtime::Released);
    }

    #[test]
    fn mistakes_are_named() {
        let cases = [
            ("", "no [[crate]] table"),
            ("[[crates]]\n", "unknown key `crates`; the manifest is a list of [[crate]] tables"),
            ("[[crate]]\nmodel = \"a\"\n", "unknown key `model` in [[crate]]; did you mean `models`?"),
            ("[[crate]]\nmodels = [\"a\"]\n", "[[crate]] lacks `out`"),
            ("[[crate]]\nmodels = \"a\"\n", "`models` has to be a list of strings"),
            ("[[crate]]\nmodels = [1]\n", "`models` has to be a list of strings"),
            ("[[crate]]\nmodels = []\n", "`models` is empty"),
            ("[[crate]]\nmodels = [\"\"]\n", "an entry of `models` is empty"),
            ("[[crate]]\nmodels = [\"a\"]\nout = \"\"\n", "`out` is empty"),
            ("[[crate]]\nmodels = [\"a\"]\nout = 1\n", "`out` has to be a string"),
            ("crate = 1\n", "`crate` has to be a list of tables: write [[crate]]"),
            ("[crate]\n", "`crate` has to be a list of tables: write [[crate]]"),
            ("crate = [1]\n", "`crate` has to be a list of tables: write [[crate]]"),
            ("crate = []\n", "no [[crate]] table"),
        ];
        for (text, expected) in cases {
            assert_eq!(parse(text, Path::new("")), Err(expected.to_owned()), "{text}");
        }
        let rest = [
            ("runtime = \"0.1\"", "`runtime` has to be { path = \"..\" } or { version = \"..\" }"),
            ("runtime = {}", "`runtime` takes either `path` or `version`"),
            ("runtime = { path = \"a\", version = \"1\" }", "`runtime` takes either `path` or `version`"),
            ("runtime = { paht = \"a\" }", "unknown key `paht` in `runtime`; it takes `path` or `version`"),
            ("runtime = { version = 1 }", "`version` has to be a string"),
            ("protocol-tests = \"yes\"", "`protocol-tests` has to be true or false"),
            ("operations = \"Get\"", "`operations` has to be a list of strings"),
            ("version = 1.0", "`version` has to be a string"),
            ("version = \"\"", "`version` is empty"),
        ];
        for (line, expected) in rest {
            let text = format!("[[crate]]\nmodels = [\"a\"]\nout = \"b\"\npackage = \"c\"\n{line}\n");
            assert_eq!(parse(&text, Path::new("")), Err(expected.to_owned()), "{line}");
        }
    }

    #[test]
    fn a_long_line_is_not_repeated() {
        for text in [format!("\na = {}", "[".repeat(100_000)), format!("\nb = \"{}", "x".repeat(100_000))] {
            let message = parse(&text, Path::new("")).err().unwrap_or_default();
            assert!(
                message.starts_with("TOML parse error at line 2, column ") && message.len() < 300,
                "{message:.300}"
            );
        }
        let message = parse("a = 1 2\n", Path::new("")).err().unwrap_or_default();
        assert!(message.contains("1 | a = 1 2\n"), "{message}");
    }

    #[test]
    fn a_model_of_a_manifest_is_a_file() {
        let text = "[[crate]]\nmodels = [\"-\", \"./-\"]\nout = \"b\"\npackage = \"c\"\n";
        let specs = parse(text, Path::new("")).unwrap_or_default();
        assert_eq!(specs[0].models, [PathBuf::from("./-"), PathBuf::from("./-")]);
    }
}
