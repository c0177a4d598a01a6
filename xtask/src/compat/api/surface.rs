//! The public API of a crate as a table: in, the crates that rustdoc described; out, for each
//! item that a caller can name, one line that says what it is.
//!
//! The keys are `path`, `path.field`, `path::method`, `path::Variant` and `path: Trait`. Names
//! in the lines are public paths of the crate, or where other crates define them, so that an
//! item in another private module, an alias or a type of our runtime counts by what it is.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::docs::{Docs, Item, Target};
use super::ty::{parameters, part, Env, Part, Reader, Ty};

/// How paths in our runtime begin.
const RUNTIME: &str = "whitesmith_runtime::";

/// Traits that only the compiler implements.
const OF_THE_COMPILER: [&str; 3] =
    ["core::marker::StructuralPartialEq", "core::clone::TrivialClone", "!core::marker::Freeze"];

/// What a crate offers.
#[derive(Default)]
pub(super) struct Surface {
    pub(super) items: BTreeMap<String, String>,
    /// The variants of each enum in their order, which derived comparisons depend on.
    pub(super) orders: BTreeMap<String, Vec<String>>,
}

/// Lists what a caller of the crate `name` can use.
///
/// # Errors
/// The crate is not among the docs.
pub(super) fn read(docs: &Docs, name: &str) -> Result<Surface, String> {
    let doc = docs.find(name).ok_or_else(|| format!("rustdoc wrote nothing of {name}"))?;
    let root = doc.root().ok_or_else(|| format!("{name} has no root"))?;
    let mut walk = Walk { docs, found: Vec::new(), seen: BTreeSet::new() };
    walk.module("", root);
    let mut writer = Writer {
        docs,
        own: format!("{name}::"),
        names: BTreeMap::new(),
        impls: impls(docs),
        surface: Surface::default(),
    };
    writer.name(&walk.found);
    for (path, target) in &walk.found {
        match target {
            Target::Item(item) => writer.item(path, *item),
            Target::Elsewhere(definition) => writer.add(path, format!("use {definition}")),
        }
    }
    writer.on_foreign_types(name);
    Ok(writer.surface)
}

/// Finds what has a public path.
struct Walk<'d> {
    docs: &'d Docs,
    found: Vec<(String, Target<'d>)>,
    seen: BTreeSet<String>,
}

impl<'d> Walk<'d> {
    fn module(&mut self, path: &str, module: Item<'d>) {
        let (_, inner) = module.inner();
        for item in module.children(part(inner, "items")) {
            if !item.is_hidden() && item.is_public() {
                self.item(path, item);
            }
        }
    }

    fn item(&mut self, path: &str, item: Item<'d>) {
        let below = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}::{name}") };
        match item.inner() {
            ("impl", _) => {}
            ("use", inner) => {
                let Some(target) = self.docs.target(item.doc, part(inner, "id")) else { return };
                let is_glob = part(inner, "is_glob").as_bool() == Some(true);
                match target {
                    Target::Item(target) if is_glob => self.module(path, target),
                    target => {
                        let name = part(inner, "name").as_str().unwrap_or_default();
                        self.add(below(name), target);
                    }
                }
            }
            _ => self.add(below(item.name()), Target::Item(item)),
        }
    }

    fn add(&mut self, path: String, target: Target<'d>) {
        if !self.seen.insert(path.clone()) {
            return;
        }
        match target {
            Target::Item(item) if item.inner().0 == "module" => self.module(&path, item),
            target => self.found.push((path, target)),
        }
    }
}

/// An `impl` that somebody wrote or derived.
struct Impl<'d> {
    item: Item<'d>,
    of: Ty,
    of_trait: Option<Ty>,
}

/// All of them, by the definition of the type that they are for.
fn impls(docs: &Docs) -> BTreeMap<String, Vec<Impl<'_>>> {
    let mut impls: BTreeMap<String, Vec<Impl<'_>>> = BTreeMap::new();
    for item in docs.iter().flat_map(|doc| doc.items()) {
        let ("impl", inner) = item.inner() else { continue };
        let is = |name: &str| part(inner, name).as_bool() == Some(true);
        if !part(inner, "blanket_impl").is_null() || (is("is_synthetic") && !is("is_negative")) {
            continue;
        }
        let reader = Reader::of(docs, item);
        let of = reader.ty(part(inner, "for"));
        let of_trait = Some(part(inner, "trait")).filter(|of| !of.is_null()).map(|of| reader.path(of));
        let of_trait = of_trait.map(|of| match of {
            Ty::Path(name, ..) if is("is_negative") => Ty::Path(format!("!{name}"), Vec::new(), Vec::new()),
            of => of,
        });
        let name = of.name().unwrap_or_default().to_owned();
        impls.entry(name).or_default().push(Impl { item, of, of_trait });
    }
    impls
}

