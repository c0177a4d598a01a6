// snapshot display: src/shapes/idp_failure.rs impl Display for IdpFailure
$version: "2.0"
namespace example

@http(method: "POST", uri: "/try")
operation Try { errors: [IDPFailure] }

@error("server")
structure IDPFailure { message: String }
