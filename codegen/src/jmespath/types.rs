//! In: an expression and the shape that it is asked of. Out: the type of what
//! it selects, and what cannot be meant. What is not known is [`Type::Any`],
//! which nothing is wrong with.

use crate::model::{Kind, Model, Shape};
use crate::suggest::{self, Suggestions};

use super::{Comparator, Expression};

/// The type of a value, as far as it is known.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Type<'m> {
    Any,
    Null,
    Boolean,
    Number,
    String,
    Array(Box<Type<'m>>),
    /// A structure or union of the model.
    Members(&'m str),
    /// A map of the model, or an object of which only this is known.
    Map(Box<Type<'m>>),
    Object(Vec<(String, Type<'m>)>),
    /// `&expression`
    Expression,
}

impl<'m> Type<'m> {
    /// The type of the values of a shape.
    pub(crate) fn of(model: &'m Model, shape: &'m Shape) -> Self {
        let target = |name: &str| {
            let target = shape.member(name).and_then(|member| model.target(member));
            // A list of lists and so on is read when it is asked for; what a
            // list holds is one step, and lists nest as deep as a model says.
            target.map_or(Self::Any, |target| Self::shallow(model, target))
        };
        match &shape.kind {
            Kind::List => Self::Array(Box::new(target("member"))),
            Kind::Map => Self::Map(Box::new(target("value"))),
            _ => Self::shallow(model, shape),
        }
    }

    /// As `of`, but a collection in a collection is `Any`.
    fn shallow(model: &'m Model, shape: &'m Shape) -> Self {
        match &shape.kind {
            Kind::Boolean => Self::Boolean,
            Kind::String | Kind::Enum | Kind::Blob => Self::String,
            Kind::Structure | Kind::Union => Self::Members(shape.id.as_str()),
            Kind::List => {
                let member = shape.member("member").and_then(|member| model.target(member));
                let inner = member.filter(|inner| !matches!(inner.kind, Kind::List | Kind::Map));
                Self::Array(Box::new(inner.map_or(Self::Any, |inner| Self::shallow(model, inner))))
            }
            Kind::Map => Self::Map(Box::new(Self::Any)),
            Kind::Document | Kind::Service(_) | Kind::Operation(_) | Kind::Resource(_) => Self::Any,
            _ => Self::Number,
        }
    }

    /// The type in the words of a message.
    pub(crate) fn describe(&self) -> &'static str {
        match self {
            Self::Any => "a value",
            Self::Null => "null",
            Self::Boolean => "a boolean",
            Self::Number => "a number",
            Self::String => "a string",
            Self::Array(_) => "an array",
            Self::Members(_) | Self::Map(_) | Self::Object(_) => "an object",
            Self::Expression => "an expression",
        }
    }

    fn is_object(&self) -> bool {
        matches!(self, Self::Members(_) | Self::Map(_) | Self::Object(_))
    }
}

/// Something that cannot be meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Finding {
    pub(crate) gravity: Gravity,
    pub(crate) message: String,
    /// Names that could be meant instead.
    pub(crate) help: Option<String>,
}

/// How sure it is that an expression fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gravity {
    /// It always fails.
    Error,
    /// It selects nothing.
    Danger,
    /// A comparison that has no answer.
    Warning,
}

/// The type of what the expression selects, and what is found on the way.
pub(crate) fn check<'m>(
    model: &'m Model,
    suggestions: &Suggestions,
    expression: &Expression,
    input: Type<'m>,
) -> (Type<'m>, Vec<Finding>) {
    let mut checker = Checker { model, suggestions, findings: Vec::new() };
    let ty = checker.visit(expression, &input);
    (ty, checker.findings)
}

struct Checker<'m, 's> {
    model: &'m Model,
    suggestions: &'s Suggestions,
    findings: Vec<Finding>,
}

