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

use super::{program, python, read, Corpora};

const PROGRAM: &str = "round-trips";

pub(super) fn run(corpora: &Corpora) -> Result<String, String> {
    let python = match python::find(corpora)? {
        Ok(python) => python,
        Err(reason) => return Ok(format!("skipped: {reason}")),
    };
    let at = corpora.scratch.join("moto");
    let program = program::build(corpora, &at, "moto", PROGRAM)?;
    let server = Server::start(&python, &at.join("server.log"))?;
    let arguments = [format!("http://{}", server.address)];
    program::run(corpora, &program, &arguments)
        .map_err(|reason| format!("{reason}; the output of moto is in {}", server.log.display()))
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
