//! In: words of Markdown. Out: lines. A line begins only with what cannot open a block:
//! text that would is escaped where it begins a paragraph, and elsewhere stays on the
//! line before.

/// Words of a paragraph, and which of them is being written.
#[derive(Debug, Default)]
pub(super) struct Words {
    words: Vec<Word>,
    is_open: bool,
}

#[derive(Debug)]
struct Word {
    text: String,
    /// Whether it begins with markup that the printer made.
    is_markup: bool,
    /// Whether the line ends after it.
    ends_line: bool,
}

impl Words {
    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Goes on with the word, or begins one.
    pub(super) fn push(&mut self, text: &str) {
        self.push_word(text, false);
    }

    /// The same for what is markup.
    pub(super) fn push_markup(&mut self, text: &str) {
        self.push_word(text, true);
    }

    fn push_word(&mut self, text: &str, is_markup: bool) {
        match self.words.last_mut() {
            Some(word) if self.is_open => word.text.push_str(text),
            _ => self.words.push(Word { text: text.to_owned(), is_markup, ends_line: false }),
        }
        self.is_open = true;
    }

    /// Ends the word.
    pub(super) fn space(&mut self) {
        self.is_open = false;
    }

    /// Ends the line.
    pub(super) fn end_line(&mut self) {
        self.is_open = false;
        if let Some(word) = self.words.last_mut() {
            word.ends_line = true;
        }
    }

    /// The word that is being written.
    pub(super) fn open_word(&mut self) -> Option<&mut String> {
        self.words.last_mut().filter(|_| self.is_open).map(|word| &mut word.text)
    }

    /// The last character of the word that is being written.
    pub(super) fn last(&self) -> Option<char> {
        self.words.last().filter(|_| self.is_open).and_then(|word| word.text.chars().next_back())
    }

    /// The first and the last character of all.
    pub(super) fn ends(&self) -> Option<(char, char)> {
        Some((self.words.first()?.text.chars().next()?, self.words.last()?.text.chars().next_back()?))
    }

    /// Adds other words with markup around them.
    pub(super) fn append(&mut self, mut other: Self, before: &str, after: &str) {
        let Some(last) = other.words.last_mut() else { return };
        last.text.push_str(after);
        last.ends_line = false;
        let mut words = other.words.into_iter();
        if let Some(first) = words.next() {
            self.push_word(&format!("{before}{}", first.text), first.is_markup || !before.is_empty());
            if let Some(word) = self.words.last_mut() {
                word.ends_line = first.ends_line;
            }
        }
        self.words.extend(words);
    }

    /// All of them on one line, whatever is before it.
    pub(super) fn line(&self) -> String {
        let words = self.words.iter().enumerate();
        words.fold(String::new(), |line, (index, word)| match index {
            0 => begin(word),
            _ => line + " " + &word.text,
        })
    }

    /// Lines of at most so many columns, as far as they can be broken.
    pub(super) fn lines(&self, width: usize) -> Vec<String> {
        let mut lines = Vec::new();
        let (mut line, mut columns) = (String::new(), 0);
        let mut is_ended = true;
        for word in &self.words {
            let length = word.text.chars().count();
            if is_ended {
                (line, columns) = (begin(word), length);
            } else if columns + 1 + length > width && may_begin(word) {
                lines.push(std::mem::replace(&mut line, word.text.clone()));
                columns = length;
            } else {
                line.push(' ');
                line.push_str(&word.text);
                columns += 1 + length;
            }
            is_ended = word.ends_line;
            if is_ended {
                line.push('\\');
                lines.push(std::mem::take(&mut line));
            }
        }
        if !is_ended {
            lines.push(line);
        } else if let Some(last) = lines.last_mut() {
            // At the end there is nothing to break from.
            last.pop();
        }
        lines
    }
}

/// Whether a line may begin with the word as it is. Of what is not a letter, only what no
/// block of CommonMark, nor of its extensions, begins with.
fn may_begin(word: &Word) -> bool {
    let Some(first) = word.text.chars().next() else { return false };
    if first.is_ascii_digit() {
        return !is_number(&word.text);
    }
    let is_harmless = matches!(
        first,
        '\\' | '"' | '\'' | '(' | ')' | '$' | '%' | '&' | '/' | ',' | '.' | ';' | '?' | '!' | '@' | '{' | '}'
    );
    word.is_markup || first.is_alphabetic() || is_harmless || !first.is_ascii() && !first.is_whitespace()
}

/// `1.` and `1)`, which begin an item.
fn is_number(word: &str) -> bool {
    word.strip_suffix(['.', ')']).is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The word as the first of a paragraph.
fn begin(word: &Word) -> String {
    match word.text.chars().next() {
        _ if may_begin(word) => word.text.clone(),
        Some(first) if first.is_ascii_digit() => {
            let (digits, mark) = word.text.split_at(word.text.len() - 1);
            format!("{digits}\\{mark}")
        }
        _ => format!("\\{}", word.text),
    }
}
