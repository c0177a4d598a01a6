//! In: lowered structures and unions. Out: the functions that write and read
//! their bodies. A codec prints calls of the runtime's modules; it decides
//! nothing but which call a type takes.
//!
//! All formats share one set of templates, since the writers and readers of the
//! runtime have the same methods. Where they differ is a [`Dialect`]. To add a format:
//! an `ir::Format`, what the runtime has for it in `rt`, and its module there.

#![deny(clippy::wildcard_enum_match_arm)]

mod reader;
mod writer;

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Binding, Enclosure, ErrorEnvelope, Format, Member, Protocol, Structure, Type, Union};
use crate::rt;
use crate::text::Text;
use crate::words::ident;

/// How requests and responses of a protocol look.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Codec {
    write: Dialect,
    read: Dialect,
    errors: ErrorEnvelope,
}

/// How the calls for one format look.
#[derive(Debug, Clone, Copy)]
struct Dialect {
    format: Format,
    form: Form,
}

/// What encloses the members of a structure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// An object, which the structure itself begins and ends.
    Object,
    /// The element or key of the member that the structure is the value of.
    /// Items and entries have names as well, and may be among the members.
    Element,
}

/// The members that a document holds.
pub(crate) fn body_members(structure: &Structure) -> impl Iterator<Item = &Member> {
    structure.members.iter().filter(|member| member.binding == Binding::Body)
}

impl Codec {
    /// The codec of a protocol.
    pub(crate) fn of(protocol: Protocol) -> Self {
        let Protocol { id: _, request, response, errors } = protocol;
        Self { write: Dialect::of(request), read: Dialect::of(response), errors }
    }

    /// How errors of responses look.
    pub(crate) fn errors(&self) -> TokenStream {
        rt::errors(self.errors)
    }

    /// The impls that write and read a structure, as far as the client uses them.
    pub(crate) fn structure(&self, structure: &Structure) -> (Option<TokenStream>, Option<TokenStream>) {
        let write = structure.codec.write.then(|| self.write.write_structure(structure));
        let read = structure.codec.read.then(|| self.read.read_structure(structure));
        (write, read)
    }

    /// The impls that write and read a union, as far as the client uses them.
    pub(crate) fn union(&self, union: &Union) -> (Option<TokenStream>, Option<TokenStream>) {
        let write = union.codec.write.then(|| self.write.write_union(union));
        let read = union.codec.read.then(|| self.read.read_union(union));
        (write, read)
    }

    /// The last statements of a request: write the members that are bound to
    /// the body and make the request of it. `root` is what the body begins with.
    pub(crate) fn request_body(&self, input: &Structure, root: &Text, send: &TokenStream) -> TokenStream {
        let document = self.document(body_members(input), &quote!(input), root);
        quote! {
            #document
            req.#send(w)
        }
    }

