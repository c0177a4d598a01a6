//! In: tokens. Out: the tree of an expression. A reader by operator precedence:
//! what binds closer is read first.

use super::lexer::Token;
use super::{Expression, SyntaxError};

/// Real expressions nest three or four deep.
pub(super) const MAX_DEPTH: usize = 128;

/// How close each operator binds, loosest first.
mod power {
    pub(super) const PIPE: u8 = 1;
    pub(super) const OR: u8 = 2;
    pub(super) const AND: u8 = 3;
    pub(super) const COMPARE: u8 = 5;
    pub(super) const FLATTEN: u8 = 9;
    /// Whatever binds looser ends a projection.
    pub(super) const PROJECTION: u8 = 10;
    pub(super) const STAR: u8 = 20;
    pub(super) const FILTER: u8 = 21;
    pub(super) const DOT: u8 = 40;
    pub(super) const NOT: u8 = 45;
    pub(super) const BRACKET: u8 = 55;
}

pub(super) fn parse(tokens: Vec<(usize, Token)>, end: usize) -> Result<Expression, SyntaxError> {
    let mut parser = Parser { tokens: tokens.into_iter().peekable(), end, depth: 0 };
    let expression = parser.expression(0)?;
    match parser.tokens.peek() {
        None => Ok(expression),
        Some(_) => Err(parser.error("expected an operator")),
    }
}

struct Parser {
    tokens: std::iter::Peekable<std::vec::IntoIter<(usize, Token)>>,
    end: usize,
    depth: usize,
}

type Parsed = Result<Expression, SyntaxError>;

impl Parser {
    fn error(&mut self, message: impl Into<String>) -> SyntaxError {
        let at = self.tokens.peek().map_or(self.end, |(at, _)| *at);
        SyntaxError { at, message: message.into() }
    }

    fn peek(&mut self) -> Option<&Token> {
        self.tokens.peek().map(|(_, token)| token)
    }

    fn accept(&mut self, wanted: &Token) -> bool {
        self.tokens.next_if(|(_, token)| token == wanted).is_some()
    }

    fn expect(&mut self, wanted: &Token, what: &str) -> Result<(), SyntaxError> {
        match self.accept(wanted) {
            true => Ok(()),
            false => Err(self.error(format!("expected {what}"))),
        }
    }

