// snapshot config: src/operation/config.rs impl Client, struct ConfigInput
// snapshot self: src/operation/self_value.rs struct SelfValue, impl Client
// snapshot list: src/operation.rs
$version: "2.0"
namespace example

@http(method: "POST", uri: "/config")
operation Config {}
@http(method: "POST", uri: "/new")
operation New {}
@http(method: "POST", uri: "/from-conf")
operation FromConf {}
@http(method: "POST", uri: "/try-from-conf")
operation TryFromConf {}
@http(method: "POST", uri: "/self")
operation Self {}
