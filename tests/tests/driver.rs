//! In: models on disk, through the driver. Out: the same crate whatever the disk's order;
//! small changes where the model changed a little; a folder that is whole at all times.
//! What is not ours in the folder is in files.rs.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use whitesmith_codegen::driver::{self, Change, CrateSpec, Error, Mode, Report};

type Checked = Result<(), Box<dyn std::error::Error>>;
type Files = Vec<(String, String)>;

/// A folder of its own for one test.
fn folder(name: &str) -> std::io::Result<PathBuf> {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("driver").join(name);
    if path.exists() {
        fs::remove_dir_all(&path)?;
    }
    fs::create_dir_all(&path)?;
    Ok(path)
}

fn write(path: &Path, text: &str) -> std::io::Result<()> {
    fs::create_dir_all(path.parent().unwrap_or(path))?;
    fs::write(path, text)
}

fn run(models: &[PathBuf], out: &Path, mode: Mode) -> Result<Report, Error> {
    let spec = CrateSpec {
        models: models.to_vec(),
        out: out.to_path_buf(),
        package: "sample".to_owned(),
        ..CrateSpec::default()
    };
    driver::run_one(&spec, mode)
}

/// The crate of one model, as path and text.
fn emit(name: &str, model: &str) -> Result<Files, Box<dyn std::error::Error>> {
    let folder = folder(name)?;
    write(&folder.join("model.smithy"), model)?;
    run(&[folder.join("model.smithy")], &folder.join("out"), Mode::Write)?;
    Ok(files(&folder.join("out"))?)
}

/// Path and text of all files below a folder, sorted by path.
fn files(root: &Path) -> std::io::Result<Files> {
    let mut files = Vec::new();
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(root).unwrap_or(&path).display().to_string().replace('\\', "/");
                files.push((name, fs::read_to_string(&path)?));
            }
        }
    }
    files.sort();
    Ok(files)
}

const SERVICE: &str = r#"$version: "2.0"
namespace example

@aws.protocols#restJson1
service Shop { version: "1", operations: [Put, Get] }
"#;

const OPERATIONS: &str = r#"$version: "2.0"
namespace example

@http(method: "POST", uri: "/put")
operation Put { input := { thing: Thing, color: Color } }

@http(method: "POST", uri: "/get")
operation Get { output := { thing: Thing, choice: Choice } }
"#;

const SHAPES: &str = r#"$version: "2.0"
namespace example

structure Thing { name: String, things: Things }
list Things { member: Thing }
enum Color { RED, GREEN }
union Choice { text: String, thing: Thing }
"#;

// ---- The same bytes

#[test]
fn the_order_of_the_disk_leaves_no_trace() -> Checked {
    let texts = [("a/service.smithy", SERVICE), ("operations.smithy", OPERATIONS), ("z/shapes.smithy", SHAPES)];
    let mut crates = Vec::new();
    for (name, order) in [("order_forward", [0, 1, 2]), ("order_backward", [2, 1, 0])] {
        let folder = folder(name)?;
        for index in order {
            write(&folder.join("model").join(texts[index].0), texts[index].1)?;
        }
        let models: Vec<PathBuf> = order.iter().map(|index| folder.join("model").join(texts[*index].0)).collect();
        for (out, models) in [("folder", vec![folder.join("model")]), ("files", models)] {
            run(&models, &folder.join(out), Mode::Write)?;
            crates.push(files(&folder.join(out))?);
        }
    }
    assert!(crates[0].len() > 10);
    for other in &crates[1..] {
        assert_eq!(*other, crates[0]);
    }
    Ok(())
}

#[test]
fn names_of_files_and_order_of_shapes_leave_no_trace() -> Checked {
    let shapes = |text: &str| text.split_once("\n\n").map_or(String::new(), |(_, shapes)| shapes.to_owned());
    let forward = [SERVICE, OPERATIONS, SHAPES].map(shapes).join("\n");
    let backward = [SHAPES, OPERATIONS, SERVICE].map(shapes).join("\n");
    let head = "$version: \"2.0\"\nnamespace example\n\n";
    assert_eq!(
        emit("shapes_forward", &format!("{head}{forward}"))?,
        emit("shapes_backward", &format!("{head}{backward}"))?
    );
    Ok(())
}

