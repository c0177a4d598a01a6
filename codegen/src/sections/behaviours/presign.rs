//! Presigned requests: the method of the builder, which the runtime writes, and what is
//! different in the request.

use quote::quote;

use super::Parts;
use crate::ir::{Operation, Presign};
use crate::sections::query_parameter::query_parameter;
use crate::words::ident;

pub(super) fn render(operation: &Operation, presign: &Presign) -> Parts {
    let fluent = ident(&format!("{}FluentBuilder", operation.name));
    let body = match presign {
        Presign::Unsigned => quote!(Unsigned),
        Presign::Empty => quote!(Empty),
        Presign::Form | Presign::Members(_) => quote!(InQuery),
    };
    let last_before_body = match presign {
        Presign::Unsigned | Presign::Empty | Presign::Form => quote!(req.presigned(cfg);),
        Presign::Members(members) => {
            let queries = members.iter().filter_map(query_parameter);
            quote! {
                if req.presigned_get(cfg) {
                    #(#queries)*
                    return req.empty();
                }
            }
        }
    };
    let in_builders = Some(quote!(rt::presigned_operation!(#fluent, #body);));
    Parts { last_before_body, uses_config: true, in_builders, ..Parts::default() }
}
