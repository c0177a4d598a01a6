// snapshot output: src/operation/look.rs fn read_output
// snapshot error: src/shapes/hidden.rs impl ReadError for Hidden fn read_response
$version: "2.0"
namespace example

@aws.protocols#restJson1
service Garden { version: "1", operations: [Look] }

@http(method: "GET", uri: "/look")
operation Look {
    output := {
        @required
        @httpPayload
        plant: Plant
    }
    errors: [Hidden]
}

structure Plant { name: String }

@error("client")
structure Hidden {
    @required
    @httpPayload
    plant: Plant
}
