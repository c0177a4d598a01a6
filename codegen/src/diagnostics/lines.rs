//! In: a text. Out: lines and columns of its offsets. Exists because a text may
//! be one line of many megabytes with a mistake in each of its words: what is
//! counted once here is not counted again for each of them.

/// Characters are counted from the nearest of these offsets on.
const STRIDE: usize = 4096;

/// Where the lines of a text begin, and how many characters are before some
/// of its offsets. Texts of more than 4 GiB are refused before anything is
/// placed in them.
#[derive(Debug, Clone)]
pub(super) struct Lines {
    starts: Vec<u32>,
    /// The characters that begin before each multiple of the stride.
    characters: Vec<u32>,
}

/// An offset in the words of an editor, both counted from 1.
pub(super) struct Position {
    pub(super) line: usize,
    /// In characters.
    pub(super) column: usize,
    /// The bytes of the line, without its break.
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Lines {
    pub(super) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let breaks = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
        let starts = std::iter::once(0).chain(breaks.map(|(index, _)| index as u32 + 1)).collect();
        let counts = bytes.chunks(STRIDE).map(count_characters).scan(0, |sum, count| {
            *sum += count;
            Some(*sum)
        });
        let characters = std::iter::once(0).chain(counts.map(|count| count as u32)).collect();
        Self { starts, characters }
    }

    /// The place of an offset that lies on the border of a character of the
    /// text that the lines are of.
    pub(super) fn locate(&self, text: &str, offset: usize) -> Position {
        let line = self.starts.partition_point(|start| *start as usize <= offset);
        let start = self.starts.get(line.wrapping_sub(1)).map_or(0, |start| *start as usize);
        let end = self.starts.get(line).map_or(text.len(), |next| *next as usize - 1).max(start);
        let column = match offset - start < STRIDE {
            true => count_characters(&text.as_bytes()[start..offset]),
            false => self.characters_before(text, offset) - self.characters_before(text, start),
        };
        Position { line, column: column + 1, start, end }
    }

    fn characters_before(&self, text: &str, offset: usize) -> usize {
        let stride = offset / STRIDE;
        let counted = self.characters.get(stride).map_or(0, |count| *count as usize);
        counted + count_characters(&text.as_bytes()[stride * STRIDE..offset])
    }
}

/// How many characters begin in these bytes.
fn count_characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_counted_in_characters_wherever_they_are() {
        for text in ["ä€😀x\n".repeat(2000), "ä€😀x".repeat(3000) + "\nä", String::new(), "\n\n".to_owned()]
        {
            let lines = Lines::of(&text);
            for (offset, _) in text.char_indices().step_by(7).chain([(text.len(), ' ')]) {
                let place = lines.locate(&text, offset);
                let before = &text[..offset];
                let start = before.rfind('\n').map_or(0, |at| at + 1);
                assert_eq!(place.line, before.matches('\n').count() + 1);
                assert_eq!((place.start, place.column), (start, text[start..offset].chars().count() + 1));
                assert_eq!(place.end, text[start..].find('\n').map_or(text.len(), |at| start + at));
            }
        }
    }
}
