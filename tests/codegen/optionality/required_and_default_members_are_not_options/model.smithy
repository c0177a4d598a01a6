// carries: Sample
// snapshot fields: src/shapes/sample.rs struct Sample
$version: "2.0"
namespace example

structure Sample {
    optional: String
    @required required: String
    default: String = "x"
    nullDefault: String = null
    @required @clientOptional careful: String
    @clientOptional carefulDefault: Integer = 1
    @required structure: Other
    @required union: Choice
    @required list: Names
}
structure Other { x: Integer }
union Choice { x: Integer }
list Names { member: String }
