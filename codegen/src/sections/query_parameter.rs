//! In: a member that is in the query of a URI. Out: the call that puts it there.

use proc_macro2::TokenStream;
use quote::quote;

use super::text_value::{list, text_list, text_value};
use crate::ir::{Binding, InText, Member, TextKind};
use crate::rt;
use crate::words::ident;

/// None for a member that is elsewhere.
pub(super) fn query_parameter(member: &Member) -> Option<TokenStream> {
    let Binding::Query(name) = &member.binding else { return None };
    let field = ident(&member.field);
    Some(match member.ty.in_text() {
        InText::One(TextKind::Timestamp(format)) => {
            let format = rt::timestamp_format(format);
            quote!(req.query_timestamp(#name, input.#field.as_ref(), #format);)
        }
        InText::Each(TextKind::Timestamp(format)) => {
            let (list, format) = (list(member), rt::timestamp_format(format));
            quote!(req.query_timestamp_list(#name, #list, #format);)
        }
        InText::Each(element) => {
            let list = text_list(member, element);
            quote!(req.query_list(#name, #list);)
        }
        InText::One(_) => {
            let value = text_value(member);
            quote!(req.query(#name, #value);)
        }
    })
}
