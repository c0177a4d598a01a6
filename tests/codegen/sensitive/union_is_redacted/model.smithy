// carries: Proof
// snapshot debug: src/shapes/proof.rs impl Debug for Proof
$version: "2.0"
namespace example

union Proof {
    password: Password
    hint: String
}
@sensitive
string Password
