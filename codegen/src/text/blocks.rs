//! What documentation is made of, whether it was written as CommonMark or as HTML, and
//! the builder that both are read into. It takes what comes: HTML's tags are closed in
//! any order or never, and nesting ends at a depth that nobody reads.

/// How deep lists and quotes nest. What is deeper is put at this depth.
const DEPTH: usize = 24;

/// How deep markup nests in a paragraph.
const INLINE_DEPTH: usize = 8;

/// A block.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Block {
    Paragraph(Vec<Inline>),
    Heading(u8, Vec<Inline>),
    /// Text that keeps its lines.
    Code(String),
    List {
        /// The number of the first item, if they are numbered.
        start: Option<u64>,
        items: Vec<Vec<Block>>,
    },
    Quote(Vec<Block>),
    /// Rows of cells, the head first.
    Table(Vec<Vec<Vec<Inline>>>),
    Rule,
}

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Inline {
    Text(String),
    Code(String),
    Strong(Vec<Inline>),
    Emphasis(Vec<Inline>),
    /// The target is one of those that [`is_target`] allows.
    Link(String, Vec<Inline>),
    /// A line ends here.
    Break,
}

/// Markup of a piece of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Mark {
    Code,
    Strong,
    Emphasis,
    /// None where there is nothing that can be linked to.
    Link(Option<String>),
}

impl Mark {
    fn is_kind_of(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }

    fn around(self, content: Vec<Inline>, out: &mut Vec<Inline>) {
        match self {
            _ if is_blank(&content) => out.extend(content),
            // What AWS marks as a link to nowhere is a name.
            Self::Code | Self::Link(None) => {
                let code = plain(&content);
                // Spaces in the tag are outside of the markup.
                let space = |is_there: bool| is_there.then(|| Inline::Text(" ".to_owned()));
                out.extend(space(code.starts_with(char::is_whitespace)));
                let after = space(code.ends_with(char::is_whitespace));
                out.push(Inline::Code(code));
                out.extend(after);
            }
            Self::Link(Some(target)) if is_target(&target) => out.push(Inline::Link(target, content)),
            Self::Link(Some(_)) => out.extend(content),
            Self::Strong => out.push(Inline::Strong(content)),
            Self::Emphasis => out.push(Inline::Emphasis(content)),
        }
    }
}

/// Whether there is nothing to see.
pub(super) fn is_blank(content: &[Inline]) -> bool {
    content.iter().all(|inline| match inline {
        Inline::Text(text) | Inline::Code(text) => text.trim().is_empty(),
        Inline::Strong(content) | Inline::Emphasis(content) | Inline::Link(_, content) => is_blank(content),
        Inline::Break => true,
    })
}

/// The text without markup.
pub(super) fn plain(content: &[Inline]) -> String {
    let mut out = String::new();
    for inline in content {
        match inline {
            Inline::Text(text) | Inline::Code(text) => out.push_str(text),
            Inline::Strong(content) | Inline::Emphasis(content) | Inline::Link(_, content) => {
                out.push_str(&plain(content));
            }
            Inline::Break => out.push(' '),
        }
    }
    out
}

/// Whether something can be linked to: only what is absolute makes sense outside of the
/// page that it was written for, and nothing else is opened by who clicks.
pub(super) fn is_target(target: &str) -> bool {
    let begins = |scheme: &str| target.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    // rustdoc takes an address without a point for the path of an item.
    begins("https://") || begins("http://") || begins("mailto:") && target.contains('.')
}

/// Blocks that are open.
#[derive(Debug)]
enum Frame {
    Root,
    Quote,
    Item,
    List { start: Option<u64>, items: Vec<Vec<Block>>, is_implied: bool },
}

/// Makes blocks of what is read.
#[derive(Debug)]
pub(super) struct Builder {
    /// The open blocks, outermost first, each with what it has.
    frames: Vec<(Frame, Vec<Block>)>,
    /// How many blocks were too deep to be opened.
    skipped: usize,
    /// The open paragraph.
    inline: Vec<Inline>,
    /// The markup that is open in it, with what was before.
    marks: Vec<(Mark, Vec<Inline>)>,
    /// What the next paragraph begins with.
    lead: Option<&'static str>,
    heading: Option<u8>,
}

impl Builder {
    pub(super) fn new() -> Self {
        Self {
            frames: vec![(Frame::Root, Vec::new())],
            skipped: 0,
            inline: Vec::new(),
            marks: Vec::new(),
            lead: None,
            heading: None,
        }
    }

    pub(super) fn finish(mut self) -> Vec<Block> {
        self.close_all();
        self.frames.pop().map(|(_, blocks)| blocks).unwrap_or_default()
    }

    /// Ends everything that is open.
    pub(super) fn close_all(&mut self) {
        self.end_paragraph();
        while self.frames.len() > 1 {
            self.pop();
        }
        (self.skipped, self.lead, self.heading) = (0, None, None);
    }

    pub(super) fn text(&mut self, text: &str) {
        match self.inline.last_mut() {
            Some(Inline::Text(last)) => last.push_str(text),
            _ => self.inline.push(Inline::Text(text.to_owned())),
        }
    }

    pub(super) fn push(&mut self, inline: Inline) {
        self.inline.push(inline);
    }

    /// Whether text is in a code span here.
    pub(super) fn is_in_code(&self) -> bool {
        self.marks.iter().any(|(mark, _)| *mark == Mark::Code)
    }

    pub(super) fn open_mark(&mut self, mark: Mark) {
        if !self.is_in_code() && self.marks.len() < INLINE_DEPTH {
            self.marks.push((mark, std::mem::take(&mut self.inline)));
        }
    }

