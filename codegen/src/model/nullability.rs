//! In: a member of a loaded model. Out: whether it can be absent, in the eyes
//! of the readers that Smithy tells apart (Smithy 2.0, "Structure member
//! optionality"; "Migrating from 1.0"). Exists because `@default` and `@box`
//! say it together, and a model in terms of 2.0 has lost the latter.

use super::{Kind, Member, Model, Number, Shape, Traits, Value};
use crate::model::ids;

/// Who asks whether a member can be absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nullability {
    /// A client, which honours `@input` and `@clientOptional`: a service may
    /// loosen what they mark without breaking it.
    Client,
    /// A client to whom structures and unions can always be absent.
    ClientCareful,
    /// A client that knows the zero values of Smithy 1.0 only.
    ClientZeroValueV1,
    /// As before, without a look at `@input`.
    ClientZeroValueV1NoInput,
    /// A service, which changes together with its model.
    Server,
}

impl Model {
    /// Whether the member of the shape can be absent, or null in a list or map.
    pub fn is_nullable(&self, container: &Shape, member: &Member, reader: Nullability) -> bool {
        match container.kind {
            Kind::Structure => self.is_optional(container, member, reader),
            Kind::Map if member.name == "key" => false,
            Kind::List | Kind::Map => container.has_trait(ids::SPARSE),
            _ => false,
        }
    }

    fn is_optional(&self, container: &Shape, member: &Member, reader: Nullability) -> bool {
        let is_input = container.has_trait(ids::INPUT);
        let is_client_optional = member.has_trait(ids::CLIENT_OPTIONAL);
        match reader {
            Nullability::Server => match member.traits.get(ids::DEFAULT) {
                Some(default) => matches!(default.value, Value::Null),
                None => !member.has_trait(ids::REQUIRED),
            },
            Nullability::Client => {
                is_client_optional || is_input || self.is_optional(container, member, Nullability::Server)
            }
            Nullability::ClientCareful => {
                let target = self.target(member).map(|target| &target.kind);
                matches!(target, Some(Kind::Structure | Kind::Union))
                    || self.is_optional(container, member, Nullability::Client)
            }
            Nullability::ClientZeroValueV1 => {
                is_input || self.is_optional(container, member, Nullability::ClientZeroValueV1NoInput)
            }
            Nullability::ClientZeroValueV1NoInput => {
                is_client_optional || member.has_trait(ids::ADDED_DEFAULT) || !self.is_zero_by_default(member)
            }
        }
    }

    /// Whether Smithy 1.0 would have `@box` on the member or on its target.
    pub fn is_boxed_in_v1(&self, container: &Shape, member: &Member) -> bool {
        let Some(target) = self.target(member).filter(|target| has_zero_in_v1(&target.kind)) else { return false };
        if !has_zero_default(&target.traits, &target.kind) {
            return true;
        }
        let is_marked = match member.traits.get(ids::DEFAULT) {
            Some(default) if matches!(default.value, Value::Null) => true,
            _ => member.has_trait(ids::ADDED_DEFAULT),
        };
        container.kind == Kind::Structure && is_marked && !self.is_zero_by_default(member)
    }

    fn is_zero_by_default(&self, member: &Member) -> bool {
        self.target(member).is_some_and(|target| has_zero_default(&member.traits, &target.kind))
    }
}

/// Whether Smithy 1.0 gives absent values of the kind a zero.
pub(crate) fn has_zero_in_v1(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::Boolean
            | Kind::Byte
            | Kind::Short
            | Kind::Integer
            | Kind::IntEnum
            | Kind::Long
            | Kind::Float
            | Kind::Double
    )
}

/// Whether the default among the traits is the zero that 1.0 gives the kind.
pub(crate) fn has_zero_default(traits: &Traits, kind: &Kind) -> bool {
    let Some(default) = traits.get(ids::DEFAULT).filter(|_| has_zero_in_v1(kind)) else { return false };
    match kind {
        Kind::Boolean => default.as_bool() == Some(false),
        _ => default.as_number().and_then(Number::as_f64) == Some(0.0),
    }
}
