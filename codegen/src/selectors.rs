//! In: the text of a selector and a shape. Out: whether the selector selects
//! the shape. Exists for the selectors of trait definitions; what these do not
//! use (variables, scoped attributes, reverse neighbors) is not understood and
//! says so, rather than being answered wrongly.

mod evaluate;
mod parse;

use std::collections::BTreeSet;

use crate::model::{Member, Model, Shape, ShapeId};

/// What a selector selects: a shape, or a member with its container.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Subject<'m> {
    Shape(&'m Shape),
    Member(&'m Shape, &'m Member),
}

impl<'m> Subject<'m> {
    /// The id of the shape or member.
    pub(crate) fn id(self) -> ShapeId {
        match self {
            Self::Shape(shape) => shape.id.clone(),
            Self::Member(shape, member) => shape.id.with_member(&member.name),
        }
    }

    /// What tells subjects apart.
    fn key(self) -> (&'m str, &'m str) {
        match self {
            Self::Shape(shape) => (shape.id.as_str(), ""),
            Self::Member(shape, member) => (shape.id.as_str(), &member.name),
        }
    }
}

/// A selector that was understood (Smithy 2.0, "Selectors").
#[derive(Debug, Clone)]
pub(crate) struct Selector {
    steps: Vec<Step>,
}

#[derive(Debug, Clone)]
enum Step {
    /// `*`, a type such as `structure`, or a group such as `number`.
    Type(String),
    /// `[key]` or `[key comparator value, value]`
    Attribute { path: Vec<String>, comparator: Option<Comparator>, values: Vec<String> },
    /// `:is(..)`
    Is(Vec<Selector>),
    /// `:test(..)`
    Test(Vec<Selector>),
    /// `:not(..)`
    Not(Vec<Selector>),
    /// `>` or `-[relationship]->`
    Neighbors(Vec<String>),
    /// `~>`
    Reachable,
}

#[derive(Debug, Clone, Copy)]
enum Comparator {
    Equal,
    NotEqual,
    StartsWith,
    EndsWith,
    Contains,
}

/// A selector that is asked about many subjects of one model.
pub(crate) struct Query<'m> {
    model: &'m Model,
    selector: Selector,
    /// Everything that is selected, where a single subject cannot be judged
    /// without its surroundings.
    selected: Option<BTreeSet<(&'m str, &'m str)>>,
}

impl<'m> Query<'m> {
    /// None if the selector is not understood.
    pub(crate) fn new(model: &'m Model, selector: &str) -> Option<Self> {
        Some(Self { model, selector: parse::parse(selector)?, selected: None })
    }

    /// Whether the selector selects the subject.
    pub(crate) fn selects(&mut self, subject: Subject<'m>) -> bool {
        if let Some(answer) = evaluate::selects_alone(self.model, &self.selector, subject) {
            return answer;
        }
        let (model, selector) = (self.model, &self.selector);
        let selected = self
            .selected
            .get_or_insert_with(|| evaluate::select_all(model, selector).into_iter().map(Subject::key).collect());
        selected.contains(&subject.key())
    }
}

#[cfg(test)]
mod tests {
    use crate::{load, LoadOptions, Sources};

    use super::{Query, Subject};

    #[track_caller]
    fn check(selector: &str, expected: &str) {
        let mut sources = Sources::new();
        sources.add(
            "a.smithy",
            r#"
            $version: "2.0"
            namespace a
            structure S { @required s: String, l: Strings, n: Integer }
            list Strings { member: String }
            enum E { A }
            operation O { input: S }
            "#,
        );
        let (model, _) = load(&sources, &LoadOptions::default());
        let mut query = Query::new(&model, selector).expect("the selector is understood");
        let mut found = Vec::new();
        for shape in model.shapes().filter(|shape| shape.id.namespace() == "a") {
            if query.selects(Subject::Shape(shape)) {
                found.push(shape.id.name().to_owned());
            }
            for member in &shape.members {
                if query.selects(Subject::Member(shape, member)) {
                    found.push(format!("{}${}", shape.id.name(), member.name));
                }
            }
        }
        assert_eq!(found.join(" "), expected);
    }

    #[test]
    fn types_and_attributes() {
        check("string", "E");
        check("string :not(enum)", "");
        check("structure > member[trait|required]", "S$s");
        check("[id|member=l]", "S$l");
        check(":is(list, operation)", "Strings O");
    }

    #[test]
    fn neighbors() {
        check("structure > :test(member > string)", "S$s");
        check("operation -[input]-> structure > member :test(> list > member > string)", "S$l");
        check(":is(list, structure > member :test(> number))", "S$n Strings");
    }

    #[test]
    fn what_is_not_understood_is_none() {
        let model = crate::Model::default();
        assert!(Query::new(&model, "string <").is_none());
        assert!(Query::new(&model, ":test(string").is_none());
        assert!(Query::new(&model, &":not(".repeat(10_000)).is_none());
    }
}
