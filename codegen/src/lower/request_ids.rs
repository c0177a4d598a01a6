//! In: the header that somebody chose for the ids of requests. Out: the same as the runtime
//! compares it, or an error. Without a choice the runtime looks at those that most services use.

use super::owner;
use crate::choices::{Choice, Places};
use crate::diagnostics::Diagnostics;
use crate::model::{Model, ShapeId};
use crate::text::Text;
use crate::traits::http;

/// The header in lower case; None if none was chosen, or after an error was reported.
pub(crate) fn header(
    model: &Model,
    service: &ShapeId,
    wanted: Option<&str>,
    places: Option<&Places>,
    diagnostics: &mut Diagnostics,
) -> Option<Text> {
    let (wanted, service) = (wanted?, model.shape(service)?);
    let span = Choice::RequestIdHeader.span(places);
    if !http::is_token(wanted) {
        diagnostics
            .error("Whitesmith.UnusableName", span, format!("`{wanted}` cannot be the name of a header"))
            .help("names of headers are letters, digits and a few signs, among them `-`, as in `x-trace-id`");
        return None;
    }
    if owner::is_aws(service) {
        let message = format!("`{}` is a service of AWS, whose request ids are not in `{wanted}`", service.id);
        diagnostics
            .error("Whitesmith.RequestIdHeader", span, message)
            .help("remove the choice: clients of AWS find the ids where AWS has them");
        return None;
    }
    Some(Text::from(wanted.to_ascii_lowercase()))
}
