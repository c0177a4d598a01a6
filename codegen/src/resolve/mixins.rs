//! In: drafts that name their mixins. Out: drafts with the members and traits
//! of their mixins, and with targets for elided members (Smithy 2.0, "Mixins").

mod order;

use std::collections::BTreeMap;

use indexmap::{IndexMap, IndexSet};

use crate::diagnostics::{About, Span};
use crate::model::{ids, Definition, Kind, Member, Node, Service, Shape, ShapeId, Traits};
use crate::traits::audience_of;

use super::merge::merge_trait;
use super::{Context, Draft, Drafts};

/// How many members and traits mixins may bring to all shapes together. Every
/// user of a mixin has its own copy, so a long chain of mixins grows with the
/// square of its length; this many take some hundred megabytes.
const MOST_INHERITED: usize = if cfg!(test) { 10_000 } else { 3_000_000 };

/// Flattens the mixins of all shapes, mixins of mixins first.
pub(super) fn flatten(drafts: &mut Drafts, context: &mut Context<'_>) {
    let order = order::by_mixins(drafts);
    for cycle in &order.cycles {
        report_cycle(drafts, cycle, context);
    }
    let mut flattening = Flattening { state: vec![State::Waiting; drafts.len()], inherited: 0 };
    for index in order.cycles.into_iter().flatten() {
        flattening.state[index] = State::Broken;
    }
    for index in order.sorted {
        flattening.run(drafts, index, context);
    }
}

/// What is known of a shape as the mixin of another one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Waiting,
    Whole,
    /// It has an error that leaves it without some of its members.
    Broken,
}

struct Flattening {
    state: Vec<State>,
    /// Members and traits that mixins brought so far.
    inherited: usize,
}

impl Flattening {
    /// Flattens one shape, whose mixins are flat, broken or not there.
    fn run(&mut self, drafts: &mut Drafts, index: usize, context: &mut Context<'_>) {
        if self.state[index] != State::Waiting {
            return;
        }
        let Some((_, draft)) = drafts.get_index(index) else { return };
        let mut is_whole = true;
        if !draft.shape.mixins.is_empty() {
            is_whole = self.check_mixins(drafts, draft, context);
        }
        let needs_flattening = !draft.shape.mixins.is_empty() || !draft.elided.is_empty();
        if needs_flattening && self.has_room_for(drafts, draft, context) {
            let flat = flat_shape(drafts, draft, is_whole, context);
            if let Some((_, draft)) = drafts.get_index_mut(index) {
                flat.assign_to(&mut draft.shape);
            }
        }
        if let Some((_, draft)) = drafts.get_index(index).filter(|_| is_whole) {
            is_whole = check_members(&draft.shape, context);
        }
        self.state[index] = if is_whole { State::Whole } else { State::Broken };
    }

    /// Whether every mixin can be applied; those that cannot are reported.
    fn check_mixins(&self, drafts: &Drafts, draft: &Draft, context: &mut Context<'_>) -> bool {
        let mut are_fine = true;
        for id in &draft.shape.mixins {
            let Some((index, _, mixin)) = drafts.get_full(id) else {
                // Reported where its name was resolved.
                are_fine = false;
                continue;
            };
            if self.state[index] == State::Broken {
                are_fine = false;
                report_broken_mixin(&draft.shape, &mixin.shape, context);
            } else {
                are_fine &= check_mixin(draft, mixin, context);
            }
        }
        are_fine
    }

    /// Whether the copies of what the mixins have fit into the bound. Told once.
    fn has_room_for(&mut self, drafts: &Drafts, draft: &Draft, context: &mut Context<'_>) -> bool {
        let had_room = self.inherited <= MOST_INHERITED;
        let size_of = |shape: &Shape| shape.members.iter().map(|member| 1 + member.traits.len()).sum::<usize>();
        let mixins = draft.shape.mixins.iter().filter_map(|id| drafts.get(id));
        self.inherited += mixins.map(|mixin| size_of(&mixin.shape)).sum::<usize>();
        let has_room = self.inherited <= MOST_INHERITED;
        if had_room && !has_room {
            let id = &draft.shape.id;
            let message = format!("the mixins of `{id}` and of the shapes before it bring too many members");
            let event = context.diagnostics.error("Whitesmith.MixinSize", draft.shape.span, message);
            let help = format!("mixins may bring {MOST_INHERITED} members and traits to all shapes together");
            event.shape(id.as_str()).help(help);
        }
        has_room
    }
}

