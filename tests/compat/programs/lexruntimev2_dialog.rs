//! A dialog with a bot: nested states, paths with five labels, and texts in headers.

use aws_sdk_lexruntimev2::types::{
    ConfirmationState, DialogAction, DialogActionType, Intent, IntentState, MessageContentType, SessionState, Slot,
    Value,
};
use aws_sdk_lexruntimev2::Client;
use compat_support::{quick_retries, say, say_error, shared_config, show, Answer, Outcome, Server};

async fn say_to_bot(
    client: &Client,
    text: &str,
    state: Option<SessionState>,
) -> Result<Option<SessionState>, aws_sdk_lexruntimev2::Error> {
    let call = client.recognize_text().bot_id("BOT").bot_alias_id("TSTALIASID").locale_id("en_US").session_id("s 1:a");
    let output = call.text(text).set_session_state(state).request_attributes("x", "y").send().await?;
    for message in output.messages() {
        match message.content_type() {
            MessageContentType::PlainText | MessageContentType::Ssml => {
                say("bot", message.content().unwrap_or_default())
            }
            other => show("bot", (other, message.image_response_card().map(|card| card.title()))),
        }
    }
    show("interpretations", output.interpretations().len());
    Ok(output.session_state)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let server = Server::start([
        Answer::ok(
            r#"{"messages":[{"content":"Which city?","contentType":"PlainText"},
                {"contentType":"ImageResponseCard","imageResponseCard":{"title":"Cities"}},{"contentType":"Smell"}],
                "sessionState":{"dialogAction":{"type":"ElicitSlot","slotToElicit":"City"},"sessionAttributes":{"a":"b"},
                "intent":{"name":"Book","state":"InProgress","slots":{"City":{}}}},
                "interpretations":[{"nluConfidence":{"score":0.875},"intent":{"name":"Book"}},{}]}"#,
        ),
        Answer::ok(r#"{"sessionState":{"intent":{"name":"Book","state":"ReadyForFulfillment"}}}"#),
        Answer::new(409, r#"{"message":"another request"}"#).header("x-amzn-errortype", "ConflictException"),
        Answer::ok("audio")
            .header("x-amz-lex-session-id", "s")
            .header("x-amz-lex-session-state", "eyJhIjoxfQ==")
            .header("content-type", "audio/mpeg"),
        Answer::new(502, r#"{"message":"lambda"}"#).header("x-amzn-errortype", "BadGatewayException"),
        Answer::ok(r#"{"sessionState":{"intent":{"name":"Book","slots":{"City":null}}}}"#),
    ]);
    let config = shared_config().endpoint_url(server.url()).retry_config(quick_retries().with_max_attempts(1)).build();
    let client = Client::new(&config);
    let state = say_to_bot(&client, "I want to travel", None).await?;
    let action = state.as_ref().and_then(SessionState::dialog_action);
    show("action", action);
    show("slots", state.as_ref().and_then(SessionState::intent).map(Intent::slots));
    let value = Value::builder().interpreted_value("Bern").original_value("bern").resolved_values("Bern").build()?;
    let intent = Intent::builder()
        .name("Book")
        .slots("City", Slot::builder().value(value).build())
        .state(IntentState::InProgress)
        .confirmation_state(ConfirmationState::None)
        .build()?;
    let state = SessionState::builder().intent(intent).session_attributes("a", "b").build();
    show("state", say_to_bot(&client, "Bern", Some(state.clone())).await?);
    match say_to_bot(&client, "again", Some(state.clone())).await {
        Err(error @ aws_sdk_lexruntimev2::Error::ConflictException(_)) => say_error("conflict", &error),
        other => show("other", other.is_ok()),
    }
    let action = DialogAction::builder().r#type(DialogActionType::Close).build()?;
    let put = client.put_session().bot_id("BOT").bot_alias_id("A").locale_id("de").session_id("s");
    let put =
        put.session_state(SessionState::builder().dialog_action(action).build()).response_content_type("audio/mpeg");
    let output = put.send().await?;
    show("put", (output.session_id(), output.session_state(), output.content_type()));
    say("audio", String::from_utf8_lossy(&output.audio_stream.collect().await?.to_vec()));
    let gone = client.delete_session().bot_id("BOT").bot_alias_id("A").locale_id("de").session_id("s").send().await;
    say_error("gone", &gone.err().ok_or("an error was expected")?);
    match client.recognize_text().bot_id("").bot_alias_id("A").locale_id("de").session_id("s").text("t").send().await {
        Ok(output) => show("no bot", output.session_id()),
        Err(error) => say_error("no bot", &error),
    }
    match say_to_bot(&client, "null in a map", None).await {
        Ok(state) => show("null in a map", state),
        Err(error) => say_error("null in a map", &error),
    }
    say_error("incomplete", &Intent::builder().build().err().ok_or("the name is required")?);
    server.say_received("request");
    Ok(())
}
