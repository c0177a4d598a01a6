//! In: a model. Out: its shapes and members by number, and what each is
//! connected to, forward and back. Exists so that a set of subjects is a set of
//! numbers, and a walk does not search for names.

use std::cell::OnceCell;

use crate::model::{ids, Kind, Model, ShapeId};
use ids::UNIT;

use super::{members_of, Set, Subject};

/// Which of the named relationships are meant (Smithy 2.0, "Selectors").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Relationships(u32);

impl Relationships {
    pub(super) const MEMBER: Self = Self(1);
    /// From a member to its target. It has no name.
    pub(super) const TARGET: Self = Self(1 << 1);
    pub(super) const OPERATION: Self = Self(1 << 2);
    pub(super) const RESOURCE: Self = Self(1 << 3);
    pub(super) const ERROR: Self = Self(1 << 4);
    pub(super) const INPUT: Self = Self(1 << 5);
    pub(super) const OUTPUT: Self = Self(1 << 6);
    const IDENTIFIER: Self = Self(1 << 7);
    const PROPERTY: Self = Self(1 << 8);
    const COLLECTION_OPERATION: Self = Self(1 << 9);
    pub(super) const MIXIN: Self = Self(1 << 10);
    pub(super) const TRAIT: Self = Self(1 << 11);
    /// None at all.
    pub(super) const NONE: Self = Self(0);
    /// What `>` follows: all of them but the one to traits.
    pub(super) const ALL: Self = Self(!Self::TRAIT.0);
    /// What binds operations and resources to resources and services.
    pub(super) const BINDINGS: Self =
        Self(Self::OPERATION.0 | Self::RESOURCE.0 | Self::COLLECTION_OPERATION.0 | 0b11_1111 << 12);

    const NAMES: [(&'static str, Self); 17] = [
        ("member", Self::MEMBER),
        ("operation", Self::OPERATION),
        ("resource", Self::RESOURCE),
        ("error", Self::ERROR),
        ("input", Self::INPUT),
        ("output", Self::OUTPUT),
        ("identifier", Self::IDENTIFIER),
        ("property", Self::PROPERTY),
        ("collectionOperation", Self::COLLECTION_OPERATION),
        ("mixin", Self::MIXIN),
        ("trait", Self::TRAIT),
        ("create", Self(1 << 12)),
        ("put", Self(1 << 13)),
        ("read", Self(1 << 14)),
        ("update", Self(1 << 15)),
        ("delete", Self(1 << 16)),
        ("list", Self(1 << 17)),
    ];

    /// The relationship of this name; none if there is no such name, which is
    /// no mistake. `bound` and `instanceOperation` are such names: the
    /// specification lists them, the official tools never follow them.
    pub(super) fn named(name: &str) -> Self {
        let found = Self::NAMES.iter().find(|(known, _)| *known == name);
        found.map_or(Self::NONE, |(_, relationship)| *relationship)
    }

    pub(super) fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) fn wants(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// A model as a graph.
pub(crate) struct Graph<'m> {
    model: &'m Model,
    /// The number of each shape. Its members have the numbers after it.
    first: Vec<u32>,
    /// The index of the shape of each number.
    owners: OnceCell<Vec<u32>>,
    /// What each member targets; `NOTHING` for shapes.
    targets: OnceCell<Vec<u32>>,
    reverse: OnceCell<Reverse>,
    reverse_with_traits: OnceCell<Reverse>,
}

/// Asked for more shapes that a subject leads to; it tells each of them.
pub(crate) type Referring<'r, 'm> = &'r mut dyn FnMut(Subject<'m>, &mut dyn FnMut(&ShapeId));

/// The other ends of the edges that end at a subject.
struct Reverse {
    /// Where the edges of each subject begin in the list.
    starts: Vec<u32>,
    edges: Vec<(u32, Relationships)>,
}

const NOTHING: u32 = u32::MAX;

