//! In: the text of an IDL file, 1.0 or 2.0. Out: its statements. Exists as a
//! recursive descent over tokens so that each rule of the grammar is one
//! function, and so that an error in one statement does not hide the next.

mod nodes;
mod shapes;
mod statements;
mod traits;

use std::collections::BTreeSet;

use crate::diagnostics::{Diagnostics, Span};

use super::ast;
use super::lexer::{self, Token, TokenKind};

/// Reads an IDL file. Each syntax error is an event; the document holds every
/// statement that could be read.
pub(super) fn parse_idl<'s>(source: u32, text: &'s str, diagnostics: &mut Diagnostics) -> ast::Document<'s> {
    let mut parser = Parser::new(source, text);
    statements::parse_document(&mut parser);
    for error in parser.errors {
        let event = diagnostics.error("Model", error.span, error.message);
        event.label = error.label;
        event.help = error.help;
        event.shape = error.shape;
    }
    for Warning { id, span, message, shape, help } in parser.warnings {
        let event = diagnostics.advice(id, span, message);
        event.shape = shape;
        event.help = help;
    }
    parser.document
}

/// The state of reading one file.
struct Parser<'s> {
    source: u32,
    text: &'s str,
    /// The token that is next to be read.
    token: Token,
    document: ast::Document<'s>,
    errors: Vec<SyntaxError>,
    warnings: Vec<Warning>,
    /// The first documentation comment of the statement that documents nothing.
    stray_docs: Option<Span>,
    /// The end of the last such comment: look-ahead reads some twice.
    stray_docs_end: u32,
    /// An offset and its line, from where to count to that of the next error.
    known_line: (usize, usize),
    /// Names that `use` brings in.
    imported: BTreeSet<String>,
    /// Whether a part of the statement that is being read is left out.
    is_broken: bool,
    /// What inline inputs and outputs are named with.
    input_suffix: String,
    output_suffix: String,
}

/// Why a rule of the grammar does not match.
struct SyntaxError {
    span: Span,
    message: String,
    label: String,
    help: Option<String>,
    /// The shape that is being read, where it is part of the message.
    shape: Option<String>,
    /// Whether the next token opens a statement, so that nothing is skipped.
    resume_here: bool,
    /// Whether nothing is left to be read.
    ends_file: bool,
}

/// Something odd that the grammar allows.
struct Warning {
    id: &'static str,
    span: Span,
    message: String,
    shape: Option<String>,
    help: Option<String>,
}

type Parse<T> = Result<T, SyntaxError>;

impl SyntaxError {
    fn new(span: Span, message: impl Into<String>) -> Self {
        Self {
            span,
            message: message.into(),
            label: String::new(),
            help: None,
            shape: None,
            resume_here: false,
            ends_file: false,
        }
    }

    fn shape(self, shape: String) -> Self {
        Self { shape: Some(shape), ..self }
    }

    fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// What to do with a trait that is after what it is for.
fn late_trait(name: &str) -> String {
    format!("traits are before what they are for: move `@{name}` in front of it")
}

impl<'s> Parser<'s> {
    fn new(source: u32, text: &'s str) -> Self {
        Self {
            source,
            text,
            token: lexer::token_at(text, 0),
            document: ast::Document::default(),
            errors: Vec::new(),
            warnings: Vec::new(),
            stray_docs: None,
            stray_docs_end: 0,
            known_line: (0, 1),
            imported: BTreeSet::new(),
            is_broken: false,
            input_suffix: "Input".to_owned(),
            output_suffix: "Output".to_owned(),
        }
    }

    fn kind(&self) -> TokenKind {
        self.token.kind
    }

    fn lexeme(&self) -> &'s str {
        &self.text[self.token.start..self.token.end]
    }

    /// Whether the next token is this word.
    fn at_word(&self, word: &str) -> bool {
        self.kind() == TokenKind::Identifier && self.lexeme() == word
    }

