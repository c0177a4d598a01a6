//! Passwords of databases that are signatures: in, a database and credentials; out, the token
//! that its driver sends as a password (RDS: "IAM database authentication"; Aurora DSQL:
//! "Generate authentication tokens"). It is a presigned request that nobody sends, without its
//! `https://`.

pub mod dsql;
pub mod rds;

use crate::endpoint::are_host_labels;
use aws_credential_types::provider::{ProvideCredentials, SharedCredentialsProvider};
use aws_sigv4::http_request::{sign, SignableBody, SignableRequest, SignatureLocation, SigningSettings};
use aws_sigv4::sign::v4;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::identity::Identity;
use aws_types::region::Region;
use aws_types::sdk_config::SdkConfig;
use percent_encoding::{utf8_percent_encode, AsciiSet, NON_ALPHANUMERIC};
use std::fmt::{self, Debug, Display, Formatter};
use std::time::Duration;

/// All but the unreserved characters of RFC 3986.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// How long a token is valid if nothing else is set, in seconds.
const USUAL_TIME: u64 = 900;

/// Makes tokens for one database.
#[derive(Debug)]
pub struct AuthTokenGenerator<D> {
    config: Config<D>,
}

impl<D> AuthTokenGenerator<D> {
    /// Creates one for the database of the config.
    pub fn new(config: Config<D>) -> Self {
        Self { config }
    }
}

/// The password for a database. Its `Debug` does not show it.
#[derive(Clone, PartialEq, Eq)]
pub struct AuthToken {
    token: String,
}

impl AuthToken {
    /// Returns the token.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.token
    }
}

impl Display for AuthToken {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.token)
    }
}

impl Debug for AuthToken {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("AuthToken(** redacted **)")
    }
}

/// A database, and how tokens for it are signed.
#[derive(Clone, Debug)]
pub struct Config<D> {
    credentials: Option<SharedCredentialsProvider>,
    hostname: String,
    region: Option<Region>,
    expires_in: Option<u64>,
    database: D,
}

impl<D> Config<D> {
    /// Returns the credentials that tokens are signed with; None for those of the `SdkConfig`.
    pub fn credentials(&self) -> Option<SharedCredentialsProvider> {
        self.credentials.clone()
    }

    /// Returns the host of the database.
    pub fn hostname(&self) -> &str {
        &self.hostname
    }

    /// Returns the region of the database; None for that of the `SdkConfig`.
    pub fn region(&self) -> Option<&Region> {
        self.region.as_ref()
    }

    /// Returns how long a token is valid, in seconds; None for 900.
    pub fn expires_in(&self) -> Option<u64> {
        self.expires_in
    }

    /// The token for an address below `https://`, which has a query.
    async fn token(&self, config: &SdkConfig, call: &Call<'_>) -> Result<AuthToken, BoxError> {
        let provider = self.credentials().or_else(|| config.credentials_provider());
        let provider = provider.ok_or_else(|| format!("credentials are required to sign a token for {}", call.name))?;
        let identity: Identity = provider.provide_credentials().await?.into();
        let region = self.region().or(config.region()).or(call.region).ok_or("a region is required")?;
        let time = config.time_source().ok_or("a time source is required")?;
        let mut settings = SigningSettings::default();
        settings.expires_in = Some(Duration::from_secs(call.expires_in));
        settings.signature_location = SignatureLocation::QueryParams;
        let params = v4::SigningParams::builder()
            .identity(&identity)
            .region(region.as_ref())
            .name(call.service)
            .time(time.now())
            .settings(settings)
            .build()?;
        let url = format!("https://{}", call.address);
        let request = SignableRequest::new("GET", &url, std::iter::empty(), SignableBody::Bytes(&[]))?;
        let (instructions, _) = sign(request, &params.into())?.into_parts();
        let mut token = call.address.clone();
        for (name, value) in instructions.params() {
            token.push('&');
            token.push_str(name);
            token.push('=');
            token.extend(utf8_percent_encode(value, RESERVED));
        }
        Ok(AuthToken { token })
    }
}

/// The request that a token is.
struct Call<'c> {
    /// What people call the service.
    name: &'c str,
    /// What signatures call it.
    service: &'c str,
    /// The region if nobody has set one.
    region: Option<&'c Region>,
    /// `host/?Action=connect`
    address: String,
    /// In seconds.
    expires_in: u64,
}

/// Builder for [`Config`].
#[derive(Debug, Default)]
pub struct ConfigBuilder<D> {
    credentials: Option<SharedCredentialsProvider>,
    hostname: Option<String>,
    region: Option<Region>,
    expires_in: Option<u64>,
    database: D,
}

impl<D> ConfigBuilder<D> {
    /// Sets the credentials that tokens are signed with. Those of the `SdkConfig` by default.
    pub fn credentials(mut self, credentials: impl ProvideCredentials + 'static) -> Self {
        self.credentials = Some(SharedCredentialsProvider::new(credentials));
        self
    }

    /// Sets the host of the database. Required.
    pub fn hostname(mut self, hostname: impl Into<String>) -> Self {
        self.hostname = Some(hostname.into());
        self
    }

    /// Sets the region of the database. That of the `SdkConfig` by default.
    pub fn region(mut self, region: Region) -> Self {
        self.region = Some(region);
        self
    }

    /// Sets how long a token is valid, in seconds. 900 by default.
    pub fn expires_in(mut self, expires_in: u64) -> Self {
        self.expires_in = Some(expires_in);
        self
    }

    fn with<T>(self, database: T) -> Result<Config<T>, BoxError> {
        if self.hostname.as_deref().is_some_and(|name| !are_host_labels(name)) {
            return Err("the hostname is not the name of a host, which has no port, path or scheme".into());
        }
        Ok(Config {
            credentials: self.credentials,
            hostname: self.hostname.ok_or("a hostname is required")?,
            region: self.region,
            expires_in: self.expires_in,
            database,
        })
    }
}

#[cfg(test)]
mod tests;
