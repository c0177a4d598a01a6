//! In: drafts that name their mixins. Out: drafts with the members and traits
//! of their mixins, and with targets for elided members (Smithy 2.0, "Mixins").

use std::collections::BTreeSet;

use indexmap::IndexMap;

use crate::checks::article;
use crate::model::{Definition, Kind, Member, Node, Service, ShapeId, Traits};

use super::merge::merge_trait;
use super::{Context, Draft, Drafts};

const MIXIN: &str = "smithy.api#mixin";

/// Flattens the mixins of all shapes, mixins of mixins first.
pub(super) fn flatten(drafts: &mut Drafts, context: &mut Context<'_>) {
    let mut done = BTreeSet::new();
    let mut waiting: Vec<usize> = (0..drafts.len())
        .filter(|index| drafts.get_index(*index).is_some_and(|(_, draft)| needs_flattening(draft)))
        .collect();
    let pending_ids: BTreeSet<ShapeId> =
        waiting.iter().filter_map(|index| drafts.get_index(*index)).map(|(id, _)| id.clone()).collect();
    // Each round flattens the shapes whose mixins are flat; what is left when
    // a round finds none is a cycle.
    loop {
        let (ready, blocked): (Vec<usize>, Vec<usize>) = waiting.into_iter().partition(|index| {
            drafts.get_index(*index).is_some_and(|(_, draft)| {
                draft.shape.mixins.iter().all(|mixin| done.contains(mixin) || !pending_ids.contains(mixin))
            })
        });
        if ready.is_empty() {
            report_cycles(drafts, &blocked, context);
            return;
        }
        for index in ready {
            flatten_shape(drafts, index, context);
            done.extend(drafts.get_index(index).map(|(id, _)| id.clone()));
        }
        waiting = blocked;
    }
}

fn needs_flattening(draft: &Draft) -> bool {
    !draft.shape.mixins.is_empty() || !draft.elided.is_empty()
}

fn report_cycles(drafts: &Drafts, blocked: &[usize], context: &mut Context<'_>) {
    for (id, draft) in blocked.iter().filter_map(|index| drafts.get_index(*index)) {
        let message = format!("the mixins of `{id}` lead back to it");
        context.diagnostics.error("Model", draft.shape.span, message).shape(id.as_str());
    }
}

