//! In: the names in the code of a project, and the outline of a client. Out: the operations that
//! the code needs, each with the reason. A guess that is wrong has to be an operation too many:
//! with one too few, the program does not compile.

use std::collections::{BTreeMap, BTreeSet};

use whitesmith_codegen::{OperationOutline, Outline, Part};

use super::words::{Path, Words, ANY};

/// Why a client has an operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Reason {
    /// The code has one of its names.
    Named { name: String, file: usize },
    /// The code has this name, which a client has only if it has such an operation.
    Brings { what: String, name: String, file: usize },
    /// A client has one operation at least.
    Smallest,
    /// Another package calls it.
    CalledBy(&'static str),
}

/// What code calls clients.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// The one that is looked for.
    pub(super) own: BTreeSet<String>,
    /// Others, as far as nothing else is called so.
    pub(super) others: BTreeSet<String>,
}

/// What a project needs of a client.
#[derive(Debug, Default)]
pub(super) struct Needs {
    /// By name.
    pub(super) operations: BTreeMap<String, Reason>,
    /// Names below the client that it does not have, with what they would be.
    pub(super) unknown: Vec<(&'static str, String, usize)>,
    /// Operations that cannot be generated, with what they need.
    pub(super) refused: Vec<(String, String, usize)>,
}

/// What the code needs of a client that it calls by these names.
pub(super) fn find(outline: &Outline, words: &Words<usize>, clients: &Names) -> Needs {
    let mut needs = Needs { unknown: unknown(outline, words, clients), ..Needs::default() };
    for operation in &outline.operations {
        if let Some((name, file)) = named(&operation.names, words) {
            needs.operations.insert(operation.name.clone(), Reason::Named { name, file });
        }
    }
    for refused in &outline.refused {
        if let Some((_, file)) = named(&refused.names, words) {
            needs.refused.push((refused.name.clone(), refused.reason.clone(), file));
        }
    }
    add_operations_of_parts(outline, words, clients, &mut needs);
    if needs.operations.is_empty() {
        let smallest = outline.operations.iter().min_by_key(|operation| (operation.types.len(), &operation.name));
        needs.operations.extend(smallest.map(|operation| (operation.name.clone(), Reason::Smallest)));
    }
    needs
}

/// Which of the names of an operation the code has.
///
/// A name of one word, as `query`, is also one of many other things. It counts where it can be
/// that of a method or a module; nothing else is named without the module.
fn named(names: &BTreeSet<String>, words: &Words<usize>) -> Option<(String, usize)> {
    let is_word = |name: &str| !name.contains('_') && !name.starts_with(|c: char| c.is_uppercase());
    let is_type_of_word = |name: &str| names.iter().any(|other| is_word(other) && *other == name.to_lowercase());
    // The methods and modules first, since people know an operation by them.
    let (types, methods): (Vec<&String>, Vec<&String>) =
        names.iter().partition(|name| name.starts_with(|c: char| c.is_uppercase()));
    methods.into_iter().chain(types).find_map(|name| {
        let found = if is_word(name) {
            words.placed.get(name)
        } else if is_type_of_word(name) {
            None
        } else {
            words.all.get(name)
        };
        found.map(|file| (name.clone(), *file))
    })
}

/// Something that a client may lack: what it is, how code names it, and which operations bring it.
struct Wanted<'o> {
    what: String,
    name: String,
    file: usize,
    brought_by: Vec<&'o OperationOutline>,
}

/// Adds, for what else the code names, the smallest operation that brings it, if none does that
/// is there already.
fn add_operations_of_parts(outline: &Outline, words: &Words<usize>, clients: &Names, needs: &mut Needs) {
    for wanted in wanted(outline, words, clients) {
        if wanted.brought_by.iter().any(|operation| needs.operations.contains_key(&operation.name)) {
            continue;
        }
        let chosen = outline.operations.iter().filter(|operation| needs.operations.contains_key(&operation.name));
        let reached: BTreeSet<&String> = chosen.flat_map(|operation| &operation.types).collect();
        let new = |operation: &OperationOutline| operation.types.iter().filter(|ty| !reached.contains(ty)).count();
        let smallest = wanted.brought_by.iter().min_by_key(|it| (new(it), it.types.len(), &it.name));
        if let Some(operation) = smallest {
            let reason = Reason::Brings { what: wanted.what, name: wanted.name, file: wanted.file };
            needs.operations.insert(operation.name.clone(), reason);
        }
    }
}

