//! In: the shapes of one document. Out: drafts of model shapes with absolute
//! ids. Reports every name that leads nowhere, while its place is known.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::{About, Audience, Severity, Span};
use crate::model::{
    ids, is_identifier, Kind, Member, Node, Operation, Resource, Service, Shape, ShapeId, Traits, Value,
};
use crate::suggest;
use crate::syntax::ast::{self, Type, Version};
use crate::traits::audience_of;

use super::merge::merge_trait;
use super::names::{self, Names, Scope, Wanted};
use super::{Context, Draft, Drafts};

/// A trait of an apply statement, with its target.
pub(super) struct Applied {
    target: ShapeId,
    target_span: Span,
    trait_id: ShapeId,
    node: Node,
    span: Span,
}

/// Builds the shapes of a document and returns its apply statements, which
/// wait until the shapes of all documents are there.
pub(super) fn build_shapes(
    index: usize,
    mut document: ast::Document<'_>,
    names: &mut Names<'_>,
    drafts: &mut Drafts,
    context: &mut Context<'_>,
) -> Vec<Applied> {
    let shapes = std::mem::take(&mut document.shapes);
    let applies = std::mem::take(&mut document.applies);
    let scope = names::scope_of(&document, names, context.diagnostics);
    let (version, bare_ids) = (document.version, &document.bare_ids);
    let mut builder = Builder { names, scope, version, bare_ids, places: Vec::new(), context };
    for shape in shapes {
        builder.report_use_conflict(&shape);
        let Some(id) = builder.absolute(&shape.name) else { continue };
        let owner = builder.names.definition(id.as_str()).map(|found| found.document);
        // A built-in definition that the user's takes the place of.
        let is_replaced = owner.is_some_and(|owner| owner > index);
        if is_replaced {
            continue;
        }
        let draft = builder.build_shape(id.clone(), shape);
        match drafts.get_mut(&id) {
            Some(previous) => merge_definitions(previous, draft, builder.context),
            None => {
                drafts.insert(id, draft);
            }
        }
    }
    applies.into_iter().flat_map(|apply| builder.build_apply(apply)).collect()
}

/// A second definition must be equal but for its traits, which join those of
/// the first.
fn merge_definitions(previous: &mut Draft, draft: Draft, context: &mut Context<'_>) {
    let (left, right) = (&previous.shape, &draft.shape);
    let same_members = left.members.len() == right.members.len()
        && left.members.iter().zip(&right.members).all(|(left, right)| left.name == right.name)
        && left.members.iter().zip(&right.members).all(|(left, right)| left.target == right.target);
    let is_equal = left.kind == right.kind && left.mixins == right.mixins && same_members;
    let id = right.id.clone();
    let help = format!("the other one is at {}", context.sources.describe(left.span));
    if !is_equal {
        let message = format!("conflicting definitions of `{id}`");
        context.diagnostics.error("Model", right.span, message).shape(id.as_str()).help(help);
        return;
    }
    let message = format!("`{id}` is defined twice, alike");
    let event = context.diagnostics.report(Severity::Note, "Model.IgnoredDuplicateDefinition", right.span, message);
    event.shape(id.as_str()).help(help);
    merge_traits(&mut previous.shape.traits, draft.shape.traits, id.as_str(), context);
    for (member, other) in previous.shape.members.iter_mut().zip(draft.shape.members) {
        merge_traits(&mut member.traits, other.traits, id.with_member(&other.name).as_str(), context);
    }
}

fn merge_traits(traits: &mut Traits, others: Traits, owner: &str, context: &mut Context<'_>) {
    for (id, node, span) in others.into_entries() {
        let is_equal = traits.get(id.as_str()).is_some_and(|other| other.same_value(&node));
        if !is_equal {
            merge_trait(traits, id, node, span, owner, context);
        }
    }
}

