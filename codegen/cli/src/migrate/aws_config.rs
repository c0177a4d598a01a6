//! The operations that `aws-config` calls. It depends on whole clients for them, and a patch
//! gives it small ones. Exists because its source is not in the project.

/// The packages, and what is called of each, in `aws-config` 1.
pub(super) const CALLS: [(&str, &[&str]); 4] = [
    ("aws-sdk-signin", &["CreateOAuth2Token"]),
    ("aws-sdk-sso", &["GetRoleCredentials"]),
    ("aws-sdk-ssooidc", &["CreateToken"]),
    ("aws-sdk-sts", &["AssumeRole", "AssumeRoleWithWebIdentity"]),
];

/// The package.
pub(super) const PACKAGE: &str = "aws-config";
