// AWS Clean Rooms, reduced to the one operation StartProtectedQuery.
//
// In:  the operation's public specification page; facts that the page leaves out
//      (HTTP status, constraint traits, members of the errors) from AWS's model.
// Out: the crate in ../generated, by `cargo xtask codegen`.
// Why: a model of our own is short enough to be read in one sitting, and every
//      sentence of documentation in it is ours. See README.md beside this file
//      for what newer models of the service add.

$version: "2"

namespace com.amazonaws.cleanrooms

use aws.api#service
use aws.auth#sigv4
use aws.protocols#restJson1

/// Clean Rooms lets several parties ask questions of their combined tables while
/// each party's rows stay out of the others' sight. This model holds what is
/// needed to submit a protected SQL query on behalf of one membership.
@title("AWS Clean Rooms Service")
@service(
    sdkId: "CleanRooms"
    arnNamespace: "cleanrooms"
    cloudTrailEventSource: "cleanrooms.amazonaws.com"
    endpointPrefix: "cleanrooms"
)
@sigv4(name: "cleanrooms")
@restJson1
service AWSBastionControlPlaneServiceLambda {
    version: "2022-02-17"
    operations: [
        StartProtectedQuery
    ]
}

/// Submits a SQL query to be run under the privacy rules of a collaboration.
///
/// The call returns as soon as the query is accepted. The response describes the
/// query at that moment; its `status` is whether the query is waiting, running or
/// finished.
@http(method: "POST", uri: "/memberships/{membershipIdentifier}/protectedQueries", code: 200)
@examples([
    {
        title: "Count the rows two members share, and keep the result in a bucket"
        input: {
            type: "SQL"
            membershipIdentifier: "a1b2c3d4-5678-90ab-cdef-111122223333"
            sqlParameters: { queryString: "SELECT COUNT(*) FROM consumers" }
            resultConfiguration: {
                outputConfiguration: {
                    s3: { resultFormat: "CSV", bucket: "amzn-demo-bucket", keyPrefix: "counts/" }
                }
            }
        }
        output: {
            protectedQuery: {
                id: "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"
                membershipId: "a1b2c3d4-5678-90ab-cdef-111122223333"
                membershipArn: "arn:aws:cleanrooms:us-east-1:111122223333:membership/a1b2c3d4-5678-90ab-cdef-111122223333"
                createTime: "2025-07-07T12:30:45Z"
                status: "SUBMITTED"
            }
        }
    }
])
operation StartProtectedQuery {
    input := {
        /// The language that the query is written in.
        @required
        type: ProtectedQueryType

        /// The membership in whose name the query runs, given by its id.
        @required
        @httpLabel
        membershipIdentifier: MembershipIdentifier

        /// What to run: SQL text, or a template with its arguments.
        @required
        sqlParameters: ProtectedQuerySQLParameters

        /// Where to put the rows that the query yields.
        resultConfiguration: ProtectedQueryResultConfiguration
    }

    output := {
        /// The query that was accepted.
        @required
        protectedQuery: ProtectedQuery
    }

    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ServiceQuotaExceededException
        ThrottlingException
        ValidationException
    ]
}

/// A query that Clean Rooms has accepted, with all that is known of it so far.
structure ProtectedQuery {
    /// Names this query among all others.
    @required
    id: UUID

    /// The membership that asked for the query, by id.
    @required
    membershipId: UUID

    /// The membership that asked for the query, by ARN.
    @required
    membershipArn: MembershipArn

    /// The moment at which the query was accepted.
    @required
    createTime: Timestamp

    /// What was asked to run.
    sqlParameters: ProtectedQuerySQLParameters

    /// How far the query has come.
    @required
    status: ProtectedQueryStatus

    /// Where the rows were asked to go.
    resultConfiguration: ProtectedQueryResultConfiguration

    /// Measurements of the run.
    statistics: ProtectedQueryStatistics

    /// What came of the query, once it has succeeded.
    result: ProtectedQueryResult

    /// What went wrong, once the query has failed.
    error: ProtectedQueryError
}

