//! In: answers, in the order in which they are given. Out: an HTTP server on this machine, and
//! the requests that it received. Why: STS, SSO, ECS and IMDS without an account; all of them
//! are one server, because a resolution is a sequence of requests.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};

/// What a request is answered with.
#[derive(Clone)]
pub(crate) enum Answer {
    /// Status, headers that are not those of every response, body.
    Response(u16, Vec<(&'static str, String)>, String),
    /// The connection ends without one.
    Hangup,
}

/// A request as the server received it.
pub(crate) struct Request {
    /// Method, path and version.
    pub(crate) line: String,
    /// Sorted, names in lower case.
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

#[derive(Default)]
struct State {
    answers: VecDeque<Answer>,
    requests: Vec<Request>,
}

/// The server. It ends with the process.
#[derive(Clone)]
pub(crate) struct Server(Arc<Mutex<State>>);

impl Server {
    /// Answers on that port of this machine.
    pub(crate) fn start(port: u16) -> std::io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", port))?;
        let server = Self(Arc::default());
        let accepting = server.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let server = accepting.clone();
                // A client that goes away is the end of its connection and of nothing else.
                std::thread::spawn(move || server.serve(stream));
            }
        });
        Ok(server)
    }

    /// Replaces what is left of the answers.
    pub(crate) fn expect(&self, answers: &[Answer]) {
        let mut state = self.state();
        state.answers = answers.iter().cloned().collect();
        state.requests.clear();
    }

    /// What was received since the answers were set, and how many of these are left.
    pub(crate) fn received(&self) -> (Vec<Request>, usize) {
        let mut state = self.state();
        (std::mem::take(&mut state.requests), state.answers.len())
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn serve(&self, mut stream: TcpStream) -> std::io::Result<()> {
        let mut reader = BufReader::new(stream.try_clone()?);
        while let Some(request) = read(&mut reader)? {
            let answer = {
                let mut state = self.state();
                state.requests.push(request);
                state.answers.pop_front()
            };
            // A request that no case expects is seen in the transcript, and not retried.
            let none = || Answer::Response(418, Vec::new(), "nothing is expected".to_owned());
            let Answer::Response(status, headers, body) = answer.unwrap_or_else(none) else {
                return Ok(());
            };
            let mut head = format!("HTTP/1.1 {status} Status\r\ncontent-length: {}\r\n", body.len());
            headers.iter().for_each(|(name, value)| head.push_str(&format!("{name}: {value}\r\n")));
            stream.write_all(format!("{head}\r\n{body}").as_bytes())?;
        }
        Ok(())
    }
}

/// The next request of a connection; None at its end.
fn read(reader: &mut impl BufRead) -> std::io::Result<Option<Request>> {
    let mut line = String::new();
    if reader.read_line(&mut line)? == 0 {
        return Ok(None);
    }
    let (mut headers, mut length) = (Vec::new(), 0);
    loop {
        let mut header = String::new();
        reader.read_line(&mut header)?;
        let Some((name, value)) = header.trim_end().split_once(':') else { break };
        let (name, value) = (name.to_ascii_lowercase(), value.trim().to_owned());
        if name == "content-length" {
            length = value.parse().unwrap_or(0);
        }
        headers.push((name, value));
    }
    headers.sort();
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    let (line, body) = (line.trim_end().to_owned(), String::from_utf8_lossy(&body).into_owned());
    Ok(Some(Request { line, headers, body }))
}
