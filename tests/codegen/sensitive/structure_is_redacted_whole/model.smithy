// carries: Login
// snapshot debug: src/shapes/login.rs impl Debug for Login
$version: "2.0"
namespace example

@sensitive
structure Login { user: String }