    /// Moves on and returns what was read.
    fn bump(&mut self) -> Token {
        let token = self.token;
        self.token = lexer::token_at(self.text, token.end);
        token
    }

    fn span_of(&self, token: Token) -> Span {
        self.span(token.start, token.end)
    }

    /// `syntax::parse` rejects texts whose offsets do not fit.
    fn span(&self, start: usize, end: usize) -> Span {
        Span { source: self.source, start: start as u32, end: end as u32 }
    }

    /// The place of the next token.
    fn here(&self) -> Span {
        self.span_of(self.token)
    }

    /// The line of an offset, counted from 1. Errors come in the order of the
    /// text, or nearly.
    fn line_of(&mut self, offset: usize) -> usize {
        let (known, line) = self.known_line;
        let breaks = |from: usize, to: usize| self.text[from..to].matches('\n').count();
        let line = if offset < known { line - breaks(offset, known) } else { line + breaks(known, offset) };
        self.known_line = (offset, line);
        line
    }

    fn is_at_line_start(&self) -> bool {
        self.token.start == 0 || self.text.as_bytes()[self.token.start - 1] == b'\n'
    }

    fn expect(&mut self, kind: TokenKind) -> Parse<Token> {
        if self.kind() == kind {
            Ok(self.bump())
        } else {
            Err(self.unexpected(kind.describe()))
        }
    }

    /// The error that the next token is not what the grammar asks for.
    fn unexpected(&self, expected: &str) -> SyntaxError {
        let lexeme = self.lexeme();
        let message = match self.kind() {
            TokenKind::Identifier | TokenKind::Number => format!("expected {expected}, found `{lexeme}`"),
            TokenKind::UnclosedString => return self.unclosed_string(),
            TokenKind::Unexpected => format!("unexpected character `{lexeme}`"),
            TokenKind::BadNumber if lexeme == "-" => format!("expected {expected}, found `-`"),
            TokenKind::BadNumber => format!("`{lexeme}` is not a number"),
            kind => format!("expected {expected}, found {}", kind.describe()),
        };
        SyntaxError { help: self.hint(), ..SyntaxError::new(self.here(), message) }
    }

    /// What people mean who write the next token where it is not allowed.
    fn hint(&self) -> Option<String> {
        let hint = match (self.kind(), self.lexeme()) {
            (TokenKind::At, _) => {
                let after = &self.text[self.token.end..];
                let length = after.find(|c: char| !c.is_ascii_alphanumeric() && !"_.#".contains(c));
                return Some(late_trait(&after[..length.unwrap_or(after.len())]));
            }
            (TokenKind::Unexpected, ";") => "a statement ends with its line; remove the `;`",
            (TokenKind::Unexpected, "'") => "strings are in double quotes",
            (TokenKind::Unexpected, "?" | "!") => "members are optional without `@required`",
            (TokenKind::Unexpected, "/") => "comments begin with `//`",
            (TokenKind::BadNumber, "-") => "names consist of letters, digits and `_`",
            (TokenKind::BadNumber, number) if number.ends_with('.') => "a digit follows the `.`",
            (TokenKind::BadNumber, _) => "numbers are written as in JSON: 0, -1.5, 2e10",
            (TokenKind::Dot, _) => "a fraction has a digit before its `.`, and a namespace ends with `#`",
            (TokenKind::Identifier, "extends" | "implements") => "mixins are in brackets: with [Other]",
            _ => return None,
        };
        Some(hint.to_owned())
    }

    /// An unclosed string swallows the rest of the file. It is missing at the
    /// end, where the official tools put it too; the message says where the
    /// string opens, which is where somebody looks for the missing quotes.
    fn unclosed_string(&self) -> SyntaxError {
        let start = self.token.start;
        let line = self.text[..start].matches('\n').count() + 1;
        let opening = self.text[start..].lines().next().unwrap_or_default();
        let excerpt: String = opening.chars().take(40).collect();
        let message = format!("the string that opens in line {line} is never closed");
        let error = SyntaxError::new(self.span(self.text.len(), self.text.len()), message);
        SyntaxError { ends_file: true, ..error }.help(format!("close `{excerpt}`"))
    }

