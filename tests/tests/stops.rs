//! In: models that are wrong. Out: a failure where a client is made of one that it should not
//! be made of, is refused for something that it does not depend on, or where the generator
//! panics. Why: a rule whose ERROR stops nothing is one that later stages must not rely on.

use std::path::{Path, PathBuf};

use whitesmith_codegen::{generate, load, Generated, Kind, LoadOptions, Model, Options, Severity, Shape, Sources};

/// Generates from one text, restJson1 if the service says nothing else.
fn generate_one(text: &str, operations: Option<&[&str]>) -> (Sources, Generated) {
    let mut sources = Sources::new();
    sources.add("model.smithy", text);
    let options = options(None, operations.map(|names| names.iter().map(|name| (*name).to_owned()).collect()));
    let generated = generate(&sources, &options);
    (sources, generated)
}

fn options(service: Option<String>, operations: Option<Vec<String>>) -> Options {
    Options { package: "fixture".to_owned(), version: "0.1.0".to_owned(), service, operations, ..Options::default() }
}

/// What a generator makes of the model: the ids of what stops it, or of what it warns of.
fn outcome(generated: &Generated) -> String {
    let ids = |severity: Severity| {
        let events = generated.diagnostics.iter().filter(|event| event.severity == severity);
        let mut ids: Vec<&str> = events.map(|event| event.id.as_ref()).collect();
        ids.sort_unstable();
        ids.dedup();
        ids.join(", ")
    };
    if generated.diagnostics.has_errors() {
        assert!(generated.tree.is_empty(), "there is a crate beside errors");
        return format!("stops: {}", ids(Severity::Error));
    }
    for (path, text) in generated.tree.iter().filter(|(path, _)| path.ends_with(".rs")) {
        syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}\n{text}"));
    }
    match ids(Severity::Warning) {
        ids if ids.is_empty() => "generates".to_owned(),
        ids => format!("generates, warns of {ids}"),
    }
}

#[track_caller]
fn check(text: &str, operations: Option<&[&str]>, expected: &str) {
    let (sources, generated) = generate_one(text, operations);
    assert_eq!(outcome(&generated), expected, "{}", generated.diagnostics.render_text(&sources, false));
}

/// The rest of a model with one mistake in it.
fn service(operations: &str, rest: &str) -> String {
    format!(
        "$version: \"2.0\"\nnamespace example\nuse aws.protocols#restJson1\n\
         @restJson1\nservice Shop {{ version: \"1\", operations: [{operations}] }}\n\
         @http(method: \"GET\", uri: \"/ping\")\noperation Ping {{}}\n{rest}"
    )
}

#[test]
fn faults_outside_of_a_slice_do_not_stop_it() {
    let text = service(
        "Ping, Put",
        "@http(method: \"POST\", uri: \"/put\")\noperation Put { input := { broken: Missing, flag: Union } }\nunion Union {}\n",
    );
    check(&text, None, "stops: Target, Union");
    check(&text, Some(&["Put"]), "stops: Target, Union");
    check(&text, Some(&["Ping"]), "generates, warns of Target, Union");
}

#[test]
fn faults_of_mixins_are_those_of_who_mixes_them_in() {
    let text = service(
        "Ping, Put",
        "@http(method: \"POST\", uri: \"/put\")\noperation Put { input := with [Base] {} }\n\
         @mixin\nstructure Base { broken: Missing }\n",
    );
    check(&text, Some(&["Put"]), "stops: Target");
    check(&text, Some(&["Ping"]), "generates, warns of Target");
}

#[test]
fn a_text_that_cannot_be_read_stops_every_slice() {
    check(&service("Ping", "structure Broken { a: String"), Some(&["Ping"]), "stops: Model");
}

