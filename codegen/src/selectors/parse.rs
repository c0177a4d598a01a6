//! In: the text of a selector, or of a message with places in it. Out: its
//! steps, or the byte where it is wrong and what belongs there.

use crate::suggest;

use super::attributes::{Comparator, Path};
use super::{
    Assertion, Comparison, Direction, Operand, Predicate, Relationships, Selector, SelectorError, Step, Steps, Type,
};

/// How deep parentheses may nest: evaluation follows them by recursion.
const DEPTH: usize = 64;
/// How many steps a selector may have: each may cost a walk over the model.
const STEPS: usize = 1000;

const TYPES: [(&str, Type); 30] = [
    ("number", Type::Number),
    ("simpleType", Type::Simple),
    ("collection", Type::Kind("list")),
    ("aggregateType", Type::Aggregate),
    ("serviceType", Type::Service),
    ("dataType", Type::Data),
    ("member", Type::Member),
    ("set", Type::Kind("list")),
    ("blob", Type::Kind("blob")),
    ("boolean", Type::Kind("boolean")),
    ("string", Type::Kind("string")),
    ("enum", Type::Kind("enum")),
    ("byte", Type::Kind("byte")),
    ("short", Type::Kind("short")),
    ("integer", Type::Kind("integer")),
    ("intEnum", Type::Kind("intEnum")),
    ("long", Type::Kind("long")),
    ("float", Type::Kind("float")),
    ("double", Type::Kind("double")),
    ("bigInteger", Type::Kind("bigInteger")),
    ("bigDecimal", Type::Kind("bigDecimal")),
    ("timestamp", Type::Kind("timestamp")),
    ("document", Type::Kind("document")),
    ("list", Type::Kind("list")),
    ("map", Type::Kind("map")),
    ("structure", Type::Kind("structure")),
    ("union", Type::Kind("union")),
    ("service", Type::Kind("service")),
    ("operation", Type::Kind("operation")),
    ("resource", Type::Kind("resource")),
];

pub(super) fn parse(text: &str) -> Result<Selector, SelectorError> {
    let mut parser = Parser::new(text);
    let steps = parser.steps()?;
    parser.space();
    match parser.peek() {
        None => Ok(Selector { steps, variables: parser.variables, predicates: parser.predicates }),
        Some(_) => Err(parser.expected("the end of the selector")),
    }
}

/// A message with places such as `@{id|name}` in it.
#[derive(Debug, Clone)]
pub(crate) struct Template {
    pub(super) parts: Vec<Operand>,
}

impl Template {
    /// Reads the text of a template. `@@` stands for `@`.
    pub(crate) fn parse(text: &str) -> Result<Self, SelectorError> {
        let mut parser = Parser::new(text);
        let mut parts = Vec::new();
        let mut literal = String::new();
        while let Some(character) = parser.rest().chars().next() {
            let is_escaped = parser.rest().starts_with("@@");
            if character == '@' && !is_escaped {
                parts.push(Operand::Text(std::mem::take(&mut literal)));
                parts.push(Operand::Path(parser.context_value()?));
                continue;
            }
            literal.push(character);
            parser.position += character.len_utf8() + usize::from(is_escaped);
        }
        parts.push(Operand::Text(literal));
        Ok(Self { parts })
    }
}

struct Parser<'t> {
    text: &'t str,
    position: usize,
    depth: usize,
    steps: usize,
    predicates: usize,
    variables: Vec<String>,
}

