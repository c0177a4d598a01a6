//! `@idempotencyToken`: the member of the input that gets a token where the caller set none.

use super::{Call, Definition};
use crate::ir::{Behaviour, Setting, SettingType};
use crate::model::ids;

pub(super) const BEHAVIOUR: Definition = Definition { lower, feature: None, settings: |_| SETTINGS };

const SETTINGS: &[Setting] = &[Setting {
    name: "idempotency_token_provider",
    ty: SettingType::Given("IdempotencyTokenProvider"),
    argument: "provider",
    docs: "the provider of idempotency tokens for inputs that have none",
    more: "",
    returned: "Returns the provider of idempotency tokens.",
}];

fn lower(call: &Call<'_, '_>) -> Option<Behaviour> {
    let mut members = call.operation.input.members.iter();
    let member = members.find(|member| member.has_trait(ids::IDEMPOTENCY_TOKEN))?;
    call.input.index_of(&member.name).map(Behaviour::Idempotency)
}
