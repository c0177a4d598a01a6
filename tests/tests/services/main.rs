//! In: clients of services that have specials of their own, and a server on a loopback port.
//! Out: what of these specials arrives there, and what callers see of the answers.

mod dynamodb;
mod glacier;
mod machine_learning;
mod sqs;
mod timestream;

use whitesmith_tests::loopback::{Arrived, Loopback};

type BoxError = Box<dyn std::error::Error + Send + Sync>;
type Checked = Result<(), BoxError>;

/// The settings that all clients of a server have.
macro_rules! config {
    ($module:ident, $server:expr) => {
        ::services::$module::Config::builder()
            .with_test_defaults_v2()
            .check_required_input(true)
            .endpoint_url($server.endpoint_url())
    };
}
use config;

/// The one request that arrived.
fn only(server: &Loopback) -> Result<Arrived, BoxError> {
    let [request] = <[Arrived; 1]>::try_from(server.requests()).map_err(|requests| format!("{requests:?}"))?;
    Ok(request)
}
