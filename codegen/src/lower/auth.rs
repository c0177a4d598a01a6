//! In: the auth traits of a service and of an operation. Out: the schemes to try, in their
//! order (Smithy 2.0, "Authentication traits").

use crate::ir::{ApiKey, AuthScheme};
use crate::model::{ids, Node, Shape};

/// The traits of schemes that clients have, in the order of their ids, which is that of a
/// service without `@auth`.
const SCHEMES: [&str; 5] =
    [ids::SIGV4, ids::SIGV4A, ids::HTTP_API_KEY_AUTH, ids::HTTP_BASIC_AUTH, ids::HTTP_BEARER_AUTH];

/// Schemes that the model names and no client of ours has.
pub(super) type Unsupported<'m> = Vec<&'m str>;

/// The schemes of operations that do not say otherwise.
pub(super) fn of_service(service: &Shape) -> Vec<AuthScheme> {
    options(service, service.traits.get(ids::AUTH), false).0
}

/// The schemes of an operation, where they are others than those of its service.
pub(super) fn of_operation(service: &Shape, operation: &Shape) -> Vec<AuthScheme> {
    let named = operation.traits.get(ids::AUTH).or_else(|| service.traits.get(ids::AUTH));
    options(service, named, operation.has_trait(ids::OPTIONAL_AUTH)).0
}

/// What an operation needs, if it can be called by none of the schemes that there are.
pub(super) fn unsupported<'m>(service: &'m Shape, operation: &'m Shape) -> Unsupported<'m> {
    let named = operation.traits.get(ids::AUTH).or_else(|| service.traits.get(ids::AUTH));
    let (supported, unsupported) = options(service, named, operation.has_trait(ids::OPTIONAL_AUTH));
    if supported.is_empty() {
        unsupported
    } else {
        Vec::new()
    }
}

fn options<'m>(service: &'m Shape, named: Option<&'m Node>, is_optional: bool) -> (Vec<AuthScheme>, Unsupported<'m>) {
    let declared: Vec<&str> = match named.and_then(Node::as_array) {
        Some(named) => named.iter().filter_map(Node::as_str).collect(),
        None => {
            let digest = [ids::HTTP_DIGEST_AUTH];
            SCHEMES.into_iter().chain(digest).filter(|id| service.has_trait(id)).collect()
        }
    };
    let (mut supported, mut unsupported) = (Vec::new(), Vec::new());
    for id in &declared {
        match scheme(service, id) {
            Some(scheme) => supported.push(scheme),
            None => unsupported.push(*id),
        }
    }
    if is_optional || declared.is_empty() {
        supported.push(AuthScheme::None);
    }
    (supported, unsupported)
}

fn scheme(service: &Shape, id: &str) -> Option<AuthScheme> {
    match id {
        ids::SIGV4 => Some(AuthScheme::SigV4),
        ids::SIGV4A => Some(AuthScheme::SigV4a),
        ids::HTTP_BASIC_AUTH => Some(AuthScheme::Basic),
        ids::HTTP_BEARER_AUTH => Some(AuthScheme::Bearer),
        ids::HTTP_API_KEY_AUTH => {
            let node = service.traits.get(id)?;
            let text = |name| node.get(name).and_then(Node::as_str);
            Some(AuthScheme::ApiKey(ApiKey {
                name: text("name")?.into(),
                is_query: text("in") == Some("query"),
                scheme: text("scheme").filter(|scheme| !scheme.is_empty()).map(Into::into),
            }))
        }
        _ => None,
    }
}