struct Writer<'d> {
    docs: &'d Docs,
    /// How paths of the crate begin.
    own: String,
    /// Public paths, by definitions with their arguments, or without.
    names: BTreeMap<String, String>,
    impls: BTreeMap<String, Vec<Impl<'d>>>,
    surface: Surface,
}

impl<'d> Writer<'d> {
    /// Gives the definitions their public names, the shortest of several.
    fn name(&mut self, found: &[(String, Target<'d>)]) {
        for (path, target) in found {
            let Target::Item(item) = target else { continue };
            let is_alias = item.inner().0 == "type_alias";
            // What is an alias of a type elsewhere is not what that type is called.
            let is_own = |ty: &Ty| ty.name().is_some_and(|name| self.docs.definition(name).is_some());
            let with_arguments = self.as_type(*item).filter(is_own).map(|ty| self.raw(&ty));
            for definition in with_arguments.into_iter().chain((!is_alias).then(|| item.path())) {
                let known = self.names.get(&definition);
                if known.is_none_or(|known| (path.len(), path.as_str()) < (known.len(), known.as_str())) {
                    self.names.insert(definition, path.clone());
                }
            }
        }
    }

    fn add(&mut self, key: impl Into<String>, what: String) {
        self.surface.items.insert(key.into(), what);
    }

    fn item(&mut self, path: &str, item: Item<'d>) {
        let public = self.names.get(&item.path()).filter(|public| *public != path);
        if let Some(public) = public {
            return self.add(path, format!("use crate::{public}"));
        }
        let (kind, inner) = item.inner();
        let reader = Reader::of(self.docs, item);
        match kind {
            "struct" | "enum" | "type_alias" => self.data(path, item),
            "trait" => self.a_trait(path, item),
            "function" => {
                let line = self.function(&item, &Env::new());
                self.add(path, line);
            }
            "static" | "constant" => {
                let ty = self.show(&reader.ty(part(inner, "type")));
                self.add(path, format!("{kind} {ty}"));
            }
            kind => self.add(path, kind.to_owned()),
        }
    }

    /// The type that an item is if nobody says what its parameters are.
    fn as_type(&self, item: Item<'d>) -> Option<Ty> {
        let reader = Reader::of(self.docs, item);
        let (kind, _) = item.inner();
        match kind {
            "type_alias" => Some(reader.alias(item, &[])),
            "struct" | "enum" => Some(reader.filled(item, Vec::new())),
            _ => None,
        }
        .flatten()
    }

    /// A struct, an enum, or an alias of one.
    fn data(&mut self, path: &str, item: Item<'d>) {
        let Some(ty) = self.as_type(item) else {
            // An alias with parameters.
            let (kind, inner) = item.inner();
            let generics = self.generics(item, part(inner, "generics"), &Env::new());
            let of = Reader::of(self.docs, item).ty(part(inner, "type"));
            let shown = self.show(&of);
            return self.add(path, format!("{kind}{generics} = {shown}"));
        };
        let definition = ty.name().and_then(|name| self.docs.definition(name));
        let Some(definition) = definition else {
            let shown = match &ty {
                Ty::Path(name, arguments, _) => {
                    with_arguments(name.clone(), arguments.iter().map(|ty| self.show(ty)).collect())
                }
                ty => self.show(ty),
            };
            return self.add(path, format!("use {shown}"));
        };
        let mut env = Env::new();
        let (kind, inner) = definition.inner();
        if let Ty::Path(_, arguments, _) = &ty {
            let names = parameters(part(inner, "generics")).map(|(name, _)| name.to_owned());
            env.extend(names.zip(arguments.iter().cloned()));
        }
        let deprecated = if item.is_deprecated() { "deprecated " } else { "" };
        let open = if kind == "enum" && definition.is_non_exhaustive() { " non_exhaustive" } else { "" };
        if kind == "enum" {
            self.variants(path, definition, &env);
        } else {
            self.fields(path, definition, &env);
        }
        self.add(path, format!("{deprecated}{kind}{open}"));
        self.methods_and_traits(path, &ty);
    }

    /// Adds the public fields.
    fn fields(&mut self, path: &str, item: Item<'d>, env: &Env) {
        let (_, inner) = item.inner();
        let plain = item.children(inner.pointer("/kind/plain/fields").unwrap_or(&Value::Null));
        let reader = Reader::of(self.docs, item);
        let built = if item.is_non_exhaustive() { "" } else { "exhaustive " };
        let tuple = item.children(inner.pointer("/kind/tuple").unwrap_or(&Value::Null));
        for field in plain.iter().chain(&tuple).filter(|field| field.is_public() && !field.is_hidden()) {
            let (_, ty) = field.inner();
            let shown = self.show(&reader.ty(ty).with(env));
            let deprecated = if field.is_deprecated() { "deprecated " } else { "" };
            self.add(format!("{path}.{}", field.name()), format!("{deprecated}{built}{shown}"));
        }
    }

    fn variants(&mut self, path: &str, item: Item<'d>, env: &Env) {
        let (_, inner) = item.inner();
        let reader = Reader::of(self.docs, item);
        let variants: Vec<Item<'d>> =
            item.children(part(inner, "variants")).into_iter().filter(|variant| !variant.is_hidden()).collect();
        let order = variants.iter().map(|variant| variant.name().to_owned()).collect();
        self.surface.orders.insert(path.to_owned(), order);
        for variant in variants {
            let (_, inner) = variant.inner();
            let fields = inner.pointer("/kind/tuple").or_else(|| inner.pointer("/kind/struct/fields"));
            let fields = variant.children(fields.unwrap_or(&Value::Null));
            let fields: Vec<String> =
                fields.iter().map(|field| self.show(&reader.ty(field.inner().1).with(env))).collect();
            let fields = if fields.is_empty() { String::new() } else { format!("({})", fields.join(", ")) };
            let open = if variant.is_non_exhaustive() { " non_exhaustive" } else { "" };
            let deprecated = if variant.is_deprecated() { "deprecated " } else { "" };
            self.add(format!("{path}::{}", variant.name()), format!("{deprecated}variant{fields}{open}"));
        }
    }

    fn a_trait(&mut self, path: &str, item: Item<'d>) {
        let (_, inner) = item.inner();
        let bounds = Reader::of(self.docs, item).bounds("", part(inner, "bounds"));
        let bounds = self.show(&bounds);
        self.add(path, format!("trait: {bounds}"));
        for member in item.children(part(inner, "items")) {
            if member.is_hidden() {
                continue;
            }
            let line = match member.inner() {
                ("function", inner) => {
                    let provided = if part(inner, "has_body").as_bool() == Some(true) { "provided " } else { "" };
                    format!("{provided}{}", self.function(&member, &Env::new()))
                }
                (kind, _) => kind.to_owned(),
            };
            self.add(format!("{path}::{}", member.name()), line);
        }
    }

    fn methods_and_traits(&mut self, path: &str, ty: &Ty) {
        let mut lines = Vec::new();
        for of in ty.name().and_then(|name| self.impls.get(name)).into_iter().flatten() {
            let mut env = Env::new();
            let (_, inner) = of.item.inner();
            if !of.of.matches(ty, &mut env) || !self.holds(of, &env) {
                continue;
            }
            if let Some(of_trait) = of.of_trait.as_ref() {
                if !self.is_named(of_trait) {
                    continue;
                }
                renamed(part(inner, "generics"), &mut env);
                lines.push((format!("{path}: {}", self.show(&of_trait.with(&env))), "impl".to_owned()));
                continue;
            }
            env.insert("Self".to_owned(), ty.clone());
            for method in of.item.children(part(inner, "items")) {
                if !method.is_public() || method.is_hidden() {
                    continue;
                }
                let what = match method.inner() {
                    ("function", _) => self.function(&method, &env),
                    (kind, _) => kind.to_owned(),
                };
                let deprecated = if method.is_deprecated() { "deprecated " } else { "" };
                lines.push((format!("{path}::{}", method.name()), format!("{deprecated}{what}")));
            }
        }
        self.surface.items.extend(lines);
    }

    /// Whether the bounds of an `impl` hold, as far as types are looked into.
    fn holds(&self, of: &Impl<'d>, env: &Env) -> bool {
        let generics = part(of.item.inner().1, "generics");
        parameters(generics).all(|(name, parameter)| {
            let Some(ty) = env.get(name) else { return true };
            let Some(impls) = ty.name().filter(|name| self.docs.definition(name).is_some()) else { return true };
            let impls = self.impls.get(impls);
            let bounds = parameter.pointer("/kind/type/bounds").and_then(Value::as_array).into_iter().flatten();
            let mut bounds = bounds.filter_map(|bound| bound.pointer("/trait_bound/trait"));
            bounds.all(|bound| {
                let bound = Reader::of(self.docs, of.item).path(bound);
                let is_marker = bound.name().is_some_and(|name| name.starts_with("core::marker::"));
                let mut impls = impls.into_iter().flatten();
                is_marker || impls.any(|candidate| candidate.of_trait.as_ref().map(Ty::name) == Some(bound.name()))
            })
        })
    }

    /// Whether a caller can name a trait or a type: what our runtime has for itself is not.
    fn is_named(&self, ty: &Ty) -> bool {
        let name = ty.name().unwrap_or_default();
        !OF_THE_COMPILER.contains(&name)
            && (!name.starts_with(RUNTIME) || self.names.contains_key(name) || self.names.contains_key(&self.raw(ty)))
    }

    /// Traits of the crate's own types for types of others.
    fn on_foreign_types(&mut self, name: &str) {
        let own = self.own.clone();
        let mut lines = Vec::new();
        for of in self.impls.values().flatten() {
            let Some(of_trait) = &of.of_trait else { continue };
            // A trait of our runtime that the crate has a path for is the crate's.
            let is_public = of_trait.name().is_some_and(|name| self.names.contains_key(name));
            if of.item.doc.name != name && !is_public {
                continue;
            }
            let is_own = |name: &str| name.starts_with(&own) || name.starts_with(RUNTIME);
            let is_foreign = !of.of.name().is_some_and(is_own);
            if is_foreign && self.is_named(&of.of) && self.is_named(of_trait) {
                let mut env = Env::new();
                renamed(part(of.item.inner().1, "generics"), &mut env);
                let line = format!("{}: {}", self.show(&of.of.with(&env)), self.show(&of_trait.with(&env)));
                lines.push((line, "impl".to_owned()));
            }
        }
        self.surface.items.extend(lines);
    }

    fn function(&self, item: &Item<'d>, env: &Env) -> String {
        let (_, inner) = item.inner();
        let reader = Reader::of(self.docs, *item);
        let mut env = env.clone();
        renamed(part(inner, "generics"), &mut env);
        let generics = self.generics(*item, part(inner, "generics"), &env);
        let flag = |name: &str| inner.pointer(&format!("/header/is_{name}")).and_then(Value::as_bool) == Some(true);
        let inputs = inner.pointer("/sig/inputs").and_then(Value::as_array).into_iter().flatten();
        let inputs: Vec<String> =
            inputs.filter_map(|input| input.get(1)).map(|ty| self.show(&reader.ty(ty).with(&env))).collect();
        let output = inner.pointer("/sig/output").unwrap_or(&Value::Null);
        let output = if output.is_null() { None } else { Some(reader.ty(output).with(&env)) };
        let (is_async, output) = match output.map(|ty| self.awaited(ty)) {
            Some((is_future, ty)) => (is_future || flag("async"), format!(" -> {}", self.show(&ty))),
            None => (flag("async"), String::new()),
        };
        let words = [("const ", flag("const")), ("unsafe ", flag("unsafe")), ("async ", is_async)];
        let words: String = words.iter().filter(|(_, is)| *is).map(|(word, _)| *word).collect();
        format!("{words}fn{generics}({}){output}", inputs.join(", "))
    }

    /// The parameters with what they are bound by.
    fn generics(&self, item: Item<'d>, generics: &Value, env: &Env) -> String {
        let reader = Reader::of(self.docs, item);
        let mut bounds: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut bind = |ty: Ty, json: &Value| {
            let bound = self.show(&reader.bounds("", json).with(env));
            let bounds = bounds.entry(self.show(&ty.with(env))).or_default();
            if !bound.is_empty() {
                bounds.push(bound);
            }
        };
        for (name, parameter) in parameters(generics) {
            bind(Ty::Generic(name.to_owned()), parameter.pointer("/kind/type/bounds").unwrap_or(&Value::Null));
        }
        for predicate in part(generics, "where_predicates").as_array().into_iter().flatten() {
            if let Some(bound) = predicate.get("bound_predicate") {
                bind(reader.ty(part(bound, "type")), part(bound, "bounds"));
            }
        }
        if bounds.is_empty() {
            return String::new();
        }
        let bounds = bounds.into_iter().map(|(name, mut bounds)| {
            bounds.sort();
            if bounds.is_empty() {
                name
            } else {
                format!("{name}: {}", bounds.join(" + "))
            }
        });
        format!("<{}>", bounds.collect::<Vec<_>>().join(", "))
    }

    /// A type with public names.
    fn show(&self, ty: &Ty) -> String {
        match ty {
            Ty::Path(name, arguments, constraints) => {
                if let Some(name) = self.names.get(&self.raw(ty)) {
                    return format!("crate::{name}");
                }
                let name = self.named(name);
                let arguments = arguments.iter().map(|ty| self.show(ty));
                let constraints = constraints.iter().map(|(name, ty)| format!("{name} = {}", self.show(ty)));
                with_arguments(name, arguments.chain(constraints).collect())
            }
            Ty::Generic(name) => name.clone(),
            Ty::Projection(of, of_trait, name) => match self.projected(of, of_trait, name) {
                Some(ty) => self.show(&ty),
                None => format!("<{} as {}>::{name}", self.show(of), self.show(of_trait)),
            },
            Ty::Parts(parts) => parts
                .iter()
                .map(|part| match part {
                    Part::Word(word) => word.clone(),
                    Part::Ty(ty) => self.show(ty),
                })
                .collect(),
        }
    }

    /// A public name; private ones of the crate and of the runtime are known by their last part.
    fn named(&self, path: &str) -> String {
        match self.names.get(path) {
            Some(public) => format!("crate::{public}"),
            None if self.docs.definition(path).is_some() || path.starts_with(&self.own) => {
                format!("private::{}", path.rsplit("::").next().unwrap_or(path))
            }
            None => path.to_owned(),
        }
    }

    /// A type with the names of definitions.
    fn raw(&self, ty: &Ty) -> String {
        match ty {
            Ty::Path(name, arguments, _) => {
                with_arguments(name.clone(), arguments.iter().map(|ty| self.raw(ty)).collect())
            }
            ty => format!("{ty:?}"),
        }
    }

    /// What an `async fn` returns, if the type is `impl Future<Output = T>` or a future of ours.
    fn awaited(&self, ty: Ty) -> (bool, Ty) {
        const FUTURE: &str = "core::future::future::Future";
        let output = match &ty {
            Ty::Parts(parts) if matches!(parts.first(), Some(Part::Word(word)) if word == "impl ") => {
                parts.iter().find_map(|part| match part {
                    Part::Ty(Ty::Path(name, _, constraints)) if name == FUTURE => {
                        constraints.iter().find(|(name, _)| name == "Output").map(|(_, ty)| ty.clone())
                    }
                    _ => None,
                })
            }
            ty @ Ty::Path(name, ..) if name.starts_with(RUNTIME) => {
                self.projected(ty, &Ty::Path(FUTURE.to_owned(), Vec::new(), Vec::new()), "Output")
            }
            _ => None,
        };
        output.map_or((false, ty), |output| (true, output))
    }

    /// What `<of as of_trait>::name` is.
    fn projected(&self, of: &Ty, of_trait: &Ty, name: &str) -> Option<Ty> {
        let of = match of {
            Ty::Projection(of, of_trait, name) => self.projected(of, of_trait, name)?,
            of => of.clone(),
        };
        self.impls.get(of.name()?)?.iter().find_map(|candidate| {
            let mut env = Env::new();
            let is_of = candidate.of.matches(&of, &mut env);
            if !is_of || candidate.of_trait.as_ref()?.name() != of_trait.name() {
                return None;
            }
            let items = candidate.item.children(part(candidate.item.inner().1, "items"));
            let found = items.into_iter().find(|item| item.name() == name)?;
            Some(Reader::of(self.docs, found).ty(part(found.inner().1, "type")).with(&env))
        })
    }
}

fn with_arguments(name: String, arguments: Vec<String>) -> String {
    if arguments.is_empty() {
        name
    } else {
        format!("{name}<{}>", arguments.join(", "))
    }
}

/// Calls parameters by their place: what they are called is nothing that a caller can use.
fn renamed(generics: &Value, env: &mut Env) {
    for (name, _) in parameters(generics) {
        if !env.contains_key(name) {
            let place = Ty::Generic(format!("T{}", env.values().filter(|ty| matches!(ty, Ty::Generic(_))).count()));
            env.insert(name.to_owned(), place);
        }
    }
}
