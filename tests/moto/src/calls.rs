//! In: calls of clients. Out: their outputs or errors, or a reason to stop; what was called.
//! Why: each service makes, counts and judges its calls in the same way.

use std::error::Error;
use std::fmt::Debug;
use std::future::{Future, IntoFuture};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use ::sts::error::{DisplayErrorContext, SdkError};
use ::sts::primitives::DateTime;

/// The result of something that has to hold.
pub(crate) type Checked<T = ()> = Result<T, Box<dyn Error>>;

/// A client of an emitted crate for the server at an address.
#[macro_export]
macro_rules! client {
    // The client of a service that is not AWS's has no region and no credentials.
    (@own $krate:path, $url:expr) => {{
        use $krate as krate;
        krate::Client::from_conf(krate::Config::builder().endpoint_url($url).build())
    }};
    // One that has no credentials.
    (@anonymous $krate:path, $url:expr) => {{
        use $krate as krate;
        krate::Client::from_conf($crate::client!(@config $krate, $url).build())
    }};
    (@config $krate:path, $url:expr) => {{
        use $krate as krate;
        krate::Config::builder()
            .behavior_version(krate::config::BehaviorVersion::latest())
            .region(krate::config::Region::new("eu-west-1"))
            .endpoint_url($url)
    }};
    ($krate:path, $url:expr) => {{
        use $krate as krate;
        let credentials = krate::config::Credentials::new("AKIDEXAMPLE", "secret", None, None, "static");
        krate::Client::from_conf($crate::client!(@config $krate, $url).credentials_provider(credentials).build())
    }};
}

/// How long to wait for what moto does at once.
pub(crate) const MAX_WAIT: Duration = Duration::from_secs(60);

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

    /// The last result of a waiter, which has to be a success.
    pub(crate) async fn waited<P, E: Error>(
        &mut self,
        name: &str,
        wait: impl Future<Output = Result<P, E>>,
    ) -> Checked<P> {
        self.0.push(format!("{name}, waited for"));
        wait.await.map_err(|error| format!("waiting for {name} fails: {}", DisplayErrorContext(error)).into())
    }

    /// The error of a call that the service has to refuse.
    pub(crate) async fn refused<T, E, F>(&mut self, name: &str, call: F) -> Checked<E>
    where
        F: IntoFuture<Output = Result<T, SdkError<E>>>,
        E: Error + 'static,
    {
        self.0.push(format!("{name}, refused"));
        match call.await {
            Ok(_) => Err(format!("{name} should fail").into()),
            Err(SdkError::ServiceError(error)) => Ok(error.into_err()),
            Err(error) => Err(format!("{name} fails in another way: {}", DisplayErrorContext(error)).into()),
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

/// Whether an error is of the variant that its code asks for.
pub(crate) fn is(error: &impl Error, is_variant: bool) -> Checked {
    if is_variant {
        Ok(())
    } else {
        Err(format!("the error is of another variant: {error:?}").into())
    }
}

/// Whether a time is about now, which shows that it was read in the right format.
pub(crate) fn recent(what: &str, time: Option<&DateTime>) -> Checked {
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs_f64();
    match time {
        Some(time) if (time.as_secs_f64() - now).abs() < 36.0 * 3600.0 => Ok(()),
        time => Err(format!("{what} is {time:?}, which is not about now").into()),
    }
}
