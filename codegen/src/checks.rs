//! In: a resolved model. Out: what the specification forbids in it. One rule a
//! file; a new one is its file and one line in each of the two lists below.
//!
//! Invariant: a rule reads the whole model but reports only on shapes of the
//! user's sources, and never assumes that another rule holds.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt::Display;

use crate::diagnostics::{Diagnostic, Diagnostics, Severity, Span};
use crate::metadata::Problem;
use crate::model::{Kind, Member, Model, Node, Shape, ShapeId, Traits};
use crate::plural;

mod apigateway;
mod auth_trait;
mod aws;
mod cloudformation;
mod cors_trait;
mod default_trait;
mod default_value_in_update;
mod deprecated_shape;
mod deprecated_trait;
mod enum_members;
mod enum_shape;
mod enum_trait;
mod event_payload_trait;
mod examples_trait;
mod exclusive_structure_member_trait;
mod given_values;
mod host_label_trait;
mod http_api_key_auth_trait;
mod http_binding_trait_ignored;
mod http_bindings_missing;
mod http_header_trait;
mod http_label_trait;
mod http_method_semantics;
mod http_payload;
mod http_prefix_headers_trait;
mod http_query_params_trait;
mod http_query_trait;
mod http_response_code_semantics;
mod http_uri;
mod http_uri_conflict;
mod http_uri_format;
mod http_uri_greedy_label;
mod iam;
mod idempotency_token_ignored;
mod idempotent_trait;
mod json_name;
mod length_trait;
mod media_type;
mod member_should_reference_resource;
mod metadata_trait;
mod mixin_shape;
mod mqtt;
mod nesting;
mod no_inline_document_support;
mod operation_input_output_misuse;
mod operation_input_output_name;
mod operation_name_ambiguity;
mod paginated_trait;
mod pattern_trait;
mod private_access;
mod private_mixin_member;
mod protocol_tests;
mod range_trait;
mod references_trait;
mod relationships;
mod request_compression_trait;
mod resource_cycle;
mod resource_identifier;
mod resource_identifier_binding;
mod resource_lifecycle;
mod resource_operation_input_output;
mod rules_engine;
mod service;
mod service_auth_definitions;
mod service_bound_resource_operation;
mod shape_closure;
mod shape_id_conflict;
mod shape_recursion;
mod single_operation_binding;
mod single_resource_binding;
mod streaming_trait;
mod suppression_metadata;
mod target;
mod trait_breaking_changes;
mod trait_conflict;
mod trait_selector;
mod trait_syntax;
mod trait_target;
mod trait_validators;
mod trait_value;
mod typed_metadata;
mod union;
mod unit_type;
mod unstable_trait;
mod validators;
mod waiters;
mod xml_flattened_trait;
mod xml_namespace_trait;

/// The rules that tell whether the model is one at all. They run first.
const FIRST: &[Check] = &[
    Check { id: "Model", run: enum_members::run },
    Check { id: "Model", run: mixin_shape::run },
    Check { id: "Target", run: target::run },
    Check { id: "ResourceCycle", run: resource_cycle::run },
    Check { id: "Model", run: trait_selector::run },
    Check { id: "Model", run: trait_syntax::run },
    Check { id: "Model", run: http_uri::run },
    Check { id: "Model", run: rules_engine::endpoint_bdd::run },
    Check { id: "Model", run: mqtt::topic_syntax::run },
];