// ---- Small changes

/// One file changes, and no line of it goes.
#[track_caller]
fn check_addition(name: &str, before: &str, after: &str, expected: &str) {
    check_change(name, before, after, expected, &[]);
}

/// One file changes, and no line of it goes but these.
#[track_caller]
fn check_change(name: &str, before: &str, after: &str, expected: &str, allowed: &[&str]) {
    assert_ne!(before, after, "{name} changes nothing");
    let result =
        emit(&format!("{name}_before"), before).and_then(|old| Ok((old, emit(&format!("{name}_after"), after)?)));
    let (old, new) = result.unwrap_or_else(|error| panic!("{name}: {error}"));
    let changed: Vec<&str> = new.iter().filter(|file| !old.contains(file)).map(|(path, _)| path.as_str()).collect();
    assert_eq!(changed, [expected], "{name} changes other files");
    assert_eq!(old.len(), new.len(), "{name} adds a file");
    let text = |files: &Files| files.iter().find(|(path, _)| path == expected).map(|(_, text)| text.clone());
    let (old, new) = (text(&old).unwrap_or_default(), text(&new).unwrap_or_default());
    let mut lost = lost_lines(&old, &new);
    lost.retain(|line| !allowed.contains(&line.trim()));
    assert!(lost.is_empty(), "{name} changes lines of {expected}:\n{}", lost.join("\n"));
}

/// Lines of `old` that are not in `new` in their order: what a diff shows in red.
fn lost_lines<'t>(old: &'t str, new: &str) -> Vec<&'t str> {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    // The longest common subsequence, from the end.
    let mut lengths = vec![vec![0u32; new.len() + 1]; old.len() + 1];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            lengths[i][j] =
                if old[i] == new[j] { lengths[i + 1][j + 1] + 1 } else { lengths[i + 1][j].max(lengths[i][j + 1]) };
        }
    }
    let (mut i, mut j, mut lost) = (0, 0, Vec::new());
    while i < old.len() {
        if j < new.len() && old[i] == new[j] {
            (i, j) = (i + 1, j + 1);
        } else if j < new.len() && lengths[i][j + 1] >= lengths[i + 1][j] {
            j += 1;
        } else {
            lost.push(old[i]);
            i += 1;
        }
    }
    lost
}

/// Types that differ, so that nothing depends on one template.
fn members(count: usize) -> String {
    const TYPES: [&str; 6] = ["String", "Integer", "Names", "Texts", "Timestamp", "Point"];
    (0..count).map(|index| format!("    member{index}: {}\n", TYPES[index % TYPES.len()])).collect()
}

fn model(input: &str, output: &str, thing: &str, color: &str, choice: &str, error: &str) -> String {
    format!(
        r#"$version: "2.0"
namespace example

@aws.protocols#restJson1
service Shop {{ version: "1", operations: [Put] }}

@http(method: "POST", uri: "/put")
operation Put {{
    input := {{
{input}    }}
    output := {{
{output}    }}
    errors: [Refused]
}}

@http(method: "POST", uri: "/use")
structure Used {{ thing: Thing, color: Color, choice: Choice }}
structure Thing {{
{thing}}}
enum Color {{
{color}}}
union Choice {{
{choice}}}
@error("client")
structure Refused {{
{error}}}
structure Point {{ x: Integer }}
list Names {{ member: String }}
map Texts {{ key: String, value: String }}
structure Everything {{ names: Names, texts: Texts, point: Point, time: Timestamp }}
"#
    )
    .replace("@http(method: \"POST\", uri: \"/use\")\n", "")
}

/// All shapes are reached from the start, so that only the member is new.
const REACHED: &str = "    used: Used\n    everything: Everything\n";

