//! Single sign-on: a token in a file, which SSO OIDC may refresh, and a role that SSO grants for
//! it.

use super::Case;

/// The file for the session `direct`.
const DIRECT: &str = ".aws/sso/cache/24a1733ca8bb0ae45a3ffd1eeddc926b2fc5841f.json";
/// The file for the session `my-sso`.
const SESSION: &str = ".aws/sso/cache/0ad374308c5a4e22f723adf10145eafad7c4031c.json";
/// The file for the address of `PROFILE`.
const LEGACY: &str = ".aws/sso/cache/e8be5486177c5b5392bd9aa76563515b29358e6e.json";

const PROFILE: &str =
    "[default]\nsso_session = my-sso\nsso_account_id = 123456789012\nsso_role_name = a role/with + signs\n\
    [sso-session my-sso]\nsso_region = eu-west-1\nsso_start_url = https://example.awsapps.com/start\n\
    sso_registration_scopes = sso:account:access\n";

const OLD_PROFILE: &str = "[default]\nsso_account_id = 123456789012\nsso_role_name = reader\nsso_region = eu-west-1\n\
    sso_start_url = https://example.awsapps.com/start\n";

const ROLE: &str = r#"{"roleCredentials":{"accessKeyId":"ASIASSO","secretAccessKey":"secret \"of\" sso","sessionToken":"token of sso","expiration":1795870800123}}"#;
const REFRESHED: &str =
    r#"{"accessToken":"refreshed","tokenType":"Bearer","expiresIn":3600,"refreshToken":"next refresh"}"#;

fn token(expires: &str) -> String {
    format!(
        r#"{{"accessToken":"an access token","expiresAt":"{expires}","region":"eu-west-1","startUrl":"https://example.awsapps.com/start"}}"#
    )
}

fn refreshable(expires: &str, registration: &str) -> String {
    format!(
        r#"{{"accessToken":"an access token","expiresAt":"{expires}","refreshToken":"a refresh token","clientId":"an id","clientSecret":"a secret","registrationExpiresAt":"{registration}"}}"#
    )
}

const LATER: &str = "2026-11-28T14:00:00Z";
const SOON: &str = "2026-11-28T12:04:00Z";
const BEFORE: &str = "2026-11-28T11:00:00Z";

fn session(name: &'static str, file: &str) -> Case {
    Case::chain(name).config(PROFILE).file(SESSION, file)
}

/// A token that is expired and may be refreshed.
fn expired(name: &'static str) -> Case {
    session(name, &refreshable(BEFORE, LATER))
}

pub(super) fn all() -> Vec<Case> {
    resolved().into_iter().chain(refreshed()).chain(refused()).collect()
}

fn resolved() -> Vec<Case> {
    vec![
        session("sso", &token(LATER)).answer(200, ROLE),
        session("sso, asked for twice", &token(LATER)).asked("twice").answer(200, ROLE).answer(200, ROLE),
        session("sso with an expired token", &token(BEFORE)),
        session("sso with a malformed token", "{\"accessToken\":1}"),
        Case::chain("sso without a token").config(PROFILE),
        Case::chain("sso of an address").config(OLD_PROFILE).file(LEGACY, &token(LATER)).answer(200, ROLE),
        Case::chain("sso of an address without a token").config(OLD_PROFILE),
        Case::chain("sso as a source of a role")
            .config(&format!(
                "{}[profile last]\nrole_arn = arn:aws:iam::1:role/last\nsource_profile = default\n",
                PROFILE
            ))
            .env("AWS_PROFILE", "last")
            .file(SESSION, &token(LATER))
            .answer(200, ROLE)
            .assume("ASIALAST"),
        Case::new("sso token", "token").config(PROFILE).file(SESSION, &token(LATER)),
        Case::new("provider of sso", "sso").file(LEGACY, &token(LATER)).answer(200, ROLE),
        Case::new("provider of an sso session", "sso session").file(DIRECT, &token(LATER)).answer(200, ROLE),
        Case::new("provider of an sso token", "sso token").file(DIRECT, &token(LATER)),
    ]
}

