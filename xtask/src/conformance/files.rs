//! In: a seed. Out: how many runs were killed and what they left: the old crate, the new one,
//! or the new one before it is in its place. Each is built, and the files of others are
//! compared. Why: only the compiler can say whether what a killed run leaves builds.
//! `cargo test` kills fewer runs, and only compares the files.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant, SystemTime};

use super::{workspace, Corpora};
use whitesmith_cli::terminal::to_stdout;

const KILLS: usize = 200;

/// What somebody else has in the crate's folder. It is built too.
const FOREIGN: [&str; 10] = [
    ".gitignore",
    "README.md",
    "src/mine.rs",
    "src/notes.txt",
    "src/bin/tool.rs",
    "src/shapes/mine.rs",
    "src/operation/notes.txt",
    "src/deep/er/mine.rs",
    "tests/mine.rs",
    "Cargo.toml.new",
];

fn text(path: &str) -> &'static str {
    if path.ends_with(".rs") {
        "// Mine.\n#[allow(dead_code)]\nfn main() {}\n"
    } else {
        "# Mine.\n"
    }
}

/// Kills runs at random moments. No two crates in a row need the same of the runtime: XML,
/// or not; tests, or not.
pub(super) fn run(corpora: &Corpora) -> Result<String, String> {
    let seed = corpora.seed.unwrap_or_else(seed_of_now);
    to_stdout(&format!("  seed {seed}\n"));
    let site = Site::new(corpora).map_err(|error| error.to_string())?;
    let whole = site.write_all()?;
    let mut random = Random(seed | 1);
    let (mut old, mut new, mut between) = (0, 0, 0);
    for kill in 0..KILLS {
        let before = site.crate_there();
        let variant = (before.variant() + 1 + random.below(3) as usize) % 4;
        let what = |problem: String| format!("seed {seed}, kill {kill}, to variant {variant}: {problem}");
        site.kill(variant, whole, &mut random).map_err(|error| what(error.to_string()))?;
        match site.crate_there() {
            There::Between(_) => between += 1,
            There::Whole(there) if there == variant => new += 1,
            There::Whole(_) => old += 1,
        }
        site.check_foreign().and_then(|()| site.build()).map_err(what)?;
    }
    site.write(0)?;
    site.check_foreign().and_then(|()| site.build())?;
    match site.staged() {
        0 => Ok(format!("{KILLS} kills left the old crate {old} times, the new one {new}, the new one beside its place {between}; all build, seed {seed}")),
        left => Err(format!("seed {seed}: {left} folders are left by killed runs")),
    }
}

/// Which crate is in the folder.
enum There {
    Whole(usize),
    /// The manifest names a copy of the sources.
    Between(usize),
}

impl There {
    fn variant(&self) -> usize {
        match self {
            Self::Whole(variant) | Self::Between(variant) => *variant,
        }
    }
}

/// The folder with models, the crate, and the workspace that it is built in.
struct Site {
    at: PathBuf,
    program: PathBuf,
    runtime: PathBuf,
    target: PathBuf,
}

impl Site {
    fn new(corpora: &Corpora) -> io::Result<Self> {
        let at = corpora.scratch.join("files");
        if at.exists() {
            fs::remove_dir_all(&at)?;
        }
        workspace(corpora, &at, &["client"]).map_err(io::Error::other)?;
        // Somebody may build this program again meanwhile.
        let program = at.join("program");
        fs::copy(std::env::current_exe()?, &program)?;
        for variant in 0..4 {
            fs::write(at.join(format!("{variant}.smithy")), model(variant))?;
        }
        Ok(Self { at, program, runtime: corpora.root.join("runtime"), target: corpora.scratch.join("target") })
    }

    /// Each crate once, which has to build; how long a run takes at most.
    fn write_all(&self) -> Result<Duration, String> {
        let mut longest = Duration::ZERO;
        for variant in 0..4 {
            let start = Instant::now();
            self.write(variant)?;
            longest = longest.max(start.elapsed());
            if variant == 0 {
                self.add_foreign().map_err(|error| error.to_string())?;
            }
            self.build()?;
        }
        Ok(longest)
    }

    fn add_foreign(&self) -> io::Result<()> {
        for path in FOREIGN {
            let at = self.client().join(path);
            fs::create_dir_all(at.parent().unwrap_or(&at))?;
            fs::write(at, text(path))?;
        }
        fs::create_dir_all(self.client().join("src/empty"))
    }

    fn client(&self) -> PathBuf {
        self.at.join("client")
    }

