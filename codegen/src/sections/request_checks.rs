//! What a test that the model brings says of a request: in, the test; out, a line for each
//! fact. It is apart from the tests because those of streams of events say the same.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::RequestTest;
use crate::text::Text;
use crate::words::ident;

/// What has to be true of the request that was sent.
pub(super) fn render(test: &RequestTest) -> TokenStream {
    let (verb, uri) = (&test.method, &test.uri);
    let host = test.resolved_host.iter().map(|host| quote!(sent.goes_to(#host);));
    let pairs = test.headers.iter().map(|(name, value)| quote!(sent.has_header(#name, #value);));
    let each = |call: &str, values: &[Text]| {
        let call = ident(call);
        values.iter().map(|value| quote!(sent.#call(#value);)).collect::<TokenStream>()
    };
    let query = each("has_query", &test.query);
    let forbidden_query = each("has_no_query", &test.forbidden_query);
    let required_query = each("has_some_query", &test.required_query);
    let forbidden_headers = each("has_no_header", &test.forbidden_headers);
    let required_headers = each("has_some_header", &test.required_headers);
    let body = test.body.iter().map(|body| {
        let (body, media_type) = (body, &test.media_type);
        quote!(sent.has_body(#body, #media_type);)
    });
    quote! {
        sent.is(#verb, #uri);
        #(#host)*
        #query
        #forbidden_query
        #required_query
        #(#pairs)*
        #forbidden_headers
        #required_headers
        #(#body)*
    }
}
