//! In: a lowered JMESPath expression. Out: the expression of Rust. It borrows from `input` and
//! `output`, which are references to the messages, and has no other names.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::literals;
use crate::ir::query::{
    Condition, Convert, Function, Junction, Member, Message, Name, Node, Operator, Query, Step, Value,
};
#[cfg(feature = "internals")]
use crate::ir::Named;
#[cfg(feature = "internals")]
use crate::text;
#[cfg(feature = "internals")]
use crate::words;
use crate::words::ident;

/// The expression.
pub(crate) fn render(query: &Query) -> TokenStream {
    value(&query.value, &Scope::outermost())
}

/// The same of an expression of `it`, a local that is needed again.
pub(crate) fn render_of_it(query: &Query) -> TokenStream {
    value(&query.value, &Scope { is_shared: true, ..Scope::outermost() })
}

/// A function with the answers to all of them.
#[cfg(feature = "internals")]
pub(super) fn answers(questions: &[(&str, Query)], messages: [&Named; 2]) -> TokenStream {
    let [input, output] = messages.map(words::named);
    let answers = questions.iter().map(|(question, query)| {
        let (question, answer) = (text::Text::from(*question), render(query));
        quote!(answers.push((#question, shown(#answer)));)
    });
    quote! {
        fn shown(answer: impl std::fmt::Debug) -> String {
            format!("{answer:?}")
        }
        #[doc = " Each question with its answer."]
        pub fn answers(input: &#input, output: &#output) -> Vec<(&'static str, String)> {
            let mut answers = Vec::new();
            #(#answers)*
            answers
        }
    }
}

/// What is around an expression.
struct Scope {
    /// What the closure around gets.
    it: TokenStream,
    /// Whether that is needed again later.
    is_shared: bool,
    /// Whether the closure around returns the `Option` that the expression is.
    is_returned: bool,
}

impl Scope {
    fn outermost() -> Self {
        Self { it: quote!(it), is_shared: false, is_returned: false }
    }

    fn closure(body: &Value) -> Self {
        Self { is_shared: body.uses() > 1, is_returned: body.is_optional, ..Self::outermost() }
    }

    /// The same for a part of the expression.
    fn inner(&self) -> Self {
        Self { it: self.it.clone(), is_shared: self.is_shared, is_returned: false }
    }
}

fn value(of: &Value, scope: &Scope) -> TokenStream {
    let inner = &scope.inner();
    match &of.node {
        Node::Message(Message::Input) => quote!(input),
        Node::Message(Message::Output) => quote!(output),
        // Of both and of null, nothing is asked.
        Node::Messages | Node::Null => quote!(None),
        Node::It => it(of, scope),
        Node::Text(text) => quote!(#text),
        Node::Boolean(value) => quote!(#value),
        Node::Integer(value) => {
            let value = Literal::i64_unsuffixed(*value);
            quote!(#value)
        }
        Node::Float(kind, number) => literals::number(*kind, number),
        Node::Then { first, then } => self::then(first, then, scope),
        Node::Let { first, then } => {
            let (first, scope) = (value(first, inner), Scope::closure(then));
            let then = value(then, &Scope { is_returned: false, ..scope });
            quote!({ let it = #first; #then })
        }
        Node::Chain { base, steps } => {
            let steps = steps.iter().map(step);
            let base = operand(base, inner);
            quote!(#base #(#steps)*)
        }
        Node::Array(items) => {
            let items = items.iter().map(|item| value(item, inner));
            quote!([#(#items),*])
        }
        Node::Names(names) => {
            let names = names.iter().map(|name| self::name(name, inner));
            quote!([#(#names),*])
        }
        Node::If { condition, then } => {
            let (condition, then) = (value(condition, inner), value(then, inner));
            quote!(if #condition { #then } else { None })
        }
        Node::Member { of, member } => self::member(&operand(of, inner), member),
        Node::Apply { function, of } => applied(*function, of, inner),
        Node::Join { function, left, right } => joined(*function, left, right, inner),
        Node::Is(condition) => self::condition(condition, inner),
    }
}

fn it(of: &Value, scope: &Scope) -> TokenStream {
    let it = &scope.it;
    match scope.is_shared && !of.ty.is_copy() {
        true => quote!(#it.clone()),
        false => quote!(#it),
    }
}

/// What binds at least as closely as a call of a method.
fn operand(of: &Value, scope: &Scope) -> TokenStream {
    let tokens = value(of, scope);
    match is_block(of) || is_operation(of) {
        true => quote!((#tokens)),
        false => tokens,
    }
}

/// Whether it ends with a block, which ends a statement that begins with it.
fn is_block(of: &Value) -> bool {
    matches!(of.node, Node::Let { .. } | Node::If { .. })
}

/// Whether it is two values with an operator between them.
fn is_operation(of: &Value) -> bool {
    let Node::Is(condition) = &of.node else { return false };
    match condition {
        Condition::Equal { .. } | Condition::And(..) | Condition::Or(..) | Condition::IsTrue { .. } => true,
        // Of what may be null, it is the call of a method.
        Condition::Compare { .. } => !of.is_optional,
        Condition::IsNone { .. } | Condition::IsEmpty { .. } | Condition::Not(_) => false,
    }
}

/// An operand of `&&` or `||`.
fn connected(of: &Value, is_and: bool, scope: &Scope) -> TokenStream {
    let tokens = value(of, scope);
    let is_or = matches!(of.node, Node::Is(Condition::Or(..)));
    match is_block(of) || (is_or && is_and) {
        true => quote!((#tokens)),
        false => tokens,
    }
}

/// `first.map(|it| then)`, or `first?.then` where that returns.
fn then(first: &Value, then: &Value, scope: &Scope) -> TokenStream {
    if scope.is_returned && then.is_optional && is_member_of_it(then) {
        let first = operand(first, scope);
        return value(then, &Scope { it: quote!(#first?), is_shared: false, is_returned: false });
    }
    let first = operand(first, &scope.inner());
    let then_closure = closure(then);
    match then.is_optional {
        true => quote!(#first.and_then(#then_closure)),
        false => quote!(#first.map(#then_closure)),
    }
}

/// Whether it is members of members of what the closure gets, and nothing else.
fn is_member_of_it(of: &Value) -> bool {
    if let Node::Member { of, .. } = &of.node {
        return is_member_of_it(of);
    }
    of.node == Node::It
}

/// `|it| body`, or the function that is all of the body.
fn closure(body: &Value) -> TokenStream {
    if let Some(function) = function(body) {
        return function;
    }
    let tokens = value(body, &Scope::closure(body));
    match body.uses() {
        0 => quote!(|_| #tokens),
        _ => quote!(|it| #tokens),
    }
}

/// The function that a closure would only call.
fn function(body: &Value) -> Option<TokenStream> {
    let Node::Apply { function, of } = &body.node else { return None };
    match function {
        _ if of.node != Node::It => None,
        Function::AsStr | Function::Chars => None,
        Function::Some => Some(quote!(Some)),
        Function::Widen(to) => {
            let to = ident(to.name());
            Some(quote!(#to::from))
        }
        Function::Float => Some(quote!(rt::jmespath::float)),
        Function::Keys => Some(quote!(rt::jmespath::keys)),
        Function::Values => Some(quote!(rt::jmespath::values)),
        Function::Length => Some(quote!(rt::jmespath::length)),
    }
}

fn member(of: &TokenStream, member: &Member) -> TokenStream {
    match member {
        Member::Accessor(field) => {
            let field = ident(field);
            quote!(#of.#field())
        }
        Member::Slice(field) => {
            let field = ident(field);
            quote!(#of.#field.as_deref())
        }
        Member::Variant(snake, convert) => {
            let (name, convert) = (ident(&format!("as_{snake}")), convert.map(self::convert));
            quote!(#of.#name().ok() #convert)
        }
        Member::Entry(key, convert) => {
            let convert = convert.map(self::convert);
            quote!(#of.get(#key) #convert)
        }
    }
}

fn convert(convert: Convert) -> TokenStream {
    match convert {
        Convert::Copied => quote!(.copied()),
        Convert::Str => quote!(.map(String::as_str)),
        Convert::Slice => quote!(.map(Vec::as_slice)),
        Convert::OptionDeref => quote!(.map(Option::as_deref)),
        Convert::OptionRef => quote!(.map(Option::as_ref)),
    }
}

fn step(step: &Step) -> TokenStream {
    match step {
        Step::Iter => quote!(.iter()),
        Step::IntoIter => quote!(.into_iter()),
        Step::Flatten => quote!(.flatten()),
        Step::Convert(convert) => self::convert(*convert),
        Step::Map(body) => {
            let body = closure(body);
            quote!(.map(#body))
        }
        Step::FilterMap(body) => {
            let body = closure(body);
            quote!(.filter_map(#body))
        }
        Step::FlatMap(body) => {
            let body = closure(body);
            quote!(.flat_map(#body))
        }
        Step::Filter(condition, is_copy) => {
            // It gets a reference to what is needed again.
            let body = value(condition, &Scope { is_shared: true, ..Scope::outermost() });
            match (condition.uses(), is_copy) {
                (0, _) => quote!(.filter(|_| #body)),
                (_, true) => quote!(.filter(|&it| #body)),
                (_, false) => quote!(.filter(|it| #body)),
            }
        }
        Step::ToOwned => quote!(.map(str::to_owned)),
        Step::Collect => quote!(.collect::<Vec<_>>()),
    }
}

fn name(name: &Name, scope: &Scope) -> TokenStream {
    match name {
        Name::Always(text) => quote!(Some(#text)),
        Name::If(text, of) => {
            let of = value(of, scope);
            quote!(#of.is_some().then_some(#text))
        }
        Name::Variant(text, of, snake) => {
            let (of, is) = (value(of, scope), ident(&format!("is_{snake}")));
            quote!(#of.#is().then_some(#text))
        }
        Name::Unknown(of) => {
            let of = value(of, scope);
            quote!(#of.unknown_tag())
        }
    }
}

/// A value that is made of one other.
fn applied(function: Function, of: &Value, scope: &Scope) -> TokenStream {
    let argument = value(of, scope);
    match function {
        Function::Some => quote!(Some(#argument)),
        Function::Widen(to) => {
            let to = ident(to.name());
            quote!(#to::from(#argument))
        }
        Function::Float => quote!(rt::jmespath::float(#argument)),
        Function::Keys => quote!(rt::jmespath::keys(#argument)),
        Function::Values => quote!(rt::jmespath::values(#argument)),
        Function::Length => quote!(rt::jmespath::length(#argument)),
        Function::AsStr => {
            let of = operand(of, scope);
            quote!(#of.as_str())
        }
        Function::Chars => {
            let of = operand(of, scope);
            quote!(rt::jmespath::length(#of.chars()))
        }
    }
}

/// A value that is made of two others.
fn joined(function: Junction, left: &Value, right: &Value, scope: &Scope) -> TokenStream {
    let [l, r] = [left, right].map(|side| value(side, scope));
    match function {
        Junction::Contains if left.is_optional => {
            let list = operand(left, scope);
            quote!(#list.map(|list| rt::jmespath::contains(list, #r)))
        }
        Junction::Contains => quote!(rt::jmespath::contains(#l, #r)),
        Junction::AnyText => quote!(rt::jmespath::any_text(#l, &#r)),
        Junction::AllTexts if left.ty.has_nulls() => quote!(rt::jmespath::all_some_texts(#l, &#r)),
        Junction::AllTexts => quote!(rt::jmespath::all_texts(#l, &#r)),
        Junction::And => quote!(rt::jmespath::and(#l, #r)),
        Junction::Or => quote!(rt::jmespath::or(#l, #r)),
        Junction::Else => {
            let left = operand(left, scope);
            quote!(#left.or(#r))
        }
        Junction::ElseIfEmpty => {
            let left = operand(left, scope);
            quote!(#left.filter(|it| !it.is_empty()).or(#r))
        }
    }
}

/// What is true or not.
fn condition(condition: &Condition, scope: &Scope) -> TokenStream {
    match condition {
        Condition::Compare { operator, left, right } => compared(*operator, [left, right], &quote!(map), false, scope),
        Condition::Equal { left, right, is_negated } => {
            let (left, right) = (operand(left, scope), operand(right, scope));
            if *is_negated {
                quote!(#left != #right)
            } else {
                quote!(#left == #right)
            }
        }
        Condition::IsNone { of, is_negated } => {
            let (of, is) = (operand(of, scope), ident(if *is_negated { "is_some" } else { "is_none" }));
            quote!(#of.#is())
        }
        Condition::IsEmpty { of, is_negated } => {
            let (tokens, not) = (operand(of, scope), is_negated.then(|| quote!(!)));
            match (of.is_optional, is_negated) {
                (false, _) => quote!(#not #tokens.is_empty()),
                (true, false) => quote!(#tokens.is_none_or(|it| it.is_empty())),
                (true, true) => quote!(#tokens.is_some_and(|it| !it.is_empty())),
            }
        }
        Condition::IsTrue { of, is_negated } => is_true(of, *is_negated, scope),
        Condition::Not(of) => {
            let of = operand(of, scope);
            quote!(!#of)
        }
        Condition::And(left, right) => {
            let (left, right) = (connected(left, true, scope), connected(right, true, scope));
            quote!(#left && #right)
        }
        Condition::Or(left, right) => {
            let (left, right) = (connected(left, false, scope), connected(right, false, scope));
            quote!(#left || #right)
        }
    }
}

/// Whether an `Option` of a boolean is true.
fn is_true(of: &Value, is_negated: bool, scope: &Scope) -> TokenStream {
    let method = if is_negated { quote!(is_none_or) } else { quote!(is_some_and) };
    if let Node::Is(Condition::Compare { operator, left, right }) = &of.node {
        return compared(*operator, [left, right], &method, is_negated, scope);
    }
    if let Node::Join { function: Junction::Contains, left, right } = &of.node {
        let (list, value) = (operand(left, scope), value(right, scope));
        let not = is_negated.then(|| quote!(!));
        return quote!(#list.#method(|list| #not rt::jmespath::contains(list, #value)));
    }
    if let (Node::Then { first, then }, false) = (&of.node, is_negated) {
        if !then.is_optional {
            let (first, then) = (operand(first, scope), closure(then));
            return quote!(#first.is_some_and(#then));
        }
    }
    let of = operand(of, scope);
    match is_negated {
        true => quote!(#of != Some(true)),
        false => quote!(#of == Some(true)),
    }
}

/// A comparison; `method` is that of the `Option`, where a side is one.
fn compared(
    operator: Operator,
    [left, right]: [&Value; 2],
    method: &TokenStream,
    is_negated: bool,
    scope: &Scope,
) -> TokenStream {
    let tokens = [operand(left, scope), operand(right, scope)];
    let [l, r] = &tokens;
    let (local_left, local_right) = (quote!(left), quote!(right));
    match (left.is_optional, right.is_optional) {
        (false, false) => operation(operator, l, r, is_negated),
        (true, false) => {
            let body = operation(operator, &local_left, r, is_negated);
            quote!(#l.#method(|left| #body))
        }
        (false, true) => {
            let body = operation(operator, l, &local_right, is_negated);
            quote!(#r.#method(|right| #body))
        }
        (true, true) => {
            let body = operation(operator, &local_left, &local_right, is_negated);
            quote!(#l.zip(#r).#method(|(left, right)| #body))
        }
    }
}

fn operation(operator: Operator, left: &TokenStream, right: &TokenStream, is_negated: bool) -> TokenStream {
    if let (true, Some(operator)) = (is_negated, operator.negated()) {
        return operation(operator, left, right, false);
    }
    let not = is_negated.then(|| quote!(!));
    match operator {
        Operator::Equal => quote!(#left == #right),
        Operator::NotEqual => quote!(#left != #right),
        Operator::Less => quote!(#left < #right),
        Operator::LessOrEqual => quote!(#left <= #right),
        Operator::Greater => quote!(#left > #right),
        Operator::GreaterOrEqual => quote!(#left >= #right),
        Operator::Contains => quote!(#not #left.contains(#right)),
        Operator::StartsWith => quote!(#not #left.starts_with(#right)),
        Operator::EndsWith => quote!(#not #left.ends_with(#right)),
    }
}
