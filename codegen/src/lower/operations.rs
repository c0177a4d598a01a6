//! In: an operation of the sliced model. Out: all that its file needs.

use super::behaviours::{self, Needs};
use super::names::Context;
use super::shapes::{self, attrs, sizes, Shapes};
use super::values::examples;
use crate::diagnostics::Diagnostics;
use crate::ir::{self, Binding, Named, Role};
use crate::model::{ids, Checked, OperationShapes, Shape};
use crate::names;
use crate::protocols::{Call, InitialMessages};
use crate::text::{self, Docs};
use crate::traits;

/// What the operations of a service are lowered with.
pub(super) struct Service<'c, 'm> {
    pub(super) context: &'c Context<'m>,
    pub(super) shapes: &'c Shapes<'m>,
    pub(super) endpoint: &'c ir::endpoint::Endpoint,
    /// What examples call the emitted crate.
    pub(super) example_crate: &'c str,
}

/// None after an error was reported.
pub(super) fn lower(
    service: &Service<'_, '_>,
    of: &OperationShapes<'_>,
    needs: &mut Needs,
    diagnostics: &mut Diagnostics,
) -> Option<ir::Operation> {
    let Service { context, shapes, endpoint, example_crate } = *service;
    let shape = of.shape;
    let name = names::operation(shape.id.name());
    let snake = names::snake(&name);
    let module = names::module(&snake);
    let method = names::method(&snake);
    let [input, output] = lower_messages(context, of, &name, &module, &method, diagnostics);
    let call = Call {
        service: context.service,
        operation: shape,
        input: of.input,
        output: of.output,
        sends_events: input.events().is_some(),
        receives_events: output.events().is_some(),
    };
    let initial = initial_messages(context, &call, diagnostics)?;
    let mut request = context.protocol.request(&call, &input, diagnostics)?;
    if let Some(member) = input.find(|member| member.binding == Binding::Events) {
        let has_initial = initial == InitialMessages::Message && input.has_document();
        request.body = ir::Body::Events { member, has_initial };
    }
    if let ir::Body::Payload { requires_length, .. } = &mut request.body {
        *requires_length = self::requires_length(&context.model, of.input);
    }
    let response = response(context, &call);
    let mut attrs = attrs(shape, || text::doc("Calls the operation `{}`.", &[&text::name(shape.id.name())]));
    attrs.docs.push(required_docs(&name, &input));
    attrs.docs.push(result_docs(&name, &output));
    examples::lower(context, shapes, shape, &method, &input, example_crate, &mut attrs.docs);
    let (behaviours, settings) = behaviours::lower(
        &behaviours::Call {
            context,
            shapes,
            operation: of,
            input: &input,
            output: &output,
            endpoint,
            initial_messages: initial,
        },
        needs,
        diagnostics,
    );
    Some(ir::Operation {
        attrs,
        wire_name: shape.id.name().to_owned(),
        errors: shapes::error_variants(context, &of.errors),
        has_large_error: sizes::has_large_error(&context.model, of.errors.iter().copied()),
        behaviours,
        settings,
        tests: ir::ProtocolTests::default(),
        request,
        response,
        is_named_new: name == "New",
        name,
        module,
        method,
        input,
        output,
    })
}

fn response(context: &Context<'_>, call: &Call<'_>) -> ir::Response {
    ir::Response {
        is_query_compatible: context.service.has_trait(traits::aws_query::COMPATIBLE),
        ..context.protocol.response(call)
    }
}

/// What a caller has to set.
fn required_docs(operation: &str, input: &ir::Structure) -> Docs {
    let required = input.members.iter().filter(|member| member.presence.is_required());
    let links = required.map(|member| {
        let member = text::name(member.field.trim_start_matches("r#"));
        text::line("[`{}`](builders::{}FluentBuilder::{})", &[&member, &text::name(operation), &member])
    });
    match links.reduce(|links, link| text::line("{}, {}", &[&links, &link])) {
        Some(links) => text::sentence("Required: {}.", &[&links]),
        None => Docs::default(),
    }
}

/// What a call returns.
fn result_docs(operation: &str, output: &ir::Structure) -> Docs {
    let (name, output) = (text::name(operation), text::name(&output.name));
    text::sentence("Returns [`{}`] or, on failure, [`SdkError<{}Error>`]({}Error).", &[&output, &name, &name])
}

/// Where the members beside the events of a call are. A protocol without streams
/// is an error.
fn initial_messages(context: &Context<'_>, call: &Call<'_>, diagnostics: &mut Diagnostics) -> Option<InitialMessages> {
    let initial = context.protocol.initial_messages();
    if initial.is_none() && (call.sends_events || call.receives_events) {
        let (operation, protocol) = (&call.operation.id, context.protocol.id());
        diagnostics
            .error(
                "Whitesmith.MisplacedStream",
                call.operation.span,
                format!("`{operation}` has an event stream, which `{protocol}` does not support"),
            )
            .shape(operation.as_str())
            .help("choose another protocol of the service, --protocol ID, or operations without event streams, --operations A,B");
        return None;
    }
    // Without events, it is the same for all.
    Some(initial.unwrap_or(InitialMessages::Http))
}

/// Input and output of an operation of that name, in its module.
fn lower_messages(
    context: &Context<'_>,
    of: &OperationShapes<'_>,
    name: &str,
    module: &str,
    method: &str,
    diagnostics: &mut Diagnostics,
) -> [ir::Structure; 2] {
    let path = |suffix: &str| Named {
        // The operation keeps its name, what is a type is named as any other.
        name: names::type_name(&format!("{name}{suffix}")),
        module: vec!["crate".to_owned(), "operation".to_owned(), module.to_owned()],
        is_recursive: false,
        is_deprecated: false,
    };
    let mut input = lower_message(context, of.input, Role::Input, path("Input"), diagnostics);
    let mut output = lower_message(context, of.output, Role::Output, path("Output"), diagnostics);
    let link = text::name(method.trim_start_matches("r#"));
    let link = text::line("[`Client::{}`](crate::Client::{})", &[&link, &link]);
    input.attrs.docs = text::doc("Input of {}.", &[&link]);
    output.attrs.docs = text::doc("Output of {}.", &[&link]);
    [input, output]
}

fn lower_message(
    context: &Context<'_>,
    shape: &Shape,
    role: Role,
    path: Named,
    diagnostics: &mut Diagnostics,
) -> ir::Structure {
    let structure = shapes::lower_structure(context, shape, role, path, diagnostics);
    // Deprecation of a message means its operation's; that one says so.
    ir::Structure { attrs: ir::Attrs { deprecated: None, ..structure.attrs }, ..structure }
}

/// Whether a stream of the shape has to tell its length.
fn requires_length(model: &Checked<'_>, input: &Shape) -> bool {
    input.members.iter().any(|member| model.target(member).has_trait(ids::REQUIRES_LENGTH))
}