#[test]
fn traits_that_are_read_stop_and_others_warn() {
    let with = |applied: &str| service("Ping", &format!("apply Ping {applied}\n"));
    check(&with("@endpoint(hostPrefix: \"a b.\")"), None, "stops: HostLabelTrait");
    check(&with("@endpoint(hostPrefix: 5)"), None, "stops: Model");
    check(&with("@examples([{ title: 5 }])"), None, "generates, warns of Model");
    check(&with("@documentation(5)"), None, "generates, warns of Model");
    check(&with("@tags([5])"), None, "generates, warns of Model");
    check(&with("@externalDocumentation(a: \"b\")"), None, "generates, warns of Model");
    check(&with("@aws.iam#iamAction(name: 5)"), None, "generates, warns of Model");
    check(&with("@required"), None, "stops: TraitTarget");
    check(&with("@pattern(\"^a$\")"), None, "generates, warns of TraitTarget");
}

#[test]
fn defaults_that_are_no_values_are_refused() {
    let with = |member: &str| {
        service(
            "Ping, Get",
            &format!(
                "@http(method: \"GET\", uri: \"/get\")\noperation Get {{ output := {{ a: A }} }}\n\
                 structure A {{\n{member}\n}}\n"
            ),
        )
    };
    for member in ["a: Byte = 128", "a: Long = 9223372036854775808", "a: Integer = 1.5", "a: Double = 1e999"] {
        check(&with(member), None, "stops: DefaultTrait");
    }
    for member in ["a: Timestamp = \"1985-02-30T00:00:00Z\"", "a: Float = \"infinity\"", "a: Boolean = 0"] {
        check(&with(member), None, "stops: DefaultTrait");
    }
    for member in ["a: Float = 1e39", "a: Timestamp = 1e30", "a: Timestamp = 1e-10", "a: BigDecimal = 1e9999999999"] {
        check(&with(member), None, "stops: Whitesmith.UnsupportedDefault");
    }
    check(&with("a: Blob = \"no base64\""), None, "stops: Whitesmith.UnsupportedDefault");
    check(&with("@length(min: 3)\na: String = \"a\""), None, "generates, warns of DefaultTrait");
}

/// Names that differ in case are one module where their words are the same.
#[test]
fn waiters_that_get_one_name_are_refused() {
    let collision = "stops: Whitesmith.NameCollision";
    let warned = "generates, warns of UniqueWaiterNames";
    for (second, expected) in [("PINGDone", collision), ("Pingdone", warned), ("PingOver", "generates")] {
        let waiters = |name: &str| {
            format!("@smithy.waiters#waitable({name}: {{ acceptors: [{{ state: \"success\", matcher: {{ success: true }} }}] }})")
        };
        let put = format!("{}\n@http(method: \"POST\", uri: \"/put\")\noperation Put {{}}\n", waiters(second));
        let text =
            service("Ping, Put", &put).replace("operation Ping", &format!("{}\noperation Ping", waiters("PingDone")));
        check(&text, None, expected);
    }
}

/// Names that are texts for a model, and that HTTP, a host or a file cannot have.
#[test]
fn a_path_that_a_client_cannot_evaluate_is_an_error() {
    let rules = "smithy.rules#endpointRuleSet({ version: \"1.0\", parameters: { Keys: { type: \"string\", documentation: \"d\" } }, \
                 rules: [{ conditions: [], type: \"endpoint\", endpoint: { url: \"https://example.com\" } }] })";
    for (links, expected) in [(3, "generates"), (300, "stops: Whitesmith.EndpointRules")] {
        let path = format!("{}name", "next.".repeat(links));
        let put = format!(
            "@smithy.rules#operationContextParams(Keys: {{ path: \"{path}\" }})\n@http(method: \"POST\", uri: \"/put\")\n\
             operation Put {{ input := {{ next: Link, name: String }} }}\nstructure Link {{ next: Link, name: String }}\n"
        );
        let text = service("Ping, Put", &put).replace("@restJson1\nservice", &format!("@restJson1\n@{rules}\nservice"));
        check(&text, None, expected);
    }
}

