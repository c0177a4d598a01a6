$version: "2.0"

namespace example

resource Folder {
//       ^^^^^^ error[Target]: `identifiers` of `example#Folder` must be a string, but `smithy.api#Integer` is an integer
//       ^^^^^^ error[Target]: `read` of `example#Folder` must be an operation, but `example#Folder` is a resource
//       ^^^^^^ error[ResourceCycle]: resource `example#Folder` contains itself
    identifiers: { id: Integer }
    read: Folder
    resources: [Folder]
}
