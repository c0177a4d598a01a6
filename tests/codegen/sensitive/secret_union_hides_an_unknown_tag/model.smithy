// carries: Proof
// snapshot debug: src/shapes/proof.rs impl Debug for Proof
$version: "2.0"
namespace example

@sensitive
union Proof { hint: String, none: Unit }
