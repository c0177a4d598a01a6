// snapshot read: src/operation/find.rs fn read_output
$version: "2.0"
namespace example

use aws.customizations#s3UnwrappedXmlOutput
use aws.protocols#restXml

@restXml
service Store { operations: [Find] }

@http(method: "GET", uri: "/")
@s3UnwrappedXmlOutput
operation Find { output := { place: String } }