    /// Closes the markup of this kind, and what was left open inside.
    pub(super) fn close_mark(&mut self, mark: &Mark) {
        if self.marks.iter().any(|(open, _)| open.is_kind_of(mark)) {
            while let Some(closed) = self.close_last_mark() {
                if closed.is_kind_of(mark) {
                    break;
                }
            }
        }
    }

    fn close_last_mark(&mut self) -> Option<Mark> {
        let (mark, before) = self.marks.pop()?;
        let content = std::mem::replace(&mut self.inline, before);
        mark.clone().around(content, &mut self.inline);
        Some(mark)
    }

    pub(super) fn end_paragraph(&mut self) {
        while self.close_last_mark().is_some() {}
        let mut content = std::mem::take(&mut self.inline);
        if is_blank(&content) {
            return;
        }
        if let Some(lead) = self.lead.take() {
            content.splice(..0, [Inline::Strong(vec![Inline::Text(lead.to_owned())]), Inline::Text(" ".to_owned())]);
        }
        let block = match self.heading.take() {
            Some(level) => Block::Heading(level, content),
            None => Block::Paragraph(content),
        };
        self.add(block);
    }

    /// What was read of a paragraph, for a cell.
    pub(super) fn take_inline(&mut self) -> Vec<Inline> {
        while self.close_last_mark().is_some() {}
        std::mem::take(&mut self.inline)
    }

    /// The next paragraph begins with these words.
    pub(super) fn begin(&mut self, lead: &'static str) {
        self.end_paragraph();
        self.lead = Some(lead);
    }

    pub(super) fn end_lead(&mut self) {
        self.end_paragraph();
        self.lead = None;
    }

    /// The next paragraph is a heading.
    pub(super) fn begin_heading(&mut self, level: u8) {
        self.end_paragraph();
        self.heading = Some(level.clamp(1, 6));
    }

    pub(super) fn end_heading(&mut self) {
        self.end_paragraph();
        self.heading = None;
    }

    pub(super) fn block(&mut self, block: Block) {
        self.end_paragraph();
        self.add(block);
    }

    pub(super) fn open_list(&mut self, start: Option<u64>) {
        self.open(Frame::List { start, items: Vec::new(), is_implied: false });
    }

    pub(super) fn close_list(&mut self) {
        self.close(|frame| matches!(frame, Frame::List { .. }));
    }

    pub(super) fn open_quote(&mut self) {
        self.open(Frame::Quote);
    }

    pub(super) fn close_quote(&mut self) {
        self.close(|frame| matches!(frame, Frame::Quote));
    }

    /// An item of the innermost list; without one, it begins a list.
    pub(super) fn open_item(&mut self) {
        self.end_paragraph();
        self.lead = None;
        match self.frames.iter().rposition(|(frame, _)| matches!(frame, Frame::List { .. })) {
            Some(list) => self.pop_to(list + 1),
            None => self.frames.push((Frame::List { start: None, items: Vec::new(), is_implied: true }, Vec::new())),
        }
        self.frames.push((Frame::Item, Vec::new()));
    }

    pub(super) fn close_item(&mut self) {
        self.end_paragraph();
        self.lead = None;
        let innermost = self.frames.iter().rposition(|(frame, _)| matches!(frame, Frame::List { .. } | Frame::Item));
        if let Some(index) = innermost.filter(|index| matches!(self.frames[*index].0, Frame::Item)) {
            self.pop_to(index);
        }
    }

    fn open(&mut self, frame: Frame) {
        self.end_paragraph();
        if self.frames.len() >= DEPTH {
            self.skipped += 1;
            return;
        }
        // What is between the items of a list belongs to the last one.
        if matches!(self.frames.last(), Some((Frame::List { .. }, _))) {
            self.continue_item();
        }
        self.frames.push((frame, Vec::new()));
    }

    fn close(&mut self, is_meant: impl Fn(&Frame) -> bool) {
        self.end_paragraph();
        if self.skipped > 0 {
            self.skipped -= 1;
        } else if let Some(index) = self.frames.iter().rposition(|(frame, _)| is_meant(frame)) {
            self.pop_to(index);
        }
    }

    fn add(&mut self, block: Block) {
        if matches!(self.frames.last(), Some((Frame::List { .. }, _))) {
            self.continue_item();
        }
        if let Some((_, blocks)) = self.frames.last_mut() {
            blocks.push(block);
        }
    }

    /// Opens the last item of the innermost list again. A list that no tag opened ends.
    fn continue_item(&mut self) {
        let last = match self.frames.last_mut() {
            Some((Frame::List { is_implied: true, .. }, _)) => return self.pop(),
            Some((Frame::List { items, .. }, _)) => items.pop().unwrap_or_default(),
            _ => return,
        };
        self.frames.push((Frame::Item, last));
    }

    fn pop_to(&mut self, len: usize) {
        while self.frames.len() > len.max(1) {
            self.pop();
        }
    }

    fn pop(&mut self) {
        let Some((frame, blocks)) = self.frames.pop() else { return };
        match frame {
            Frame::Root => self.frames.push((frame, blocks)),
            Frame::Quote if blocks.is_empty() => {}
            Frame::Quote => self.add(Block::Quote(blocks)),
            Frame::Item => {
                if let Some((Frame::List { items, .. }, _)) = self.frames.last_mut() {
                    if !blocks.is_empty() {
                        items.push(blocks);
                    }
                }
            }
            Frame::List { items, .. } if items.is_empty() => {}
            Frame::List { start, items, .. } => self.add(Block::List { start, items }),
        }
    }
}