fn report_cycle(drafts: &Drafts, cycle: &[usize], context: &mut Context<'_>) {
    let shapes: Vec<&Shape> =
        cycle.iter().filter_map(|index| drafts.get_index(*index)).map(|(_, d)| &d.shape).collect();
    let members: BTreeMap<&ShapeId, ()> = shapes.iter().map(|shape| (&shape.id, ())).collect();
    for shape in &shapes {
        let message = format!("the mixins of `{}` lead back to it", shape.id);
        let next = shape.mixins.iter().find(|mixin| members.contains_key(mixin));
        let span = next.map_or(shape.span, |next| shape.place_of(next));
        let event = context.diagnostics.error("Model", span, message);
        event.shape(shape.id.as_str());
        if let Some(next) = next {
            event.help(format!("`{}` must not have `{}` among its mixins, nor theirs", next, shape.id));
        }
    }
}

fn report_broken_mixin(shape: &Shape, mixin: &Shape, context: &mut Context<'_>) {
    let message = format!("cannot mix `{}` into `{}`: the mixin itself has an error", mixin.id, shape.id);
    let place = context.sources.describe(mixin.span);
    let event = context.diagnostics.error("Model", shape.place_of(&mixin.id), message);
    event.shape(shape.id.as_str()).help(format!("the mixin is at {place}"));
}

/// Lists and maps need their members, their own or those of mixins.
fn check_members(shape: &Shape, context: &mut Context<'_>) -> bool {
    let wanted: &[&str] = match shape.kind {
        Kind::List => &["member"],
        Kind::Map => &["key", "value"],
        _ => return true,
    };
    let missing: Vec<String> =
        wanted.iter().filter(|name| shape.member(name).is_none()).map(|name| format!("`{name}`")).collect();
    if !missing.is_empty() {
        let message = format!("{} `{}` lacks {}", shape.kind.keyword(), shape.id, missing.join(" and "));
        let help: Vec<String> = missing.iter().map(|name| format!("{}: String", name.trim_matches('`'))).collect();
        let event = context.diagnostics.error("Model", shape.span, message);
        event.shape(shape.id.as_str()).help(help.join(", "));
    }
    missing.is_empty()
}

/// What flattening changes in a shape.
struct Flat {
    traits: Traits,
    members: Vec<Member>,
    kind: Kind,
    definition: Definition,
}

impl Flat {
    fn assign_to(self, shape: &mut Shape) {
        shape.traits = self.traits;
        shape.members = self.members;
        shape.kind = self.kind;
        shape.definition = Some(Box::new(self.definition));
    }
}

fn flat_shape(drafts: &Drafts, draft: &Draft, is_whole: bool, context: &mut Context<'_>) -> Flat {
    let mixins: Vec<&Draft> = draft.shape.mixins.iter().filter_map(|id| drafts.get(id)).collect();
    let own_members = own_members(drafts, draft, &mixins, is_whole, context);
    let mut members = inherited_members(draft, &mixins, &own_members, context);
    let introduced = introduced_traits(draft, context);
    let definition = definition_of(draft, &own_members, &members, &introduced);
    add_own_members(own_members, &mut members);
    apply_introduced(draft, introduced, &mut members, is_whole, context);
    Flat {
        traits: inherited_traits(draft, &mixins),
        members: members.into_values().collect(),
        kind: inherited_kind(draft, &mixins),
        definition,
    }
}

/// What the shape says itself, before it is put together with its mixins.
fn definition_of(
    draft: &Draft,
    own_members: &[Member],
    inherited: &IndexMap<String, Member>,
    introduced: &IndexMap<String, Traits>,
) -> Definition {
    let (over, members): (Vec<Member>, Vec<Member>) =
        own_members.iter().cloned().partition(|member| inherited.contains_key(&member.name));
    let mut applied: IndexMap<String, Traits> = over.into_iter().map(|member| (member.name, member.traits)).collect();
    for (name, traits) in introduced {
        let target = applied.entry(name.clone()).or_default();
        traits.iter().for_each(|(id, node)| target.insert(id.clone(), node.clone()));
    }
    applied.retain(|_, traits| !traits.is_empty());
    Definition { traits: draft.shape.traits.clone(), members, applied, kind: draft.shape.kind.clone() }
}

/// Whether the shape can be a mixin of the other one.
fn check_mixin(draft: &Draft, mixin: &Draft, context: &mut Context<'_>) -> bool {
    let (shape, mixin) = (&draft.shape, &mixin.shape);
    let place = shape.place_of(&mixin.id);
    if !mixin.has_trait(ids::MIXIN) {
        let problem = format!("`{}` is used as a mixin but has no `@mixin` trait", mixin.id);
        context.diagnostics.error("Target", place, problem).shape(shape.id.as_str());
        return true;
    }
    if shape.kind.keyword() == mixin.kind.keyword() {
        return true;
    }
    let problem = format!(
        "`{}` is {} and cannot be mixed into the {} `{}`",
        mixin.id,
        mixin.kind.with_article(),
        shape.kind.keyword(),
        shape.id
    );
    context.diagnostics.error("Model", place, problem).shape(shape.id.as_str());
    false
}