impl<'t> Parser<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, position: 0, depth: 0, steps: 0, predicates: 0, variables: Vec::new() }
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.position..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn space(&mut self) {
        let trimmed = self.rest().trim_start_matches([' ', '\t', '\r', '\n']);
        self.position = self.text.len() - trimmed.len();
    }

    fn take(&mut self, token: &str) -> bool {
        let is_next = self.rest().starts_with(token);
        self.position += if is_next { token.len() } else { 0 };
        is_next
    }

    fn expect(&mut self, token: &str) -> Result<(), SelectorError> {
        self.space();
        match self.take(token) {
            true => Ok(()),
            false => Err(self.expected(format!("`{token}`"))),
        }
    }

    fn error(&self, offset: usize, message: impl Into<String>) -> SelectorError {
        SelectorError { offset: Some(offset), message: message.into(), help: None }
    }

    fn expected(&self, what: impl std::fmt::Display) -> SelectorError {
        let found = match self.peek() {
            Some(character) => format!("`{character}`"),
            None => "the end".to_owned(),
        };
        self.error(self.position, format!("expected {what}, found {found}"))
    }

    /// Steps up to a token that ends them.
    fn steps(&mut self) -> Result<Steps, SelectorError> {
        let mut steps = Steps::new();
        loop {
            steps.extend(self.step()?);
            self.steps += 1;
            if self.steps > STEPS {
                return Err(self.error(self.position, format!("a selector has {STEPS} steps at most")));
            }
            self.space();
            if matches!(self.peek(), None | Some(',' | ']' | ')')) {
                return Ok(steps);
            }
        }
    }

    /// None for `*`, which changes nothing.
    fn step(&mut self) -> Result<Option<Step>, SelectorError> {
        self.space();
        let step = match self.peek() {
            Some('*') => {
                self.take("*");
                return Ok(None);
            }
            Some(':') => self.function()?,
            Some('[') => self.attribute()?,
            Some('$') => self.variable()?,
            Some('>') => {
                self.take(">");
                Step::Walk(Direction::Forward, Relationships::ALL)
            }
            Some('~') => {
                self.take("~");
                self.expect_now(">")?;
                Step::Reachable
            }
            Some('-') => {
                self.take("-");
                let relationships = self.relationships()?;
                self.expect_now("->")?;
                Step::Walk(Direction::Forward, relationships)
            }
            Some('<') => {
                self.take("<");
                let relationships = match self.take("-") {
                    true => {
                        let relationships = self.relationships()?;
                        self.expect_now("-")?;
                        relationships
                    }
                    false => Relationships::ALL,
                };
                Step::Walk(Direction::Reverse, relationships)
            }
            Some(character) if is_identifier_start(character) => self.shape_type()?,
            _ => {
                let expected = "a type such as `structure`, an attribute `[..]`, a function `:not(..)` or a walk `>`";
                return Err(self.expected(expected));
            }
        };
        Ok(Some(step))
    }

    /// What must follow without white space between.
    fn expect_now(&mut self, token: &str) -> Result<(), SelectorError> {
        match self.take(token) {
            true => Ok(()),
            false => Err(self.expected(format!("`{token}`"))),
        }
    }

    fn shape_type(&mut self) -> Result<Step, SelectorError> {
        let start = self.position;
        let word = self.identifier("a type")?;
        if let Some((_, found)) = TYPES.iter().find(|(name, _)| *name == word) {
            return Ok(Step::Type(*found));
        }
        let near = suggest::nearest_word(word, TYPES.iter().map(|(name, _)| *name));
        let help = suggest::list(&near).map(|near| format!("did you mean {near}?"));
        Err(SelectorError { offset: Some(start), message: format!("`{word}` is not a type of shapes"), help })
    }

    fn identifier(&mut self, what: &str) -> Result<&'t str, SelectorError> {
        let rest = self.rest();
        let length = rest.find(|c| !is_identifier_part(c)).unwrap_or(rest.len());
        let word = &rest[..length];
        let begins_well = word.trim_start_matches('_').starts_with(|c: char| c.is_ascii_alphabetic())
            || (word.starts_with('_') && !word.trim_start_matches('_').is_empty());
        if !begins_well {
            return Err(self.expected(what));
        }
        self.position += length;
        Ok(word)
    }

    /// `[name, name]`, after the dash.
    fn relationships(&mut self) -> Result<Relationships, SelectorError> {
        self.expect_now("[")?;
        let mut found = Relationships::NONE;
        loop {
            self.space();
            found = found.with(Relationships::named(self.identifier("the name of a relationship")?));
            self.space();
            if self.take("]") {
                return Ok(found);
            }
            if !self.take(",") {
                return Err(self.expected("`,` or `]`"));
            }
        }
    }

    fn function(&mut self) -> Result<Step, SelectorError> {
        self.take(":");
        let start = self.position;
        let name = self.identifier("the name of a function")?;
        self.expect("(")?;
        let mut branches = self.arguments()?;
        let count = branches.len();
        let allowed = match name {
            "not" | "in" | "root" | "recursive" => 1,
            "topdown" => 2,
            _ => usize::MAX,
        };
        if count > allowed {
            let selectors = if allowed == 1 { "one selector" } else { "one or two selectors" };
            return Err(self.error(start, format!("`:{name}` takes {selectors}, not {count}")));
        }
        Ok(match name {
            "is" | "each" => Step::Is(branches),
            "test" => Step::Test(self.predicate(branches)),
            "not" => Step::Not(self.predicate(branches)),
            "in" => Step::In(self.predicate(branches)),
            "root" => Step::Root(self.predicate(branches)),
            "recursive" => Step::Recursive(branches.pop().unwrap_or_default()),
            "topdown" => {
                let disqualifier = branches.drain(1..).collect::<Vec<_>>();
                let qualifier = self.predicate(branches);
                let disqualifier = (!disqualifier.is_empty()).then(|| self.predicate(disqualifier));
                Step::TopDown(qualifier, disqualifier)
            }
            // Functions of later versions are not a mistake, and yield nothing.
            _ => Step::UnknownFunction,
        })
    }

    /// Selectors up to the parenthesis that closes.
    fn arguments(&mut self) -> Result<Vec<Steps>, SelectorError> {
        if self.depth == DEPTH {
            return Err(self.error(self.position, format!("parentheses nest {DEPTH} deep at most")));
        }
        self.depth += 1;
        let mut branches = Vec::new();
        loop {
            branches.push(self.steps()?);
            if self.take(")") {
                break;
            }
            if !self.take(",") {
                return Err(self.expected("`,` or `)`"));
            }
        }
        self.depth -= 1;
        Ok(branches)
    }

    fn predicate(&mut self, branches: Vec<Steps>) -> Predicate {
        self.predicates += 1;
        let uses_variables = branches.iter().any(|steps| uses_variables(steps));
        Predicate { id: self.predicates - 1, branches, uses_variables }
    }

    fn variable(&mut self) -> Result<Step, SelectorError> {
        self.take("$");
        self.space();
        let is_read = self.take("{");
        self.space();
        let name = self.identifier("the name of a variable")?;
        let index = self.variables.iter().position(|known| known == name).unwrap_or_else(|| {
            self.variables.push(name.to_owned());
            self.variables.len() - 1
        });
        if is_read {
            self.expect("}")?;
            return Ok(Step::Load(index));
        }
        self.expect("(")?;
        let start = self.position;
        let mut branches = self.arguments()?;
        match (branches.pop(), branches.len()) {
            (Some(steps), 0) => Ok(Step::Store(index, steps)),
            (_, count) => Err(self.error(start, format!("a variable takes one selector, not {}", count + 1))),
        }
    }

    fn attribute(&mut self) -> Result<Step, SelectorError> {
        self.take("[");
        if self.take("@") {
            return self.scoped_attribute();
        }
        self.space();
        let path = self.path("the name of an attribute such as `trait` or `id`")?;
        if self.take("]") {
            return Ok(Step::Attribute(path, None));
        }
        let comparator = self.comparator("`]` or a comparator such as `=`")?;
        let mut values = Vec::new();
        loop {
            values.push(self.value()?);
            if !self.take(",") {
                break;
            }
        }
        let ignores_case = self.takes_case_mark();
        self.expect_one("]", "`,` or `]`")?;
        Ok(Step::Attribute(path, Some(Comparison { comparator, values, ignores_case })))
    }

    fn scoped_attribute(&mut self) -> Result<Step, SelectorError> {
        self.space();
        let path = match self.peek() {
            Some(':') => Path::new(),
            _ => self.path("the name of an attribute such as `trait`, or `:`")?,
        };
        self.expect(":")?;
        let mut assertions = Vec::new();
        loop {
            assertions.push(self.assertion()?);
            self.space();
            if !self.take("&&") {
                break;
            }
        }
        self.expect_one("]", "`,`, `&&` or `]`")?;
        Ok(Step::Scoped(path, assertions))
    }

    fn assertion(&mut self) -> Result<Assertion, SelectorError> {
        let left = self.operand()?;
        let comparator = self.comparator("a comparator such as `=`")?;
        let mut right = Vec::new();
        loop {
            right.push(self.operand()?);
            if !self.take(",") {
                break;
            }
        }
        Ok(Assertion { left, comparator, right, ignores_case: self.takes_case_mark() })
    }

    fn operand(&mut self) -> Result<Operand, SelectorError> {
        self.space();
        let operand = match self.peek() {
            Some('@') => Operand::Path(self.context_value()?),
            _ => Operand::Text(self.value()?),
        };
        self.space();
        Ok(operand)
    }

    /// `@{path}`
    fn context_value(&mut self) -> Result<Path, SelectorError> {
        self.expect_now("@")?;
        self.expect_now("{")?;
        let mut path = vec![self.segment()?];
        self.segments(&mut path)?;
        self.expect_one("}", "`|` or `}`")?;
        Ok(path)
    }

    fn expect_one(&mut self, token: &str, what: &str) -> Result<(), SelectorError> {
        match self.take(token) {
            true => Ok(()),
            false => Err(self.expected(what)),
        }
    }

    fn path(&mut self, what: &str) -> Result<Path, SelectorError> {
        let mut path = vec![self.identifier(what)?.to_owned()];
        self.segments(&mut path)?;
        Ok(path)
    }

    /// What follows the first segment, and the white space after it.
    fn segments(&mut self, path: &mut Path) -> Result<(), SelectorError> {
        self.space();
        while self.take("|") {
            path.push(self.segment()?);
            self.space();
        }
        Ok(())
    }

    /// `name`, `'any text'` or `(function)`
    fn segment(&mut self) -> Result<String, SelectorError> {
        self.space();
        if !self.take("(") {
            return self.value();
        }
        let name = self.identifier("the name of a property such as `values`")?;
        self.expect_now(")")?;
        Ok(format!("({name})"))
    }

    fn comparator(&mut self, expected: &str) -> Result<Comparator, SelectorError> {
        self.space();
        let found = Comparator::ALL.iter().find(|(token, _)| self.rest().starts_with(token));
        let Some((token, comparator)) = found else {
            // `^foo` lacks the other half of its comparator.
            if matches!(self.peek(), Some('!' | '^' | '$' | '*' | '?')) {
                self.position += 1;
                return Err(self.expected("`=`"));
            }
            return Err(self.expected(expected));
        };
        self.position += token.len();
        Ok(*comparator)
    }

    /// A text, number or id, and the white space after it.
    fn value(&mut self) -> Result<String, SelectorError> {
        self.space();
        let value = match self.peek() {
            Some(quote @ ('\'' | '"')) => self.quoted(quote)?,
            Some(character) if character == '-' || character.is_ascii_digit() => self.number()?,
            _ => self.root_id()?,
        };
        self.space();
        Ok(value)
    }

    fn quoted(&mut self, quote: char) -> Result<String, SelectorError> {
        let start = self.position;
        self.position += 1;
        let Some(length) = self.rest().find(quote) else {
            return Err(self.error(start, format!("the text that begins here has no closing `{quote}`")));
        };
        let text = self.rest()[..length].to_owned();
        self.position += length + 1;
        Ok(text)
    }

    fn digits(&mut self) -> Result<(), SelectorError> {
        let rest = self.rest();
        let length = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        self.position += length;
        if length == 0 {
            return Err(self.expected("a digit"));
        }
        Ok(())
    }

    fn number(&mut self) -> Result<String, SelectorError> {
        let start = self.position;
        self.take("-");
        self.digits()?;
        if self.take(".") {
            self.digits()?;
        }
        if self.take("e") || self.take("E") {
            if !self.take("+") {
                self.take("-");
            }
            self.digits()?;
        }
        Ok(self.text[start..self.position].to_owned())
    }

    /// `Name`, `name.space` or `name.space#Name`
    fn root_id(&mut self) -> Result<String, SelectorError> {
        let start = self.position;
        self.identifier("a name, a number or a text in quotes")?;
        while self.take(".") {
            self.identifier("a name")?;
        }
        if self.take("#") {
            self.identifier("the name of a shape")?;
        }
        Ok(self.text[start..self.position].to_owned())
    }

    fn takes_case_mark(&mut self) -> bool {
        self.space();
        let is_marked = self.take("i");
        self.space();
        is_marked
    }
}

