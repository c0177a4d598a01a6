//! In: nothing. Out: the status of one query, if there are credentials and a network.
//! Why: the small program whose build time and size are compared. It is not run.

use cleanrooms::config::{BehaviorVersion, Credentials, Region};
use cleanrooms::types::{ProtectedQuerySqlParameters, ProtectedQueryType};
use cleanrooms::{Client, Config};
use std::error::Error;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let variable = |name: &str| std::env::var(name).map_err(|_| format!("{name} is not set"));
    let credentials = Credentials::new(
        variable("AWS_ACCESS_KEY_ID")?,
        variable("AWS_SECRET_ACCESS_KEY")?,
        variable("AWS_SESSION_TOKEN").ok(),
        None,
        "environment",
    );
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .credentials_provider(credentials)
        .build();
    let output = Client::from_conf(config)
        .start_protected_query()
        .r#type(ProtectedQueryType::Sql)
        .membership_identifier(variable("MEMBERSHIP")?)
        .sql_parameters(ProtectedQuerySqlParameters::builder().query_string("SELECT 1").build())
        .send()
        .await?;
    println!("{:?}", output.protected_query().map(|query| query.status()));
    Ok(())
}
