// snapshot request: src/operation/send.rs fn serialize
$version: "2.0"
namespace example

@endpoint(hostPrefix: "{shop}-{kind}.data.")
@http(method: "POST", uri: "/send")
operation Send {
    input := {
        @required @hostLabel shop: String
        @required @hostLabel kind: Kind
        note: String
    }
}

enum Kind { TEA, COFFEE }
