//! The `paginator` module of an operation: where the tokens and the items are;
//! the loop is the runtime's.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::Parts;
use crate::ir::{Items, Operation, Paginator, PathField, Type};
use crate::text;
use crate::words::{self, ident};

pub(super) fn render(operation: &Operation, paginator: &Paginator) -> Parts {
    let module = words::path(&operation.input.path.module);
    let name = ident(&format!("{}Paginator", operation.name));
    let builder = words::builder(&operation.input.path);
    let (input, output) = (words::named(&operation.input.path), words::named(&operation.output.path));
    let error = ident(&format!("{}Error", operation.name));
    let token_field = ident(&paginator.input_token);
    let token = borrowed(&quote!(output), &paginator.output_token);
    let page_size = page_size(paginator);
    let (items_method, items) = match &paginator.items {
        Some(items) => {
            let (method, items) = self::items(operation, items);
            (Some(method), Some(items))
        }
        None => (None, None),
    };
    let (of_operation, path) = (text::name(&operation.name), module.to_string());
    let doc = text::doc(
        "The pages of [`{}`]({}::{}), each asked for when the stream is.",
        &[&of_operation, &text::name(&path), &of_operation],
    );
    let on_fluent_builder = into_paginator(&module, &name);
    let module = quote! {
        #[doc = " Pagination."]
        pub mod paginator {
            #doc
            #[derive(Debug)]
            pub struct #name {
                handle: rt::Handle,
                builder: #builder,
                stop_on_duplicate_token: bool,
            }
            fn next(output: &#output, input: &mut #input) -> rt::paginator::Next {
                rt::paginator::advance(#token, &mut input.#token_field)
            }
            impl #name {
                pub(crate) fn new(handle: rt::Handle, builder: #builder) -> Self {
                    let stop_on_duplicate_token = true;
                    Self { handle, builder, stop_on_duplicate_token }
                }
                #page_size
                #items_method
                #[doc = " Whether a token that comes twice in a row ends the pages, as it does by default."]
                pub fn stop_on_duplicate_token(mut self, stop_on_duplicate_token: bool) -> Self {
                    self.stop_on_duplicate_token = stop_on_duplicate_token;
                    self
                }
                #[doc = " The pages. Nothing is sent before the stream is asked for one."]
                #[inline]
                pub fn send(self) -> rt::paginator::PaginationStream<Result<#output, crate::error::SdkError<#module::#error>>> {
                    let input = self.builder.build();
                    rt::paginator::pages(self.handle, &#module::OPERATION, input, next, self.stop_on_duplicate_token)
                }
            }
            #items
        }
    };
    Parts { module: Some(module), on_fluent_builder, ..Parts::default() }
}

/// The method of the fluent builder.
fn into_paginator(module: &TokenStream, name: &Ident) -> TokenStream {
    quote! {
        #[doc = " Calls the operation for one page after another."]
        pub fn into_paginator(self) -> #module::paginator::#name {
            #module::paginator::#name::new(self.handle, self.inner)
        }
    }
}

fn page_size(paginator: &Paginator) -> Option<TokenStream> {
    let field = ident(paginator.page_size.as_ref()?);
    Some(quote! {
        #[doc = " Sets how many items a page has at most."]
        pub fn page_size(mut self, limit: i32) -> Self {
            self.builder.#field = Some(limit);
            self
        }
    })
}

/// `items()` and the type that it returns.
fn items(operation: &Operation, items: &Items) -> (TokenStream, TokenStream) {
    let module = words::path(&operation.input.path.module);
    let paginator = ident(&format!("{}Paginator", operation.name));
    let name = ident(&format!("{}PaginatorItems", operation.name));
    let error = ident(&format!("{}Error", operation.name));
    let item = match &items.ty {
        Type::List { element, is_sparse, .. } => words::maybe_option(element, *is_sparse),
        Type::Map { key, value, is_sparse, .. } => {
            let (key, value) = (words::ty(key), words::maybe_option(value, *is_sparse));
            quote!((#key, #value))
        }
        other => words::ty(other),
    };
    let taken = taken(&quote!(page), &items.path);
    let method = quote! {
        #[doc = " Gives the items one by one instead of page by page."]
        pub fn items(self) -> #module::paginator::#name {
            #module::paginator::#name(self)
        }
    };
    let doc = text::doc("The items of [`{}`].", &[&text::name(&paginator.to_string())]);
    let ty = quote! {
        #doc
        #[derive(Debug)]
        pub struct #name(#module::paginator::#paginator);
        impl #name {
            #[doc = " The items. Nothing is sent before the stream is asked for one."]
            #[inline]
            pub fn send(self) -> rt::paginator::PaginationStream<Result<#item, crate::error::SdkError<#module::#error>>> {
                rt::paginator::items(self.0.send(), |page| #taken)
            }
        }
    };
    (method, ty)
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
