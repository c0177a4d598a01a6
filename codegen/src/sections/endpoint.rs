//! `config/endpoint.rs` and `config/endpoint/rules.rs`: the parameters that decide where a
//! request goes, a line each, and the table of the rules. What is the same for every service
//! is two macros of the runtime.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::ir::endpoint::{
    Attribute, Condition, Endpoint, Expr, Outcome, Parameter, ParameterKind, ParameterSource, ParameterValue, Property,
    Scheme, Target,
};
use crate::ir::Client;
use crate::output::{File, Home};
use crate::text;
use crate::words::ident;

/// `config/endpoint.rs`.
pub(super) fn render(client: &Client) -> File {
    let endpoint = &client.service.endpoint;
    let mut items = vec![quote!(
        mod rules;
    )];
    if !client.service.endpoint_tests.is_empty() {
        items.push(quote!(
            #[cfg(test)]
            mod tests;
        ));
    }
    items.extend(["Endpoint", "EndpointFuture", "InvalidParams", "SharedEndpointResolver"].map(|name| {
        let name = ident(name);
        quote!(pub use whitesmith_runtime::sdk::config::endpoint::#name;)
    }));
    items.push(quote!(whitesmith_runtime::endpoint_resolver!(Params, rules::RULES);));
    let parameters = endpoint.parameters.iter().map(parameter);
    items.push(quote! {
        whitesmith_runtime::endpoint_params! {
            struct Params {
                #(#parameters)*
            }
        }
    });
    let given: Vec<_> = endpoint.parameters.iter().filter_map(given).collect();
    let settings =
        endpoint.asks_for(&ParameterSource::Setting).then(|| quote!(let settings = rt::endpoint::settings(cfg);));
    let cfg = if given.is_empty() { quote!(_) } else { quote!(cfg) };
    items.push(quote! {
        #[doc = " The parameters that all calls have."]
        pub(crate) fn params(#cfg: &crate::config::ConfigBag) -> ParamsBuilder {
            #settings
            Params::builder()#(#given)*
        }
    });
    let home = Home::module("crate::config::endpoint");
    File { docs: text::doc("The endpoints of requests.", &[]), attributes: &[], items, home }
}

fn parameter(parameter: &Parameter) -> TokenStream {
    let (docs, name) = (&parameter.docs, ident(&parameter.field));
    let (set, slot) = (ident(&parameter.setter), ident(&parameter.slot));
    let kind = ident(match parameter.kind {
        ParameterKind::Text => "Text",
        ParameterKind::Flag => "Flag",
        ParameterKind::List => "List",
        ParameterKind::Region => "Region",
        ParameterKind::Account => "Account",
    });
    let default = match &parameter.default {
        Some(ParameterValue::Flag(flag)) => Some(quote!(, #flag)),
        Some(ParameterValue::Text(text)) => Some(quote!(, #text)),
        Some(ParameterValue::List(texts)) => Some(quote!(, { [#(#texts.to_owned()),*] })),
        None => parameter.is_required.then(|| quote!(, required)),
    };
    quote!(#docs #name: #kind<#set, #slot #default>,)
}

/// The call that gives a parameter what all calls have.
fn given(parameter: &Parameter) -> Option<TokenStream> {
    let (set, name) = (ident(&parameter.setter), &parameter.name);
    let value = match parameter.source.as_ref()? {
        ParameterSource::Region => quote!(rt::endpoint::region(cfg)),
        ParameterSource::UseDualStack => quote!(rt::endpoint::use_dual_stack(cfg)),
        ParameterSource::UseFips => quote!(rt::endpoint::use_fips(cfg)),
        ParameterSource::EndpointUrl => quote!(rt::endpoint::endpoint_url(cfg)),
        ParameterSource::AccountIdEndpointMode => quote!(rt::endpoint::account_id_endpoint_mode(cfg)),
        ParameterSource::Setting => quote!(settings.get(#name)),
    };
    Some(quote!(.#set(#value)))
}

/// `config/endpoint/rules.rs`.
pub(super) fn rules(client: &Client) -> File {
    let endpoint = &client.service.endpoint;
    let table = Table::of(endpoint);
    // The slots of parameters, if a rule reads one.
    let parameters = (!endpoint.rules.reads.is_empty()).then(|| {
        quote!(
            use super::*;
        )
    });
    let mut items: Vec<TokenStream> = parameters.into_iter().collect();
    items.push(quote!(
        use whitesmith_runtime::__private::v1::endpoint::rules::*;
    ));
    items.extend(table.slots());
    items.extend(table.parts());
    items.extend(table.schemes());
    items.push(table.render(endpoint));
    let home = Home::module("crate::config::endpoint::rules");
    File { docs: text::doc("The endpoint rules of the service.", &[]), attributes: &[], items, home }
}

/// The names that a table uses.
struct Table<'e> {
    /// The slots by their numbers, those of parameters first.
    names: Vec<String>,
    /// How many of these are parameters.
    parameters: usize,
    /// The parts of values that several expressions ask for, with their names.
    parts: &'e [(Expr, String)],
    /// The lists of schemes that several results have.
    shared: Vec<&'e [Scheme]>,
}

impl<'e> Table<'e> {
    fn of(endpoint: &'e Endpoint) -> Self {
        let rules = &endpoint.rules;
        let mut names: Vec<String> = endpoint.parameters.iter().map(|parameter| parameter.slot.clone()).collect();
        names.extend(rules.assigned.iter().cloned());
        let targets = rules.results.iter().filter_map(|result| match result {
            Outcome::Endpoint(target) => Some(target),
            Outcome::Error(_) => None,
        });
        let schemes = targets.map(|target| target.schemes.as_slice()).filter(|schemes| !schemes.is_empty());
        let (mut seen, mut shared) = (Vec::new(), Vec::new());
        for schemes in schemes {
            if seen.contains(&schemes) && !shared.contains(&schemes) {
                shared.push(schemes);
            }
            seen.push(schemes);
        }
        Self { names, parameters: endpoint.parameters.len(), parts: &rules.parts, shared }
    }

    /// The constants of what conditions give a name to.
    fn slots(&self) -> Vec<TokenStream> {
        let assigned = self.names.iter().enumerate().skip(self.parameters);
        let constants = assigned.map(|(slot, name)| {
            let (name, slot) = (ident(name), Literal::usize_unsuffixed(slot));
            quote!(const #name: Expr<'static> = Slot(#slot);)
        });
        constants.collect()
    }

    /// The constants of parts. The first ones are in later ones.
    fn parts(&self) -> Vec<TokenStream> {
        let constants = self.parts.iter().map(|(part, name)| {
            let (name, value) = (ident(name), self.written(part));
            quote!(const #name: Expr<'static> = #value;)
        });
        constants.collect()
    }

    fn schemes(&self) -> Vec<TokenStream> {
        let constants = self.shared.iter().enumerate().map(|(index, schemes)| {
            let (name, list) = (scheme_list(index), self.scheme_items(schemes));
            quote!(const #name: &[Scheme<'static>] = &[#list];)
        });
        constants.collect()
    }

    fn render(&self, endpoint: &Endpoint) -> TokenStream {
        let rules = &endpoint.rules;
        let slots = Literal::usize_unsuffixed(self.names.len());
        let reads = rules.reads.iter().map(|slot| Literal::usize_unsuffixed(*slot));
        let conditions = rules.conditions.iter().map(|condition| self.condition(condition));
        let results = rules.results.iter().map(|result| self.outcome(result));
        let nodes = rules.nodes.iter().map(|row| {
            let [condition, yes, no] = row.map(Literal::i32_unsuffixed);
            quote!([#condition, #yes, #no])
        });
        quote! {
            pub(super) static RULES: Rules<'static> = Rules {
                slots: #slots,
                reads: &[#(#reads),*],
                conditions: &[#(#conditions),*],
                results: &[#(#results),*],
                nodes: &[#(#nodes),*],
            };
        }
    }

    fn condition(&self, condition: &Condition) -> TokenStream {
        let value = self.value(&condition.value);
        match condition.assign {
            Some(slot) => {
                let slot = self.value(&Expr::Slot(slot));
                quote!(Let(#slot, #value))
            }
            None => quote!(Is(#value)),
        }
    }

    fn value(&self, expression: &Expr) -> TokenStream {
        match self.parts.iter().find(|(part, _)| part == expression) {
            Some((_, name)) => {
                let name = ident(name);
                quote!(#name)
            }
            None => self.written(expression),
        }
    }

    fn written(&self, expression: &Expr) -> TokenStream {
        let number = |number: u32| Literal::u32_unsuffixed(number);
        match expression {
            Expr::Slot(slot) => {
                let name = self.names.get(*slot).map(|name| ident(name));
                quote!(#name)
            }
            Expr::Text(text) => quote!(Text(#text)),
            Expr::Flag(flag) => quote!(Flag(#flag)),
            Expr::Format(form, values) => {
                let values = values.iter().map(|value| self.value(value));
                quote!(Format(#form, &[#(#values),*]))
            }
            Expr::Set(of) => self.call("Set", of),
            Expr::Not(of) => self.call("Not", of),
            Expr::True(of) => self.call("True", of),
            Expr::Equal(both) => {
                let [left, right] = both.each_ref().map(|value| self.value(value));
                quote!(Equal(&#left, &#right))
            }
            Expr::Get(of, attribute) => {
                let of = self.value(of);
                let attribute = match attribute {
                    Attribute::Named(name) => {
                        let name = ident(name);
                        quote!(#name)
                    }
                    Attribute::Index(index) => {
                        let index = Literal::i32_unsuffixed(*index);
                        quote!(Index(#index))
                    }
                };
                quote!(Get(&#of, #attribute))
            }
            Expr::Substring { of, start, stop, is_reversed } => {
                let function = ident(if *is_reversed { "SubstringFromEnd" } else { "Substring" });
                let (of, start, stop) = (self.value(of), number(*start), number(*stop));
                quote!(#function(&#of, #start, #stop))
            }
            Expr::Url(of) => self.call("Url", of),
            Expr::HostLabel { of, has_dots } => self.call(if *has_dots { "HostLabels" } else { "HostLabel" }, of),
            Expr::Encode(of) => self.call("Encode", of),
            Expr::Split(both, limit) => {
                let [of, delimiter] = both.each_ref().map(|value| self.value(value));
                let limit = number(*limit);
                quote!(Split(&#of, &#delimiter, #limit))
            }
            Expr::First(of) => {
                let of = of.iter().map(|value| self.value(value));
                quote!(First(&[#(#of),*]))
            }
            Expr::If(all) => {
                let [condition, yes, no] = all.each_ref().map(|value| self.value(value));
                quote!(If(&#condition, &#yes, &#no))
            }
            Expr::Partition(of) => self.call("Partition", of),
            Expr::Arn(of) => self.call("Arn", of),
            Expr::Bucket { of, has_dots } => self.call(if *has_dots { "Buckets" } else { "Bucket" }, of),
        }
    }

    fn call(&self, function: &str, of: &Expr) -> TokenStream {
        let (function, of) = (ident(function), self.value(of));
        quote!(#function(&#of))
    }

    /// The two arguments of a text with values in it.
    fn form(&self, expression: &Expr) -> TokenStream {
        if let Expr::Text(text) = expression {
            return quote!(#text, &[]);
        }
        if let Expr::Format(form, values) = expression {
            let values = values.iter().map(|value| self.value(value));
            return quote!(#form, &[#(#values),*]);
        }
        let value = self.value(expression);
        quote!("{}", &[#value])
    }

    fn outcome(&self, outcome: &Outcome) -> TokenStream {
        match outcome {
            Outcome::Error(Expr::Text(message)) => quote!(fail(#message)),
            Outcome::Error(message) => {
                let message = self.form(message);
                quote!(fail_with(#message))
            }
            Outcome::Endpoint(target) => self.target(target),
        }
    }

    fn target(&self, target: &Target) -> TokenStream {
        let url = self.form(&target.url);
        let schemes = (!target.schemes.is_empty()).then(|| {
            match self.shared.iter().position(|shared| *shared == target.schemes.as_slice()) {
                Some(index) => {
                    let name = scheme_list(index);
                    quote!(.signed(#name))
                }
                None => {
                    let list = self.scheme_items(&target.schemes);
                    quote!(.signed(&[#list]))
                }
            }
        });
        let headers = target.headers.iter().map(|(name, values)| {
            let values = values.iter().map(|value| self.value(value));
            quote!((#name, &[#(#values),*]))
        });
        let headers = (!target.headers.is_empty()).then(|| quote!(.headers(&[#(#headers),*])));
        let properties = self.properties(&target.properties);
        let properties = (!target.properties.is_empty()).then(|| quote!(.properties(&[#properties])));
        quote!(at(#url) #schemes #headers #properties)
    }

    fn scheme_items(&self, schemes: &[Scheme]) -> TokenStream {
        let schemes = schemes.iter().map(|scheme| {
            let (name, properties) = (self.value(&scheme.name), self.properties(&scheme.properties));
            quote!(scheme(#name, &[#properties]))
        });
        quote!(#(#schemes),*)
    }

    fn properties(&self, properties: &[(text::Text, Property)]) -> TokenStream {
        let members = properties.iter().map(|(name, property)| {
            let property = self.property(property);
            quote!((#name, #property))
        });
        quote!(#(#members),*)
    }

    fn property(&self, property: &Property) -> TokenStream {
        match property {
            Property::Value(value) => {
                let value = self.value(value);
                quote!(Property::Value(#value))
            }
            Property::Bool(flag) => quote!(Property::Bool(#flag)),
            Property::Integer(number) => {
                let number = Literal::i64_unsuffixed(*number);
                quote!(Property::Integer(#number))
            }
            Property::List(elements) => {
                let elements = elements.iter().map(|element| self.property(element));
                quote!(Property::List(&[#(#elements),*]))
            }
            Property::Object(members) => {
                let members = self.properties(members);
                quote!(Property::Object(&[#members]))
            }
        }
    }
}

fn scheme_list(index: usize) -> proc_macro2::Ident {
    ident(&format!("SCHEMES_{index}"))
}
