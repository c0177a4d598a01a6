//! In: texts that somebody wrote to do harm, or a program wrote by mistake. Out: a
//! failure where loading them, or showing what is wrong with them, panics, overflows
//! the stack, or says that they are fine. Why: a model may come from anywhere.
//!
//! No test looks at a clock. The sizes are such that whoever makes something quadratic
//! waits for long here, in a build without optimisation; where an input is small, it is
//! because its result is large.

#![allow(clippy::too_many_lines)] // The models are written out.

use std::fmt::Write;
use std::path::Path;

use whitesmith_codegen::driver::{self, CrateSpec, Mode};
use whitesmith_codegen::{generate, load, Diagnostics, LoadOptions, Options, Sources};

/// What a thread has that is not the first: half of the test runs on less than that.
const STACK: usize = 2 << 20;

const MANY: usize = 10_000;

/// Loads the texts and shows what is wrong in both forms.
fn load_all(texts: Vec<(&'static str, String)>) -> Diagnostics {
    let run = move || {
        let mut sources = Sources::new();
        for (name, text) in texts {
            sources.add(name, text);
        }
        let (_, diagnostics) = load(&sources, &LoadOptions::default());
        let text = diagnostics.render_text(&sources, true);
        assert!(text.len() < 100_000_000, "nobody reads {} bytes", text.len());
        assert_eq!(diagnostics.render_json(&sources).lines().count(), diagnostics.iter().count());
        diagnostics
    };
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(run).expect("there is room for a thread");
    thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

#[track_caller]
fn check_fine(texts: Vec<(&'static str, String)>) {
    let diagnostics = load_all(texts);
    let first = diagnostics.iter().next();
    assert!(!diagnostics.has_errors(), "{:?}", first);
}

#[track_caller]
fn check_wrong(texts: Vec<(&'static str, String)>) -> Diagnostics {
    let diagnostics = load_all(texts);
    assert!(diagnostics.has_errors());
    diagnostics
}

fn idl(statements: impl AsRef<str>) -> Vec<(&'static str, String)> {
    vec![("a.smithy", format!("$version: \"2.0\"\nnamespace a\n{}", statements.as_ref()))]
}

fn json(shapes: impl AsRef<str>) -> Vec<(&'static str, String)> {
    vec![("a.json", format!("{{\"smithy\":\"2.0\",\"shapes\":{{{}}}}}", shapes.as_ref()))]
}

/// One text after the other, for each index.
fn each(count: usize, mut item: impl FnMut(usize, &mut String) -> std::fmt::Result) -> String {
    let mut text = String::new();
    for index in 0..count {
        item(index, &mut text).expect("a string takes everything");
    }
    text
}

/// The same with commas between.
fn listed(count: usize, mut item: impl FnMut(usize, &mut String) -> std::fmt::Result) -> String {
    each(count, |index, text| {
        if index > 0 {
            text.push(',');
        }
        item(index, text)
    })
}

#[test]
fn nesting_is_bounded_before_the_stack_is() {
    let deep = 300_000;
    for open in ["[", "{a:", "[{a:[", "{\"a\":"] {
        check_wrong(idl(format!("@t({}", open.repeat(deep))));
        check_wrong(idl(format!("@t({}) string S", open.repeat(150))));
        check_wrong(vec![("a.smithy", format!("$version: \"2.0\"\nmetadata a = {}", open.repeat(deep)))]);
        check_wrong(vec![("a.smithy", format!("$version: {}", open.repeat(deep)))]);
    }
    for open in ["[", "{\"a\":", "[{\"a\":", "{\"shapes\":", "{\"metadata\":"] {
        check_wrong(vec![("a.json", open.repeat(deep))]);
        check_wrong(vec![("a.json", format!("{{\"smithy\":\"2.0\",\"metadata\":{{\"a\":{}", open.repeat(deep)))]);
        check_wrong(json(format!("\"a#S\":{{\"type\":\"string\",\"traits\":{{\"a#t\":{}", open.repeat(deep))));
    }
    let allowed = 190;
    let value = format!("{}{}", "[".repeat(allowed), "]".repeat(allowed));
    check_fine(idl(format!("@trait document t\n@t({value}) string S")));
    check_fine(json(format!(
        "\"a#t\":{{\"type\":\"document\",\"traits\":{{\"smithy.api#trait\":{{}}}}}},\
         \"a#S\":{{\"type\":\"string\",\"traits\":{{\"a#t\":{value}}}}}"
    )));
}

#[test]
fn what_opens_and_never_closes_is_wrong() {
    let count = 5_000;
    for open in [
        "structure S {",
        "structure S {\n",
        "operation O { input := {",
        "operation O {\n input := {\n",
        "@t(",
        "@t(\n",
        "structure S { a: ",
        "service S {",
        "service S {\n operations: [\n",
        "apply S { @t(",
        "apply S {\n",
        "structure S with [\n",
        "enum E { A = ",
        "metadata a = \n",
        "use a\n",
    ] {
        check_wrong(idl(open.repeat(count)));
        check_wrong(idl(open));
        check_wrong(idl(format!("{open}\u{0}")));
    }
    for open in ["\"", "\"\"\"", "\"\\", "\"\\u", "\"\\u12", "\"\"\"\n\\", "///", "//", "-", "1.", "1e", "\"\\ud800\\u"]
    {
        load_all(idl(open));
        check_wrong(idl(format!("@t({open}")));
        check_wrong(idl(format!("structure S {{ a: String = {open}")));
        check_wrong(json(format!("\"a#S\":{{\"type\":{open}")));
        check_wrong(vec![("a.json", open.to_owned())]);
    }
}

/// Every beginning of a text that has a bit of everything.
#[test]
fn a_text_may_end_anywhere() {
    let text = "$version: \"2.0\"\r\n$operationInputSuffix: \"In\"\nmetadata a = [{b: -1.5e3, \"c\\u00e4\": null}]\n\
                namespace a.b\nuse c.d#E\n/// ä\n@t(x: \"\"\"\n  y\\\n  \"\"\", z: [1, c#d$e])\n\
                structure S for R with [M, N] { /// d\n @u $i = 1, j: a#K = {} }\n\
                operation O { input := @v for R { $i } output: S, errors: [E] }\nenum F { A, B = \"b\" }\n\
                service Z { version: \"1\", rename: { \"a#b\": \"c\" } }\napply S$j { @w @x(1) }\napply S @y";
    for (end, _) in text.char_indices() {
        load_all(vec![("a.smithy", text[..end].to_owned())]);
    }
    let text = r#"{"smithy":"2.0","metadata":{"a":[1e5,-0,true,null,"\ud83d\ude00\n"]},"shapes":{"a#S":{"type":"structure",
        "mixins":[{"target":"a#M"}],"members":{"b":{"target":"a#B","traits":{"a#t":{}}}}},"a#B":{"type":"apply","traits":{}}}}"#;
    for (end, _) in text.char_indices() {
        check_wrong(vec![("a.json", text[..end].to_owned())]);
    }
}

#[test]
fn bytes_that_do_not_belong_into_a_model() {
    for odd in ["\u{0}", "\u{feff}", "\r", "\u{b}", "\u{85}", "\u{2028}", "\u{202e}", "\u{1b}[31m", "ä", "\u{10ffff}"]
    {
        check_wrong(idl(format!("string S{odd}x{odd} string T")));
        load_all(idl(format!("/// {odd}\n// {odd}\n@documentation(\"{odd}\")\nstring S\n{odd}")));
        load_all(vec![("a.smithy", odd.repeat(1000))]);
        check_wrong(vec![("a.json", format!("{odd}[")), ("b.json", format!("{{{odd}"))]);
        check_wrong(json(format!("\"a#S{odd}\":{{\"type\":\"string\"}}")));
        check_wrong(json(format!("\"a#S\":{{\"type\":\"{odd}\"}}")));
    }
    let shown = load_all(idl("string \u{1b}[31mS\u{202e}")).render_text(&Sources::new(), false);
    assert!(!shown.contains(['\u{1b}', '\u{202e}']), "{shown:?}");
}

#[test]
fn a_mark_in_front_and_line_breaks_of_other_systems() {
    check_fine(vec![("a.json", "\u{feff}{\"smithy\":\"2.0\",\"shapes\":{}}".to_owned())]);
    let text = "$version: \"2.0\"\nnamespace a\n// c\nstructure S {\n    /// d\n    a: String\n    b: Integer = 1\n}\n";
    check_fine(vec![("a.smithy", text.replace('\n', "\r\n"))]);
    load_all(vec![("a.smithy", text.replace('\n', "\r"))]);
}

#[test]
fn a_file_that_is_no_text_is_refused_with_its_name() -> std::io::Result<()> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("robustness");
    std::fs::create_dir_all(&folder)?;
    for bytes in [&b"$version: \"2.0\"\n\xff\xfe"[..], b"\xff\xfe\x00a", b"namespace a\n\xc3", b"\xed\xa0\x80"] {
        let path = folder.join("broken.smithy");
        std::fs::write(&path, bytes)?;
        let spec = CrateSpec {
            models: vec![path],
            out: folder.join("out"),
            package: "broken".to_owned(),
            ..CrateSpec::default()
        };
        let outcome = driver::run_one(&spec, Mode::Check).map(|_| ()).map_err(|error| error.to_string());
        assert!(outcome.is_err_and(|message| message.contains("broken.smithy")));
    }
    Ok(())
}

