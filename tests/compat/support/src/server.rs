//! A server on loopback for HTTP/1.1. In: answers in order. Out: the requests that it received.
//! Why of its own: it adds no header and keeps every byte, so that transcripts compare.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::say;

/// What the server answers.
#[derive(Clone, Debug)]
pub struct Answer {
    status: u16,
    headers: Vec<(String, Vec<u8>)>,
    body: Vec<u8>,
    delay: Duration,
    is_dropped: bool,
}

impl Answer {
    /// A status and a body.
    pub fn new(status: u16, body: impl Into<Vec<u8>>) -> Self {
        Self { status, headers: Vec::new(), body: body.into(), delay: Duration::ZERO, is_dropped: false }
    }

    /// Status 200 and a body.
    pub fn ok(body: impl Into<Vec<u8>>) -> Self {
        Self::new(200, body)
    }

    /// A connection that ends without an answer.
    pub fn dropped() -> Self {
        Self { is_dropped: true, ..Self::new(200, "") }
    }

    /// With a header.
    #[must_use]
    pub fn header(self, name: &str, value: &str) -> Self {
        self.header_of_bytes(name, value.as_bytes())
    }

    /// With a header whose value need not be text.
    #[must_use]
    pub fn header_of_bytes(mut self, name: &str, value: &[u8]) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// After some time.
    #[must_use]
    pub fn after(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }
}

/// What the server received.
#[derive(Clone, Debug)]
pub struct Received {
    /// Method, path with query, version.
    pub line: String,
    /// In the order of their names, which are in lower case.
    pub headers: Vec<(String, String)>,
    /// Without the chunks of the transfer.
    pub body: Vec<u8>,
}

impl Received {
    /// Prints all of it.
    pub fn say(&self, name: &str) {
        say(name, &self.line);
        for (header, value) in &self.headers {
            say(&format!("{name}, {header}"), value);
        }
        say(&format!("{name}, body"), String::from_utf8_lossy(&self.body));
    }

    /// The first header of a name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(header, _)| header == name).map(|(_, value)| value.as_str())
    }
}

/// Answers until the program ends.
#[derive(Debug)]
pub struct Server {
    port: u16,
    received: Arc<Mutex<Vec<Received>>>,
}

impl Server {
    /// Starts it. After the last answer it gives that one again.
    ///
    /// # Panics
    /// There is no port on loopback.
    pub fn start(answers: impl IntoIterator<Item = Answer>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("loopback has a free port");
        let port = listener.local_addr().expect("a bound socket has an address").port();
        let answers = Arc::new(Mutex::new(answers.into_iter().collect::<VecDeque<_>>()));
        let received = Arc::new(Mutex::new(Vec::new()));
        let log = Arc::clone(&received);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (answers, log) = (Arc::clone(&answers), Arc::clone(&log));
                std::thread::spawn(move || serve(stream, &answers, &log));
            }
        });
        Self { port, received }
    }

    /// `http://127.0.0.1:PORT`.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// What came since the last time.
    pub fn received(&self) -> Vec<Received> {
        std::mem::take(&mut *self.received.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Prints what came since the last time.
    pub fn say_received(&self, name: &str) {
        for request in self.received() {
            request.say(name);
        }
    }
}

fn serve(stream: TcpStream, answers: &Mutex<VecDeque<Answer>>, log: &Mutex<Vec<Received>>) {
    let Ok(reader) = stream.try_clone() else { return };
    let (mut reader, mut writer) = (BufReader::new(reader), stream);
    while let Some(request) = read(&mut reader, &mut writer) {
        log.lock().unwrap_or_else(PoisonError::into_inner).push(request);
        let answer = {
            let mut answers = answers.lock().unwrap_or_else(PoisonError::into_inner);
            if answers.len() > 1 {
                answers.pop_front()
            } else {
                answers.front().cloned()
            }
        };
        let Some(answer) = answer else { return };
        std::thread::sleep(answer.delay);
        if answer.is_dropped || write(&mut writer, &answer).is_none() {
            return;
        }
    }
}

fn read(reader: &mut BufReader<TcpStream>, writer: &mut TcpStream) -> Option<Received> {
    let line = line(reader)?;
    let mut headers = Vec::new();
    loop {
        let line = self::line(reader)?;
        if line.is_empty() {
            break;
        }
        let (name, value) = line.split_once(':')?;
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    headers.sort();
    let header = |name: &str| headers.iter().find(|(header, _)| header == name).map(|(_, value)| value.as_str());
    if header("expect").is_some() {
        writer.write_all(b"HTTP/1.1 100 Continue\r\n\r\n").ok()?;
    }
    let mut body = Vec::new();
    if header("transfer-encoding").is_some() {
        loop {
            let size = usize::from_str_radix(self::line(reader)?.trim(), 16).ok()?;
            let mut chunk = vec![0; size];
            reader.read_exact(&mut chunk).ok()?;
            body.extend(chunk);
            self::line(reader)?;
            if size == 0 {
                break;
            }
        }
    } else if let Some(length) = header("content-length").and_then(|length| length.parse::<usize>().ok()) {
        body.resize(length, 0);
        reader.read_exact(&mut body).ok()?;
    }
    Some(Received { line, headers, body })
}

fn line(reader: &mut BufReader<TcpStream>) -> Option<String> {
    let mut line = String::new();
    let length = reader.read_line(&mut line).ok()?;
    (length > 0).then(|| line.trim_end_matches(['\r', '\n']).to_owned())
}

fn write(writer: &mut TcpStream, answer: &Answer) -> Option<()> {
    let mut head = format!("HTTP/1.1 {} Status\r\n", answer.status).into_bytes();
    for (name, value) in &answer.headers {
        head.extend([name.as_bytes(), b": ", value, b"\r\n"].concat());
    }
    if !answer.headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("content-length")) {
        head.extend(format!("content-length: {}\r\n", answer.body.len()).into_bytes());
    }
    head.extend(b"\r\n");
    writer.write_all(&head).ok()?;
    writer.write_all(&answer.body).ok()?;
    writer.flush().ok()
}
