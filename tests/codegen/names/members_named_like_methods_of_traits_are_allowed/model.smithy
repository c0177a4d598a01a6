// carries: Sample
// snapshot accessors: src/shapes/sample.rs impl Sample fn new, impl SampleBuilder fn not, impl SampleBuilder fn new
$version: "2.0"
namespace example

structure Sample {
    new: String
    not: Boolean
    add: Integer
    next: String
    fromStr: String
    intoIter: Names
    isEmpty: Boolean
    toOwned: String
    clone: String
    len: Integer
}
list Names { member: String }