/// Puts the traits of apply statements on their targets.
pub(super) fn apply_traits(applies: Vec<Applied>, drafts: &mut Drafts, context: &mut Context<'_>) {
    let mut members = MemberIndex::default();
    for applied in applies {
        let Applied { target, target_span, trait_id, node, span } = applied;
        let (shape_id, member) = match target.as_str().split_once('$') {
            Some((shape, member)) => (shape, Some(member)),
            None => (target.as_str(), None),
        };
        let Some(draft) = drafts.get_mut(shape_id) else {
            let message = format!("cannot find shape `{shape_id}` to apply a trait to");
            let event = context.diagnostics.error("Model", target_span, message);
            event.audience(audience_of(trait_id.as_str())).about(About::UnknownName);
            continue;
        };
        if draft.shape.is_builtin() && span.source != draft.shape.span.source {
            let message = format!("`{shape_id}` is part of the language and takes no more traits");
            let event = context.diagnostics.error("Model", target_span, message).shape(target.as_str());
            event.audience(audience_of(trait_id.as_str()));
            continue;
        }
        let Some(member) = member else {
            merge_trait(&mut draft.shape.traits, trait_id, node, span, target.as_str(), context);
            continue;
        };
        match members.find(&draft.shape, member).and_then(|index| draft.shape.members.get_mut(index)) {
            Some(found) => merge_trait(&mut found.traits, trait_id, node, span, target.as_str(), context),
            None if draft.shape.mixins.is_empty() => {
                let message = format!("cannot find member `{target}` to apply a trait to");
                let known = draft.shape.members.iter().map(|found| found.name.as_str());
                let help = suggest::list(&context.suggestions.nearest(member, known))
                    .map(|near| format!("did you mean {near}?"));
                let event = context.diagnostics.error("Model", target_span, message);
                event.audience(audience_of(trait_id.as_str())).about(About::UnknownMember).help = help;
            }
            None => draft.introduced.push((member.to_owned(), trait_id, node, span)),
        }
    }
}

/// Finds members of shapes that have so many that looking at each would not do:
/// there may be an apply statement for each of them.
#[derive(Default)]
struct MemberIndex {
    of_large: BTreeMap<ShapeId, BTreeMap<String, usize>>,
}

impl MemberIndex {
    const LARGE: usize = 64;

    fn find(&mut self, shape: &Shape, name: &str) -> Option<usize> {
        if shape.members.len() <= Self::LARGE {
            return shape.members.iter().position(|member| member.name == name);
        }
        let index = self.of_large.entry(shape.id.clone()).or_insert_with(|| {
            let names = shape.members.iter().map(|member| member.name.clone());
            names.zip(0..).collect()
        });
        index.get(name).copied()
    }
}

/// What building a shape needs.
struct Builder<'b, 'c, 's> {
    names: &'b mut Names<'s>,
    scope: Scope<'b>,
    version: Version,
    bare_ids: &'b [u32],
    /// Where the shape that is being built names others.
    places: Vec<(ShapeId, Span)>,
    context: &'b mut Context<'c>,
}

