//! Types as rustdoc writes them, made comparable: names are paths of definitions, aliases are
//! what they stand for, lifetimes are left out. In: JSON and the crates it names. Out: [`Ty`],
//! which can be substituted, matched and shown.

use std::collections::BTreeMap;

use serde_json::Value;

use super::docs::{Doc, Docs, Item, Target};

/// Types by the names of the parameters that they stand for.
pub(super) type Env = BTreeMap<String, Ty>;

/// A type, a bound or a trait.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Ty {
    /// A definition with its arguments; `<T as Trait>::Name` has the constraints of traits.
    Path(String, Vec<Ty>, Vec<(String, Ty)>),
    Generic(String),
    /// `<T as Trait>::Name`.
    Projection(Box<Ty>, Box<Ty>, String),
    /// Anything that has parts and words between them: `&`, `[`, `]`.
    Parts(Vec<Part>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Word(String),
    Ty(Ty),
}

impl Ty {
    pub(super) fn name(&self) -> Option<&str> {
        match self {
            Self::Path(name, ..) => Some(name),
            _ => None,
        }
    }

    /// Itself with parameters replaced.
    pub(super) fn with(&self, env: &Env) -> Self {
        let all = |types: &[Self]| types.iter().map(|ty| ty.with(env)).collect::<Vec<_>>();
        match self {
            Self::Generic(name) => env.get(name).cloned().unwrap_or_else(|| self.clone()),
            Self::Path(name, arguments, constraints) => {
                let constraints = constraints.iter().map(|(name, ty)| (name.clone(), ty.with(env))).collect();
                Self::Path(name.clone(), all(arguments), constraints)
            }
            Self::Projection(of, of_trait, name) => {
                Self::Projection(Box::new(of.with(env)), Box::new(of_trait.with(env)), name.clone())
            }
            Self::Parts(parts) => Self::Parts(
                parts
                    .iter()
                    .map(|part| match part {
                        Part::Word(word) => Part::Word(word.clone()),
                        Part::Ty(ty) => Part::Ty(ty.with(env)),
                    })
                    .collect(),
            ),
        }
    }

    /// Whether this, with its parameters replaced, is the other; which they are is added.
    pub(super) fn matches(&self, other: &Self, env: &mut Env) -> bool {
        match (self, other) {
            (Self::Generic(name), other) => match env.get(name) {
                Some(known) => known == other,
                None => {
                    env.insert(name.clone(), other.clone());
                    true
                }
            },
            (Self::Path(name, arguments, _), Self::Path(other, others, _)) => {
                let mut pairs = arguments.iter().zip(others);
                name == other && arguments.len() == others.len() && pairs.all(|(ty, other)| ty.matches(other, env))
            }
            (ty, other) => ty == other,
        }
    }

    fn word(word: impl Into<String>) -> Self {
        Self::Parts(vec![Part::Word(word.into())])
    }
}

/// Reads types of one crate.
#[derive(Clone, Copy)]
pub(super) struct Reader<'d> {
    pub(super) docs: &'d Docs,
    pub(super) doc: &'d Doc,
}

impl<'d> Reader<'d> {
    pub(super) fn of(docs: &'d Docs, item: Item<'d>) -> Self {
        Self { docs, doc: item.doc }
    }

    /// A type.
    pub(super) fn ty(&self, json: &Value) -> Ty {
        let Some((kind, inner)) = json.as_object().and_then(|object| object.iter().next()) else {
            return Ty::word(json.as_str().unwrap_or("?"));
        };
        let one = |prefix: &str, ty: &Value, suffix: &str| {
            Ty::Parts(vec![Part::Word(prefix.to_owned()), Part::Ty(self.ty(ty)), Part::Word(suffix.to_owned())])
        };
        match kind.as_str() {
            "resolved_path" => self.path(inner),
            "generic" => Ty::Generic(inner.as_str().unwrap_or("?").to_owned()),
            "primitive" => Ty::word(inner.as_str().unwrap_or("?")),
            "borrowed_ref" => {
                let is_mutable = inner.get("is_mutable").and_then(Value::as_bool) == Some(true);
                one(if is_mutable { "&mut " } else { "&" }, part(inner, "type"), "")
            }
            "slice" => one("[", inner, "]"),
            "array" => one("[", part(inner, "type"), &format!("; {}]", part(inner, "len"))),
            "tuple" => self.list("(", inner, ", ", ")"),
            "dyn_trait" => self.bounds("dyn ", part(inner, "traits")),
            "impl_trait" => self.bounds("impl ", inner),
            "qualified_path" => self.projection(inner),
            "function_pointer" => self.function_pointer(part(inner, "sig")),
            _ => Ty::word(format!("{kind}?")),
        }
    }

    /// `Name<..>` of a type or a trait, with aliases replaced.
    pub(super) fn path(&self, json: &Value) -> Ty {
        let (arguments, constraints) = self.arguments(part(json, "args"));
        match self.docs.target(self.doc, part(json, "id")) {
            Some(Target::Item(item)) => {
                self.alias(item, &arguments).unwrap_or_else(|| match self.filled(item, arguments.clone()) {
                    Some(Ty::Path(path, arguments, _)) => Ty::Path(path, arguments, constraints),
                    _ => Ty::Path(item.path(), arguments, constraints),
                })
            }
            Some(Target::Elsewhere(path)) => {
                let filled = self.docs.any(&path).and_then(|item| self.filled(item, arguments.clone()));
                match filled {
                    Some(Ty::Path(path, arguments, _)) => Ty::Path(path, arguments, constraints),
                    _ => Ty::Path(path, arguments, constraints),
                }
            }
            None => Ty::Path(part(json, "path").as_str().unwrap_or("?").to_owned(), arguments, constraints),
        }
    }

