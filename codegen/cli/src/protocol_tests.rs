//! `protocol-tests`. In: models. Out: a crate for each service, with the tests of the model;
//! then their results, a line for each protocol.
//!
//! It has two users: the command, for the owner of a service or a protocol, and the
//! conformance suite, which runs the official cases with our protocols.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Output};

use whitesmith_codegen::driver::{self, CrateSpec, Error, Mode, Runtime};
use whitesmith_codegen::{protocols_of, Kind, Shape};

use crate::terminal::{fail, print_result, to_stderr};

/// Run the protocol tests of a model with the client generated from it
///
/// Generates a crate for each service of the model, with the client tests of its smithy.test
/// traits, and runs them with `cargo test`.
#[derive(clap::Args)]
#[command(after_long_help = EXAMPLES, verbatim_doc_comment)]
pub struct Arguments {
    /// Model files and folders, .smithy or .json; - is standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// The service, by id or name [default: all]
    #[arg(long, value_name = "ID")]
    service: Option<String>,
    /// The protocol, by id or name [default: all that the service declares]
    #[arg(long, value_name = "ID")]
    protocol: Option<String>,
    /// Run only the tests of these operations and of their errors
    #[arg(long, value_name = "A,B", value_delimiter = ',', requires = "service")]
    operations: Option<Vec<String>>,
    /// The folder that the crates are generated into
    #[arg(long, value_name = "DIR", default_value = "target/protocol-tests")]
    out: PathBuf,
    /// The folder of whitesmith-runtime, instead of its released version
    #[arg(long, value_name = "DIR")]
    runtime_path: Option<PathBuf>,
    /// List every test
    #[arg(short, long)]
    verbose: bool,
}

const EXAMPLES: &str = "\
Examples:
  All tests that a model has:
    {bin} protocol-tests shop.smithy
  Those of one operation, with a line for each:
    {bin} protocol-tests shop.smithy --service Shop --operations PutBook -v";

/// Runs the command; `runtime` is the folder used where the arguments name none.
pub(crate) fn run(arguments: &Arguments, runtime: Option<&Path>) -> ExitCode {
    let runtime = arguments.runtime_path.as_deref().or(runtime);
    let wanted = Wanted {
        models: &arguments.paths,
        service: arguments.service.as_deref(),
        protocol: arguments.protocol.as_deref(),
        operations: arguments.operations.as_deref(),
        out: &arguments.out,
        runtime: runtime.map_or(Runtime::Released, |path| Runtime::Path(path.to_path_buf())),
        // The versions that the runtime's own repository is tested with.
        lock: runtime.map(|path| path.join("../Cargo.lock")).filter(|path| path.is_file()),
    };
    let tests = match wanted.run() {
        Ok(tests) => tests,
        Err(Failure::Driver(error)) => return fail(&error, "nothing was tested"),
        Err(Failure::Cargo(message)) => {
            to_stderr(&message);
            return ExitCode::from(1);
        }
    };
    if tests.is_empty() {
        to_stderr(NO_TESTS);
        return ExitCode::from(1);
    }
    let (mut text, failed) = (String::new(), tests.iter().filter(|test| !test.is_passed()).count());
    for test in &tests {
        match &test.failure {
            Some(why) => _ = writeln!(text, "{} {}: failed\n{}", test.service, test.name, indented(why)),
            None if arguments.verbose => _ = writeln!(text, "{} {}: passed", test.service, test.name),
            None => {}
        }
    }
    for line in summary(&tests) {
        _ = writeln!(text, "{line}");
    }
    _ = writeln!(text, "{} passed, {failed} failed", tests.len() - failed);
    match print_result(&text) {
        Ok(()) if failed > 0 => ExitCode::from(1),
        Ok(()) => ExitCode::SUCCESS,
        Err(code) => code,
    }
}

/// A run without tests is a mistake in the arguments.
const NO_TESTS: &str = "error: the model has no protocol tests for clients of its services
help: add smithy.test#httpRequestTests to an operation; its `protocol` must be one that the service declares
";