/// The others. Within each list, events of one place come in its order.
const OTHERS: &[Check] = &[
    Check { id: "Union", run: union::run },
    Check { id: "UnitType", run: unit_type::run },
    Check { id: "PrivateAccess", run: private_access::run },
    Check { id: "PrivateMixinMember", run: private_mixin_member::run },
    Check { id: "ShapeIdConflict", run: shape_id_conflict::run },
    Check { id: "ShapeRecursion", run: shape_recursion::run },
    Check { id: "Whitesmith.Nesting", run: nesting::run },
    Check { id: "ResourceLifecycle", run: resource_lifecycle::run },
    Check { id: "ResourceIdentifier", run: resource_identifier::run },
    Check { id: "ResourceIdentifierBinding", run: resource_identifier_binding::run },
    Check { id: "ResourceOperationInputOutput", run: resource_operation_input_output::run },
    Check { id: "ServiceBoundResourceOperation", run: service_bound_resource_operation::run },
    Check { id: "ReferencesTrait", run: references_trait::run },
    Check { id: "MemberShouldReferenceResource", run: member_should_reference_resource::run },
    Check { id: "DefaultValueInUpdate", run: default_value_in_update::run },
    Check { id: "Service", run: service::run },
    Check { id: "SingleOperationBinding", run: single_operation_binding::run },
    Check { id: "SingleResourceBinding", run: single_resource_binding::run },
    Check { id: "OperationInputOutputMisuse", run: operation_input_output_misuse::run },
    Check { id: "OperationInputOutputName", run: operation_input_output_name::run },
    Check { id: "OperationNameAmbiguity", run: operation_name_ambiguity::run },
    Check { id: "TraitTarget", run: trait_target::run },
    Check { id: "TraitConflict", run: trait_conflict::run },
    Check { id: "TraitValue", run: trait_value::run },
    Check { id: "TraitBreakingChanges", run: trait_breaking_changes::run },
    Check { id: "UnstableTrait", run: unstable_trait::run },
    Check { id: "DeprecatedTrait", run: deprecated_trait::run },
    Check { id: "DeprecatedShape", run: deprecated_shape::run },
    Check { id: "ExclusiveStructureMemberTrait", run: exclusive_structure_member_trait::run },
    Check { id: "EnumShape", run: enum_shape::run },
    Check { id: "DefaultTrait", run: default_trait::run },
    Check { id: "EnumTrait", run: enum_trait::run },
    Check { id: "LengthTrait", run: length_trait::run },
    Check { id: "RangeTrait", run: range_trait::run },
    Check { id: "PatternTrait", run: pattern_trait::run },
    Check { id: "MediaType", run: media_type::run },
    Check { id: "JsonName", run: json_name::run },
    Check { id: "StreamingTrait", run: streaming_trait::run },
    Check { id: "IdempotencyTokenIgnored", run: idempotency_token_ignored::run },
    Check { id: "IdempotentTrait", run: idempotent_trait::run },
    Check { id: "PaginatedTrait", run: paginated_trait::run },
    Check { id: "RequestCompressionTrait", run: request_compression_trait::run },
    Check { id: "ExamplesTrait", run: examples_trait::run },
    Check { id: "EventPayloadTrait", run: event_payload_trait::run },
    Check { id: "AuthTrait", run: auth_trait::run },
    Check { id: "ServiceAuthDefinitions", run: service_auth_definitions::run },
    Check { id: "HttpApiKeyAuthTrait", run: http_api_key_auth_trait::run },
    Check { id: "CorsTrait", run: cors_trait::run },
    Check { id: "NoInlineDocumentSupport", run: no_inline_document_support::run },
    Check { id: "HostLabelTrait", run: host_label_trait::run },
    Check { id: "XmlFlattenedTrait", run: xml_flattened_trait::run },
    Check { id: "XmlNamespaceTrait", run: xml_namespace_trait::run },
    Check { id: "HttpUriFormat", run: http_uri_format::run },
    Check { id: "HttpUriGreedyLabel", run: http_uri_greedy_label::run },
    Check { id: "HttpBindingsMissing", run: http_bindings_missing::run },
    Check { id: "HttpBindingTraitIgnored", run: http_binding_trait_ignored::run },
    Check { id: "HttpMethodSemantics", run: http_method_semantics::run },
    Check { id: "HttpResponseCodeSemantics", run: http_response_code_semantics::run },
    Check { id: "HttpUriConflict", run: http_uri_conflict::run },
    Check { id: "HttpLabelTrait", run: http_label_trait::run },
    Check { id: "HttpQueryTrait", run: http_query_trait::run },
    Check { id: "HttpQueryParamsTrait", run: http_query_params_trait::run },
    Check { id: "HttpHeaderTrait", run: http_header_trait::run },
    Check { id: "HttpPrefixHeadersTrait", run: http_prefix_headers_trait::run },
    Check { id: "HttpPayload", run: http_payload::run },
    Check { id: "TraitValidators", run: trait_validators::run },
    Check { id: "MetadataTrait", run: metadata_trait::run },
    Check { id: "TypedMetadata", run: typed_metadata::run },
    Check { id: "ShapeClosure", run: shape_closure::run },
    Check { id: "Model", run: suppression_metadata::run },
    Check { id: "WaitableTrait", run: waiters::waitable_trait::run },
    Check { id: "UniqueWaiterNames", run: waiters::unique_waiter_names::run },
    Check { id: "Whitesmith.EndpointRuleSet", run: rules_engine::endpoint_rule_set::run },
    Check { id: "RulesEngineVersion", run: rules_engine::rules_engine_version::run },
    Check { id: "RuleSetUri", run: rules_engine::rule_set_uri::run },
    Check { id: "RuleSetAuthSchemes", run: rules_engine::rule_set_auth_schemes::run },
    Check { id: "RuleSetBuiltIn", run: rules_engine::rule_set_built_in::run },
    Check { id: "RuleSetAwsBuiltIn", run: rules_engine::rule_set_aws_built_in::run },
    Check { id: "RuleSetParamMissingDocs", run: rules_engine::rule_set_param_missing_docs::run },
    Check { id: "RuleSetParameter", run: rules_engine::rule_set_parameter::run },
    Check { id: "EndpointTestsTrait", run: rules_engine::endpoint_tests_trait::run },
    Check { id: "StaticContextParamsTrait", run: rules_engine::static_context_params_trait::run },
    Check { id: "OperationContextParamsTrait", run: rules_engine::operation_context_params_trait::run },
    Check { id: "AwsSpecialCaseEndpoint", run: rules_engine::aws_special_case_endpoint::run },
    Check { id: "HttpRequestTestsInput", run: protocol_tests::http_message_tests::run_input },
    Check { id: "HttpResponseTestsOutput", run: protocol_tests::http_message_tests::run_output },
    Check { id: "HttpResponseTestsError", run: protocol_tests::http_message_tests::run_error },
    Check { id: "HttpMalformedRequestTests", run: protocol_tests::http_malformed_request_tests::run },
    Check { id: "UniqueProtocolTestCaseId", run: protocol_tests::unique_protocol_test_case_id::run },
    Check { id: "EventStreamTestsTrait", run: protocol_tests::event_stream_tests_trait::run },
    Check { id: "SmokeTestCase", run: protocol_tests::smoke_test_case::run },
    Check { id: "UniqueSmokeTestCaseId", run: protocol_tests::unique_smoke_test_case_id::run },
    Check { id: "SdkServiceId", run: aws::sdk_service_id::run },
    Check { id: "EventSource", run: aws::event_source::run },
    Check { id: "CloudWatchNamespace", run: aws::cloud_watch_namespace::run },
    Check { id: "ArnTrait", run: aws::arn_trait::run },
    Check { id: "ArnTemplate", run: aws::arn_template::run },
    Check { id: "ErrorRename", run: aws::error_rename::run },
    Check { id: "SigV4Traits", run: aws::sig_v4_traits::run },
    Check { id: "ProtocolHttp", run: aws::protocol_http::run },
    Check { id: "ProtocolHttpPayload", run: aws::protocol_http_payload::run },
    Check { id: "QueryErrorCode", run: aws::query_error_code::run },
    Check { id: "HttpChecksumTrait", run: aws::http_checksum_trait::run },
    Check { id: "ClientEndpointDiscovery", run: aws::client_endpoint_discovery::run },
    Check { id: "ServiceTagging", run: aws::service_tagging::run },
    Check { id: "TagEnabledService", run: aws::tag_enabled_service::run },
    Check { id: "TagResourcePropertyName", run: aws::tag_resource_property_name::run },
    Check { id: "TagResourcePropertyType", run: aws::tag_resource_property_type::run },
    Check { id: "TaggableResource", run: aws::taggable_resource::run },
    Check { id: "ConditionKeys", run: iam::condition_keys::run },
    Check { id: "ConditionKeyValueTrait", run: iam::condition_key_value_trait::run },
    Check { id: "DefineConditionKeysTrait", run: iam::define_condition_keys_trait::run },
    Check { id: "IamAction", run: iam::iam_action::run },
    Check { id: "IamResourceTrait", run: iam::iam_resource_trait::run },
    Check { id: "IamResourceTraitConflictingName", run: iam::iam_resource_trait_conflicting_name::run },
    Check { id: "CfnMutabilityTrait", run: cloudformation::cfn_mutability_trait::run },
    Check { id: "CfnResourceTrait", run: cloudformation::cfn_resource_trait::run },
    Check { id: "CfnResourceProperty", run: cloudformation::cfn_resource_property::run },
    Check { id: "MqttTopicLabel", run: mqtt::mqtt_topic_label::run },
    Check { id: "MqttTopicConflict", run: mqtt::mqtt_topic_conflict::run },
    Check { id: "AuthorizersTrait", run: apigateway::authorizers_trait::run },
    Check { id: "EndpointConfiguration", run: apigateway::endpoint_configuration::run },
    Check { id: "GatewayResponsesCors", run: apigateway::gateway_responses_cors::run },
    // What the model itself asks for, last.
    Check { id: "Model", run: validators::run },
];

