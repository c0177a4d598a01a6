//! The `paginator` module of an operation: where the tokens and the items are;
//! the methods and the loop are the runtime's.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::Parts;
use crate::ir::{Collection, Items, Operation, Paginator, PathField};
use crate::text;
use crate::words::{self, ident};

pub(super) fn render(operation: &Operation, paginator: &Paginator) -> Parts {
    let name = ident(&paginator.name);
    let (input, output) = (words::named(&operation.input.path), words::named(&operation.output.path));
    let error = error(operation);
    let advance = advance(paginator);
    let page_size = page_size(paginator, &name);
    let items = paginator.items.as_ref().map(|items| self::items(operation, &name, items));
    let link = text::name(&operation.name);
    let doc =
        text::doc("Paginator for [`{}`](super::{}); pages are requested as the stream is polled.", &[&link, &link]);
    let on_fluent_builder = into_paginator(&words::path(&operation.input.path.module), &name);
    let allow = words::allow_deprecated(operation.touches_deprecated());
    let module = quote! {
        #[doc = " Pagination."]
        #allow
        pub mod paginator {
            #doc
            #[derive(Debug)]
            pub struct #name(rt::Paginator<#input, #output, #error>);
            rt::paginator!(#name, #input, #output, #error);
            #page_size
            fn next(output: &#output, input: &mut #input) -> rt::paginator::Next {
                #advance
            }
            #items
        }
    };
    Parts { module: Some(module), on_fluent_builder, ..Parts::default() }
}

/// Whether there is another page, and how it is asked for.
fn advance(paginator: &Paginator) -> TokenStream {
    let token = borrowed(&quote!(output), &paginator.output_token);
    let field = ident(&paginator.input_token);
    let Some(more) = &paginator.more else {
        return quote!(rt::paginator::advance(#token, &mut input.#field));
    };
    let flag = ident(&more.field);
    let or_false = more.is_optional.then(|| quote!(.unwrap_or_default()));
    quote!(rt::paginator::advance_if(output.#flag #or_false, #token, &mut input.#field))
}

/// The method of the fluent builder.
fn into_paginator(module: &TokenStream, name: &Ident) -> TokenStream {
    quote! {
        #[doc = " Creates a paginator for this call."]
        pub fn into_paginator(self) -> #module::paginator::#name {
            #module::paginator::#name::new(self.state.handle, self.state.input.build())
        }
    }
}

fn error(operation: &Operation) -> TokenStream {
    let module = words::path(&operation.input.path.module);
    let name = ident(&format!("{}Error", operation.name));
    quote!(#module::#name)
}

fn page_size(paginator: &Paginator, name: &Ident) -> Option<TokenStream> {
    let field = ident(paginator.page_size.as_ref()?);
    Some(quote! {
        impl #name {
            #[doc = " Sets the maximum number of items per page."]
            pub fn page_size(self, limit: i32) -> Self {
                Self(self.0.change(|input| input.#field = Some(limit)))
            }
        }
    })
}

/// The type that `items()` returns, and what it takes out of a page.
fn items(operation: &Operation, paginator: &Ident, items: &Items) -> TokenStream {
    let name = ident(&format!("{paginator}Items"));
    let (output, error) = (words::named(&operation.output.path), error(operation));
    let item = match items.ty.collection() {
        Some(Collection::List { element, is_sparse, .. }) => words::maybe_option(element, is_sparse),
        Some(Collection::Map { key, value, is_sparse, .. }) => {
            let (key, value) = (words::ty(key), words::maybe_option(value, is_sparse));
            quote!((#key, #value))
        }
        None => words::ty(&items.ty),
    };
    let (all, taken) = (words::ty(&items.ty), taken(&quote!(page), &items.path));
    let doc = text::doc("The items of [`{}`].", &[&text::name(&paginator.to_string())]);
    quote! {
        #doc
        #[derive(Debug)]
        pub struct #name(#paginator);
        rt::paginator_items!(#paginator, #name, #error, #item);
        fn items(page: #output) -> #all {
            #taken
        }
    }
}

/// `output.a.as_ref().and_then(|v| v.b.as_ref())`: an option of a reference.
fn borrowed(owner: &TokenStream, path: &[PathField]) -> TokenStream {
    let step = |owner: &TokenStream, field: &PathField| {
        let name = ident(&field.field);
        if field.is_optional {
            quote!(#owner.#name.as_ref())
        } else {
            quote!(Some(&#owner.#name))
        }
    };
    let Some((first, rest)) = path.split_first() else { return quote!(None) };
    rest.iter().fold(step(owner, first), |value, field| {
        let next = step(&quote!(v), field);
        quote!(#value.and_then(|v| #next))
    })
}

/// The same by value, empty where something on the way is missing.
fn taken(owner: &TokenStream, path: &[PathField]) -> TokenStream {
    let Some((first, rest)) = path.split_first() else { return quote!(Default::default()) };
    let name = ident(&first.field);
    let mut value = quote!(#owner.#name);
    let mut is_optional = first.is_optional;
    for field in rest {
        let name = ident(&field.field);
        value = match (is_optional, field.is_optional) {
            (true, true) => quote!(#value.and_then(|v| v.#name)),
            (true, false) => quote!(#value.map(|v| v.#name)),
            (false, _) => quote!(#value.#name),
        };
        is_optional = is_optional || field.is_optional;
    }
    if is_optional {
        quote!(#value.unwrap_or_default())
    } else {
        value
    }
}