/// What to test.
pub struct Wanted<'a> {
    /// Files and folders of the model.
    pub models: &'a [PathBuf],
    /// None for every service that has tests.
    pub service: Option<&'a str>,
    /// None for each protocol that a service declares.
    pub protocol: Option<&'a str>,
    /// None for all operations.
    pub operations: Option<&'a [String]>,
    /// Becomes a workspace of the crates.
    pub out: &'a Path,
    /// The runtime of the crates.
    pub runtime: Runtime,
    /// A lock file to build with; without one, with whatever is newest.
    pub lock: Option<PathBuf>,
}

/// A test that was run.
pub struct Test {
    /// The name of its service.
    pub service: String,
    /// The id of the protocol's trait.
    pub protocol: String,
    /// `operation::request_id_of_the_test`.
    pub name: String,
    /// What it printed, if it failed.
    pub failure: Option<String>,
}

impl Test {
    /// Whether it passed.
    pub fn is_passed(&self) -> bool {
        self.failure.is_none()
    }

    /// Its kind, for the summary.
    pub fn kind(&self) -> &'static str {
        let function = self.name.rsplit("::").next().unwrap_or_default();
        KINDS.iter().find(|(prefix, _)| function.starts_with(prefix)).map_or("others", |(_, kind)| kind)
    }
}

const KINDS: [(&str, &str); 4] =
    [("request_", "requests"), ("response_", "responses"), ("event_", "events"), ("endpoint_", "endpoints")];

/// Why nothing was tested.
pub enum Failure {
    /// A model cannot be read, or no client can be generated from it.
    Driver(Error),
    /// A crate does not build; what cargo printed.
    Cargo(String),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Driver(error)
    }
}

impl From<Failure> for String {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Driver(error) => error.to_string(),
            Failure::Cargo(message) => message,
        }
    }
}

/// A line a protocol, with how many tests there are of each kind.
pub(crate) fn summary(tests: &[Test]) -> Vec<String> {
    let mut protocols: BTreeMap<&str, Vec<&Test>> = BTreeMap::new();
    for test in tests {
        protocols.entry(&test.protocol).or_default().push(test);
    }
    let lines = protocols.into_iter().map(|(protocol, tests)| {
        let kinds = KINDS.map(|(_, kind)| (tests.iter().filter(|test| test.kind() == kind).count(), kind));
        let kinds = kinds.iter().filter(|(count, _)| *count > 0).map(|(count, kind)| {
            let kind = if *count == 1 { kind.trim_end_matches('s') } else { kind };
            format!("{count} {kind}")
        });
        let failed = tests.iter().filter(|test| !test.is_passed()).count();
        format!("{protocol}: {}, {failed} failed", kinds.collect::<Vec<_>>().join(", "))
    });
    lines.collect()
}

