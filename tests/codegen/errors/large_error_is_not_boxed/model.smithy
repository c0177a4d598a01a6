// snapshot type: src/operation/put.rs enum PutError
// snapshot error: src/error.rs enum Error
$version: "2.0"
namespace example

@http(method: "POST", uri: "/put")
operation Put { errors: [Rejected] }
@error("client")
structure Rejected {
    first: String
    second: String
    third: String
    fourth: String
    fifth: String
    sixth: String
    seventh: String
    eighth: String
    ninth: String
}
