//! In: numbers of subjects. Out: a set of them that is asked for each of its
//! elements in one step. Exists because answers for a whole model are dense.

/// A set of numbers below a length.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Set {
    words: Vec<u64>,
    length: usize,
}

impl Set {
    pub(super) fn empty(length: usize) -> Self {
        Self { words: vec![0; length.div_ceil(64)], length }
    }

    pub(super) fn full(length: usize) -> Self {
        let mut set = Self { words: vec![u64::MAX; length.div_ceil(64)], length };
        if !length.is_multiple_of(64) {
            if let Some(last) = set.words.last_mut() {
                *last = (1 << (length % 64)) - 1;
            }
        }
        set
    }

    pub(super) fn of(length: usize, elements: &[u32]) -> Self {
        let mut set = Self::empty(length);
        elements.iter().for_each(|element| set.insert(*element));
        set
    }

    pub(super) fn contains(&self, element: u32) -> bool {
        self.words.get(element as usize / 64).is_some_and(|word| word & (1 << (element % 64)) != 0)
    }

    pub(super) fn insert(&mut self, element: u32) {
        if let Some(word) = self.words.get_mut(element as usize / 64) {
            *word |= 1 << (element % 64);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// Keeps what is in the other one too.
    pub(super) fn intersect(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= other);
    }

    /// Keeps what is not in the other one.
    pub(super) fn subtract(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= !other);
    }

    pub(super) fn unite(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word |= other);
    }

    /// The numbers, ascending.
    pub(super) fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        (0u32..).step_by(64).zip(&self.words).flat_map(|(base, word)| {
            let mut word = *word;
            std::iter::from_fn(move || {
                let bit = word.trailing_zeros();
                let next = (word != 0).then_some(base + bit);
                word &= word.wrapping_sub(1);
                next
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Set;

    #[test]
    fn elements_come_in_order() {
        let set = Set::of(130, &[129, 0, 64, 63]);
        assert_eq!(set.iter().collect::<Vec<_>>(), [0, 63, 64, 129]);
        assert_eq!((set.contains(64), set.contains(65), set.contains(10_000)), (true, false, false));
        assert_eq!(Set::full(65).iter().count(), 65);
        assert!(Set::empty(3).is_empty());
    }
}
