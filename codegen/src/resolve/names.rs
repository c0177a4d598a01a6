//! In: names as documents write them. Out: absolute ids. Exists so that ids
//! are made in one place: each text of an id is stored once.

use std::collections::BTreeMap;

use indexmap::{IndexMap, IndexSet};

use crate::diagnostics::{About, Diagnostics};
use crate::model::{ids, is_absolute_id, ShapeId};
use crate::prelude;
use crate::suggest::{self, Suggestions};
use crate::syntax::ast;

const PRELUDE: &str = "smithy.api";

/// Every id that a document defines, and every id that is mentioned.
pub(super) struct Names<'s> {
    suggestions: &'s Suggestions,
    defined: IndexMap<ShapeId, Definition>,
    mentioned: IndexSet<ShapeId>,
    /// Suggestions are a courtesy; thousands of unresolved names get none.
    searches_left: u32,
}

/// What is known of a shape before it is built.
#[derive(Debug, Clone, Copy)]
pub(super) struct Definition {
    /// The document whose definition counts.
    pub(super) document: usize,
    pub(super) ty: ast::Type,
    is_private: bool,
    is_trait: bool,
}

/// What a suggestion is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Something that is not a trait.
    Shape,
    Trait,
    Any,
}

impl Wanted {
    fn allows(self, found: Definition) -> bool {
        match self {
            Self::Shape => !found.is_trait,
            Self::Trait => found.is_trait,
            Self::Any => true,
        }
    }
}

/// What a document can name without a namespace.
pub(super) struct Scope<'d> {
    namespace: &'d str,
    /// Absolute ids by the name that `use` gives them.
    uses: BTreeMap<&'d str, ShapeId>,
}

/// Collects the definitions of all documents. A definition of the user's
/// takes the place of a built-in one: models may bring the traits they use.
pub(super) fn declare<'s>(
    documents: &[ast::Document<'_>],
    builtin: usize,
    suggestions: &'s Suggestions,
    diagnostics: &mut Diagnostics,
) -> Names<'s> {
    let mut names = Names { suggestions, defined: IndexMap::new(), mentioned: IndexSet::new(), searches_left: 20 };
    for (index, document) in documents.iter().enumerate() {
        for shape in &document.shapes {
            let Some(id) = names.absolute(document.namespace, &shape.name, diagnostics) else { continue };
            let is_private = shape.traits.iter().any(|applied| matches!(&*applied.id.text, "private" | ids::PRIVATE));
            let is_trait = shape.traits.iter().any(|applied| matches!(&*applied.id.text, "trait" | ids::TRAIT));
            let definition = Definition { document: index, ty: shape.ty, is_private, is_trait };
            match names.defined.get_mut(&id) {
                Some(other) if other.document < builtin && index >= builtin => *other = definition,
                Some(_) => {}
                None => {
                    names.defined.insert(id, definition);
                }
            }
        }
    }
    names
}

/// What the document's statements can name.
pub(super) fn scope_of<'d>(
    document: &'d ast::Document<'_>,
    names: &mut Names<'_>,
    diagnostics: &mut Diagnostics,
) -> Scope<'d> {
    let mut uses = BTreeMap::new();
    for used in &document.uses {
        let id = names.intern(&used.text);
        if names.defined.get(&id).is_none() {
            names.report_unknown_use(used, &id, diagnostics);
        }
        let name = used.text.split_once('#').map_or("", |(_, name)| name);
        uses.insert(name, id);
    }
    Scope { namespace: document.namespace, uses }
}

impl Scope<'_> {
    /// What can be named before a namespace is there.
    pub(super) fn of_prelude() -> Self {
        Self { namespace: PRELUDE, uses: BTreeMap::new() }
    }

    /// The namespace of relative names; empty for a JSON AST.
    pub(super) fn namespace(&self) -> &str {
        self.namespace
    }

    /// The id that `use` gives the name.
    pub(super) fn imported(&self, name: &str) -> Option<&ShapeId> {
        self.uses.get(name)
    }
}