impl Builder<'_, '_, '_> {
    fn absolute(&mut self, name: &ast::Name<'_>) -> Option<ShapeId> {
        // `names::declare` reported those that are none.
        let mut reported = crate::diagnostics::Diagnostics::new();
        self.names.absolute(self.scope.namespace(), name, &mut reported)
    }

    fn report_use_conflict(&mut self, shape: &ast::Shape<'_>) {
        if let Some(used) = self.scope.imported(&shape.name.text) {
            let message = format!("shape name `{}` conflicts with imported shape `{used}`", shape.name.text);
            let event = self.context.diagnostics.error("Model", shape.name.span, message);
            event.help("rename the shape or remove the `use`");
        }
    }

    fn build_shape(&mut self, id: ShapeId, shape: ast::Shape<'_>) -> Draft {
        self.check_type_version(&id, shape.ty, shape.name.span);
        let elided = elided_members(&shape);
        let has_version = matches!(&shape.body, ast::Body::Service(service) if service.version.is_some());
        let members = self.build_members(&id, shape.ty, shape.members);
        let mixins = shape.mixins.iter().map(|mixin| self.mixin(mixin, &id)).collect();
        let resource = shape.resource.map(|resource| self.place(&resource, &id, "no resource of this name"));
        let mut traits = self.build_traits(shape.traits, id.as_str());
        let is_set = shape.ty == Type::Set;
        if is_set && traits.get(ids::UNIQUE_ITEMS).is_none() {
            let node = Node { value: Value::Object(Vec::new()), span: shape.name.span };
            traits.insert(self.names.intern(ids::UNIQUE_ITEMS), node);
        }
        let has_properties = matches!(&shape.body, ast::Body::Resource(resource) if resource.has_properties);
        if has_properties && self.version == Version::V1 {
            let event =
                self.context.diagnostics.error("Model", shape.name.span, "resource properties need version 2.0");
            event.shape(id.as_str()).help("$version: \"2.0\"");
        }
        let kind = self.build_kind(&id, shape.ty, shape.body);
        let places = std::mem::take(&mut self.places);
        let span = shape.name.span;
        let shape = Shape { id, kind, traits, members, mixins, definition: None, places, is_set, span };
        Draft { shape, version: self.version, elided, resource, has_version, introduced: Vec::new() }
    }

    /// Reports a type that the version of the document does not have.
    fn check_type_version(&mut self, id: &ShapeId, ty: Type, span: Span) {
        let (message, help) = match (self.version, ty) {
            (Version::V2, Type::Set) => ("version 2.0 has no sets", "use a list with the `@uniqueItems` trait"),
            (Version::V1, Type::Enum) => ("enum shapes need version 2.0", "$version: \"2.0\""),
            (Version::V1, Type::IntEnum) => ("intEnum shapes need version 2.0", "$version: \"2.0\""),
            _ => return,
        };
        self.context.diagnostics.error("Model", span, message).shape(id.as_str()).help(help);
    }

    /// Reports a trait that the version of the document does not have.
    fn check_trait_version(&mut self, id: &ShapeId, owner: &str, span: Span) {
        let diagnostics = &mut *self.context.diagnostics;
        match (self.version, id.as_str()) {
            (Version::V1, ids::MIXIN) => {
                let event = diagnostics.error("Model", span, "mixins need version 2.0");
                event.shape(owner).help("$version: \"2.0\"");
            }
            (Version::V1, ids::DEFAULT) => {
                let event = diagnostics.error("Model", span, "defaults need version 2.0");
                event.shape(owner).help("$version: \"2.0\"");
            }
            (Version::V2, ids::BOX) => {
                let event = diagnostics.error("Model", span, "version 2.0 has no `@box`");
                event.shape(owner).help("remove it: without a default a member is optional");
            }
            (Version::V2, ids::ENUM) => {
                let message = "`@enum` is deprecated since version 2.0";
                let event = diagnostics.advice("ModelDeprecation", span, message);
                event.shape(owner).help("define an `enum` shape");
            }
            _ => {}
        }
    }

    fn build_members(&mut self, id: &ShapeId, ty: Type, members: Vec<ast::Member<'_>>) -> Vec<Member> {
        let mut built: Vec<Member> = Vec::with_capacity(members.len());
        let mut seen = std::collections::BTreeSet::new();
        for member in members {
            let member_id = id.with_member(&member.name.text);
            if !is_identifier(&member.name.text) {
                let message = format!("`{}` is not a name for a member", member.name.text);
                self.context.diagnostics.error("Model", member.name.span, message).shape(id.as_str());
                continue;
            }
            if !seen.insert(member.name.text.to_string()) {
                let message = format!("conflicting member name `{}`", member.name.text);
                let event = self.context.diagnostics.error("Model", member.name.span, message);
                event.shape(id.as_str()).help("rename or remove one of the two");
                continue;
            }
            if !self.check_member_of_collection(id, ty, &member.name) {
                continue;
            }
            let target = match &member.target {
                Some(target) => self.target(target, &member_id, "no shape of this name"),
                None => self.names.intern(ids::UNIT),
            };
            let traits = self.build_traits(member.traits, member_id.as_str());
            let span = member.name.span;
            let target_span = member.target.map_or(span, |target| target.span);
            built.push(Member { name: member.name.text.into_owned(), target, traits, span, target_span });
        }
        built
    }

    /// Lists and maps have members of fixed names; false for any other.
    fn check_member_of_collection(&mut self, id: &ShapeId, ty: Type, name: &ast::Name<'_>) -> bool {
        let (keyword, known, help) = match ty {
            Type::List => ("list", &["member"][..], "its only member is `member`"),
            Type::Set => ("set", &["member"][..], "its only member is `member`"),
            Type::Map => ("map", &["key", "value"][..], "its members are `key` and `value`"),
            _ => return true,
        };
        let is_known = known.contains(&&*name.text);
        if !is_known {
            let message = format!("a {keyword} has no member `{}`", name.text);
            self.context.diagnostics.error("Model", name.span, message).shape(id.as_str()).help(help);
        }
        is_known
    }

    /// A JSON AST has no names in scope; false if the id needed one.
    fn check_absolute(&mut self, reference: &ast::Reference<'_>, owner: &str) -> bool {
        let is_fine = !self.scope.namespace().is_empty() || reference.text.contains('#');
        if !is_fine {
            let message = format!("`{}` is not an absolute shape id", reference.text);
            let help = format!("did you mean `smithy.api#{}`?", reference.text);
            let shape = owner.split('$').next().unwrap_or(owner);
            self.context.diagnostics.error("Model", reference.span, message).shape(shape).help(help);
        }
        is_fine
    }

    /// The id that a reference means; reported if it leads nowhere.
    fn target(&mut self, reference: &ast::Reference<'_>, owner: &ShapeId, label: &str) -> ShapeId {
        let id = self.names.resolve(&self.scope, &reference.text);
        let is_absolute = self.check_absolute(reference, owner.as_str());
        if is_absolute && self.names.definition(id.as_str()).is_none() {
            self.names.report_unresolved(reference, &id, owner.as_str(), label, self.context.diagnostics);
        }
        id
    }

    /// Like [`Self::target`], for what is not the target of a member: the shape
    /// remembers the place.
    fn place(&mut self, reference: &ast::Reference<'_>, owner: &ShapeId, label: &str) -> ShapeId {
        let id = self.target(reference, owner, label);
        self.places.push((id.clone(), reference.span));
        id
    }

    fn mixin(&mut self, reference: &ast::Reference<'_>, owner: &ShapeId) -> ShapeId {
        let id = self.names.resolve(&self.scope, &reference.text);
        if self.names.definition(id.as_str()).is_none() {
            let help = self.names.suggest(&reference.text, &id, Wanted::Shape);
            let message = format!("cannot find mixin `{}`", reference.text);
            let event = self.context.diagnostics.error("Model", reference.span, message);
            event.shape(owner.as_str()).about(About::UnknownName).help = help;
        }
        self.places.push((id.clone(), reference.span));
        id
    }

    fn targets(&mut self, references: &[ast::Reference<'_>], owner: &ShapeId, label: &str) -> Vec<ShapeId> {
        let mut ids = Vec::with_capacity(references.len());
        let mut seen = std::collections::BTreeSet::new();
        for reference in references {
            // A shape that is listed twice is there once.
            let id = self.place(reference, owner, label);
            if seen.insert(id.clone()) {
                ids.push(id);
            }
        }
        ids
    }

    fn named_targets<M>(&mut self, named: Vec<(String, ast::Reference<'_>)>, owner: &ShapeId) -> M
    where
        M: FromIterator<(String, ShapeId)>,
    {
        named
            .into_iter()
            .map(|(name, reference)| (name, self.place(&reference, owner, "no shape of this name")))
            .collect()
    }

    fn build_kind(&mut self, id: &ShapeId, ty: Type, body: ast::Body<'_>) -> Kind {
        match (ty, body) {
            (_, ast::Body::Service(service)) => Kind::Service(Box::new(self.build_service(id, *service))),
            (_, ast::Body::Operation(operation)) => Kind::Operation(Box::new(self.build_operation(id, *operation))),
            (_, ast::Body::Resource(resource)) => Kind::Resource(Box::new(self.build_resource(id, *resource))),
            (ty, ast::Body::Members) => self.build_plain_kind(ty),
        }
    }

    fn build_plain_kind(&mut self, ty: Type) -> Kind {
        match ty {
            Type::Blob => Kind::Blob,
            Type::Boolean => Kind::Boolean,
            Type::String => Kind::String,
            Type::Enum => Kind::Enum,
            Type::Byte => Kind::Byte,
            Type::Short => Kind::Short,
            Type::Integer => Kind::Integer,
            Type::IntEnum => Kind::IntEnum,
            Type::Long => Kind::Long,
            Type::Float => Kind::Float,
            Type::Double => Kind::Double,
            Type::BigInteger => Kind::BigInteger,
            Type::BigDecimal => Kind::BigDecimal,
            Type::Timestamp => Kind::Timestamp,
            Type::Document => Kind::Document,
            Type::List | Type::Set => Kind::List,
            Type::Map => Kind::Map,
            Type::Structure => Kind::Structure,
            Type::Union => Kind::Union,
            // These three have a body of their own unless it could not be read.
            Type::Service => Kind::Service(Box::default()),
            Type::Resource => Kind::Resource(Box::default()),
            Type::Operation => {
                let unit = self.names.intern(ids::UNIT);
                let operation = Operation { input: unit.clone(), output: unit, errors: Vec::new() };
                Kind::Operation(Box::new(operation))
            }
        }
    }

    fn build_service(&mut self, id: &ShapeId, service: ast::Service<'_>) -> Service {
        Service {
            version: service.version.unwrap_or_default(),
            operations: self.targets(&service.operations, id, "no operation of this name"),
            resources: self.targets(&service.resources, id, "no resource of this name"),
            errors: self.targets(&service.errors, id, "no error of this name"),
            rename: service
                .rename
                .into_iter()
                // The check of the service reports ids outside of its closure.
                .map(|(reference, name)| {
                    let id = self.names.resolve(&self.scope, &reference.text);
                    self.places.push((id.clone(), reference.span));
                    (id, name)
                })
                .collect(),
        }
    }

    fn build_operation(&mut self, id: &ShapeId, operation: ast::Operation<'_>) -> Operation {
        let mut structure = |reference: Option<ast::Reference<'_>>| match reference {
            Some(reference) => self.place(&reference, id, "no structure of this name"),
            None => self.names.intern(ids::UNIT),
        };
        let (input, output) = (structure(operation.input), structure(operation.output));
        Operation { input, output, errors: self.targets(&operation.errors, id, "no error of this name") }
    }

    fn build_resource(&mut self, id: &ShapeId, resource: ast::Resource<'_>) -> Resource {
        Resource {
            identifiers: self.named_targets(resource.identifiers, id),
            properties: self.named_targets(resource.properties, id),
            lifecycle: resource
                .lifecycle
                .into_iter()
                .map(|(name, reference)| (name.to_owned(), self.place(&reference, id, "no operation of this name")))
                .collect(),
            operations: self.targets(&resource.operations, id, "no operation of this name"),
            collection_operations: self.targets(&resource.collection_operations, id, "no operation of this name"),
            resources: self.targets(&resource.resources, id, "no resource of this name"),
        }
    }

    fn build_traits(&mut self, applied: Vec<ast::Trait<'_>>, owner: &str) -> Traits {
        let mut traits = Traits::with_capacity(applied.len());
        for applied in applied {
            let span = applied.span;
            let (id, node) = self.build_trait(applied, owner);
            merge_trait(&mut traits, id, node, span, owner, self.context);
        }
        traits
    }

    fn build_trait(&mut self, applied: ast::Trait<'_>, owner: &str) -> (ShapeId, Node) {
        let id = self.names.resolve(&self.scope, &applied.id.text);
        let definition = self.names.definition(id.as_str());
        if self.check_absolute(&applied.id, owner) && definition.is_none() {
            self.report_unresolved_trait(&applied.id, &id, owner);
        }
        self.check_trait_version(&id, owner, applied.span);
        let annotation = || Node { value: annotation_value(definition.map(|found| found.ty)), span: applied.span };
        let mut node = applied.value.unwrap_or_else(annotation);
        self.resolve_bare_ids(&mut node);
        (id, node)
    }

    fn report_unresolved_trait(&mut self, reference: &ast::Reference<'_>, id: &ShapeId, owner: &str) {
        let help = self.names.suggest(&reference.text, id, Wanted::Trait);
        let name = &reference.text;
        let diagnostics = &mut *self.context.diagnostics;
        // The severities differ, and somebody who sees both has to know why.
        let (event, otherwise) = match self.context.unresolved_traits {
            Severity::Error => (
                diagnostics.error("Model.UnresolvedTrait", reference.span, format!("cannot find trait `{name}`")),
                "name the file that defines it, too; codegen only warns, since it ignores unknown traits",
            ),
            _ => (
                diagnostics.warning(
                    "Model.UnresolvedTrait",
                    reference.span,
                    format!("cannot find trait `{name}`: it is ignored here, and an ERROR in validate"),
                ),
                "name the file that defines it, too, if it matters to the client",
            ),
        };
        event.shape(owner).about(About::UnknownName).help(help.unwrap_or_else(|| otherwise.to_owned()));
    }

    fn resolve_bare_ids(&mut self, node: &mut Node) {
        resolve_bare_ids(node, self.bare_ids, self.names, &self.scope, self.context);
    }

    fn build_apply(&mut self, apply: ast::Apply<'_>) -> Vec<Applied> {
        let target = self.names.resolve(&self.scope, &apply.target.text);
        let target_span = apply.target.span;
        apply
            .traits
            .into_iter()
            .map(|applied| {
                let span = applied.span;
                let (trait_id, node) = self.build_trait(applied, target.as_str());
                Applied { target: target.clone(), target_span, trait_id, node, span }
            })
            .collect()
    }
}

/// Makes absolute the ids without quotes in the metadata. Before a namespace
/// there are only the names of the prelude (Smithy 2.0, "Metadata section").
pub(super) fn resolve_metadata(document: &mut ast::Document<'_>, names: &mut Names<'_>, context: &mut Context<'_>) {
    let scope = Scope::of_prelude();
    for (_, node) in &mut document.metadata {
        resolve_bare_ids(node, &document.bare_ids, names, &scope, context);
    }
}

/// Nothing has the id. That may be so on purpose, unless it is a keyword and more:
/// then something is missing after the keyword.
fn report_bare_id(text: &str, span: Span, context: &mut Context<'_>) {
    let keyword = ["true", "false", "null"].into_iter().find(|keyword| text.starts_with(keyword));
    let (severity, help) = match keyword {
        Some(keyword) => (Severity::Error, format!("write {keyword}, or \"{text}\" if a string is meant")),
        None => (Severity::Danger, format!("write \"{text}\" if a string is meant")),
    };
    let message = format!("cannot find shape `{text}`");
    let event = context.diagnostics.report(severity, "SyntacticShapeIdTarget", span, message);
    event.help(help).audience(Audience::Author).about(About::UnknownName);
}

/// Makes absolute the ids without quotes in a value. Most values have none,
/// which one look at the sorted offsets tells.
fn resolve_bare_ids(
    node: &mut Node,
    bare_ids: &[u32],
    names: &mut Names<'_>,
    scope: &Scope<'_>,
    context: &mut Context<'_>,
) {
    let first = bare_ids.partition_point(|start| *start < node.span.start);
    let has_bare_id = bare_ids.get(first).is_some_and(|start| *start < node.span.end);
    if !has_bare_id {
        return;
    }
    match &mut node.value {
        Value::String(text) => {
            let id = names.resolve(scope, text);
            if names.definition(id.as_str().split('$').next().unwrap_or("")).is_none() {
                report_bare_id(text, node.span, context);
            }
            *text = id.as_str().to_owned();
        }
        Value::Array(elements) => {
            elements.iter_mut().for_each(|element| resolve_bare_ids(element, bare_ids, names, scope, context));
        }
        Value::Object(members) => {
            members.iter_mut().for_each(|(_, member)| resolve_bare_ids(member, bare_ids, names, scope, context));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// What a trait without a value stands for (Smithy 2.0, "Trait node values").
/// Scalars have no such value: the check of trait values reports them.
fn annotation_value(ty: Option<Type>) -> Value {
    match ty {
        None | Some(Type::Structure | Type::Map) => Value::Object(Vec::new()),
        Some(Type::List | Type::Set) => Value::Array(Vec::new()),
        Some(_) => Value::Null,
    }
}

fn elided_members(shape: &ast::Shape<'_>) -> BTreeSet<String> {
    shape.members.iter().filter(|member| member.target.is_none()).map(|member| member.name.text.to_string()).collect()
}
