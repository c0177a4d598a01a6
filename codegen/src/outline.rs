//! In: a lowered client. Out: the names by which code uses each of its operations, and what a
//! client has only because of an operation. Exists for tools that find in code which operations
//! of a service it needs: the names are those that the crate would have.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::{Behaviour, Client, EventStream, Operation, SettingType, Shape, ShapeKind, Structure, Type};
use crate::names;
use crate::sections;

/// What a client is used by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outline {
    /// By name.
    pub operations: Vec<OperationOutline>,
    /// The operations that cannot be generated.
    pub refused: Vec<RefusedOutline>,
}

/// An operation that cannot be generated.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RefusedOutline {
    /// The name in the model.
    pub name: String,
    /// The method of the client, the module, and the types in it that each operation has.
    pub names: BTreeSet<String>,
    /// What it needs, with the trait that says so.
    pub reason: String,
}

/// What an operation is used by. Names are without the `r#` of raw identifiers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OperationOutline {
    /// The name in the model.
    pub name: String,
    /// The method of the client, the module, the types in it, the methods of its waiters.
    pub names: BTreeSet<String>,
    /// The types of the module `types` and those below it which the operation reaches, without
    /// their builders.
    pub types: BTreeSet<String>,
    /// Those of them that are variants of the `Error` of the crate.
    pub errors: BTreeSet<String>,
    /// What else a client has only if it has such an operation.
    pub parts: BTreeSet<Part>,
}

/// What a client has only if it has an operation of some kind.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// A name that nothing else has: a setting, the type of its value, a trait.
    Anywhere(String),
    /// A type of the module `primitives`, or a module in it.
    Primitive(String),
    /// A module of the module `waiters`.
    Waiter(String),
}

impl Outline {
    /// `refused` are ids of operations, each with the reason.
    pub(crate) fn of<'r>(client: &Client, refused: impl Iterator<Item = (&'r str, &'r str)>) -> Self {
        let types: BTreeMap<&str, &Shape> = client.shapes.iter().map(|shape| (shape.name(), shape)).collect();
        Self {
            operations: client.operations.iter().map(|operation| outline(operation, &types)).collect(),
            refused: refused.map(|(id, reason)| refused_outline(id, reason)).collect(),
        }
    }
}

fn refused_outline(id: &str, reason: &str) -> RefusedOutline {
    let name = id.rsplit('#').next().unwrap_or_default();
    let rust = names::operation(name);
    let snake = names::snake(&rust);
    let types = ["", "Input", "Output", "Error", "FluentBuilder"].map(|suffix| format!("{rust}{suffix}"));
    let own = [plain(&names::method(&snake)), plain(&names::module(&snake))];
    RefusedOutline { name: name.to_owned(), names: own.into_iter().chain(types).collect(), reason: reason.to_owned() }
}

fn plain(name: &str) -> String {
    name.trim_start_matches("r#").to_owned()
}

fn outline(operation: &Operation, shapes: &BTreeMap<&str, &Shape>) -> OperationOutline {
    let mut types = Reached { shapes, names: BTreeSet::new(), errors: BTreeSet::new() };
    types.add_structure(&operation.input);
    types.add_structure(&operation.output);
    operation.errors.iter().for_each(|error| types.add(&error.shape.name));
    OperationOutline {
        name: operation.wire_name.clone(),
        names: names(operation),
        types: types.names,
        errors: operation.errors.iter().map(|error| error.variant.clone()).chain(types.errors).collect(),
        parts: parts(operation),
    }
}

fn names(operation: &Operation) -> BTreeSet<String> {
    let (name, input, output) = (&operation.name, &operation.input, &operation.output);
    let types = [name.clone(), format!("{name}Error"), format!("{name}FluentBuilder")];
    let messages = [input, output].map(|message| [message.name.clone(), message.builder_name()]);
    let paginator = operation.behaviours.iter().find_map(|behaviour| match behaviour {
        Behaviour::Paginator(paginator) => Some(paginator.name.clone()),
        _ => None,
    });
    let waiters = operation.waiters().iter();
    let waiters =
        waiters.flat_map(|waiter| [format!("wait_until_{}", waiter.snake), format!("{}FluentBuilder", waiter.name)]);
    let own = [plain(&operation.method), plain(&operation.module)];
    own.into_iter().chain(types).chain(messages.into_iter().flatten()).chain(paginator).chain(waiters).collect()
}

