//! In: one model and many selectors. Out: a failure where a selector selects
//! something else, is explained at the wrong byte, or costs too much.

use crate::model::Model;
use crate::{load, LoadOptions, Severity, Sources};

use super::{describe, members_of, select, Graph, Query, Selector, Subject, Template};

const MODEL: &str = r#"
$version: "2.0"
namespace a

@trait(selector: "*")
list shelfTags { member: String }

@shelfTags(["old", "new"])
service Library { version: "2026-01-01", operations: [Count], resources: [Book] }

@tags(["old"])
@since("2020")
resource Book {
    identifiers: { isbn: Isbn }
    properties: { title: String }
    create: AddBook
    read: GetBook
    operations: [Lend]
    resources: [Page]
}

resource Page { identifiers: { isbn: Isbn, number: String }, list: ListPages }

operation Count { output: Counted }
operation AddBook { input: BookInput, errors: [Broken] }
@readonly
@tags(["lost", "old"])
operation GetBook { input: BookInput, output: BookOutput }
operation Lend {}
@readonly
operation ListPages {}

structure BookInput { @required isbn: Isbn, sizes: Sizes }
structure BookOutput with [Titled] { color: Color, more: BookOutput }
structure Counted { count: Integer, level: Level }
@mixin
structure Titled { @length(min: 1, max: 80) title: String }
@error("client")
@httpError(404)
structure Broken { message: String }

string Isbn
list Sizes { member: Long }
map Shelves { key: String, value: Sizes }
enum Color { RED, BLUE }
intEnum Level {
    LOW = 1
}

@enum([{ value: "s", name: "SMALL", tags: ["old"] }])
string Size

@externalDocumentation("Home page": "https://example.com/", Api: "https://example.com/api")
@documentation("Ok")
string Documented
"#;

fn model() -> Model {
    let mut sources = Sources::new();
    sources.add("a.smithy", MODEL);
    let (model, diagnostics) = load(&sources, &LoadOptions::default());
    // A shape of each kind in a small model; what resources and their operations
    // have to do with each other is not the point.
    let is_unread = diagnostics.iter().any(|event| event.id == "Model" && event.severity == Severity::Error);
    assert!(!is_unread, "{}", diagnostics.render_text(&sources, false));
    model
}

/// The names of what is selected in the namespace `a`, by both ways to ask.
#[track_caller]
fn check(selector: &str, expected: &str) {
    let model = model();
    let selected = select(&model, selector).expect("the selector is understood");
    let names: Vec<String> = selected
        .iter()
        .filter(|id| id.namespace() == "a")
        .map(|id| id.as_str().trim_start_matches("a#").to_owned())
        .collect();
    assert_eq!(names.join(" "), expected, "{selector}");
    let graph = Graph::new(&model);
    let mut query = Query::new(&graph, selector).expect("the selector is understood");
    for shape in model.shapes() {
        let members = members_of(shape).iter().map(|member| Subject::Member(shape, member));
        for subject in std::iter::once(Subject::Shape(shape)).chain(members) {
            let is_selected = selected.contains(&subject.id());
            assert_eq!(query.selects(subject), is_selected, "{selector} on {}", subject.id());
        }
    }
}

#[test]
fn types() {
    check("service", "Library");
    check("enum", "Color");
    check("string", "Isbn Color Size Documented");
    check("string :not(enum)", "Isbn Size Documented");
    check("number", "Level");
    check("integer", "Level");
    check("collection", "shelfTags Sizes");
    check("set", "shelfTags Sizes");
    check("simpleType", "Isbn Color Level Size Documented");
    check("serviceType", "Library Book Page Count AddBook GetBook Lend ListPages");
    check("aggregateType :not(structure)", "shelfTags Sizes Shelves");
    check("dataType :not(simpleType) :not(structure)", "shelfTags Sizes Shelves");
    check("map > member", "Shelves$key Shelves$value");
}

