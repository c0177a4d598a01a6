//! Messages of a queue: in, those that a call sends or receives, and what the service says of
//! them; out, an error where the MD5 of one is not what the service says (SQS's documentation,
//! "Calculating the MD5 message digest for message attributes").

use super::{Behaviour, Registration};
use crate::official::dyn_dispatch_hint;
use crate::test_client::is_test_client;
use crate::text::hex;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::{
    AfterDeserializationInterceptorContextRef, BeforeSerializationInterceptorContextRef, Input, Output,
};
use aws_smithy_runtime_api::client::interceptors::{Intercept, SharedInterceptor};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::{ConfigBag, Storable, StoreReplace};
use aws_smithy_types::Blob;
use md5::{Digest, Md5};
use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::fmt::{self, Debug, Display, Formatter};

/// The messages in the input, if the call sends some, and in the output.
#[derive(Clone, Copy, Debug)]
pub struct MessageDigests(pub Option<fn(&Input, &mut Messages)>, pub fn(&Output, &mut Messages));

/// Whether messages are not compared. Where nothing is stored they are, but for clients of tests.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DisableMessageDigests(pub(crate) bool);

impl Storable for DisableMessageDigests {
    type Storer = StoreReplace<Self>;
}

/// What a digest is of.
const PARTS: [&str; 3] = ["body", "attributes", "system attributes"];

/// The type of an attribute, and its text or its bytes.
type Attribute<'v> = (&'v str, Option<&'v str>, Option<&'v Blob>);

/// The messages of a call, by the ids that the call has for them.
#[derive(Clone, Default)]
pub struct Messages(BTreeMap<String, Message>);

/// One message: its digests in the order of [`PARTS`], and what the service says they are.
#[derive(Clone, Default)]
pub struct Message {
    actual: [Option<String>; 3],
    said: [Option<String>; 3],
}

impl Messages {
    /// The message with this id.
    pub fn message(&mut self, id: &str) -> &mut Message {
        self.0.entry(id.to_owned()).or_default()
    }

    /// Another message, of a call that has no ids for them.
    #[allow(clippy::should_implement_trait)] // They are made, and not found.
    pub fn next(&mut self) -> &mut Message {
        let number = self.0.len();
        self.message(&number.to_string())
    }

    fn check(&self) -> Result<(), Mismatch> {
        for message in self.0.values() {
            for (part, (actual, said)) in PARTS.into_iter().zip(message.actual.iter().zip(&message.said)) {
                if let (Some(actual), Some(said)) = (actual, said) {
                    if !actual.eq_ignore_ascii_case(said) {
                        return Err(Mismatch { part, actual: actual.clone(), said: said.clone() });
                    }
                }
            }
        }
        Ok(())
    }
}

impl Message {
    /// The text of the message.
    pub fn body<'v>(&mut self, body: impl Into<Option<&'v str>>) -> &mut Self {
        self.actual[0] = body.into().map(|body| hex(&Md5::digest(body)));
        self
    }

    /// Its attributes; of each, its type and its text or bytes.
    pub fn attributes<K: AsRef<str>, V>(
        &mut self,
        attributes: Option<&HashMap<K, V>>,
        parts: fn(&V) -> Attribute<'_>,
    ) -> &mut Self {
        self.actual[1] = attributes.and_then(|attributes| of_attributes(attributes, parts));
        self
    }

    /// The attributes that the service itself has.
    pub fn system_attributes<K: AsRef<str>, V>(
        &mut self,
        attributes: Option<&HashMap<K, V>>,
        parts: fn(&V) -> Attribute<'_>,
    ) -> &mut Self {
        self.actual[2] = attributes.and_then(|attributes| of_attributes(attributes, parts));
        self
    }

    /// What the service says of the text.
    pub fn md5_of_body<'v>(&mut self, digest: impl Into<Option<&'v str>>) -> &mut Self {
        self.said[0] = digest.into().map(str::to_owned);
        self
    }

    /// What the service says of the attributes.
    pub fn md5_of_attributes<'v>(&mut self, digest: impl Into<Option<&'v str>>) -> &mut Self {
        self.said[1] = digest.into().map(str::to_owned);
        self
    }

    /// What the service says of its own attributes.
    pub fn md5_of_system_attributes<'v>(&mut self, digest: impl Into<Option<&'v str>>) -> &mut Self {
        self.said[2] = digest.into().map(str::to_owned);
        self
    }
}

