//! What errors must not keep of a response.

use quote::quote;

use super::Parts;
use crate::ir::Secrets;

pub(super) fn render(secrets: &Secrets) -> Parts {
    let errors = secrets.messages.then(|| quote!(.sensitive_errors()));
    let codes = secrets.codes.then(|| quote!(.sensitive_error_codes()));
    let status = secrets.has_status.then(|| quote!(.sensitive_status()));
    let names = &secrets.headers;
    let headers = (!names.is_empty()).then(|| quote!(.sensitive_headers(&[#(#names),*])));
    let on_operation = quote!(.sensitive_output() #errors #codes #status #headers);
    Parts { on_operation, ..Parts::default() }
}
