// snapshot deserialize: src/operation/sell.rs fn deserialize
$version: "2.0"
namespace example

@aws.protocols#awsQueryCompatible
@smithy.protocols#rpcv2Cbor
service Kiosk { version: "1", operations: [Sell] }

operation Sell {}
