//! In: calls of the client. Out: their outputs or errors, or a reason to stop; what was called.

use s3::error::{DisplayErrorContext, SdkError};
use std::error::Error;
use std::fmt::Debug;
use std::future::IntoFuture;

/// The result of something that has to hold.
pub(crate) type Checked<T = ()> = Result<T, Box<dyn Error>>;

/// What was called so far.
#[derive(Default)]
pub(crate) struct Calls(Vec<String>);

impl Calls {
    /// The output of a call that has to succeed.
    pub(crate) async fn ok<T, E, F>(&mut self, name: &str, call: F) -> Checked<T>
    where
        F: IntoFuture<Output = Result<T, SdkError<E>>>,
        E: Error + 'static,
    {
        self.0.push(name.to_owned());
        call.await.map_err(|error| format!("{name} fails: {}", DisplayErrorContext(error)).into())
    }

    /// The text of the error of a call that has to fail.
    pub(crate) async fn refused<T, E, F>(&mut self, name: &str, call: F) -> Checked<String>
    where
        F: IntoFuture<Output = Result<T, SdkError<E>>>,
        E: Error + 'static,
    {
        self.0.push(format!("{name}, refused"));
        match call.await {
            Ok(_) => Err(format!("{name} should fail").into()),
            Err(error) => Ok(DisplayErrorContext(error).to_string()),
        }
    }

    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn last(&self) -> &str {
        self.0.last().map_or("the start", String::as_str)
    }

    pub(crate) fn list(&self) {
        for call in &self.0 {
            println!("    {call}");
        }
    }
}

/// Whether something is what it has to be.
pub(crate) fn same<A: PartialEq<B> + Debug, B: Debug>(what: &str, is: A, expected: B) -> Checked {
    if is == expected {
        Ok(())
    } else {
        Err(format!("{what} is {is:?} and not {expected:?}").into())
    }
}
