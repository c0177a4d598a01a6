//! In: models and options, in a build script. Out: a client in the build folder of the
//! package, for `include!`. Why: the build scripts of several packages do the same.
//!
//! It is a package of the tests and not a part of the generator's API: users commit the
//! crates that they generate, so that they can be reviewed. Here a committed client would
//! change with each template, and a reviewer would have to read it beside `generated/`.

#![forbid(unsafe_code)]
#![allow(clippy::print_stdout)] // How a build script talks to cargo.

use std::io;
use std::path::{Path, PathBuf};

use whitesmith_codegen::{generate, Options, Sources, Tree};

/// The file that a package includes.
pub const ROOT: &str = "src/lib.rs";

/// The build folder of the package.
///
/// # Errors
/// This is not a build script.
pub fn out_dir() -> io::Result<PathBuf> {
    std::env::var_os("OUT_DIR").map(PathBuf::from).ok_or_else(|| io::Error::other("cargo sets OUT_DIR"))
}

/// Adds a file of the package to the model. Cargo runs the build script again if the file or
/// the script changes.
///
/// # Errors
/// It cannot be read.
pub fn read(path: &str, sources: &mut Sources) -> io::Result<()> {
    println!("cargo::rerun-if-changed={path}");
    sources.add(path, std::fs::read_to_string(path)?);
    Ok(())
}

/// The options of a client of that name.
pub fn options(package: &str) -> Options {
    Options { package: package.to_owned(), version: "0.1.0".to_owned(), ..Options::default() }
}

/// The files of a client. The root has no inner attributes and docs: `include!` takes only
/// items, so these are in the file that includes it. If a model has errors, they are
/// reported to cargo, which then fails the build, and there are no files.
pub fn client(sources: &Sources, options: &Options) -> Tree {
    let mut generated = generate(sources, options);
    if generated.diagnostics.has_errors() {
        for line in generated.diagnostics.render_text(sources, false).lines() {
            println!("cargo::error={line}");
        }
        return Tree::new();
    }
    if let Some(root) = generated.tree.get_mut(ROOT) {
        let is_item = |line: &&str| !line.starts_with("//!") && !line.starts_with("#![");
        *root = root.split_inclusive('\n').filter(is_item).collect();
    }
    generated.tree
}

/// Writes the files of a client into a folder.
///
/// # Errors
/// A file cannot be written.
pub fn write(tree: &Tree, out: &Path) -> io::Result<()> {
    for (path, text) in tree {
        let path = out.join(path);
        std::fs::create_dir_all(path.parent().unwrap_or(out))?;
        std::fs::write(path, text)?;
    }
    Ok(())
}
