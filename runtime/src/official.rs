//! What the official crates export but hide from their documentation: in, their
//! hidden names; out, the same under one roof. A release of theirs may move any
//! of these without notice, so this is the only file of ours that names them.

use aws_smithy_runtime_api::client::runtime_plugin::SharedRuntimePlugin;
use tracing::field::Value;
use tracing::{Event, Metadata, Span};

#[cfg(feature = "aws")]
pub(crate) use aws_runtime::sdk_feature::AwsSdkFeature;
pub(crate) use aws_smithy_runtime::client::orchestrator::AuthSchemeAndEndpointOrchestrationV2;
pub(crate) use aws_smithy_runtime::client::sdk_feature::SmithySdkFeature;
pub(crate) use aws_smithy_runtime_api::client::interceptors::dyn_dispatch_hint;

/// The plugin that makes the `noAuth` scheme known without choosing it.
///
/// Its successor also brings a scheme resolver, which would turn signing off.
#[allow(deprecated)]
pub(crate) fn no_auth_plugin() -> SharedRuntimePlugin {
    use aws_smithy_runtime::client::auth::no_auth::NoAuthRuntimePlugin;
    SharedRuntimePlugin::new(NoAuthRuntimePlugin::new())
}

/// An event of `metadata` with a value for its one field.
pub(crate) fn event(metadata: &'static Metadata<'static>, value: &dyn Value) {
    if let Some(field) = metadata.fields().iter().next() {
        Event::dispatch(metadata, &metadata.fields().value_set(&[(&field, Some(value))]));
    }
}

/// A span of `metadata` with a value for each of its first `N` fields, in order.
pub(crate) fn span<const N: usize>(metadata: &'static Metadata<'static>, values: [&dyn Value; N]) -> Span {
    let mut names = metadata.fields().iter();
    let fields = values.map(|value| (names.next(), value));
    // A value beyond the last field is dropped: it would belong to no name.
    let Some(last) = fields.iter().rev().find_map(|(field, _)| field.clone()) else {
        return Span::none();
    };
    let values =
        fields.each_ref().map(|(field, value)| (field.as_ref().unwrap_or(&last), field.as_ref().map(|_| *value)));
    Span::new(metadata, &metadata.fields().value_set(&values))
}
