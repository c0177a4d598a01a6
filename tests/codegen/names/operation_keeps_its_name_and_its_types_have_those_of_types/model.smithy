// operations: DescribeDBClusters
// snapshot types: src/operation/describe_db_clusters.rs struct DescribeDBClusters, struct DescribeDbClustersInput, struct DescribeDbClustersOutput, enum DescribeDBClustersError
// snapshot builders: src/operation/describe_db_clusters.rs mod builders type DescribeDbClustersInputBuilder, mod builders struct DescribeDBClustersFluentBuilder, mod builders struct DescribeDbClustersOutputBuilder
// snapshot pages: src/operation/describe_db_clusters.rs mod paginator struct DescribeDbClustersPaginatorItems
$version: "2.0"
namespace example

@paginated(inputToken: "marker", outputToken: "marker", items: "clusters")
@readonly
@http(method: "GET", uri: "/clusters")
operation DescribeDBClusters {
    input := { @httpQuery("marker") marker: String }
    output := { marker: String, clusters: Clusters }
}

list Clusters { member: String }
