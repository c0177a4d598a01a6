//! A service with few operations and deep types: maps, nested settings, and times.

use aws_sdk_pipes::error::ProvideErrorMetadata;
use aws_sdk_pipes::operation::create_pipe::CreatePipeInput;
use aws_sdk_pipes::types::{
    Filter, FilterCriteria, PipeSourceParameters, PipeSourceSqsQueueParameters, PipeState, PipeTargetParameters,
    PlacementConstraint, PlacementConstraintType, RequestedPipeState,
};
use aws_sdk_pipes::Client;
use compat_support::{quick_retries, say, say_error, shared_config, show, Answer, Outcome, Server};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let server = Server::start([
        Answer::ok(
            r#"{"Arn":"arn:p","Name":"p","CurrentState":"CREATING","DesiredState":"RUNNING","CreationTime":1767225600.5}"#,
        ),
        Answer::ok(
            r#"{"Name":"p","CurrentState":"DREAMING","Tags":{"b":"2"},"SourceParameters":{"SqsQueueParameters":{"BatchSize":7}}}"#,
        ),
        Answer::ok(r#"{"Pipes":[{"Name":"a","LastModifiedTime":1e9}],"NextToken":"n 1"}"#),
        Answer::ok(r#"{"Pipes":[{"Name":"b"}]}"#),
        Answer::new(429, r#"{"message":"slow","retryAfterSeconds":1}"#)
            .header("x-amzn-errortype", "ThrottlingException")
            .header("retry-after", "1"),
        Answer::new(400, r#"{"message":"m","fieldList":[{"name":"Name","message":"too long"}]}"#)
            .header("x-amzn-errortype", "ValidationException"),
    ]);
    let config = shared_config().endpoint_url(server.url()).retry_config(quick_retries()).build();
    let client = Client::new(&config);
    let filters = FilterCriteria::builder().filters(Filter::builder().pattern("{\"a\":[1]}").build()).build();
    let queue = PipeSourceSqsQueueParameters::builder().batch_size(7).build();
    let source = PipeSourceParameters::builder().filter_criteria(filters).sqs_queue_parameters(queue).build();
    let call = client.create_pipe().name("p").source("arn:q").target("arn:t").role_arn("arn:r").tags("k", "v");
    let call = call.desired_state(RequestedPipeState::Stopped).source_parameters(source);
    let call = call.target_parameters(PipeTargetParameters::builder().input_template("<$.body>").build());
    let input: CreatePipeInput = call.as_input().clone().build()?;
    show("input", (input.source_parameters(), input.tags(), input.desired_state()));
    let output = call.send().await?;
    show("created", (output.creation_time(), output.current_state()));
    let pipe = client.describe_pipe().name("p/1").send().await?;
    show("state", (pipe.current_state(), pipe.current_state() == Some(&PipeState::from("DREAMING")), pipe.tags()));
    show("source", pipe.source_parameters().and_then(|source| source.sqs_queue_parameters()));
    let pipes = client.list_pipes().name_prefix("p &").into_paginator().items().send().try_collect().await?;
    show("pipes", pipes);
    let error = client.delete_pipe().name("p").send().await.err().ok_or("an error was expected")?;
    say_error("invalid", &error);
    say("invalid, code", error.code().unwrap_or("(none)"));
    say("invalid, service error", error.into_service_error());
    server.say_received("request");
    let constraint =
        PlacementConstraint::builder().r#type(PlacementConstraintType::DistinctInstance).expression("secret");
    show("sensitive", constraint.build());
    say("values", PipeState::values().join(" "));
    Ok(())
}