fn wanted<'o>(outline: &'o Outline, words: &Words<usize>, clients: &Names) -> Vec<Wanted<'o>> {
    let places = Places { words, clients };
    let (types, primitives) = (places.types(), places.below("primitives"));
    let (variants, waiters) = (places.below("Error"), places.below("waiters"));
    let mut found = Vec::new();
    let mut want = |what: String, name: &str, file: Option<usize>, brings: &dyn Fn(&OperationOutline) -> bool| {
        let brought_by = outline.operations.iter().filter(|operation| brings(operation)).collect();
        found.extend(file.map(|file| Wanted { what, name: name.to_owned(), file, brought_by }));
    };
    let all = |of: fn(&OperationOutline) -> &BTreeSet<String>| -> BTreeSet<&String> {
        outline.operations.iter().flat_map(of).collect()
    };
    for name in all(|operation| &operation.types) {
        let file = types.get(name).or_else(|| types.get(&format!("{name}Builder"))).copied();
        want(format!("the type `{name}`"), name, file, &|operation| operation.types.contains(name));
    }
    for name in all(|operation| &operation.errors) {
        let file = variants.get(name).copied();
        want(format!("the error `{name}`"), name, file, &|operation| operation.errors.contains(name));
    }
    let parts: BTreeSet<&Part> = outline.operations.iter().flat_map(|operation| &operation.parts).collect();
    for part in parts {
        let (name, file) = match part {
            Part::Anywhere(name) => (name, words.all.get(name)),
            Part::Primitive(name) => (name, primitives.get(name)),
            Part::Waiter(name) => (name, waiters.get(name)),
        };
        want(format!("`{name}`"), name, file.copied(), &|operation| operation.parts.contains(part));
    }
    found
}

/// Answers which names are below which.
struct Places<'w> {
    words: &'w Words<usize>,
    clients: &'w Names,
}

impl Places<'_> {
    /// All that code calls something.
    fn called(&self, name: &str) -> BTreeSet<String> {
        let mut called = BTreeSet::from([name.to_owned()]);
        let mut pending = vec![name.to_owned()];
        while let Some(name) = pending.pop() {
            let aliases = self.words.aliases.range((name.clone(), String::new())..);
            for (_, alias) in aliases.take_while(|(original, _)| *original == name) {
                if alias != "_" && called.insert(alias.clone()) {
                    pending.push(alias.clone());
                }
            }
        }
        called
    }

    /// All that code calls the client.
    fn clients(&self) -> BTreeSet<String> {
        self.clients.own.iter().flat_map(|name| self.called(name)).collect()
    }

    /// The names below an item of the client.
    fn below(&self, item: &str) -> BTreeMap<String, usize> {
        self.below_item(&self.clients(), item)
    }

    /// The names below an item of modules that are called so.
    fn below_item(&self, modules: &BTreeSet<String>, item: &str) -> BTreeMap<String, usize> {
        let called = self.called(item);
        let mut found = BTreeMap::new();
        let mut is_any = false;
        for (path, file) in called.iter().map(String::as_str).chain([ANY]).flat_map(|name| self.words.below(name)) {
            if !self.clients.others.contains(&path.first) {
                is_any |= path.name == ANY;
                found.entry(path.name.clone()).or_insert(file);
            }
        }
        let is_glob = |(first, last): &(String, String)| {
            called.contains(last) && self.may_have(modules, item, first) && !self.clients.others.contains(first)
        };
        let is_all = self.words.globs.iter().any(is_glob);
        for (names, counts) in [(&self.words.in_macros, is_any), (&self.words.all, is_all)] {
            for (name, file) in names.iter().filter(|_| counts) {
                found.entry(name.clone()).or_insert(*file);
            }
        }
        found
    }

    /// Whether `place::item` may be the item of one of these modules: it is one of them, or the
    /// item is also in other places, because code imports it or all that is beside it.
    fn may_have(&self, modules: &BTreeSet<String>, item: &str, place: &str) -> bool {
        let is_imported = |module: &String| self.words.ends.contains(&(module.clone(), item.to_owned()));
        let is_glob = |(_, last): &(String, String)| modules.contains(last);
        place == ANY
            || modules.contains(place)
            || modules.iter().any(is_imported)
            || self.words.globs.iter().any(is_glob)
    }

    /// The names of `types`, `types::error` and `types::builders`.
    fn types(&self) -> BTreeMap<String, usize> {
        let mut found = self.below("types");
        let types = self.called("types");
        for module in ["error", "builders"] {
            for (name, file) in self.below_item(&types, module) {
                found.entry(name).or_insert(file);
            }
        }
        found
    }
}

