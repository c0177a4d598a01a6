//! How an operation begins a session: what the runtime cannot know of its input and output.

use quote::quote;

use super::Parts;
use crate::ir::{MemberIndex, Operation};
use crate::words::{self, ident};

pub(super) fn render(operation: &Operation, bucket: MemberIndex, credentials: MemberIndex) -> Parts {
    let (input, output) = (ident(&operation.input.name), ident(&operation.output.name));
    let bucket = ident(&operation.input.member(bucket).field);
    let credentials = ident(&operation.output.member(credentials).field);
    let allow = words::allow_deprecated(operation.touches_deprecated());
    let item = quote! {
        #allow
        pub(crate) static SESSIONS: rt::Sessions = rt::Sessions {
            operation: &OPERATION,
            bucket: |params| params.get::<crate::config::endpoint::Params>()?.#bucket(),
            input: |bucket| Ok(rt::op::Input::erase(#input::builder().#bucket(bucket).build()?)),
            session: |output| {
                let session = output.downcast_ref::<#output>()?.#credentials()?;
                rt::Session::new(
                    session.access_key_id(),
                    session.secret_access_key(),
                    session.session_token(),
                    session.expiration(),
                )
            },
        };
    };
    Parts { items: vec![item], ..Parts::default() }
}