    /// `[SP]`
    fn skip_spaces(&mut self) {
        while self.kind() == TokenKind::Space {
            self.bump();
        }
    }

    /// `SP`
    fn expect_space(&mut self) -> Parse<()> {
        if self.kind() != TokenKind::Space {
            return Err(self.unexpected("a space"));
        }
        self.skip_spaces();
        Ok(())
    }

    /// `[WS]`, with comments and misplaced documentation.
    fn skip_whitespace(&mut self) {
        while self.kind().is_whitespace() {
            if self.kind() == TokenKind::DocComment {
                self.note_stray_docs(self.here());
            }
            self.bump();
        }
    }

    /// Looks past white space at tokens that will be read again.
    fn look_past_whitespace(&mut self) {
        while self.kind().is_whitespace() {
            self.bump();
        }
    }

    /// Remembers documentation that documents nothing until the statement is
    /// read, which may be in error anyway.
    fn note_stray_docs(&mut self, span: Span) {
        if span.end > self.stray_docs_end {
            self.stray_docs_end = span.end;
            self.stray_docs.get_or_insert(span);
        }
    }

    fn report_stray_docs(&mut self) {
        if let Some(span) = self.stray_docs.take() {
            self.warnings.push(Warning {
                id: "Model.BadDocumentationComment",
                span,
                message: "this documentation comment documents nothing".to_owned(),
                shape: None,
                help: Some(
                    "it must be before a shape or member and all its traits; other comments begin with `//`".into(),
                ),
            });
        }
    }

    /// The absolute id of a shape of this file.
    fn shape_id(&self, name: &str) -> String {
        format!("{}#{name}", self.document.namespace)
    }

    /// `WS`
    fn expect_whitespace(&mut self) -> Parse<()> {
        if !self.kind().is_whitespace() {
            return Err(self.unexpected("white space"));
        }
        self.skip_whitespace();
        Ok(())
    }

    /// `BR`: the end of a statement. Only its first line break is read, so
    /// that documentation in the next line still belongs to the next shape.
    fn expect_line_break(&mut self) -> Parse<()> {
        while matches!(self.kind(), TokenKind::Space | TokenKind::Comma) {
            self.bump();
        }
        if self.kind() == TokenKind::DocComment {
            self.note_stray_docs(self.here());
        }
        self.report_stray_docs();
        match self.kind() {
            TokenKind::Newline | TokenKind::Comment | TokenKind::DocComment => {
                self.bump();
                Ok(())
            }
            TokenKind::End => Ok(()),
            TokenKind::CloseBrace => Err(self.unexpected("a line break").help("put the `}` into a line of its own")),
            _ => Err(self.unexpected("a line break")),
        }
    }

    /// A name; `what` is a word for it.
    fn expect_identifier(&mut self, what: &str) -> Parse<(&'s str, Span)> {
        let lexeme = self.lexeme();
        if self.kind() != TokenKind::Identifier {
            let error = self.unexpected(what);
            return Err(match self.kind() {
                TokenKind::String => error.help("names have no quotes"),
                TokenKind::Number => error.help("a name begins with a letter or `_`"),
                _ => error,
            });
        }
        let token = self.bump();
        if lexeme.trim_start_matches('_').is_empty() {
            let message = "a name needs a letter or a digit after its underscores";
            return Err(SyntaxError::new(self.span(token.end, token.end + 1), message));
        }
        Ok((lexeme, self.span_of(token)))
    }

