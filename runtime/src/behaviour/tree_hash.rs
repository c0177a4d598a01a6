//! Archives of Glacier: in, a body; out, the body in memory, the SHA-256 of it and that of a tree
//! over it in two headers, and a signature that has the former (Glacier's documentation,
//! "Computing checksums").

use super::{Behaviour, Registration};
use crate::official::dyn_dispatch_hint;
use crate::text::hex;
use aws_runtime::auth::SigV4OperationSigningConfig;
use aws_sigv4::http_request::SignableBody;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::{
    BeforeSerializationInterceptorContextMut, BeforeTransmitInterceptorContextMut,
};
use aws_smithy_runtime_api::client::interceptors::{Intercept, SharedInterceptor};
use aws_smithy_runtime_api::client::orchestrator::LoadedRequestBody;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;
use sha2::{Digest, Sha256};

/// A leaf of the tree has so many bytes.
const LEAF: usize = 1024 * 1024;

/// The request has the hash of a tree over its body.
#[derive(Clone, Copy, Debug)]
pub struct TreeHash;

impl Behaviour for TreeHash {
    fn register(&'static self, plugin: &mut Registration) {
        plugin.components.push_interceptor(SharedInterceptor::permanent(*self));
    }
}

#[dyn_dispatch_hint]
impl Intercept for TreeHash {
    fn name(&self) -> &'static str {
        "TreeHash"
    }

    fn modify_before_serialization(
        &self,
        _: &mut BeforeSerializationInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        // The hashes are in headers, and come before the body.
        cfg.interceptor_state().store_put(LoadedRequestBody::Requested);
        Ok(())
    }

    fn modify_before_retry_loop(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let Some(LoadedRequestBody::Loaded(body)) = cfg.load::<LoadedRequestBody>() else {
            return Err("the body is not in memory, so that it has no hash".into());
        };
        let (whole, tree) = (hex(&Sha256::digest(body)), hex(&tree(body)));
        let headers = context.request_mut().headers_mut();
        // What the caller has set stays; the service compares it.
        if !headers.contains_key("x-amz-sha256-tree-hash") {
            headers.try_insert("x-amz-sha256-tree-hash", tree)?;
        }
        if !headers.contains_key("x-amz-content-sha256") {
            headers.try_insert("x-amz-content-sha256", whole.clone())?;
        }
        let config = cfg.load::<SigV4OperationSigningConfig>().ok_or("the operation is not signed by SigV4")?;
        let mut config = config.clone();
        config.signing_options.payload_override = Some(SignableBody::Precomputed(whole));
        cfg.interceptor_state().store_put(config);
        Ok(())
    }
}

type Hash = [u8; 32];

/// The hashes of neighbours are hashed together until there is one; one without a neighbour is
/// taken as it is.
fn tree(body: &[u8]) -> Hash {
    let mut level: Vec<Hash> = body.chunks(LEAF).map(|leaf| Sha256::digest(leaf).into()).collect();
    while level.len() > 1 {
        level = level.chunks(2).map(joined).collect();
    }
    level.pop().unwrap_or_else(|| Sha256::digest(body).into())
}

fn joined(neighbours: &[Hash]) -> Hash {
    match neighbours {
        [alone] => *alone,
        several => Sha256::digest(several.concat()).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Eleven bytes again and again, hashed by hashlib of Python, with a program that for 101 MiB
    /// of them comes to the hash that the AWS CLI has: `3d417484359fc9f5`...
    #[test]
    fn bodies_of_any_length_have_one_hash() {
        let repeated = |length: usize| -> Vec<u8> { b"01245678912".iter().copied().cycle().take(length).collect() };
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(hex(&tree(b"")), empty);
        for (length, expected) in VECTORS {
            assert_eq!(hex(&tree(&repeated(*length))), *expected, "{length}");
        }
    }

    const VECTORS: &[(usize, &str)] = &[
        (1, "5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9"),
        (1_048_575, "7b5ccf059412f35e1ae457ff653cb0d5ab2b914a7280bd02f83c686ba445f1d6"),
        (1_048_576, "dc090c472a470c7a394f42fb93604912f3e19d976c38433a7f19bb0a2c0895cf"),
        (1_048_577, "208d8e2e386b28519016db2b753f88086118eabbab8e7cfce0e9c526da7c8397"),
        (2_097_152, "1245c6b2a574ac4befdbee8ce1a20e76a13706d4d9da2f7393cb6f115abf6847"),
        (3_145_735, "02a2bf7c5973b1fcda14a2c09f31b4a8ec7e16539bddab16b233a56f2896b736"),
        (5_242_880, "d9ea41f489f0c9a9da9b196f935828c67a24c41622b236df76d207b9fc40bae0"),
    ];
}
