//! Pagination: in, an operation and where its tokens are; out, a stream of pages. Exists
//! because a model says of a paginator no more than that.

use crate::client::Handle;
use crate::feature;
use crate::official::SmithySdkFeature;
use crate::op::{Operation, ResponseFuture};
use aws_smithy_async::future::pagination_stream::fn_stream::FnStream;
use aws_smithy_async::future::pagination_stream::TryFlatMap;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::{CreateUnhandledError, SdkError};
use aws_smithy_runtime_api::client::runtime_plugin::SharedRuntimePlugin;
use aws_smithy_types::error::operation::BuildError;
use std::collections::HashMap;
use std::error::Error;
use std::fmt::Debug;
use std::marker::PhantomData;
use std::sync::OnceLock;

pub use aws_smithy_async::future::pagination_stream::PaginationStream;

/// A page, or the error of the call for it.
pub type Page<T, E> = Result<T, SdkError<E, HttpResponse>>;

/// What follows a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// The input now asks for the next page.
    Page,
    /// This was the last one.
    End,
    /// The service gave the token that it was asked with.
    SameToken,
}

/// A pagination token. Nearly always a text; DynamoDB has a map.
pub trait Token: Clone + PartialEq {
    /// An empty token ends the pages as none does.
    fn is_empty(&self) -> bool;
}

impl Token for String {
    fn is_empty(&self) -> bool {
        str::is_empty(self)
    }
}

impl<K: Clone + Eq + std::hash::Hash, V: Clone + PartialEq> Token for HashMap<K, V> {
    fn is_empty(&self) -> bool {
        HashMap::is_empty(self)
    }
}

/// Moves the token of an output to the input of the next call.
pub fn advance<T: Token>(output: Option<&T>, input: &mut Option<T>) -> Next {
    let Some(token) = output.filter(|token| !token.is_empty()) else {
        return Next::End;
    };
    if input.as_ref() == Some(token) {
        return Next::SameToken;
    }
    *input = Some(token.clone());
    Next::Page
}

/// The same where the output says whether there are more pages: a token that is empty is one then.
pub fn advance_if<T: Token>(has_more: bool, output: Option<&T>, input: &mut Option<T>) -> Next {
    match output.filter(|_| has_more) {
        Some(token) if input.as_ref() == Some(token) => Next::SameToken,
        Some(token) => {
            *input = Some(token.clone());
            Next::Page
        }
        None => Next::End,
    }
}

/// What is in the paginator of an operation, whichever it is.
pub struct Paginator<I, T, E> {
    handle: Handle,
    operation: &'static Operation,
    input: Result<I, BuildError>,
    next: fn(&T, &mut I) -> Next,
    stop_on_duplicate_token: bool,
    error: PhantomData<fn() -> E>,
}

impl<I, T, E> Paginator<I, T, E> {
    /// `next` moves the token of a page to the input of the next call.
    pub fn new(
        handle: Handle,
        operation: &'static Operation,
        input: Result<I, BuildError>,
        next: fn(&T, &mut I) -> Next,
    ) -> Self {
        Self { handle, operation, input, next, stop_on_duplicate_token: true, error: PhantomData }
    }

    /// Changes the input of the first call, if there is one.
    pub fn change(mut self, change: impl FnOnce(&mut I)) -> Self {
        if let Ok(input) = &mut self.input {
            change(input);
        }
        self
    }

    /// Whether a token that comes twice in a row ends the pages.
    pub fn stop_on_duplicate_token(self, stop_on_duplicate_token: bool) -> Self {
        Self { stop_on_duplicate_token, ..self }
    }
}

