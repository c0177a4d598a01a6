//! What the request says of its body; after the headers, which may have it already.

use quote::quote;

use super::Parts;
use crate::ir::{Checksum, Operation};
use crate::sections::text_value::text_value;

pub(super) fn render(operation: &Operation, checksum: &Checksum) -> Parts {
    let (algorithm, header, is_required, is_trailer) = match checksum {
        Checksum::ContentMd5 => {
            return Parts { before_body: quote!(req.content_md5();), ..Parts::default() };
        }
        Checksum::Flexible { algorithm, header, is_required, is_trailer } => {
            (algorithm, header, is_required, *is_trailer)
        }
    };
    let algorithm = match algorithm {
        Some(index) => text_value(operation.input.member(*index)),
        None => quote!(None),
    };
    let header = match header {
        Some(name) => quote!(Some(#name)),
        None => quote!(None),
    };
    let (method, parts) = match is_trailer {
        true => (quote!(streamed_checksum), Parts::named(quote!(StreamedChecksum))),
        false => (quote!(checksum), Parts::default()),
    };
    let before_body = quote! {
        let checksum = rt::behaviour::Checksum {
            algorithm: #algorithm,
            header: #header,
            is_required: #is_required,
        };
        req.#method(checksum, cfg);
    };
    Parts { before_body, uses_config: true, ..parts }
}
