//! In: services of AWS whose models have defaults that the services themselves refuse, or that
//! change what a request means. Out: the same without them, so that these members are optional.
//!
//! The official crates do without the same ones; a default changes the type of a field.

use super::{Pass, Scope};
use crate::diagnostics::Diagnostics;
use crate::model::{ids, Model};
use crate::transforms::synthetic_io;

pub(super) const PASS: Pass = Pass { run };

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

fn run(model: &mut Model, scope: &Scope, _: &mut Diagnostics) {
    let Some((namespace, names)) = ALL.iter().find(|(namespace, _)| scope.service.namespace() == *namespace) else {
        return;
    };
    for shape in model.shapes.values_mut() {
        let is_of_service = shape.id.namespace() == *namespace || synthetic_io::original_id(shape).is_some();
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
