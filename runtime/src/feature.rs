//! In: a feature of the SDK that makes calls by itself. Out: the plugin that says so in the
//! user agent of these calls. Exists because paginators and waiters differ in the name only.

use crate::official::{dyn_dispatch_hint, SmithySdkFeature};
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::BeforeSerializationInterceptorContextMut;
use aws_smithy_runtime_api::client::interceptors::{Intercept, SharedInterceptor};
use aws_smithy_runtime_api::client::runtime_components::{RuntimeComponents, RuntimeComponentsBuilder};
use aws_smithy_runtime_api::client::runtime_plugin::{SharedRuntimePlugin, StaticRuntimePlugin};
use aws_smithy_types::config_bag::ConfigBag;

/// The plugin of a feature, and the names by which people know it and its interceptor.
pub(crate) fn plugin(
    name: &'static str,
    interceptor: &'static str,
    feature: fn() -> SmithySdkFeature,
) -> SharedRuntimePlugin {
    let interceptor = SharedInterceptor::permanent(TrackFeature { name: interceptor, feature });
    let components = RuntimeComponentsBuilder::new(name).with_interceptor(interceptor);
    SharedRuntimePlugin::new(StaticRuntimePlugin::new().with_runtime_components(components))
}

#[derive(Debug)]
struct TrackFeature {
    name: &'static str,
    feature: fn() -> SmithySdkFeature,
}

#[dyn_dispatch_hint]
impl Intercept for TrackFeature {
    fn name(&self) -> &'static str {
        self.name
    }

    fn modify_before_serialization(
        &self,
        _: &mut BeforeSerializationInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        cfg.interceptor_state().store_append((self.feature)());
        Ok(())
    }
}
