$version: "2.0"

namespace example

structure Order {
    id: String
 // ^^ error[ShapeIdConflict]: `example#Order$id` differs only in case from `example#Order$ID`
 // = help: rename one of them, or use one in place of the others
    ID: String
 // ^^ error[ShapeIdConflict]: `example#Order$ID` differs only in case from `example#Order$id`
 // = help: rename one of them, or use one in place of the others
}

string Name
//     ^^^^ error[ShapeIdConflict]: `example#Name` differs only in case from `example#NAME`
//     = help: rename one of them, or use one in place of the others
string NAME
//     ^^^^ error[ShapeIdConflict]: `example#NAME` differs only in case from `example#Name`
//     = help: rename one of them, or use one in place of the others
