//! IAM: awsQuery. Texts of policies, times, pages.

use std::time::Duration;

use ::iam::client::Waiters;
use ::iam::types::Tag;
use ::iam::Client;

use crate::calls::{is, recent, same, Calls, Checked, MAX_WAIT};

pub(crate) const POLICY: &str = r#"{"Version":"2012-10-17","Statement":[]}"#;

pub(crate) async fn run(client: &Client, calls: &mut Calls) -> Checked {
    for name in ["cat", "dog"] {
        let request = client
            .create_role()
            .role_name(name)
            .path("/pets/")
            .assume_role_policy_document(POLICY)
            .description("a + b & <c>")
            .tags(Tag::builder().key("kind").value(name).build()?);
        let created = calls.ok("iam CreateRole", request.send()).await?;
        let role = created.role().ok_or("no role")?;
        same("the path", role.path(), "/pets/")?;
        recent("its creation", Some(role.create_date()))?;
    }
    calls.waited("iam RoleExists", client.wait_until_role_exists().role_name("dog").wait(MAX_WAIT)).await?;
    let read = calls.ok("iam GetRole", client.get_role().role_name("dog").send()).await?;
    let role = read.role().ok_or("no role")?;
    same("the description", role.description(), Some("a + b & <c>"))?;
    same("the tag", role.tags().first().map(|tag| (tag.key(), tag.value())), Some(("kind", "dog")))?;

    // Two pages, in the order of the service.
    let mut roles = client.list_roles().path_prefix("/pets/").max_items(1).into_paginator().items().send();
    let mut names = Vec::new();
    while let Some(role) = calls.ok("iam ListRoles", async { roles.try_next().await }).await? {
        names.push(role.role_name().to_owned());
    }
    names.sort();
    same("the roles", names, ["cat", "dog"])?;

    instance_profile(client, calls).await?;

    let request = client.create_role().role_name("dog").assume_role_policy_document(POLICY);
    let error = calls.refused("iam CreateRole", request.send()).await?;
    is(&error, error.is_entity_already_exists_exception())?;
    for name in ["cat", "dog"] {
        calls.ok("iam DeleteRole", client.delete_role().role_name(name).send()).await?;
    }
    let error = calls.refused("iam GetRole", client.get_role().role_name("dog").send()).await?;
    is(&error, error.is_no_such_entity_exception())
}

/// It is waited for before it is there: the error that the waiter expects is called
/// `NoSuchEntityException` in the model and `NoSuchEntity` in the response.
async fn instance_profile(client: &Client, calls: &mut Calls) -> Checked {
    const NAME: &str = "kennel";
    let get = || client.get_instance_profile().instance_profile_name(NAME).send();
    let error = calls.refused("iam GetInstanceProfile", get()).await?;
    same("the code", error.meta().code(), Some("NoSuchEntity"))?;
    let mut wait =
        std::pin::pin!(client.wait_until_instance_profile_exists().instance_profile_name(NAME).wait(MAX_WAIT));
    // Its first poll is before there is one, and a second later is the next.
    let is_waiting = tokio::time::timeout(Duration::from_millis(500), &mut wait).await.is_err();
    same("whether it is waited for", is_waiting, true)?;
    let create = client.create_instance_profile().instance_profile_name(NAME);
    calls.ok("iam CreateInstanceProfile", create.send()).await?;
    let waited = calls.waited("iam InstanceProfileExists", wait).await?.into_result()?;
    let profile = waited.instance_profile().ok_or("no profile")?;
    same("the profile", profile.instance_profile_name(), NAME)?;
    let delete = client.delete_instance_profile().instance_profile_name(NAME);
    calls.ok("iam DeleteInstanceProfile", delete.send()).await?;
    calls.refused("iam GetInstanceProfile", get()).await.map(drop)
}
