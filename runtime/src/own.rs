//! Services that are not AWS's: in, their responses and what their clients are called; out,
//! what HTTP and common practice say of retries, ids of requests and user agents, in place of
//! what AWS has of its own.

mod classifier;
mod http_date;
mod request_id;
mod response_facts;
mod retry_after;
mod user_agent;

pub(crate) use classifier::HttpRetryClassifier;
pub use request_id::RequestId;
pub(crate) use request_id::{AWS_REQUEST_ID, REQUEST_ID};
pub(crate) use response_facts::{ResponseFacts, ResponseFactsInterceptor};
pub(crate) use user_agent::UserAgentInterceptor;
