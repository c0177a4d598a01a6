$version: "2.0"

namespace example

string Name

@sensitive
apply Name @title("a name")
//@1 ^^^^^ error[Model]: traits cannot be before an apply statement
