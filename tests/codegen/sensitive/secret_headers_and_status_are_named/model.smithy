// snapshot operation: src/operation/reveal.rs static OPERATION
$version: "2.0"
namespace example

@http(method: "POST", uri: "/reveal")
operation Reveal {
    output := {
        @httpHeader("X-Token") token: Word
        @httpHeader("X-Plain") plain: String
        @httpResponseCode status: Level
    }
    errors: [Refused]
}
@error("client")
structure Refused {
    @httpHeader("X-Token") token: Word
    @httpPrefixHeaders("X-Hint-") hints: Words
}
map Words { key: String, value: Word }
@sensitive
string Word
@sensitive
integer Level