#[test]
fn attributes() {
    check("[id=a#Isbn]", "Isbn");
    check("[id='a#BookInput$isbn']", "BookInput$isbn");
    check("[id|name=Isbn, Color]", "Isbn Color Color$RED Color$BLUE");
    check("[id|name = isbn i]", "Isbn");
    check("[id|namespace=a] [id|member=title]", "BookOutput$title Titled$title");
    check("[id|namespace=a] [id|(length) < 7]", "Book Page Lend Isbn Size");
    check("[id|namespace=a] [id|member|(length) > 6]", "Broken$message");
    check("[service]", "Library");
    check("[service = a#Library]", "Library");
    check("[service | version ^= '2026']", "Library");
    check("[service|id|name=Library]", "Library");
    check("[trait|required]", "BookInput$isbn");
    check("[trait|smithy.api#required ?= true]", "BookInput$isbn");
    check("resource [trait|since ?= false]", "Page");
    check("[trait|httpError > 400]", "Broken");
    check("[trait|httpError >= 404.0]", "Broken");
    check("[trait|httpError < 1e2]", "");
    check("[trait|httpError < 'many']", "");
    check("[trait|error != server]", "Broken");
    check("[trait|externalDocumentation|'Home page']", "Documented");
    check("[trait|externalDocumentation|(keys) = Api]", "Documented");
    check("[trait|externalDocumentation|(values) $= '/api']", "Documented");
    check("[trait|documentation|(length) < 3]", "Documented");
    check("[trait|externalDocumentation|(length) = 2]", "Documented");
    check("[trait|documentation|nothing|at|all = x]", "");
    check("[trait|(keys)|namespace = a]", "Library");
    check("service [trait|(length) = 1]", "Library");
    check("[trait|(values)|min]", "BookOutput$title Titled$title");
    check("[trait|tags|(values) = lost]", "GetBook");
    check("[trait|tags|(values)|(first) = lost]", "GetBook");
    check("[trait|enum|(values)|tags|(values) = old]", "Size");
    check("[trait|enum] > member", "");
    check("[nothing]", "");
}

#[test]
fn scoped_attributes() {
    check("[@trait|length: @{min} < @{max}]", "BookOutput$title Titled$title");
    check("[@trait|length: @{min} > @{max}]", "");
    check("[@trait|length: @{min} = 1 && @{max} = 7, 80]", "BookOutput$title Titled$title");
    check("[@trait|length: @{min} = 1 && @{max} = 7]", "");
    check("[trait|trait][@: @{trait|(keys)} = @{id}]", "");
    check("[@trait|tags|(values): @{(length)} = 3]", "Book GetBook");
    check("[@trait|error: CLIENT = @{(first)} i]", "");
    check("[@: @{trait|error} = CLIENT i]", "Broken");
    check("[@: @{trait|tags|(values)} {<} @{trait|tags|(values)}]", "Book GetBook");
    check("[@: @{trait|tags|(values)} {<<} @{trait|tags|(values)}]", "");
    check("[trait|tags] [@: @{trait|tags|(values)} {!=} @{id}]", "Book GetBook");
}

#[test]
fn neighbors() {
    check("structure > member > list", "Sizes");
    check("operation -[input]->", "BookInput");
    check("operation -[input, output]-> structure", "BookInput BookOutput Counted");
    check("operation [id|name=Lend] >", "");
    check("resource -[identifier, property]->", "Isbn");
    check("resource -[create]->", "AddBook");
    check("resource -[list]->", "ListPages");
    check("resource -[operation]->", "Lend");
    check("resource -[nothing]->", "");
    check("structure -[mixin]->", "Titled");
    check("service -[trait]->", "shelfTags");
    check("service >", "Book Count");
    check("[id|name=Sizes] < member < *", "BookInput Shelves");
    check("[id|name=Isbn] <-[identifier]-", "Book Page");
    check("[trait|trait] <-[trait]- [id|name=Library]", "Library");
    check("enum > member", "Color$RED Color$BLUE");
    check("enum > member >", "");
    check("service ~> operation", "Count AddBook GetBook Lend ListPages");
    check("structure [id|name=BookOutput] ~> structure", "Titled");
    check("[id='a#BookOutput$more'] ~> structure", "BookOutput Titled");
    check(":test(~> structure [id|name=BookOutput])", "Library Book GetBook BookOutput$more");
}

