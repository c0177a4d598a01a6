$version: "2.0"

namespace example

structure Order {
    id: String
    ID: String
 // ^^ error[ShapeIdConflict]: `example#Order$ID` differs only in case from `example#Order$id`
 // = help: rename one of the two, or use one in place of both
}

string Name
string NAME
//     ^^^^ error[ShapeIdConflict]: `example#NAME` differs only in case from `example#Name`
//     = help: rename one of the two, or use one in place of both
