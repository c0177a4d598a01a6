//! Lambda: restJson1. Labels that need escapes, headers, a payload that is a plain blob.

use ::lambda::operation::create_function::CreateFunctionError;
use ::lambda::primitives::Blob;
use ::lambda::types::{Architecture, Environment, FunctionCode, InvocationType, Runtime, State};
use ::lambda::Client;

use crate::calls::{is, same, Calls, Checked};

const NAME: &str = "walk";

pub(crate) async fn run(client: &Client, iam: &::iam::Client, calls: &mut Calls) -> Checked {
    // A function needs a role that exists.
    let request = iam.create_role().role_name("runner").assume_role_policy_document(crate::iam::POLICY);
    let role = calls.ok("iam CreateRole", request.send()).await?;
    let role = role.role().ok_or("no role")?.arn();

    let create = || {
        let variables = Environment::builder().variables("PET", "dög").variables("EMPTY", "").build();
        let code = FunctionCode::builder().zip_file(Blob::new(*EMPTY_ZIP)).build();
        client
            .create_function()
            .function_name(NAME)
            .runtime(Runtime::Python312)
            .role(role)
            .handler("walk.main")
            .code(code)
            .architectures(Architecture::Arm64)
            .environment(variables)
            .timeout(3)
            .tags("kind", "dog")
    };
    let created = calls.ok("lambda CreateFunction", create().send()).await?;
    same("the state", created.state(), Some(&State::Active))?;
    same("the size", created.code_size(), 22)?;
    let arn = created.function_arn().ok_or("no ARN")?;

    let read = calls.ok("lambda GetFunction", client.get_function().function_name(NAME).send()).await?;
    let configuration = read.configuration().ok_or("no configuration")?;
    let variables = configuration.environment().and_then(|environment| environment.variables());
    same("a variable", variables.and_then(|all| all.get("PET")).map(String::as_str), Some("dög"))?;
    same("the architectures", configuration.architectures(), [Architecture::Arm64])?;

    // The ARN stands in the path, with its colons.
    calls.ok("lambda TagResource", client.tag_resource().resource(arn).tags("a b", "c/d?").send()).await?;
    let tags = calls.ok("lambda ListTags", client.list_tags().resource(arn).send()).await?;
    let tag = tags.tags().and_then(|tags| tags.get("a b"));
    same("the tag", tag.map(String::as_str), Some("c/d?"))?;

    let mut functions = client.list_functions().max_items(1).into_paginator().items().send();
    let first = calls.ok("lambda ListFunctions", async { functions.try_next().await }).await?.ok_or("no function")?;
    same("the function", first.function_name(), Some(NAME))?;
    same("the runtime", first.runtime(), Some(&Runtime::Python312))?;

    let request = client.invoke().function_name(NAME).invocation_type(InvocationType::RequestResponse);
    let answer = calls.ok("lambda Invoke", request.payload(Blob::new(br#"{"far":true}"#)).send()).await?;
    same("the status", answer.status_code(), 200)?;
    same("the payload", answer.payload().map(|blob| blob.as_ref()), Some(&br#"{"far":true}"#[..]))?;

    let error = calls.refused("lambda CreateFunction", create().send()).await?;
    let CreateFunctionError::ResourceConflictException(conflict) = &error else { return is(&error, false) };
    same("whether the message names it", conflict.message().is_some_and(|text| text.contains(NAME)), true)?;
    calls.ok("lambda DeleteFunction", client.delete_function().function_name(NAME).send()).await?;
    let error = calls.refused("lambda GetFunction", client.get_function().function_name(NAME).send()).await?;
    is(&error, error.is_resource_not_found_exception())?;
    calls.ok("iam DeleteRole", iam.delete_role().role_name("runner").send()).await?;
    Ok(())
}

/// An archive without files: only the record that ends it.
const EMPTY_ZIP: &[u8; 22] = b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";
