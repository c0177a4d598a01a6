//! In: the text of a JMESPath expression. Out: its tree, or what is wrong with
//! it, and the type of what it selects from a shape. Exists because waiters and
//! operation context parameters are written in JMESPath; the crate of that name
//! recurses as deep as its input says and knows no static types.
//!
//! Invariant: what is parsed has at most [`lexer::MAX_TOKENS`] tokens and nests
//! at most [`parser::MAX_DEPTH`] deep, so whoever walks a tree may recurse.

mod lexer;
mod parser;
mod types;

pub(crate) use types::{check, Gravity, Type};

/// An expression (JMESPath specification, "Grammar").
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Expression {
    /// `@`
    Current,
    /// `name`
    Field(String),
    /// `` `json` `` or `'text'`
    Literal(serde_json::Value),
    /// `[0]`
    Index(i64),
    /// `[start:stop:step]`
    Slice(Option<i64>, Option<i64>, Option<i64>),
    /// `left.right` and `left | right`
    Sub(Box<Expression>, Box<Expression>),
    /// `left == right` and the like
    Compare(Comparator, Box<Expression>, Box<Expression>),
    /// `left && right`
    And(Box<Expression>, Box<Expression>),
    /// `left || right`
    Or(Box<Expression>, Box<Expression>),
    /// `!expression`
    Not(Box<Expression>),
    /// `name(argument, ..)`
    Call(String, Vec<Expression>),
    /// `&expression`
    Reference(Box<Expression>),
    /// `[a, b]`
    List(Vec<Expression>),
    /// `{key: a}`
    Hash(Vec<(String, Expression)>),
    /// `left[]`, without what follows it
    Flatten(Box<Expression>),
    /// `left[*].right`: the right side of each element
    Projection(Box<Expression>, Box<Expression>),
    /// `left.*.right`: the right side of each value
    Values(Box<Expression>, Box<Expression>),
    /// `left[?condition].right`
    Filter { left: Box<Expression>, condition: Box<Expression>, right: Box<Expression> },
}

/// How two values are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Comparator {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

impl Comparator {
    /// Whether it asks which of the two comes first, as only numbers can say.
    pub(crate) fn is_ordering(self) -> bool {
        !matches!(self, Self::Equal | Self::NotEqual)
    }
}

/// Why a text is not an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SyntaxError {
    /// The byte of the text where reading stopped.
    pub(crate) at: usize,
    /// What was expected, in the words of a message.
    pub(crate) message: String,
}

/// Parses an expression.
pub(crate) fn parse(text: &str) -> Result<Expression, SyntaxError> {
    parser::parse(lexer::tokens(text)?, text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let shown = match parse(text) {
            Ok(expression) => show(&expression),
            Err(error) => format!("{}: {}", error.at, error.message),
        };
        assert_eq!(shown, expected, "{text}");
    }

    fn show(expression: &Expression) -> String {
        let all = |list: &[Expression]| list.iter().map(show).collect::<Vec<_>>().join(", ");
        match expression {
            Expression::Current => "@".to_owned(),
            Expression::Field(name) => name.clone(),
            Expression::Literal(value) => format!("`{value}`"),
            Expression::Index(index) => format!("#{index}"),
            Expression::Slice(start, stop, step) => format!("{start:?}:{stop:?}:{step:?}"),
            Expression::Sub(left, right) => format!("({} . {})", show(left), show(right)),
            Expression::Compare(comparator, left, right) => {
                format!("({} {comparator:?} {})", show(left), show(right))
            }
            Expression::And(left, right) => format!("({} && {})", show(left), show(right)),
            Expression::Or(left, right) => format!("({} || {})", show(left), show(right)),
            Expression::Not(inner) => format!("!{}", show(inner)),
            Expression::Call(name, arguments) => format!("{name}({})", all(arguments)),
            Expression::Reference(inner) => format!("&{}", show(inner)),
            Expression::List(elements) => format!("[{}]", all(elements)),
            Expression::Hash(entries) => {
                entries.iter().map(|(key, value)| format!("{{{key}: {}}}", show(value))).collect()
            }
            Expression::Flatten(inner) => format!("flat({})", show(inner)),
            Expression::Projection(left, right) => format!("each({}, {})", show(left), show(right)),
            Expression::Values(left, right) => format!("values({}, {})", show(left), show(right)),
            Expression::Filter { left, condition, right } => {
                format!("filter({}, {}, {})", show(left), show(condition), show(right))
            }
        }
    }

    #[test]
    fn operators_bind_as_specified() {
        check("a.b[0].c", "((a . (b . #0)) . c)");
        check("a || b && c == d", "(a || (b && (c Equal d)))");
        check("!a == `1`", "(!a Equal `1`)");
        check("a | b || c", "(a . (b || c))");
        check("a < `2` | [0]", "((a Less `2`) . #0)");
    }

    #[test]
    fn projections_take_what_follows() {
        check("orders[*].id", "each(orders, id)");
        check("orders[*].lines[*].price | [0]", "(each(orders, each(lines, price)) . #0)");
        check("orders[].lines[]", "each(flat(each(flat(orders), lines)), @)");
        check("*.id", "values(@, id)");
        check("orders[?state == 'OPEN'].id", "filter(orders, (state Equal `\"OPEN\"`), id)");
        check("orders[1:]", "each((orders . Some(1):None:None), @)");
        check("orders[*].[id, state][]", "each(flat(each(orders, [id, state])), @)");
    }

    #[test]
    fn functions_literals_and_selections() {
        check("length(orders[*]) > `0`", "(length(each(orders, @)) Greater `0`)");
        check("max_by(orders, &price).id", "(max_by(orders, &price) . id)");
        check("{a: b, \"c d\": 'it''s'}", "18: expected `,` or `}`");
        check("\"quoted \\u0041\"", "quoted A");
        check("'it\\'s'", "`\"it's\"`");
        check("`{\"a\": [1]}`", "`{\"a\":[1]}`");
    }

    #[test]
    fn what_is_no_expression_says_where() {
        check("", "0: expected an expression");
        check("a.", "2: expected an expression");
        check("a[", "2: expected an index, a slice or `*`");
        check("a b", "2: expected an operator");
        check("a = b", "2: `=` is not an operator, `==` is");
        check("'open", "0: the quotation is not closed");
        check("a[1:2:3:4]", "7: a slice has at most two `:`");
        check("#", "0: `#` has no meaning here");
    }

    #[test]
    fn depth_and_length_are_bounded() {
        let shown = |text: String| parse(&text).map(|_| ()).map_err(|error| error.message);
        assert_eq!(shown("(".repeat(100_000)), Err("the expression is too long".to_owned()));
        assert_eq!(shown("!".repeat(500)), Err("the expression nests too deep".to_owned()));
        assert_eq!(shown(format!("a{}", ".a".repeat(500))), Ok(()));
    }
}
