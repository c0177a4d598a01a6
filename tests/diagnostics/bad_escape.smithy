$version: "2.0"

namespace example

@documentation("C:\Users")
//             ^^^^^^^^^^ error[Model]: `\U` is not an escape
string Path
