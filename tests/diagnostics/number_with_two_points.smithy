$version: "2.0"

metadata version = 1.2.3
//                    ^ error[Model]: expected a line break, found `.`
//                    = help: a fraction has a digit before its `.`, and a namespace ends with `#`

namespace example

string Text