#[test]
fn functions() {
    check(":is(list, map) [id|namespace=a]", "shelfTags Sizes Shelves");
    check("resource :each([id|name=Book], [id|name=Page])", "Book Page");
    check(":is(structure > member > list, resource -[list]->)", "ListPages Sizes");
    check("list :test(> member > long)", "Sizes");
    check("structure :not(> member)", "");
    check("operation :not(-[input]->)", "Count Lend ListPages");
    check("operation :test(-[input]-> > [trait|required], -[error]->)", "AddBook GetBook");
    check(
        "structure > :test(member > :test(string, list)) [id|name^=Book]",
        "BookInput$isbn BookInput$sizes BookOutput$title BookOutput$color",
    );
    check("simpleType :in(:root(service ~> simpleType))", "Isbn Color Level");
    check("simpleType [id|namespace=a] :not(:in(:root(service ~> simpleType)))", "Size Documented");
    check("[id|namespace=a] :in(string)", "Isbn Color Size Documented");
    check(":topdown([trait|tags])", "Book Page AddBook GetBook Lend ListPages");
    check(":topdown([trait|tags], [id|name=Page])", "Book AddBook GetBook Lend");
    check("[id|name=Page] :topdown([trait|tags])", "");
    check(":test(:topdown([trait|tags]))", "Library Book GetBook");
    check(":test(:topdown([id|name=ListPages]))", "Library Book Page ListPages");
    check("service :recursive(-[resource]->)", "Book Page");
    check(":test(:recursive(-[resource]->) [id|name=Page])", "Library Book");
    check(":newFunction(string)", "");
}

#[test]
fn variables() {
    check("service $mine(-[operation]->) ~> operation :not(:in(${mine}))", "AddBook GetBook Lend ListPages");
    check(
        "service $it(*) ~> [trait|tags] :not([@: @{trait|tags|(values)} {<} @{var|it|trait|a#shelfTags|(values)}])",
        "GetBook",
    );
    check("operation $in(-[input]->) -[output]-> [@: @{var|in|id|name} = BookInput]", "BookOutput");
    check("operation $in(-[input]->) ${in}", "BookInput");
    check("operation ${in}", "");
    check("operation :test($in(-[input]->)) ${in}", "BookInput");
    check("$x(list) $x(map) ${x}", "Shelves");
    check("operation $in(-[input]->) :test(${in} > [trait|required])", "AddBook GetBook");
    check("operation $in(-[input]->) :not(${in})", "Count Lend ListPages");
}

#[test]
fn templates() {
    let model = model();
    let graph = Graph::new(&model);
    let expand = |selector: &str, template: &str| {
        let selector = Selector::parse(selector).expect("the selector is understood");
        let template = Template::parse(template).expect("the template is understood");
        let found = selector.expand(&graph, &template).expect("the selector is cheap");
        found.into_iter().map(|(_, text)| text).collect::<Vec<_>>().join("; ")
    };
    assert_eq!(expand("service", "@@ @{id|name} is @{service|version}@{foo}."), "@ Library is 2026-01-01.");
    assert_eq!(expand("[id|namespace=a][trait|tags]", "@{trait|tags}"), "[\"old\"]; [\"lost\",\"old\"]");
    assert_eq!(
        expand("[id|namespace=a][trait|tags]", "@{trait|tags|(values)}@{trait}"),
        "[\"old\"]; [\"lost\", \"old\"]"
    );
    assert_eq!(expand("service $all(-[resource, operation]->)", "@{var|all|id}"), "[a#Book, a#Count]");
    assert_eq!(Template::parse("a @{id").map_err(|error| error.offset).unwrap_err(), Some(6));
    assert_eq!(Template::parse("a @ b").map_err(|error| error.offset).unwrap_err(), Some(3));
}

