//! In: `smithy.test#httpRequestTests` and `httpResponseTests` of an operation
//! and its errors. Out: the tests of the emitted crate. Only those for clients
//! and for the protocol that the crate speaks (Smithy 2.0, "HTTP protocol
//! compliance tests").

mod events;

use std::collections::BTreeSet;

use super::literals;
use crate::diagnostics::Diagnostics;
use crate::ir::{ErrorTest, Field, Literal, Operation, ProtocolTests, RequestTest, ResponseTest, StructureLiteral};
use crate::lower::names::Context;
use crate::lower::shapes::Shapes;
use crate::model::{OperationShapes, Shape, ShapeId};
use crate::names;
use crate::protocols::InitialMessages;
use crate::text::{self, Docs, Line};
use crate::traits::protocol_tests::{self, Test};

/// Where calls go that do not say where.
const HOST: &str = "example.com";

/// The tests of every operation. The tests of an error go with the first
/// operation that has it.
pub(crate) fn lower(
    context: &Context<'_>,
    shapes: &Shapes<'_>,
    operations: &mut [Operation],
    diagnostics: &mut Diagnostics,
) {
    let mut errors = BTreeSet::new();
    for operation in operations {
        let mut calls = context.model.operations.iter();
        if let Some(call) = calls.find(|call| call.shape.id.name() == operation.wire_name) {
            operation.tests = of_operation(context, shapes, call, operation, &mut errors, diagnostics);
            check_functions(call.shape, &operation.tests, diagnostics);
        }
    }
}

/// The tests of an operation are functions of one file.
fn check_functions(shape: &Shape, tests: &ProtocolTests, diagnostics: &mut Diagnostics) {
    let requests = tests.requests.iter().map(|test| &test.function);
    let responses = tests.responses.iter().map(|test| &test.function);
    let functions = requests.chain(responses).chain(tests.events.iter().map(|test| &test.function));
    let mut seen = BTreeSet::new();
    if let Some(function) = functions.into_iter().find(|function| !seen.insert(*function)) {
        let message = format!("two tests of `{}` both become the function `{function}`", shape.id);
        diagnostics
            .error("Whitesmith.ProtocolTest", shape.span, message)
            .shape(shape.id.as_str())
            .help("give each test of an operation, and of its errors, an id of its own");
    }
}

fn of_operation<'m>(
    context: &Context<'m>,
    shapes: &Shapes<'_>,
    call: &OperationShapes<'m>,
    operation: &Operation,
    errors: &mut BTreeSet<&'m ShapeId>,
    diagnostics: &mut Diagnostics,
) -> ProtocolTests {
    let (shape, protocol) = (call.shape, context.protocol.id());
    let mut tests = ProtocolTests::default();
    for test in protocol_tests::of(shape, protocol_tests::REQUESTS, protocol) {
        match literals::fields(shapes, &operation.input.members, test.params()) {
            Some(params) => tests.requests.push(request(&test, params)),
            None => report(shape, &test, diagnostics),
        }
    }
    for test in protocol_tests::of(shape, protocol_tests::RESPONSES, protocol) {
        let expected = literals::fields(shapes, &operation.output.members, test.params());
        let expected = expected.map(|fields| StructureLiteral {
            named: operation.output.path.clone(),
            fields,
            is_build_fallible: operation.output.is_build_fallible,
        });
        match expected {
            Some(expected) => tests.responses.push(response(&test, expected, None)),
            None => report(shape, &test, diagnostics),
        }
    }
    let initial = context.protocol.initial_messages().unwrap_or(InitialMessages::Http);
    for test in protocol_tests::of(shape, protocol_tests::EVENTS, protocol) {
        match events::lower(shapes, operation, initial, &test) {
            Some(test) => tests.events.push(test),
            None => report(shape, &test, diagnostics),
        }
    }
    for error in call.errors.iter().copied() {
        if !errors.insert(&error.id) {
            continue;
        }
        for test in protocol_tests::of(error, protocol_tests::RESPONSES, protocol) {
            let lowered = shapes.structure_of(&error.id);
            match lowered.and_then(|lowered| literals::structure(shapes, &lowered.path, test.params())) {
                Some(expected) => {
                    let has_message = error.members.iter().any(|member| names::snake(&member.name) == "message");
                    let facts = ErrorTest { variant: expected.named.name.clone(), has_message };
                    tests.responses.push(response(&test, expected, Some(facts)));
                }
                None => report(error, &test, diagnostics),
            }
        }
    }
    tests
}

fn request(test: &Test<'_>, params: Vec<Field>) -> RequestTest {
    RequestTest {
        function: function("request", test),
        docs: documentation(test),
        params,
        endpoint: format!("https://{}", test.text("host").unwrap_or(HOST)).into(),
        method: test.text("method").unwrap_or_default().into(),
        uri: test.text("uri").unwrap_or_default().into(),
        resolved_host: test.text("resolvedHost").map(text::Text::from),
        query: test.list("queryParams"),
        forbidden_query: test.list("forbidQueryParams"),
        required_query: test.list("requireQueryParams"),
        headers: test.headers(),
        forbidden_headers: test.list("forbidHeaders"),
        required_headers: test.list("requireHeaders"),
        body: test.text("body").map(text::Text::from),
        media_type: test.text("bodyMediaType").unwrap_or_default().into(),
    }
}

fn response(test: &Test<'_>, expected: StructureLiteral, error: Option<ErrorTest>) -> ResponseTest {
    ResponseTest {
        function: function("response", test),
        docs: documentation(test),
        status: test.code(),
        headers: test.headers(),
        body: test.text("body").unwrap_or_default().into(),
        media_type: test.text("bodyMediaType").unwrap_or_default().into(),
        has_nan: expected.fields.iter().any(|field| has_nan(&field.value)),
        expected,
        error,
    }
}

/// The id of a test is unique among those of its kind.
fn function(kind: &str, test: &Test<'_>) -> String {
    names::snake(&format!("{kind}_{}", test.text("id").unwrap_or_default()))
}

fn documentation(test: &Test<'_>) -> Docs {
    let id = test.text("id").unwrap_or_default();
    let mut docs = text::doc("{}", &[&Line::code(id)]);
    docs.push(test.text("documentation").map(Docs::of_model).unwrap_or_default());
    docs
}

fn has_nan(value: &Literal) -> bool {
    let in_item = |item: &crate::ir::Item| item.value().is_some_and(has_nan);
    match value {
        Literal::Scalar(_, number) => number.is_nan(),
        Literal::List(items) => items.iter().any(in_item),
        Literal::Map(entries) => entries.iter().any(|(_, item)| in_item(item)),
        Literal::Structure(structure) => structure.fields.iter().any(|field| has_nan(&field.value)),
        Literal::Union { value: Some(value), .. } => has_nan(value),
        _ => false,
    }
}

fn report(shape: &Shape, test: &Test<'_>, diagnostics: &mut Diagnostics) {
    let id = test.text("id").unwrap_or_default();
    diagnostics
        .error(
            "Whitesmith.ProtocolTest",
            test.node().span,
            format!("the parameters of the test `{id}` are not a value of `{}`", shape.id),
        )
        .shape(shape.id.as_str())
        .help("each key must be the name of a member, with a value of the member's type");
}
