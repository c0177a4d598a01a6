//! In: the text of a Cargo.toml, and which dependencies are clients of ours now. Out: the text
//! with these lines changed, and everything else as it was: comments, order, line ends.

use toml_edit::{Array, DocumentMut, InlineTable, Item, Key, Table, TableLike, Value};

/// A dependency that becomes one on a folder.
#[derive(Debug)]
pub(super) struct Change<'p> {
    /// Where it is.
    pub(super) keys: &'p [String],
    /// The folder of the client, as this file has to write it; None for a dependency whose source
    /// the workspace says.
    pub(super) path: Option<String>,
    /// Features that the client does not have.
    pub(super) dropped: Vec<String>,
}

/// A client that takes the place of an official crate everywhere.
#[derive(Debug)]
pub(super) struct Patch {
    pub(super) package: String,
    pub(super) path: String,
    /// Whether no package depends on its folder: cargo does not make it a member by itself.
    pub(super) is_alone: bool,
}

/// What says where a package is from, which is its folder now.
const SOURCES: [&str; 8] = ["version", "registry", "registry-index", "git", "branch", "tag", "rev", "path"];

/// Changes the dependencies, and adds the patches. Fails if the text is not a manifest.
pub(super) fn edit(text: &str, changes: &[Change<'_>], patches: &[Patch]) -> Result<String, String> {
    let (mark, unmarked) = match text.strip_prefix('\u{feff}') {
        Some(rest) => ("\u{feff}", rest),
        None => ("", text),
    };
    let mut document: DocumentMut = unmarked.parse().map_err(|error| format!("{error}"))?;
    for change in changes {
        let missing = || format!("there is no `{}`", change.keys.join("."));
        let (last, tables) = change.keys.split_last().ok_or_else(missing)?;
        let mut table: &mut dyn TableLike = document.as_table_mut();
        for key in tables {
            table = table.get_mut(key).and_then(Item::as_table_like_mut).ok_or_else(missing)?;
        }
        point_to(table.get_mut(last).ok_or_else(missing)?, change);
    }
    for patch in patches {
        add_patch(&mut document, patch)?;
        if patch.is_alone {
            add_member(&mut document, &patch.path);
        }
    }
    let edited = document.to_string();
    let edited = if unmarked.contains("\r\n") { with_carriage_returns(&edited) } else { edited };
    Ok(format!("{mark}{edited}"))
}

fn point_to(item: &mut Item, change: &Change<'_>) {
    let Some(path) = change.path.as_deref() else {
        if let Some(table) = item.as_table_like_mut() {
            drop_features(table, change);
        }
        return;
    };
    match item {
        Item::Value(Value::InlineTable(table)) => {
            let mut changed = InlineTable::new();
            changed.decor_mut().clone_from(table.decor());
            let kept: Vec<(String, Value)> = table.iter().map(|(key, value)| (key.to_owned(), value.clone())).collect();
            let renamed = kept.iter().filter(|(key, _)| key == "package");
            renamed.for_each(|(key, value)| drop(changed.insert(key, value.clone())));
            changed.insert("path", path.into());
            for (key, value) in kept {
                if !SOURCES.contains(&key.as_str()) && key != "package" {
                    changed.insert(&key, value);
                }
            }
            drop_features(&mut changed, change);
            changed.fmt();
            *table = changed;
        }
        Item::Table(table) => {
            replace_source(table, path);
            drop_features(table, change);
        }
        // A version, or what cargo does not take either.
        item => {
            let mut table = InlineTable::new();
            table.insert("path", path.into());
            let decor = item.as_value().map(|value| value.decor().clone());
            if let Some(decor) = decor {
                *table.decor_mut() = decor;
            }
            *item = Item::Value(Value::InlineTable(table));
        }
    }
}

/// Puts the path where the first key is that says another source.
fn replace_source(table: &mut Table, path: &str) {
    let entry = |key: &str| Some((table.key(key)?.clone(), table.get(key)?.clone()));
    let entries: Vec<(Key, Item)> = table.iter().filter_map(|(key, _)| entry(key)).collect();
    table.clear();
    for (key, item) in entries {
        if !SOURCES.contains(&key.get()) {
            table.insert_formatted(&key, item);
        } else if !table.contains_key("path") {
            let mut value = Value::from(path);
            if let Some(old) = item.as_value() {
                value.decor_mut().clone_from(old.decor());
            }
            let decors = (key.leaf_decor().clone(), key.dotted_decor().clone());
            table.insert_formatted(
                &Key::new("path").with_leaf_decor(decors.0).with_dotted_decor(decors.1),
                Item::Value(value),
            );
        }
    }
    table.entry("path").or_insert(toml_edit::value(path));
}

fn drop_features(table: &mut dyn TableLike, change: &Change<'_>) {
    let Some(features) = table.get_mut("features").and_then(Item::as_array_mut) else { return };
    features.retain(|feature| !feature.as_str().is_some_and(|it| change.dropped.iter().any(|dropped| dropped == it)));
    if features.is_empty() {
        table.remove("features");
    }
}

fn add_patch(document: &mut DocumentMut, patch: &Patch) -> Result<(), String> {
    let no_table = |key: &str| format!("`{key}` is not a table");
    let mut implicit = Table::new();
    implicit.set_implicit(true);
    let all = document.entry("patch").or_insert(Item::Table(implicit));
    let all = all.as_table_like_mut().ok_or_else(|| no_table("patch"))?;
    let registry = all.entry("crates-io").or_insert(Item::Table(Table::new()));
    let registry = registry.as_table_like_mut().ok_or_else(|| no_table("patch.crates-io"))?;
    if let Some(found) = registry.get(&patch.package) {
        let path = found.as_table_like().and_then(|table| table.get("path")).and_then(Item::as_str);
        let is_ours = path == Some(patch.path.as_str());
        return if is_ours {
            Ok(())
        } else {
            Err(format!("`patch.crates-io` has an entry for `{}` already", patch.package))
        };
    }
    let mut table = InlineTable::new();
    table.insert("path", patch.path.as_str().into());
    registry.insert(&patch.package, Item::Value(Value::InlineTable(table)));
    Ok(())
}

/// In a folder of a workspace that is not a member of it, cargo refuses to run.
fn add_member(document: &mut DocumentMut, path: &str) {
    let Some(workspace) = document.get_mut("workspace").and_then(Item::as_table_like_mut) else { return };
    let members = workspace.entry("members").or_insert(toml_edit::value(Array::new()));
    if let Some(members) = members.as_array_mut().filter(|members| !members.iter().any(|it| it.as_str() == Some(path)))
    {
        add_to_list(members, &[path.to_owned()]);
    }
}

/// What an entry of our manifest says of a client.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) model: String,
    pub(super) out: String,
    pub(super) package: String,
    pub(super) version: Option<String>,
    pub(super) service: Option<String>,
    pub(super) operations: Vec<String>,
    pub(super) runtime: Option<String>,
}

