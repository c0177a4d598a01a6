// carries: Sample
// snapshot codec: src/shapes/sample.rs impl Write for Sample, impl Read for Sample
$version: "2.0"
namespace example

structure Sample {
    plain: Timestamp
    @timestampFormat("date-time") text: Timestamp
    target: HttpDate
    times: Times
}
@timestampFormat("http-date")
timestamp HttpDate
list Times { member: HttpDate }
