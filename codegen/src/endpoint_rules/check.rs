//! In: rules. Out: every place where a value of the wrong type stands, a name
//! that nothing gave a value, or a value that may be nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::Span;
use crate::suggest::{self, Suggestions};

use super::template::{Part, Step};
use super::{Call, Condition, Endpoint, Expression, Function, Literal, Name, Outcome, Problem, Rule, RuleSet, Type};

/// Checks the types of the rules.
pub(crate) fn check(rule_set: &RuleSet<'_>, suggestions: &Suggestions) -> Vec<Problem> {
    let mut checker = Checker { suggestions, layers: vec![Layer::default()], problems: Vec::new() };
    for parameter in &rule_set.parameters {
        let ty = Type::from(parameter.ty);
        let ty = if parameter.is_required { ty } else { ty.optional() };
        checker.declare(parameter.name, ty);
    }
    rule_set.rules.iter().for_each(|rule| checker.rule(rule));
    checker.problems
}

/// What is known inside of a rule.
#[derive(Default)]
struct Layer<'n> {
    names: BTreeMap<&'n str, Type>,
    /// Names of which a condition of the rule found that they have a value.
    proven: BTreeSet<&'n str>,
}

struct Checker<'n, 's> {
    suggestions: &'s Suggestions,
    layers: Vec<Layer<'n>>,
    problems: Vec<Problem>,
}