#[test]
fn a_member_of_a_structure_is_an_addition_to_its_file() {
    for count in [1, 3, 12] {
        let model = |members: &str| model(REACHED, REACHED, members, "    RED\n", "    text: String\n", "");
        let before = members(count);
        for (kind, ty) in
            [("text", "String"), ("number", "Integer"), ("list", "Names"), ("structure", "Point"), ("enum", "Color")]
        {
            let after = format!("{before}    added: {ty}\n");
            check_addition(
                &format!("structure_{count}_{kind}"),
                &model(&before),
                &model(&after),
                "src/shapes/thing.rs",
            );
        }
    }
}

/// The first member opens what was empty, and it is read at last.
#[test]
fn the_first_member_changes_only_what_was_empty() {
    let structure = |members: &str| model(REACHED, REACHED, members, "    RED\n", "    text: String\n", "");
    let empty = ["pub struct Thing {}", "pub struct ThingBuilder {}", "Thing {}"];
    let skipped = ["let b = ThingBuilder::default();", "while r.key().is_some() {", "r.skip();"];
    let (before, after) = (structure(""), structure("    added: String\n"));
    check_change("structure_first", &before, &after, "src/shapes/thing.rs", &[empty, skipped].concat());

    let output = |members: &str| model(REACHED, members, "", "    RED\n", "    text: String\n", "");
    let unread = ["let b = builders::PutOutputBuilder {", "_request_id: resp.request_id(),", "};", "Ok(b.build())"];
    let (before, after) = (output(""), output("    added: String\n"));
    check_change("output_first", &before, &after, "src/operation/put.rs", &unread);

    let input = |members: &str| model(members, REACHED, "", "    RED\n", "    text: String\n", "");
    let (before, after) = (input(""), input("    added: String\n"));
    let empty = ["pub struct PutInput {}", "pub struct Members {}", "Ok(Input {})"];
    let unsent = ["fn serialize(_: &rt::op::Input, _: &mut rt::op::ConfigBag) -> rt::op::Serialized {", "req.empty()"];
    check_change("input_first", &before, &after, "src/operation/put.rs", &[&empty[..], &unsent].concat());
}

#[test]
fn a_member_of_an_input_or_output_is_an_addition_to_the_operation() {
    for count in [0, 1, 3, 12] {
        let before = format!("{REACHED}{}", members(count));
        let after = format!("{before}    added: String\n");
        let file = "src/operation/put.rs";
        let model = |input: &str, output: &str| model(input, output, "", "    RED\n", "    text: String\n", "");
        check_addition(&format!("input_{count}"), &model(&before, REACHED), &model(&after, REACHED), file);
        check_addition(&format!("output_{count}"), &model(REACHED, &before), &model(REACHED, &after), file);
    }
}

#[test]
fn a_value_of_an_enum_is_an_addition_to_its_file() {
    for values in ["    RED\n", "    BLUE\n    RED\n", "    RED\n    YELLOW\n"] {
        let model = |values: &str| model(REACHED, REACHED, "", values, "    text: String\n", "");
        let name = format!("enum_{}", values.split_whitespace().collect::<String>());
        check_addition(&name, &model(values), &model(&format!("{values}    GREEN\n")), "src/shapes/color.rs");
    }
}

#[test]
fn a_member_of_a_union_is_an_addition_to_its_file() {
    for members in ["    text: String\n", "    number: Integer\n    text: String\n"] {
        let model = |members: &str| model(REACHED, REACHED, "", "    RED\n", members, "");
        let name = format!("union_{}", members.lines().count());
        for added in ["point: Point", "zero: Unit", "also: Names"] {
            let after = model(&format!("{members}    {added}\n"));
            check_addition(&format!("{name}_{}", &added[..4]), &model(members), &after, "src/shapes/choice.rs");
        }
    }
}

