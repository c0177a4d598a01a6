//! In: the committed crate, and that of one fixture. Out: a failure where a method or a variant
//! that people hover over does not say what the model does. Why: a link is not read in an
//! editor, and a sentence that is said in one place only is lost when a template moves.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use syn::{Attribute, Expr, Field, Fields, File, ImplItem, Item, ItemImpl, Lit, Meta, Type};
use whitesmith_codegen::{generate, Options, Sources, Tree};

/// Has members and errors with docs of one sentence, of several, in HTML, and without docs.
const FIXTURE: &str = "codegen/docs/first_sentence_is_on_setter_and_variant/model.smithy";

#[test]
fn fluent_setters_begin_with_the_first_sentence_of_the_member() {
    let mut wrong = Vec::new();
    for (krate, tree) in crates() {
        let mut found = 0;
        for operation in operations(&tree) {
            let setters = operation.fluent_docs();
            for (field, docs) in operation.documented_members() {
                found += 1;
                let setter = setters.get(&field).map(String::as_str).unwrap_or_default();
                if !setter.starts_with(&first_sentence(&docs)) {
                    wrong.push(format!("{krate}: `{field}` of {}: {setter:?}, but {docs:?}", operation.name));
                }
            }
        }
        assert!(found > 0, "{krate} has no documented member");
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn variants_of_errors_say_what_the_error_does() {
    let mut wrong = Vec::new();
    for (krate, tree) in crates() {
        let shapes = structures(&tree);
        let mut found = 0;
        for operation in operations(&tree) {
            for (variant, docs) in operation.error_variants() {
                let Some(shape) = shapes.get(&variant) else { continue };
                found += 1;
                let expected = match shape.starts_with('`') {
                    true => format!("The service responded with `{variant}`."),
                    false => first_sentence(shape),
                };
                if docs != expected {
                    wrong.push(format!("{krate}: `{variant}` of {}: {docs:?}, not {expected:?}", operation.name));
                }
            }
        }
        assert!(found > 0, "{krate} has no error");
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn methods_of_the_client_name_what_is_required_and_what_they_return() {
    let mut wrong = Vec::new();
    for (krate, tree) in crates() {
        for operation in operations(&tree) {
            let docs = operation.client_docs();
            let required = docs.lines().find(|line| line.starts_with("Required: ")).unwrap_or_default();
            for (setter, docs) in operation.fluent_docs() {
                let is_required = docs.ends_with(", which is required.");
                if is_required != required.contains(&format!("[`{setter}`](")) {
                    wrong.push(format!("{krate}: `{setter}` of {} is required: {is_required}", operation.name));
                }
            }
            for part in ["Output", "Error"].map(|part| format!("{}{part}", operation.name)) {
                if !docs.contains(&part) || !operation.fluent_docs()["send"].contains(&part) {
                    wrong.push(format!("{krate}: a call of {} is not said to return `{part}`", operation.name));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The file of an operation.
struct Operation {
    name: String,
    file: File,
    builders: Vec<Item>,
}

impl Operation {
    fn documented_members(&self) -> Vec<(String, String)> {
        let input = structs(&self.file.items).find(|(name, _)| *name == format!("{}Input", self.name));
        let fields = input.map(|(_, fields)| fields).into_iter().flatten();
        let documented = fields.map(|field| {
            let name = field.ident.as_ref().map(ToString::to_string).unwrap_or_default();
            (name.trim_start_matches("r#").to_owned(), docs(&field.attrs))
        });
        documented.filter(|(_, docs)| !docs.starts_with('`')).collect()
    }

    /// The methods of the fluent builder, without their `set_` and `get_`.
    fn fluent_docs(&self) -> BTreeMap<String, String> {
        let fluent = format!("{}FluentBuilder", self.name);
        methods(&self.builders, &fluent)
    }

    fn client_docs(&self) -> String {
        methods(&self.file.items, "Client").into_values().collect()
    }

    fn error_variants(&self) -> Vec<(String, String)> {
        let name = format!("{}Error", self.name);
        let is_error = |item: &&Item| matches!(item, Item::Enum(item) if item.ident == name);
        let Some(Item::Enum(errors)) = self.file.items.iter().find(is_error) else { return Vec::new() };
        errors.variants.iter().map(|variant| (variant.ident.to_string(), docs(&variant.attrs))).collect()
    }
}

fn crates() -> Vec<(&'static str, Tree)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut committed = Tree::new();
    read(&root.join("../generated"), &root.join("../generated"), &mut committed);
    let model = fs::read_to_string(root.join(FIXTURE)).unwrap_or_else(|error| panic!("{FIXTURE}: {error}"));
    let mut sources = Sources::new();
    sources.add("model.smithy", model);
    let options = Options { package: "fixture".to_owned(), version: "0.1.0".to_owned(), ..Options::default() };
    let generated = generate(&sources, &options);
    assert!(!generated.diagnostics.has_errors(), "{}", generated.diagnostics.render_text(&sources, false));
    vec![("generated", committed), ("the fixture", generated.tree)]
}

fn read(root: &Path, folder: &Path, tree: &mut Tree) {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    for path in paths {
        if path.is_dir() {
            read(root, &path, tree);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            let name = path.strip_prefix(root).unwrap_or(&path).display().to_string().replace('\\', "/");
            tree.insert(name, text);
        }
    }
}

fn operations(tree: &Tree) -> Vec<Operation> {
    let files = tree.iter().filter(|(path, _)| path.starts_with("src/operation/"));
    let operations = files.map(|(path, text)| {
        let mut file = syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}"));
        let name = structs(&file.items).find_map(|(name, _)| name.strip_suffix("Input").map(str::to_owned));
        let builders = file.items.iter_mut().find_map(|item| match item {
            Item::Mod(module) if module.ident == "builders" => module.content.take(),
            _ => None,
        });
        let builders = builders.map(|(_, items)| items).unwrap_or_default();
        Operation { name: name.unwrap_or_else(|| panic!("{path} has no input")), file, builders }
    });
    operations.collect()
}

/// The docs of the structures that have a file, by name.
fn structures(tree: &Tree) -> BTreeMap<String, String> {
    let files = tree.iter().filter(|(path, _)| path.starts_with("src/shapes/"));
    let items =
        files.flat_map(|(path, text)| syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}")).items);
    let structures = items.filter_map(|item| match item {
        Item::Struct(item) => Some((item.ident.to_string(), docs(&item.attrs))),
        _ => None,
    });
    structures.collect()
}

fn structs(items: &[Item]) -> impl Iterator<Item = (String, Vec<&Field>)> {
    items.iter().filter_map(|item| match item {
        Item::Struct(item) => match &item.fields {
            Fields::Named(fields) => Some((item.ident.to_string(), fields.named.iter().collect())),
            _ => None,
        },
        _ => None,
    })
}

/// The docs of the methods that a type has of its own.
fn methods(items: &[Item], ty: &str) -> BTreeMap<String, String> {
    let blocks = items.iter().filter_map(|item| match item {
        Item::Impl(block) if block.trait_.is_none() && is_of(block, ty) => Some(block),
        _ => None,
    });
    let methods = blocks.flat_map(|block| &block.items).filter_map(|item| match item {
        ImplItem::Fn(method) => {
            Some((method.sig.ident.to_string().trim_start_matches("r#").to_owned(), docs(&method.attrs)))
        }
        _ => None,
    });
    methods.collect()
}

fn is_of(block: &ItemImpl, ty: &str) -> bool {
    matches!(&*block.self_ty, Type::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == ty))
}

/// A paragraph a line.
fn docs(attributes: &[Attribute]) -> String {
    let lines = attributes.iter().filter_map(|attribute| match &attribute.meta {
        Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
            Expr::Lit(literal) => match &literal.lit {
                Lit::Str(text) => Some(text.value().trim().to_owned()),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    });
    let lines: Vec<String> = lines.collect();
    let paragraphs = lines.split(String::is_empty).map(|paragraph| paragraph.join(" "));
    paragraphs.collect::<Vec<_>>().join("\n")
}

/// What stands before the first point of the first paragraph, and the point.
fn first_sentence(docs: &str) -> String {
    let paragraph = docs.lines().next().unwrap_or_default();
    match paragraph.split_once(". ") {
        Some((sentence, _)) => format!("{sentence}."),
        None => paragraph.to_owned(),
    }
}
