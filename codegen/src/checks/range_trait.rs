//! The limits of `@range` are in order, and whole for integers.

use crate::model::{ids, Kind, Model, Node, Number};

use super::{own_traits, Check, Report, Stops};

/// A client checks no constraints: services do.
pub(super) const CHECK: Check = Check { id: "RangeTrait", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (id, limits, target) in own_traits(model, ids::RANGE) {
        let number = |key: &str| limits.get(key).and_then(Node::as_number);
        let limit = |key: &str| number(key).and_then(Number::as_f64);
        for key in ["min", "max"] {
            let is_decimal = number(key).is_some_and(has_fraction);
            if let Some(target) = target.filter(|target| is_decimal && !takes_decimals(&target.kind)) {
                let message =
                    format!("`{key}` of `@range` has a fraction, and {} has none", target.kind.with_article());
                let place = limits.get(key).map_or(limits.span, |node| node.span);
                report.error(&id, place, message);
            }
        }
        if limit("min").zip(limit("max")).is_some_and(|(lowest, highest)| lowest > highest) {
            report.error(&id, limits.span, "`min` of `@range` is greater than `max`");
        }
    }
}

/// By its digits: a float of a large exponent is infinite, and one of a small exponent zero.
fn has_fraction(number: &Number) -> bool {
    let (mantissa, exponent) = number.0.split_once(['e', 'E']).unwrap_or((&number.0, ""));
    let significant = mantissa.trim_end_matches('0');
    let is_zero = matches!(significant, "" | "-");
    let divisor = exponent.strip_prefix('-').map(|digits| digits.parse().unwrap_or(usize::MAX));
    mantissa.contains('.') || !is_zero && divisor.is_some_and(|zeros| zeros > mantissa.len() - significant.len())
}

fn takes_decimals(kind: &Kind) -> bool {
    matches!(kind, Kind::Float | Kind::Double | Kind::BigDecimal)
}

#[cfg(test)]
mod tests {
    use super::{has_fraction, Number};

    #[test]
    fn numbers_with_a_fraction() {
        for (text, expected) in [
            ("1", false),
            ("-1e9999", false),
            ("1E+99999999999999999999", false),
            ("100e-2", false),
            ("0e-5", false),
            ("-0e-5", false),
            ("1.0", true),
            ("10e-2", true),
            ("1e-9999", true),
            ("1e-99999999999999999999", true),
        ] {
            assert_eq!(has_fraction(&Number(text.to_owned())), expected, "{text}");
        }
    }
}