impl Entry {
    /// The table of the manifest.
    fn table(&self) -> Table {
        let mut table = Table::new();
        let texts = [("version", &self.version), ("service", &self.service)];
        table.insert("models", toml_edit::value(Array::from_iter([&self.model])));
        table.insert("out", toml_edit::value(&self.out));
        table.insert("package", toml_edit::value(&self.package));
        for (key, text) in texts {
            if let Some(text) = text {
                table.insert(key, toml_edit::value(text));
            }
        }
        table.insert("operations", toml_edit::value(one_a_line(&self.operations)));
        if let Some(runtime) = &self.runtime {
            let mut path = InlineTable::new();
            path.insert("path", runtime.as_str().into());
            table.insert("runtime", toml_edit::value(path));
        }
        table
    }

    /// The text of the table, with its header.
    pub(super) fn text(&self) -> String {
        format!("[[crate]]\n{}", self.table())
    }
}

/// A list in which an operation more or less is a line.
fn one_a_line(operations: &[String]) -> Array {
    let mut array = Array::from_iter(operations);
    array.iter_mut().for_each(|value| value.decor_mut().set_prefix("\n    "));
    array.set_trailing("\n");
    array.set_trailing_comma(true);
    array
}

/// The text of a manifest with more entries, and with more operations in some that it has.
pub(super) fn extend_manifest(text: &str, entries: &[Entry], more: &[(String, Vec<String>)]) -> Result<String, String> {
    let has_carriage_returns = text.contains("\r\n");
    let mut document: DocumentMut = text.parse().map_err(|error| format!("{error}"))?;
    for (package, operations) in more {
        let tables = document.get_mut("crate").and_then(Item::as_array_of_tables_mut);
        let entry = tables
            .into_iter()
            .flat_map(|tables| tables.iter_mut())
            .find(|table| table.get("package").and_then(Item::as_str) == Some(package));
        let list = entry.and_then(|entry| entry.get_mut("operations")).and_then(Item::as_array_mut);
        let list =
            list.ok_or_else(|| format!("the entry of `{package}` is not a [[crate]] table with `operations`"))?;
        add_to_list(list, operations);
    }
    let mut text = document.to_string();
    for entry in entries {
        if !text.is_empty() {
            text.push_str(if text.ends_with('\n') { "\n" } else { "\n\n" });
        }
        text.push_str(&entry.text());
    }
    if text.parse::<DocumentMut>().is_err() {
        return Err("`crate` is not a list of [[crate]] tables, to which one could be added".to_owned());
    }
    Ok(if has_carriage_returns { with_carriage_returns(&text) } else { text })
}

