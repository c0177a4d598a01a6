//! Where requests go if nothing names the server: the endpoint rules of STS, SSO and SSO OIDC.
//! These cases have an HTTP client that sends nothing.

use super::{Case, HOME};

const ROLE: &str = "[default]\nrole_arn = arn:aws:iam::123456789012:role/a\nsource_profile = source\n\
    [profile source]\naws_access_key_id = AKIDOFSOURCE\naws_secret_access_key = secret of source\n";
const SSO: &str = "[default]\nsso_account_id = 123456789012\nsso_role_name = reader\nsso_region = eu-west-1\n\
    sso_start_url = https://example.awsapps.com/start\n";
const TOKEN_FILE: &str = ".aws/sso/cache/e8be5486177c5b5392bd9aa76563515b29358e6e.json";
const TOKEN: &str = r#"{"accessToken":"an access token","expiresAt":"2026-11-28T14:00:00Z"}"#;

fn offline(name: &'static str) -> Case {
    let case = Case::new(name, "endpoint").without("AWS_ENDPOINT_URL_STS").without("AWS_ENDPOINT_URL_SSO");
    case.without("AWS_ENDPOINT_URL_SSO_OIDC")
}

fn sts(name: &'static str, region: &str) -> Case {
    offline(name).config(ROLE).env("AWS_REGION", region)
}

pub(super) fn all() -> Vec<Case> {
    let web = |name| {
        let case = offline(name).file("token", "a token").env("AWS_ROLE_ARN", "arn:aws:iam::1:role/web");
        case.env("AWS_WEB_IDENTITY_TOKEN_FILE", &format!("{HOME}/token")).env("AWS_ROLE_SESSION_NAME", "web")
    };
    vec![
        sts("endpoint", "us-west-2"),
        sts("endpoint of the first region", "us-east-1"),
        sts("endpoint of no region in particular", "aws-global"),
        sts("endpoint of China", "cn-northwest-1"),
        sts("endpoint of a government", "us-gov-west-1"),
        sts("endpoint of a region that is unknown", "xx-north-9"),
        sts("endpoint of a region that is malformed", "a b/c"),
        sts("endpoint with FIPS", "us-east-2").env("AWS_USE_FIPS_ENDPOINT", "true"),
        sts("endpoint with two stacks", "us-east-2").env("AWS_USE_DUALSTACK_ENDPOINT", "true"),
        sts("endpoint with FIPS and two stacks", "us-east-2")
            .env("AWS_USE_FIPS_ENDPOINT", "true")
            .env("AWS_USE_DUALSTACK_ENDPOINT", "true"),
        sts("endpoint of all services", "us-east-1").env("AWS_ENDPOINT_URL", "https://example.com:8443/all"),
        sts("endpoint that is ignored", "us-east-1")
            .env("AWS_ENDPOINT_URL", "https://example.com:8443/all")
            .env("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true"),
        sts("endpoint that is malformed", "us-east-1").env("AWS_ENDPOINT_URL_STS", "not a url"),
        offline("endpoint without a region").config(ROLE).without("AWS_REGION"),
        web("endpoint of web identity"),
        web("endpoint of web identity without a region").without("AWS_REGION"),
        offline("endpoint of sso").config(SSO).file(TOKEN_FILE, TOKEN),
        offline("endpoint of sso with FIPS").config(SSO).file(TOKEN_FILE, TOKEN).env("AWS_USE_FIPS_ENDPOINT", "true"),
    ]
}
