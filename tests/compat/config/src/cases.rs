//! In: where the server is. Out: all cases: an environment, the files in its home, what is
//! resolved, and the answers of the server in their order. Why: what differs between cases is
//! data, so that adding one is a few lines.

mod endpoints;
mod keys;
mod metadata;
mod refusals;
mod roles;
mod sso;
mod web_identity;

use crate::server::Answer;

/// In values of variables and in files, the folder that is the home of the case.
pub(crate) const HOME: &str = "{home}";
/// In the same places, the address of the server.
const SERVER: &str = "{server}";

/// One resolution.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    /// What `resolve` is asked for.
    pub(crate) asked: &'static str,
    pub(crate) environment: Vec<(&'static str, String)>,
    pub(crate) files: Vec<(&'static str, String)>,
    pub(crate) answers: Vec<Answer>,
}

/// All cases, for a server at `address`.
pub(crate) fn all(address: &str) -> Vec<Case> {
    let lists = [
        keys::all(),
        roles::all(),
        refusals::all(),
        web_identity::all(),
        sso::all(),
        metadata::all(),
        endpoints::all(),
    ];
    let mut cases: Vec<Case> = lists.into_iter().flatten().collect();
    for case in &mut cases {
        case.environment.iter_mut().for_each(|(_, value)| *value = value.replace(SERVER, address));
        case.files.iter_mut().for_each(|(_, text)| *text = text.replace(SERVER, address));
    }
    cases
}

impl Case {
    /// A case in which only the server of this program can be reached.
    fn new(name: &'static str, asked: &'static str) -> Self {
        Self { name, asked, environment: Vec::new(), files: Vec::new(), answers: Vec::new() }
            .env("AWS_REGION", "us-east-1")
            .env("AWS_EC2_METADATA_DISABLED", "true")
            .env("AWS_ENDPOINT_URL_STS", SERVER)
            .env("AWS_ENDPOINT_URL_SSO", SERVER)
            .env("AWS_ENDPOINT_URL_SSO_OIDC", SERVER)
    }

    /// A case that resolves the default chain.
    fn chain(name: &'static str) -> Self {
        Self::new(name, "chain")
    }

    /// The same, but something else is resolved.
    fn asked(mut self, asked: &'static str) -> Self {
        self.asked = asked;
        self
    }

    fn env(mut self, name: &'static str, value: &str) -> Self {
        self.environment.retain(|(known, _)| *known != name);
        self.environment.push((name, value.to_owned()));
        self
    }

    fn without(mut self, name: &str) -> Self {
        self.environment.retain(|(known, _)| *known != name);
        self
    }

    /// Keys in the environment.
    fn keys(self) -> Self {
        self.env("AWS_ACCESS_KEY_ID", "AKIDOFENV").env("AWS_SECRET_ACCESS_KEY", "secret of env")
    }

    fn file(mut self, name: &'static str, text: &str) -> Self {
        self.files.push((name, text.to_owned()));
        self
    }

    /// The text of `~/.aws/config`.
    fn config(self, text: &str) -> Self {
        self.file(".aws/config", text)
    }

    fn answer(self, status: u16, body: &str) -> Self {
        self.answer_with(status, &[], body)
    }

    fn answer_with(mut self, status: u16, headers: &[(&'static str, &str)], body: &str) -> Self {
        let headers = headers.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        self.answers.push(Answer::Response(status, headers, body.to_owned()));
        self
    }

    /// The connection ends without a response.
    fn hangup(mut self) -> Self {
        self.answers.push(Answer::Hangup);
        self
    }

    /// A refusal of STS, as awsQuery has it.
    fn refuse(self, status: u16, code: &str, message: &str) -> Self {
        let id = [("x-amzn-requestid", "7a62c49f-347e-4fc4-9331-6e8eEXAMPLE")];
        self.answer_with(status, &id, &refusal(code, message))
    }

    /// An assumed role with this key.
    fn assume(self, key: &str) -> Self {
        self.answer(200, &assumed("AssumeRole", key, USER, EXPIRY))
    }

    /// A refusal of SSO or SSO OIDC, as restJson1 has it.
    fn refuse_json(self, status: u16, code: &str, body: &str) -> Self {
        self.answer_with(status, &[("x-amzn-errortype", code), ("content-type", "application/json")], body)
    }
}

const EXPIRY: &str = "2026-11-28T13:00:00.250Z";
const USER: &str = "<AssumedRoleUser><AssumedRoleId>AROAEXAMPLE:session</AssumedRoleId>\
    <Arn>arn:aws:sts::123456789012:assumed-role/example/session</Arn></AssumedRoleUser>";

/// What STS answers to an operation.
fn assumed(operation: &str, key: &str, user: &str, expiry: &str) -> String {
    format!(
        "<{operation}Response xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">\n  <{operation}Result>{user}\n    \
         <Credentials><AccessKeyId>{key}</AccessKeyId><SecretAccessKey>secret &amp; of {key}</SecretAccessKey>\
         <SessionToken>token of {key}==</SessionToken><Expiration>{expiry}</Expiration></Credentials>\n    \
         <PackedPolicySize>6</PackedPolicySize></{operation}Result>\n  <ResponseMetadata>\
         <RequestId>c6104cbe-af31-11e0-8154-cbc7ccf896c7</RequestId></ResponseMetadata></{operation}Response>"
    )
}

fn refusal(code: &str, message: &str) -> String {
    format!(
        "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender</Type>\
         <Code>{code}</Code><Message>{message}</Message></Error>\
         <RequestId>7a62c49f-347e-4fc4-9331-6e8eEXAMPLE</RequestId></ErrorResponse>"
    )
}