#[test]
fn very_long_words_lines_and_numbers() {
    let long = "x".repeat(300_000);
    check_wrong(idl(format!("string {long}\nstructure S {{ a: y{long}, b: {long}, c: {long}z }}")));
    check_wrong(idl(format!("{long} S")));
    check_wrong(idl(format!("@{long} string S\napply {long} @{long}")));
    check_wrong(json(format!("\"{long}#{long}\":{{\"type\":\"{long}\"}}")));
    let digits = "9".repeat(100_000);
    check_wrong(idl(format!("structure T {{ a: Integer = {digits} }}")));
    load_all(idl(format!("@range(min: -{digits}.{digits}, max: 1e999999)\nbigDecimal S")));
    load_all(idl("@range(min: 1e-999999, max: -1e99999999999999999999)\nfloat S"));
    // Megabytes without a line break, with an error in every word.
    let words = each(MANY, |index, text| write!(text, "m{index}: Missing{index} "));
    check_wrong(idl(format!("structure S {{ {words} }}")));
    let words = listed(MANY, |index, text| write!(text, "\"m{index}\":{{\"target\":\"a#Missing{index}\"}}"));
    check_wrong(json(format!("\"a#S\":{{\"type\":\"structure\",\"members\":{{{words}}}}}")));
}

#[test]
fn a_mistake_in_each_line() {
    let members = each(60_000, |index, text| writeln!(text, "m{index}: Missing"));
    let diagnostics = check_wrong(idl(format!("structure S {{\n{members}}}")));
    assert_eq!(diagnostics.iter().count(), 60_000);
}

