// snapshot fluent: src/operation/greet.rs mod builders impl GreetFluentBuilder fn send, mod builders impl GreetFluentBuilder fn name, mod builders impl GreetFluentBuilder fn set_name, mod builders impl GreetFluentBuilder fn get_name
$version: "2.0"
namespace example

@http(method: "POST", uri: "/greet")
operation Greet { input := { name: String } }