impl<I, T, E> Paginator<I, T, E>
where
    I: Clone + Debug + Send + Sync + 'static,
    T: Debug + Send + Sync + 'static,
    E: Error + CreateUnhandledError + Send + Sync + 'static,
{
    /// The pages of the operation, each requested when the stream is polled for it.
    ///
    /// An error ends the stream; so does a token that comes twice in a row, if
    /// `stop_on_duplicate_token` says so.
    pub fn send(self) -> PaginationStream<Page<T, E>> {
        let Self { handle, operation, input, next, stop_on_duplicate_token, .. } = self;
        PaginationStream::new(FnStream::new(move |pages| {
            Box::pin(async move {
                let mut input = match input.map_err(SdkError::construction_failure) {
                    Ok(input) => input,
                    Err(error) => {
                        // Whoever dropped the stream does not want the error.
                        let _ = pages.send(Err(error)).await;
                        return;
                    }
                };
                loop {
                    let call: ResponseFuture<T, E> = handle.send_with_plugin(operation, input.clone(), plugin());
                    let page = call.await;
                    let next = page.as_ref().map_or(Next::End, |page| next(page, &mut input));
                    let is_last = match next {
                        Next::Page => false,
                        Next::End => true,
                        Next::SameToken => stop_on_duplicate_token,
                    };
                    if pages.send(page).await.is_err() || is_last {
                        return;
                    }
                }
            })
        }))
    }
}

impl<I: Debug, T, E> Debug for Paginator<I, T, E> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut f = f.debug_struct("Paginator");
        f.field("handle", &self.handle).field("input", &self.input);
        f.field("stop_on_duplicate_token", &self.stop_on_duplicate_token).finish_non_exhaustive()
    }
}

/// The items of the pages.
pub fn items<T, E, Items>(
    pages: PaginationStream<Page<T, E>>,
    items: fn(T) -> Items,
) -> PaginationStream<Result<Items::Item, SdkError<E, HttpResponse>>>
where
    T: Send + 'static,
    E: Send + 'static,
    Items: IntoIterator + Send + 'static,
    Items::Item: Send + 'static,
    Items::IntoIter: Send,
{
    TryFlatMap::new(pages).flat_map(items)
}

/// Says in the user agent that a paginator made the call.
fn plugin() -> SharedRuntimePlugin {
    static PLUGIN: OnceLock<SharedRuntimePlugin> = OnceLock::new();
    let (name, interceptor) = ("PaginatorFeatureTrackerRuntimePlugin", "PaginatorFeatureTrackerInterceptor");
    PLUGIN.get_or_init(|| feature::plugin(name, interceptor, || SmithySdkFeature::Paginator)).clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(output: Option<&str>, input: Option<&str>, next: Next, then: Option<&str>) {
        let output = output.map(str::to_owned);
        let mut input = input.map(str::to_owned);
        assert_eq!(advance(output.as_ref(), &mut input), next);
        assert_eq!(input.as_deref(), then);
    }

    #[test]
    fn the_token_moves_on_until_it_is_gone_empty_or_the_same() {
        check(Some("b"), None, Next::Page, Some("b"));
        check(Some("b"), Some("a"), Next::Page, Some("b"));
        check(Some("a"), Some("a"), Next::SameToken, Some("a"));
        check(Some(""), Some("a"), Next::End, Some("a"));
        check(None, Some("a"), Next::End, Some("a"));
    }

    #[test]
    fn a_flag_ends_the_pages_where_there_is_one() {
        let token = |text: &str| Some(text.to_owned());
        let cases = [
            (true, token("b"), token("a"), Next::Page, token("b")),
            (true, token(""), token("a"), Next::Page, token("")),
            (true, token("a"), token("a"), Next::SameToken, token("a")),
            (true, None, token("a"), Next::End, token("a")),
            (false, token("b"), token("a"), Next::End, token("a")),
        ];
        for (has_more, output, mut input, next, then) in cases {
            assert_eq!((advance_if(has_more, output.as_ref(), &mut input), input), (next, then), "{output:?}");
        }
    }

    #[test]
    fn a_map_is_a_token_as_well() {
        let key = HashMap::from([("id".to_owned(), 1)]);
        let mut input = None;
        assert_eq!(advance(Some(&key), &mut input), Next::Page);
        assert_eq!(input, Some(key));
        assert_eq!(advance(Some(&HashMap::new()), &mut input), Next::End);
    }
}
