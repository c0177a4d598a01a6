//! Roles for the token of somebody else's identity provider: requests without a signature.

use super::{assumed, Case, EXPIRY, HOME, USER};

const OPERATION: &str = "AssumeRoleWithWebIdentity";
const TOKEN: &str = "eyJhbGciOiJSUzI1NiJ9.e30.a-b_c+d/e=";

fn of_environment(name: &'static str) -> Case {
    Case::chain(name)
        .file("token", TOKEN)
        .env("AWS_WEB_IDENTITY_TOKEN_FILE", &format!("{HOME}/token"))
        .env("AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/web")
        .env("AWS_ROLE_SESSION_NAME", "web-session")
}

fn of_profile(name: &'static str) -> Case {
    let role = "role_arn = arn:aws:iam::123456789012:role/web\n";
    Case::chain(name)
        .file("token", TOKEN)
        .config(&format!("[default]\n{role}web_identity_token_file = {HOME}/token\nrole_session_name = profile\n"))
}

fn granted(key: &str) -> String {
    let user = format!("<SubjectFromWebIdentityToken>a</SubjectFromWebIdentityToken>{USER}<Audience>b</Audience>");
    assumed(OPERATION, key, &user, EXPIRY)
}

pub(super) fn all() -> Vec<Case> {
    vec![
        of_environment("web identity").answer(200, &granted("ASIAWEB")),
        of_environment("web identity without a name").without("AWS_ROLE_SESSION_NAME").answer(200, &granted("ASIAWEB")),
        of_environment("web identity without a role").without("AWS_ROLE_ARN"),
        of_environment("web identity without a file").env("AWS_WEB_IDENTITY_TOKEN_FILE", &format!("{HOME}/none")),
        of_profile("web identity of a profile").answer(200, &granted("ASIAWEB")),
        Case::chain("web identity as a source")
            .file("token", TOKEN)
            .config(&format!(
                "[default]\nrole_arn = arn:aws:iam::123456789012:role/last\nsource_profile = web\n\
                 [profile web]\nrole_arn = arn:aws:iam::123456789012:role/web\n\
                 web_identity_token_file = {HOME}/token\nrole_session_name = web\n"
            ))
            .answer(200, &granted("ASIAWEB"))
            .assume("ASIALAST"),
        Case::new("provider of a web identity", "web identity")
            .file("token", TOKEN)
            .env("TOKEN_FILE", &format!("{HOME}/token"))
            .answer(200, &granted("ASIAWEB")),
        of_environment("web identity that is not one").refuse(
            400,
            "InvalidIdentityToken",
            "Couldn't retrieve verification key",
        ),
        of_environment("web identity that is expired").refuse(400, "ExpiredTokenException", "Token expired"),
        of_environment("web identity that is refused").refuse(403, "AccessDenied", "Not authorized"),
        of_environment("web identity that the provider rejects").refuse(403, "IDPRejectedClaim", "Rejected"),
        of_environment("web identity after a failure of the provider")
            .refuse(400, "IDPCommunicationError", "try again")
            .answer(200, &granted("ASIASECOND")),
        of_environment("web identity after two failures of the provider")
            .refuse(400, "IDPCommunicationError", "1")
            .refuse(400, "IDPCommunicationError", "2")
            .refuse(400, "IDPCommunicationError", "3"),
        of_environment("web identity after a failure")
            .refuse(500, "InternalFailure", "try again")
            .answer(200, &granted("ASIASECOND")),
        of_environment("web identity, answered by nothing").answer(200, "<AssumeRoleWithWebIdentityResponse/>"),
    ]
}
