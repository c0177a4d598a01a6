//! Glacier: restJson1, with an account that nobody names, and archives with the hash of a tree.

use ::glacier::error::ProvideErrorMetadata;
use ::glacier::primitives::ByteStream;
use ::glacier::Client;

use crate::calls::{same, Calls, Checked};

pub(crate) async fn run(client: &Client, calls: &mut Calls) -> Checked {
    calls.ok("glacier CreateVault", client.create_vault().vault_name("pets").send()).await?;
    let listed = calls.ok("glacier ListVaults", client.list_vaults().account_id("").send()).await?;
    let names: Vec<_> = listed.vault_list().iter().filter_map(|vault| vault.vault_name()).collect();
    same("the vaults", names, vec!["pets"])?;
    let archive = ByteStream::from(vec![b'a'; 3 << 20]);
    let request = client.upload_archive().vault_name("pets").body(archive);
    let uploaded = calls.ok("glacier UploadArchive", request.send()).await?;
    same("whether there is an archive", uploaded.archive_id().is_some_and(|id| !id.is_empty()), true)?;
    let read = calls.ok("glacier DescribeVault", client.describe_vault().vault_name("pets").send()).await?;
    same("how many archives there are", read.number_of_archives(), 1)?;
    calls.ok("glacier DeleteVault", client.delete_vault().vault_name("pets").send()).await?;
    let error = calls.refused("glacier DescribeVault", client.describe_vault().vault_name("pets").send()).await?;
    // The code is moto's own.
    same("the code", error.code(), Some("VaultNotFound"))
}
