//! In: a folder with Smithy models, and what a service is called. Out: the file of the newest
//! model of that service. Exists because a checkout of AWS's models has hundreds of files of up
//! to 25 MB, named after services in one of several ways, and a crate is named in another one.
//!
//! ```no_run
//! use whitesmith_cli::models::Models;
//!
//! let models = Models::scan(std::path::Path::new("api-models-aws"))?;
//! let model = models.find("aws-sdk-s3")?;
//! println!("{} is version {} of {}", model.path.display(), model.version, model.service);
//! # Ok::<(), whitesmith_codegen::driver::Error>(())
//! ```

use std::fs;
use std::path::{Path, PathBuf};

use whitesmith_codegen::driver::{self, shown, Error};
use whitesmith_codegen::{services, ServiceNames};

/// What the names of the official crates begin with.
pub const CRATE_PREFIX: &str = "aws-sdk-";

/// The models of a folder.
#[derive(Debug)]
pub struct Models {
    folder: PathBuf,
    /// By path.
    files: Vec<File>,
}

#[derive(Debug)]
struct File {
    path: PathBuf,
    /// What its text may give as the `sdkId` of a service.
    sdk_ids: Vec<String>,
}

/// A model that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The file.
    pub path: PathBuf,
    /// The id of the service's shape.
    pub service: String,
    /// What AWS calls the service; None for one of somebody else.
    pub sdk_id: Option<String>,
    /// The version of its API; empty if the model has none.
    pub version: String,
    /// Whether the file has other services, too.
    pub has_others: bool,
    /// The other files with a model of the same service, which are older, the newest first.
    pub older: Vec<PathBuf>,
}

impl Models {
    /// Looks for models in a folder and the folders below it, but not in hidden ones and those
    /// named `target`. Files are read and not parsed: one with a mistake is one here.
    ///
    /// # Errors
    /// The folder cannot be read, or has no model.
    pub fn scan(folder: &Path) -> Result<Self, Error> {
        let mut files = Vec::new();
        search(folder, &mut files)?;
        if files.is_empty() {
            return Err(Error::Usage(format!(
                "`{}` contains no model: no .smithy file, and no .json file with a `smithy` member\n{WHERE_FROM}",
                shown(folder)
            )));
        }
        Ok(Self { folder: folder.to_path_buf(), files })
    }

    /// The newest model of a service: `name` is that of its official crate, as in
    /// `aws-sdk-cloudwatchlogs`, its `sdkId`, as in `CloudWatch Logs`, or that of a file without
    /// the extension. What a model says of itself is asked first. Newer is what has the greater
    /// version; of one version, the file whose path is the last.
    ///
    /// # Errors
    /// No model is one of this service.
    pub fn find(&self, name: &str) -> Result<Found, Error> {
        let wanted = letters(name.strip_prefix(CRATE_PREFIX).unwrap_or(name));
        let by_id = |file: &&File| file.sdk_ids.iter().any(|id| letters(id) == wanted);
        let by_crate = |file: &&File| file.sdk_ids.iter().any(|id| module(id) == wanted);
        let by_name = |file: &&File| stem(&file.path) == wanted;
        let is_id = |it: &ServiceNames| it.sdk_id.as_deref().is_some_and(|id| letters(id) == wanted);
        let is_crate = |it: &ServiceNames| it.sdk_id.as_deref().is_some_and(|id| module(id) == wanted);
        let found = newest(self.files.iter().filter(by_id), is_id)?;
        let found = found.map_or_else(|| newest(self.files.iter().filter(by_crate), is_crate), |it| Ok(Some(it)))?;
        let found = found.map_or_else(|| newest(self.files.iter().filter(by_name), |_| true), |it| Ok(Some(it)))?;
        found.ok_or_else(|| {
            Error::Usage(format!(
                "cannot find a model of `{name}` in `{}`, which has {}\n{WHERE_FROM}",
                shown(&self.folder),
                counted(self.files.len())
            ))
        })
    }
}

const WHERE_FROM: &str =
    "help: name a checkout of https://github.com/aws/api-models-aws, or put the model into the folder";

fn counted(files: usize) -> String {
    if files == 1 {
        "1 model".to_owned()
    } else {
        format!("{files} models")
    }
}

/// The name of the official crate of a service: `aws-sdk-`, and its `sdkId` in lower case,
/// without spaces and without `Service` or `API` at its end.
///
/// ```
/// use whitesmith_cli::models::crate_name;
///
/// assert_eq!(crate_name("CloudWatch Logs"), "aws-sdk-cloudwatchlogs");
/// assert_eq!(crate_name("Config Service"), "aws-sdk-config");
/// assert_eq!(crate_name("Resource Groups Tagging API"), "aws-sdk-resourcegroupstagging");
/// ```
pub fn crate_name(sdk_id: &str) -> String {
    format!("{CRATE_PREFIX}{}", module(sdk_id))
}

fn module(sdk_id: &str) -> String {
    let name = letters(sdk_id);
    let shorter = ["service", "api"].into_iter().find_map(|end| name.strip_suffix(end)).unwrap_or_default();
    if shorter.is_empty() {
        name
    } else {
        shorter.to_owned()
    }
}

