//! What STS may answer to AssumeRole but a role: errors, with and without retries, and answers
//! that are malformed.

use super::{assumed, refusal, Case, EXPIRY, USER};

fn role(name: &'static str) -> Case {
    Case::chain(name).config(
        "[default]\nrole_arn = arn:aws:iam::123456789012:role/a\nsource_profile = source\nmfa_serial = arn:mfa\n\
         [profile source]\naws_access_key_id = AKIDOFSOURCE\naws_secret_access_key = secret of source\n",
    )
}

fn provider(name: &'static str) -> Case {
    Case::new(name, "assume role").keys()
}

pub(super) fn all() -> Vec<Case> {
    refused().into_iter().chain(retried()).chain(malformed()).collect()
}

fn refused() -> Vec<Case> {
    vec![
        role("role that is denied").refuse(403, "AccessDenied", "User: a is not authorized to perform: sts:AssumeRole"),
        role("role that needs a second factor").refuse(
            403,
            "AccessDenied",
            "MultiFactorAuthentication failed with invalid MFA one time pass code.",
        ),
        role("role of expired keys").refuse(400, "ExpiredTokenException", "The token is expired &amp; gone."),
        role("role by a policy that is too large").refuse(400, "PackedPolicyTooLarge", "Packed size is 120 %"),
        role("role in a region that is off").refuse(403, "RegionDisabledException", "STS is not activated here"),
        provider("provider that is denied").refuse(403, "AccessDenied", "not authorized"),
        provider("provider in a region that is off").refuse(
            403,
            "RegionDisabledException",
            "STS is not activated here",
        ),
        provider("provider of a malformed policy").refuse(400, "MalformedPolicyDocument", "Syntax errors in policy."),
        provider("provider of a large policy").refuse(400, "PackedPolicyTooLarge", "Packed size is 120 %"),
        provider("provider of expired keys").refuse(403, "ExpiredToken", "The security token is expired"),
        role("refusal without a message").answer(
            403,
            "<ErrorResponse><Error><Code>AccessDenied</Code></Error><RequestId>a</RequestId></ErrorResponse>",
        ),
    ]
}

fn retried() -> Vec<Case> {
    vec![
        role("role after two failures")
            .refuse(500, "InternalFailure", "try again")
            .refuse(503, "ServiceUnavailable", "try again")
            .assume("ASIATHIRD"),
        role("role that always fails").refuse(500, "InternalFailure", "1").refuse(500, "InternalFailure", "2").refuse(
            500,
            "InternalFailure",
            "3",
        ),
        role("role after throttling").refuse(400, "Throttling", "Rate exceeded").assume("ASIASECOND"),
        role("role after a malformed failure").answer(502, "<html>Bad gateway</html>").assume("ASIASECOND"),
        role("role after a closed connection").hangup().assume("ASIASECOND"),
        role("role behind closed connections").hangup().hangup().hangup(),
        role("role with one attempt").env("AWS_MAX_ATTEMPTS", "1").refuse(500, "InternalFailure", "1"),
        provider("provider that always fails")
            .refuse(500, "InternalFailure", "1")
            .refuse(500, "InternalFailure", "2")
            .refuse(500, "InternalFailure", "3"),
        provider("provider with a request limit").env("AWS_MAX_ATTEMPTS", "1").refuse(400, "RequestLimitExceeded", "1"),
    ]
}

fn malformed() -> Vec<Case> {
    let whole = assumed("AssumeRole", "ASIAROLE", USER, EXPIRY);
    let without = |element: &str| {
        let (start, end) = (whole.find(&format!("<{element}>")), whole.find(&format!("</{element}>")));
        let (start, end) = (start.unwrap_or_default(), end.unwrap_or_default() + element.len() + 3);
        format!("{}{}", &whole[..start], &whole[end..])
    };
    vec![
        role("answer that is HTML").answer(200, "<html><body>Sign in</body></html>"),
        role("answer that is JSON").answer(200, r#"{"AssumeRoleResponse":{}}"#),
        role("answer that is empty").answer(200, ""),
        role("answer that is cut off").answer(200, &whole[..whole.len() / 2]),
        role("answer without credentials").answer(200, &without("Credentials")),
        role("answer without a key").answer(200, &without("AccessKeyId")),
        role("answer without a secret").answer(200, &without("SecretAccessKey")),
        role("answer without a token").answer(200, &without("SessionToken")),
        role("answer without an end").answer(200, &without("Expiration")),
        role("answer with a malformed end").answer(200, &assumed("AssumeRole", "ASIAROLE", USER, "tomorrow")),
        role("answer with a malformed size").answer(200, &whole.replace(">6<", ">six<")),
        role("answer with a user without a name")
            .answer(200, &assumed("AssumeRole", "ASIAROLE", "<AssumedRoleUser></AssumedRoleUser>", EXPIRY)),
        role("answer with a malformed name").answer(200, &whole.replace("arn:aws:sts::123456789012:", "arn:")),
        role("answer with elements that are unknown")
            .answer(200, &whole.replace("<Credentials>", "<New/><Credentials><More>1</More>")),
        role("refusal that is HTML").answer(403, "<html>Forbidden</html>"),
        role("refusal that is empty").answer(403, ""),
        role("refusal that is cut off").answer(403, &refusal("AccessDenied", "no")[..120]),
        provider("answer to a provider that is HTML").answer(200, "<html><body>Sign in</body></html>"),
    ]
}
