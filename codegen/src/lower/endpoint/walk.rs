//! In: a table. Out: each expression in it, those inside of others too: what reads a slot
//! decides about an endpoint, and what is asked for often gets a name.

use crate::ir::endpoint::{Condition, Expr, Outcome, Property};

/// Visits each expression of a table, inner ones before outer ones.
pub(super) fn each(conditions: &[Condition], results: &[Outcome], visit: &mut impl FnMut(&Expr)) {
    conditions.iter().for_each(|condition| of_expression(&condition.value, visit));
    results.iter().for_each(|result| of_outcome(result, visit));
}

fn of_expression(expression: &Expr, visit: &mut impl FnMut(&Expr)) {
    match expression {
        Expr::Slot(_) | Expr::Text(_) | Expr::Flag(_) => {}
        Expr::Format(_, values) | Expr::First(values) => values.iter().for_each(|value| of_expression(value, visit)),
        Expr::Set(of)
        | Expr::Not(of)
        | Expr::True(of)
        | Expr::Get(of, _)
        | Expr::Substring { of, .. }
        | Expr::Url(of)
        | Expr::HostLabel { of, .. }
        | Expr::Encode(of)
        | Expr::Partition(of)
        | Expr::Arn(of)
        | Expr::Bucket { of, .. } => of_expression(of, visit),
        Expr::Equal(both) | Expr::Split(both, _) => both.iter().for_each(|value| of_expression(value, visit)),
        Expr::If(all) => all.iter().for_each(|value| of_expression(value, visit)),
    }
    visit(expression);
}

fn of_outcome(outcome: &Outcome, visit: &mut impl FnMut(&Expr)) {
    match outcome {
        Outcome::Error(message) => of_expression(message, visit),
        Outcome::Endpoint(target) => {
            of_expression(&target.url, visit);
            for scheme in &target.schemes {
                of_expression(&scheme.name, visit);
                scheme.properties.iter().for_each(|(_, property)| of_property(property, visit));
            }
            let headers = target.headers.iter().flat_map(|(_, values)| values);
            headers.for_each(|value| of_expression(value, visit));
            target.properties.iter().for_each(|(_, property)| of_property(property, visit));
        }
    }
}

fn of_property(property: &Property, visit: &mut impl FnMut(&Expr)) {
    match property {
        Property::Value(value) => of_expression(value, visit),
        Property::Bool(_) | Property::Integer(_) => {}
        Property::List(elements) => elements.iter().for_each(|element| of_property(element, visit)),
        Property::Object(members) => members.iter().for_each(|(_, member)| of_property(member, visit)),
    }
}