fn flatten_shape(drafts: &mut Drafts, index: usize, context: &mut Context<'_>) {
    let Some((_, draft)) = drafts.get_index(index) else { return };
    let mixins: Vec<&Draft> = draft.shape.mixins.iter().filter_map(|id| drafts.get(id)).collect();
    for mixin in &mixins {
        check_mixin(draft, mixin, context);
    }
    let traits = inherited_traits(draft, &mixins);
    let mut members = inherited_members(draft, &mixins, context);
    let own_members = own_members(drafts, draft, &members, context);
    let introduced = introduced_traits(draft, context);
    let definition = definition_of(draft, &own_members, &members, &introduced);
    add_own_members(draft, own_members, &mut members, context);
    apply_introduced(draft, introduced, &mut members, context);
    let kind = inherited_kind(draft, &mixins);

    let Some((_, draft)) = drafts.get_index_mut(index) else { return };
    draft.shape.traits = traits;
    draft.shape.members = members.into_values().collect();
    draft.shape.kind = kind;
    draft.shape.definition = Some(Box::new(definition));
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

fn check_mixin(draft: &Draft, mixin: &Draft, context: &mut Context<'_>) {
    let (shape, mixin) = (&draft.shape, &mixin.shape);
    if !mixin.has_trait(MIXIN) {
        let problem = format!("`{}` is used as a mixin but has no `@mixin` trait", mixin.id);
        context.diagnostics.error("Target", shape.place_of(&mixin.id), problem).shape(shape.id.as_str());
        return;
    }
    let problem = if shape.kind.keyword() != mixin.kind.keyword() {
        format!(
            "`{}` is {} and cannot be mixed into the {} `{}`",
            mixin.id,
            article(mixin.kind.keyword()),
            shape.kind.keyword(),
            shape.id
        )
    } else {
        return;
    };
    context.diagnostics.error("Model", shape.place_of(&mixin.id), problem).shape(shape.id.as_str());
}

/// The traits of the mixins, later ones first in rank, then the shape's own.
fn inherited_traits(draft: &Draft, mixins: &[&Draft]) -> Traits {
    let mut traits = Traits::default();
    for mixin in mixins {
        let local = local_traits(&mixin.shape.traits);
        for (id, node) in mixin.shape.traits.iter() {
            let is_local = id.as_str() == MIXIN || local.contains(&id.as_str());
            if !is_local {
                traits.insert(id.clone(), node.clone());
            }
        }
    }
    for (id, node) in draft.shape.traits.iter() {
        traits.insert(id.clone(), node.clone());
    }
    traits
}

fn local_traits(traits: &Traits) -> Vec<&str> {
    let local = traits.get(MIXIN).and_then(|mixin| mixin.get("localTraits")).and_then(Node::as_array);
    local.unwrap_or_default().iter().filter_map(Node::as_str).collect()
}

fn inherited_members(draft: &Draft, mixins: &[&Draft], context: &mut Context<'_>) -> IndexMap<String, Member> {
    let mut members: IndexMap<String, Member> = IndexMap::new();
    for member in mixins.iter().flat_map(|mixin| &mixin.shape.members) {
        match members.get_mut(&member.name) {
            None => {
                members.insert(member.name.clone(), member.clone());
            }
            Some(previous) if previous.target == member.target => {
                for (id, node) in member.traits.iter() {
                    previous.traits.insert(id.clone(), node.clone());
                }
            }
            Some(_) => report_conflict(draft, member, context),
        }
    }
    members
}

fn report_conflict(draft: &Draft, member: &Member, context: &mut Context<'_>) {
    let id = draft.shape.id.with_member(&member.name);
    let own = draft.shape.member(&member.name);
    let span = own.map_or(draft.shape.span, |own| own.span);
    let message = format!("member `{}` conflicts with one of a mixin that has another target", member.name);
    context.diagnostics.error("Model", span, message).shape(id.as_str());
}

/// The members of the definition itself, each with its target.
fn own_members(
    drafts: &Drafts,
    draft: &Draft,
    inherited: &IndexMap<String, Member>,
    context: &mut Context<'_>,
) -> Vec<Member> {
    let mut members = Vec::with_capacity(draft.shape.members.len());
    for member in &draft.shape.members {
        let mut member = member.clone();
        if draft.elided.contains(&member.name) {
            let from_mixin = inherited.get(&member.name).map(|member| &member.target);
            // The resource comes first; a mixin that differs is a conflict.
            match target_from_resource(drafts, draft, &member.name).or(from_mixin) {
                Some(target) => member.target = target.clone(),
                None => {
                    report_nothing_to_elide(draft, &member, context);
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
    resource.identifiers.get(name).or_else(|| resource.properties.get(name))
}

fn report_nothing_to_elide(draft: &Draft, member: &Member, context: &mut Context<'_>) {
    let id = draft.shape.id.with_member(&member.name);
    let message = format!("no mixin or resource gives a target for `${}`", member.name);
    let event = context.diagnostics.error("Model", member.span, message);
    event.shape(id.as_str()).help(format!("write it as `{}: Target`", member.name));
}

fn add_own_members(
    draft: &Draft,
    own_members: Vec<Member>,
    members: &mut IndexMap<String, Member>,
    context: &mut Context<'_>,
) {
    let is_enum = matches!(draft.shape.kind, Kind::Enum | Kind::IntEnum);
    for member in own_members {
        match members.get_mut(&member.name) {
            None => {
                members.insert(member.name.clone(), member);
            }
            Some(previous) if is_enum || previous.target == member.target => {
                previous.span = member.span;
                for (id, node) in member.traits.into_entries() {
                    previous.traits.insert(id, node);
                }
            }
            Some(_) => report_conflict(draft, &member, context),
        }
    }
}

/// Traits that apply statements put on members of mixins, by member.
fn introduced_traits(draft: &Draft, context: &mut Context<'_>) -> IndexMap<String, Traits> {
    let mut introduced: IndexMap<String, Traits> = IndexMap::new();
    for (name, id, node) in &draft.introduced {
        let member_id = draft.shape.id.with_member(name);
        let traits = introduced.entry(name.clone()).or_default();
        merge_trait(traits, id.clone(), node.clone(), node.span, member_id.as_str(), context);
    }
    introduced
}

/// What apply statements say overrides what the mixins do.
fn apply_introduced(
    draft: &Draft,
    introduced: IndexMap<String, Traits>,
    members: &mut IndexMap<String, Member>,
    context: &mut Context<'_>,
) {
    for (name, traits) in introduced {
        let Some(member) = members.get_mut(&name) else {
            let member_id = draft.shape.id.with_member(&name);
            for (_, node) in traits.iter() {
                let message = format!("cannot find member `{member_id}` to apply a trait to");
                context.diagnostics.error("Model", node.span, message).shape(member_id.as_str());
            }
            continue;
        };
        for (id, node) in traits.into_entries() {
            member.traits.insert(id, node);
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
        }
        Kind::Operation(operation) => {
            let own = std::mem::take(&mut operation.errors);
            for mixin in mixins {
                if let Kind::Operation(other) = &mixin.shape.kind {
                    extend_unique(&mut operation.errors, &other.errors);
                }
            }
            extend_unique(&mut operation.errors, &own);
        }
        _ => {}
    }
    kind
}

fn extend_service(service: &mut Service, more: &Service, has_version: bool) {
    if has_version || !more.version.is_empty() {
        service.version.clone_from(&more.version);
    }
    extend_unique(&mut service.operations, &more.operations);
    extend_unique(&mut service.resources, &more.resources);
    extend_unique(&mut service.errors, &more.errors);
    service.rename.extend(more.rename.clone());
}

fn extend_unique(ids: &mut Vec<ShapeId>, more: &[ShapeId]) {
    for id in more {
        if !ids.contains(id) {
            ids.push(id.clone());
        }
    }
}