    fn command(&self, variant: usize) -> Command {
        let model = format!("{variant}.smithy");
        let mut command = Command::new(&self.program);
        command.args(["codegen", "--model", &model, "--out", "client", "--package", "client", "--runtime-path"]);
        command.arg(&self.runtime).args((variant % 2 == 1).then_some("--protocol-tests"));
        command.current_dir(&self.at).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    fn write(&self, variant: usize) -> Result<(), String> {
        let status = self.command(variant).status().map_err(|error| error.to_string())?;
        status.success().then_some(()).ok_or_else(|| format!("variant {variant} is not generated"))
    }

    /// Kills a run: at any moment, or in every other case at one in which it writes, which
    /// is a small part of its time.
    fn kill(&self, variant: usize, whole: Duration, random: &mut Random) -> io::Result<()> {
        let before = self.staged();
        let mut child = self.command(variant).spawn()?;
        if random.below(2) == 0 {
            std::thread::sleep(random.moment(whole));
        } else {
            self.wait_until_it_writes(&mut child, before)?;
            std::thread::sleep(random.moment(Duration::from_millis(5)));
        }
        // It may have ended: then there is nothing to kill.
        let _ = child.kill();
        child.wait().map(|_| ())
    }

    fn wait_until_it_writes(&self, child: &mut Child, before: usize) -> io::Result<()> {
        while child.try_wait()?.is_none() && self.staged() <= before {}
        Ok(())
    }

    fn staged(&self) -> usize {
        let is_staged = |name: &str| name.starts_with(".whitesmith-");
        let entries = fs::read_dir(self.client()).into_iter().flatten().flatten();
        entries.filter(|entry| is_staged(&entry.file_name().to_string_lossy())).count()
    }

    /// The manifest has the title of the model in it.
    fn crate_there(&self) -> There {
        let manifest = fs::read_to_string(self.client().join("Cargo.toml")).unwrap_or_default();
        let variant = (0..4).find(|variant| manifest.contains(&title(*variant))).unwrap_or_default();
        if manifest.contains(".whitesmith-") {
            There::Between(variant)
        } else {
            There::Whole(variant)
        }
    }

    fn check_foreign(&self) -> Result<(), String> {
        let is_kept = |path: &&str| fs::read_to_string(self.client().join(path)).is_ok_and(|found| found == text(path));
        match FOREIGN.iter().find(|path| !is_kept(path)) {
            Some(path) => Err(format!("{path} is lost")),
            None if self.client().join("src/empty").is_dir() => Ok(()),
            None => Err("src/empty is lost".to_owned()),
        }
    }

    fn build(&self) -> Result<(), String> {
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.args(["check", "--quiet", "--all-targets", "--message-format=short"]).current_dir(&self.at);
        cargo.env("CARGO_TARGET_DIR", &self.target).env("RUSTFLAGS", "");
        let output = cargo.output().map_err(|error| format!("cannot run cargo: {error}"))?;
        if output.status.success() {
            return Ok(());
        }
        Err(format!(
            "what is left in {} does not build:\n{}",
            shown(&self.client()),
            String::from_utf8_lossy(&output.stderr)
        ))
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

fn title(variant: usize) -> String {
    format!("Shop {variant}")
}

/// Crates that differ in nearly every file and in what they need: two of XML, two with tests.
fn model(variant: usize) -> String {
    let protocol = ["restXml", "restJson1", "restJson1", "restXml"][variant];
    let xml = if protocol == "restXml" { "@xmlNamespace(uri: \"http://example.com\")\n" } else { "" };
    let name = format!("member{variant}");
    let shapes: String = (0..6)
        .map(|index| format!("structure Own{variant}{index} {{ {name}: String }}\nstructure Same{index} {{ {name}: String, time: Timestamp }}\n"))
        .collect();
    let members: String =
        (0..6).map(|index| format!("a{index}: Own{variant}{index}\nb{index}: Same{index}\n")).collect();
    let title = title(variant);
    format!(
        "$version: \"2.0\"\nnamespace example\n\nuse aws.protocols#{protocol}\nuse smithy.test#httpRequestTests\n\n\
         @title(\"{title}\")\n@{protocol}\n{xml}service Shop {{ version: \"1\", operations: [Put, Get] }}\n\n\
         @http(method: \"POST\", uri: \"/put\")\noperation Put {{ input := {{ {members} }} output := {{ {members} }} }}\n\n\
         @httpRequestTests([{{ id: \"get\", protocol: {protocol}, method: \"GET\", uri: \"/get\" }}])\n\
         @readonly\n@http(method: \"GET\", uri: \"/get\")\noperation Get {{}}\n\n{shapes}"
    )
}

fn seed_of_now() -> u64 {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    u64::from(now.subsec_nanos()) ^ now.as_secs()
}

/// Xorshift: the same seed, the same moments.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % limit.max(1)
    }

    fn moment(&mut self, limit: Duration) -> Duration {
        Duration::from_micros(self.below(limit.as_micros() as u64))
    }
}