impl Wanted<'_> {
    /// Generates the crates, builds them and runs their tests.
    ///
    /// # Errors
    /// A crate cannot be generated or does not build.
    pub fn run(&self) -> Result<Vec<Test>, Failure> {
        let mut crates = Vec::new();
        for (service, protocol) in self.services()? {
            let package = package(&service, &crates);
            let spec = CrateSpec {
                models: self.models.to_vec(),
                out: self.out.join(&package),
                package: package.clone(),
                service: Some(service.clone()),
                protocol,
                operations: self.operations.map(<[String]>::to_vec),
                runtime: self.runtime.clone(),
                protocol_tests: true,
                ..CrateSpec::default()
            };
            let report = driver::run_one(&spec, Mode::Write)?;
            if report.generated.protocol_tests > 0 {
                let (protocol, tests) = (report.generated.protocol, report.generated.protocol_tests);
                crates.push(Crate { package, service, protocol, tests });
            }
        }
        self.build(&crates)?;
        let mut tests = Vec::new();
        for krate in &crates {
            tests.extend(self.test(krate)?);
        }
        Ok(tests)
    }

    /// The services, each with the protocols that it is tested with. What is not there
    /// is left for the generator to explain.
    fn services(&self) -> Result<Vec<(String, Option<String>)>, Error> {
        let model = driver::load_paths(self.models)?.model;
        let is_wanted = |shape: &&Shape| {
            let is_service = matches!(shape.kind, Kind::Service(_));
            is_service && self.service.is_none_or(|wanted| [shape.id.as_str(), shape.id.name()].contains(&wanted))
        };
        let mut services = Vec::new();
        for service in model.shapes().filter(is_wanted) {
            let id = service.id.as_str().to_owned();
            let protocols = match self.protocol {
                Some(protocol) => vec![Some(protocol.to_owned())],
                None => protocols_of(&model, service).into_iter().map(|id| Some(id.to_owned())).collect(),
            };
            let protocols = if protocols.is_empty() { vec![None] } else { protocols };
            services.extend(protocols.into_iter().map(|protocol| (id.clone(), protocol)));
        }
        match self.service {
            Some(wanted) if services.is_empty() => Ok(vec![(wanted.to_owned(), None)]),
            _ => Ok(services),
        }
    }

    fn build(&self, crates: &[Crate]) -> Result<(), Failure> {
        let members: Vec<&str> = crates.iter().map(|krate| krate.package.as_str()).collect();
        let manifest =
            format!("[workspace]\nresolver = \"2\"\nmembers = {members:?}\n\n[profile.dev]\ndebug = false\n");
        let path = self.out.join("Cargo.toml");
        fs::create_dir_all(self.out)
            .and_then(|()| fs::write(&path, manifest))
            .and_then(|()| match &self.lock {
                Some(lock) => fs::copy(lock, self.out.join("Cargo.lock")).map(drop),
                None => Ok(()),
            })
            .map_err(|error| Error::Output(format!("cannot write `{}`: {error}", driver::shown(&path))))?;
        if crates.is_empty() {
            return Ok(());
        }
        let built = self.cargo(&["test", "--workspace", "--lib", "--no-run", "--quiet"])?;
        if built.status.success() {
            Ok(())
        } else {
            Err(Failure::Cargo(String::from_utf8_lossy(&built.stderr).into_owned()))
        }
    }

    fn test(&self, krate: &Crate) -> Result<Vec<Test>, Failure> {
        let output =
            self.cargo(&["test", "--lib", "--no-fail-fast", "--quiet", "-p", &krate.package, "--", "--format=pretty"])?;
        let text = String::from_utf8_lossy(&output.stdout);
        let mut tests = Vec::new();
        for line in text.lines() {
            let Some((name, result)) = line.strip_prefix("test ").and_then(|line| line.split_once(" ... ")) else {
                continue;
            };
            let failure = (result != "ok").then(|| printed_by(&text, name));
            let name = name.trim_start_matches("protocol_tests::").replace("config::endpoint::tests::", "endpoint::");
            tests.push(Test { service: krate.name(), protocol: krate.protocol.clone(), name, failure });
        }
        // The process may have died before it was through.
        if tests.len() < krate.tests {
            return Err(Failure::Cargo(String::from_utf8_lossy(&output.stderr).into_owned()));
        }
        Ok(tests)
    }

    fn cargo(&self, arguments: &[&str]) -> Result<Output, Failure> {
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.args(arguments).current_dir(self.out);
        // Lints are for the crate of whoever set them, and colors hide the words.
        cargo.env_remove("RUSTFLAGS").env("CARGO_TERM_COLOR", "never").env("RUST_BACKTRACE", "0");
        cargo.output().map_err(|error| Failure::Cargo(format!("cannot run cargo: {error}\n")))
    }
}

/// A crate with tests.
struct Crate {
    package: String,
    service: String,
    protocol: String,
    /// How many there are.
    tests: usize,
}

impl Crate {
    fn name(&self) -> String {
        self.service.rsplit('#').next().unwrap_or_default().to_owned()
    }
}

/// A package name for the service that no other one has.
fn package(service: &str, others: &[Crate]) -> String {
    let name = service.rsplit('#').next().unwrap_or_default();
    let name: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    let mut name = format!("tests-{}", name.to_lowercase());
    while others.iter().any(|krate| krate.package == name) {
        name.push('x');
    }
    name
}

/// What a test printed.
fn printed_by(text: &str, name: &str) -> String {
    let start = format!("---- {name} stdout ----\n");
    let Some((_, rest)) = text.split_once(&start) else { return String::new() };
    let end = rest.find("\n---- ").or_else(|| rest.find("\nfailures:")).unwrap_or(rest.len());
    let lines = rest[..end].lines().filter(|line| !line.is_empty() && !line.starts_with("note: run with"));
    lines.collect::<Vec<_>>().join("\n")
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("    {line}")).collect::<Vec<_>>().join("\n")
}
