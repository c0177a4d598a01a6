//! CloudFormation: awsQuery. Waiters that compare each item of a list, and that know an error by
//! a code that the model does not have.

use ::cloudformation::client::Waiters;
use ::cloudformation::error::ProvideErrorMetadata;
use ::cloudformation::types::StackStatus;
use ::cloudformation::waiters::stack_create_complete::WaitUntilStackCreateCompleteError;
use ::cloudformation::Client;

use crate::calls::{recent, same, Calls, Checked, MAX_WAIT};

const STACK: &str = "park";
const TEMPLATE: &str = r#"{"Resources": {"Queue": {"Type": "AWS::SQS::Queue"}}}"#;

pub(crate) async fn run(client: &Client, calls: &mut Calls) -> Checked {
    let created = client.create_stack().stack_name(STACK).template_body(TEMPLATE).send();
    let created = calls.ok("cloudformation CreateStack", created).await?;
    let id = created.stack_id().ok_or("no id")?;
    let wait = client.wait_until_stack_create_complete().stack_name(STACK).wait(MAX_WAIT);
    let waited = calls.waited("cloudformation StackCreateComplete", wait).await?.into_result()?;
    let [stack] = waited.stacks() else { return Err("not one stack".into()) };
    same("the status", (stack.stack_id(), stack.stack_status()), (Some(id), Some(&StackStatus::CreateComplete)))?;
    recent("its creation", stack.creation_time())?;

    calls.ok("cloudformation DeleteStack", client.delete_stack().stack_name(STACK).send()).await?;
    let wait = client.wait_until_stack_delete_complete().stack_name(STACK).wait(MAX_WAIT);
    calls.waited("cloudformation StackDeleteComplete", wait).await?;
    let error = calls.refused("cloudformation DescribeStacks", client.describe_stacks().stack_name(STACK).send());
    same("the code", error.await?.code(), Some("ValidationError"))?;
    // The deleted one is there under its id, and will not be created any more.
    let wait = client.wait_until_stack_create_complete().stack_name(id).wait(MAX_WAIT).await;
    match wait {
        Err(WaitUntilStackCreateCompleteError::FailureState(state)) => {
            let output = state.into_final_poll().into_result()?;
            let states: Vec<_> = output.stacks().iter().filter_map(|stack| stack.stack_status()).collect();
            same("the status", states, [&StackStatus::DeleteComplete])
        }
        other => Err(format!("a deleted stack is waited for: {other:?}").into()),
    }
}
