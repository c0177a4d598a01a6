//! In: a node. Out: rules, and everything that keeps the node from being them.
//! A rule that cannot be read is left out, and the others are read.

use std::collections::BTreeMap;

use crate::diagnostics::Span;
use crate::model::{Node, Value};
use crate::suggest;

use super::template::{parse_path, Part};
use super::{
    Call, Condition, Decisions, Endpoint, Expression, Function, Literal, Name, Outcome, Parameter, ParameterType,
    Problem, Rule, RuleSet, Template,
};

/// A version of the rules engine, `1.1`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Version {
    pub(crate) major: u32,
    pub(crate) minor: u32,
}

impl Version {
    /// None if the text is no version.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('.');
        let mut number = || parts.next().and_then(|part| part.parse().ok());
        Some(Self { major: number()?, minor: number()? })
    }
}

/// Parses the value of `@endpointRuleSet`.
pub(crate) fn parse(node: &Node) -> (RuleSet<'_>, Vec<Problem>) {
    let mut reader = Reader::default();
    if reader.text(node, "version").is_some_and(|version| Version::parse(version).is_none()) {
        let span = node.get("version").map_or(node.span, |version| version.span);
        reader.problem(span, "a version is two numbers: \"1.0\"");
    }
    let parameters = reader.member(node, "parameters").map(|node| reader.parameters(node)).unwrap_or_default();
    let rules = reader.member(node, "rules").map(|node| reader.rules(node)).unwrap_or_default();
    (RuleSet { parameters, rules, names: reader.names }, reader.problems)
}

/// Parses the parameters alone, which both traits have.
pub(crate) fn parse_parameters(node: &Node) -> Vec<Parameter<'_>> {
    let mut reader = Reader::default();
    node.get("parameters").map(|node| reader.parameters(node)).unwrap_or_default()
}

/// Parses what `@endpointBdd` has beside its nodes.
pub(crate) fn parse_decisions(node: &Node) -> (Decisions<'_>, Vec<Problem>) {
    let mut reader = Reader::default();
    let parameters = reader.member(node, "parameters").map(|node| reader.parameters(node)).unwrap_or_default();
    let conditions = reader.member(node, "conditions").map(|node| reader.conditions(node)).unwrap_or_default();
    let mut results = Vec::new();
    for result in reader.member(node, "results").map(|node| reader.array(node)).unwrap_or_default() {
        if result.get("conditions").and_then(Node::as_array).is_some_and(|conditions| !conditions.is_empty()) {
            let span = result.get("conditions").map_or(result.span, |node| node.span);
            reader.problem(span, "a result has no conditions; they belong into `conditions` and `nodes`");
        }
        results.extend(reader.outcome(result));
    }
    (Decisions { parameters, conditions, results }, reader.problems)
}

#[derive(Default)]
struct Reader<'n> {
    problems: Vec<Problem>,
    names: BTreeMap<&'n str, usize>,
}

fn span_of(node: &Node, name: &str) -> Span {
    node.get(name).map_or(node.span, |member| member.span)
}