/// A name in lower case, as far as it is letters and digits.
fn letters(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

/// The letters of a file's name, without a date at its end: `s3` of `s3-2006-03-01.json`.
fn stem(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let is_date = |part: &str| part.len() >= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut parts: Vec<&str> = stem.split('-').collect();
    if let [_, .., year, month, day] = parts[..] {
        if [year, month, day].into_iter().all(is_date) {
            parts.truncate(parts.len() - 3);
        }
    }
    letters(&parts.concat())
}

/// The newest of these files that has such a service.
fn newest<'f>(
    files: impl Iterator<Item = &'f File>,
    is_meant: impl Fn(&ServiceNames) -> bool,
) -> Result<Option<Found>, Error> {
    let mut found: Vec<Found> = Vec::new();
    for file in files {
        let sources = driver::read_sources(std::slice::from_ref(&file.path))?;
        let all = services(&sources);
        let has_others = all.len() > 1;
        let meant = all.into_iter().find(&is_meant);
        found.extend(meant.map(|ServiceNames { id, sdk_id, version }| Found {
            path: file.path.clone(),
            service: id,
            sdk_id,
            version,
            has_others,
            older: Vec::new(),
        }));
    }
    found.sort_by(|a, b| (order(&a.version), &a.path).cmp(&(order(&b.version), &b.path)));
    let Some(mut last) = found.pop() else { return Ok(None) };
    last.older = found.into_iter().rev().map(|it| it.path).collect();
    Ok(Some(last))
}

/// What versions are compared by: the numbers in them.
fn order(version: &str) -> Vec<u64> {
    let numbers = version.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty());
    numbers.map(|number| number.parse().unwrap_or(u64::MAX)).collect()
}

fn search(folder: &Path, files: &mut Vec<File>) -> Result<(), Error> {
    let failed = |error| Error::Usage(format!("cannot read the folder `{}`: {error}\n{WHERE_FROM}", shown(folder)));
    let mut paths: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        paths.push(entry.map_err(failed)?.path());
    }
    paths.sort();
    for path in paths {
        if path.is_dir() {
            if !path.is_symlink() && !is_skipped(&path) {
                search(&path, files)?;
            }
        } else if path.is_file() {
            files.extend(read(path)?);
        }
    }
    Ok(())
}

/// Whether a folder is not searched: it is hidden, or cargo and others build in it.
fn is_skipped(folder: &Path) -> bool {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    name == "target" || name.starts_with('.')
}

/// What the file may be a model of; None if it is not a model.
fn read(path: PathBuf) -> Result<Option<File>, Error> {
    let is_json = match path.extension().and_then(|extension| extension.to_str()) {
        Some("json") => true,
        Some("smithy") => false,
        _ => return Ok(None),
    };
    let text = match driver::read_text(&path) {
        Ok(text) => text,
        // A folder of models may hold other things.
        Err(error) if error.kind() == std::io::ErrorKind::InvalidData => return Ok(None),
        Err(error) => return Err(Error::Usage(format!("cannot read `{}`: {error}", shown(&path)))),
    };
    if is_json && !text.contains("\"smithy\"") {
        return Ok(None);
    }
    let sdk_ids = sdk_ids(&text);
    Ok(Some(File { path, sdk_ids }))
}

/// The texts that are values of `sdkId`, in both forms of models. Others may only look so.
fn sdk_ids(text: &str) -> Vec<String> {
    const KEY: &str = "sdkId";
    let mut found = Vec::new();
    for (at, _) in text.match_indices(KEY) {
        let rest = text.get(at + KEY.len()..).unwrap_or_default();
        let value = rest.strip_prefix('"').unwrap_or(rest).trim_start().strip_prefix(':').map(str::trim_start);
        let Some(value) = value.and_then(|value| value.strip_prefix('"')) else { continue };
        let id = value.split('"').next().unwrap_or_default();
        if id.len() < 100 && !found.iter().any(|known| known == id) {
            found.push(id.to_owned());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crates_are_named_as_the_official_ones() {
        let names = [
            ("S3", "s3"),
            ("Lex Runtime V2", "lexruntimev2"),
            ("SSO OIDC", "ssooidc"),
            ("Lex Runtime Service", "lexruntime"),
            ("ApiGatewayManagementApi", "apigatewaymanagement"),
            ("Elastic Load Balancing v2", "elasticloadbalancingv2"),
            ("CloudFront KeyValueStore", "cloudfrontkeyvaluestore"),
            ("API", "api"),
        ];
        for (sdk_id, expected) in names {
            assert_eq!(crate_name(sdk_id), format!("{CRATE_PREFIX}{expected}"));
        }
    }

    #[test]
    fn files_are_named_after_services() {
        for (path, expected) in [
            ("models/s3/service/2006-03-01/s3-2006-03-01.json", "s3"),
            ("cloudwatch-logs.json", "cloudwatchlogs"),
            ("route-53.json", "route53"),
            ("2006-03-01.json", "20060301"),
        ] {
            assert_eq!(stem(Path::new(path)), expected);
        }
    }

    #[test]
    fn ids_are_found_in_both_forms() {
        let json = r#"{ "aws.api#service": { "sdkId" : "A B" }, "x": "say \"sdkId\": \"C\"", "sdkId": 1 }"#;
        assert_eq!(sdk_ids(json), ["A B"]);
        assert_eq!(sdk_ids("@aws.api#service(\n    sdkId: \"A B\"\n    sdkId : \"A B\")"), ["A B"]);
    }

    #[test]
    fn versions_are_compared_by_their_numbers() {
        for (older, newer) in [("2006-03-01", "2018-11-14"), ("9", "10"), ("", "1"), ("1.2", "1.2.1")] {
            assert!(order(older) < order(newer), "{older} {newer}");
        }
    }
}
