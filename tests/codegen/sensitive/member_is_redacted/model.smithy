// carries: Login
// snapshot debug: src/shapes/login.rs impl Debug for Login
// snapshot builder: src/shapes/login.rs impl Debug for LoginBuilder
$version: "2.0"
namespace example

structure Login {
    user: String
    password: Password
}
@sensitive
string Password
