//! A chat with a model: tools with documents, answers in one, and unions with members of tomorrow.

use std::collections::HashMap;

use aws_sdk_bedrockruntime::operation::converse::ConverseOutput as Reply;
use aws_sdk_bedrockruntime::types::{
    ContentBlock, ConversationRole, ConverseOutput, InferenceConfiguration, Message, SystemContentBlock, Tool,
    ToolConfiguration, ToolInputSchema, ToolResultBlock, ToolResultContentBlock, ToolResultStatus, ToolSpecification,
};
use aws_sdk_bedrockruntime::Client;
use aws_smithy_types::{Document, Number};
use compat_support::{quick_retries, say, say_error, shared_config, show, Answer, Outcome, Server};

fn user(content: ContentBlock) -> Result<Message, aws_sdk_bedrockruntime::error::BuildError> {
    Message::builder().role(ConversationRole::User).content(content).build()
}

fn tools() -> Result<ToolConfiguration, aws_sdk_bedrockruntime::error::BuildError> {
    let schema = Document::Object(HashMap::from([("type".to_owned(), Document::from("object"))]));
    let tool = ToolSpecification::builder().name("weather").input_schema(ToolInputSchema::Json(schema)).build()?;
    ToolConfiguration::builder().tools(Tool::ToolSpec(tool)).build()
}

async fn ask(client: &Client, messages: &[Message]) -> Result<Reply, aws_sdk_bedrockruntime::Error> {
    let inference = InferenceConfiguration::builder().temperature(0.1).top_p(1.0).max_tokens(100).build();
    let call =
        client.converse().model_id("anthropic.claude-v1:0/eu").system(SystemContentBlock::Text("Be kind.".to_owned()));
    let call = call.set_messages(Some(messages.to_vec())).inference_config(inference).set_tool_config(tools().ok());
    let extra = Document::Array(vec![Document::Number(Number::Float(0.5)), Document::Null, Document::Bool(true)]);
    Ok(call.additional_model_request_fields(extra).send().await?)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let reply = |content: &str| {
        Answer::ok(format!(
            r#"{{"output":{{"message":{{"role":"assistant","content":[{content}]}}}},"stopReason":"end_turn",
                "usage":{{"inputTokens":1,"outputTokens":2,"totalTokens":3}},"metrics":{{"latencyMs":4}},
                "additionalModelResponseFields":{{"a":[1,-2,3.5,1e300,null,"x"]}}}}"#
        ))
    };
    let server = Server::start([
        reply(r#"{"toolUse":{"toolUseId":"t","name":"weather","input":{"city":"Z\u00fcrich"}}}"#),
        reply(r#"{"text":"It is warm."},{"hologram":{"a":1}}"#),
        Answer::new(429, r#"{"message":"Too many tokens"}"#).header("x-amzn-errortype", "ThrottlingException"),
        reply(r#"{"text":"again"}"#),
        Answer::ok(r#"{"output":{"video":"x"},"stopReason":"bored","usage":{},"metrics":{}}"#),
        Answer::new(424, r#"{"message":"m","originalStatusCode":500,"resourceName":"r"}"#)
            .header("x-amzn-errortype", "ModelErrorException"),
    ]);
    let config = shared_config().endpoint_url(server.url()).retry_config(quick_retries()).build();
    let client = Client::new(&config);
    let mut messages = vec![user(ContentBlock::Text("How is the weather?".to_owned()))?];
    for _ in 0..2 {
        let reply = ask(&client, &messages).await?;
        show("stop", (reply.stop_reason(), reply.metrics().map(|metrics| metrics.latency_ms())));
        if let Some(Document::Object(fields)) = reply.additional_model_response_fields() {
            show("fields", fields.get("a"));
        }
        let Some(ConverseOutput::Message(message)) = reply.output else { return Err("no message".into()) };
        for block in message.content() {
            match block {
                ContentBlock::Text(text) => say("text", text),
                ContentBlock::ToolUse(tool) => {
                    show("tool", (tool.name(), tool.input()));
                    let result = ToolResultBlock::builder()
                        .tool_use_id(tool.tool_use_id())
                        .content(ToolResultContentBlock::Json(Document::from(21_i64)))
                        .status(ToolResultStatus::Success)
                        .build()?;
                    messages.push(user(ContentBlock::ToolResult(result))?);
                }
                other => say("unknown", other.is_unknown()),
            }
        }
    }
    let reply = ask(&client, &messages[..1]).await?;
    show("again", reply.output().and_then(|output| output.as_message().ok()).map(Message::content));
    let reply = ask(&client, &messages[..1]).await?;
    show("tomorrow", (reply.output().map(ConverseOutput::is_unknown), reply.stop_reason()));
    let error = ask(&client, &messages[..1]).await.err().ok_or("the model fails")?;
    say_error("model", &error);
    if let aws_sdk_bedrockruntime::Error::ModelErrorException(error) = error {
        show("model", (error.original_status_code(), error.resource_name()));
    }
    server.say_received("request");
    Ok(())
}