fn is_identifier_start(character: char) -> bool {
    character == '_' || character.is_ascii_alphabetic()
}

fn is_identifier_part(character: char) -> bool {
    character == '_' || character.is_ascii_alphanumeric()
}

/// Whether what the steps yield may depend on variables, or set them.
fn uses_variables(steps: &[Step]) -> bool {
    let of_path = |path: &Path| path.first().is_some_and(|key| key == "var");
    let of_operand = |operand: &Operand| matches!(operand, Operand::Path(path) if of_path(path));
    steps.iter().any(|step| match step {
        Step::Store(..) | Step::Load(_) => true,
        Step::Attribute(path, _) => of_path(path),
        Step::Scoped(path, assertions) => {
            of_path(path)
                || assertions
                    .iter()
                    .any(|assertion| of_operand(&assertion.left) || assertion.right.iter().any(of_operand))
        }
        Step::Is(branches) => branches.iter().any(|branch| uses_variables(branch)),
        Step::Recursive(steps) => uses_variables(steps),
        Step::Test(predicate) | Step::Not(predicate) | Step::In(predicate) => predicate.uses_variables,
        Step::TopDown(qualifier, disqualifier) => {
            qualifier.uses_variables || disqualifier.as_ref().is_some_and(|predicate| predicate.uses_variables)
        }
        // What `:root` yields knows nothing of variables outside of it.
        Step::Root(_) | Step::Type(_) | Step::UnknownFunction | Step::Walk(..) | Step::Reachable => false,
    })
}