#[test]
fn names_that_nothing_can_have_are_refused() {
    let refused = "stops: Whitesmith.UnusableName";
    let ping = service("Ping", "");
    for method in ["PO ST", "P\\r\\nX: y", "é"] {
        check(&ping.replace("\"GET\"", &format!("\"{method}\"")), None, refused);
    }
    let with = |input: &str, output: &str| {
        service("Ping, Put", &format!(
            "@http(method: \"POST\", uri: \"/put\")\noperation Put {{\n input := {{ {input} }}\n output := {{ {output} }}\n}}\n\
             map Words {{ key: String, value: String }}\n"
        ))
    };
    for name in ["a b", "a\\r\\nb: c", "é", "a:"] {
        let header = format!("@httpHeader(\"{name}\") a: String");
        let prefix = format!("@httpPrefixHeaders(\"{name}\") a: Words");
        for member in [header.as_str(), prefix.as_str()] {
            check(&with(member, ""), None, refused);
            check(&with("", member), None, refused);
            // Where nothing is bound to headers, it is a text like any other.
            let rpc = with(member, "").replace("restJson1", "awsJson1_1");
            check(&rpc, None, "generates");
        }
        check(&with(&header, ""), Some(&["Ping"]), "generates");
    }
    check(&with("@httpPrefixHeaders(\"\") a: Words", ""), None, "generates");
    let of_aws = |facts: &str| ping.replace("service Shop", &format!("{facts}\nservice Shop"));
    for prefix in ["evil.example/x#", "a..b", "", "a@b", "é", "a\\n"] {
        check(&of_aws(&format!("@aws.api#service(sdkId: \"Shop\", endpointPrefix: \"{prefix}\")")), None, refused);
    }
    check(&of_aws("@aws.api#service(sdkId: \"Shop\", endpointPrefix: \"data.shop-1\")"), None, "generates");
    check(&of_aws("@aws.api#service(sdkId: \"Sh\\nop\")"), None, refused);
    check(&of_aws("@aws.auth#sigv4(name: \"s\\r\\nhop\")"), None, refused);
    check(&of_aws("@aws.auth#sigv4(name: \"a/b\")"), None, refused);
    let with_key = |facts: &str| of_aws(&format!("@httpApiKeyAuth({facts})"));
    for name in ["X Key", "X\\r\\nHost", "é"] {
        check(&with_key(&format!("in: \"header\", name: \"{name}\"")), None, refused);
        check(&with_key(&format!("in: \"query\", name: \"{name}\"")), None, "generates");
        check(&with_key(&format!("in: \"header\", name: \"X-Key\", scheme: \"{name}\"")), None, refused);
    }
    let long = "Long".repeat(60);
    check(
        &with(&format!("a: {long}"), "").replace("map Words", &format!("structure {long} {{}}\nmap Words")),
        None,
        refused,
    );
    check(&ping.replace("Ping", &long), None, refused);
    let with_event = |name: &str| {
        with("", "@httpPayload stream: Events").replace(
            "map Words",
            &format!("@streaming\nunion Events {{ event: Event }}\nstructure Event {{ @eventHeader {name}: String }}\nmap Words"),
        )
    };
    check(&with_event(&"h".repeat(255)), None, "generates");
    check(&with_event(&"h".repeat(256)), None, refused);
}

#[test]
fn renames_of_what_is_not_in_the_client_are_not_its_matter() {
    let text = service(
        "Ping, Put",
        "@http(method: \"POST\", uri: \"/put\")\noperation Put { input := { a: A } }\nstructure A {}\n",
    )
    .replace("version: \"1\"", "version: \"1\", rename: { \"example#A\": \"1st\", \"example#Put\": \"Post\" }");
    check(&text, None, "stops: Whitesmith.InvalidName");
    check(&text, Some(&["Ping"]), "generates, warns of Service");
}

/// Every mistake that messages are written for, in a service that has all shapes of its model.
#[test]
fn every_mistake_is_refused_or_generates() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("diagnostics");
    let entries = std::fs::read_dir(&folder).expect("the folder is part of the repository").flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "smithy" || extension == "json"));
    paths.sort();
    let lines_of = |path: &PathBuf| -> String {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let text = std::fs::read_to_string(path).expect("fixtures are readable");
        let outcomes = outcomes_of(&name, &text).into_iter();
        outcomes.map(|(service, outcome)| format!("{name} {service}: {outcome}\n")).collect()
    };
    // By as many threads as there are processors; a panic in one is a failure of the test.
    let count = std::thread::available_parallelism().map_or(1, usize::from);
    let outcomes: String = std::thread::scope(|scope| {
        let parts = paths.chunks(paths.len().div_ceil(count));
        let threads: Vec<_> =
            parts.map(|paths| scope.spawn(|| paths.iter().map(lines_of).collect::<String>())).collect();
        threads.into_iter().map(|thread| thread.join().expect("no mistake makes the generator panic")).collect()
    });
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("stops");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("mistakes", outcomes));
}

