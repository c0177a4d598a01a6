//! The `waiters` module of an operation: for each waiter its public names, its delays and
//! which results end it. The loop, and what all builders of waiters have, are the runtime's.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::Parts;
use crate::ir::query::Message;
use crate::ir::{AcceptorState, ErrorAcceptor, ErrorCheck, Operation, OutputAcceptor, Subject, Waiter};
use crate::sections::queries;
use crate::text::{self, Docs};
use crate::words::{self, ident};

pub(super) fn render(operation: &Operation, waiters: &[Waiter]) -> Parts {
    let module = words::path(&operation.input.path.module);
    let fluent = ident(&format!("{}FluentBuilder", operation.name));
    let alone = ident(&operation.input.builder_name());
    let (input, output) = (words::named(&operation.input.path), words::named(&operation.output.path));
    let error = ident(&format!("{}Error", operation.name));
    let waiters = waiters.iter().map(|waiter| self::waiter(operation, waiter));
    let module = quote! {
        #[doc = " Waiters; `crate::waiters` has their public paths."]
        pub(crate) mod waiters {
            type Input = #input;
            type Output = #output;
            type Error = #module::#error;
            type Builder<W> = #module::builders::#fluent<rt::waiter::Wait<#module::builders::Call, W>>;
            type FinalPoll = rt::waiter::FinalPoll<Output, Error>;
            type WaiterError = rt::waiter::WaiterError<Output, Error>;
            #(#waiters)*
        }
    };
    let in_builders = quote!(rt::waiter_builder!(#fluent, #alone););
    Parts { module: Some(module), in_builders: Some(in_builders), ..Parts::default() }
}

/// The module of a waiter, and what is waited for.
fn waiter(operation: &Operation, waiter: &Waiter) -> TokenStream {
    let module = ident(&waiter.module);
    let snake = text::name(&waiter.snake);
    let doc = text::doc("Supporting types for the `{}` waiter.", &[&snake]);
    let builder = ident(&format!("{}FluentBuilder", waiter.name));
    let final_poll = ident(&format!("{}FinalPoll", waiter.name));
    let error = ident(&format!("WaitUntil{}Error", waiter.name));
    let builder_doc = builder_docs(operation, waiter);
    let final_poll_doc = text::doc("The last result of the `{}` waiter.", &[&snake]);
    let error_doc = text::doc("Error of the `{}` waiter.", &[&snake]);
    let definition = definition(waiter, &module);
    quote! {
        #doc
        pub mod #module {
            #builder_doc
            pub type #builder = super::Builder<Waiter>;
            #final_poll_doc
            pub type #final_poll = super::FinalPoll;
            #error_doc
            pub type #error = super::WaiterError;
            #[doc(hidden)]
            pub enum Waiter {}
        }
        #definition
    }
}

fn builder_docs(operation: &Operation, waiter: &Waiter) -> Docs {
    let call = text::name(operation.method.trim_start_matches("r#"));
    let mut docs = text::doc("Fluent builder for the `{}` waiter.", &[&text::name(&waiter.snake)]);
    docs.push(waiter.attrs.docs.clone());
    docs.push(text::sentence(
        "It has the setters of [`Client::{}`](crate::Client::{}), and `wait` instead of `send`.",
        &[&call, &call],
    ));
    docs
}

fn definition(waiter: &Waiter, module: &Ident) -> TokenStream {
    let (min, max) = (Literal::i64_unsuffixed(waiter.min_delay), Literal::i64_unsuffixed(waiter.max_delay));
    let (on_output, on_error) = (accept_output(waiter), accept_error(waiter));
    quote! {
        impl rt::Waiter<Input, Output, Error> for #module::Waiter {
            const DELAY_SECS: (u64, u64) = (#min, #max);
            #on_output
            #on_error
        }
    }
}

/// What responses mean, if the waiter says anything of them.
fn accept_output(waiter: &Waiter) -> Option<TokenStream> {
    let acceptors = &waiter.outputs;
    if acceptors.tests.is_empty() && acceptors.otherwise.is_none() {
        return None;
    }
    let [input, output] = [(Message::Input, "input"), (Message::Output, "output")].map(|(message, name)| {
        let name = ident(name);
        match waiter.queries().any(|query| query.asks(message)) {
            true => quote!(#name),
            false => quote!(_),
        }
    });
    let allow = words::allow_deprecated(waiter.queries().any(|query| query.touches_deprecated));
    let tests = acceptors.tests.iter().map(subject);
    let otherwise = otherwise(acceptors.otherwise.as_ref());
    Some(quote! {
        #allow
        fn accept_output(#input: &Input, #output: &Output) -> rt::waiter::AcceptorState {
            #(#tests)*
            #otherwise
        }
    })
}

fn subject(subject: &Subject) -> TokenStream {
    let render = match subject.shared {
        Some(_) => queries::render_of_it,
        None => queries::render,
    };
    let tests = subject.acceptors.iter().map(|OutputAcceptor { condition, state }| test(&render(condition), state));
    let shared = subject.shared.as_ref().map(|value| {
        let value = queries::render(value);
        quote!(let it = #value;)
    });
    quote!(#shared #(#tests)*)
}

/// What errors mean, if the waiter says anything of them.
fn accept_error(waiter: &Waiter) -> Option<TokenStream> {
    let acceptors = &waiter.errors;
    if acceptors.tests.is_empty() && acceptors.otherwise.is_none() {
        return None;
    }
    let error = match acceptors.tests.is_empty() {
        true => quote!(_),
        false => quote!(error),
    };
    let tests = acceptors.tests.iter().map(|ErrorAcceptor { checks, state }| {
        let checks = checks.iter().map(check);
        test(&quote!(#(#checks)||*), state)
    });
    let otherwise = otherwise(acceptors.otherwise.as_ref());
    Some(quote! {
        fn accept_error(#error: &Error) -> rt::waiter::AcceptorState {
            #(#tests)*
            #otherwise
        }
    })
}

fn check(check: &ErrorCheck) -> TokenStream {
    match check {
        ErrorCheck::Is(predicate) => {
            let predicate = ident(predicate);
            quote!(error.#predicate())
        }
        ErrorCheck::Code(code) => quote!(error.meta().code() == Some(#code)),
    }
}

fn test(condition: &TokenStream, state: &AcceptorState) -> TokenStream {
    let state = self::state(state);
    quote! {
        if #condition {
            return #state;
        }
    }
}

fn otherwise(state: Option<&AcceptorState>) -> TokenStream {
    state.map_or_else(|| quote!(rt::waiter::AcceptorState::NoAcceptorsMatched), self::state)
}

fn state(state: &AcceptorState) -> TokenStream {
    match state {
        AcceptorState::Success => quote!(rt::waiter::AcceptorState::Success),
        AcceptorState::Failure => quote!(rt::waiter::AcceptorState::Failure),
        AcceptorState::FailureWith(message) => {
            let message = queries::render(message);
            quote!(rt::waiter::failure(#message))
        }
        AcceptorState::Retry => quote!(rt::waiter::AcceptorState::Retry),
    }
}
