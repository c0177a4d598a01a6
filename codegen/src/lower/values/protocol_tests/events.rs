//! In: a test of `smithy.test#eventStreamTests`. Out: the call or the response of
//! it, each event with its message.

use super::{documentation, function, request};
use crate::ir::{
    Body, EventAnswer, EventCall, EventMessage, EventResult, EventTest, EventValue, Literal, Operation, ScalarKind,
    SentEvent, SentMessage, Structure, Type,
};
use crate::lower::shapes::{scalars, Shapes};
use crate::lower::values::literals;
use crate::model::{Node, ShapeId};
use crate::protocols::InitialMessages;
use crate::text::Text;
use crate::traits::protocol_tests::Test;

/// The types of the messages before the events, where the protocol has the members of an
/// input or output in one (Smithy 2.0, "Initial messages").
const INITIAL_REQUEST: &str = "initial-request";
const INITIAL_RESPONSE: &str = "initial-response";

/// None if a value of the test is not one of the model.
pub(crate) fn lower(
    shapes: &Shapes<'_>,
    operation: &Operation,
    initial: InitialMessages,
    test: &Test<'_>,
) -> Option<EventTest> {
    let of_type = |ty: &str| -> Vec<Test<'_>> {
        test.parts("events").into_iter().filter(|event| event.text("type") == Some(ty)).collect()
    };
    let (sent, received) = (of_type("request"), of_type("response"));
    let has_call = test.part("initialRequest").is_some() || !sent.is_empty();
    let has_answer = test.part("initialResponse").is_some() || !received.is_empty();
    Some(EventTest {
        function: function("event", test),
        docs: documentation(test),
        call: if has_call { Some(call(shapes, operation, test, &sent)?) } else { None },
        answer: if has_answer { Some(answer(shapes, operation, initial, test, &received)?) } else { None },
    })
}

/// The message before the events, if the test has it among them, and the events.
fn split_initial<'e, 'm>(events: &'e [Test<'m>], ty: &str) -> (Option<&'e Test<'m>>, &'e [Test<'m>]) {
    match events {
        [first, rest @ ..] if first.part("params").is_none() && event_type(first).as_deref() == Some(ty) => {
            (Some(first), rest)
        }
        _ => (None, events),
    }
}

/// Of a message that is given as bytes, only whether it is one before the events.
fn event_type(event: &Test<'_>) -> Option<String> {
    let is_type = |(name, _): &&(String, Node)| name == ":event-type";
    if let Some((_, value)) = event.values("headers").iter().find(is_type) {
        return value.get("string").and_then(Node::as_str).map(str::to_owned);
    }
    let bytes = scalars::decode_base64(event.text("bytes")?)?;
    let has = |ty: &str| bytes.windows(ty.len()).any(|bytes| bytes == ty.as_bytes());
    [INITIAL_REQUEST, INITIAL_RESPONSE].into_iter().find(|ty| has(ty)).map(str::to_owned)
}