impl<'n> Reader<'n> {
    /// The name with its number, a new one if it is new.
    fn name(&mut self, text: &'n str) -> Name<'n> {
        let next = self.names.len();
        Name { text, number: *self.names.entry(text).or_insert(next) }
    }

    fn problem(&mut self, span: Span, message: impl Into<String>) -> &mut Problem {
        let index = self.problems.len();
        self.problems.push(Problem::new(span, message));
        &mut self.problems[index]
    }

    /// A member that has to be there.
    fn member<'a>(&mut self, node: &'a Node, name: &str) -> Option<&'a Node> {
        let found = node.get(name);
        if found.is_none() {
            match node.value {
                Value::Object(_) => self.problem(node.span, format!("`{name}` is missing")),
                _ => self.problem(node.span, format!("expected an object, found {}", node.value.describe())),
            };
        }
        found
    }

    /// A member that has to be there and to be a string.
    fn text<'a>(&mut self, node: &'a Node, name: &str) -> Option<&'a str> {
        let found = self.member(node, name)?;
        if found.as_str().is_none() {
            self.problem(found.span, format!("`{name}` is a string, not {}", found.value.describe()));
        }
        found.as_str()
    }

    fn array<'a>(&mut self, node: &'a Node) -> &'a [Node] {
        if node.as_array().is_none() {
            self.problem(node.span, format!("expected an array, found {}", node.value.describe()));
        }
        node.as_array().unwrap_or_default()
    }

    fn object<'a>(&mut self, node: &'a Node) -> &'a [(String, Node)] {
        if node.as_object().is_none() {
            self.problem(node.span, format!("expected an object, found {}", node.value.describe()));
        }
        node.as_object().unwrap_or_default()
    }

    fn no_other_members(&mut self, node: &Node, known: &[&'static str]) {
        for (name, member) in node.as_object().unwrap_or_default() {
            if !known.contains(&name.as_str()) {
                let near = suggest::list(&suggest::nearest_word(name, known.iter().copied()));
                let problem = self.problem(member.span, format!("`{name}` has no meaning here"));
                problem.help = near.map(|near| format!("did you mean {near}?"));
            }
        }
    }

    fn parameters(&mut self, node: &'n Node) -> Vec<Parameter<'n>> {
        let members = self.object(node);
        members.iter().filter_map(|(name, node)| self.parameter(name, node)).collect()
    }

    fn parameter(&mut self, name: &'n str, node: &'n Node) -> Option<Parameter<'n>> {
        self.no_other_members(node, &["builtIn", "required", "type", "deprecated", "documentation", "default"]);
        let ty = match self.text(node, "type")?.to_ascii_lowercase().as_str() {
            "string" => ParameterType::String,
            "boolean" => ParameterType::Boolean,
            "stringarray" => ParameterType::StringArray,
            other => {
                let span = node.get("type").map_or(node.span, |ty| ty.span);
                let problem = self.problem(span, format!("`{other}` is not a type of a parameter"));
                problem.help = Some("write `string`, `boolean` or `stringArray`".to_owned());
                return None;
            }
        };
        let is_required = node.get("required").and_then(Node::as_bool).unwrap_or_default();
        let default = node.get("default");
        if let Some(default) = default {
            if !is_required {
                let message = format!("parameter `{name}` has a default, so it is always there");
                self.problem(default.span, message).help = Some("\"required\": true".to_owned());
            }
            if ParameterType::of_node(default) != Some(ty) {
                let message = format!("the default of parameter `{name}` is not of its type, `{}`", ty.name());
                self.problem(default.span, message);
            }
        }
        let built_in = node.get("builtIn").filter(|node| node.as_str().is_some());
        let is_documented = node.get("documentation").is_some();
        let number = self.name(name).number;
        Some(Parameter { name, number, ty, is_required, default, built_in, is_documented, span: node.span })
    }

    fn rules(&mut self, node: &'n Node) -> Vec<Rule<'n>> {
        self.array(node).iter().filter_map(|node| self.rule(node)).collect()
    }

    fn rule(&mut self, node: &'n Node) -> Option<Rule<'n>> {
        let conditions = self.member(node, "conditions").map(|node| self.conditions(node));
        let outcome = self.outcome(node)?;
        Some(Rule { conditions: conditions?, outcome, span: node.span })
    }

    fn conditions(&mut self, node: &'n Node) -> Vec<Condition<'n>> {
        self.array(node).iter().filter_map(|node| self.condition(node)).collect()
    }

    fn condition(&mut self, node: &'n Node) -> Option<Condition<'n>> {
        let call = self.call(node)?;
        let assign = match node.get("assign") {
            Some(assign) => Some((self.text(node, "assign").map(|name| self.name(name))?, assign.span)),
            None => None,
        };
        Some(Condition { call, assign })
    }

    fn outcome(&mut self, node: &'n Node) -> Option<Outcome<'n>> {
        match self.text(node, "type")? {
            "endpoint" => self.member(node, "endpoint").and_then(|node| self.endpoint(node)).map(Outcome::Endpoint),
            "error" => self.member(node, "error").and_then(|node| self.expression(node)).map(Outcome::Error),
            "tree" => {
                let rules = self.member(node, "rules")?;
                if rules.as_array().is_some_and(<[Node]>::is_empty) {
                    self.problem(rules.span, "a tree has at least one rule");
                }
                Some(Outcome::Tree(self.rules(rules)))
            }
            other => {
                let span = node.get("type").map_or(node.span, |ty| ty.span);
                let problem = self.problem(span, format!("`{other}` is not a type of a rule"));
                problem.help = Some("write `endpoint`, `error` or `tree`".to_owned());
                None
            }
        }
    }

    fn endpoint(&mut self, node: &'n Node) -> Option<Endpoint<'n>> {
        self.no_other_members(node, &["url", "headers", "properties"]);
        let mut headers = Vec::new();
        for (name, values) in node.get("headers").map(|node| self.object(node)).unwrap_or_default() {
            let values = self.array(values).iter().filter_map(|value| self.expression(value)).collect();
            headers.push((name.as_str(), values));
        }
        let mut properties = Vec::new();
        for (name, value) in node.get("properties").map(|node| self.object(node)).unwrap_or_default() {
            properties.extend(self.literal(value).map(|literal| (name.as_str(), literal)));
        }
        let url = self.member(node, "url").and_then(|url| self.expression(url))?;
        Some(Endpoint { url, headers, properties })
    }

    fn expression(&mut self, node: &'n Node) -> Option<Expression<'n>> {
        if node.as_object().is_none() {
            return self.literal(node).map(Expression::Literal);
        }
        match (node.get("ref"), node.get("fn")) {
            (Some(_), None) => {
                let name = self.text(node, "ref")?;
                let name = self.name(name);
                Some(Expression::Reference { name, span: span_of(node, "ref") })
            }
            (None, Some(_)) => self.call(node).map(|call| Expression::Call(Box::new(call))),
            _ => {
                self.problem(node.span, "an object here has either `ref` or `fn`");
                None
            }
        }
    }

    fn call(&mut self, node: &'n Node) -> Option<Call<'n>> {
        let name = self.text(node, "fn")?;
        let span = span_of(node, "fn");
        let Some(function) = Function::named(name) else {
            let near = suggest::list(&suggest::nearest_word(name, Function::names()));
            let problem = self.problem(span, format!("there is no function `{name}`"));
            problem.help = near.map(|near| format!("did you mean {near}?"));
            return None;
        };
        let argv = self.member(node, "argv")?;
        let nodes = self.array(argv);
        let arguments: Vec<_> = nodes.iter().filter_map(|node| self.expression(node)).collect();
        if arguments.len() < nodes.len() {
            return None;
        }
        let path = match nodes.get(1).filter(|_| function == Function::GetAttr) {
            Some(node) => self.path(node)?,
            None => Vec::new(),
        };
        Some(Call { function, arguments, path, span })
    }

    fn path(&mut self, node: &'n Node) -> Option<Vec<super::Step<'n>>> {
        let Some(path) = node.as_str() else {
            self.problem(node.span, format!("the path of `getAttr` is a string, not {}", node.value.describe()));
            return None;
        };
        match parse_path(path) {
            Ok(steps) => Some(steps),
            Err(message) => {
                self.problem(node.span, message);
                None
            }
        }
    }

    fn literal(&mut self, node: &'n Node) -> Option<Literal<'n>> {
        match &node.value {
            Value::Bool(value) => Some(Literal::Boolean(*value)),
            Value::Number(number) => {
                let integer = number.as_i64().map(Literal::Integer);
                if integer.is_none() {
                    self.problem(node.span, format!("`{}` is not an integer, the only numbers of rules", number.0));
                }
                integer
            }
            Value::String(text) => match Template::parse(text) {
                Ok(mut template) => {
                    for part in &mut template.parts {
                        if let Part::Value { name, .. } = part {
                            *name = self.name(name.text);
                        }
                    }
                    Some(Literal::Text { template, span: node.span })
                }
                Err(message) => {
                    self.problem(node.span, message);
                    None
                }
            },
            Value::Array(elements) => {
                let literals: Vec<_> = elements.iter().filter_map(|element| self.literal(element)).collect();
                (literals.len() == elements.len()).then_some(Literal::Tuple(literals))
            }
            Value::Object(members) => {
                let mut literals = Vec::new();
                for (name, member) in members {
                    literals.push((name.as_str(), self.literal(member)?));
                }
                Some(Literal::Record(literals))
            }
            Value::Null => {
                self.problem(node.span, "rules have no null");
                None
            }
        }
    }
}
