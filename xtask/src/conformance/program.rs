//! Programs that call the servers of others: in, a folder of tests with the clients that it
//! needs and a program. Out: the program, built beside the clients, and what it says. They are
//! no packages of this workspace, since their clients are emitted from models of others.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use whitesmith_codegen::driver::{self, CrateSpec, Mode, Runtime};

use super::{read, Corpora};
use whitesmith_cli::terminal::{to_stderr, to_stdout};

/// Emits the clients that tests/`folder` names into `at`, and builds its program `name` there;
/// returns where it is.
pub(super) fn build(corpora: &Corpora, at: &Path, folder: &str, name: &str) -> Result<PathBuf, String> {
    let folder = corpora.root.join("tests").join(folder);
    let clients: toml::Table = read(&folder.join("clients.toml"))?.parse().map_err(|error| format!("{error}"))?;
    let mut members = vec![name.to_owned()];
    for client in clients.get("client").and_then(toml::Value::as_array).into_iter().flatten() {
        let text = |key: &str| client.get(key).and_then(toml::Value::as_str);
        let (Some(package), Some(model)) = (text("package"), text("model")) else {
            return Err("clients.toml: a client lacks `package` or `model`".to_owned());
        };
        let texts = |key: &str| {
            let list = client.get(key).and_then(toml::Value::as_array)?;
            Some(list.iter().filter_map(toml::Value::as_str).map(str::to_owned).collect::<Vec<_>>())
        };
        let ours = folder.join(model);
        let spec = CrateSpec {
            models: vec![if ours.exists() { ours } else { corpora.model(model) }],
            out: at.join(package),
            package: package.to_owned(),
            operations: texts("operations"),
            presign: texts("presign").unwrap_or_default(),
            runtime: Runtime::Path(corpora.root.join("runtime")),
            ..CrateSpec::default()
        };
        driver::run_one(&spec, Mode::Write).map_err(|error| format!("{package}: {error}"))?;
        members.push(package.to_owned());
    }

    let sources = folder.join("src/main.rs");
    let package = read(&folder.join("program.toml"))?;
    let package = format!("{package}\n[[bin]]\nname = {name:?}\npath = {sources:?}\n");
    let workspace = format!(
        "[workspace]\nresolver = \"2\"\nmembers = {members:?}\n\n[profile.dev]\ndebug = false\nincremental = false\n"
    );
    std::fs::create_dir_all(at.join(name))
        .and_then(|()| std::fs::write(at.join(name).join("Cargo.toml"), package))
        .and_then(|()| std::fs::write(at.join("Cargo.toml"), workspace))
        .and_then(|()| std::fs::copy(corpora.root.join("Cargo.lock"), at.join("Cargo.lock")))
        .map_err(|error| format!("{}: {error}", at.display()))?;

    let target = corpora.scratch.join("target");
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    let arguments = ["build", "--quiet", "--package", name];
    to_stderr(&format!("$ cargo {}\n", arguments.join(" ")));
    cargo.args(arguments).current_dir(at).env("CARGO_TARGET_DIR", &target).env_remove("RUSTFLAGS");
    let status = cargo.status().map_err(|error| format!("cannot run cargo: {error}"))?;
    if !status.success() {
        return Err(format!("{name} does not compile in {}", at.display()));
    }
    Ok(target.join("debug").join(name))
}

/// Runs a program, prints what it lists, and returns its last line.
pub(super) fn run(corpora: &Corpora, program: &Path, arguments: &[String]) -> Result<String, String> {
    let name = program.file_name().unwrap_or_default().to_string_lossy();
    let mut command = Command::new(program);
    command.args(arguments).args(corpora.is_verbose.then_some("-v"));
    let output = command.stderr(Stdio::inherit()).output().map_err(|error| format!("cannot run {name}: {error}"))?;
    let said = String::from_utf8_lossy(&output.stdout);
    let (listed, counts) = said.trim_end().rsplit_once('\n').unwrap_or(("", said.trim_end()));
    if !output.status.success() {
        to_stdout(&format!("{}\n", said.trim_end()));
        return Err(format!("{name} fails"));
    }
    if !listed.is_empty() {
        to_stdout(&format!("{listed}\n"));
    }
    Ok(counts.to_owned())
}