impl<'m> Graph<'m> {
    /// Cheap: what costs is done when it is asked for.
    pub(crate) fn new(model: &'m Model) -> Self {
        let mut next = 0;
        let mut first = Vec::with_capacity(model.shapes.len() + 1);
        for shape in model.shapes.values() {
            first.push(next);
            // More than 2^32 members do not fit in memory.
            next += 1 + shape.members.len() as u32;
        }
        first.push(next);
        Self {
            model,
            first,
            owners: OnceCell::new(),
            targets: OnceCell::new(),
            reverse: OnceCell::new(),
            reverse_with_traits: OnceCell::new(),
        }
    }

    pub(crate) fn model(&self) -> &'m Model {
        self.model
    }

    /// How many shapes and members there are.
    pub(super) fn len(&self) -> usize {
        self.first.last().map_or(0, |length| *length as usize)
    }

    /// The numbers of all shapes and members.
    pub(super) fn all(&self) -> Vec<u32> {
        let shapes = self.model.shapes.values().zip(&self.first);
        shapes.flat_map(|(shape, first)| *first..=*first + members_of(shape).len() as u32).collect()
    }

    /// The number of a subject of this model.
    pub(super) fn node(&self, subject: Subject<'_>) -> Option<u32> {
        let shape = self.node_of(&subject.shape().id)?;
        match subject {
            Subject::Shape(_) => Some(shape),
            Subject::Member(container, member) => {
                let index = container.members.iter().position(|other| other.name == member.name)?;
                Some(shape + 1 + index as u32)
            }
        }
    }

    /// The subject of a number. Numbers come from this graph.
    pub(super) fn subject(&self, node: u32) -> Subject<'m> {
        let index = self.owners()[node as usize] as usize;
        let shape = &self.model.shapes[index];
        match (node - self.first[index]).checked_sub(1) {
            None => Subject::Shape(shape),
            Some(member) => Subject::Member(shape, &shape.members[member as usize]),
        }
    }

    fn node_of(&self, id: &ShapeId) -> Option<u32> {
        self.model.shapes.get_index_of(id).map(|index| self.first[index])
    }

    fn owners(&self) -> &[u32] {
        self.owners.get_or_init(|| {
            let counts = self.first.windows(2).map(|pair| (pair[1] - pair[0]) as usize);
            (0u32..).zip(counts).flat_map(|(index, count)| std::iter::repeat_n(index, count)).collect()
        })
    }

    fn targets(&self) -> &[u32] {
        self.targets.get_or_init(|| {
            let mut targets = vec![NOTHING; self.len()];
            for (shape, first) in self.model.shapes.values().zip(&self.first) {
                // The target of the members of an enum says nothing.
                if matches!(shape.kind, Kind::Enum | Kind::IntEnum) {
                    continue;
                }
                for (member, place) in shape.members.iter().zip(*first as usize + 1..) {
                    targets[place] = self.node_of(&member.target).unwrap_or(NOTHING);
                }
            }
            targets
        })
    }

    /// Everything that the subject is connected to in one of these ways. What
    /// it is connected to more than once comes more than once.
    pub(super) fn for_each_neighbor(&self, node: u32, wanted: Relationships, mut visit: impl FnMut(u32)) {
        self.for_each_edge(node, wanted, |_, neighbor| visit(neighbor));
    }

    fn for_each_edge(&self, node: u32, wanted: Relationships, mut visit: impl FnMut(Relationships, u32)) {
        let subject = self.subject(node);
        if matches!(subject, Subject::Member(container, _) if members_of(container).is_empty()) {
            return;
        }
        let mut add = |relationship: Relationships, id: &ShapeId| {
            if wanted.wants(relationship) {
                self.node_of(id).into_iter().for_each(|neighbor| visit(relationship, neighbor));
            }
        };
        if wanted.wants(Relationships::TRAIT) {
            subject.traits().iter().for_each(|(id, _)| add(Relationships::TRAIT, id));
        }
        let shape = match subject {
            Subject::Shape(shape) => shape,
            Subject::Member(..) => {
                let target = self.targets()[node as usize];
                if wanted.wants(Relationships::TARGET) && target != NOTHING {
                    visit(Relationships::TARGET, target);
                }
                return;
            }
        };
        shape.mixins.iter().for_each(|id| add(Relationships::MIXIN, id));
        edges_of(&shape.kind, &mut add);
        if wanted.wants(Relationships::MEMBER) {
            (node + 1..=node + members_of(shape).len() as u32).for_each(|member| visit(Relationships::MEMBER, member));
        }
    }

    /// Whether a subject is one of these or reached from one of them.
    pub(crate) fn connected(
        &self,
        roots: impl IntoIterator<Item = Subject<'m>>,
        refer: Referring<'_, 'm>,
    ) -> impl Fn(Subject<'_>) -> bool + '_ {
        let mut reached = Set::empty(self.len());
        let mut pending: Vec<u32> = roots.into_iter().filter_map(|subject| self.node(subject)).collect();
        while let Some(node) = pending.pop() {
            if !reached.contains(node) {
                reached.insert(node);
                self.for_each_neighbor(node, Relationships::ALL, |neighbor| pending.push(neighbor));
                refer(self.subject(node), &mut |id| pending.extend(self.node_of(id)));
            }
        }
        move |subject| self.node(subject).is_some_and(|node| reached.contains(node))
    }

    /// Everything that is connected to the subject in one of these ways.
    pub(super) fn for_each_source(&self, node: u32, wanted: Relationships, mut visit: impl FnMut(u32)) {
        let reverse = match wanted.wants(Relationships::TRAIT) {
            true => self.reverse_with_traits.get_or_init(|| self.reversed(Relationships(u32::MAX))),
            false => self.reverse.get_or_init(|| self.reversed(Relationships::ALL)),
        };
        let (start, end) = (reverse.starts[node as usize], reverse.starts[node as usize + 1]);
        for (source, relationship) in &reverse.edges[start as usize..end as usize] {
            if wanted.wants(*relationship) {
                visit(*source);
            }
        }
    }

    fn reversed(&self, wanted: Relationships) -> Reverse {
        let length = self.len();
        let mut starts = vec![0; length + 1];
        let all = 0..length as u32;
        all.clone().for_each(|node| self.for_each_neighbor(node, wanted, |end| starts[end as usize + 1] += 1));
        (1..=length).for_each(|index| starts[index] += starts[index - 1]);
        let mut free = starts.clone();
        let mut edges = vec![(0, Relationships::NONE); starts[length] as usize];
        for node in all {
            self.for_each_edge(node, wanted, |relationship, end| {
                let place = &mut free[end as usize];
                edges[*place as usize] = (node, relationship);
                *place += 1;
            });
        }
        Reverse { starts, edges }
    }
}

