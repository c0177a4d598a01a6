$version: "2.0"
namespace depot

use aws.protocols#awsQuery
use aws.protocols#awsQueryError
use smithy.waiters#waitable

/// In awsQuery the code of an error may be another than the name of its shape.
@aws.api#service(sdkId: "Depot")
@awsQuery
@xmlNamespace(uri: "https://depot.example")
service Depot { version: "1", operations: [DescribeJobs] }

@waitable(
    JobsDone: {
        documentation: "Waits until all jobs are done."
        minDelay: 2
        maxDelay: 10
        acceptors: [
            { state: "success", matcher: { output: { path: "jobs[].state", comparator: "allStringEquals", expected: "DONE" } } }
            { state: "success", matcher: { output: { path: "jobs[].state", comparator: "allStringEquals", expected: "ARCHIVED" } } }
            {
                state: "failure"
                matcher: { output: { path: "jobs[].state", comparator: "anyStringEquals", expected: "FAILED" } }
                message: "first.reason"
            }
            { state: "retry", matcher: { errorType: "JobMissingFault" } }
            { state: "failure", matcher: { errorType: "Closed.Depot" } }
        ]
    }
    FirstDone: {
        minDelay: 1
        acceptors: [
            { state: "success", matcher: { output: { path: "first.state", comparator: "stringEquals", expected: "DONE" } } }
            { state: "failure", matcher: { output: { path: "first.state", comparator: "stringEquals", expected: "FAILED" } } }
        ]
    }
    DepotReady: {
        acceptors: [
            { state: "success", matcher: { output: { path: "isReady", comparator: "booleanEquals", expected: "true" } } }
            { state: "failure", matcher: { output: { path: "isReady", comparator: "booleanEquals", expected: "false" } } }
        ]
    }
    EnoughJobs: {
        acceptors: [
            {
                state: "success"
                matcher: { inputOutput: { path: "length(output.jobs) >= input.wanted", comparator: "booleanEquals", expected: "true" } }
            }
        ]
    }
    JobsGone: {
        acceptors: [
            { state: "success", matcher: { errorType: "JobMissing" } }
            { state: "retry", matcher: { success: true } }
        ]
    }
    DepotClosed: {
        acceptors: [
            { state: "failure", matcher: { success: true } }
            { state: "success", matcher: { success: false } }
        ]
    }
)
operation DescribeJobs {
    input := { names: Names, wanted: Integer }
    output := { jobs: Jobs, first: Job, isReady: Boolean }
    errors: [JobMissingFault, BusyFault]
}

list Names { member: String }
list Jobs { member: Job }
structure Job { state: JobState, reason: String }
enum JobState { RUNNING, DONE, ARCHIVED, FAILED }

@error("client")
@awsQueryError(code: "JobMissing", httpResponseCode: 404)
structure JobMissingFault { message: String }

@error("server")
structure BusyFault { message: String }
