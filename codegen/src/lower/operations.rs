//! In: an operation of the sliced model. Out: all that its file needs.

use super::names::Context;
use super::shapes::{self, attrs, secrets, sizes, Shapes};
use super::values::{examples, paginators};
use crate::diagnostics::Diagnostics;
use crate::ir::{self, Auth, Binding, Checksum, Named, PathPart, Role};
use crate::model::{ids, Checked, Node, OperationShapes, Shape};
use crate::names;
use crate::protocols::{Call, InitialMessages};
use crate::text;
use crate::traits::{self, endpoint::Part, http_checksum::RequestChecksum};

/// Operations whose answer may be long in coming when its head is there already. No
/// trait says so; the official crates have the same list.
const WAITED_FOR: [&str; 3] =
    ["com.amazonaws.lambda#Invoke", "com.amazonaws.lambda#InvokeAsync", "com.amazonaws.s3#CopyObject"];

/// None after an error was reported.
/// `krate` is what examples call the emitted crate.
pub(super) fn lower(
    context: &Context<'_>,
    shapes: &Shapes<'_>,
    of: &OperationShapes<'_>,
    krate: &str,
    diagnostics: &mut Diagnostics,
) -> Option<ir::Operation> {
    let shape = of.shape;
    let name = names::operation(shape.id.name());
    let snake = names::snake(&name);
    let module = names::module(&snake);
    let path = |suffix: &str| Named {
        name: format!("{name}{suffix}"),
        module: vec!["crate".to_owned(), "operation".to_owned(), module.clone()],
        is_recursive: false,
        is_deprecated: false,
    };
    let mut input = lower_message(context, of.input, Role::Input, path("Input"), diagnostics);
    let mut output = lower_message(context, of.output, Role::Output, path("Output"), diagnostics);
    let method = names::method(&snake);
    let link = text::name(method.trim_start_matches("r#"));
    let link = text::line("[`Client::{}`](crate::Client::{})", &[&link, &link]);
    input.attrs.docs = text::doc("Input of {}.", &[&link]);
    output.attrs.docs = text::doc("Output of {}.", &[&link]);
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
    let response = ir::Response {
        is_query_compatible: context.service.has_trait(traits::aws_query::COMPATIBLE),
        ..context.protocol.response(&call)
    };
    let mut attrs =
        attrs(shape, || text::doc("Calls the operation `{}` of the service.", &[&text::name(shape.id.name())]));
    examples::lower(context, shapes, shape, &method, &input, krate, &mut attrs.docs);
    Some(ir::Operation {
        attrs,
        wire_name: shape.id.name().to_owned(),
        errors: shapes::error_variants(context, &of.errors),
        has_large_error: sizes::has_large_error(&context.model, of.errors.iter().copied()),
        secrets: secrets::lower(context, of),
        idempotency_token: idempotency_token(of.input, &input),
        auth: auth(context.service, shape),
        has_unsigned_payload: shape.has_trait(ids::UNSIGNED_PAYLOAD),
        checksum: checksum(shape, &input),
        // Events come when there are some.
        is_protected_from_stalls: !call.sends_events
            && !call.receives_events
            && !WAITED_FOR.contains(&shape.id.as_str()),
        takes_gzip: traits::request_compression::has_gzip(&shape.traits),
        host_prefix: host_prefix(shape, &input),
        paginator: paginators::lower(context, shapes, shape, &input, &output),
        has_initial_response: call.receives_events && initial == InitialMessages::Message && output.has_document(),
        tests: ir::ProtocolTests::default(),
        request,
        response,
        name,
        module,
        method,
        input,
        output,
    })
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
                format!("`{operation}` has a stream of events, for which `{protocol}` has no place"),
            )
            .shape(operation.as_str())
            .help("choose another protocol of the service, or the operations that do without: --operations A,B");
        return None;
    }
    // Without events, it is the same for all.
    Some(initial.unwrap_or(InitialMessages::Http))
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

fn idempotency_token(shape: &Shape, input: &ir::Structure) -> Option<String> {
    let member = shape.members.iter().find(|member| member.has_trait(ids::IDEMPOTENCY_TOKEN))?;
    input.index_of(&member.name).map(|index| input.member(index).field.clone())
}

/// Whether a stream of the shape has to tell its length.
fn requires_length(model: &Checked<'_>, input: &Shape) -> bool {
    input.members.iter().any(|member| model.target(member).has_trait(ids::REQUIRES_LENGTH))
}

/// What the request says of its body.
fn checksum(operation: &Shape, input: &ir::Structure) -> Option<Checksum> {
    Some(match RequestChecksum::of(&operation.traits)? {
        RequestChecksum::ContentMd5 => Checksum::ContentMd5,
        RequestChecksum::Flexible { algorithm_member, is_required } => {
            let algorithm = algorithm_member.and_then(|name| input.index_of(name));
            let member = algorithm.map(|index| input.member(index));
            let header = member.and_then(|member| match &member.binding {
                Binding::Header { name, .. } => Some(name.clone()),
                _ => None,
            });
            Checksum::Flexible { algorithm, header, is_required }
        }
    })
}

/// The prefix of the host, with its labels as members of the input.
fn host_prefix(operation: &Shape, input: &ir::Structure) -> Vec<PathPart> {
    let parts = traits::endpoint::host_prefix(&operation.traits).into_iter();
    let lowered = parts.filter_map(|part| match part {
        Part::Literal(text) => Some(PathPart::Literal(text.into())),
        // A label without a member is an error of the model, reported by its check.
        Part::Label(name) => {
            let member = input.index_of(name)?;
            Some(PathPart::Label { member, is_greedy: false })
        }
    });
    lowered.collect()
}

/// `@auth([])` and a service without a scheme are anonymous.
fn auth(service: &Shape, operation: &Shape) -> Auth {
    let schemes = operation.traits.get(ids::AUTH).or_else(|| service.traits.get(ids::AUTH));
    let is_anonymous = schemes.and_then(Node::as_array).is_some_and(<[Node]>::is_empty);
    if is_anonymous || !service.has_trait(ids::SIGV4) {
        Auth::None
    } else if operation.has_trait(ids::OPTIONAL_AUTH) {
        Auth::Optional
    } else {
        Auth::Service
    }
}
