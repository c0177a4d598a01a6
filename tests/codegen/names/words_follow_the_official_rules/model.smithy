// carries: Sample
// snapshot fields: src/shapes/sample.rs struct Sample
$version: "2.0"
namespace example

structure Sample {
    ACLConfig: String
    dbInstanceIPv4: String
    s3URL: String
    HTML5Page: String
    snake_case: String
}
