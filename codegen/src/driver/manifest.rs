//! In: `whitesmith.toml`. Out: the crates that it lists. Paths in it are
//! relative to the manifest.

use std::fs;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

use super::{CrateSpec, Error, Runtime};
use crate::suggest;

const KEYS: [&str; 9] =
    ["models", "operations", "out", "package", "protocol", "protocol-tests", "runtime", "service", "version"];

pub(super) fn read(manifest: &Path) -> Result<Vec<CrateSpec>, Error> {
    let text = fs::read_to_string(manifest).map_err(|error| {
        Error::Usage(format!(
            "cannot read the manifest `{}`: {error}\nhelp: name another one with --manifest, \
             or a model: --model PATH --out DIR --package NAME",
            manifest.display()
        ))
    })?;
    let folder = manifest.parent().unwrap_or(Path::new(""));
    parse(&text, folder).map_err(|message| Error::Usage(format!("{}: {message}", manifest.display())))
}

fn parse(text: &str, folder: &Path) -> Result<Vec<CrateSpec>, String> {
    let table: Table = text.parse().map_err(|error: toml::de::Error| error.to_string().trim_end().to_owned())?;
    if let Some(key) = table.keys().find(|key| *key != "crate") {
        return Err(format!("unknown key `{key}`; the manifest is a list of [[crate]] tables"));
    }
    let crates = match table.get("crate") {
        Some(Value::Array(crates)) if !crates.is_empty() => crates,
        _ => return Err("no [[crate]] table".to_owned()),
    };
    crates
        .iter()
        .map(|entry| match entry {
            Value::Table(entry) => parse_crate(entry, folder),
            _ => Err("`crate` has to be a table: write [[crate]]".to_owned()),
        })
        .collect()
}

fn parse_crate(entry: &Table, folder: &Path) -> Result<CrateSpec, String> {
    if let Some(key) = entry.keys().find(|key| !KEYS.contains(&key.as_str())) {
        let nearest = suggest::nearest(key, KEYS);
        let hint = suggest::list(&nearest).map(|names| format!("; did you mean {names}?")).unwrap_or_default();
        return Err(format!("unknown key `{key}` in [[crate]]{hint}"));
    }
    let required = |key: &str| text(entry, key)?.ok_or_else(|| format!("[[crate]] lacks `{key}`"));
    let models = texts(entry, "models")?.ok_or("[[crate]] lacks `models`")?;
    Ok(CrateSpec {
        models: models.iter().map(|path| join(folder, path)).collect(),
        out: join(folder, &required("out")?),
        package: required("package")?,
        version: text(entry, "version")?.unwrap_or_else(|| "0.1.0".to_owned()),
        service: text(entry, "service")?,
        operations: texts(entry, "operations")?,
        protocol: text(entry, "protocol")?,
        runtime: parse_runtime(entry, folder)?,
        protocol_tests: flag(entry, "protocol-tests")?,
    })
}

fn parse_runtime(entry: &Table, folder: &Path) -> Result<Runtime, String> {
    let Some(value) = entry.get("runtime") else { return Ok(Runtime::Released) };
    let Value::Table(table) = value else {
        return Err("`runtime` has to be { path = \"..\" } or { version = \"..\" }".to_owned());
    };
    match (text(table, "path")?, text(table, "version")?) {
        (Some(path), None) => Ok(Runtime::Path(join(folder, &path))),
        (None, Some(version)) => Ok(Runtime::Version(version)),
        _ => Err("`runtime` takes either `path` or `version`".to_owned()),
    }
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
    values
        .iter()
        .map(|value| value.as_str().map(str::to_owned).ok_or_else(|| format!("`{key}` has to be a list of strings")))
        .collect::<Result<_, _>>()
        .map(Some)
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
        ];
        for (text, expected) in cases {
            assert_eq!(parse(text, Path::new("")), Err(expected.to_owned()), "{text}");
        }
    }
}