    /// What an alias means; None for one whose parameters have no defaults.
    pub(super) fn alias(&self, item: Item<'d>, arguments: &[Ty]) -> Option<Ty> {
        let ("type_alias", inner) = item.inner() else { return None };
        let there = Self::of(self.docs, item);
        let (env, _) = there.given(part(inner, "generics"), arguments)?;
        Some(there.ty(part(inner, "type")).with(&env))
    }

    /// A struct or an enum with the defaults of the parameters that nobody gives.
    pub(super) fn filled(&self, item: Item<'d>, arguments: Vec<Ty>) -> Option<Ty> {
        let (_, inner) = item.inner();
        let (_, arguments) = Self::of(self.docs, item).given(part(inner, "generics"), &arguments)?;
        Some(Ty::Path(item.path(), arguments, Vec::new()))
    }

    /// What each parameter is; None if one is not given and has no default.
    fn given(&self, generics: &Value, arguments: &[Ty]) -> Option<(Env, Vec<Ty>)> {
        let mut env = Env::new();
        let mut all = Vec::new();
        let mut given = arguments.iter();
        for (name, parameter) in parameters(generics) {
            let default = || parameter.pointer("/kind/type/default").filter(|default| !default.is_null());
            let ty = given.next().cloned().or_else(|| Some(self.ty(default()?).with(&env)))?;
            env.insert(name.to_owned(), ty.clone());
            all.push(ty);
        }
        Some((env, all))
    }

    fn arguments(&self, json: &Value) -> (Vec<Ty>, Vec<(String, Ty)>) {
        if let Some(json) = json.get("angle_bracketed") {
            let arguments = part(json, "args").as_array().into_iter().flatten();
            let arguments = arguments.filter_map(|argument| argument.get("type")).map(|ty| self.ty(ty)).collect();
            let constraints = part(json, "constraints").as_array().into_iter().flatten();
            let constraints = constraints.map(|constraint| {
                let name = part(constraint, "name").as_str().unwrap_or("?").to_owned();
                let ty = constraint.pointer("/binding/equality/type").map(|ty| self.ty(ty));
                (name, ty.unwrap_or_else(|| self.bounds("", &constraint["binding"]["constraint"])))
            });
            return (arguments, constraints.collect());
        }
        let Some(json) = json.get("parenthesized") else { return (Vec::new(), Vec::new()) };
        let output = part(json, "output");
        let output = if output.is_null() { Ty::word("()") } else { self.ty(output) };
        (vec![self.list("(", part(json, "inputs"), ", ", ")")], vec![("Output".to_owned(), output)])
    }

    /// Bounds of traits, in the order of their names; lifetimes are left out.
    pub(super) fn bounds(&self, keyword: &str, json: &Value) -> Ty {
        let bounds = json.as_array().into_iter().flatten();
        // A bound is {trait_bound: {trait}}, what `dyn` has is {trait}.
        let traits = bounds.filter_map(|bound| bound.pointer("/trait_bound/trait").or_else(|| bound.get("trait")));
        let mut traits: Vec<Ty> = traits.map(|of| self.path(of)).collect();
        traits.sort_by(|one, other| one.name().cmp(&other.name()));
        let mut parts = vec![Part::Word(keyword.to_owned())];
        for (index, ty) in traits.into_iter().enumerate() {
            if index > 0 {
                parts.push(Part::Word(" + ".to_owned()));
            }
            parts.push(Part::Ty(ty));
        }
        Ty::Parts(parts)
    }

    fn list(&self, begin: &str, json: &Value, between: &str, end: &str) -> Ty {
        let mut parts = vec![Part::Word(begin.to_owned())];
        for (index, ty) in json.as_array().into_iter().flatten().enumerate() {
            if index > 0 {
                parts.push(Part::Word(between.to_owned()));
            }
            parts.push(Part::Ty(self.ty(ty)));
        }
        parts.push(Part::Word(end.to_owned()));
        Ty::Parts(parts)
    }

    fn projection(&self, json: &Value) -> Ty {
        let name = part(json, "name").as_str().unwrap_or("?").to_owned();
        let of_trait = part(json, "trait");
        let of_trait = if of_trait.is_null() { Ty::word("_") } else { self.path(of_trait) };
        Ty::Projection(Box::new(self.ty(part(json, "self_type"))), Box::new(of_trait), name)
    }

    fn function_pointer(&self, json: &Value) -> Ty {
        let inputs = part(json, "inputs").as_array().into_iter().flatten();
        let inputs: Vec<Value> = inputs.filter_map(|input| input.get(1).cloned()).collect();
        let inputs = self.list("fn(", &Value::Array(inputs), ", ", ")");
        let output = part(json, "output");
        if output.is_null() {
            return inputs;
        }
        Ty::Parts(vec![Part::Ty(inputs), Part::Word(" -> ".to_owned()), Part::Ty(self.ty(output))])
    }
}

/// The parameters of `generics` that are types, but for those that `impl Trait` makes.
pub(super) fn parameters(generics: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let parameters = part(generics, "params").as_array().into_iter().flatten();
    parameters
        .filter(|parameter| {
            parameter.pointer("/kind/type").is_some_and(|ty| part(ty, "is_synthetic").as_bool() != Some(true))
        })
        .filter_map(|parameter| Some((parameter.get("name")?.as_str()?, parameter)))
}

/// A part of a JSON object; null where there is none.
pub(super) fn part<'v>(json: &'v Value, name: &str) -> &'v Value {
    json.get(name).unwrap_or(&Value::Null)
}
