$version: "2.0"

namespace example

resource Folder {
//       ^^^^^^ error[ResourceCycle]: resource `example#Folder` contains itself
    identifiers: { id: Integer }
    //                 ^^^^^^^ error[Target]: `example#Folder` names `smithy.api#Integer` as an identifier, but it is an integer, not a string
    read: Folder
    //    ^^^^^^ error[Target]: `example#Folder` names `example#Folder` as an operation, but it is a resource
    resources: [Folder]
}
