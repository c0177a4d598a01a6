$version: "2.0"

namespace example

service Shop {
    operations: [GetOrder]
    rename: {
        "example#Nothing": "Something"
        //                 ^^^^^^^^^^^ error[Service]: `example#Nothing` is not in the closure of service `example#Shop` and cannot be renamed
        "example#GetOrder": "FetchOrder"
        //                  ^^^^^^^^^^^^ error[Service]: `example#GetOrder` is an operation, which cannot be renamed
        "example#Kind": "Kind"
        //              ^^^^^^ error[Service]: renaming `example#Kind` to `Kind` changes nothing
        "example#Tag": "1st"
        //             ^^^^^ error[Service]: `example#Tag` cannot be renamed to `1st`, which is not an identifier
        "example#Tags$member": "tag"
        //                     ^^^^^ error[Service]: `example#Tags$member` is a member, which cannot be renamed
    }
}

operation GetOrder {
//        ^^^^^^^^ error[ShapeIdConflict]: `example#GetOrder` differs only in case from `example#getOrder`
//        = help: rename one of them, or use one in place of the others
    output := {
        one: getOrder
        kind: Kind
        tags: Tags
        name: string
        names: strings
        more: Strings
    }
}

structure getOrder {}
//        ^^^^^^^^ error[ShapeIdConflict]: `example#getOrder` differs only in case from `example#GetOrder`
//        = help: rename one of them, or use one in place of the others

string Kind

string Tag

list Tags {
    member: Tag
}

string string
//     ^^^^^^ note[Service]: the name of `example#string` conflicts with that of `smithy.api#String` in service `example#Shop`
//     = help: rename: { "example#string": "Otherstring" }

list strings {
//   ^^^^^^^ error[ShapeIdConflict]: `example#strings` differs only in case from `example#Strings`
//   = help: rename one of them, or use one in place of the others
//   ^^^^^^^ warning[Service]: the name of `example#strings` conflicts with that of `example#Strings` in service `example#Shop`
//   = help: rename: { "example#strings": "Otherstrings" }
    member: string
}

list Strings {
//   ^^^^^^^ error[ShapeIdConflict]: `example#Strings` differs only in case from `example#strings`
//   = help: rename one of them, or use one in place of the others
//   ^^^^^^^ warning[Service]: the name of `example#Strings` conflicts with that of `example#strings` in service `example#Shop`
//   = help: rename: { "example#Strings": "OtherStrings" }
    member: String
}