/// A rule.
pub(crate) struct Check {
    /// The official event id.
    id: &'static str,
    run: fn(&Model, &mut Report<'_>),
}

/// Every rule.
#[cfg(feature = "internals")]
pub(crate) fn all() -> impl Iterator<Item = &'static Check> {
    FIRST.iter().chain(OTHERS)
}

/// Runs every rule, whatever the others find. Advice on a model that is none,
/// be it that its text could not be read, is held back: it may well be about
/// what is wrong already.
pub(crate) fn check(model: &Model, has_syntax_errors: bool, diagnostics: &mut Diagnostics) {
    FIRST.iter().for_each(|check| check.run_alone(model, diagnostics));
    let mut others = Diagnostics::new();
    OTHERS.iter().for_each(|check| check.run_alone(model, &mut others));
    let is_broken = has_syntax_errors || diagnostics.has_errors();
    // A value that a trait cannot be made of is not held against its shape too.
    let unreadable: BTreeSet<Span> =
        diagnostics.iter().filter(|event| event.id == "Model").map(|event| event.span).collect();
    others.retain(|event| {
        let is_said = event.id.starts_with("TraitValue") && unreadable.contains(&event.span);
        !is_said && (!is_broken || event.severity == Severity::Error)
    });
    diagnostics.extend(others);
}