impl Names<'_> {
    /// The one copy of an id.
    pub(super) fn intern(&mut self, text: &str) -> ShapeId {
        if let Some(id) = self.mentioned.get(text) {
            return id.clone();
        }
        let id = ShapeId::new(text);
        self.mentioned.insert(id.clone());
        id
    }

    /// The id of a shape that a document defines.
    pub(super) fn absolute(
        &mut self,
        namespace: &str,
        name: &ast::Name<'_>,
        diagnostics: &mut Diagnostics,
    ) -> Option<ShapeId> {
        if !namespace.is_empty() {
            return Some(self.intern(&format!("{namespace}#{}", name.text)));
        }
        if is_absolute_id(&name.text) && !name.text.contains('$') {
            return Some(self.intern(&name.text));
        }
        let message = format!("`{}` is not an absolute shape id", name.text);
        let event = diagnostics.error("Model", name.span, message).help("write it as `namespace#Name`");
        // A member is not a shape of its own; whoever looks for the event knows it by its id.
        event.shape = is_absolute_id(&name.text).then(|| name.text.to_string());
        None
    }

    /// The definition of a shape.
    pub(super) fn definition(&self, id: &str) -> Option<Definition> {
        self.defined.get(id).copied()
    }

    /// The absolute id that a reference means, defined or not (Smithy 2.0,
    /// "Relative shape ID resolution"): `use`, then the own namespace, then
    /// what is public in the prelude.
    pub(super) fn resolve(&mut self, scope: &Scope<'_>, text: &str) -> ShapeId {
        if text.contains('#') {
            return self.intern(text);
        }
        let (name, member) = match text.split_once('$') {
            Some((name, member)) => (name, Some(member)),
            None => (text, None),
        };
        let shape = self.resolve_name(scope, name);
        match member {
            Some(member) => self.intern(&format!("{shape}${member}")),
            None => shape,
        }
    }

    fn resolve_name(&mut self, scope: &Scope<'_>, name: &str) -> ShapeId {
        if let Some(used) = scope.uses.get(name) {
            return used.clone();
        }
        let own = format!("{}#{name}", scope.namespace);
        if let Some((id, _)) = self.defined.get_key_value(own.as_str()) {
            return id.clone();
        }
        let public = format!("{PRELUDE}#{name}");
        if let Some((id, _)) = self.defined.get_key_value(public.as_str()).filter(|(_, found)| !found.is_private) {
            return id.clone();
        }
        self.intern(&own)
    }

    /// Reports a reference to a shape that no document defines.
    pub(super) fn report_unresolved(
        &mut self,
        reference: &ast::Reference<'_>,
        id: &ShapeId,
        shape: &str,
        what: &str,
        diagnostics: &mut Diagnostics,
    ) {
        let help = self.suggest(&reference.text, id, Wanted::Shape);
        let message = format!("cannot find shape `{}`", reference.text);
        let event = diagnostics.error("Target", reference.span, message).shape(shape).label(what);
        event.about(About::UnknownName).help = help;
    }

    fn report_unknown_use(&mut self, used: &ast::Reference<'_>, id: &ShapeId, diagnostics: &mut Diagnostics) {
        let help = self.suggest(&used.text, id, Wanted::Any);
        let message = format!("cannot find shape `{id}`");
        // The official loader warns: what matters is whether the name is used.
        diagnostics.advice("Model", used.span, message).about(About::UnknownName).help = help;
    }

    /// What was probably meant by an id that nothing defines, in the form in
    /// which it was written.
    pub(super) fn suggest(&mut self, written: &str, id: &ShapeId, wanted: Wanted) -> Option<String> {
        self.searches_left = self.searches_left.checked_sub(1)?;
        let is_relative = !written.contains('#');
        let elsewhere = self
            .defined
            .iter()
            .find(|(other, found)| other.name() == id.name() && other.namespace() != PRELUDE && wanted.allows(**found));
        let elsewhere = elsewhere.map(|(other, _)| other);
        if let Some(other) = elsewhere.filter(|_| is_relative) {
            return Some(format!("use {other}"));
        }
        if let Some(namespace) = prelude::namespace_of(id.name()).filter(|_| is_relative && wanted != Wanted::Shape) {
            return Some(format!("use {namespace}#{}", id.name()));
        }
        let own = self.public_names(id.namespace(), wanted);
        let near = match is_relative {
            true => self.suggestions.nearest(id.name(), own.chain(self.public_names(PRELUDE, wanted))),
            false => self.suggestions.nearest(id.name(), own),
        };
        let near: Vec<String> = match is_relative {
            true => near.into_iter().map(str::to_owned).collect(),
            false => near
                .into_iter()
                .map(|name| format!("{}#{name}", id.namespace()))
                .chain(elsewhere.map(ToString::to_string))
                .collect(),
        };
        let near: Vec<&str> = near.iter().map(String::as_str).collect();
        suggest::list(&near).map(|near| format!("did you mean {near}?"))
    }

    fn public_names<'n>(&'n self, namespace: &'n str, wanted: Wanted) -> impl Iterator<Item = &'n str> {
        self.defined
            .iter()
            .filter(move |(id, found)| id.namespace() == namespace && wanted.allows(**found))
            .filter(move |(_, found)| !(namespace == PRELUDE && found.is_private))
            .map(|(id, _)| id.name())
    }
}
