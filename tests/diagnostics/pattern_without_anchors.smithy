$version: "2.0"

namespace example

@pattern("[a-z]+")
//       ^^^^^^^^ warning[PatternTrait]: the pattern neither begins with `^` nor ends with `$`, so it also matches a part of the text
//       = help: to match the whole text: @pattern("^[a-z]+$")
string Neither

@pattern("^a|b")
//       ^^^^^^ warning[PatternTrait]: the pattern does not end with `$`, so it also matches a part of the text
//       = help: to match the whole text: @pattern("^(a|b)$")
string NoEnd

structure Book {
    @pattern("[0-9]$")
    //       ^^^^^^^^ warning[PatternTrait]: the pattern does not begin with `^`, so it also matches a part of the text
    //       = help: to match the whole text: @pattern("^[0-9]$")
    isbn: String
    @pattern("^[0-9]$")
    right: String
}
