//! Checksums: requests with a body in memory, which has its checksum in a header, and with one
//! that is read as it is sent, which has it behind its chunks.

use crate::{config, print, Checked};
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;
use http_body_util::BodyExt;
use s3::types::ChecksumAlgorithm;
use serde_json::json;
use std::path::Path;
use std::sync::{Arc, Mutex};

/// Keeps the last request and answers with nothing.
#[derive(Clone, Debug, Default)]
struct Kept(Arc<Mutex<Option<(HttpRequest, Vec<u8>)>>>);

impl HttpClient for Kept {
    fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

impl HttpConnector for Kept {
    fn call(&self, mut request: HttpRequest) -> HttpConnectorFuture {
        let kept = Arc::clone(&self.0);
        HttpConnectorFuture::new(async move {
            let body = std::mem::replace(request.body_mut(), SdkBody::taken());
            let body = body.collect().await.map(|body| body.to_bytes().to_vec()).unwrap_or_default();
            if let Ok(mut kept) = kept.lock() {
                *kept = Some((request, body));
            }
            let ok = 200.try_into().expect("a status code");
            Ok(HttpResponse::new(ok, SdkBody::empty()))
        })
    }
}

pub(crate) async fn run(scratch: &Path) -> Checked {
    let text = b"Each of two sides reads this once.".repeat(30);
    let file = scratch.join("body");
    tokio::fs::write(&file, &text).await?;
    let kept = Kept::default();
    let client = s3::Client::from_conf(config!(s3).http_client(kept.clone()).build());
    let algorithms = [
        ChecksumAlgorithm::Crc32,
        ChecksumAlgorithm::Crc32C,
        ChecksumAlgorithm::Crc64Nvme,
        ChecksumAlgorithm::Sha1,
        ChecksumAlgorithm::Sha256,
    ];
    for algorithm in algorithms.iter().map(Some).chain([None]) {
        for is_stream in [false, true] {
            let body = if is_stream { ByteStream::from_path(&file).await? } else { text.clone().into() };
            let put = client.put_object().bucket("ours").key("k").set_checksum_algorithm(algorithm.cloned());
            put.body(body).send().await?;
            let kept = kept.0.lock().map_err(|_| "no call panics")?.take().ok_or("nothing was sent")?;
            let (request, body) = kept;
            let headers = request.headers().iter().map(|(name, value)| (name.to_owned(), value.into())).collect();
            let input =
                json!({"Bucket": "ours", "Key": "k", "ChecksumAlgorithm": algorithm.map(ChecksumAlgorithm::as_str)});
            let call = json!({"service": "s3", "operation": "PutObject", "input": input, "is_stream": is_stream,
                "file": file});
            print(call, request.method(), request.uri(), headers, Some(&body));
        }
    }
    Ok(())
}
