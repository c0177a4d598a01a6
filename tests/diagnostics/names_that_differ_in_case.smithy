$version: "2.0"

namespace example

structure Order {
    id: String
 // ^^ error[ShapeIdConflict]: `example#Order$id` differs only in case from `example#Order$ID`
    ID: String
 // ^^ error[ShapeIdConflict]: `example#Order$ID` differs only in case from `example#Order$id`
}

string Name
//     ^^^^ error[ShapeIdConflict]: `example#Name` differs only in case from `example#NAME`
string NAME
//     ^^^^ error[ShapeIdConflict]: `example#NAME` differs only in case from `example#Name`
