// snapshot serialize: src/operation/fetch.rs fn serialize
$version: "2.0"
namespace example

@readonly
@http(method: "GET", uri: "/buckets/{bucket}/keys/{key+}")
operation Fetch {
    input := {
        @required @httpLabel bucket: String
        @required @httpLabel key: String
    }
}
