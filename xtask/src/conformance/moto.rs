//! In: models of AWS, and the program of tests/moto. Out: how many services and calls there
//! were. Why: only a server of others shows whether client and server understand each other.
//!
//! The clients are generated into the scratch folder, the program is built there, and moto
//! runs on a port of this machine as long as the program does.

use std::fs::File;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use whitesmith_codegen::driver::{self, CrateSpec, Mode, Runtime};

use super::{python, read, Corpora};
use whitesmith_cli::terminal::{to_stderr, to_stdout};

const PROGRAM: &str = "round-trips";

pub(super) fn run(corpora: &Corpora) -> Result<String, String> {
    let python = match python::find(corpora)? {
        Ok(python) => python,
        Err(reason) => return Ok(format!("skipped: {reason}")),
    };
    let at = corpora.scratch.join("moto");
    let program = build(corpora, &at)?;
    let server = Server::start(&python, &at.join("server.log"))?;
    let mut command = Command::new(program);
    command.arg(format!("http://{}", server.address)).args(corpora.is_verbose.then_some("-v"));
    let output = command.stderr(Stdio::inherit()).output().map_err(|error| format!("cannot run {PROGRAM}: {error}"))?;
    let said = String::from_utf8_lossy(&output.stdout);
    let (listed, counts) = said.trim_end().rsplit_once('\n').unwrap_or(("", said.trim_end()));
    if !output.status.success() {
        to_stdout(&format!("{}\n", said.trim_end()));
        return Err(format!("{PROGRAM} fails; the output of moto is in {}", server.log.display()));
    }
    if !listed.is_empty() {
        to_stdout(&format!("{listed}\n"));
    }
    Ok(counts.to_owned())
}

/// Emits the clients and builds the program; where it is.
fn build(corpora: &Corpora, at: &Path) -> Result<PathBuf, String> {
    let folder = corpora.root.join("tests/moto");
    let clients: toml::Table = read(&folder.join("clients.toml"))?.parse().map_err(|error| format!("{error}"))?;
    let mut members = vec![PROGRAM.to_owned()];
    for client in clients.get("client").and_then(toml::Value::as_array).into_iter().flatten() {
        let text = |key: &str| client.get(key).and_then(toml::Value::as_str);
        let (Some(package), Some(model)) = (text("package"), text("model")) else {
            return Err("clients.toml: a client lacks `package` or `model`".to_owned());
        };
        let operations = client.get("operations").and_then(toml::Value::as_array);
        let ours = folder.join(model);
        let spec = CrateSpec {
            models: vec![if ours.exists() { ours } else { corpora.model(model) }],
            out: at.join(package),
            package: package.to_owned(),
            operations: operations
                .map(|names| names.iter().filter_map(toml::Value::as_str).map(str::to_owned).collect()),
            runtime: Runtime::Path(corpora.root.join("runtime")),
            ..CrateSpec::default()
        };
        driver::run_one(&spec, Mode::Write).map_err(|error| format!("{package}: {error}"))?;
        members.push(package.to_owned());
    }

    let sources = folder.join("src/main.rs");
    let package = read(&folder.join("program.toml"))?;
    let package = format!("{package}\n[[bin]]\nname = {PROGRAM:?}\npath = {sources:?}\n");
    let workspace = format!(
        "[workspace]\nresolver = \"2\"\nmembers = {members:?}\n\n[profile.dev]\ndebug = false\nincremental = false\n"
    );
    std::fs::create_dir_all(at.join(PROGRAM))
        .and_then(|()| std::fs::write(at.join(PROGRAM).join("Cargo.toml"), package))
        .and_then(|()| std::fs::write(at.join("Cargo.toml"), workspace))
        .and_then(|()| std::fs::copy(corpora.root.join("Cargo.lock"), at.join("Cargo.lock")))
        .map_err(|error| format!("{}: {error}", at.display()))?;

    let target = corpora.scratch.join("target");
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    let arguments = ["build", "--quiet", "--package", PROGRAM];
    to_stderr(&format!("$ cargo {}\n", arguments.join(" ")));
    cargo.args(arguments).current_dir(at).env("CARGO_TARGET_DIR", &target).env_remove("RUSTFLAGS");
    let status = cargo.status().map_err(|error| format!("cannot run cargo: {error}"))?;
    if !status.success() {
        return Err(format!("{PROGRAM} does not compile in {}", at.display()));
    }
    Ok(target.join("debug").join(PROGRAM))
}

/// A moto server, which ends with this value.
struct Server {
    process: Child,
    address: String,
    log: PathBuf,
}

impl Server {
    /// Starts it on a port that is free, and waits until it answers.
    fn start(python: &Path, log: &Path) -> Result<Self, String> {
        let file = File::create(log).map_err(|error| format!("{}: {error}", log.display()))?;
        let mut command = Command::new(python);
        // With port 0 the system chooses one, and the server says which.
        command.args(["-m", "moto.server", "-H", "127.0.0.1", "-p", "0"]).stdin(Stdio::null());
        command.stdout(Stdio::null()).stderr(file);
        let process = command.spawn().map_err(|error| format!("cannot start moto: {error}"))?;
        let mut server = Self { process, address: String::new(), log: log.to_path_buf() };
        let end = Instant::now() + Duration::from_secs(60);
        while Instant::now() < end {
            if let Ok(Some(status)) = server.process.try_wait() {
                return Err(format!("moto ends with {status}; see {}", log.display()));
            }
            if let Some(address) = address(&read(log)?) {
                server.address = address;
                if server.is_configured().unwrap_or(false) {
                    return Ok(server);
                }
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        Err(format!("moto does not answer; see {}", log.display()))
    }

    /// Whether it takes the setting that functions of Lambda are not run in containers;
    /// they then answer with what they were sent.
    fn is_configured(&self) -> std::io::Result<bool> {
        const BODY: &str = r#"{"lambda":{"use_docker":false}}"#;
        let mut stream = TcpStream::connect(&self.address)?;
        stream.set_read_timeout(Some(Duration::from_secs(10)))?;
        let length = BODY.len();
        write!(
            stream,
            "POST /moto-api/config HTTP/1.1\r\nhost: {}\r\nconnection: close\r\ncontent-type: application/json\r\n\
             content-length: {length}\r\n\r\n{BODY}",
            self.address
        )?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        Ok(answer.starts_with(b"HTTP/1.1 201"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself, which the program has noticed then.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// What the server says in its log about where it listens.
fn address(log: &str) -> Option<String> {
    let (_, rest) = log.split_once("Running on http://")?;
    let (line, _) = rest.split_once('\n')?;
    Some(line.chars().take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ':')).collect())
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn the_address_is_read_once_its_line_is_whole() {
        assert_eq!(address("WARNING: a server\n * Running on http://127.0.0.1:4"), None);
        let whole = " * Running on http://127.0.0.1:40123\n\u{1b}[33mPress CTRL+C to quit\n";
        assert_eq!(address(whole).as_deref(), Some("127.0.0.1:40123"));
        assert_eq!(address(" * Running on http://127.0.0.1:1\u{1b}[0m\n").as_deref(), Some("127.0.0.1:1"));
    }
}
