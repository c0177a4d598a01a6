//! Files that only list: the modules of operations and shapes, and the public
//! paths of types. One line an entry, sorted, so that a diff shows what came.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Attrs, Client, Owner, Shape, ShapeKind, Union};
use crate::output::{File, Home};
use crate::text;
use crate::words::{self, ident};

/// `operation.rs`.
pub(super) fn operations(client: &Client) -> File {
    let modules = client.operations.iter().map(|operation| {
        let module = ident(&operation.module);
        quote!(pub mod #module;)
    });
    let request_ids = client.service.request_ids.iter().map(|id| {
        let name = ident(id.name());
        match client.service.owner {
            Owner::Aws => quote!(
                pub use whitesmith_runtime::sdk::operation::#name;
            ),
            Owner::Hosted | Owner::Own => quote!(
                pub use whitesmith_runtime::sdk::own::#name;
            ),
        }
    });
    let future = quote!(
        pub use whitesmith_runtime::sdk::operation::ResponseFuture;
    );
    let items = modules.chain(request_ids).chain([future]).collect();
    File {
        docs: text::doc("The operations of this crate: their inputs, outputs, errors and builders.", &[]),
        attributes: &[],
        items,
        home: Home::default(),
    }
}

/// `shapes.rs`.
pub(super) fn shapes(client: &Client) -> File {
    let items = client
        .shapes
        .iter()
        .map(|shape| {
            let module = ident(&shape.module);
            quote!(pub(crate) mod #module;)
        })
        .collect();
    let docs = text::doc("One file per shape of the model; `types` has the public paths.", &[]);
    File { docs, attributes: &[], items, home: Home::default() }
}

/// `types.rs`.
pub(super) fn types(client: &Client) -> File {
    let (errors, types): (Vec<&Shape>, Vec<&Shape>) = client.shapes.iter().partition(|shape| shape.is_error());
    let mut items: Vec<TokenStream> = types.iter().map(|shape| reexport(shape, "")).collect();
    let type_builders = types.iter().filter(|shape| is_structure(shape)).map(|shape| reexport(shape, "Builder"));
    let error_builders = errors.iter().map(|shape| reexport(shape, "Builder"));
    let mut error_types: Vec<(&str, TokenStream)> =
        errors.iter().map(|shape| (shape.module.as_str(), reexport(shape, ""))).collect();
    error_types.extend(client.shapes.iter().filter_map(stream_error));
    error_types.sort_by_key(|(module, _)| *module);
    let errors = error_types.into_iter().map(|(_, item)| item);
    items.push(quote! {
        #[doc = " Builders."]
        pub mod builders {
            #(#type_builders)*
        }
    });
    items.push(quote! {
        #[doc = " Errors of operations."]
        pub mod error {
            #(#errors)*
            #[doc = " Builders."]
            pub mod builders {
                #(#error_builders)*
            }
        }
    });
    File {
        docs: text::doc("Data structures of inputs and outputs.", &[]),
        attributes: &[],
        items,
        home: Home::default(),
    }
}

fn is_structure(shape: &Shape) -> bool {
    matches!(shape.kind, ShapeKind::Structure(_))
}

/// The errors of a stream, which are in the file of its events.
fn stream_error(shape: &Shape) -> Option<(&str, TokenStream)> {
    let ShapeKind::Union(Union { stream: Some(stream), .. }) = &shape.kind else { return None };
    let (module, name) = (ident(&shape.module), ident(&stream.error.name));
    Some((&shape.module, quote!(pub use crate::shapes::#module::#name;)))
}

fn reexport(shape: &Shape, suffix: &str) -> TokenStream {
    let module = ident(&shape.module);
    let name = ident(&format!("{}{suffix}", shape.name()));
    let attrs = match &shape.kind {
        ShapeKind::Structure(structure) => &structure.attrs,
        ShapeKind::Union(union) => &union.attrs,
        ShapeKind::Enum(r#enum) => &r#enum.attrs,
    };
    let allow = words::allow_deprecated(is_deprecated(attrs));
    quote!(#allow pub use crate::shapes::#module::#name;)
}

fn is_deprecated(attrs: &Attrs) -> bool {
    attrs.deprecated.is_some()
}
