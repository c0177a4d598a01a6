//! The tables of services that bring no rules: what AWS generates for a regional service,
//! texts of errors included, since programs match on them; and for a service that is not one
//! of AWS's the address that its callers give.

use crate::ir::endpoint::{
    Attribute, Condition, Endpoint, Expr, Outcome, Parameter, ParameterKind, ParameterSource, ParameterValue, Rules,
    Target,
};
use crate::text::{self, Docs, Text};

/// No rule matches.
const NONE: i32 = -1;

/// The target of a result.
const fn result(index: i32) -> i32 {
    NONE - 1 - index
}

/// The decisions of a regional service.
const NODES: [[i32; 3]; 12] = [
    [0, 1, 3],
    [1, result(0), 2],
    [2, result(1), result(2)],
    [3, 4, result(10)],
    [4, 5, NONE],
    [1, 6, 9],
    [2, 7, 8],
    [5, 11, result(4)],
    [5, result(5), result(6)],
    [2, 10, result(9)],
    [6, result(7), result(8)],
    [6, result(3), result(4)],
];

/// `https://PREFIX.REGION.SUFFIX` in its four forms.
pub(super) fn regional(prefix: &str) -> Endpoint {
    let slot = |slot| Box::new(Expr::Slot(slot));
    let partition = |attribute| Expr::Get(slot(4), Attribute::Named(attribute));
    let is = |value| Condition { value, assign: None };
    let at = |form: &str, suffix| {
        let form = form.replacen("PREFIX", prefix, 1);
        target(Expr::Format(form.into(), vec![Expr::Slot(0), partition(suffix)]))
    };
    let conditions = vec![
        is(Expr::Set(slot(3))),
        is(Expr::True(slot(2))),
        is(Expr::True(slot(1))),
        is(Expr::Set(slot(0))),
        Condition { value: Expr::Partition(slot(0)), assign: Some(4) },
        is(Expr::True(Box::new(partition("SupportsFips")))),
        is(Expr::True(Box::new(partition("SupportsDualStack")))),
    ];
    let results = vec![
        error("Invalid Configuration: FIPS and custom endpoint are not supported"),
        error("Invalid Configuration: Dualstack and custom endpoint are not supported"),
        target(Expr::Slot(3)),
        at("https://PREFIX-fips.{}.{}", "DualStackDnsSuffix"),
        error("FIPS and DualStack are enabled, but this partition does not support one or both"),
        at("https://PREFIX-fips.{}.{}", "DnsSuffix"),
        error("FIPS is enabled but this partition does not support FIPS"),
        at("https://PREFIX.{}.{}", "DualStackDnsSuffix"),
        error("DualStack is enabled but this partition does not support DualStack"),
        at("https://PREFIX.{}.{}", "DnsSuffix"),
        error("Invalid Configuration: Missing Region"),
    ];
    Endpoint {
        parameters: vec![
            usual("Region", "region", ParameterKind::Region, ParameterSource::Region),
            usual("UseDualStack", "use_dual_stack", ParameterKind::Flag, ParameterSource::UseDualStack),
            usual("UseFIPS", "use_fips", ParameterKind::Flag, ParameterSource::UseFips),
            usual("Endpoint", "endpoint", ParameterKind::Text, ParameterSource::EndpointUrl),
        ],
        rules: Rules {
            assigned: vec!["PARTITION_RESULT".to_owned()],
            parts: vec![
                (partition("DnsSuffix"), "DNS_SUFFIX".to_owned()),
                (partition("DualStackDnsSuffix"), "DUAL_STACK_DNS_SUFFIX".to_owned()),
            ],
            reads: vec![0, 1, 2, 3],
            conditions,
            results,
            nodes: NODES.to_vec(),
        },
    }
}

/// Nobody but the caller knows the address.
pub(super) fn given() -> Endpoint {
    let endpoint = Expr::Slot(0);
    Endpoint {
        parameters: vec![usual("Endpoint", "endpoint", ParameterKind::Text, ParameterSource::EndpointUrl)],
        rules: Rules {
            assigned: Vec::new(),
            parts: Vec::new(),
            reads: vec![0],
            conditions: vec![Condition { value: Expr::Set(Box::new(endpoint.clone())), assign: None }],
            results: vec![
                target(endpoint),
                error("the service has no address that a client could know: set `endpoint_url` or `endpoint_resolver`"),
            ],
            nodes: vec![[0, -2, -3]],
        },
    }
}

fn error(message: &str) -> Outcome {
    Outcome::Error(Expr::Text(message.into()))
}

fn target(url: Expr) -> Outcome {
    Outcome::Endpoint(Target { url, schemes: Vec::new(), headers: Vec::new(), properties: Vec::new() })
}

fn usual(name: &str, field: &str, kind: ParameterKind, source: ParameterSource) -> Parameter {
    let is_flag = kind == ParameterKind::Flag;
    Parameter {
        name: Text::from(name),
        field: field.to_owned(),
        setter: format!("set_{field}"),
        slot: field.to_uppercase(),
        docs: docs(&source),
        kind,
        default: is_flag.then_some(ParameterValue::Flag(false)),
        is_required: is_flag,
        built_in: None,
        source: Some(source),
    }
}

fn docs(source: &ParameterSource) -> Docs {
    let said = match source {
        ParameterSource::Region => "The region that the request is sent to.",
        ParameterSource::UseDualStack => "Whether the endpoint must support IPv6 as well.",
        ParameterSource::UseFips => "Whether the endpoint must comply with FIPS.",
        _ => "The configured endpoint, if there is one.",
    };
    text::sentence(said, &[])
}