fn call(shapes: &Shapes<'_>, operation: &Operation, test: &Test<'_>, events: &[Test<'_>]) -> Option<EventCall> {
    let input = &operation.input;
    let params = literals::fields(shapes, &input.members, test.values("initialRequestParams"))?;
    let (initial, events) = split_initial(events, INITIAL_REQUEST);
    let sent = |event: &Test<'_>| Some(SentEvent { value: value(shapes, input, event)?, sent: sent(event)? });
    let mut call = EventCall {
        params,
        request: test.part("initialRequest").map(|request| self::request(&request, Vec::new())),
        initial: match initial {
            Some(event) => Some(self::sent(event)?),
            None => None,
        },
        events: events.iter().map(sent).collect::<Option<_>>()?,
    };
    if matches!(operation.request.body, Body::Events { has_initial: true, .. }) {
        // The body of the request is the stream, so the test means the message.
        let request = call.request.as_mut().and_then(|request| Some((request.body.take()?, &request.media_type)));
        let initial = call.initial.get_or_insert_with(|| {
            let headers = vec![(":event-type".into(), Literal::String(INITIAL_REQUEST.into()))];
            SentMessage { message: EventMessage { headers, ..EventMessage::default() }, ..SentMessage::default() }
        });
        if let Some((body, media_type)) = request.filter(|_| initial.message.body.is_none()) {
            (initial.message.body, initial.message.media_type) = (Some(body), media_type.clone());
        }
    }
    Some(call)
}

fn sent(event: &Test<'_>) -> Option<SentMessage> {
    Some(SentMessage {
        message: message(event)?,
        forbidden_headers: event.list("forbidHeaders"),
        required_headers: event.list("requireHeaders"),
    })
}

fn answer(
    shapes: &Shapes<'_>,
    operation: &Operation,
    initial_messages: InitialMessages,
    test: &Test<'_>,
    received: &[Test<'_>],
) -> Option<EventAnswer> {
    let output = &operation.output;
    let initial = test.part("initialResponse");
    let text = |name| initial.as_ref().and_then(|initial| initial.text(name)).unwrap_or_default().into();
    let (initial_event, events) = split_initial(received, INITIAL_RESPONSE);
    let mut answer = EventAnswer {
        status: initial.as_ref().map_or(200, Test::code),
        headers: initial.as_ref().map(Test::headers).unwrap_or_default(),
        body: text("body"),
        media_type: text("bodyMediaType"),
        messages: received.iter().map(message).collect::<Option<_>>()?,
        expected: match test.part("expectation").and_then(|expectation| expectation.part("failure")) {
            Some(failure) => expected_failure(shapes, operation, &failure, events)?,
            None => {
                let event = |event: &Test<'_>| match event.part("params") {
                    Some(_) => value(shapes, output, event).map(Some),
                    None => Some(None),
                };
                EventResult::Success {
                    fields: literals::fields(shapes, &output.members, test.values("initialResponseParams"))?,
                    events: events.iter().map(event).collect::<Option<_>>()?,
                }
            }
        },
    };
    let is_stream = matches!(answer.expected, EventResult::Success { .. } | EventResult::Failure);
    if initial_messages == InitialMessages::Message && initial_event.is_none() && is_stream && !answer.body.is_empty() {
        let body = std::mem::take(&mut answer.body);
        answer.messages.insert(0, initial_response(body, &answer.media_type));
    }
    Some(answer)
}

/// The body of a response with events is the stream, so a test that has one means the
/// message before the events.
fn initial_response(body: Text, media_type: &Text) -> EventMessage {
    let header = |name: &str, value: Text| (name.into(), Literal::String(value));
    EventMessage {
        headers: vec![
            header(":message-type", "event".into()),
            header(":event-type", INITIAL_RESPONSE.into()),
            header(":content-type", media_type.clone()),
        ],
        body: Some(body),
        media_type: media_type.clone(),
        bytes: None,
    }
}

/// An error that is named is the operation's, or the event's if there is one.
fn expected_failure(
    shapes: &Shapes<'_>,
    operation: &Operation,
    failure: &Test<'_>,
    events: &[Test<'_>],
) -> Option<EventResult> {
    let Some(id) = failure.text("errorId") else { return Some(EventResult::Failure) };
    if events.is_empty() {
        return Some(EventResult::OperationError(shapes.structure_of(&ShapeId::new(id))?.name.clone()));
    }
    let event = |event: &Test<'_>| value(shapes, &operation.output, event).map(Some);
    let events = events.iter().map(event).collect::<Option<_>>()?;
    Some(EventResult::Success { fields: Vec::new(), events })
}

/// The event that the parameters are, of the stream that a message has.
fn value(shapes: &Shapes<'_>, message: &Structure, event: &Test<'_>) -> Option<EventValue> {
    let Type::EventStream { event: stream, error, .. } = &message.events()?.ty else { return None };
    let values = event.params();
    let [(name, node)] = values else { return None };
    let found = shapes.union(stream)?.stream.as_ref()?;
    let wire = Text::from(name.as_str());
    let Some(error_event) = found.error_events.iter().find(|event| event.wire == wire) else {
        return literals::union(shapes, stream, values).map(EventValue::Event);
    };
    let Type::Structure(named) = &error_event.ty else { return None };
    Some(EventValue::Error {
        error: error.clone(),
        variant: error_event.variant.clone(),
        value: literals::structure(shapes, named, node.as_object()?)?,
    })
}

fn message(event: &Test<'_>) -> Option<EventMessage> {
    let header = |(name, value): &(String, Node)| {
        let [(kind, value)] = value.as_object()? else { return None };
        Some((name.as_str().into(), header(kind, value)?))
    };
    Some(EventMessage {
        headers: event.values("headers").iter().map(header).collect::<Option<_>>()?,
        body: event.text("body").map(Text::from),
        media_type: event.text("bodyMediaType").unwrap_or_default().into(),
        bytes: event.text("bytes").map(Text::from),
    })
}

fn header(kind: &str, value: &Node) -> Option<Literal> {
    let integer = |kind| scalars::scalar(kind, value);
    match kind {
        "boolean" => value.as_bool().map(Literal::Boolean),
        "byte" => integer(ScalarKind::I8),
        "short" => integer(ScalarKind::I16),
        "integer" => integer(ScalarKind::I32),
        "long" => integer(ScalarKind::I64),
        "blob" => scalars::decode_base64(value.as_str()?).map(Literal::Blob),
        "string" => value.as_str().map(|text| Literal::String(text.into())),
        "timestamp" => scalars::date_time(value.as_str()?),
        _ => None,
    }
}