/// A mistake a line: none of them may cost more than the others.
#[test]
fn many_mistakes_of_one_kind() {
    for statement in [
        "strin S{i}\n",
        "structure S{i} { a b }\n",
        "structure S {\n",
        "@t apply S{i} @x\n",
        "@t{i} string S{i}\n",
        "structure S { a{i}: String }\n",
        "apply S$x{i} @required\n",
        "apply Missing{i} @required\n",
        "apply S @documentation(\"{i}\")\n",
        "use b#S{i}\n",
        "resource R{i} { read: O{i} }\n",
        "operation O{i} { input: A input: B }\n",
        "list L{i} { member: L{i} }\n",
        "enum E{i} { A = {i} }\n",
        "}\n@\n",
        "structure S{i} { }}\n",
        "\u{0}\n",
    ] {
        let statements = each(5_000, |index, text| text.write_str(&statement.replace("{i}", &index.to_string())));
        check_wrong(idl(format!("structure S {{ a: String }}\n{statements}")));
    }
    let members = each(MANY, |index, text| writeln!(text, "  m{index} String"));
    check_wrong(idl(format!("structure S {{\n{members}}}")));
    let entries = each(5_000, |index, text| writeln!(text, "metadata k = {index}"));
    check_wrong(vec![("a.smithy", format!("$version: \"2.0\"\n{entries}namespace a\n"))]);
}

#[test]
fn keys_that_come_up_again() {
    let keys = listed(MANY, |_, text| text.write_str("\"k\":1"));
    check_wrong(json(format!("\"a#S\":{{\"type\":\"string\",\"traits\":{{\"a#t\":{{{keys}}}}}}}")));
    check_wrong(idl(format!("@t({keys}) string S")));
    check_wrong(json(listed(MANY, |_, text| text.write_str("\"a#S\":{\"type\":\"string\"}"))));
    check_wrong(json(format!(
        "\"a#S\":{{\"type\":\"string\",\"traits\":{{{}}}}}",
        listed(MANY, |_, text| text.write_str("\"a#t\":{}"))
    )));
    let entry = listed(MANY, |index, text| write!(text, "k{index}: {index}"));
    let reversed = listed(MANY, |index, text| write!(text, "k{0}: {0}", MANY - 1 - index));
    for second in [&entry, &reversed] {
        let text = format!("$version: \"2.0\"\nmetadata k = {{{entry}}}\nmetadata k = {{{second}}}\nnamespace a\n");
        check_fine(vec![("a.smithy", text)]);
    }
}

