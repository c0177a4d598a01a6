//! `@aws.api#service`: how AWS calls the service. Optional for us: a service
//! of one's own goes by its shape's name.

use crate::model::{ids, Node, Shape};

/// The trait's id.
pub(crate) const ID: &str = ids::SERVICE;

/// The typed trait, completed by what its members default to.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct AwsService {
    pub(crate) sdk_id: String,
    pub(crate) endpoint_prefix: String,
}

impl AwsService {
    pub(crate) fn of(service: &Shape) -> Self {
        let node = service.traits.get(ID);
        let text = |key| node.and_then(|node| node.get(key)).and_then(Node::as_str);
        let sdk_id = Self::sdk_id_of(service).unwrap_or(service.id.name()).to_owned();
        let arn_namespace = text("arnNamespace").map_or_else(|| service.id.name().to_lowercase(), str::to_owned);
        let endpoint_prefix = text("endpointPrefix").map_or(arn_namespace, str::to_owned);
        Self { sdk_id, endpoint_prefix }
    }

    /// What AWS calls the service; None for one of somebody else.
    pub(crate) fn sdk_id_of(service: &Shape) -> Option<&str> {
        service.traits.get(ID)?.get("sdkId")?.as_str()
    }
}
