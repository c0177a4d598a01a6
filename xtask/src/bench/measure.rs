//! In: a command. Out: what it printed, how long it took, how much processor time.
//! Why: every measurement runs other programs; this is the one place that starts them.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Instant;

/// A program with its arguments.
#[derive(Clone, Debug)]
pub(super) struct Command {
    program: OsString,
    arguments: Vec<OsString>,
    folder: Option<PathBuf>,
    variables: Vec<(&'static str, &'static str)>,
    /// Whether it sees nothing of the environment but these variables and the search path.
    is_sealed: bool,
}

/// What a run took.
#[derive(Clone, Copy, Debug)]
pub(super) struct Taken {
    /// Milliseconds on the clock.
    pub(super) wall: f64,
    /// Milliseconds of processor time, of the program and all that it started.
    pub(super) cpu: f64,
}

impl Command {
    pub(super) fn new(program: impl AsRef<OsStr>) -> Self {
        let program = program.as_ref().to_owned();
        Self { program, arguments: Vec::new(), folder: None, variables: Vec::new(), is_sealed: false }
    }

    pub(super) fn arg(mut self, argument: impl AsRef<OsStr>) -> Self {
        self.arguments.push(argument.as_ref().to_owned());
        self
    }

    pub(super) fn current_dir(mut self, folder: &Path) -> Self {
        self.folder = Some(folder.to_path_buf());
        self
    }

    pub(super) fn env(mut self, name: &'static str, value: &'static str) -> Self {
        self.variables.push((name, value));
        self
    }

    /// Without the variables of whoever measures; only the search path stays.
    pub(super) fn sealed(mut self) -> Self {
        self.is_sealed = true;
        self
    }

    /// The same, run by another program: a tool that watches it.
    pub(super) fn below(&self, tool: &str, options: &[&str]) -> Self {
        let words = options.iter().map(OsString::from).chain([self.program.clone()]);
        let arguments = words.chain(self.arguments.iter().cloned()).collect();
        Self { program: tool.into(), arguments, ..self.clone() }
    }

    /// Runs to the end and returns standard output followed by standard error.
    pub(super) fn run(&self) -> Result<String, String> {
        let mut command = std::process::Command::new(&self.program);
        if self.is_sealed {
            command.env_clear().envs(std::env::var_os("PATH").map(|path| ("PATH", path)));
        }
        command.args(&self.arguments).envs(self.variables.iter().copied()).stdin(Stdio::null());
        if let Some(folder) = &self.folder {
            command.current_dir(folder);
        }
        let output = command.output().map_err(|error| format!("cannot run {}: {error}", self.describe()))?;
        let mut text = String::from_utf8_lossy(&output.stdout).into_owned();
        let errors = String::from_utf8_lossy(&output.stderr);
        if !output.status.success() {
            return Err(format!("{} failed ({}):\n{text}{errors}", self.describe(), output.status));
        }
        text.push_str(&errors);
        Ok(text)
    }

    /// Runs to the end and returns what that took.
    pub(super) fn time(&self) -> Result<Taken, String> {
        let cpu = cpu_of_children()?;
        let start = Instant::now();
        self.run()?;
        let wall = start.elapsed().as_secs_f64() * 1000.0;
        Ok(Taken { wall, cpu: cpu_of_children()? - cpu })
    }

    fn describe(&self) -> String {
        let words = std::iter::once(&self.program).chain(&self.arguments);
        words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
    }
}

/// Milliseconds of processor time of all children that have ended, and of theirs.
///
/// Linux keeps the sum in /proc/self/stat, in ticks of a hundredth of a second on every
/// platform that Rust runs on. That is exact enough for the seconds that are measured.
fn cpu_of_children() -> Result<f64, String> {
    let stat = std::fs::read_to_string("/proc/self/stat")
        .map_err(|error| format!("processor time is only measured on Linux: {error}"))?;
    children_ticks(&stat).map(|ticks| ticks * 10.0).ok_or_else(|| "/proc/self/stat is not as expected".into())
}

/// `cutime` and `cstime`: the 16th and 17th field; the second may hold spaces.
fn children_ticks(stat: &str) -> Option<f64> {
    let (_, rest) = stat.rsplit_once(')')?;
    let mut fields = rest.split_whitespace().skip(13);
    let user: f64 = fields.next()?.parse().ok()?;
    let system: f64 = fields.next()?.parse().ok()?;
    Some(user + system)
}

/// The middle value; of an even number the lower one of the two.
pub(super) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len().saturating_sub(1) / 2).copied().unwrap_or(f64::NAN)
}

/// The medians of several runs of the same thing.
pub(super) fn repeat(runs: usize, mut run: impl FnMut() -> Result<Taken, String>) -> Result<Taken, String> {
    let taken = (0..runs).map(|_| run()).collect::<Result<Vec<_>, _>>()?;
    Ok(Taken {
        wall: median(taken.iter().map(|taken| taken.wall).collect()),
        cpu: median(taken.iter().map(|taken| taken.cpu).collect()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_a_value_that_was_measured() {
        assert_eq!(median(vec![3.0, 1.0, 2.0]), 2.0);
        assert_eq!(median(vec![4.0, 1.0, 3.0, 2.0]), 2.0);
        assert!(median(Vec::new()).is_nan());
    }

    #[test]
    fn a_program_name_with_spaces_does_not_shift_the_fields() {
        let stat = "1 (a ) b) S 1 1 1 0 -1 4 5 6 7 8 9 10 111 222 20 0 1";
        assert_eq!(children_ticks(stat), Some(333.0));
        assert_eq!(children_ticks("1 (a"), None);
    }
}
