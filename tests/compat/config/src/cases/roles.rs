//! Roles that STS grants: by a profile, by chains of profiles, and by the provider itself.

use super::{assumed, Case, EXPIRY, USER};

const SOURCE: &str = "[profile source]\naws_access_key_id = AKIDOFSOURCE\naws_secret_access_key = secret of source\n";

/// Where `[default]` assumes a role with the keys of another profile.
fn of_source(name: &'static str, more: &str) -> Case {
    let role = "role_arn = arn:aws:iam::123456789012:role/a\nsource_profile = source\n";
    Case::chain(name).config(&format!("[default]\n{role}{more}{SOURCE}"))
}

pub(super) fn all() -> Vec<Case> {
    vec![
        of_source("role", "").assume("ASIAROLE"),
        of_source("role with an id and a name", "external_id = an id & more\nrole_session_name = my-session\n")
            .assume("ASIAROLE"),
        of_source("role of another region", "region = eu-west-1\n").without("AWS_REGION").assume("ASIAROLE"),
        of_source("role, asked for twice", "").assume("ASIAFIRST").assume("ASIASECOND").asked("twice"),
        // Not by the chain: it begins with the environment, and would find these keys itself.
        Case::new("role of the environment", "profile")
            .config("[default]\nrole_arn = arn:aws:iam::123456789012:role/a\ncredential_source = Environment\n")
            .keys()
            .assume("ASIAROLE"),
        Case::chain("role of a container")
            .config("[default]\nrole_arn = arn:aws:iam::123456789012:role/a\ncredential_source = EcsContainer\n")
            .env("AWS_CONTAINER_CREDENTIALS_FULL_URI", "{server}/container")
            .answer(200, r#"{"AccessKeyId":"ASIACONTAINER","SecretAccessKey":"secret","Token":"token","Expiration":"2026-11-28T13:30:00Z"}"#)
            .assume("ASIAROLE"),
        Case::chain("roles in a chain")
            .config(&format!(
                "[default]\nrole_arn = arn:aws:iam::333333333333:role/last\nsource_profile = middle\n\
                 [profile middle]\nrole_arn = arn:aws:iam::222222222222:role/middle\nsource_profile = source\n\
                 external_id = of the middle\nrole_session_name = middle\n{SOURCE}"
            ))
            .assume("ASIAMIDDLE")
            .assume("ASIALAST"),
        Case::chain("roles in a circle").config(
            "[default]\nrole_arn = arn:aws:iam::333333333333:role/a\nsource_profile = b\n\
             [profile b]\nrole_arn = arn:aws:iam::333333333333:role/b\nsource_profile = default\n",
        ),
        Case::chain("role without a source").config("[default]\nrole_arn = arn:aws:iam::333333333333:role/a\n"),
        of_source("role without an account", "").answer(200, &assumed("AssumeRole", "ASIAROLE", "", EXPIRY)),
        of_source("role of a partition", "region = cn-north-1\n").without("AWS_REGION").assume("ASIAROLE"),
        of_source("role in the endpoint of the profile", "services = here\n[services here]\nsts =\n  endpoint_url = {server}/path\n")
            .without("AWS_ENDPOINT_URL_STS")
            .assume("ASIAROLE"),
        Case::new("provider of a role", "assume role").keys().assume("ASIADIRECT"),
        Case::new("provider of a role with a token", "assume role")
            .keys()
            .env("AWS_SESSION_TOKEN", "token of env")
            .assume("ASIADIRECT"),
        Case::new("provider of a role of keys", "assume role of keys").assume("ASIADIRECT"),
        Case::new("provider of a role without credentials", "assume role"),
        Case::new("provider of a role without an end", "assume role")
            .keys()
            .answer(200, &assumed("AssumeRole", "ASIADIRECT", USER, "")),
    ]
}