impl Check {
    /// Runs the rule, whatever the others find.
    pub(crate) fn run_alone(&self, model: &Model, diagnostics: &mut Diagnostics) {
        (self.run)(model, &mut Report { id: self.id, diagnostics });
    }

    #[cfg(feature = "internals")]
    pub(crate) fn id(&self) -> &'static str {
        self.id
    }
}

/// Where a rule puts what it finds.
struct Report<'d> {
    id: &'static str,
    diagnostics: &'d mut Diagnostics,
}

impl Report<'_> {
    fn error(&mut self, shape: impl Display, span: Span, message: impl Into<String>) -> &mut Diagnostic {
        self.event(Severity::Error, shape, span, message)
    }

    fn event(
        &mut self,
        severity: Severity,
        shape: impl Display,
        span: Span,
        message: impl Into<String>,
    ) -> &mut Diagnostic {
        self.diagnostics.report(severity, self.id, span, message).shape(shape.to_string())
    }

    /// For the rules that have ids of their own below that of the rule.
    fn event_as(
        &mut self,
        id: impl Into<Cow<'static, str>>,
        severity: Severity,
        shape: impl Display,
        span: Span,
        message: impl Into<String>,
    ) -> &mut Diagnostic {
        self.diagnostics.report(severity, id, span, message).shape(shape.to_string())
    }

    /// For what is about no shape.
    fn global(
        &mut self,
        id: impl Into<Cow<'static, str>>,
        severity: Severity,
        span: Span,
        message: impl Into<String>,
    ) -> &mut Diagnostic {
        self.diagnostics.report(severity, id, span, message)
    }

    /// An entry of the metadata that cannot be used.
    fn problem(&mut self, problem: Problem) {
        let Problem { severity, span, message, help } = problem;
        self.global(self.id, severity, span, message).help = help;
    }
}

/// The shapes of the user's sources.
fn own_shapes(model: &Model) -> impl Iterator<Item = &Shape> {
    model.shapes().filter(|shape| !shape.is_builtin())
}

