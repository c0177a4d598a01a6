//! Settings of an application as a tree of parameters, from pages.

use std::collections::BTreeMap;

use aws_sdk_ssm::operation::get_parameter::GetParameterError;
use aws_sdk_ssm::operation::get_parameters_by_path::GetParametersByPathError;
use aws_sdk_ssm::primitives::{DateTime, DateTimeFormat};
use aws_sdk_ssm::types::{Parameter, ParameterStringFilter, ParameterTier, ParameterType};
use aws_sdk_ssm::Client;
use compat_support::{quick_retries, say, say_error, shared_config, show, Answer, Outcome, Server};

async fn settings(
    client: &Client,
) -> Result<BTreeMap<String, String>, aws_sdk_ssm::error::SdkError<GetParametersByPathError>> {
    let mut settings = BTreeMap::new();
    let mut parameters = client
        .get_parameters_by_path()
        .path("/app/")
        .recursive(true)
        .with_decryption(true)
        .parameter_filters(ParameterStringFilter::builder().key("Type").option("Equals").values("String").build()?)
        .into_paginator()
        .page_size(2)
        .send();
    while let Some(page) = parameters.try_next().await? {
        for parameter in page.parameters.unwrap_or_default() {
            if let (Some(name), Some(value)) = (parameter.name, parameter.value) {
                settings.insert(name, value);
            }
        }
    }
    Ok(settings)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let server = Server::start([
        Answer::ok(
            r#"{"Parameters":[{"Name":"/app/a","Value":"1","Type":"String"},{"Name":"/app/b","Value":"2"}],
                "NextToken":"more"}"#,
        ),
        Answer::new(400, r#"{"__type":"ThrottlingException","message":"Rate exceeded"}"#),
        Answer::ok(r#"{"Parameters":[{"Name":"/app/c","Value":null},{"Name":"/app/d","Value":"4"}]}"#),
        Answer::ok(
            r#"{"Parameter":{"Name":"n","Type":"Secret+","Value":"hidden","Version":3,"ARN":"arn",
                "LastModifiedDate":1.767225600123E9,"DataType":"text","Selector":":3","New":{"a":[1]}}}"#,
        ),
        Answer::new(400, r#"{"__type":"ParameterNotFound"}"#),
        Answer::ok(r#"{"Version":4,"Tier":"Advanced"}"#),
        Answer::ok(r#"{"Parameters":[{"Name":5}]}"#),
        Answer::ok(r#"{"Parameters":[null]}"#),
    ]);
    let config = shared_config().endpoint_url(server.url()).retry_config(quick_retries()).build();
    let client = Client::new(&config);
    show("settings", settings(&client).await?);

    let parameter = client.get_parameter().name("n:3").send().await?.parameter.ok_or("there is one")?;
    show("parameter", &parameter);
    match parameter.r#type() {
        Some(ParameterType::String | ParameterType::SecureString) => say("type", "text"),
        Some(other) => say("type", other.as_str()),
        None => say("type", "none"),
    }
    let modified: Option<&DateTime> = parameter.last_modified_date();
    show("modified", modified.map(|date| date.fmt(DateTimeFormat::DateTime)).transpose()?);
    show("modified, millis", modified.map(|date| date.to_millis()).transpose()?);
    let error = client.get_parameter().name("m").send().await.err().ok_or("there is none")?;
    say_error("missing", &error);
    match error.into_service_error() {
        GetParameterError::ParameterNotFound(error) => show("missing", error),
        error => say_error("other", &error),
    }
    let put = client.put_parameter().name("/app/e").value("5").r#type(ParameterType::String).overwrite(true);
    show("type", put.get_type());
    show("put", put.tier(ParameterTier::IntelligentTiering).send().await?);
    say_error("not text", &settings(&client).await.err().ok_or("a name is a number")?);
    match settings(&client).await {
        Ok(settings) => show("null", settings),
        Err(error) => say_error("null", &error),
    }
    server.say_received("request");
    show("built", Parameter::builder().name("n").value("v").version(1).build());
    Ok(())
}
