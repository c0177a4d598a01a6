//! In: model.smithy. Out: two clients of it in the build folder, modules of one crate: one
//! whose keys are in a header, and one whose keys are in the query.

use std::error::Error;

use whitesmith_codegen::Sources;

/// The module, and where its service has keys.
const CLIENTS: [(&str, &str); 2] = [
    ("header", "name: \"X-Desk-Key\", in: \"header\", scheme: \"Key\""),
    ("query", "name: \"desk key\", in: \"query\""),
];

fn main() -> Result<(), Box<dyn Error>> {
    for (module, keys) in CLIENTS {
        let mut sources = Sources::new();
        emit::read("model.smithy", &mut sources)?;
        sources.add(format!("{module}.smithy"), service(keys));
        let mut tree = emit::client(&sources, &emit::options("desk"));
        for text in tree.values_mut() {
            *text = text.replace("crate::", &format!("crate::{module}::"));
        }
        emit::write(&tree, &emit::out_dir()?.join(module))?;
    }
    Ok(())
}

fn service(keys: &str) -> String {
    format!(
        "$version: \"2.0\"\nnamespace desk\n@aws.protocols#restJson1\n@httpBearerAuth\n@httpBasicAuth\n\
         @httpApiKeyAuth({keys})\n@auth([httpBearerAuth, httpApiKeyAuth])\n\
         service Desk {{ version: \"1\", operations: [Ask, AskAnybody, AskWithKey, AskWithLogin, AskWithToken, Greet] }}\n"
    )
}