/// The members of the shapes of the user's sources.
fn own_members(model: &Model) -> impl Iterator<Item = (&Shape, &Member)> {
    own_shapes(model).flat_map(|shape| shape.members.iter().map(move |member| (shape, member)))
}

/// A trait on a shape or member of the user's sources.
struct Application<'m> {
    shape: &'m Shape,
    member: Option<&'m Member>,
    traits: &'m Traits,
    trait_id: &'m ShapeId,
    node: &'m Node,
}

impl Application<'_> {
    /// The id of what the trait is on.
    fn subject(&self) -> ShapeId {
        self.member.map_or_else(|| self.shape.id.clone(), |member| self.shape.id.with_member(&member.name))
    }

    /// Where the trait stands; where it has no place of its own, what it is on.
    fn span(&self) -> Span {
        let subject = self.member.map_or(self.shape.span, |member| member.span);
        place_of_trait(self.traits, self.trait_id, subject)
    }
}

/// Where a trait is applied, from its `@` on; the place of what it is on, if
/// nobody wrote the trait.
fn place_of_trait(traits: &Traits, trait_id: &ShapeId, subject: Span) -> Span {
    let place = traits.place_of(trait_id.as_str());
    if place.source == u32::MAX {
        subject
    } else {
        place
    }
}

/// Every trait in the user's sources.
fn own_applications(model: &Model) -> impl Iterator<Item = Application<'_>> {
    let of_shape = |shape| (shape, None::<&Member>);
    let subjects = own_shapes(model).flat_map(move |shape| {
        std::iter::once(of_shape(shape)).chain(shape.members.iter().map(move |m| (shape, Some(m))))
    });
    subjects.flat_map(|(shape, member)| {
        let traits = member.map_or(&shape.traits, |member| &member.traits);
        traits.iter().map(move |(trait_id, node)| Application { shape, member, traits, trait_id, node })
    })
}

/// Where the user's sources apply one trait: the id of what it is on, its
/// value, and the shape whose values are meant.
fn own_traits<'m>(model: &'m Model, id: &'m str) -> impl Iterator<Item = (ShapeId, &'m Node, Option<&'m Shape>)> {
    own_applications(model).filter(move |application| application.trait_id.as_str() == id).map(|application| {
        let target = application.member.map_or(Some(application.shape), |member| model.target(member));
        (application.subject(), application.node, target)
    })
}

/// The operations of the user's sources with their input structure.
fn own_operations(model: &Model) -> impl Iterator<Item = (&Shape, &crate::model::Operation)> {
    own_shapes(model).filter_map(|shape| match &shape.kind {
        Kind::Operation(operation) => Some((shape, &**operation)),
        _ => None,
    })
}

/// The services of the user's sources.
fn own_services(model: &Model) -> impl Iterator<Item = (&Shape, &crate::model::Service)> {
    own_shapes(model).filter_map(|shape| match &shape.kind {
        Kind::Service(service) => Some((shape, &**service)),
        _ => None,
    })
}

/// The shapes of the user's sources with this trait, and its value. A trait
/// that no text names is not defined either: then there is nothing to look for.
fn own_with<'m>(model: &'m Model, trait_id: &'m str) -> impl Iterator<Item = (&'m Shape, &'m Node)> {
    let shapes = model.shapes.contains_key(trait_id).then(|| own_shapes(model));
    shapes.into_iter().flatten().filter_map(move |shape| Some((shape, shape.traits.get(trait_id)?)))
}

/// "`a`, `b`", of many the first and their number: a message is read by people.
fn quoted<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    let mut names = names.into_iter();
    let shown: Vec<String> = names.by_ref().take(MOST_NAMES).map(|name| format!("`{name}`")).collect();
    match names.count() {
        0 => shown.join(", "),
        others => format!("{} and {}", shown.join(", "), plural::counted(others, "other")),
    }
}

/// How many names a message lists.
const MOST_NAMES: usize = 10;

/// "a string", "an operation"
fn with_article(kind: &Kind) -> String {
    article(kind.keyword())
}

/// The keyword of a kind with its article.
pub(crate) fn article(keyword: &str) -> String {
    let article = if keyword.starts_with(['a', 'e', 'i', 'o', 'u']) && keyword != "union" { "an" } else { "a" };
    format!("{article} {keyword}")
}
