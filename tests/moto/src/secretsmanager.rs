//! Secrets Manager: awsJson1_1. Idempotency tokens of ours, secrets, filters.

use ::secretsmanager::primitives::Blob;
use ::secretsmanager::types::{Filter, FilterNameStringType, Tag};
use ::secretsmanager::Client;

use crate::calls::{is, recent, same, Calls, Checked};

const NAME: &str = "pets/ö +dog";

pub(crate) async fn run(client: &Client, calls: &mut Calls) -> Checked {
    let request = client
        .create_secret()
        .name(NAME)
        .description("")
        .secret_string("bone")
        .tags(Tag::builder().key("kind").value("dog").build());
    let created = calls.ok("secretsmanager CreateSecret", request.send()).await?;
    same("the name", created.name(), Some(NAME))?;
    same("the length of our token, a UUID", created.version_id().map(str::len), Some(36))?;

    let read = calls.ok("secretsmanager GetSecretValue", client.get_secret_value().secret_id(NAME).send()).await?;
    same("the secret", read.secret_string(), Some("bone"))?;
    same("the version", read.version_id(), created.version_id())?;
    same("the stages", read.version_stages(), ["AWSCURRENT"])?;
    same("whether a secret is shown", format!("{read:?}").contains("bone"), false)?;
    recent("its creation", read.created_date())?;

    let token = "11111111-2222-3333-4444-555555555555";
    let request = client
        .put_secret_value()
        .secret_id(NAME)
        .client_request_token(token)
        .secret_binary(Blob::new([0, 159, 146, 150]))
        .version_stages("AWSCURRENT")
        .version_stages("NEXT");
    let put = calls.ok("secretsmanager PutSecretValue", request.send()).await?;
    same("our own token", put.version_id(), Some(token))?;
    let request = client.get_secret_value().secret_id(NAME).version_stage("NEXT");
    let read = calls.ok("secretsmanager GetSecretValue", request.send()).await?;
    same("the bytes", read.secret_binary().map(|blob| blob.as_ref()), Some(&[0, 159, 146, 150][..]))?;
    same("no text", read.secret_string(), None)?;

    let filter = Filter::builder().key(FilterNameStringType::Name).values("pets/").build();
    let request = client.list_secrets().filters(filter).into_paginator();
    let mut pages = request.send();
    let page = calls.ok("secretsmanager ListSecrets", async { pages.try_next().await }).await?.ok_or("no page")?;
    let first = page.secret_list().first().ok_or("no secret")?;
    same("the name", first.name(), Some(NAME))?;
    same(
        "the tags",
        first.tags().iter().map(|tag| (tag.key(), tag.value())).collect::<Vec<_>>(),
        [(Some("kind"), Some("dog"))],
    )?;

    let request = client.create_secret().name(NAME).secret_string("x");
    let error = calls.refused("secretsmanager CreateSecret", request.send()).await?;
    is(&error, error.is_resource_exists_exception())?;
    let request = client.delete_secret().secret_id(NAME).force_delete_without_recovery(true);
    let deleted = calls.ok("secretsmanager DeleteSecret", request.send()).await?;
    recent("its end", deleted.deletion_date())?;
    let error =
        calls.refused("secretsmanager GetSecretValue", client.get_secret_value().secret_id(NAME).send()).await?;
    is(&error, error.is_resource_not_found_exception())
}