fn refreshed() -> Vec<Case> {
    let direct = |name| Case::new(name, "sso token").file(DIRECT, &refreshable(BEFORE, LATER));
    vec![
        expired("sso, refreshed").answer(200, REFRESHED).answer(200, ROLE),
        session("sso, refreshed before its end", &refreshable(SOON, LATER)).answer(200, REFRESHED).answer(200, ROLE),
        session("sso, not refreshed after its registration", &refreshable(SOON, BEFORE)).answer(200, ROLE),
        expired("sso, refreshed without another refresh")
            .answer(200, r#"{"accessToken":"refreshed","expiresIn":60}"#)
            .answer(200, ROLE),
        expired("sso, refreshed by nothing").answer(200, "{}").answer(200, ROLE),
        expired("sso, refreshed for less than nothing").answer(200, r#"{"accessToken":"refreshed","expiresIn":-60}"#),
        expired("sso, refreshed by HTML").answer(200, "<html></html>").answer(200, ROLE),
        expired("sso, not refreshed for want of a grant")
            .refuse_json(
                400,
                "InvalidGrantException",
                r#"{"error":"invalid_grant","error_description":"Invalid refresh token"}"#,
            )
            .answer(200, ROLE),
        session("sso, refresh failed before its end", &refreshable(SOON, LATER))
            .refuse_json(401, "InvalidClientException", r#"{"error":"invalid_client"}"#)
            .answer(200, ROLE),
        expired("sso, refreshed after a failure")
            .refuse_json(500, "InternalServerException", r#"{"error":"server_error"}"#)
            .answer(200, REFRESHED)
            .answer(200, ROLE),
        direct("sso token, refreshed").answer(200, REFRESHED),
        direct("sso token, refreshed by nothing").answer(200, "{}"),
        Case::new("sso token of a profile, refreshed", "token")
            .config(PROFILE)
            .file(SESSION, &refreshable(BEFORE, LATER))
            .answer(200, REFRESHED),
    ]
}

fn refused() -> Vec<Case> {
    let role = |name| session(name, &token(LATER));
    vec![
        role("sso that is refused").refuse_json(
            401,
            "UnauthorizedException",
            r#"{"message":"Session token not found or invalid"}"#,
        ),
        role("sso that is forbidden").refuse_json(403, "ForbiddenException", r#"{"message":"No access"}"#),
        role("sso for what is not there").refuse_json(404, "ResourceNotFoundException", r#"{"message":"None"}"#),
        role("sso that is invalid").refuse_json(400, "InvalidRequestException:http://a.b/", r#"{"Message":"Invalid"}"#),
        role("sso after throttling").refuse_json(429, "TooManyRequestsException", "{}").answer(200, ROLE),
        role("sso after a failure").answer(500, "").answer(200, ROLE),
        role("sso that always fails").answer(500, "1").answer(500, "2").answer(503, "3"),
        role("sso after a closed connection").hangup().answer(200, ROLE),
        role("sso without a role").answer(200, "{}"),
        role("sso with a null role").answer(200, r#"{"roleCredentials":null}"#),
        role("sso without a key").answer(200, r#"{"roleCredentials":{"secretAccessKey":"a","expiration":1}}"#),
        role("sso without a secret").answer(200, r#"{"roleCredentials":{"accessKeyId":"a","expiration":1}}"#),
        role("sso without an end").answer(200, r#"{"roleCredentials":{"accessKeyId":"a","secretAccessKey":"b"}}"#),
        role("sso with an end in words")
            .answer(200, r#"{"roleCredentials":{"accessKeyId":"a","secretAccessKey":"b","expiration":"soon"}}"#),
        role("sso with an end far away").answer(
            200,
            r#"{"roleCredentials":{"accessKeyId":"a","secretAccessKey":"b","expiration":9223372036854775807}}"#,
        ),
        role("sso with HTML").answer(200, "<html>Sign in</html>"),
        role("sso with half of it").answer(200, &ROLE[..60]),
        role("sso, refused in HTML").answer(403, "<html>Forbidden</html>"),
    ]
}
