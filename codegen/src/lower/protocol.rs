//! In: a service of the whole model, and the requested protocol. Out: the protocol
//! of its client. This is before the model is sliced, because the definitions of
//! traits define which of them are protocols.

use crate::choices::{Choice, Places};
use crate::diagnostics::Diagnostics;
use crate::model::{ids, Model, Shape, ShapeId};
use crate::protocols::{self, Protocol};
use crate::suggest;

const ID: &str = "Whitesmith.UnknownProtocol";

/// The protocol that was asked for, else the first of ours that the service
/// declares; None after an error was reported.
pub(crate) fn choose(
    model: &Model,
    service: &ShapeId,
    wanted: Option<&str>,
    places: Option<&Places>,
    diagnostics: &mut Diagnostics,
) -> Option<&'static dyn Protocol> {
    let service = model.shape(service)?;
    let declared = declared_by(model, service);
    let usable = usable(&declared);
    let is_meant = |id: &str| wanted.is_none_or(|wanted| is_called(id, wanted));
    if let Some(protocol) = usable.iter().find(|protocol| is_meant(protocol.id())) {
        return Some(*protocol);
    }
    let known = protocols::ALL.iter().map(|protocol| protocol.id());
    let chosen = Choice::Protocol.span(places);
    let (span, message) = match (declared.iter().find(|id| is_meant(id)), wanted) {
        (Some(id), _) => {
            let message = format!("service `{}` declares `{id}`, which is not supported yet", service.id);
            (service.traits.place_of(id), message)
        }
        (None, None) => (service.span, format!("service `{}` declares no protocol", service.id)),
        // It is not the model that is wrong.
        (None, Some(wanted)) => match known.clone().find(|id| is_called(id, wanted)) {
            Some(id) => {
                (places.map_or(service.span, |_| chosen), format!("service `{}` does not declare `{id}`", service.id))
            }
            None => (chosen, format!("unknown protocol `{wanted}`")),
        },
    };
    let usable: Vec<&str> = usable.iter().map(|protocol| protocol.id()).collect();
    let supported =
        || format!("supported protocols: {}", suggest::list(&known.collect::<Vec<_>>()).unwrap_or_default());
    let help = Choice::Protocol.help(places, &usable).unwrap_or_else(supported);
    diagnostics.error(ID, span, message).shape(service.id.as_str()).help(help);
    None
}

/// The ids of the protocols that a client can be made for, the preferred first:
/// those of a service's that are known here. Of a model that was not sliced.
#[must_use]
pub fn protocols_of(model: &Model, service: &Shape) -> Vec<&'static str> {
    usable(&declared_by(model, service)).iter().map(|protocol| protocol.id()).collect()
}

fn usable(declared: &[&str]) -> Vec<&'static dyn Protocol> {
    protocols::ALL.iter().copied().filter(|protocol| declared.contains(&protocol.id())).collect()
}

/// The protocols that a service declares, in the order of the text.
fn declared_by<'m>(model: &'m Model, service: &'m Shape) -> Vec<&'m str> {
    let is_protocol =
        |id: &ShapeId| model.shape(id).is_some_and(|definition| definition.has_trait(ids::PROTOCOL_DEFINITION));
    service.traits.iter().map(|(id, _)| id).filter(|id| is_protocol(id)).map(ShapeId::as_str).collect()
}

/// Whether somebody who says `name` means this id: the whole of it, or what
/// comes after the namespace.
fn is_called(id: &str, name: &str) -> bool {
    id == name || id.split_once('#').is_some_and(|(_, own)| own == name)
}