/// What comes of each service of a fixture. The protocol of the snapshot is the one with the
/// most bindings; that others and a single operation come to an end is all that is asked of them.
fn outcomes_of(name: &str, text: &str) -> Vec<(String, String)> {
    let mut sources = Sources::new();
    sources.add(name, text);
    let (model, _) = load(&sources, &LoadOptions::default());
    let services = completed(&model, &mut sources);
    let mut outcomes = Vec::new();
    for id in services {
        let generated = generate(&sources, &options(Some(id.clone()), None));
        outcomes.push((id.clone(), outcome(&generated)));
        let of_query = Options { protocol: Some("awsQuery".to_owned()), ..options(Some(id.clone()), None) };
        outcome(&generate(&sources, &of_query));
        if text.contains("smithy.test") {
            let with_tests = Options { protocol_tests: true, ..options(Some(id.clone()), None) };
            outcome(&generate(&sources, &with_tests));
        }
        let service = model.shapes().find(|shape| shape.id.as_str() == id);
        if let Some(operation) = service.and_then(|service| model.operations_of(service).into_iter().next()) {
            let slice = Some(vec![operation.id.as_str().to_owned()]);
            outcome(&generate(&sources, &options(Some(id.clone()), slice)));
        }
    }
    outcomes
}

/// Adds what the fixture lacks to be a service: protocols, bindings, and where it has no
/// service, one that reaches all of it. Returns the ids of the services.
fn completed(model: &Model, sources: &mut Sources) -> Vec<String> {
    let own: Vec<&Shape> = model.shapes().filter(|shape| !shape.is_builtin()).collect();
    let mut rest = "$version: \"2.0\"\nnamespace completed\n".to_owned();
    let ids = |is_wanted: fn(&Shape) -> bool| -> Vec<String> {
        let wanted = own.iter().filter(|shape| is_wanted(shape) && !shape.has_trait("smithy.api#mixin"));
        wanted.map(|shape| shape.id.to_string()).collect()
    };
    for shape in &own {
        if matches!(shape.kind, Kind::Operation(_)) && !shape.has_trait("smithy.api#http") {
            let name = shape.id.as_str().split_once('#').map_or("", |(_, name)| name);
            rest.push_str(&format!("apply {} @http(method: \"POST\", uri: \"/{name}\")\n", shape.id));
        }
    }
    let mut services = ids(|shape| matches!(shape.kind, Kind::Service(_)));
    if services.is_empty() {
        let operations = ids(|shape| matches!(shape.kind, Kind::Operation(_)));
        let is_data = |shape: &Shape| {
            let is_aggregate =
                matches!(shape.kind, Kind::Structure | Kind::Union | Kind::List | Kind::Map | Kind::Enum);
            is_aggregate
                && !["trait", "error", "input", "output"].iter().any(|id| shape.has_trait(&format!("smithy.api#{id}")))
        };
        let members: String =
            ids(is_data).iter().enumerate().map(|(index, id)| format!("member{index}: {id}\n")).collect();
        rest.push_str(&format!(
            "service Completed {{ version: \"1\", operations: [Carry {}] }}\n@http(method: \"POST\", uri: \"/carry\")\n\
             operation Carry {{\ninput := {{\n{members}}}\noutput := {{\n{members}}}\n}}\n",
            operations.join(" ")
        ));
        services.push("completed#Completed".to_owned());
    }
    for id in &services {
        for protocol in ["restJson1", "awsQuery"] {
            let known = own.iter().find(|shape| shape.id.as_str() == id);
            if !known.is_some_and(|shape| shape.has_trait(&format!("aws.protocols#{protocol}"))) {
                rest.push_str(&format!("apply {id} @aws.protocols#{protocol}\n"));
            }
        }
        rest.push_str(&format!("apply {id} @xmlNamespace(uri: \"https://example.com/\")\n"));
    }
    sources.add("completed.smithy", rest);
    services
}