#[test]
fn a_member_of_an_error_is_an_addition_to_its_file() {
    for members in ["", "    message: String\n", "    message: String\n    reason: Color\n"] {
        let model = |members: &str| model(REACHED, REACHED, "", "    RED\n", "    text: String\n", members);
        let name = format!("error_{}", members.lines().count());
        let after = model(&format!("{members}    added: String\n"));
        check_addition(&name, &model(members), &after, "src/shapes/refused.rs");
    }
}

// ---- The folder

/// A crate that was written, and the model it came from.
fn written(name: &str) -> Result<(PathBuf, Vec<PathBuf>), Box<dyn std::error::Error>> {
    let folder = folder(name)?;
    for (name, text) in [("service", SERVICE), ("operations", OPERATIONS), ("shapes", SHAPES)] {
        write(&folder.join(format!("model/{name}.smithy")), text)?;
    }
    let (out, models) = (folder.join("out"), vec![folder.join("model")]);
    run(&models, &out, Mode::Write)?;
    Ok((out, models))
}

#[test]
fn check_finds_what_is_stale_missing_and_left_over() -> Checked {
    let (out, models) = written("check")?;
    assert_eq!(run(&models, &out, Mode::Check)?.changes, []);
    let header = fs::read_to_string(out.join("src/lib.rs"))?.lines().next().map(str::to_owned).unwrap_or_default();
    fs::remove_file(out.join("src/client.rs"))?;
    write(&out.join("src/meta.rs"), &format!("{header}\n"))?;
    write(&out.join("src/shapes/left_over.rs"), &format!("{header}\n"))?;
    write(&out.join("src/mine.rs"), "// Mine.\n")?;
    let before = files(&out)?;
    let kinds: Vec<(&str, String)> = run(&models, &out, Mode::Check)?
        .changes
        .into_iter()
        .map(|change| match change {
            Change::Missing(path) => ("missing", path),
            Change::Stale(path, _) => ("stale", path),
            Change::Extra(path) => ("extra", path),
        })
        .collect();
    let expected = [("missing", "src/client.rs"), ("stale", "src/meta.rs"), ("extra", "src/shapes/left_over.rs")];
    assert_eq!(kinds, expected.map(|(kind, path)| (kind, path.to_owned())));
    assert_eq!(files(&out)?, before, "a check wrote something");

    run(&models, &out, Mode::Write)?;
    assert_eq!(run(&models, &out, Mode::Check)?.changes, []);
    assert!(!out.join("src/shapes/left_over.rs").exists());
    assert_eq!(fs::read_to_string(out.join("src/mine.rs"))?, "// Mine.\n");
    Ok(())
}

#[test]
fn files_that_are_not_ours_survive() -> Checked {
    let (out, models) = written("foreign")?;
    let foreign = ["src/mine.rs", "src/shapes/notes.txt", "src/bin/tool.rs", "build.rs", "README.md"];
    for path in foreign {
        write(&out.join(path), "// Mine.\n")?;
    }
    write(&models[0].join("shapes.smithy"), &SHAPES.replace("name: String", "renamed: String"))?;
    assert!(!run(&models, &out, Mode::Write)?.changes.is_empty());
    for path in foreign {
        assert_eq!(fs::read_to_string(out.join(path))?, "// Mine.\n", "{path}");
    }
    Ok(())
}

#[test]
fn a_file_in_the_way_stops_before_anything_is_touched() -> Checked {
    for path in ["src/shapes/thing.rs", "Cargo.toml", "src/lib.rs"] {
        let (out, models) = written("in_the_way")?;
        write(&models[0].join("shapes.smithy"), &SHAPES.replace("name: String", "renamed: String"))?;
        write(&out.join(path), "// Mine.\n")?;
        let before = files(&out)?;
        let error = run(&models, &out, Mode::Write).err().ok_or("it was written")?;
        assert!(matches!(&error, Error::Output(message) if message.contains("is in the way")), "{path}: {error}");
        assert_eq!(files(&out)?, before, "{path}");
    }
    Ok(())
}

