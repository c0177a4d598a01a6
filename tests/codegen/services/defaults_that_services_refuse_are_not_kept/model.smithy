// snapshot output: src/operation/describe_source_servers.rs struct DescribeSourceServersOutput
// snapshot account: src/operation/list_staging_accounts.rs struct ListStagingAccountsOutput
// snapshot costs: src/shapes/cost_optimization_configuration.rs struct CostOptimizationConfiguration
$version: "2.0"
namespace com.amazonaws.drs

use aws.api#service
use aws.auth#sigv4
use aws.protocols#restJson1

@service(sdkId: "drs")
@sigv4(name: "drs")
@restJson1
service ElasticDisasterRecoveryService { version: "1", operations: [DescribeSourceServers, ListStagingAccounts] }

@http(method: "POST", uri: "/DescribeSourceServers")
operation DescribeSourceServers { input: Request, output: Response }

structure Request {}

structure Response {
    costs: CostOptimizationConfiguration

    order: LaunchActionOrder = 1001
}

structure CostOptimizationConfiguration {
    burstBalanceThreshold: Threshold = 0
    otherThreshold: Threshold = 0
}

@default(0)
integer Threshold

@default(1001)
integer LaunchActionOrder

@http(method: "GET", uri: "/ListStagingAccounts")
@readonly
operation ListStagingAccounts { input: ListStagingAccountsRequest, output: ListStagingAccountsResponse }

structure ListStagingAccountsRequest {}

structure ListStagingAccountsResponse {
    /// Named in the list for the input only.
    maxResults: Threshold = 0
}
