//! `readme`: runs the commands and programs of README.md. In: its blocks of code. Out: an
//! error for the first that does not work. Why: a newcomer tries these first, and nothing else
//! notices that one is out of date.
//!
//! Each block is used, by its section and its language; one that is not is an error. What
//! cannot be run everywhere is in [`NOT_RUN`], with the reason.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};

use crate::conformance::Corpora;
use whitesmith_cli::terminal::to_stderr;

/// Commands that are left out, and why.
const NOT_RUN: &[(&str, &str)] =
    &[("cargo install", "installs a program on this machine; the program that was just built is used instead")];

/// Why a program is compiled and not run: beside the tests that it has.
const COMPILED_ONLY: &str = "it calls a service, for which it needs an account or an address";

/// Runs the commands and programs of README.md.
///
/// # Errors
/// A block is of a kind that nothing here uses, or does not work.
pub(crate) fn run() -> Result<(), String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("xtask has no parent folder")?;
    let text = read(&root.join("README.md"))?;
    let place = Place::new(root)?;
    for (title, blocks) in sections(&text) {
        match title {
            "Getting started" => first_minute(&place, &blocks)?,
            "A project that calls AWS" => aws_project(&place, &blocks)?,
            "A service of your own" => own_service(&place, &blocks)?,
            _ if blocks.is_empty() => {}
            _ => return Err(format!("README.md has code in `{title}`, which nothing runs")),
        }
    }
    Ok(())
}

/// A fenced block.
struct Block<'t> {
    language: &'t str,
    text: &'t str,
}

/// The sections by their titles, each with its blocks.
fn sections(text: &str) -> Vec<(&str, Vec<Block<'_>>)> {
    let parts = text.split("\n## ").map(|part| (part.lines().next().unwrap_or_default(), blocks(part)));
    parts.collect()
}

fn blocks(part: &str) -> Vec<Block<'_>> {
    let fenced = part.split("\n```").skip(1).step_by(2);
    fenced.filter_map(|block| block.split_once('\n')).map(|(language, text)| Block { language, text }).collect()
}

/// Where it is tried.
struct Place {
    root: PathBuf,
    /// A folder beside which there is a `whitesmith`, as the README has it.
    project: PathBuf,
    /// The program that the README calls `whitesmith`.
    program: PathBuf,
    /// Cargo's folder for what it builds, which all packages share.
    target: PathBuf,
}

impl Place {
    fn new(root: &Path) -> Result<Self, String> {
        let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
        let target = std::path::absolute(target).map_err(|error| format!("cannot find the target folder: {error}"))?;
        let project = target.join("readme");
        if project.exists() {
            fs::remove_dir_all(&project).map_err(|error| format!("{}: {error}", project.display()))?;
        }
        fs::create_dir_all(&project).map_err(|error| format!("{}: {error}", project.display()))?;
        let shown = "build the program `whitesmith`";
        let arguments = ["build", "--quiet", "--package", "whitesmith"];
        succeeded(cargo().args(arguments).current_dir(root).status(), shown)?;
        let built = std::env::current_exe().map_err(|error| format!("cannot find this program: {error}"))?;
        Ok(Self { root: root.to_path_buf(), project, program: built.with_file_name("whitesmith"), target })
    }

    /// Runs the commands of a block, each as a shell would split it: no command of the
    /// README has quotes.
    fn commands(&self, block: &Block<'_>, folder: &Path) -> Result<(), String> {
        let text = block.text.replace("\\\n", " ");
        for line in text.lines().map(|line| line.split('#').next().unwrap_or_default().trim()) {
            if line.is_empty() {
                continue;
            }
            if let Some((_, why)) = NOT_RUN.iter().find(|(command, _)| line.starts_with(command)) {
                to_stderr(&format!("skipped: {line} ({why})\n"));
                continue;
            }
            to_stderr(&format!("$ {line}\n"));
            let line = line.replace("../whitesmith", &self.root.display().to_string());
            let mut words = line.split_whitespace();
            let mut command = match words.next() {
                Some("cargo") => cargo(),
                Some("whitesmith") => Command::new(&self.program),
                other => {
                    return Err(format!(
                        "README.md has the command `{}`, which this task cannot run",
                        other.unwrap_or_default()
                    ))
                }
            };
            succeeded(command.args(words).current_dir(folder).status(), &line)?;
        }
        Ok(())
    }

    /// Makes a package of a manifest's dependencies and a program, and has cargo build it.
    fn package(&self, folder: &Path, dependencies: &Block<'_>, program: &Block<'_>, how: &str) -> Result<(), String> {
        self.write_package(folder, dependencies.text, program)?;
        self.build(folder, how)
    }

