// snapshot request: src/operation/get_hosted_zone.rs fn serialize
$version: "2.0"
namespace example

@aws.api#service(sdkId: "Route 53")
@aws.auth#sigv4(name: "route53")
@aws.protocols#restXml
service Names { version: "1", operations: [GetHostedZone] }

@readonly
@http(method: "GET", uri: "/2013-04-01/hostedzone/{Id}/{Version}")
operation GetHostedZone {
    input := {
        @required @httpLabel Id: String
        @required @httpLabel Version: Integer
    }
}
