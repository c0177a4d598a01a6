//! Records of DNS: changes as XML, ids with and without their paths, lists of messages in errors.

use aws_sdk_route53::error::{BuildError, ProvideErrorMetadata};
use aws_sdk_route53::operation::change_resource_record_sets::ChangeResourceRecordSetsError;
use aws_sdk_route53::types::{
    AliasTarget, Change, ChangeAction, ChangeBatch, ResourceRecord, ResourceRecordSet, RrType,
};
use aws_sdk_route53::Client;
use compat_support::{quick_retries, say, say_error, shared_config, show, Answer, Outcome, Server};

fn upsert(name: &str, values: &[&str]) -> Result<Change, BuildError> {
    let records = values.iter().map(|value| ResourceRecord::builder().value(*value).build());
    let set = ResourceRecordSet::builder()
        .name(name)
        .r#type(RrType::Txt)
        .ttl(60)
        .set_resource_records(Some(records.collect::<Result<_, _>>()?))
        .build()?;
    Change::builder().action(ChangeAction::Upsert).resource_record_set(set).build()
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let changed = "<?xml version=\"1.0\"?><ChangeResourceRecordSetsResponse><ChangeInfo><Id>/change/C1</Id>\
        <Status>PENDING</Status><SubmittedAt>2026-01-01T00:00:00.000Z</SubmittedAt></ChangeInfo>\
        </ChangeResourceRecordSetsResponse>";
    let invalid = "<?xml version=\"1.0\"?><InvalidChangeBatch xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\">\
        <Messages><Message>one</Message><Message>two</Message></Messages><RequestId>r</RequestId></InvalidChangeBatch>";
    let server = Server::start([
        Answer::ok(changed),
        Answer::ok(changed),
        Answer::new(400, invalid),
        Answer::new(
            400,
            "<ErrorResponse><Error><Type>Sender</Type><Code>Throttling</Code><Message>Rate exceeded</Message></Error>\
             <RequestId>r</RequestId></ErrorResponse>",
        ),
        Answer::new(
            400,
            "<ErrorResponse><Error><Code>PriorRequestNotComplete</Code><Message>wait</Message></Error></ErrorResponse>",
        ),
        Answer::new(404, "<ErrorResponse><Error><Code>NoSuchHostedZone</Code></Error></ErrorResponse>"),
        Answer::new(201, "<CreateHostedZoneResponse><HostedZone><Id>/hostedzone/Z9</Id></HostedZone></CreateHostedZoneResponse>")
            .header("location", "https://route53.amazonaws.com/2013-04-01/hostedzone/Z9"),
        Answer::ok(
            "<ListHostedZonesResponse><HostedZones><HostedZone><Id>/hostedzone/Z1</Id><Name>example.com.</Name>\
             <CallerReference>c</CallerReference><Config><PrivateZone>true</PrivateZone></Config>\
             </HostedZone></HostedZones><IsTruncated>false</IsTruncated><MaxItems>100</MaxItems></ListHostedZonesResponse>",
        ),
    ]);
    let config = shared_config().endpoint_url(server.url()).retry_config(quick_retries()).build();
    let client = Client::new(&config);
    let alias = AliasTarget::builder().hosted_zone_id("Z2").dns_name("d.example").evaluate_target_health(false);
    let alias =
        ResourceRecordSet::builder().name("a.example").r#type(RrType::A).alias_target(alias.build()?).build()?;
    let alias = Change::builder().action(ChangeAction::Create).resource_record_set(alias).build()?;
    let batch = ChangeBatch::builder()
        .comment("<by> \"us\" & them")
        .changes(upsert("_t.example", &["\"v=1; a\"", "\"\u{fc}\""])?)
        .changes(alias)
        .build()?;
    let change = |zone: &str| client.change_resource_record_sets().hosted_zone_id(zone).change_batch(batch.clone());
    let output = change("Z1").send().await?;
    show("change", output.change_info());
    change("/hostedzone/Z1").send().await?;
    for name in ["invalid", "throttled", "missing"] {
        let error = change("Z1").send().await.err().ok_or("an error was expected")?;
        say(name, error.code().unwrap_or("(none)"));
        match error.into_service_error() {
            ChangeResourceRecordSetsError::InvalidChangeBatch(error) => {
                show(name, error.messages());
                say_error(name, &error);
            }
            error => say_error(name, &error),
        }
    }
    let created = client.create_hosted_zone().name("example.com").caller_reference("c").send().await;
    match created {
        Ok(output) => show("created", (output.location(), output.hosted_zone().map(|zone| zone.id()))),
        Err(error) => say_error("created", &error),
    }
    match client.list_hosted_zones().max_items(100).send().await {
        Ok(output) => {
            let zones = output.hosted_zones().iter().map(|zone| (zone.id(), zone.name(), zone.caller_reference()));
            show("zones", zones.collect::<Vec<_>>());
        }
        Err(error) => say_error("zones", &error),
    }
    server.say_received("request");
    Ok(())
}