    fn write_package(&self, folder: &Path, dependencies: &str, program: &Block<'_>) -> Result<(), String> {
        let head = "[package]\nname = \"tried\"\nversion = \"0.0.0\"\nedition = \"2021\"\n\n";
        write(&folder.join("Cargo.toml"), &format!("{head}{dependencies}\n[workspace]\n"))?;
        write(&folder.join("src/main.rs"), program.text)
    }

    fn build(&self, folder: &Path, how: &str) -> Result<(), String> {
        to_stderr(&format!("$ cargo {how} (`main` is not run: {COMPILED_ONLY})\n"));
        let cargo = cargo().args([how, "--quiet", "--target-dir"]).arg(&self.target).current_dir(folder).status();
        succeeded(cargo, &format!("cargo {how}"))
    }
}

/// What a newcomer types first, in this repository; and what it shows.
fn first_minute(place: &Place, blocks: &[Block<'_>]) -> Result<(), String> {
    let [commands, shown] = of(blocks, ["sh", "text"])?;
    place.commands(commands, &place.root)?;
    let output = Command::new(&place.program).arg("codegen").current_dir(&place.root).output();
    let output = output.map_err(|error| format!("cannot run `whitesmith codegen`: {error}"))?;
    let (is, was) = (words(&String::from_utf8_lossy(&output.stdout)), words(shown.text));
    (is == was).then_some(()).ok_or_else(|| format!("`codegen` prints `{is}`, and README.md has `{was}`"))
}

/// The text without its numbers, which differ from machine to machine.
fn words(text: &str) -> String {
    let is_number = |word: &&str| word.chars().all(|c| c.is_ascii_digit());
    text.split_whitespace().filter(|word| !is_number(word)).collect::<Vec<_>>().join(" ")
}

/// The program with the official crate, which the commands replace by one of ours.
fn aws_project(place: &Place, blocks: &[Block<'_>]) -> Result<(), String> {
    let [commands, program, dependencies] = of(blocks, ["sh", "rust", "toml"])?;
    let Some(corpora) = Corpora::find() else {
        to_stderr("skipped: `A project that calls AWS` (there are no corpora)\n");
        return Ok(());
    };
    // The checkout of the models is where the corpora are.
    let models = corpora.corpora().display().to_string();
    let text = commands.text.replace("../api-models-aws", &models);
    let folder = place.project.join("aws");
    let client = "aws-sdk-sqs = ";
    let official = |line: &str| if line.starts_with(client) { format!("{client}\"1\"\n") } else { format!("{line}\n") };
    let before: String = dependencies.text.lines().map(official).collect();
    let changed = folder.join("Cargo.toml");
    place.write_package(&folder, &before, program)?;
    place.commands(&Block { language: "sh", text: &text }, &folder)?;
    let (is, was) = (read(&changed)?, dependencies.text);
    if !is.contains(was) {
        return Err(format!("`migrate` makes {} of the dependencies, and README.md has\n{was}", changed.display()));
    }
    place.build(&folder, "check")
}

fn own_service(place: &Place, blocks: &[Block<'_>]) -> Result<(), String> {
    let [model, manifest, commands, dependencies, program] = of(blocks, ["smithy", "toml", "sh", "toml", "rust"])?;
    let folder = place.project.join("own");
    write(&folder.join("model/shop.smithy"), model.text)?;
    // The manifest is in a folder below that of the project.
    let runtime = place.root.display().to_string();
    write(&folder.join("model/whitesmith.toml"), &manifest.text.replace("../../whitesmith", &runtime))?;
    place.commands(commands, &folder)?;
    place.package(&folder, dependencies, program, "test")
}

/// The blocks, if they are of these languages in this order.
fn of<'b, 't, const N: usize>(blocks: &'b [Block<'t>], languages: [&str; N]) -> Result<[&'b Block<'t>; N], String> {
    let found: Vec<&str> = blocks.iter().map(|block| block.language).collect();
    let refs: Vec<&Block<'t>> = blocks.iter().collect();
    match <[&Block<'t>; N]>::try_from(refs) {
        Ok(blocks) if found == languages => Ok(blocks),
        _ => Err(format!("README.md has blocks of {found:?} where {languages:?} are run")),
    }
}

fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

fn succeeded(status: io::Result<ExitStatus>, shown: &str) -> Result<(), String> {
    let status = status.map_err(|error| format!("cannot run `{shown}`: {error}"))?;
    status.success().then_some(()).ok_or_else(|| format!("`{shown}` failed"))
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let written = fs::create_dir_all(folder).and_then(|()| fs::write(path, text));
    written.map_err(|error| format!("{}: {error}", path.display()))
}
