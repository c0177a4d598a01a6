//! Keys that are where aws-config reads them itself: the environment, a profile, a process. No
//! client of a service has a part in it, except for `call`.

use super::{Case, HOME};

const PROFILES: &str = "[default]\naws_access_key_id = AKIDOFDEFAULT\naws_secret_access_key = secret of default\n\
    [profile other]\naws_access_key_id = AKIDOFOTHER\naws_secret_access_key = secret of other\n\
    aws_session_token = token of other\naws_account_id = 210987654321\nregion = ap-south-1\n";

pub(super) fn all() -> Vec<Case> {
    let identity = "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">\
        <GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/a</Arn><UserId>AIDA</UserId>\
        <Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>";
    vec![
        Case::chain("environment").keys(),
        Case::chain("environment with a token").keys().env("AWS_SESSION_TOKEN", "token of env"),
        Case::chain("environment with an account").keys().env("AWS_ACCOUNT_ID", "123456789012"),
        Case::chain("environment without a secret").env("AWS_ACCESS_KEY_ID", "AKIDOFENV"),
        Case::chain("nothing"),
        Case::chain("profile").config(PROFILES),
        Case::chain("profile of that name").config(PROFILES).env("AWS_PROFILE", "other").without("AWS_REGION"),
        Case::chain("profile that is not there").config(PROFILES).env("AWS_PROFILE", "none"),
        Case::chain("profile without keys").config("[default]\nregion = us-east-1\n"),
        Case::chain("profile that does not parse").config("[default\n"),
        process(
            "process",
            r#"{"Version":1,"AccessKeyId":"AKIDOFPROCESS","SecretAccessKey":"secret","SessionToken":"token","Expiration":"2026-11-28T14:00:00Z","AccountId":"123456789012"}"#,
        ),
        process("process without an end", r#"{"Version":1,"AccessKeyId":"AKIDOFPROCESS","SecretAccessKey":"secret"}"#),
        process("process of another version", r#"{"Version":2,"AccessKeyId":"AKIDOFPROCESS"}"#),
        process("process without JSON", "Not signed in"),
        Case::chain("process that fails").config("[default]\ncredential_process = sh -c 'echo no >&2; exit 3'\n"),
        Case::new("call with keys of the environment", "call").keys().answer(200, identity),
        Case::new("call with keys of a profile", "call")
            .config(PROFILES)
            .env("AWS_PROFILE", "other")
            .without("AWS_REGION")
            .env("AWS_SDK_UA_APP_ID", "my-app")
            .answer(200, identity),
        Case::new("call with an assumed role", "call")
            .config(&format!("[profile last]\nrole_arn = arn:aws:iam::1:role/last\nsource_profile = other\n{PROFILES}"))
            .env("AWS_PROFILE", "last")
            .assume("ASIALAST")
            .answer(200, identity),
        Case::new("call that is refused", "call").keys().refuse(403, "InvalidClientTokenId", "The token is invalid."),
        Case::new("call without credentials", "call"),
    ]
}

fn process(name: &'static str, output: &str) -> Case {
    let config = format!("[default]\ncredential_process = cat {HOME}/output\nregion = us-east-1\n");
    Case::chain(name).config(&config).file("output", output)
}
