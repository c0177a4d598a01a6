$version: "2.0"

namespace example

resource Folder {
//       ^^^^^^ error[ResourceCycle]: resource `example#Folder` contains itself
    identifiers: { id: Integer }
    //                 ^^^^^^^ error[Target]: `identifiers` of `example#Folder` must be a string, but `smithy.api#Integer` is an integer
    read: Folder
    //    ^^^^^^ error[Target]: `read` of `example#Folder` must be an operation, but `example#Folder` is a resource
    resources: [Folder]
}