/// The traits of the mixins, later ones first in rank, then the shape's own.
fn inherited_traits(draft: &Draft, mixins: &[&Draft]) -> Traits {
    let mut traits = Traits::default();
    for mixin in mixins {
        let local = local_traits(&mixin.shape.traits);
        for (id, node) in mixin.shape.traits.iter() {
            let is_local = id.as_str() == ids::MIXIN || local.contains(&id.as_str());
            if !is_local {
                traits.insert(id.clone(), node.clone());
            }
        }
    }
    traits.replace_with(&draft.shape.traits);
    traits
}

fn local_traits(traits: &Traits) -> Vec<&str> {
    let local = traits.get(ids::MIXIN).and_then(|mixin| mixin.get("localTraits")).and_then(Node::as_array);
    local.unwrap_or_default().iter().filter_map(Node::as_str).collect()
}

/// The members of the mixins by name. One that is there already, from the
/// shape or a mixin before, must have the same target.
fn inherited_members(
    draft: &Draft,
    mixins: &[&Draft],
    own_members: &[Member],
    context: &mut Context<'_>,
) -> IndexMap<String, Member> {
    let own: BTreeMap<&str, &Member> = own_members.iter().map(|member| (member.name.as_str(), member)).collect();
    let mut members: IndexMap<String, Member> = IndexMap::new();
    for mixin in mixins {
        for member in &mixin.shape.members {
            let own = own.get(member.name.as_str());
            let target = own.map(|own| &own.target).or_else(|| members.get(&member.name).map(|found| &found.target));
            if target.is_some_and(|target| *target != member.target) {
                let place = own.map_or_else(|| draft.shape.place_of(&mixin.shape.id), |own| own.span);
                report_conflict(draft, member, &mixin.shape, place, context);
            }
            match members.get_mut(&member.name) {
                None => {
                    members.insert(member.name.clone(), member.clone());
                }
                Some(previous) => previous.traits.replace_with(&member.traits),
            }
        }
    }
    members
}

fn report_conflict(draft: &Draft, member: &Member, mixin: &Shape, place: Span, context: &mut Context<'_>) {
    let id = draft.shape.id.with_member(&member.name);
    let message = format!("member `{}` conflicts with one of a mixin that has another target", member.name);
    let help = format!("`{}` has `{}: {}`", mixin.id, member.name, member.target);
    context.diagnostics.error("Model", place, message).shape(id.as_str()).help(help);
}

/// The members of the definition itself, each with its target.
fn own_members(
    drafts: &Drafts,
    draft: &Draft,
    mixins: &[&Draft],
    is_whole: bool,
    context: &mut Context<'_>,
) -> Vec<Member> {
    let mut members = Vec::with_capacity(draft.shape.members.len());
    for member in &draft.shape.members {
        let mut member = member.clone();
        if draft.elided.contains(&member.name) {
            let from_mixin = || mixins.iter().find_map(|mixin| mixin.shape.member(&member.name));
            // The resource comes first; a mixin that differs is a conflict.
            let target = target_from_resource(drafts, draft, &member.name);
            match target.or_else(|| from_mixin().map(|member| &member.target)) {
                Some(target) => member.target = target.clone(),
                None => {
                    if is_whole {
                        report_nothing_to_elide(drafts, draft, &member, context);
                    }
                    continue;
                }
            }
        }
        members.push(member);
    }
    members
}

fn target_from_resource<'d>(drafts: &'d Drafts, draft: &Draft, name: &str) -> Option<&'d ShapeId> {
    let resource = drafts.get(draft.resource.as_ref()?)?;
    let Kind::Resource(resource) = &resource.shape.kind else { return None };
    // A property of the name of an identifier comes second, and so it stays.
    resource.properties.get(name).or_else(|| resource.identifiers.get(name))
}

fn report_nothing_to_elide(drafts: &Drafts, draft: &Draft, member: &Member, context: &mut Context<'_>) {
    let id = draft.shape.id.with_member(&member.name);
    let source = draft.resource.as_ref().and_then(|resource| drafts.get(resource));
    if let Some(other) = source.filter(|other| !matches!(other.shape.kind, Kind::Resource(_))) {
        let kind = other.shape.kind.with_article();
        let message = format!("`{}` is {kind}; `for` requires a resource", other.shape.id);
        let place = draft.shape.place_of(&other.shape.id);
        context.diagnostics.error("Model", place, message).shape(id.as_str());
    }
    let message = format!("no mixin or resource gives a target for `${}`", member.name);
    let event = context.diagnostics.error("Model", member.span, message);
    event.shape(id.as_str()).help(format!("write it as `{}: Target`", member.name));
}

