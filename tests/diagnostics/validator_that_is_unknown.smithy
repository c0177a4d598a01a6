$version: "2.0"

metadata validators = [
    { name: "CamelCase" }
    //      ^^^^^^^^^^^ note[Whitesmith.LinterNotRun]: the linter `CamelCase` is not run: only the official tools have it
    { name: "CamelCase", id: "CamelCase.Members" }
    { name: "EmitEachSelectr", configuration: { selector: "*" } }
    //      ^^^^^^^^^^^^^^^^^ warning[UnknownValidator_EmitEachSelectr]: unknown validator `EmitEachSelectr`, which is not run
    //      = help: did you mean `EmitEachSelector` or `EmitNoneSelector`?
    { name: "HouseStyle" }
    //      ^^^^^^^^^^^^ warning[UnknownValidator_HouseStyle]: unknown validator `HouseStyle`, which is not run
]

namespace books
