//! In: a folder and a port; the crates `aws-sdk-sts`, `aws-sdk-sso` and `aws-sdk-ssooidc`: once
//! the official ones, once slices of ours. Out: a transcript of what aws-config sends and
//! resolves with them, one `case | name: value` a line. Why: aws-config depends on these three,
//! so whoever replaces them in a program has to get the same credentials and the same errors.
//!
//! Each case is a process of its own (`resolve`), which talks to a server in this one
//! (`server`). `differences.toml` beside this folder holds what may differ.

mod cases;
mod resolve;
mod server;

use cases::Case;
use server::{Request, Server};
use std::error::Error;
use std::path::Path;
use std::process::{Command, Stdio};

/// Tells the process of a case what it is.
const ASKED: &str = "COMPAT_ASKED";

fn main() -> Result<(), Box<dyn Error>> {
    if let Ok(asked) = std::env::var(ASKED) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(resolve::run(&asked));
        return Ok(());
    }
    let mut arguments = std::env::args().skip(1);
    let (Some(folder), Some(port)) = (arguments.next(), arguments.next()) else {
        return Err("usage: compat-config FOLDER PORT [CASE]".into());
    };
    let only = arguments.next();
    let port: u16 = port.parse()?;
    let server = Server::start(port)?;
    for case in cases::all(&format!("http://127.0.0.1:{port}")) {
        if only.as_ref().is_none_or(|only| case.name.contains(only)) {
            run(&case, &server, Path::new(&folder))?;
        }
    }
    Ok(())
}

/// Runs a case in an empty folder and prints what it resolves, what was received, and which
/// files are there afterwards.
fn run(case: &Case, server: &Server, folder: &Path) -> Result<(), Box<dyn Error>> {
    let _ = std::fs::remove_dir_all(folder);
    for (name, text) in &case.files {
        let path = folder.join(name);
        std::fs::create_dir_all(path.parent().unwrap_or(folder))?;
        std::fs::write(path, text.replace(cases::HOME, &folder.display().to_string()))?;
    }
    server.expect(&case.answers);
    let mut command = Command::new(std::env::current_exe()?);
    command.env_clear().envs(std::env::var_os("PATH").map(|path| ("PATH", path))).env("HOME", folder);
    for (name, value) in &case.environment {
        command.env(name, value.replace(cases::HOME, &folder.display().to_string()));
    }
    let output = command.env(ASKED, case.asked).stdin(Stdio::null()).stderr(Stdio::inherit()).output()?;
    let say = |name: &str, value: &str| println!("{} | {name}: {}", case.name, value.replace('\n', "\\n"));
    for line in String::from_utf8(output.stdout)?.lines() {
        println!("{} | {line}", case.name);
    }
    if !output.status.success() {
        say("process", &output.status.to_string());
    }
    let (requests, left) = server.received();
    requests.iter().for_each(|request| show(request, &say));
    say("answers left", &left.to_string());
    for (name, text) in written(folder)? {
        if case.files.iter().all(|(known, before)| *known != name || *before != text) {
            say(&format!("file {name}"), &text);
        }
    }
    Ok(())
}

fn show(request: &Request, say: &impl Fn(&str, &str)) {
    say("request", &request.line);
    for (name, value) in &request.headers {
        // A random number, which is not signed.
        let value = if name == "amz-sdk-invocation-id" { "(random)" } else { value };
        say(&format!("header {name}"), value);
    }
    say("body", &request.body);
}

/// The files of the cache of tokens, which aws-config writes.
fn written(folder: &Path) -> std::io::Result<Vec<(String, String)>> {
    let cache = ".aws/sso/cache";
    let Ok(entries) = std::fs::read_dir(folder.join(cache)) else { return Ok(Vec::new()) };
    let mut files = Vec::new();
    for entry in entries {
        let entry = entry?;
        let text = std::fs::read_to_string(entry.path())?;
        files.push((format!("{cache}/{}", entry.file_name().to_string_lossy()), text));
    }
    files.sort();
    Ok(files)
}