/// What the properties of a shape name.
pub(super) fn edges_of(kind: &Kind, add: &mut impl FnMut(Relationships, &ShapeId)) {
    match kind {
        Kind::Service(service) => {
            service.operations.iter().for_each(|id| add(Relationships::OPERATION, id));
            service.resources.iter().for_each(|id| add(Relationships::RESOURCE, id));
            service.errors.iter().for_each(|id| add(Relationships::ERROR, id));
        }
        Kind::Operation(operation) => {
            // The unit type stands for no input and no output.
            let mut add_message = |relationship, id: &ShapeId| {
                if id.as_str() != UNIT {
                    add(relationship, id);
                }
            };
            add_message(Relationships::INPUT, &operation.input);
            add_message(Relationships::OUTPUT, &operation.output);
            operation.errors.iter().for_each(|id| add(Relationships::ERROR, id));
        }
        Kind::Resource(resource) => {
            resource.identifiers.values().for_each(|id| add(Relationships::IDENTIFIER, id));
            resource.properties.values().for_each(|id| add(Relationships::PROPERTY, id));
            resource.resources.iter().for_each(|id| add(Relationships::RESOURCE, id));
            resource.lifecycle.iter().for_each(|(name, id)| add(Relationships::named(name), id));
            resource.operations.iter().for_each(|id| add(Relationships::OPERATION, id));
            resource.collection_operations.iter().for_each(|id| add(Relationships::COLLECTION_OPERATION, id));
        }
        _ => {}
    }
}