    /// The last statements of a request whose body is the events of a member,
    /// with the members that are bound to the body in a message before them.
    pub(crate) fn request_events(&self, input: &Structure, root: &Text, events: &Member) -> TokenStream {
        let field = ident(&events.field);
        let document = self.document(body_members(input), &quote!(input), root);
        quote! {
            #document
            req.events_after(w, input.#field, cfg)
        }
    }

    /// The statements that write a document of members into a writer called `w`.
    fn document<'m>(&self, members: impl Iterator<Item = &'m Member>, owner: &TokenStream, root: &Text) -> TokenStream {
        let dialect = self.write;
        let module = dialect.module();
        let members = dialect.members(members, owner);
        let (new, begin, end) = match dialect.format {
            Format::Json | Format::RpcJson | Format::Cbor => {
                (quote!(new()), quote!(w.begin_object();), quote!(w.end_object();))
            }
            Format::Xml => (quote!(new()), quote!(w.begin(#root);), quote!(w.end(#root);)),
            Format::Query => (quote!(new(#root)), quote!(), quote!()),
            Format::Ec2Query => (quote!(of_ec2(#root)), quote!(), quote!()),
        };
        // A query without members is what the writer begins with.
        let mutable = (!begin.is_empty() || !members.is_empty()).then(|| quote!(mut));
        quote! {
            let #mutable w = rt::#module::Writer::#new;
            #begin
            #members
            #end
        }
    }

    /// The statements that make a document of members the payload of `event`.
    pub(crate) fn event_document<'m>(
        &self,
        members: impl Iterator<Item = &'m Member>,
        owner: &TokenStream,
        root: &Text,
    ) -> TokenStream {
        let document = self.document(members, owner, root);
        quote! {
            #document
            event.body(w);
        }
    }

    /// The call that makes one value the payload of an event.
    pub(crate) fn event_payload(&self, root: &Text, ty: &Type, value: &TokenStream) -> TokenStream {
        let writer = self.write.payload(root, ty, value);
        quote!(payload(#writer))
    }

    /// The expression that reads the document that `event` is.
    pub(crate) fn read_event(&self, ty: &Type) -> TokenStream {
        let (module, read) = (self.read.module(), self.read.element_reader(ty));
        reader::place(quote!(rt::#module::document(event, #read)), ty, false)
    }

    /// The expression that reads the member that the payload of `event` is.
    /// `wire` is the name of its document.
    pub(crate) fn read_event_payload(&self, member: &Member, wire: &Text) -> TokenStream {
        let (module, read) = (self.read.module(), self.read.element_reader(&member.ty));
        let root = (self.read.form == Form::Element).then(|| self.read.read_name(wire));
        let root = root.map(|root| quote!(#root,));
        reader::place(quote!(rt::#module::payload(event, #root #read)?), &member.ty, member.is_boxed)
    }

    /// How errors in events look.
    pub(crate) fn event_errors(&self) -> TokenStream {
        rt::event_errors(self.errors)
    }

    /// The last expression of a request whose body is one structured member.
    pub(crate) fn request_payload(&self, member: &Member) -> TokenStream {
        let field = ident(&member.field);
        let value = if member.is_boxed { quote!(input.#field.as_deref()) } else { quote!(input.#field.as_ref()) };
        match (self.write.form, &member.ty) {
            // Of objects, only a structure has a value for none of its members.
            (Form::Object, Type::Structure(_)) => {
                let module = self.write.module();
                quote!(req.body(rt::#module::Writer::of_structure(#value)))
            }
            (_, ty) => {
                let writer = self.write.payload(&member.wire, ty, &value);
                quote!(req.payload(#writer))
            }
        }
    }

    /// The statements that read the members bound to the body into the builder
    /// `b`, from a reader called `reader`.
    pub(crate) fn response_body(
        &self,
        structure: &Structure,
        response: &TokenStream,
        enclosure: &Enclosure,
    ) -> TokenStream {
        let dialect = self.read;
        let module = dialect.module();
        let required = body_members(structure).find(|member| member.presence.is_required());
        // An element says itself that it is not there.
        let can_be_empty = structure.error.is_some() || dialect.form == Form::Element;
        let reader = match required.filter(|_| !can_be_empty) {
            Some(member) => {
                let name = &member.model_name;
                quote!(rt::#module::Reader::of_required(#response, #name)?)
            }
            None => quote!(rt::#module::Reader::of(#response)),
        };
        // The element of an error was found when the error was recognised.
        let is_entered = structure.error.is_some() && dialect.form == Form::Element;
        let begin = match enclosure {
            Enclosure::Nothing => return self.read_bare(structure, &reader),
            Enclosure::Document { .. } if is_entered => quote!(),
            Enclosure::Document { root: None } => quote!(r.begin_document();),
            Enclosure::Document { root: Some(root) } => {
                let root = dialect.read_name(root);
                quote!(r.begin_root(#root);)
            }
            Enclosure::Element { root, name } => quote!(r.begin_root(#root); r.begin_child(#name);),
        };
        self.read_document(body_members(structure), &reader, &begin)
    }

    /// The statements that read the one member that the document is.
    fn read_bare(&self, structure: &Structure, reader: &TokenStream) -> TokenStream {
        let members = body_members(structure).take(1).map(|member| {
            let (root, statement) = (self.read.read_name(&member.wire), self.read.statement(member));
            quote!(r.begin_root(#root); #statement;)
        });
        quote! {
            let mut reader = #reader;
            let r = &mut reader;
            #(#members)*
        }
    }

    /// The statements that read members out of the document that the payload of
    /// an event is.
    pub(crate) fn event_body<'m>(&self, members: impl Iterator<Item = &'m Member>) -> TokenStream {
        let module = self.read.module();
        self.read_document(members, &quote!(rt::#module::Reader::of(event)), &quote!(r.begin_document();))
    }

    fn read_document<'m>(
        &self,
        members: impl Iterator<Item = &'m Member>,
        reader: &TokenStream,
        begin: &TokenStream,
    ) -> TokenStream {
        let members = self.read.read_members(members);
        quote! {
            let mut reader = #reader;
            let r = &mut reader;
            #begin
            #members
        }
    }

    /// The expression that reads a structured payload.
    pub(crate) fn response_payload(&self, member: &Member, response: &TokenStream, is_required: bool) -> TokenStream {
        let read = self.read.element_reader(&member.ty);
        let root = self.read.read_name(&member.wire);
        let module = self.read.module();
        let value = match (self.read.form, &member.ty) {
            (Form::Object, _) if is_required => {
                let name = &member.model_name;
                quote!(rt::#module::required_payload(#response, #name, #read)?)
            }
            (Form::Object, _) => quote!(rt::#module::payload(#response, #read)?),
            // An answer may be without a union, as a request may.
            (Form::Element, Type::Union(_)) if !is_required => quote!(rt::#module::payload(#response, #root, #read)?),
            (Form::Element, _) => quote!(rt::#module::root(#response, #root, #read)?),
        };
        reader::place(value, &member.ty, member.is_boxed)
    }

    /// The expression for a required structure that a response left out.
    pub(crate) fn default_value(&self, member: &Member) -> TokenStream {
        let module = self.read.module();
        let is_recursive = matches!(&member.ty, Type::Structure(named) if named.is_recursive);
        if !is_recursive && !member.is_boxed {
            return quote!(rt::#module::corrected);
        }
        let read = self.read.element_reader(&member.ty);
        let value = reader::place(quote!(rt::#module::corrected_by(#read)), &member.ty, member.is_boxed);
        quote!(|| #value)
    }
}

impl Dialect {
    fn of(format: Format) -> Self {
        let form = match format {
            Format::Json | Format::RpcJson | Format::Cbor => Form::Object,
            Format::Xml | Format::Query | Format::Ec2Query => Form::Element,
        };
        Self { format, form }
    }

    /// The module of the runtime.
    fn module(self) -> proc_macro2::Ident {
        rt::module(self.format)
    }

    /// The literal that a writer takes for a member.
    fn key(self, name: &Text) -> Text {
        match self.format {
            // With the name escaped as JSON has it.
            Format::Json | Format::RpcJson => name.map(|name| format!(",{}:", serde_json::Value::from(name))),
            Format::Cbor | Format::Xml | Format::Query | Format::Ec2Query => name.clone(),
        }
    }

    /// Whether every list is among the members of its structure, and nothing is written
    /// for one that is empty.
    fn has_flat_lists(self) -> bool {
        self.format == Format::Ec2Query
    }

    /// The expression for the writer of a document that is one value, if that is set.
    fn payload(self, root: &Text, ty: &Type, value: &TokenStream) -> TokenStream {
        let (module, tag, write) = (self.module(), self.key(root), self.element_writer(ty));
        match (self.form, ty) {
            (Form::Object, Type::Structure(_) | Type::Union(_)) => quote!(rt::#module::Writer::of(#value)),
            (Form::Object, Type::Document) => quote!(rt::#module::Writer::of_document(#value)),
            (Form::Object, _) => quote!(rt::#module::Writer::of_value(#value, #write)),
            (Form::Element, Type::Structure(_) | Type::Union(_)) => quote!(rt::#module::Writer::of(#tag, #value)),
            (Form::Element, _) => quote!(rt::#module::Writer::of_element(#tag, #value, #write)),
        }
    }
}
