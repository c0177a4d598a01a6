//! In: drafts that name their mixins. Out: the drafts, mixins before their
//! users, and the circles in which this is impossible. Exists apart because it
//! is a walk over a graph that knows nothing of members and traits.

use super::Drafts;

/// The order in which shapes are flattened.
pub(super) struct Order {
    /// Indices of all drafts, mixins before their users.
    pub(super) sorted: Vec<usize>,
    /// Drafts that are among their own mixins, those of one circle together.
    pub(super) cycles: Vec<Vec<usize>>,
}

/// Sorts the drafts. The walk is that of Tarjan's algorithm, on a stack of its
/// own: chains of mixins are as long as the model likes.
pub(super) fn by_mixins(drafts: &Drafts) -> Order {
    let mut walk = Walk {
        edges: drafts
            .values()
            .map(|draft| draft.shape.mixins.iter().filter_map(|mixin| drafts.get_index_of(mixin)).collect())
            .collect(),
        visited: vec![UNSEEN; drafts.len()],
        lowest: vec![0; drafts.len()],
        is_open: vec![false; drafts.len()],
        open: Vec::new(),
        count: 0,
        order: Order { sorted: Vec::with_capacity(drafts.len()), cycles: Vec::new() },
    };
    for index in 0..drafts.len() {
        if walk.visited[index] == UNSEEN {
            walk.visit(index);
        }
    }
    walk.order
}

const UNSEEN: usize = usize::MAX;

struct Walk {
    /// The mixins of each draft.
    edges: Vec<Vec<usize>>,
    /// When each draft was first seen.
    visited: Vec<usize>,
    /// The first seen draft that is reachable through open ones.
    lowest: Vec<usize>,
    is_open: Vec<bool>,
    open: Vec<usize>,
    count: usize,
    order: Order,
}

impl Walk {
    fn visit(&mut self, root: usize) {
        self.enter(root);
        // A draft with the number of its mixins that are done.
        let mut path = vec![(root, 0)];
        while let Some((index, done)) = path.pop() {
            let Some(mixin) = self.edges[index].get(done).copied() else {
                self.leave(index);
                if let Some((user, _)) = path.last() {
                    self.lowest[*user] = self.lowest[*user].min(self.lowest[index]);
                }
                continue;
            };
            path.push((index, done + 1));
            if self.visited[mixin] == UNSEEN {
                self.enter(mixin);
                path.push((mixin, 0));
            } else if self.is_open[mixin] {
                self.lowest[index] = self.lowest[index].min(self.visited[mixin]);
            }
        }
    }

    fn enter(&mut self, index: usize) {
        self.visited[index] = self.count;
        self.lowest[index] = self.count;
        self.count += 1;
        self.is_open[index] = true;
        self.open.push(index);
    }

    /// Closes what is reachable from the draft, if all of it was seen.
    fn leave(&mut self, index: usize) {
        if self.lowest[index] != self.visited[index] {
            return;
        }
        let start = self.open.iter().rposition(|open| *open == index).unwrap_or(0);
        let mut component = self.open.split_off(start);
        component.iter().for_each(|index| self.is_open[*index] = false);
        if component.len() > 1 || self.edges[index].contains(&index) {
            component.sort_unstable();
            self.order.cycles.push(component.clone());
        }
        self.order.sorted.extend(component);
    }
}
