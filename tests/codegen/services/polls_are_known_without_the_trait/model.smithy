// snapshot poll: src/operation/poll_for_decision_task.rs static OPERATION
// snapshot other: src/operation/count_open_workflow_executions.rs static OPERATION
$version: "2.0"
namespace example

use aws.api#service
use aws.auth#sigv4
use aws.protocols#awsJson1_0

@service(sdkId: "SWF")
@sigv4(name: "swf")
@awsJson1_0
service Workflows { version: "2012-01-25", operations: [CountOpenWorkflowExecutions, PollForDecisionTask] }

operation CountOpenWorkflowExecutions {}

operation PollForDecisionTask {}