/// The text or template of a query together with its arguments.
///
/// Queries tend to quote personal data, so all of this is kept out of logs.
@sensitive
structure ProtectedQuerySQLParameters {
    /// The SQL text itself.
    @length(max: 500000)
    queryString: String

    /// A template of the collaboration to run in place of SQL text, by ARN.
    analysisTemplateArn: AnalysisTemplateArn

    /// Arguments for the placeholders of the template, by name.
    parameters: ParameterMap
}

/// Says where a query's rows should end up.
structure ProtectedQueryResultConfiguration {
    /// The one place that receives the rows.
    @required
    outputConfiguration: ProtectedQueryOutputConfiguration
}

/// The kinds of place that can receive a query's rows.
union ProtectedQueryOutputConfiguration {
    /// Write the rows to an S3 bucket.
    s3: ProtectedQueryS3OutputConfiguration
}

/// How rows are written to an S3 bucket.
structure ProtectedQueryS3OutputConfiguration {
    /// The file format to write.
    @required
    resultFormat: ResultFormat

    /// The bucket's name.
    @required
    @length(min: 3, max: 63)
    @pattern("(?!^(\\d+\\.)+\\d+$)(^(([a-z0-9]|[a-z0-9][a-z0-9\\-]*[a-z0-9])\\.)*([a-z0-9]|[a-z0-9][a-z0-9\\-]*[a-z0-9])$)")
    bucket: String

    /// Put in front of the name of every object that is written.
    keyPrefix: KeyPrefix
}

/// Measurements taken while a query ran.
structure ProtectedQueryStatistics {
    /// Milliseconds from acceptance to the end of the query.
    totalDurationInMillis: Long
}

/// What a successful query produced.
structure ProtectedQueryResult {
    /// Where the rows went, or who received them.
    @required
    output: ProtectedQueryOutput
}

/// The place that received the rows, or the members that did.
union ProtectedQueryOutput {
    /// The rows were written to S3.
    s3: ProtectedQueryS3Output

    /// The rows were handed to these members of the collaboration.
    memberList: ProtectedQueryMemberOutputList
}

/// Points at rows in S3.
structure ProtectedQueryS3Output {
    /// The address of the written rows.
    @required
    location: String
}

/// Members of the collaboration that received rows.
list ProtectedQueryMemberOutputList {
    member: ProtectedQuerySingleMemberOutput
}

/// One member that received rows.
structure ProtectedQuerySingleMemberOutput {
    /// The AWS account of that member.
    @required
    accountId: AccountId
}

/// Why a query failed.
structure ProtectedQueryError {
    /// The reason as a sentence for people.
    @required
    message: String

    /// The reason as a code for programs.
    @required
    code: String
}

/// Arguments of a query template, by placeholder name.
map ParameterMap {
    key: ParameterName
    value: ParameterValue
}

/// Languages that a protected query can be written in.
enum ProtectedQueryType {
    /// The SQL dialect of Clean Rooms.
    SQL
}

/// File formats for the rows of a query.
enum ResultFormat {
    /// Comma separated text.
    CSV

    /// Apache Parquet, a compressed columnar format.
    PARQUET
}

/// The stages in the life of a query.
enum ProtectedQueryStatus {
    /// Accepted, not yet running.
    SUBMITTED

    /// Running.
    STARTED

    /// Stopped at somebody's request.
    CANCELLED

    /// Asked to stop, still winding down.
    CANCELLING

    /// Ended without rows; `error` says why.
    FAILED

    /// Ended with rows; `result` says where they are.
    SUCCESS

    /// Given up because it ran for too long.
    TIMED_OUT
}

/// The caller may not do this.
@error("client")
@httpError(403)
structure AccessDeniedException {
    /// What was refused, as a sentence.
    message: String

    /// Why it was refused.
    reason: AccessDeniedExceptionReason
}

