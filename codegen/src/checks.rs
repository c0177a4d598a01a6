//! In: a resolved model. Out: what the specification forbids in it. One rule a
//! file; a new one is its file and one line in each of the two lists below.
//!
//! Invariant: a rule reads the whole model but reports only on shapes of the
//! user's sources, and never assumes that another rule holds.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt::Display;

use crate::diagnostics::{Audience, Diagnostic, Diagnostics, Severity, Span};
use crate::metadata::Problem;
use crate::model::{Kind, Member, Model, Node, Shape, ShapeId, Traits};
use crate::plural;
use crate::suggest::Suggestions;

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
    enum_members::CHECK,
    mixin_shape::CHECK,
    target::CHECK,
    resource_cycle::CHECK,
    trait_selector::CHECK,
    trait_syntax::CHECK,
    http_uri::CHECK,
    rules_engine::endpoint_bdd::CHECK,
    mqtt::topic_syntax::CHECK,
];

/// The others. Within each list, events of one place come in its order.
const OTHERS: &[Check] = &[
    union::CHECK,
    unit_type::CHECK,
    private_access::CHECK,
    private_mixin_member::CHECK,
    shape_id_conflict::CHECK,
    shape_recursion::CHECK,
    nesting::CHECK,
    resource_lifecycle::CHECK,
    resource_identifier::CHECK,
    resource_identifier_binding::CHECK,
    resource_operation_input_output::CHECK,
    service_bound_resource_operation::CHECK,
    references_trait::CHECK,
    member_should_reference_resource::CHECK,
    default_value_in_update::CHECK,
    service::CHECK,
    single_operation_binding::CHECK,
    single_resource_binding::CHECK,
    operation_input_output_misuse::CHECK,
    operation_input_output_name::CHECK,
    operation_name_ambiguity::CHECK,
    trait_target::CHECK,
    trait_conflict::CHECK,
    trait_value::CHECK,
    trait_breaking_changes::CHECK,
    unstable_trait::CHECK,
    deprecated_trait::CHECK,
    deprecated_shape::CHECK,
    exclusive_structure_member_trait::CHECK,
    enum_shape::CHECK,
    default_trait::CHECK,
    enum_trait::CHECK,
    length_trait::CHECK,
    range_trait::CHECK,
    pattern_trait::CHECK,
    media_type::CHECK,
    json_name::CHECK,
    streaming_trait::CHECK,
    idempotency_token_ignored::CHECK,
    idempotent_trait::CHECK,
    paginated_trait::CHECK,
    request_compression_trait::CHECK,
    examples_trait::CHECK,
    event_payload_trait::CHECK,
    auth_trait::CHECK,
    service_auth_definitions::CHECK,
    http_api_key_auth_trait::CHECK,
    cors_trait::CHECK,
    no_inline_document_support::CHECK,
    host_label_trait::CHECK,
    xml_flattened_trait::CHECK,
    xml_namespace_trait::CHECK,
    http_uri_format::CHECK,
    http_uri_greedy_label::CHECK,
    http_bindings_missing::CHECK,
    http_binding_trait_ignored::CHECK,
    http_method_semantics::CHECK,
    http_response_code_semantics::CHECK,
    http_uri_conflict::CHECK,
    http_label_trait::CHECK,
    http_query_trait::CHECK,
    http_query_params_trait::CHECK,
    http_header_trait::CHECK,
    http_prefix_headers_trait::CHECK,
    http_payload::CHECK,
    trait_validators::CHECK,
    metadata_trait::CHECK,
    typed_metadata::CHECK,
    shape_closure::CHECK,
    suppression_metadata::CHECK,
    waiters::waitable_trait::CHECK,
    waiters::unique_waiter_names::CHECK,
    rules_engine::endpoint_rule_set::CHECK,
    rules_engine::rules_engine_version::CHECK,
    rules_engine::rule_set_uri::CHECK,
    rules_engine::rule_set_auth_schemes::CHECK,
    rules_engine::rule_set_built_in::CHECK,
    rules_engine::rule_set_aws_built_in::CHECK,
    rules_engine::rule_set_param_missing_docs::CHECK,
    rules_engine::rule_set_parameter::CHECK,
    rules_engine::endpoint_tests_trait::CHECK,
    rules_engine::static_context_params_trait::CHECK,
    rules_engine::operation_context_params_trait::CHECK,
    rules_engine::aws_special_case_endpoint::CHECK,
    protocol_tests::http_message_tests::INPUT,
    protocol_tests::http_message_tests::OUTPUT,
    protocol_tests::http_message_tests::ERROR,
    protocol_tests::http_malformed_request_tests::CHECK,
    protocol_tests::unique_protocol_test_case_id::CHECK,
    protocol_tests::event_stream_tests_trait::CHECK,
    protocol_tests::smoke_test_case::CHECK,
    protocol_tests::unique_smoke_test_case_id::CHECK,
    aws::sdk_service_id::CHECK,
    aws::event_source::CHECK,
    aws::cloud_watch_namespace::CHECK,
    aws::arn_trait::CHECK,
    aws::arn_template::CHECK,
    aws::error_rename::CHECK,
    aws::sig_v4_traits::CHECK,
    aws::protocol_http::CHECK,
    aws::protocol_http_payload::CHECK,
    aws::query_error_code::CHECK,
    aws::http_checksum_trait::CHECK,
    aws::client_endpoint_discovery::CHECK,
    aws::service_tagging::CHECK,
    aws::tag_enabled_service::CHECK,
    aws::tag_resource_property_name::CHECK,
    aws::tag_resource_property_type::CHECK,
    aws::taggable_resource::CHECK,
    iam::condition_keys::CHECK,
    iam::condition_key_value_trait::CHECK,
    iam::define_condition_keys_trait::CHECK,
    iam::iam_action::CHECK,
    iam::iam_resource_trait::CHECK,
    iam::iam_resource_trait_conflicting_name::CHECK,
    cloudformation::cfn_mutability_trait::CHECK,
    cloudformation::cfn_resource_trait::CHECK,
    cloudformation::cfn_resource_property::CHECK,
    mqtt::mqtt_topic_label::CHECK,
    mqtt::mqtt_topic_conflict::CHECK,
    apigateway::authorizers_trait::CHECK,
    apigateway::endpoint_configuration::CHECK,
    apigateway::gateway_responses_cors::CHECK,
    // What the model itself asks for, last.
    validators::CHECK,
];

