//! In: the traits of a shape or a member. Out: its docs, and whether it is deprecated.

use crate::ir;
use crate::model::{ids, Member, Shape, Traits};
use crate::text::{self, Docs, Line};
use crate::traits;

/// Docs and deprecation of a shape; a shape without docs gets a sentence.
pub(crate) fn attrs(shape: &Shape, otherwise: impl FnOnce() -> Docs) -> ir::Attrs {
    attrs_of(&shape.traits, None, otherwise)
}

/// Docs and deprecation of a member that is called `name` in Rust. `is_escaped` says that
/// this is another name than people expect.
pub(crate) fn attrs_of_member(member: &Member, target: Option<&Traits>, name: &str, is_escaped: bool) -> ir::Attrs {
    let mut is_documented = true;
    let mut attrs = attrs_of(&member.traits, target, || {
        is_documented = false;
        name_in_model(&member.name, name)
    });
    if is_escaped && is_documented {
        attrs.docs.push(text::doc("The model calls it `{}`.", &[&text::name(&member.name)]));
    }
    attrs
}

/// The docs of what has none in the model: rustdoc asks for some.
pub(crate) fn name_in_model(in_model: &str, name: &str) -> Docs {
    if in_model == name {
        text::doc("`{}`.", &[&text::name(name)])
    } else {
        text::doc("`{}` in the model.", &[&text::name(in_model)])
    }
}

/// Docs and deprecation of a member: its own docs, else those of its target.
pub(crate) fn attrs_of(own: &Traits, target: Option<&Traits>, otherwise: impl FnOnce() -> Docs) -> ir::Attrs {
    let text = |id| traits::text(own, id).or_else(|| target.and_then(|target| traits::text(target, id)));
    let mut docs = text(ids::DOCUMENTATION).map(Docs::of_model).unwrap_or_default();
    if docs.is_empty() {
        docs = otherwise();
    }
    if own.get(ids::UNSTABLE).is_some() {
        docs.push(text::doc("This is unstable: it may change or be removed.", &[]));
    }
    if let Some(since) = traits::text(own, ids::SINCE) {
        docs.push(text::sentence("Since {}.", &[&Line::of_model(since)]));
    }
    if let Some(node) = own.get(ids::RECOMMENDED) {
        docs.push(match node.get("reason").and_then(|reason| reason.as_str()) {
            Some(reason) => text::sentence("Setting this is recommended: {}", &[&Line::of_model(reason)]),
            None => text::doc("Setting this is recommended", &[]),
        });
    }
    for (title, url) in own.get(ids::EXTERNAL_DOCUMENTATION).and_then(|node| node.as_object()).unwrap_or_default() {
        if let Some(url) = url.as_str() {
            docs.push(text::doc("{}", &[&Line::link(title, url)]));
        }
    }
    ir::Attrs { docs, deprecated: traits::deprecated::of(own) }
}
