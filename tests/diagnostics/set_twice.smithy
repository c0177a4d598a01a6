$version: "2.0"
$version: "2.0"
//        ^^^^^ error[Model]: `$version` is set already
//        = help: remove one of the two
$operationInputSufix: "Request"
//@2 ^^^^^^^^^^^^^^^^^^^ warning[Model]: unknown control statement `operationInputSufix`
//   = help: did you mean `operationInputSuffix` or `operationOutputSuffix`?
$operationOutputSuffix: 1
//                      ^ error[Model]: `$operationOutputSuffix` takes a string, not a number

namespace example
