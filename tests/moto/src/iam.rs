//! IAM: awsQuery. Texts of policies, times, pages.

use ::iam::types::Tag;
use ::iam::Client;

use crate::calls::{is, recent, same, Calls, Checked};

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

    let request = client.create_role().role_name("dog").assume_role_policy_document(POLICY);
    let error = calls.refused("iam CreateRole", request.send()).await?;
    is(&error, error.is_entity_already_exists_exception())?;
    for name in ["cat", "dog"] {
        calls.ok("iam DeleteRole", client.delete_role().role_name(name).send()).await?;
    }
    let error = calls.refused("iam GetRole", client.get_role().role_name("dog").send()).await?;
    is(&error, error.is_no_such_entity_exception())
}