/// By their names: each text after its length, and before a value what it is. None for what has
/// no digest: no attributes, or one that is neither text nor bytes.
fn of_attributes<K: AsRef<str>, V>(attributes: &HashMap<K, V>, parts: fn(&V) -> Attribute<'_>) -> Option<String> {
    let mut attributes: Vec<(&str, &V)> = attributes.iter().map(|(name, value)| (name.as_ref(), value)).collect();
    attributes.sort_unstable_by_key(|(name, _)| *name);
    let mut digest = Md5::new();
    for (name, value) in &attributes {
        let (ty, text, blob) = parts(value);
        let (kind, bytes) = match (text, blob) {
            (Some(text), _) => (1, text.as_bytes()),
            (None, Some(blob)) => (2, blob.as_ref()),
            (None, None) => return None,
        };
        update(&mut digest, name.as_bytes())?;
        update(&mut digest, ty.as_bytes())?;
        digest.update([kind]);
        update(&mut digest, bytes)?;
    }
    (!attributes.is_empty()).then(|| hex(&digest.finalize()))
}

fn update(digest: &mut Md5, bytes: &[u8]) -> Option<()> {
    digest.update(u32::try_from(bytes.len()).ok()?.to_be_bytes());
    digest.update(bytes);
    Some(())
}

impl Debug for Messages {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Messages").field("len", &self.0.len()).finish_non_exhaustive()
    }
}

impl Debug for Message {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Message").finish_non_exhaustive()
    }
}

impl Storable for Messages {
    type Storer = StoreReplace<Self>;
}

impl Behaviour for MessageDigests {
    fn register(&'static self, plugin: &mut Registration) {
        plugin.components.push_interceptor(SharedInterceptor::permanent(*self));
    }
}

#[dyn_dispatch_hint]
impl Intercept for MessageDigests {
    fn name(&self) -> &'static str {
        "MessageDigests"
    }

    fn read_before_serialization(
        &self,
        context: &BeforeSerializationInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let setting = cfg.load::<DisableMessageDigests>();
        if !setting.map_or_else(|| is_test_client(cfg), |setting| setting.0) {
            let mut messages = Messages::default();
            if let Some(sent) = self.0 {
                sent(context.input(), &mut messages);
            }
            cfg.interceptor_state().store_put(messages);
        }
        Ok(())
    }

    fn read_after_deserialization(
        &self,
        context: &AfterDeserializationInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let (Some(messages), Ok(output)) = (cfg.load::<Messages>(), context.output_or_error()) else {
            return Ok(());
        };
        let mut messages = messages.clone();
        (self.1)(output, &mut messages);
        Ok(messages.check()?)
    }
}

/// The client and the service do not have the same message.
#[derive(Debug)]
struct Mismatch {
    part: &'static str,
    actual: String,
    said: String,
}

impl Display for Mismatch {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self { part, actual, said } = self;
        write!(
            f,
            "the service reported the MD5 {said} for the {part} of a message, but the client computed {actual}: "
        )?;
        f.write_str("the message was changed on its way")
    }
}

impl Error for Mismatch {}

#[cfg(test)]
mod tests {
    use super::*;

    type Value = (&'static str, Option<&'static str>, Option<Blob>);

    fn of(attributes: &[(&'static str, Value)]) -> Option<String> {
        let attributes: HashMap<&str, Value> = attributes.iter().cloned().collect();
        of_attributes(&attributes, |(ty, text, blob)| (ty, *text, blob.as_ref()))
    }

    /// By hashlib of Python, from the description of the algorithm.
    #[test]
    fn attributes_are_digested_by_their_names() {
        let city = ("city", ("String", Some("Any City"), None));
        let population = ("population", ("Number", Some("1250800"), None));
        let map = ("map", ("Binary.png", None, Some(Blob::new([0, 1, 255]))));
        let all = of(&[population.clone(), map, city.clone()]);
        assert_eq!(all.as_deref(), Some("94442a45e61e4c9c8a508b555d19d444"));
        assert_eq!(of(&[city.clone(), population.clone()]), of(&[population, city]));
    }

    #[test]
    fn what_has_no_digest_is_not_compared() {
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[("list", ("StringList", None, None))]), None);
    }
}
