// carries: Sample
// snapshot build: src/shapes/sample.rs impl SampleBuilder fn build
$version: "2.0"
namespace example

structure Sample {
    exponent: Timestamp = 1.5e9
    before: Timestamp = -1.5
    justBefore: Timestamp = -0.5
    tick: Timestamp = 0.000000001
    text: Timestamp = "1969-12-31T23:59:59.5Z"
    @timestampFormat("http-date")
    httpDate: Timestamp = "Tue, 29 Apr 2014 18:30:38 GMT"
    @timestampFormat("epoch-seconds")
    seconds: Timestamp = 2
}