impl<'n> Checker<'n, '_> {
    fn problem(&mut self, span: Span, message: impl Into<String>) -> &mut Problem {
        let index = self.problems.len();
        self.problems.push(Problem::new(span, message));
        &mut self.problems[index]
    }

    fn declare(&mut self, name: &'n str, ty: Type) {
        self.layers.last_mut().into_iter().for_each(|layer| {
            layer.names.insert(name, ty.clone());
        });
    }

    fn rule(&mut self, rule: &Rule<'n>) {
        self.layers.push(Layer::default());
        rule.conditions.iter().for_each(|condition| self.condition(condition));
        match &rule.outcome {
            Outcome::Endpoint(endpoint) => self.endpoint(endpoint, rule.span),
            Outcome::Error(error) => self.expect_string(error, "an error", rule.span),
            Outcome::Tree(rules) => rules.iter().for_each(|rule| self.rule(rule)),
        }
        self.layers.pop();
    }

    fn condition(&mut self, condition: &Condition<'n>) {
        let ty = self.call(&condition.call);
        let Some((name, span)) = condition.assign.map(|(name, span)| (name.text, span)) else { return };
        if self.layers.iter().any(|layer| layer.names.contains_key(name)) {
            self.problem(span, format!("`{name}` has a value already; a name is given once"));
        }
        self.declare(name, ty.proven());
    }

    fn endpoint(&mut self, endpoint: &Endpoint<'n>, span: Span) {
        self.expect_string(&endpoint.url, "a URL", span);
        for (_, values) in &endpoint.headers {
            values.iter().for_each(|value| self.expect_string(value, "the value of a header", span));
        }
        for (_, value) in &endpoint.properties {
            self.literal(value);
        }
    }

    fn expect_string(&mut self, expression: &Expression<'n>, what: &str, span: Span) {
        let ty = self.expression(expression);
        if !Type::String.accepts(&ty) {
            let span = span_of(expression).unwrap_or(span);
            self.unfit(span, format!("{what} is a string, not {ty}"), &Type::String, &ty, expression);
        }
    }

    /// A value of the wrong type; if only a proof is missing, says so.
    fn unfit(&mut self, span: Span, message: String, wanted: &Type, found: &Type, expression: &Expression<'n>) {
        let only_unproven = matches!(found, Type::Optional(inner) if wanted.accepts(inner));
        let help = match expression {
            Expression::Reference { name, .. } if only_unproven => {
                Some(format!("ask before: {{\"fn\": \"isSet\", \"argv\": [{{\"ref\": \"{}\"}}]}}", name.text))
            }
            _ if only_unproven => Some("give it a name in a condition before: \"assign\": \"name\"".to_owned()),
            _ => None,
        };
        self.problem(span, message).help = help;
    }

    fn expression(&mut self, expression: &Expression<'n>) -> Type {
        match expression {
            Expression::Reference { name, span } => self.reference(name.text, *span),
            Expression::Literal(literal) => self.literal(literal),
            Expression::Call(call) => self.call(call),
        }
    }

    fn reference(&mut self, name: &str, span: Span) -> Type {
        let Some(ty) = self.layers.iter().rev().find_map(|layer| layer.names.get(name)).cloned() else {
            let known = self.layers.iter().flat_map(|layer| layer.names.keys().copied());
            let near = suggest::list(&self.suggestions.nearest(name, known));
            let problem = self.problem(span, format!("nothing gives `{name}` a value here"));
            problem.help = near.map(|near| format!("did you mean {near}?"));
            return Type::Any;
        };
        let is_proven = self.layers.iter().any(|layer| layer.proven.contains(name));
        if is_proven {
            ty.proven()
        } else {
            ty
        }
    }

    fn literal(&mut self, literal: &Literal<'n>) -> Type {
        match literal {
            Literal::Boolean(_) => Type::Boolean,
            Literal::Integer(_) => Type::Integer,
            Literal::Text { template, span } => {
                for part in &template.parts {
                    if let Part::Value { name, path } = part {
                        self.part(*name, path, *span);
                    }
                }
                Type::String
            }
            Literal::Tuple(elements) => Type::Tuple(elements.iter().map(|element| self.literal(element)).collect()),
            Literal::Record(members) => {
                Type::Record(members.iter().map(|(name, value)| ((*name).to_owned(), self.literal(value))).collect())
            }
        }
    }

    /// What stands in the braces of a template.
    fn part(&mut self, name: Name<'n>, path: &[Step<'n>], span: Span) {
        let base = self.reference(name.text, span);
        let ty = self.walk(base, path, span);
        if !Type::String.accepts(&ty) {
            let message = format!("`{}` in a template is a string, not {ty}", name.text);
            let reference = Expression::Reference { name, span };
            self.unfit(span, message, &Type::String, &ty, &reference);
        }
    }

    /// The type at the end of a path.
    fn walk(&mut self, base: Type, path: &[Step<'n>], span: Span) -> Type {
        let mut ty = base;
        for step in path {
            ty = match (step, ty) {
                (_, Type::Any) => Type::Any,
                (Step::Key(key), Type::Record(members)) => match members.iter().find(|(name, _)| name == key) {
                    Some((_, ty)) => ty.clone(),
                    None => {
                        let known = members.iter().map(|(name, _)| name.as_str());
                        let near = suggest::list(&self.suggestions.nearest(key, known));
                        let problem = self.problem(span, format!("the object has no `{key}`"));
                        problem.help = near.map(|near| format!("did you mean {near}?"));
                        Type::Any
                    }
                },
                (Step::Index(_), Type::Array(element)) => element.optional(),
                (Step::Key(key), other) => {
                    self.problem(span, format!("`{key}` is looked up in {other}, not in an object"));
                    Type::Any
                }
                (Step::Index(index), other) => {
                    self.problem(span, format!("`[{index}]` is looked up in {other}, not in an array"));
                    Type::Any
                }
            };
        }
        ty
    }

    fn call(&mut self, call: &Call<'n>) -> Type {
        let takes = call.function.takes();
        let (wanted, found) = (takes.len(), call.arguments.len());
        let may_have_more = call.function == Function::Coalesce;
        if found < wanted || (found > wanted && !may_have_more) {
            let count = if wanted == 1 { "one argument".to_owned() } else { format!("{wanted} arguments") };
            let more = if may_have_more { " or more" } else { "" };
            self.problem(call.span, format!("`{}` takes {count}{more}, not {found}", call.function.name()));
            return call.function.gives();
        }
        let types: Vec<Type> = call.arguments.iter().map(|argument| self.expression(argument)).collect();
        for (index, ((wanted, found), argument)) in takes.iter().zip(&types).zip(&call.arguments).enumerate() {
            if !wanted.accepts(found) {
                let name = call.function.name();
                let message = format!("`{name}` takes {wanted} as argument {}, not {found}", index + 1);
                self.unfit(span_of(argument).unwrap_or(call.span), message, wanted, found, argument);
            }
        }
        match call.function {
            Function::GetAttr => {
                let base = types.into_iter().next().unwrap_or(Type::Any);
                self.walk(base, &call.path, call.span)
            }
            Function::IsSet => {
                self.prove(call, &types);
                Type::Boolean
            }
            // The first that is there, so one that is always there is enough.
            Function::Coalesce => self.one_of(call, &types, types.iter().all(is_optional)),
            // Either of the last two.
            Function::IfThenElse => self.one_of(call, &types[1..], types[1..].iter().any(is_optional)),
            function => function.gives(),
        }
    }

    fn prove(&mut self, call: &Call<'n>, types: &[Type]) {
        let [Expression::Reference { name, span }] = call.arguments.as_slice() else { return };
        let name = name.text;
        let is_proven = self.layers.iter().any(|layer| layer.proven.contains(name));
        let is_optional = matches!(types, [Type::Optional(_) | Type::Any]);
        if !is_optional && !is_proven {
            self.problem(*span, format!("`{name}` is always set, so there is nothing to ask"));
        }
        self.layers.last_mut().into_iter().for_each(|layer| {
            layer.proven.insert(name);
        });
    }

    /// The type of a call that gives one of these arguments.
    fn one_of(&mut self, call: &Call<'n>, types: &[Type], is_optional: bool) -> Type {
        let Some(first) = types.first().cloned().map(Type::proven) else { return Type::Any };
        for ty in types.iter().cloned().map(Type::proven) {
            if !first.accepts(&ty) {
                let name = call.function.name();
                self.problem(call.span, format!("`{name}` gives one of its arguments, and one is {first}, one {ty}"));
                return Type::Any;
            }
        }
        if is_optional {
            first.optional()
        } else {
            first
        }
    }
}

fn is_optional(ty: &Type) -> bool {
    matches!(ty, Type::Optional(_))
}

fn span_of(expression: &Expression<'_>) -> Option<Span> {
    match expression {
        Expression::Reference { span, .. } | Expression::Literal(Literal::Text { span, .. }) => Some(*span),
        Expression::Call(call) => Some(call.span),
        Expression::Literal(_) => None,
    }
}