fn add_own_members(own_members: Vec<Member>, members: &mut IndexMap<String, Member>) {
    for member in own_members {
        match members.get_mut(&member.name) {
            None => {
                members.insert(member.name.clone(), member);
            }
            Some(previous) => {
                previous.span = member.span;
                previous.target_span = member.target_span;
                previous.target = member.target;
                previous.traits.replace_with(&member.traits);
            }
        }
    }
}

/// Traits that apply statements put on members of mixins, by member.
fn introduced_traits(draft: &Draft, context: &mut Context<'_>) -> IndexMap<String, Traits> {
    let mut introduced: IndexMap<String, Traits> = IndexMap::new();
    for (name, id, node, span) in &draft.introduced {
        let member_id = draft.shape.id.with_member(name);
        let traits = introduced.entry(name.clone()).or_default();
        merge_trait(traits, id.clone(), node.clone(), *span, member_id.as_str(), context);
    }
    introduced
}

/// What apply statements say overrides what the mixins do.
fn apply_introduced(
    draft: &Draft,
    introduced: IndexMap<String, Traits>,
    members: &mut IndexMap<String, Member>,
    is_whole: bool,
    context: &mut Context<'_>,
) {
    for (name, traits) in introduced {
        match members.get_mut(&name) {
            Some(member) => member.traits.replace_with(&traits),
            None if is_whole => {
                let member_id = draft.shape.id.with_member(&name);
                for (id, _) in traits.iter() {
                    let message = format!("cannot find member `{member_id}` to apply a trait to");
                    let event = context.diagnostics.error("Model", traits.place_of(id.as_str()), message);
                    event.audience(audience_of(id.as_str())).about(About::UnknownMember);
                }
            }
            None => {}
        }
    }
}

/// Properties of services, operations and resources with those of mixins.
fn inherited_kind(draft: &Draft, mixins: &[&Draft]) -> Kind {
    let mut kind = draft.shape.kind.clone();
    match &mut kind {
        Kind::Service(service) => {
            let own = std::mem::take(service);
            for mixin in mixins {
                if let Kind::Service(other) = &mixin.shape.kind {
                    extend_service(service, other, mixin.has_version);
                }
            }
            extend_service(service, &own, draft.has_version);
            [&mut service.operations, &mut service.resources, &mut service.errors].into_iter().for_each(make_unique);
        }
        Kind::Operation(operation) => {
            let own = std::mem::take(&mut operation.errors);
            for mixin in mixins {
                if let Kind::Operation(other) = &mixin.shape.kind {
                    operation.errors.extend_from_slice(&other.errors);
                }
            }
            operation.errors.extend(own);
            make_unique(&mut operation.errors);
        }
        _ => {}
    }
    kind
}

fn extend_service(service: &mut Service, more: &Service, has_version: bool) {
    if has_version || !more.version.is_empty() {
        service.version.clone_from(&more.version);
    }
    service.operations.extend_from_slice(&more.operations);
    service.resources.extend_from_slice(&more.resources);
    service.errors.extend_from_slice(&more.errors);
    service.rename.extend(more.rename.clone());
}

/// What several mixins list is there once.
fn make_unique(ids: &mut Vec<ShapeId>) {
    let unique: IndexSet<ShapeId> = ids.drain(..).collect();
    ids.extend(unique);
}

#[cfg(test)]
mod tests {
    use crate::{load, LoadOptions, Sources};

    /// The events of a chain in which each mixin has one member more.
    fn events_of_chain(length: usize) -> Vec<String> {
        let link = |link: usize| format!("@mixin\nstructure M{link} with [M{}] {{ m{link}: String }}\n", link - 1);
        let links: String = (1..length).map(link).collect();
        let mut sources = Sources::new();
        sources
            .add("a.smithy", format!("$version: \"2.0\"\nnamespace a\n@mixin\nstructure M0 {{ m0: String }}\n{links}"));
        let (_, diagnostics) = load(&sources, &LoadOptions::default());
        diagnostics.iter().map(|event| format!("{}: {}", event.id, event.message)).collect()
    }

    #[test]
    fn an_exploding_chain_is_told_once() {
        assert_eq!(events_of_chain(100), [""; 0]);
        let message = "the mixins of `a#M141` and of the shapes before it bring too many members";
        assert_eq!(events_of_chain(300), [format!("Whitesmith.MixinSize: {message}")]);
    }
}
