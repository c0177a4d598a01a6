//! Machine Learning: a model is asked at an address of its own, which is in the input. No rule
//! or trait says so; without it the request would go to the host of the region, which refuses it.

use super::Warning;
use crate::ir::endpoint::{Given, ParameterSource};
use crate::ir::{Behaviour, Client, Type};

pub(super) fn apply(client: &mut Client) -> Option<Warning> {
    let mut parameters = client.service.endpoint.parameters.iter();
    let url = parameters.find(|parameter| parameter.source == Some(ParameterSource::EndpointUrl))?;
    let predict = client.operations.iter_mut().find(|operation| operation.wire_name == "Predict")?;
    let index = predict.input.index_of("PredictEndpoint")?;
    if predict.input.member(index).ty == Type::String {
        // Without the member the call fails before it is sent, to whatever address.
        let given = Given::Member { index, is_required: true };
        predict.behaviours.push(Behaviour::Endpoint(vec![(url.setter.clone(), given)]));
    }
    None
}