impl<'m> Checker<'m, '_> {
    fn find(&mut self, gravity: Gravity, message: String) -> &mut Finding {
        let index = self.findings.len();
        self.findings.push(Finding { gravity, message, help: None });
        &mut self.findings[index]
    }

    fn visit(&mut self, expression: &Expression, current: &Type<'m>) -> Type<'m> {
        match expression {
            Expression::Current => current.clone(),
            Expression::Literal(value) => literal(value),
            Expression::Field(name) => self.field(name, current),
            Expression::Index(_) => self.element(current, "an index"),
            Expression::Slice(..) => Type::Array(Box::new(self.element(current, "a slice"))),
            Expression::Sub(left, right) => {
                let left = self.visit(left, current);
                self.visit(right, &left)
            }
            Expression::Compare(comparator, left, right) => self.compare(*comparator, left, right, current),
            Expression::And(left, right) | Expression::Or(left, right) => {
                let (left, right) = (self.visit(left, current), self.visit(right, current));
                if left == right {
                    left
                } else {
                    Type::Any
                }
            }
            Expression::Not(inner) => {
                self.visit(inner, current);
                Type::Boolean
            }
            Expression::Call(name, arguments) => self.call(name, arguments, current),
            Expression::Reference(inner) => {
                // What it is asked of, only the function says.
                self.visit(inner, &Type::Any);
                Type::Expression
            }
            Expression::List(elements) => {
                let types: Vec<Type<'m>> = elements.iter().map(|element| self.visit(element, current)).collect();
                Type::Array(Box::new(common(types)))
            }
            Expression::Hash(entries) => {
                Type::Object(entries.iter().map(|(key, value)| (key.clone(), self.visit(value, current))).collect())
            }
            Expression::Flatten(inner) => self.flatten(inner, current),
            Expression::Projection(left, right) => {
                let left = self.visit(left, current);
                let element = self.element(&left, "`[*]`");
                Type::Array(Box::new(self.visit(right, &element)))
            }
            Expression::Values(left, right) => self.values(left, right, current),
            Expression::Filter { left, condition, right } => {
                let left = self.visit(left, current);
                let element = self.element(&left, "a filter");
                self.visit(condition, &element);
                Type::Array(Box::new(self.visit(right, &element)))
            }
        }
    }

    fn field(&mut self, name: &str, current: &Type<'m>) -> Type<'m> {
        match current {
            Type::Any => Type::Any,
            Type::Members(id) => {
                let Some(shape) = self.model.shapes.get(*id) else { return Type::Any };
                match shape.member(name) {
                    Some(member) => self.model.target(member).map_or(Type::Any, |target| Type::of(self.model, target)),
                    None => {
                        let known = shape.members.iter().map(|member| member.name.as_str());
                        let near = suggest::list(&self.suggestions.nearest(name, known));
                        let message = format!("`{}` has no member `{name}`", shape.id);
                        self.find(Gravity::Danger, message).help = near.map(|near| format!("did you mean {near}?"));
                        Type::Null
                    }
                }
            }
            Type::Object(entries) => match entries.iter().find(|(key, _)| key == name) {
                Some((_, ty)) => ty.clone(),
                None => {
                    self.find(Gravity::Danger, format!("the object has no key `{name}`"));
                    Type::Null
                }
            },
            Type::Map(_) => {
                self.find(Gravity::Danger, format!("`{name}` is looked up in a map, whose keys are unknown"));
                Type::Null
            }
            other => {
                let message = format!("`{name}` is looked up in {}, not in an object", other.describe());
                self.find(Gravity::Danger, message);
                Type::Any
            }
        }
    }

    /// The type of an array's elements.
    fn element(&mut self, array: &Type<'m>, what: &str) -> Type<'m> {
        match array {
            Type::Array(element) => (**element).clone(),
            Type::Any => Type::Any,
            other => {
                self.find(Gravity::Danger, format!("{what} is applied to {}, not to an array", other.describe()));
                Type::Any
            }
        }
    }

    fn flatten(&mut self, inner: &Expression, current: &Type<'m>) -> Type<'m> {
        let inner = self.visit(inner, current);
        match self.element(&inner, "`[]`") {
            Type::Array(element) => Type::Array(element),
            element => Type::Array(Box::new(element)),
        }
    }

    fn values(&mut self, left: &Expression, right: &Expression, current: &Type<'m>) -> Type<'m> {
        let value = match self.visit(left, current) {
            Type::Map(value) => *value,
            Type::Object(entries) => common(entries.into_iter().map(|(_, ty)| ty).collect()),
            Type::Any | Type::Members(_) => Type::Any,
            other => {
                self.find(Gravity::Danger, format!("`*` is applied to {}, not to an object", other.describe()));
                Type::Any
            }
        };
        Type::Array(Box::new(self.visit(right, &value)))
    }

    fn compare(
        &mut self,
        comparator: Comparator,
        left: &Expression,
        right: &Expression,
        current: &Type<'m>,
    ) -> Type<'m> {
        let sides = [self.visit(left, current), self.visit(right, current)];
        let unordered = |ty: &&Type<'m>| !matches!(ty, Type::Number | Type::Any);
        match sides.iter().find(unordered).filter(|_| comparator.is_ordering()) {
            Some(other) => {
                self.find(Gravity::Warning, format!("only numbers have an order, and this is {}", other.describe()));
                Type::Null
            }
            None => Type::Boolean,
        }
    }

    fn call(&mut self, name: &str, arguments: &[Expression], current: &Type<'m>) -> Type<'m> {
        let types: Vec<Type<'m>> = arguments.iter().map(|argument| self.visit(argument, current)).collect();
        let Some(function) = FUNCTIONS.iter().find(|function| function.name == name) else {
            let near = suggest::nearest_word(name, FUNCTIONS.iter().map(|function| function.name));
            let help = suggest::list(&near).map(|near| format!("did you mean {near}?"));
            self.find(Gravity::Error, format!("there is no function `{name}`")).help = help;
            return Type::Any;
        };
        let (takes, has) = (function.takes.len(), types.len());
        if has < takes || (has > takes && function.rest.is_none()) {
            let count = if takes == 1 { "one argument".to_owned() } else { format!("{takes} arguments") };
            self.find(Gravity::Error, format!("`{name}` takes {count}, not {has}"));
        } else {
            for (index, ty) in types.iter().enumerate() {
                let Some(wanted) = function.takes.get(index).copied().or(function.rest) else { continue };
                if !wanted.accepts(ty) {
                    let message =
                        format!("`{name}` takes {} as argument {}, not {}", wanted.describe(), index + 1, shown(ty));
                    self.find(Gravity::Error, message);
                }
            }
        }
        match function.gives {
            Gives::Any => Type::Any,
            Gives::Boolean => Type::Boolean,
            Gives::Number => Type::Number,
            Gives::String => Type::String,
            Gives::Object => Type::Map(Box::new(Type::Any)),
            Gives::Strings => Type::Array(Box::new(Type::String)),
            Gives::Array => Type::Array(Box::new(Type::Any)),
        }
    }
}

fn shown(ty: &Type<'_>) -> String {
    match ty {
        Type::Array(element) if **element != Type::Any => format!("an array with {} in it", element.describe()),
        other => other.describe().to_owned(),
    }
}

/// The one type of all, if there is one.
fn common(types: Vec<Type<'_>>) -> Type<'_> {
    let mut types = types.into_iter();
    let Some(first) = types.next() else { return Type::Any };
    if types.all(|ty| ty == first) {
        first
    } else {
        Type::Any
    }
}

fn literal<'m>(value: &serde_json::Value) -> Type<'m> {
    match value {
        serde_json::Value::Null => Type::Null,
        serde_json::Value::Bool(_) => Type::Boolean,
        serde_json::Value::Number(_) => Type::Number,
        serde_json::Value::String(_) => Type::String,
        serde_json::Value::Array(elements) => Type::Array(Box::new(common(elements.iter().map(literal).collect()))),
        serde_json::Value::Object(members) => {
            Type::Object(members.iter().map(|(key, value)| (key.clone(), literal(value))).collect())
        }
    }
}

/// A function of the specification.
struct Function {
    name: &'static str,
    takes: &'static [Takes],
    /// What further arguments are, where there may be any.
    rest: Option<Takes>,
    gives: Gives,
}

#[derive(Clone, Copy)]
enum Takes {
    Any,
    String,
    Number,
    Array,
    Object,
    Expression,
    Numbers,
    Strings,
    ArrayOrString,
    /// What has a length.
    Sized,
}

#[derive(Clone, Copy)]
enum Gives {
    Any,
    Boolean,
    Number,
    String,
    Object,
    Strings,
    Array,
}

impl Takes {
    fn accepts(self, ty: &Type<'_>) -> bool {
        let holds = |wanted: Type<'_>| match ty {
            Type::Array(element) => **element == Type::Any || **element == wanted,
            _ => false,
        };
        *ty == Type::Any
            || match self {
                Self::Any => true,
                Self::String => *ty == Type::String,
                Self::Number => *ty == Type::Number,
                Self::Array => matches!(ty, Type::Array(_)),
                Self::Object => ty.is_object(),
                Self::Expression => *ty == Type::Expression,
                Self::Numbers => holds(Type::Number),
                Self::Strings => holds(Type::String),
                Self::ArrayOrString => matches!(ty, Type::Array(_) | Type::String),
                Self::Sized => ty.is_object() || matches!(ty, Type::Array(_) | Type::String),
            }
    }

    fn describe(self) -> &'static str {
        match self {
            Self::Any => "anything",
            Self::String => "a string",
            Self::Number => "a number",
            Self::Array => "an array",
            Self::Object => "an object",
            Self::Expression => "`&` and an expression",
            Self::Numbers => "an array of numbers",
            Self::Strings => "an array of strings",
            Self::ArrayOrString => "an array or a string",
            Self::Sized => "a string, an array or an object",
        }
    }
}

const fn function(name: &'static str, takes: &'static [Takes], gives: Gives) -> Function {
    Function { name, takes, rest: None, gives }
}

/// The built-in functions (JMESPath specification, "Built-in Functions").
const FUNCTIONS: &[Function] = &[
    function("abs", &[Takes::Number], Gives::Number),
    function("avg", &[Takes::Numbers], Gives::Number),
    function("ceil", &[Takes::Number], Gives::Number),
    function("contains", &[Takes::ArrayOrString, Takes::Any], Gives::Boolean),
    function("ends_with", &[Takes::String, Takes::String], Gives::Boolean),
    function("floor", &[Takes::Number], Gives::Number),
    function("join", &[Takes::String, Takes::Strings], Gives::String),
    function("keys", &[Takes::Object], Gives::Strings),
    function("length", &[Takes::Sized], Gives::Number),
    function("map", &[Takes::Expression, Takes::Array], Gives::Array),
    function("max", &[Takes::Array], Gives::Any),
    function("max_by", &[Takes::Array, Takes::Expression], Gives::Any),
    Function { name: "merge", takes: &[], rest: Some(Takes::Object), gives: Gives::Object },
    function("min", &[Takes::Array], Gives::Any),
    function("min_by", &[Takes::Array, Takes::Expression], Gives::Any),
    Function { name: "not_null", takes: &[Takes::Any], rest: Some(Takes::Any), gives: Gives::Any },
    function("reverse", &[Takes::ArrayOrString], Gives::Any),
    function("sort", &[Takes::Array], Gives::Array),
    function("sort_by", &[Takes::Array, Takes::Expression], Gives::Array),
    function("starts_with", &[Takes::String, Takes::String], Gives::Boolean),
    function("sum", &[Takes::Numbers], Gives::Number),
    function("to_array", &[Takes::Any], Gives::Array),
    function("to_number", &[Takes::Any], Gives::Number),
    function("to_string", &[Takes::Any], Gives::String),
    function("type", &[Takes::Any], Gives::String),
    function("values", &[Takes::Object], Gives::Array),
];
