// snapshot service: src/meta.rs static SERVICE
// snapshot copy: src/operation/copy_object.rs fn deserialize, fn read_output
// snapshot session: src/operation/create_session.rs fn deserialize, fn read_output
// snapshot location: src/operation/get_bucket_location.rs fn read_output
$version: "2.0"
namespace example

@aws.api#service(sdkId: "S3")
@aws.protocols#restXml(noErrorWrapping: true)
service Boxes { version: "1", operations: [CopyObject, CreateSession, GetBucketLocation] }

@http(method: "PUT", uri: "/copy")
operation CopyObject { output := { @httpPayload result: Copied } }
structure Copied { ETag: String }

@http(method: "GET", uri: "/session")
operation CreateSession { output := { token: String } }

@aws.customizations#s3UnwrappedXmlOutput
@http(method: "GET", uri: "/location")
operation GetBucketLocation { output := { place: String } }
