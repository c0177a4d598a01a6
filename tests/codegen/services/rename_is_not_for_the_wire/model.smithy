// snapshot types: src/types.rs use
// snapshot payload: src/operation/put.rs fn serialize
// snapshot root: src/operation/send.rs fn serialize
$version: "2.0"
namespace example

@aws.protocols#restXml
service Shop {
    version: "1"
    operations: [Put, Send]
    rename: { "other#Thing": "OtherThing", "other#Parcel": "OtherParcel" }
}
@http(method: "POST", uri: "/put")
operation Put { input := { @httpPayload thing: other#Thing }, output := { own: Thing } }
@http(method: "POST", uri: "/send")
operation Send { input: other#Parcel, output := { parcel: Parcel } }
structure Thing { x: Integer }
structure Parcel { x: Integer }
