$version: "1.0"

namespace example

union Choice {
    @box
 // ^^^^ warning[Union]: `@box` has no effect on a member of a union: the one that is set always has a value
    count: Integer
}