#[test]
fn one_crate_that_fails_stops_all_of_a_manifest() -> Checked {
    let folder = folder("manifest")?;
    write(&folder.join("bad.smithy"), "$version: \"2.0\"\nnamespace example\nstructure Thing { name: Strng }\n")?;
    let entry =
        |name: &str| format!("[[crate]]\nmodels = [\"{name}.smithy\"]\nout = \"{name}\"\npackage = \"{name}\"\n");
    let good = format!("{SERVICE}@http(method: \"POST\", uri: \"/p\")\noperation Put {{}}\n@http(method: \"POST\", uri: \"/g\")\noperation Get {{}}\n");
    write(&folder.join("good.smithy"), &good)?;
    write(&folder.join("whitesmith.toml"), &(entry("good") + &entry("bad")))?;
    assert!(matches!(driver::run(&folder.join("whitesmith.toml"), Mode::Write), Err(Error::Model(_))));
    assert!(!folder.join("good").exists() && !folder.join("bad").exists());
    Ok(())
}

#[test]
fn names_of_a_model_stay_in_the_folder() -> Checked {
    // The only names that become files; an identifier of the model has no other letters,
    // in JSON neither.
    let json = |shape: &str| {
        format!(
            r##"{{"smithy": "2.0", "shapes": {{
                "example#Shop": {{"type": "service", "version": "1", "operations": [{{"target": "example#Put"}}],
                    "traits": {{"aws.protocols#restJson1": {{}}}}}},
                "example#Put": {{"type": "operation", "input": {{"target": "example#In"}},
                    "traits": {{"smithy.api#http": {{"method": "POST", "uri": "/", "code": 200}}}}}},
                "example#In": {{"type": "structure", "members": {{"x": {{"target": "{shape}"}}}}}},
                "{shape}": {{"type": "structure", "members": {{}}}}
            }}}}"##
        )
    };
    for shape in ["example#../../evil", "example#/tmp/evil", "example#a/b", "example#..", "example#C:evil", "../a#B"] {
        let folder = folder("names")?;
        write(&folder.join("inner/model.json"), &json(shape))?;
        let result = run(&[folder.join("inner/model.json")], &folder.join("inner/out"), Mode::Write);
        assert!(matches!(result, Err(Error::Model(_))), "{shape}");
        let left = files(&folder)?;
        assert_eq!(left.iter().map(|(path, _)| path.as_str()).collect::<Vec<_>>(), ["inner/model.json"], "{shape}");
    }
    for package in ["../evil", "/evil", "a b", "a\"\nb", ""] {
        let folder = folder("packages")?;
        write(&folder.join("model.json"), &json("example#Thing"))?;
        let spec = CrateSpec {
            models: vec![folder.join("model.json")],
            out: folder.join("out"),
            package: package.to_owned(),
            ..CrateSpec::default()
        };
        assert!(matches!(driver::run_one(&spec, Mode::Write), Err(Error::Usage(_))), "{package}");
        assert!(!folder.join("out").exists(), "{package}");
    }
    Ok(())
}

#[test]
fn what_does_not_change_keeps_its_time() -> Checked {
    let (out, models) = written("times")?;
    let past = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    let all = files(&out)?;
    for (path, _) in &all {
        fs::File::options().write(true).open(out.join(path))?.set_modified(past)?;
    }
    let touched = || -> std::io::Result<Vec<String>> {
        let mut touched = Vec::new();
        for (path, _) in files(&out)? {
            if fs::metadata(out.join(&path))?.modified()? != past {
                touched.push(path);
            }
        }
        Ok(touched)
    };
    run(&models, &out, Mode::Write)?;
    assert_eq!(touched()?, [""; 0]);
    write(&models[0].join("shapes.smithy"), &SHAPES.replace("name: String", "renamed: String"))?;
    run(&models, &out, Mode::Write)?;
    assert_eq!(touched()?, ["src/shapes/thing.rs"]);
    Ok(())
}
