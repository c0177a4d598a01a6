$version: "2.0"

namespace example

enum Color {
    RED = "red"
    ROT = "red"
 // ^^^ error[EnumShape]: `ROT` has the same value as `RED`
    blue
 // ^^^^ warning[EnumShape]: the name `blue` is not in upper case, as names of enum values should be
    NONE = ""
    //     ^^ error[EnumShape]: the value of an enum member must not be empty
    ONE = 1
    //    ^ error[EnumShape]: the value of an enum member must be a string, not a number
}

intEnum Level {
    LOW
 // ^^^ error[EnumShape]: an intEnum member requires an integer value
 // = help: LOW = 1
    HIGH = "high"
    //     ^^^^^^ error[EnumShape]: the value of an intEnum member must be an integer, not a string
    HUGE = 2147483648
    //     ^^^^^^^^^^ error[EnumShape]: `2147483648` does not fit in an integer of 32 bits
}

union Empty {}
//    ^^^^^ error[Union]: union `example#Empty` needs at least one member
//    = help: add one: text: String
