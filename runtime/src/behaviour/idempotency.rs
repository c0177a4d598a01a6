//! Idempotency tokens: in, a config; out, the text that a member with the trait
//! `@idempotencyToken` gets when the caller leaves it empty.

use super::{Behaviour, Registration};
use crate::official::dyn_dispatch_hint;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::{BeforeSerializationInterceptorContextMut, Input};
use aws_smithy_runtime_api::client::interceptors::{Intercept, SharedInterceptor};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::{ConfigBag, Storable, StoreReplace};
use fastrand::Rng;
use std::sync::Mutex;

/// The input has an `@idempotencyToken`: the member that holds it. It gets a token unless the
/// caller set it.
#[derive(Clone, Copy, Debug)]
pub struct Idempotency(pub fn(&mut Input) -> Option<&mut Option<String>>);

impl Behaviour for Idempotency {
    fn register(&'static self, plugin: &mut Registration) {
        plugin.components.push_interceptor(SharedInterceptor::permanent(*self));
    }
}

#[dyn_dispatch_hint]
impl Intercept for Idempotency {
    fn name(&self) -> &'static str {
        "IdempotencyTokenInterceptor"
    }

    fn modify_before_serialization(
        &self,
        context: &mut BeforeSerializationInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        if let Some(token) = (self.0)(context.input_mut()) {
            token.get_or_insert_with(|| make_token(cfg));
        }
        Ok(())
    }
}

/// Makes the idempotency tokens of a client's requests.
///
/// The default makes a random UUID for each request; tests set a fixed text.
#[derive(Debug)]
pub struct IdempotencyTokenProvider(Source);

#[derive(Debug)]
enum Source {
    Fixed(&'static str),
    Random(Mutex<Rng>),
}

impl IdempotencyTokenProvider {
    /// A provider of random tokens.
    pub fn random() -> Self {
        Self(Source::Random(Mutex::new(Rng::new())))
    }

    /// A provider whose tokens follow from `seed`.
    pub fn with_seed(seed: u64) -> Self {
        Self(Source::Random(Mutex::new(Rng::with_seed(seed))))
    }

    /// The next token.
    pub fn make_idempotency_token(&self) -> String {
        match &self.0 {
            Source::Fixed(token) => (*token).to_owned(),
            Source::Random(rng) => {
                // No code can panic while it holds the lock, and a random
                // state is as good as any other.
                let mut rng = rng.lock().unwrap_or_else(|poison| poison.into_inner());
                uuid_v4(rng.u128(..))
            }
        }
    }
}

impl From<&'static str> for IdempotencyTokenProvider {
    fn from(token: &'static str) -> Self {
        Self(Source::Fixed(token))
    }
}

impl Clone for IdempotencyTokenProvider {
    fn clone(&self) -> Self {
        match &self.0 {
            Source::Fixed(token) => Self(Source::Fixed(token)),
            Source::Random(rng) => {
                let rng = rng.lock().unwrap_or_else(|poison| poison.into_inner());
                Self(Source::Random(Mutex::new(rng.clone())))
            }
        }
    }
}

impl Storable for IdempotencyTokenProvider {
    type Storer = StoreReplace<Self>;
}

/// A token by the config's provider, or a random one without it.
fn make_token(cfg: &ConfigBag) -> String {
    match cfg.load::<IdempotencyTokenProvider>() {
        Some(provider) => provider.make_idempotency_token(),
        None => uuid_v4(fastrand::u128(..)),
    }
}

/// `bits` as a version 4 UUID (RFC 9562, section 5.4).
fn uuid_v4(bits: u128) -> String {
    let bits = bits & !(0xf << 76) | (0x4 << 76);
    let bits = bits & !(0x3 << 62) | (0x2 << 62);
    let hex = format!("{bits:032x}");
    [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn version_and_variant_are_set_whatever_the_bits() {
        assert_eq!(uuid_v4(0), "00000000-0000-4000-8000-000000000000");
        assert_eq!(uuid_v4(u128::MAX), "ffffffff-ffff-4fff-bfff-ffffffffffff");
    }

    #[test]
    fn a_fixed_provider_repeats_itself_and_a_seeded_one_does_not() {
        let fixed = IdempotencyTokenProvider::from("t");
        assert_eq!(fixed.make_idempotency_token(), "t");
        let seeded = IdempotencyTokenProvider::with_seed(1);
        let first = seeded.make_idempotency_token();
        assert_ne!(first, seeded.make_idempotency_token());
        let again = IdempotencyTokenProvider::with_seed(1);
        assert_eq!(first, again.make_idempotency_token());
    }
}
