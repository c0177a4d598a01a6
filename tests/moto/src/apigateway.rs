//! API Gateway: restJson1, and JSON only if it is asked for.

use ::apigateway::types::EndpointConfiguration;
use ::apigateway::types::EndpointType;
use ::apigateway::Client;

use crate::calls::{is, same, Calls, Checked};

pub(crate) async fn run(client: &Client, calls: &mut Calls) -> Checked {
    let configuration = EndpointConfiguration::builder().types(EndpointType::Regional).build();
    let request =
        client.create_rest_api().name("pets").description("dogs & cats").endpoint_configuration(configuration);
    let created = calls.ok("apigateway CreateRestApi", request.send()).await?;
    let id = created.id().ok_or("no id")?;
    let read = calls.ok("apigateway GetRestApi", client.get_rest_api().rest_api_id(id).send()).await?;
    same("the name", read.name(), Some("pets"))?;
    same("the description", read.description(), Some("dogs & cats"))?;
    let types = read.endpoint_configuration().map(|configuration| configuration.types().to_vec());
    same("where it is", types, Some(vec![EndpointType::Regional]))?;
    calls.ok("apigateway DeleteRestApi", client.delete_rest_api().rest_api_id(id).send()).await?;
    let error = calls.refused("apigateway GetRestApi", client.get_rest_api().rest_api_id(id).send()).await?;
    is(&error, error.is_not_found_exception())
}
