//! EC2: ec2Query, from a model of Smithy 1.0. Flat lists, filters; no error is modelled.

use ::ec2::client::Waiters;
use ::ec2::error::ProvideErrorMetadata;
use ::ec2::types::{
    Filter, InstanceNetworkInterfaceSpecification, InstanceStateName, InstanceType, ResourceType, Tag,
    TagSpecification, VpcState,
};
use ::ec2::Client;

use crate::calls::{recent, same, Calls, Checked, MAX_WAIT};

pub(crate) async fn run(client: &Client, calls: &mut Calls) -> Checked {
    let tag = |value: &str| Tag::builder().key("kind").value(value).build();
    let tags = TagSpecification::builder().resource_type(ResourceType::Vpc).tags(tag("park")).build();
    let request = client.create_vpc().cidr_block("10.1.0.0/16").tag_specifications(tags);
    let created = calls.ok("ec2 CreateVpc", request.send()).await?;
    let vpc = created.vpc().ok_or("no VPC")?;
    let id = vpc.vpc_id().ok_or("no id")?;
    same("the state", vpc.state(), Some(&VpcState::Available))?;
    same("whether it is the default", vpc.is_default(), Some(false))?;

    let request =
        client.create_tags().resources(id).tags(tag("dog park")).tags(Tag::builder().key("a&b").value("").build());
    calls.ok("ec2 CreateTags", request.send()).await?;
    let filter = |name: &str, value: &str| Filter::builder().name(name).values(value).build();
    let request = client.describe_tags().filters(filter("resource-id", id)).filters(filter("key", "kind"));
    let tags = calls.ok("ec2 DescribeTags", request.send()).await?;
    let values: Vec<_> = tags.tags().iter().map(|tag| (tag.resource_type(), tag.value())).collect();
    same("the tags", values, [(Some(&ResourceType::Vpc), Some("dog park"))])?;

    let mut vpcs = client.describe_vpcs().filters(filter("cidr", "10.1.0.0/16")).into_paginator().items().send();
    let read = calls.ok("ec2 DescribeVpcs", async { vpcs.try_next().await }).await?.ok_or("no VPC")?;
    same("the VPC", read.vpc_id(), Some(id))?;
    same("the number of its tags", read.tags().len(), 2)?;

    instances(client, calls).await?;

    calls.ok("ec2 DeleteVpc", client.delete_vpc().vpc_id(id).send()).await?;
    let error = calls.refused("ec2 DescribeVpcs", client.describe_vpcs().vpc_ids(id).send()).await?;
    same("the code", error.code(), Some("InvalidVpcID.NotFound"))?;
    same("whether the message names it", error.message().is_some_and(|text| text.contains(id)), true)
}

async fn instances(client: &Client, calls: &mut Calls) -> Checked {
    let network = InstanceNetworkInterfaceSpecification::builder().device_index(0).associate_public_ip_address(true);
    let request = client
        .run_instances()
        .image_id("ami-12c6146b")
        .instance_type(InstanceType::T3Micro)
        .min_count(2)
        .max_count(2)
        .network_interfaces(network.build());
    let run = calls.ok("ec2 RunInstances", request.send()).await?;
    let ids: Vec<&str> = run.instances().iter().filter_map(|instance| instance.instance_id()).collect();
    same("how many there are", ids.len(), 2)?;
    let all = || Some(ids.iter().map(|&id| id.to_owned()).collect());
    let wait = client.wait_until_instance_running().set_instance_ids(all()).wait(MAX_WAIT);
    calls.waited("ec2 InstanceRunning", wait).await?;
    let request = client.describe_instances().set_instance_ids(all());
    let read = calls.ok("ec2 DescribeInstances", request.send()).await?;
    for instance in read.reservations().iter().flat_map(|reservation| reservation.instances()) {
        same("the type", instance.instance_type(), Some(&InstanceType::T3Micro))?;
        let state = instance.state().ok_or("no state")?;
        same("the state", (state.name(), state.code()), (Some(&InstanceStateName::Running), Some(16)))?;
        recent("its start", instance.launch_time())?;
        same("its interfaces", instance.network_interfaces().len(), 1)?;
    }
    let request = client.terminate_instances().set_instance_ids(all());
    let ended = calls.ok("ec2 TerminateInstances", request.send()).await?;
    same("how many ended", ended.terminating_instances().len(), 2)?;
    let wait = client.wait_until_instance_terminated().set_instance_ids(all()).wait(MAX_WAIT);
    calls.waited("ec2 InstanceTerminated", wait).await?;
    let error = calls.refused("ec2 DescribeInstances", client.describe_instances().instance_ids("i-0").send()).await?;
    same("the code", error.code(), Some("InvalidInstanceID.NotFound"))
}
