//! In: what a stage found wrong, with its place. Out: text in the manner of
//! rustc, or JSON lines. Exists so that a stage can report everything it finds
//! and stop after, not during.

mod distinct;
mod keys;
mod lines;
mod render;

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

#[cfg(feature = "driver")]
pub(crate) use render::{visible, visible_name};

/// A range of bytes in one of the [`Sources`]. The default span belongs to no
/// source: it is the place of what the generator itself made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Index of the source in [`Sources`]; `u32::MAX` for none.
    pub source: u32,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Default for Span {
    fn default() -> Self {
        Self { source: u32::MAX, start: 0, end: 0 }
    }
}

/// The texts that a model is read from, each with the name shown in messages.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    texts: Vec<Source>,
}

/// One text.
#[derive(Debug, Clone)]
pub struct Source {
    /// The name that messages show, by convention the path as the user gave it.
    pub name: Arc<str>,
    /// The text.
    pub text: Arc<str>,
    /// What is in it.
    pub(crate) form: Form,
    /// Found out when the first event is placed in the text.
    lines: OnceLock<lines::Lines>,
}

/// What is in a text.
#[cfg_attr(not(feature = "driver"), allow(dead_code))] // Only the driver reads files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// A model in the IDL.
    Idl,
    /// A model as a JSON AST.
    JsonAst,
    /// Nothing: it is a file that is not a model and was not read.
    Skipped,
    /// A manifest, which messages point into.
    Manifest,
}

impl Form {
    fn is_model(self) -> bool {
        matches!(self, Self::Idl | Self::JsonAst)
    }
}

impl Sources {
    /// No sources.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a text. A name that ends in `.json` is read as a JSON AST, any
    /// other as IDL.
    pub fn add(&mut self, name: impl Into<Arc<str>>, text: impl Into<Arc<str>>) -> &mut Self {
        let name = name.into();
        let form = if name.ends_with(".json") { Form::JsonAst } else { Form::Idl };
        self.add_as(name, text, form);
        self
    }

    /// Adds a text in a known form, and returns its index. Loading reports skipped files.
    pub(crate) fn add_as(&mut self, name: impl Into<Arc<str>>, text: impl Into<Arc<str>>, form: Form) -> u32 {
        let index = self.texts.len();
        self.texts.push(Source { name: name.into(), text: text.into(), form, lines: OnceLock::new() });
        u32::try_from(index).unwrap_or(Span::default().source)
    }

    /// How many models there are to be read.
    pub fn count_models(&self) -> usize {
        self.texts.iter().filter(|source| source.form.is_model()).count()
    }

    /// The texts in the order they were added.
    pub fn iter(&self) -> impl Iterator<Item = &Source> {
        self.texts.iter()
    }

    /// The source that a span belongs to.
    pub fn of(&self, span: Span) -> Option<&Source> {
        self.texts.get(span.source as usize)
    }
}

/// How bad an event is (Smithy 2.0, section "Model validation").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // The variants are the specification's words.
pub enum Severity {
    Suppressed,
    Note,
    Warning,
    Danger,
    Error,
}

/// Who needs to know of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Only the author of the model: a client can be generated all the same.
    Author,
    /// Whoever generates a client, too: with an ERROR, the client would be wrong or
    /// cannot be generated.
    Client,
}

/// What an event is about, for the stages after the one that reports it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum About {
    /// What is at its place.
    #[default]
    Place,
    /// The key of the value at its place.
    KeyOfPlace,
    /// The name at its place, which nothing defines.
    UnknownName,
    /// A member that its shape does not have.
    UnknownMember,
}

/// One event: what is wrong, where, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// The official event id, one that the model's own validators give, or one
    /// under `Whitesmith.`.
    pub id: Cow<'static, str>,
    /// The shape the event is about, as text, where there is one.
    pub shape: Option<String>,
    /// What is wrong: lower case, no final period, ids in backticks.
    pub message: String,
    /// Where it is wrong.
    pub span: Span,
    /// A few words shown after the marker; empty for none.
    pub label: String,
    /// One line that describes what to change.
    pub help: Option<String>,
    /// Why the event is suppressed, where a reason was given.
    pub reason: Option<String>,
    /// Whom it concerns.
    pub audience: Audience,
    about: About,
}

/// The events of a stage, in the order they were found.
#[derive(Debug, Clone, Default)]
pub struct Diagnostics {
    events: Vec<Diagnostic>,
}

impl Diagnostics {
    /// No events.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an event.
    pub fn push(&mut self, event: Diagnostic) {
        self.events.push(event);
    }

    /// Adds an ERROR and returns it for a label, shape or help line.
    pub fn error(
        &mut self,
        id: impl Into<Cow<'static, str>>,
        span: Span,
        message: impl Into<String>,
    ) -> &mut Diagnostic {
        self.report(Severity::Error, id, span, message)
    }