/// A rule, as its file declares it.
pub(crate) struct Check {
    /// The official event id.
    id: &'static str,
    /// For whom an ERROR of the rule is one.
    stops: Stops,
    run: fn(&Model, &mut Report<'_>),
}

/// Whether an ERROR of a rule keeps a client from being generated. It does if
/// the client would be wrong or could not be made; what is only wrong with the
/// model is its author's to know, and a WARNING for whoever generates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stops {
    Always,
    Never,
    /// The rule says with each ERROR for whom it is one.
    Partly,
}

/// Every rule.
#[cfg(any(test, feature = "internals"))]
pub(crate) fn all() -> impl Iterator<Item = &'static Check> {
    FIRST.iter().chain(OTHERS)
}

/// Runs every rule, whatever the others find. Advice on a model that is none,
/// be it that its text could not be read, is held back: it may well be about
/// what is wrong already.
pub(crate) fn check(model: &Model, has_syntax_errors: bool, suggestions: &Suggestions, diagnostics: &mut Diagnostics) {
    let (mut first, mut others) = (Diagnostics::new(), Diagnostics::new());
    FIRST.iter().for_each(|check| check.run(model, &BTreeSet::new(), suggestions, &mut first));
    let refused = first.iter().filter(|event| event.severity == Severity::Error).map(|event| event.span).collect();
    diagnostics.extend(first);
    OTHERS.iter().for_each(|check| check.run(model, &refused, suggestions, &mut others));
    if has_syntax_errors || diagnostics.has_errors() {
        others.retain(|event| event.severity == Severity::Error);
    }
    diagnostics.extend(others);
}

impl Check {
    fn run(&self, model: &Model, refused: &BTreeSet<Span>, suggestions: &Suggestions, diagnostics: &mut Diagnostics) {
        let audience = if self.stops == Stops::Never { Audience::Author } else { Audience::Client };
        (self.run)(model, &mut Report { id: self.id, audience, refused, suggestions, diagnostics });
    }

    /// Runs the rule, whatever the others find.
    #[cfg(feature = "internals")]
    pub(crate) fn run_alone(&self, model: &Model, diagnostics: &mut Diagnostics) {
        self.run(model, &BTreeSet::new(), &Suggestions::default(), diagnostics);
    }

    #[cfg(feature = "internals")]
    pub(crate) fn id(&self) -> &'static str {
        self.id
    }
}

/// Where a rule puts what it finds.
struct Report<'d> {
    id: &'static str,
    /// For whom the ERRORs are, where the rule does not say.
    audience: Audience,
    /// The places of the ERRORs that the first rules found.
    refused: &'d BTreeSet<Span>,
    /// For help lines.
    suggestions: &'d Suggestions,
    diagnostics: &'d mut Diagnostics,
}

impl Report<'_> {
    /// Whether one of the first rules refuses what is at this place.
    fn is_refused(&self, place: Span) -> bool {
        self.refused.contains(&place)
    }

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
        self.event_as(self.id, severity, shape, span, message)
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
        self.global(id, severity, span, message).shape(shape.to_string())
    }

    /// For what is about no shape.
    fn global(
        &mut self,
        id: impl Into<Cow<'static, str>>,
        severity: Severity,
        span: Span,
        message: impl Into<String>,
    ) -> &mut Diagnostic {
        // Advice is for authors, whoever gives it.
        let audience = if severity == Severity::Error { self.audience } else { Audience::Author };
        self.diagnostics.report(severity, id, span, message).audience(audience)
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

    /// The place of the trait; if it has none of its own, that of what it is on.
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

#[cfg(test)]
mod tests {
    use super::*;

    /// What keeps a client from being generated, for a reader who looks for a
    /// rule that stops too much, or too little. Rules are sorted, each once.
    #[test]
    fn what_stops_a_generator() {
        let decisions: BTreeSet<String> = all().map(|check| format!("{}: {:?}", check.id, check.stops)).collect();
        let decisions: Vec<String> = decisions.into_iter().collect();
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path("checks");
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!("stops", decisions.join("\n")));
    }
}
