//! What Glacier requires of requests: a version, an account, and two hashes of an archive.

use aws_smithy_types::byte_stream::ByteStream;
use bytes::Bytes;
use services::glacier::{Client, Config};
use sha2::{Digest, Sha256};
use whitesmith_tests::loopback::{Loopback, Reply};

use crate::{config, only, BoxError, Checked};

const MIB: usize = 1 << 20;

async fn client() -> Result<(Loopback, Client), BoxError> {
    let server = Loopback::start(Reply::ok("{}")).await?;
    let config: Config = config!(glacier, server).build();
    Ok((server, Client::from_conf(config)))
}

/// The tree as its documentation defines it, from above: the left half has a power of two of
/// leaves, the largest that leaves something for the right one.
fn tree(body: &[u8]) -> Vec<u8> {
    if body.len() <= MIB {
        return Sha256::digest(body).to_vec();
    }
    let leaves = body.len().div_ceil(MIB);
    let (left, right) = body.split_at(leaves.next_power_of_two() / 2 * MIB);
    Sha256::digest([tree(left), tree(right)].concat()).to_vec()
}

fn hex(bytes: impl AsRef<[u8]>) -> String {
    bytes.as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[tokio::test]
async fn an_account_that_nobody_names_is_a_hyphen() -> Checked {
    for (account, path) in [(None, "/-/vaults"), (Some(""), "/-/vaults"), (Some("12"), "/12/vaults")] {
        let (server, client) = client().await?;
        client.list_vaults().set_account_id(account.map(str::to_owned)).send().await?;
        let request = only(&server)?;
        assert_eq!(request.target, path);
        assert_eq!(request.header("x-amz-glacier-version"), Some("2012-06-01"));
        assert_eq!(request.header("x-amz-sha256-tree-hash"), None);
        let signed = request.header("authorization").ok_or("it is not signed")?;
        assert!(signed.contains("x-amz-glacier-version"), "{signed}");
    }
    Ok(())
}

#[tokio::test]
async fn an_archive_is_sent_with_its_hashes() -> Checked {
    for length in [0, 11, MIB, MIB + 1, 3 * MIB + 7] {
        let archive: Vec<u8> = b"01245678912".iter().copied().cycle().take(length).collect();
        let in_memory = ByteStream::from(archive.clone());
        let bytes = Bytes::from(archive.clone());
        // Read once, and of a length that it does not know.
        let once = ByteStream::from_body_1_x(Once(Some(bytes)));
        for body in [in_memory, once] {
            let (server, client) = client().await?;
            client.upload_archive().vault_name("mine").body(body).send().await?;
            let request = only(&server)?;
            assert_eq!(request.target, "/-/vaults/mine/archives");
            assert_eq!(request.header("x-amz-sha256-tree-hash"), Some(&*hex(tree(&archive))), "{length}");
            let whole = hex(Sha256::digest(&archive));
            assert_eq!(request.header("x-amz-content-sha256"), Some(&*whole), "{length}");
            assert_eq!(request.body, archive);
            let signed = request.header("authorization").ok_or("it is not signed")?;
            assert!(signed.contains("x-amz-content-sha256;"), "{signed}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_hash_of_the_caller_stays() -> Checked {
    let (server, client) = client().await?;
    client.upload_archive().vault_name("mine").checksum("given").body(ByteStream::from_static(b"a")).send().await?;
    assert_eq!(only(&server)?.header("x-amz-sha256-tree-hash"), Some("given"));
    Ok(())
}

/// A body that can be read once.
struct Once(Option<Bytes>);

impl hyper::body::Body for Once {
    type Data = Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<hyper::body::Frame<Bytes>, Self::Error>>> {
        std::task::Poll::Ready(self.0.take().map(|bytes| Ok(hyper::body::Frame::data(bytes))))
    }
}
