//! Services whose models have defaults that the services themselves refuse, or that change what a
//! request means: these members are optional. The official crates do without the same defaults;
//! one changes the type of a field.

use crate::model::{ids, Model, ShapeId};
use crate::transforms;

/// By namespace. A member is one, and the message of an operation has the name of the operation
/// before `Input` or `Output`; any other shape stands for all members that target it.
const ALL: &[(&str, &[&str])] = &[
    ("com.amazonaws.amplifyuibuilder", &["ListComponentsLimit", "ListFormsLimit", "ListThemesLimit"]),
    (
        "com.amazonaws.drs",
        &[
            "CostOptimizationConfiguration$burstBalanceDeltaThreshold",
            "CostOptimizationConfiguration$burstBalanceThreshold",
            "LaunchActionOrder",
            "ListStagingAccountsInput$maxResults",
            "MaxResultsReplicatingSourceServers",
            "MaxResultsType",
            "StrictlyPositiveInteger",
            "Validity",
        ],
    ),
    ("com.amazonaws.emrserverless", &["WorkerCounts"]),
    ("com.amazonaws.evidently", &["ResultsPeriod"]),
    (
        "com.amazonaws.iot",
        &[
            "CreateProvisioningTemplateInput$enabled",
            "DescribeProvisioningTemplateOutput$enabled",
            "ProvisioningTemplateSummary$enabled",
            "ThingConnectivity$connected",
            "UpdateProvisioningTemplateInput$enabled",
        ],
    ),
    (
        "com.amazonaws.location",
        &[
            "ListPlaceIndexesInput$MaxResults",
            "PlaceIndexSearchResultLimit",
            "SearchPlaceIndexForSuggestionsInput$MaxResults",
        ],
    ),
    ("com.amazonaws.paymentcryptographydata", &["IntegerRangeBetween4And12"]),
    (
        "com.amazonaws.s3control",
        &[
            "PublicAccessBlockConfiguration$BlockPublicAcls",
            "PublicAccessBlockConfiguration$BlockPublicPolicy",
            "PublicAccessBlockConfiguration$IgnorePublicAcls",
            "PublicAccessBlockConfiguration$RestrictPublicBuckets",
        ],
    ),
];

pub(super) fn prepare(model: &mut Model, service: &ShapeId) {
    let Some((namespace, names)) = ALL.iter().find(|(namespace, _)| service.namespace() == *namespace) else {
        return;
    };
    for shape in model.shapes.values_mut() {
        let is_of_service = shape.id.namespace() == *namespace || transforms::original_id(shape).is_some();
        let container = shape.id.name().to_owned();
        if is_of_service && names.contains(&container.as_str()) {
            shape.traits.remove(ids::DEFAULT);
        }
        for member in &mut shape.members {
            let target = &member.target;
            let is_of_target = target.namespace() == *namespace && names.contains(&target.name());
            let is_named = |name: &&str| {
                name.split_once('$').is_some_and(|(shape, name)| shape == container && name == member.name)
            };
            if is_of_target || is_of_service && names.iter().any(is_named) {
                member.traits.remove(ids::DEFAULT);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of the list of the official generator, in which one is there twice.
    const IDS: [&str; 26] = [
        "amplifyuibuilder#ListComponentsLimit",
        "amplifyuibuilder#ListFormsLimit",
        "amplifyuibuilder#ListThemesLimit",
        "drs#CostOptimizationConfiguration$burstBalanceDeltaThreshold",
        "drs#CostOptimizationConfiguration$burstBalanceThreshold",
        "drs#LaunchActionOrder",
        "drs#ListStagingAccountsInput$maxResults",
        "drs#MaxResultsReplicatingSourceServers",
        "drs#MaxResultsType",
        "drs#StrictlyPositiveInteger",
        "drs#Validity",
        "emrserverless#WorkerCounts",
        "evidently#ResultsPeriod",
        "iot#CreateProvisioningTemplateInput$enabled",
        "iot#DescribeProvisioningTemplateOutput$enabled",
        "iot#ProvisioningTemplateSummary$enabled",
        "iot#ThingConnectivity$connected",
        "iot#UpdateProvisioningTemplateInput$enabled",
        "location#ListPlaceIndexesInput$MaxResults",
        "location#PlaceIndexSearchResultLimit",
        "location#SearchPlaceIndexForSuggestionsInput$MaxResults",
        "paymentcryptographydata#IntegerRangeBetween4And12",
        "s3control#PublicAccessBlockConfiguration$BlockPublicAcls",
        "s3control#PublicAccessBlockConfiguration$BlockPublicPolicy",
        "s3control#PublicAccessBlockConfiguration$IgnorePublicAcls",
        "s3control#PublicAccessBlockConfiguration$RestrictPublicBuckets",
    ];

    /// A model with one member of that id, or with one that targets the shape of that id.
    fn model(id: &str) -> String {
        let (namespace, name) = id.split_once('#').unwrap_or_default();
        let (shape, member) = name.split_once('$').unwrap_or(("Holder", "held"));
        let (target, own) = match name.contains('$') {
            true => ("Limit", String::new()),
            false => (name, format!("@default(7)\ninteger {name}\n")),
        };
        format!(
            "$version: \"2.0\"\nnamespace com.amazonaws.{namespace}\nservice Any {{ operations: [Use] }}\n\
             operation Use {{ input: {shape} }}\n@input structure {shape} {{ {member}: {target} = 7\n}}\n\
             @default(7)\ninteger Limit\n@default(7)\ninteger Other\nstructure Beside {{ other: Other = 7\n}}\n{own}"
        )
    }

    #[test]
    fn each_id_of_the_list_loses_its_default_and_no_other() {
        for id in IDS {
            let mut sources = crate::Sources::new();
            sources.add("model.smithy", model(id));
            let (mut model, diagnostics) = crate::load::load(&sources, &crate::load::LoadOptions::default());
            assert!(!diagnostics.has_errors(), "{id}: {}", diagnostics.render_text(&sources, false));
            let namespace = id.split_once('#').map_or("", |(namespace, _)| namespace);
            let find = |name: &str| ShapeId::new(format!("com.amazonaws.{namespace}#{name}"));
            prepare(&mut model, &find("Any"));
            let shape =
                id.split_once('#').and_then(|(_, name)| name.split_once('$')).map_or("Holder", |(shape, _)| shape);
            let has_default = |name: &str| {
                model.shape(&find(name)).is_some_and(|shape| shape.members.iter().any(|m| m.has_trait(ids::DEFAULT)))
            };
            assert!(!has_default(shape), "{id}");
            assert!(has_default("Beside"), "{id}");
        }
        let known: usize = ALL.iter().map(|(_, names)| names.len()).sum();
        assert_eq!(known, IDS.len());
    }
}
