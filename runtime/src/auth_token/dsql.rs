//! What the module `auth_token` of a crate for Aurora DSQL shows: in, a cluster; out, a password
//! for its administrator or for another role.

use super::{Call, USUAL_TIME};
use aws_smithy_runtime_api::box_error::BoxError;
use aws_types::sdk_config::SdkConfig;

pub use super::AuthToken;

/// Makes tokens for one cluster.
pub type AuthTokenGenerator = super::AuthTokenGenerator<()>;
/// A cluster, and how tokens for it are signed.
pub type Config = super::Config<()>;
/// Builder for [`Config`].
pub type ConfigBuilder = super::ConfigBuilder<()>;

impl AuthTokenGenerator {
    /// Signs a token for a role that is not the administrator.
    ///
    /// # Errors
    /// There are no credentials, no region or no time source.
    pub async fn db_connect_auth_token(&self, config: &SdkConfig) -> Result<AuthToken, BoxError> {
        self.token_for("DbConnect", config).await
    }

    /// Signs a token for the administrator.
    ///
    /// # Errors
    /// There are no credentials, no region or no time source.
    pub async fn db_connect_admin_auth_token(&self, config: &SdkConfig) -> Result<AuthToken, BoxError> {
        self.token_for("DbConnectAdmin", config).await
    }

    async fn token_for(&self, action: &str, config: &SdkConfig) -> Result<AuthToken, BoxError> {
        let call = Call {
            name: "DSQL",
            service: "dsql",
            region: None,
            address: format!("{}/?Action={action}", self.config.hostname),
            expires_in: self.config.expires_in.unwrap_or(USUAL_TIME),
        };
        self.config.token(config, &call).await
    }
}

impl Config {
    /// Returns a builder.
    pub fn builder() -> ConfigBuilder {
        ConfigBuilder::default()
    }
}

impl ConfigBuilder {
    /// Builds the [`Config`].
    ///
    /// # Errors
    /// The host is not set, or the host is not a name.
    pub fn build(self) -> Result<Config, BoxError> {
        self.with(())
    }
}