    /// What follows, as far as its operators bind closer than this.
    fn expression(&mut self, binding: u8) -> Parsed {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(self.error("the expression nests too deep"));
        }
        let mut left = self.operand()?;
        while self.peek().and_then(power_of).is_some_and(|power| power > binding) {
            left = self.operator(left)?;
        }
        self.depth -= 1;
        Ok(left)
    }

    /// What an expression can begin with.
    fn operand(&mut self) -> Parsed {
        let starts = |token: &Token| {
            use Token::{
                Ampersand, At, Filter, Flatten, Literal, Name, Not, OpenBrace, OpenBracket, OpenParenthesis, Star,
            };
            matches!(
                token,
                Name { .. }
                    | Literal(_)
                    | At
                    | Star
                    | Flatten
                    | Filter
                    | Not
                    | Ampersand
                    | OpenParenthesis
                    | OpenBrace
                    | OpenBracket
            )
        };
        let Some((_, token)) = self.tokens.next_if(|(_, token)| starts(token)) else {
            return Err(self.error("expected an expression"));
        };
        match token {
            Token::Name { text, is_quoted } => match self.accept(&Token::OpenParenthesis) {
                true if is_quoted => Err(self.error("the name of a function has no quotes")),
                true => Ok(Expression::Call(text, self.list(&Token::CloseParenthesis, "`,` or `)`")?)),
                false => Ok(Expression::Field(text)),
            },
            Token::Literal(value) => Ok(Expression::Literal(value)),
            Token::Star => self.values(Expression::Current),
            Token::Flatten => self.flatten(Expression::Current),
            Token::Filter => self.filter(Expression::Current),
            Token::Not => Ok(Expression::Not(Box::new(self.expression(power::NOT)?))),
            Token::Ampersand => Ok(Expression::Reference(Box::new(self.expression(0)?))),
            Token::OpenParenthesis => {
                let inside = self.expression(0)?;
                self.expect(&Token::CloseParenthesis, "`)`")?;
                Ok(inside)
            }
            Token::OpenBrace => self.hash(),
            Token::OpenBracket => self.bracket_operand(),
            _ => Ok(Expression::Current),
        }
    }

    /// Puts the operator that follows around what is left of it.
    fn operator(&mut self, left: Expression) -> Parsed {
        let Some((_, token)) = self.tokens.next() else { return Ok(left) };
        let left_box = |left| Box::new(left);
        match token {
            Token::Dot if self.accept(&Token::Star) => self.values(left),
            Token::Dot => Ok(Expression::Sub(left_box(left), Box::new(self.after_dot(power::DOT)?))),
            Token::Pipe => Ok(Expression::Sub(left_box(left), Box::new(self.expression(power::PIPE)?))),
            Token::Or => Ok(Expression::Or(left_box(left), Box::new(self.expression(power::OR)?))),
            Token::And => Ok(Expression::And(left_box(left), Box::new(self.expression(power::AND)?))),
            Token::Compare(comparator) => {
                let right = self.expression(power::COMPARE)?;
                Ok(Expression::Compare(comparator, left_box(left), Box::new(right)))
            }
            Token::Flatten => self.flatten(left),
            Token::Filter => self.filter(left),
            // The only other one with a power is `[`.
            _ => self.bracket_operator(left),
        }
    }

    /// After a `[` with nothing left of it.
    fn bracket_operand(&mut self) -> Parsed {
        match self.peek() {
            Some(Token::Number(_) | Token::Colon) => self.index(None),
            Some(Token::Star) => {
                // `[*]`, or a list that begins with `*`.
                let mut ahead = self.tokens.clone();
                ahead.next();
                match ahead.peek() {
                    Some((_, Token::CloseBracket)) => self.wildcard(Expression::Current),
                    _ => self.elements(),
                }
            }
            _ => self.elements(),
        }
    }

    /// After a `[` that follows an expression.
    fn bracket_operator(&mut self, left: Expression) -> Parsed {
        match self.peek() {
            Some(Token::Number(_) | Token::Colon) => self.index(Some(left)),
            Some(Token::Star) => self.wildcard(left),
            _ => Err(self.error("expected an index, a slice or `*`")),
        }
    }

    fn elements(&mut self) -> Parsed {
        let elements = self.list(&Token::CloseBracket, "`,` or `]`")?;
        match elements.is_empty() {
            true => Err(self.error("expected an expression")),
            false => Ok(Expression::List(elements)),
        }
    }

    fn wildcard(&mut self, left: Expression) -> Parsed {
        self.expect(&Token::Star, "`*`")?;
        self.expect(&Token::CloseBracket, "`]`")?;
        Ok(Expression::Projection(Box::new(left), Box::new(self.projected(power::STAR)?)))
    }

    fn values(&mut self, left: Expression) -> Parsed {
        Ok(Expression::Values(Box::new(left), Box::new(self.projected(power::STAR)?)))
    }

    fn flatten(&mut self, left: Expression) -> Parsed {
        let flat = Expression::Flatten(Box::new(left));
        Ok(Expression::Projection(Box::new(flat), Box::new(self.projected(power::FLATTEN)?)))
    }

    fn filter(&mut self, left: Expression) -> Parsed {
        let condition = Box::new(self.expression(0)?);
        self.expect(&Token::CloseBracket, "`]`")?;
        let right = Box::new(self.projected(power::FILTER)?);
        Ok(Expression::Filter { left: Box::new(left), condition, right })
    }

    /// `0]` or `start:stop:step]`
    fn index(&mut self, left: Option<Expression>) -> Parsed {
        let mut parts = [None, None, None];
        let mut colons = 0;
        loop {
            if let Some(&Token::Number(number)) = self.peek() {
                self.tokens.next();
                parts[colons] = Some(number);
            }
            if self.peek() != Some(&Token::Colon) {
                break;
            }
            if colons == 2 {
                return Err(self.error("a slice has at most two `:`"));
            }
            self.tokens.next();
            colons += 1;
        }
        self.expect(&Token::CloseBracket, "`]`")?;
        let [start, stop, step] = parts;
        let of_left = |part| match left {
            Some(left) => Expression::Sub(Box::new(left), Box::new(part)),
            None => part,
        };
        match (colons, start) {
            (0, Some(index)) => Ok(of_left(Expression::Index(index))),
            _ => {
                let slice = of_left(Expression::Slice(start, stop, step));
                Ok(Expression::Projection(Box::new(slice), Box::new(self.projected(power::STAR)?)))
            }
        }
    }

    /// What a projection does with each element.
    fn projected(&mut self, binding: u8) -> Parsed {
        match self.peek() {
            Some(Token::Dot) => {
                self.tokens.next();
                self.after_dot(binding)
            }
            Some(Token::OpenBracket | Token::Filter) => self.expression(binding),
            Some(token) if power_of(token).is_some_and(|power| power >= power::PROJECTION) => {
                Err(self.error("expected an operator"))
            }
            _ => Ok(Expression::Current),
        }
    }

    fn after_dot(&mut self, binding: u8) -> Parsed {
        match self.peek() {
            Some(Token::OpenBracket) => {
                self.tokens.next();
                let mut left = self.elements()?;
                while self.peek().and_then(power_of).is_some_and(|power| power > binding) {
                    left = self.operator(left)?;
                }
                Ok(left)
            }
            Some(Token::Name { .. } | Token::OpenBrace | Token::Star) => self.expression(binding),
            None => Err(self.error("expected an expression")),
            Some(_) => Err(self.error("expected a name, `*`, `[` or `{`")),
        }
    }

    fn list(&mut self, close: &Token, what: &str) -> Result<Vec<Expression>, SyntaxError> {
        let mut elements = Vec::new();
        if self.accept(close) {
            return Ok(elements);
        }
        loop {
            elements.push(self.expression(0)?);
            if self.accept(close) {
                return Ok(elements);
            }
            self.expect(&Token::Comma, what)?;
        }
    }

    fn hash(&mut self) -> Parsed {
        let mut entries = Vec::new();
        loop {
            let is_name = |(_, token): &(usize, Token)| matches!(token, Token::Name { .. });
            let Some((_, Token::Name { text, .. })) = self.tokens.next_if(is_name) else {
                return Err(self.error("expected a key"));
            };
            self.expect(&Token::Colon, "`:`")?;
            entries.push((text, self.expression(0)?));
            if self.accept(&Token::CloseBrace) {
                return Ok(Expression::Hash(entries));
            }
            self.expect(&Token::Comma, "`,` or `}`")?;
        }
    }
}

/// How close the operator binds; None for what is none.
fn power_of(token: &Token) -> Option<u8> {
    match token {
        Token::Pipe => Some(power::PIPE),
        Token::Or => Some(power::OR),
        Token::And => Some(power::AND),
        Token::Compare(_) => Some(power::COMPARE),
        Token::Flatten => Some(power::FLATTEN),
        Token::Filter => Some(power::FILTER),
        Token::Dot => Some(power::DOT),
        Token::OpenBracket => Some(power::BRACKET),
        _ => None,
    }
}
