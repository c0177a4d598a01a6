// snapshot request: src/operation/grow.rs fn serialize
// snapshot codec: src/shapes/plant.rs impl Write for Plant, impl Read for Plant
$version: "2.0"
namespace example

@smithy.protocols#rpcv2Json
service Garden { version: "1", operations: [Grow] }

operation Grow {
    input := { plant: Plant }
    output := { plant: Plant }
}

structure Plant {
    @jsonName("notUsed")
    age: BigInteger
    heights: Heights
    @timestampFormat("http-date")
    sown: Timestamp
}

list Heights { member: BigDecimal }
