//! What a crate has of all waiters: the list of their modules, the trait with a method for
//! each, and what the docs of the crate and of the client say of them.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Client, Waiter};
use crate::output::{File, Home};
use crate::text::{self, Docs, Line};
use crate::words::{self, ident};

/// `waiters.rs`.
pub(super) fn list(client: &Client) -> File {
    let modules = client.waiters().into_iter().map(|(operation, waiter)| {
        let (operation, module) = (ident(&operation.module), ident(&waiter.module));
        quote!(pub use crate::operation::#operation::waiters::#module;)
    });
    let mut docs = text::doc("Supporting types for waiters.", &[]);
    docs.push(text::doc(
        "The trait [`Waiters`](crate::client::Waiters) has a method for each waiter; import it to call them.",
        &[],
    ));
    File { docs, attributes: &[], items: modules.collect(), home: Home::default() }
}

/// The trait, and its impl for the client.
pub(super) fn on_client(client: &Client) -> Vec<TokenStream> {
    let waiters = client.waiters();
    if waiters.is_empty() {
        return Vec::new();
    }
    let declared = waiters.iter().map(|(operation, waiter)| {
        let mut docs = text::doc("Waits for `{}`.", &[&text::name(&waiter.snake)]);
        docs.push(waiter.attrs.docs.summary());
        let call = text::name(operation.method.trim_start_matches("r#"));
        docs.push(text::doc("It calls [`Client::{}`] until then.", &[&call]));
        let deprecated = words::deprecated(waiter.attrs.deprecated.as_ref());
        let (method, builder) = signature(waiter);
        quote!(#docs #deprecated fn #method(&self) -> #builder;)
    });
    let implemented = waiters.iter().map(|(_, waiter)| {
        let (method, builder) = signature(waiter);
        quote! {
            fn #method(&self) -> #builder {
                rt::waiter::builder(&self.handle)
            }
        }
    });
    vec![
        quote! {
            #[doc = " The waiters of the client."]
            #[doc = ""]
            #[doc = " Import this trait to call them."]
            pub trait Waiters {
                #(#declared)*
            }
        },
        quote! {
            impl Waiters for Client {
                #(#implemented)*
            }
        },
    ]
}

/// The name of the method, and what it returns.
fn signature(waiter: &Waiter) -> (TokenStream, TokenStream) {
    let method = ident(&format!("wait_until_{}", waiter.snake));
    let (module, builder) = (ident(&waiter.module), ident(&format!("{}FluentBuilder", waiter.name)));
    (quote!(#method), quote!(crate::waiters::#module::#builder))
}

/// A section of the docs, if there are waiters; `link` is the link to the trait.
pub(super) fn docs(client: &Client, link: &Line) -> Docs {
    let waiters = client.waiters();
    let Some((_, first)) = waiters.first() else { return Docs::default() };
    let mut docs = text::doc("# Waiters", &[]);
    docs.push(text::sentence(
        "The trait {} has methods such as `wait_until_{}`. Import it to call them: each returns a \
         builder with the setters of an operation, whose `wait(max_wait)` calls the operation until \
         a response says that the wait is over.",
        &[link, &text::name(&first.snake)],
    ));
    docs
}
