//! In: a test of `smithy.test#eventStreamTests`. Out: the call or the response of
//! it, each event with its message.

use super::{documentation, function, request};
use crate::ir::{
    EventAnswer, EventCall, EventMessage, EventResult, EventTest, EventValue, Literal, Operation, ScalarKind,
    SentEvent, Structure, Type,
};
use crate::lower::shapes::{scalars, Shapes};
use crate::lower::values::literals;
use crate::model::{Node, ShapeId};
use crate::text::Text;
use crate::traits::protocol_tests::Test;

/// None if the test has values that are none of the model's.
pub(crate) fn lower(shapes: &Shapes<'_>, operation: &Operation, test: &Test<'_>) -> Option<EventTest> {
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
        answer: if has_answer { Some(answer(shapes, operation, test, &received)?) } else { None },
    })
}

fn call(shapes: &Shapes<'_>, operation: &Operation, test: &Test<'_>, events: &[Test<'_>]) -> Option<EventCall> {
    let input = &operation.input;
    let params = literals::fields(shapes, &input.members, test.values("initialRequestParams"))?;
    let sent = |event: &Test<'_>| {
        Some(SentEvent {
            value: value(shapes, input, event)?,
            message: message(event)?,
            forbidden_headers: event.list("forbidHeaders"),
            required_headers: event.list("requireHeaders"),
        })
    };
    Some(EventCall {
        params,
        request: test.part("initialRequest").map(|request| self::request(&request, Vec::new())),
        events: events.iter().map(sent).collect::<Option<_>>()?,
    })
}

fn answer(shapes: &Shapes<'_>, operation: &Operation, test: &Test<'_>, events: &[Test<'_>]) -> Option<EventAnswer> {
    let output = &operation.output;
    let initial = test.part("initialResponse");
    let text = |name| initial.as_ref().and_then(|initial| initial.text(name)).unwrap_or_default().into();
    Some(EventAnswer {
        status: initial.as_ref().map_or(200, Test::code),
        headers: initial.as_ref().map(Test::headers).unwrap_or_default(),
        body: text("body"),
        media_type: text("bodyMediaType"),
        messages: events.iter().map(message).collect::<Option<_>>()?,
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
    })
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
