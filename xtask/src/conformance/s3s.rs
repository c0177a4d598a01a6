//! In: the model of S3, and the program of tests/s3s. Out: how many calls there were. Why: an
//! S3 server of others, s3s-fs, verifies signatures, also of single chunks, and checksums.
//!
//! The server has to be installed (`cargo install s3s-fs`, see CONTRIBUTING.md); it runs on a
//! port of this machine, with a folder of its own, as long as the program does.

use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::{program, Corpora};

const PROGRAM: &str = "objects";
const SERVER: &str = "s3s-fs";
/// What the server takes, and the program has.
const KEYS: [&str; 2] = ["AKIDEXAMPLE", "secret-of-nobody"];

pub(super) fn run(corpora: &Corpora) -> Result<String, String> {
    let Some(server) = installed(corpora) else {
        return Ok(format!("skipped: there is no `{SERVER}`; CONTRIBUTING.md says how to install it"));
    };
    let at = corpora.scratch.join("s3s");
    let program = program::build(corpora, &at, "s3s", PROGRAM)?;
    let data = at.join("data");
    let _ = std::fs::remove_dir_all(&data);
    std::fs::create_dir_all(&data).map_err(|error| format!("{}: {error}", data.display()))?;
    let server = Server::start(&server, &data, &at.join("server.log"))?;
    let arguments = [format!("http://127.0.0.1:{}", server.port), data.display().to_string()];
    program::run(corpora, &program, &arguments)
        .map_err(|reason| format!("{reason}; the output of the server is in {}", server.log.display()))
}

/// Where the server is: on the search path, or where `.ci/run` puts it.
fn installed(corpora: &Corpora) -> Option<PathBuf> {
    let of_ci = corpora.root.join("target/tools/bin").join(SERVER);
    let path = std::env::var_os("PATH").unwrap_or_default();
    let all = std::env::split_paths(&path).map(|folder| folder.join(SERVER)).chain([of_ci]);
    all.into_iter().find(|file| file.is_file())
}

/// A server, which ends with this value.
struct Server {
    process: Child,
    port: u16,
    log: PathBuf,
}

impl Server {
    /// Starts it on a port that was free a moment ago, and waits until it answers.
    fn start(program: &Path, data: &Path, log: &Path) -> Result<Self, String> {
        let port = TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr());
        let port = port.map_err(|error| format!("no port is free: {error}"))?.port();
        let file = std::fs::File::create(log).map_err(|error| format!("{}: {error}", log.display()))?;
        let errors = file.try_clone().map_err(|error| format!("{}: {error}", log.display()))?;
        let mut command = Command::new(program);
        command.args(["--host", "127.0.0.1", "--port", &port.to_string()]);
        command.args(["--access-key", KEYS[0], "--secret-key", KEYS[1]]).arg(data);
        command.stdin(Stdio::null()).stdout(file).stderr(errors);
        let process = command.spawn().map_err(|error| format!("cannot start {}: {error}", program.display()))?;
        let mut server = Self { process, port, log: log.to_path_buf() };
        let end = Instant::now() + Duration::from_secs(60);
        while Instant::now() < end {
            if let Ok(Some(status)) = server.process.try_wait() {
                return Err(format!("{SERVER} ends with {status}; see {}", log.display()));
            }
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return Ok(server);
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Err(format!("{SERVER} does not answer; see {}", log.display()))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself, which the program has noticed then.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
