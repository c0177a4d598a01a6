//! A URI is written in ASCII; whatever else there is, is percent-encoded
//! (Smithy 2.0, "http trait", section "uri"; RFC 3986).

use crate::model::Model;

use super::http_uri::Uri;
use super::{own_operations, Check, Report, Stops};

pub(super) const CHECK: Check = Check { id: "HttpUriFormat", stops: Stops::Always, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (operation, _) in own_operations(model) {
        let Some(uri) = Uri::of(operation) else { continue };
        if let Some(foreign) = uri.text.chars().find(|character| !character.is_ascii()) {
            let message = format!("a URI can only have ASCII characters, not `{foreign}`: `{}`", uri.text);
            let help = format!("uri: \"{}\"", percent_encoded(uri.text));
            report.error(&operation.id, uri.node.span, message).help(help);
        }
    }
}

fn percent_encoded(uri: &str) -> String {
    uri.bytes()
        .map(|byte| if byte.is_ascii() { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}
