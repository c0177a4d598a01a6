// snapshot methods: src/operation/op.rs impl OpError fn is_store_has_cm_ks_exception
$version: "2.0"
namespace example

@http(method: "POST", uri: "/op")
operation Op { errors: [StoreHasCMKsException] }

@error("client")
structure StoreHasCMKsException { message: String }