    /// A key: an identifier or a string in quotes.
    fn parse_key(&mut self) -> Parse<(String, Span)> {
        match self.kind() {
            TokenKind::Identifier => {
                let (name, span) = self.expect_identifier("a key")?;
                Ok((name.to_owned(), span))
            }
            TokenKind::String => {
                let span = self.here();
                Ok((nodes::parse_string(self)?, span))
            }
            _ => Err(self.unexpected("a key")),
        }
    }

    /// A namespace: identifiers with dots between.
    fn parse_namespace(&mut self, what: &str) -> Parse<(&'s str, Span)> {
        let start = self.token.start;
        let mut end = self.expect_identifier(what)?.1.end as usize;
        while self.kind() == TokenKind::Dot {
            self.bump();
            end = self.expect_identifier("a part of a namespace")?.1.end as usize;
        }
        Ok((&self.text[start..end], self.span(start, end)))
    }

    /// A shape id, relative or absolute, perhaps of a member; `what` is a word
    /// for it.
    fn parse_shape_id(&mut self, what: &str) -> Parse<ast::Reference<'s>> {
        let start = self.token.start;
        let (namespace, namespace_span) = self.parse_namespace(what)?;
        let mut end = namespace_span.end as usize;
        if self.kind() == TokenKind::Pound || namespace.contains('.') {
            self.expect(TokenKind::Pound).map_err(|error| match namespace.rsplit_once('.') {
                Some((namespace, name)) => error.help(format!("did you mean `{namespace}#{name}`?")),
                None => error,
            })?;
            end = self.expect_identifier("the name of a shape")?.1.end as usize;
        }
        if self.kind() == TokenKind::Dollar {
            self.bump();
            end = self.expect_identifier("the name of a member")?.1.end as usize;
        }
        Ok(ast::Reference { text: self.text[start..end].into(), span: self.span(start, end) })
    }

    /// Ends a statement: one that lost something is remembered.
    fn end_statement(&mut self, start: usize) {
        if std::mem::take(&mut self.is_broken) {
            self.document.broken.push(self.span(start, self.token.start));
        }
    }

    /// Gives up on the rest of the file.
    fn give_up(&mut self, error: SyntaxError, start: usize) {
        self.errors.push(error);
        self.document.broken.push(self.span(start, self.text.len()));
    }

    /// Whether the next token is a word that opens a statement.
    fn at_statement_word(&self) -> bool {
        let word = self.lexeme();
        self.kind() == TokenKind::Identifier
            && (ast::Type::from_keyword(word).is_some() || matches!(word, "apply" | "metadata" | "namespace" | "use"))
    }

    /// Reports an error and skips to the next token at the beginning of a line
    /// that can open a statement, as the official parser does.
    fn recover(&mut self, error: SyntaxError) {
        self.is_broken = true;
        self.stray_docs = None;
        let resume_here = error.resume_here;
        self.errors.push(error);
        if resume_here {
            return;
        }
        let error_start = self.token.start;
        while self.kind() != TokenKind::End {
            let opens_statement = match self.kind() {
                TokenKind::At | TokenKind::Dollar | TokenKind::DocComment => true,
                _ => self.at_statement_word(),
            };
            if opens_statement && self.is_at_line_start() && self.token.start > error_start {
                return;
            }
            self.bump();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The shapes of a document and its errors, a line each.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let mut diagnostics = Diagnostics::new();
        let document = parse_idl(0, text, &mut diagnostics);
        let shapes = document.shapes.iter().map(|shape| {
            let members: Vec<&str> = shape.members.iter().map(|member| &*member.name.text).collect();
            let traits: Vec<&str> = shape.traits.iter().map(|applied| &*applied.id.text).collect();
            format!("{} {{{}}} @{{{}}}", shape.name.text, members.join(" "), traits.join(" "))
        });
        let errors = diagnostics.iter().map(|event| format!("{}: {}", event.span.start, event.message));
        let actual: Vec<String> = shapes.chain(errors).collect();
        assert_eq!(actual, expected);
    }

    #[test]
    fn commas_are_white_space() {
        check("namespace a\n,,structure S {a: B,,c: D,}", &["S {a c} @{}"]);
    }

    #[test]
    fn documentation_is_the_first_trait() {
        let text = "namespace a\n/// One.\n@b @c(d: 1)\n/// No.\nstring S\n";
        let stray = "33: this documentation comment documents nothing";
        check(text, &["S {} @{smithy.api#documentation b c}", stray]);
    }

    #[test]
    fn inline_structures_follow_their_operation() {
        let text =
            "$version: \"2\"\n$operationInputSuffix: \"Request\"\nnamespace a\noperation O { input := { x: X } }";
        check(text, &["O {} @{}", "ORequest {x} @{smithy.api#input}"]);
    }

    #[test]
    fn an_unclosed_body_does_not_swallow_the_next_shape() {
        check(
            "namespace a\nstructure S {\n  x: X\nstructure T {}\n",
            &["S {x} @{}", "T {} @{}", "43: expected `:`, found `T`"],
        );
    }

    /// The help of each error.
    #[track_caller]
    fn check_help(text: &str, expected: &[&str]) {
        let mut diagnostics = Diagnostics::new();
        parse_idl(0, &format!("$version: \"2.0\"\nnamespace a\n{text}\n"), &mut diagnostics);
        let help: Vec<&str> = diagnostics.iter().map(|event| event.help.as_deref().unwrap_or("none")).collect();
        assert_eq!(help, expected, "{text}");
    }

    #[test]
    fn a_trait_in_the_wrong_place_has_a_better_one() {
        let moved = ["traits are before what they are for: move `@a.b#late` in front of it"];
        for text in [
            "string S @a.b#late(min: 1)",
            "structure S @a.b#late {}",
            "structure S {} @a.b#late",
            "structure S {\n a: String = \"x\" @a.b#late\n}",
            "structure S { a: String @a.b#late }",
            "structure S {\n a: String\n @a.b#late\n}",
            "enum E { A = \"a\" @a.b#late\n}",
            "enum E {\n A\n @a.b#late\n}",
            "list L { member @a.b#late: String\n}",
            "operation O {\n input: S @a.b#late\n}",
            "service S {} @a.b#late",
            "string @a.b#late S",
        ] {
            check_help(text, &moved);
        }
        let several = ["several traits are in braces: apply S { @a.b#one @a.b#two .. }"];
        check_help("apply S @a.b#one(x: 1) @a.b#two\nstring S", &several);
    }

    #[test]
    fn a_body_where_none_is_or_none_where_one_is() {
        for (text, expected) in [
            ("document X {\n}", "a document has no members: end the line after `X`"),
            ("timestamp X {\n  a: String\n}", "a timestamp has no members: end the line after `X`"),
            ("string X { A }", "a string has no members: write `enum X` for one with named values"),
            ("integer X {", "an integer has no members: write `intEnum X` for one with named values"),
            ("string X = \"a\"", "a string has no value: end the line after `X`"),
            ("blob X: Y", "a blob has no value: end the line after `X`"),
            ("structure X\nstring Y", "a structure has a body: structure X { .. }"),
            ("operation X", "an operation has a body: operation X { .. }"),
            ("list X [String]", "a list has a body: list X { member: Target }"),
            ("map X", "a map has a body: map X { key: String, value: Target }"),
            ("structure X: Y {}", "mixins are in brackets: structure X with [Other] { .. }"),
        ] {
            check_help(text, &[expected]);
        }
    }

    #[test]
    fn a_broken_member_does_not_hide_the_others() {
        check(
            "namespace a\nstructure S {\n  x X\n  y: Y\n  @t(\n}\nstring T",
            &["S {y} @{}", "T {} @{}", "30: expected `:`, found `X`", "45: expected a value, found `}`"],
        );
    }
}
