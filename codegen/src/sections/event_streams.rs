//! Streams of events: how a union is written as an event and read from one, the
//! enum of its errors, and how a structure is one that has members outside of
//! its document. One arm an event, one line a member.

use proc_macro2::TokenStream;
use quote::quote;

use super::{built, operation_error, response};
use crate::codecs::Codec;
use crate::ir::{Event, EventCodec, EventPlace, EventStream, Member, Passed, PayloadKind, Structure, Type, Union};
use crate::text::{self, Text};
use crate::words::{self, ident};

/// The content of the file of a union that is an event stream.
pub(super) fn union(union: &Union, codec: &Codec) -> Vec<TokenStream> {
    let Some(stream) = &union.stream else { return Vec::new() };
    let allow = words::allow_deprecated(union.touches_deprecated() || union.attrs.deprecated.is_some());
    let mut items = Vec::new();
    if stream.directions.write {
        let write = write_union(union, stream, codec);
        items.push(quote!(#allow #write));
    }
    if stream.directions.read {
        let read = read_union(union, stream, codec);
        items.push(quote!(#allow #read));
    }
    let link = text::name(&union.name);
    let doc = text::doc("Errors of a stream of [`{}`](crate::types::{}).", &[&link, &link]);
    items.extend(operation_error::render_enum(
        &stream.errors,
        stream.has_large_error,
        &ident(&stream.error.name),
        &doc,
    ));
    if stream.directions.write {
        items.push(write_error(stream, codec));
    }
    if stream.directions.read {
        items.push(read_error(stream, codec));
    }
    items
}

fn write_union(union: &Union, stream: &EventStream, codec: &Codec) -> TokenStream {
    let (name, text) = (ident(&union.name), &union.name);
    let arms = stream.events.iter().map(|event| write_arm(event, &quote!(begin), codec));
    quote! {
        impl rt::event_stream::Write for #name {
            fn write(self, event: &mut rt::event_stream::EventWriter) {
                match self {
                    #(#arms)*
                    Self::Unknown(_) => event.fail_unknown_variant(#text),
                }
            }
        }
    }
}

fn write_error(stream: &EventStream, codec: &Codec) -> TokenStream {
    let (name, text) = (ident(&stream.error.name), &stream.error.name);
    // Where several members are of one error, the first is as good as any.
    let first = |error: &&crate::ir::ErrorVariant| {
        let event = stream.error_events.iter().find(|event| event.variant == error.variant)?;
        Some(write_arm(event, &quote!(begin_error), codec))
    };
    let arms = stream.errors.iter().filter_map(|error| first(&error));
    quote! {
        #[allow(deprecated)]
        impl rt::event_stream::Write for #name {
            fn write(self, event: &mut rt::event_stream::EventWriter) {
                match self {
                    #(#arms)*
                    Self::Unhandled(_) => event.fail_unhandled(#text),
                }
            }
        }
    }
}

fn write_arm(event: &Event, begin: &TokenStream, codec: &Codec) -> TokenStream {
    let (variant, wire) = (ident(&event.variant), &event.wire);
    let call = match &event.document {
        Some(root) => codec.event_payload(root, &event.ty, &quote!(Some(&v))),
        None => quote!(structure(v)),
    };
    quote!(Self::#variant(v) => event.#begin(#wire).#call,)
}

fn read_union(union: &Union, stream: &EventStream, codec: &Codec) -> TokenStream {
    let name = ident(&union.name);
    let arms = stream.events.iter().map(|event| {
        let (variant, wire) = (ident(&event.variant), &event.wire);
        let value = match &event.document {
            Some(_) => codec.read_event(&event.ty),
            None => quote!(event.structure()),
        };
        quote!(#wire => #value.map(Self::#variant),)
    });
    let sensitive = stream.has_secrets.then(is_sensitive);
    quote! {
        impl rt::event_stream::Read for #name {
            #sensitive
            fn read(event: &rt::event_stream::Event<'_>) -> rt::Built<Self> {
                match event.name() {
                    #(#arms)*
                    name => Ok(Self::Unknown(rt::UnknownMember::new(name))),
                }
            }
        }
    }
}

/// Errors of whatever reads it keep nothing of it.
fn is_sensitive() -> TokenStream {
    quote!(
        const IS_SENSITIVE: bool = true;
    )
}

fn read_error(stream: &EventStream, codec: &Codec) -> TokenStream {
    let (name, errors) = (ident(&stream.error.name), codec.event_errors());
    let arms = stream.error_events.iter().map(|event| {
        let (variant, wire) = (ident(&event.variant), &event.wire);
        match &event.document {
            Some(_) => quote!(#wire => error.modeled(Self::#variant),),
            None => quote!(#wire => error.read(|error| event.error(error), Self::#variant),),
        }
    });
    let sensitive = stream.has_secret_errors.then(is_sensitive);
    let uses_event = stream.error_events.iter().any(|event| event.document.is_none());
    let event = if uses_event { quote!(event) } else { quote!(_) };
    let allow = words::allow_deprecated(stream.errors.iter().any(|error| error.is_deprecated()));
    // `match` on nothing but `_` reads badly: a stream without errors has none.
    let body = if stream.error_events.is_empty() {
        quote!(Self::generic(error.into_metadata()))
    } else {
        quote! {
            match error.code() {
                #(#arms)*
                _ => Self::generic(error.into_metadata()),
            }
        }
    };
    quote! {
        #allow
        impl rt::event_stream::ReadError for #name {
            #sensitive
            const ERRORS: &'static rt::http::Errors = #errors;
            fn read(#event: &rt::event_stream::Event<'_>, error: rt::http::ErrorResponse<'_>) -> Self {
                #body
            }
        }
    }
}

/// How a structure is an event, where its members are not all in a document.
pub(super) fn structure(structure: &Structure, codec: &Codec) -> Vec<TokenStream> {
    let Some(event) = &structure.event else { return Vec::new() };
    let allow = words::allow_deprecated(structure.touches_deprecated() || structure.attrs.deprecated.is_some());
    let write = event.directions.write.then(|| write_structure(structure, event, codec));
    let read = event.directions.read.then(|| read_structure(structure, event, codec));
    [write, read].into_iter().flatten().map(|item| quote!(#allow #item)).collect()
}

/// The members with their places.
fn placed<'s>(
    structure: &'s Structure,
    event: &'s EventCodec,
) -> impl Iterator<Item = (&'s Member, &'s EventPlace)> + Clone {
    structure.members.iter().zip(&event.places)
}

/// The members in the document.
fn document<'s>(structure: &'s Structure, event: &'s EventCodec) -> impl Iterator<Item = &'s Member> {
    placed(structure, event).filter(|(_, place)| **place == EventPlace::Document).map(|(member, _)| member)
}

fn write_structure(structure: &Structure, event: &EventCodec, codec: &Codec) -> TokenStream {
    let name = ident(&structure.name);
    let headers = placed(structure, event).filter(|(_, place)| **place == EventPlace::Header).map(|(member, _)| {
        let (name, value) = (&member.model_name, header_value(member));
        quote!(event.header(#name, #value);)
    });
    let payload = placed(structure, event).find_map(|(member, place)| {
        let EventPlace::Payload { content_type, wire } = place else { return None };
        Some(write_payload(member, content_type, wire, codec))
    });
    let document = document(structure, event).next().is_some().then(|| {
        let members = self::document(structure, event);
        codec.event_document(members, &quote!(self), &event.root)
    });
    quote! {
        impl rt::event_stream::Write for #name {
            fn write(self, event: &mut rt::event_stream::EventWriter) {
                #(#headers)*
                #payload
                #document
            }
        }
    }
}

/// A member as the `Option` of what a header is made of.
fn header_value(member: &Member) -> TokenStream {
    let field = ident(&member.field);
    match (member.ty.passed(), member.presence.is_optional()) {
        (Passed::Copied | Passed::Widened, true) => quote!(self.#field),
        (Passed::Copied | Passed::Widened, false) => quote!(Some(self.#field)),
        (Passed::Slice, true) => quote!(self.#field.as_deref()),
        (Passed::Enum(named), true) => {
            let ty = words::named(named);
            quote!(self.#field.as_ref().map(#ty::as_str))
        }
        // A list cannot be a header, so a slice is a string.
        (Passed::Slice | Passed::Enum(_), false) => quote!(Some(self.#field.as_str())),
        (Passed::Reference, true) => quote!(self.#field.as_ref()),
        (Passed::Reference, false) => quote!(Some(&self.#field)),
    }
}

fn write_payload(member: &Member, content_type: &Text, wire: &Text, codec: &Codec) -> TokenStream {
    let field = ident(&member.field);
    let value = if member.presence.is_optional() { quote!(self.#field) } else { quote!(Some(self.#field)) };
    match member.ty.payload_kind() {
        PayloadKind::Blob => quote!(event.blob(#value, #content_type);),
        PayloadKind::String => quote!(event.text(#value, #content_type);),
        PayloadKind::Enum => quote!(event.text(#value.map(|v| v.as_str().to_owned()), #content_type);),
        // An event is there as a whole: nothing in it is a stream.
        PayloadKind::ByteStream | PayloadKind::Document => {
            let value = match (member.presence.is_optional(), member.is_boxed) {
                (true, true) => quote!(self.#field.as_deref()),
                (true, false) => quote!(self.#field.as_ref()),
                (false, _) => quote!(Some(&self.#field)),
            };
            let call = codec.event_payload(wire, &member.ty, &value);
            quote!(event.#call;)
        }
    }
}

fn read_structure(structure: &Structure, event: &EventCodec, codec: &Codec) -> TokenStream {
    let (name, builder) = (ident(&structure.name), words::builder(&structure.path));
    let has_document = document(structure, event).next().is_some();
    let body = has_document.then(|| codec.event_body(document(structure, event)));
    let placed = placed(structure, event).filter_map(|(member, place)| {
        let value = match place {
            EventPlace::Header => read_header(member),
            EventPlace::Payload { wire, .. } => read_payload(member, wire, codec),
            EventPlace::Document => return None,
        };
        Some((ident(&member.field), value))
    });
    let meta = structure.error.as_ref().map(|_| (ident("meta"), response::error_meta(structure)));
    let (fields, values): (Vec<_>, Vec<_>) = placed.chain(meta).unzip();
    let (name_of_trait, argument) = match &structure.error {
        None => (quote!(rt::event_stream::Read), quote!()),
        Some(_) => (quote!(rt::event_stream::ReadErrorEvent), quote!(, error: &rt::http::ErrorResponse<'_>)),
    };
    let message = response::message_under_another_name(structure);
    let is_changed = message.is_some().then(|| quote!(mut));
    let read = match body {
        Some(body) => quote!(let mut b = #builder::default(); #body #(b.#fields = #values;)*),
        None => quote!(let #is_changed b = #builder { #(#fields: #values,)* };),
    };
    let result = built::result(structure, has_document, built::Missing::IsCorrected);
    quote! {
        impl #name_of_trait for #name {
            fn read(event: &rt::event_stream::Event<'_> #argument) -> rt::Built<Self> {
                #read
                #message
                #result
            }
        }
    }
}

fn read_header(member: &Member) -> TokenStream {
    let name = &member.model_name;
    if let Type::Enum(_) = &member.ty {
        quote!(event.header_as(#name)?)
    } else {
        quote!(event.header(#name)?)
    }
}

fn read_payload(member: &Member, wire: &Text, codec: &Codec) -> TokenStream {
    match member.ty.payload_kind() {
        PayloadKind::Blob => quote!(event.blob()),
        PayloadKind::String => quote!(event.text()?),
        PayloadKind::Enum => quote!(event.text_as()?),
        PayloadKind::ByteStream | PayloadKind::Document => codec.read_event_payload(member, wire),
    }
}