/// Operations and types that the code names below the client, and that the model lacks.
fn unknown(outline: &Outline, words: &Words<usize>, clients: &Names) -> Vec<(&'static str, String, usize)> {
    let modules: BTreeSet<&String> = outline.operations.iter().flat_map(|operation| &operation.names).collect();
    let refused: BTreeSet<&String> = outline.refused.iter().flat_map(|operation| &operation.names).collect();
    let types: BTreeSet<&String> = outline.operations.iter().flat_map(|operation| &operation.types).collect();
    let mut found = Vec::new();
    for (Path { first, above, name, is_documentation }, file) in &words.paths {
        let is_type = name.starts_with(|c: char| c.is_uppercase());
        // An example in documentation may be one that is not compiled.
        if !clients.own.contains(first) || name == ANY || *is_documentation {
            continue;
        }
        let is_module = !is_type && !["self", "as"].contains(&name.as_str());
        if above == "operation" && is_module && !modules.contains(name) && !refused.contains(name) {
            found.push(("operation", name.clone(), *file));
        }
        // What those reach that cannot be generated is not known.
        if above == "types" && is_type && outline.refused.is_empty() && !types.contains(name) {
            found.push(("type", name.clone(), *file));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(code: &str, expected: bool) {
        let mut words = Words::default();
        assert!(words.add_rust(&format!("{code} {{ Wanted }}"), 0).is_ok(), "{code}");
        let own = BTreeSet::from(["aws_sdk_x".to_owned()]);
        let clients = Names { own, others: BTreeSet::from(["aws_sdk_y".to_owned()]) };
        let types = Places { words: &words, clients: &clients }.types();
        assert_eq!(types.contains_key("Wanted"), expected, "{code}");
    }

    #[test]
    fn a_type_counts_wherever_it_may_come_from() {
        for code in [
            "aws_sdk_x::types::Wanted",
            "anything::types::Wanted",
            "use aws_sdk_x::types::*;",
            "use aws_sdk_x::{types::{error::*}, Client};",
            "use aws_sdk_x as x; use x::types::*;",
            "pub use aws_sdk_x::types; use crate::types::*;",
            "pub use aws_sdk_x::types as model; use super::model::*;",
            "pub use aws_sdk_x::*; use crate::types::*;",
            "use aws_sdk_x::types::error; use error::*;",
            "macro_rules! m { ($t:ident) => { aws_sdk_x::types::$t } } m!(Wanted);",
            "macro_rules! m { ($a:ident) => { use $a::types::*; } }",
        ] {
            check(code, true);
        }
    }

    #[test]
    fn what_is_somewhere_else_does_not_count() {
        for code in [
            "aws_sdk_y::types::Wanted",
            "use aws_sdk_y::types::*;",
            "use crate::types::*; use aws_sdk_x::types::Other;",
            "use crate::error::*; use aws_sdk_x::types::error::Other;",
            "use other::types::*;",
        ] {
            check(code, false);
        }
    }
}
