//! In: a name, a version or a folder that goes into the manifest of a crate. Out: whether
//! cargo will take it, in words that name the option. Exists so that a crate that cannot be
//! built is not written.

use std::fs;
use std::path::Path;

use semver::{Version, VersionReq};
use toml::{Table, Value};

use super::{shown, Error};
use crate::diagnostics::visible;
use crate::names;

/// The package that emitted crates depend on.
const RUNTIME: &str = "whitesmith-runtime";

/// The longest name that crates.io takes. Names of files that cargo makes of it end there
/// soon, too.
const MAX_NAME: usize = 64;

/// The name of a package whose library can be built and named in code.
pub(super) fn check_package(name: &str) -> Result<(), Error> {
    match refused_name(name) {
        None => Ok(()),
        Some(reason) => Err(Error::Usage(format!(
            "`{}` is not a package name: {reason}\nhelp: a package name consists of letters, digits, `-` and \
             `_`, and begins with a letter, as in `my-client`",
            visible(name)
        ))),
    }
}

fn refused_name(name: &str) -> Option<String> {
    // What the names of the sysroot's crates, and of the runtime, mean in the crate is theirs.
    const OTHERS: [&str; 6] = ["alloc", "core", "proc_macro", "std", "test", "whitesmith_runtime"];
    let is_allowed = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if name.is_empty() {
        return Some("it is empty".to_owned());
    }
    if let Some(c) = name.chars().find(|c| !is_allowed(*c)) {
        return Some(format!("it contains a `{}`", c.escape_debug()));
    }
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return Some("it does not begin with a letter".to_owned());
    }
    if name.len() > MAX_NAME {
        return Some(format!("it is longer than {MAX_NAME} characters"));
    }
    let krate = name.replace('-', "_");
    if names::is_keyword(&krate) {
        return Some("it is a Rust keyword".to_owned());
    }
    if OTHERS.contains(&krate.as_str()) {
        return Some("a dependency of the client has this name".to_owned());
    }
    is_device(name).then(|| "it is the name of a device on Windows".to_owned())
}

/// Names that are not files on Windows, so that a checkout there fails.
fn is_device(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let is_port = |port: &str| matches!(name.strip_prefix(port).map(str::as_bytes), Some([b'1'..=b'9']));
    ["aux", "con", "nul", "prn"].contains(&name.as_str()) || is_port("com") || is_port("lpt")
}

/// A version as cargo reads it, which is that of semver.org.
pub(super) fn check_version(version: &str) -> Result<(), Error> {
    Version::parse(version).map(drop).map_err(|error| {
        Error::Usage(format!(
            "`{}` is not a version: {error}\nhelp: a version consists of three numbers without leading zeros, as in `1.2.3` \
             or `1.2.3-beta.1`",
            visible(version)
        ))
    })
}

/// A requirement of a dependency.
pub(super) fn check_requirement(requirement: &str) -> Result<(), Error> {
    VersionReq::parse(requirement).map(drop).map_err(|error| {
        Error::Usage(format!(
            "`{}` is not a version requirement for `{RUNTIME}`: {error}\nhelp: write it as in a Cargo.toml: runtime = {{ version \
             = \"{}\" }}",
            visible(requirement),
            super::RUNTIME_VERSION
        ))
    })
}

/// A folder that holds the runtime.
pub(super) fn check_runtime(folder: &Path) -> Result<(), Error> {
    let manifest = folder.join("Cargo.toml");
    let folder_shown = shown(folder);
    let problem = if !folder.is_dir() {
        format!("the folder `{folder_shown}` does not exist")
    } else if !manifest.is_file() {
        format!("`{folder_shown}` has no Cargo.toml")
    } else {
        match fs::read_to_string(&manifest).map(|text| package_of(&text)) {
            Ok(Some(name)) if name == RUNTIME => return Ok(()),
            Ok(Some(name)) => format!("`{folder_shown}` is the package `{}`", visible(&name)),
            Ok(None) => format!("`{}` is not the manifest of a package", shown(&manifest)),
            Err(error) => format!("cannot read `{}`: {error}", shown(&manifest)),
        }
    };
    Err(Error::Usage(format!(
        "cannot find `{RUNTIME}`: {problem}\nhelp: use the folder `runtime` of the Whitesmith repository: --runtime-path \
         DIR, or `runtime = {{ path = \"DIR\" }}` in the manifest"
    )))
}

fn package_of(manifest: &str) -> Option<String> {
    let table: Table = manifest.parse().ok()?;
    table.get("package")?.get("name").and_then(Value::as_str).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_cargo_or_a_compiler_refuses_are_refused() {
        let longest = "a".repeat(MAX_NAME);
        for name in ["a", "my-client", "my_client", "Shop2", "console", "com", "com10", "tests", longest.as_str()] {
            assert_eq!(refused_name(name), None, "{name}");
        }
        let too_long = "a".repeat(MAX_NAME + 1);
        let refused = [
            "",
            "1a",
            "-a",
            "_a",
            "a b",
            "a.b",
            "a/b",
            "é",
            "a\n",
            "test",
            "core",
            "std",
            "alloc",
            "proc-macro",
            "self",
            "Self",
            "fn",
            "gen",
            "con",
            "NUL",
            "Com1",
            "lpt9",
            "whitesmith-runtime",
            "whitesmith_runtime",
            &too_long,
        ];
        for name in refused {
            assert!(refused_name(name).is_some(), "{name}");
        }
    }

    #[test]
    fn versions_are_those_of_semver() {
        for version in
            ["0.0.0", "1.2.3", "1.2.3-beta.1", "1.2.3-0a.-", "1.2.3+01.a", "1.2.3-x+y", "18446744073709551615.0.0"]
        {
            assert!(check_version(version).is_ok(), "{version}");
        }
        let refused = [
            "",
            "1",
            "1.2",
            "1.2.3.4",
            "01.2.3",
            "1.02.3",
            "1.2.3-01",
            "1.2.3-",
            "1.2.3+",
            "1.2.3-a..b",
            "1.2.3+\"x",
            "1.2.3-é",
            "v1.2.3",
            " 1.2.3",
            "1.2.3\n",
            "18446744073709551616.0.0",
            "+1.2.3",
            "1.2.*",
        ];
        for version in refused {
            assert!(check_version(version).is_err(), "{version}");
        }
        for requirement in ["0.1", "^0.1.2", ">=0.1, <0.3", "*"] {
            assert!(check_requirement(requirement).is_ok(), "{requirement}");
        }
        for requirement in ["", "garbage", "0.1 \"x", "0.1.01", "=>1"] {
            assert!(check_requirement(requirement).is_err(), "{requirement}");
        }
    }
}
