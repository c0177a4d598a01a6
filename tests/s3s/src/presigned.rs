//! Presigned requests, sent by curl, which knows nothing of signatures: an object goes there and
//! comes back, with headers that were signed, and not by another method.

use crate::calls::{same, Calls, Checked};
use crate::BUCKET;
use s3::presigning::{PresignedRequest, PresigningConfig};
use s3::Client;
use std::path::Path;
use std::time::{Duration, SystemTime};

const TEXT: &str = "only its sender knows";

pub(crate) async fn run(client: &Client, data: &Path, calls: &mut Calls) -> Checked {
    let file = data.join("../presigned");
    tokio::fs::write(&file, TEXT).await?;
    let file = format!("@{}", file.display());
    let config = || PresigningConfig::expires_in(Duration::from_secs(60));

    let put = client.put_object().bucket(BUCKET).key("p q/r").content_type("text/x-ours").metadata("a", "b");
    let put = calls.ok("PutObject, presigned", put.presigned(config()?)).await?;
    same("what curl sends", curl(&put, &["--data-binary", &file])?.0, 200)?;
    let got = client.get_object().bucket(BUCKET).key("p q/r").response_content_type("text/plain; charset=utf-8");
    let get = calls.ok("GetObject, presigned", got.presigned(config()?)).await?;
    same("what curl gets", curl(&get, &[])?, (200, TEXT.to_owned()))?;
    let head = calls.ok("HeadObject", client.head_object().bucket(BUCKET).key("p q/r").send()).await?;
    same("the type", head.content_type(), Some("text/x-ours"))?;
    let metadata = head.metadata().and_then(|metadata| metadata.get("a")).map(String::as_str);
    same("the metadata", metadata, Some("b"))?;
    let list = client.list_objects_v2().bucket(BUCKET).prefix("p ").customize();
    let list = calls.ok("ListObjectsV2, presigned", list.presigned(config()?)).await?;
    same("whether curl lists it", curl(&list, &[])?.1.contains("<Key>p q/r</Key>"), true)?;

    // The method is signed, and so is the time.
    same("the status of a DELETE", curl(&get, &["--request", "DELETE"])?.0, 403)?;
    let start = SystemTime::now() - Duration::from_secs(600);
    let old = PresigningConfig::builder().start_time(start).expires_in(Duration::from_secs(60)).build()?;
    let old = client.get_object().bucket(BUCKET).key("p q/r").presigned(old);
    let old = calls.ok("GetObject, presigned and expired", old).await?;
    same("the status of an expired request", curl(&old, &[])?.0, 403)?;

    let delete = client.delete_object().bucket(BUCKET).key("p q/r").presigned(config()?);
    let delete = calls.ok("DeleteObject, presigned", delete).await?;
    same("whether curl deletes it", (200..300).contains(&curl(&delete, &[])?.0), true)
}

/// Status and body of the response.
fn curl(request: &PresignedRequest, more: &[&str]) -> Checked<(u16, String)> {
    let mut command = std::process::Command::new("curl");
    command.args(["--silent", "--show-error", "--write-out", "\n%{http_code}", "--request", request.method()]);
    for (name, value) in request.headers() {
        command.args(["--header", &format!("{name}: {value}")]);
    }
    let output = command.args(more).arg(request.uri()).output().map_err(|error| format!("cannot run curl: {error}"))?;
    if !output.status.success() {
        return Err(format!("curl fails: {}", String::from_utf8_lossy(&output.stderr)).into());
    }
    let text = String::from_utf8(output.stdout)?;
    let (body, status) = text.rsplit_once('\n').ok_or("curl says no status")?;
    Ok((status.parse()?, body.to_owned()))
}