/// Lines end as Windows ends them.
fn with_carriage_returns(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\n', "\r\n")
}

/// New ones come at the end, each as the last one is.
fn add_to_list(list: &mut Array, new: &[String]) {
    let prefix = list.iter().last().and_then(|value| value.decor().prefix()?.as_str().map(str::to_owned));
    let prefix = prefix.filter(|prefix| !prefix.is_empty());
    let prefix = prefix.unwrap_or_else(|| if list.is_empty() { "" } else { " " }.to_owned());
    // Without a comma, what comes after the last one is a part of it.
    let has_comma = list.trailing_comma();
    let last = list.iter_mut().last().filter(|_| !has_comma).map(|value| {
        let suffix = value.decor().suffix().and_then(|suffix| suffix.as_str()).unwrap_or_default().to_owned();
        value.decor_mut().set_suffix("");
        suffix
    });
    let end = last.unwrap_or_else(|| list.trailing().as_str().unwrap_or_default().to_owned());
    // A comment after the last one stays with it.
    let (mut comment, rest) = match end.rsplit_once('\n') {
        Some((comment, rest)) => (comment.to_owned(), format!("\n{rest}")),
        None => (String::new(), end),
    };
    for new in new {
        let mut value = Value::from(new.as_str());
        value.decor_mut().set_prefix(format!("{}{prefix}", std::mem::take(&mut comment)));
        list.push_formatted(value);
    }
    list.set_trailing(rest);
}

/// The features that a manifest of a package declares, `default` apart.
pub(super) fn features(manifest: &str) -> Vec<String> {
    let document: Option<DocumentMut> = manifest.parse().ok();
    let features = document.as_ref().and_then(|document| document.get("features")).and_then(Item::as_table_like);
    features.into_iter().flat_map(TableLike::iter).map(|(name, _)| name.to_owned()).collect()
}

/// A package in a Cargo.lock.
#[derive(Debug)]
pub(super) struct Locked {
    pub(super) name: String,
    pub(super) version: String,
    /// Whether it is from a registry or a repository, and not a folder.
    pub(super) is_foreign: bool,
    /// Names of packages.
    pub(super) dependencies: Vec<String>,
}

