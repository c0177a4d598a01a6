//! In: a selector. Out: what it selects in the words of a sentence, as in
//! "members of structures that target strings". Exists for help lines: few who
//! misplace a trait read selectors.

use crate::suggest;

use super::attributes::{Comparator, Path};
use super::{Comparison, Direction, Predicate, Relationships, Selector, Step, Type};

/// None if the selector does not go into a phrase.
pub(crate) fn describe(selector: &Selector) -> Option<String> {
    let phrase = Phrase::default().through(&selector.steps)?;
    Some(phrase.to_text())
}

/// Shapes, put into words.
#[derive(Debug, Clone, Default)]
struct Phrase {
    /// What comes first: "`@required`".
    adjectives: Vec<String>,
    /// What they are, in the plural; empty for shapes of any kind.
    noun: String,
    /// What they belong to: "of structures".
    owner: String,
    /// What is said of them: "that target strings", "without `@sparse`".
    clauses: Vec<String>,
}

impl Phrase {
    fn to_text(&self) -> String {
        let noun = if self.noun.is_empty() { "shapes" } else { &self.noun };
        let words = self.adjectives.iter().map(String::as_str).chain([noun, self.owner.as_str()]);
        let clauses = self.clauses.iter().map(String::as_str);
        words.chain(clauses).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// The phrase of what the steps yield for these shapes.
    fn through(mut self, steps: &[Step]) -> Option<Self> {
        let mut steps = steps.iter().peekable();
        while let Some(step) = steps.next() {
            match step {
                Step::Type(kind) => self.narrow(*kind)?,
                Step::Attribute(path, comparison) => self.require(path, comparison.as_ref())?,
                Step::Is(branches) if self.is_blank() => {
                    self.noun = alternatives(branches, "and")?;
                }
                Step::Test(predicate) => self.test(predicate)?,
                Step::Not(predicate) => self.exclude(predicate)?,
                Step::Walk(Direction::Forward, relationships) => {
                    let next = steps.peek().copied();
                    self = self.walked(*relationships, next)?;
                }
                _ => return None,
            }
        }
        Some(self)
    }

    fn is_blank(&self) -> bool {
        self.adjectives.is_empty() && self.noun.is_empty() && self.clauses.is_empty()
    }

    fn narrow(&mut self, kind: Type) -> Option<()> {
        let noun = plural(kind);
        match self.noun.as_str() {
            "" => self.noun = noun,
            // What a relationship leads to is a structure anyway.
            "inputs" | "outputs" | "errors" if noun == "structures" => {}
            "members" | "operations" | "resources" if noun == self.noun => {}
            _ => return None,
        }
        Some(())
    }

    fn require(&mut self, path: &Path, comparison: Option<&Comparison>) -> Option<()> {
        let keys: Vec<&str> = path.iter().map(String::as_str).collect();
        match (keys.as_slice(), comparison) {
            (["trait", name], None) if !name.starts_with('(') => self.adjectives.push(trait_name(name)),
            (["id", "member"], Some(Comparison { comparator: Comparator::Equal, values, .. })) if values.len() == 1 => {
                self.clauses.push(format!("called `{}`", values[0]));
            }
            (["id"], Some(Comparison { comparator: Comparator::Equal, values, .. })) if self.is_blank() => {
                let values: Vec<&str> = values.iter().map(String::as_str).collect();
                self.noun = suggest::list(&values)?.replacen('`', "the shape `", 1);
            }
            _ => return None,
        }
        Some(())
    }

    fn test(&mut self, predicate: &Predicate) -> Option<()> {
        if self.is_blank() {
            // A test for kinds is a choice between them.
            if let Some(noun) = alternatives(&predicate.branches, "and") {
                self.noun = noun;
                return Some(());
            }
        }
        let [branch] = predicate.branches.as_slice() else {
            // `> string, > list`: each says what is targeted.
            let targets = predicate.branches.iter().map(|branch| targets_of(branch));
            let targets = targets.collect::<Option<Vec<_>>>()?;
            self.clauses.push(format!("that target {}", join(&targets, "or")));
            return Some(());
        };
        // `:test(member > string)` after a walk to members.
        let rest = match branch.split_first() {
            Some((Step::Type(kind), rest)) => {
                self.narrow(*kind)?;
                rest
            }
            _ => branch.as_slice(),
        };
        let attributes = rest.iter().take_while(|step| matches!(step, Step::Attribute(..))).count();
        let (attributes, rest) = rest.split_at(attributes);
        for step in attributes {
            if let Step::Attribute(path, comparison) = step {
                self.require(path, comparison.as_ref())?;
            }
        }
        match rest {
            [] => {}
            [Step::Walk(Direction::Forward, relationships)] => {
                self.clauses.push(format!("with {}", relationships.described()?));
            }
            rest => {
                let targets = targets_of(rest)?;
                self.clauses.push(format!("that target {targets}"));
            }
        }
        Some(())
    }

    fn exclude(&mut self, predicate: &Predicate) -> Option<()> {
        let [branch] = predicate.branches.as_slice() else { return None };
        let clause = match branch.as_slice() {
            [Step::Attribute(path, None)] => match path.as_slice() {
                [key, name] if key == "trait" && !name.starts_with('(') => format!("without {}", trait_name(name)),
                _ => return None,
            },
            [Step::Walk(Direction::Forward, relationships)] => format!("without {}", relationships.described()?),
            [Step::Type(kind)] => format!("other than {}", plural(*kind)),
            [Step::Test(predicate)] => format!("other than {}", alternatives(&predicate.branches, "and")?),
            [Step::Is(branches)] => format!("other than {}", alternatives(branches, "and")?),
            _ => return None,
        };
        self.clauses.push(clause);
        Some(())
    }

    /// What these shapes are connected to.
    fn walked(self, relationships: Relationships, next: Option<&Step>) -> Option<Self> {
        let noun = match relationships.described() {
            Some(noun) => noun,
            // `structure > member`: the type after it says which way it goes.
            None if relationships == Relationships::ALL => {
                let owns_members =
                    !matches!(self.noun.as_str(), "" | "members" | "services" | "resources" | "operations");
                let kind = match next {
                    Some(Step::Type(kind)) => Some(*kind),
                    Some(Step::Test(predicate)) => predicate.branches.first().and_then(|branch| match branch.first() {
                        Some(Step::Type(kind)) => Some(*kind),
                        _ => None,
                    }),
                    _ => None,
                };
                match (kind?, self.noun.as_str()) {
                    (Type::Member, _) if owns_members => "members".to_owned(),
                    (kind @ Type::Kind("operation"), "services" | "resources") => plural(kind),
                    (kind @ Type::Kind("resource"), "services") => plural(kind),
                    _ => return None,
                }
            }
            None => return None,
        };
        let owner = if self.is_blank() { String::new() } else { format!("of {}", self.to_text()) };
        Some(Self { noun, owner, ..Self::default() })
    }
}

impl Relationships {
    /// What these relationships lead to.
    fn described(self) -> Option<String> {
        let known = [
            (Self::INPUT, "inputs"),
            (Self::OUTPUT, "outputs"),
            (Self::ERROR, "errors"),
            (Self::OPERATION, "operations"),
            (Self::RESOURCE, "resources"),
            (Self::MEMBER, "members"),
        ];
        let meant: Vec<(Self, &str)> = known.into_iter().filter(|(known, _)| self.wants(*known)).collect();
        let covered = meant.iter().fold(Self::NONE, |covered, (known, _)| covered.with(*known));
        let nouns: Vec<String> = meant.into_iter().map(|(_, noun)| noun.to_owned()).collect();
        (covered == self && !nouns.is_empty()).then(|| join(&nouns, "and"))
    }
}

/// What `> ..` leads to from a member.
fn targets_of(steps: &[Step]) -> Option<String> {
    let rest = match steps {
        [Step::Type(Type::Member), Step::Walk(Direction::Forward, Relationships::ALL), rest @ ..]
        | [Step::Walk(Direction::Forward, Relationships::ALL), rest @ ..] => rest,
        _ => return None,
    };
    let phrase = match rest {
        [Step::Test(predicate)] => return alternatives(&predicate.branches, "or"),
        [Step::Is(branches)] => return alternatives(branches, "or"),
        // `> list > member > string`
        [Step::Type(kind @ Type::Kind("list")), rest @ ..] if !rest.is_empty() => match rest {
            [Step::Walk(Direction::Forward, Relationships::ALL), Step::Type(Type::Member), rest @ ..] => {
                let elements = targets_of(rest)?;
                return Some(format!("{} of {elements}", plural(*kind)));
            }
            rest => Phrase { noun: plural(*kind), ..Phrase::default() }.through(rest)?,
        },
        rest => Phrase::default().through(rest)?,
    };
    Some(phrase.to_text())
}

/// "services, resources and operations"
fn alternatives(branches: &[super::Steps], word: &str) -> Option<String> {
    let phrases = branches.iter().map(|branch| match branch.as_slice() {
        [Step::Type(Type::Kind("list")), Step::Walk(..), Step::Type(Type::Member), rest @ ..] => {
            Some(format!("lists of {}", targets_of(rest)?))
        }
        [Step::Type(Type::Member), rest @ ..] if !rest.is_empty() => {
            Some(format!("members that target {}", targets_of(rest)?))
        }
        branch => Phrase::default().through(branch).map(|phrase| phrase.to_text()),
    });
    Some(join(&phrases.collect::<Option<Vec<_>>>()?, word))
}

fn join(words: &[String], word: &str) -> String {
    match words.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} {word} {last}", rest.join(", ")),
        _ => words.concat(),
    }
}

fn trait_name(name: &str) -> String {
    format!("`@{name}`")
}

fn plural(kind: Type) -> String {
    match kind {
        Type::Number => "numbers".to_owned(),
        Type::Simple => "simple shapes".to_owned(),
        Type::Aggregate => "aggregate shapes".to_owned(),
        Type::Service => "services, resources and operations".to_owned(),
        Type::Data => "data shapes".to_owned(),
        Type::Member => "members".to_owned(),
        Type::Kind(keyword) => format!("{keyword}s"),
    }
}
