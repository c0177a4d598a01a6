//! What the module `auth_token` of a crate for RDS shows: in, a database and its user; out, a
//! password that is valid for 15 minutes at most.

use super::{Call, RESERVED, USUAL_TIME};
use aws_smithy_runtime_api::box_error::BoxError;
use aws_types::region::Region;
use aws_types::sdk_config::SdkConfig;
use percent_encoding::utf8_percent_encode;

pub use super::AuthToken;

/// Makes tokens for the user of one database.
pub type AuthTokenGenerator = super::AuthTokenGenerator<Login>;
/// A database and its user, and how tokens for it are signed.
pub type Config = super::Config<Login>;
/// Builder for [`Config`].
pub type ConfigBuilder = super::ConfigBuilder<LoginBuilder>;

/// Where the user logs in.
#[doc(hidden)]
#[derive(Clone, Debug)]
pub struct Login {
    port: u64,
    username: String,
}

/// The same, as far as it is set.
#[doc(hidden)]
#[derive(Debug, Default)]
pub struct LoginBuilder {
    port: Option<u64>,
    username: Option<String>,
}

impl AuthTokenGenerator {
    /// Signs a token, which is valid for 900 seconds at most. Without a region in either config
    /// it is one for `us-east-1`, as in the official crate.
    ///
    /// # Errors
    /// There are no credentials or no time source.
    pub async fn auth_token(&self, config: &SdkConfig) -> Result<AuthToken, BoxError> {
        let Config { hostname, expires_in, database: Login { port, username }, .. } = &self.config;
        let username = utf8_percent_encode(username, RESERVED);
        let call = Call {
            name: "RDS",
            service: "rds-db",
            region: Some(&Region::from_static("us-east-1")),
            address: format!("{hostname}:{port}/?Action=connect&DBUser={username}"),
            expires_in: expires_in.unwrap_or(USUAL_TIME).min(USUAL_TIME),
        };
        self.config.token(config, &call).await
    }
}

impl Config {
    /// Returns a builder.
    pub fn builder() -> ConfigBuilder {
        ConfigBuilder::default()
    }

    /// Returns the port of the database.
    pub fn port(&self) -> u64 {
        self.database.port
    }

    /// Returns the name of the user.
    pub fn username(&self) -> &str {
        &self.database.username
    }
}

impl ConfigBuilder {
    /// Sets the port of the database. Required.
    pub fn port(mut self, port: u64) -> Self {
        self.database.port = Some(port);
        self
    }

    /// Sets the name of the user. Required.
    pub fn username(mut self, username: impl Into<String>) -> Self {
        self.database.username = Some(username.into());
        self
    }

    /// Builds the [`Config`].
    ///
    /// # Errors
    /// The host, the port or the name of the user is not set, or the host is not a name.
    pub fn build(mut self) -> Result<Config, BoxError> {
        let port = self.database.port.ok_or("a port is required")?;
        let username = self.database.username.take().ok_or("a username is required")?;
        self.with(Login { port, username })
    }
}
