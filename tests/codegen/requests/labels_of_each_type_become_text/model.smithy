// snapshot serialize: src/operation/fetch.rs fn serialize
$version: "2.0"
namespace example

@readonly
@http(method: "GET", uri: "/{number}/{flag}/{ratio}/{big}/{color}")
operation Fetch {
    input := {
        @required @httpLabel number: Long
        @required @httpLabel flag: Boolean
        @required @httpLabel ratio: Float
        @required @httpLabel big: BigInteger
        @required @httpLabel color: Color
    }
}
enum Color { RED }