/// The packages of a Cargo.lock; none if it is not one.
pub(super) fn locked(text: &str) -> Vec<Locked> {
    let document: Option<DocumentMut> = text.parse().ok();
    let packages = document.as_ref().and_then(|it| it.get("package")).and_then(Item::as_array_of_tables);
    let package = |table: &Table| {
        let text = |key: &str| table.get(key).and_then(Item::as_str).map(str::to_owned);
        let dependencies = table.get("dependencies").and_then(Item::as_array).into_iter().flatten();
        let dependencies = dependencies.filter_map(|value| value.as_str()?.split(' ').next());
        Some(Locked {
            name: text("name")?,
            version: text("version")?,
            is_foreign: table.contains_key("source"),
            dependencies: dependencies.map(str::to_owned).collect(),
        })
    };
    packages.into_iter().flat_map(|tables| tables.iter()).filter_map(package).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(before: &str, keys: &[&str], dropped: &[&str], after: &str) {
        let keys: Vec<String> = keys.iter().map(|key| (*key).to_owned()).collect();
        let dropped = dropped.iter().map(|feature| (*feature).to_owned()).collect();
        let change = Change { keys: &keys, path: Some("clients/s3".to_owned()), dropped };
        assert_eq!(edit(before, &[change], &[]).as_deref(), Ok(after));
    }

    #[test]
    fn a_dependency_keeps_all_but_its_source() {
        let keys = ["dependencies", "aws-sdk-s3"];
        check(
            "[dependencies]\n# The store.\naws-sdk-s3 = \"1\" # 1.x\nb = \"2\"\n",
            &keys,
            &[],
            "[dependencies]\n# The store.\naws-sdk-s3 = { path = \"clients/s3\" } # 1.x\nb = \"2\"\n",
        );
        check(
            "[dependencies]\naws-sdk-s3 = { version = \"1\", default-features = false, features = [\"rustls\", \"x\"], optional = true }\n",
            &keys,
            &["x"],
            "[dependencies]\naws-sdk-s3 = { path = \"clients/s3\", default-features = false, features = [\"rustls\"], optional = true }\n",
        );
        check(
            "[dependencies.aws-sdk-s3]\r\n# Why.\r\nversion = \"1\" # pinned\r\nfeatures = [\"x\"]\r\n",
            &keys,
            &["x"],
            "[dependencies.aws-sdk-s3]\r\n# Why.\r\npath = \"clients/s3\" # pinned\r\n",
        );
        check(
            "[dependencies]\naws-sdk-s3.version = \"1\"\naws-sdk-s3.optional = true\n",
            &keys,
            &[],
            "[dependencies]\naws-sdk-s3.path = \"clients/s3\"\naws-sdk-s3.optional = true\n",
        );
        check(
            "[target.'cfg(unix)'.dependencies]\ns3 = { version = \"1\", package = \"aws-sdk-s3\" }\n",
            &["target", "cfg(unix)", "dependencies", "s3"],
            &[],
            "[target.'cfg(unix)'.dependencies]\ns3 = { package = \"aws-sdk-s3\", path = \"clients/s3\" }\n",
        );
    }

    #[test]
    fn a_patch_comes_at_the_end() {
        let patch = || Patch { package: "aws-sdk-sts".to_owned(), path: "clients/sts".to_owned(), is_alone: true };
        let after = "[package]\nname = \"a\"\n\n[patch.crates-io]\naws-sdk-sts = { path = \"clients/sts\" }\n";
        assert_eq!(edit("[package]\nname = \"a\"\n", &[], &[patch()]).as_deref(), Ok(after));
        assert_eq!(edit(after, &[], &[patch()]).as_deref(), Ok(after), "it is there already");
        assert!(edit("[patch.crates-io]\naws-sdk-sts.path = \"fork\"\n", &[], &[patch()]).is_err());
        let [before, after] = ["", "\"clients/sts\""].map(|members| format!("[workspace]\nmembers = [{members}]\n"));
        let after = format!("{after}\n[patch.crates-io]\naws-sdk-sts = {{ path = \"clients/sts\" }}\n");
        assert_eq!(edit(&before, &[], &[patch()]), Ok(after));
    }

    #[test]
    fn operations_are_added_in_the_form_of_the_list() {
        let more = [("a".to_owned(), vec!["C".to_owned()])];
        for (before, after) in [
            ("operations = [\"B\"]\n", "operations = [\"B\", \"C\"]\n"),
            ("operations = [\n  \"B\", # why\n]\n", "operations = [\n  \"B\", # why\n  \"C\",\n]\n"),
            ("operations = [\n  \"B\" # why\n]\n", "operations = [\n  \"B\", # why\n  \"C\"\n]\n"),
            ("operations = []\n", "operations = [\"C\"]\n"),
            ("operations = [\n  \"B\"\n]\n", "operations = [\n  \"B\",\n  \"C\"\n]\n"),
        ] {
            let entry = |operations: &str| format!("# Ours.\n[[crate]]\npackage = \"a\"\n{operations}");
            assert_eq!(extend_manifest(&entry(before), &[], &more), Ok(entry(after)));
        }
    }
}
