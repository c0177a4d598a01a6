// snapshot serialize: src/operation/update.rs fn serialize
$version: "2.0"
namespace example

@http(method: "PUT", uri: "/things/{id}")
operation Update {
    input := {
        @required @httpLabel id: String
        @required name: String
        @required @clientOptional nickname: String
        @required point: Point
    }
}
structure Point { x: Integer }
