// snapshot type: src/shapes/system.rs struct System, impl From for System
// snapshot serialize: src/operation/put.rs fn serialize
// carries: Machine
$version: "2.0"
namespace example

@http(method: "POST", uri: "/{system}")
operation Put {
    input := {
        @required
        @httpLabel
        system: System

        @httpHeader("x-system")
        header: System

        @httpQuery("systems")
        query: Systems

        byName: Names
    }
}

structure Machine { system: System, others: Systems, choice: Choice }
union Choice { system: System, none: Unit }
list Systems { member: System }
map Names { key: System, value: System }

@enum([{ value: "Linux/UNIX" }, { value: "Windows (64 bit)" }])
string System
