// snapshot serialize: src/operation/put.rs fn serialize
// snapshot own: src/operation/own.rs fn serialize
$version: "2.0"
namespace example

use aws.protocols#restXml

@restXml
@xmlNamespace(uri: "http://example.com/store")
service Store { operations: [Put, Own] }

@http(method: "PUT", uri: "/")
operation Put { input := { @httpPayload tags: Tags } }

@http(method: "PUT", uri: "/own")
operation Own { input := { @httpPayload @xmlNamespace(uri: "http://example.com/own") tags: Tags } }

structure Tags { name: String }