fn parts(operation: &Operation) -> BTreeSet<Part> {
    let mut parts = BTreeSet::new();
    for setting in &operation.settings {
        parts.insert(Part::Anywhere(setting.name.to_owned()));
        parts.insert(Part::Anywhere(format!("set_{}", setting.name)));
        if let SettingType::Given(ty) | SettingType::Optional(ty) = setting.ty {
            parts.insert(Part::Anywhere(ty.to_owned()));
        }
    }
    if operation.behaviours.iter().any(|behaviour| matches!(behaviour, Behaviour::Presign(_))) {
        parts
            .extend(["PresigningConfig", "PresignedRequest", "presigning"].map(|name| Part::Anywhere(name.to_owned())));
    }
    let mut messages = [&operation.input, &operation.output].into_iter().flat_map(|message| &message.members);
    if messages.clone().any(|member| member.ty == Type::ByteStream) {
        parts.extend(sections::primitives::of_streams().map(|name| Part::Primitive(name.to_owned())));
    }
    if messages.any(|member| matches!(member.ty, Type::EventStream { .. })) {
        parts.insert(Part::Primitive(sections::primitives::EVENT_STREAM.to_owned()));
    }
    for waiter in operation.waiters() {
        parts.insert(Part::Anywhere("Waiters".to_owned()));
        parts.insert(Part::Waiter(waiter.module.clone()));
    }
    parts
}

/// The types that an operation reaches.
struct Reached<'c> {
    shapes: &'c BTreeMap<&'c str, &'c Shape>,
    names: BTreeSet<String>,
    /// The variants of what is in the errors of streams.
    errors: BTreeSet<String>,
}

impl Reached<'_> {
    fn add_structure(&mut self, structure: &Structure) {
        structure.members.iter().for_each(|member| self.add_type(&member.ty));
    }

    /// A type, with all that it is made of. Types contain themselves, and may nest deeply.
    fn add(&mut self, name: &str) {
        let mut pending = vec![name.to_owned()];
        while let Some(name) = pending.pop() {
            let Some(shape) = self.shapes.get(name.as_str()).copied() else { continue };
            if self.names.insert(name) {
                if let Some(stream) = stream_of(shape) {
                    self.names.insert(stream.error.name.clone());
                    self.errors.extend(stream.errors.iter().map(|error| error.variant.clone()));
                }
                parts_of(shape).into_iter().for_each(|ty| name_types(ty, &mut pending));
            }
        }
    }

    fn add_type(&mut self, ty: &Type) {
        let mut named = Vec::new();
        name_types(ty, &mut named);
        named.iter().for_each(|name| self.add(name));
    }
}

fn stream_of(shape: &Shape) -> Option<&EventStream> {
    match &shape.kind {
        ShapeKind::Union(union) => union.stream.as_ref(),
        ShapeKind::Structure(_) | ShapeKind::Enum(_) => None,
    }
}

/// The types of what a shape is made of.
fn parts_of(shape: &Shape) -> Vec<&Type> {
    match &shape.kind {
        ShapeKind::Structure(structure) => structure.members.iter().map(|member| &member.ty).collect(),
        ShapeKind::Union(union) => {
            let events = union.stream.iter().flat_map(|stream| stream.events.iter().chain(&stream.error_events));
            let variants = union.variants.iter().filter_map(|variant| variant.ty.as_ref());
            variants.chain(events.map(|event| &event.ty)).collect()
        }
        ShapeKind::Enum(_) => Vec::new(),
    }
}

fn name_types(ty: &Type, names: &mut Vec<String>) {
    let mut pending = vec![ty];
    while let Some(ty) = pending.pop() {
        match ty {
            Type::Enum(named) | Type::Structure(named) | Type::Union(named) => names.push(named.name.clone()),
            Type::EventStream { event, .. } => names.push(event.name.clone()),
            Type::List { element, .. } => pending.push(element),
            Type::Map { key, value, .. } => pending.extend([&**key, &**value]),
            Type::String | Type::Boolean | Type::Scalar(_) | Type::BigInteger | Type::BigDecimal => {}
            Type::Blob | Type::ByteStream | Type::Timestamp(_) | Type::Document => {}
        }
    }
}
