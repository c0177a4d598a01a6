//! KMS: awsJson1_1. Blobs there and back, maps, times in seconds.

use ::kms::operation::describe_key::DescribeKeyError;
use ::kms::primitives::Blob;
use ::kms::types::{KeyState, KeyUsageType, Tag};
use ::kms::Client;

use crate::calls::{is, recent, same, Calls, Checked};

const ALIAS: &str = "alias/pets";

pub(crate) async fn run(client: &Client, calls: &mut Calls) -> Checked {
    let tag = Tag::builder().tag_key("kind").tag_value("dög & <cat>").build()?;
    let request = client.create_key().description("for \"pets\"").key_usage(KeyUsageType::EncryptDecrypt).tags(tag);
    let created = calls.ok("kms CreateKey", request.send()).await?;
    let key = created.key_metadata().ok_or("no metadata")?;
    let id = key.key_id();
    same("the description", key.description(), Some("for \"pets\""))?;
    same("the use", key.key_usage(), Some(&KeyUsageType::EncryptDecrypt))?;
    same("whether it is enabled", key.enabled(), true)?;
    recent("its creation", key.creation_date())?;

    let described = calls.ok("kms DescribeKey", client.describe_key().key_id(id).send()).await?;
    same("the ARN", described.key_metadata().and_then(|key| key.arn()), key.arn())?;
    calls.ok("kms CreateAlias", client.create_alias().alias_name(ALIAS).target_key_id(id).send()).await?;
    let listed = calls.ok("kms ListAliases", client.list_aliases().key_id(id).send()).await?;
    same("the aliases", listed.aliases().iter().map(|alias| alias.alias_name()).collect::<Vec<_>>(), [Some(ALIAS)])?;
    let mut keys = client.list_keys().limit(1).into_paginator().items().send();
    let listed = calls.ok("kms ListKeys", async { keys.try_next().await }).await?;
    same("the key in the list", listed.and_then(|key| key.key_id).as_deref(), Some(id))?;

    encrypt(client, id, calls).await?;

    let error = calls.refused("kms DescribeKey", client.describe_key().key_id("alias/nothing").send()).await?;
    let DescribeKeyError::NotFoundException(gone) = &error else { return is(&error, false) };
    same("whether the message names it", gone.message().is_some_and(|text| text.contains("alias/nothing")), true)?;
    calls.ok("kms DeleteAlias", client.delete_alias().alias_name(ALIAS).send()).await?;
    let request = client.schedule_key_deletion().key_id(id).pending_window_in_days(7);
    let deleted = calls.ok("kms ScheduleKeyDeletion", request.send()).await?;
    let dates = deleted.deletion_date().zip(key.creation_date()).ok_or("no date")?;
    same("the days left", (dates.0.as_secs_f64() - dates.1.as_secs_f64()) as i64 / 86_400, 7)?;
    let described = calls.ok("kms DescribeKey", client.describe_key().key_id(id).send()).await?;
    let state = described.key_metadata().and_then(|key| key.key_state());
    same("the state", state, Some(&KeyState::PendingDeletion))
}

async fn encrypt(client: &Client, id: &str, calls: &mut Calls) -> Checked {
    let plain: Vec<u8> = (0..=255).collect();
    let request = client.encrypt().key_id(id).plaintext(Blob::new(plain.clone())).encryption_context("a", "b");
    let encrypted = calls.ok("kms Encrypt", request.send()).await?;
    let blob = encrypted.ciphertext_blob().ok_or("no ciphertext")?;
    let request = client.decrypt().ciphertext_blob(blob.clone()).encryption_context("a", "b");
    let decrypted = calls.ok("kms Decrypt", request.send()).await?;
    same("the plain text", decrypted.plaintext().map(|blob| blob.as_ref()), Some(&plain[..]))?;
    let shown = format!("{decrypted:?}");
    same("whether a secret is shown", shown.contains("[0, 1, 2") || shown.contains("AAEC"), false)?;
    let error = calls.refused("kms Decrypt", client.decrypt().ciphertext_blob(blob.clone()).send()).await?;
    is(&error, error.is_invalid_ciphertext_exception())
}
