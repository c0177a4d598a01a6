// snapshot types: src/operation/greet.rs mod builders type GreetInputBuilder, mod builders struct GreetFluentBuilder, mod builders struct Call, mod builders struct Members
// snapshot fluent: src/operation/greet.rs mod builders impl GreetFluentBuilder fn name, mod builders impl GreetFluentBuilder fn set_name, mod builders impl GreetFluentBuilder fn get_name, mod builders impl GreetFluentBuilder fn send, mod builders impl GreetInputBuilder fn build
$version: "2.0"
namespace example

@http(method: "POST", uri: "/greet")
operation Greet { input := { name: String } }
