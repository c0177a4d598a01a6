//! Route 53: restXml. Its ids come with the name of their collection, and go without it.

use ::route53::Client;

use crate::calls::{is, same, Calls, Checked};

pub(crate) async fn run(client: &Client, calls: &mut Calls) -> Checked {
    let request = client.create_hosted_zone().name("pets.example.com").caller_reference("first");
    let created = calls.ok("route53 CreateHostedZone", request.send()).await?;
    let zone = created.hosted_zone().ok_or("no zone")?;
    let id = zone.id();
    same("whether the id has its collection", id.starts_with("/hostedzone/"), true)?;
    let bare = id.trim_start_matches("/hostedzone/");
    for id in [id, bare] {
        let read = calls.ok("route53 GetHostedZone", client.get_hosted_zone().id(id).send()).await?;
        same("the name", read.hosted_zone().map(|zone| zone.name()), Some("pets.example.com."))?;
    }
    let request = client.list_resource_record_sets().hosted_zone_id(id);
    let listed = calls.ok("route53 ListResourceRecordSets", request.send()).await?;
    same("whether there is a record", listed.resource_record_sets().is_empty(), false)?;
    calls.ok("route53 DeleteHostedZone", client.delete_hosted_zone().id(id).send()).await?;
    let error = calls.refused("route53 GetHostedZone", client.get_hosted_zone().id(id).send()).await?;
    is(&error, error.is_no_such_hosted_zone())
}