/// Suggestions compare names; so many are not worth it.
#[test]
fn names_that_are_nearly_right() {
    let members = each(MANY, |index, text| writeln!(text, "customer{index}: String"));
    let applies = each(MANY, |index, text| writeln!(text, "apply S$costumer{index} @required"));
    check_wrong(idl(format!("structure S {{\n{members}}}\n{applies}")));
    let targets = each(MANY, |index, text| writeln!(text, "m{index}: Costumer{index}"));
    let shapes = each(MANY, |index, text| writeln!(text, "string Customer{index}"));
    check_wrong(idl(format!("structure S {{\n{targets}}}\n{shapes}")));
}

#[test]
fn shapes_that_lead_to_themselves() {
    let ring = |statement: &str, count: usize| {
        each(count, |index, text| {
            let next = ((index + 1) % count).to_string();
            text.write_str(&statement.replace("{i}", &index.to_string()).replace("{n}", &next))
        })
    };
    for statement in [
        "list L{i} { member: L{n} }\n",
        "map L{i} { key: String, value: L{n} }\n",
        "structure S{i} { @required a: S{n} }\n",
        "resource R{i} { resources: [R{n}] }\n",
        "@mixin structure M{i} with [M{n}] {}\n",
    ] {
        for count in [1, 2, 3, 3_000] {
            check_wrong(idl(ring(statement, count)));
        }
    }
    check_fine(idl(ring("structure S{i} { a: S{n} }\n", MANY)));
    check_fine(idl(ring("union U{i} { a: U{n}, b: String }\n", MANY)));
    check_wrong(idl(
        "union U { a: U }\noperation O { input: O, output: O, errors: [O] }\nservice S { operations: [S] }",
    ));
    let chain = each(MANY, |index, text| writeln!(text, "resource R{index} {{ resources: [R{}] }}", index + 1));
    check_fine(idl(format!("service S {{ resources: [R0] }}\n{chain}resource R{MANY} {{}}")));
}

/// Large, and nothing is wrong.
#[test]
fn very_many_of_one_thing() {
    let traits = each(MANY, |index, text| writeln!(text, "@trait structure t{index} {{}}"));
    let on_one = each(MANY, |index, text| writeln!(text, "@t{index}"));
    check_fine(idl(format!("{traits}{on_one}string S")));
    let applied = each(MANY, |index, text| writeln!(text, "apply S @t{index}"));
    check_fine(idl(format!("{traits}string S\n{applied}")));
    let in_json = listed(MANY, |index, text| write!(text, "\"a#t{index}\":{{}}"));
    let mut both = json(format!("\"a#S\":{{\"type\":\"string\",\"traits\":{{{in_json}}}}}"));
    both.extend(idl(&traits));
    check_fine(both);

    let members = each(MANY, |index, text| writeln!(text, "m{index}: String"));
    let applied = each(MANY, |index, text| writeln!(text, "apply S$m{index} @required"));
    check_fine(idl(format!("structure S {{\n{members}}}\n{applied}")));
    check_fine(idl(format!("@mixin structure M {{\n{members}}}\nstructure S with [M] {{}}\n{applied}")));
    let elided = each(MANY, |index, text| writeln!(text, "@required $m{index}"));
    check_fine(idl(format!("@mixin structure M {{\n{members}}}\nstructure S with [M] {{\n{elided}}}")));
    check_fine(idl(format!("union U {{\n{members}}}")));
    check_fine(idl(format!("enum E {{\n{}}}", each(MANY, |index, text| writeln!(text, "M{index}")))));
    check_fine(idl(format!("intEnum E {{\n{}}}", each(MANY, |index, text| writeln!(text, "M{index} = {index}")))));

    let operations = each(MANY, |index, text| {
        writeln!(
            text,
            "@http(method: \"GET\", uri: \"/{index}\")\n@readonly operation O{index} {{ output := {{ a: String }} }}"
        )
    });
    let ids = listed(MANY, |index, text| write!(text, "O{index}"));
    check_fine(idl(format!("service S {{ operations: [{ids}] }}\n{operations}")));

    let shapes = each(MANY, |index, text| writeln!(text, "string S{index}"));
    let uses = each(MANY, |index, text| writeln!(text, "use b#S{index}"));
    let mut two = idl(uses);
    two.push(("b.smithy", format!("$version: \"2.0\"\nnamespace b\n{shapes}")));
    check_fine(two);
}