/// Reasons to refuse a caller.
enum AccessDeniedExceptionReason {
    /// The caller's policies do not allow the action.
    INSUFFICIENT_PERMISSIONS
}

/// The service failed through no fault of the caller. The call can be repeated.
@error("server")
@httpError(500)
@retryable
structure InternalServerException {
    /// What failed, as a sentence.
    message: String
}

/// The request names something that does not exist.
@error("client")
@httpError(404)
structure ResourceNotFoundException {
    /// What was not found, as a sentence.
    @required
    message: String

    /// The id that leads nowhere.
    @required
    resourceId: String

    /// The kind of thing that the id was taken for.
    @required
    resourceType: ResourceType
}

/// Kinds of things that a request can name.
enum ResourceType {
    /// A table set up for use in collaborations.
    CONFIGURED_TABLE

    /// A collaboration between members.
    COLLABORATION

    /// One member's part in a collaboration.
    MEMBERSHIP

    /// The link between a configured table and a membership.
    CONFIGURED_TABLE_ASSOCIATION
}

/// The request would go beyond one of the account's quotas.
@error("client")
@httpError(402)
structure ServiceQuotaExceededException {
    /// Which quota is used up, as a sentence.
    @required
    message: String

    /// The quota by name.
    @required
    quotaName: String

    /// How much the quota allows.
    @required
    quotaValue: Double
}

/// Too many requests in too short a time. The call can be repeated after a pause.
@error("client")
@httpError(429)
@retryable(throttling: true)
structure ThrottlingException {
    /// What was throttled, as a sentence.
    message: String
}

/// The service found the request itself to be wrong.
@error("client")
@httpError(400)
structure ValidationException {
    /// What is wrong with the request, as a sentence.
    message: String

    /// The kind of mistake.
    reason: ValidationExceptionReason

    /// The fields at fault, where the service can tell.
    fieldList: ValidationExceptionFieldList
}

/// Kinds of mistakes in a request.
enum ValidationExceptionReason {
    /// At least one field breaks its constraints.
    FIELD_VALIDATION_FAILED

    /// The settings contradict each other or the collaboration.
    INVALID_CONFIGURATION

    /// The query cannot be understood or is not allowed.
    INVALID_QUERY

    /// A recent change of permissions has not reached the service yet.
    IAM_SYNCHRONIZATION_DELAY
}

/// Fields at fault in a request.
list ValidationExceptionFieldList {
    member: ValidationExceptionField
}

/// One field at fault in a request.
structure ValidationExceptionField {
    /// The field's name.
    @required
    name: String

    /// What is wrong with the field.
    @required
    message: String
}

/// The id of a membership, in the form of a UUID.
@length(min: 36, max: 36)
@pattern("^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")
string MembershipIdentifier

/// A UUID in lower case.
@length(min: 36, max: 36)
@pattern("^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")
string UUID

/// The ARN of a membership.
@length(max: 100)
@pattern("^arn:aws:[\\w]+:[\\w]{2}-[\\w]{4,9}-[\\d]:[\\d]{12}:membership/[\\d\\w-]+$")
string MembershipArn

/// The ARN of a query template.
@length(max: 200)
@pattern("^arn:aws:cleanrooms:[\\w]{2}-[\\w]{4,9}-[\\d]:[\\d]{12}:membership/[\\d\\w-]+/analysistemplate/[\\d\\w-]+$")
string AnalysisTemplateArn

/// The name of a placeholder in a query template.
@length(min: 1, max: 100)
@pattern("^[0-9a-zA-Z_]+$")
string ParameterName

/// The text that takes the place of a placeholder.
@length(min: 0, max: 250)
string ParameterValue

/// The leading part of the names of objects in a bucket.
@length(min: 0, max: 512)
@pattern("^[\\w!.=*/-]*$")
string KeyPrefix

/// The twelve digits of an AWS account.
@length(min: 12, max: 12)
@pattern("^\\d+$")
string AccountId
