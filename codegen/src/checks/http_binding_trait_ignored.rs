//! HTTP bindings have an effect at the top of inputs, outputs and errors, and
//! some of them on one side only (Smithy 2.0, "HTTP bindings").

use crate::diagnostics::Severity;
use crate::model::{ids, Kind, Member, Model, Shape};

use super::relationships::{Role, Use, Uses};
use super::trait_target::short;
use super::{own_shapes, quoted, Check, Report, Stops};

/// Bindings that have an effect in the same places.
struct Group {
    /// The event id below that of the rule.
    id: &'static str,
    traits: &'static [&'static str],
    roles: &'static [Role],
    /// The places in words.
    places: &'static str,
}

/// The first that a member has counts: bindings exclude each other.
const GROUPS: &[Group] = &[
    Group {
        id: "HttpBindingTraitIgnored.Input",
        traits: &[ids::HTTP_LABEL, ids::HTTP_QUERY_PARAMS, ids::HTTP_QUERY],
        roles: &[Role::Input],
        places: "at the top of an input",
    },
    Group {
        id: "HttpBindingTraitIgnored.Output",
        traits: &[ids::HTTP_RESPONSE_CODE],
        roles: &[Role::Output],
        places: "at the top of an output",
    },
    Group {
        id: "HttpBindingTraitIgnored.TopLevel",
        traits: &[ids::HTTP_HEADER, ids::HTTP_PAYLOAD, ids::HTTP_PREFIX_HEADERS],
        roles: &[Role::Input, Role::Output, Role::Error],
        places: "at the top of an input, output or error",
    },
];

pub(super) const CHECK: Check = Check { id: "HttpBindingTraitIgnored", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    let uses = Uses::of_all(model);
    for shape in own_shapes(model) {
        // What a mixin says is looked at where it is mixed in.
        if shape.kind == Kind::Structure && !shape.has_trait(ids::MIXIN) {
            for member in &shape.members {
                check(shape, member, uses.of(&shape.id), report);
            }
        }
    }
}

fn check(shape: &Shape, member: &Member, uses: &[Use<'_>], report: &mut Report<'_>) {
    let found = GROUPS.iter().find_map(|group| {
        let node = |trait_id: &&'static str| Some((group, *trait_id, member.traits.get(trait_id)?));
        group.traits.iter().find_map(node)
    });
    let Some((group, trait_id, node)) = found else { return };
    let ignored = uses.iter().filter(|found| !group.roles.contains(&found.role));
    let users: Vec<String> = ignored.take(MAX_NAMES).map(|found| found.user.id().to_string()).collect();
    if !users.is_empty() {
        let message = format!(
            "`@{}` has an effect only {}, but `{}` is not at that place in {}",
            short(trait_id),
            group.places,
            shape.id,
            quoted(users.iter().map(String::as_str))
        );
        report.event_as(group.id, Severity::Warning, shape.id.with_member(&member.name), node.span, message);
    }
}

/// How many users of a structure a message names.
const MAX_NAMES: usize = 5;