#[test]
fn mixins_of_mixins() {
    let forward = each(1000, |index, text| writeln!(text, "@mixin structure M{} with [M{index}] {{}}", index + 1));
    check_fine(idl(format!("@mixin structure M0 {{ a: String }}\n{forward}")));
    let backward = each(1000, |index, text| writeln!(text, "@mixin structure M{index} with [M{}] {{}}", index + 1));
    check_fine(idl(format!("{backward}@mixin structure M1000 {{ a: String }}")));
    let mixins = each(5_000, |index, text| writeln!(text, "@mixin structure M{index} {{ m{index}: String }}"));
    let ids = listed(5_000, |index, text| write!(text, "M{index}"));
    check_fine(idl(format!("{mixins}structure S with [{ids}] {{}}")));
}

#[test]
fn selectors_that_nest_or_never_end() {
    let deep = 50_000;
    for selector in [
        ":not(".repeat(deep),
        ":is(:test(".repeat(deep),
        "[trait|".repeat(deep),
        "(".repeat(deep),
        "$x(".repeat(deep),
        "> ".repeat(deep),
        "-[a".repeat(deep),
        "[id=".to_owned(),
        "[id='".to_owned(),
        ":".to_owned(),
        "-[".to_owned(),
        "ä".to_owned(),
        String::new(),
        format!("{}*{}", ":not(".repeat(20), ")".repeat(20)),
    ] {
        load_all(idl(format!("@trait(selector: \"{selector}\")\nstructure t {{}}\n@t structure S {{ @t a: String }}")));
    }
}

/// What opens something in documentation and never closes it, or nests, or is looked for
/// again and again.
#[test]
fn documentation_that_nests_or_never_ends() {
    let opens = [
        "<",
        "<a",
        "<!--",
        "<!-- -->",
        "<a href=",
        "<p>",
        "<ul><li>",
        "<ul>",
        "<li>",
        "<b>",
        "<code>",
        "<pre>",
        "</ul>",
        "`",
        "``",
        "` `` ",
        "``` ",
        "~~~\n",
        "[",
        "[a](",
        "[a](https://b",
        "![",
        "[a]: b\n",
        "[a][b] ",
        "*",
        "**a ",
        "_a ",
        "*a **b ",
        "> ",
        "- ",
        "1. ",
        "- a\n ",
        "    a\n\n",
        "|",
        "| a\n",
        "&",
        "&amp;",
        "\\",
        "http://",
        "https://a ",
        "<https://a",
        "a\n",
        "a\n\n",
        "\u{202e}",
        "# ",
        "a  \n",
        "x <p>\n\n",
        "]",
    ];
    let mut texts: Vec<String> = opens.iter().map(|open| open.repeat(MANY)).collect();
    texts.push(format!("|{}\n|{}\n{}", "a|".repeat(MANY), "-|".repeat(MANY), "|a|\n".repeat(MANY)));
    texts.push((0..2_000).map(|depth| format!("{}- a\n", "  ".repeat(depth % 200))).collect());
    let length: usize = texts.iter().map(String::len).sum();
    let members = listed(texts.len(), |index, text| {
        let docs = serde_json::Value::from(texts[index].as_str());
        write!(
            text,
            "\"m{index}\":{{\"target\":\"smithy.api#String\",\"traits\":{{\"smithy.api#documentation\":{docs},\
             \"smithy.api#deprecated\":{{\"message\":{docs}}}}}}}"
        )
    });
    let model = format!(
        "{{\"smithy\":\"2.0\",\"shapes\":{{\"a#S\":{{\"type\":\"service\",\"operations\":[{{\"target\":\"a#O\"}}],\
         \"traits\":{{\"aws.protocols#awsJson1_0\":{{}}}}}},\"a#O\":{{\"type\":\"operation\",\"input\":{{\"target\":\"a#I\"}}}},\
         \"a#I\":{{\"type\":\"structure\",\"members\":{{{members}}}}}}}}}"
    );
    let run = move || {
        let mut sources = Sources::new();
        sources.add("a.json", model);
        let options = Options { package: "a".to_owned(), version: "0.1.0".to_owned(), ..Options::default() };
        let generated = generate(&sources, &options);
        assert!(!generated.diagnostics.has_errors(), "{:?}", generated.diagnostics.iter().next());
        let emitted: usize = generated.tree.values().map(String::len).sum();
        assert!(emitted < 40 * length, "{emitted} bytes of {length}");
    };
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(run).expect("there is room for a thread");
    thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
}