    /// Adds a WARNING and returns it for a label, shape or help line.
    pub fn warning(
        &mut self,
        id: impl Into<Cow<'static, str>>,
        span: Span,
        message: impl Into<String>,
    ) -> &mut Diagnostic {
        self.report(Severity::Warning, id, span, message)
    }

    /// Adds a WARNING that is for the author of the model only.
    pub(crate) fn advice(
        &mut self,
        id: impl Into<Cow<'static, str>>,
        span: Span,
        message: impl Into<String>,
    ) -> &mut Diagnostic {
        self.report(Severity::Warning, id, span, message).audience(Audience::Author)
    }

    /// Adds an event of any severity.
    pub(crate) fn report(
        &mut self,
        severity: Severity,
        id: impl Into<Cow<'static, str>>,
        span: Span,
        message: impl Into<String>,
    ) -> &mut Diagnostic {
        let index = self.events.len();
        self.events.push(Diagnostic {
            severity,
            id: id.into(),
            shape: None,
            message: message.into(),
            span,
            label: String::new(),
            help: None,
            reason: None,
            audience: Audience::Client,
            about: About::Place,
        });
        &mut self.events[index]
    }

    /// The events in the order they were found.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.events.iter()
    }

    /// The events, to be changed.
    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Diagnostic> {
        self.events.iter_mut()
    }

    /// Whether there is an ERROR.
    pub fn has_errors(&self) -> bool {
        self.events.iter().any(|event| event.severity == Severity::Error)
    }

    /// The events that are at least this bad.
    pub fn at_least(&self, severity: Severity) -> Self {
        Self { events: self.events.iter().filter(|event| event.severity >= severity).cloned().collect() }
    }

    /// The events for users who generate a client. An ERROR that is the
    /// author's only, or about a shape that the client does not have, is a
    /// WARNING, because it has no effect. Other advice is omitted; notes are kept
    /// if there are errors.
    pub(crate) fn for_clients(mut self, has_shape: impl Fn(&str) -> bool) -> Self {
        for event in self.events.iter_mut().filter(|event| event.severity == Severity::Error) {
            let is_elsewhere = event.shape.as_deref().is_some_and(|id| !has_shape(id.split('$').next().unwrap_or(id)));
            // `validate` reports the same as an error: the label is the reason why this is not one.
            let reason = match event.audience {
                Audience::Author => "does not stop codegen",
                Audience::Client if is_elsewhere => "not a part of this client",
                Audience::Client => continue,
            };
            let separator = if event.label.is_empty() { "" } else { "; " };
            event.label = format!("{}{separator}{reason}", event.label);
            event.severity = Severity::Warning;
            event.audience = Audience::Client;
        }
        self.without_advice()
    }

    /// The events for users who continue with the model: errors, and what is not
    /// only for its author.
    pub(crate) fn without_advice(self) -> Self {
        let least = if self.has_errors() { Severity::Note } else { Severity::Warning };
        let concerns = |event: &Diagnostic| {
            event.severity == Severity::Error || (event.severity >= least && event.audience == Audience::Client)
        };
        Self { events: self.events.into_iter().filter(concerns).collect() }
    }

    /// Whether there is no event at all.
    pub fn is_empty(&self) -> bool {
        self.events.is_empty()
    }

    /// Brings the events into the order of their places, those without one
    /// last. Events of one place stay in the order they were found.
    pub(crate) fn sort(&mut self) {
        self.events.sort_by_key(|event| (event.span.source, event.span.start));
    }

    /// Keeps the events that are wanted.
    pub(crate) fn retain(&mut self, is_wanted: impl FnMut(&Diagnostic) -> bool) {
        self.events.retain(is_wanted);
    }

    /// Takes over the events of another stage.
    pub fn extend(&mut self, other: Diagnostics) {
        self.events.extend(other.events);
    }
}

impl Diagnostic {
    /// Names the shape that the event is about.
    pub fn shape(&mut self, shape: impl Into<String>) -> &mut Self {
        self.shape = Some(shape.into());
        self
    }

    /// A few words after the marker.
    pub fn label(&mut self, label: impl Into<String>) -> &mut Self {
        self.label = label.into();
        self
    }

    /// The audience, if it is not the users who generate a client.
    pub(crate) fn audience(&mut self, audience: Audience) -> &mut Self {
        self.audience = audience;
        self
    }

    /// What it is about, if not what is at its place.
    pub(crate) fn about(&mut self, about: About) -> &mut Self {
        self.about = about;
        self
    }

    /// Whether it is about that.
    pub(crate) fn is_about(&self, about: About) -> bool {
        self.about == about
    }

    /// One line that describes what to change; written so that it can be pasted.
    pub fn help(&mut self, help: impl Into<String>) -> &mut Self {
        self.help = Some(help.into());
        self
    }
}