#[track_caller]
fn check_error(selector: &str, offset: usize, expected: &str) {
    let error = Selector::parse(selector).expect_err("the selector is wrong");
    assert_eq!((error.offset, error.message.as_str()), (Some(offset), expected), "{selector}");
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    let step = "a type such as `structure`, an attribute `[..]`, a function `:not(..)` or a walk `>`";
    check_error("", 0, &format!("expected {step}, found the end"));
    check_error("string !", 7, &format!("expected {step}, found `!`"));
    check_error("strng", 0, "`strng` is not a type of shapes");
    check_error("string)", 6, "expected the end of the selector, found `)`");
    check_error("string ~", 8, "expected `>`, found the end");
    check_error("[]", 1, "expected the name of an attribute such as `trait` or `id`, found `]`");
    check_error("[id|]", 4, "expected a name, a number or a text in quotes, found `]`");
    check_error("[id", 3, "expected `]` or a comparator such as `=`, found the end");
    check_error("[id=a", 5, "expected `,` or `]`, found the end");
    check_error("[id^a]", 4, "expected `=`, found `a`");
    check_error("[id='a]", 4, "the text that begins here has no closing `'`");
    check_error("[id=1.]", 6, "expected a digit, found `]`");
    check_error("[@id]", 4, "expected `:`, found `]`");
    check_error("[@id: @{name = 1]", 13, "expected `|` or `}`, found `=`");
    check_error("-[input]-", 8, "expected `->`, found `-`");
    check_error("-[]->", 2, "expected the name of a relationship, found `]`");
    check_error("-[a b]->", 4, "expected `,` or `]`, found `b`");
    check_error(":not", 4, "expected `(`, found the end");
    check_error(":not(string, map)", 1, "`:not` takes one selector, not 2");
    check_error(":is(string", 10, "expected `,` or `)`, found the end");
    check_error(":is(string, )", 12, &format!("expected {step}, found `)`"));
    check_error("$a(string, map)", 3, "a variable takes one selector, not 2");
    check_error("${a", 3, "expected `}`, found the end");
    assert_eq!(Selector::parse("strcture").unwrap_err().help.as_deref(), Some("did you mean `structure`?"));
}

#[test]
fn hostile_selectors_end() {
    let error = Selector::parse(&":not(".repeat(10_000)).unwrap_err();
    assert_eq!(error.message, "parentheses nest 64 deep at most");
    assert!(Selector::parse(&"> ".repeat(1001)).is_err());
    let model = model();
    for selector in [
        "~> ".repeat(900),
        format!("{}string{}", ":test(~> ".repeat(60), ")".repeat(60)),
        format!("{}string{}", ":recursive(> ".repeat(60), ")".repeat(60)),
        format!("{}string{}", ":in(~> ".repeat(60), ")".repeat(60)),
        format!("$x(*) {}", "$x(~> *) ~> ".repeat(100)),
    ] {
        // Found or refused, but in time.
        let _ = select(&model, &selector);
    }
}

#[track_caller]
fn check_phrase(selector: &str, expected: &str) {
    let selector = Selector::parse(selector).expect("the selector is understood");
    assert_eq!(describe(&selector).unwrap_or_default(), expected);
}

#[test]
fn phrases() {
    check_phrase("*", "shapes");
    check_phrase("operation", "operations");
    check_phrase("structure > member", "members of structures");
    check_phrase(":is(structure, union) > member", "members of structures and unions");
    check_phrase(":test(service, resource, operation)", "services, resources and operations");
    check_phrase("structure[trait|error]", "`@error` structures");
    check_phrase("string :not(enum)", "strings other than enums");
    check_phrase(":not(:test(service, operation))", "shapes other than services and operations");
    check_phrase(
        "structure > :test(member > :test(boolean, string))",
        "members of structures that target booleans or strings",
    );
    check_phrase(
        "structure > member[trait|required] :test(> :test(string, number))",
        "`@required` members of structures that target strings or numbers",
    );
    check_phrase(":test(number, member > number)", "numbers and members that target numbers");
    check_phrase("operation -[input]-> structure > member", "members of inputs of operations");
    check_phrase(
        "structure > member :test(> list > member > string)",
        "members of structures that target lists of strings",
    );
    check_phrase(
        "structure :not([trait|input]) > member :test(> integer)",
        "members of structures without `@input` that target integers",
    );
    check_phrase("resource > operation", "operations of resources");
    check_phrase("operation :test(-[output]->)", "operations with outputs");
    check_phrase("list :not(> member ~> :is(float, double))", "");
    check_phrase("service ~> operation", "");
}
