//! In: model.smithy. Out: three clients of it in the build folder, modules of one crate: one
//! whose keys are in a header, one whose keys are in the query, with a header of its own for the
//! ids of requests, and one whose requests are signed for a part of AWS.

use std::error::Error;

use whitesmith_codegen::{Options, Sources};

/// A module of the crate.
struct Client {
    module: &'static str,
    /// Where its service has keys.
    keys: &'static str,
    /// The other schemes of the service, the preferred one first.
    schemes: &'static [&'static str],
    /// The header that was chosen for ids of requests.
    request_id_header: Option<&'static str>,
}

const SIGV4: &str = "aws.auth#sigv4";

const CLIENTS: [Client; 3] = [
    Client {
        module: "header",
        keys: "name: \"X-Desk-Key\", in: \"header\", scheme: \"Key\"",
        schemes: &["httpBearerAuth"],
        request_id_header: None,
    },
    Client {
        module: "query",
        keys: "name: \"desk key\", in: \"query\"",
        schemes: &["httpBearerAuth"],
        request_id_header: Some("X-Trace-Id"),
    },
    Client {
        module: "signed",
        keys: "name: \"X-Desk-Key\", in: \"header\"",
        schemes: &[SIGV4, "httpBearerAuth"],
        request_id_header: None,
    },
];

fn main() -> Result<(), Box<dyn Error>> {
    for client in CLIENTS {
        let module = client.module;
        let mut sources = Sources::new();
        emit::read("model.smithy", &mut sources)?;
        sources.add(format!("{module}.smithy"), service(&client));
        let request_id_header = client.request_id_header.map(str::to_owned);
        let mut tree = emit::client(&sources, &Options { request_id_header, ..emit::options("desk") });
        for text in tree.values_mut() {
            *text = text.replace("crate::", &format!("crate::{module}::"));
        }
        emit::write(&tree, &emit::out_dir()?.join(module))?;
    }
    Ok(())
}

fn service(client: &Client) -> String {
    let Client { keys, schemes, .. } = client;
    let signature = if schemes.contains(&SIGV4) { "@aws.auth#sigv4(name: \"execute-api\")\n" } else { "" };
    let schemes = schemes.join(", ");
    format!(
        "$version: \"2.0\"\nnamespace desk\n@aws.protocols#restJson1\n@httpBearerAuth\n@httpBasicAuth\n\
         {signature}@httpApiKeyAuth({keys})\n@auth([{schemes}, httpApiKeyAuth])\n\
         service Desk {{ version: \"1\", operations: [Ask, AskAnybody, AskWithKey, AskWithLogin, AskWithToken, Greet] }}\n"
    )
}
